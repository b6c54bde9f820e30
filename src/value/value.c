/*
 * value.c — how exactly a stated value is meant, and between which ends.  Layer: value.
 */
#include "value/value.h"

/* Written without decimals, these are no roundings of anything: whole kr without a scale, counts
 * and positions, whole FTE, days, weeks, months and years. */
static bool is_exact_when_whole(const Unit *unit)
{
    if (unit->per != 0)
        return false;
    switch (unit->dim) {
    case 0:
    case E_DIMENSION_CALENDAR:
    case E_DIMENSION_YEAR: return true;
    case E_DIMENSION_MONEY:
    case E_DIMENSION_COUNT:
    case E_DIMENSION_FTE: return decimal_cmp(unit->factor, decimal_one) <= 0;
    case E_DIMENSION_TIME: return decimal_cmp(unit->factor, decimal_int(86400)) >= 0;
    default: return false;
    }
}

bool value_whole_is_plain(const UnitTable *units, UnitId id)
{
    const Unit *unit = unit_get(units, id);
    return decimal_cmp(unit->factor, decimal_one) == 0 && is_exact_when_whole(unit);
}

Decimal value_step(const UnitTable *units, const Value *v)
{
    const Unit *unit = unit_get(units, v->unit);
    Decimal step;

    if (v->kind != VAL_NUMBER || (v->num.scale == 0 && is_exact_when_whole(unit)))
        return decimal_zero;
    if (!decimal_mul(decimal_pow10(-v->num.scale), unit->factor, &step))
        return decimal_zero; /* finer than 10^-38 */
    return step;
}

void value_ends(const Value *v, Decimal ends[2])
{
    bool range = v->kind == VAL_RANGE;
    bool falls = range && decimal_cmp(v->num, v->high) > 0;
    ends[0] = falls ? v->high : v->num;
    ends[1] = range && !falls ? v->high : v->num;
}
