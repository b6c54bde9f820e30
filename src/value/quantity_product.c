/*
 * quantity_product.c — products and quotients of figures, and their units.  Layer: value.
 *
 * As a factor a percent is 1/100 and a count is a number; kr/innbygger times innbyggere is kr. A
 * quotient is rounded outward, so what it is compared with is never proven exactly.
 */
#include "value/quantity_int.h"
#include "vocab/vocab.h"

static const Decimal hundred = {0, 100, 0};

/* 0 of a quotient. */
static uint16_t simple_dim(const UnitTable *u, UnitId id)
{
    const Unit *unit = unit_get(u, id);
    return unit->per != 0 ? 0 : unit->dim;
}

static bool is_quotient(const UnitTable *u, UnitId id)
{
    return unit_get(u, id)->per != 0;
}

static bool is_percent(const UnitTable *u, UnitId id)
{
    return simple_dim(u, id) == E_DIMENSION_PERCENT;
}

static bool is_count(const UnitTable *u, UnitId id)
{
    return simple_dim(u, id) == E_DIMENSION_COUNT;
}

/* A number and nothing else: bare, or kr/kr. */
static bool is_pure(const UnitTable *u, UnitId id)
{
    return id == 0 || simple_dim(u, id) == E_DIMENSION_RATIO;
}

/* The denominator `per` is what `id` counts or measures. */
static bool cancels(const UnitTable *u, UnitId per, UnitId id)
{
    const Unit *p = unit_get(u, per);
    const Unit *q = unit_get(u, id);
    if (p->dim != q->dim || p->per != q->per)
        return false;
    return p->dim != E_DIMENSION_COUNT || p->what == q->what || q->what == 0 || p->what == 0;
}

static bool not_numbers(const Quantity *a, const Quantity *b, Quantity *out)
{
    if (a->kind == QTY_NUMBER && b->kind == QTY_NUMBER)
        return false;
    bool bad = a->kind == QTY_BAD || b->kind == QTY_BAD;
    *out = (Quantity){.kind = bad ? QTY_BAD : QTY_UNKNOWN};
    return true;
}

/* ---- units of a product ---------------------------------------------------------------------- */

/* The unit of a × b and by which power of ten the product of the base values is to be shifted. */
static bool product_unit(const UnitTable *u, const Quantity *a, const Quantity *b, UnitId *unit,
                         int *shift)
{
    UnitId x = a->unit;
    UnitId y = b->unit;
    const Unit *ux = unit_get(u, x);
    const Unit *uy = unit_get(u, y);

    *shift = is_percent(u, x) || is_percent(u, y) ? -2 : 0;
    if (is_percent(u, x) && is_percent(u, y)) {
        *unit = ux->what != 0 ? x : y;
    } else if (is_percent(u, x) || is_percent(u, y)) {
        const Quantity *other = is_percent(u, x) ? b : a;
        bool share = is_pure(u, other->unit) && other->bare != BARE_COUNT;
        *unit = share ? u->ratio : other->unit;
    } else if (is_pure(u, x) && is_pure(u, y)) {
        *unit = x == 0 ? y : x;
        /* 100 * a / b is how people write a percentage. */
        if ((x == 0) != (y == 0) && decimal_cmp((x == 0 ? a : b)->mid, hundred) == 0)
            *unit = u->percent;
    } else if (is_pure(u, x) || is_pure(u, y)) {
        *unit = is_pure(u, x) ? y : x;
    } else if (is_quotient(u, x) && cancels(u, ux->per, y)) {
        *unit = ux->num;
    } else if (is_quotient(u, y) && cancels(u, uy->per, x)) {
        *unit = uy->num;
    } else if (is_count(u, x) || is_count(u, y)) {
        *unit = is_count(u, x) ? y : x;
    } else {
        return false;
    }
    return true;
}

/* The unit of a / b. */
static bool quotient_unit(UnitTable *u, UnitId x, UnitId y, UnitId *unit, int *shift)
{
    *shift = is_percent(u, y) && !is_percent(u, x) ? 2 : 0;
    if (is_percent(u, x) && is_percent(u, y)) {
        *unit = u->ratio;
    } else if (is_percent(u, y) || is_pure(u, y)) {
        *unit = x;
    } else if (x == 0 || is_pure(u, x)) {
        *unit = u->ratio;
    } else if (is_count(u, y) && unit_get(u, y)->what == 0) {
        *unit = is_count(u, x) ? u->ratio : x;
    } else if (cancels(u, y, x) && units_agree(u, x, y)) {
        *unit = u->ratio;
    } else if (is_quotient(u, y) && cancels(u, unit_get(u, y)->num, x)) {
        *unit = unit_get(u, y)->per;
    } else if (is_quotient(u, x) || is_quotient(u, y)) {
        return false;
    } else {
        bool money = unit_get(u, x)->dim == E_DIMENSION_MONEY;
        *unit = units_quotient(u, money ? u->kr : x, y);
    }
    return true;
}

/* ---- intervals ------------------------------------------------------------------------------- */

