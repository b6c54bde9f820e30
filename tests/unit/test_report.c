/*
 * test_report.c — from plans to blocks: what is printed where, and in which form.
 */
#include "report/report.h"
#include "support/model_fixture.h"
#include "write/write.h"

#include <check.h>
#include <stdio.h>

Suite *test_report_suite(void);

static const char *contents_end(const char *text)
{
    const char *last = text;
    for (const char *s = text; (s = strstr(s, "\n- [")) != NULL; s++)
        last = strchr(s + 1, '\n');
    return last;
}

/* The Markdown behind the contents, of a plan with these contents. */
static void check_body(const char *plan, const char *want)
{
    ModelFixture f;
    Arena own;
    Buf text;
    arena_init(&own, NULL);
    buf_init(&text, &own);
    buf_printf(&text, "plan p \"P\" {\n%s\n}\n", plan);
    model_fixture_len(&f, text.ptr, text.len);
    Report *r = report_build(f.m, DOC_ROOT, report_lang(f.m, DOC_ROOT), true);
    Buf out;
    buf_init(&out, &own);
    write_markdown(&out, r);
    const char *got = contents_end(arena_copy(&own, out.ptr, out.len));
    while (*got == '\n')
        got++;
    got = strncmp(got, "# P\n\n", 5) == 0 ? got + 5 : got;
    ck_assert_msg(strcmp(got, want) == 0, "got:\n%s\nwant:\n%s\nfindings:\n%s", got, want,
                  fixture_findings(&f));
    model_fixture_end(&f);
    arena_free(&own);
}

START_TEST(facts_are_not_printed)
{
    check_body("fakta { avdeling a \"A\" }\navdeling b \"B\"\ntiltak \"X\" { vis: nei }", "- B\n");
}
END_TEST

START_TEST(a_number_is_printed_with_what_it_is_the_number_of)
{
    check_body("prosess 2 \"Lønn\" { steg 1 \"A\" }\nprosess \"Reise\" { steg 1 \"B\" }",
               "## Prosess 2: Lønn\n\n1. A\n\n## Reise\n\n1. B\n");
}
END_TEST

START_TEST(a_municipality_is_printed_by_its_name)
{
    check_body("kommune: 4014\når: 2027", "**Kommune:** Kragerø · **År:** 2027\n\n");
    check_body("kommune: 9999", "**Kommune:** 9999\n\n");
}
END_TEST

START_TEST(a_count_of_nothing_in_particular)
{
    check_body("indikator \"A\" { måles i: antall; resultat 2017: 0 }",
               "| Indikator | Måles i | Resultat 2017 |\n"
               "| --------- | ------- | ------------: |\n"
               "| A         | antall  |             0 |\n");
}
END_TEST

START_TEST(chapters_are_numbered_as_stated_or_follow)
{
    check_body("kapittel \"Forord\" { }\nkapittel 2 \"To\" { kapittel \"Uten\" { } }\n"
               "kapittel 5 \"Fem\" { }\nkapittel \"Seks\" { }",
               "## Forord\n\n## 2 To\n\n### Uten\n\n## 5 Fem\n\n## 6 Seks\n");
}
END_TEST

START_TEST(a_unit_of_the_row_stands_beside_it)
{
    check_body("tabell t {\n| navn | Tall | måles i | 2014 |\n| a | A | % | 5,8 |\n"
               "| b | B | kr/innbygger | 120 |\n}",
               "| Tall | Måles i      | 2014 |\n| ---- | ------------ | ---: |\n"
               "| A    | %            |  5,8 |\n| B    | kr/innbygger |  120 |\n");
    check_body("tabell t {\n| Tall | 2014 |\n"
               "gruppe \"Andeler\" {\nmåles i: %\n| A | 5,8 |\n}\n}",
               "| Tall            | 2014 |\n| --------------- | ---: |\n"
               "| **Andeler (%)** |      |\n| A               |  5,8 |\n");
    check_body("tabell t {\nmåles i: årsverk\n| Boks | Årsverk |\n| A | 5,5 |\n}",
               "| Boks | Årsverk |\n| ---- | ------: |\n| A    |     5,5 |\n");
}
END_TEST

