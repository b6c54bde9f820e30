/*
 * md_table.c — tables as Markdown with bars, set so that the source reads well too.  Layer: write.
 *
 * Markdown has one row of heads, so heads that are two rows deep are printed as one: "Oppegård
 * 2016". A second row of heads would be read as data.
 */
#include "write/md_table.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "write/md_text.h"

/* A column of long texts is not padded to its longest: the lines would only get longer. */
enum { MAX_PAD = 60, MIN_WIDTH = 3 };

enum { LIKELY_LEN = 12 }; /* of a cell's text */

typedef struct SheetCell {
    size_t from; /* in Sheet.texts */
    uint32_t len, width;
} SheetCell;

typedef struct Sheet {
    const Grid *grid;
    Buf texts;        /* of all cells, one behind the other */
    SheetCell *cells; /* the head, then the rows */
    uint32_t *widths;
    size_t indent;
} Sheet;

static SheetCell *sheet_cell(const Sheet *s, uint32_t row, uint32_t col)
{
    return &s->cells[(size_t)row * s->grid->cols.len + col];
}

/* The cell is what stands in texts since `from`. */
static void fill(Sheet *s, uint32_t row, uint32_t col, size_t from, bool digits)
{
    Str text = {s->texts.ptr + from, (uint32_t)(s->texts.len - from)};
    uint32_t width = digits ? utf8_length(text) : utf8_width(text);
    *sheet_cell(s, row, col) = (SheetCell){from, text.len, width};
    if (width > MAX_PAD)
        width = MAX_PAD;
    if (width > s->widths[col])
        s->widths[col] = width;
}

static void fill_row(Sheet *s, const GridRow *row, uint32_t at)
{
    bool strong = row->role == GRID_SUM || row->role == GRID_SUBTOTAL || row->role == GRID_GROUP;
    for (uint32_t c = 0; c < s->grid->cols.len; c++) {
        size_t from = s->texts.len;
        const Shown *cell = &row->cells[c];
        bool anchored = c == 0 && row->linked;
        bool digits = !strong && !anchored && shown_is_digits(cell);
        if (anchored)
            md_put_anchor(&s->texts, row->anchor);
        if (digits)
            buf_short(&s->texts, cell->runs.at[0].text);
        else if (strong)
            md_put_strong(&s->texts, &cell->runs);
        else
            md_put_runs(&s->texts, &cell->runs, false);
        fill(s, at, c, from, digits);
    }
}

/* Eight at a time, without a call, since there are few: a line has room for as many too many. */
static char *blanks(char *to, size_t count)
{
    for (size_t done = 0; done < count; done += sizeof(uint64_t))
        bytes_store(to + done, BYTES_ONES * ' ');
    return to + count;
}

/* The bar before a cell, the cell, and a blank behind it. */
static char *put_cell(char *to, const char *text, const SheetCell *cell, uint32_t width, bool right)
{
    uint32_t pad = cell->width < width ? width - cell->width : 0;
    *to++ = '|';
    to = blanks(to, right ? pad + 1u : 1u);
    bytes_copy(to, text, cell->len);
    return blanks(to + cell->len, right ? 1u : pad + 1u);
}

static void put_line(Buf *out, const Sheet *s, uint32_t row)
{
    const SheetCell *cells = sheet_cell(s, row, 0);
    size_t room = s->indent + 2 + sizeof(uint64_t);
    for (uint32_t c = 0; c < s->grid->cols.len; c++)
        room += (size_t)cells[c].len + s->widths[c] + 3;
    buf_room(out, room);
    char *to = blanks(out->ptr + out->len, s->indent);
    for (uint32_t c = 0; c < s->grid->cols.len; c++)
        to = put_cell(to, s->texts.ptr + cells[c].from, &cells[c], s->widths[c],
                      s->grid->cols.at[c].number);
    memcpy(to, "|\n", 3);
    out->len = (size_t)(to + 2 - out->ptr);
}

static void put_rule(Buf *out, const Sheet *s)
{
    buf_fill(out, ' ', s->indent);
    for (uint32_t c = 0; c < s->grid->cols.len; c++) {
        bool right = s->grid->cols.at[c].number;
        buf_cstr(out, "| ");
        buf_fill(out, '-', s->widths[c] - (right ? 1u : 0u));
        buf_cstr(out, right ? ": " : " ");
    }
    buf_cstr(out, "|\n");
}

void md_put_table(Buf *out, const Grid *grid, size_t indent, Arena *own)
{
    size_t cells = ((size_t)grid->rows.len + 1) * grid->cols.len;
    Sheet s = {.grid = grid, .indent = indent};
    buf_init(&s.texts, own);
    buf_room(&s.texts, cells * LIKELY_LEN);
    s.cells = arena_array(own, SheetCell, cells);
    s.widths = arena_array(own, uint32_t, grid->cols.len);
    for (uint32_t c = 0; c < grid->cols.len; c++) {
        s.widths[c] = MIN_WIDTH;
        size_t from = s.texts.len;
        md_put_text(&s.texts, grid->cols.at[c].head, false);
        fill(&s, 0, c, from, false);
    }
    for (uint32_t r = 0; r < grid->rows.len; r++)
        fill_row(&s, &grid->rows.at[r], r + 1);
    put_line(out, &s, 0);
    put_rule(out, &s);
    for (uint32_t r = 0; r < grid->rows.len; r++)
        put_line(out, &s, r + 1);
}
