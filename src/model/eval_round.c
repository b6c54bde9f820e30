/*
 * eval_round.c — avrund and andel: figures rounded to a step, and one as a share of another.
 * Layer: model.
 *
 * in:  figures that have been evaluated
 * out: the same rounded; a percentage. HP3008, HP3009, HP3010 and HP3012 where that cannot be.
 */
#include "model/eval_internal.h"

static bool round_to(Decimal *value, Decimal step)
{
    return decimal_div(*value, step, ROUND_HALF_AWAY, value, NULL) &&
           decimal_round(*value, 0, ROUND_HALF_AWAY, value) && decimal_mul(*value, step, value);
}

/* A bare number is how many decimals; a figure with a unit is the step. False: it is neither. */
static bool rounding_step(Eval *e, const Quantity *q, const Quantity *to, Decimal *step)
{
    const UnitTable *units = &e->m->units;
    Decimal most = decimal_int(9);
    if (to->unit != 0) {
        *step = to->mid;
        return units_agree(units, q->unit, to->unit) && decimal_sign(to->mid) > 0;
    }
    Decimal whole = decimal_normalize(to->mid);
    if (whole.scale != 0 || decimal_sign(whole) < 0 || decimal_cmp(whole, most) > 0)
        return false;
    return decimal_mul(decimal_pow10(-(int)whole.lo), unit_get(units, q->unit)->factor, step);
}

/* As many decimals as the step has, in the figure's unit. */
static uint8_t step_decimals(const UnitTable *units, Decimal step, UnitId unit)
{
    Decimal in_unit;
    if (!decimal_div(step, unit_get(units, unit)->factor, ROUND_HALF_AWAY, &in_unit, NULL))
        return 0;
    in_unit = decimal_normalize(in_unit);
    return (uint8_t)(in_unit.scale < 9 ? in_unit.scale : 9);
}

/* What two ends of an interval are rounded to alike is exact from then on. */
static bool round_figure(Eval *e, Quantity *q, const Quantity *to)
{
    Decimal step;
    if (q->kind == QTY_UNKNOWN)
        *q = quantity_unknown(q);
    if (q->kind != QTY_NUMBER || to->kind != QTY_NUMBER)
        return true;
    if (!rounding_step(e, q, to, &step) || !round_to(&q->mid, step) || !round_to(&q->lo, step) ||
        !round_to(&q->hi, step))
        return false;
    q->exact = q->linear = decimal_cmp(q->lo, q->hi) == 0;
    q->half = q->square = decimal_zero;
    q->decimals = step_decimals(&e->m->units, step, q->unit);
    return true;
}

Result eval_round(Eval *e, Span span, Result r, const Result *to)
{
    if (r.kind == RES_BAD || to->kind == RES_BAD)
        return result_bad();
    if (r.kind != RES_FIGURES || to->kind != RES_FIGURES || !to->scalar) {
        diag_at(e->m->sink, HP3010, span);
        return result_bad();
    }
    for (uint32_t i = 0; i < r.items.len; i++) {
        if (!round_figure(e, &r.items.at[i].qty, &to->items.at[0].qty)) {
            diag_at(e->m->sink, HP3009, span);
            return result_bad();
        }
        r.items.at[i].from = FIGURE_NONE;
    }
    return r;
}

/* A ratio of two bare numbers has no unit and is just a number yet. */
static bool to_percent(UnitTable *units, const Quantity *ratio, Quantity *out)
{
    Quantity hundred = quantity_int(100, 0);
    if (ratio->kind != QTY_NUMBER || ratio->unit != 0)
        return quantity_in(units, ratio, units->percent, out);
    bool fits = quantity_mul(units, ratio, &hundred, out);
    out->unit = units->percent;
    return fits;
}

/* part / whole in percent, with one decimal. */
static bool percent_of(Eval *e, Span span, const Quantity *part, const Quantity *whole,
                       Quantity *out)
{
    UnitTable *units = &e->m->units;
    Quantity ratio;
    if (!quantity_agree(units, part, whole)) {
        eval_units_differ(e->m, span, part, whole);
        return false;
    }
    if (!quantity_div(units, part, whole, &ratio) || !to_percent(units, &ratio, out)) {
        diag_at(e->m->sink, HP3009, span);
        return false;
    }
    out->decimals = 1;
    return true;
}

static bool are_two(Eval *e, Span span, const Result *r)
{
    if (r->items.len != 2)
        diag_at(e->m->sink, HP3012, span);
    return r->items.len == 2;
}

bool eval_share(Eval *e, Span span, const Result *two, Quantity *out)
{
    return are_two(e, span, two) &&
           percent_of(e, span, &two->items.at[0].qty, &two->items.at[1].qty, out);
}

bool eval_change(Eval *e, Span span, const Result *two, Quantity *out)
{
    UnitTable *units = &e->m->units;
    Quantity all = quantity_int(100, units->percent);
    Quantity share;
    if (!are_two(e, span, two))
        return false;
    const Quantity *from = &two->items.at[0].qty;
    if (from->kind == QTY_NUMBER && decimal_sign(from->lo) <= 0) {
        Diag *d = diag_at(e->m->sink, HP3009, span);
        diag_note(d, N_CHANGE_FROM_BELOW);
        return false;
    }
    if (!percent_of(e, span, &two->items.at[1].qty, from, &share) ||
        !quantity_sub(units, &share, &all, out))
        return false;
    out->change = false; /* so many percent, never percentage points */
    out->decimals = 1;
    return true;
}
