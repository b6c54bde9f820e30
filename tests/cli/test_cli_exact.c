/*
 * test_cli_exact.c — --eksakt asks for equality where rounding would do.
 */
#include "support/command.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *test_cli_exact_suite(void);

/* Each of them holds within rounding, and none to the last digit. */
static const char *const rounded[] = {
    "ramme \"R\" { 2018: 38 228 737 kr }\n\"\"\"{38,2 mill. kr = ramme.2018}\"\"\"\n",
    "tabell \"T\" {\n| Post | Beløp : mill. kr |\n| A | 1,2 |\n| B | 1,2 |\n| Sum | 2,5 |\n}\n",
    "tabell \"T\" {\n| Post | inntekter | utgifter | netto |\n| A | 1,2 mill. kr | 3,4 mill. kr | "
    "2,3 mill. kr |\n}\n",
    "tabell \"T\" {\n| Post | 2018 : mill. kr | 2019 : mill. kr | Sum |\n| A | 1,2 | 1,2 | 2,5 "
    "|\n}\n",
    "ramme \"R\" { 2018: 38 228 737 kr }\nfordeling \"F\" {\nav: ramme.2018\nskala: 1000 kr\n"
    "| funksjon | netto |\n| 120 A | 38 229 |\n}\n",
    "tabell \"T\" {\n| Post | Beløp : mill. kr |\n| A | 2,5 |\n| fordelt: B | 1,2 |\n"
    "| fordelt: C | 1,2 |\n}\n",
    "investering \"I\" { periode: 2018–2019; totalt: 2,5 mill. kr; 2018: 1,2 mill. kr; "
    "2019: 1,2 mill. kr }\n",
    "avdeling \"A\" { årsverk: 2,3; stilling \"B\" { antall: 3; stillingsprosent: 75 % } }\n",
    "nøkkeltall n \"N\" { 2018: 2,5 % }\nkrev: n.2018 = 2,54 %\n",
};

START_TEST(rounding_is_refused)
{
    char plan[2048];
    Place p = place_open();
    snprintf(plan, sizeof plan, "plan p \"P\" {\nkommune: Kragerø\når: 2018\n%s}\n", rounded[_i]);
    place_write(&p, "p.hplan", plan);
    Run loose = run(&p, "check", "p.hplan", NULL);
    Run exact = run(&p, "check", "--eksakt", "p.hplan", NULL);
    ck_assert_msg(loose.code == 0, "%s\n%s", plan, loose.err);
    ck_assert_msg(exact.code == 1, "%s\n%s", plan, exact.err);
    ck_assert_ptr_null(strstr(exact.err, "avrunding"));
    run_free(&loose);
    run_free(&exact);
    place_close(&p);
}
END_TEST

Suite *test_cli_exact_suite(void)
{
    Suite *s = suite_create("cli_exact");
    TCase *t = tcase_create("exact");
    tcase_add_loop_test(t, rounding_is_refused, 0, (int)(sizeof rounded / sizeof *rounded));
    suite_add_tcase(s, t);
    return s;
}
