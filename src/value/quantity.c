/*
 * quantity.c — arithmetic on figures that know what was rounded.  Layer: value.
 *
 * In: stated values and units. Out: quantities with their interval and, for sums, their steps.
 * A quotient, and only what came of one, may have more digits than fit: it is rounded outward,
 * so that the interval still holds the truth.
 */
#include "value/quantity.h"

#include "value/quantity_int.h"
#include "vocab/vocab.h"

/* ---- numbers that may have to give up digits ------------------------------------------------- */

/* The coefficient of a is the longer one. */
static bool is_longer(Decimal a, Decimal b)
{
    a = decimal_abs(a);
    b = decimal_abs(b);
    return a.hi != b.hi ? a.hi > b.hi : a.lo > b.lo;
}

bool outward_add(Decimal a, Decimal b, Rounding r, Decimal *out)
{
    if (decimal_add(a, b, out))
        return true;
    for (int scale = (a.scale > b.scale ? a.scale : b.scale) - 1; scale >= 0; scale--) {
        if (a.scale > scale && !decimal_round(a, scale, r, &a))
            return false;
        if (b.scale > scale && !decimal_round(b, scale, r, &b))
            return false;
        if (decimal_add(a, b, out))
            return true;
    }
    return false;
}

bool outward_mul(Decimal a, Decimal b, Rounding r, Decimal *out)
{
    bool negative = decimal_sign(a) * decimal_sign(b) < 0;
    bool grow = r == (negative ? ROUND_DOWN : ROUND_UP);
    while (!decimal_mul(a, b, out)) {
        Decimal *cut = b.scale == 0 || (a.scale > 0 && is_longer(a, b)) ? &a : &b;
        Rounding how = grow ? (decimal_sign(*cut) < 0 ? ROUND_DOWN : ROUND_UP) : ROUND_ZERO;
        if (r == ROUND_HALF_AWAY)
            how = r;
        if (cut->scale == 0 || !decimal_round(*cut, cut->scale - 1, how, cut))
            return false;
    }
    return true;
}

/* ---- making ---------------------------------------------------------------------------------- */

static Quantity of_kind(QuantityKind kind)
{
    return (Quantity){.kind = (uint8_t)kind};
}

bool quantity_refuse(Quantity *out, QuantityFault fault)
{
    *out = (Quantity){.kind = QTY_BAD, .fault = (uint8_t)fault};
    return false;
}

static Quantity exactly(Decimal mid, UnitId unit)
{
    Quantity q = {.kind = QTY_NUMBER, .exact = true, .linear = true, .unit = unit};
    q.mid = q.lo = q.hi = mid;
    return q;
}

Quantity quantity_int(int64_t n, UnitId unit)
{
    return exactly(decimal_int(n), unit);
}

Quantity quantity_count(int64_t n)
{
    Quantity q = exactly(decimal_int(n), 0);
    q.bare = BARE_COUNT;
    return q;
}

void quantity_restep(Quantity *q, Decimal step)
{
    static const Decimal half = {0, 5, 1};

    if (q->kind != QTY_NUMBER || q->approx)
        return;
    q->half = q->square = decimal_zero;
    q->lo = q->hi = q->mid;
    q->exact = decimal_is_zero(step);
    q->linear = true;
    if (q->exact)
        return;
    q->linear = decimal_mul(step, half, &q->half) && decimal_mul(step, step, &q->square);
    if (decimal_is_zero(q->half))
        q->half = step; /* the last decimal there is has no half: rather too wide */
    if (!outward_add(q->mid, decimal_neg(q->half), ROUND_DOWN, &q->lo) ||
        !outward_add(q->mid, q->half, ROUND_UP, &q->hi))
        *q = of_kind(QTY_BAD);
}

/* ca: a tenth either way. */
static bool make_approximate(Quantity *q)
{
    static const Decimal tenth = {0, 1, 1};
    Decimal margin;

    if (!outward_mul(decimal_abs(q->mid), tenth, ROUND_UP, &margin))
        return false;
    q->approx = true;
    q->exact = q->linear = false;
    return outward_add(q->mid, decimal_neg(margin), ROUND_DOWN, &q->lo) &&
           outward_add(q->mid, margin, ROUND_UP, &q->hi);
}

