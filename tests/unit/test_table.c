/*
 * test_table.c — tables as planners write and paste them.
 */
#include "support/model_fixture.h"

#include "model/table_build.h"

#include <check.h>
#include <stdio.h>

Suite *test_table_suite(void);

static ModelFixture f;

static void end(void)
{
    model_fixture_end(&f);
}

/* A body inside a plan of 2018; findings are the test's business. */
static const Table *build(const char *body)
{
    Buf b;
    Arena a;
    arena_init(&a, NULL);
    buf_init(&b, &a);
    buf_cstr(&b, "plan p \"Plan\" {\n  kommune: Kragerø\n  år: 2018\n");
    buf_cstr(&b, body);
    buf_cstr(&b, "\n}\n");
    model_fixture_len(&f, b.ptr, b.len);
    arena_free(&a);
    ck_assert_uint_gt(f.m->tables.len, 1);
    return model_table(f.m, 1);
}

static const Table *clean(const char *body)
{
    const Table *t = build(body);
    ck_assert_msg(fixture_faults(&f) == 0, "%s", fixture_findings(&f));
    return t;
}

static void check_text(Str s, const char *expected)
{
    ck_assert_msg(str_eq(s, str_from(expected)), "«%.*s», not «%s»", STR_ARG(s), expected);
}

static void check_plain(const Table *t, uint32_t row, uint32_t col, int64_t coef, uint8_t scale,
                        const char *unit)
{
    Cell c = table_cell(t, row, col);
    ck_assert_msg(c.kind == CELL_PLAIN, "row %u, column %u: kind %d", row, col, c.kind);
    ck_assert_int_eq(c.coef, coef);
    ck_assert_uint_eq(c.scale, scale);
    check_text(unit_get(&f.m->units, c.unit)->label, unit);
}

/* --- pieces ---------------------------------------------------------------------------------- */

static void plain(const char *text, bool ok, int64_t coef, uint8_t scale)
{
    int64_t got = 0;
    uint8_t decimals = 0;
    bool is = plain_figure(text, (uint32_t)strlen(text), &got, &decimals);
    ck_assert_msg(is == ok, "«%s»", text);
    if (ok) {
        ck_assert_msg(got == coef && decimals == scale, "«%s»: %lld, %u", text, (long long)got,
                      decimals);
    }
}

START_TEST(plain_figures)
{
    plain("0", true, 0, 0);
    plain("33 532 742", true, 33532742, 0);
    plain("-179 883", true, -179883, 0);
    plain("− 21 850", true, -21850, 0);
    plain("–7", true, -7, 0);
    plain("10,36", true, 1036, 2);
    plain("0,4", true, 4, 1);
    plain("12\xC2\xA0"
          "000",
          true, 12000, 0);
    plain("38228737", true, 38228737, 0);
    plain("999 999 999 999 999 999", true, 999999999999999999, 0);
    plain("9 999 999 999 999 999 999", false, 0, 0);
    plain("99999999999999999999", false, 0, 0);
    plain("", false, 0, 0);
    plain("-", false, 0, 0);
    plain("0815", false, 0, 0);
    plain("2018 100", false, 0, 0);
    plain("67 0563", false, 0, 0);
    plain("12 34", false, 0, 0);
    plain("12 345 6", false, 0, 0);
    plain("1,", false, 0, 0);
    plain("1,2,3", false, 0, 0);
    plain("4.6", false, 0, 0);
    plain("12 kr", false, 0, 0);
    plain("1\t000", false, 0, 0);
    plain("(55 951)", false, 0, 0);
    plain("38,2 mill. kr", false, 0, 0);
    plain(",5", false, 0, 0);
}
END_TEST

static void words(const char *text, uint8_t role, bool given, const char *label)
{
    RowWords w = row_words(f.m, str_from(text), true, false);
    ck_assert_msg(w.role == role && w.given == given, "«%s»: role %d, given %d", text, w.role,
                  w.given);
    Str got = str_slice(str_from(text), w.from, w.to);
    ck_assert_msg(str_eq(got, str_from(label)), "«%s»: «%.*s»", text, STR_ARG(got));
}

