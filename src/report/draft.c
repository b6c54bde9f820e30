/*
 * draft.c — a table while it is being filled.  Layer: report.
 *
 * A column whose figures are all bare and of one unit names it in its head and prints the figures
 * alone; where authors wrote the unit beside the figures, or the units differ, each figure keeps
 * its own. So a unit is printed once.
 */
#include "report/maker.h"

#include "base/utf8.h"

void draft_open(Maker *mk, Draft *d)
{
    *d = (Draft){0};
    arena_open_inner(&d->arena, mk->arena);
}

void draft_drop(Maker *mk, Draft *d)
{
    arena_close_inner(&d->arena, mk->arena);
}

uint32_t draft_column(Draft *d, Str head, bool figures)
{
    DraftColumn *c = vec_push(&d->arena, &d->cols);
    c->head = head;
    c->figures = figures;
    return d->cols.len - 1;
}

DraftRow *draft_row(Draft *d, GridRole role, DeclId decl)
{
    DraftRow *row = vec_push(&d->arena, &d->rows);
    row->role = (uint8_t)role;
    row->decl = decl;
    row->cells = arena_array(&d->arena, Shown, d->cols.len);
    return row;
}

void draft_text(Maker *mk, Shown *cell, Str text)
{
    runs_add(mk->arena, &cell->runs, text, RUN_PLAIN, NULL);
}

/* The unit that all figures of a column share without saying it; 0: there is none. */
static UnitId shared_unit(const Draft *d, uint32_t col)
{
    UnitId unit = 0;
    for (uint32_t r = 0; r < d->rows.len; r++) {
        const Shown *s = &d->rows.at[r].cells[col];
        if (!s->number)
            continue;
        if (s->unit_given || s->unit == 0 || (unit != 0 && s->unit != unit))
            return 0;
        unit = s->unit;
    }
    return unit;
}

/* Does a figure of the column say its unit elsewhere in its row, in a column that cannot name it?
 * Then the unit is the row's, and a head that took it would speak for rows of other units. */
static bool owned_by_rows(const Draft *d, const UnitId *units, uint32_t col)
{
    for (uint32_t r = 0; r < d->rows.len; r++) {
        const Shown *cells = d->rows.at[r].cells;
        for (uint32_t c = 0; c < d->cols.len && cells[col].number; c++)
            if (units[c] == 0 && cells[c].number && cells[c].unit == units[col])
                return true;
    }
    return false;
}

static bool is_numeric(const Draft *d, uint32_t col)
{
    bool any = d->cols.at[col].figures;
    for (uint32_t r = 0; r < d->rows.len; r++) {
        const Shown *s = &d->rows.at[r].cells[col];
        if (runs_empty(&s->runs))
            continue;
        if (!s->figure)
            return false;
        any = any || s->number;
    }
    return any;
}

static Str head_with_unit(Maker *mk, Str head, UnitId id)
{
    const Unit *u = unit_get(&mk->m->units, id);
    Str label = text3_in(&u->names, mk->lang);
    if (label.len == 0)
        label = u->label;
    Str folded = utf8_fold(mk->arena, head);
    if (label.len == 0 || str_find(folded, utf8_fold(mk->arena, label)) >= 0)
        return head;
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, head);
    buf_printf(&b, head.len > 0 ? " (%.*s)" : "%.*s", STR_ARG(label));
    return buf_view(&b);
}

static void finish_columns(Maker *mk, const Draft *d, Grid *grid, UnitId *units)
{
    UnitId *shared = arena_array(mk->arena, UnitId, d->cols.len);
    for (uint32_t c = 0; c < d->cols.len; c++)
        shared[c] = shared_unit(d, c);
    for (uint32_t c = 0; c < d->cols.len; c++) {
        units[c] = shared[c] != 0 && owned_by_rows(d, shared, c) ? 0 : shared[c];
        Str head = d->cols.at[c].head;
        HeadLevels levels = d->cols.at[c].levels;
        if (units[c] != 0) {
            head = head_with_unit(mk, head, units[c]);
            if (levels.upper.len > 0)
                levels.lower = head_with_unit(mk, levels.lower, units[c]);
        }
        GridColumn *col = grid_column(mk->arena, grid, head, is_numeric(d, c));
        col->upper = levels.upper;
        col->lower = levels.lower;
    }
}

Block *draft_finish(Maker *mk, Draft *d, Block *into)
{
    Grid *grid = arena_new(mk->arena, Grid);
    UnitId *units = arena_array(mk->arena, UnitId, d->cols.len);
    finish_columns(mk, d, grid, units);
    for (uint32_t r = 0; r < d->rows.len; r++) {
        const DraftRow *from = &d->rows.at[r];
        GridRow *to = grid_row(mk->arena, grid, (GridRole)from->role);
        for (uint32_t c = 0; c < d->cols.len; c++) {
            const Shown *s = &from->cells[c];
            to->cells[c] = units[c] != 0 ? shown_bare(s) : s->runs;
        }
    }
    Block *b = block_add(mk->arena, into, BLOCK_TABLE);
    b->grid = grid;
    for (uint32_t r = 0; r < d->rows.len; r++)
        if (d->rows.at[r].decl != 0)
            maker_printed(mk, b, &grid->rows.at[r], d->rows.at[r].decl);
    draft_drop(mk, d);
    return b;
}
