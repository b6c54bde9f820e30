/*
 * indicator.c — does a result meet its target?  Layer: model.
 *
 * in:  the results and targets of an indicator, each with its period
 * out: a verdict; see indicator.h
 */
#include "model/indicator.h"

#include <stdlib.h>

/* --- when -------------------------------------------------------------------------------- */

/* The year of what says none itself (siste 12 mnd): in a plan the year before it, else the year
 * of the document. */
static int undated_year(const Model *m, DeclId d)
{
    DeclId plan = decl_plan(m, d);
    int year = decl_year(m, d);
    const Fact *as_of = plan == 0 ? NULL : decl_fact(m, plan, P_AS_OF);
    if (as_of != NULL && as_of->value.kind == VAL_PERIOD)
        return period_last_year(fact_period(as_of));
    return year != 0 && model_decl(m, plan)->kind == K_PLAN ? year - 1 : year;
}

static void set_time(const Model *m, DeclId d, const Prop *p, IndicatorPoint *point)
{
    Period when = p->index.period;
    if (when.kind == PERIOD_LAST && p->key == P_RESULT)
        // gcc-suppress -Wanalyzer-use-of-uninitialized-value ; it is set three lines above
        when = undated_year(m, d) == 0 ? when : period_year(undated_year(m, d));
    point->from = point->to = (Date){0, 0, 0};
    point->whole_year = true;
    if (when.kind == PERIOD_NONE || when.kind == PERIOD_LAST || when.kind == PERIOD_YEARLY)
        return;
    point->from = when.from;
    point->to = when.to;
    if (point->to.year == 0) /* fra 2018 */
        point->to = (Date){INT16_MAX, 12, 31};
    if (when.kind == PERIOD_DATE && when.to.month == 12 && when.to.day == 31)
        point->from = (Date){when.to.year, 1, 1}; /* per 31.12.2018 is the whole year */
    if (point->from.year == point->to.year)
        point->whole_year = point->from.month == 1 && point->from.day == 1 &&
                            point->to.month == 12 && point->to.day == 31;
}

/* --- results and targets ----------------------------------------------------------------- */

/* A budget or a forecast is no result. */
static bool is_said_of(const Prop *p, uint16_t key)
{
    return p->key == key && p->count > 0 &&
           (p->index.version == VER_NONE || p->index.version == VER_ACCOUNTS);
}

static IndicatorPoint read_point(Model *m, DeclId d, PropId id)
{
    const Prop *p = model_prop(m, id);
    IndicatorPoint point = {.prop = id, .value = fact_value(m, model_fact(m, p->first))};
    uint16_t key = p->key;
    set_time(m, d, p, &point);
    Value plain = point.value;
    if (key == P_TARGET)
        plain.compare = CMP_NONE; /* the limit itself */
    point.qty = plain.kind == VAL_FORMULA ? eval_figure(m, figure_fact(p->first))
                                          : quantity_of(&m->units, &plain, false);
    if (key == P_TARGET)
        quantity_restep(&point.qty, decimal_zero);
    return point;
}

static bool is_figure(const IndicatorPoint *p)
{
    return p->value.kind == VAL_RANGE || p->qty.kind == QTY_NUMBER;
}

static bool is_before(const IndicatorPoint *a, const IndicatorPoint *b)
{
    int order = date_cmp(a->to, b->to);
    return order < 0 || (order == 0 && date_cmp(a->from, b->from) < 0);
}

static int by_time(const void *x, const void *y)
{
    const IndicatorPoint *a = x, *b = y;
    if (is_before(a, b) || is_before(b, a))
        return is_before(a, b) ? -1 : 1;
    return a->prop < b->prop ? -1 : a->prop > b->prop; /* as they were said */
}

