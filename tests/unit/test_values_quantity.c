/*
 * test_values_quantity.c — arithmetic with what was rounded, and its verdicts.
 */
#include "support/values.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

static World w;

static void open_world(void)
{
    world_open(&w);
}

static void close_world(void)
{
    world_close(&w);
}

static const char *verdict_name(Verdict v)
{
    static const char *const names[] = {"none",     "exact",    "rounded",
                                        "unlikely", "violated", "unknown"};
    return names[v];
}

/* "a + b * c": left to right, blanks around the operators; each operand inside a formula. */
static Quantity compute(const char *text)
{
    char copy[256];
    Quantity sum = {0};
    char op = 0;
    char *next = copy;

    ck_assert(strlen(text) < sizeof copy);
    strcpy(copy, text);
    while (next != NULL) {
        char *end = next;
        while (*end != '\0' && !(end[0] == ' ' && strchr("+-*:", end[1]) != NULL &&
                                 end[1] != '\0' && end[2] == ' '))
            end++;
        char after = *end == '\0' ? '\0' : end[1];
        *end = '\0';
        Quantity q = world_formula(&w, next);
        Quantity left = sum;
        bool fine = true;
        if (op == 0)
            sum = q;
        else if (op == '+')
            fine = quantity_add(&w.units, &left, &q, &sum);
        else if (op == '-')
            fine = quantity_sub(&w.units, &left, &q, &sum);
        else if (op == '*')
            fine = quantity_mul(&w.units, &left, &q, &sum);
        else
            fine = quantity_div(&w.units, &left, &q, &sum);
        ck_assert_msg(fine == (sum.kind != QTY_BAD || left.kind == QTY_BAD), "%s", text);
        op = after;
        next = after == '\0' ? NULL : end + 3;
    }
    return sum;
}

static const char *unit_text(UnitId id)
{
    static char text[100];
    snprintf(text, sizeof text, "%.*s", STR_ARG(text3_in(&unit_get(&w.units, id)->names, LANG_NB)));
    return id == w.units.ratio ? "ratio" : text;
}

/* ---- one figure ------------------------------------------------------------------------------ */

