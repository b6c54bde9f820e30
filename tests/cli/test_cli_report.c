/*
 * test_cli_report.c — hplanc report as a user runs it: the skeleton is in form, the checker says of
 * it only what is not answered, and filled in it is clean.
 *
 * tests/golden/skeleton/ holds what is made of two examples; `HPLAN_RENEW=1 make run-tests
 * T=cli_report` writes it anew: read the difference before you commit it.
 */
#include "support/command.h"
#include "support/files.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_cli_report_suite(void);

#define GOLDEN   HPLAN_ROOT "/tests/golden/skeleton/"
#define EXAMPLES HPLAN_ROOT "/examples/"

/* In form; of errors and warnings there are so many, all HP7002. */
static void is_sound(const Place *p, const char *file, int warnings)
{
    expect_run(run(p, "fmt", "--check", file, NULL), 0, "", "");
    Run r = run(p, "check", "--max", "0", file, NULL);
    ck_assert_msg(r.code == 0, "exit %d: %s", r.code, r.err);
    ck_assert_msg(count_of(r.err, "advarsel HP7002") == warnings, "%s", r.err);
    ck_assert_msg(count_of(r.err, ": advarsel ") == warnings, "%s", r.err);
    run_free(&r);
}

/* ---- the examples --------------------------------------------------------------------------- */

typedef struct Example {
    const char *folder, *plan, *golden;
    int warnings;
} Example;

static const Example examples[] = {
    {EXAMPLES "kragero-2018", "handlingsplan.hplan", "kragero-2018.txt", 4},
    {EXAMPLES "elverum-2023", "plan.hplan", "elverum-2023.txt", 2},
};

static Place place_with(const Example *e)
{
    Place p = place_open();
    place_copy_plans(&p, ".", e->folder);
    return p;
}

START_TEST(an_example_gives_its_skeleton)
{
    const Example *e = &examples[_i];
    char path[512];
    Place p = place_with(e);
    expect_run(run(&p, "report", e->plan, "-o", "rapport.hplan", NULL), 0,
               "skrevet: rapport.hplan\n", "");
    char *made = place_read(&p, "rapport.hplan");
    snprintf(path, sizeof path, GOLDEN "%s", e->golden);
    file_is_golden(path, made);
    is_sound(&p, "rapport.hplan", e->warnings);
    expect_run(run(&p, "rapport", e->plan, NULL), 0, made, "");
    free(made);
    place_close(&p);
}
END_TEST

