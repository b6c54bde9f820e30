/*
 * test_years_diff.c — what has changed from one plan to another, in planners' terms.
 */
#include "hplan/hplan.h"
#include "support/heard.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_years_diff_suite(void);

typedef struct Case {
    const char *name;
    const char *old, *new; /* inside a plan of 2018, unless they are whole plans */
    const char *told;      /* all of it, without headings */
} Case;

static const Case same[] = {
    {"order", "mål \"A\" { tiltak \"X\"; tiltak \"Y\" }\nmål \"B\" {}", "mål \"B\" {}\nmål \"A\" { tiltak \"Y\"\n tiltak \"X\" }", ""},
    {"keywords", "tiltak \"X\" { frist: våren 2018; status: pågår }", "measure \"X\" { status: ongoing; due: våren 2018 }", ""},
    {"comments", "# før\ntiltak \"X\" # her", "tiltak \"X\"\n# etter", ""},
    {"units", "ramme \"R\" { 2018: 1,5 mill. kr }", "ramme \"R\" { 2018: 1 500 000 kr }", ""},
    {"lines of prose", "\"\"\"\nEn tekst som\ngår over to linjer.\n\"\"\"", "\"\"\"En tekst   som går over to linjer.\"\"\"", ""},
    {"figures in prose", "ramme \"R\" { 2018: 5 kr }\n\"\"\"Rammen er {ramme.2018}.\"\"\"", "ramme \"R\" { 2018: 5 kr }\n\"\"\"Rammen er {frame.2018}.\"\"\"", ""},
    {"links", "kapittel 4 \"K\" {}\n\"\"\"Se [kapittel 4](kapittel:4).\"\"\"", "kapittel 4 \"K\" {}\n\"\"\"Se [kapittel 4](chapter:4).\"\"\"", ""},
    {"notes", "tiltak \"X\" { merknad: \"en\" }", "tiltak \"X\" { merknad: \"to\" }", ""},
    {"claims", "ramme \"R\" { 2018: 5 kr }\nkrev: ramme.2018 > 1 kr", "ramme \"R\" { 2018: 5 kr }", ""},
    {"lists", "avdeling a \"A\"\navdeling b \"B\"\ntiltak \"X\" { ansvar: a, b }", "avdeling a \"A\"\navdeling b \"B\"\ntiltak \"X\" { ansvar: b, a }", ""},
    {"row or body", "avdeling a \"A\"\ntiltak {\n| tittel | ansvar |\n| X | a |\n}", "avdeling a \"A\"\ntiltak \"X\" { ansvar: \"A\" }", ""},
    {"above the rows", "avdeling a \"A\"\ntiltak {\nansvar: a\n| tittel |\n| X |\n}", "avdeling a \"A\"\nom a { tiltak \"X\" { gjelder: b } }", "  tiltak «X»\n    gjelder: (ikke oppgitt) → b\n"},
    {"inside what nobody knows", "tull \"B\" { avdeling a \"A\" }", "tull \"B\" { avdeling a \"A\" }", ""},
    {"two alike", "mål \"A\" { tiltak \"X\"; tiltak \"X\" }", "mål \"A\" { tiltak \"X\"; tiltak \"X\" }", ""},
    {"rows and columns", "tabell \"T\" {\n| Post | Inn | Ut |\n| A | 1 | 2 |\n| B | 3 | 4 |\n}", "tabell \"T\" {\n| Post | Ut | Inn |\n| B | 4 | 3 |\n| A | 2 | 1 |\n}", ""},
    {"rows without a label", "tabell \"T\" {\n| Dag | Tid |\n| A | 10 |\n| | 12 |\n| | 14 |\n}", "tabell \"T\" {\n| Dag | Tid |\n| A | 10 |\n| | 12 |\n| | 14 |\n}", ""},
    {"parts of a row without a label", "tabell \"T\" {\n| Post | 2018 |\n| | 5 |\n| herav menn | 2 |\n}", "tabell \"T\" {\n| Post | 2018 |\n| | 5 |\n| herav menn | 2 |\n}", ""},
    {"keywords of columns", "fordeling \"F\" {\n| funksjon | netto |\n| 120 A | 1 |\n}", "fordeling \"F\" {\n| function | net |\n| 120 A | 1 |\n}", ""},
    {"computed", "ramme \"R\" { 2018: 5 kr }\nnøkkeltall n \"N\" { 2018: = ramme.2018 }", "ramme \"R\" { 2018: 5 kr }\nnøkkeltall n \"N\" { 2018: 5 kr }", ""},
};

