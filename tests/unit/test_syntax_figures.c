/*
 * test_syntax_figures.c — what begins with a digit: shapes, faults, values.
 */
#include "support/syntax_fixture.h"

#include "syntax/figure.h"

#include <check.h>

Suite *test_syntax_figures_suite(void);

typedef struct Row {
    const char *text;
    FigureShape shape;
    FigureFault fault;
    uint32_t len; /* 0: all of it */
} Row;

static const Row rows[] = {
    {"38 228 737", FIG_NUMBER, FIGF_NONE, 0},
    {"38 228 737 kr", FIG_NUMBER, FIGF_NONE, 10},
    {"38,2", FIG_NUMBER, FIGF_NONE, 0},
    {"0815", FIG_NUMBER, FIGF_NONE, 0},
    {"100%", FIG_NUMBER, FIGF_NONE, 3},
    {"500 000", FIG_NUMBER, FIGF_NONE, 0},
    {"200 000,-", FIG_NUMBER, FIGF_NONE, 0},
    {"200 000,–", FIG_NUMBER, FIGF_NONE, 0},
    {"2018 100", FIG_NUMBER, FIGF_NONE, 4},
    {"5 2018", FIG_NUMBER, FIGF_NONE, 1},
    {"12 5", FIG_NUMBER, FIGF_NONE, 2},
    {"500 000 2018", FIG_NUMBER, FIGF_NONE, 7},
    {"500 000 14.12.2017", FIG_NUMBER, FIGF_NONE, 7},
    {"39639", FIG_NUMBER, FIGF_NONE, 0},
    {"120,121", FIG_NUMBER, FIGF_NONE, 0},
    {"100 110 120", FIG_NUMBER, FIGF_NONE, 0},
    {"1\t234", FIG_NUMBER, FIGF_NONE, 1},
    {"1  234", FIG_NUMBER, FIGF_NONE, 1},
    {"67 0563", FIG_NUMBER, FIGF_GROUPING, 0},
    {"33 532 74", FIG_NUMBER, FIGF_GROUPING, 0},
    {"1,2,3", FIG_NUMBER, FIGF_COMMAS, 0},
    {"1,234,567", FIG_NUMBER, FIGF_COMMAS, 0},
    {"1,234.50", FIG_NUMBER, FIGF_COMMAS, 0},
    {"1.234.567", FIG_NUMBER, FIGF_DOTS_THOUSANDS, 0},
    {"12.345,50", FIG_NUMBER, FIGF_DOTS_THOUSANDS, 0},
    {"10.000,-", FIG_NUMBER, FIGF_DOTS_THOUSANDS, 0},
    {"250'", FIG_NUMBER, FIGF_APOSTROPHE, 0},
    {"250’", FIG_NUMBER, FIGF_APOSTROPHE, 0},
    {"38'228'737", FIG_NUMBER, FIGF_APOSTROPHE, 0},
    {"14.12.2017", FIG_DATE, FIGF_NONE, 0},
    {"1.2.2018.", FIG_DATE, FIGF_NONE, 8},
    {"2017-12-14", FIG_DATE, FIGF_NONE, 0},
    {"29.2.2020", FIG_DATE, FIGF_NONE, 0},
    {"31.2.2018", FIG_DATE, FIGF_NO_SUCH_DATE, 0},
    {"2018-13-01", FIG_DATE, FIGF_NO_SUCH_DATE, 0},
    {"3.1", FIG_DOTTED, FIGF_NONE, 0},
    {"2.0.1", FIG_DOTTED, FIGF_NONE, 0},
    {"87.863", FIG_DOTTED, FIGF_NONE, 0},
    {"4.6", FIG_DOTTED, FIGF_NONE, 0},
    {"07.00", FIG_DOTTED, FIGF_NONE, 0},
    {"20/21", FIG_SLASHED, FIGF_NONE, 0},
    {"120/180/190", FIG_SLASHED, FIGF_NONE, 0},
    {"17/3456", FIG_SLASHED, FIGF_NONE, 0},
    {"24/7", FIG_SLASHED, FIGF_NONE, 0},
    {"2024/2025", FIG_SLASHED, FIGF_NONE, 0},
    {"1:1", FIG_RATIO, FIGF_NONE, 0},
    {"1:5 000", FIG_RATIO, FIGF_NONE, 0},
    {"2018–2021", FIG_RANGE, FIGF_NONE, 0},
    {"2018-2021", FIG_RANGE, FIGF_NONE, 0},
    {"2018–21", FIG_RANGE, FIGF_NONE, 0},
    {"1–6", FIG_RANGE, FIGF_NONE, 0},
    {"400 000–600 000", FIG_RANGE, FIGF_NONE, 0},
    {"07.00–23.00", FIG_RANGE, FIGF_NONE, 0},
    {"1.1.2018–31.12.2018", FIG_RANGE, FIGF_NONE, 0},
    {"400–600 000", FIG_RANGE, FIGF_ELIDED_RANGE, 0},
    {"5–10 000", FIG_RANGE, FIGF_ELIDED_RANGE, 0},
    {"100–5 000", FIG_RANGE, FIGF_NONE, 0},
    {"400–600000", FIG_RANGE, FIGF_NONE, 0},
    {"67 0563–70 000", FIG_RANGE, FIGF_GROUPING, 0},
    {"2018 – 2021", FIG_NUMBER, FIGF_NONE, 4},
};

