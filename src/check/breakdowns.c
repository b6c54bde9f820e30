/*
 * breakdowns.c — a breakdown gives the amount it divides.  Layer: check.
 *
 * Requires: the Proofs of check_sums. Provides: PROOF_BREAKDOWN, findings HP4007; and HP4010
 * where two breakdowns agree with each other but not with their frame: then the frame is wrong; and
 * HP3008 where no column is in the unit of what is divided.
 *
 * One root is one finding: a total that its rows do not give (HP4001) is not told again here as
 * long as the total or the rows are what the frame says.
 */
#include "check/stated.h"
#include "check/sums.h"

#include "base/utf8.h"

/* --- which column divides the frame ------------------------------------------------------ */

static bool has_figures(const Table *t, uint32_t col)
{
    for (uint32_t r = 0; r < t->rows.len; r++)
        if (t->rows.at[r].role != ROLE_GROUP && !check_is_blank(t, r, col))
            return true;
    return false;
}

/* The unit of its figures; 0: they are bare. */
static UnitId column_unit(const Model *m, const Table *t, uint32_t col)
{
    for (uint32_t r = 0; r < t->rows.len; r++)
        if (t->rows.at[r].role != ROLE_GROUP)
            return table_unit(m, t, r, col);
    return 0;
}

/* «Endring 2027» is of that year, and no part of what is divided in it. */
static bool is_amount(const Model *m, const Column *col)
{
    return col->key != P_NONE || col->index.period.kind == PERIOD_NONE ||
           period_plain_year(col->head) != 0 ||
           !check_names_change(utf8_fold(m->scratch, col->head));
}

/* What is asked of a column that may divide a frame. */
typedef struct Wanted {
    UnitId unit; /* of the frame: money is divided in money */
    int year;    /* 0: any */
    bool net;    /* the table has a netto column with figures, so only such */
    bool bare;   /* it has none with the unit, so one of bare figures may be meant */
    bool change; /* it has no other, so one of changes is */
} Wanted;

static bool may_divide(const Model *m, const Table *t, uint32_t c, const Wanted *w)
{
    const Column *col = &t->cols.at[c];
    bool fits = w->net ? col->key == P_NET : col->key != P_NET && col->use != COL_SUM;
    if (!fits || !table_summed(t, c) || !has_figures(t, c) ||
        (!w->change && !is_amount(m, col)))
        return false;
    UnitId unit = column_unit(m, t, c);
    return (unit == 0 && w->unit != 0) == w->bare && units_agree(&m->units, unit, w->unit);
}

typedef enum Found { FOUND_NONE, FOUND_ONE, FOUND_SEVERAL } Found;

/* `netto` and `beløp` without a year, beside «Netto 2026»: what the table is about. */
static bool is_undated_amount(const Column *col)
{
    return (col->key == P_NET || col->key == P_AMOUNT) && col->index.period.kind == PERIOD_NONE &&
           col->index.version == VER_NONE;
}

/* Its only such column; of several the one of that year, if there is one of it, else the only one
 * that says no year. */
static Found find_column(const Model *m, const Table *t, const Wanted *w, uint32_t *out)
{
    uint32_t count = 0;
    uint32_t of_year = 0;
    uint32_t by_year = 0;
    uint32_t undated = 0;
    uint32_t by_none = 0;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        if (!may_divide(m, t, c, w))
            continue;
        if (count++ == 0)
            *out = c;
        if (w->year != 0 && period_first_year(t->cols.at[c].index.period) == w->year) {
            by_year = c;
            of_year++;
        } else if (is_undated_amount(&t->cols.at[c])) {
            by_none = c;
            undated++;
        }
    }
    if (count > 1)
        *out = of_year != 0 ? by_year : by_none;
    if (count == 0)
        return FOUND_NONE;
    return count == 1 || of_year == 1 || (of_year == 0 && undated == 1) ? FOUND_ONE : FOUND_SEVERAL;
}

/* The netto column if it has one with figures, else its only column of such figures as the frame
 * is; of several the one of that year. False: it cannot be known. */
