/*
 * totals.c — a total of years is their sum, and financing is what a project costs.  Layer: check.
 *
 * Requires: amounts by year; the Proofs of check_sums. Provides: a Proof for each total that all
 * its years give and each year whose financing is its cost; HP4026 and HP4027 where they do not.
 *
 * `totalt` of a project may hold years that are not stated: it must be their sum where the years
 * stated are those of its own period, and is never less. `samlet 2018–2021` names its years.
 */
#include "check/cause.h"

enum { MOST_YEARS = 60 };

typedef struct Years {
    FigRef at[MOST_YEARS];
    int year[MOST_YEARS];
    uint32_t count;
    int first, last;
    Quantity sum;
    bool unknown;  /* one that sums refuse, two of one year, or too many */
    bool negative; /* what is left out might be below zero, too */
} Years;

/* --- adding up years --------------------------------------------------------------------- */

static void add_year(Model *m, Years *y, int year, FigRef at, const Quantity *q)
{
    Quantity sum = *q;
    for (uint32_t i = 0; i < y->count; i++)
        y->unknown = y->unknown || y->year[i] == year;
    if (y->count == MOST_YEARS || q->kind != QTY_NUMBER || q->approx ||
        (y->count > 0 && !quantity_add(&m->units, &y->sum, q, &sum))) {
        y->unknown = true;
        return;
    }
    y->sum = sum;
    y->negative = y->negative || decimal_sign(q->mid) < 0;
    y->first = y->count == 0 || year < y->first ? year : y->first;
    y->last = y->count == 0 || year > y->last ? year : y->last;
    y->year[y->count] = year;
    y->at[y->count++] = at;
}

static bool is_money(const Model *m, const Quantity *q)
{
    const Unit *u = unit_get(&m->units, q->unit);
    return q->kind == QTY_NUMBER && !q->approx && u->dim == E_DIMENSION_MONEY && u->per == 0;
}

static bool within(int year, Period p)
{
    return p.kind == PERIOD_NONE || (year >= period_first_year(p) && year <= period_last_year(p));
}

static bool is_plain_year(const Index *index)
{
    bool years = index->period.kind == PERIOD_YEAR || index->period.kind == PERIOD_YEARS;
    return years && index->version == VER_NONE;
}

/* What a thing says for each year (a range of years says it for each of them). */
static Years years_of(Model *m, DeclId d, uint16_t key, Period in)
{
    Years y = {0};
    for (PropId id = model_decl(m, d)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop p = *model_prop(m, id);
        if (p.key != key || p.count == 0 || !is_plain_year(&p.index))
            continue;
        Quantity q = check_quantity(m, figure_fact(p.first));
        int last = period_last_year(p.index.period);
        for (int year = period_first_year(p.index.period); year <= last && !y.unknown; year++)
            if (within(year, in))
                add_year(m, &y, year, figure_fact(p.first), &q);
    }
    return y;
}

static bool all_stated(const Years *y, Period p)
{
    int first = period_first_year(p);
    int last = period_last_year(p);
    return p.kind != PERIOD_NONE && first != 0 && last != 0 && y->first == first &&
           y->last == last && y->count == (uint32_t)(last - first + 1);
}

static Str years_text(const Model *m, const Years *y)
{
    Buf b;
    buf_init(&b, m->arena);
    if (y->first == y->last)
        buf_printf(&b, "%d", y->first);
    else
        buf_printf(&b, "%d\xE2\x80\x93%d", y->first, y->last);
    return buf_view(&b);
}

/* --- judging ----------------------------------------------------------------------------- */

typedef struct Total {
    DeclId decl;
    FigRef figure;
    Quantity stated;
    Years years;
    bool whole; /* all its years are stated */
} Total;

/* The years as terms of the total. */
static SumProblem problem_of(Model *m, const Total *t, SumTerm terms[MOST_YEARS])
{
    for (uint32_t i = 0; i < t->years.count; i++) {
        Span span = figure_span(m, t->years.at[i]);
        terms[i] = (SumTerm){.figure = t->years.at[i],
                             .qty = check_quantity(m, t->years.at[i]),
                             .sign = 1,
                             .label = figure_label(m, m->arena, t->years.at[i]),
                             .line = check_line(m, span)};
    }
    return (SumProblem){.terms = terms,
                        .count = t->years.count,
                        .total = t->figure,
                        .stated = &t->stated,
                        .computed = &t->years.sum};
}

static void report_total(Model *m, const Total *t, Decimal diff)
{
    Diag *d = diag_at(m->sink, HP4026, figure_span(m, t->figure));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &t->stated));
    diag_note(d, N_YEARS_GIVE);
    diag_str(d, years_text(m, &t->years));
    diag_str(d, check_amount_as(m, t->years.sum.mid, &t->years.sum));
    diag_str(d, check_difference(m, diff, &t->stated));
    if (!t->whole && decimal_sign(diff) < 0) {
        diag_note(d, N_TOTAL_TOO_SMALL);
        return;
    }
    SumTerm terms[MOST_YEARS];
    SumProblem p = problem_of(m, t, terms);
    cause_explain(m, d, &p);
}