START_TEST(shapes)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *text = rows[i].text;
        uint32_t len = (uint32_t)strlen(text), want = rows[i].len == 0 ? len : rows[i].len;
        Figure f = figure_scan(text, text + len, true);
        ck_assert_msg(f.shape == rows[i].shape, "%s: shape %d", text, (int)f.shape);
        ck_assert_msg(f.fault == rows[i].fault, "%s: fault %d", text, (int)f.fault);
        ck_assert_msg(f.len == want, "%s: length %u", text, (unsigned)f.len);
    }
    Figure f = figure_scan("2018:38", &"2018:38"[7], false); /* in a head: a property */
    ck_assert(f.shape == FIG_NUMBER && f.len == 4);
    f = figure_scan("400 000–600 000", &"400 000–600 000"[17], true);
    ck_assert(f.first_len == 7 && f.second == 10);
}
END_TEST

static void number_is(const char *text, int64_t coefficient, int32_t scale)
{
    Decimal d;
    ck_assert_msg(figure_number(str_from(text), &d), "%s", text);
    ck_assert_msg(d.hi == 0 && d.lo == (uint64_t)coefficient && d.scale == scale,
                  "%s: %llu scale %d", text, (unsigned long long)d.lo, (int)d.scale);
}

START_TEST(values)
{
    number_is("38 228 737", 38228737, 0);
    number_is("38,20", 3820, 2);
    number_is("0815", 815, 0);
    number_is("0,05", 5, 2);
    number_is("00", 0, 0);
    number_is("200 000,-", 200000, 0);
    number_is("1.234.567", 1234567, 0);
    number_is("12.345,50", 1234550, 2);
    number_is("250'", 250000, 0);
    number_is("38'228'737", 38228737, 0);
    number_is("1\xC2\xA0" "234", 1234, 0);
    number_is("000000000000000000000000000000000000000000000000000000000000000000001", 1, 0);
    Decimal d;
    ck_assert(figure_number(STR("12345678901234567890123"), &d));
    ck_assert(!figure_number(STR("1234567890123456789012345678901234567890"), &d));
    Date date;
    ck_assert(figure_date(STR("14.12.2017"), &date) && date.year == 2017 && date.month == 12
              && date.day == 14);
    ck_assert(figure_date(STR("2017-12-14"), &date) && date.day == 14);
    ck_assert(!figure_date(STR("31.2.2018"), &date));
    ck_assert(!figure_date(STR("31.2"), &date));
    ck_assert(!figure_date(STR(""), &date));
}
END_TEST

