/*
 * of_which.c — herav rows: parts of the row above.  Layer: check.
 *
 * Requires: tables with roles. Provides: PROOF_OF_WHICH, findings HP4012 (a part is larger than
 * what it is a part of) and HP4013 (parts that are said to be everything do not make it up). A
 * part is held against the whole where sign, unit and base are the same. Parts that are said to be
 * everything must be in its unit (HP3008), or all be percentages of it, where none may be `-`; one
 * that is missing or approximate leaves them undecided (HP4003).
 */
#include "check/sums.h"

typedef struct Parts {
    Model *m;
    TableId id;
    const Table *t;
    uint32_t parent;
    uint32_t from, to; /* the rows below that may belong to it */
    bool complete;
    bool told;    /* that a column cannot be checked */
    bool *unlike; /* by row from `from` on: told that its unit is another */
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

static bool is_percent(const Parts *s, const Quantity *q)
{
    return q->unit != 0 && units_agree(&s->m->units, q->unit, s->m->units.percent);
}

/* 20 people, of which 60 %: a bare whole is a number of something, and a part in percent a share of
 * it, although a number without a unit goes with every other. */
static bool is_share_of_bare(const Parts *s, const Quantity *part, const Quantity *whole)
{
    return whole->unit == 0 && is_percent(s, part);
}

/* --- no part is larger than the whole ---------------------------------------------------- */

static void check_part(const Parts *s, uint32_t row, uint32_t col, FigRef whole_at,
                       const Quantity *whole)
{
    FigRef part_at = check_cell(s->t, s->id, row, col);
    Quantity part = check_quantity(s->m, part_at);
    if (part.kind != QTY_NUMBER || part.approx ||
        !units_agree(&s->m->units, part.unit, whole->unit) ||
        is_share_of_bare(s, &part, whole) ||
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

/* The parts in one column. */
typedef struct Addition {
    Quantity sum;
    TermVec terms;
    FigRef refused; /* the first that sums refuse: missing, approximate */
    bool unknown;
    bool bad;    /* a part with a fault of its own, told elsewhere */
    bool unlike; /* or in a unit that cannot be added to the whole's */
    bool any;
} Addition;

/* A part in another unit than the whole's: said once a row, since a row has one unit as a rule. */
static void report_unlike(Parts *s, uint32_t row, const SumTerm *part, FigRef whole_at,
                          const Quantity *whole)
{
    if (s->unlike[row - s->from])
        return;
    s->unlike[row - s->from] = true;
    Diag *d = eval_dimensions_differ(s->m, figure_span(s->m, part->figure), &part->qty, whole);
    diag_place(d, figure_span(s->m, whole_at), L_IS_PART_OF);
    diag_str(d, row_label(s->t, &s->t->rows.at[s->parent]));
    diag_str(d, check_amount(s->m, whole));
    diag_note(d, N_WRITE_OWN_BASE);
}

/* None is none in any unit: `-` among percentages. */
static bool is_none(const Quantity *q)
{
    return q->kind == QTY_NUMBER && q->exact && decimal_sign(q->mid) == 0;
}

static void add_part(Parts *s, Addition *a, uint32_t row, const SumTerm *part, FigRef whole_at,
                     const Quantity *whole)
{
    const Quantity added = is_none(&part->qty) ? quantity_int(0, whole->unit) : part->qty;
    Quantity next = added;
    if (part->qty.kind == QTY_NONE)
        return;
    if (part->qty.kind == QTY_BAD) {
        a->bad = true;
    } else if (part->qty.kind != QTY_NUMBER || part->qty.approx) {
        if (!a->unknown)
            a->refused = part->figure;
        a->unknown = true;
    } else if (!quantity_agree(&s->m->units, &added, whole)) {
        a->unlike = true;
        report_unlike(s, row, part, whole_at, whole);
    } else if (a->any && !quantity_add(&s->m->units, &a->sum, &added, &next)) {
        a->bad = true; /* too large a number */
    } else {
        a->sum = next;
        a->any = true;
    }
}

static Addition add_parts(Parts *s, uint32_t col, FigRef whole_at, const Quantity *whole)
{
    ColumnStep none = {0, 0};
    Addition a = {.sum.kind = QTY_NONE};
    for (uint32_t r = s->from; r < s->to; r++) {
        if (!is_part(s, r))
            continue;
        SumTerm term = sums_term(s->m, s->id, r, col, none);
        *vec_push(s->m->arena, &a.terms) = term;
        add_part(s, &a, r, &term, whole_at, whole);
    }
    return a;
}

/* Are all parts told in percent, as far as they are told, of a whole that is not? Then they are
 * shares of it. */
static bool are_shares(const Parts *s, uint32_t col, const Quantity *whole)
{
    bool any = false;
    if (is_percent(s, whole))
        return false;
    for (uint32_t r = s->from; r < s->to; r++) {
        if (!is_part(s, r) || check_is_blank(s->t, r, col))
            continue;
        Quantity part = check_quantity(s->m, check_cell(s->t, s->id, r, col));
        if (part.kind != QTY_NUMBER || is_none(&part))
            continue; /* none, missing, or a fault of its own */
        if (!is_percent(s, &part))
            return false;
        any = true;
    }
    return any;
}

static void report_whole(const Parts *s, FigRef whole_at, const Quantity *whole, Addition *a,
                         Decimal diff, bool shares)
{
    Diag *d = diag_at(s->m->sink, HP4013, figure_span(s->m, whole_at));
    if (!shares) {
        diag_label(d, L_STATED);
        diag_str(d, check_amount(s->m, whole));
    }
    diag_note(d, N_PARTS_GIVE);
    diag_str(d, check_amount(s->m, &a->sum));
    diag_str(d, check_difference(s->m, diff, whole));
    if (!shares)
        cause_explain(s->m, d, &(SumProblem){.terms = a->terms.at,
                                             .count = a->terms.len,
                                             .total = whole_at,
                                             .stated = whole,
                                             .computed = &a->sum});
}

static void check_whole(Parts *s, uint32_t col, FigRef whole_at, const Quantity *stated)
{
    bool shares = are_shares(s, col, stated);
    Quantity whole = shares ? quantity_int(100, s->m->units.percent) : *stated;
    Addition a = add_parts(s, col, whole_at, &whole);
    if (a.bad || a.unlike || (!a.any && !a.unknown))
        return;
    if (a.unknown) {
        prove(s, whole_at, &whole, &a.sum, VERDICT_UNKNOWN, &a.terms);
        if (!s->told)
            sums_cannot_tell(s->m, whole_at, a.refused);
        s->told = true;
        return;
    }
    Comparison c = quantity_equal(&s->m->units, &whole, &a.sum, s->m->exact_only);
    if (shares && stated->unit == 0 && c.verdict == VERDICT_VIOLATED) { /* 90 of 60 % and 30 % */
        Comparison bare = quantity_equal(&s->m->units, stated, &a.sum, s->m->exact_only);
        if (bare.verdict != VERDICT_VIOLATED) {
            whole = *stated;
            c = bare;
        }
    }
    prove(s, whole_at, &whole, &a.sum, c.verdict, &a.terms);
    if (c.verdict == VERDICT_VIOLATED)
        report_whole(s, whole_at, &whole, &a, c.diff, shares);
}

static void check_parent(Parts *s)
{
    for (uint32_t col = 0; col < s->t->cols.len; col++) {
        if (check_is_blank(s->t, s->parent, col))
            continue;
        FigRef at = check_cell(s->t, s->id, s->parent, col);
        Quantity whole = check_quantity(s->m, at);
        if (whole.kind != QTY_NUMBER || whole.approx ||
            (!table_adds(s->m, s->t, col, whole.unit) && !s->complete))
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
        s.told = false;
        s.unlike = arena_array(m->scratch, bool, s.to - s.from);
        if (s.to > s.from)
            check_parent(&s);
    }
}

void check_of_which(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++) {
        const Table *t = model_table(m, id);
        if (!t->declares && (table_has_role(t, ROLE_OF_WHICH) || table_has_role(t, ROLE_DIVIDED)))
            check_table(m, id);
    }
}