static bool is_thousandfold(Decimal a, Decimal b)
{
    Decimal limit;
    return decimal_mul(decimal_abs(b), decimal_int(1000), &limit) &&
           decimal_cmp(decimal_abs(a), limit) >= 0;
}

/* The years need not be all of it; but where the total, or one of them, would make it right a
 * thousand times smaller or larger, it has lost its scale. */
static bool lost_scale(Model *m, const Total *t)
{
    SumTerm terms[MOST_YEARS];
    SumProblem p = problem_of(m, t, terms);
    Cause cause = cause_find(m, &p);
    if (cause.kind != CAUSE_SHIFT)
        return false;
    Decimal was = cause.term == CAUSE_TOTAL ? t->stated.mid : terms[cause.term].qty.mid;
    return is_thousandfold(was, cause.reading) || is_thousandfold(cause.reading, was);
}

/* By how much a total is off; 0: it is not, or nobody can know. */
static Decimal judge_total(Model *m, const Total *t)
{
    if (t->stated.kind != QTY_NUMBER || t->stated.approx || t->years.unknown ||
        t->years.count == 0 || !quantity_agree(&m->units, &t->stated, &t->years.sum))
        return decimal_zero;
    Comparison c = quantity_equal(&m->units, &t->stated, &t->years.sum, m->exact_only);
    bool on_line = false;
    Verdict least = quantity_compare(&m->units, &t->stated, OP_GE, &t->years.sum, &on_line);
    if (!t->whole && (t->years.negative || least != VERDICT_VIOLATED || on_line))
        return c.verdict == VERDICT_VIOLATED && lost_scale(m, t) ? c.diff : decimal_zero;
    if (t->whole) {
        Proof *p = model_prove(m, PROOF_ROW_SUM, c.verdict, t->decl, t->figure);
        proof_amounts(m, p, &t->stated, &t->years.sum);
        for (uint32_t i = 0; i < t->years.count; i++)
            proof_term(m, p, t->years.at[i]);
    }
    return c.verdict == VERDICT_VIOLATED ? c.diff : decimal_zero;
}

/* --- things ------------------------------------------------------------------------------ */

/* What key's years a total adds up; 0: it is none. */
static uint16_t total_of(const Prop *p)
{
    if (p->count == 0)
        return P_NONE;
    if (p->key == P_TOTAL)
        return P_AMOUNT;
    return p->index.version == VER_TOTAL ? p->key : (uint16_t)P_NONE;
}

static void check_totals_of(Model *m, DeclId d)
{
    for (PropId id = model_decl(m, d)->first_prop; id != 0; id = model_prop(m, id)->next) {
        uint16_t key = total_of(model_prop(m, id));
        if (key == P_NONE)
            continue;
        const Prop p = *model_prop(m, id);
        Total t = {.decl = d, .figure = figure_fact(p.first)};
        bool named = p.index.period.kind != PERIOD_NONE;
        t.stated = check_quantity(m, t.figure);
        t.years = years_of(m, d, key, p.index.period);
        t.whole = all_stated(&t.years, named ? p.index.period : decl_period(m, d, P_PERIOD));
        if (!is_money(m, &t.stated)) /* the users of four years may be the same ones */
            continue;
        Decimal diff = judge_total(m, &t);
        if (!decimal_is_zero(diff))
            report_total(m, &t, diff);
    }
}

/* --- financing --------------------------------------------------------------------------- */

static bool has_remark(const Model *m, FigRef f)
{
    return figure_value(m, f).remark.len > 0;
}

static void judge_financing(Model *m, DeclId d, FigRef financing, FigRef cost, bool complete)
{
    Quantity paid = check_quantity(m, financing);
    Quantity due = check_quantity(m, cost);
    bool on_line = false;
    if (!is_money(m, &paid) || !is_money(m, &due))
        return;
    Comparison c = quantity_equal(&m->units, &paid, &due, m->exact_only);
    bool more =
        quantity_compare(&m->units, &paid, OP_LE, &due, &on_line) == VERDICT_VIOLATED && !on_line;
    if (verdict_holds(c.verdict)) {
        Proof *p = model_prove(m, PROOF_EQUATION, c.verdict, d, financing);
        proof_amounts(m, p, &paid, &due);
        proof_term(m, p, cost);
    }
    if (c.verdict != VERDICT_VIOLATED || (!complete && !more))
        return;
    Diag *diag = diag_at(m->sink, HP4027, figure_span(m, financing));
    diag_label(diag, L_STATED);
    diag_str(diag, check_amount(m, &paid));
    diag_place(diag, figure_span(m, cost), L_COST_IS);
    diag_str(diag, check_amount(m, &due));
    diag_note(diag, N_DIFFERENCE);
    diag_str(diag, check_difference(m, c.diff, &paid));
}

