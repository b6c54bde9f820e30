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
#include "model/proof.h"

static Proof *add(Model *m, ProofKind kind, Verdict verdict, DeclId decl)
{
    Proof *p = vec_push(m->arena, &m->proofs);
    p->kind = (uint8_t)kind;
    p->verdict = (uint8_t)verdict;
    p->decl = decl;
    return p;
}

Proof *model_prove(Model *m, ProofKind kind, Verdict verdict, DeclId decl, FigRef figure)
{
    Proof *p = add(m, kind, verdict, decl);
    p->figure = figure;
    return p;
}

Proof *model_prove_at(Model *m, ProofKind kind, Verdict verdict, DeclId decl, Span place)
{
    Proof *p = add(m, kind, verdict, decl);
    p->place = place;
    p->placed = true;
    return p;
}

FigRef proof_figure(const Proof *p)
{
    return p->placed ? FIGURE_NONE : p->figure;
}

Span proof_span(const Model *m, const Proof *p)
{
    return p->placed ? p->place : figure_span(m, p->figure);
}

static ProofRest *rest_of(Model *m, Proof *p)
{
    if (p->rest == NULL)
        p->rest = arena_new(m->arena, ProofRest);
    return p->rest;
}

/* ---- amounts --------------------------------------------------------------------------------- */

static Amount amount_of(Arena *arena, const Quantity *q)
{
    Amount a = {.kind = q->kind, .decimals = q->decimals, .unit = q->unit, .mid = q->mid};
    if (q->kind == QTY_NUMBER && !q->exact) {
        Decimal *bounds = arena_array(arena, Decimal, 2);
        bounds[0] = q->lo;
        bounds[1] = q->hi;
        a.bounds = bounds;
    }
    return a;
}

static bool is_told_alike(const Quantity *a, const Quantity *b)
{
    return a->kind == QTY_NUMBER && b->kind == QTY_NUMBER && a->exact && b->exact &&
           a->unit == b->unit && a->decimals == b->decimals &&
           a->mid.scale == b->mid.scale && decimal_cmp(a->mid, b->mid) == 0;
}

void proof_amounts(Model *m, Proof *p, const Quantity *stated, const Quantity *computed)
{
    if (!p->placed && p->figure.fact == 0 && p->figure.table != 0 &&
        is_told_alike(stated, computed)) {
        Quantity own = figure_quantity(m, p->figure);
        p->as_stated = is_told_alike(stated, &own);
        if (p->as_stated)
            return;
    }
    rest_of(m, p)->amounts =
        (ProofAmounts){amount_of(m->arena, stated), amount_of(m->arena, computed)};
}

ProofAmounts proof_told(const Model *m, const Proof *p)
{
    if (p->as_stated) {
        Quantity own = figure_quantity(m, p->figure);
        Amount amount = amount_of(m->arena, &own);
        return (ProofAmounts){amount, amount};
    }
    if (p->rest == NULL)
        return (ProofAmounts){0};
    return p->rest->amounts;
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
    return figure_eq(run_figure(run, run->count), f);
}

/* Takes the figures of `more` in behind its own, if they follow them. A run of one may go either
 * way. */
static bool run_take(TermRun *last, const TermRun *more)
{
    if (last->count == 1 && last->first.fact == 0)
        last->across = more->count > 1 ? more->across : last->first.row == more->first.row;
    if ((more->count > 1 && more->across != last->across) || !is_next(last, more->first))
        return false;
    last->count += more->count;
    return true;
}

static void add_run(Arena *arena, TermRuns *runs, const TermRun *run)
{
    if (runs->len == 0 || !run_take(&runs->at[runs->len - 1], run))
        *vec_push(arena, runs) = *run;
}

void terms_add(Arena *arena, TermRuns *runs, FigRef f)
{
    add_run(arena, runs, &(TermRun){.first = f, .count = 1});
}

void terms_join(Arena *arena, TermRuns *to, const TermRuns *from)
{
    for (uint32_t i = 0; i < from->len; i++)
        add_run(arena, to, &from->at[i]);
}

uint32_t terms_count(const TermRuns *runs)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < runs->len; i++)
        n += runs->at[i].count;
    return n;
}

static TermRun *last_run(Proof *p)
{
    uint32_t more = p->rest == NULL ? 0 : p->rest->runs.len;
    return more == 0 ? &p->terms : &p->rest->runs.at[more - 1];
}

static void prove_from(Model *m, Proof *p, const TermRun *run)
{
    if (p->terms.count == 0)
        p->terms = *run;
    else if (!run_take(last_run(p), run))
        *vec_push(m->arena, &rest_of(m, p)->runs) = *run;
}

void proof_term(Model *m, Proof *p, FigRef f)
{
    prove_from(m, p, &(TermRun){.first = f, .count = 1});
}

void proof_terms(Model *m, Proof *p, const TermRuns *runs)
{
    for (uint32_t i = 0; i < runs->len; i++)
        prove_from(m, p, &runs->at[i]);
}

void proof_column(Model *m, Proof *p, FigRef first, uint32_t count)
{
    prove_from(m, p, &(TermRun){.first = first, .count = count});
}

uint32_t proof_count(const Proof *p)
{
    return p->terms.count + (p->rest == NULL ? 0 : terms_count(&p->rest->runs));
}

const TermRun *proof_run(const Proof *p, uint32_t i)
{
    if (i == 0)
        return p->terms.count == 0 ? NULL : &p->terms;
    return p->rest == NULL || i > p->rest->runs.len ? NULL : &p->rest->runs.at[i - 1];
}

/* The figure at which `it` stands in `run`; it moves on. */
static bool take_next(const TermRun *run, TermIter *it, FigRef *out)
{
    if (run == NULL)
        return false;
    *out = run_figure(run, it->at);
    if (++it->at == run->count) {
        it->run++;
        it->at = 0;
    }
    return true;
}

bool terms_next(const TermRuns *runs, TermIter *it, FigRef *out)
{
    return take_next(it->run < runs->len ? &runs->at[it->run] : NULL, it, out);
}

bool proof_next(const Proof *p, TermIter *it, FigRef *out)
{
    return take_next(proof_run(p, it->run), it, out);
}

const char *proof_kind_name(uint8_t kind)
{
    static const char *const names[PROOF_KIND_COUNT] = {
        [PROOF_SUM] = "sum",           [PROOF_ROW_SUM] = "row_sum",
        [PROOF_NET] = "net",           [PROOF_BREAKDOWN] = "breakdown",
        [PROOF_EQUATION] = "equation", [PROOF_CLAIM] = "claim",
        [PROOF_COUNT] = "count",       [PROOF_OF_WHICH] = "of_which",
        [PROOF_CHAIN] = "chain",       [PROOF_REFERENCE] = "reference",
        [PROOF_CODE] = "code",
    };
    return names[kind];
}

const char *proof_verdict_name(uint8_t verdict)
{
    static const char *const names[] = {
        [VERDICT_NONE] = "none",         [VERDICT_EXACT] = "exact",
        [VERDICT_ROUNDED] = "rounded",   [VERDICT_UNLIKELY] = "unlikely",
        [VERDICT_VIOLATED] = "violated", [VERDICT_UNKNOWN] = "unknown",
    };
    return names[verdict];
}