START_TEST(roles)
{
    model_fixture(&f, "");
    words("Sum", ROLE_SUM, false, "Sum");
    words("SUM UTGIFTER", ROLE_SUM, false, "SUM UTGIFTER");
    words("Totalt", ROLE_SUM, false, "Totalt");
    words("I alt ansatte", ROLE_SUM, false, "I alt ansatte");
    words("Delsum drift", ROLE_SUBTOTAL, false, "Delsum drift");
    words("- herav lærlinger", ROLE_OF_WHICH, false, "- herav lærlinger");
    words("– Herav lærlinger", ROLE_OF_WHICH, false, "– Herav lærlinger");
    words("Summer", ROLE_NONE, false, "Summer");
    words("Totalkostnad", ROLE_NONE, false, "Totalkostnad");
    words("Sum-tabell", ROLE_NONE, false, "Sum-tabell");
    words("\"Sum av alt\"", ROLE_NONE, false, "Sum av alt");
    words("«Totalt utlån»", ROLE_NONE, false, "Totalt utlån");
    words("sum: Områdets ramme 2018", ROLE_SUM, true, "Områdets ramme 2018");
    words("minus: Inntekter", ROLE_MINUS, true, "Inntekter");
    words("Minus inntekter", ROLE_NONE, false, "Minus inntekter");
    words("inngående: Ramme 2018", ROLE_OPENING, true, "Ramme 2018");
    words("Utgående: Ramme 2021", ROLE_CLOSING, true, "Ramme 2021");
    words("gruppe: Drift", ROLE_GROUP, true, "Drift");
    words("rad: Sum av småposter", ROLE_ROW, true, "Sum av småposter");
    words("Sum:", ROLE_SUM, false, "Sum:");
    words("Merknad: sum", ROLE_NONE, false, "Merknad: sum");
    words("Sum 2018: anslag", ROLE_SUM, false, "Sum 2018: anslag");
    words("", ROLE_NONE, false, "");
    RowWords w = row_words(f.m, STR("herav (eget grunnlag) kvinner"), true, false);
    ck_assert(w.role == ROLE_OF_WHICH && w.own_base && !w.complete);
    w = row_words(f.m, STR("herav (eget grunnlag): kvinner"), true, false);
    ck_assert(w.role == ROLE_OF_WHICH && w.own_base && w.given);
    w = row_words(f.m, STR("fordelt: kvinner"), true, false);
    ck_assert(w.role == ROLE_OF_WHICH && w.complete);
}
END_TEST

static void codes(const char *text, const char *expected)
{
    RowWords w = row_words(f.m, str_from(text), true, true);
    Str got = str_slice(str_from(text), w.name, w.name + w.code_len);
    ck_assert_msg(str_eq(got, str_from(expected)), "«%s»: «%.*s»", text, STR_ARG(got));
}

/* Labels are turned away by their first letter: no word of a role may begin like that. */
START_TEST(no_role_begins_plainly)
{
    uint32_t words = 0;
    for (TermId i = 1; i < vocab_term_count; i++) {
        for (int lang = 0; lang < LANG_COUNT && vocab_term(i)->group == VG_ROLE; lang++, words++) {
            char first = vocab_term(i)->spelling[lang][0];
            ck_assert_msg(!begins_plain_label(first), "%s", vocab_term(i)->spelling[lang]);
        }
    }
    ck_assert_uint_gt(words, 30);
    ck_assert(begins_plain_label('P') && begins_plain_label('v'));
    ck_assert(!begins_plain_label('1') && !begins_plain_label('"') && !begins_plain_label('-'));
    ck_assert(!begins_plain_label('\xC3'));
}
END_TEST

START_TEST(codes_before_labels)
{
    model_fixture(&f, "");
    codes("120/180/190 Administrasjon", "120/180/190");
    codes("20/21 Skole", "20/21");
    codes("283", "283");
    codes("190,201", "190,201");
    codes("100, 110, 120 Politikk", "100, 110, 120");
    codes("100 110 120 Politikk", "100 110 120");
    codes("120 3 stillinger", "120");
    codes("800–899 Finans", "800–899");
    codes("minus: 283 Bistand", "283");
    codes("Sum 120", "");
    codes("Administrasjon 120", "");
    codes("24timers tilbud", "");
}
END_TEST

