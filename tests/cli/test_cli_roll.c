/*
 * test_cli_roll.c — hplanc roll as a user runs it: nothing of the old year
 * passes for the new one's.
 *
 * tests/golden/roll/ holds what becomes of the Kragerø plan; `HPLAN_RENEW=1 make run-tests
 * T=cli_roll` writes it anew: read the difference before you commit it.
 */
#include "support/command.h"
#include "support/files.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_cli_roll_suite(void);

#define GOLDEN   HPLAN_ROOT "/tests/golden/roll/"
#define EXAMPLES HPLAN_ROOT "/examples/"

/* ---- the examples --------------------------------------------------------------------------- */

static Place place_with(const char *folder)
{
    Place p = place_open();
    place_folder(&p, ".git");
    place_folder(&p, "gammel");
    place_folder(&p, "ny");
    place_copy_plans(&p, "gammel", folder);
    return p;
}

static void is_golden(const Place *p, const char *file, const char *name)
{
    char path[512];
    char *made = place_read(p, file);
    snprintf(path, sizeof path, GOLDEN "%s", name);
    file_is_golden(path, made);
    free(made);
}

START_TEST(a_report_carries_on_what_came_of_the_plan)
{
    Place p = place_with(EXAMPLES "kragero-2018");
    Run r = run(&p, "roll", "gammel/arsmelding.hplan", "2019", "-o", "ny/plan.hplan", NULL);
    ck_assert_msg(r.code == 0, "%s", r.err);
    ck_assert_str_eq(r.out, "skrevet: ny/plan.hplan\nskrevet: ny/organisasjon.hplan\n");
    file_is_golden(GOLDEN "kragero-2018-sagt.txt", r.err);
    run_free(&r);
    is_golden(&p, "ny/plan.hplan", "kragero-2018.txt");
    is_golden(&p, "ny/organisasjon.hplan", "kragero-2018-organisasjon.txt");
    expect_sound(&p, "ny/plan.hplan");
    expect_sound(&p, "ny/organisasjon.hplan");
    place_close(&p);
}
END_TEST

START_TEST(every_part_comes_along)
{
    Place p = place_with(EXAMPLES "elverum-2023");
    expect_run(run(&p, "ruller", "gammel/plan.hplan", "-o", "ny/plan.hplan", NULL), 0, NULL, NULL);
    ck_assert_int_eq(place_count(&p, "ny"), 6);
    char *text = place_read(&p, "ny/indikatorer.hplan");
    expect_part(text, "# FYLL UT: nye kolonner: Mål 2024, Resultat 2023\n");
    ck_assert_int_eq(count_of(text, "| Mål 2024 |"), 7);
    free(text);
    text = place_read(&p, "ny/plan.hplan");
    expect_part(text, "  år: 2024\n  versjon: utkast\n");
    expect_part(text, "kapittel \"Utviklingsarbeid i 2024\"");
    free(text);
    expect_sound(&p, "ny/plan.hplan");
    place_close(&p);
}
END_TEST

#define BESIDE \
    "bruk \"plan.hplan\"\nrapport r \"R\" {\n  kommune: Kragerø; år: 2026; for: skole-2026\n"

/* What is new and goes on comes as a comment, where the report has
 * it; without it nothing changes. */
