/*
 * test_golden_findings.c — what a planner reads about every plan of tests/diag, word for word.
 *
 * The plans themselves name codes and places (test_diag_fixtures.c). Here are the texts: figures,
 * labels, notes and proposals. tests/golden/findings/ has a file for each series of codes;
 * `HPLAN_RENEW=1 make run-tests T=golden_findings` writes them anew: read the difference as the
 * planner who has made the mistake.
 */
#include "support/command.h"
#include "support/files.h"
#include "support/heard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_golden_findings_suite(void);

#define FOLDER HPLAN_ROOT "/tests/diag"

static const char *const series[] = {"HP1", "HP2", "HP3", "HP4", "HP5",
                                     "HP6", "HP7", "HP8", "HP9", "[a-z]"};

/* The place has another name each time. */
static void add_text(Heard *all, const Place *p, const char *text)
{
    for (const char *name; (name = strstr(text, p->folder)) != NULL;) {
        hear(all, text, (size_t)(name - text));
        hear(all, "PROSJEKT", strlen("PROSJEKT"));
        text = name + strlen(p->folder);
    }
    hear(all, text, strlen(text));
}

static void add_answer(Heard *all, const Place *p, const char *plan)
{
    char path[256];
    snprintf(path, sizeof path, "diag/%s", plan);
    Run r = run(p, "check", "--lang", "nb", path, NULL);
    ck_assert_msg(r.code == 0 || r.code == 1, "%s: exit %d", plan, r.code);
    add_text(all, p, "=== ");
    add_text(all, p, plan);
    add_text(all, p, "\n");
    add_text(all, p, r.err);
    add_text(all, p, r.out);
    run_free(&r);
}

START_TEST(the_texts_of_a_series)
{
    char pattern[256], golden[256];
    Heard all = {0};
    snprintf(pattern, sizeof pattern, FOLDER "/%s*.hplan", series[_i]);
    snprintf(golden, sizeof golden, HPLAN_ROOT "/tests/golden/findings/%s.txt",
             series[_i][0] == '[' ? "andre" : series[_i]);
    glob_t plans = files_named(pattern);
    Place p = place_open();
    place_folder(&p, ".git"); /* the project begins here */
    place_folder(&p, "diag");
    place_copy_plans(&p, "diag", FOLDER);
    for (size_t i = 0; i < plans.gl_pathc; i++)
        add_answer(&all, &p, file_name(plans.gl_pathv[i]));
    file_is_golden(golden, all.bytes);
    free(all.bytes);
    place_close(&p);
    globfree(&plans);
}
END_TEST

Suite *test_golden_findings_suite(void)
{
    Suite *s = suite_create("golden_findings");
    TCase *t = tcase_create("texts");
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, the_texts_of_a_series, 0, (int)(sizeof series / sizeof *series));
    suite_add_tcase(s, t);
    return s;
}