void indicator_points(Model *m, DeclId indicator, uint16_t key, IndicatorPoints *out)
{
    for (PropId p = model_decl(m, indicator)->first_prop; p != 0; p = model_prop(m, p)->next) {
        if (!is_said_of(model_prop(m, p), key))
            continue;
        IndicatorPoint point = read_point(m, indicator, p);
        if (is_figure(&point))
            *vec_push(m->arena, out) = point;
    }
    if (out->len > 1)
        qsort(out->at, out->len, sizeof *out->at, by_time);
}

/* --- which way is better ----------------------------------------------------------------- */

static const Fact *said(const Model *m, DeclId d, uint16_t key)
{
    FigRef f;
    bool found = decl_figure(m, d, key, NULL, &f) && f.fact != 0;
    return found ? model_fact(m, f.fact) : NULL;
}

bool indicator_scale(const Model *m, DeclId indicator, Value *scale)
{
    const Fact *f = said(m, indicator, P_SCALE);
    if (f == NULL || f->value.kind != VAL_RANGE)
        return false;
    *scale = fact_value(m, f);
    Decimal ends[2];
    value_ends(scale, ends);
    scale->num = ends[0];
    scale->high = ends[1];
    return true;
}

/* `best: 6` of `skala: 1–6`. */
static Sense sense_of_scale(const Model *m, DeclId d)
{
    const Fact *best = said(m, d, P_BEST);
    Value scale;
    Decimal n;
    if (best == NULL || !indicator_scale(m, d, &scale) ||
        !decimal_parse(str_trim(fact_text(m, best)), &n))
        return SENSE_UNKNOWN;
    if (decimal_cmp(n, scale.high) == 0)
        return SENSE_UP;
    return decimal_cmp(n, scale.num) == 0 ? SENSE_DOWN : SENSE_UNKNOWN;
}

Sense indicator_direction(const Model *m, DeclId indicator)
{
    const Fact *f = said(m, indicator, P_DIRECTION);
    if (f == NULL || f->value.kind != VAL_ENUM)
        return sense_of_scale(m, indicator);
    uint16_t direction = vocab_term(f->value.term)->id;
    return direction == E_DIRECTION_UP     ? SENSE_UP
           : direction == E_DIRECTION_DOWN ? SENSE_DOWN
                                           : SENSE_UNKNOWN;
}

Sense indicator_sense(Sense direction, const Value *target)
{
    if (target->compare == CMP_NONE)
        return direction;
    bool up = target->compare == CMP_GT || target->compare == CMP_GE;
    Sense by_sign = up ? SENSE_UP : SENSE_DOWN;
    return direction != SENSE_UNKNOWN && direction != by_sign ? SENSE_UNKNOWN : by_sign;
}

/* --- the target that a result answers ---------------------------------------------------- */

void indicator_aims(Model *m, DeclId indicator, IndicatorAims *out)
{
    out->of = indicator;
    out->direction = indicator_direction(m, indicator);
    out->targets.len = out->conditions.len = 0;
    for (PropId p = model_decl(m, indicator)->first_prop; p != 0; p = model_prop(m, p)->next)
        if (is_said_of(model_prop(m, p), P_TARGET))
            *vec_push(m->arena, &out->targets) = read_point(m, indicator, p);
}

typedef struct Pair {
    Model *m;
    DeclId indicator;
    IndicatorAims *aims;
    IndicatorPoint result, target;
    IndicatorAnswer answer;
} Pair;

static bool covers(const IndicatorPoint *target, const IndicatorPoint *result)
{
    if (target->to.year == 0 || result->to.year == 0)
        return target->to.year == result->to.year;
    return date_cmp(target->from, result->to) <= 0 && date_cmp(result->to, target->to) <= 0;
}

/* How well a target fits a result: its own period, a period around it, the one for all times. */
enum { FIT_NONE, FIT_ALWAYS, FIT_AROUND, FIT_SAME };

static int fit_of(const Pair *pair, const IndicatorPoint *target)
{
    const Prop *said_of = model_prop(pair->m, pair->result.prop);
    if (period_eq(model_prop(pair->m, target->prop)->index.period, said_of->index.period))
        return FIT_SAME;
    if (target->to.year == 0)
        return FIT_ALWAYS;
    return covers(target, &pair->result) ? FIT_AROUND : FIT_NONE;
}