START_TEST(what_is_new_in_the_report_is_offered)
{
    Place p = place_open();
    place_write(&p, "plan.hplan",
                "plan skole-2026 \"S\" {\n  kommune: Kragerø; år: 2026\n  mål m \"M\" {\n"
                "    tiltak t \"T\" { ansvar: \"r\"; frist: 2028 }\n  }\n"
                "  tiltak {\n    | tittel | navn | ansvar | frist |\n"
                "    | U      | u    | \"r\"    | 2028  |\n  }\n}\n");
    place_write(&p, "r.hplan",
                BESIDE
                "  mål m {\n    status: nådd\n    tiltak t { status: pågår }\n"
                "    nytt tiltak n \"N\" {\n      status: pågår\n      \"\"\"\n      Ny i 2026.\n"
                "      \"\"\"\n    }\n    nytt tiltak \"Gjort\" { status: ferdig }\n  }\n"
                "  tiltak u { status: pågår; nytt tiltak \"I rad\" { status: pågår } }\n"
                "  nytt tiltak {\n    | tittel | status |\n    | A      | ferdig |\n  }\n"
                "  nye tiltak {\n    | tittel | status |\n    | B      | pågår  |\n  }\n}\n");
    expect_run(run(&p, "roll", "r.hplan", "-o", "ny.hplan", NULL), 0, NULL, NULL);
    char *text = place_read(&p, "ny.hplan");
    expect_part(text,
        "frist: 2028 }\n    # FYLL UT: nytt i rapporten for 2026; ta bort # foran om det skal være "
        "med\n    # tiltak n \"N\" {\n    #   status: pågår\n    #   \"\"\"\n"
        "    #   Ny i 2026.\n    #   \"\"\"\n    # }\n  }\n");
    expect_part(text, "  # tiltak \"I rad\" { status: pågår }\n");
    expect_part(text, "  #   | B      | pågår  |\n  # }\n}\n");
    ck_assert_int_eq(count_of(text, "nytt i rapporten"), 3);
    free(text);
    expect_sound(&p, "ny.hplan");
    place_close(&p);
}
END_TEST

/* ---- small plans ---------------------------------------------------------------------------- */

#define PLAN(inside)                         \
    "plan skole-2026 \"Skoleplan 2026\" {\n" \
    "  kommune: Kragerø; år: 2026\n"       \
    "  periode: 2026–2029 # fire år\n"    \
    "  vedtatt av: kommunestyret 11.12.2025\n" inside "}\n"

/* The new plan has each part; it is in form and sound. OWNED: it. */
static void gives(const char *plan, const char *const *parts)
{
    Place p = place_open();
    place_write(&p, "plan.hplan", plan);
    expect_run(run(&p, "roll", "plan.hplan", "-o", "ny.hplan", NULL), 0, "skrevet: ny.hplan\n",
               NULL);
    char *text = place_read(&p, "ny.hplan");
    for (; *parts != NULL; parts++)
        expect_part(text, *parts);
    expect_sound(&p, "ny.hplan");
    Run r = run(&p, "roll", "plan.hplan", "2027", NULL);
    ck_assert_str_eq(r.out, text);
    run_free(&r);
    free(text);
    place_close(&p);
}

START_TEST(the_head_moves_on)
{
    gives(PLAN(""), (const char *const[]){
                        "plan skole-2027 \"Skoleplan 2027\" {\n", "  år: 2027\n",
                        "  versjon: utkast\n", "  periode: 2027–2030  # fire år\n",
                        "  # FYLL UT: vedtatt av: … (før: kommunestyret 11.12.2025)\n", NULL});
}
END_TEST

/* «2040» is what the plan is to lead to; a run of years moves as one. */
START_TEST(years_ahead_and_years_that_run_already_stay)
{
    gives("plan p-2026-29 \"Økonomiplan 2026 – 2029 mot 2040\" {\n  kommune: Kragerø; år: 2026\n"
          "  periode: 2026–29\n  kapittel 1 \"Mot 2040\" { }\n}\n",
          (const char *const[]){"plan p-2027-30 \"Økonomiplan 2027 – 2030 mot 2040\" {\n",
                                "  periode: 2027–30\n", "\"Mot 2040\"", NULL});
    gives("plan \"Plan 2024–2027\" {\n  kommune: Kragerø\n  år: 2026\n  periode: 2024–2027\n}\n",
          (const char *const[]){"plan \"Plan 2024–2027\" {\n",
                                "  versjon: utkast\n  periode: 2024–2027\n", NULL});
    gives(
        "plan \"Plan 2023–2026\" {\n  kommune: Kragerø\n  år: 2026\n  periode: 2023–2026\n}\n",
        (const char *const[]){
            "# FYLL UT: tittelen er fra planen for 2026\nplan \"Plan 2023–2026\" {\n",
            "  # FYLL UT: dette gjaldt 2023–2026; gjelder det også i 2027?\n  periode: 2023–2026\n",
            NULL});
}
END_TEST

