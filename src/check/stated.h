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

/* Calls visit for each: properties and prose in order of the source, then tables. */
void stated_each(const Model *m, StatedVisit *visit, void *context);
/* The year that a figure is for, by its property or its column; 0: unknown. */
int stated_year(const Model *m, FigRef figure);
/* 1900–2100 in four digits without a unit: a year, not a quantity. */
bool stated_like_year(const Value *value);

#endif
