/*
 * roll_tables.c — the tables of a plan, and the new year in them.  Layer: years.
 *
 * A table with a column for the plan's year gets a blank one for the new year beside it, and one for
 * the year's results; the old columns stay, as what those years were. A table whose figures are said
 * for no year is marked.
 */
#include "years/roll_int.h"

#include "syntax/rows.h"

#define NO_COLUMN UINT32_MAX

/* ---- columns -------------------------------------------------------------------------------- */

static bool is_for(const Column *c, int year)
{
    return c->index.period.kind == PERIOD_YEAR && period_first_year(c->index.period) == year;
}

static bool is_figures(const Column *c)
{
    if (c->use == COL_VALUE)
        return true;
    uint8_t type = vocab_term(c->term)->type;
    return c->use == COL_PROP &&
           (type == VT_MONEY || type == VT_FTE || type == VT_COUNT || type == VT_PERCENT ||
            type == VT_QUANTITY) &&
           c->key != P_SCALE && c->key != P_PRECISION;
}

static bool has_figures(const Table *t, uint32_t col)
{
    for (uint32_t row = 0; row < t->rows.len; row++) {
        CellKind kind = table_cell_kind(t, row, col);
        if (kind == CELL_PLAIN || kind == CELL_FACT)
            return true;
    }
    return false;
}

/* The column of the same property and version for another year. */
static uint32_t sibling(const Table *t, const Column *of, int year)
{
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        if (col->key == of->key && col->index.version == of->index.version && is_for(col, year))
            return c;
    }
    return NO_COLUMN;
}

/* ---- a blank column ------------------------------------------------------------------------- */

static RowIter row_at(const Source *src, uint32_t off)
{
    RowIter it = {.text = src->text, .pos = off, .end = src->len};
    (void)rows_next(&it);
    return it;
}

/* Where the row ends if no bar closes its last cell; 0: one does. */
static uint32_t open_end(const RowIter *row)
{
    uint32_t end = row->row_off + row->row_len;
    return row->unclosed && !row_is_closed(row->text, row->row_off, end) ? end : 0;
}

/* Behind a cell of the row at `off`, and its bar; 0: there is no such cell. */
static uint32_t behind_cell(const Source *src, uint32_t off, uint32_t cell)
{
    RowIter row = row_at(src, off);
    CellSpan span;
    for (uint32_t c = 0; c <= cell; c++)
        if (row.pasted || !rows_cell(&row, &span))
            return 0;
    uint32_t end = open_end(&row);
    return end != 0 && row.cell > end ? end : row.cell;
}

static void put_cell(Roll *r, const Table *t, uint32_t line, uint32_t col, Str text)
{
    Buf cell;
    uint32_t at = behind_cell(sources_get(r->m->sources, t->file), line, col);
    if (at == 0)
        return; /* a heading of one cell */
    buf_init(&cell, r->m->arena);
    buf_printf(&cell, " %.*s |", STR_ARG(text));
    roll_replace(r, (Span){t->file, at, 0}, buf_view(&cell));
}

/* The bars that rows lack at their ends. */
static void close_rows(Roll *r, const Table *t)
{
    const Source *src = sources_get(r->m->sources, t->file);
    for (uint32_t line = 0; line <= t->rows.len; line++) {
        RowIter row = row_at(src, line == 0 ? t->head_off : t->rows.at[line - 1].off);
        uint32_t end = open_end(&row);
        if (end != 0)
            roll_replace(r, (Span){t->file, end, 0}, STR(" |"));
    }
}

/* The head of another year's column for a new year. */
static Str head_for(Roll *r, const Table *t, uint32_t col, int year)
{
    Str head = span_text(r->m->sources, column_span(t, col));
    int old = period_first_year(t->cols.at[col].index.period);
    Buf out;
    buf_init(&out, r->m->arena);
    uint32_t from = 0;
    for (int64_t at; (at = roll_year_at(head, old, from)) >= 0; from = (uint32_t)at + 4) {
        buf_str(&out, str_slice(head, from, (uint32_t)at));
        buf_int(&out, year);
    }
    buf_str(&out, str_slice(head, from, head.len));
    return buf_view(&out);
}

/* What stands in a new cell: nothing, or the result that the report has told. */
static Str new_cell(Roll *r, DeclId d, bool results)
{
    const Prop *told = d != 0 && results && !roll_keeps(r, d) ? roll_reported(r, d) : NULL;
    if (told == NULL)
        return STR_NONE;
    *vec_push(r->m->arena, &r->out->changed) = d;
    return prop_said(r->m, told);
}

