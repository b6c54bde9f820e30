/*
 * test_golden_markdown.c — plans beside the Markdown and the JSON that they become.
 *
 * Each tests/golden/markdown/NAME.hplan is built by the program itself; NAME.md and NAME.json are
 * what it must give, byte for byte, and the JSON must hold against the schema. Of the examples each
 * figure that their originals print (figures.txt) is printed. `HPLAN_RENEW=1 make run-tests
 * T=golden_markdown` writes the expected files anew: read the difference before you commit it.
 */
#include "support/command.h"
#include "support/files.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_golden_markdown_suite(void);

#define GOLDEN   HPLAN_ROOT "/tests/golden/markdown"
#define EXAMPLES HPLAN_ROOT "/examples/"

static void build(const Place *p, const char *plan)
{
    expect_run(run(p, "build", plan, "--to", "md,json", NULL), 0, NULL, NULL);
}

/* All JSON that was made here: Python starts once. */
static void json_holds(const Place *p)
{
    char command[512];
    snprintf(command, sizeof command, "'%s/tests/json/validate.py' '%s'/*.json", HPLAN_ROOT,
             p->folder);
    // NOLINTNEXTLINE(cert-env33-c): the point is to run it
    ck_assert_msg(system(command) == 0, "the JSON does not hold against the schema");
}

static void becomes(const Place *p, const char *plan, const char *ending)
{
    char made[128], golden[512];
    snprintf(made, sizeof made, "%.*s.%s", (int)(strlen(plan) - strlen(".hplan")), plan, ending);
    snprintf(golden, sizeof golden, GOLDEN "/%s", made);
    char *text = place_read(p, made);
    file_is_golden(golden, text);
    free(text);
}

START_TEST(plans_become_what_they_became)
{
    glob_t plans = files_named(GOLDEN "/*.hplan");
    Place p = place_open();
    place_copy_plans(&p, ".", GOLDEN);
    for (size_t i = 0; i < plans.gl_pathc; i++) {
        const char *plan = file_name(plans.gl_pathv[i]);
        build(&p, plan);
        becomes(&p, plan, "md");
        becomes(&p, plan, "json");
    }
    json_holds(&p);
    place_close(&p);
    globfree(&plans);
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

static void figures_are_printed(const Place *p, const char *made, const char *figures)
{
    char *text = place_read(p, made);
    char *lines = file_expect(figures, NULL);
    ck_assert_ptr_nonnull(text);
    flatten(text);
    for (char *line = strtok(lines, "\n"); line != NULL; line = strtok(NULL, "\n"))
        if (line[0] != '#')
            ck_assert_msg(strstr(text, line) != NULL, "%s: «%s» is not printed", figures, line);
    free(text);
    free(lines);
}

START_TEST(every_figure_of_the_examples_is_printed)
{
    static const struct {
        const char *folder, *plan, *made, *figures;
    } cases[] = {
        {EXAMPLES "kragero-2018", "handlingsplan.hplan", "handlingsplan.md",
         EXAMPLES "kragero-2018/figures.txt"},
        {EXAMPLES "kragero-2018", "arsmelding.hplan", "arsmelding.md",
         EXAMPLES "kragero-2018/figures-arsmelding.txt"},
        {EXAMPLES "elverum-2023", "plan.hplan", "plan.md", EXAMPLES "elverum-2023/figures.txt"},
        {EXAMPLES "nordre-follo-2017", "grunnlag.hplan", "grunnlag.md",
         EXAMPLES "nordre-follo-2017/figures.txt"},
    };
    Place p = place_open();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        place_copy_plans(&p, ".", cases[i].folder);
        build(&p, cases[i].plan);
        figures_are_printed(&p, cases[i].made, cases[i].figures);
    }
    json_holds(&p);
    place_close(&p);
}
END_TEST

Suite *test_golden_markdown_suite(void)
{
    Suite *s = suite_create("golden_markdown");
    TCase *c = tcase_create("golden_markdown");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, plans_become_what_they_became);
    tcase_add_test(c, every_figure_of_the_examples_is_printed);
    suite_add_tcase(s, c);
    return s;
}
