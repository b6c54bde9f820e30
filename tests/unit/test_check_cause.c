/*
 * test_check_cause.c — the likeliest cause of a violated sum.
 */
#include "check/cause.h"
#include "model/build.h"

#include <check.h>
#include <stdio.h>

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

/* Rows that are subtracted have a minus, "_" is a blank. */
static void add_all(Sum *s, const char *rows, bool outside)
{
    char copy[256];
    snprintf(copy, sizeof copy, "%s", rows);
    for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " ")) {
        int sign = *word == '-' ? -1 : 1;
        const char *digits = *word == '_' ? "" : word + (sign < 0);
        if (outside)
            s->outside[s->outside_count++] = figure(s, digits, sign);
        else
            add(s, digits, sign);
    }
}

static void check_cause(const Cause *c, const char *name, CauseKind kind, int32_t term,
                        int64_t reading)
{
    ck_assert_msg(c->kind == kind && c->term == term, "%s: cause %d, row %d", name, c->kind,
                  c->term);
    ck_assert_msg(reading == 0 || decimal_cmp(c->reading, decimal_int(reading)) == 0,
                  "%s: another reading", name);
}

static const struct {
    const char *name;
    int64_t worth; /* of one in the last place before the comma, in kroner */
    const char *rows, *outside, *total;
    CauseKind kind;
    int32_t term;    /* the row, from 0 */
    int64_t reading; /* what it should say, in kroner; 0: not told */
} cases[] = {
    {"a row is left out", 1, "1200000 310000 47000", "", "1510000", CAUSE_MISSING, 2, 0},
    {"a row stands twice", 1, "1200000 47000 47000", "", "1247000", CAUSE_REPEATED, 1, 0},
    {"a row is counted twice", 1, "1200000 -47000", "", "1106000", CAUSE_DOUBLED, 1, 0},
    {"a sign is wrong", 1, "1200000 310000", "", "890000", CAUSE_SIGN, 1, 0},
    /* No row could lose 500 000 by one digit. */
    {"a digit of the total", 1, "1923456 999111", "", "2422567", CAUSE_DIGIT, CAUSE_TOTAL, 2922567},
    /* The total and the first row would need two digits. */
    {"a digit of one row", 1, "2700 200", "", "3200", CAUSE_DIGIT, 1, 500},
    {"two digits have changed places", 1, "33532742 4695995", "", "38228773", CAUSE_SWAP,
     CAUSE_TOTAL, 38228737},
    {"the comma has slipped", 1, "1223456 310111", "", "15335670", CAUSE_SHIFT, CAUSE_TOTAL,
     1533567},
    {"a row in thousands", 1, "1223456 310", "", "1533456", CAUSE_SHIFT, 1, 310000},
    {"a row outside", 1, "45678 91234", "310111", "447023", CAUSE_OUTSIDE, 0, 0},
    {"a blank comes last", 1, "1223456 _", "", "1261246", CAUSE_BLANK, 1, 0},
    {"nothing explains it", 1, "1223456 310111", "", "1571357", CAUSE_NONE, 0, 0},
    /* In millions with one decimal, a total off by 10 is one digit, whatever rounding adds. */
    {"a digit beside rounding", 1000000, "41,3 39,5 12,1", "", "83,0", CAUSE_DIGIT, CAUSE_TOTAL,
     93000000},
    {"figures too large are left alone", 1, "99999999999999999999999999 1", "",
     "99999999999999999999999990", CAUSE_NONE, 0, 0},
};

START_TEST(the_likeliest_cause)
{
    Sum s;
    open_sum(&s, cases[_i].worth);
    add_all(&s, cases[_i].rows, false);
    add_all(&s, cases[_i].outside, true);
    SumProblem p = problem(&s, cases[_i].total);
    Cause c = cause_find(&s.m, &p);
    check_cause(&c, cases[_i].name, cases[_i].kind, cases[_i].term, cases[_i].reading);
    close_sum(&s);
}
END_TEST

/* Of two rows that are alike, both are told. */
START_TEST(which_rows_are_alike)
{
    Sum s;
    open_sum(&s, 1);
    add_all(&s, "1200000 47000 47000", false);
    SumProblem p = problem(&s, "1247000");
    ck_assert_uint_eq(cause_find(&s.m, &p).twin, 2);
    close_sum(&s);
}
END_TEST

/* Where two digits change places and nothing else would do, that is as good as certain; one digit
 * may as well be another's. */
START_TEST(how_sure_it_is)
{
    Sum s;
    open_sum(&s, 1);
    add_all(&s, "33532742 4695995", false);
    SumProblem p = problem(&s, "38228773");
    ck_assert(cause_find(&s.m, &p).certain);
    close_sum(&s);
    open_sum(&s, 1);
    add_all(&s, "2700 200", false);
    p = problem(&s, "3200");
    ck_assert(!cause_find(&s.m, &p).certain);
    close_sum(&s);
}
END_TEST

START_TEST(what_another_figure_says_is_believed)
{
    Sum s;
    open_sum(&s, 1);
    add_all(&s, "1111111 2222222", false);
    SumProblem p = problem(&s, "3343333");
    Cause c = cause_find(&s.m, &p);
    check_cause(&c, "alone", CAUSE_DIGIT, CAUSE_TOTAL, 3333333);
    ck_assert(!c.certain); /* a row may be wrong as well */
    p.rows_hold = true;
    c = cause_find(&s.m, &p);
    check_cause(&c, "the rows hold", CAUSE_DIGIT, CAUSE_TOTAL, 3333333);
    ck_assert(c.certain);
    p.rows_hold = false;
    p.total_holds = true; /* 1111111 → 1121111 or 2222222 → 2232222: nobody can say */
    c = cause_find(&s.m, &p);
    ck_assert_int_eq(c.kind, CAUSE_NONE);
    close_sum(&s);
}
END_TEST

Suite *test_check_cause_suite(void)
{
    Suite *s = suite_create("check_cause");
    TCase *t = tcase_create("causes");
    tcase_add_loop_test(t, the_likeliest_cause, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_test(t, which_rows_are_alike);
    tcase_add_test(t, how_sure_it_is);
    tcase_add_test(t, what_another_figure_says_is_believed);
    suite_add_tcase(s, t);
    return s;
}