static bool choose_column(const Model *m, const Table *t, UnitId frame, int year, uint32_t *out)
{
    Wanted wanted = {.unit = frame, .year = year};
    for (uint32_t c = 0; c < t->cols.len; c++)
        wanted.net |= t->cols.at[c].key == P_NET && has_figures(t, c);
    Found found = FOUND_NONE;
    for (int ways = 0; found == FOUND_NONE && ways < 4; ways++) {
        wanted.bare = ways % 2 != 0;
        wanted.change = ways > 1;
        found = find_column(m, t, &wanted, out);
    }
    return found == FOUND_ONE;
}

/* A column with figures that a frame in this unit cannot be divided in: årsverk, of money. False:
 * some column may do, or all of them are shares. */
static bool divides_another(const Model *m, const Table *t, UnitId frame, uint32_t *out)
{
    bool found = false;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        UnitId unit = column_unit(m, t, c);
        if (t->cols.at[c].use != COL_VALUE || !has_figures(t, c))
            continue;
        if (table_mixed(t, c) || unit == 0 || units_agree(&m->units, unit, frame) ||
            units_agree(&m->units, unit, m->units.percent))
            return false;
        if (!found && table_summed(t, c))
            *out = c;
        found |= table_summed(t, c);
    }
    return found;
}

/* Of a frame of several years, the one of the column's own year, or of the plan's. */
static bool is_of_year(const Model *m, const Table *t, uint32_t col, int year)
{
    int own = period_first_year(t->cols.at[col].index.period);
    return year == 0 || year == (own != 0 ? own : decl_year(m, t->decl));
}

/* What the frame says of the column's own year and version; 0: nothing. */
static FactId said_of(const Model *m, DeclId frame, const Column *col)
{
    bool amount = col->key == P_NONE || col->key == P_AMOUNT || col->key == P_NET;
    if (!amount || !is_amount(m, col) || col->use != COL_VALUE ||
        col->index.period.kind != PERIOD_YEAR)
        return 0;
    for (PropId p = model_decl(m, frame)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *prop = model_prop(m, p);
        if (prop->key == P_AMOUNT && prop->count == 1 && index_eq(prop->index, col->index))
            return prop->first;
    }
    return 0;
}

static bool is_claimed(const FrameVec *frames, uint32_t col)
{
    for (uint32_t i = 0; i < frames->len; i++)
        if (frames->at[i].col == col)
            return true;
    return false;
}

/* «Budsjett 2025» beside what is divided: where the frame tells of that year
 * too, it holds as well. */
static void add_other_years(Model *m, TableId table, FrameVec *frames)
{
    FactId divided = frames->len == 0 ? 0 : frames->at[0].from.fact;
    PropId prop = divided == 0 ? 0 : model_fact(m, divided)->prop;
    DeclId frame = prop == 0 ? 0 : model_prop(m, prop)->decl;
    if (frame == 0 || model_decl(m, frame)->kind != K_FRAME)
        return;
    for (uint32_t c = 0; c < model_table(m, table)->cols.len; c++) {
        const Table *t = model_table(m, table);
        FactId said = is_claimed(frames, c) ? 0 : said_of(m, frame, &t->cols.at[c]);
        if (said == 0 || !table_summed(t, c) || !has_figures(t, c))
            continue;
        FigRef from = figure_fact(said);
        FrameClaim claim = {c, check_quantity(m, from), from, frames->at[0].span};
        if (claim.qty.kind == QTY_NUMBER &&
            units_agree(&m->units, column_unit(m, model_table(m, table), c), claim.qty.unit))
            *vec_push(m->arena, frames) = claim;
    }
}

void breakdown_frames(Model *m, TableId table, FrameVec *out)
{
    DeclId d = model_table(m, table)->decl;
    for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop prop = *model_prop(m, p);
        for (uint32_t i = 0; prop.key == P_OF && i < prop.count; i++) {
            const Fact fact = *model_fact(m, prop.first + i);
            if (fact.expr == 0)
                continue;
            Result r = eval_expr(m, fact.doc, fact.expr, fact.scope);
            for (uint32_t k = 0; r.kind == RES_FIGURES && k < r.items.len; k++) {
                FrameClaim claim = {0, r.items.at[k].qty, r.items.at[k].from, fact_span(m, &fact)};
                const Table *t = model_table(m, table);
                int year = stated_year(m, claim.from);
                if (claim.qty.kind == QTY_NUMBER &&
                    choose_column(m, t, claim.qty.unit, year, &claim.col) &&
                    (r.items.len == 1 || is_of_year(m, t, claim.col, year)))
                    *vec_push(m->arena, out) = claim;
            }
        }
    }
    add_other_years(m, table, out);
}