START_TEST(a_frame_keeps_its_history)
{
    gives(PLAN("  ramme a \"A\" { 2025: 5 kr; 2026: 6 kr }\n"
               "  ramme b \"B\" {\n    2026: 6 kr   # vedtatt\n    2027: 7 kr\n  }\n"),
          (const char *const[]){
              "    2026: 6 kr\n    # FYLL UT: 2027: … kr\n",
              "    # FYLL UT: beløpet for 2027 er fra planen for 2026\n    2027: 7 kr\n", NULL});
}
END_TEST

/* The period moves on, and what was said for each year of it is asked for
 * the years it has gained. */
START_TEST(a_series_goes_to_the_end_of_the_period)
{
    gives(
        PLAN("  ramme a \"A\" {\n    2026: 1 kr\n    2027: 2 kr\n    2028: 3 kr\n    2029: 4 kr\n  "
             "}\n"
             "  ramme b \"B\" {\n    2026: 1 kr\n    2027: 2 kr\n  }\n"
             "  indikator c \"C\" {\n    måles i: %\n    måltall 2027–2029: 90 %\n  }\n"
             "  tabell {\n    | Post | 2026 | 2027 | 2028 | 2029 |\n"
             "    | E    |    1 |    2 |    3 |    4 |\n  }\n"
             "  tabell {\n    | Post | 2029 | 2028 |\n    | F    |    4 |    3 |\n  }\n"
             "  ramme {\n    | tittel | 2026 |\n    | D      | 1 kr |\n  }\n"),
        (const char *const[]){
            "    # FYLL UT: beløpet for 2027 er fra planen for 2026\n    2027: 2 kr\n    2028: 3 "
            "kr\n"
            "    2029: 4 kr\n    # FYLL UT: 2030: … kr\n  }\n",
            "    2027: 2 kr\n  }\n",
            "    måltall 2027–2029: 90 %\n    # FYLL UT: måltall 2030: … %\n",
            "    # FYLL UT: tallene for 2027 er fra planen for 2026\n"
            "    # FYLL UT: nye kolonner: 2030\n    | Post | 2026 | 2027 | 2028 | 2029 | 2030 |\n",
            "    | Post | 2030 | 2029 | 2028 |\n", "    | tittel | 2026 | 2027 |\n", NULL});
}
END_TEST

START_TEST(a_figure_a_year_is_asked_for_as_it_is_said)
{
    gives(PLAN("  ramme a \"A\" {\n    regnskap 2024: 1 kr\n    budsjett 2026: 2 kr\n    revidert "
               "2026: 3 kr\n"
               "  }\n  nøkkeltall \"Folketall\" {\n    2026: 10 100\n  }\n"
               "  ramme b \"B\" {\n    2025: 900 000 kr\n    2026: 1,5 mill. kr\n  }\n"),
          (const char *const[]){"    budsjett 2026: 2 kr\n    # FYLL UT: budsjett 2027: … kr\n"
                                "    revidert 2026: 3 kr\n  }\n",
                                "    2026: 10 100\n    # FYLL UT: 2027: …\n",
                                "    2026: 1,5 mill. kr\n    # FYLL UT: 2027: … mill. kr\n",
                                NULL});
}
END_TEST

START_TEST(below_a_scale_a_figure_is_asked_for_without_unit)
{
    gives(PLAN("  skala: 1000 kr\n  ramme r \"Ramme\" { 2026: 7 400 }\n"),
          (const char *const[]){"# FYLL UT: 2027: …\n", NULL});
}
END_TEST

