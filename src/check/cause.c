/*
 * cause.c — why a sum is violated: the likeliest cause.  Layer: check.
 *
 * Requires: the addends of a sum and its total. Provides: at most one cause (cause.h).
 *
 * All figures are brought to whole counts of one small unit, 10^-scale of the base unit, in 64
 * bits; where one does not fit, no cause is offered. What rounding allows is the tolerance. A count
 * is far below what fits: two digits that change places may make it eight times larger, and that is
 * held against a difference of two.
 */
#include "check/cause.h"

enum {
    MOST_SCALE = 12,
    MOST_DIGITS = 18,
    TELLING_DIGITS = 3 /* in a shorter figure one wrong digit explains anything */
};

static const int64_t most_count = INT64_MAX / 32;

static const int64_t powers[MOST_DIGITS + 1] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    1000000000000000000,
};

typedef struct Search {
    Model *m;
    const SumProblem *p;
    int scale;
    int64_t stated, computed;
    int64_t diff;      /* stated - computed */
    int64_t tolerance; /* 0 where all is exact */
    int64_t *values;   /* of the terms, as they enter the sum */
} Search;

/* A figure as it is written: how many of its last digits, and what one of those is worth. */
typedef struct Printed {
    int64_t digits, worth;
    int sign;
} Printed;

static int64_t magnitude(int64_t n)
{
    return n < 0 ? -n : n;
}

static bool count_of(Decimal d, int scale, int64_t *out)
{
    Decimal scaled;
    return decimal_mul(d, decimal_pow10(scale), &scaled) &&
           decimal_to_int64(decimal_normalize(scaled), out) && *out < most_count && *out > -most_count;
}

static int finer(int scale, Decimal d)
{
    int own = decimal_normalize(d).scale;
    return own > scale ? own : scale;
}

static bool near(const Search *s, int64_t a, int64_t b)
{
    return magnitude(a - b) <= s->tolerance;
}

/* A figure that rounding could hide is no explanation. */
static bool is_visible(const Search *s, int64_t n)
{
    return magnitude(n) > 2 * s->tolerance;
}

static bool start(Search *s)
{
    const SumProblem *p = s->p;
    Comparison c = quantity_equal(&s->m->units, p->stated, p->computed, s->m->exact_only);
    s->scale = finer(finer(0, p->stated->mid), p->computed->mid);
    for (uint32_t i = 0; i < p->count; i++)
        s->scale = finer(s->scale, p->terms[i].qty.mid);
    Decimal slack;
    if (s->scale > MOST_SCALE || c.verdict != VERDICT_VIOLATED ||
        !decimal_round(c.slack, s->scale, ROUND_DOWN, &slack) ||
        !count_of(slack, s->scale, &s->tolerance) ||
        !count_of(p->stated->mid, s->scale, &s->stated) ||
        !count_of(p->computed->mid, s->scale, &s->computed))
        return false;
    s->diff = s->stated - s->computed;
    s->values = arena_array(s->m->arena, int64_t, p->count);
    for (uint32_t i = 0; i < p->count; i++) {
        const SumTerm *t = &p->terms[i];
        if (t->qty.kind == QTY_NUMBER && !count_of(t->qty.mid, s->scale, &s->values[i]))
            return false;
        s->values[i] *= t->sign;
    }
    return true;
}

static bool read_printed(const Search *s, FigRef f, Printed *out)
{
    Value v = figure_value(s->m, f);
    Decimal last;
    if (v.kind != VAL_NUMBER || decimal_is_zero(v.num) ||
        !decimal_mul(decimal_pow10(-v.num.scale), unit_get(&s->m->units, v.unit)->factor, &last) ||
        !count_of(last, s->scale, &out->worth) || out->worth <= 0 ||
        !count_of(decimal_abs(v.num), v.num.scale, &out->digits))
        return false;
    out->sign = decimal_sign(v.num);
    return out->digits < powers[MOST_DIGITS] && out->worth <= most_count / out->digits;
}

/* --- whole rows -------------------------------------------------------------------------- */

static uint32_t find_twin(const Search *s, uint32_t term)
{
    for (uint32_t i = 0; i < s->p->count; i++)
        if (i != term && s->values[i] == s->values[term] &&
            str_eq(s->p->terms[i].label, s->p->terms[term].label))
            return i;
    return s->p->count;
}

