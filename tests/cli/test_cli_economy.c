/*
 * test_cli_economy.c — the financial plan of a whole municipality in the examples, and its annual
 * report, right and spoilt.
 */
#include "support/command.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

Suite *test_cli_economy_suite(void);

#define EXAMPLE HPLAN_ROOT "/examples/okonomiplan-2026"
#define PLAN "okonomiplan.hplan"
#define REPORT "arsmelding.hplan"

static void finds(const char *file, const char *old, const char *now, const char *what)
{
    Run r = run_checked_with(EXAMPLE, file, old, now);
    ck_assert_msg(r.code == 1, "%s: exit %d: %s", now, r.code, r.err);
    expect_part(r.err, what);
    run_free(&r);
}

START_TEST(both_are_in_order)
{
    const char *const files[] = {PLAN, REPORT};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        Run r = run_checked_with(EXAMPLE, files[i], "Kragerø", "Kragerø");
        ck_assert_int_eq(r.code, 0);
        ck_assert_str_eq(r.err, "");
        expect_part(r.out, "i orden");
        run_free(&r);
    }
}
END_TEST

START_TEST(what_is_said_twice_is_held_together)
{
    finds(PLAN, "      | Stab og støtte     |        54 480 |", "      # |",
          "og «Stab og støtte» har ingen rad");
    finds(PLAN, "|    2026 |    2027 |    2028 |    2029 |", "|    2025 |    2026 |    2027 |    2028 |",
          "er det rett år?");
    finds(PLAN, "386 900 | 390 400", "390 400 | 386 900", "«2027» trolig byttet plass");
    finds(PLAN, "32 500 = ", "35 200 = ", "HP4004");
    finds(PLAN, "totalt: 64 000", "totalt: 64 000 000", "HP4026");
    finds(PLAN, "{865,4 mill. kr", "{868,1 mill. kr", "er det rett år?");
}
END_TEST

START_TEST(the_report_is_held_to_the_plan)
{
    finds(REPORT, "resultat 2026: 0,7 %; status: ikke nådd", "resultat 2026: 0,7 %; status: nådd",
          "HP7");
    finds(REPORT, "indikator fond {", "nytt tiltak {",
          "1 av 3 indikatorer i planen er ikke besvart");
    finds(REPORT, "| 11 120 |", "| 11 210 |", "HP4");
}
END_TEST

Suite *test_cli_economy_suite(void)
{
    Suite *s = suite_create("cli_economy");
    TCase *t = tcase_create("economy");
    tcase_set_timeout(t, 60);
    tcase_add_test(t, both_are_in_order);
    tcase_add_test(t, what_is_said_twice_is_held_together);
    tcase_add_test(t, the_report_is_held_to_the_plan);
    suite_add_tcase(s, t);
    return s;
}
