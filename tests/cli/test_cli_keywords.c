/*
 * test_cli_keywords.c — hplanc fmt --keywords: what is rewritten, what is left, and the way back.
 */
#include "support/command.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_cli_keywords_suite(void);

static const char norwegian[] =
    "plan p \"Om mål og tiltak\" {\n"
    "  kommune: Kragerø\n"
    "  år: 2018\n"
    "  fakta {\n"
    "    avdeling a \"avdeling a\"\n"
    "    enhet goal \"Enhet\"  # avdeling og enhet er to ord\n"
    "  }\n"
    "  ramme {\n"
    "    vedtatt av: kommunestyret\n"
    "    2018: 10 kr\n"
    "  }\n"
    "  fordeling f \"Delt\" {\n"
    "    av: ramme.2018\n"
    "    | Avdeling   | NETTO |\n"
    "    | avdeling a |     4 |\n"
    "    | Enhet      |     6 |\n"
    "    | Sum        |    10 |\n"
    "  }\n"
    "  tiltak \"Flere\" { ansvar: goal; frist: våren 2018; status: ferdig }\n"
    "  \"\"\"\n"
    "  Vi har {to = antall(enhet)} enheter og {ca. 10 kr = ramme.2018} i ramme.\n"
    "  \"\"\"\n"
    "}\n";

static const char english[] =
    "plan p \"Om mål og tiltak\" {\n"
    "  municipality: Kragerø\n"
    "  year: 2018\n"
    "  facts {\n"
    "    department a \"avdeling a\"\n"
    "    unit goal \"Enhet\"  # avdeling og enhet er to ord\n"
    "  }\n"
    "  frame {\n"
    "    decided by: kommunestyret\n"
    "    2018: 10 kr\n"
    "  }\n"
    "  breakdown f \"Delt\" {\n"
    "    of: frame.2018\n"
    "    | Department | NET |\n"
    "    | avdeling a |   4 |\n"
    "    | Enhet      |   6 |\n"
    "    | Sum        |  10 |\n"
    "  }\n"
    "  measure \"Flere\" { responsible: goal; due: våren 2018; status: finished }\n"
    "  \"\"\"\n"
    "  Vi har {to = count(unit)} enheter og {ca. 10 kr = frame.2018} i ramme.\n"
    "  \"\"\"\n"
    "}\n";

static void gives(const Place *p, const char *words, const char *file, const char *out)
{
    Run r = run(p, "fmt", "--keywords", words, file, NULL);
    ck_assert_msg(r.code == 0, "exit %d: %s", r.code, r.err);
    ck_assert_str_eq(r.out, out);
    ck_assert_str_eq(r.err, "");
    run_free(&r);
}

START_TEST(there_and_back)
{
    Place p = place_open();
    place_write(&p, "nb.hplan", norwegian);
    place_write(&p, "en.hplan", english);
    gives(&p, "en", "nb.hplan", english);
    gives(&p, "nb", "en.hplan", norwegian);
    gives(&p, "nb", "nb.hplan", norwegian);
    p.input = norwegian;
    gives(&p, "en", "-", english);
    place_close(&p);
}
END_TEST