static void reads(const char *text, const char *shape, const char *codes)
{
    Parsed p;
    parsed_open(&p, text, strlen(text));
    Str got = parsed_statements(&p), found = parsed_codes(&p);
    ck_assert_msg(str_eq(got, str_from(shape)), "%s\n  gives %.*s", text, STR_ARG(got));
    ck_assert_msg(str_eq(found, str_from(codes)), "%s\n  finds %.*s", text, STR_ARG(found));
    parsed_close(&p);
}

START_TEST(in_statements)
{
    reads("2018:38", "P(n[2018] V(n[38]))", "");
    reads("a: 1:1, kl. 12:30", "P(w[a] V(:[1:1]) V(S(w[kl.] :[12:30])))", "");
    reads("a: kr 500 000", "P(w[a] V(S(w[kr] n[500 000])))", "");
    reads("a: 1. halvår 2019", "P(w[a] V(S(o[1.] w[halvår] n[2019])))", "");
    reads("a: 14. mai 2018", "P(w[a] V(S(o[14.] w[mai] n[2018])))", "");
    reads("måltall 2018–2021: >= 1,75 %  \"nivå\"",
          "P(w[måltall] r[2018–2021] V>=(S(n[1,75] % s[nivå])))", "");
    reads("kapittel 2.0.1 \"x\"", "D(w[kapittel] .[2.0.1] s[x])", "");
    reads("a: 67 0563–70 000", "P(w[a] V(r[67 0563–70 000]))", "HP1010");
    reads("a: 10l, 5 l, 5 og 6, 2O-årig, k,l,5",
          "P(w[a] V(S(n[10] w[l])) V(S(n[5] w[l])) V(S(n[5] w[og] n[6])) V(S(n[2] w[O-årig])) "
          "V(w[k]) V(w[l]) V(n[5]))", "");
    reads("tiltak 1O", "D(w[tiltak] n[1] w[O])", "");
    reads("a: 100%", "P(w[a] V(S(n[100] %)))", "");
    reads("a: 12 000–31.2.2018", "P(w[a] V(r[12 000–31.2.2018]))", "HP1027");
}
END_TEST

/* The fix of 250' takes a kr beside it along. */
START_TEST(fixes)
{
    static const struct { const char *text, *span, *fix; } cases[] = {
        {"a: 250'", "250'", "250 tusen kr"},       {"a: 250' kr", "250' kr", "250 tusen kr"},
        {"a: kr 250'", "kr 250'", "250 tusen kr"}, {"a: 1.234.567", "1.234.567", "1 234 567"},
        {"a: 12.345,50", "12.345,50", "12 345,50"},
        {"a: 1O 000 kr", "1O 000", "10 000"},      {"a: 5 OOO", "5 OOO", "5 000"},
        {"a: O,5 %", "O,5", "0,5"},                {"2O27–2O28: 1", "2O27–2O28", "2027–2028"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Parsed p;
        parsed_open(&p, cases[i].text, strlen(cases[i].text));
        ck_assert_uint_eq(p.sink.list.len, 1);
        const Diag *d = p.sink.list.at[0];
        const DiagPart *fix = &d->parts.at[d->parts.len - 1];
        ck_assert_int_eq(fix->kind, PART_FIX);
        ck_assert(str_eq(span_text(&p.set, fix->span), str_from(cases[i].span)));
        ck_assert(str_eq(fix->replacement, str_from(cases[i].fix)));
        parsed_close(&p);
    }
}
END_TEST

Suite *test_syntax_figures_suite(void)
{
    Suite *suite = suite_create("syntax_figures");
    TCase *c = tcase_create("figures");
    tcase_add_test(c, shapes);
    tcase_add_test(c, values);
    tcase_add_test(c, in_statements);
    tcase_add_test(c, fixes);
    suite_add_tcase(suite, c);
    return suite;
}