static const Case differ[] = {
    {"an amount", "ramme \"R\" { 2018: 34,1 mill. kr }", "ramme \"R\" { 2018: 38 228 737 kr }", "  ramme «R»\n    2018: 34,1 mill. kr → 38 228 737 kr, opp 4 128 737 kr (12,1 %)\n"},
    {"from nothing", "ramme \"R\" { 2018: 0 kr }", "ramme \"R\" { 2018: 5 kr }", "  ramme «R»\n    2018: 0 kr → 5 kr, opp 5 kr\n"},
    {"below zero", "ramme \"R\" { 2018: -200 kr }", "ramme \"R\" { 2018: -300 kr }", "  ramme «R»\n    2018: −200 kr → −300 kr, ned 100 kr (50,0 %)\n"},
    {"other units", "nøkkeltall \"N\" { 2018: 5 årsverk }", "nøkkeltall \"N\" { 2018: 5 kr }", "  nøkkeltall «N»\n    2018: 5 årsverk → 5 kr\n"},
    {"per cent", "indikator \"I\" { måltall 2018: 4 % }", "indikator \"I\" { måltall 2018: minst 4,5 % }", "  indikator «I»\n    måltall 2018: 4 % → minst 4,5 %, opp 0,5 prosentpoeng\n"},
    {"missing", "indikator \"I\" { resultat 2018: ikke målt }", "indikator \"I\" { resultat 2018: 4 % }", "  indikator «I»\n    resultat 2018: ikke målt → 4 %\n"},
    {"denominator", "indikator \"I\" { måles i: kr/innbygger }", "indikator \"I\" { måles i: kr/elev }", "  indikator «I»\n    måles i: kr/innbygger → kr/elev\n"},
    {"parts of a year", "indikator \"X\" { måles i: %; resultat siste 12 mnd: 3 %; måltall 1. halvår 2018: 4 % }", "indikator \"X\" { måles i: %; resultat siste 12 mnd: 3 %; måltall 1. halvår 2018: 5 % }", "  indikator «X»\n    måltall 1. halvår 2018: 4 % → 5 %, opp 1 prosentpoeng\n"},
    {"who and when", "avdeling a \"A\"\navdeling b \"B\"\ntiltak \"X\" { ansvar: a; frist: 1.3.2018 }", "avdeling a \"A\"\navdeling b \"B\"\ntiltak \"X\" { ansvar: b; frist: 1.9.2018; status: ferdig }", "  tiltak «X»\n    ansvar: A → B\n    frist: 1.3.2018 → 1.9.2018\n    status: (ikke oppgitt) → ferdig\n"},
    {"the heading's unit", "avdeling a \"A\"\navdeling b \"B\"\nom a { tiltak \"X\" }", "avdeling a \"A\"\navdeling b \"B\"\nom b { tiltak \"X\" }", "  tiltak «X»\n    ansvar: A → B\n    gjelder: A → B\n"},
    {"new and gone", "mål \"A\" { tiltak \"Rekruttere leger\" }", "mål \"A\" { tiltak \"Flere barnehageplasser\" { frist: 2018 } }", "  nytt: tiltak «Flere barnehageplasser» i mål «A» (frist: 2018)\n  borte: tiltak «Rekruttere leger» i mål «A»\n"},
    {"renamed", "mål m \"Gammelt navn\"", "mål m \"Noe helt annet\"", "  mål «Gammelt navn»\n    heter nå «Noe helt annet»\n"},
    {"a word put in", "tiltak \"Kartlegge behovet for kompetanse\"", "tiltak \"Kartlegge behovet for ny kompetanse\"", "  tiltak «Kartlegge behovet for kompetanse»\n    heter nå «Kartlegge behovet for ny kompetanse»\n"},
    {"by its number", "investering 15022 \"IKT-sikkerhet\"", "investering 15022 \"Nytt datanett\"", "  investering 15022 «IKT-sikkerhet»\n    heter nå «Nytt datanett»\n"},
    {"another number", "investering 15022 \"Nett\"", "investering 15023 \"Nett\"", "  investering 15022 «Nett»\n    nummer: 15022 → 15023\n"},
    {"moved", "mål \"A\" { tiltak \"X\" }\nmål \"B\" {}", "mål \"A\" {}\nmål \"B\" { tiltak \"X\" }", "  tiltak «X»\n    flyttet fra mål «A» til mål «B»\n"},
    {"prose", "tiltak \"X\" { \"\"\"Før.\"\"\" }", "tiltak \"X\" { \"\"\"Etter.\"\"\" }", "  tiltak «X»\n    teksten er endret\n"},
    {"a row", "tabell \"T\" {\n| Post | Sum |\n| A | 1 |\n| B | 2 |\n}", "tabell \"T\" {\n| Post | Sum |\n| B | 3 |\n| C | 4 |\n}", "  tabell «T»\n    B, Sum: 2 → 3, opp 1 (50,0 %)\n    ny rad: C (Sum 4)\n    raden er borte: A (Sum 1)\n"},
    {"a code with another label", "fordeling \"F\" {\n| funksjon | netto |\n| 283 Bistand | 1 |\n}", "fordeling \"F\" {\n| funksjon | netto |\n| 283 Bistand til bolig | 1 |\n}", "  fordeling «F»\n    raden «283 Bistand» heter nå «283 Bistand til bolig»\n"},
    {"groups", "tabell \"T\" {\n| Post | Sum |\n| gruppe: A | |\n| Lønn | 1 |\n| gruppe: B | |\n| Lønn | 2 |\n}", "tabell \"T\" {\n| Post | Sum |\n| gruppe: B | |\n| Lønn | 5 |\n| gruppe: A | |\n| Lønn | 1 |\n}", "  tabell «T»\n    Lønn, Sum: 2 → 5, opp 3 (150,0 %)\n"},
    {"parts of a sum that is called otherwise", "tabell \"T\" {\n| Post | 2018 |\n| A | 5 |\n| sum: I alt | 5 |\n| herav menn | 2 |\n}", "tabell \"T\" {\n| Post | 2018 |\n| A | 5 |\n| sum: Til sammen | 5 |\n| herav menn | 3 |\n}", "  tabell «T»\n    raden «I alt» heter nå «Til sammen»\n    herav menn, 2018: 2 → 3, opp 1 (50,0 %)\n"},
    {"columns", "tabell \"T\" {\n| Post | Inn | Ut |\n| A | 1 | 2 |\n}", "tabell \"T\" {\n| Post | Inn | Ut | Mer |\n| A | 1 | 2 | 3 |\n}", "  tabell «T»\n    ny kolonne: Mer\n"},
    {"a long text", "vedtakspunkt 1 \"V\" { ordlyd: \"Kommunestyret ber om en sak om hvordan de ledige lokalene i sentrum best kan brukes.\" }", "vedtakspunkt 1 \"V\" { ordlyd: \"Kommunestyret ber om en sak om hvordan alle ledige lokaler i sentrum best kan brukes.\" }", "  vedtakspunkt 1 «V»\n    ordlyd er endret\n"},
};

