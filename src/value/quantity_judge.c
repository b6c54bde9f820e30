/*
 * quantity_judge.c — do two figures say the same?  Layer: value.
 *
 * In: two quantities. Out: a verdict. For sums of rounded figures the rule of the language
 * reference, judged in squares so that no root is needed:
 *     d² <= 0.87²·Σstep² and |d| <= Σ½step   within rounding
 *     |d| <= Σ½step                           unlikely to be rounding
 * Else, where a quotient or a product of rounded figures is in it, by whether the intervals meet.
 */
#include "value/quantity_int.h"

static const Decimal share_square = {0, 7569, 4}; /* 0,87² */

/* a² <= 0.87²·square; a and square not negative. Where a square does not fit, it is cut to the
 * 38 digits that do, in the author's favour. */
static bool within_share(Decimal a, Decimal square)
{
    Decimal left, right;
    if (!outward_mul(a, a, ROUND_DOWN, &left) ||
        !outward_mul(square, share_square, ROUND_UP, &right))
        return false;
    return decimal_cmp(left, right) <= 0;
}

/* The largest number of four digits whose square is within the share; half is an upper bound.
 * Only for telling people what rounding allows. */
static Decimal largest_within(Decimal half, Decimal square)
{
    Decimal root = decimal_zero;
    Decimal place = decimal_one;
    Decimal ten = decimal_int(10);
    Decimal tenth = decimal_pow10(-1);
    Decimal next;

    if (within_share(half, square))
        return half;
    while (decimal_cmp(place, half) < 0 && decimal_mul(place, ten, &next))
        place = next;
    for (int digits = 0; digits < 4;) {
        for (int i = 0; i < 9; i++) {
            if (!decimal_add(root, place, &next) || !within_share(next, square))
                break;
            root = next;
        }
        digits += digits > 0 || !decimal_is_zero(root);
        if (!decimal_mul(place, tenth, &place))
            break;
    }
    return decimal_normalize(root);
}

static Comparison judge_linear(const Quantity *a, const Quantity *b, Comparison c)
{
    Decimal half, square;
    Decimal d = decimal_abs(c.diff);

    if (!decimal_add(a->half, b->half, &half) || !decimal_add(a->square, b->square, &square)) {
        c.verdict = VERDICT_UNKNOWN;
        return c;
    }
    /* 4 % and 5 % share only the point 4,5: no figure is printed as both. */
    int order = decimal_cmp(d, half);
    bool both = !decimal_is_zero(a->half) && !decimal_is_zero(b->half);
    if (order > 0 || (order == 0 && both))
        c.verdict = VERDICT_VIOLATED;
    else
        c.verdict =
            decimal_is_zero(d) || within_share(d, square) ? VERDICT_ROUNDED : VERDICT_UNLIKELY;
    if (c.verdict != VERDICT_ROUNDED)
        c.slack = largest_within(half, square);
    return c;
}

static Comparison judge_intervals(const Quantity *a, const Quantity *b, Comparison c)
{
    static const Decimal one_half = {0, 5, 1};
    Decimal left, right, both;
    bool meet = decimal_cmp(a->lo, b->hi) <= 0 && decimal_cmp(b->lo, a->hi) <= 0;

    c.verdict = meet ? VERDICT_ROUNDED : VERDICT_VIOLATED;
    if (outward_add(a->hi, decimal_neg(a->lo), ROUND_UP, &left) &&
        outward_add(b->hi, decimal_neg(b->lo), ROUND_UP, &right) &&
        outward_add(left, right, ROUND_UP, &both))
        (void)outward_mul(both, one_half, ROUND_UP, &c.slack);
    return c;
}

/* Brings both to one unit; the verdict where there is nothing to compare, else VERDICT_EXACT. */
static Verdict prepare(const UnitTable *u, Quantity *a, Quantity *b)
{
    if (a->kind == QTY_BAD || b->kind == QTY_BAD || a->kind == QTY_NONE || b->kind == QTY_NONE)
        return VERDICT_NONE;
    return quantity_align(u, a, b) == QTYF_NONE ? VERDICT_EXACT : VERDICT_UNKNOWN;
}

static bool is_unknown(const Quantity *a, const Quantity *b)
{
    return a->kind == QTY_UNKNOWN || b->kind == QTY_UNKNOWN;
}

Comparison quantity_equal(const UnitTable *u, const Quantity *a, const Quantity *b, bool exact_only)
{
    Comparison c = {0};
    Quantity x = *a;
    Quantity y = *b;

    c.verdict = prepare(u, &x, &y);
    if (c.verdict != VERDICT_EXACT)
        return c;
    if (is_unknown(&x, &y))
        return quantity_equal_bounds(u, &x, &y);
    if (!outward_add(x.mid, decimal_neg(y.mid), ROUND_HALF_AWAY, &c.diff)) {
        c.verdict = VERDICT_UNKNOWN;
        return c;
    }
    bool exact = x.exact && y.exact;
    if (exact || exact_only) {
        c.verdict = !decimal_is_zero(c.diff) ? VERDICT_VIOLATED
                    : exact                  ? VERDICT_EXACT
                                             : VERDICT_ROUNDED;
        return c;
    }
    return x.linear && y.linear ? judge_linear(&x, &y, c) : judge_intervals(&x, &y, c);
}

static bool satisfies(Decimal a, Op op, Decimal b)
{
    int order = decimal_cmp(a, b);
    switch (op) {
    case OP_LT: return order < 0;
    case OP_LE: return order <= 0;
    case OP_GT: return order > 0;
    case OP_GE: return order >= 0;
    case OP_EQ:
    case OP_NONE:
    case OP_ADD:
    case OP_SUB:
    case OP_MUL:
    case OP_DIV: break;
    }
    return order == 0;
}

Verdict quantity_compare(const UnitTable *u, const Quantity *a, Op op, const Quantity *b,
                         bool *on_line)
{
    Quantity x = *a;
    Quantity y = *b;

    *on_line = false;
    if (op == OP_EQ)
        return quantity_equal(u, a, b, false).verdict;
    Verdict verdict = prepare(u, &x, &y);
    if (verdict != VERDICT_EXACT)
        return verdict;
    if (is_unknown(&x, &y))
        return quantity_compare_bounds(u, &x, op, &y);
    /* For < the hardest pair is the largest left against the least right, the easiest the other
     * way round; for > the reverse. */
    bool less = op == OP_LT || op == OP_LE;
    bool all = less ? satisfies(x.hi, op, y.lo) : satisfies(x.lo, op, y.hi);
    bool some = less ? satisfies(x.lo, op, y.hi) : satisfies(x.hi, op, y.lo);
    bool met = all;
    if (all != some) {
        *on_line = true;
        met = satisfies(x.mid, op, y.mid);
    }
    if (!met)
        return VERDICT_VIOLATED;
    return x.exact && y.exact ? VERDICT_EXACT : VERDICT_ROUNDED;
}
