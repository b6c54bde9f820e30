/*
 * row_sums.c — columns headed sum; net.c has netto = utgifter - inntekter.  Layer: check.
 *
 * Requires: tables; the Proofs of check_sums. Provides: PROOF_ROW_SUM and PROOF_NET, findings
 * HP4023, HP4006, HP4008; and HP4010 where a row and a column both point at the one cell in
 * which they cross.
 */
#include "check/row_sums.h"

/* --- columns headed sum ------------------------------------------------------------------ */

typedef struct RowSum {
    Model *m;
    TableId id;
    const Table *t;
    uint32_t col;  /* the sum */
    uint32_t from; /* it adds the columns from here on */
    bool *added;   /* by column */
    ProofIndex *sums;
    uint32_t asked;
} RowSum;

/* Is what stands in the column one of the figures that the sum adds? In a table that declares they
 * are the property that the sum is read as: the amounts, and not the cost. */
static bool is_of_sum(const RowSum *s, const Column *col)
{
    return s->t->declares ? col->use == COL_PROP && col->term == s->t->cols.at[s->col].term
                          : col->use == COL_VALUE;
}

/* The columns a sum adds: those before it since the last sum, or all where there are none. */
static bool choose_added(RowSum *s)
{
    bool net = false;
    bool income = false;
    bool any = false;
    for (uint32_t c = 0; c < s->t->cols.len; c++) {
        net |= s->t->cols.at[c].key == P_EXPENDITURE;
        income |= s->t->cols.at[c].key == P_INCOME;
    }
    for (uint32_t c = s->from; c < s->col; c++) {
        const Column *col = &s->t->cols.at[c];
        bool summed = table_summed(s->t, c) || table_mixed(s->t, c);
        s->added[c] = is_of_sum(s, col) && summed && col->index.version != VER_TOTAL &&
                      !(col->key == P_NET && net && income);
        any |= s->added[c];
    }
    return any;
}

static bool add_row(RowSum *s, uint32_t row, Failure *f, TermVec *terms)
{
    bool any = false;
    bool below = decimal_sign(f->stated.mid) < 0;
    Quantity *out = &f->computed;
    *out = (Quantity){.kind = QTY_NONE};
    for (uint32_t c = s->from; c < s->col; c++) {
        if (!s->added[c])
            continue;
        const Column *col = &s->t->cols.at[c];
        SumTerm term = {.figure = check_cell(s->t, s->id, row, c),
                        .sign = 1,
                        .label = column_called(col),
                        .line = check_row_line(s->m, s->t, row)};
        term.qty = check_quantity(s->m, term.figure);
        if (term.qty.kind == QTY_NUMBER && !table_adds(s->m, s->t, c, term.qty.unit))
            continue;
        *vec_push(s->m->arena, terms) = term;
        if (term.qty.kind == QTY_NONE)
            continue;
        Quantity sum = term.qty;
        if (term.qty.kind == QTY_BAD || term.qty.approx ||
            (any && !quantity_add(&s->m->units, out, &term.qty, &sum)))
            return false;
        if (sum.kind == QTY_UNKNOWN && (!any || out->kind == QTY_NUMBER))
            f->hidden = term.figure;
        *out = sum;
        any = true;
        below |= term.qty.kind == QTY_NUMBER && decimal_sign(term.qty.mid) < 0;
    }
    if (below && out->kind == QTY_UNKNOWN)
        *out = quantity_of_change(out);
    return any && check_is_claim(out);
}

/* --- the findings of a row --------------------------------------------------------------- */

static void report_row_sum(RowSum *s, uint32_t row, const Failure *f, const TermVec *terms)
{
    bool figures = f->stated.kind == QTY_NUMBER && f->computed.kind == QTY_NUMBER;
    if (figures && s->t->rows.at[row].role != ROLE_MINUS) {
        Suspect *list = arena_array(s->m->arena, Suspect, terms->len + 1);
        uint32_t count = 0;
        suspect_add(list, &count, f->figure, f->judged.diff, 1);
        for (uint32_t i = 0; i < terms->len; i++)
            suspect_add(list, &count, terms->at[i].figure, f->judged.diff, -1);
        if (suspects_cross(s->m, s->t->decl, f->figure, list, count, &s->asked))
            return;
    }
    Diag *d = diag_at(s->m->sink, HP4023, figure_span(s->m, f->figure));
    diag_label(d, L_STATED);
    diag_str(d, check_stated(s->m, figure_span(s->m, f->figure), &f->stated));
    diag_note(d, figures ? N_COLUMNS_GIVE : N_TOTAL_OF_COLUMNS);
    diag_str(d, check_amount(s->m, &f->computed));
    if (!figures) {
        sums_note_hidden(s->m, d, f);
        return;
    }
    diag_str(d, check_difference(s->m, f->judged.diff, &f->stated));
    cause_explain(s->m, d, &(SumProblem){.terms = terms->at,
                                         .count = terms->len,
                                         .total = f->figure,
                                         .stated = &f->stated,
                                         .computed = &f->computed});
}

static void check_row_sum(RowSum *s, uint32_t row)
{
    if (s->t->rows.at[row].role == ROLE_GROUP || check_is_blank(s->t, row, s->col))
        return;
    Failure f = {.col = s->col, .figure = check_cell(s->t, s->id, row, s->col)};
    f.stated = check_quantity(s->m, f.figure);
    TermVec terms = {0};
    if (!check_is_claim(&f.stated) || !add_row(s, row, &f, &terms))
        return;
    f.judged = quantity_equal(&s->m->units, &f.stated, &f.computed, s->m->exact_only);
    Proof *p = model_prove(s->m, PROOF_ROW_SUM, f.judged.verdict, s->t->decl, f.figure);
    proof_amounts(s->m, p, &f.stated, &f.computed);
    for (uint32_t i = 0; i < terms.len; i++)
        if (terms.at[i].qty.kind != QTY_NONE)
            proof_term(s->m, p, terms.at[i].figure);
    if (f.judged.verdict != VERDICT_VIOLATED || is_violated_total(s->m, s->sums, f.figure))
        return;
    for (uint32_t i = 0; i < terms.len; i++)
        if (is_violated_total(s->m, s->sums, terms.at[i].figure))
            return; /* that total is told already */
    report_row_sum(s, row, &f, &terms);
}

static void check_sum_columns(Model *m, TableId id, ProofIndex *sums)
{
    RowSum s = {.m = m, .id = id, .t = model_table(m, id), .sums = sums};
    uint32_t last = 0;
    for (uint32_t c = 0; c < s.t->cols.len; c++) {
        if (s.t->cols.at[c].use != COL_SUM)
            continue;
        s.col = c;
        s.from = last;
        s.added = arena_array(m->arena, bool, s.t->cols.len);
        bool any = choose_added(&s);
        if (!any && last > 0) {
            s.from = 0;
            any = choose_added(&s);
        }
        for (uint32_t r = 0; any && r < s.t->rows.len; r++)
            check_row_sum(&s, r);
        last = c + 1;
    }
}

void check_row_sums(Model *m, const Stretch *s)
{
    ProofIndex *sums = check_proofs_kept(s, PROOF_SUM);
    for (TableId id = s->from; id < s->to; id++) {
        check_sum_columns(m, id, sums);
        if (!model_table(m, id)->declares)
            net_check(m, id, sums);
    }
}
