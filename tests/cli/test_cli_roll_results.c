/*
 * test_cli_roll_results.c — what the report tells comes along to next year's plan, and what that
 * plan lacks before it can be adopted is said.
 */
#include "support/command.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

Suite *test_cli_roll_results_suite(void);

/* Next year's plan, out of this one and the report on it. OWNED by the caller. */
static char *rolled(const char *plan, const char *report)
{
    Place p = place_open();
    place_write(&p, "plan.hplan", plan);
    place_write(&p, "r.hplan", report);
    expect_run(run(&p, "roll", "r.hplan", "-o", "ny.hplan", NULL), 0, NULL, NULL);
    expect_sound(&p, "ny.hplan");
    char *text = place_read(&p, "ny.hplan");
    place_close(&p);
    return text;
}

#define BESIDE \
    "bruk \"plan.hplan\"\nrapport r \"R\" {\n  kommune: Kragerø; år: 2026; for: skole-2026\n"

START_TEST(results_of_parts_of_the_year_come_along)
{
    static const char plan[] =
        "plan skole-2026 \"S\" {\n  kommune: Kragerø; år: 2026\n"
        "  indikator i \"I\" {\n    måles i: %\n    måltall 1. halvår 2026: 70 %\n  }\n}\n";
    static const char report[] =
        BESIDE "  indikator i { resultat 1. halvår 2026: 71 % }\n}\n";
    char *text = rolled(plan, report);
    expect_part(text, "    resultat 1. halvår 2026: 71 %\n");
    ck_assert_ptr_null(strstr(text, "FYLL UT: resultat"));
    free(text);
}
END_TEST

/* A target of the year is answered by the result of the year, whatever its parts came to. */
START_TEST(a_year_and_its_parts_are_both_told_and_asked_for)
{
    static const char plan[] =
        "plan skole-2026 \"S\" {\n  kommune: Kragerø; år: 2026\n  indikator i \"I\" {\n"
        "    måles i: %\n    måltall 1. halvår 2026: 70 %\n    måltall 2026: 75 %\n  }\n"
        "  indikator j \"J\" {\n    måles i: %\n    måltall 2026: 75 %\n  }\n}\n";
    static const char report[] =
        BESIDE "  indikator i { resultat 1. halvår 2026: 71 % }\n"
               "  indikator j { resultat 1. halvår 2026: 72 %; resultat 2026: 73 % }\n}\n";
    char *text = rolled(plan, report);
    expect_part(text, "    måltall 1. halvår 2026: 70 %\n"
                      "    # FYLL UT: måltall 1. halvår 2027: … %\n    måltall 2026: 75 %\n"
                      "    # FYLL UT: måltall 2027: … %\n    resultat 1. halvår 2026: 71 %\n"
                      "    # FYLL UT: resultat 2026: … %\n  }\n");
    expect_part(text, "    resultat 1. halvår 2026: 72 %\n    resultat 2026: 73 %\n  }\n");
    free(text);
}
END_TEST

/* «resultat» is of the only one there is: with another it would be anyone's. */
START_TEST(results_of_rows_come_along_whatever_time_they_are_of)
{
    static const char plan[] =
        "plan skole-2026 \"S\" {\n  kommune: Kragerø; år: 2026\n"
        "  indikator {\n    | navn | tittel | måles i | resultat 1. halvår 2025 | resultat 2. "
        "halvår 2025 | måltall 2026 |\n    | a | A | % | 1 % | 2 % | 5 % |\n"
        "    | b | B | % | 3 % | 4 % | 5 % |\n  }\n"
        "  indikator {\n    | navn | tittel | måles i | måltall 2026 |\n"
        "    | c | C | % | 5 % |\n    | d | D | % | 5 %\n  }\n"
        "  indikator {\n    | navn | tittel | måles i | resultat 2026 | måltall 2026 |\n"
        "    | e | E | % |  | 5 % |\n    | f | F | % | 9 % | 5 % |\n  }\n}\n";
    static const char report[] =
        BESIDE "  versjon: utkast\n  indikator a { resultat 1. halvår 2026: 7 %; resultat 2. halvår 2026: 8 % }\n"
        "  indikator {\n    | tittel | resultat 2026 |\n    | c | 10 % |\n  }\n"
        "  indikator e { resultat 2026: 12 % }\n}\n";
    char *text = rolled(plan, report);
    expect_part(text, "# FYLL UT: nye kolonner: måltall 2027, resultat 1. halvår 2026, resultat 2. halvår 2026\n");
    expect_part(text, "| resultat 2. halvår 2025 | resultat 1. halvår 2026 | resultat 2. halvår 2026 |");
    expect_part(text, "|                     1 % |                     2 % |                     7 % |                     8 % |");
    expect_part(text, "| c    | C      | %       |          5 % |              |          10 % |\n");
    expect_part(text, "| d    | D      | %       |          5 % |              |               |\n");
    expect_part(text, "| e    | E      | %       |          12 % |          5 % |");
    expect_part(text, "| f    | F      | %       |           9 % |          5 % |");
    free(text);
}
END_TEST

