/*
 * roll_columns.c — a new column in a table, row by row.  Layer: years.
 *
 * A cell is put behind that of another column in each line of the table: its heads, the line of
 * dashes under them, its rows. What is filled in already is a result that the report tells.
 */
#include "years/roll_int.h"

#include "syntax/rows.h"

/* ---- cells ---------------------------------------------------------------------------------- */

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

void roll_close_rows(Roll *r, const Table *t)
{
    const Source *src = sources_get(r->m->sources, t->file);
    for (uint32_t line = 0; line <= t->rows.len; line++) {
        RowIter row = row_at(src, line == 0 ? t->head_off : t->rows.at[line - 1].off);
        uint32_t end = open_end(&row);
        if (end != 0)
            roll_replace(r, (Span){t->file, end, 0}, STR(" |"));
    }
}

/* ---- the column ----------------------------------------------------------------------------- */

/* «|----|»: in each cell of the line of dashes, if there is one. */
static void put_dashes(Roll *r, const Table *t, uint32_t col)
{
    const Source *src = sources_get(r->m->sources, t->file);
    RowIter it = {.text = src->text, .pos = t->span.off, .end = t->span.off + t->span.len};
    while (rows_next(&it))
        if (it.rule)
            put_cell(r, t, it.row_off, col, STR("---"));
}

/* What stands in a new cell: nothing, or the result that the report has told. */
static Str new_cell(Roll *r, DeclId d, const Period *results)
{
    const Prop *told =
        d != 0 && results != NULL && !roll_keeps(r, d) ? roll_reported(r, d, *results) : NULL;
    if (told == NULL)
        return STR_NONE;
    *vec_push(r->m->arena, &r->out->changed) = d;
    return prop_said(r->m, told);
}

void roll_add_column(Roll *r, const Table *t, uint32_t behind, Str head, const Period *results)
{
    put_cell(r, t, t->head_off, behind, head);
    put_dashes(r, t, behind);
    for (uint32_t row = 0; row < t->rows.len; row++)
        put_cell(r, t, t->rows.at[row].off, behind, new_cell(r, row_decl(t, row), results));
}

/* Where the text of a cell stands, blanks and all; len 0: the row has no such cell. */
static Span cell_span(const Roll *r, const Table *t, uint32_t line, uint32_t col)
{
    RowIter row = row_at(sources_get(r->m->sources, t->file), line);
    CellSpan cell = {0};
    for (uint32_t c = 0; c <= col; c++)
        if (row.pasted || !rows_cell(&row, &cell))
            return SPAN_NONE;
    return (Span){t->file, cell.off, cell.len};
}

void roll_fill_column(Roll *r, const Table *t, uint32_t col)
{
    Buf text;
    for (uint32_t row = 0; row < t->rows.len; row++) {
        Span cell = cell_span(r, t, t->rows.at[row].off, col);
        if (table_cell_kind(t, row, col) != CELL_BLANK || span_is_none(cell))
            continue;
        Str told = new_cell(r, row_decl(t, row), &t->cols.at[col].index.period);
        buf_init(&text, r->m->arena);
        buf_printf(&text, " %.*s ", STR_ARG(told));
        if (told.len > 0)
            roll_replace(r, cell, buf_view(&text));
    }
}