/* … also one of two words, which are printed with a hard blank between them. */
START_TEST(a_unit_of_the_head_does_not_stand_beside_each_figure)
{
    check_body("tabell t {\nmåles i: 1000 kr\n| post | 2018 |\n| A | 120 |\n| B | ca 80 |\n}",
               "| Post | 2018 (tusen kr) |\n| ---- | --------------: |\n"
               "| A    |             120 |\n| B    |           ca\xC2\xA0" "80 |\n");
}
END_TEST

START_TEST(a_unit_is_in_the_words_of_its_table)
{
    check_body("tabell t {\nmåles i: dager\n| post | 2018 |\n| A | 2 |\n| B | 1–2 |\n}",
               "| Post | 2018 (dager) |\n| ---- | -----------: |\n"
               "| A    |            2 |\n| B    |          1–2 |\n");
    check_body("tabell t {\nmåles i: dager\n| post | 2018 |\n| A | 2 |\n| B | 1–2 |\n| C | 1 uke |\n}",
               "| Post |      2018 |\n| ---- | --------: |\n"
               "| A    |   2\u00A0dager |\n| B    | 1–2\u00A0dager |\n| C    |     1\u00A0uke |\n");
}
END_TEST

START_TEST(a_word_that_is_a_unit_is_spelled_as_one)
{
    check_body("språk: engelsk\ntabell t {\n| avdeling | årsverk | årsverk 2018 |\n| A | 2 | 3,5 |\n}",
               "| Department | FTE | FTE 2018 |\n| ---------- | --: | -------: |\n"
               "| A          |   2 |      3,5 |\n");
}
END_TEST

/* Of what a percentage is, the head says or the heading, and each figure that it is one. */
START_TEST(what_a_percentage_is_of_is_said_once)
{
    check_body("tabell t {\nmåles i: % av elevene\n| skole | 2018 |\n| A | 12 |\n}",
               "| Skole | 2018 (% av elevene) |\n| ----- | ------------------: |\n"
               "| A     |                  12 |\n");
    check_body("nøkkeltall a \"A\" { måles i: % av elevene; 2018: 12; 2019: 13 % }",
               "| Nøkkeltall | Måles i      | 2018 | 2019 |\n"
               "| ---------- | ------------ | ---: | ---: |\n"
               "| A          | % av elevene | 12\u00A0% | 13\u00A0% |\n");
}
END_TEST

/* In any spelling, but as a word: the m of «mengde» is no metre. */
START_TEST(a_head_that_says_the_unit_says_it_once)
{
    check_body("tabell t {\nmåles i: m\n| sted | Mengde | Meter |\n| A | 3 | 4 |\n}",
               "| Sted | Mengde (m) | Meter |\n| ---- | ---------: | ----: |\n"
               "| A    |          3 |     4 |\n");
    check_body("tabell t {\nskala: 1000 kr\n| sted | Tall i 1000 kr |\n| A | 3 |\n}",
               "| Sted | Tall i 1000 kr |\n| ---- | -------------: |\n"
               "| A    |              3 |\n");
}
END_TEST

/* The report of a plan that holds these lines, as `put` writes it. */
static const char *written(Arena *own, const char *lines, void (*put)(Buf *, const Report *))
{
    ModelFixture f;
    Buf text, out;
    buf_init(&text, own);
    buf_init(&out, own);
    buf_printf(&text, "plan p \"P\" {\n%s\n}\n", lines);
    model_fixture_len(&f, text.ptr, text.len);
    put(&out, report_build(f.m, DOC_ROOT, LANG_NB, true));
    model_fixture_end(&f);
    return arena_copy(own, out.ptr, out.len);
}

/* The records of a plan hold each of these lines, in this order. */
static void check_records(const char *plan, const char *const *lines, size_t count)
{
    Arena own;
    arena_init(&own, NULL);
    const char *all = written(&own, plan, write_json);
    const char *at = all;
    for (size_t i = 0; i < count; i++) {
        const char *found = strstr(at, lines[i]);
        ck_assert_msg(found != NULL, "no %s (number %zu) in\n%s", lines[i], i, all);
        at = found + 1;
    }
    arena_free(&own);
}

