/*
 * net.c — netto is utgifter minus inntekter.  Layer: check.
 *
 * In: tables with the three columns for one time; the Proofs of check_sums. Out: PROOF_NET, HP4006
 * at a row that does not hold, HP4010 where a column points at the same cell, and HP4008 where the
 * rows hold with the other sign of income than the table says.
 */
#include "check/row_sums.h"

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
    if (t->rows.at[row].role == ROLE_GROUP || check_is_blank(t, row, c.income) ||
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
    suspect_add(list, &count, row->net, c.diff, 1);
    suspect_add(list, &count, row->expenditure, c.diff, -1);
    suspect_add(list, &count, row->income, c.diff, negative ? -1 : 1);
    if (row->at->role != ROLE_MINUS && suspects_cross(m, table, row->net, list, count, asked))
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

void net_check(Model *m, TableId id, ProofIndex *sums)
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
