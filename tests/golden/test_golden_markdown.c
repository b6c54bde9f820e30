/*
 * test_golden_markdown.c — plans beside the Markdown that they become.
 *
 * Each tests/golden/markdown/NAME.hplan is built by the program itself; NAME.md is what it must
 * give, byte for byte, and its JSON must hold against the schema. `HPLAN_RENEW=1 make run-tests
 * T=golden_markdown` writes the expected files anew: read the difference before you commit it.
 */
#include "support/files.h"

#include <check.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

Suite *test_golden_markdown_suite(void);

#define GOLDEN   HPLAN_ROOT "/tests/golden/markdown"
#define EXAMPLES HPLAN_ROOT "/examples"

enum { PATH_SIZE = 512 };

static bool no_binary(void)
{
    if (access(HPLANC, X_OK) == 0)
        return false;
    fprintf(stderr, "golden_markdown: %s is not built, so nothing is compared\n", HPLANC);
    return true;
}

static void make_folder(char *folder)
{
    strcpy(folder, "/tmp/hplan-golden-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static int run(const char *format, const char *a, const char *b)
{
    char command[3 * PATH_SIZE];
    snprintf(command, sizeof command, format, a, b);
    return system(command);
}

static void remove_folder(const char *folder)
{
    run("rm -rf '%s'%s", folder, "");
}

/* What the program says is shown only if it fails. */
static void build(const char *plan, const char *folder)
{
    char log[PATH_SIZE + 16];
    snprintf(log, sizeof log, "%s/build.log", folder);
    char where[2 * PATH_SIZE];
    snprintf(where, sizeof where, "%s' >'%s", folder, log);
    int status = run("'" HPLANC "' build '%s' --to md,json -o '%s' 2>&1", plan, where);
    if (status != 0)
        run("cat '%s' >&2%s", log, "");
    ck_assert_msg(status == 0, "%s: hplanc build failed", plan);
}

static void validate(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s.json", folder, name);
    ck_assert_msg(run("'" HPLAN_ROOT "/tests/json/validate.py' '%s'%s", path, "") == 0,
                  "%s.json does not hold against the schema", name);
}

/* The line in which two texts differ first. */
static int first_difference(const char *a, const char *b)
{
    int line = 1;
    for (; *a != '\0' && *a == *b; a++, b++)
        line += *a == '\n';
    return line;
}

static const char *from_difference(const char *got, const char *want)
{
    for (; *got != '\0' && *got == *want; want++)
        got++;
    return got;
}

static void compare(const char *folder, const char *name)
{
    char got_path[PATH_SIZE], want_path[PATH_SIZE];
    snprintf(got_path, sizeof got_path, "%s/%s.md", folder, name);
    snprintf(want_path, sizeof want_path, GOLDEN "/%s.md", name);
    if (getenv("HPLAN_RENEW") != NULL)
        run("cp '%s' '%s'", got_path, want_path);
    char *got = file_read(got_path, NULL);
    char *want = file_read(want_path, NULL);
    ck_assert_msg(got != NULL && want != NULL, "%s: there is no output or no expected output",
                  name);
    /* Check cuts no message short: a whole document would be too long for it. */
    ck_assert_msg(strcmp(got, want) == 0, "%s.md differs from line %d on: %.300s", name,
                  first_difference(got, want), from_difference(got, want));
    free(got);
    free(want);
}

static void check_golden(const char *file)
{
    char name[128], plan[PATH_SIZE], folder[PATH_SIZE];
    snprintf(name, sizeof name, "%.*s", (int)(strlen(file) - strlen(".hplan")), file);
    snprintf(plan, sizeof plan, GOLDEN "/%s", file);
    make_folder(folder);
    build(plan, folder);
    compare(folder, name);
    validate(folder, name);
    remove_folder(folder);
}

static bool is_plan(const char *name)
{
    size_t len = strlen(name);
    return len > 6 && strcmp(name + len - 6, ".hplan") == 0;
}

START_TEST(plans_become_their_markdown)
{
    if (no_binary())
        return;
    DIR *d = opendir(GOLDEN);
    ck_assert_ptr_nonnull(d);
    int count = 0;
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        if (is_plan(e->d_name)) {
            check_golden(e->d_name);
            count++;
        }
    closedir(d);
    ck_assert_int_gt(count, 0);
}
END_TEST

/* Hard spaces as blanks, line ends as blanks, and no backslashes or strong marks of Markdown. */
static void flatten(char *text)
{
    char *to = text;
    for (const char *s = text; *s != '\0'; s++) {
        if (strncmp(s, "\xC2\xA0", 2) == 0) {
            *to++ = ' ';
            s++;
        } else if (*s == '\n') {
            *to++ = ' ';
        } else if (*s != '\\' && *s != '*') {
            *to++ = *s;
        }
    }
    *to = '\0';
}

static void check_figures(const char *example, const char *name, const char *printed)
{
    char folder[PATH_SIZE], path[PATH_SIZE];
    make_folder(folder);
    snprintf(path, sizeof path, EXAMPLES "/%s/%s.hplan", example, name);
    build(path, folder);
    snprintf(path, sizeof path, "%s/%s.md", folder, name);
    char *text = file_read(path, NULL);
    snprintf(path, sizeof path, EXAMPLES "/%s/%s", example, printed);
    char *figures = file_read(path, NULL);
    ck_assert(text != NULL && figures != NULL);
    flatten(text);
    for (char *line = strtok(figures, "\n"); line != NULL; line = strtok(NULL, "\n"))
        if (line[0] != '#')
            ck_assert_msg(strstr(text, line) != NULL, "%s: «%s» is not printed", example, line);
    free(text);
    free(figures);
    validate(folder, name);
    remove_folder(folder);
}

START_TEST(every_figure_of_the_examples_is_printed)
{
    if (no_binary())
        return;
    check_figures("kragero-2018", "handlingsplan", "figures.txt");
    check_figures("kragero-2018", "arsmelding", "figures-arsmelding.txt");
    check_figures("elverum-2023", "plan", "figures.txt");
    check_figures("nordre-follo-2017", "grunnlag", "figures.txt");
}
END_TEST

Suite *test_golden_markdown_suite(void)
{
    Suite *s = suite_create("golden_markdown");
    TCase *c = tcase_create("golden_markdown");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, plans_become_their_markdown);
    tcase_add_test(c, every_figure_of_the_examples_is_printed);
    suite_add_tcase(s, c);
    return s;
}
