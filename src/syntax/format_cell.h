/*
 * format_cell.h — what the formatter sees in a cell.  Layer: syntax, private to the formatter.
 */
#ifndef HPLAN_SYNTAX_FORMAT_CELL_H
#define HPLAN_SYNTAX_FORMAT_CELL_H

#include "base/str.h"

typedef enum CellKind {
    CELL_BLANK,  /* and the marks for a missing value: - . .. : */
    CELL_WORDS,
    CELL_YEAR,   /* four digits that are a year, and nothing else */
    CELL_FIGURE  /* a number with its sign, and perhaps a unit, a formula or a remark */
} CellKind;

typedef struct FormatCell {
    CellKind kind;
    bool amount; /* written as amounts are and codes are not: groups, decimals, a sign */
    Str text;
    uint32_t figure_off, figure_end; /* of the number in the text */
    uint32_t width, left;            /* columns: of all, and to the last digit */
} FormatCell;

FormatCell cell_read(Str text);
/* The blanks that part the digits of a figure become plain; where `amounts`, they are put in. */
void cell_group(Arena *arena, FormatCell *cell, bool amounts);

#endif