/* A target in words for the very period says that there is nothing to judge by. */
static bool find_target(Pair *pair)
{
    int best = FIT_NONE;
    const IndicatorPoint *fits = NULL, *next = NULL;
    for (uint32_t i = 0; i < pair->aims->targets.len; i++) {
        const IndicatorPoint *target = &pair->aims->targets.at[i];
        int fit = fit_of(pair, target);
        if (fit > best) {
            best = fit;
            fits = target;
        }
        bool after = fit == FIT_NONE && pair->result.to.year != 0 && is_figure(target) &&
                     date_cmp(target->from, pair->result.to) > 0;
        if (after && (next == NULL || is_before(target, next)))
            next = target;
    }
    pair->answer.later = fits == NULL && next != NULL;
    const IndicatorPoint *found = fits != NULL ? fits : next;
    if (found == NULL || !is_figure(found))
        return false;
    pair->target = *found;
    return true;
}

/* --- judging ----------------------------------------------------------------------------- */

static IndicatorVerdict compare(Pair *pair, const Quantity *limit, Op op)
{
    bool on_line = false;
    Verdict v = quantity_compare(&pair->m->units, &pair->result.qty, op, limit, &on_line);
    pair->answer.on_line = pair->answer.on_line || on_line;
    if (verdict_holds(v))
        return INDICATOR_MET;
    return v == VERDICT_VIOLATED ? INDICATOR_NOT_MET : INDICATOR_OPEN;
}

/* `10–15 %`: inside is met; beyond the better end too, where one is known to be better. */
static IndicatorVerdict judge_range(Pair *pair, Sense sense)
{
    Model *m = pair->m;
    Decimal said[2];
    Quantity ends[2];
    value_ends(&pair->target.value, said);
    for (int i = 0; i < 2; i++) {
        Value v = pair->target.value;
        v.kind = VAL_NUMBER;
        v.compare = CMP_NONE;
        v.num = said[i];
        ends[i] = quantity_of(&m->units, &v, false);
        quantity_restep(&ends[i], decimal_zero);
    }
    IndicatorVerdict low = compare(pair, &ends[0], OP_GE);
    IndicatorVerdict high = compare(pair, &ends[1], OP_LE);
    if (low == INDICATOR_OPEN || high == INDICATOR_OPEN)
        return INDICATOR_OPEN;
    if (low == INDICATOR_MET && high == INDICATOR_MET)
        return INDICATOR_MET;
    return sense == SENSE_UP ? low : sense == SENSE_DOWN ? high : INDICATOR_OPEN;
}

static IndicatorVerdict judge_figures(Pair *pair)
{
    static const Op ops[] = {
        [CMP_NONE] = OP_EQ, [CMP_LT] = OP_LT, [CMP_LE] = OP_LE, [CMP_GT] = OP_GT, [CMP_GE] = OP_GE};
    const Value *target = &pair->target.value;
    Sense sense = indicator_sense(pair->aims->direction, target);
    if (pair->result.qty.approx || target->approx ||
        !quantity_agree(&pair->m->units, &pair->result.qty, &pair->target.qty))
        return INDICATOR_OPEN;
    if (target->kind == VAL_RANGE)
        return judge_range(pair, sense);
    if (target->compare != CMP_NONE)
        return compare(pair, &pair->target.qty, ops[target->compare]);
    if (sense == SENSE_UNKNOWN)
        return INDICATOR_OPEN;
    return compare(pair, &pair->target.qty, sense == SENSE_UP ? OP_GE : OP_LE);
}

/* What a part of a year says may change before it is over, unless it is a rate. */
static bool is_rate(const UnitTable *units, const Quantity *q)
{
    const Unit *u = unit_get(units, q->unit);
    return u->per != 0 || u->dim == E_DIMENSION_PERCENT || u->dim == E_DIMENSION_SCORE ||
           u->dim == E_DIMENSION_RATIO;
}