static bool find_year(const Years *y, int year, FigRef *out)
{
    for (uint32_t i = 0; i < y->count; i++) {
        if (y->year[i] != year)
            continue;
        *out = y->at[i];
        return true;
    }
    return false;
}

/* Where every year of cost has its financing, and none is said to be of one kind only, the two
 * are the same; else the financing is at most the cost. */
static void check_financing(Model *m, DeclId d)
{
    static const Period always = {PERIOD_NONE, {0, 0, 0}, {0, 0, 0}};
    if (decl_prop(m, d, P_FINANCING, NULL) == 0)
        return;
    Years paid = years_of(m, d, P_FINANCING, always);
    Years due = years_of(m, d, P_AMOUNT, always);
    if (due.count == 0)
        due = years_of(m, d, P_COST, always);
    if (paid.unknown || due.unknown)
        return;
    FigRef at;
    bool complete = true;
    for (uint32_t i = 0; i < due.count; i++)
        complete = complete && find_year(&paid, due.year[i], &at) && !has_remark(m, at);
    for (uint32_t i = 0; i < paid.count; i++)
        if (find_year(&due, paid.year[i], &at))
            judge_financing(m, d, paid.at[i], at, complete);
}

/* --- tables ------------------------------------------------------------------------------ */

/* The columns that give a column `samlet 2018–2021`: one for each year, of the same property. */
static Years years_in_row(Model *m, TableId id, uint32_t row, const Column *total)
{
    const Table *t = model_table(m, id);
    Years y = {0};
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        if (col->use != COL_VALUE || col->key != total->key || !is_plain_year(&col->index) ||
            col->index.period.kind != PERIOD_YEAR ||
            !within(period_first_year(col->index.period), total->index.period))
            continue;
        FigRef at = check_cell(t, id, row, c);
        Quantity q = check_quantity(m, at);
        if (q.kind == QTY_NONE)
            q = quantity_int(0, table_unit(m, t, row, c));
        add_year(m, &y, period_first_year(col->index.period), at, &q);
    }
    return y;
}

/* A sum that is off by just what its rows are off by is not told again. */
static void check_column(Model *m, TableId id, uint32_t col, ProofIndex *sums)
{
    const Table *t = model_table(m, id);
    const Column *c = &t->cols.at[col];
    Decimal rows_off = decimal_zero;
    for (uint32_t r = 0; r < t->rows.len; r++) {
        if (t->rows.at[r].role == ROLE_GROUP || check_is_blank(t, r, col))
            continue;
        Total total = {.decl = t->decl, .figure = check_cell(t, id, r, col)};
        total.stated = check_quantity(m, total.figure);
        if (!table_adds(m, t, col, total.stated.unit))
            continue;
        total.years = years_in_row(m, id, r, c);
        total.whole = all_stated(&total.years, c->index.period);
        bool told = check_verdict(m, sums, total.figure) == VERDICT_VIOLATED;
        for (uint32_t i = 0; i < total.years.count && !told; i++)
            told = check_verdict(m, sums, total.years.at[i]) == VERDICT_VIOLATED;
        Decimal diff = total.whole && !told ? judge_total(m, &total) : decimal_zero;
        if (decimal_is_zero(diff))
            continue;
        bool addend = row_is_addend(&t->rows.at[r]);
        if (addend || decimal_cmp(diff, rows_off) != 0)
            report_total(m, &total, diff);
        if (addend)
            (void)decimal_add(rows_off, check_sign(&t->rows.at[r]) < 0 ? decimal_neg(diff) : diff,
                              &rows_off);
    }
}

void check_totals(Model *m, const Stretch *s)
{
    for (DeclId d = s->from; d < s->to; d++) {
        if (model_decl(m, d)->same != 0 || model_decl(m, d)->container)
            continue;
        check_totals_of(m, d);
        if (m->stated[P_FINANCING])
            check_financing(m, d);
    }
}

void check_total_columns(Model *m, const Stretch *s)
{
    ProofIndex *sums = check_proofs_kept(s, PROOF_SUM);
    for (TableId id = s->from; id < s->to; id++) {
        const Table *t = model_table(m, id);
        for (uint32_t c = 0; !t->declares && c < t->cols.len; c++)
            if (t->cols.at[c].index.version == VER_TOTAL && t->cols.at[c].use == COL_VALUE &&
                (table_summed(t, c) || table_mixed(t, c)))
                check_column(m, id, c, sums);
    }
}
