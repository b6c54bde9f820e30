/*
 * consequences_terms.c — what was worked out from a row that lacks a bar.  Layer: check.
 * See consequences.h.
 *
 * Requires: the Proofs of equations and claims; findings about rows with too few or too many cells.
 * Provides: silence about equations and claims that such a row took part in: its figures stand in
 * the wrong columns, and nobody is to mend a sentence for that.
 */
#include "check/consequences.h"

enum { MOST_TOLD = 200 }; /* findings that are looked into */

static uint64_t line_of(const Model *m, Span span)
{
    return consequences_line(span.file, check_line(m, span));
}

static bool is_worked_out(const Diag *d)
{
    return !d->silenced && !span_is_none(d->span) &&
           (d->code == HP4004 || d->code == HP4005 || d->code == HP4009 || d->code == HP4016);
}

/* The lines of such rows; false: there are none. */
static bool shifted_rows(const Model *m, U32Map *lines)
{
    const DiagSink *sink = m->sink;
    bool any = false;
    for (uint32_t i = 0; i < sink->list.len; i++) {
        const Diag *d = sink->list.at[i];
        if (d->code != HP1022 || d->silenced || span_is_none(d->span))
            continue;
        *u32map_put(lines, line_of(m, d->span)) = 1;
        any = true;
    }
    return any;
}

U32Map consequences_failing(const Model *m)
{
    U32Map at;
    u32map_init(&at, m->scratch);
    for (uint32_t i = 0; i < m->proofs.len; i++) {
        const Proof *p = &m->proofs.at[i];
        bool worked_out = p->kind == PROOF_EQUATION || p->kind == PROOF_COUNT || p->kind == PROOF_CLAIM;
        FactId fact = worked_out && !verdict_holds((Verdict)p->verdict) ? proof_figure(p).fact : 0;
        if (fact == 0)
            continue;
        const Fact *f = model_fact(m, fact);
        *u32map_put(&at, consequences_start(fact_span(m, f))) = i + 1;
        if (f->value.len > 0)
            *u32map_put(&at, consequences_start(fact_said(m, f))) = i + 1;
    }
    return at;
}

static bool uses_row(const Model *m, const Proof *p, const U32Map *lines)
{
    FigRef f;
    for (TermIter it = {0, 0}; proof_next(p, &it, &f);)
        if (u32map_get(lines, line_of(m, figure_span(m, f))) != NULL)
            return true;
    return false;
}

void consequences_terms(Model *m)
{
    U32Map lines;
    u32map_init(&lines, m->scratch);
    if (!shifted_rows(m, &lines))
        return;
    U32Map proofs = consequences_failing(m);
    uint32_t told = 0;
    for (uint32_t i = 0; i < m->sink->list.len && told < MOST_TOLD; i++) {
        Diag *d = m->sink->list.at[i];
        const uint32_t *proof = is_worked_out(d) ? u32map_get(&proofs, consequences_start(d->span)) : NULL;
        if (proof == NULL)
            continue;
        told++;
        d->silenced = uses_row(m, &m->proofs.at[*proof - 1], &lines);
    }
}
