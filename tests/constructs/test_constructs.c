/*
 * test_constructs.c — every kind of statement that municipal documents make, one a file.
 *
 * tests/constructs/NN-name.hplan states construct NN as naturally as the language can. It must
 * check without an error or a warning, and NN-name.md is what it is published as, byte for byte.
 * NN-name.feil.hplan is the same with a fault planted: its first line, `# funn: HP4001 …`, names
 * the errors and warnings that must be found in it, in order; where there are none, the notes.
 *
 * `HPLAN_RENEW=1 make run-tests T=constructs` writes the published forms anew: read the difference
 * as the planner who must publish it.
 */
#include "support/files.h"

#include <check.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

Suite *test_constructs_suite(void);

#define FOLDER HPLAN_ROOT "/tests/constructs"
#define FAULTY ".feil.hplan"

enum { PATH_SIZE = 512, CONSTRUCTS = 83, CODES_SIZE = 256 };

static bool no_binary(void)
{
    if (access(HPLANC, X_OK) == 0) {
        return false;
    }
    fprintf(stderr, "constructs: %s is not built, so nothing is tried\n", HPLANC);
    return true;
}

static int run(const char *format, const char *a, const char *b)
{
    char command[3 * PATH_SIZE];
    snprintf(command, sizeof command, format, a, b);
    return system(command);
}

/* --- the files -------------------------------------------------------------------------------- */

static bool ends(const char *name, const char *end)
{
    size_t len = strlen(name);
    size_t tail = strlen(end);
    return len > tail && strcmp(name + len - tail, end) == 0;
}

typedef void FileTest(const char *name);

/* Calls the test for each file of the folder that is faulty, or for each that is not. */
static int each_file(bool faulty, FileTest *test)
{
    DIR *d = opendir(FOLDER);
    ck_assert_ptr_nonnull(d);
    int count = 0;
    for (struct dirent *e; (e = readdir(d)) != NULL;) {
        if (ends(e->d_name, ".hplan") && ends(e->d_name, FAULTY) == faulty) {
            test(e->d_name);
            count++;
        }
    }
    closedir(d);
    return count;
}

static int seen[CONSTRUCTS + 1];

static void note_number(const char *name)
{
    int n = atoi(name);
    ck_assert_msg(n >= 1 && n <= CONSTRUCTS, "%s: no construct has this number", name);
    seen[n]++;
}

/* Every number is there once, and its file says in its first line which it is. */
static void says_its_number(const char *name)
{
    char path[PATH_SIZE], want[16];
    snprintf(path, sizeof path, FOLDER "/%s", name);
    snprintf(want, sizeof want, "# %d ", atoi(name));
    char *text = file_read(path, NULL);
    ck_assert_msg(text != NULL && strncmp(text, want, strlen(want)) == 0,
                  "%s does not begin with «%s»", name, want);
    free(text);
}

START_TEST(every_construct_has_its_file)
{
    memset(seen, 0, sizeof seen);
    each_file(false, note_number);
    for (int n = 1; n <= CONSTRUCTS; n++) {
        ck_assert_msg(seen[n] == 1, "construct %d has %d files", n, seen[n]);
    }
    each_file(false, says_its_number);
}
END_TEST

/* --- what is well stated ---------------------------------------------------------------------- */

/* The line in which two texts differ first. */
static int first_difference(const char *a, const char *b)
{
    int line = 1;
    for (; *a != '\0' && *a == *b; a++, b++) {
        line += *a == '\n';
    }
    return line;
}

static void compare(const char *got_path, const char *want_path, const char *name)
{
    if (getenv("HPLAN_RENEW") != NULL) {
        run("cp '%s' '%s'", got_path, want_path);
    }
    char *got = file_read(got_path, NULL);
    char *want = file_read(want_path, NULL);
    ck_assert_msg(got != NULL && want != NULL, "%s: there is no output or no expected output",
                  name);
    ck_assert_msg(strcmp(got, want) == 0, "%s is published otherwise, from line %d on", name,
                  first_difference(got, want));
    free(got);
    free(want);
}

static void publishes(const char *name)
{
    char plan[PATH_SIZE], folder[] = "/tmp/hplan-constructs-XXXXXX";
    char got[PATH_SIZE], want[PATH_SIZE];
    int stem = (int)(strlen(name) - strlen(".hplan"));
    snprintf(plan, sizeof plan, FOLDER "/%s", name);
    ck_assert_msg(run("'" HPLANC "' check --streng -q '%s' >&2%s", plan, "") == 0,
                  "%s: has an error or a warning", name);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    int status = run("'" HPLANC "' build '%s' --to md -o '%s' >/dev/null 2>&1", plan, folder);
    ck_assert_msg(status == 0, "%s: hplanc build failed", name);
    snprintf(got, sizeof got, "%s/%.*s.md", folder, stem, name);
    snprintf(want, sizeof want, FOLDER "/%.*s.md", stem, name);
    compare(got, want, name);
    run("rm -rf '%s'%s", folder, "");
}

START_TEST(every_construct_is_published)
{
    if (no_binary()) {
        return;
    }
    ck_assert_int_eq(each_file(false, publishes), CONSTRUCTS);
}
END_TEST

/* --- what is faulty --------------------------------------------------------------------------- */

/* Adds the codes of the findings, one a line of JSON, that are notes or that are not. */
static void collect(const char *findings, bool notes, char *codes)
{
    for (const char *at = findings; (at = strstr(at, "\"code\":\"")) != NULL;) {
        at += strlen("\"code\":\"");
        const char *end = strchr(at, '\n');
        const char *note = strstr(at, "\"severity\":\"note\"");
        bool is_note = note != NULL && (end == NULL || note < end);
        size_t len = strlen(codes);
        if (is_note == notes && len + 8 < CODES_SIZE) {
            snprintf(codes + len, CODES_SIZE - len, "%s%.6s", len > 0 ? " " : "", at);
        }
    }
}

static void is_found(const char *name)
{
    char path[PATH_SIZE], command[2 * PATH_SIZE];
    char codes[CODES_SIZE] = "";
    snprintf(path, sizeof path, FOLDER "/%s", name);
    snprintf(command, sizeof command, "'" HPLANC "' check --format=json '%s' 2>/dev/null", path);
    FILE *f = popen(command, "r");
    char *findings = stream_read(f, NULL);
    ck_assert_msg(findings != NULL, "%s: hplanc check could not run", name);
    pclose(f);
    collect(findings, false, codes);
    if (codes[0] == '\0') {
        collect(findings, true, codes);
    }
    free(findings);
    char *text = file_read(path, NULL);
    ck_assert_ptr_nonnull(text);
    ck_assert_msg(strncmp(text, "# funn: ", 8) == 0, "%s: says no code to be found", name);
    text[strcspn(text, "\n")] = '\0';
    ck_assert_msg(strcmp(text + 8, codes) == 0, "%s: finds «%s», not «%s»", name, codes, text + 8);
    free(text);
}

START_TEST(every_planted_fault_is_found)
{
    if (no_binary()) {
        return;
    }
    ck_assert_int_ge(each_file(true, is_found), 40);
}
END_TEST

Suite *test_constructs_suite(void)
{
    Suite *s = suite_create("constructs");
    TCase *c = tcase_create("constructs");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, every_construct_has_its_file);
    tcase_add_test(c, every_construct_is_published);
    tcase_add_test(c, every_planted_fault_is_found);
    suite_add_tcase(s, c);
    return s;
}