START_TEST(verdicts_of_indicators_as_records)
{
    static const char *const lines[] = {"\"attainment\":{",    "\"verdict\":\"not_met\"",
                                        "\"text\":\"4,9 %\"", "\"text\":\"høyst 4,5 %\"",
                                        "\"key\":\"result\"",  "\"verdict\":\"met\"",
                                        "\"key\":\"result\"",  "\"verdict\":\"not_met\""};
    check_records("indikator \"Fravær\" {\nmåles i: %\nresultat 2017: 4 %\nresultat 2018: 4,9 %\n"
                  "måltall 2017–2018: høyst 4,5 %\n}",
                  lines, sizeof lines / sizeof *lines);
}
END_TEST

/* The line of the dump that tells of heads two rows deep; NULL: none are. */
static void check_upper_heads(const char *plan, const char *want)
{
    Arena own;
    arena_init(&own, NULL);
    const char *got = strstr(written(&own, plan, report_dump), "upper ");
    size_t len = got == NULL ? 0 : strcspn(got, "\n");
    ck_assert_msg(want == NULL ? got == NULL : len == strlen(want) && memcmp(got, want, len) == 0,
                  "got: %.*s", (int)len, got == NULL ? "" : got);
    arena_free(&own);
}

START_TEST(heads_two_rows_deep)
{
    check_upper_heads("tabell \"T\" {\n| Tjeneste | måles i | Oppegård | | Ski |\n"
                      "| | | 2015 | budsjett 2016 : kr | 2016 |\n|---|\n| A | % | 1 | 2 | 3 |\n}",
                      "upper \"\"/\"\" \"\"/\"\" \"Oppegård\"/\"2015\" "
                      "\"Oppegård\"/\"budsjett 2016\" \"Ski\"/\"2016\"");
}
END_TEST

START_TEST(neighbours_that_are_years_of_one_thing)
{
    check_upper_heads("tabell \"T\" {\n| Tjeneste | oppegård 2015 | oppegård 2016 | Ski 2016 | 2017 |\n"
                      "| A | 1 | 2 | 3 | 4 |\n}",
                      "upper \"\"/\"\" \"Oppegård\"/\"2015\" \"Oppegård\"/\"2016\" \"\"/\"\" "
                      "\"\"/\"\"");
    check_upper_heads("tabell \"T\" {\n| Tjeneste | Ski 2015 | Antall | Ski 2016 | 2017 | 2018 |\n"
                      "| A | 1 | 2 | 3 | 4 | 5 |\n}",
                      NULL);
}
END_TEST

START_TEST(units_stand_once)
{
    check_body("indikator i \"I\" { måles i: dager; resultat 2017: 12; måltall 2018: <10 }\n"
               "indikator k \"K\" { måles i: %; resultat 2017: 12,50 %; måltall 2018: minst 20 % }",
               "| Indikator | Resultat 2017 | Måltall 2018 | Måloppnåelse |\n"
               "| --------- | ------------: | -----------: | ------------ |\n"
               "| I         |      12\xC2\xA0"
               "dager |   \\<10\xC2\xA0"
               "dager | gjenstår     |\n"
               "| K         |       12,50\xC2\xA0% |   minst\xC2\xA0"
               "20\xC2\xA0% | gjenstår     |\n");
    check_body("investering {\n| tittel | beløp 2018 |\n| A | 1 200 000 |\n| B |  |\n}",
               "| Tittel | Beløp 2018 (kr) |\n| ------ | --------------: |\n"
               "| A      |       1\xC2\xA0"
               "200\xC2\xA0"
               "000 |\n| B      |                 |\n");
}
END_TEST

/* A head must not take the unit of one row for its own, and missing values stand as written. */
START_TEST(units_of_rows_stay_with_the_rows)
{
    check_body("indikator {\n| tittel | (skala) | (måles i) | Resultat 2021 | Mål 2022 |\n"
               "| A | 1–6 | | 4,6 | Måles ikke |\n| B | | saker | 3 | 0 |\n}",
               "| Tittel | Resultat 2021 |   Mål 2022 |\n"
               "| ------ | ------------: | ---------: |\n"
               "| A      |           4,6 | Måles\xC2\xA0ikke |\n"
               "| B      |       3\xC2\xA0saker |    0\xC2\xA0saker |\n");
}
END_TEST

