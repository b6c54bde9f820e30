/*
 * reading_unit.c — the unit behind a figure, and whether it is of the kind expected.  Layer: value.
 *
 * In: the text behind a number. Out: its unit. An unknown noun is a count of that noun, but what
 * is a letter away from a known unit is more likely that unit misspelt.
 */
#include "value/reading_int.h"

/* "kr" and "per dag", which stand on either side of the figure. */
static Str joined(const In *in, Str currency, Str rest)
{
    Buf text;
    buf_init(&text, in->r->arena);
    buf_str(&text, currency);
    buf_cstr(&text, rest.ptr[0] == '/' ? "" : " ");
    buf_str(&text, rest);
    return buf_view(&text);
}

/* The unit in `rest`; 0 where it is none, and then a finding says so. *text is that of the currency
 * before the figure, and becomes that of the unit; empty: its own name. */
static UnitId written_unit(const In *in, UnitId currency, Str rest, Str *text)
{
    Str currency_text = *text;
    UnitTable *u = in->r->units;
    uint32_t len = 0;
    bool digits = ascii_is_digit(rest.ptr[0]);
    UnitId id = digits ? 0 : units_prefix(u, in->r->scratch, rest, &len);

    if (id != 0 && len == rest.len) {
        const Unit *unit = unit_get(u, id);
        bool money = unit->dim == E_DIMENSION_MONEY;
        *text = currency != 0 && money && unit->per == 0 ? STR_NONE : rest; /* kr 5,5 mill. */
        if (currency == 0 || money)
            return id;
        if (unit->per != 0 && unit->num == 0) { /* kr 200 per m2 */
            *text = joined(in, currency_text, rest);
            return units_quotient(u, currency, unit->per);
        }
    } else if (!digits && currency == 0) {
        *text = rest;
        UnitId noun = units_known_noun(u, in->r->scratch, rest);
        if (noun != 0)
            return noun;
        Str near = units_near(u, in->r->scratch, rest);
        if (near.len > 0) {
            (void)say_near_unit(in, rest, near);
            return 0;
        }
        id = units_read(u, in->r->scratch, rest, true);
        if (id != 0)
            return id;
    }
    Str tail = rest_from(rest, len);
    const char *start = in->text.ptr;
    Str before = str_trim(str_slice(in->text, 0, (uint32_t)(tail.ptr - start)));
    (void)say_trailing(in, tail.len > 0 ? tail : rest, before);
    return 0;
}

static bool has_decimals(const Value *v)
{
    return v->num.scale > 0 || (v->kind == VAL_RANGE && v->high.scale > 0);
}

static bool is_expected(const In *in, UnitId id)
{
    UnitId want = in->slot.unit;
    if (want != 0)
        return units_agree(in->r->units, id, want);
    return in->slot.type != VT_NUMBER || in->slot.in_formula || id == 0 ||
           unit_get(in->r->units, id)->dim == E_DIMENSION_RATIO;
}

/* 4 % in a column of "% av brutto driftsinntekter" is of that. */
static UnitId with_base(const UnitTable *u, UnitId id, UnitId want)
{
    const Unit *a = unit_get(u, id);
    const Unit *b = unit_get(u, want);
    bool same = a->dim == E_DIMENSION_PERCENT && b->dim == E_DIMENSION_PERCENT && a->what == 0 &&
                a->per == 0 && b->per == 0 && decimal_cmp(a->factor, b->factor) == 0;
    return same ? want : id;
}

bool settle_unit(In *in, UnitId currency, Str rest, Value *v)
{
    const UnitTable *u = in->r->units;
    UnitId id = currency != 0 ? currency : in->slot.unit;

    if (rest.len > 0) {
        id = written_unit(in, currency, rest, &v->text);
        if (id == 0)
            return false;
        v->flags |= VALF_UNIT;
    }
    if (!is_expected(in, id)) {
        (void)say_dimension(in, rest.len > 0 ? rest : in->text, id, in->slot.unit);
        return false;
    }
    v->unit = with_base(u, id, in->slot.unit);
    if (in->slot.type == VT_COUNT && has_decimals(v)) {
        (void)say_decimals(in, in->text);
        return false;
    }
    return true;
}