static bool find_row(const Search *s, Cause *out)
{
    for (uint32_t i = 0; i < s->p->count; i++) {
        int64_t v = s->values[i];
        if (!is_visible(s, v) || (!near(s, s->diff, -v) && !near(s, s->diff, v)))
            continue;
        bool lacking = near(s, s->diff, -v);
        uint32_t twin = lacking ? find_twin(s, i) : s->p->count;
        *out =
            (Cause){lacking ? CAUSE_MISSING : CAUSE_DOUBLED, (int32_t)i, twin, decimal_zero, false};
        if (twin < s->p->count)
            out->kind = CAUSE_REPEATED;
        return true;
    }
    return false;
}

static bool find_sign(const Search *s, Cause *out)
{
    for (uint32_t i = 0; i < s->p->count; i++) {
        int64_t v = s->values[i];
        if (is_visible(s, v) && near(s, s->diff, -2 * v)) {
            *out = (Cause){CAUSE_SIGN, (int32_t)i, 0, decimal_zero, false};
            return true;
        }
    }
    return false;
}

static bool find_outside(const Search *s, Cause *out)
{
    for (uint32_t i = 0; i < s->p->outside_count; i++) {
        const SumTerm *t = &s->p->outside[i];
        int64_t v;
        if (t->qty.kind != QTY_NUMBER || !count_of(t->qty.mid, s->scale, &v))
            continue;
        if (is_visible(s, v) && near(s, s->diff, v * t->sign)) {
            *out = (Cause){CAUSE_OUTSIDE, (int32_t)i, 0, decimal_zero, false};
            return true;
        }
    }
    return false;
}

static bool find_blank(const Search *s, Cause *out)
{
    for (uint32_t i = 0; i < s->p->count; i++) {
        if (s->p->terms[i].qty.kind == QTY_NONE) {
            *out = (Cause){CAUSE_BLANK, (int32_t)i, 0, decimal_zero, false};
            return true;
        }
    }
    return false;
}

/* --- digits ------------------------------------------------------------------------------ */

/* Each tries to make a figure `change` larger (in magnitude) by its own kind of slip, and gives
 * the reading that would, in what a digit of the figure is worth, which it may make less. */
typedef bool (*Slip)(const Search *s, Printed *f, int64_t change, bool thorough, int64_t *reading);

static int digit_at(int64_t digits, int place)
{
    return (int)(digits / powers[place] % 10);
}

static int digit_count(int64_t digits)
{
    int n = 1;
    while (n < MOST_DIGITS && digits >= powers[n])
        n++;
    return n;
}

static bool slip_digit(const Search *s, Printed *f, int64_t change, bool thorough, int64_t *reading)
{
    (void)thorough;
    int count = digit_count(f->digits);
    for (int place = 0; count >= TELLING_DIGITS && place < count; place++) {
        int64_t worth = f->worth * powers[place];
        int64_t half = change < 0 ? -worth / 2 : worth / 2;
        int64_t by = (change + half) / worth;
        int64_t digit = digit_at(f->digits, place) + by;
        bool leads = place == count - 1 && count > 1;
        if (by == 0 || digit < (leads ? 1 : 0) || digit > 9 || !is_visible(s, worth) ||
            !near(s, by * worth, change))
            continue;
        *reading = f->digits + by * powers[place];
        return true;
    }
    return false;
}

/* Neighbours; of a total any two, since there is only one of it. */
static bool slip_swap(const Search *s, Printed *f, int64_t change, bool thorough, int64_t *reading)
{
    int count = digit_count(f->digits);
    for (int apart = 1; apart < (thorough ? count : 2); apart++) {
        for (int low = 0; low + apart < count; low++) {
            int high = low + apart;
            int a = digit_at(f->digits, low);
            int b = digit_at(f->digits, high);
            int64_t by = (a - b) * (powers[high] - powers[low]);
            if (by == 0 || (high == count - 1 && a == 0) || !is_visible(s, by * f->worth) ||
                !near(s, by * f->worth, change))
                continue;
            *reading = f->digits + by;
            return true;
        }
    }
    return false;
}