START_TEST(measures_are_a_table_or_a_list)
{
    check_body("avdeling a \"A\"\ntiltak \"X\" { ansvar: a }\ntiltak \"Y\"",
               "- <a id=\"avdeling-a\"></a>A\n\n| Tiltak | Ansvar           |\n"
               "| ------ | ---------------- |\n| X      | [A](#avdeling-a) |\n"
               "| Y      |                  |\n");
}
END_TEST

/* Where each thing says what no other one says, a table would have a cell for each two of them. */
START_TEST(what_would_be_too_wide_a_table_is_a_list)
{
    char plan[4096] = "", want[4096] = "";
    size_t n = 0, m = 0;
    for (int i = 0; i <= 40; i++) {
        n += (size_t)snprintf(plan + n, sizeof plan - n,
                              "indikator \"I%d\" { resultat %d: %d kr }\n", i, 1960 + i, i);
        m += (size_t)snprintf(want + m, sizeof want - m,
                              "- **Indikator: I%d**\n  - **Resultat %d:** %d\xC2\xA0kr\n", i,
                              1960 + i, i);
    }
    check_body(plan, want);
}
END_TEST

/* Once in the caption, where all columns are of it, and there is one; else by each. */
START_TEST(the_unit_of_a_whole_table_stands_in_its_caption)
{
    check_body("tabell \"Ramme\" {\n| hva | 2025 : kr | 2026 : kr |\n| A | 7 | 8 |\n}",
               "**Ramme** (kr)\n\n| Hva | 2025 | 2026 |\n| --- | ---: | ---: |\n"
               "| A   |    7 |    8 |\n");
    check_body("tabell {\n| hva | 2025 : kr | 2026 : kr |\n| A | 7 | 8 |\n}",
               "| Hva | 2025 (kr) | 2026 (kr) |\n| --- | --------: | --------: |\n"
               "| A   |         7 |         8 |\n");
    check_body("tabell \"Lønn i kr\" {\n| hva | 2025 : kr | 2026 : kr |\n| A | 7 | 8 |\n}",
               "**Lønn i kr**\n\n| Hva | 2025 | 2026 |\n| --- | ---: | ---: |\n"
               "| A   |    7 |    8 |\n");
    check_body("tabell \"To\" {\n| hva | 2025 : kr | 2026 : % |\n| A | 7 | 8 |\n}",
               "**To**\n\n| Hva | 2025 (kr) | 2026 (%) |\n| --- | --------: | -------: |\n"
               "| A   |         7 |        8 |\n");
    check_body("tabell \"En\" {\n| hva | 2025 : kr |\n| A | 7 |\n}",
               "**En**\n\n| Hva | 2025 (kr) |\n| --- | --------: |\n"
               "| A   |         7 |\n");
    check_body("tabell \"Noe\" {\n| hva | 2025 : kr | antall |\n| A | 7 | 8 |\n}",
               "**Noe**\n\n| Hva | 2025 (kr) | Antall |\n| --- | --------: | -----: |\n"
               "| A   |         7 |      8 |\n");
}
END_TEST

START_TEST(a_version_of_a_year_begins_with_a_large_letter)
{
    check_body("ramme \"R\" { regnskap 2024: 8 kr; 2026: 9 kr }",
               "| Ramme | Regnskap 2024 | 2026 |\n"
               "| ----- | ------------: | ---: |\n"
               "| R     |          8\xC2\xA0kr | 9\xC2\xA0kr |\n");
}
END_TEST

/* A forecast is no result, and a status that says what the figures say is said once. */
START_TEST(an_indicator_says_prognose_and_whether_it_is_met_once)
{
    static const char plan[] = "indikator i \"I\" { vis: liste; måles i: %%; resultat 2017: 12 %%; "
                               "prognose 2018: 15 %%; måltall 2017: minst 20 %%; status: %s }\n";
    char text[512];
    snprintf(text, sizeof text, plan, "ikke nådd");
    check_body(text, "- **Indikator: I**\n  - **Resultat 2017:** 12\xC2\xA0%\n  - **Prognose 2018:** 15\xC2\xA0%\n"
                     "  - **Måltall 2017:** minst\xC2\xA0" "20\xC2\xA0%\n  - **Status:** ikke nådd\n");
    snprintf(text, sizeof text, plan, "pågår");
    check_body(text, "- **Indikator: I**\n  - **Resultat 2017:** 12\xC2\xA0%\n  - **Prognose 2018:** 15\xC2\xA0%\n"
                     "  - **Måltall 2017:** minst\xC2\xA0" "20\xC2\xA0%\n  - **Status:** pågår\n"
                     "  - **Måloppnåelse:** ikke nådd\n");
}
END_TEST

