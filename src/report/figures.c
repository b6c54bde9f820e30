/*
 * figures.c — tables as they are written: of figures, or of things a row each.  Layer: report.
 *
 * Columns and rows come in the order of the source with the labels that the author gave them;
 * what is blank stays blank.
 */
#include "report/maker.h"

#include "base/utf8.h"

static bool is_printed(const Column *c)
{
    return !c->hidden && c->use != COL_NAME && c->use != COL_IGNORE;
}

static GridRole grid_role(const Row *row)
{
    switch ((VocabRole)row->role) {
    case ROLE_SUM: return GRID_SUM;
    case ROLE_SUBTOTAL:
    case ROLE_CLOSING: return GRID_SUBTOTAL;
    case ROLE_GROUP: return GRID_GROUP;
    case ROLE_OF_WHICH:
    case ROLE_DIVIDED: return GRID_OF_WHICH;
    case ROLE_NONE:
    case ROLE_MINUS:
    case ROLE_OPENING:
    case ROLE_ROW: return GRID_PLAIN;
    }
    return GRID_PLAIN;
}

/* Columns of figures are such even if all is blank. */
static void add_columns(Maker *mk, const Table *t, uint16_t kind, Grid *grid)
{
    const TableHeads *heads = table_heads(mk, t, kind);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        bool figures = !t->declares && (col->use == COL_VALUE || col->use == COL_SUM);
        if (!is_printed(col))
            continue;
        GridColumn *out = grid_column(mk->arena, grid, heads->labels[c], figures);
        out->upper = heads->levels[c].upper;
        out->lower = heads->levels[c].lower;
    }
}

/* The unit that a heading states for the rows under it, as its author wrote it. */
static Str group_unit(Maker *mk, const Table *t, uint32_t row)
{
    DeclId heading = row_decl(t, row);
    FigRef at;
    if (heading == 0 || !decl_figure(mk->m, heading, P_MEASURED_IN, NULL, &at) ||
        at.fact == 0 || model_fact(mk->m, at.fact)->value.kind != VAL_UNIT ||
        model_prop(mk->m, model_fact(mk->m, at.fact)->prop)->decl != heading)
        return STR_NONE; /* none, or the whole table's */
    return str_trim(span_text(mk->m->sources, fact_said(mk->m, model_fact(mk->m, at.fact))));
}

static Str group_label(Maker *mk, const Table *t, uint32_t row)
{
    Str unit = group_unit(mk, t, row), label = row_label(t, &t->rows.at[row]);
    if (unit.len == 0 || utf8_has_word(utf8_fold(mk->arena, label), utf8_fold(mk->arena, unit)))
        return label;
    Buf b;
    buf_init(&b, mk->arena);
    buf_printf(&b, "%.*s (%.*s)", STR_ARG(label), STR_ARG(unit));
    return buf_view(&b);
}

static bool prints_units(const Column *c)
{
    return c->key == P_MEASURED_IN && is_printed(c);
}

static bool has_units(const Table *t)
{
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (prints_units(&t->cols.at[c]))
            return true;
    return false;
}

/* Is the unit of a row printed beside its figures: by its heading, or in a column of units? */
static bool unit_is_beside(Maker *mk, const Table *t, uint32_t r, bool units)
{
    const Row *row = &t->rows.at[r];
    if (row->group != 0 && group_unit(mk, t, row->group - 1).len > 0)
        return true;
    for (uint32_t c = 0; units && c < t->cols.len; c++)
        if (prints_units(&t->cols.at[c]) && table_cell_kind(t, r, c) != CELL_BLANK)
            return true;
    return false;
}

/* units: the table has columns of them. */
static void add_row(Maker *mk, TableId id, uint32_t r, bool units, Grid *grid)
{
    bool beside = unit_is_beside(mk, model_table(mk->m, id), r, units);
    const Row *row = &model_table(mk->m, id)->rows.at[r];
    GridRole role = grid_role(row);
    GridRow *out = grid_row(mk->arena, grid, role);
    uint32_t at = 0;
    bool declares = model_table(mk->m, id)->declares || role == GRID_GROUP;
    out->decl = declares ? row_decl(model_table(mk->m, id), r) : 0;
    for (uint32_t c = 0; c < model_table(mk->m, id)->cols.len; c++) {
        const Column *col = &model_table(mk->m, id)->cols.at[c];
        if (!is_printed(col))
            continue;
        Shown *cell = &out->cells[at++];
        if (role == GRID_GROUP && at == 1)
            grid_text(mk, cell, group_label(mk, model_table(mk->m, id), r));
        else if (col->use == COL_LABEL)
            fill_label(mk, id, r, c, &cell->runs);
        else if (role != GRID_GROUP)
            fill_cell(mk, id, r, c, cell);
        if (beside && cell->number && !cell->unit_given) {
            shown_bare(cell);
            cell->unit = 0;
        }
    }
}

