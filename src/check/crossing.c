/*
 * crossing.c — the one cell in which a faulty row and a faulty column cross.  Layer: check.
 *
 * In: the cells of a row that does not hold, and by how much; the Proofs of check_sums. Out: HP4010
 * at the cell, in place of a finding for its row and one for its column.
 */
#include "check/row_sums.h"

enum { MOST_CROSSINGS = 50 /* faulty rows a table for which the columns are asked */ };

void suspect_add(Suspect *list, uint32_t *count, FigRef cell, Decimal diff, int times)
{
    list[(*count)++] = (Suspect){cell, times > 0 ? decimal_neg(diff) : diff};
}

static bool in_terms(const Proof *p, FigRef cell)
{
    FigRef f;
    for (TermIter it = {0, 0}; proof_next(p, &it, &f);)
        if (figure_eq(f, cell))
            return true;
    return false;
}

/* The violated column whose total is off by just as much as this row: the cell in which they
 * cross is the wrong one. Rows that are subtracted are left alone. */
static const Proof *find_crossing(const Model *m, DeclId decl, const Suspect *list, uint32_t count,
                                  const Suspect **out)
{
    for (uint32_t i = 0; i < m->proofs.len; i++) {
        const Proof *p = &m->proofs.at[i];
        Decimal gap;
        if (p->kind != PROOF_SUM || p->verdict != VERDICT_VIOLATED || p->decl != decl)
            continue;
        ProofAmounts told = proof_told(m, p);
        if (told.stated.kind != QTY_NUMBER || told.computed.kind != QTY_NUMBER ||
            !decimal_sub(told.stated.mid, told.computed.mid, &gap))
            continue;
        for (uint32_t k = 0; k < count; k++) {
            if (decimal_cmp(gap, list[k].gap) == 0 && in_terms(p, list[k].cell)) {
                *out = &list[k];
                return p;
            }
        }
    }
    return NULL;
}

/* One finding at the cell, in place of one for its row and one for its column. */
static void report_crossing(Model *m, const Proof *p, FigRef row_total, const Suspect *s)
{
    Quantity q = check_quantity(m, s->cell);
    Quantity right = q;
    Span total = figure_span(m, p->figure);
    if (!decimal_add(q.mid, s->gap, &right.mid))
        return;
    Diag *column = sink_find(m->sink, HP4001, total);
    if (column != NULL)
        column->silenced = true;
    Diag *d = diag_at(m->sink, HP4010, figure_span(m, s->cell));
    diag_str(d, check_amount(m, &q));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &q));
    if (!figure_eq(s->cell, row_total)) {
        diag_place(d, figure_span(m, row_total), L_ROW_GIVES);
        diag_str(d, check_amount(m, &right));
    }
    diag_place(d, total, L_COLUMN_GIVES);
    diag_str(d, check_amount(m, &right));
    diag_note(d, N_ONE_READING_MENDS);
    diag_str(d, check_amount(m, &right));
    check_fix(m, d, s->cell, right.mid);
}

bool suspects_cross(Model *m, DeclId decl, FigRef row_total, const Suspect *list,
                    uint32_t count, uint32_t *asked)
{
    const Suspect *wrong = NULL;
    if ((*asked)++ >= MOST_CROSSINGS)
        return false;
    const Proof *p = find_crossing(m, decl, list, count, &wrong);
    if (p == NULL)
        return false;
    report_crossing(m, p, row_total, wrong);
    return true;
}
