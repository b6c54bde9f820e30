/*
 * proof.c — what the checks have proven, in little room.  Layer: model.
 *
 * in:  figures and quantities, as a check has them
 * out: Proofs that last as long as the model
 *
 * There is one for each sum of a plan, and its terms nearly always stand below or beside one
 * another: they are kept as runs. Of a quantity what is told of it is kept, not what it would
 * take to go on reckoning with it.
 */
#include "model/model.h"

Proof *model_prove(Model *m, ProofKind kind, Verdict verdict, DeclId decl, Span span)
{
    Proof *p = vec_push(m->arena, &m->proofs);
    p->kind = (uint8_t)kind;
    p->verdict = (uint8_t)verdict;
    p->decl = decl;
    p->span = span;
    return p;
}

static Amount amount_of(Model *m, const Quantity *q)
{
    Amount a = {.kind = q->kind, .decimals = q->decimals, .unit = q->unit, .mid = q->mid};
    if (q->kind == QTY_NUMBER && !q->exact) {
        Decimal *bounds = arena_array(m->arena, Decimal, 2);
        bounds[0] = q->lo;
        bounds[1] = q->hi;
        a.bounds = bounds;
    }
    return a;
}

void proof_amounts(Model *m, Proof *p, const Quantity *stated, const Quantity *computed)
{
    p->stated = amount_of(m, stated);
    p->computed = amount_of(m, computed);
}

Quantity amount_quantity(const Amount *a)
{
    Quantity q = {.kind = a->kind, .exact = a->bounds == NULL, .unit = a->unit,
                  .decimals = a->decimals, .mid = a->mid};
    q.lo = a->bounds == NULL ? a->mid : a->bounds[0];
    q.hi = a->bounds == NULL ? a->mid : a->bounds[1];
    return q;
}

/* ---- terms ----------------------------------------------------------------------------------- */

FigRef run_figure(const TermRun *run, uint32_t i)
{
    FigRef f = run->first;
    if (f.fact != 0)
        f.fact += i;
    else if (run->across)
        f.col = (uint16_t)(f.col + i);
    else
        f.row += i;
    return f;
}

static bool is_next(const TermRun *run, FigRef f)
{
    FigRef next = run_figure(run, run->count);
    return next.fact == f.fact && next.table == f.table && next.row == f.row && next.col == f.col;
}

void proof_term(Model *m, Proof *p, FigRef f)
{
    TermRun *last = p->runs.len == 0 ? NULL : &p->runs.at[p->runs.len - 1];
    p->term_count++;
    if (last != NULL && last->count == 1 && f.fact == 0 && last->first.row == f.row)
        last->across = true;
    if (last != NULL && is_next(last, f)) {
        last->count++;
        return;
    }
    if (p->runs.len == 0)
        vec_room(m->arena, &p->runs, 1);
    TermRun *run = vec_push(m->arena, &p->runs);
    run->first = f;
    run->count = 1;
}

bool proof_next(const Proof *p, TermIter *it, FigRef *out)
{
    if (it->run == p->runs.len)
        return false;
    const TermRun *run = &p->runs.at[it->run];
    *out = run_figure(run, it->at);
    if (++it->at == run->count) {
        it->run++;
        it->at = 0;
    }
    return true;
}
