/*
 * chart.c — figures as bars, where the author asks for it: `vis: diagram`.  Layer: report.
 *
 * in:  a table, or the figures that a thing states of different times
 * out: a chart for each unit among them; only figures of one unit share a scale, which always begins
 *      at nothing, so that a bar twice as long is twice as much
 *
 * A chart stands beside its figures, never in their place: what is missing or uncertain is read
 * there.
 */
#include "report/maker.h"

#include "model/eval.h"

typedef struct ChartFigure {
    Str group, row, label; /* where it stands: under which heading, in which row and column */
    Str text;
    Quantity q;
    bool taken; /* by a chart */
} ChartFigure;

typedef VEC(ChartFigure) ChartFigures;

/* --- what there is to draw ------------------------------------------------------------------- */

/* Fills in what is known of a figure, if it is a number. */
static bool weigh(Maker *mk, FigRef f, ChartFigure *out)
{
    out->q = eval_figure(mk->m, f);
    return out->q.kind == QTY_NUMBER;
}

/* A total dwarfs what it is the total of, and a part is in its whole already. */
static bool is_drawn(const Row *row)
{
    switch ((VocabRole)row->role) {
    case ROLE_NONE:
    case ROLE_ROW:
    case ROLE_MINUS:
    case ROLE_OPENING: return true;
    case ROLE_SUM:
    case ROLE_SUBTOTAL:
    case ROLE_CLOSING:
    case ROLE_GROUP:
    case ROLE_OF_WHICH:
    case ROLE_DIVIDED: return false;
    }
    return false;
}

/* As the table prints it. */
static Str row_title(Maker *mk, TableId id, uint32_t r)
{
    const Table *t = model_table(mk->m, id);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        if (t->cols.at[c].use != COL_LABEL || t->cols.at[c].hidden)
            continue;
        Runs shown = show_label(mk, id, r, c);
        return runs_plain(mk->arena, &shown);
    }
    return row_label(t, &t->rows.at[r]);
}

static void take_cell(Maker *mk, TableId id, uint32_t r, uint32_t c, ChartFigure figure,
                      ChartFigures *out)
{
    Cell cell = table_cell(model_table(mk->m, id), r, c);
    if (cell.kind == CELL_PLAIN || cell.kind == CELL_FACT) {
        FigRef f = cell.kind == CELL_FACT ? figure_fact(cell.fact)
                                          : figure_cell(id, r, (uint16_t)c);
        if (!weigh(mk, f, &figure))
            return;
        Shown shown = show_cell(mk, id, r, c);
        figure.text = runs_plain(mk->arena, &shown.runs);
        *vec_push(mk->arena, out) = figure;
    }
}

static void take_row(Maker *mk, TableId id, uint32_t r, Str group, const TableHeads *heads,
                     ChartFigures *out)
{
    ChartFigure figure = {.group = group, .row = row_title(mk, id, r)};
    for (uint32_t c = 0; c < model_table(mk->m, id)->cols.len; c++) {
        const Column *col = &model_table(mk->m, id)->cols.at[c];
        if (col->hidden || (col->use != COL_VALUE && col->use != COL_PROP))
            continue;
        figure.label = heads->labels[c];
        take_cell(mk, id, r, c, figure, out);
    }
}

static void take_table(Maker *mk, TableId id, uint16_t kind, ChartFigures *out)
{
    const TableHeads *heads = table_heads(mk, model_table(mk->m, id), kind);
    Str group = STR_NONE;
    for (uint32_t r = 0; r < model_table(mk->m, id)->rows.len; r++) {
        const Row *row = &model_table(mk->m, id)->rows.at[r];
        if (row->role == ROLE_GROUP)
            group = row_label(model_table(mk->m, id), row);
        else if (is_drawn(row))
            take_row(mk, id, r, group, heads, out);
    }
}

/* Figures of a thing that are of a time: its results and targets, its amounts by year. */
static void take_traits(Maker *mk, const Traits *traits, ChartFigures *out)
{
    for (uint32_t i = 0; i < traits->len; i++) {
        const Trait *trait = &traits->at[i];
        ChartFigure figure = {.label = trait->label};
        if (trait->dated == 0 || !weigh(mk, figure_fact(trait->dated), &figure))
            continue;
        figure.text = runs_plain(mk->arena, &trait->shown.runs);
        *vec_push(mk->arena, out) = figure;
    }
}

/* --- the scale ------------------------------------------------------------------------------- */

typedef struct Scale {
    Decimal low, high; /* nothing lies between them, or is one of them */
} Scale;

static void scale_widen(Scale *s, Decimal value)
{
    if (decimal_cmp(value, s->low) < 0)
        s->low = value;
    if (decimal_cmp(value, s->high) > 0)
        s->high = value;
}

