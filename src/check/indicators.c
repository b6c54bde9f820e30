/*
 * indicators.c — results and targets: inside their scale, and no weaker than what is reached.
 * Layer: check.
 *
 * Requires: indicators with figures. Provides: HP3017 at each figure outside its scale; HP3002
 * at one that a report gives in another unit than its plan measures in; HP6019 at a
 * target that is a limit the other way than the indicator's direction; HP6014–6016
 * once a plan, at the first target that is weaker than the last result, the same as it, or looser
 * than the one before. Whether a target is met is no finding but a verdict (model/indicator.h),
 * which the report prints.
 *
 * Nothing is said where it is not known which way is better, of what is about so much, or of a
 * target that could not be better: 100 %, none, the end of the scale.
 */
#include "check/shared.h"
#include "model/indicator.h"

enum { MOST_PLACES = 6 };

/* --- inside the scale -------------------------------------------------------------------- */

static void report_scale(Model *m, const IndicatorPoint *p, const Value *scale)
{
    Diag *d = diag_at(m->sink, HP3017, p->value.span);
    Value end = *scale;
    end.kind = VAL_NUMBER;
    Quantity low = quantity_of(&m->units, &end, true);
    end.num = scale->high;
    Quantity high = quantity_of(&m->units, &end, true);
    diag_label(d, L_STATED);
    diag_str(d, span_text(m->sources, p->value.span));
    diag_place(d, scale->span, L_SCALE_IS);
    diag_str(d, check_number(m, low.mid, &low));
    diag_str(d, check_number(m, high.mid, &high));
}

/* By the digits: 6,0 on a scale to 6 is inside. False where the figure is not. */
static bool check_scale(Model *m, const IndicatorPoint *p, const Value *scale)
{
    const Value *v = &p->value;
    Decimal ends[2];
    if ((v->kind != VAL_NUMBER && v->kind != VAL_RANGE) || v->approx ||
        (v->unit != scale->unit && v->unit != 0 && scale->unit != 0))
        return true;
    value_ends(v, ends);
    if (decimal_cmp(ends[0], scale->num) >= 0 && decimal_cmp(ends[1], scale->high) <= 0)
        return true;
    report_scale(m, p, scale);
    return false;
}

/* --- the unit -------------------------------------------------------------------------------- */

static bool is_in_unit(const Model *m, const Value *v, UnitId unit)
{
    Quantity said = quantity_int(1, v->unit), measured = quantity_int(1, unit);
    return (v->kind != VAL_NUMBER && v->kind != VAL_RANGE) || v->unit == 0 ||
           (v->flags & VALF_UNIT) == 0 || units_agree(&m->units, v->unit, unit) ||
           quantity_agree(&m->units, &said, &measured);
}

/* `resultat 2018: 5 kr` in a report, of what the plan measures in percent. Where both stand
 * together it is told when the figure is read. */
static void check_units(Model *m, DeclId d)
{
    const Fact *unit = decl_fact(m, d, P_MEASURED_IN);
    if (unit == NULL || unit->value.kind != VAL_UNIT)
        return;
    Quantity measured = quantity_int(1, unit->value.unit);
    for (PropId id = model_decl(m, d)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        if ((p->key != P_RESULT && p->key != P_TARGET) || p->count == 0)
            continue;
        Value v = fact_value(m, model_fact(m, p->first));
        if (is_in_unit(m, &v, unit->value.unit) || sink_has(m->sink, HP3002, v.span))
            continue;
        Quantity said = quantity_int(1, v.unit);
        Diag *found = diag_at(m->sink, HP3002, v.span);
        diag_label(found, L_IS_BUT_EXPECTED);
        eval_say_dimension(m, found, &said);
        eval_say_dimension(m, found, &measured);
        diag_place(found, fact_said(m, unit), L_STATED);
        diag_str(found, span_text(m->sources, fact_said(m, unit)));
    }
}

/* --- the way of a limit ------------------------------------------------------------------- */