/* Is there a row whose indicator has a target to be judged by, and no status that says the same? */
static bool has_attainment(Maker *mk, TableId id)
{
    for (uint32_t r = 0; r < model_table(mk->m, id)->rows.len; r++) {
        DeclId d = model_table(mk->m, id)->declares ? row_decl(model_table(mk->m, id), r) : 0;
        Str attainment = d == 0 ? STR_NONE : thing_attainment(mk, d);
        if (attainment.len > 0 && !status_says(mk, d, attainment))
            return true;
    }
    return false;
}

/* The last column says of each indicator whether its target is met. */
static void add_attainment(Maker *mk, TableId id, Grid *grid)
{
    uint32_t at = grid->cols.len - 1;
    for (uint32_t r = 0; r < grid->rows.len; r++) {
        DeclId d = row_decl(model_table(mk->m, id), r);
        if (d != 0)
            grid_text(mk, &grid->rows.at[r].cells[at], thing_attainment(mk, d));
    }
}

static Grid *fill_grid(Maker *mk, DeclId d)
{
    TableId id = model_decl(mk->m, d)->table;
    uint32_t rows = model_table(mk->m, id)->rows.len;
    bool judged = has_attainment(mk, id), units = has_units(model_table(mk->m, id));
    Grid *grid = arena_new(mk->arena, Grid);
    add_columns(mk, model_table(mk->m, id), model_decl(mk->m, d)->kind, grid);
    if (judged)
        grid_column(mk->arena, grid, maker_label(mk, LABEL_ATTAINMENT), false);
    grid_room(mk->arena, grid, rows);
    for (uint32_t r = 0; r < rows; r++)
        add_row(mk, id, r, units, grid);
    if (judged)
        add_attainment(mk, id, grid);
    return grid;
}

static bool any_printed(const Table *t)
{
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (is_printed(&t->cols.at[c]))
            return true;
    return false;
}

/* Nothing links to anything in it, and nothing in it to anything. */
static bool is_unlinked(const Table *t)
{
    for (uint32_t r = 0; r < t->rows.len; r++) {
        if (row_decl(t, r) != 0)
            return false;
        for (uint32_t c = 0; c < t->cols.len; c++)
            if (table_cell_kind(t, r, c) == CELL_FACT)
                return false;
    }
    return true;
}

const Grid *report_grid(const Report *r, const Block *table, Arena *while_written)
{
    if (table->grid != NULL)
        return table->grid;
    Maker *mk = r->maker;
    Arena *texts = mk->arena;
    mk->arena = while_written;
    Grid *grid = fill_grid(mk, table->unmade);
    grid_settle(mk, grid, runs_plain(while_written, &table->text));
    mk->arena = texts;
    return grid;
}

/* "2.1 Områdets ramme"; empty: it has no title. */
static Str table_caption(Maker *mk, const Decl *d)
{
    Str number = decl_number(mk->m, d)->text;
    Buf caption;
    if (d->title.len == 0)
        return STR_NONE;
    buf_init(&caption, mk->arena);
    buf_str(&caption, number);
    buf_cstr(&caption, number.len > 0 ? " " : "");
    buf_str(&caption, d->title);
    return buf_view(&caption);
}

static void make_table_block(Maker *mk, DeclId d, Block *into)
{
    TableId id = model_decl(mk->m, d)->table;
    if (id == 0 || !any_printed(model_table(mk->m, id)))
        return;
    Str caption = table_caption(mk, model_decl(mk->m, d));
    Block *table;
    if (is_unlinked(model_table(mk->m, id))) {
        table = block_add(mk->arena, into, BLOCK_TABLE);
        table->unmade = d;
        runs_add(mk->arena, &table->text, caption, RUN_PLAIN, NULL);
    } else {
        table = grid_add(mk, fill_grid(mk, d), caption, into);
    }
    maker_printed(mk, table, NULL, d);
    make_table_chart(mk, d, into);
}

/* Properties that the table itself shows: in its heads, its rows or its signs. */
static bool shown_in_table(uint16_t key)
{
    return key == P_MEASURED_IN || key == P_SCALE;
}

static void make_table_fields(Maker *mk, DeclId d, Block *into)
{
    Traits *traits = maker_traits(mk, d);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < traits->len; i++) {
        if (traits->at[i].key == P_NOTE)
            block_add(mk->arena, into, BLOCK_LINE)->text = traits->at[i].shown.runs;
        else if (!shown_in_table(traits->at[i].key))
            traits->at[kept++] = traits->at[i];
    }
    traits->len = kept;
    if (kept == 0)
        return;
    Block *fields = block_add(mk->arena, into, BLOCK_FIELDS);
    traits_fields(mk, d, traits, &fields->fields);
}

void make_figures(Maker *mk, DeclId d, Block *into, uint8_t level)
{
    make_table_block(mk, d, into);
    make_table_fields(mk, d, into);
    thing_faults(mk, d, into);
    make_body(mk, d, into, level, false);
}

/* What a table says for all the things in its rows comes before them. */
void make_rows(Maker *mk, DeclId container, Block *into, uint8_t level)
{
    make_table_fields(mk, container, into);
    make_table_block(mk, container, into);
    thing_faults(mk, container, into);
    make_body(mk, container, into, level, false);
}
