/*
 * sums.c — sums, subtotals, subtracted rows and balances.  Layer: check.
 *
 * Requires: tables with roles. Provides: a Proof of every stated total in every column that is
 * added up (PROOF_SUM), of every opening row against the closing one of the year before
 * (PROOF_CHAIN), and findings HP4001–HP4003, HP4008, HP4014.
 *
 * Linear in the cells: a row is added once to the subtotal, the sum and the balance that are
 * open, and once to the running total of all rows (for each unit, where a column has several).
 */
#include "check/sums.h"

enum {
    TERM_SHARE = 4, /* proofs of a table list at most so many terms a cell; the rest is left out */
    MOST_EXPLAINED = 50 /* violated totals a table whose cause is looked for */
};

Layout sums_layout(Model *m, const Table *t)
{
    Layout l = {0};
    uint32_t group = 0;
    uint32_t since = 0;
    uint32_t balance = 0;
    uint32_t opening = UINT32_MAX;
    for (uint32_t r = 0; r < t->rows.len; r++) {
        const Row *row = &t->rows.at[r];
        uint32_t now = l.addends.len;
        Total total = {.row = r, .role = row->role, .to = now, .from = since};
        if (row_is_addend(row)) {
            *vec_push(m->scratch, &l.addends) = r;
        } else if (row->role == ROLE_GROUP) {
            group = now;
        } else if (row->role == ROLE_OPENING) {
            opening = r;
            balance = now;
        } else if (row->role == ROLE_SUBTOTAL) {
            total.from = group;
            group = now;
            *vec_push(m->scratch, &l.totals) = total;
        } else if (row->role == ROLE_SUM) {
            total.all = since == now;
            total.from = total.all ? 0 : since;
            since = group = now;
            *vec_push(m->scratch, &l.totals) = total;
        } else if (row->role == ROLE_CLOSING) {
            total.balance = opening != UINT32_MAX;
            total.opening = opening;
            total.from = total.balance ? balance : since;
            opening = UINT32_MAX;
            since = group = now;
            *vec_push(m->scratch, &l.totals) = total;
        }
    }
    return l;
}

/* --- adding up --------------------------------------------------------------------------- */

typedef struct Acc {
    Quantity qty;
    bool any;     /* a row that is not blank */
    bool bad;     /* a fault told elsewhere */
    bool below;   /* a row below nought: these are changes */
    bool unlike;  /* a row in another unit than those that are added up: */
    FigRef other;
    bool unknown; /* a row that is no number; the sum has ends at the most: */
    FigRef refused;
} Acc;

/* What has been added up of a column: of all its figures, or of those of one unit. */
typedef struct Running {
    UnitId like; /* those that agree with it; 0: all */
    ColumnStep step;
    Acc acc;          /* all rows so far: */
    uint32_t reached; /* how many addends are in it */
    struct Running *next;
} Running;

typedef struct Sums {
    Model *m;
    TableId id;
    const Table *t;
    Layout layout;
    bool *summed;      /* by column */
    Running **running; /* by column: one for each unit that a total asked for */
    uint64_t terms_left;
    uint32_t explained;
} Sums;

/* f: the figure that is to blame if it cannot be added. */
static void add_quantity(Sums *s, Acc *acc, FigRef f, Quantity q)
{
    Quantity sum;
    bool refused = q.kind == QTY_UNKNOWN || q.approx;
    if (q.approx)
        q = quantity_unknown(&q);
    if (!quantity_add(&s->m->units, &acc->qty, &q, &sum)) {
        refused = true;
        sum = quantity_unknown(&acc->qty);
    }
    if (refused && !acc->unknown)
        acc->refused = f;
    acc->unknown |= refused;
    acc->qty = sum;
}

/* Whether a figure is left out since its unit is another. */
static bool is_left_out(const Sums *s, Acc *acc, FigRef f, const Quantity *q, UnitId like)
{
    if (q->kind != QTY_NUMBER || units_agree(&s->m->units, q->unit, like))
        return false;
    if (!acc->unlike)
        acc->other = f;
    acc->unlike = true;
    return true;
}

static void add_figure(Sums *s, Acc *acc, FigRef f, const Running *of, int sign)
{
    Quantity q = check_addend(s->m, f, of->step);
    if (q.kind == QTY_NONE)
        return;
    if (is_left_out(s, acc, f, &q, of->like))
        return;
    acc->any = true;
    acc->below |= q.kind == QTY_NUMBER && decimal_sign(q.mid) < 0;
    if (q.kind == QTY_BAD) {
        acc->bad = true;
        return;
    }
    if (sign < 0)
        q = quantity_neg(&q);
    add_quantity(s, acc, f, q);
}