/* --- tables of figures ------------------------------------------------------------------------ */

START_TEST(breakdown)
{
    const Table *t = clean("fordeling kostra \"Rammen fordelt\" {\n"
                           "| funksjon | inntekter | utgifter | netto \"Netto ramme\" |\n"
                           "| 120/180/190 Administrasjon |  |  | 33 532 742 |\n"
                           "| 20/21 Skole og barnehage |  |  | 835 972 |\n"
                           "| 283 |  |  | -179 883 |\n"
                           "| Sum |  |  | 38 228 737 |\n}");
    ck_assert_uint_eq(t->cols.len, 4);
    ck_assert_uint_eq(t->rows.len, 4);
    ck_assert_uint_eq(t->cols.at[0].use, COL_LABEL);
    ck_assert_uint_eq(t->cols.at[0].key, P_FUNCTION);
    ck_assert_uint_eq(t->cols.at[3].key, P_NET);
    check_text(t->cols.at[3].label, "Netto ramme");
    check_text(t->cols.at[3].head, "netto");
    check_text(row_codes(t, 0), "120/180/190");
    check_text(row_label(t, &t->rows.at[0]), "Administrasjon");
    check_text(span_text(&f.sources, row_codes_span(t, 1)), "20/21");
    check_text(span_text(&f.sources, row_label_span(f.m, t, 1)), "Skole og barnehage");
    check_text(row_codes(t, 2), "283");
    ck_assert_uint_eq(row_label(t, &t->rows.at[2]).len, 0);
    ck_assert_uint_eq(t->rows.at[3].role, ROLE_SUM);
    check_plain(t, 0, 3, 33532742, 0, "kr");
    check_plain(t, 2, 3, -179883, 0, "kr");
    ck_assert_uint_eq(table_cell(t, 0, 1).kind, CELL_BLANK);
    ck_assert(table_summed(t, 3));
    Value v = cell_value(f.m, t, 3, 3);
    ck_assert_uint_eq(v.kind, VAL_NUMBER);
    ck_assert_int_eq(decimal_cmp(v.num, decimal_int(38228737)), 0);
    check_text(span_text(&f.sources, v.span), "38 228 737");
}
END_TEST

START_TEST(scale_and_sign)
{
    const Table *t = clean("fordeling \"F\" {\n"
                           "| tekst | 2018 | budsjett 2019 | andel : % |\n"
                           "| A | 12,5 | -7 | 3 |\n"
                           "  skala: 1000 kr\n  fortegn: negativt\n}");
    ck_assert(t->income_negative);
    ck_assert(!t->additive);
    check_text(unit_get(&f.m->units, t->traits[1].bare)->label, "tusen kr");
    check_plain(t, 0, 1, 125, 1, "tusen kr");
    check_plain(t, 0, 3, 3, 0, "%");
    ck_assert_int_eq(period_first_year(t->cols.at[1].index.period), 2018);
    ck_assert_uint_eq(t->cols.at[2].index.version, VER_BUDGET);
    ck_assert_uint_eq(t->cols.at[1].key, P_NONE);
    ck_assert(table_summed(t, 1));
    ck_assert(!table_summed(t, 3));
}
END_TEST

START_TEST(two_header_rows)
{
    const Table *t = clean("tabell \"T\" {\n"
                           "| Tjeneste | Oppegård | | Gruppe 13 | |\n"
                           "|          | 2015 | 2016 | 2015 | 2016 |\n"
                           "|---|---|---|---|---|\n"
                           "| Barnehage | 1 | 2 | 3 | 4,5 |\n}");
    ck_assert(t->two_headers);
    ck_assert_uint_eq(t->rows.len, 1);
    check_text(t->cols.at[0].head, "Tjeneste");
    check_text(t->cols.at[0].upper, "");
    check_text(t->cols.at[0].lower, "");
    check_text(t->cols.at[2].upper, "Oppegård");
    check_text(t->cols.at[2].lower, "2016");
    check_text(t->cols.at[1].head, "Oppegård 2015");
    check_text(t->cols.at[2].head, "Oppegård 2016");
    check_text(t->cols.at[4].head, "Gruppe 13 2016");
    ck_assert_int_eq(period_first_year(t->cols.at[2].index.period), 2016);
    check_text(span_text(&f.sources, column_span(t, 2)), "2016");
}
END_TEST

