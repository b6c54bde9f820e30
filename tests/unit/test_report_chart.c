/*
 * test_report_chart.c — `vis: diagram`: which figures become bars, how long they are, which become
 * lines, where these break, and what the formats make of them.
 */
#include "report/report.h"
#include "support/model_fixture.h"
#include "write/write.h"

#include <check.h>
#include <stdio.h>

Suite *test_report_chart_suite(void);

static bool is_of_a_chart(const char *line)
{
    static const char *const words[] = {"bars \"", "group \"", "scale \"",
                                        "times ", "line \"",  "dashes \""};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(line, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

/* The lines of the charts in the dump of a report of a plan with these contents. */
static void check_charts(const char *plan, const char *want)
{
    ModelFixture f;
    Arena own;
    Buf text, dump, got;
    arena_init(&own, NULL);
    buf_init(&text, &own);
    buf_init(&dump, &own);
    buf_init(&got, &own);
    buf_printf(&text, "plan p \"P\" { år: 2026\n%s\n}\n", plan);
    model_fixture_len(&f, text.ptr, text.len);
    report_dump(&dump, report_build(f.m, DOC_ROOT, report_lang(f.m, DOC_ROOT), true));
    bool in_chart = false;
    for (char *line = strtok(dump.ptr, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        line += strspn(line, " ");
        bool begins = strcmp(line, "chart") == 0;
        in_chart = begins || (in_chart && is_of_a_chart(line));
        if (in_chart)
            buf_printf(&got, "%s\n", line);
    }
    ck_assert_msg(str_eq(buf_view(&got), str_from(want)), "got:\n%s\nwant:\n%s\nfindings:\n%s",
                  got.len > 0 ? got.ptr : "", want, fixture_findings(&f));
    model_fixture_end(&f);
    arena_free(&own);
}

START_TEST(a_table_is_drawn_row_by_row_without_its_totals)
{
    check_charts("tabell \"T\" { vis: diagram; måles i: årsverk\n"
                 "| hva | Nord | Sør |\n| gruppe: Stab |\n| HR | 10 | 5 |\n| herav: deltid | 2 | 1 |\n"
                 "| gruppe: Drift |\n| Vei | | 20 |\n| Sum | 10 | 25 |\n}",
                 "chart\ngroup \"Stab\"\n"
                 "bars \"HR\" \"Nord\" 0-500 \"10\xC2\xA0årsverk\" \"Sør\" 0-250 \"5\xC2\xA0årsverk\"\n"
                 "group \"Drift\"\nbars \"Vei\" \"Sør\" 0-1000 \"20\xC2\xA0årsverk\"\n");
}
END_TEST

START_TEST(one_column_names_its_bars_by_the_rows)
{
    check_charts("tabell \"T\" { vis: søyler\n| hva | 2026 : kr |\n| Bad | 300 |\n| Vei | 100 |\n}",
                 "chart\nbars \"\" \"Bad\" 0-1000 \"300\xC2\xA0kr\" \"Vei\" 0-333 \"100\xC2\xA0kr\"\n");
}
END_TEST

START_TEST(bars_begin_at_nothing_and_go_both_ways)
{
    check_charts("tabell \"T\" { vis: diagram\n| hva | 2026 : kr |\n| Tap | -100 |\n| Vinning | 300 |\n"
                 "| Ingenting | 0 |\n}",
                 "chart\nbars \"\" \"Tap\" 0-250 \"\xE2\x88\x92" "100\xC2\xA0kr\" "
                 "\"Vinning\" 250-1000 \"300\xC2\xA0kr\" \"Ingenting\" 250-250 \"0\xC2\xA0kr\"\n");
    check_charts("tabell \"T\" { vis: diagram\n| hva | 2026 : kr |\n| A | 0 |\n}",
                 "chart\nbars \"\" \"A\" 0-0 \"0\xC2\xA0kr\"\n");
}
END_TEST

START_TEST(units_have_a_scale_each_and_thousands_are_kroner)
{
    check_charts("tabell \"T\" { vis: diagram\n| hva | måles i | 2026 |\n| Lønn | kr | 2000 |\n"
                 "| Fravær | % | 4 |\n| Leie | tusen kr | 1 |\n}",
                 "chart\nbars \"\" \"Lønn\" 0-1000 \"2000\xC2\xA0kr\" \"Leie\" 0-500 "
                 "\"1\xC2\xA0tusen\xC2\xA0kr\"\n"
                 "chart\nbars \"\" \"Fravær\" 0-1000 \"4\xC2\xA0%\"\n");
}
END_TEST

START_TEST(what_is_no_number_is_not_drawn)
{
    check_charts("tabell \"T\" { vis: diagram\n| hva | 2026 : kr |\n| A | ikke målt |\n| B | 3–5 |\n"
                 "| C | 7 |\n}",
                 "chart\nbars \"\" \"C\" 0-1000 \"7\xC2\xA0kr\"\n");
    check_charts("tabell \"T\" { vis: diagram\n| hva | 2026 : kr |\n| A | ikke målt |\n}", "");
    check_charts("tabell \"T\" {\n| hva | 2026 : kr |\n| A | 7 |\n}", "");
}
END_TEST

START_TEST(a_thing_is_drawn_by_its_times)
{
    check_charts("indikator \"Lesing\" { vis: diagram; måles i: %; retning: ned; resultat 2024: 20 %; "
                 "resultat 2025: 15 %; måltall 2025: høyst 10 %; utgangspunkt: 40 % }",
                 "chart\nbars \"\" \"Resultat 2024\" 0-1000 \"20\xC2\xA0%\" "
                 "\"Resultat 2025\" 0-750 \"15\xC2\xA0%\"\n");
    check_charts("ramme r \"R\" { vis: diagram; 2025: 1 mill. kr; 2026: 500 000 kr }",
                 "chart\nbars \"\" \"2025\" 0-1000 \"1\xC2\xA0mill.\xC2\xA0kr\" "
                 "\"2026\" 0-500 \"500\xC2\xA0" "000\xC2\xA0kr\"\n");
}
END_TEST

START_TEST(things_by_rows_are_drawn_with_their_table)
{
    check_charts("investering {\nvis: diagram\n| tittel | kostnad 2026 | kostnad 2027 |\n"
                 "| Bad | 2 mill. kr | 4 mill. kr |\n}",
                 "chart\nbars \"Bad\" \"Kostnad 2026\" 0-500 \"2\xC2\xA0mill.\xC2\xA0kr\" "
                 "\"Kostnad 2027\" 0-1000 \"4\xC2\xA0mill.\xC2\xA0kr\"\n");
}
END_TEST

START_TEST(what_is_computed_is_drawn)
{
    check_charts("ramme r \"R\" { 2026: 10 kr }\ntabell \"T\" { vis: diagram\n| hva | 2026 : kr |\n"
                 "| Halve | = ramme.2026 / 2 |\n| Hele | 10 |\n}",
                 "chart\nbars \"\" \"Halve\" 0-500 \"5,0\xC2\xA0kr\" \"Hele\" 0-1000 \"10\xC2\xA0kr\"\n");
}
END_TEST

/* --- lines ----------------------------------------------------------------------------------- */

START_TEST(three_times_are_a_line_and_a_missing_year_a_gap_in_it)
{
    check_charts("indikator \"Lesing\" { vis: diagram; måles i: %; resultat 2021: 18 %; "
                 "resultat 2022: 20 %; resultat 2024: 12 % }",
                 "chart\nscale \"\" \"Skalaen begynner ikke på null.\" \"12\xC2\xA0%\" 0 "
                 "\"14\xC2\xA0%\" 250 \"16\xC2\xA0%\" 500 \"18\xC2\xA0%\" 750 "
                 "\"20\xC2\xA0%\" 1000\n"
                 "times \"2021\" 40 \"2022\" 346 \"2023\" 653 \"2024\" 960\n"
                 "line \"\" \"\" 0 | 40,750\"18\" 346,1000\"20\" | 960,0\"12\"\n");
}
END_TEST

/* Every third year is no gap; one that somebody says is missing is. */
START_TEST(what_is_asked_every_third_year_is_joined_but_not_over_what_is_not_measured)
{
    check_charts("indikator \"Trivsel\" { vis: diagram; måles i: %; resultat 2016: 80 %; "
                 "resultat 2019: ikke målt; resultat 2022: 85 %; resultat 2025: 90 % }",
                 "chart\nscale \"\" \"Skalaen begynner ikke på null.\" \"80\xC2\xA0%\" 0 "
                 "\"85\xC2\xA0%\" 500 \"90\xC2\xA0%\" 1000\n"
                 "times \"2016\" 40 ~\"2017\" 142 ~\"2018\" 244 \"2019\" 346 ~\"2020\" 448 "
                 "~\"2021\" 551 \"2022\" 653 ~\"2023\" 755 ~\"2024\" 857 \"2025\" 960\n"
                 "line \"\" \"\" 1000 | 40,0\"80\" | 653,500\"85\" 960,1000\"90\"\n");
}
END_TEST

START_TEST(targets_are_dashes_of_their_own_at_the_limit_for_each_year_that_they_hold)
{
    check_charts("indikator \"Gjeld\" { vis: diagram; måles i: %; resultat 2024: 96,1 %; resultat "
                 "2025: 94,8 %; måltall 2026–2027: høyst 95 %; måltall 2028: høyst 90 % }",
                 "chart\nscale \"\" \"Skalaen begynner ikke på null.\" \"90\xC2\xA0%\" 0 "
                 "\"92\xC2\xA0%\" 250 \"94\xC2\xA0%\" 500 \"96\xC2\xA0%\" 750 "
                 "\"98\xC2\xA0%\" 1000\n"
                 "times \"2024\" 40 \"2025\" 270 \"2026\" 500 \"2027\" 730 \"2028\" 960\n"
                 "line \"Resultat\" \"\" 600 | 40,763\"96,1\" 270,600\"94,8\"\n"
                 "dashes \"Måltall\" \"\" 0 | 500,625 730,625\"høyst\xC2\xA0" "95\" "
                 "960,0\"høyst\xC2\xA0" "90\"\n");
}
END_TEST

/* The report's result in % is of what the plan's other figures are. */
START_TEST(percent_of_something_and_percent_are_one_scale_in_one_thing)
{
    check_charts("indikator \"Netto\" { vis: diagram; måles i: %; resultat 2023: "
                 "1 %; prognose 2024: 3 %; måltall 2025: 2 % av driftsinntektene }",
                 "chart\nbars \"\" \"Resultat 2023\" 0-333 \"1\xC2\xA0%\" \"Prognose 2024\" "
                 "0-1000 \"3\xC2\xA0%\" \"Måltall 2025\" 0-667 "
                 "\"2\xC2\xA0%\xC2\xA0" "av\xC2\xA0" "driftsinntektene\"\n");
}
END_TEST

/* Blank cells are gaps, sums are left out, and of more than two lines the last figure is told. */
START_TEST(columns_that_are_years_make_a_line_of_each_row)
{
    check_charts("tabell \"Elever\" { vis: diagram\n| skole | 2023 | 2024 | 2025 |\n"
                 "| Nord | 100 | | 120 |\n| Sør | 60 | 50 | 40 |\n| Øst | 10 | 20 | 30 |\n"
                 "| Sum | 170 | 70 | 190 |\n}",
                 "chart\nscale \"\" \"\" \"0\" 0 \"50\" 333 \"100\" 666 \"150\" 1000\n"
                 "times \"2023\" 40 \"2024\" 500 \"2025\" 960\n"
                 "line \"Nord\" \"120\" 800 | 40,667 | 960,800\n"
                 "line \"Sør\" \"40\" 267 | 40,400 500,333 960,267\n"
                 "line \"Øst\" \"30\" 117 | 40,67 500,133 960,200\n");
}
END_TEST

START_TEST(rows_that_are_years_make_a_line_of_each_column)
{
    check_charts("tabell \"Barn\" { vis: diagram\n| År | Kommunale | Private |\n"
                 "| 2023 | 120 | 80 |\n| 2024 | 110 | 85 |\n| 2025 | 104 | 90 |\n}",
                 "chart\nscale \"\" \"Skalaen begynner ikke på null.\" \"80\" 0 \"90\" 250 "
                 "\"100\" 500 \"110\" 750 \"120\" 1000\n"
                 "times \"2023\" 40 \"2024\" 500 \"2025\" 960\n"
                 "line \"Kommunale\" \"\" 600 | 40,1000\"120\" 500,750\"110\" 960,600\"104\"\n"
                 "line \"Private\" \"\" 250 | 40,0\"80\" 500,125_\"85\" 960,250_\"90\"\n");
}
END_TEST

/* … and in the words of the author. */
START_TEST(a_chart_of_one_row_of_several_says_which)
{
    check_charts("tabell \"T\" { vis: diagram\n| hva | måles i | 2023 | 2024 | 2025 |\n"
                 "| Fravær | dager | 1 | 2 | 4 |\n| Lønn | kr | 10 | 20 | 40 |\n}",
                 "chart\nscale \"Dager\" \"\" \"0\" 0 \"1\" 250 \"2\" 500 \"3\" 750 \"4\" 1000\n"
                 "times \"2023\" 40 \"2024\" 500 \"2025\" 960\n"
                 "line \"Fravær\" \"\" 1000 | 40,250\"1\" 500,500\"2\" 960,1000\"4\"\n"
                 "chart\nscale \"Kr\" \"\" \"0\" 0 \"10\" 250 \"20\" 500 \"30\" 750 \"40\" 1000\n"
                 "times \"2023\" 40 \"2024\" 500 \"2025\" 960\n"
                 "line \"Lønn\" \"\" 1000 | 40,250\"10\" 500,500\"20\" 960,1000\"40\"\n");
    check_charts("indikator \"Kø\" { vis: diagram; måles i: dager; resultat 2023: 2; resultat 2024: 3; "
                 "resultat 2025: 4 }",
                 "chart\nscale \"Dager\" \"\" \"0\" 0 \"1\" 250 \"2\" 500 \"3\" 750 \"4\" 1000\n"
                 "times \"2023\" 40 \"2024\" 500 \"2025\" 960\n"
                 "line \"\" \"\" 1000 | 40,500\"2\" 500,750\"3\" 960,1000\"4\"\n");
}
END_TEST

/* ~: where the chart is narrow it would lie on the mark of the next year. */
START_TEST(no_figure_lies_on_a_mark)
{
    check_charts("indikator \"Netto\" { vis: diagram; måles i: %; måltall 2026: minst 0,8 %; måltall 2027: "
                 "minst 1,0 %; måltall 2028: minst 1,3 %; måltall 2029: minst 1,7 %; måltall 2032: 0 % }",
                 "chart\nscale \"\" \"\" \"0,0\xC2\xA0%\" 0 \"0,5\xC2\xA0%\" 250 "
                 "\"1,0\xC2\xA0%\" 500 \"1,5\xC2\xA0%\" 750 \"2,0\xC2\xA0%\" 1000\n"
                 "times \"2026\" 40 ~\"2027\" 193 \"2028\" 346 ~\"2029\" 500 \"2030\" 653 "
                 "~\"2031\" 806 \"2032\" 960\n"
                 "dashes \"\" \"\" 0 | 40,400~\"minst\xC2\xA0" "0,8\" 193,500~\"minst\xC2\xA0" "1,0\" "
                 "346,650\"minst\xC2\xA0" "1,3\" 500,850\"minst\xC2\xA0" "1,7\" | 960,0\"0\"\n");
}
END_TEST

START_TEST(a_budget_goes_on_in_dashes_where_the_accounts_end)
{
    check_charts("tabell \"D\" { vis: diagram; skala: 1000 kr\n| hva | regnskap 2023 | regnskap 2024 "
                 "| budsjett 2025 | budsjett 2026 |\n| Skole | 10 | 12 | 13 | 30 |\n}",
                 "chart\nscale \"Tusen kr\" \"\" \"0\" 0 \"10\" 333 \"20\" 666 "
                 "\"30\" 1000\n"
                 "times \"2023\" 40 \"2024\" 346 \"2025\" 653 \"2026\" 960\n"
                 "line \"Regnskap\" \"\" 400 | 40,333\"10\" 346,400\"12\"\n"
                 "dashes \"Budsjett\" \"\" 1000 | 653,433\"13\" 960,1000\"30\"\n");
}
END_TEST

START_TEST(losses_lie_under_nothing_and_noughts_have_a_scale)
{
    check_charts("tabell \"D\" { vis: diagram; skala: 1000 kr\n| hva | 2023 | 2024 | 2025 |\n"
                 "| Resultat | -10 | 12 | 0 |\n}",
                 "chart\nscale \"Tusen kr\" \"\" \"\xE2\x88\x92" "10\" 0 \"0\" 333 "
                 "\"10\" 666 \"20\" 1000\n"
                 "times \"2023\" 40 \"2024\" 500 \"2025\" 960\n"
                 "line \"\" \"\" 333 | 40,0\"\xE2\x88\x92" "10\" 500,733\"12\" "
                 "960,333\"0\"\n");
    check_charts("tabell \"D\" { vis: diagram; skala: 1000 kr\n| hva | 2023 | 2024 | 2025 |\n"
                 "| Resultat | 0 | 0 | 0 |\n}",
                 "chart\nscale \"Tusen kr\" \"\" \"0,0\" 0 \"0,5\" 500 \"1,0\" 1000\n"
                 "times \"2023\" 40 \"2024\" 500 \"2025\" 960\n"
                 "line \"\" \"\" 0 | 40,0\"0\" 500,0\"0\" 960,0\"0\"\n");
}
END_TEST

/* A plan with these contents is drawn, and not as lines. */
static void check_bars(const char *plan)
{
    ModelFixture f;
    Arena own;
    Buf text, dump;
    arena_init(&own, NULL);
    buf_init(&text, &own);
    buf_init(&dump, &own);
    buf_printf(&text, "plan p \"P\" { år: 2026\n%s\n}\n", plan);
    model_fixture_len(&f, text.ptr, text.len);
    report_dump(&dump, report_build(f.m, DOC_ROOT, report_lang(f.m, DOC_ROOT), true));
    ck_assert_msg(strstr(dump.ptr, "bars \"") != NULL, "no bars in:\n%s", dump.ptr);
    ck_assert_msg(strstr(dump.ptr, "scale \"") == NULL, "lines in:\n%s", dump.ptr);
    model_fixture_end(&f);
    arena_free(&own);
}

START_TEST(years_that_are_added_up_stay_bars_and_so_does_what_is_asked_for)
{
    check_bars("tabell \"E\" { vis: søyler\n| hva | 2026 | 2027 | 2028 |\n| Nord | 1 | 2 | 3 |\n}");
    check_bars("tabell \"I\" { vis: diagram; skala: 1000 kr\n| hva | 2026 | 2027 | 2028 | Sum |\n"
               "| Bad | 1 | 2 | 3 | 6 |\n}");
    check_bars("investering \"Bad\" { vis: diagram; beløp 2026: 1 kr; beløp 2027: 2 kr; "
               "beløp 2028: 3 kr }");
}
END_TEST

START_TEST(what_no_line_shows_stays_bars)
{
    /* more than can be told apart */
    check_bars("tabell \"A\" { vis: diagram\n| hva | 2023 | 2024 | 2025 |\n| A | 1 | 2 | 4 |\n"
               "| B | 1 | 2 | 4 |\n| C | 1 | 2 | 4 |\n| D | 1 | 2 | 4 |\n| E | 1 | 2 | 4 |\n"
               "| F | 1 | 2 | 4 |\n| G | 1 | 2 | 4 |\n}");
    /* so far in a year would be a fall from the year before */
    check_bars("ramme r \"R\" { vis: diagram; regnskap 2024: 100 kr; regnskap 2025: 110 kr; "
               "regnskap per 31.8.2026: 70 kr }");
    /* no two of them belong together */
    check_bars("tabell \"D\" { vis: diagram\n| hva | 2021 | 2023 | 2025 |\n| A | 3 | | |\n"
               "| B | | 4 | |\n| C | | | 5 |\n}");
    /* two of the same time, one without an end, one figure for all times */
    check_bars("tabell \"T\" { vis: diagram\n| hva | 2023 | 2024 | 2025 |\n| A | 3 | 4 | 5 |\n"
               "| A | 3 | 4 | 5 |\n}");
    check_bars("indikator \"x\" { vis: diagram; måles i: %; resultat 2023: 3 %; resultat 2024: 4 %; "
               "måltall fra 2026: 5 %; måltall 2028: 5 % }");
    check_bars("indikator \"x\" { vis: diagram; måles i: %; måltall 2026–2029: 5 % }");
}
END_TEST

/* Text says it once: with and without the chart, the Markdown is the same but for the form. */
START_TEST(text_draws_nothing)
{
    static const char plan[] = "plan p \"P\" {\ntabell \"T\" {%s\n| hva | 2026 : kr |\n| A | 7 |\n}\n"
                               "\"\"\"\nEtter.\n\"\"\"\n}\n";
    char text[2][256];
    char out[2][2048];
    for (int i = 0; i < 2; i++) {
        ModelFixture f;
        Arena own;
        Buf written;
        arena_init(&own, NULL);
        buf_init(&written, &own);
        snprintf(text[i], sizeof text[i], plan, i == 0 ? "" : " vis: diagram");
        model_fixture_len(&f, text[i], strlen(text[i]));
        write_markdown(&written, report_build(f.m, DOC_ROOT, report_lang(f.m, DOC_ROOT), true));
        snprintf(out[i], sizeof out[i], "%s", written.ptr);
        model_fixture_end(&f);
        arena_free(&own);
    }
    ck_assert_str_eq(out[0], out[1]);
}
END_TEST

Suite *test_report_chart_suite(void)
{
    Suite *s = suite_create("report_chart");
    TCase *c = tcase_create("chart");
    tcase_add_test(c, a_table_is_drawn_row_by_row_without_its_totals);
    tcase_add_test(c, one_column_names_its_bars_by_the_rows);
    tcase_add_test(c, bars_begin_at_nothing_and_go_both_ways);
    tcase_add_test(c, units_have_a_scale_each_and_thousands_are_kroner);
    tcase_add_test(c, what_is_no_number_is_not_drawn);
    tcase_add_test(c, a_thing_is_drawn_by_its_times);
    tcase_add_test(c, things_by_rows_are_drawn_with_their_table);
    tcase_add_test(c, what_is_computed_is_drawn);
    tcase_add_test(c, three_times_are_a_line_and_a_missing_year_a_gap_in_it);
    tcase_add_test(c, what_is_asked_every_third_year_is_joined_but_not_over_what_is_not_measured);
    tcase_add_test(c, targets_are_dashes_of_their_own_at_the_limit_for_each_year_that_they_hold);
    tcase_add_test(c, percent_of_something_and_percent_are_one_scale_in_one_thing);
    tcase_add_test(c, columns_that_are_years_make_a_line_of_each_row);
    tcase_add_test(c, rows_that_are_years_make_a_line_of_each_column);
    tcase_add_test(c, a_chart_of_one_row_of_several_says_which);
    tcase_add_test(c, no_figure_lies_on_a_mark);
    tcase_add_test(c, a_budget_goes_on_in_dashes_where_the_accounts_end);
    tcase_add_test(c, losses_lie_under_nothing_and_noughts_have_a_scale);
    tcase_add_test(c, years_that_are_added_up_stay_bars_and_so_does_what_is_asked_for);
    tcase_add_test(c, what_no_line_shows_stays_bars);
    tcase_add_test(c, text_draws_nothing);
    suite_add_tcase(s, c);
    return s;
}