typedef bool (*RoundedOp)(Decimal a, Decimal b, Rounding r, Decimal *out);

static bool outward_div(Decimal a, Decimal b, Rounding r, Decimal *out)
{
    return decimal_div(a, b, r, out, NULL);
}

/* The least and the largest of what two intervals' ends give, each with each. */
static bool interval_of(RoundedOp op, const Quantity *a, const Quantity *b, Decimal *lo,
                        Decimal *hi)
{
    const Decimal x[2] = {a->lo, a->hi};
    const Decimal y[2] = {b->lo, b->hi};
    for (int i = 0; i < 4; i++) {
        Decimal down, up;
        if (!op(x[i / 2], y[i % 2], ROUND_DOWN, &down) || !op(x[i / 2], y[i % 2], ROUND_UP, &up))
            return false;
        if (i == 0 || decimal_cmp(down, *lo) < 0)
            *lo = down;
        if (i == 0 || decimal_cmp(up, *hi) > 0)
            *hi = up;
    }
    return true;
}

/* Everything times 10^shift. */
static bool shift_all(Quantity *q, int shift)
{
    return shift == 0 || quantity_scale(q, decimal_pow10(shift));
}

/* A factor without a unit says nothing of how finely the other is told: kr × 1,03 is whole kr. */
static uint8_t product_decimals(const Quantity *a, const Quantity *b, UnitId unit)
{
    if (a->unit != b->unit && unit == a->unit)
        return a->decimals;
    if (a->unit != b->unit && unit == b->unit)
        return b->decimals;
    return a->decimals > b->decimals ? a->decimals : b->decimals;
}

/* A number that nothing says what it is a number of. */
static bool is_number(const Quantity *q)
{
    return q->unit == 0 && (q->bare == BARE_ANY || q->bare == BARE_QUOTIENT);
}

/* 100 * a / b is how people write a percentage, too. */
static bool is_hundred(const Quantity *a, const Quantity *b)
{
    return is_number(a) && (b->unit != 0 || is_number(b)) && decimal_cmp(a->mid, hundred) == 0;
}

/* So many for each thing, and 80 % of the things, are things; a share of a share is a share. But
 * times a number a count may be anything: that number may be a price, or FTE. */
static uint8_t bare_product(const Quantity *a, const Quantity *b, UnitId unit)
{
    if (unit != 0 || is_number(a) || is_number(b))
        return BARE_ANY;
    return a->bare == BARE_COUNT || b->bare == BARE_COUNT ? BARE_COUNT : BARE_SHARE;
}

/* ---- the operations -------------------------------------------------------------------------- */

bool quantity_mul(UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out)
{
    int shift;
    Quantity q = {.kind = QTY_NUMBER};

    if (not_numbers(a, b, out))
        return true;
    if (!product_unit(u, a, b, &q.unit, &shift))
        return quantity_refuse(out, QTYF_UNITS);
    q.hundred = is_hundred(a, b) || is_hundred(b, a);
    q.bare = bare_product(a, b, q.unit);
    q.exact = a->exact && b->exact;
    q.approx = a->approx || b->approx;
    q.decimals = product_decimals(a, b, q.unit);
    q.linear = q.exact || (a->exact && b->linear && steps_times(b, a->mid, &q)) ||
               (b->exact && a->linear && steps_times(a, b->mid, &q));
    if (!outward_mul(a->mid, b->mid, ROUND_HALF_AWAY, &q.mid) ||
        !interval_of(outward_mul, a, b, &q.lo, &q.hi) || !shift_all(&q, shift))
        return quantity_refuse(out, QTYF_SIZE);
    /* Two exact factors whose product does not fit were rounded all the same. */
    if (q.exact && decimal_cmp(q.lo, q.hi) != 0)
        q.exact = q.linear = false;
    *out = q;
    return true;
}

bool quantity_div(UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out)
{
    int shift;
    Quantity q = {.kind = QTY_NUMBER};

    if (not_numbers(a, b, out))
        return true;
    if (!quotient_unit(u, a->unit, b->unit, &q.unit, &shift))
        return quantity_refuse(out, QTYF_UNITS);
    if (a->hundred && q.unit == u->ratio)
        q.unit = u->percent;
    if (decimal_sign(b->lo) <= 0 && decimal_sign(b->hi) >= 0) {
        *out = (Quantity){.kind = QTY_UNKNOWN};
        return true;
    }
    q.approx = a->approx || b->approx;
    q.decimals = a->decimals > 1 ? a->decimals : 1;
    /* 100 * antall(a) / antall(b) is a percentage already: what it divides is no count any more. */
    if (a->bare == BARE_COUNT && b->unit == 0)
        q.bare = BARE_SHARE;
    else if (is_number(a) && is_number(b) && !a->hundred)
        q.bare = BARE_QUOTIENT;
    if (!decimal_div(a->mid, b->mid, ROUND_HALF_AWAY, &q.mid, NULL) ||
        !interval_of(outward_div, a, b, &q.lo, &q.hi) || !shift_all(&q, shift))
        return quantity_refuse(out, QTYF_SIZE);
    *out = q;
    return true;
}