START_TEST(a_list_where_there_is_prose_or_vis_says_so)
{
    check_body("tiltak \"X\" { frist: 2018 }\ntiltak \"Y\" { \"\"\"Tekst.\"\"\" }",
               "- **X**\n\n  - **Frist:** 2018\n\n- **Y**\n\n  Tekst.\n");
    check_body("investering {\nvis: liste\n| tittel | beløp 2018 |\n| A | 2 kr |\n| B | 3 kr |\n}",
               "- **Investering: A**\n  - **Beløp 2018:** 2\xC2\xA0kr\n"
               "- **Investering: B**\n  - **Beløp 2018:** 3\xC2\xA0kr\n");
}
END_TEST

START_TEST(figures_in_prose)
{
    check_body("fakta {\navdeling a \"A\"\nramme r { 2018: 38 228 737 kr }\n}\n"
               "\"\"\"{ramme.2018 : 0,1 mill. kr}, {én = antall(avdeling)}, {ramme.2018}, "
               "\\{x\\}.\"\"\"",
               "38,2\xC2\xA0mill.\xC2\xA0kr, én, 38\xC2\xA0"
               "228\xC2\xA0"
               "737\xC2\xA0kr, {x}.\n");
}
END_TEST

START_TEST(a_unit_in_prose_is_printed_once)
{
    check_body("fakta {\nramme r { 2018: 500 kr; 2019: 9,5 mill. kr }\n}\n"
               "\"\"\"{r.2018} kr, {r.2018} kroner, {r.2018} krever {r.2019} kroner og {r.2019} mill. "
               "kroner, {r.2018}\nkr.\"\"\"",
               "500 kr, 500 kroner, 500\xC2\xA0kr krever 9,5\xC2\xA0mill. kroner og 9,5 mill. "
               "kroner, 500\xC2\xA0kr\nkr.\n");
}
END_TEST

START_TEST(a_property_is_one_column_however_it_is_spelled)
{
    check_body("avdeling a \"A\"\ntiltak \"X\" { ansvar: a; frist: 2018 }\n"
               "tiltak \"Y\" { ansvarlig: a; ansvarlig: \"Ola\" }",
               "- <a id=\"avdeling-a\"></a>A\n\n"
               "| Tiltak | Ansvar                | Frist |\n"
               "| ------ | --------------------- | ----- |\n"
               "| X      | [A](#avdeling-a)      | 2018  |\n"
               "| Y      | [A](#avdeling-a), Ola |       |\n");
}
END_TEST

START_TEST(figures_keep_the_groups_of_their_author)
{
    check_body("tabell { | a | b : kr | c : kr |\n| x | 1 234 | 1234 |\n| y | −1 234 | 12 345 |\n"
               "| z | 1 234,5 | 4,5678 |\n }",
               "| A   |  B (kr) | C (kr) |\n"
               "| --- | ------: | -----: |\n"
               "| x   |   1\xC2\xA0" "234 |   1234 |\n"
               "| y   |  −1\xC2\xA0" "234 | 12\xC2\xA0" "345 |\n"
               "| z   | 1\xC2\xA0" "234,5 | 4,5678 |\n");
}
END_TEST

/* A half has no digit, but it is no word either: it has its unit, and a column of it one look. */
START_TEST(a_half_is_printed_as_a_figure)
{
    check_body("tiltak \"X\" { vis: avsnitt; skala: mill. kr; kostnad 2018: ½; kostnad 2019: ca ½ }",
               "## X\n\n- **Kostnad 2018:** 0,5\u00A0mill.\u00A0kr\n"
               "- **Kostnad 2019:** ca\u00A0" "0,5\u00A0mill.\u00A0kr\n");
    check_body("tabell t {\n| a | b : kr |\n| x | 5 ½ |\n| y | ½ |\n}",
               "| A   | B (kr) |\n| --- | -----: |\n| x   |    5,5 |\n| y   |    0,5 |\n");
}
END_TEST

