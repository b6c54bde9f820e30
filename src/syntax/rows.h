/*
 * rows.h — the rows and cells of a table token.  Layer: syntax.
 *
 * A table token is the source from its first `|` to the end of its last row. Comments and empty
 * lines between rows are passed over. Cells are trimmed spans; nothing is copied.
 */
#ifndef HPLAN_SYNTAX_ROWS_H
#define HPLAN_SYNTAX_ROWS_H

#include "base/bytes.h"
#include "syntax/tree.h"

typedef struct CellSpan {
    uint32_t off, len; /* trimmed; len 0: blank */
} CellSpan;

typedef struct RowIter {
    const char *text; /* of the source */
    uint32_t pos, end;          /* what is still to be walked */
    uint32_t cell, cells_end;   /* of the row last given, what is still to be walked */
    uint32_t row_off, row_len;  /* the row last given */
    bool rule;                  /* it is a |---|---| line */
    bool unclosed;              /* its last | is missing (or its first: reported, and read well) */
    bool pasted;                /* it has no bars at all: a line with tabs (reported by the scanner) */
} RowIter;

RowIter rows_begin(const Tree *t, NodeRef table);
bool rows_next(RowIter *it);                               /* to the next row */
static inline bool rows_cell(RowIter *it, CellSpan *cell); /* next cell of this row */
Str cell_unescaped(Arena *a, Str raw); /* \| as | */
static inline Str cell_text(Arena *a, const Tree *t, CellSpan cell)
{
    return cell_unescaped(a, (Str){t->source->text + cell.off, cell.len});
}

/* Where the row ends whose first bar is at off, on a line that ends at eol. */
typedef struct RowEnd {
    uint32_t end;  /* behind the last bar, or behind the last cell where that bar is missing */
    bool unclosed; /* the last bar is missing */
    bool comment;  /* a comment follows the last bar */
} RowEnd;

/* Does the row end with its line? Nearly all do. */
static inline bool row_is_closed(const char *text, uint32_t off, uint32_t eol)
{
    return eol > off + 1 && text[eol - 1] == '|' && text[eol - 2] != '\\';
}

RowEnd row_odd_end(const char *text, uint32_t off, uint32_t eol); /* of any row */
static inline RowEnd row_end(const char *text, uint32_t off, uint32_t eol)
{
    return row_is_closed(text, off, eol) ? (RowEnd){eol, false, false}
                                         : row_odd_end(text, off, eol);
}
/* A line that ends in a bar and does not begin with one. */
bool row_lost_bar(const char *text, uint32_t off, uint32_t eol);

/* ---- in line, since most cells are shorter than a call ---- */

/* Blanks of every kind from `at` on, or before `end`. */
const char *row_past_blanks(const char *at, const char *end);
const char *row_before_blanks(const char *at, const char *end);

/* Neither a blank nor a part of one. */
static inline bool row_is_ink(char c)
{
    return (unsigned char)(c - '!') <= '~' - '!';
}

static inline const char *row_trim_front(const char *at, const char *end)
{
    while (at < end && *at == ' ')
        at++;
    return at == end || row_is_ink(*at) ? at : row_past_blanks(at, end);
}

static inline const char *row_trim_end(const char *at, const char *end)
{
    while (end > at && end[-1] == ' ')
        end--;
    return end == at || row_is_ink(end[-1]) ? end : row_before_blanks(at, end);
}

/* The next bar in [at, end), or end. */
static inline const char *row_next_bar(const char *at, const char *end, const char *limit)
{
    at = bytes_find(at, end, limit, '|');
    while (at[-1] == '\\' && at < end) /* no bar, but a \| */
        at = bytes_find(at + 1, end, limit, '|');
    return at;
}

/* cells_end is the last bar (which ends the last cell) or the end of a cell without one; once the
 * last cell is given, `cell` lies behind it. */
static inline bool rows_cell(RowIter *it, CellSpan *cell)
{
    const char *text = it->text, *at = text + it->cell, *end = text + it->cells_end;
    const char *limit = text + it->end;
    if (at > end)
        return false;
    end = it->pasted ? bytes_find(at, end, limit, '\t') : row_next_bar(at, end, limit);
    it->cell = (uint32_t)(end - text) + 1;
    at = row_trim_front(at, end);
    cell->off = (uint32_t)(at - text);
    cell->len = (uint32_t)(row_trim_end(at, end) - at);
    return true;
}

#endif