START_TEST(steps)
{
    static const struct {
        const char *text, *step;
    } cases[] = {
        {"38,2 mill. kr", "100000.0"},
        {"4,95 %", "0.01"},
        {"4 %", "1"},
        {"38 228 737 kr", "0"},
        {"200 000 kr", "0"},
        {"1 234,50 kr", "0.01"},
        {"3 mill. kr", "1000000"},
        {"33 532 tusen kr", "1000"},
        {"27 ansatte", "0"},
        {"27", "0"},
        {"4,6", "0.1"},
        {"12 årsverk", "0"},
        {"10,36 årsverk", "0.01"},
        {"3 dager", "0"},
        {"4 år", "0"},
        {"9 måneder", "0"},
        {"10 min", "60"},
        {"0,6 m2", "0.1"},
        {"231 m2", "1"},
        {"4405 kr/innbygger", "1"},
        {"1,5 mrd. kr", "100000000.0"},
        {"12 elefanter", "0"},
        {"1,7 barn", "0.1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Value v = world_read(&w, cases[i].text, (Slot){.type = VT_QUANTITY});
        Decimal step = value_step(&w.units, &v);
        Decimal want;
        ck_assert(decimal_parse(str_from(cases[i].step), &want));
        ck_assert_msg(decimal_cmp(step, want) == 0, "%s: %s", cases[i].text,
                      decimal_text(&w, step));
    }
    /* skala: 1000 kr makes a bare number rounded */
    Value v = world_read(
        &w, "33 532", (Slot){.type = VT_MONEY, .cell = true, .unit = world_unit(&w, "tusen kr")});
    ck_assert(decimal_cmp(value_step(&w.units, &v), decimal_int(1000)) == 0);
}
END_TEST

START_TEST(intervals)
{
    static const struct {
        const char *text, *lo, *hi;
    } cases[] = {
        {"38,2 mill. kr", "38150000", "38250000"},
        {"38 228 737 kr", "38228737", "38228737"},
        {"ca 20", "18", "22"},
        {"ca -20", "-22", "-18"},
        {"4 %", "3.5", "4.5"},
        {"-0,4 %", "-0.45", "-0.35"},
        {"38,2 mill. kr + 0,4 mill. kr", "38500000", "38700000"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Decimal lo, hi;
        Quantity q = strchr(cases[i].text, '+') != NULL ? compute(cases[i].text)
                                                        : world_quantity(&w, cases[i].text);
        ck_assert(decimal_parse(str_from(cases[i].lo), &lo));
        ck_assert(decimal_parse(str_from(cases[i].hi), &hi));
        ck_assert_msg(decimal_cmp(q.lo, lo) == 0 && decimal_cmp(q.hi, hi) == 0, "%s: %s..%s",
                      cases[i].text, decimal_text(&w, q.lo), decimal_text(&w, q.hi));
    }
}
END_TEST

/* Half of the last decimal there is does not exist: the interval is then too wide, never too
 * narrow. */
START_TEST(the_finest_step)
{
    Quantity q = world_quantity(&w, "0,00000000000000000000000000000000000009 mill. kr");
    Quantity plain = {.kind = QTY_NUMBER, .mid = decimal_pow10(-38)};
    ck_assert_int_lt(decimal_cmp(q.lo, q.mid), 0);
    ck_assert_int_lt(decimal_cmp(q.mid, q.hi), 0);
    quantity_restep(&plain, decimal_pow10(-38));
    ck_assert_int_le(decimal_sign(plain.lo), 0);
    ck_assert_int_gt(decimal_cmp(plain.hi, plain.mid), 0);
    ck_assert(!plain.linear);
}
END_TEST

START_TEST(kinds)
{
    static const struct {
        const char *text;
        QuantityKind kind;
    } cases[] = {
        {"", QTY_NONE},       {"<200", QTY_UNKNOWN},      {"minst 3", QTY_UNKNOWN},
        {"1–6", QTY_UNKNOWN}, {"ikke målt", QTY_UNKNOWN}, {"-", QTY_NUMBER},
        {"..", QTY_UNKNOWN},  {"4.6", QTY_BAD},           {"ca 20", QTY_NUMBER},
        {"1:1", QTY_NUMBER},  {"1:0", QTY_UNKNOWN},       {"2:3", QTY_NUMBER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Value v = world_read(&w, cases[i].text, (Slot){.type = VT_QUANTITY, .cell = true});
        Quantity q = quantity_of(&w.units, &v, false);
        ck_assert_msg(q.kind == cases[i].kind, "%s: %d", cases[i].text, q.kind);
    }
}
END_TEST

/* ---- arithmetic ------------------------------------------------------------------------------ */

START_TEST(arithmetic)
{
    static const struct {
        const char *formula, *mid, *unit;
        bool exact;
    } cases[] = {
        {"2 + 3", "5", "", true},
        {"38,2 mill. kr + 100 kr", "38200100", "kr", false},
        {"100 kr + 38,2 mill. kr", "38200100", "kr", false},
        {"500 kr + 20", "520", "kr", true},
        {"100 % - 20 %", "80", "%", true},
        {"4 % + 2 prosentpoeng", "6", "%", false},
        {"4 prosentpoeng - 2 prosentpoeng", "2", "prosentpoeng", false},
        {"500 kr * 20 %", "100", "kr", true},
        {"20 % * 500 kr", "100", "kr", true},
        {"20 % * 50 %", "10", "%", true},
        {"20 % * 50", "10", "ratio", true},
        {"500 kr * 3", "1500", "kr", true},
        {"500 kr * 3 ansatte", "1500", "kr", true},
        {"4405 kr/innbygger * 10 innbyggere", "44050", "kr", false},
        {"10 innbyggere * 4405 kr/innbygger", "44050", "kr", false},
        {"1000 kr : 10 innbyggere", "100", "kr/innbygger", false},
        {"1000 kr : 10 m2", "100", "kr/m2", false},
        {"1 mill. kr : 10 innbyggere", "100000", "kr/innbygger", false},
        {"1000 kr : 500 kr", "2", "ratio", false},
        {"5 % : 10 %", "0.5", "ratio", false},
        {"500 kr : 20 %", "2500", "kr", false},
        {"3 : 4", "0.75", "", false},
        {"3 ansatte : 4 ansatte", "0.75", "ratio", false},
        {"3 ansatte : 4 ansatte * 100", "75", "%", false},
        {"30 elever : 4 lærere", "7.5", "elever/lærer", false},
        {"1000 kr : 100 kr/innbygger", "10", "innbyggere", false},
        {"1000 kr : 100 kr/innbygger : 5 innbyggere", "2", "ratio", false},
        {"1 : 3", "0.3333333333333333333333333333333333", "", false},
        {"1 : 3 * 38 228 737 kr", "12742912.33333333333333333333333333", "kr", false},
        {"1 : 3 + 38 228 737 kr", "38228737.333333333333333333333333333", "kr", false},
        {"2 timer + 30 min", "9000", "min", false},
        {"2 år + 3 måneder", "27", "måneder", true},
        {"1:2 + 10 %", "60", "%", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Quantity q = compute(cases[i].formula);
        Decimal want, gap;
        ck_assert_msg(q.kind == QTY_NUMBER, "%s: kind %d", cases[i].formula, q.kind);
        ck_assert(decimal_parse(str_from(cases[i].mid), &want));
        ck_assert(decimal_sub(q.mid, want, &gap));
        ck_assert_msg(decimal_cmp(decimal_abs(gap), decimal_pow10(-20)) <= 0, "%s: %s",
                      cases[i].formula, decimal_text(&w, q.mid));
        ck_assert_msg(strcmp(unit_text(q.unit), cases[i].unit) == 0, "%s: «%s»", cases[i].formula,
                      unit_text(q.unit));
        ck_assert_msg(q.exact == cases[i].exact, "%s: exact %d", cases[i].formula, q.exact);
        ck_assert_msg(decimal_cmp(q.lo, q.mid) <= 0 && decimal_cmp(q.mid, q.hi) <= 0, "%s",
                      cases[i].formula);
    }
}
END_TEST

START_TEST(refused)
{
    static const char *const unlike[] = {
        "500 kr + 4 %",        "500 kr + 3 årsverk",       "500 kr * 3 kr",
        "4 % av A + 4 % av B", "4405 kr/innbygger + 3 kr", "4405 kr/innbygger + 3 kr/elev",
        "3 timer + 2 måneder", "500 kr * 3 årsverk",
    };
    static const char *const unknown[] = {"500 kr : 0", "500 kr : 0 %", "ikke målt + 3", "1 : <3",
                                          "500 kr : 0,4 mill. kr - 1 : 0"};
    for (size_t i = 0; i < sizeof unlike / sizeof *unlike; i++) {
        Quantity q = compute(unlike[i]);
        ck_assert_msg(q.kind == QTY_BAD && q.fault == QTYF_UNITS, "%s: %d %d", unlike[i], q.kind,
                      q.fault);
    }
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        Quantity q = compute(unknown[i]);
        ck_assert_msg(q.kind == QTY_UNKNOWN, "%s: %d", unknown[i], q.kind);
    }
    /* A rounded divisor that may be 0. */
    Quantity one = quantity_int(1, 0);
    Quantity zero = world_quantity(&w, "0,0 mill. kr");
    Quantity q;
    ck_assert(quantity_div(&w.units, &one, &zero, &q));
    ck_assert_int_eq(q.kind, QTY_UNKNOWN);
    q = compute("9999999999999999999 mrd. kr * 9999999999999999999");
    ck_assert(q.kind == QTY_BAD && q.fault == QTYF_SIZE);
}
END_TEST

START_TEST(nothing_and_bad)
{
    Quantity none = {.kind = QTY_NONE};
    Quantity unknown = {.kind = QTY_UNKNOWN};
    Quantity bad = {.kind = QTY_BAD};
    Quantity three = quantity_int(3, w.units.kr);
    Quantity q;
    ck_assert(quantity_add(&w.units, &three, &none, &q) && q.kind == QTY_NUMBER);
    ck_assert(quantity_add(&w.units, &none, &none, &q) && q.kind == QTY_NONE);
    ck_assert(quantity_sub(&w.units, &none, &three, &q));
    ck_assert(decimal_cmp(q.mid, decimal_int(-3)) == 0);
    ck_assert(quantity_add(&w.units, &three, &unknown, &q) && q.kind == QTY_UNKNOWN);
    ck_assert(quantity_add(&w.units, &unknown, &bad, &q) && q.kind == QTY_BAD);
    ck_assert(quantity_mul(&w.units, &three, &none, &q) && q.kind == QTY_UNKNOWN);
    ck_assert_int_eq(quantity_equal(&w.units, &three, &none, false).verdict, VERDICT_NONE);
    ck_assert_int_eq(quantity_equal(&w.units, &three, &unknown, false).verdict, VERDICT_UNKNOWN);
    ck_assert_int_eq(quantity_equal(&w.units, &three, &bad, false).verdict, VERDICT_NONE);
}
END_TEST

/* ---- equality -------------------------------------------------------------------------------- */

static void check_equal(const char *left, const char *right, Verdict want)
{
    Quantity a = world_quantity(&w, left);
    Quantity b = compute(right);
    Comparison c = quantity_equal(&w.units, &a, &b, false);
    ck_assert_msg(c.verdict == want, "%s = %s: %s, diff %s, slack %s", left, right,
                  verdict_name(c.verdict), decimal_text(&w, c.diff), decimal_text(&w, c.slack));
    ck_assert(quantity_equal(&w.units, &b, &a, false).verdict == want);
}

START_TEST(equations)
{
    check_equal("38,2 mill. kr", "38 228 737 kr", VERDICT_ROUNDED);
    check_equal("38,3 mill. kr", "38 228 737 kr", VERDICT_VIOLATED);
    check_equal("38,2 mill. kr", "38 250 000 kr", VERDICT_ROUNDED);
    check_equal("38,2 mill. kr", "38 250 001 kr", VERDICT_VIOLATED);
    check_equal("38,2 mill. kr", "38 150 000 kr", VERDICT_ROUNDED);
    check_equal("38,2 mill. kr", "38 149 999 kr", VERDICT_VIOLATED);
    check_equal("38 228 737 kr", "38 228 737", VERDICT_EXACT);
    check_equal("38 228 773 kr", "38 228 737 kr", VERDICT_VIOLATED);
    check_equal("3", "tre", VERDICT_EXACT);
    check_equal("3", "fire", VERDICT_VIOLATED);
    check_equal("27 ansatte", "27", VERDICT_EXACT);
    check_equal("ca 20", "19", VERDICT_ROUNDED);
    check_equal("ca 20", "22", VERDICT_ROUNDED);
    check_equal("ca 20", "23", VERDICT_VIOLATED);
    check_equal("4 %", "4,95 % * 80 %", VERDICT_ROUNDED);
    check_equal("2 prosentpoeng", "5 % - 3 %", VERDICT_ROUNDED);
    check_equal("2 %", "5 % - 3 %", VERDICT_ROUNDED);
    check_equal("60 %", "3 ansatte : 5 ansatte", VERDICT_ROUNDED);
    check_equal("61 %", "3 ansatte : 5 ansatte", VERDICT_VIOLATED);
    check_equal("60 %", "3 ansatte : 5 ansatte * 100", VERDICT_ROUNDED);
    check_equal("33 %", "1 : 3 * 100", VERDICT_ROUNDED);
    check_equal("0,33", "1 ansatte : 3 ansatte", VERDICT_ROUNDED);
    check_equal("3823 kr/innbygger", "38 228 737 kr : 10 000 innbyggere", VERDICT_ROUNDED);
    check_equal("3822 kr/innbygger", "38 228 737 kr : 10 000 innbyggere", VERDICT_VIOLATED);
    check_equal("38,2 mill. kr", "1 : 0", VERDICT_UNKNOWN);
    check_equal("1:1", "1", VERDICT_EXACT);
    check_equal("100 %", "5 ansatte : 5 ansatte", VERDICT_ROUNDED);
    /* Unlike sides are not judged. */
    check_equal("2 prosentpoeng", "5 %", VERDICT_UNKNOWN);
    check_equal("2 kr", "5 %", VERDICT_UNKNOWN);
}
END_TEST

START_TEST(resultat_times)
{
    /* måltall 2018: 4 % = resultat * (100 % - 20 %), where the result is a rounded 4,95 %. */
    Quantity result = world_quantity(&w, "4,95 %");
    Quantity rest = compute("100 % - 20 %");
    Quantity product;
    Quantity target = world_quantity(&w, "4 %");
    ck_assert(quantity_mul(&w.units, &result, &rest, &product));
    ck_assert(product.linear);
    ck_assert_str_eq(decimal_text(&w, decimal_normalize(product.mid)), "3.96");
    ck_assert_int_eq(quantity_equal(&w.units, &target, &product, false).verdict, VERDICT_ROUNDED);
    target = world_quantity(&w, "3 %");
    ck_assert_int_eq(quantity_equal(&w.units, &target, &product, false).verdict, VERDICT_VIOLATED);
}
END_TEST

/* The sum of n terms of one step against an exact figure that is d off. */
static Comparison sum_off_by(int n, const char *step, Decimal d)
{
    Quantity sum = quantity_int(0, w.units.kr);
    Quantity total = quantity_int(1000 * n, w.units.kr);
    Quantity next;
    Decimal s;
    ck_assert(decimal_parse(str_from(step), &s));
    for (int i = 0; i < n; i++) {
        Quantity term = quantity_int(1000, w.units.kr);
        quantity_restep(&term, s);
        ck_assert(quantity_add(&w.units, &sum, &term, &next));
        sum = next;
    }
    ck_assert(decimal_add(total.mid, d, &total.mid));
    total.lo = total.hi = total.mid;
    return quantity_equal(&w.units, &sum, &total, false);
}

/* Verdicts around both borders: 0,87·√n·step and ½·n·step. */
START_TEST(borders)
{
    static const struct {
        int n;
        const char *step, *d;
        Verdict verdict;
    } cases[] = {
        {1, "1", "0.5", VERDICT_ROUNDED},
        {1, "1", "0.500001", VERDICT_VIOLATED},
        {2, "1", "1", VERDICT_ROUNDED},
        {2, "1", "1.000001", VERDICT_VIOLATED},
        {3, "1", "1.5", VERDICT_ROUNDED},
        {3, "1", "1.500001", VERDICT_VIOLATED},
        {4, "1", "1.74", VERDICT_ROUNDED},
        {4, "1", "1.740001", VERDICT_UNLIKELY},
        {4, "1", "2", VERDICT_UNLIKELY},
        {4, "1", "2.000001", VERDICT_VIOLATED},
        /* 0,87·√10 = 2,751181… */
        {10, "1", "2.75118", VERDICT_ROUNDED},
        {10, "1", "2.75119", VERDICT_UNLIKELY},
        {10, "1", "5", VERDICT_UNLIKELY},
        {10, "1", "5.0001", VERDICT_VIOLATED},
        {10, "0.01", "0.0275118", VERDICT_ROUNDED},
        {10, "0.01", "0.0275119", VERDICT_UNLIKELY},
        {10, "0.01", "0.05", VERDICT_UNLIKELY},
        {10, "0.01", "0.050001", VERDICT_VIOLATED},
        {10, "100000", "275118", VERDICT_ROUNDED},
        {10, "100000", "275119", VERDICT_UNLIKELY},
        {10, "1000000000000", "2751180000000", VERDICT_ROUNDED},
        {10, "1000000000000", "2751190000000", VERDICT_UNLIKELY},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Decimal d;
        ck_assert(decimal_parse(str_from(cases[i].d), &d));
        for (int sign = 0; sign < 2; sign++) {
            Comparison c = sum_off_by(cases[i].n, cases[i].step, sign == 0 ? d : decimal_neg(d));
            ck_assert_msg(c.verdict == cases[i].verdict, "%d × %s off by %s: %s", cases[i].n,
                          cases[i].step, cases[i].d, verdict_name(c.verdict));
        }
    }
    Comparison c = sum_off_by(10, "1", decimal_int(6));
    ck_assert_str_eq(decimal_text(&w, c.slack), "2.751");
    c = sum_off_by(2, "0.01", decimal_int(6));
    ck_assert(decimal_cmp(c.slack, decimal_pow10(-2)) == 0);
}
END_TEST

START_TEST(totals_own_step)
{
    /* Ten rows of 0,1 and a total written to 0,1: eleven steps. */
    Quantity sum = quantity_int(0, w.units.kr);
    Quantity next;
    for (int i = 0; i < 10; i++) {
        Quantity term = world_quantity(&w, "1,2 mill. kr");
        ck_assert(quantity_add(&w.units, &sum, &term, &next));
        sum = next;
    }
    Quantity total = world_quantity(&w, "12,2 mill. kr");
    ck_assert_int_eq(quantity_equal(&w.units, &total, &sum, false).verdict, VERDICT_ROUNDED);
    total = world_quantity(&w, "12,4 mill. kr"); /* 0,87·√11 = 2,885 */
    ck_assert_int_eq(quantity_equal(&w.units, &total, &sum, false).verdict, VERDICT_UNLIKELY);
    total = world_quantity(&w, "12,6 mill. kr");
    ck_assert_int_eq(quantity_equal(&w.units, &total, &sum, false).verdict, VERDICT_VIOLATED);
}
END_TEST

START_TEST(exact_only)
{
    Quantity a = world_quantity(&w, "38,2 mill. kr");
    Quantity b = world_quantity(&w, "38 200 000 kr");
    Quantity c = world_quantity(&w, "38 200 001 kr");
    ck_assert_int_eq(quantity_equal(&w.units, &a, &b, true).verdict, VERDICT_ROUNDED);
    ck_assert_int_eq(quantity_equal(&w.units, &a, &c, true).verdict, VERDICT_VIOLATED);
    ck_assert_int_eq(quantity_equal(&w.units, &b, &b, true).verdict, VERDICT_EXACT);
}
END_TEST

/* ---- inequality ------------------------------------------------------------------------------ */

START_TEST(inequalities)
{
    static const struct {
        const char *left;
        Op op;
        const char *right; /* exact: a target */
        Verdict verdict;
        bool on_line;
    } cases[] = {
        {"0,6", OP_LT, "0,6", VERDICT_VIOLATED, true},
        {"0,6", OP_LE, "0,6", VERDICT_ROUNDED, true},
        {"0,5", OP_LT, "0,6", VERDICT_ROUNDED, false},
        {"0,7", OP_LT, "0,6", VERDICT_VIOLATED, false},
        {"0,7", OP_GE, "0,6", VERDICT_ROUNDED, false},
        {"1,75 %", OP_GE, "1,75 %", VERDICT_ROUNDED, true},
        {"1,74 %", OP_GE, "1,75 %", VERDICT_VIOLATED, false},
        {"1,7 %", OP_GE, "1,75 %", VERDICT_VIOLATED, true},
        {"1,8 %", OP_GE, "1,75 %", VERDICT_ROUNDED, false},
        {"1,8 %", OP_GT, "1,75 %", VERDICT_ROUNDED, true},
        {"3", OP_GE, "3", VERDICT_EXACT, false},
        {"3", OP_GT, "3", VERDICT_VIOLATED, false},
        {"231 kr/m2", OP_LT, "200 kr/m2", VERDICT_VIOLATED, false},
        {"3 mill. kr", OP_LE, "3 mill. kr", VERDICT_ROUNDED, true},
        {"3 mill. kr", OP_EQ, "3 100 000 kr", VERDICT_ROUNDED, false},
        {"ikke målt", OP_LT, "3", VERDICT_UNKNOWN, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Quantity a = world_quantity(&w, cases[i].left);
        Quantity b = world_quantity(&w, cases[i].right);
        bool on_line = !cases[i].on_line;
        quantity_restep(&b, decimal_zero);
        Verdict v = quantity_compare(&w.units, &a, cases[i].op, &b, &on_line);
        if (cases[i].op == OP_EQ || v == VERDICT_UNKNOWN)
            on_line = cases[i].on_line;
        ck_assert_msg(v == cases[i].verdict && on_line == cases[i].on_line, "%s %d %s: %s %d",
                      cases[i].left, cases[i].op, cases[i].right, verdict_name(v), on_line);
    }
}
END_TEST

START_TEST(printed_in)
{
    Quantity ratio = compute("3 ansatte : 5 ansatte");
    Quantity kr = compute("38,2 mill. kr + 0,4 mill. kr");
    Quantity out;
    ck_assert(quantity_in(&w.units, &ratio, w.units.percent, &out));
    ck_assert_str_eq(decimal_text(&w, decimal_normalize(out.mid)), "60");
    ck_assert(quantity_in(&w.units, &kr, world_unit(&w, "tusen kr"), &out));
    ck_assert(decimal_cmp(out.mid, decimal_int(38600000)) == 0);
    ck_assert(!quantity_in(&w.units, &kr, w.units.percent, &out));
    Quantity bare = quantity_int(5, 0);
    ck_assert(quantity_in(&w.units, &bare, world_unit(&w, "mill. kr"), &out));
    ck_assert(decimal_cmp(out.mid, decimal_int(5000000)) == 0);
}
END_TEST

/* ---- sums against exact rational expectations ------------------------------------------------ */

static uint32_t random_state = 12345;

static uint32_t random_below(uint32_t n)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % n;
}

/* Terms with 0 to 3 decimals, in units of 1/1000 and, for the squares, of 1/1 000 000. */
START_TEST(random_sums)
{
    static const int64_t thousandths[] = {1000, 100, 10, 1};
    for (int round = 0; round < 2000; round++) {
        int n = 1 + (int)random_below(12);
        int64_t mid = 0, half2 = 0, square = 0; /* half2: twice the half steps */
        Quantity sum = {.kind = QTY_NONE};
        for (int i = 0; i < n; i++) {
            uint32_t decimals = random_below(4);
            int64_t step = thousandths[decimals];
            int64_t digits = (int64_t)random_below(2000000) - 1000000;
            Decimal d = decimal_int(digits);
            d.scale = (int32_t)decimals;
            Value v = {.kind = VAL_NUMBER, .unit = w.units.percent, .num = d};
            Quantity q = quantity_of(&w.units, &v, false);
            Quantity next;
            bool minus = random_below(3) == 0;
            ck_assert(minus ? quantity_sub(&w.units, &sum, &q, &next)
                            : quantity_add(&w.units, &sum, &q, &next));
            sum = next;
            mid += minus ? -digits * step : digits * step;
            half2 += step;
            square += step * step;
        }
        /* An exact figure at a chance distance, in thousandths. */
        int64_t off = (int64_t)random_below((uint32_t)half2 + 200) - (int64_t)half2 / 2 - 100;
        Decimal other = decimal_int(mid + off);
        other.scale = 3;
        Quantity exact = quantity_int(0, w.units.percent);
        exact.mid = exact.lo = exact.hi = other;
        Verdict want = 2 * llabs(off) > half2              ? VERDICT_VIOLATED
                       : off * off * 10000 > 7569 * square ? VERDICT_UNLIKELY
                                                           : VERDICT_ROUNDED;
        Comparison c = quantity_equal(&w.units, &sum, &exact, false);
        ck_assert_msg(c.verdict == want, "round %d, %d terms: off %lld, Σ %lld, Σ² %lld: %s", round,
                      n, (long long)off, (long long)half2, (long long)square,
                      verdict_name(c.verdict));
        Decimal diff = decimal_int(-off);
        diff.scale = 3;
        ck_assert(decimal_cmp(c.diff, diff) == 0);
        if (want != VERDICT_ROUNDED)
            ck_assert(decimal_cmp(decimal_abs(c.diff), c.slack) > 0);
    }
}
END_TEST

Suite *test_values_quantity_suite(void)
{
    Suite *s = suite_create("values_quantity");
    TCase *t = tcase_create("all");
    tcase_add_checked_fixture(t, open_world, close_world);
    tcase_set_timeout(t, 60);
    tcase_add_test(t, steps);
    tcase_add_test(t, intervals);
    tcase_add_test(t, the_finest_step);
    tcase_add_test(t, kinds);
    tcase_add_test(t, arithmetic);
    tcase_add_test(t, refused);
    tcase_add_test(t, nothing_and_bad);
    tcase_add_test(t, equations);
    tcase_add_test(t, resultat_times);
    tcase_add_test(t, borders);
    tcase_add_test(t, totals_own_step);
    tcase_add_test(t, exact_only);
    tcase_add_test(t, inequalities);
    tcase_add_test(t, printed_in);
    tcase_add_test(t, random_sums);
    suite_add_tcase(s, t);
    return s;
}