static void add_row(Sums *s, Acc *acc, uint32_t row, uint32_t col, const Running *of)
{
    if (!check_is_blank(s->t, row, col))
        add_figure(s, acc, check_cell(s->t, s->id, row, col), of, check_sign(&s->t->rows.at[row]));
}

/* --- runs of plain figures --------------------------------------------------------------- */

/* Whether the figure is added as that of the row `first` is: bare, in the same unit, as fine, and
 * under the same heading, which may say how exact it is. */
static bool is_alike(const Sums *s, uint32_t first, const Cell *model, uint32_t row, const Cell *c)
{
    const Row *a = &s->t->rows.at[first], *b = &s->t->rows.at[row];
    return c->kind == CELL_PLAIN && model->unit == c->unit && model->scale == c->scale &&
           a->group == b->group && b->role != ROLE_MINUS;
}

/* Adds the rows from `from` on that are alike as whole numbers; how many those are, 0 where they
 * are better added one by one. What is known of their error is known of each of them. */
static uint32_t add_alike(Sums *s, Acc *acc, uint32_t from, uint32_t to, uint32_t col,
                          const Running *of)
{
    const uint32_t *rows = s->layout.addends.at;
    uint32_t n = 0;
    __extension__ __int128 sum = 0;
    bool below = false;
    Cell model = table_cell(s->t, rows[from], col), c = model;
    while (is_alike(s, rows[from], &model, rows[from + n], &c)) {
        sum += c.coef;
        below |= c.coef < 0;
        if (++n == to - from)
            break;
        c = table_cell(s->t, rows[from + n], col);
    }
    if (n < 2)
        return 0;
    FigRef first = figure_cell(s->id, rows[from], (uint16_t)col);
    Quantity one = check_addend(s->m, first, of->step), all;
    Decimal total = {(int64_t)(sum >> 64), (uint64_t)sum, model.scale};
    if (is_left_out(s, acc, first, &one, of->like))
        return n;
    if (!quantity_many(&s->m->units, &one, n, total, &all))
        return 0;
    acc->any = true;
    acc->below |= below;
    add_quantity(s, acc, first, all);
    return n;
}

static void add_rows(Sums *s, Acc *acc, uint32_t from, uint32_t to, uint32_t col,
                     const Running *of)
{
    while (from < to) {
        uint32_t n = add_alike(s, acc, from, to, col, of);
        if (n == 0)
            add_row(s, acc, s->layout.addends.at[from], col, of);
        from += n == 0 ? 1 : n;
    }
}

static Acc empty_sum(void)
{
    Acc acc = {0};
    acc.qty.kind = QTY_NONE;
    return acc;
}

static Running *running_of(Sums *s, uint32_t col, UnitId like)
{
    Running **at = &s->running[col];
    while (*at != NULL && (*at)->like != like)
        at = &(*at)->next;
    if (*at == NULL) {
        *at = arena_new(s->m->scratch, Running);
        **at = (Running){.like = like, .acc = empty_sum(),
                         .step = check_column_step(s->m, s->id, col, like)};
    }
    return *at;
}

static Acc add_up(Sums *s, const Total *total, uint32_t col, UnitId like)
{
    Running *of = running_of(s, col, like);
    if (total->all) {
        add_rows(s, &of->acc, of->reached, total->to, col, of);
        of->reached = total->to;
        return of->acc;
    }
    Acc acc = empty_sum();
    if (total->balance)
        add_row(s, &acc, total->opening, col, of);
    add_rows(s, &acc, total->from, total->to, col, of);
    return acc;
}

/* --- proofs ------------------------------------------------------------------------------ */

static bool is_alike_in_unit(const Sums *s, FigRef f, const Quantity *stated)
{
    Quantity q = check_quantity(s->m, f);
    return q.kind != QTY_NUMBER || units_agree(&s->m->units, q.unit, stated->unit);
}

static void prove(Sums *s, const Total *total, const Failure *f, const Acc *acc, Verdict verdict)
{
    Proof *p = model_prove(s->m, PROOF_SUM, verdict, s->t->decl, f->figure);
    proof_amounts(s->m, p, &f->stated, &acc->qty);
    if (s->terms_left < total->to - total->from)
        return;
    s->terms_left -= total->to - total->from;
    if (total->balance)
        proof_term(s->m, p, check_cell(s->t, s->id, total->opening, f->col));
    for (uint32_t i = total->from; i < total->to; i++) {
        uint32_t row = s->layout.addends.at[i];
        FigRef cell = check_cell(s->t, s->id, row, f->col);
        if (!check_is_blank(s->t, row, f->col) &&
            (!acc->unlike || is_alike_in_unit(s, cell, &f->stated)))
            proof_term(s->m, p, cell);
    }
}