/* Whole plans of two years. */
static const Case years[] = {
    {"a step", "plan p \"Plan 2018\" { år: 2018; ramme \"R\" { 2017: 90 kr; 2018: 100 kr } }", "plan p \"Plan 2019\" { år: 2019; ramme \"R\" { 2018: 100 kr; 2019: 110 kr } }", "  plan «Plan 2018»\n    år: 2018 → 2019\n  ramme «R»\n    2019: 100 kr (2018) → 110 kr, opp 10 kr (10,0 %)\n"},
    {"side by side", "plan p \"P\" { år: 2018; ramme \"R\" { 2018: 100 kr; 2019: 120 kr } }", "plan p \"P\" { år: 2019; ramme \"R\" { 2019: 110 kr } }", "  plan «P»\n    år: 2018 → 2019\n  ramme «R»\n    2019: 120 kr → 110 kr, ned 10 kr (8,3 %)\n"},
    {"titles of a year", "plan p \"P\" { år: 2018; tabell \"Rammen 2018\" {\n| Post | Sum |\n| Alt 2018 | 1 |\n} }", "plan p \"P\" { år: 2019; tabell \"Rammen 2019\" {\n| Post | Sum |\n| Alt 2019 | 2 |\n} }", "  plan «P»\n    år: 2018 → 2019\n  tabell «Rammen 2018»\n    Alt 2019, Sum: 1 → 2, opp 1 (100,0 %)\n"},
    {"columns of years", "plan p \"P\" { år: 2018; tabell \"T\" {\n| Post | 2017 | 2018 |\n| A | 1 | 2 |\n} }", "plan p \"P\" { år: 2019; tabell \"T\" {\n| Post | 2018 | 2019 |\n| A | 2 | 3 |\n} }", "  plan «P»\n    år: 2018 → 2019\n  tabell «T»\n    A, 2019: 2 (2018) → 3, opp 1 (50,0 %)\n"},
    {"a column to be filled in", "plan p \"P\" { år: 2018; tabell \"T\" {\n| Post | 2018 |\n| A | 2 |\n| B | 1 |\n} }", "plan p \"P\" { år: 2019; tabell \"T\" {\n| Post | 2018 | 2019 |\n| A | 2 | |\n| B | 1 | |\n} }", "  plan «P»\n    år: 2018 → 2019\n  tabell «T»\n    ny kolonne: 2019\n"},
    {"a cell without a figure", "plan p \"P\" { år: 2018; tabell \"T\" {\n| Post | 2018 |\n| A | 2 |\n| B | 1 |\n} }", "plan p \"P\" { år: 2019; tabell \"T\" {\n| Post | 2019 |\n| A | 2 |\n| B | |\n} }", "  plan «P»\n    år: 2018 → 2019\n  tabell «T»\n    B, 2019: 1 (2018) → (ikke oppgitt)\n"},
    {"periods", "plan p \"P\" { år: 2018; indikator \"I\" { måltall 2018–2021: 4 % } }", "plan p \"P\" { år: 2019; indikator \"I\" { måltall 2019–2022: 5 % } }", "  plan «P»\n    år: 2018 → 2019\n  indikator «I»\n    måltall 2019–2022: 4 % (2018–2021) → 5 %, opp 1 prosentpoeng\n"},
    {"numbers begin anew", "plan p \"P\" { år: 2018; vedtakspunkt 1 \"Budsjettet fastsettes\" }", "plan p \"P\" { år: 2019; vedtakspunkt 1 \"Tiltakene godkjennes\" }", "  plan «P»\n    år: 2018 → 2019\n  nytt: vedtakspunkt 1 «Tiltakene godkjennes»\n  borte: vedtakspunkt 1 «Budsjettet fastsettes»\n"},
    {"a code that KOSTRA has split", "plan p \"P\" { år: 2023; fordeling \"F\" {\n| funksjon | netto |\n| 254 Hjemmetjenester | 12 400 |\n} }", "plan p \"P\" { år: 2024; fordeling \"F\" {\n| funksjon | netto |\n| 257 Bofellesskap | 5 000 |\n| 258 Ambulerende | 8 020 |\n} }", "  plan «P»\n    år: 2023 → 2024\n  fordeling «F»\n    raden «254 Hjemmetjenester» er i KOSTRA blitt «257 Bofellesskap + 258 Ambulerende»\n    257 Bofellesskap + 258 Ambulerende, netto: 12 400 kr → 13 020 kr, opp 620 kr (5,0 %)\n"},
};

