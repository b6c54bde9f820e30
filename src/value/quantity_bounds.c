/*
 * quantity_bounds.c — what is known of a figure that nobody tells: less than 5, 1 to 4.  Layer: value.
 *
 * Small counts are hidden (`<5`), and limits are written where figures were expected (`> 80 %`).
 * Such a figure is QTY_UNKNOWN, and no sum is proven by it; but it is no more than it says, so a
 * total that no such figure could give is wrong, and a limit that all of them keep is kept. Where
 * the ends leave it open, nothing is said.
 */
#include "value/quantity_int.h"
#include "vocab/vocab.h"

/* Of things there are none at the least, and they are whole; money and percentages may be below
 * nought. A number without a unit in the end is so many things. */
static bool is_count(const UnitTable *u, UnitId id)
{
    const Unit *unit = unit_get(u, id);
    return id == 0 || (unit->per == 0 && unit->dim == E_DIMENSION_COUNT);
}

static Quantity unknown(const Value *v)
{
    return (Quantity){.kind = QTY_UNKNOWN, .unit = v->unit, .decimals = (uint8_t)v->num.scale};
}

Quantity quantity_limit(const UnitTable *u, const Value *v)
{
    Quantity q = unknown(v);
    Decimal end;
    if (v->approx || !outward_mul(v->num, unit_get(u, v->unit)->factor, ROUND_HALF_AWAY, &end))
        return q;
    if (v->compare == CMP_GT || v->compare == CMP_GE) {
        q.has_lo = true;
        q.lo = end;
        q.open_lo = v->compare == CMP_GT;
        return q;
    }
    q.has_hi = true;
    q.hi = end;
    q.open_hi = v->compare == CMP_LT;
    q.has_lo = q.none_lo = is_count(u, v->unit) && decimal_sign(end) > 0;
    return q;
}

Quantity quantity_range(const UnitTable *u, const Value *v)
{
    Quantity q = unknown(v);
    Value end = *v;
    end.kind = VAL_NUMBER;
    Quantity low = quantity_of(u, &end, false);
    end.num = v->high;
    Quantity high = quantity_of(u, &end, false);
    if (v->approx || low.kind != QTY_NUMBER || high.kind != QTY_NUMBER ||
        decimal_cmp(low.mid, high.mid) > 0)
        return q;
    q.has_lo = q.has_hi = true;
    q.lo = low.lo;
    q.hi = high.hi;
    q.decimals = high.decimals > q.decimals ? high.decimals : q.decimals;
    return q;
}

bool quantity_bounded(const Quantity *q)
{
    return q->kind == QTY_UNKNOWN && (q->has_lo || q->has_hi);
}

Quantity quantity_of_change(const Quantity *q)
{
    Quantity change = *q;
    change.has_lo = q->has_lo && !q->none_lo;
    change.has_hi = q->has_hi && !q->none_hi;
    return change;
}

Quantity quantity_unknown(const Quantity *like)
{
    return (Quantity){.kind = QTY_UNKNOWN, .unit = like->unit, .decimals = like->decimals};
}

/* --- sums ------------------------------------------------------------------------------------- */

/* A number is its own bounds; about so much has none that could be held against anything. */
Quantity quantity_bounds(const Quantity *q)
{
    Quantity b = *q;
    if (q->kind != QTY_NUMBER)
        return b;
    b.kind = QTY_UNKNOWN;
    b.has_lo = b.has_hi = !q->approx;
    b.open_lo = b.open_hi = 0;
    return b;
}

static uint8_t add_open(uint8_t a, uint8_t b)
{
    return a > UINT8_MAX - b ? UINT8_MAX : (uint8_t)(a + b);
}

