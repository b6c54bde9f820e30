/*
 * claim_parts.c — where a claim over many places holds, though it fails in one.  Layer: check.
 *
 * A figure belongs to a place if it is the side's own figure there, or a cell in the column or the
 * row of that label. One that is in a place where the claim fails is not held by it.
 */
#include "check/claim_parts.h"

void parts_init(ClaimParts *p, Model *m)
{
    u32map_init(&p->worst, m->scratch);
    p->held = false;
}

void parts_note(ClaimParts *p, Sym label, Verdict verdict)
{
    uint32_t *worst = u32map_put(&p->worst, label);
    if (*worst == VERDICT_NONE || verdict_may_hold((Verdict)*worst))
        *worst = verdict;
    p->held = p->held || verdict_may_hold(verdict);
}

static Verdict verdict_at(const ClaimParts *p, Sym label)
{
    const uint32_t *worst = label == 0 ? NULL : u32map_get(&p->worst, label);
    return worst == NULL ? VERDICT_NONE : (Verdict)*worst;
}

static bool is_held(const ClaimParts *p, const Model *m, FigRef f)
{
    FigRef cell = figure_place(m, f);
    if (cell.table == 0)
        return false;
    const Table *t = model_table(m, cell.table);
    const Row *row = &t->rows.at[cell.row];
    const Column *col = &t->cols.at[cell.col];
    Verdict down = verdict_at(p, col->label_sym);
    Verdict across = verdict_at(p, interner_find(&m->syms, row_folded(m, t, row)));
    return (verdict_may_hold(down) && (across == VERDICT_NONE || verdict_may_hold(across))) ||
           (verdict_may_hold(across) && down == VERDICT_NONE);
}

void parts_keep(const ClaimParts *p, Model *m, const Result *side)
{
    for (uint32_t i = 0; i < side->items.len; i++) {
        const ResultItem *item = &side->items.at[i];
        bool stated = !figure_is_none(item->from);
        if (stated && verdict_may_hold(verdict_at(p, item->label_sym)))
            *vec_push(m->arena, &m->held) = item->from;
    }
    FigRef f;
    for (TermIter it = {0, 0}; terms_next(&side->terms, &it, &f);)
        if (is_held(p, m, f))
            *vec_push(m->arena, &m->held) = f;
}