static bool runs_against(uint16_t direction, Compare sign)
{
    bool least = sign == CMP_GT || sign == CMP_GE;
    bool most = sign == CMP_LT || sign == CMP_LE;
    return (direction == E_DIRECTION_DOWN && least) || (direction == E_DIRECTION_UP && most);
}

/* At the first of them: the others are made the same way. */
static void check_limits(Model *m, DeclId d, const IndicatorPoints *targets)
{
    const Fact *said = decl_fact(m, d, P_DIRECTION);
    if (said == NULL || said->value.kind != VAL_ENUM)
        return;
    for (uint32_t i = 0; i < targets->len; i++) {
        const Value *v = &targets->at[i].value;
        if (!runs_against(vocab_term(said->value.term)->id, (Compare)v->compare))
            continue;
        Diag *found = diag_at(m->sink, HP6019, v->span);
        diag_place(found, fact_said(m, said), L_DIRECTION_IS);
        diag_note(found, N_DIRECTION_AND_LIMIT);
        return;
    }
}

/* --- notes about targets ----------------------------------------------------------------- */

typedef struct Remark {
    Span at;
    Str is, other; /* the target, and what it is held against */
    int year;      /* of the other */
} Remark;

typedef struct Remarks {
    uint32_t count;
    Remark first[MOST_PLACES];
} Remarks;

typedef struct PlanRemarks {
    Remarks weaker, same, looser;
} PlanRemarks;

static void count(Model *m, Remarks *t, const IndicatorPoint *target, const IndicatorPoint *other)
{
    if (t->count < MOST_PLACES)
        t->first[t->count] = (Remark){target->value.span, span_text(m->sources, target->value.span),
                                      span_text(m->sources, other->value.span), other->to.year};
    t->count++;
}

/* How much better a is than b, by the digits: 1, 0, -1. */
static int better(const IndicatorPoint *a, const IndicatorPoint *b, Sense sense)
{
    int order = decimal_cmp(a->qty.mid, b->qty.mid);
    return sense == SENSE_UP ? order : -order;
}

/* Who writes an equation has worked the figure out, and means it. */
static bool is_plain(const Model *m, const IndicatorPoint *p)
{
    return !model_fact(m, model_prop(m, p->prop)->first)->equation && p->qty.kind == QTY_NUMBER &&
           !p->qty.approx && p->value.kind != VAL_FORMULA && p->to.year != 0;
}

static bool alike(const Model *m, const IndicatorPoint *a, const IndicatorPoint *b)
{
    return is_plain(m, a) && is_plain(m, b) && quantity_agree(&m->units, &a->qty, &b->qty) &&
           (a->qty.unit != 0) == (b->qty.unit != 0);
}

/* Nothing better can be asked for. */
static bool is_the_best(const Model *m, DeclId d, const IndicatorPoint *target, Sense sense)
{
    Value scale;
    const Unit *unit = unit_get(&m->units, target->qty.unit);
    if (indicator_scale(m, d, &scale))
        return decimal_cmp(target->value.num, sense == SENSE_UP ? scale.high : scale.num) == 0;
    if (sense == SENSE_DOWN)
        return decimal_is_zero(target->qty.mid);
    return (unit->dim == E_DIMENSION_PERCENT || unit->dim == E_DIMENSION_RATIO) &&
           decimal_cmp(target->value.num, decimal_int(100)) == 0;
}

/* The last result against the first target of a later time. */
static void hold_against_result(Model *m, DeclId d, const IndicatorPoints *results,
                                const IndicatorPoints *targets, PlanRemarks *t)
{
    const IndicatorPoint *last = results->len > 0 ? &results->at[results->len - 1] : NULL;
    if (last == NULL || !last->whole_year || last->value.compare != CMP_NONE)
        return;
    Sense direction = indicator_direction(m, d);
    for (uint32_t i = 0; i < targets->len; i++) {
        const IndicatorPoint *target = &targets->at[i];
        Sense sense = indicator_sense(direction, &target->value);
        if (target->from.year <= last->to.year)
            continue;
        if (sense == SENSE_UNKNOWN || !alike(m, target, last))
            return;
        int order = better(target, last, sense);
        bool strict = target->value.compare == CMP_LT || target->value.compare == CMP_GT;
        if (order < 0)
            count(m, &t->weaker, target, last);
        else if (order == 0 && !strict && !is_the_best(m, d, target, sense))
            count(m, &t->same, target, last);
        return;
    }
}

