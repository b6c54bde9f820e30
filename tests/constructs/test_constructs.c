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
#include "support/command.h"
#include "support/files.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_constructs_suite(void);

#define FOLDER HPLAN_ROOT "/tests/constructs"
#define FAULTY ".feil.hplan"

enum { CONSTRUCTS = 83, CODES_SIZE = 256 };

typedef void FileTest(const Place *p, const char *path);

/* All files lie in one place, and the test is called for each that is faulty,
 * or for each that is not. */
static int each_file(bool faulty, FileTest *test)
{
    int count = 0;
    glob_t files = files_named(FOLDER "/*.hplan");
    Place p = place_open();
    place_copy_plans(&p, ".", FOLDER);
    for (size_t i = 0; i < files.gl_pathc; i++)
        if ((strstr(files.gl_pathv[i], FAULTY) != NULL) == faulty) {
            test(&p, files.gl_pathv[i]);
            count++;
        }
    place_close(&p);
    globfree(&files);
    return count;
}

/* --- the files -------------------------------------------------------------------------------- */

static int seen[CONSTRUCTS + 1];

/* Every number is there once, and its file says in its first line which it is. */
static void has_its_number(const Place *p, const char *path)
{
    (void)p;
    char want[16];
    int n = atoi(file_name(path));
    ck_assert_msg(n >= 1 && n <= CONSTRUCTS, "%s: no construct has this number", path);
    seen[n]++;
    snprintf(want, sizeof want, "# %d ", n);
    char *text = file_expect(path, NULL);
    ck_assert_msg(strncmp(text, want, strlen(want)) == 0, "%s does not begin with «%s»", path,
                  want);
    free(text);
}

START_TEST(every_construct_has_its_file)
{
    memset(seen, 0, sizeof seen);
    each_file(false, has_its_number);
    for (int n = 1; n <= CONSTRUCTS; n++)
        ck_assert_msg(seen[n] == 1, "construct %d has %d files", n, seen[n]);
}
END_TEST

/* --- what is well stated ---------------------------------------------------------------------- */

static void publishes(const Place *p, const char *path)
{
    char made[256], golden[512];
    const char *plan = file_name(path);
    int stem = (int)(strlen(plan) - strlen(".hplan"));
    Run r = run(p, "check", "--streng", plan, NULL);
    ck_assert_msg(r.code == 0, "an error or a warning: %s", r.err);
    run_free(&r);
    expect_run(run(p, "build", plan, "--to", "md", NULL), 0, NULL, NULL);
    snprintf(made, sizeof made, "%.*s.md", stem, plan);
    snprintf(golden, sizeof golden, FOLDER "/%s", made);
    char *text = place_read(p, made);
    file_is_golden(golden, text);
    free(text);
}

START_TEST(every_construct_is_published)
{
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
        if (is_note == notes && len + 8 < CODES_SIZE)
            snprintf(codes + len, CODES_SIZE - len, "%s%.6s", len > 0 ? " " : "", at);
    }
}

static void is_found(const Place *p, const char *path)
{
    static const char mark[] = "# funn: ";
    char codes[CODES_SIZE] = "";
    Run r = run(p, "check", "--format=json", file_name(path), NULL);
    collect(r.out, false, codes);
    if (codes[0] == '\0')
        collect(r.out, true, codes);
    run_free(&r);
    char *text = file_expect(path, NULL);
    ck_assert_msg(strncmp(text, mark, strlen(mark)) == 0, "%s: says no code to be found", path);
    text[strcspn(text, "\n")] = '\0';
    ck_assert_msg(strcmp(text + strlen(mark), codes) == 0, "%s: finds «%s», not «%s»", path, codes,
                  text + strlen(mark));
    free(text);
}

START_TEST(every_planted_fault_is_found)
{
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