START_TEST(costs_of_the_new_year_are_marked)
{
    gives(PLAN("  tiltak \"T\" {\n    ansvar: \"r\"\n    frist: 2028\n    kostnad 2026: 1 kr\n"
               "    kostnad 2027: 2 kr\n  }\n"),
          (const char *const[]){"    kostnad 2026: 1 kr\n"
                                "    # FYLL UT: beløpet for 2027 er fra planen for 2026\n"
                                "    kostnad 2027: 2 kr\n",
                                NULL});
}
END_TEST

START_TEST(a_figure_of_no_year_is_marked)
{
    gives(PLAN("  avdeling a \"A\" { årsverk: 12,5 }\n"
               "  tiltak \"T\" { ansvar: a; frist: 2028; kostnad: 400 000 kr }\n"
               "  fordeling \"F\" {\n    | avdeling | netto |\n    | A        |     4 |\n"
               "    | Sum      |     4 |\n  }\n"),
          (const char *const[]){
              "    # FYLL UT: tallet er fra planen for 2026\n    årsverk: 12,5\n",
              "    # FYLL UT: tallet er fra planen for 2026\n    kostnad: 400 000 kr\n",
              "    # FYLL UT: tallene er fra planen for 2026; sett inn dem for 2027\n"
              "    | avdeling | netto |\n",
              NULL});
}
END_TEST

START_TEST(targets_of_coming_years_stay)
{
    gives(PLAN("  indikator i \"I\" {\n    måles i: %\n    retning: opp\n    resultat 2025: 70 %\n"
               "    måltall 2026: 80 % = resultat + 10 %\n    måltall 2028: 90 %\n  }\n"),
          (const char *const[]){"    resultat 2025: 70 %\n    # FYLL UT: resultat 2026: … %\n"
                                "    måltall 2026: 80 %\n    måltall 2028: 90 %\n"
                                "    # FYLL UT: måltall 2027: … %\n",
                                NULL});
}
END_TEST

START_TEST(parts_of_a_year_are_asked_for_as_such)
{
    gives(PLAN("  indikator a \"A\" {\n    måles i: %\n    resultat 2024/2025: 70 %\n"
               "    måltall 2025/2026: 75 %\n    måltall 2026/2027: 80 %\n  }\n"
               "  indikator b \"B\" {\n    måles i: %\n    resultat per 31.8.2025: 70 %\n"
               "    måltall 1. halvår 2026: 75 %\n    måltall 2. halvår 2026: 80 %\n  }\n"
               "  indikator c \"C\" { måles i: %; måltall 1. tertial 2026: 75 % }\n"),
          (const char *const[]){
              "    resultat 2024/2025: 70 %\n    # FYLL UT: resultat 2025/2026: … %\n"
              "    måltall 2025/2026: 75 %\n    måltall 2026/2027: 80 %\n  }\n",
              "    # FYLL UT: resultat per 31.8.2026: … %\n",
              "    # FYLL UT: måltall 1. halvår 2027: … %\n",
              "    # FYLL UT: måltall 2. halvår 2027: … %\n  }\n",
              "    # FYLL UT: måltall 1. tertial 2027: … %\n    # FYLL UT: resultat 1. tertial "
              "2026: … %\n",
              NULL});
}
END_TEST

START_TEST(what_is_finished_or_past_due_is_not_carried_silently)
{
    gives(PLAN("  tiltak a \"A\" {\n    ansvar: \"r\"\n    frist: 2026\n    status: ferdig\n  }\n"
               "  tiltak b \"B\" { ansvar: \"r\"; frist: 2026; status: ferdig }\n"
               "  tiltak c \"C\" { ansvar: \"r\"; frist: våren 2026 }\n"
               "  tiltak {\n    | tiltak | ansvar | frist | status |\n"
               "    | D      | \"r\"    | 2026  | utgår  |\n    | E      | \"r\"    | 2029  | "
               "pågår  |\n  }\n"
               "  \"\"\"\n  Se [B](tiltak:b).\n  \"\"\"\n"),
          (const char *const[]){
              "  # FYLL UT: ferdig i 2026 og derfor ikke med",
              "  # tiltak a \"A\" {\n  #   ansvar: \"r\"\n",
              "  # FYLL UT: ferdig i 2026, men noe annet i planen trenger det",
              "  tiltak b \"B\" {",
              "  # FYLL UT: fristen var våren 2026; skal det være med i 2027?\n  tiltak c",
              "    # FYLL UT: utgår i 2026 og derfor ikke med", "    # | D ", "    | E ", NULL});
}
END_TEST

