/*
 * test_report_chart.c — `vis: diagram`: which figures become bars, how long they are, and what the
 * formats make of them.
 */
#include "report/report.h"
#include "support/model_fixture.h"
#include "write/write.h"

#include <check.h>
#include <stdio.h>

Suite *test_report_chart_suite(void);

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
        in_chart = begins || (in_chart && (strncmp(line, "bars ", 5) == 0 ||
                                           strncmp(line, "group \"", 7) == 0));
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
                 "resultat 2025: 15 %; måltall 2026: høyst 10 %; utgangspunkt: 40 % }",
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
    tcase_add_test(c, text_draws_nothing);
    suite_add_tcase(s, c);
    return s;
}