/* Within the worst case only: a warning, which says what rounding alone would allow. */
static void report_unlikely(Sums *s, const Failure *f)
{
    Diag *d = diag_at(s->m->sink, HP4002, figure_span(s->m, f->figure));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(s->m, &f->stated));
    diag_note(d, N_ROUNDING_GIVES);
    diag_str(d, check_amount(s->m, &f->computed));
    diag_str(d, check_difference(s->m, f->judged.diff, &f->stated));
    diag_str(d, check_slack(s->m, f->judged.slack, &f->stated));
}

void sums_cannot_tell(Model *m, FigRef total, FigRef refused)
{
    Diag *d = diag_at(m->sink, HP4003, figure_span(m, total));
    diag_place(d, figure_span(m, refused), L_REFUSED);
    diag_str(d, span_text(m->sources, figure_span(m, refused)));
}

/* Of a column whose units are mixed: percentages are as little summed there as elsewhere. */
static bool is_summed(const Sums *s, uint32_t col, const Quantity *stated, const Acc *acc)
{
    UnitId unit = stated->unit != 0 ? stated->unit : acc->qty.unit;
    return table_summed(s->t, col) || unit_sums(&s->m->units, unit);
}

/* What the rows come to; of changes no row is known to be none at the least. */
static Quantity gives(const Acc *acc, const Quantity *stated)
{
    bool change = acc->below || decimal_sign(stated->mid) < 0;
    return acc->unknown && change ? quantity_of_change(&acc->qty) : acc->qty;
}

/* Where some rows are in other units than the total, those in its own may be all that it adds:
 * if they are, it is proven, else nobody knows what it adds. */
static bool is_open(const Acc *acc, Verdict v)
{
    return (acc->unknown && v == VERDICT_UNKNOWN) || (acc->unlike && !verdict_holds(v));
}

static void check_column(Sums *s, const Total *total, uint32_t col, FailureVec *failures,
                         bool *told)
{
    if (check_is_blank(s->t, total->row, col))
        return;
    FigRef figure = check_cell(s->t, s->id, total->row, col);
    Quantity stated = check_quantity(s->m, figure);
    if (!check_is_claim(&stated))
        return;
    Acc acc = add_up(s, total, col, sums_like(s->m, s->id, total->row, col));
    if ((!acc.any && !acc.unlike) || acc.bad || !is_summed(s, col, &stated, &acc))
        return; /* a total without rows says nothing that could be checked */
    acc.qty = gives(&acc, &stated);
    Failure f = {col, figure, stated, acc.qty,
                 quantity_equal(&s->m->units, &stated, &acc.qty, s->m->exact_only), acc.refused};
    if (is_open(&acc, f.judged.verdict)) {
        prove(s, total, &f, &acc, VERDICT_UNKNOWN);
        if (!*told)
            sums_cannot_tell(s->m, figure, acc.unknown ? acc.refused : acc.other);
        *told = true;
        return;
    }
    prove(s, total, &f, &acc, f.judged.verdict);
    if (f.judged.verdict == VERDICT_UNLIKELY)
        report_unlikely(s, &f);
    else if (f.judged.verdict == VERDICT_VIOLATED)
        *vec_push(s->m->scratch, failures) = f;
}

/* --- running totals ---------------------------------------------------------------------- */

/* Is the total what its rows come to in this column? Where nothing is claimed it is. */
static bool column_holds(Sums *s, const Total *total, uint32_t col)
{
    Quantity stated = {.kind = QTY_NONE};
    if (s->summed[col] && !check_is_blank(s->t, total->row, col))
        stated = check_quantity(s->m, check_cell(s->t, s->id, total->row, col));
    if (!check_is_claim(&stated))
        return true;
    Acc acc = add_up(s, total, col, sums_like(s->m, s->id, total->row, col));
    acc.qty = gives(&acc, &stated);
    Verdict v = quantity_equal(&s->m->units, &stated, &acc.qty, s->m->exact_only).verdict;
    return !acc.any || acc.bad || !is_summed(s, col, &stated, &acc) ||
           (!is_open(&acc, v) && v != VERDICT_VIOLATED);
}

static uint32_t count_faults(Sums *s, const Total *total)
{
    uint32_t faults = 0;
    for (uint32_t col = 0; col < s->t->cols.len; col++)
        faults += !column_holds(s, total, col);
    return faults;
}

/* Last year's budget, what changes it, a sum; then new measures and the frame: the second total
 * goes on from the first. It is read so where more columns hold then. */