START_TEST(what_is_finished_is_left_out_wherever_it_stands)
{
    gives(PLAN("  mål m \"M\" { tiltak \"A\" { frist: 2026; status: ferdig }; tiltak \"B\" {\n"
               "      frist: 2026; status: ferdig\n      tiltak \"C\" { status: ferdig }\n"
               "    }; tiltak \"D\" { frist: 2028 } }\n"),
          (const char *const[]){"\n    # tiltak \"A\" { frist: 2026; status: ferdig }\n",
                                "\n    # tiltak \"B\" {\n    #     frist: 2026; status: ferdig\n"
                                "    #     tiltak \"C\" { status: ferdig }\n    #   }\n",
                                "\n    tiltak \"D\" { frist: 2028 }\n", NULL});
}
END_TEST

/* What is finished stays where a sum or a count would not hold without it, and only there. */
START_TEST(figures_that_need_what_is_finished_keep_it)
{
    gives(PLAN("  tiltak a \"A\" {\n    ansvar: \"r\"\n    frist: 2026\n    status: ferdig\n  }\n"
               "  tiltak b \"B\" { ansvar: \"r\"; frist: 2028 }\n"
               "  investering c \"C\" { status: ferdig }\n"
               "  investering {\n    | tittel | 2026 | status |\n"
               "    | D      | 3 kr | ferdig |\n    | E      | 0 kr | ferdig |\n  }\n"
               "  krev: sum(investering.2026) = 3 kr\n"
               "  \"\"\"\n  Vi har {2 = antall(tiltak)} tiltak.\n  \"\"\"\n"),
          (const char *const[]){"  # FYLL UT: ferdig i 2026, men noe annet i planen trenger det",
                                "\n  tiltak a \"A\" {\n", "\n  # investering c \"C\" {",
                                "\n    | D ", "\n    # | E ", NULL});
}
END_TEST

START_TEST(work_that_goes_on_keeps_what_it_is_part_of)
{
    gives(PLAN("  tiltak a \"A\" {\n    ansvar: \"r\"; frist: 2028; status: ferdig\n"
               "    tiltak b \"B\" { ansvar: \"r\"; frist: 2028; status: pågår }\n  }\n"),
          (const char *const[]){"  # FYLL UT: ferdig i 2026, men noe annet", "\n  tiltak a \"A\" {",
                                "\n    tiltak b \"B\" {", NULL});
}
END_TEST

START_TEST(the_plan_is_named_as_it_is_called)
{
    gives(PLAN("  \"\"\"\n  Se [planen](plan:skole-2026).\n  \"\"\"\n"),
          (const char *const[]){"  Se [planen](plan:skole-2027).\n", NULL});
}
END_TEST

START_TEST(prose_and_titles_that_name_the_year_are_marked)
{
    gives(PLAN("  kapittel 1 \"Tiltak 2026\" {\n    \"\"\"\n    I 2026 skjer det mye.\n\n"
               "        innrykk\n    \"\"\"\n    \"\"\"\n    Ingenting her.\n    \"\"\"\n  }\n"
               "  kapittel 2 \"Årene 2026 og 2031\" { \"\"\"Vi har {8 lærlinger}.\"\"\" }\n"),
          (const char *const[]){
              "  kapittel 1 \"Tiltak 2027\" {\n"
              "    # FYLL UT: teksten er fra planen for 2026; les den om igjen\n"
              "    \"\"\"\n    I 2026 skjer det mye.\n\n        innrykk\n    \"\"\"\n    \"\"\"\n",
              "  # FYLL UT: tittelen er fra planen for 2026\n",
              "  kapittel 2 \"Årene 2026 og 2031\"", NULL});
}
END_TEST

