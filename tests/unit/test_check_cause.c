/*
 * test_check_cause.c — the likeliest cause of a violated sum.
 */
#include "check/cause.h"
#include "model/build.h"

#include <check.h>

Suite *test_check_cause_suite(void);

enum { MOST_TERMS = 40 };

/* A model with nothing in it but figures: the last one is the total. */
typedef struct Sum {
    Arena arena, scratch;
    SourceSet sources;
    DiagSink sink;
    Model m;
    UnitId unit;
    SumTerm terms[MOST_TERMS], outside[MOST_TERMS];
    uint32_t count, outside_count;
    FigRef total;
    Quantity stated, computed;
} Sum;

static Unit money(const char *label, Decimal factor)
{
    Unit u = {.label = str_from(label), .dim = E_DIMENSION_MONEY, .factor = factor};
    return u;
}

static void open_sum(Sum *s, int64_t worth)
{
    memset(s, 0, sizeof *s);
    arena_init(&s->arena, NULL);
    arena_init(&s->scratch, NULL);
    sources_init(&s->sources, &s->arena);
    sink_init(&s->sink, &s->arena, &s->sources);
    s->m.arena = &s->arena;
    s->m.scratch = &s->scratch;
    s->m.sources = &s->sources;
    s->m.sink = &s->sink;
    interner_init(&s->m.syms, &s->arena);
    units_init(&s->m.units, &s->arena, &s->m.syms);
    Str other = STR("stor");
    s->unit = s->m.units.kr;
    if (worth != 1) {
        (void)units_add(&s->m.units, money("stor", decimal_int(worth)), &other, 1);
        s->unit = (UnitId)(s->m.units.units.len - 1);
    }
    (void)vec_push(&s->arena, &s->m.docs);
    (void)vec_push(&s->arena, &s->m.facts);
    (void)vec_push(&s->arena, &s->m.fact_more);
    s->computed.kind = QTY_NONE;
}

static void close_sum(Sum *s)
{
    arena_free(&s->arena);
    arena_free(&s->scratch);
}

/* A figure as it is written; "" is a blank. */
static SumTerm figure(Sum *s, const char *digits, int sign)
{
    FactId id = build_fact(&s->m, FACT_PROP, 0, 0, SPAN_NONE);
    SumTerm t = {.figure = figure_fact(id), .sign = sign, .label = STR("rad")};
    Value v = {.kind = VAL_BLANK, .unit = s->unit, .remark = SPAN_NONE};
    if (digits[0] != '\0') {
        v.kind = VAL_NUMBER;
        ck_assert(decimal_parse(str_from(digits), &v.num));
    }
    build_said(&s->m, id, &v);
    t.qty = check_quantity(&s->m, t.figure);
    return t;
}

static void add(Sum *s, const char *digits, int sign)
{
    SumTerm t = figure(s, digits, sign);
    s->terms[s->count++] = t;
    if (t.qty.kind == QTY_NONE)
        return;
    Quantity q = sign < 0 ? quantity_neg(&t.qty) : t.qty;
    if (s->computed.kind == QTY_NONE)
        s->computed = q;
    else
        ck_assert(quantity_add(&s->m.units, &s->computed, &q, &s->computed));
}

static SumProblem problem(Sum *s, const char *total)
{
    SumTerm t = figure(s, total, 1);
    s->total = t.figure;
    s->stated = t.qty;
    SumProblem p = {.terms = s->terms,
                    .count = s->count,
                    .outside = s->outside,
                    .outside_count = s->outside_count,
                    .total = s->total,
                    .stated = &s->stated,
                    .computed = &s->computed};
    return p;
}

static Cause cause_of(Sum *s, const char *total)
{
    SumProblem p = problem(s, total);
    return cause_find(&s->m, &p);
}

static void check_reading(const Cause *c, CauseKind kind, int32_t term, int64_t reading)
{
    ck_assert_int_eq(c->kind, kind);
    ck_assert_int_eq(c->term, term);
    ck_assert_int_eq(decimal_cmp(c->reading, decimal_int(reading)), 0);
}

START_TEST(a_row_is_left_out)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "1200000", 1);
    add(&s, "310000", 1);
    add(&s, "47000", 1);
    Cause c = cause_of(&s, "1510000");
    ck_assert_int_eq(c.kind, CAUSE_MISSING);
    ck_assert_int_eq(c.term, 2);
    close_sum(&s);
}
END_TEST

START_TEST(a_row_stands_twice)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "1200000", 1);
    add(&s, "47000", 1);
    add(&s, "47000", 1);
    Cause c = cause_of(&s, "1247000");
    ck_assert_int_eq(c.kind, CAUSE_REPEATED);
    ck_assert_uint_eq(c.twin, 2);
    close_sum(&s);
}
END_TEST

START_TEST(a_row_is_counted_twice)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "1200000", 1);
    add(&s, "47000", -1);
    Cause c = cause_of(&s, "1106000");
    ck_assert_int_eq(c.kind, CAUSE_DOUBLED);
    ck_assert_int_eq(c.term, 1);
    close_sum(&s);
}
END_TEST

START_TEST(a_sign_is_wrong)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "1200000", 1);
    add(&s, "310000", 1);
    Cause c = cause_of(&s, "890000");
    ck_assert_int_eq(c.kind, CAUSE_SIGN);
    ck_assert_int_eq(c.term, 1);
    close_sum(&s);
}
END_TEST

