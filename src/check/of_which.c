/*
 * of_which.c — herav rows: parts of the row above.  Layer: check.
 *
 * Requires: tables with roles. Provides: PROOF_OF_WHICH, findings HP4012 (a part is larger than
 * what it is a part of) and HP4013 (parts that are said to be everything do not make it up).
 * Compared where sign, unit and base are the same; elsewhere nothing is claimed.
 */
#include "check/sums.h"

typedef struct Parts {
    Model *m;
    TableId id;
    const Table *t;
    uint32_t parent;
    uint32_t from, to; /* the rows below that may belong to it */
    bool complete;
} Parts;

static bool is_part(const Parts *s, uint32_t row)
{
    const Row *r = &s->t->rows.at[row];
    return (r->role == ROLE_OF_WHICH || r->role == ROLE_DIVIDED) && !r->own_base;
}

static Verdict prove(const Parts *s, FigRef whole, const Quantity *stated, const Quantity *computed,
                     Verdict verdict, const TermVec *terms)
{
    Proof *p = model_prove(s->m, PROOF_OF_WHICH, verdict, s->t->decl, whole);
    proof_amounts(s->m, p, stated, computed);
    for (uint32_t i = 0; i < terms->len; i++)
        if (terms->at[i].qty.kind != QTY_NONE)
            proof_term(s->m, p, terms->at[i].figure);
    return verdict;
}

/* --- no part is larger than the whole ---------------------------------------------------- */

static void check_part(const Parts *s, uint32_t row, uint32_t col, FigRef whole_at,
                       const Quantity *whole)
{
    FigRef part_at = check_cell(s->t, s->id, row, col);
    Quantity part = check_quantity(s->m, part_at);
    if (part.kind != QTY_NUMBER || part.approx ||
        !units_agree(&s->m->units, part.unit, whole->unit) ||
        decimal_sign(part.mid) != decimal_sign(whole->mid))
        return;
    Quantity a = decimal_sign(part.mid) < 0 ? quantity_neg(&part) : part;
    Quantity b = decimal_sign(part.mid) < 0 ? quantity_neg(whole) : *whole;
    bool on_line;
    Verdict v = quantity_compare(&s->m->units, &a, OP_LE, &b, &on_line);
    if (v != VERDICT_VIOLATED || on_line) {
        TermVec one = {0};
        *vec_push(s->m->arena, &one) = (SumTerm){.figure = whole_at, .qty = *whole};
        prove(s, part_at, &part, whole, VERDICT_ROUNDED, &one);
        return;
    }
    Diag *d = diag_at(s->m->sink, HP4012, figure_span(s->m, part_at));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(s->m, &part));
    diag_place(d, figure_span(s->m, whole_at), L_IS_PART_OF);
    diag_str(d, row_label(s->t, &s->t->rows.at[s->parent]));
    diag_str(d, check_amount(s->m, whole));
    diag_note(d, N_WRITE_OWN_BASE);
}

/* --- parts that are said to be everything ------------------------------------------------ */

static bool add_parts(const Parts *s, uint32_t col, Quantity *sum, TermVec *terms)
{
    ColumnStep none = {0, 0};
    bool any = false;
    *sum = (Quantity){.kind = QTY_NONE};
    for (uint32_t r = s->from; r < s->to; r++) {
        if (!is_part(s, r))
            continue;
        SumTerm term = sums_term(s->m, s->id, r, col, none);
        *vec_push(s->m->arena, terms) = term;
        if (term.qty.kind == QTY_NONE)
            continue;
        Quantity next = term.qty;
        if (term.qty.approx || (any && !quantity_add(&s->m->units, sum, &term.qty, &next)))
            return false;
        *sum = next;
        any = true;
    }
    return any && sum->kind == QTY_NUMBER;
}

static void check_whole(const Parts *s, uint32_t col, FigRef whole_at, const Quantity *whole)
{
    Quantity sum;
    TermVec terms = {0};
    if (!add_parts(s, col, &sum, &terms))
        return;
    Comparison c = quantity_equal(&s->m->units, whole, &sum, s->m->exact_only);
    prove(s, whole_at, whole, &sum, c.verdict, &terms);
    if (c.verdict != VERDICT_VIOLATED)
        return;
    Diag *d = diag_at(s->m->sink, HP4013, figure_span(s->m, whole_at));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(s->m, whole));
    diag_note(d, N_PARTS_GIVE);
    diag_str(d, check_amount(s->m, &sum));
    diag_str(d, check_amount_as(s->m, c.diff, whole));
    cause_of_sum(s->m, d, terms.at, terms.len, whole_at, whole, &sum, NULL, 0);
}

static void check_parent(const Parts *s)
{
    for (uint32_t col = 0; col < s->t->cols.len; col++) {
        if ((!table_summed(s->m, s->t, col) && !s->complete) ||
            check_is_blank(s->t, s->parent, col))
            continue;
        FigRef at = check_cell(s->t, s->id, s->parent, col);
        Quantity whole = check_quantity(s->m, at);
        if (whole.kind != QTY_NUMBER || whole.approx)
            continue;
        if (s->complete) {
            check_whole(s, col, at, &whole);
            continue;
        }
        for (uint32_t r = s->from; r < s->to; r++)
            if (is_part(s, r) && !check_is_blank(s->t, r, col))
                check_part(s, r, col, at, &whole);
    }
}

static void check_table(Model *m, TableId id)
{
    Parts s = {.m = m, .id = id, .t = model_table(m, id)};
    for (uint32_t r = 0; r < s.t->rows.len; r++) {
        uint8_t role = s.t->rows.at[r].role;
        if (role == ROLE_OF_WHICH || role == ROLE_DIVIDED || role == ROLE_GROUP)
            continue;
        s.parent = r;
        s.from = s.to = r + 1;
        s.complete = s.t->rows.at[r].complete;
        while (s.to < s.t->rows.len && (s.t->rows.at[s.to].role == ROLE_OF_WHICH ||
                                        s.t->rows.at[s.to].role == ROLE_DIVIDED)) {
            s.complete |= s.t->rows.at[s.to].role == ROLE_DIVIDED || s.t->rows.at[s.to].complete;
            s.to++;
        }
        if (s.to > s.from)
            check_parent(&s);
    }
}

void check_of_which(Model *m)
{
    for (TableId id = 1; id < m->tables.len; id++) {
        const Table *t = model_table(m, id);
        if (!t->declares && (table_has_role(t, ROLE_OF_WHICH) || table_has_role(t, ROLE_DIVIDED)))
            check_table(m, id);
    }
}