/* `av: ramme.2018` over a table of nothing but årsverk: what it divides is another thing. */
static void check_divides(Model *m, TableId table)
{
    DeclId d = model_table(m, table)->decl;
    const Fact *of = decl_fact(m, d, P_OF);
    uint32_t col = 0;
    if (of == NULL || of->expr == 0)
        return;
    const Fact fact = *of; /* evaluating may make facts and move them */
    Result r = eval_expr(m, fact.doc, fact.expr, fact.scope);
    if (r.kind != RES_FIGURES || !r.scalar || r.items.at[0].qty.kind != QTY_NUMBER)
        return;
    const Quantity *frame = &r.items.at[0].qty;
    const Table *t = model_table(m, table);
    if (frame->unit == 0 || !divides_another(m, t, frame->unit, &col))
        return;
    Quantity divided = quantity_int(1, column_unit(m, t, col));
    Diag *found = eval_dimensions_differ(m, fact_span(m, &fact), frame, &divided);
    diag_place(found, column_span(t, col), L_DIVIDED_IN);
}

/* --- judging ----------------------------------------------------------------------------- */

/* A breakdown that does not give its frame. */
typedef struct Gap {
    DeclId decl;
    FrameClaim frame;
    Quantity gives; /* what the breakdown adds up to */
    FigRef total;   /* its total; all zero: only the rows */
    Comparison judged;
    TableId table;
    uint32_t sum_row; /* a row that is the others together but is not called a sum, + 1; 0: none */
    bool told;
} Gap;

typedef VEC(Gap) GapVec;

static bool add_rows(Model *m, TableId table, const Layout *l, uint32_t col, Quantity *out,
                     Proof *p)
{
    const Table *t = model_table(m, table);
    ColumnStep step = check_column_step(m, table, col, 0);
    bool any = false;
    *out = (Quantity){.kind = QTY_NONE};
    for (uint32_t i = 0; i < l->addends.len; i++) {
        uint32_t row = l->addends.at[i];
        if (check_is_blank(t, row, col))
            continue;
        FigRef f = check_cell(t, table, row, col);
        Quantity q = check_addend(m, f, step);
        if (check_sign(&t->rows.at[row]) < 0)
            q = quantity_neg(&q);
        if (q.approx)
            return false;
        Quantity sum = q;
        if (any && !quantity_add(&m->units, out, &q, &sum))
            return false;
        *out = sum;
        any = true;
        proof_term(m, p, f);
    }
    return any && out->kind == QTY_NUMBER;
}

/* The last total that is stated in this column. */
static const Total *last_total(const Table *t, const Layout *l, uint32_t col)
{
    for (uint32_t i = l->totals.len; i-- > 0;) {
        const Total *total = &l->totals.at[i];
        if (total->role != ROLE_SUBTOTAL && !check_is_blank(t, total->row, col))
            return total;
    }
    return NULL;
}

static bool same_amount(const Model *m, const Quantity *a, const Quantity *b)
{
    return verdict_may_hold(quantity_equal(&m->units, a, b, m->exact_only).verdict);
}

/* «Netto driftsramme» below the departments: it is what is divided, and so are the others. */
static uint32_t find_sum_row(Model *m, const Layout *l, const Gap *gap)
{
    const Table *t = model_table(m, gap->table);
    uint32_t col = gap->frame.col;
    for (uint32_t i = l->addends.len; i-- > 0;) {
        uint32_t row = l->addends.at[i];
        if (check_is_blank(t, row, col))
            continue;
        Quantity q = check_quantity(m, check_cell(t, gap->table, row, col));
        Quantity others;
        if (q.kind == QTY_NUMBER && same_amount(m, &q, &gap->frame.qty) &&
            quantity_sub(&m->units, &gap->gives, &q, &others) &&
            same_amount(m, &others, &gap->frame.qty))
            return row + 1;
    }
    return 0;
}