void quantity_add_bounds(const Quantity *a, const Quantity *b, Quantity *out)
{
    out->kind = QTY_UNKNOWN;
    out->has_lo = a->has_lo && b->has_lo && outward_add(a->lo, b->lo, ROUND_DOWN, &out->lo);
    out->has_hi = a->has_hi && b->has_hi && outward_add(a->hi, b->hi, ROUND_UP, &out->hi);
    out->none_lo = a->none_lo || b->none_lo;
    out->none_hi = a->none_hi || b->none_hi;
    out->open_lo = add_open(a->open_lo, b->open_lo);
    out->open_hi = add_open(a->open_hi, b->open_hi);
}

/* Fewer than 5 of what is counted in whole are 4 at the most. */
Quantity quantity_ends(const UnitTable *u, const Quantity *q)
{
    Quantity t = *q;
    if (!is_count(u, q->unit))
        return quantity_of_change(q);
    if (q->decimals > 0 ||
        decimal_cmp(unit_get(u, q->unit)->factor, decimal_one) != 0)
        return t;
    if (t.has_lo && t.open_lo > 0 && decimal_add(t.lo, decimal_int(t.open_lo), &t.lo))
        t.open_lo = 0;
    if (t.has_hi && t.open_hi > 0 && decimal_sub(t.hi, decimal_int(t.open_hi), &t.hi))
        t.open_hi = 0;
    return t;
}

/* --- judging ---------------------------------------------------------------------------------- */

/* Is all of a less than all of b? `touch`: or as much. */
static bool lies_below(const Quantity *a, const Quantity *b, bool touch)
{
    if (!a->has_hi || !b->has_lo)
        return false;
    int order = decimal_cmp(a->hi, b->lo);
    return order < 0 || (order == 0 && (touch || a->open_hi > 0 || b->open_lo > 0));
}

static bool lies_within(const Quantity *inner, const Quantity *outer)
{
    int low = outer->has_lo && inner->has_lo ? decimal_cmp(inner->lo, outer->lo) : -1;
    int high = outer->has_hi && inner->has_hi ? decimal_cmp(outer->hi, inner->hi) : -1;
    bool above = !outer->has_lo || low > 0 || (low == 0 && (!outer->open_lo || inner->open_lo));
    bool below = !outer->has_hi || high > 0 || (high == 0 && (!outer->open_hi || inner->open_hi));
    return above && below;
}

/* By how much two that share nothing are apart. */
static Decimal gap_between(const Quantity *a, const Quantity *b)
{
    Decimal gap = decimal_zero;
    if (lies_below(a, b, false))
        (void)decimal_sub(a->hi, b->lo, &gap);
    else
        (void)decimal_sub(a->lo, b->hi, &gap);
    return gap;
}

Comparison quantity_equal_bounds(const UnitTable *u, const Quantity *a, const Quantity *b)
{
    Comparison c = {.verdict = VERDICT_UNKNOWN};
    Quantity left = quantity_bounds(a), right = quantity_bounds(b);
    Quantity x = quantity_ends(u, &left), y = quantity_ends(u, &right);
    bool bounded = (x.has_lo || x.has_hi) && (y.has_lo || y.has_hi);
    if (bounded && (lies_below(&x, &y, false) || lies_below(&y, &x, false))) {
        c.verdict = VERDICT_VIOLATED;
        c.diff = gap_between(&x, &y);
    } else if (bounded && (lies_within(&y, &x) ||
                           (y.has_lo && y.has_hi && lies_within(&x, &y)))) {
        c.verdict = VERDICT_ROUNDED;
    }
    return c;
}

Verdict quantity_compare_bounds(const UnitTable *u, const Quantity *a, Op op, const Quantity *b)
{
    Quantity left = quantity_bounds(a), right = quantity_bounds(b);
    Quantity x = quantity_ends(u, &left), y = quantity_ends(u, &right);
    bool less = op == OP_LT || op == OP_LE, strict = op == OP_LT || op == OP_GT;
    const Quantity *small = less ? &x : &y, *large = less ? &y : &x;
    if (lies_below(small, large, !strict))
        return VERDICT_ROUNDED;
    return lies_below(large, small, strict) ? VERDICT_VIOLATED : VERDICT_UNKNOWN;
}
