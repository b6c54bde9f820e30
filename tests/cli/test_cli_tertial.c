/*
 * test_cli_tertial.c — the tertial report of the examples, right and spoilt.
 */
#include "support/command.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

Suite *test_cli_tertial_suite(void);

#define EXAMPLE HPLAN_ROOT "/examples/tertial-2026"
#define REPORT "tertialrapport.hplan"

static void finds(const char *old, const char *now, int code, const char *what)
{
    Run r = run_checked_with(EXAMPLE, REPORT, old, now);
    ck_assert_msg(r.code == code, "%s: exit %d: %s", now, r.code, r.err);
    expect_part(r.err, what);
    run_free(&r);
}

START_TEST(it_is_in_order)
{
    Run r = run_checked_with(EXAMPLE, REPORT, "Tertialrapport", "Tertialrapport");
    ck_assert_int_eq(r.code, 0);
    ck_assert_str_eq(r.err, "");
    expect_part(r.out, "i orden");
    run_free(&r);
}
END_TEST

START_TEST(what_is_due_is_asked_for)
{
    finds("resultat 1. halvår 2026: 7,4 %; prognose 2026: 7,0 %", "", 1,
          "Indikatoren i planen er ikke besvart");
    finds("tiltak bøker { status: pågår }", "", 1, "1 av 2 tiltak i planen er ikke besvart");
    finds("verbalvedtak 1 {", "nytt tiltak \"X\" {", 1, "Verbalvedtaket i planen er ikke besvart");
}
END_TEST

START_TEST(what_is_not_due_is_not)
{
    Run r = run_checked_with(EXAMPLE, REPORT,
                             "indikator prøve { prognose 2026: 88 % }", "indikator prøve { }");
    expect_part(r.err, "prøve"); /* the text names its forecast */
    ck_assert_ptr_null(strstr(r.err, "HP7002"));
    run_free(&r);
}
END_TEST

/* The same answers do not do when the year is over. */
START_TEST(the_year_is_asked_for_at_its_end)
{
    finds("per: 31.8.2026", "per: 31.12.2026", 1, "1 av 3 tiltak i planen er ikke besvart");
    finds("  per: 31.8.2026\n", "", 1, "1 av 3 tiltak i planen er ikke besvart");
}
END_TEST

START_TEST(a_wrong_day_is_told)
{
    finds("per: 31.8.2026", "per: 31.9.2026", 1, "31.9.2026");
    finds("per: 31.8.2026", "per: 2. tertal 2026", 1, "2. tertal 2026");
    finds("per: 31.8.2026", "per: 31.8.2025", 1, "HP7010");
}
END_TEST

START_TEST(a_deviation_is_reckoned_and_accounted_for)
{
    finds("| 2 900 |", "| 2 800 |", 1, "HP4001");
    finds("prognose 2026: 185,5 mill. kr\n", "prognose 2026: 186,5 mill. kr\n", 1, "2,5 mill. kr");
}
END_TEST

/* The plan is in a file of its own, and `om` knows nevertheless that it opens a frame. */
START_TEST(an_om_opens_the_plans_frame)
{
    Run r = run_checked_with(EXAMPLE, REPORT,
                             "ramme oppvekst \"Netto ramme for oppvekst\" {", "om oppvekst {");
    ck_assert_str_eq(r.err, "");
    ck_assert_int_eq(r.code, 0);
    run_free(&r);
}
END_TEST

/* ---- the skeleton of one --------------------------------------------------------------------- */

static Run skeleton(const char *as_of)
{
    Place p = place_open();
    place_copy_plans(&p, ".", EXAMPLE);
    Run r = run(&p, "report", "handlingsplan.hplan", "--per", as_of, "-o", "-", NULL);
    place_close(&p);
    return r;
}

START_TEST(a_skeleton_asks_for_what_is_due)
{
    static const char *const asked[] = {
        "rapport rapport-2-tertial-2026 \"Tertialrapport 2. tertial 2026: Oppvekst\" {\n",
        "  per: 2. tertial 2026\n",
        ("# revidert budsjett 2026: … mill. kr\n      # regnskap per 31.8.2026: … mill. kr\n"
         "      # prognose 2026: … mill. kr\n"),
        ("| netto \"Budsjett 2026\" | regnskap \"Regnskap per 31.8.2026\" "
         "| prognose \"Prognose 2026\" | avvik |\n"),
        "# resultat 1. halvår 2026: … %\n        # prognose 2026: … %\n",
        "tiltak bøker {",
        "verbalvedtak 1 \"Svømmeopplæring\" {"};
    Run r = skeleton("2. tertial");
    ck_assert_int_eq(r.code, 0);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        expect_part(r.out, asked[i]);
    ck_assert_ptr_null(strstr(r.out, "leserom")); /* of 2028 */
    ck_assert_ptr_null(strstr(r.out, "# resultat 2026"));
    run_free(&r);
}
END_TEST

