/*
 * grid.c — a table, once it is filled.  Layer: report.
 *
 * A column whose figures are all bare and of one unit names it in its head and prints the figures
 * alone; where authors wrote the unit beside the figures, or the units differ, each figure keeps
 * its own. So a unit is printed once.
 */
#include "report/maker.h"

#include "base/utf8.h"

void grid_text(Maker *mk, Shown *cell, Str text)
{
    runs_add(mk->arena, &cell->runs, text, RUN_PLAIN, NULL);
}

/* The unit that all figures of a column share without saying it; 0: there is none. */
static UnitId shared_unit(const Grid *g, uint32_t col)
{
    UnitId unit = 0;
    for (uint32_t r = 0; r < g->rows.len; r++) {
        const Shown *s = &g->rows.at[r].cells[col];
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
static bool owned_by_rows(const Grid *g, const UnitId *units, uint32_t col)
{
    for (uint32_t r = 0; r < g->rows.len; r++) {
        const Shown *cells = g->rows.at[r].cells;
        for (uint32_t c = 0; c < g->cols.len && cells[col].number; c++)
            if (units[c] == 0 && cells[c].number && cells[c].unit == units[col])
                return true;
    }
    return false;
}

static bool is_numeric(const Grid *g, uint32_t col)
{
    bool any = g->cols.at[col].number;
    for (uint32_t r = 0; r < g->rows.len; r++) {
        const Shown *s = &g->rows.at[r].cells[col];
        if (runs_empty(&s->runs))
            continue;
        if (!s->figure)
            return false;
        any = any || s->number;
    }
    return any;
}

/* What stands behind the figures of a column; empty where they say their unit in different words. */
static Str shared_tail(const Grid *g, uint32_t col)
{
    Str shared = STR_NONE;
    for (uint32_t r = 0; r < g->rows.len; r++) {
        const Shown *s = &g->rows.at[r].cells[col];
        if (!s->number)
            continue;
        Str text = s->runs.at[0].text;
        Str tail = str_slice(text, s->bare_len, text.len);
        if (shared.len > 0 && !str_eq(shared, tail))
            return STR_NONE;
        shared = tail;
    }
    return shared;
}

/* A unit as its figures print it, or by its name where no figure says it so: of what a percentage
 * is, and a thousand kroner to be counted (× 1000 kr). */
static Str unit_of_head(Maker *mk, Str tail, UnitId id)
{
    const Unit *u = unit_get(&mk->m->units, id);
    Str name = text3_in(&u->names, mk->lang);
    bool percent_of = u->dim == E_DIMENSION_PERCENT && u->what != 0;
    if (name.len == 0)
        name = u->label;
    bool counted = name.len > 0 && ascii_is_digit(name.ptr[0]);
    return tail.len > 0 && !percent_of && !counted ? str_trim(text_breakable(mk->arena, tail))
                                                   : name;
}

/* Does the head name the unit, in whichever spelling? */
static bool says_unit(Maker *mk, Str head, UnitId id, Str unit)
{
    if (utf8_has_word(utf8_fold(mk->arena, head), utf8_fold(mk->arena, unit)))
        return true;
    for (uint32_t i = 0, len; i < head.len; i++)
        if ((i == 0 || head.ptr[i - 1] == ' ' || head.ptr[i - 1] == '(') &&
            units_prefix(&mk->m->units, mk->m->scratch, str_slice(head, i, head.len), &len) == id)
            return true;
    return false;
}

static Str head_with_unit(Maker *mk, Str head, UnitId id, Str unit)
{
    if (unit.len == 0 || says_unit(mk, head, id, unit))
        return head;
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, head);
    buf_printf(&b, head.len > 0 ? " (%.*s)" : "%.*s", STR_ARG(unit));
    return buf_view(&b);
}

static void settle_units(Maker *mk, Grid *g, UnitId *units)
{
    UnitId *shared = arena_array(mk->arena, UnitId, g->cols.len);
    for (uint32_t c = 0; c < g->cols.len; c++)
        shared[c] = shared_unit(g, c);
    for (uint32_t c = 0; c < g->cols.len; c++) {
        GridColumn *col = &g->cols.at[c];
        units[c] = shared[c] != 0 && owned_by_rows(g, shared, c) ? 0 : shared[c];
        col->number = is_numeric(g, c);
        if (units[c] == 0)
            continue;
        Str unit = unit_of_head(mk, shared_tail(g, c), units[c]);
        col->head = head_with_unit(mk, col->head, units[c], unit);
        if (col->upper.len > 0)
            col->lower = head_with_unit(mk, col->lower, units[c], unit);
    }
}

void grid_settle(Maker *mk, Grid *g)
{
    UnitId *units = arena_array(mk->arena, UnitId, g->cols.len);
    settle_units(mk, g, units);
    for (uint32_t r = 0; r < g->rows.len; r++)
        for (uint32_t c = 0; c < g->cols.len; c++)
            if (units[c] != 0)
                g->rows.at[r].cells[c].runs = shown_bare(&g->rows.at[r].cells[c]);
}

Block *grid_add(Maker *mk, Grid *grid, Block *into)
{
    grid_settle(mk, grid);
    Block *b = block_add(mk->arena, into, BLOCK_TABLE);
    b->grid = grid;
    for (uint32_t r = 0; r < grid->rows.len; r++)
        if (grid->rows.at[r].decl != 0)
            maker_printed(mk, b, &grid->rows.at[r], grid->rows.at[r].decl);
    return b;
}
