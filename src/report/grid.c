/*
 * grid.c — a table, once it is filled.  Layer: report.
 *
 * A column whose figures are all bare and of one unit names it in its head and prints the
 * figures alone; where authors wrote the unit beside the figures, or the units differ, each
 * figure keeps its own. Where all columns are of one unit, the caption names it for them.
 * So a unit is printed once.
 */
#include "report/maker.h"

#include "base/utf8.h"

void grid_text(Maker *mk, Shown *cell, Str text)
{
    runs_add(mk->arena, &cell->runs, text, RUN_PLAIN, NULL);
}

/* What the cells of a column have in common. */
typedef struct ColumnFacts {
    UnitId shared; /* the unit that all its figures have without saying it; 0: there is none */
    bool figures;  /* there are figures in it … */
    bool others;   /* … and what is none */
    bool owned;    /* see owned_by_rows */
} ColumnFacts;

static ColumnFacts column_facts(const Grid *g, uint32_t col)
{
    ColumnFacts f = {0};
    bool apart = false;
    for (uint32_t r = 0; r < g->rows.len; r++) {
        const Shown *s = &g->rows.at[r].cells[col];
        f.others = f.others || (!s->figure && !runs_empty(&s->runs));
        if (!s->number)
            continue;
        apart = apart || s->unit_given || s->unit == 0 || (f.figures && s->unit != f.shared);
        f.shared = s->unit;
        f.figures = true;
    }
    if (apart)
        f.shared = 0;
    return f;
}

/* Does a figure of the column say its unit elsewhere in its row, in a column that cannot name it?
 * Then the unit is the row's, and a head that took it would speak for rows of other units. */
static bool owned_by_rows(const Grid *g, const ColumnFacts *facts, uint32_t col)
{
    for (uint32_t c = 0; c < g->cols.len; c++)
        for (uint32_t r = 0; facts[c].figures && facts[c].shared == 0 && r < g->rows.len; r++) {
            const Shown *cells = g->rows.at[r].cells;
            if (cells[col].number && cells[c].number && cells[c].unit == facts[col].shared)
                return true;
        }
    return false;
}

/* What stands behind each figure of a column; empty where that differs. */
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

static bool names_unit(Maker *mk, Str head, UnitId id, Str unit)
{
    if (utf8_has_word(utf8_fold(mk->arena, head), utf8_fold(mk->arena, unit)))
        return true;
    for (uint32_t i = 0, len; i < head.len; i++)
        if ((i == 0 || head.ptr[i - 1] == ' ' || head.ptr[i - 1] == '(') &&
            units_prefix(&mk->m->units, mk->m->scratch, str_slice(head, i, head.len), &len) == id)
            return true;
    return false;
}

/* Does the head of a column name the unit, in whichever spelling? The tables of a plan are much
 * alike, so the answer is nearly always that of the same column of the table before. */
static bool says_unit(Maker *mk, uint32_t col, Str head, UnitId id, Str unit)
{
    while (mk->asked.len <= col)
        buf_init(&vec_push(mk->m->arena, &mk->asked)->words, mk->m->arena);
    UnitAsked *last = &mk->asked.at[col];
    Buf *words = maker_scratch(mk);
    buf_str(words, head);
    buf_char(words, '\n');
    buf_str(words, unit);
    if (last->unit == id && str_eq(buf_view(&last->words), buf_view(words)))
        return last->says;
    last->words.len = 0;
    buf_str(&last->words, buf_view(words));
    last->unit = id;
    last->says = names_unit(mk, head, id, unit);
    return last->says;
}

static Str head_with_unit(Maker *mk, uint32_t col, Str head, UnitId id, Str unit)
{
    if (unit.len == 0 || says_unit(mk, col, head, id, unit))
        return head;
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, head);
    buf_cstr(&b, head.len > 0 ? " (" : "");
    buf_str(&b, unit);
    buf_cstr(&b, head.len > 0 ? ")" : "");
    return buf_view(&b);
}

static Str unit_of_column(Maker *mk, const Grid *g, const ColumnFacts *facts, uint32_t c)
{
    return unit_of_head(mk, shared_tail(g, c), facts[c].shared);
}

static void name_unit(Maker *mk, Grid *g, const ColumnFacts *facts, uint32_t c)
{
    GridColumn *col = &g->cols.at[c];
    UnitId id = facts[c].shared;
    Str unit = unit_of_column(mk, g, facts, c);
    col->head = head_with_unit(mk, c, col->head, id, unit);
    if (col->upper.len > 0)
        col->lower = head_with_unit(mk, g->cols.len + c, col->lower, id, unit);
}

/* The unit of all figures of a table with several columns of them; empty where it has more than
 * one, or where the author's own heads name it. */
static Str unit_of_all(Maker *mk, const Grid *g, const ColumnFacts *facts)
{
    Str all = STR_NONE;
    uint32_t first = g->cols.len, count = 0;
    for (uint32_t c = 0; c < g->cols.len; c++) {
        if (!facts[c].figures)
            continue;
        Str unit = unit_of_column(mk, g, facts, c);
        if (facts[c].shared == 0 || unit.len == 0 ||
            says_unit(mk, c, g->cols.at[c].head, facts[c].shared, unit) ||
            (count > 0 && (facts[c].shared != facts[first].shared || !str_eq(unit, all))))
            return STR_NONE;
        first = count++ == 0 ? c : first;
        all = unit;
    }
    return count > 1 ? all : STR_NONE;
}

/* Sets which columns are figures; of units that a head cannot name nothing is left. */
static void look_at_columns(const Grid *g, ColumnFacts *facts)
{
    for (uint32_t c = 0; c < g->cols.len; c++)
        facts[c] = column_facts(g, c);
    for (uint32_t c = 0; c < g->cols.len; c++) {
        GridColumn *col = &g->cols.at[c];
        col->number = (col->number || facts[c].figures) && !facts[c].others;
        if (facts[c].shared != 0 && owned_by_rows(g, facts, c))
            facts[c].owned = true;
    }
    for (uint32_t c = 0; c < g->cols.len; c++)
        facts[c].shared = facts[c].owned ? 0 : facts[c].shared;
}

void grid_settle(Maker *mk, Grid *g, Str caption)
{
    ColumnFacts *facts = arena_array(mk->arena, ColumnFacts, g->cols.len);
    look_at_columns(g, facts);
    Str all = caption.len > 0 ? unit_of_all(mk, g, facts) : STR_NONE;
    for (uint32_t c = 0; c < g->cols.len; c++) {
        if (facts[c].shared == 0)
            continue;
        if (all.len == 0)
            name_unit(mk, g, facts, c);
        else if (!names_unit(mk, caption, facts[c].shared, all))
            g->unit = all;
        for (uint32_t r = 0; r < g->rows.len; r++)
            shown_bare(&g->rows.at[r].cells[c]);
    }
}

Block *grid_add(Maker *mk, Grid *grid, Str caption, Block *into)
{
    grid_settle(mk, grid, caption);
    Block *b = block_add(mk->arena, into, BLOCK_TABLE);
    b->grid = grid;
    if (caption.len > 0)
        runs_add(mk->arena, &b->text, caption, RUN_PLAIN, NULL);
    for (uint32_t r = 0; r < grid->rows.len; r++)
        if (grid->rows.at[r].decl != 0)
            maker_printed(mk, b, &grid->rows.at[r], grid->rows.at[r].decl);
    return b;
}
