/*
 * indicator_condition.c — does the condition hold under which a target is set?  Layer: model.
 *
 * in:  `så lenge: disposisjonsfond < 5 %`, and the year that is asked about
 * out: a verdict; unknown where nobody can know, or where the condition is in words
 *
 * A side that is stated by year is taken for the year asked about, and says nothing of a year for
 * which it is not stated.
 */
#include "model/indicator.h"

static const ResultItem *item_of_year(Model *m, const Result *r, int year)
{
    Buf wanted;
    if (r->kind != RES_FIGURES || r->items.len == 0)
        return NULL;
    PropId prop = r->items.at[0].from.fact == 0 ? 0
                                                : model_fact(m, r->items.at[0].from.fact)->prop;
    if (r->scalar && (prop == 0 || model_prop(m, prop)->index.period.kind == PERIOD_NONE))
        return &r->items.at[0]; /* of all times */
    buf_init(&wanted, m->scratch);
    buf_int(&wanted, year);
    for (uint32_t i = 0; i < r->items.len; i++) {
        FactId fact = r->items.at[i].from.fact;
        PropId of = fact == 0 ? 0 : model_fact(m, fact)->prop;
        Index asked = {period_year(year), VER_NONE};
        if (str_eq(r->items.at[i].label, buf_view(&wanted)) ||
            (of != 0 && index_holds(model_prop(m, of)->index, asked)))
            return &r->items.at[i];
    }
    return NULL;
}

static Verdict compare(Model *m, const Quantity *a, uint8_t op, const Quantity *b)
{
    bool on_line = false;
    if (a->kind == QTY_BAD || b->kind == QTY_BAD || a->approx || b->approx ||
        !quantity_agree(&m->units, a, b))
        return VERDICT_UNKNOWN;
    return op == OP_EQ ? quantity_equal(&m->units, a, b, m->exact_only).verdict
                       : quantity_compare(&m->units, a, (Op)op, b, &on_line);
}

Verdict indicator_condition(Model *m, DeclId indicator, int year)
{
    const Fact *said = decl_fact(m, indicator, P_AS_LONG_AS);
    if (said == NULL || said->expr == 0)
        return VERDICT_UNKNOWN;
    Fact fact = *said; /* evaluating may make facts and move them */
    Sides sides = eval_sides(m, &fact);
    Verdict worst = VERDICT_NONE;
    Result before = eval_expr(m, fact.doc, sides.at[0].node, fact.scope);
    for (uint32_t i = 1; i < sides.count; i++) {
        Result next = eval_expr(m, fact.doc, sides.at[i].node, fact.scope);
        const ResultItem *a = item_of_year(m, &before, year);
        const ResultItem *b = item_of_year(m, &next, year);
        Verdict v = a == NULL || b == NULL ? VERDICT_UNKNOWN
                                           : compare(m, &a->qty, sides.at[i].op, &b->qty);
        if (v == VERDICT_VIOLATED)
            return v;
        worst = v > worst ? v : worst;
        before = next;
    }
    return worst == VERDICT_NONE ? VERDICT_UNKNOWN : worst;
}

/* A figure of each side stands for all of them: what has one unit has it in every year. */
void indicator_check_condition(Model *m, DeclId indicator)
{
    const Fact *said = decl_fact(m, indicator, P_AS_LONG_AS);
    if (said == NULL || said->expr == 0)
        return;
    Fact fact = *said;
    Sides sides = eval_sides(m, &fact);
    Result before = eval_expr(m, fact.doc, sides.at[0].node, fact.scope);
    for (uint32_t i = 1; i < sides.count; i++) {
        Result next = eval_expr(m, fact.doc, sides.at[i].node, fact.scope);
        bool figures = before.kind == RES_FIGURES && next.kind == RES_FIGURES &&
                       before.items.len > 0 && next.items.len > 0;
        const Quantity *a = figures ? &before.items.at[0].qty : NULL;
        const Quantity *b = figures ? &next.items.at[0].qty : NULL;
        if (figures && a->kind == QTY_NUMBER && b->kind == QTY_NUMBER &&
            !quantity_agree(&m->units, a, b))
            eval_units_differ(m, fact_span(m, &fact), a, b);
        before = next;
    }
}