/* In thousandths of the scale, from its low end; what cannot be worked out is not drawn. */
static uint16_t scale_at(const Scale *s, Decimal value)
{
    Decimal part, whole, at;
    int64_t n;
    if (!decimal_sub(value, s->low, &part) || !decimal_sub(s->high, s->low, &whole) ||
        !decimal_mul(part, decimal_int(CHART_WIDTH), &part) ||
        !decimal_div(part, whole, ROUND_HALF_AWAY, &at, NULL) ||
        !decimal_round(at, 0, ROUND_HALF_AWAY, &at) || !decimal_to_int64(at, &n))
        return 0;
    return (uint16_t)n;
}

static void set_length(const Scale *s, Decimal value, ChartBar *bar)
{
    uint16_t nothing = scale_at(s, decimal_zero), end = scale_at(s, value);
    bar->from = end < nothing ? end : nothing;
    bar->to = end < nothing ? nothing : end;
}

/* --- charts ---------------------------------------------------------------------------------- */

/* kr and mill. kr are of one kind, and are drawn to one scale; % and % of something are not. */
static bool same_unit(const Maker *mk, const Quantity *a, const Quantity *b)
{
    const Unit *x = unit_get(&mk->m->units, a->unit), *y = unit_get(&mk->m->units, b->unit);
    return a->unit == b->unit ||
           (a->unit != 0 && b->unit != 0 && x->dim == y->dim && x->per == y->per &&
            x->what == y->what);
}

/* Figures of more than one column? Else each bar is named by its row. */
static bool has_columns(const Maker *mk, const ChartFigures *figures, const ChartFigure *first)
{
    for (uint32_t i = 0; i < figures->len; i++)
        if (same_unit(mk, &figures->at[i].q, &first->q) &&
            !str_eq(figures->at[i].label, first->label))
            return true;
    return false;
}

static void add_bar(Maker *mk, Chart *chart, const ChartFigure *before, const ChartFigure *f,
                    bool columns)
{
    bool new_group = before == NULL || !str_eq(before->group, f->group);
    bool new_row = new_group || !str_eq(before->row, f->row);
    if (new_group && f->group.len > 0)
        vec_push(mk->arena, &chart->rows)->label = f->group;
    if (chart->rows.len == 0 || (new_row && columns) || new_group)
        vec_push(mk->arena, &chart->rows)->label = columns ? f->row : STR_NONE;
    ChartRow *row = &chart->rows.at[chart->rows.len - 1];
    *vec_push(mk->arena, &row->bars) =
        (ChartBar){.label = columns || f->row.len == 0 ? f->label : f->row, .text = f->text};
}

/* All that is of the unit of `first` and stands behind it. */
static void make_chart(Maker *mk, ChartFigures *figures, ChartFigure *first, Block *into)
{
    Chart *chart = arena_new(mk->arena, Chart);
    Scale scale = {decimal_zero, decimal_zero};
    const ChartFigure *before = NULL;
    bool columns = has_columns(mk, figures, first);
    for (ChartFigure *f = first; f < figures->at + figures->len; f++)
        if (same_unit(mk, &f->q, &first->q))
            scale_widen(&scale, f->q.mid);
    for (ChartFigure *f = first; f < figures->at + figures->len; f++) {
        if (f->taken || !same_unit(mk, &f->q, &first->q))
            continue;
        add_bar(mk, chart, before, f, columns);
        const ChartRow *row = &chart->rows.at[chart->rows.len - 1];
        set_length(&scale, f->q.mid, &row->bars.at[row->bars.len - 1]);
        f->taken = true;
        before = f;
    }
    block_add(mk->arena, into, BLOCK_CHART)->chart = chart;
}

static void make_charts(Maker *mk, ChartFigures *figures, Block *into)
{
    for (uint32_t i = 0; i < figures->len; i++)
        if (!figures->at[i].taken)
            make_chart(mk, figures, &figures->at[i], into);
}

void make_table_chart(Maker *mk, DeclId d, Block *into)
{
    ChartFigures figures = {0};
    TableId id = model_decl(mk->m, d)->table;
    if (id == 0 || !thing_is_drawn(mk, d))
        return;
    take_table(mk, id, model_decl(mk->m, d)->kind, &figures);
    make_charts(mk, &figures, into);
}

void make_traits_chart(Maker *mk, DeclId d, const Traits *traits, Block *into)
{
    ChartFigures figures = {0};
    if (!thing_is_drawn(mk, d))
        return;
    take_traits(mk, traits, &figures);
    make_charts(mk, &figures, into);
}
