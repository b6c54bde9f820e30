/*
 * data_indicator.c — whether an indicator meets its targets, as records.  Layer: report.
 *
 * The verdict is the one that is printed (model/indicator.h); a reader of the records need not know
 * the rules by which a result is held against a target.
 */
#include "report/data.h"

static Str verdict_name(IndicatorVerdict v)
{
    static const char *const names[] = {
        [INDICATOR_NONE] = "none",           [INDICATOR_OPEN] = "open",
        [INDICATOR_MET] = "met",             [INDICATOR_NOT_MET] = "not_met",
        [INDICATOR_REMAINING] = "remaining", [INDICATOR_NOT_MEASURED] = "not_measured",
        [INDICATOR_NOT_IN_FORCE] = "not_in_force",
    };
    return str_from(names[v]);
}

static bool is_indicator(const Decl *d)
{
    return d->kind == K_INDICATOR && !d->container;
}

void data_result_verdict(Maker *mk, PropId result)
{
    const Prop *p = model_prop(mk->m, result);
    DeclId d = p->decl;
    if (p->key != P_RESULT || p->count == 0 || !is_indicator(model_decl(mk->m, d)))
        return;
    if (mk->aims.of != d)
        indicator_aims(mk->m, d, &mk->aims);
    IndicatorAnswer answer = indicator_judge(mk->m, &mk->aims, result);
    if (answer.verdict != INDICATOR_NONE)
        data_name(mk, KEY_verdict, verdict_name(answer.verdict));
}

void data_attainment(Maker *mk, DeclId d)
{
    if (!is_indicator(model_decl(mk->m, d)))
        return;
    IndicatorAnswer answer = indicator_verdict(mk->m, d);
    if (answer.verdict == INDICATOR_NONE)
        return;
    data_open(mk, KEY_attainment, NEST_OBJECT);
    data_name(mk, KEY_verdict, verdict_name(answer.verdict));
    data_true(mk, KEY_on_the_line, answer.on_line);
    data_true(mk, KEY_target_later, answer.later);
    data_figure(mk, KEY_result, figure_fact(model_prop(mk->m, answer.result)->first));
    if (answer.target != 0)
        data_figure(mk, KEY_target, figure_fact(model_prop(mk->m, answer.target)->first));
    data_close(mk, NEST_OBJECT);
}