static bool slip_shift(const Search *s, Printed *f, int64_t change, bool thorough, int64_t *reading)
{
    static const int places[] = {1, 3, 2, 6};
    (void)thorough;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        int64_t factor = powers[places[i]];
        if (f->digits < powers[MOST_DIGITS] / factor && f->worth < INT64_MAX / 8 / factor / f->digits &&
            near(s, f->digits * f->worth * (factor - 1), change)) {
            *reading = f->digits * factor;
            return true;
        }
        if (f->digits % factor == 0 && near(s, (f->digits / factor - f->digits) * f->worth, change)) {
            *reading = f->digits / factor;
            return true;
        }
        if (f->worth % factor == 0 && near(s, f->digits * (f->worth / factor - f->worth), change)) {
            *reading = f->digits; /* 1186 where the others have a decimal: 118,6 */
            f->worth /= factor;
            return true;
        }
    }
    return false;
}

static Decimal as_decimal(const Search *s, int64_t reading, int64_t worth)
{
    Decimal d = decimal_zero;
    (void)decimal_mul(decimal_int(reading), decimal_int(worth), &d);
    (void)decimal_mul(d, decimal_pow10(-s->scale), &d);
    return decimal_normalize(d);
}

static bool slip_in_total(const Search *s, Slip slip, Cause *out)
{
    Printed f;
    int64_t reading;
    if (!read_printed(s, s->p->total, &f) || !slip(s, &f, -s->diff * f.sign, true, &reading))
        return false;
    out->term = CAUSE_TOTAL;
    out->reading = as_decimal(s, reading, f.worth);
    return true;
}

/* How many rows one slip could have happened in, at most two; *out is the first. */
static int slips_in_rows(const Search *s, Slip slip, Cause *out)
{
    int found = 0;
    for (uint32_t i = 0; i < s->p->count && found < 2; i++) {
        const SumTerm *t = &s->p->terms[i];
        Printed f;
        int64_t reading;
        if (t->qty.kind != QTY_NUMBER || !read_printed(s, t->figure, &f) ||
            !slip(s, &f, s->diff * f.sign * t->sign, false, &reading))
            continue;
        if (found++ == 0) {
            out->term = (int32_t)i;
            out->reading = as_decimal(s, reading, f.worth);
        }
    }
    return found;
}

static bool find_slip(const Search *s, CauseKind kind, Slip slip, Cause *out)
{
    Cause total = {.kind = kind};
    Cause row = {.kind = kind};
    bool in_total = !s->p->total_holds && slip_in_total(s, slip, &total);
    int in_rows = s->p->rows_hold ? 0 : slips_in_rows(s, slip, &row);
    if (in_total) {
        *out = total;
        out->certain = in_rows == 0;
        return true;
    }
    if (in_rows != 1)
        return false;
    *out = row;
    out->certain = s->p->total_holds;
    return true;
}

/* Both explain a difference of 9, 90, 900 …; a 9 in place of a 0 is rarer than two digits that have
 * changed places, also where that may have happened in more than one row. */
static bool find_misprint(const Search *s, Cause *out)
{
    Cause digit = {.kind = CAUSE_NONE}, rarer;
    bool wrong = find_slip(s, CAUSE_DIGIT, slip_digit, &digit);
    bool swapped = find_slip(s, CAUSE_SWAP, slip_swap, out);
    if (wrong && !swapped && digit.term != CAUSE_TOTAL && slips_in_rows(s, slip_swap, &rarer) > 1)
        return false;
    if (wrong && !swapped)
        *out = digit;
    if (wrong && swapped)
        out->certain = false;
    return wrong || swapped;
}

Cause cause_find(Model *m, const SumProblem *p)
{
    Search s = {.m = m, .p = p};
    Cause cause = {.kind = CAUSE_NONE};
    if (!start(&s))
        return cause;
    if ((!p->rows_hold && (find_row(&s, &cause) || find_sign(&s, &cause))) ||
        find_misprint(&s, &cause) ||
        find_slip(&s, CAUSE_SHIFT, slip_shift, &cause))
        return cause;
    if (!p->rows_hold && !find_outside(&s, &cause))
        (void)find_blank(&s, &cause);
    return cause;
}