/* A blank one, but for results. Its head is added to the list. */
static void add_column(Roll *r, const Table *t, uint32_t behind, uint32_t like, int year,
                       Buf *added)
{
    Str head = head_for(r, t, like, year);
    bool results = t->cols.at[like].key == P_RESULT && year == r->from;
    put_cell(r, t, t->head_off, behind, head);
    for (uint32_t row = 0; row < t->rows.len; row++)
        put_cell(r, t, t->rows.at[row].off, behind, new_cell(r, t->rows.at[row].decl, results));
    if (added->len > 0)
        buf_cstr(added, ", ");
    buf_str(added, head);
}

static bool names_a_year(Str text)
{
    for (uint32_t at = 0; at < text.len; at++)
        if (year_said_at(text, at) != 0)
            return true;
    return false;
}

/* A figure that was counted in the old plan, or taken from one that is said for no year, is what it
 * was then. */
static void cut_equations(Roll *r, const Table *t, uint32_t col)
{
    for (uint32_t row = 0; row < t->rows.len; row++) {
        Cell cell = table_cell(t, row, col);
        if (cell.kind != CELL_FACT)
            continue;
        const Fact *f = model_fact(r->m, cell.fact);
        Str equation = span_text(r->m->sources, roll_equation(r, f));
        if (str_find(equation, STR("(")) >= 0 || !names_a_year(equation))
            roll_cut_equation(r, f);
    }
}

/* ---- a table -------------------------------------------------------------------------------- */

/* What the year came to is told in the year after. */
static uint32_t last_result(const Table *t)
{
    uint32_t last = NO_COLUMN;
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (t->cols.at[c].key == P_RESULT && t->cols.at[c].index.period.kind == PERIOD_YEAR)
            last = c;
    return last;
}

/* 2018, 2017: the newest year stands first. */
static bool falls(const Table *t, uint32_t col)
{
    int year = period_first_year(t->cols.at[col].index.period);
    return col > 0 && col + 1 < t->cols.len && t->cols.at[col + 1].key == t->cols.at[col].key &&
           is_for(&t->cols.at[col + 1], year - 1);
}

/* Beside the last year of the old period a column for each that the new one has beyond it. */
static void add_further(Roll *r, const Table *t, uint32_t c, Buf *added)
{
    bool back = falls(t, c);
    for (int year = r->new_from; year <= r->new_end; year++) {
        int next = back ? r->new_from + r->new_end - year : year;
        if (sibling(t, &t->cols.at[c], next) == NO_COLUMN)
            add_column(r, t, back ? c - 1 : c, c, next, added);
    }
}

static void add_years(Roll *r, const Table *t, Buf *added)
{
    close_rows(r, t);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        if (!is_figures(col) || col->key == P_RESULT)
            continue;
        if (is_for(col, r->from) && sibling(t, col, r->to) == NO_COLUMN)
            add_column(r, t, falls(t, c) ? c - 1 : c, c, r->to, added);
        if (is_for(col, r->old_end))
            add_further(r, t, c, added);
    }
    uint32_t result = last_result(t);
    if (result != NO_COLUMN && sibling(t, &t->cols.at[result], r->from) == NO_COLUMN)
        add_column(r, t, result, result, r->from, added);
}

static bool has_undated(const Table *t)
{
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (is_figures(&t->cols.at[c]) && t->cols.at[c].index.period.kind == PERIOD_NONE &&
            has_figures(t, c))
            return true;
    return false;
}

/* Heads that are two rows deep, or a line of dashes under them, are not taken apart. */
static bool is_simple(const Roll *r, const Table *t)
{
    return !t->two_headers && str_find(span_text(r->m->sources, t->span), STR("|--")) < 0;
}

void roll_table(Roll *r, TableId table)
{
    const Table *t = model_table(r->m, table);
    bool later = false;
    Buf added;
    buf_init(&added, r->m->arena);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        bool figures = is_figures(&t->cols.at[c]);
        later = later || (figures && is_for(&t->cols.at[c], r->to));
        if (figures && is_for(&t->cols.at[c], r->from))
            cut_equations(r, t, c);
    }
    if (is_simple(r, t))
        add_years(r, t, &added);
    if ((has_undated(t) && !later) || !is_simple(r, t))
        roll_fill_in_before(r, t->span, SAY_ROLL_TABLE, r->from_text, r->to_text);
    else if (later)
        roll_fill_in_before(r, t->span, SAY_ROLL_EARLIER, r->from_text, r->to_text);
    if (added.len > 0)
        roll_fill_in_before(r, t->span, SAY_ROLL_COLUMNS, buf_view(&added), STR_NONE);
}
