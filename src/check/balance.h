/*
 * balance.h — which rows or columns of a table are balances.  Layer: check, private to it.
 */
#ifndef HPLAN_CHECK_BALANCE_H
#define HPLAN_CHECK_BALANCE_H

#include "check/shared.h"

/* A line is what begins with one balance and ends with the other: a row, whose places are columns;
 * or, upright, a column, whose places are rows. */
typedef struct Balance {
    Model *m;
    TableId id;
    const Table *t;
    bool upright;
    uint32_t opening, closing; /* places; what stands between them came and went */
    uint32_t moves;            /* so many, … */
    uint32_t taken;            /* … of which these are taken away: a bit each */
} Balance;

uint32_t balance_lines(const Balance *b);
FigRef balance_cell(const Balance *b, uint32_t line, uint32_t place);
bool balance_blank(const Balance *b, uint32_t line, uint32_t place);
/* What a place is called: its row's label or its column's head. */
Str balance_called(const Balance *b, uint32_t place);
/* Is it of a time or a fund, and not worked out from others? */
bool balance_is_line(const Balance *b, uint32_t line);
/* Did what stands in a place between the balances come or go? */
bool balance_is_move(const Balance *b, uint32_t place);
/* The next two of rows, or the only two of columns, and how many moves are between them; all that
 * is found stands in *b, which begins with neither. */
bool balance_find(Balance *b);

#endif
