/*
 * value_print.c — values as a reader expects to see them.  Layer: value.
 *
 * In: a value. Out: text in Norwegian style in any of the languages: hard spaces between groups
 * and before the unit, a real minus, a tight en dash in ranges. What the author wrote in words is
 * printed in the author's words, but in the language asked for where the vocabulary has them.
 */
#include "value/value.h"

#include "base/utf8.h"

#define NBSP    "\xC2\xA0"
#define EN_DASH "–"

/* ---- units ----------------------------------------------------------------------------------- */

Str unit_name(const UnitTable *units, UnitId id, Lang lang)
{
    const Unit *unit = unit_get(units, id);
    /* Of what a percentage is, its heading says. */
    if (unit->dim == E_DIMENSION_PERCENT && unit->per == 0 && unit->what != 0)
        unit = unit_get(units, units->percent);
    return text3_in(&unit->names, lang);
}

/* text with every run of blanks as one hard space. */
static void put_hard(Buf *out, Str text)
{
    const char *end = str_end(text);
    for (const char *p = text.ptr; p < end;) {
        const char *word = p;
        uint32_t blank = 0;
        while (p < end && (blank = utf8_blank_len(p, end)) == 0)
            p++;
        buf_put(out, word, (size_t)(p - word));
        if (blank > 0)
            buf_cstr(out, NBSP);
        for (; blank > 0; blank = utf8_blank_len(p, end))
            p += blank;
    }
}

/* The unit as written, unless it is a name of the unit's own: that one is translated. */
static Str unit_to_print(const UnitTable *units, const Value *v, Lang lang)
{
    const Unit *unit = unit_get(units, v->unit);
    if ((v->flags & VALF_UNIT) == 0 || v->text.len == 0)
        return unit_name(units, v->unit, lang);
    for (int i = 0; i < LANG_COUNT; i++)
        if (str_eq(v->text, unit->names.in[i]))
            return text3_in(&unit->names, lang);
    for (int i = 0; i < LANG_COUNT; i++)
        if (str_eq(v->text, unit_name_of_one(units, v->unit, (Lang)i)))
            return unit_name_of_one(units, v->unit, lang);
    return v->text;
}

static void put_unit(Buf *out, Str name)
{
    if (name.len == 0)
        return;
    if (name.ptr[0] != '/')
        buf_cstr(out, NBSP);
    if (ascii_is_digit(name.ptr[0]))
        buf_cstr(out, "×" NBSP); /* three of 100 kr are not 3 100 kr */
    put_hard(out, name);
}

void value_print_unit(Buf *out, const UnitTable *units, const Value *v, Lang lang)
{
    put_unit(out, unit_to_print(units, v, lang));
}

/* ---- figures --------------------------------------------------------------------------------- */

void figure_put(Buf *out, Decimal number, bool group4)
{
    decimal_put_norwegian(out, number, NBSP, group4);
}

static void put_qualifier(Buf *out, const Value *v, Lang lang)
{
    static const char *const signs[] = {"", "<", "<=", ">", ">="};
    if (v->qual != 0) {
        put_hard(out, str_from(vocab_term(v->qual)->spelling[lang]));
        buf_cstr(out, NBSP);
    } else if (v->compare == CMP_LE) {
        buf_cstr(out, "≤" NBSP);
    } else if (v->compare == CMP_GE) {
        buf_cstr(out, "≥" NBSP);
    } else if (v->compare != CMP_NONE) {
        buf_cstr(out, signs[v->compare]);
    } else if (v->approx) {
        buf_cstr(out, lang == LANG_EN ? "approx." NBSP : "ca." NBSP);
    }
}

static void put_number(Buf *out, const UnitTable *units, const Value *v, Lang lang)
{
    bool group4 = (v->flags & VALF_GROUPED4) != 0;
    put_qualifier(out, v, lang);
    figure_put(out, v->num, group4);
    if (v->kind == VAL_RANGE) {
        buf_cstr(out, EN_DASH);
        figure_put(out, v->high, group4);
    }
    value_print_unit(out, units, v, lang);
}

int figure_decimals(const UnitTable *units, Decimal in_base, UnitId unit, int at_least)
{
    enum { MOST_DECIMALS = 6 }; /* of a computed figure in a message */
    Decimal in_unit;
    bool exact = false;
    Decimal factor = unit_get(units, unit)->factor;
    if (decimal_is_zero(factor) || !decimal_div(in_base, factor, ROUND_HALF_AWAY, &in_unit, &exact))
        return at_least;
    int needed = decimal_normalize(in_unit).scale;
    if (!exact || needed > MOST_DECIMALS)
        needed = at_least < MOST_DECIMALS ? at_least + 1 : at_least;
    return needed > at_least ? needed : at_least;
}

