/*
 * test_cli_tertial.c — the tertial report of the examples, right and spoilt.
 */
#include "support/command.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

Suite *test_cli_tertial_suite(void);

#define EXAMPLE HPLAN_ROOT "/examples/tertial-2026"

/* The example with one text in its report put for another. */
static Run checked_with(const char *old, const char *now)
{
    Place p = place_open();
    place_copy_plans(&p, ".", EXAMPLE);
    char *text = place_read(&p, "tertialrapport.hplan");
    char *at = strstr(text, old);
    ck_assert_msg(at != NULL, "no “%s”", old);
    size_t len = strlen(text) + strlen(now) + 1;
    char *spoilt = calloc(len, 1);
    memcpy(spoilt, text, (size_t)(at - text));
    strcat(spoilt, now);
    strcat(spoilt, at + strlen(old));
    place_write(&p, "tertialrapport.hplan", spoilt);
    Run r = run(&p, "check", "tertialrapport.hplan", NULL);
    free(spoilt);
    free(text);
    place_close(&p);
    return r;
}

static void finds(const char *old, const char *now, int code, const char *what)
{
    Run r = checked_with(old, now);
    ck_assert_msg(r.code == code, "%s: exit %d: %s", now, r.code, r.err);
    expect_part(r.err, what);
    run_free(&r);
}

START_TEST(it_is_in_order)
{
    Run r = checked_with("Tertialrapport", "Tertialrapport");
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
    Run r = checked_with("indikator prøve { prognose 2026: 88 % }", "indikator prøve { }");
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
    Run r = checked_with("ramme oppvekst \"Netto ramme for oppvekst\" {", "om oppvekst {");
    ck_assert_str_eq(r.err, "");
    ck_assert_int_eq(r.code, 0);
    run_free(&r);
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
    suite_add_tcase(s, tc);
    return s;
}
