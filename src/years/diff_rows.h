/*
 * diff_rows.h — which row and column of a table is which of the other plan's.
 * Layer: years, private to diff_rows.c and diff_tables.c.
 *
 * Rows are matched by code, label, the thing that the label names, role, and the successors of a
 * KOSTRA code; columns by keyword and time, else by head.
 */
#ifndef HPLAN_YEARS_DIFF_ROWS_H
#define HPLAN_YEARS_DIFF_ROWS_H

#include "years/diff_parts.h"

/* Numbers of rows and columns here are one more than in the table; 0: none. */
typedef struct TablePair {
    Diff *d;
    DeclId old_decl, new_decl;
    const Table *old, *new;
    TableId old_id, new_id;
    uint32_t *old_row; /* by the new row: the same row of the old table */
    uint32_t *new_row; /* by the old row: the same row, or the first that has come in its place */
    uint32_t *heir_of; /* by the new row: the old row whose code KOSTRA has replaced by its own */
    uint32_t *old_col; /* by the new column: the same column of the old table */
    uint32_t *new_col; /* by the old column */
    bool *step_col;    /* by the new column: old_col is the year before */
} TablePair;

void rows_align(TablePair *t);
void columns_align(TablePair *t);
/* A column whose cells are compared. */
bool column_compared(const Column *c);

#endif
