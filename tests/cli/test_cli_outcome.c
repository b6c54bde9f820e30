/*
 * test_cli_outcome.c — what the page says of a claim that was looked at and is not so.
 */
#include "support/command.h"

#include <check.h>
#include <string.h>

Suite *test_cli_outcome_suite(void);

static void check_outcome(const char *plan, const char *outcome)
{
    Place p = place_open();
    place_write(&p, "p.hplan", plan);
    Run r = run(&p, "build", "-q", "--to", "md", "-o", "-", "p.hplan", NULL);
    ck_assert_msg(strstr(r.out, outcome) != NULL, "no %s in\n%s", outcome, r.out);
    ck_assert_ptr_null(strstr(r.out, "ikke kontrollert"));
    run_free(&r);
    place_close(&p);
}

START_TEST(what_stands_twice_is_a_claim_that_does_not_hold)
{
    check_outcome("plan p \"P\" {\nkommune: Kragerø\når: 2018\nversjon: utkast\n"
                  "prinsipp \"Åpenhet\"\nprinsipp \"Åpenhet\"\n"
                  "krev: unik(prinsipp.tittel) \"Ingen er like\"\n}\n",
                  "stemmer ikke");
    check_outcome("plan p \"P\" {\nkommune: Kragerø\når: 2018\nversjon: utkast\n"
                  "prinsipp \"Åpenhet\"\nkrev: unik(finnes.ikke) \"Ingen er like\"\n}\n",
                  "kan ikke kontrolleres");
}
END_TEST

Suite *test_cli_outcome_suite(void)
{
    Suite *s = suite_create("cli_outcome");
    TCase *t = tcase_create("outcome");
    tcase_add_test(t, what_stands_twice_is_a_claim_that_does_not_hold);
    suite_add_tcase(s, t);
    return s;
}