static void judge(Model *m, TableId table, const Layout *l, const FrameClaim *frame,
                  ProofIndex *sums, GapVec *gaps)
{
    const Table *t = model_table(m, table);
    Proof scratch = {0};
    Gap gap = {.decl = t->decl, .frame = *frame, .table = table};
    const Total *total = last_total(t, l, frame->col);
    Verdict sum = VERDICT_NONE;
    Quantity rows;
    bool have_rows = add_rows(m, table, l, frame->col, &rows, &scratch);
    gap.gives = rows;
    if (total != NULL) {
        gap.total = check_cell(t, table, total->row, frame->col);
        gap.gives = check_quantity(m, gap.total);
        sum = check_verdict(m, sums, gap.total);
    }
    if (gap.gives.kind != QTY_NUMBER || (total == NULL && !have_rows))
        return;
    gap.judged = quantity_equal(&m->units, &gap.gives, &frame->qty, m->exact_only);
    Verdict verdict = gap.judged.verdict;
    Proof *p = total != NULL ? model_prove(m, PROOF_BREAKDOWN, verdict, t->decl, gap.total)
                             : model_prove_at(m, PROOF_BREAKDOWN, verdict, t->decl,
                                              model_decl(m, t->decl)->head);
    proof_amounts(m, p, &gap.gives, &frame->qty);
    if (!figure_is_none(frame->from))
        proof_term(m, p, frame->from);
    FigRef f;
    for (TermIter it = {0, 0}; total == NULL && proof_next(&scratch, &it, &f);)
        proof_term(m, p, f);
    if (gap.judged.verdict != VERDICT_VIOLATED)
        return;
    /* The rows give the frame and only the total is wrong: told by check_sums. */
    if (sum == VERDICT_VIOLATED && have_rows && same_amount(m, &rows, &frame->qty))
        return;
    gap.sum_row = find_sum_row(m, l, &gap);
    *vec_push(m->arena, gaps) = gap;
}

/* --- telling ----------------------------------------------------------------------------- */

static Span gap_span(const Model *m, const Gap *gap)
{
    bool stated = !figure_is_none(gap->total);
    return stated ? figure_span(m, gap->total) : model_decl(m, gap->decl)->head;
}

static bool has_source(const FrameClaim *frame)
{
    return !figure_is_none(frame->from);
}

/* The other breakdown of the same frame that gives the same as this one. */
static Gap *find_ally(Model *m, GapVec *gaps, uint32_t from)
{
    const Gap *gap = &gaps->at[from];
    for (uint32_t i = from + 1; i < gaps->len; i++) {
        Gap *other = &gaps->at[i];
        if (!other->told && other->sum_row == 0 && has_source(&gap->frame) &&
            figure_eq(gap->frame.from, other->frame.from) &&
            same_amount(m, &gap->gives, &other->gives))
            return other;
    }
    return NULL;
}

static void report_frame(Model *m, const Gap *gap, const Gap *ally)
{
    Diag *d = diag_at(m->sink, HP4010, figure_span(m, gap->frame.from));
    diag_str(d, check_amount(m, &gap->frame.qty));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &gap->frame.qty));
    const Gap *both[] = {gap, ally};
    for (size_t i = 0; i < 2; i++) {
        diag_place(d, gap_span(m, both[i]), L_GIVES);
        diag_str(d, check_amount(m, &both[i]->gives));
    }
    diag_note(d, N_ONE_READING_MENDS);
    diag_str(d, check_amount(m, &gap->gives));
    if (gap->gives.exact)
        check_fix(m, d, gap->frame.from, gap->gives.mid);
}

/* One of the two is in thousands or millions without saying so. */
static void note_scale(const Model *m, Diag *d, const Gap *gap)
{
    const char *of_table = check_scale_missing(m, &gap->gives, &gap->frame.qty);
    const char *of_frame = check_scale_missing(m, &gap->frame.qty, &gap->gives);
    if (of_table != NULL) {
        diag_note(d, N_SCALE_MISSING);
        diag_str(d, str_from(of_table));
    } else if (of_frame != NULL && model_table(m, gap->table)->scale_unit != 0) {
        bool says_kroner = has_source(&gap->frame) &&
                           (figure_value(m, gap->frame.from).flags & VALF_UNIT) != 0;
        diag_note(d, says_kroner ? N_SCALE_TOO_MUCH : N_SCALE_IN_ONE_ONLY);
        diag_str(d, str_from(of_frame));
    }
}