START_TEST(known_faults_are_no_longer_known)
{
    gives(PLAN("  tabell t \"T\" {\n    kjent feil: HP4001 \"trykt slik\"\n    | Post | beløp |\n"
               "    | A    |     4 |\n    | Sum  |     5 |\n  }\n"),
          (const char *const[]){
              "    # FYLL UT: dette var en kjent feil i 2026: HP4001 \"trykt slik\"\n", NULL});
}
END_TEST

START_TEST(a_year_gets_its_column_where_the_newest_stands)
{
    gives(PLAN("  nøkkeltall {\n    | tittel | 2026 | 2025 |\n    | A      |    1 = antall(plan) | "
               "   2 |\n  }\n"
               "  tiltak {\n    | tiltak | ansvar | frist | kostnad 2026 |\n    | D      | \"r\"   "
               " | 2029  | 3 kr |\n  }\n"),
          (const char *const[]){
              "    # FYLL UT: nye kolonner: 2027\n", "    | tittel | 2027 | 2026 | 2025 |\n",
              "    | A      |      |    1 |    2 |\n", "| kostnad 2026 | kostnad 2027 |\n", NULL});
}
END_TEST

/* What it follows from is said for no year, and so will be the new year's. */
START_TEST(a_column_keeps_what_its_year_came_to)
{
    gives(
        PLAN("  avdeling a \"A\" { årsverk: 10 }\n  ramme r \"R\" { 2026: 5 kr }\n"
             "  nøkkeltall {\n    | tittel  | 2026           |\n    | Årsverk | 10 = a.årsverk |\n"
             "    | Ramme   | 5 kr = r.2026 |\n  }\n"),
        (const char *const[]){"| Årsverk | 10             |      |\n",
                              "| Ramme   |  5 kr = r.2026 |      |\n", NULL});
}
END_TEST

START_TEST(a_year_gets_its_columns_however_the_table_is_made)
{
    gives(
        PLAN("  tabell {\n    | Post | 1. halvår 2026 | 2. halvår 2026 |\n"
             "    | A    |              1 |              2 |\n  }\n"
             "  tabell {\n    | Skole | 2025/2026 | 2026/2027 |\n    | B     |         1 |         "
             "2 |\n"
             "  }\n  tabell {\n    | Post | 2026 |\n    |------|-----:|\n    | C    |    1 |\n  }\n"
             "  tabell {\n    | Post | Budsjett 2025 | Budsjett 2026 | Vekst 2026 |\n"
             "    | D    |             1 |             3 |          2 |\n  }\n"),
        (const char *const[]){
            "    | Post | 1. halvår 2026 | 2. halvår 2026 | 1. halvår 2027 | 2. halvår 2027 |\n",
            "    # FYLL UT: tallene for 2027 er fra planen for 2026\n    | Skole | 2025/2026 | "
            "2026/2027 |\n",
            "    | Post | 2026 | 2027 |\n    |------|-----:|------|\n    | C    |    1 |      |\n",
            "    # FYLL UT: nye kolonner: Budsjett 2027, Vekst 2027\n    | Post |", NULL});
}
END_TEST

/* A projection tells of every fifth year: none between them is asked for. */
START_TEST(a_projection_keeps_its_step)
{
    gives(PLAN("  tabell {\n    | Alder | 2026 | 2030 | 2035 |\n    | 0–5   |   10 |   11 |   12 |\n"
               "  }\n  tabell {\n    | Alder | 2024 | 2026 |\n    | 6–9   |   10 |   11 |\n  }\n"),
          (const char *const[]){"    | Alder | 2026 | 2030 | 2035 |\n",
                                "    | Alder | 2024 | 2026 | 2027 |\n", NULL});
}
END_TEST