START_TEST(rule_after_one_header)
{
    const Table *t = clean("tabell \"T\" {\n| a | b |\n|---|---:|\n| x | 1 |\n| y | 2 |\n}");
    ck_assert(!t->two_headers);
    ck_assert_uint_eq(t->rows.len, 2);
    check_text(row_label(t, &t->rows.at[0]), "x");
}
END_TEST

START_TEST(unit_of_a_head)
{
    const Table *t =
        clean("tabell \"T\" {\n"
              "| (navn) | Tjeneste | Oppegård 2016 : kr/innbygger | kr | % | \"sum\" | sum |\n"
              "| bhg | Barnehage | 1 234 | 5 | 6,1 | se under | 7 |\n}");
    ck_assert_uint_eq(t->cols.at[0].use, COL_NAME);
    ck_assert(t->cols.at[0].hidden);
    ck_assert_uint_eq(t->cols.at[1].use, COL_LABEL);
    check_text(t->cols.at[2].head, "Oppegård 2016");
    check_plain(t, 0, 2, 1234, 0, "kr/innbygger");
    check_plain(t, 0, 3, 5, 0, "kr");
    check_plain(t, 0, 4, 61, 1, "%");
    ck_assert_uint_eq(table_cell(t, 0, 5).kind, CELL_TEXT);
    ck_assert_uint_eq(t->cols.at[6].use, COL_SUM);
    ck_assert_uint_ne(row_name(t, &t->rows.at[0]), 0);
    ck_assert(!table_summed(t, 2));
    ck_assert(table_summed(t, 3));
    ck_assert(!table_summed(t, 5));
}
END_TEST

START_TEST(free_tables_hold_text)
{
    const Table *t = clean("tabell \"T\" {\n"
                           "| Hvem | Telefon | Antall |\n"
                           "| Servicetorget | åpent 08–15 | 12 |\n"
                           "| IKT | se nettsiden; #1 | 3 = 1 + 2 |\n"
                           "| Sum | | 15 |\n}");
    ck_assert_uint_eq(table_cell(t, 0, 1).kind, CELL_TEXT);
    ck_assert_uint_eq(table_cell(t, 1, 1).kind, CELL_TEXT);
    check_plain(t, 0, 2, 12, 0, "");
    ck_assert_uint_eq(table_cell(t, 1, 2).kind, CELL_FACT);
    const Fact *fact = model_fact(f.m, table_cell(t, 1, 2).fact);
    ck_assert(fact->equation);
    ck_assert_uint_eq(fact->owner, FACT_CELL);
    FigRef cell = fact_more(f.m, fact)->cell;
    ck_assert_uint_eq(cell.table, 1);
    ck_assert_uint_eq(cell.row, 1);
    ck_assert_uint_eq(cell.col, 2);
    ck_assert(table_summed(t, 2));
    ck_assert(!table_summed(t, 1));
}
END_TEST

START_TEST(groups_and_of_which)
{
    const Table *t = clean("fordeling \"F\" {\n"
                           "| tekst | 2018 |\n"
                           "| Inntekter |\n"
                           "| Skatt | 10 |\n"
                           "| herav formue | 4 |\n"
                           "| herav inntekt | 6 |\n"
                           "| Utgifter |\n"
                           "| Lønn | 7 |\n"
                           "gruppe drift \"Drift\" {\n  herav: hele\n"
                           "| Strøm | 3 |\n| - herav gatelys | 3 |\n}\n"
                           "| Sum | 20 |\n}");
    ck_assert_uint_eq(t->rows.len, 10);
    ck_assert_uint_eq(t->rows.at[0].role, ROLE_GROUP);
    ck_assert_uint_eq(t->rows.at[1].group, 1);
    ck_assert_uint_eq(row_parent(t, 2, 0), 2);
    ck_assert_uint_eq(row_parent(t, 3, 2), 2);
    ck_assert(!t->rows.at[1].complete);
    ck_assert_uint_eq(t->rows.at[5].group, 5);
    ck_assert_uint_eq(t->rows.at[6].role, ROLE_GROUP);
    check_text(row_label(t, &t->rows.at[6]), "Drift");
    ck_assert_uint_eq(t->rows.at[6].group, 0);
    ck_assert_uint_ne(row_decl(t, 6), 0);
    ck_assert_uint_eq(t->rows.at[7].group, 7);
    ck_assert_uint_eq(row_parent(t, 8, 0), 8);
    ck_assert(t->rows.at[7].complete);
    ck_assert_uint_eq(t->rows.at[9].group, 0);
    ck_assert_uint_eq(t->rows.at[9].role, ROLE_SUM);
}
END_TEST