START_TEST(a_result_that_leaves_another_figure_in_doubt_is_left_to_put_in)
{
    static const char plan[] =
        "plan skole-2026 \"S\" {\n  kommune: Kragerø; år: 2026\n"
        "  indikator i \"I\" {\n    måles i: %\n    resultat 2025: 70 %\n  }\n"
        "  indikator j \"J\" {\n    måles i: %\n    resultat 2025: 70 %\n  }\n"
        "  indikator {\n    | tittel | navn | Resultat 2025 |\n    | K      | k    |       "
        "   70 % |\n"
        "    | L      | l    |          70 % |\n  }\n"
        "  \"\"\"\n  Fra {70 % = i.resultat} til {70 % = k.resultat}.\n  \"\"\"\n}\n";
    static const char report[] =
        BESIDE "  indikator i { resultat 2026: 80 % }\n  indikator j { resultat 2026: 81 % }\n"
        "  indikator k { resultat 2026: 82 % }\n  indikator l { resultat 2026: 83 % }\n}\n";
    char *text = rolled(plan, report);
    expect_part(text, "    resultat 2025: 70 %\n    # FYLL UT: resultat 2026: 80 %\n");
    expect_part(text, "    resultat 2025: 70 %\n    resultat 2026: 81 %\n");
    expect_part(text, "    | K      | k    |          70 % |               |\n");
    expect_part(text, "    | L      | l    |          70 % |          83 % |\n");
    free(text);
}
END_TEST

/* In a draft they are warnings, which nobody looks for among the rest. */
START_TEST(what_would_be_an_error_is_a_line_to_be_done)
{
    Place p = place_open();
    place_write(&p, "plan.hplan",
                "plan p \"Budsjett 2023\" {\n  kommune: Kragerø; år: 2023\n"
                "  ramme r \"R\" { 2023: 100 kr; 2024: 120 kr }\n"
                "  fordeling f \"Fordelt\" {\n    av: ramme\n    | funksjon | netto |\n"
                "    | 253 | 40 |\n    | 254 | 60 |\n    | Sum | 100 |\n  }\n"
                "  tjeneste o \"Omsorg\" { funksjon: 254 }\n}\n");
    Run r = run(&p, "roll", "plan.hplan", "-o", "ny.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    expect_part(r.err, "  KOSTRA-funksjon 254 gjelder ikke i 2024\n    13, 20\n");
    run_free(&r);
    char *text = place_read(&p, "ny.hplan");
    expect_part(text, "    # FYLL UT: KOSTRA-funksjon 254 gjelder ikke i 2024\n"
                      "    # FYLL UT: Fordelingen gir ikke beløpet som fordeles\n    | funksjon |");
    expect_part(text, "  # FYLL UT: KOSTRA-funksjon 254 gjelder ikke i 2024\n  tjeneste o");
    free(text);
    expect_sound(&p, "ny.hplan");
    place_close(&p);
}
END_TEST

/* In the file and at the line where it is, though the paths in that file are others. */
START_TEST(a_part_says_what_is_to_be_done_in_it)
{
    Place p = place_open();
    place_folder(&p, ".git");
    place_folder(&p, "ny");
    place_write(&p, "andre.hplan", "plan andre \"Andre\" {\n  kommune: Kragerø\n  år: 2023\n}\n");
    place_write(&p, "plan.hplan",
                "bruk \"andre.hplan\"\nplan p \"Budsjett 2023\" {\n  kommune: Kragerø; år: 2023\n"
                "  bygger på: andre\n  bruk \"del.hplan\"\n}\n");
    place_write(&p, "del.hplan",
                "del av \"plan.hplan\"\n\n\ntjeneste o \"Omsorg\" { funksjon: 254 }\n");
    expect_run(run(&p, "roll", "plan.hplan", "-o", "ny/plan.hplan", NULL), 0, NULL, NULL);
    char *text = place_read(&p, "ny/del.hplan");
    expect_part(text, "# FYLL UT: KOSTRA-funksjon 254 gjelder ikke i 2024\ntjeneste o");
    free(text);
    expect_sound(&p, "ny/plan.hplan");
    place_close(&p);
}
END_TEST

Suite *test_cli_roll_results_suite(void)
{
    Suite *s = suite_create("cli_roll_results");
    TCase *tc = tcase_create("results");
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, results_of_parts_of_the_year_come_along);
    tcase_add_test(tc, a_year_and_its_parts_are_both_told_and_asked_for);
    tcase_add_test(tc, results_of_rows_come_along_whatever_time_they_are_of);
    tcase_add_test(tc, a_result_that_leaves_another_figure_in_doubt_is_left_to_put_in);
    tcase_add_test(tc, what_would_be_an_error_is_a_line_to_be_done);
    tcase_add_test(tc, a_part_says_what_is_to_be_done_in_it);
    suite_add_tcase(s, tc);
    return s;
}