/* A row that should be called a sum: there is nothing wrong with the figures. */
static void report_sum_row(Model *m, const Gap *gap)
{
    const Table *t = model_table(m, gap->table);
    uint32_t row = gap->sum_row - 1;
    Str label = row_label(t, &t->rows.at[row]);
    Span span = row_label_span(m, t, row);
    Diag *d = diag_at(m->sink, HP4007, span);
    diag_label(d, L_ADDS_UP_TO);
    diag_str(d, check_amount(m, &gap->gives));
    diag_note(d, N_ROW_IS_THE_SUM);
    diag_str(d, label);
    diag_str(d, check_amount(m, &gap->frame.qty));
    Buf as_sum;
    buf_init(&as_sum, m->arena);
    buf_cstr(&as_sum, "sum: ");
    buf_str(&as_sum, label);
    diag_fix(d, span, buf_view(&as_sum), F_WRITE);
}

static void report_gap(Model *m, const Gap *gap)
{
    Diag *d = diag_at(m->sink, HP4007, gap_span(m, gap));
    diag_label(d, L_ADDS_UP_TO);
    diag_str(d, check_amount(m, &gap->gives));
    if (has_source(&gap->frame))
        diag_place(d, figure_span(m, gap->frame.from), L_DIVIDED_AMOUNT);
    else
        diag_place(d, gap->frame.span, L_DIVIDED_AMOUNT);
    diag_str(d, check_amount(m, &gap->frame.qty));
    Decimal frame = unit_get(&m->units, gap->frame.qty.unit)->factor;
    Decimal gives = unit_get(&m->units, gap->gives.unit)->factor;
    bool finer = decimal_cmp(frame, gives) < 0; /* 271 263 kr rather than 0,271263 mill. kr */
    finer = finer || gap->gives.unit == 0;      /* bare figures are so many of the frame's */
    diag_note(d, N_DIFFERENCE);
    diag_str(d, check_difference(m, gap->judged.diff, finer ? &gap->frame.qty : &gap->gives));
    check_note_rounding(m, d, finer ? &gap->frame.qty : &gap->gives,
                        finer ? &gap->gives : &gap->frame.qty, gap->judged.slack);
    note_scale(m, d, gap);
    check_note_other_year(m, d, gap->frame.from, &gap->gives);
}

/* Gaps of one frame are looked for among each other only up to here; beyond, each is told. */
enum { MOST_ALLIES = 200 };

void check_breakdowns(Model *m)
{
    GapVec gaps = {0};
    ProofIndex sums = check_proofs(m->arena, PROOF_SUM);
    if (!m->stated[P_OF])
        return;
    for (TableId id = 1; id < m->tables.len; id++) {
        const Table *t = model_table(m, id);
        if (t->declares)
            continue;
        FrameVec frames = {0};
        breakdown_frames(m, id, &frames);
        if (frames.len == 0) {
            check_divides(m, id);
            continue;
        }
        breakdown_years(m, model_table(m, id), &frames);
        Layout layout = sums_layout(m, model_table(m, id));
        for (uint32_t i = 0; i < frames.len; i++)
            judge(m, id, &layout, &frames.at[i], &sums, &gaps);
    }
    for (uint32_t i = 0; i < gaps.len; i++) {
        Gap *gap = &gaps.at[i];
        if (gap->told)
            continue;
        if (gap->sum_row != 0) {
            report_sum_row(m, gap);
            continue;
        }
        Gap *ally = gaps.len <= MOST_ALLIES ? find_ally(m, &gaps, i) : NULL;
        if (ally == NULL) {
            report_gap(m, gap);
            continue;
        }
        report_frame(m, gap, ally);
        for (uint32_t k = i; k < gaps.len; k++)
            if (gaps.at[k].sum_row == 0 && figure_eq(gaps.at[k].frame.from, gap->frame.from))
                gaps.at[k].told = true;
    }
}