static Quantity of_number(const UnitTable *u, const Value *v, bool in_formula)
{
    const Unit *unit = unit_get(u, v->unit);
    Decimal mid;

    if (v->compare != CMP_NONE)
        return quantity_limit(u, v);
    if (!outward_mul(v->num, unit->factor, ROUND_HALF_AWAY, &mid))
        return of_kind(QTY_BAD);
    Quantity q = exactly(mid, v->unit);
    q.decimals = (uint8_t)v->num.scale;
    if (v->approx)
        return make_approximate(&q) ? q : of_kind(QTY_BAD);
    bool given = in_formula && (v->unit == 0 || unit->dim == E_DIMENSION_PERCENT);
    Decimal step = given ? decimal_zero : value_step(u, v);
    if (!decimal_is_zero(step))
        quantity_restep(&q, step);
    return q;
}

static Quantity of_ratio(const UnitTable *u, const Value *v)
{
    Quantity a = exactly(v->num, 0);
    Quantity b = exactly(v->high, 0);
    Quantity q = {.kind = QTY_NUMBER, .unit = u->ratio, .exact = true, .linear = true};
    bool exact = false;

    if (decimal_div(a.mid, b.mid, ROUND_HALF_AWAY, &q.mid, &exact) && exact) {
        q.lo = q.hi = q.mid;
        return q;
    }
    q.exact = q.linear = false;
    if (!decimal_div(a.mid, b.mid, ROUND_DOWN, &q.lo, NULL) ||
        !decimal_div(a.mid, b.mid, ROUND_UP, &q.hi, NULL))
        return of_kind(QTY_UNKNOWN); /* 1:0 */
    return q;
}

Quantity quantity_of(const UnitTable *u, const Value *v, bool in_formula)
{
    switch ((ValueKind)v->kind) {
    case VAL_NUMBER: return of_number(u, v, in_formula);
    case VAL_RATIO: return of_ratio(u, v);
    case VAL_NIL: return exactly(decimal_zero, v->unit);
    case VAL_BLANK: return of_kind(QTY_NONE);
    case VAL_BAD: return of_kind(QTY_BAD);
    case VAL_PERIOD:
        if (v->period.kind == PERIOD_YEAR)
            return quantity_int(v->period.from.year, 0);
        break;
    case VAL_RANGE: return quantity_range(u, v);
    case VAL_MISSING:
    case VAL_TEXT:
    case VAL_WORDS:
    case VAL_ENUM:
    case VAL_UNIT:
    case VAL_CLOCK:
    case VAL_FORMULA: break;
    }
    return of_kind(QTY_UNKNOWN);
}

Quantity quantity_neg(const Quantity *a)
{
    Quantity q = *a;
    q.mid = decimal_neg(a->mid);
    q.lo = decimal_neg(a->hi);
    q.hi = decimal_neg(a->lo);
    q.has_lo = a->has_hi;
    q.has_hi = a->has_lo;
    q.none_lo = a->none_hi;
    q.none_hi = a->none_lo;
    q.open_lo = a->open_hi;
    q.open_hi = a->open_lo;
    return q;
}

/* ---- units of sums --------------------------------------------------------------------------- */

static uint16_t dim_of(const UnitTable *u, UnitId id)
{
    return unit_get(u, id)->dim;
}

/* kr/kr, 1:1, brukere/ansatte: what percent may stand for. */
static bool is_ratio(const UnitTable *u, UnitId id)
{
    const Unit *unit = unit_get(u, id);
    if (id == 0 || unit->per == 0)
        return id != 0 && unit->dim == E_DIMENSION_RATIO;
    return dim_of(u, unit->num) == E_DIMENSION_COUNT && dim_of(u, unit->per) == E_DIMENSION_COUNT;
}

static bool is_percent(const UnitTable *u, UnitId id)
{
    return dim_of(u, id) == E_DIMENSION_PERCENT && unit_get(u, id)->per == 0;
}

static bool is_point(const UnitTable *u, UnitId id)
{
    return dim_of(u, id) == E_DIMENSION_POINT && unit_get(u, id)->per == 0;
}

bool steps_times(const Quantity *sum, Decimal factor, Quantity *out)
{
    Decimal square;
    factor = decimal_abs(factor);
    return decimal_mul(sum->half, factor, &out->half) && decimal_mul(factor, factor, &square) &&
           decimal_mul(sum->square, square, &out->square);
}

bool quantity_scale(Quantity *q, Decimal factor)
{
    if (q->linear)
        q->linear = steps_times(q, factor, q);
    return outward_mul(q->mid, factor, ROUND_HALF_AWAY, &q->mid) &&
           outward_mul(q->lo, factor, ROUND_DOWN, &q->lo) &&
           outward_mul(q->hi, factor, ROUND_UP, &q->hi);
}

/* All of q times a factor above 0, which most often is 1, and in another unit from now on. */
static bool rescale(Quantity *q, Decimal factor, UnitId unit)
{
    q->unit = unit;
    return decimal_cmp(factor, decimal_one) == 0 || quantity_scale(q, factor);
}