START_TEST(filled_in_it_is_clean)
{
    static const char *const answers[][2] = {
        {"versjon: utkast", "versjon: vedtatt"},
        {"# status: …", "status: ferdig"},
        {"# resultat 2018: … % av brutto driftsinntekter",
         "resultat 2018: 1,8 % av brutto driftsinntekter"},
        {"# resultat 2018: … %", "resultat 2018: 4,0 %"},
        {"# resultat 2018: … medarbeidere", "resultat 2018: 12 medarbeidere"},
        {"-179 883 |                          |", "-179 883 | -150 000 |"},
        {"2018–2021 |        |", "2018–2021 | pågår |"},
    };
    Place p = place_with(&examples[0]);
    expect_run(run(&p, "report", "handlingsplan.hplan", "-o", "r.hplan", NULL), 0, NULL, "");
    char *text = place_read(&p, "r.hplan");
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        text = replaced(text, answers[i][0], answers[i][1]);
    place_write(&p, "fylt.hplan", text);
    free(text);
    Run r = run(&p, "check", "--streng", "fylt.hplan", NULL);
    ck_assert_msg(r.code == 0 && strstr(r.err, "HP") == NULL, "%s", r.err);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* Nine of them, each with its reason: in the head they were one line that nobody could read. */
START_TEST(what_is_not_answered_is_a_list)
{
    Place p = place_with(&examples[0]);
    Run r = run(&p, "build", "-q", "--to", "md", "-o", ".", "arsmelding.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    run_free(&r);
    char *made = place_read(&p, "arsmelding.md");
    expect_part(made, "\n\n**Ubesvart:**\n\n- En mindre andel av de ansatte har deltidsstilling (st");
    expect_part(made, "\n- HMS i kommunen\n- Bruk av eksterne konsulenter (ikke omtalt)\n\n## 1 ");
    ck_assert_int_eq(count_of(made, "Ubesvart"), 1);
    free(made);
    place_close(&p);
}
END_TEST

START_TEST(it_speaks_as_the_plan_does)
{
    static const char *const words[][3] = {
        {"nn", "ikkje svart på: tiltak", "årsmelding-2018 \"Årsmelding 2018"},
        {"en", "# result 2018: … %", "report årsmelding-2018 \"Årsmelding 2018"},
    };
    Place p = place_with(&examples[0]);
    expect_run(run(&p, "fmt", "--write", "--keywords", words[_i][0], "handlingsplan.hplan",
                   "organisasjon.hplan", NULL),
               0, "", NULL);
    Run r = run(&p, "report", "handlingsplan.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_msg(strstr(r.out, words[_i][1]) != NULL, "%s", r.out);
    ck_assert_msg(strstr(r.out, words[_i][2]) != NULL, "%s", r.out);
    place_write(&p, "r.hplan", r.out);
    run_free(&r);
    is_sound(&p, "r.hplan", 4);
    place_close(&p);
}
END_TEST

/* Words that both norms of Norwegian spell alike tell nothing: `språk` does. */
START_TEST(words_that_are_alike_leave_it_to_the_plans_language)
{
    Place p = place_open();
    place_write(&p, "plan.hplan",
                "plan p \"Plan\" {\n  kommune: Kinn\n  år: 2026\n  språk: nynorsk\n"
                "  tiltak \"X\" { ansvar: \"r\"; frist: 2026 }\n}\n");
    expect_run(run(&p, "report", "plan.hplan", "-o", "r.hplan", NULL), 0, "skrive: r.hplan\n", "");
    char *text = place_read(&p, "r.hplan");
    expect_part(text, "ta bort # framfor dei");
    free(text);
    Run r = run(&p, "roll", "plan.hplan", "-o", "ny.hplan", NULL);
    ck_assert_str_eq(r.out, "skrive: ny.hplan\n");
    expect_part(r.err, "Frå 2026 til 2027");
    expect_part(r.err, "fristen var 2026; skal det vere med i 2027?");
    run_free(&r);
    place_close(&p);
}
END_TEST

/* ---- small plans ---------------------------------------------------------------------------- */

#define PLAN(inside)                  \
    "plan p \"Plan for skolene\" {\n" \
    "  kommune: Kragerø\n"           \
    "  år: 2026\n" inside "}\n"

static void gives(const char *plan, const char *const *parts, int warnings)
{
    Place p = place_open();
    place_write(&p, "plan.hplan", plan);
    expect_run(run(&p, "report", "plan.hplan", "-o", "r.hplan", NULL), 0, NULL, "");
    char *text = place_read(&p, "r.hplan");
    for (; *parts != NULL; parts++)
        ck_assert_msg(strstr(text, *parts) != NULL, "there is no “%s” in:\n%s", *parts, text);
    free(text);
    is_sound(&p, "r.hplan", warnings);
    place_close(&p);
}

START_TEST(a_title_that_repeats_gives_way_to_the_number)
{
    gives(PLAN("  mål a \"A\" { tiltak 1 \"Kurs\" { ansvar: \"r\"; frist: 2026 }\n"
               "    tiltak 2 \"Kurs\" { ansvar: \"r\"; frist: 2026 } }\n"),
          (const char *const[]){"tiltak 1 \"Kurs\" {", "tiltak 2 {\n      # Kurs\n", NULL}, 2);
}
END_TEST

START_TEST(what_cannot_be_named_is_said)
{
    gives(PLAN("  tiltak \"Kurs\" { ansvar: \"r\"; frist: 2026 }\n"
               "  tiltak \"Kurs\" { ansvar: \"r\"; frist: 2027 }\n"
               "  tiltak \"Ferie\" { ansvar: \"r\"; frist: 2026 }\n"),
          (const char *const[]){"# tiltak («Kurs») kan ikke nevnes", "tiltak \"Ferie\" {", NULL},
          1);
}
END_TEST

START_TEST(the_next_target_is_told_where_the_year_has_none)
{
    gives(PLAN("  indikator a \"A\" { måles i: %; retning: opp; måltall 2028: 80 %\n"
               "    måltall 2029: 90 %; måltall 2025: 70 % }\n"),
          (const char *const[]){"# måltall 2028: 80 %\n    # resultat 2026: … %\n", NULL}, 1);
}
END_TEST

START_TEST(parts_of_the_year_are_asked_for_as_such)
{
    gives(
        PLAN("  indikator a \"A\" { måles i: %; måltall 1. halvår 2026: 80 %\n"
             "    måltall 2. halvår 2026: 90 %; måltall 2027: 95 % }\n"
             "  indikator b \"B\" { måles i: %; måltall 2025/2026: 80 % }\n"),
        (const char *const[]){"# måltall 1. halvår 2026: 80 %\n    # måltall 2. halvår 2026: 90 %\n"
                              "    # resultat 1. halvår 2026: … %\n"
                              "    # resultat 2. halvår 2026: … %\n  }\n",
                              "    # resultat 2025/2026: … %\n  }\n", NULL},
        1);
}
END_TEST

START_TEST(rows_are_answered_by_rows)
{
    gives(PLAN("  tiltak {\n    | tiltak | ansvar | frist |\n    | Kurs   | \"r\"    | 2026  |\n"
               "    | Tur    | \"r\"    | 2026  |\n  }\n"),
          (const char *const[]){"    | tiltak | status |\n    | Kurs   |        |\n", NULL}, 1);
}
END_TEST

/* A title that two rows share finds neither; then each row has an answer of its own, or a word. */
START_TEST(rows_that_cannot_be_told_apart_are_answered_singly)
{
    gives(PLAN("  tiltak {\n    | tittel | ansvar | frist |\n    | Kurs   | \"r\"    | 2026  |\n"
               "    | Kurs   | \"s\"    | 2026  |\n    | Tur    | \"r\"    | 2026  |\n  }\n"),
          (const char *const[]){"# tiltak («Kurs») kan ikke nevnes", "  tiltak \"Tur\" {\n", NULL},
          1);
}
END_TEST

#define HALF_YEARS                                                                \
    PLAN("  indikator {\n    måles i: %\n"                                       \
         "    | tittel | måltall 1. halvår 2026 | måltall 2. halvår 2026 |\n"     \
         "    | A      |                     10 |                     12 |\n  }\n")

START_TEST(rows_are_asked_for_the_parts_that_have_targets)
{
    gives(HALF_YEARS, (const char *const[]){"| resultat 1. halvår 2026 | resultat 2. halvår 2026 |\n",
                                            NULL},
          1);
    Place p = place_open();
    place_write(&p, "plan.hplan", HALF_YEARS);
    Run r = run(&p, "report", "plan.hplan", "--per", "1. halvår", NULL);
    expect_part(r.out, "| tittel | måltall 1. halvår 2026 | måltall 2. halvår 2026 "
                       "| resultat 1. halvår 2026 | prognose 2026 |\n");
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(a_part_of_the_year_has_the_rows_that_are_due)
{
    Place p = place_open();
    place_write(&p, "plan.hplan",
                PLAN("  tiltak {\n    | tittel | ansvar | frist    |\n"
                     "    | Kurs   | \"r\"    | 1.6.2026 |\n    | Tur    | \"r\"    | 2028     |\n"
                     "  }\n"));
    Run r = run(&p, "report", "plan.hplan", "--per", "1. halvår", NULL);
    ck_assert_int_eq(r.code, 0);
    expect_part(r.out, "    | tittel | status |\n    | Kurs   |        |\n  }\n");
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(a_budget_of_several_years_gives_the_one)
{
    gives(PLAN("  ramme r \"Ramme\" { 2026: 7 kr; 2027: 8 kr }\n"
               "  fordeling f \"Fordelt\" {\n    av: r\n    | avdeling | 2026 | 2027 |\n"
               "    | A        |    4 |    5 |\n    | B        |    3 |    3 |\n"
               "    | Sum      |    7 |    8 |\n  }\n"),
          (const char *const[]){"| 2026 \"Budsjett 2026\" | regnskap \"Regnskap 2026\" |", NULL},
          0);
}
END_TEST

START_TEST(a_scale_around_the_budget_comes_along)
{
    gives(PLAN("  kapittel 1 \"Penger\" {\n    skala: 1000 kr\n    ramme r \"Ramme\" { 2026: 7 }\n"
               "    fordeling f \"Fordelt\" {\n      av: r.2026\n      | avdeling | 2026 |\n"
               "      | A        |    4 |\n      | B        |    3 |\n      | Sum      |    7 |\n"
               "    }\n  }\n"),
          (const char *const[]){"      av: r.2026\n      skala: 1000 kr\n", NULL}, 0);
}
END_TEST

/* The report is outside the plan's `skala`; what the year has nothing of is not asked for. */
START_TEST(amounts_are_asked_for_in_what_they_are_said)
{
    gives(PLAN("  ramme r \"Ramme\" { skala: 1000 kr; 2026: 7 }\n"
               "  investering bad \"Bad\" { skala: 1000 kr; totalt: 9; kostnad 2026: 9 }\n"
               "  investering vei \"Vei\" { kostnad 2027: 3 mill. kr }\n"),
          (const char *const[]){"  ramme r {\n    # Ramme\n    # 2026: 7 tusen kr\n"
                                "    # regnskap 2026: … tusen kr\n  }\n",
                                "    # totalt: 9 tusen kr\n    # kostnad 2026: 9 tusen kr\n"
                                "    # regnskap 2026: … tusen kr\n    # status: …\n",
                                "    # Vei\n    # status: …\n", NULL},
          0);
}
END_TEST

/* What a measure was to cost and to save stands there for who says what came of it. */
START_TEST(what_a_measure_was_to_save_is_told)
{
    gives(PLAN("  tiltak t \"T\" { frist: 2027; kostnad 2026: 1 kr; besparelse 2026: 4 kr }\n"),
          (const char *const[]){"    # kostnad 2026: 1 kr\n    # besparelse 2026: 4 kr\n", NULL},
          1);
}
END_TEST

/* A table tells of the frame that it divides, not of the others. */
START_TEST(a_frame_that_no_table_divides_is_asked_for)
{
    gives(PLAN("  ramme r \"Ramme\" { 2026: 7 kr; 2027: 8 kr }\n"
               "  ramme s \"Skole\" { 2026: 5 kr }\n"
               "  om s { 2027: 6 kr }\n"
               "  investering bad \"Bad\" {\n    beløp 2026: 9 kr\n"
               "    fordeling f \"Finansiering\" {\n      av: bad\n      | Kilde | 2026 |\n"
               "      | Lån   |    9 |\n      | Sum   |    9 |\n    }\n  }\n"
               "  fordeling g \"Fordelt\" {\n    av: s\n    | skole | 2026 | 2027 |\n"
               "    | A     |    5 |    6 |\n    | Sum   |    5 |    6 |\n  }\n"),
          (const char *const[]){"  ramme r {\n    # Ramme\n    # 2026: 7 kr\n"
                                "    # regnskap 2026: … kr\n  }\n\n  investering bad {\n",
                                NULL},
          0);
}
END_TEST

START_TEST(a_table_that_is_known_to_be_wrong_is_named)
{
    gives(
        PLAN("  ramme r \"Ramme\" { 2026: 7 kr }\n"
             "  fordeling f \"Fordelt\" {\n    kjent feil: HP4001 \"trykt slik\"\n    av: r.2026\n"
             "    | avdeling | netto |\n    | A        |    4 |\n    | B        |    2 |\n"
             "    | Sum      |    7 |\n  }\n"),
        (const char *const[]){"# «Fordelt» er ikke med", NULL}, 0);
}
END_TEST

/* ---- what it is called ---------------------------------------------------------------------- */

START_TEST(its_title_follows_the_plans)
{
    static const char *const titles[][2] = {
        {"\"Plan for skolene\"", "\"Årsmelding 2026: Plan for skolene\""},
        {"\"Handlingsplan 2026: Oppvekst\"", "\"Årsmelding 2026: Oppvekst\""},
        {"\"Plan 2026–2029 for skolene\"", "\"Årsmelding 2026 for skolene\""},
        {"\"Årsbudsjett 2026 og økonomiplan 2026–2029\"", "\"Årsmelding 2026\""},
        {"\"Økonomiplan 2026–2029 med årsbudsjett 2026\"", "\"Årsmelding 2026\""},
        {"\"Plan 2026/27\"", "\"Årsmelding 2026\""},
        {"\"Plan 12026\"", "\"Årsmelding 2026: Plan 12026\""},
        {"«Skolen \"for alle\" 2026»", "\"Årsmelding 2026\""},
        {"«Plan for \"skolene\"»", "«Årsmelding 2026: Plan for \"skolene\"»"},
    };
    char plan[512];
    snprintf(plan, sizeof plan,
             "plan p %s {\n  kommune: Kragerø\n  år: 2026\n"
             "  tiltak «Bli \"best\"» { ansvar: \"r\"; frist: 2026 }\n}\n",
             titles[_i][0]);
    gives(plan, (const char *const[]){titles[_i][1], "tiltak «Bli \"best\"» {", NULL}, 1);
}
END_TEST

/* ---- where it goes -------------------------------------------------------------------------- */

#define SMALL PLAN("  mål a \"A\" { tiltak t \"T\" { ansvar: \"r\"; frist: 2026 } }\n")

START_TEST(it_finds_the_plan_from_where_it_lies)
{
    Place p = place_open();
    place_folder(&p, ".git");
    place_folder(&p, "planer");
    place_folder(&p, "rapporter");
    place_write(&p, "planer/plan.hplan", SMALL);
    expect_run(run(&p, "report", "planer/plan.hplan", "-o", "rapporter/r.hplan", NULL), 0, NULL,
               "");
    char *text = place_read(&p, "rapporter/r.hplan");
    ck_assert_ptr_nonnull(strstr(text, "bruk \"../planer/plan.hplan\"\n"));
    free(text);
    is_sound(&p, "rapporter/r.hplan", 2);
    Run r = run(&p, "report", "planer/plan.hplan", "-o", "-", "--year", "2027", NULL);
    ck_assert_ptr_nonnull(strstr(r.out, "bruk \"planer/plan.hplan\"\n"));
    ck_assert_ptr_nonnull(strstr(r.out, "  år: 2027\n"));
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(it_takes_no_ones_place)
{
    Place p = place_open();
    place_write(&p, "plan.hplan", SMALL);
    expect_run(run(&p, "report", "plan.hplan", "-o", "plan.hplan", NULL), 2, "",
               "hplanc: «plan.hplan» finnes allerede, så ingenting er skrevet\n");
    expect_run(run(&p, "report", "plan.hplan", "-o", "borte/r.hplan", NULL), 2, "",
               "hplanc: mappen som «borte/r.hplan» skal ligge i, finnes ikke\n");
    place_folder(&p, "her");
    place_folder(&p, "der");
    place_write(&p, "her/plan.hplan", SMALL);
    expect_run(
        run(&p, "report", "her/plan.hplan", "-o", "der/r.hplan", NULL), 2, "",
        "hplanc: «her/plan.hplan» kan ikke leses fra «der/r.hplan»: rapporten må ligge i samme "
        "prosjekt som planen\n");
    ck_assert_int_eq(place_count(&p, "der"), 0);
    ck_assert_int_eq(place_count(&p, "."), 3);
    place_close(&p);
}
END_TEST

START_TEST(what_is_no_sound_plan_is_refused)
{
    Place p = place_open();
    place_write(&p, "feil.hplan", PLAN("  ramme r \"R\" { 2026: 4.6 }\n"));
    place_write(&p, "rapport.hplan", "rapport r \"R\" {\n  kommune: Kragerø\n  år: 2026\n}\n");
    p.input = SMALL;
    expect_run(run(&p, "report", "feil.hplan", "-o", "r.hplan", NULL), 1, "",
               "hplanc: «feil.hplan» har 1 feil, som «hplanc sjekk» viser; rett den først, eller si "
               "at planen er et utkast\n");
    expect_run(run(&p, "report", "rapport.hplan", NULL), 2, "", NULL);
    expect_run(run(&p, "report", "-", NULL), 2, "", NULL);
    expect_run(run(&p, "report", "borte.hplan", NULL), 2, "",
               "hplanc: finner ikke «borte.hplan»\n");
    expect_run(run(&p, "report", NULL), 2, "", NULL);
    expect_run(run(&p, "report", "rapport.hplan", "--year", "26", NULL), 2, "",
               "hplanc: «26» er ikke et årstall fra 2000 til 2099\n");
    ck_assert_int_eq(place_count(&p, "."), 2);
    place_close(&p);
}
END_TEST

Suite *test_cli_report_suite(void)
{
    Suite *s = suite_create("cli_report");
    TCase *tc = tcase_create("report");
    tcase_set_timeout(tc, 60);
    tcase_add_loop_test(tc, an_example_gives_its_skeleton, 0, 2);
    tcase_add_test(tc, filled_in_it_is_clean);
    tcase_add_test(tc, what_is_not_answered_is_a_list);
    tcase_add_loop_test(tc, it_speaks_as_the_plan_does, 0, 2);
    tcase_add_test(tc, words_that_are_alike_leave_it_to_the_plans_language);
    tcase_add_test(tc, a_title_that_repeats_gives_way_to_the_number);
    tcase_add_test(tc, what_cannot_be_named_is_said);
    tcase_add_test(tc, the_next_target_is_told_where_the_year_has_none);
    tcase_add_test(tc, parts_of_the_year_are_asked_for_as_such);
    tcase_add_test(tc, rows_are_answered_by_rows);
    tcase_add_test(tc, rows_that_cannot_be_told_apart_are_answered_singly);
    tcase_add_test(tc, rows_are_asked_for_the_parts_that_have_targets);
    tcase_add_test(tc, a_part_of_the_year_has_the_rows_that_are_due);
    tcase_add_test(tc, a_budget_of_several_years_gives_the_one);
    tcase_add_test(tc, a_scale_around_the_budget_comes_along);
    tcase_add_test(tc, amounts_are_asked_for_in_what_they_are_said);
    tcase_add_test(tc, what_a_measure_was_to_save_is_told);
    tcase_add_test(tc, a_frame_that_no_table_divides_is_asked_for);
    tcase_add_test(tc, a_table_that_is_known_to_be_wrong_is_named);
    tcase_add_loop_test(tc, its_title_follows_the_plans, 0, 9);
    tcase_add_test(tc, it_finds_the_plan_from_where_it_lies);
    tcase_add_test(tc, it_takes_no_ones_place);
    tcase_add_test(tc, what_is_no_sound_plan_is_refused);
    suite_add_tcase(s, tc);
    return s;
}