/* Amounts stand among other amounts, where 9 250 is parted as 10 250 is; of else who knows what
 * four digits are the number. */
static Decimal rounded_in(const UnitTable *units, Decimal in_base, UnitId unit, int decimals)
{
    Decimal shown = in_base;
    Decimal factor = unit_get(units, unit)->factor;
    bool in_unit = decimals >= 0 && decimal_cmp(factor, decimal_one) == 0; /* as nearly all are */
    if (!in_unit && !decimal_div(in_base, factor, ROUND_HALF_AWAY, &shown, NULL))
        shown = in_base;
    if (decimals >= 0 && !decimal_round(shown, decimals, ROUND_HALF_AWAY, &shown))
        shown = decimal_normalize(shown);
    return shown;
}

void figure_print_bare(Buf *out, const UnitTable *units, Decimal in_base, UnitId unit,
                       int decimals)
{
    figure_put(out, rounded_in(units, in_base, unit, decimals),
               unit_get(units, unit)->dim == E_DIMENSION_MONEY);
}

/* 1 dag, but 2 dager and 1,0 dager. */
static Str name_beside(const UnitTable *units, UnitId unit, Decimal shown, Lang lang)
{
    bool one = shown.scale == 0 && decimal_cmp(decimal_abs(shown), decimal_one) == 0;
    return one ? unit_name_of_one(units, unit, lang) : unit_name(units, unit, lang);
}

void figure_print(Buf *out, const UnitTable *units, Decimal in_base, UnitId unit, int decimals,
                  Lang lang)
{
    Decimal shown = rounded_in(units, in_base, unit, decimals);
    figure_put(out, shown, unit_get(units, unit)->dim == E_DIMENSION_MONEY);
    put_unit(out, name_beside(units, unit, shown, lang));
}

/* ---- the rest -------------------------------------------------------------------------------- */

static void put_missing(Buf *out, const Value *v, Lang lang)
{
    switch (v->missing) {
    case MISS_SSB_DOT: buf_cstr(out, "."); break;
    case MISS_SSB_DOTS: buf_cstr(out, ".."); break;
    case MISS_SSB_COLON: buf_cstr(out, ":"); break;
    default: put_hard(out, str_from(vocab_term(v->term)->spelling[lang]));
    }
}

static void put_date(Buf *out, Date d)
{
    buf_int(out, d.day);
    buf_char(out, '.');
    buf_int(out, d.month);
    buf_char(out, '.');
    buf_int(out, d.year);
}

static void put_period(Buf *out, const Value *v)
{
    Period p = v->period;
    if (p.kind == PERIOD_YEAR || p.kind == PERIOD_YEARS) {
        buf_int(out, p.from.year);
        if (p.kind == PERIOD_YEARS) {
            buf_cstr(out, EN_DASH);
            buf_int(out, p.to.year);
        }
    } else if (v->text.len > 0) {
        put_hard(out, v->text);
    } else if (p.from.year != 0) {
        put_date(out, p.from);
        if (p.kind != PERIOD_DATE) {
            buf_cstr(out, EN_DASH);
            if (p.to.year != 0)
                put_date(out, p.to);
        }
    }
}

void value_print(Buf *out, const UnitTable *units, const Value *v, Lang lang)
{
    switch ((ValueKind)v->kind) {
    case VAL_BLANK:
    case VAL_FORMULA:
    case VAL_BAD: break;
    case VAL_NUMBER:
    case VAL_RANGE: put_number(out, units, v, lang); break;
    case VAL_MISSING: put_missing(out, v, lang); break;
    case VAL_NIL: buf_cstr(out, "-"); break;
    case VAL_TEXT:
    case VAL_WORDS: buf_str(out, v->text); break;
    case VAL_PERIOD: put_period(out, v); break;
    case VAL_ENUM:
        if (v->text.len > 0)
            buf_str(out, v->text);
        else
            buf_cstr(out, vocab_term(v->term)->spelling[lang]);
        break;
    case VAL_UNIT: buf_str(out, text3_in(&unit_get(units, v->unit)->names, lang)); break;
    case VAL_RATIO:
        figure_put(out, v->num, false);
        buf_char(out, ':');
        figure_put(out, v->high, false);
        break;
    case VAL_CLOCK: put_hard(out, v->text); break;
    }
}
