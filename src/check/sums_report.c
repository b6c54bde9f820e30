/*
 * sums_report.c — what is said about a total that its rows do not give.  Layer: check.
 *
 * Requires: the failures of one total. Provides: findings HP4001, with the likeliest cause. Several
 * columns with one root are one finding: sums_columns.c.
 */
#include "check/sums.h"

UnitId sums_like(Model *m, TableId table, uint32_t row, uint32_t col)
{
    const Table *t = model_table(m, table);
    return table_mixed(t, col) ? check_quantity(m, check_cell(t, table, row, col)).unit : 0;
}

SumTerm sums_term(Model *m, TableId table, uint32_t row, uint32_t col, ColumnStep step)
{
    const Table *t = model_table(m, table);
    const Row *r = &t->rows.at[row];
    SumTerm term = {.figure = check_cell(t, table, row, col),
                    .sign = check_sign(r),
                    .label = row_label(t, r),
                    .line = check_row_line(m, t, row)};
    term.qty = check_addend(m, term.figure, step);
    return term;
}

void sums_terms(Model *m, TableId table, const Layout *l, const Total *total, uint32_t col,
                TermVec *out)
{
    ColumnStep step = check_column_step(m, table, col, sums_like(m, table, total->row, col));
    if (total->balance)
        *vec_push(m->arena, out) = sums_term(m, table, total->opening, col, step);
    for (uint32_t i = total->from; i < total->to; i++)
        *vec_push(m->arena, out) = sums_term(m, table, l->addends.at[i], col, step);
}

/* The addends that this total leaves to others, and the herav rows, which belong to none. */
static void outside_terms(Model *m, TableId table, const Total *total, uint32_t col, TermVec *out)
{
    const Table *t = model_table(m, table);
    UnitId like = sums_like(m, table, total->row, col);
    ColumnStep step = check_column_step(m, table, col, like);
    uint32_t at = 0;
    for (uint32_t r = 0; r < t->rows.len; r++) {
        const Row *row = &t->rows.at[r];
        bool addend = row_is_addend(row);
        bool inside = addend && at >= total->from && at < total->to;
        at += addend;
        if (inside || (!addend && row->role != ROLE_OF_WHICH && row->role != ROLE_OPENING) ||
            (total->balance && r == total->opening) || check_is_blank(t, r, col))
            continue;
        SumTerm term = sums_term(m, table, r, col, step);
        if (units_agree(&m->units, term.qty.unit, like))
            *vec_push(m->arena, out) = term;
    }
}

/* --- one column -------------------------------------------------------------------------- */

/* Which rows a total adds: "radene 35–40", or one. `one`, `several`: what is said of them. */
static void note_which_rows(const FailedTotal *s, Diag *d, MsgId one, MsgId several)
{
    const Total *total = s->total;
    const uint32_t *addends = s->l->addends.at;
    uint32_t from = total->balance ? total->opening : addends[total->from];
    uint32_t to = total->to > total->from ? addends[total->to - 1] : from;
    uint32_t first = check_row_line(s->m, s->t, from);
    uint32_t last = check_row_line(s->m, s->t, to);
    diag_note(d, first == last ? one : several);
    diag_int(d, first);
    if (first != last)
        diag_int(d, last);
}

/* Of `<5` there is no difference to tell, nor a cause to look for. */
static bool tells_figures(const Failure *f)
{
    return f->stated.kind == QTY_NUMBER && f->computed.kind == QTY_NUMBER;
}

/* "radene 35–40 gir 38 228 737 kr; forskjellen er 36 kr" */
void sums_note_rows(const FailedTotal *s, Diag *d, const Failure *f)
{
    Model *m = s->m;
    if (!tells_figures(f)) {
        note_which_rows(s, d, N_TOTAL_OF_ROW, N_TOTAL_OF_ROWS);
        diag_str(d, check_amount(m, &f->computed));
        sums_note_hidden(m, d, f);
        return;
    }
    note_which_rows(s, d, N_ROW_GIVES, N_ROWS_GIVE);
    diag_str(d, check_amount(m, &f->computed));
    diag_str(d, check_difference(m, f->judged.diff, &f->stated));
    check_note_rounding(m, d, &f->stated, &f->computed, f->judged.slack);
}

void sums_note_hidden(const Model *m, Diag *d, const Failure *f)
{
    if (f->computed.kind == QTY_NUMBER)
        return;
    diag_note(d, N_WHATEVER_IT_IS);
    diag_str(d, span_text(m->sources, figure_span(m, f->hidden)));
}

Diag *sums_finding(Model *m, MsgId code, const Failure *f)
{
    Diag *d = diag_at(m->sink, code, figure_span(m, f->figure));
    diag_label(d, L_STATED);
    diag_str(d, check_stated(m, figure_span(m, f->figure), &f->stated));
    return d;
}

/* Does the frame that a breakdown divides say the same as the rows, or as the total? Then that
 * side is right, and the other one holds the mistake. */
static void ask_frame(Model *m, TableId table, const Failure *f, SumProblem *p, Diag *d)
{
    FrameVec frames = {0};
    breakdown_frames(m, table, &frames);
    for (uint32_t i = 0; i < frames.len; i++) {
        const FrameClaim *frame = &frames.at[i];
        if (frame->col != f->col)
            continue;
        Verdict rows = quantity_equal(&m->units, &frame->qty, &f->computed, m->exact_only).verdict;
        Verdict total = quantity_equal(&m->units, &frame->qty, &f->stated, m->exact_only).verdict;
        p->rows_hold = verdict_holds(rows);
        p->total_holds = verdict_holds(total);
        if (p->rows_hold && p->total_holds)
            p->rows_hold = p->total_holds = false; /* it is too coarse to tell them apart */
        if (!p->rows_hold && !p->total_holds)
            return;
        diag_note(d, p->rows_hold ? N_FRAME_AS_ROWS : N_FRAME_AS_TOTAL);
        diag_str(d, check_amount(m, &frame->qty));
        return;
    }
}

static void report_one(const FailedTotal *s, const Failure *f, bool search)
{
    Model *m = s->m;
    Diag *d = sums_finding(m, HP4001, f);
    TermVec terms = {0};
    TermVec outside = {0};
    sums_note_rows(s, d, f);
    if (!search || !tells_figures(f))
        return;
    sums_terms(m, s->id, s->l, s->total, f->col, &terms);
    SumProblem p = {.terms = terms.at,
                    .count = terms.len,
                    .total = f->figure,
                    .stated = &f->stated,
                    .computed = &f->computed};
    /* Only the last total is what the frame is about. */
    if (s->total == &s->l->totals.at[s->l->totals.len - 1])
        ask_frame(m, s->id, f, &p, d);
    outside_terms(m, s->id, s->total, f->col, &outside);
    p.outside = outside.at;
    p.outside_count = outside.len;
    Cause cause = cause_find(m, &p);
    cause_tell(m, d, &p, &cause);
    if (cause.kind == CAUSE_NONE && p.rows_hold && f->computed.exact)
        check_fix(m, d, f->figure, f->computed.mid);
}

void sums_report(const FailedTotal *s, bool search)
{
    if (search && sums_report_columns(s))
        return;
    for (uint32_t i = 0; i < s->failures->len; i++)
        report_one(s, &s->failures->at[i], search);
}