/* A session that has checked one text. */
static hplan_session *checked(const char *text)
{
    hplan_options options = {.lang = HPLAN_LANG_NB};
    hplan_session *s = hplan_session_open(&options);
    ck_assert_ptr_nonnull(s);
    ck_assert_int_eq(hplan_bytes_add(s, "p.hplan", text, strlen(text)), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    return s;
}

static size_t compare(const char *old, const char *new, hplan_form form, Heard *told)
{
    size_t changes = 99;
    hplan_session *a = checked(old), *b = checked(new);
    ck_assert_int_eq(hplan_diff_write(a, b, form, hear, told, &changes), HPLAN_OK);
    hplan_session_close(a);
    hplan_session_close(b);
    return changes;
}

/* Without headings and the blank lines before them, and with plain blanks in figures. */
static char *only_changes(const Heard *told)
{
    char *out = calloc(told->len + 1, 1);
    size_t len = 0;
    bool line_starts = true, keep = false;
    ck_assert_ptr_nonnull(out);
    for (size_t i = 0; i < told->len; i++) {
        if (line_starts)
            keep = told->bytes[i] == ' ';
        line_starts = told->bytes[i] == '\n';
        bool hard = i + 1 < told->len && memcmp(told->bytes + i, "\xC2\xA0", 2) == 0;
        if (keep)
            out[len++] = hard ? ' ' : told->bytes[i];
        i += hard;
    }
    return out;
}

static void check_case(const Case *c, bool whole)
{
    char old[2048], new[2048];
    const char *around = whole ? "%s\n" : "plan p \"P\" { kommune: Kragerø; år: 2018\n%s\n}\n";
    Heard told = {0};
    snprintf(old, sizeof old, around, c->old);
    snprintf(new, sizeof new, around, c->new);
    size_t changes = compare(old, new, HPLAN_FORM_TEXT, &told);
    char *got = only_changes(&told);
    ck_assert_msg(strcmp(got, c->told) == 0, "%s:\n%s\nnot\n%s", c->name, got, c->told);
    ck_assert_int_eq(changes == 0, c->told[0] == '\0');
    free(got);
    free(told.bytes);
}

START_TEST(what_only_form_tells_apart)
{
    check_case(&same[_i], false);
}
END_TEST

START_TEST(what_has_changed)
{
    check_case(&differ[_i], false);
}
END_TEST

START_TEST(from_year_to_year)
{
    check_case(&years[_i], true);
}
END_TEST

/* Backwards, what was new is gone; a plan and itself never differ. */
START_TEST(both_ways)
{
    char text[2048];
    Heard told = {0};
    snprintf(text, sizeof text, "plan p \"P\" { kommune: Kragerø; år: 2018\n%s\n}\n", differ[_i].new);
    ck_assert_uint_eq(compare(text, text, HPLAN_FORM_TEXT, &told), 0);
    ck_assert_uint_eq(told.len, 0);
}
END_TEST

START_TEST(the_languages)
{
    Heard told = {0};
    compare("plan p \"P\" { tiltak \"X\" { frist: 2018 } }", "plan p \"P\" { språk: nynorsk; tiltak \"X\" }",
            HPLAN_FORM_TEXT, &told);
    ck_assert_ptr_nonnull(strstr(told.bytes, "frist: 2018 → (ikke oppgitt)")); /* as the session asks */
    free(told.bytes);
}
END_TEST

START_TEST(machines_get_exact_figures)
{
    Heard told = {0};
    compare("plan p \"P\" { ramme \"R\" { 2018: 34,1 mill. kr } }",
            "plan p \"P\" { ramme \"R\" { 2018: 33,5 mill. kr } }", HPLAN_FORM_JSON, &told);
    json_t *root = json_loadb(told.bytes, told.len, 0, NULL);
    ck_assert_ptr_nonnull(root);
    const json_t *change = json_array_get(json_object_get(root, "changes"), 0);
    const json_t *figures = json_object_get(change, "figures");
    ck_assert_str_eq(json_string_value(json_object_get(change, "kind")), "frame");
    ck_assert_str_eq(json_string_value(json_object_get(figures, "was")), "34100000");
    ck_assert_str_eq(json_string_value(json_object_get(figures, "difference")), "-600000");
    ck_assert_str_eq(json_string_value(json_object_get(figures, "percent")), "-1.8");
    json_decref(root);
    free(told.bytes);
}
END_TEST

START_TEST(called_wrongly)
{
    size_t changes = 0;
    Heard told = {0};
    hplan_session *a = checked("plan p \"P\" {}"), *b = hplan_session_open(NULL);
    ck_assert_int_eq(hplan_diff_write(a, a, HPLAN_FORM_TEXT, hear, &told, &changes), HPLAN_MISUSE);
    ck_assert_int_eq(hplan_diff_write(a, b, HPLAN_FORM_TEXT, hear, &told, &changes), HPLAN_MISUSE);
    hplan_session_close(b);
    b = checked("plan p \"P\" {}");
    ck_assert_int_eq(hplan_diff_write(a, b, HPLAN_FORM_SARIF, hear, &told, &changes), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_diff_write(a, b, HPLAN_FORM_TEXT, hear, &told, &changes), HPLAN_OK);
    hplan_session_close(a);
    hplan_session_close(b);
    ck_assert_uint_eq(told.len, 0);
}
END_TEST

/* Who looks for the whole of each part from the part up is not done in time. */
START_TEST(many_parts_of_one_row)
{
    enum { PARTS = 120000, ROOM = 32 };
    size_t changes = 0;
    Heard told = {0};
    char *text = malloc((size_t)PARTS * ROOM);
    int len = sprintf(text, "plan p \"P\" { tabell t \"T\" {\n| a | 2018 |\n| x | 5 |\n");
    for (int i = 0; i < PARTS; i++)
        len += snprintf(text + len, ROOM, "| herav y%d | 1 |\n", i);
    (void)sprintf(text + len, "} }\n");
    hplan_session *a = checked(text), *b = checked(text);
    ck_assert_int_eq(hplan_diff_write(a, b, HPLAN_FORM_TEXT, hear, &told, &changes), HPLAN_OK);
    ck_assert_uint_eq(changes, 0);
    hplan_session_close(a);
    hplan_session_close(b);
    free(text);
}
END_TEST

Suite *test_years_diff_suite(void)
{
    Suite *s = suite_create("years_diff");
    TCase *t = tcase_create("diff");
    tcase_add_loop_test(t, what_only_form_tells_apart, 0, (int)(sizeof same / sizeof *same));
    tcase_add_loop_test(t, what_has_changed, 0, (int)(sizeof differ / sizeof *differ));
    tcase_add_loop_test(t, from_year_to_year, 0, (int)(sizeof years / sizeof *years));
    tcase_add_loop_test(t, both_ways, 0, (int)(sizeof differ / sizeof *differ));
    tcase_add_test(t, the_languages);
    tcase_add_test(t, machines_get_exact_figures);
    tcase_add_test(t, called_wrongly);
    tcase_add_test(t, many_parts_of_one_row);
    suite_add_tcase(s, t);
    return s;
}