START_TEST(rows_with_units_of_their_own)
{
    const Table *t = clean("tabell \"T\" {\n"
                           "| Hva | måles i | 2017 | 2018 |\n"
                           "| Sykefravær | % | 4,9 | 5 |\n"
                           "| Ramme | mill. kr | 34,1 | 38,2 |\n"
                           "| Årsverk | årsverk | 10,36 | 7 |\n}");
    check_plain(t, 0, 3, 5, 0, "%");
    check_plain(t, 1, 2, 341, 1, "mill. kr");
    check_plain(t, 2, 2, 1036, 2, "årsverk");
    ck_assert(!table_summed(t, 2));
}
END_TEST

START_TEST(labels_in_quotes)
{
    const Table *t = clean("fordeling \"F\" {\n| avdeling | årsverk |\n"
                           "| \"A\" | 10,36 |\n| \"B\" | 7 |\n| Sum | 17,4 |\n}");
    ck_assert(t->rows.at[0].own);
    check_text(row_label(t, &t->rows.at[0]), "A");
    ck_assert_uint_eq(row_decl(t, 0), 0);
}
END_TEST

START_TEST(cells_counted)
{
    build("tabell \"T\" {\n| a | b | c |\n| x | 1 |\n| y | 1 | 2 | 3 |\n| z | 1 | 2 |\n"
          "| w | 1 |\n| v | 1 | 2 |  |\n}");
    ck_assert_msg(fixture_count(&f, HP1022) == 2, "%s", fixture_findings(&f));
    const Table *t = model_table(f.m, 1);
    ck_assert_uint_eq(t->rows.len, 5);
    ck_assert_uint_eq(table_cell(t, 0, 2).kind, CELL_BLANK);
    check_plain(t, 2, 2, 2, 0, "");
    ck_assert(strstr(fixture_findings(&f), "1 rader til") != NULL);
}
END_TEST

/* A blank behind the last bar, and a row is no longer as most are: it must say the same. */
START_TEST(rows_are_read_alike)
{
    static const char *const cells[] = {
        "7", "12 345", "0", "012", "1 23", "1234 567", "12 3456", "12  345", "2 147 483 647",
        "2 147 483 648", "999 999 999 999 999 999", "123456789012345678901", "-5", "1,5", "",
        "   8   ", "\t9", "9\t", "\u00A09\u00A0", "ti", "\"a\\|b\"", "5 6", "12 345 kr", "-"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        char body[256];
        snprintf(body, sizeof body,
                 "tabell a {\n| Post | 2018 | Merk |\n| Vei | %s | %s |\n| Vei | %s | %s | \n}",
                 cells[i], cells[i], cells[i], cells[i]);
        const Table *t = build(body);
        ck_assert_uint_eq(t->rows.len, 2);
        check_text(row_label(t, &t->rows.at[0]), "Vei");
        for (uint32_t col = 0; col < 3; col++) {
            Cell a = table_cell(t, 0, col), b = table_cell(t, 1, col);
            ck_assert_msg(a.kind == b.kind && a.len == b.len && a.unit == b.unit &&
                              a.off - t->rows.at[0].off == b.off - t->rows.at[1].off &&
                              (a.kind != CELL_PLAIN || (a.coef == b.coef && a.scale == b.scale)),
                          "«%s», column %u", cells[i], col);
        }
        end();
    }
    (void)build("tabell a {\n| Post | 2018 |\n| Vei | 1 |\n}");
}
END_TEST

