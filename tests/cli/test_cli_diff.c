/*
 * test_cli_diff.c — hplanc diff, as a user runs it: what it prints and its exit codes.
 */
#include "support/allocations.h"
#include "support/command.h"
#include "support/heard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_cli_diff_suite(void);

#define PLAN(contents) "plan p \"P\" {\nkommune: Kragerø\når: 2018\n" contents "\n}\n"

static Place two_plans(const char *old, const char *new)
{
    Place p = place_open();
    place_write(&p, "gammel.hplan", old);
    place_write(&p, "ny.hplan", new);
    return p;
}

/* What it prints has these parts; of "" it prints nothing. The run is freed. */
static void check_run(Run r, int code, const char *out, const char *err)
{
    ck_assert_msg(r.code == code, "%d\n%s\n%s", r.code, r.out, r.err);
    ck_assert_msg(strstr(r.out, out) != NULL && (out[0] != '\0' || r.out_len == 0), "%s", r.out);
    ck_assert_msg(strstr(r.err, err) != NULL && (err[0] != '\0' || r.err_len == 0), "%s", r.err);
    run_free(&r);
}

START_TEST(codes_of_diff)
{
    Place p = two_plans(PLAN("tiltak \"X\" { frist: 2018 }"), PLAN("tiltak \"X\" { frist: 2019 }"));
    check_run(run(&p, "diff", "ny.hplan", "ny.hplan", NULL), 0, "Ingen endringer", "");
    check_run(run(&p, "forskjell", "gammel.hplan", "ny.hplan", NULL), 1,
              "Mål, indikatorer og tiltak\n  tiltak «X»\n    frist: 2018 → 2019\n", "");
    check_run(run(&p, "diff", "gammel.hplan", "ingen.hplan", NULL), 2, "",
              "finner ikke «ingen.hplan»");
    place_close(&p);
}
END_TEST

START_TEST(called_wrongly)
{
    Place p = two_plans(PLAN(""), PLAN(""));
    check_run(run(&p, "diff", "ny.hplan", NULL), 2, "", "hvilke to planer");
    check_run(run(&p, "diff", "-", "-", NULL), 2, "", "«-» kan bare stå én gang");
    check_run(run(&p, "diff", "--format", "sarif", "gammel.hplan", "ny.hplan", NULL), 2, "",
              "text|json");
    check_run(run(&p, "diff", ".", "ny.hplan", NULL), 2, "", "er en mappe");
    place_close(&p);
}
END_TEST

START_TEST(a_plan_with_errors_is_compared)
{
    Place p = two_plans(PLAN("tiltak \"X\""),
                        PLAN("tiltak \"X\" { frist: tull; start: tøys }\ntiltak \"Y\""));
    check_run(run(&p, "diff", "gammel.hplan", "ny.hplan", NULL), 1, "nytt: tiltak «Y»",
              "«ny.hplan» har 2 feil");
    Run r = run(&p, "diff", "ny.hplan", "ny.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_int_eq(count_of(r.err, "har 2 feil"), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(a_plan_that_lacks_a_file_is_not)
{
    Place p = two_plans(PLAN("bruk \"resten.hplan\""), PLAN(""));
    check_run(run(&p, "diff", "gammel.hplan", "ny.hplan", NULL), 2, "", "resten.hplan");
    Run r = run(&p, "diff", "gammel.hplan", "gammel.hplan", NULL);
    ck_assert_int_eq(r.code, 2);
    ck_assert_int_eq(count_of(r.err, " HP"), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(from_standard_input)
{
    Place p = two_plans(PLAN("tiltak \"X\""), "");
    p.input = PLAN("tiltak \"X\"\ntiltak \"Y\"");
    check_run(run(&p, "diff", "--lang", "en", "gammel.hplan", "-", NULL), 1,
              "Goals, indicators and measures\n  new: measure “Y”\n", "");
    place_close(&p);
}
END_TEST

/* The language is that of the new plan, where nobody asks for another. */
START_TEST(in_the_language_of_the_plan)
{
    Place p =
        two_plans(PLAN("tiltak \"X\""), PLAN("språk: nynorsk\ntiltak \"X\" { \"\"\"Meir.\"\"\" }"));
    check_run(run(&p, "diff", "gammel.hplan", "ny.hplan", NULL), 1, "teksten er endra", "");
    place_close(&p);
}
END_TEST

START_TEST(the_schema_holds)
{
    char command[512];
    snprintf(command, sizeof command,
             "'%s' diff --format json '%s/examples/kragero-2018/handlingsplan.hplan' "
             "'%s/examples/kragero-2018/arsmelding.hplan' | '%s/tests/json/validate.py' -",
             HPLANC, HPLAN_ROOT, HPLAN_ROOT, HPLAN_ROOT);
    // NOLINTNEXTLINE(cert-env33-c): the point is to run it
    ck_assert_int_eq(system(command), 0);
}
END_TEST

/* ---- memory --------------------------------------------------------------------------------- */

static hplan_status compare_with(hplan_session *s, void *older)
{
    static const char new[] =
        PLAN("mål m \"M\" { tiltak \"X\" { kostnad: 5 kr } }\nfordeling \"F\" {\n"
             "| funksjon | netto |\n| 283 Bistand | 2 |\n}\n\"\"\"Ny tekst.\"\"\"");
    Heard told = {0};
    size_t changes;
    hplan_status status = hplan_bytes_add(s, "ny.hplan", new, sizeof new - 1);
    if (status == HPLAN_OK)
        status = hplan_session_check(s);
    if (status == HPLAN_OK)
        status =
            hplan_diff_write(*(hplan_session **)older, s, HPLAN_FORM_TEXT, hear, &told, &changes);
    free(told.bytes);
    if (status == HPLAN_NOMEM) { /* then both sessions are at their end */
        static const char old[] =
            PLAN("tiltak \"X\" { kostnad: 4 kr }\nfordeling \"F\" {\n| funksjon | netto |\n"
                 "| 283 Bistand | 1 |\n}");
        hplan_session_close(*(hplan_session **)older);
        *(hplan_session **)older = hplan_session_open(NULL);
        ck_assert_int_eq(hplan_bytes_add(*(hplan_session **)older, "g.hplan", old, sizeof old - 1),
                         HPLAN_OK);
        ck_assert_int_eq(hplan_session_check(*(hplan_session **)older), HPLAN_OK);
    }
    return status;
}

START_TEST(memory_runs_out)
{
    hplan_session *older = hplan_session_open(NULL);
    ck_assert_int_eq(hplan_session_check(older), HPLAN_OK);
    each_allocation_fails(compare_with, &older, 10);
    hplan_session_close(older);
}
END_TEST

Suite *test_cli_diff_suite(void)
{
    Suite *s = suite_create("cli_diff");
    TCase *t = tcase_create("diff");
    tcase_set_timeout(t, 60);
    tcase_add_test(t, codes_of_diff);
    tcase_add_test(t, called_wrongly);
    tcase_add_test(t, a_plan_with_errors_is_compared);
    tcase_add_test(t, a_plan_that_lacks_a_file_is_not);
    tcase_add_test(t, from_standard_input);
    tcase_add_test(t, in_the_language_of_the_plan);
    tcase_add_test(t, the_schema_holds);
    tcase_add_test(t, memory_runs_out);
    suite_add_tcase(s, t);
    return s;
}