static bool ratio_to_percent(Quantity *q, UnitId percent)
{
    q->decimals = q->decimals > 2 ? (uint8_t)(q->decimals - 2) : 0;
    return rescale(q, decimal_int(100), percent);
}

/* What can be counted in so many: things, and days, years and points, of which there are so many
 * too; and each of these per something. */
static bool counts_things(const UnitTable *u, UnitId id)
{
    const Unit *unit = unit_get(u, id);
    switch (unit->per != 0 ? dim_of(u, unit->num) : unit->dim) {
    case 0:
    case E_DIMENSION_COUNT:
    case E_DIMENSION_TIME:
    case E_DIMENSION_CALENDAR:
    case E_DIMENSION_YEAR:
    case E_DIMENSION_SCORE: return true;
    default: return false;
    }
}

/* A bare number is so many of the other side's unit. */
static QuantityFault take_unit(const UnitTable *u, Quantity *bare, UnitId unit)
{
    uint8_t of = bare->bare;
    bool any = of == BARE_ANY || of == BARE_QUOTIENT;
    bool percent = (of == BARE_SHARE || of == BARE_QUOTIENT) && is_percent(u, unit);
    if (!any && !percent && !counts_things(u, unit))
        return QTYF_UNITS;
    bare->bare = BARE_ANY;
    bool fits = percent
                    ? ratio_to_percent(bare, unit)
                    : rescale(bare, unit_get(u, unit)->factor, unit);
    return fits ? QTYF_NONE : QTYF_SIZE;
}

QuantityFault quantity_align(const UnitTable *u, Quantity *a, Quantity *b)
{
    bool fits = true;

    if (a->unit == b->unit)
        return QTYF_NONE;
    if (a->unit == 0 && !is_ratio(u, b->unit))
        return take_unit(u, a, b->unit);
    if (b->unit == 0 && !is_ratio(u, a->unit))
        return take_unit(u, b, a->unit);
    if (is_ratio(u, a->unit) && is_percent(u, b->unit))
        fits = ratio_to_percent(a, b->unit);
    else if (is_percent(u, a->unit) && is_ratio(u, b->unit))
        fits = ratio_to_percent(b, a->unit);
    else if ((a->change && is_point(u, b->unit)) || (is_point(u, a->unit) && b->change))
        return QTYF_NONE;
    else if ((a->unit == 0 || is_ratio(u, a->unit)) && (b->unit == 0 || is_ratio(u, b->unit)))
        return QTYF_NONE;
    else if (!units_agree(u, a->unit, b->unit))
        return QTYF_UNITS;
    return fits ? QTYF_NONE : QTYF_SIZE;
}

bool quantity_agree(const UnitTable *u, const Quantity *a, const Quantity *b)
{
    Quantity x = *a;
    Quantity y = *b;
    if (a->kind != QTY_NUMBER || b->kind != QTY_NUMBER)
        return true;
    return quantity_align(u, &x, &y) != QTYF_UNITS;
}

bool quantity_in(const UnitTable *u, const Quantity *q, UnitId unit, Quantity *out)
{
    Quantity place = quantity_int(0, unit);
    *out = *q;
    if (q->kind != QTY_NUMBER)
        return true;
    /* A ratio printed where no unit is asked for, and a figure where none is known, stay so. */
    if (unit == 0)
        return true;
    QuantityFault fault = quantity_align(u, out, &place);
    if (fault != QTYF_NONE)
        return quantity_refuse(out, fault);
    out->unit = unit;
    return true;
}

/* How many decimals of `to` the decimals of a figure in `from`, the coarser unit, make. */
static uint8_t shift_decimals(uint8_t decimals, Decimal from, Decimal to)
{
    Decimal ten = decimal_int(10);
    while (decimals > 0 && decimal_cmp(to, from) < 0 && decimal_mul(to, ten, &to))
        decimals--;
    return decimals;
}

/* The unit in which a sum is spoken of: the finer of the two, percent rather than points. */
static void choose_unit(const UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out)
{
    Decimal x = unit_get(u, a->unit)->factor;
    Decimal y = unit_get(u, b->unit)->factor;
    bool first = decimal_cmp(x, y) <= 0;
    if (is_percent(u, a->unit) != is_percent(u, b->unit))
        first = is_percent(u, a->unit);
    else if (decimal_cmp(x, y) == 0 && unit_get(u, a->unit)->what == 0)
        first = unit_get(u, b->unit)->what == 0; /* the one that says more */
    uint8_t da = first ? a->decimals : shift_decimals(a->decimals, x, y);
    uint8_t db = first ? shift_decimals(b->decimals, y, x) : b->decimals;
    out->unit = first ? a->unit : b->unit;
    out->decimals = da > db ? da : db;
}