static void let_run(Sums *s, Total *total)
{
    Total running = *total;
    running.all = true;
    running.from = 0;
    if (total->role != ROLE_SUM || total->from == 0 || total->from == total->to)
        return;
    uint32_t faults = count_faults(s, total);
    if (faults > 0 && count_faults(s, &running) < faults)
        *total = running;
}

/* --- the chain of years ------------------------------------------------------------------ */

bool column_precedes(const Column *a, const Column *b)
{
    return a->index.period.kind == PERIOD_YEAR && b->index.period.kind == PERIOD_YEAR &&
           a->index.version == b->index.version &&
           period_first_year(a->index.period) + 1 == period_first_year(b->index.period);
}

void sums_not_carried(Model *m, FigRef now, FigRef then, const Column *before)
{
    Quantity stated = check_quantity(m, now), carried = check_quantity(m, then);
    Comparison c = quantity_equal(&m->units, &stated, &carried, m->exact_only);
    Diag *d = diag_at(m->sink, HP4014, figure_span(m, now));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &stated));
    diag_place(d, figure_span(m, then), L_CLOSED_WITH);
    diag_int(d, period_first_year(before->index.period));
    diag_str(d, check_amount(m, &carried));
    diag_note(d, N_DIFFERENCE);
    diag_str(d, check_difference(m, c.diff, &stated));
}

static void check_link(Sums *s, uint32_t opening, uint32_t closing, uint32_t before, uint32_t col)
{
    if (check_is_blank(s->t, opening, col) || check_is_blank(s->t, closing, before))
        return;
    FigRef now = check_cell(s->t, s->id, opening, col);
    FigRef then = check_cell(s->t, s->id, closing, before);
    Quantity stated = check_quantity(s->m, now);
    Quantity carried = check_quantity(s->m, then);
    if (stated.kind != QTY_NUMBER || carried.kind != QTY_NUMBER)
        return;
    Comparison c = quantity_equal(&s->m->units, &stated, &carried, s->m->exact_only);
    Proof *p = model_prove(s->m, PROOF_CHAIN, c.verdict, s->t->decl, now);
    proof_amounts(s->m, p, &stated, &carried);
    proof_term(s->m, p, then);
    if (c.verdict == VERDICT_VIOLATED)
        sums_not_carried(s->m, now, then, &s->t->cols.at[before]);
}

/* A year's opening is the closing of the year before, in the same version. */
static void check_chain(Sums *s, const Total *total)
{
    for (uint32_t col = 0; col < s->t->cols.len; col++) {
        if (!s->summed[col])
            continue;
        /* Years stand in order as a rule: look to the left, then to the right. */
        for (uint32_t step = 1; step < s->t->cols.len; step++) {
            uint32_t before = (col + s->t->cols.len - step) % s->t->cols.len;
            if (s->summed[before] && column_precedes(&s->t->cols.at[before], &s->t->cols.at[col])) {
                check_link(s, total->opening, total->row, before, col);
                break;
            }
        }
    }
}

/* --- a table ----------------------------------------------------------------------------- */

static bool begin(Sums *s)
{
    uint32_t cols = s->t->cols.len;
    if (s->t->declares && !table_has_role(s->t, ROLE_SUM) && !table_has_role(s->t, ROLE_SUBTOTAL))
        return false;
    s->layout = sums_layout(s->m, s->t);
    if (s->layout.totals.len == 0)
        return false;
    s->summed = arena_array(s->m->scratch, bool, cols);
    s->running = arena_array(s->m->scratch, Running *, cols);
    s->terms_left = (uint64_t)TERM_SHARE * cols * s->t->rows.len;
    for (uint32_t col = 0; col < cols; col++)
        s->summed[col] = table_summed(s->t, col) || table_mixed(s->t, col);
    return true;
}

static void check_table(Model *m, TableId id)
{
    Sums s = {.m = m, .id = id, .t = model_table(m, id)};
    if (sums_plain(m, id) || !begin(&s))
        return;
    for (uint32_t i = 0; i < s.layout.totals.len; i++) {
        Total *total = &s.layout.totals.at[i];
        FailureVec failures = {0};
        bool told = false;
        let_run(&s, total);
        for (uint32_t col = 0; col < s.t->cols.len; col++)
            if (s.summed[col])
                check_column(&s, total, col, &failures, &told);
        if (failures.len > 0)
            sums_report(&(FailedTotal){m, id, s.t, &s.layout, total, &failures, s.summed},
                        s.explained++ < MOST_EXPLAINED);
        if (total->balance)
            check_chain(&s, total);
    }
}

void check_sums(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++) {
        check_table(m, id);
        arena_free(m->scratch); /* the layout of one table is of no use to the next */
    }
}
