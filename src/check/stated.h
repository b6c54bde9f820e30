/*
 * stated.h — the figures that a plan states.  Layer: check, private to it.
 *
 * A figure is a quantity that somebody wrote down: the value of a property, a cell of a table, a
 * literal in {…}. What is computed, and years, dates, codes, numbering and scales, are none.
 */
#ifndef HPLAN_CHECK_STATED_H
#define HPLAN_CHECK_STATED_H

#include "check/shared.h"

typedef void StatedVisit(void *context, FigRef figure);
typedef void StatedColumn(void *context, TableId table, uint16_t col);

/* Calls visit for each: properties and prose in order of the source, then tables. */
void stated_each(const Model *m, StatedVisit *visit, void *context);
/* The two halves of it: those of properties and prose, and the columns that have figures ... */
void stated_facts(const Model *m, StatedVisit *visit, void *context);
void stated_columns(const Model *m, StatedColumn *visit, void *context);
/* ... and which of a column's cells hold one. */
bool stated_cell(const Model *m, const Table *t, uint32_t row, uint32_t col);
/* The year that a figure is for, by its property or its column; 0: unknown. */
int stated_year(const Model *m, FigRef figure);
/* 1900–2100 in four digits without a unit: a year, not a quantity. */
bool stated_like_year(const Value *value);

#endif
