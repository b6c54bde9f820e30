/*
 * chart.c — figures as charts, where the author asks for it: `vis: diagram`.  Layer: report.
 *
 * in:  a table, or the figures that a thing states of different times
 * out: a chart for each unit among them, of lines where they show how something develops, else of
 *      bars; only figures of one unit share a scale, and that of bars always begins at nothing, so
 *      that a bar twice as long is twice as much
 *
 * A chart stands beside its figures, never in their place: what is missing or uncertain is read
 * there.
 */
#include "report/chart_int.h"

#include "model/eval.h"

/* --- what there is to draw ------------------------------------------------------------------- */

/* Of «minst 5 %» the 5: where the target is. */
static bool weigh_limit(Maker *mk, FactId id, ChartFigure *out)
{
    const Fact *f = model_fact(mk->m, id);
    Value v = fact_value(mk->m, f);
    if (v.kind != VAL_NUMBER || v.compare == CMP_NONE)
        return false;
    v.compare = CMP_NONE;
    out->q = quantity_of(&mk->m->units, &v, false);
    return out->limit = out->q.kind == QTY_NUMBER;
}

/* Fills in what is known of a figure. */
static void weigh(Maker *mk, FigRef f, const Shown *shown, ChartFigure *out)
{
    if (!out->head.target || f.fact == 0 || !weigh_limit(mk, f.fact, out))
        out->q = eval_figure(mk->m, f);
    out->text = runs_plain(mk->arena, &shown->runs);
    out->bare = out->text;
    if (shown->bare_len == 0)
        return;
    Str figure = shown->runs.at[0].text;
    out->bare = str_slice(figure, 0, shown->bare_len);
    out->unit = str_trim(text_breakable(mk->arena, str_slice(figure, shown->bare_len, figure.len)));
}

static bool is_expected(Index index)
{
    switch ((VocabVersion)index.version) {
    case VER_NONE:
    case VER_ACCOUNTS:
    case VER_TOTAL: return false;
    case VER_BUDGET:
    case VER_REVISED:
    case VER_ORIGINAL:
    case VER_FORECAST:
    case VER_PROPOSAL:
    case VER_PLAN: return true;
    }
    return false;
}

static ChartHead read_head(const Maker *mk, Str label, uint16_t key, Index index)
{
    ChartHead head = {.label = label,
                      .when = index.period,
                      .target = key == P_TARGET,
                      .expected = key == P_TARGET || is_expected(index)};
    uint32_t at = head_time_at(mk, label, index.period);
    head.series = str_trim(str_slice(label, 0, at));
    head.time = str_slice(label, at, label.len);
    return head;
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
        Runs shown = {0};
        fill_label(mk, id, r, c, &shown);
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
        Shown shown = {0};
        fill_cell(mk, id, r, c, &shown);
        weigh(mk, f, &shown, &figure);
    } else {
        figure.q.kind = QTY_NONE;
    }
    *vec_push(mk->arena, out) = figure;
}

/* A head for each column, of what is drawn. */
static ChartHead *read_heads(Maker *mk, TableId id, uint16_t kind)
{
    const Table *t = model_table(mk->m, id);
    const TableHeads *heads = table_heads(mk, t, kind);
    ChartHead *read = arena_array(mk->arena, ChartHead, t->cols.len);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        read[c] = read_head(mk, column_label(mk, col, kind), col->key, col->index);
        read[c].label = heads->labels[c];
    }
    return read;
}

static bool is_drawn_column(const Column *col)
{
    return !col->hidden && (col->use == COL_VALUE || col->use == COL_PROP);
}

/* | år | antall |: the rows are the times, and each column is a line. */
static void read_time_of_row(Maker *mk, ChartFigure *figure)
{
    Period when;
    if (figure->head.when.kind != PERIOD_NONE ||
        !period_read(mk->m->scratch, figure->row, &when))
        return;
    figure->head.when = when;
    figure->head.time = figure->row;
    figure->subject = STR_NONE;
}

static void take_row(Maker *mk, TableId id, uint32_t r, Str group, const ChartHead *heads,
                     ChartFigures *out)
{
    Str title = row_title(mk, id, r);
    for (uint32_t c = 0; c < model_table(mk->m, id)->cols.len; c++) {
        ChartFigure figure = {.group = group, .row = title, .subject = title, .head = heads[c]};
        if (!is_drawn_column(&model_table(mk->m, id)->cols.at[c]))
            continue;
        read_time_of_row(mk, &figure);
        take_cell(mk, id, r, c, figure, out);
    }
}

static void take_table(Maker *mk, TableId id, uint16_t kind, ChartFigures *out)
{
    const ChartHead *heads = read_heads(mk, id, kind);
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
        PropId p = trait->dated == 0 ? 0 : model_fact(mk->m, trait->dated)->prop;
        if (p == 0)
            continue;
        ChartFigure figure = {
            .head = read_head(mk, trait->label, trait->key, model_prop(mk->m, p)->index)};
        weigh(mk, figure_fact(trait->dated), &trait->shown, &figure);
        *vec_push(mk->arena, out) = figure;
    }
}