START_TEST(header_given_twice)
{
    const Table *t = clean("tabell \"T\" {\n| a | b |\n| x | 1 |\n\"\"\"\nTekst.\n\"\"\"\n"
                           "| a | b |\n|---|---|\n| y | 2 |\n}");
    ck_assert_uint_eq(t->rows.len, 2);
}
END_TEST

/* --- tables that declare ---------------------------------------------------------------------- */

START_TEST(declared_rows)
{
    const Table *t = clean("investering {\n"
                           "| nummer | tittel | beløp 2018 | 2019 |\n"
                           "| 15022 | IKT-sikkerhet | 0,4 mill. kr | |\n"
                           "| 15031 | \"Oppgradering\" | 1 200 000 | 5 |\n}");
    ck_assert(t->declares);
    ck_assert(model_decl(f.m, t->decl)->container);
    DeclId d = row_decl(t, 1);
    ck_assert_uint_eq(model_decl(f.m, d)->kind, K_INVESTMENT);
    check_text(model_decl(f.m, d)->title, "Oppgradering");
    check_text(decl_number(f.m, model_decl(f.m, d))->text, "15031");
    ck_assert_uint_eq(model_decl(f.m, d)->parent, t->decl);
    Index year = {.period = period_year(2018)};
    PropId p = decl_prop(f.m, d, P_AMOUNT, &year);
    ck_assert_uint_ne(p, 0);
    ck_assert_uint_eq(model_prop(f.m, p)->count, 1);
    const Fact *fact = model_fact(f.m, model_prop(f.m, p)->first);
    ck_assert_uint_eq(fact->value.unit, f.m->units.kr);
    ck_assert_uint_eq(fact->prop, p);
    ck_assert_uint_eq(fact->scope, d);
    year.period = period_year(2019);
    ck_assert_uint_ne(decl_prop(f.m, d, P_AMOUNT, &year), 0);
    ck_assert_uint_eq(decl_prop(f.m, row_decl(t, 0), P_AMOUNT, &year), 0);
}
END_TEST

START_TEST(heads_as_in_print)
{
    const Table *t = clean("indikator {\n"
                           "| Indikator | Måles i | Resultat 2021 | Mål 2022 |\n"
                           "| Sykefravær | % | 8,1 | <= 7 |\n"
                           "| Brukertilfredshet | poeng | ikke målt | 4,5 |\n}");
    check_text(model_decl(f.m, row_decl(t, 0))->title, "Sykefravær");
    ck_assert_uint_eq(t->cols.at[0].key, P_TITLE);
    ck_assert_uint_eq(t->cols.at[3].key, P_TARGET);
    const Fact *result = decl_fact(f.m, row_decl(t, 0), P_RESULT);
    ck_assert_ptr_nonnull(result);
    ck_assert_uint_eq(result->value.unit, f.m->units.percent);
    ck_assert_uint_eq(decl_fact(f.m, row_decl(t, 0), P_TARGET)->value.compare, CMP_LE);
    ck_assert_uint_eq(decl_fact(f.m, row_decl(t, 1), P_RESULT)->value.kind, VAL_MISSING);
}
END_TEST

START_TEST(lists_in_cells)
{
    const Table *t = clean("avdeling ikt \"IKT\"\navdeling personal \"Personal\"\n"
                           "tiltak {\n| tittel | ansvar | merknad |\n"
                           "| Kurs | ikt, personal | først, så sist |\n}");
    DeclId d = row_decl(t, 0);
    PropId p = decl_prop(f.m, d, P_RESPONSIBLE, NULL);
    ck_assert_uint_eq(model_prop(f.m, p)->count, 2);
    ck_assert_uint_ne(model_fact(f.m, model_prop(f.m, p)->first + 1)->ref, 0);
    p = decl_prop(f.m, d, P_NOTE, NULL);
    ck_assert_uint_eq(model_prop(f.m, p)->count, 1);
}
END_TEST

START_TEST(unknown_columns)
{
    build("tiltak {\n| tittel | ansvra | frist | frist | \"Egne ord\" | Vurdering |\n"
          "| Kurs | ikt | 2018 | 2019 | ja | bra |\n}");
    ck_assert_msg(fixture_count(&f, HP2016) == 2, "%s", fixture_findings(&f));
    ck_assert_uint_eq(fixture_count(&f, HP2017), 1);
    ck_assert_msg(strstr(fixture_findings(&f), "«ansvar»") != NULL, "%s", fixture_findings(&f));
    ck_assert_msg(strstr(fixture_findings(&f), "hermetegn") != NULL, "%s", fixture_findings(&f));
}
END_TEST

