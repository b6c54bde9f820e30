/*
 * answers.c — what stands in a report about the plan that it answers.  Layer: model.
 *
 * in:  all declarations, with their names; before they are counted and references are resolved
 * out: Decl.answers of each goal, measure, indicator … in a report that says which plan it is
 *      `for`: such a declaration is about the plan's thing (Decl.same, references.c) and is none of
 *      its own, so nothing is counted twice; and Decl.added of what the report marks as new
 */
#include "model/build.h"

static bool is_answerable(uint16_t kind)
{
    switch (kind) {
    case K_GOAL:
    case K_SUBGOAL:
    case K_MEASURE:
    case K_OPERATION:
    case K_INVESTMENT:
    case K_INDICATOR:
    case K_DECISION: return true;
    default: return false;
    }
}

static bool answers_a_plan(const Model *m, const Decl *d, DeclId id)
{
    return d->kind == K_REPORT && decl_prop(m, id, P_ANSWERS, NULL) != 0;
}

/* Parents come before what stands in them, so one pass knows of each whether it is in a report.
 * What stands in something new is new itself. */
void build_answers(Model *m)
{
    if (decl_of_kind(m, K_PLAN, 0) == 0 || decl_of_kind(m, K_REPORT, 0) == 0)
        return; /* a report without its plan is about what it declares itself, new or not */
    bool *inside = arena_array(m->scratch, bool, m->decls.len);
    for (DeclId id = 1; id < m->decls.len; id++) {
        Decl *d = model_decl(m, id);
        inside[id] = answers_a_plan(m, d, id) || inside[d->parent];
        m->answered = m->answered || inside[id];
        if (!inside[id] || !is_answerable(d->kind))
            continue;
        const Decl *around = model_decl(m, d->parent);
        if (around->added) /* its rows, or what stands in it */
            d->added = true;
        d->answers = !d->added && !d->container;
    }
}