/* Where a name is what the keyword is called there, the path would lead to the name. */
START_TEST(a_name_is_not_caught)
{
    Place p = place_open();
    place_write(&p, "a.hplan",
                "plan p \"P\" {\n  år: 2018\n  ramme \"R\" { 2018: 10 kr }\n"
                "  nøkkeltall frame \"F\" { 2018: 11 kr }\n"
                "  krev: ramme.2018 < frame.2018\n}\n");
    Run r = run(&p, "fmt", "--write", "--keywords=en", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_str_eq(r.err, "hplanc: «ramme» står som før i a.hplan:5: det kan ikke skrives om og "
                            "tilbake uten å bli noe annet\n");
    run_free(&r);
    char *text = place_read(&p, "a.hplan");
    ck_assert_ptr_nonnull(strstr(text, "  frame \"R\" {"));
    ck_assert_ptr_nonnull(strstr(text, "  require: ramme.2018 < frame.2018\n"));
    free(text);
    r = run(&p, "check", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* Spellings that are read but never written would come back as others. */
START_TEST(what_would_not_come_back_stays)
{
    Place p = place_open();
    place_write(&p, "a.hplan",
                "plan p \"P\" {\n  år: 2018\n  indikator i \"I\" {\n    måles i: %\n"
                "    mål 2018: 4 %\n    måltall 2019: 5 %\n  }\n}\n");
    Run r = run(&p, "fmt", "--keywords=en", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_ptr_nonnull(strstr(r.out, "\n    mål 2018: 4 %\n    target 2019: 5 %\n"));
    ck_assert_int_eq(count_of(r.err, "«mål» står som før i a.hplan:5"), 1);
    ck_assert_int_eq(count_of(r.err, "\n"), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* A column is named by its head, in another file too: both go, or neither. */
START_TEST(files_that_belong_together)
{
    static const char whole[] = "plan p \"P\" {\n  år: 2018\n  bruk \"del.hplan\"\n"
                                "  krev: sum(kart.Årsverk) = 3 årsverk\n}\n";
    static const char part[] =
        "del av \"plan.hplan\"\ntabell kart \"Kart\" {\n"
        "  | Boks | Årsverk |\n  | A    |       1 |\n  | B    |       2 |\n}\n";
    Place p = place_open();
    place_write(&p, "plan.hplan", whole);
    place_write(&p, "del.hplan", part);
    Run r = run(&p, "fmt", "--keywords=en", "del.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_ptr_nonnull(strstr(r.out, "part of \"plan.hplan\"\ntable kart \"Kart\" {\n"));
    ck_assert_ptr_nonnull(strstr(r.out, "| Boks | Årsverk |"));
    ck_assert_int_eq(count_of(r.err, "«Årsverk» står som før i del.hplan:3"), 1);
    run_free(&r);
    r = run(&p, "fmt", "--write", "--keywords=en", "del.hplan", "plan.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_str_eq(r.err, "");
    run_free(&r);
    char *text = place_read(&p, "plan.hplan");
    ck_assert_ptr_nonnull(strstr(text, "require: sum(kart.Fte) = 3 årsverk\n"));
    free(text);
    r = run(&p, "fmt", "--write", "--keywords=nb", "plan.hplan", "del.hplan", NULL);
    run_free(&r);
    text = place_read(&p, "plan.hplan");
    ck_assert_str_eq(text, whole);
    free(text);
    text = place_read(&p, "del.hplan");
    ck_assert_str_eq(text, part);
    free(text);
    place_close(&p);
}
END_TEST

START_TEST(what_cannot_be_rewritten)
{
    Place p = place_open();
    place_write(&p, "form.hplan",
                "plan p \"P\" {\n    år:2018\n  ramme \"R\" { 2018: 4.6 kr }\n}\n");
    Run r = run(&p, "fmt", "--keywords", "en", "form.hplan", NULL);
    ck_assert_int_eq(r.code, 1);
    ck_assert_str_eq(r.out, "plan p \"P\" {\n  år: 2018\n  ramme \"R\" { 2018: 4.6 kr }\n}\n");
    ck_assert_str_eq(r.err,
                     "hplanc: ordene i «form.hplan» er som før: «hplanc sjekk» viser feil som "
                     "må rettes først\n");
    run_free(&r);
    r = run(&p, "fmt", "--keywords", "en", "borte.hplan", NULL);
    ck_assert_int_eq(r.code, 2);
    ck_assert_str_eq(r.out, "");
    ck_assert_str_eq(r.err, "hplanc: finner ikke «borte.hplan»\n");
    run_free(&r);
    r = run(&p, "fmt", "--keywords", "sv", "form.hplan", NULL);
    ck_assert_int_eq(r.code, 2);
    ck_assert_int_eq(count_of(r.err, "«--keywords=sv» går ikke an; velg en av nb|nn|en"), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* A body that stands on one line must not be parted there: it would not come together again. */
START_TEST(lines_stay_whole)
{
    char text[300];
    Place p = place_open();
    snprintf(text, sizeof text,
             "plan p \"P\" {\n  år: 2018\n  tiltak \"%.*s\" { ansvar: \"x\"; frist: "
             "2018; vedtatt av: styret }\n}\n",
             60, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    place_write(&p, "a.hplan", text);
    Run r = run(&p, "fmt", "--check", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    run_free(&r);
    r = run(&p, "fmt", "--write", "--keywords=en", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    run_free(&r);
    gives(&p, "nb", "a.hplan", text);
    place_close(&p);
}
END_TEST

Suite *test_cli_keywords_suite(void)
{
    Suite *s = suite_create("cli_keywords");
    TCase *c = tcase_create("keywords");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, there_and_back);
    tcase_add_test(c, a_name_is_not_caught);
    tcase_add_test(c, what_would_not_come_back_stays);
    tcase_add_test(c, files_that_belong_together);
    tcase_add_test(c, what_cannot_be_rewritten);
    tcase_add_test(c, lines_stay_whole);
    suite_add_tcase(s, c);
    return s;
}
