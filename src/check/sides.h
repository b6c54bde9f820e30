/*
 * sides.h — the two sides of an equation, read in the unit that is meant.  Layer: check.
 */
#ifndef HPLAN_CHECK_SIDES_H
#define HPLAN_CHECK_SIDES_H

#include "check/shared.h"

/* Gives both sides the units in which they are held against one another, and told of. */
void sides_read(const Model *m, Quantity *stated, Quantity *computed);
/* What the formula gives, as a figure in the unit that is written: a bare number is so
 * many of that, or of what is scaled in it, whichever is of the size of what is
 * written. False: of neither. */
bool sides_in_written_unit(const Model *m, const Quantity *stated, Quantity *computed);
/* Of a number written without a unit beside money the scale that makes it of the same size, as
 * «9,12» beside 9 120 000 kr; else the unit as written. */
UnitId sides_unit_meant(Model *m, const Value *written, const Quantity *computed);
/* The unit of money in which the number that is written would hold; 0: there is none. */
UnitId sides_right_scale(const Model *m, Value written, const Quantity *computed);
/* Does prose tell by its size what a table writes with a minus, such as income (sides_size.c)? May
 * move facts. */
bool sides_tell_size(Model *m, const Fact *f, NodeRef side, const Quantity *stated,
                     const Quantity *computed);
/* Of an equation that holds: is the difference of two percentages of one thing called percent?
 * (points.c) */
void check_points(Model *m, const Fact *f, const Quantity *stated, const Quantity *computed,
                  const TermRuns *terms);

#endif
