/*
 * rows.h — the rows and cells of a table token.  Layer: syntax.
 *
 * A table token is the source from its first `|` to the end of its last row. Comments and empty
 * lines between rows are passed over. Cells are trimmed spans; nothing is copied.
 */
#ifndef HPLAN_SYNTAX_ROWS_H
#define HPLAN_SYNTAX_ROWS_H

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
bool rows_next(RowIter *it);                    /* to the next row */
bool rows_cell(RowIter *it, CellSpan *cell);    /* next cell of this row */
Str cell_text(Arena *a, const Tree *t, CellSpan cell); /* \| as | */

/* Where the row ends whose first bar is at off, on a line that ends at eol. */
typedef struct RowEnd {
    uint32_t end;  /* behind the last bar, or behind the last cell where that bar is missing */
    bool unclosed; /* the last bar is missing */
    bool comment;  /* a comment follows the last bar */
} RowEnd;

RowEnd row_end(const char *text, uint32_t off, uint32_t eol);
/* A line that ends in a bar and does not begin with one. */
bool row_lost_bar(const char *text, uint32_t off, uint32_t eol);

#endif