START_TEST(a_row_without_its_last_bar_gets_its_cell)
{
    gives(PLAN("  tabell {\n    | Post | 2026\n    | A    | 4\n    | B \\|  | 3 |   # merknad\n"
               "    | gruppe: G |\n    | C | 2 | }\n"),
          (const char *const[]){"| Post | 2026 | 2027 |\n", "| A    |    4 |      |\n",
                                "| B \\| |    3 |      |  # merknad\n",
                                "| C    |    2 |      |\n  }\n", NULL});
}
END_TEST

START_TEST(a_row_says_what_has_ended)
{
    gives(PLAN("  dokument {\n    | tittel   | gyldig    |\n    | Veiplan  | 2023–2026 |\n"
               "    | Skogplan | 2023–2030 |\n  }\n"),
          (const char *const[]){
              "    # FYLL UT: dette gjaldt 2023–2026; gjelder det også i 2027?\n    | Veiplan ",
              " |\n    | Skogplan ", NULL});
}
END_TEST

/* ---- where it goes -------------------------------------------------------------------------- */

START_TEST(it_takes_no_ones_place)
{
    Place p = place_open();
    place_folder(&p, "ny");
    place_write(&p, "plan.hplan", PLAN("  fakta { bruk \"del.hplan\" }\n"));
    place_write(&p, "del.hplan", "del av \"plan.hplan\"\navdeling a \"A\"\n");
    expect_run(run(&p, "roll", "plan.hplan", "-o", "ny.hplan", NULL), 2, "",
               "hplanc: «del.hplan» finnes allerede, så ingenting er skrevet\n");
    expect_run(run(&p, "roll", "plan.hplan", NULL), 2, "",
               "hplanc: «plan.hplan» er i flere filer; si med -o hva den nye skal hete, i en annen "
               "mappe\n");
    expect_run(run(&p, "roll", "plan.hplan", "-o", "ny/del.hplan", NULL), 2, "",
               "hplanc: «ny/del.hplan» er navnet på en del av planen; si med -o et annet navn på "
               "planen selv\n");
    ck_assert_int_eq(place_count(&p, "."), 3);
    ck_assert_int_eq(place_count(&p, "ny"), 0);
    expect_run(run(&p, "roll", "plan.hplan", "-o", "ny/p27.hplan", NULL), 0, NULL, NULL);
    char *part = place_read(&p, "ny/del.hplan");
    ck_assert_str_eq(part, "del av \"p27.hplan\"\navdeling a \"A\"\n");
    free(part);
    expect_sound(&p, "ny/p27.hplan");
    place_close(&p);
}
END_TEST

START_TEST(what_lies_elsewhere_is_found_from_there)
{
    Place p = place_open();
    place_folder(&p, ".git");
    place_folder(&p, "ny");
    place_write(&p, "andre.hplan", "plan andre \"Andre\" {\n  kommune: Kragerø\n  år: 2026\n}\n");
    place_write(&p, "plan.hplan", "bruk \"andre.hplan\"\n" PLAN("  bygger på: andre\n"));
    expect_run(run(&p, "roll", "plan.hplan", "-o", "ny/plan.hplan", NULL), 0, NULL, NULL);
    char *text = place_read(&p, "ny/plan.hplan");
    expect_part(text, "bruk \"../andre.hplan\"\n");
    free(text);
    expect_sound(&p, "ny/plan.hplan");
    place_close(&p);
}
END_TEST