/* The author says so, or the years are parts of one amount, so that each stands by itself. */
static bool is_for_bars(const Maker *mk, DeclId d, TableId table)
{
    const Model *m = mk->m;
    const Decl *self = model_decl(m, decl_self(m, d));
    if (thing_in_bars(mk, d) || self->kind == K_INVESTMENT ||
        decl_fact(m, d, P_TOTAL) != NULL)
        return true;
    for (uint32_t c = 0; table != 0 && c < model_table(m, table)->cols.len; c++) {
        const Column *col = &model_table(m, table)->cols.at[c];
        if (col->use == COL_SUM || col->key == P_TOTAL || col->index.version == VER_TOTAL)
            return true;
    }
    return false;
}

/* --- bars ----------------------------------------------------------------------------------- */

static void set_length(const ChartScale *s, Decimal value, ChartBar *bar)
{
    uint16_t nothing = chart_place(s, decimal_zero), end = chart_place(s, value);
    bar->from = end < nothing ? end : nothing;
    bar->to = end < nothing ? nothing : end;
}

bool chart_same_unit(const Maker *mk, const ChartFigure *a, const ChartFigure *b)
{
    if (a->q.unit == b->q.unit)
        return true;
    if (a->q.unit == 0 || b->q.unit == 0)
        return false;
    const Unit *x = unit_get(&mk->m->units, a->q.unit), *y = unit_get(&mk->m->units, b->q.unit);
    bool of_one_thing = a->row.len == 0 && b->row.len == 0 && (x->what == 0 || y->what == 0);
    return x->dim == y->dim && x->per == y->per &&
           (x->what == y->what || (of_one_thing && x->dim == E_DIMENSION_PERCENT));
}

static bool is_drawn_with(const Maker *mk, const ChartFigure *f, const ChartFigure *first)
{
    return f->q.kind == QTY_NUMBER && chart_same_unit(mk, f, first);
}

/* Figures of more than one column? Else each bar is named by its row. */
static bool has_columns(const Maker *mk, const ChartFigures *figures, const ChartFigure *first)
{
    for (uint32_t i = 0; i < figures->len; i++)
        if (is_drawn_with(mk, &figures->at[i], first) &&
            !str_eq(figures->at[i].head.label, first->head.label))
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
        (ChartBar){.label = columns || f->row.len == 0 ? f->head.label : f->row, .text = f->text};
}

static Chart *make_bars(Maker *mk, const ChartFigures *figures, const ChartFigure *first)
{
    Chart *chart = arena_new(mk->arena, Chart);
    ChartScale scale = {decimal_zero, decimal_zero};
    const ChartFigure *before = NULL, *end = figures->at + figures->len;
    bool columns = has_columns(mk, figures, first);
    for (const ChartFigure *f = first; f < end; f++)
        if (is_drawn_with(mk, f, first) && !f->limit)
            chart_widen(&scale, f->q.mid);
    for (const ChartFigure *f = first; f < end; f++) {
        if (!is_drawn_with(mk, f, first) || f->limit)
            continue;
        add_bar(mk, chart, before, f, columns);
        const ChartRow *row = &chart->rows.at[chart->rows.len - 1];
        set_length(&scale, f->q.mid, &row->bars.at[row->bars.len - 1]);
        before = f;
    }
    return chart;
}

/* --- charts ---------------------------------------------------------------------------------- */

/* All that is of the unit of `first` and stands behind it. */
static void make_chart(Maker *mk, ChartFigures *figures, ChartFigure *first, bool in_bars,
                       Block *into)
{
    const Chart *chart = in_bars ? NULL : chart_lines(mk, figures, first);
    if (chart == NULL)
        chart = make_bars(mk, figures, first);
    for (ChartFigure *f = first; f < figures->at + figures->len; f++)
        f->taken = f->taken || is_drawn_with(mk, f, first);
    if (chart->rows.len > 0 || chart->lines.len > 0)
        block_add(mk->arena, into, BLOCK_CHART)->chart = chart;
}

static void make_charts(Maker *mk, ChartFigures *figures, bool in_bars, Block *into)
{
    for (uint32_t i = 0; i < figures->len; i++)
        if (!figures->at[i].taken && figures->at[i].q.kind == QTY_NUMBER)
            make_chart(mk, figures, &figures->at[i], in_bars, into);
}

void make_table_chart(Maker *mk, DeclId d, Block *into)
{
    ChartFigures figures = {0};
    TableId id = model_decl(mk->m, d)->table;
    if (id == 0 || !thing_is_drawn(mk, d))
        return;
    take_table(mk, id, model_decl(mk->m, d)->kind, &figures);
    make_charts(mk, &figures, is_for_bars(mk, d, id), into);
}

void make_traits_chart(Maker *mk, DeclId d, const Traits *traits, Block *into)
{
    ChartFigures figures = {0};
    if (!thing_is_drawn(mk, d))
        return;
    take_traits(mk, traits, &figures);
    make_charts(mk, &figures, is_for_bars(mk, d, 0), into);
}