static IndicatorVerdict settle(const Pair *pair, IndicatorVerdict v)
{
    const IndicatorPoint *r = &pair->result;
    const IndicatorPoint *t = &pair->target;
    bool unfinished = !r->whole_year && t->to.year != 0 && date_cmp(r->to, t->to) < 0;
    bool ahead = t->to.year == 0 && r->to.year != 0 &&
                 r->to.year < decl_year(pair->m, pair->indicator) &&
                 model_decl(pair->m, decl_plan(pair->m, pair->indicator))->kind == K_PLAN;
    if (v == INDICATOR_NOT_MET && (pair->answer.later || unfinished || ahead))
        return INDICATOR_REMAINING;
    if (v == INDICATOR_MET && unfinished && !is_rate(&pair->m->units, &r->qty) &&
        indicator_sense(pair->aims->direction, &t->value) != SENSE_UP)
        return INDICATOR_OPEN;
    return v;
}

static bool is_not_measured(const Value *v)
{
    return v->kind == VAL_MISSING &&
           (v->missing == MISS_NOT_MEASURED || v->missing == MISS_NEVER_MEASURED ||
            v->missing == MISS_NOT_DONE);
}

/* Results of each day have few years between them. */
static Verdict condition(const Pair *pair)
{
    IndicatorAims *aims = pair->aims;
    int year = pair->result.to.year;
    for (uint32_t i = 0; i < aims->conditions.len; i++)
        if (aims->conditions.at[i].year == year)
            return aims->conditions.at[i].verdict;
    Verdict verdict = indicator_condition(pair->m, pair->indicator, year);
    *vec_push(pair->m->arena, &aims->conditions) = (YearCondition){year, verdict};
    return verdict;
}

IndicatorAnswer indicator_judge(Model *m, IndicatorAims *aims, PropId result)
{
    DeclId indicator = aims->of;
    Pair pair = {.m = m, .indicator = indicator, .aims = aims};
    if (!is_said_of(model_prop(m, result), P_RESULT))
        return pair.answer;
    pair.result = read_point(m, indicator, result);
    pair.answer.result = result;
    const Value *v = &pair.result.value;
    if (v->kind == VAL_BLANK || v->kind == VAL_BAD || !find_target(&pair))
        return pair.answer;
    pair.answer.target = pair.target.prop;
    if (is_not_measured(v)) {
        pair.answer.verdict = pair.answer.later ? INDICATOR_NONE : INDICATOR_NOT_MEASURED;
        return pair.answer;
    }
    if (condition(&pair) == VERDICT_VIOLATED) {
        pair.answer.verdict = INDICATOR_NOT_IN_FORCE;
        return pair.answer;
    }
    pair.answer.verdict = INDICATOR_OPEN;
    if (pair.result.qty.kind == QTY_NUMBER || quantity_bounded(&pair.result.qty))
        pair.answer.verdict = settle(&pair, judge_figures(&pair));
    if (pair.answer.verdict == INDICATOR_OPEN)
        pair.answer.on_line = false;
    return pair.answer;
}

IndicatorAnswer indicator_verdict(Model *m, DeclId indicator)
{
    PropId last = 0;
    IndicatorPoint at = {0};
    for (PropId p = model_decl(m, indicator)->first_prop; p != 0; p = model_prop(m, p)->next) {
        if (!is_said_of(model_prop(m, p), P_RESULT))
            continue;
        IndicatorPoint point = read_point(m, indicator, p);
        if (last != 0 && is_before(&point, &at))
            continue;
        last = p;
        at = point;
    }
    IndicatorAnswer none = {0};
    if (last == 0)
        return none;
    IndicatorAims aims = {0};
    indicator_aims(m, indicator, &aims);
    return indicator_judge(m, &aims, last);
}
