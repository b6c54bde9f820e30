/*
 * chart_scale.c — the scale of a chart, and the figures that stand beside it.  Layer: report.
 */
#include "report/chart_int.h"

enum {
    INTERVALS_MAX = 4,
    FINEST = -12, /* 10^-12 to 10^30: no figure of a plan is beyond */
    COARSEST = 30
};

void chart_widen(ChartScale *s, Decimal value)
{
    if (decimal_cmp(value, s->low) < 0)
        s->low = value;
    if (decimal_cmp(value, s->high) > 0)
        s->high = value;
}

uint16_t chart_place(const ChartScale *s, Decimal value)
{
    Decimal part, whole, at;
    int64_t n;
    if (!decimal_sub(value, s->low, &part) || !decimal_sub(s->high, s->low, &whole) ||
        !decimal_mul(part, decimal_int(CHART_WIDTH), &part) ||
        !decimal_div(part, whole, ROUND_HALF_AWAY, &at, NULL) ||
        !decimal_round(at, 0, ROUND_HALF_AWAY, &at) || !decimal_to_int64(at, &n))
        return 0;
    return (uint16_t)n;
}

/* How many steps a value is from nothing, to the whole step below or above. */
static bool count_steps(Decimal value, Decimal step, Rounding r, int64_t *out)
{
    Decimal n;
    return decimal_div(value, step, r, &n, NULL) && decimal_round(n, 0, r, &n) &&
           decimal_to_int64(n, out);
}

/* Steps of 1, 2 or 5 tens: the finest of which so few cover the scale. */
static bool find_step(const ChartScale *s, Decimal *step, int64_t *from, int64_t *to)
{
    static const int firsts[] = {1, 2, 5};
    for (int i = 3 * FINEST; i < 3 * COARSEST; i++) {
        int tens = i < 0 ? -((2 - i) / 3) : i / 3;
        if (!decimal_mul(decimal_int(firsts[i - 3 * tens]), decimal_pow10(tens), step) ||
            !count_steps(s->low, *step, ROUND_DOWN, from) ||
            !count_steps(s->high, *step, ROUND_UP, to))
            continue;
        if (*to > *from && *to - *from <= INTERVALS_MAX)
            return true;
    }
    return false;
}

/* Nothing belongs on the scale, unless all figures lie close together far from it. */
static void take_in_nothing(ChartScale *s, Decimal one)
{
    Decimal near = decimal_sign(s->low) > 0 ? s->low : decimal_neg(s->high), far, twice;
    far = decimal_sign(s->low) > 0 ? s->high : decimal_neg(s->low);
    bool close = decimal_sign(near) > 0 && decimal_add(near, near, &twice) &&
                 decimal_cmp(twice, far) > 0 && decimal_cmp(s->low, s->high) != 0;
    if (!close)
        chart_widen(s, decimal_zero);
    if (decimal_cmp(s->low, s->high) == 0)
        s->high = one; /* nothing but noughts */
}

static bool in_unit(Decimal *value, Decimal factor)
{
    return decimal_div(*value, factor, ROUND_HALF_AWAY, value, NULL);
}

static void add_name(Maker *mk, Chart *chart, Decimal value, Str behind, uint16_t at)
{
    Buf b;
    buf_init(&b, mk->arena);
    figure_put(&b, value, false);
    buf_cstr(&b, behind.len > 0 ? "\xC2\xA0" : "");
    buf_str(&b, behind);
    *vec_push(mk->arena, &chart->values) = (ChartName){.text = buf_view(&b), .at = at};
}

void chart_name_scale(Maker *mk, ChartScale *s, const ChartFigure *first, Chart *chart)
{
    Decimal factor = unit_get(&mk->m->units, first->q.unit)->factor, step;
    int64_t from, to;
    Str name = first->unit.len > 0 ? first->unit
                                   : unit_name(&mk->m->units, first->q.unit, mk->lang);
    bool is_sign = name.len == 1; /* 15 %; other units stand over the scale */
    take_in_nothing(s, factor);
    ChartScale shown = *s;
    if (decimal_sign(factor) <= 0 || !in_unit(&shown.low, factor) ||
        !in_unit(&shown.high, factor) || !find_step(&shown, &step, &from, &to))
        return;
    for (int64_t i = from; i <= to; i++) {
        Decimal value, worth;
        if (!decimal_mul(step, decimal_int(i), &value) || !decimal_mul(value, factor, &worth))
            return;
        chart_widen(s, worth);
        add_name(mk, chart, value, is_sign ? name : STR_NONE,
                 (uint16_t)((i - from) * CHART_WIDTH / (to - from)));
    }
    chart->unit = is_sign ? STR_NONE : text_capital(mk->arena, name);
    if (decimal_sign(s->low) > 0 || decimal_sign(s->high) < 0)
        chart->note = maker_label(mk, LABEL_NOT_FROM_NOTHING);
}