START_TEST(a_digit_of_the_total)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "1923456", 1);
    add(&s, "999111", 1);
    Cause c = cause_of(&s, "2422567"); /* 2922567; no row could lose 500 000 by one digit */
    check_reading(&c, CAUSE_DIGIT, CAUSE_TOTAL, 2922567);
    close_sum(&s);
}
END_TEST

START_TEST(a_digit_of_one_row)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "2700", 1);
    add(&s, "200", 1);
    Cause c = cause_of(&s, "3200"); /* 2900: the total and the first row would need two digits */
    check_reading(&c, CAUSE_DIGIT, 1, 500);
    ck_assert(!c.certain);
    close_sum(&s);
}
END_TEST

START_TEST(what_another_figure_says_is_believed)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "1111111", 1);
    add(&s, "2222222", 1);
    SumProblem p = problem(&s, "3343333");
    Cause c = cause_find(&s.m, &p);
    check_reading(&c, CAUSE_DIGIT, CAUSE_TOTAL, 3333333);
    ck_assert(!c.certain); /* a row may be wrong as well */
    p.rows_hold = true;
    c = cause_find(&s.m, &p);
    check_reading(&c, CAUSE_DIGIT, CAUSE_TOTAL, 3333333);
    ck_assert(c.certain);
    p.rows_hold = false;
    p.total_holds = true; /* 1111111 → 1121111 or 2222222 → 2232222: nobody can say */
    c = cause_find(&s.m, &p);
    ck_assert_int_eq(c.kind, CAUSE_NONE);
    close_sum(&s);
}
END_TEST

START_TEST(two_digits_have_changed_places)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "33532742", 1);
    add(&s, "4695995", 1);
    Cause c = cause_of(&s, "38228773"); /* 38228737 */
    check_reading(&c, CAUSE_SWAP, CAUSE_TOTAL, 38228737);
    ck_assert(c.certain);
    close_sum(&s);
}
END_TEST

START_TEST(the_comma_has_slipped)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "1223456", 1);
    add(&s, "310111", 1);
    Cause c = cause_of(&s, "15335670");
    check_reading(&c, CAUSE_SHIFT, CAUSE_TOTAL, 1533567);
    close_sum(&s);
}
END_TEST

START_TEST(a_row_in_thousands)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "1223456", 1);
    add(&s, "310", 1);
    Cause c = cause_of(&s, "1533456");
    check_reading(&c, CAUSE_SHIFT, 1, 310000);
    close_sum(&s);
}
END_TEST

START_TEST(a_row_outside)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "45678", 1);
    add(&s, "91234", 1);
    s.outside[s.outside_count++] = figure(&s, "310111", 1);
    Cause c = cause_of(&s, "447023");
    ck_assert_int_eq(c.kind, CAUSE_OUTSIDE);
    ck_assert_int_eq(c.term, 0);
    close_sum(&s);
}
END_TEST

START_TEST(a_blank_comes_last)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "1223456", 1);
    add(&s, "", 1);
    Cause c = cause_of(&s, "1261246");
    ck_assert_int_eq(c.kind, CAUSE_BLANK);
    ck_assert_int_eq(c.term, 1);
    close_sum(&s);
}
END_TEST

START_TEST(nothing_explains_it)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "1223456", 1);
    add(&s, "310111", 1);
    Cause c = cause_of(&s, "1571357");
    ck_assert_int_eq(c.kind, CAUSE_NONE);
    close_sum(&s);
}
END_TEST

/* In millions with one decimal, a total off by 10 is one digit, whatever rounding adds to it. */
START_TEST(a_digit_beside_rounding)
{
    Sum s;
    open_sum(&s, 1000000);
    add(&s, "41,3", 1);
    add(&s, "39,5", 1);
    add(&s, "12,1", 1);
    Cause c = cause_of(&s, "83,0"); /* 92,9: off by 9,9 */
    ck_assert_int_eq(c.kind, CAUSE_DIGIT);
    close_sum(&s);
}
END_TEST

START_TEST(figures_too_large_are_left_alone)
{
    Sum s;
    open_sum(&s, 1);
    add(&s, "99999999999999999999999999", 1);
    add(&s, "1", 1);
    Cause c = cause_of(&s, "99999999999999999999999990");
    ck_assert_int_eq(c.kind, CAUSE_NONE);
    close_sum(&s);
}
END_TEST

Suite *test_check_cause_suite(void)
{
    const TTest *const tests[] = {
        a_row_is_left_out,
        a_row_stands_twice,
        a_row_is_counted_twice,
        a_sign_is_wrong,
        a_digit_of_the_total,
        a_digit_of_one_row,
        what_another_figure_says_is_believed,
        two_digits_have_changed_places,
        the_comma_has_slipped,
        a_row_in_thousands,
        a_row_outside,
        a_blank_comes_last,
        nothing_explains_it,
        a_digit_beside_rounding,
        figures_too_large_are_left_alone,
    };
    Suite *s = suite_create("check_cause");
    TCase *t = tcase_create("causes");
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        tcase_add_test(t, tests[i]);
    suite_add_tcase(s, t);
    return s;
}
