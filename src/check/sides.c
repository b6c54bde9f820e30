/*
 * sides.c — the two sides of an equation, read in the unit that is meant.  Layer: check.
 *
 * In: what is written and what the formula gives. Out: the same with the units that the words
 * around them must mean: a quotient as a percentage, a bare number as kroner beside millions.
 */
#include "check/sides.h"

static Comparison compare(const Model *m, const Quantity *a, const Quantity *b)
{
    return quantity_equal(&m->units, a, b, m->exact_only);
}

static bool is_bare(const Quantity *q)
{
    return q->kind == QTY_NUMBER && q->unit == 0 && q->bare == BARE_ANY;
}

/* A quotient that is held against a percentage is told as one. */
static Quantity told_alike(const Model *m, const Quantity *stated, Quantity computed)
{
    const UnitTable *units = &m->units;
    Quantity percent;
    if (stated->unit == 0 || !units_agree(units, stated->unit, units->percent) ||
        (computed.unit != 0 && units_agree(units, computed.unit, units->percent)) ||
        !quantity_in(units, &computed, stated->unit, &percent))
        return computed;
    percent.decimals = stated->decimals > 1 ? stated->decimals : 1;
    return percent;
}

/* A bare number is so many of the other side's unit; but «9 500 000» beside 9,5 mill. kr is kroner,
 * and «80 700» beside 80,7 tusen tonn CO2e is tonnes, as the words around it say. */
static Quantity unscaled(const Model *m, Quantity bare, const Quantity *other)
{
    UnitId unit = is_bare(&bare) && other->kind == QTY_NUMBER && other->unit != 0
                      ? unit_unscaled(&m->units, m->scratch, other->unit)
                      : 0;
    Quantity plain = bare;
    if (unit == 0 || !quantity_in(&m->units, &bare, unit, &plain) ||
        compare(m, &bare, other).verdict != VERDICT_VIOLATED)
        return bare;
    return verdict_may_hold(compare(m, &plain, other).verdict) ? plain : bare;
}

void sides_read(const Model *m, Quantity *stated, Quantity *computed)
{
    *computed = told_alike(m, stated, *computed);
    *stated = unscaled(m, *stated, computed);
    *computed = unscaled(m, *computed, stated);
}

static bool of_size(Decimal a, Decimal b)
{
    return check_at_most(a, 200, b);
}

bool sides_in_written_unit(const Model *m, const Quantity *stated, Quantity *computed)
{
    if (!is_bare(computed) || stated->unit == 0)
        return true;
    const UnitId units[] = {stated->unit, unit_unscaled(&m->units, m->scratch, stated->unit)};
    if (units[1] == 0)
        return quantity_in(&m->units, computed, units[0], computed);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        Quantity read;
        if (quantity_in(&m->units, computed, units[i], &read) && of_size(read.mid, stated->mid) &&
            of_size(stated->mid, read.mid)) {
            *computed = read;
            return true;
        }
    }
    return false;
}

UnitId sides_unit_meant(Model *m, const Value *written, const Quantity *computed)
{
    static const char *const scales[] = {"1000 kr", "mill. kr", "mrd. kr"};
    const Unit *unit = unit_get(&m->units, computed->unit);
    if (written->unit != 0 || unit->dim != E_DIMENSION_MONEY || unit->per != 0 ||
        of_size(computed->mid, written->num))
        return written->unit;
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        UnitId scale = units_read(&m->units, m->scratch, str_from(scales[i]), false);
        Decimal worth;
        if (scale != 0 && decimal_mul(written->num, unit_get(&m->units, scale)->factor, &worth) &&
            of_size(worth, computed->mid) && of_size(computed->mid, worth))
            return scale;
    }
    return written->unit;
}

UnitId sides_right_scale(const Model *m, Value written, const Quantity *computed)
{
    const UnitTable *units = &m->units;
    if ((written.flags & VALF_UNIT) == 0 || computed->unit == 0 ||
        !units_agree(units, written.unit, units->kr) || unit_get(units, written.unit)->per != 0)
        return 0;
    UnitId as_written = written.unit;
    for (UnitId id = 1; id < units->units.len; id++) {
        const Unit *u = unit_get(units, id);
        if (id == as_written || u->dim != E_DIMENSION_MONEY || u->per != 0)
            continue;
        written.unit = id;
        Quantity q = quantity_of(units, &written, false);
        if (verdict_holds(compare(m, &q, computed).verdict))
            return id;
    }
    return 0;
}