START_TEST(a_skeleton_is_called_after_its_time)
{
    static const char *const titles[][2] = {
        {"31.8.2026", "rapport rapport-31-8-2026 \"Rapport per 31.8.2026: Oppvekst\""},
        {"1. halvår 2026", "rapport rapport-1-halvår-2026 \"Halvårsrapport 1. halvår 2026: Oppvekst\""},
        {"T1", "rapport rapport-T1-2026 \"Tertialrapport T1 2026: Oppvekst\""},
        {"mars 2027", "\"Månedsrapport mars 2027"},
        {"3. kvartal", "\"Kvartalsrapport 3. kvartal 2026"},
        {"3. tertial", "# resultat 2026: … %"}, /* the year is over */
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        Run r = skeleton(titles[i][0]);
        ck_assert_int_eq(r.code, 0);
        expect_part(r.out, titles[i][1]);
        run_free(&r);
    }
}
END_TEST

START_TEST(what_is_no_part_of_the_year_is_told)
{
    static const char *const wrong[] = {"tullball", "2026", "2026–2027", "31.9.2026", ""};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Run r = skeleton(wrong[i]);
        ck_assert_int_eq(r.code, 2);
        ck_assert_str_eq(r.out, "");
        ck_assert_int_eq(count_of(r.err, "\n"), 1);
        expect_part(r.err, "er ikke en dag eller en del av året");
        run_free(&r);
    }
}
END_TEST

/* Filled in it is in order, and a wrong figure in it is found. */
START_TEST(a_skeleton_can_be_filled_in)
{
    static const char *const answers[][2] = {
        {"# revidert budsjett 2026: … mill. kr", "revidert budsjett 2026: 183,0 mill. kr"},
        {"# regnskap per 31.8.2026: … mill. kr", "regnskap per 31.8.2026: 124,4 mill. kr"},
        {"# prognose 2026: … mill. kr\n", "prognose 2026: 185,5 mill. kr\nmerknad: \"Vi holder igjen.\"\n"},
        {"120 500 |                                   |                          |       |",
         "120 500 | 83 100 | 123 400 | 2 900 |"},
        {"62 500 |                                   |                          |       |",
         "62 500 | 41 300 | 62 100 | -400 |"},
        {"183 000 |                                   |                          |       |",
         "183 000 | 124 400 | 185 500 | 2 500 |"},
        {"# status: …", "status: pågår"},
        {"# prognose 2026: … %", "prognose 2026: 88 %"},
        {"# resultat 1. halvår 2026: … %", "resultat 1. halvår 2026: 7,4 %"},
    };
    Run made = skeleton("2. tertial");
    Place p = place_open();
    place_copy_plans(&p, ".", EXAMPLE);
    char *text = strdup(made.out);
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        text = replaced(text, answers[i][0], answers[i][1]);
    place_write(&p, "fylt.hplan", text);
    expect_run(run(&p, "check", "-q", "fylt.hplan", NULL), 0, "", "");
    text = replaced(text, "185 500", "185 600");
    place_write(&p, "fylt.hplan", text);
    Run r = run(&p, "check", "fylt.hplan", NULL);
    expect_part(r.err, "HP4001");
    run_free(&r);
    run_free(&made);
    free(text);
    place_close(&p);
}
END_TEST

Suite *test_cli_tertial_suite(void)
{
    Suite *s = suite_create("cli_tertial");
    TCase *tc = tcase_create("tertial");
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, it_is_in_order);
    tcase_add_test(tc, what_is_due_is_asked_for);
    tcase_add_test(tc, what_is_not_due_is_not);
    tcase_add_test(tc, the_year_is_asked_for_at_its_end);
    tcase_add_test(tc, a_wrong_day_is_told);
    tcase_add_test(tc, a_deviation_is_reckoned_and_accounted_for);
    tcase_add_test(tc, an_om_opens_the_plans_frame);
    tcase_add_test(tc, a_skeleton_asks_for_what_is_due);
    tcase_add_test(tc, a_skeleton_is_called_after_its_time);
    tcase_add_test(tc, what_is_no_part_of_the_year_is_told);
    tcase_add_test(tc, a_skeleton_can_be_filled_in);
    suite_add_tcase(s, tc);
    return s;
}