START_TEST(a_label_that_is_not_all_in_quotes_is_printed_whole)
{
    check_body("tabell t {\n| post | 2018 |\n| \"Nord\" og «sør» | 2 |\n| «Øst» skole | 3 |\n"
               "| “Vest” | 4 |\n}",
               "| Post            | 2018 |\n| --------------- | ---: |\n| \"Nord\" og «sør» |    2 |\n"
               "| «Øst» skole     |    3 |\n| Vest            |    4 |\n");
}
END_TEST

START_TEST(known_faults_are_named)
{
    check_body("kapittel 1 \"A\" { kjent feil: HP4001 \"nummeret er *brukt* to ganger\" }",
               "## 1 A\n\n> **Kjent feil:** nummeret er \\*brukt\\* to ganger\n");
}
END_TEST

START_TEST(nothing_of_an_empty_plan)
{
    check_body("", "");
}
END_TEST

START_TEST(the_same_bytes_twice)
{
    const char *plan = "plan p \"P\" { kapittel 1 \"A\" { mål m \"M\" { tiltak \"T\" } } }\n";
    Arena own;
    arena_init(&own, NULL);
    Str out[2];
    for (int i = 0; i < 2; i++) {
        ModelFixture f;
        model_fixture(&f, plan);
        Buf b;
        buf_init(&b, &own);
        write_json(&b, report_build(f.m, DOC_ROOT, LANG_NB, true));
        write_markdown(&b, report_build(f.m, DOC_ROOT, LANG_NB, true));
        out[i] = buf_view(&b);
        model_fixture_end(&f);
    }
    ck_assert(str_eq(out[0], out[1]));
    arena_free(&own);
}
END_TEST

Suite *test_report_suite(void)
{
    Suite *s = suite_create("report");
    TCase *c = tcase_create("report");
    tcase_add_test(c, facts_are_not_printed);
    tcase_add_test(c, a_number_is_printed_with_what_it_is_the_number_of);
    tcase_add_test(c, a_municipality_is_printed_by_its_name);
    tcase_add_test(c, a_count_of_nothing_in_particular);
    tcase_add_test(c, chapters_are_numbered_as_stated_or_follow);
    tcase_add_test(c, verdicts_of_indicators_as_records);
    tcase_add_test(c, heads_two_rows_deep);
    tcase_add_test(c, neighbours_that_are_years_of_one_thing);
    tcase_add_test(c, units_stand_once);
    tcase_add_test(c, units_of_rows_stay_with_the_rows);
    tcase_add_test(c, a_unit_of_the_row_stands_beside_it);
    tcase_add_test(c, a_unit_of_the_head_does_not_stand_beside_each_figure);
    tcase_add_test(c, a_unit_is_in_the_words_of_its_table);
    tcase_add_test(c, a_word_that_is_a_unit_is_spelled_as_one);
    tcase_add_test(c, what_a_percentage_is_of_is_said_once);
    tcase_add_test(c, a_head_that_says_the_unit_says_it_once);
    tcase_add_test(c, measures_are_a_table_or_a_list);
    tcase_add_test(c, what_would_be_too_wide_a_table_is_a_list);
    tcase_add_test(c, the_unit_of_a_whole_table_stands_in_its_caption);
    tcase_add_test(c, a_version_of_a_year_begins_with_a_large_letter);
    tcase_add_test(c, an_indicator_says_prognose_and_whether_it_is_met_once);
    tcase_add_test(c, a_list_where_there_is_prose_or_vis_says_so);
    tcase_add_test(c, figures_in_prose);
    tcase_add_test(c, a_unit_in_prose_is_printed_once);
    tcase_add_test(c, a_property_is_one_column_however_it_is_spelled);
    tcase_add_test(c, figures_keep_the_groups_of_their_author);
    tcase_add_test(c, a_half_is_printed_as_a_figure);
    tcase_add_test(c, a_label_that_is_not_all_in_quotes_is_printed_whole);
    tcase_add_test(c, known_faults_are_named);
    tcase_add_test(c, nothing_of_an_empty_plan);
    tcase_add_test(c, the_same_bytes_twice);
    suite_add_tcase(s, c);
    return s;
}