/* ---- sums ------------------------------------------------------------------------------------ */

/* A number beside a count counts the same; a share less a number is a share. */
static uint8_t bare_sum(const Quantity *a, const Quantity *b)
{
    if (a->bare == b->bare || b->bare == BARE_ANY)
        return a->bare;
    return a->bare == BARE_ANY ? b->bare : BARE_ANY;
}

/* A sum of which a term is unknown: its ends, where those of all terms are known. */
static Quantity add_unknown(const UnitTable *u, const Quantity *a, const Quantity *b)
{
    Quantity sum = of_kind(QTY_UNKNOWN);
    Quantity x = quantity_bounds(a);
    Quantity y = quantity_bounds(b);

    if (quantity_align(u, &x, &y) != QTYF_NONE)
        return sum;
    choose_unit(u, &x, &y, &sum);
    sum.bare = bare_sum(a, b);
    quantity_add_bounds(&x, &y, &sum);
    return sum;
}

/* What is no number decides by itself. */
static bool settle(const UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out)
{
    if (a->kind == QTY_NUMBER && b->kind == QTY_NUMBER)
        return false;
    if (a->kind == QTY_BAD || b->kind == QTY_BAD)
        *out = of_kind(QTY_BAD);
    else if (a->kind == QTY_NONE || b->kind == QTY_NONE)
        *out = a->kind == QTY_NONE ? *b : *a;
    else
        *out = add_unknown(u, a, b);
    return true;
}

static bool add_aligned(const Quantity *a, const Quantity *b, Quantity *out)
{
    out->kind = QTY_NUMBER;
    out->exact = a->exact && b->exact;
    out->linear = a->linear && b->linear;
    out->approx = a->approx || b->approx;
    if (!outward_add(a->mid, b->mid, ROUND_HALF_AWAY, &out->mid))
        return false;
    if (out->exact) {
        out->lo = out->hi = out->mid;
        return true;
    }
    if (out->linear)
        out->linear = decimal_add(a->half, b->half, &out->half) &&
                      decimal_add(a->square, b->square, &out->square);
    return outward_add(a->lo, b->lo, ROUND_DOWN, &out->lo) &&
           outward_add(a->hi, b->hi, ROUND_UP, &out->hi);
}

bool quantity_add(const UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out)
{
    Quantity sum = {0};

    if (settle(u, a, b, out))
        return true;
    sum.change = a->change && b->change;
    if (a->unit == b->unit) {
        sum.unit = a->unit;
        sum.bare = bare_sum(a, b);
        sum.decimals = a->decimals > b->decimals ? a->decimals : b->decimals;
        if (!add_aligned(a, b, &sum))
            return quantity_refuse(out, QTYF_SIZE);
        *out = sum;
        return true;
    }
    Quantity x = *a;
    Quantity y = *b;
    bool points = (is_percent(u, x.unit) && is_point(u, y.unit)) ||
                  (is_point(u, x.unit) && is_percent(u, y.unit));
    QuantityFault fault = points ? QTYF_NONE : quantity_align(u, &x, &y);
    if (fault != QTYF_NONE)
        return quantity_refuse(out, fault);
    choose_unit(u, &x, &y, &sum);
    if (!add_aligned(&x, &y, &sum))
        return quantity_refuse(out, QTYF_SIZE);
    *out = sum;
    return true;
}

bool quantity_many(const UnitTable *u, const Quantity *one, uint32_t n, Decimal total,
                   Quantity *out)
{
    Quantity q = *one;
    Decimal times = decimal_int(n);

    if (q.kind != QTY_NUMBER || q.approx || !q.linear ||
        !decimal_mul(total, unit_get(u, q.unit)->factor, &q.mid))
        return false;
    q.lo = q.hi = q.mid;
    if (!q.exact && (!decimal_mul(q.half, times, &q.half) ||
                     !decimal_mul(q.square, times, &q.square) ||
                     !decimal_sub(q.mid, q.half, &q.lo) || !decimal_add(q.mid, q.half, &q.hi)))
        return false;
    *out = q;
    return true;
}

bool quantity_sub(const UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out)
{
    bool change = a->kind == QTY_NUMBER && b->kind == QTY_NUMBER && is_percent(u, a->unit) &&
                  is_percent(u, b->unit);
    Quantity minus = quantity_neg(b);
    if (!quantity_add(u, a, &minus, out))
        return false;
    if (change && out->kind == QTY_NUMBER)
        out->change = true;
    return true;
}