static void hold_against_one_before(Model *m, DeclId d, const IndicatorPoints *targets,
                                     PlanRemarks *t)
{
    Sense direction = indicator_direction(m, d);
    for (uint32_t i = 1; i < targets->len; i++) {
        const IndicatorPoint *before = &targets->at[i - 1];
        const IndicatorPoint *target = &targets->at[i];
        Sense sense = indicator_sense(direction, &target->value);
        if (target->to.year <= before->to.year || sense == SENSE_UNKNOWN ||
            sense != indicator_sense(direction, &before->value) || !alike(m, target, before))
            continue;
        if (better(target, before, sense) < 0) {
            count(m, &t->looser, target, before);
            return;
        }
    }
}

static void report(Model *m, MsgId code, MsgId label, const Remarks *t)
{
    if (t->count == 0)
        return;
    Diag *d = diag_at(m->sink, code, t->first[0].at);
    diag_text3(d, check_counted(m, T_ONE_TARGET, T_TARGETS, t->count, t->count));
    for (uint32_t i = 0; i < t->count && i < MOST_PLACES; i++) {
        if (i == 0)
            diag_label(d, label);
        else
            diag_place(d, t->first[i].at, label);
        diag_str(d, t->first[i].is);
        diag_int(d, t->first[i].year);
        diag_str(d, t->first[i].other);
    }
    tally_rest(d, t->count, MOST_PLACES);
}

/* --- all of them ------------------------------------------------------------------------- */

static void check_one(Model *m, DeclId d, PlanRemarks *tally)
{
    IndicatorPoints results = {0};
    IndicatorPoints targets = {0};
    Value scale;
    indicator_check_condition(m, d);
    indicator_points(m, d, P_RESULT, &results);
    indicator_points(m, d, P_TARGET, &targets);
    bool scaled = indicator_scale(m, d, &scale);
    bool inside = true;
    check_units(m, d);
    check_limits(m, d, &targets);
    for (uint32_t i = 0; scaled && i < results.len; i++)
        inside &= check_scale(m, &results.at[i], &scale);
    for (uint32_t i = 0; scaled && i < targets.len; i++)
        inside &= check_scale(m, &targets.at[i], &scale);
    if (tally == NULL || !inside)
        return;
    hold_against_result(m, d, &results, &targets, tally);
    hold_against_one_before(m, d, &targets, tally);
}

void check_indicators(Model *m)
{
    if (decl_of_kind(m, K_INDICATOR, 0) == 0)
        return;
    PlanRemarks **tallies = arena_array(m->scratch, PlanRemarks *, m->decls.len);
    for (DeclId d = 0; (d = decl_of_kind(m, K_INDICATOR, d)) != 0;) {
        if (model_decl(m, d)->container || model_decl(m, d)->same != 0)
            continue;
        DeclId plan = decl_plan(m, d);
        bool planned = plan != 0 && model_decl(m, plan)->kind == K_PLAN;
        if (planned && tallies[plan] == NULL)
            tallies[plan] = arena_new(m->scratch, PlanRemarks);
        check_one(m, d, planned ? tallies[plan] : NULL);
    }
    for (DeclId d = 0; (d = decl_of_kind(m, K_PLAN, d)) != 0;) {
        if (tallies[d] == NULL)
            continue;
        report(m, HP6014, L_TARGET_AFTER_RESULT, &tallies[d]->weaker);
        report(m, HP6015, L_TARGET_IS_RESULT, &tallies[d]->same);
        report(m, HP6016, L_TARGET_AFTER_TARGET, &tallies[d]->looser);
    }
}
