/*
 * row_sums.c — columns headed sum, and netto = utgifter - inntekter.  Layer: check.
 *
 * Requires: tables; the Proofs of check_sums. Provides: PROOF_ROW_SUM and PROOF_NET, findings
 * HP4023, HP4006, HP4008; and HP4010 where a row and a column both point at the one cell in
 * which they cross.
 */
#include "check/sums.h"

static bool is_checked_row(const Row *row)
{
    return row->role != ROLE_GROUP;
}

/* Is this cell a total that its rows do not give? Then its row is not judged by it again. */
static bool is_violated_total(const Model *m, ProofIndex *sums, FigRef f)
{
    return check_verdict(m, sums, f) == VERDICT_VIOLATED;
}

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

/* --- where a row and a column cross ------------------------------------------------------ */

enum { MOST_CROSSINGS = 50 /* faulty rows a table for which the columns are asked */ };

/* A cell of a faulty row, and by how much its column's total would be off if it were the one that
 * is wrong. */
typedef struct Suspect {
    FigRef cell;
    Decimal gap; /* stated - computed */
} Suspect;

/* Adds a suspect: the row's difference is `times` the cell's own error. */
static void suspect(Suspect *list, uint32_t *count, FigRef cell, Decimal diff, int times)
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

static bool ask_columns(Model *m, DeclId decl, FigRef row_total, const Suspect *list,
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

/* --- the findings of a row --------------------------------------------------------------- */

static void report_row_sum(RowSum *s, uint32_t row, const Failure *f, const TermVec *terms)
{
    bool figures = f->stated.kind == QTY_NUMBER && f->computed.kind == QTY_NUMBER;
    if (figures && s->t->rows.at[row].role != ROLE_MINUS) {
        Suspect *list = arena_array(s->m->arena, Suspect, terms->len + 1);
        uint32_t count = 0;
        suspect(list, &count, f->figure, f->judged.diff, 1);
        for (uint32_t i = 0; i < terms->len; i++)
            suspect(list, &count, terms->at[i].figure, f->judged.diff, -1);
        if (ask_columns(s->m, s->t->decl, f->figure, list, count, &s->asked))
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
    if (!is_checked_row(&s->t->rows.at[row]) || check_is_blank(s->t, row, s->col))
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

/* --- netto ------------------------------------------------------------------------------- */

typedef struct NetColumns {
    uint32_t income, expenditure, net;
} NetColumns;

typedef struct NetRow {
    FigRef income, expenditure, net;
    Quantity in, out, stated;
    Quantity minus, plus; /* utgifter - inntekter, utgifter + inntekter */
    const Row *at;
} NetRow;

static bool find_column(const Table *t, uint16_t key, const Index *index, uint32_t *out)
{
    for (uint32_t c = 0; c < t->cols.len; c++) {
        if (t->cols.at[c].key == key && index_eq(t->cols.at[c].index, *index)) {
            *out = c;
            return true;
        }
    }
    return false;
}

static bool read_net_row(Model *m, TableId id, uint32_t row, NetColumns c, NetRow *out)
{
    const Table *t = model_table(m, id);
    if (!is_checked_row(&t->rows.at[row]) || check_is_blank(t, row, c.income) ||
        check_is_blank(t, row, c.expenditure) || check_is_blank(t, row, c.net))
        return false;
    out->income = check_cell(t, id, row, c.income);
    out->expenditure = check_cell(t, id, row, c.expenditure);
    out->net = check_cell(t, id, row, c.net);
    out->at = &t->rows.at[row];
    out->in = check_quantity(m, out->income);
    out->out = check_quantity(m, out->expenditure);
    out->stated = check_quantity(m, out->net);
    return out->in.kind == QTY_NUMBER && out->out.kind == QTY_NUMBER &&
           out->stated.kind == QTY_NUMBER && !out->in.approx && !out->out.approx &&
           quantity_sub(&m->units, &out->out, &out->in, &out->minus) &&
           quantity_add(&m->units, &out->out, &out->in, &out->plus);
}

static bool gives(Model *m, const NetRow *row, const Quantity *q)
{
    return quantity_equal(&m->units, &row->stated, q, m->exact_only).verdict != VERDICT_VIOLATED;
}

typedef enum NetReading { NET_AS_SAID, NET_OTHER_SIGN, NET_REVERSED } NetReading;

/* How many rows hold in each reading, of those that tell them apart. */
typedef struct NetVotes {
    uint32_t telling, said, other;
    bool all_other, all_reversed; /* of all rows */
} NetVotes;

static NetVotes count_votes(Model *m, TableId id, NetColumns c)
{
    const Table *t = model_table(m, id);
    NetVotes v = {.all_other = true, .all_reversed = true};
    for (uint32_t r = 0; r < t->rows.len; r++) {
        NetRow row;
        if (!read_net_row(m, id, r, c, &row))
            continue;
        const Quantity *said = t->income_negative ? &row.plus : &row.minus;
        const Quantity *unsaid = t->income_negative ? &row.minus : &row.plus;
        Quantity negated = quantity_neg(said);
        bool other = gives(m, &row, unsaid);
        v.all_other &= other;
        v.all_reversed &= gives(m, &row, &negated);
        if (decimal_is_zero(row.in.mid) || decimal_is_zero(row.out.mid))
            continue;
        v.telling++;
        v.other += other;
        v.said += gives(m, &row, said);
    }
    return v;
}

/* What makes the rows hold. Where nearly all of them do with the other sign, it is that, and the
 * few are at fault: else one slip would be told as many. */
static NetReading read_throughout(NetVotes v)
{
    if (v.other > 2 * v.said && 2 * v.other > v.telling)
        return NET_OTHER_SIGN;
    return v.telling > 0 && v.said == 0 && v.all_reversed ? NET_REVERSED : NET_AS_SAID;
}

typedef struct NetCheck {
    NetReading reading;
    bool all;      /* that it is of all rows */
    bool negative; /* income is, in this reading */
    bool told;     /* of the whole table */
    ProofIndex *sums;
    uint32_t asked;
    Decimal off, all_off; /* by how much the rows since the last sum, and all rows, are off */
} NetCheck;

/* That the table says the other sign, at the first row that shows it; all are judged by it. */
static void report_sign(Model *m, const NetRow *row, NetCheck *check)
{
    static const MsgId holds[2][2] = {{N_MOST_HOLD_POSITIVE, N_MOST_HOLD_NEGATIVE},
                                      {N_HOLDS_POSITIVE, N_HOLDS_NEGATIVE}};
    check->told = true;
    diag_note(diag_at(m->sink, HP4008, figure_span(m, row->income)),
              holds[check->all][check->negative]);
}

static void report_net(Model *m, const NetRow *row, const Quantity *computed, Comparison c,
                       const NetCheck *check, DeclId table, uint32_t *asked)
{
    bool negative = check->negative;
    Suspect list[3];
    uint32_t count = 0;
    suspect(list, &count, row->net, c.diff, 1);
    suspect(list, &count, row->expenditure, c.diff, -1);
    suspect(list, &count, row->income, c.diff, negative ? -1 : 1);
    if (row->at->role != ROLE_MINUS && ask_columns(m, table, row->net, list, count, asked))
        return;
    Diag *d = diag_at(m->sink, HP4006, figure_span(m, row->net));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &row->stated));
    diag_note(d, negative ? N_NET_GIVES_PLUS : N_NET_GIVES);
    diag_str(d, check_amount(m, &row->out));
    diag_str(d, check_amount(m, &row->in));
    diag_str(d, check_amount(m, computed));
    diag_str(d, check_difference(m, c.diff, &row->stated));
    SumTerm terms[] = {
        {row->expenditure, row->out, 1, STR("utgifter"), check_line(m, figure_span(m, row->net))},
        {row->income, row->in, negative ? 1 : -1, STR("inntekter"),
         check_line(m, figure_span(m, row->net))},
    };
    cause_explain(m, d, &(SumProblem){.terms = terms,
                                      .count = 2,
                                      .total = row->net,
                                      .stated = &row->stated,
                                      .computed = computed});
}

/* A sum that is off by just what its rows are off by follows from them. The rows are counted. */
static bool follows_from_rows(NetCheck *check, const NetRow *row, Comparison c)
{
    bool violated = c.verdict == VERDICT_VIOLATED;
    const uint8_t role = row->at->role;
    if (row_is_total(row->at)) {
        bool follows = violated && (decimal_cmp(c.diff, check->off) == 0 ||
                                    decimal_cmp(c.diff, check->all_off) == 0);
        if (role == ROLE_SUM)
            check->off = decimal_zero;
        return follows;
    }
    if (violated && role != ROLE_OF_WHICH && role != ROLE_DIVIDED) {
        Decimal diff = role == ROLE_MINUS ? decimal_neg(c.diff) : c.diff;
        (void)decimal_add(check->off, diff, &check->off);
        (void)decimal_add(check->all_off, diff, &check->all_off);
    }
    return false;
}

static void check_net_row(Model *m, TableId id, const NetRow *row, NetCheck *check)
{
    const Table *t = model_table(m, id);
    const Quantity *computed = check->negative ? &row->plus : &row->minus;
    Comparison c = quantity_equal(&m->units, &row->stated, computed, m->exact_only);
    Proof *p = model_prove(m, PROOF_NET, c.verdict, t->decl, row->net);
    proof_amounts(m, p, &row->stated, computed);
    proof_term(m, p, row->expenditure);
    proof_term(m, p, row->income);
    bool follows = follows_from_rows(check, row, c);
    bool other = check->reading == NET_OTHER_SIGN;
    bool violated = c.verdict == VERDICT_VIOLATED;
    if (other && !check->told && !violated && !decimal_is_zero(row->in.mid))
        report_sign(m, row, check);
    if (!violated || follows || (check->told && !other))
        return;
    if (is_violated_total(m, check->sums, row->net) ||
        is_violated_total(m, check->sums, row->income) ||
        is_violated_total(m, check->sums, row->expenditure))
        return;
    uint32_t before = m->sink->list.len;
    report_net(m, row, computed, c, check, t->decl, &check->asked);
    if (check->reading == NET_REVERSED && m->sink->list.len > before) {
        check->told = true;
        diag_note(m->sink->list.at[m->sink->list.len - 1], N_NET_REVERSED);
    }
}

static void check_net(Model *m, TableId id, ProofIndex *sums)
{
    const Table *t = model_table(m, id);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        NetColumns cols = {.net = c};
        const Index *index = &t->cols.at[c].index;
        if (t->cols.at[c].key != P_NET || !find_column(t, P_INCOME, index, &cols.income) ||
            !find_column(t, P_EXPENDITURE, index, &cols.expenditure))
            continue;
        NetVotes votes = count_votes(m, id, cols);
        NetReading reading = read_throughout(votes);
        NetCheck check = {.reading = reading, .all = votes.all_other, .sums = sums,
                          .negative = t->income_negative != (reading == NET_OTHER_SIGN)};
        for (uint32_t r = 0; r < t->rows.len; r++) {
            NetRow row;
            if (read_net_row(m, id, r, cols, &row))
                check_net_row(m, id, &row, &check);
        }
    }
}

void check_row_sums(Model *m, const Stretch *s)
{
    ProofIndex *sums = check_proofs_kept(s, PROOF_SUM);
    for (TableId id = s->from; id < s->to; id++) {
        check_sum_columns(m, id, sums);
        if (!model_table(m, id)->declares)
            check_net(m, id, sums);
    }
}
