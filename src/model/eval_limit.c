/*
 * eval_limit.c — how much may be computed for a plan of some size.  Layer: model.
 *
 * in:  how many figures, things and rows evaluation has looked at
 * out: HP9012, once, where that is far more than the plan's size explains
 *
 * A sum of a column costs its rows, and ten thousand such sums the square of that: a few hundred
 * kilobytes could keep a machine busy for hours. What people write is far below the limit: each
 * byte pays for ten steps, and each plan for some millions.
 */
#include "model/eval_internal.h"

enum { STEPS_FREE = 3000000, STEPS_A_BYTE = 10, RENEWED = 4 };

static uint64_t allowance(const Model *m)
{
    uint64_t bytes = 0;
    for (DocId d = 1; d < m->docs.len; d++)
        bytes += sources_get(m->sources, m->docs.at[d].file)->len;
    return STEPS_FREE + bytes * STEPS_A_BYTE;
}

void eval_spend(Model *m, uint64_t count)
{
    eval_state(m)->spent += count;
}

bool eval_spent_out(Model *m, Span at)
{
    EvalState *s = eval_state(m);
    if (s->spent < STEPS_FREE)
        return false;
    if (s->allowed == 0)
        s->allowed = allowance(m);
    if (s->spent <= s->allowed)
        return false;
    if (!s->told)
        diag_at(m->sink, HP9012, at);
    s->told = true;
    return true;
}

void eval_renew(Model *m)
{
    EvalState *s = eval_state(m);
    if (s->told)
        return;
    s->spent = 0;
    s->allowed = RENEWED * allowance(m);
}