/* A label longer than 16 bits can say, figures of more than 32, and a row that is both. */
START_TEST(cells_that_fit_no_slot)
{
    enum { LONG = 70000 };
    Arena a;
    Buf b;
    arena_init(&a, NULL);
    buf_init(&b, &a);
    buf_cstr(&b, "tabell a {\n| Post | 2018 : kr |\n| Vei | 98 765 432 101 |\n| ");
    for (int i = 0; i < LONG; i++)
        buf_char(&b, 'x');
    buf_cstr(&b, " | 7 |\n| Bro | 3 |\n| Sum | 98 765 432 111 |\n}");
    buf_char(&b, '\0');
    const Table *t = clean(b.ptr);
    check_plain(t, 0, 1, 98765432101, 0, "kr");
    check_plain(t, 1, 1, 7, 0, "kr");
    check_plain(t, 2, 1, 3, 0, "kr");
    check_plain(t, 3, 1, 98765432111, 0, "kr");
    ck_assert_uint_eq(row_label(t, &t->rows.at[1]).len, LONG);
    check_text(row_label(t, &t->rows.at[2]), "Bro");
    ck_assert_uint_eq(table_cell(t, 1, 0).len, LONG);
    ck_assert(!t->whole && table_summed(t, 1));
    arena_free(&a);
}
END_TEST

START_TEST(a_large_table)
{
    Buf b;
    Arena a;
    char line[96];
    arena_init(&a, NULL);
    buf_init(&b, &a);
    buf_cstr(&b, "fordeling \"F\" {\n| funksjon | inntekter | utgifter | netto |\n");
    for (int i = 0; i < 20000; i++) {
        snprintf(line, sizeof line, "| 120 Tjeneste %d | %d | 12 345 678 | -1,5 |\n", i, i);
        buf_cstr(&b, line);
    }
    buf_cstr(&b, "}");
    buf_char(&b, '\0');
    const Table *t = clean(b.ptr);
    ck_assert_uint_eq(t->rows.len, 20000);
    ck_assert_uint_eq(f.m->facts.len, 3); /* none, municipality, year */
    check_plain(t, 19999, 1, 19999, 0, "kr");
    arena_free(&a);
}
END_TEST

Suite *test_table_suite(void)
{
    Suite *suite = suite_create("table");
    TCase *tc = tcase_create("pieces");
    tcase_add_test(tc, plain_figures);
    suite_add_tcase(suite, tc);
    tc = tcase_create("figures");
    tcase_add_checked_fixture(tc, NULL, end);
    tcase_add_test(tc, roles);
    tcase_add_test(tc, no_role_begins_plainly);
    tcase_add_test(tc, codes_before_labels);
    tcase_add_test(tc, breakdown);
    tcase_add_test(tc, scale_and_sign);
    tcase_add_test(tc, two_header_rows);
    tcase_add_test(tc, rule_after_one_header);
    tcase_add_test(tc, unit_of_a_head);
    tcase_add_test(tc, free_tables_hold_text);
    tcase_add_test(tc, groups_and_of_which);
    tcase_add_test(tc, rows_with_units_of_their_own);
    tcase_add_test(tc, labels_in_quotes);
    tcase_add_test(tc, cells_counted);
    tcase_add_test(tc, rows_are_read_alike);
    tcase_add_test(tc, header_given_twice);
    tcase_add_test(tc, cells_that_fit_no_slot);
    tcase_add_test(tc, a_large_table);
    suite_add_tcase(suite, tc);
    tc = tcase_create("declared");
    tcase_add_checked_fixture(tc, NULL, end);
    tcase_add_test(tc, declared_rows);
    tcase_add_test(tc, heads_as_in_print);
    tcase_add_test(tc, lists_in_cells);
    tcase_add_test(tc, unknown_columns);
    suite_add_tcase(suite, tc);
    return suite;
}