START_TEST(what_cannot_be_rolled_is_refused)
{
    Place p = place_open();
    place_write(&p, "plan.hplan", PLAN(""));
    place_write(&p, "feil.hplan", PLAN("  ramme r \"R\" { 2026: 4.6 }\n"));
    place_write(&p, "apen.hplan", PLAN("  versjon: utkast\n  mål m \"M\" {\n"));
    place_write(&p, "alene.hplan", "rapport r \"R\" {\n  kommune: Kragerø\n  år: 2026\n}\n");
    place_write(&p, "to.hplan", PLAN("  ramme r \"R\" { 2026: 4.6 }\n  tiltok t \"T\"\n"));
    expect_run(run(&p, "roll", "feil.hplan", "-o", "ny.hplan", NULL), 1, "",
               "hplanc: «feil.hplan» har 1 feil, som «hplanc sjekk» viser; rett den før planen føres "
               "videre\n");
    expect_run(run(&p, "roll", "to.hplan", NULL), 1, "",
               "hplanc: «to.hplan» har 2 feil, som «hplanc sjekk» viser; rett dem før planen føres "
               "videre\n");
    expect_run(run(&p, "roll", "apen.hplan", NULL), 1, "",
               "hplanc: «apen.hplan» har 1 feil, som «hplanc sjekk» viser; rett den før planen føres "
               "videre\n");
    expect_run(run(&p, "roll", "plan.hplan", "2026", NULL), 2, "",
               "hplanc: planen er for 2026; si et år etter det\n");
    expect_run(run(&p, "roll", "plan.hplan", "neste", NULL), 2, "",
               "hplanc: «neste» er ikke et årstall fra 2000 til 2099\n");
    expect_run(run(&p, "roll", "alene.hplan", NULL), 2, "", NULL);
    expect_run(run(&p, "roll", "borte.hplan", NULL), 2, "", "hplanc: finner ikke «borte.hplan»\n");
    expect_run(run(&p, "roll", "plan.hplan", "-o", "borte/ny.hplan", NULL), 2, "",
               "hplanc: mappen som «borte/ny.hplan» skal ligge i, finnes ikke\n");
    expect_run(run(&p, "roll", NULL), 2, "", NULL);
    ck_assert_int_eq(place_count(&p, "."), 5);
    place_close(&p);
}
END_TEST

Suite *test_cli_roll_suite(void)
{
    Suite *s = suite_create("cli_roll");
    TCase *tc = tcase_create("roll");
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, a_report_carries_on_what_came_of_the_plan);
    tcase_add_test(tc, every_part_comes_along);
    tcase_add_test(tc, what_is_new_in_the_report_is_offered);
    tcase_add_test(tc, the_head_moves_on);
    tcase_add_test(tc, years_ahead_and_years_that_run_already_stay);
    tcase_add_test(tc, a_frame_keeps_its_history);
    tcase_add_test(tc, a_series_goes_to_the_end_of_the_period);
    tcase_add_test(tc, a_figure_a_year_is_asked_for_as_it_is_said);
    tcase_add_test(tc, below_a_scale_a_figure_is_asked_for_without_unit);
    tcase_add_test(tc, costs_of_the_new_year_are_marked);
    tcase_add_test(tc, parts_of_a_year_are_asked_for_as_such);
    tcase_add_test(tc, a_figure_of_no_year_is_marked);
    tcase_add_test(tc, targets_of_coming_years_stay);
    tcase_add_test(tc, what_is_finished_or_past_due_is_not_carried_silently);
    tcase_add_test(tc, what_is_finished_is_left_out_wherever_it_stands);
    tcase_add_test(tc, figures_that_need_what_is_finished_keep_it);
    tcase_add_test(tc, work_that_goes_on_keeps_what_it_is_part_of);
    tcase_add_test(tc, the_plan_is_named_as_it_is_called);
    tcase_add_test(tc, prose_and_titles_that_name_the_year_are_marked);
    tcase_add_test(tc, known_faults_are_no_longer_known);
    tcase_add_test(tc, a_year_gets_its_column_where_the_newest_stands);
    tcase_add_test(tc, a_column_keeps_what_its_year_came_to);
    tcase_add_test(tc, a_projection_keeps_its_step);
    tcase_add_test(tc, a_year_gets_its_columns_however_the_table_is_made);
    tcase_add_test(tc, a_row_without_its_last_bar_gets_its_cell);
    tcase_add_test(tc, a_row_says_what_has_ended);
    tcase_add_test(tc, it_takes_no_ones_place);
    tcase_add_test(tc, what_lies_elsewhere_is_found_from_there);
    tcase_add_test(tc, what_cannot_be_rolled_is_refused);
    suite_add_tcase(s, tc);
    return s;
}
