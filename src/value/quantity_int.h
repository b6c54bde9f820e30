/*
 * quantity_int.h — what the files of quantity share.  Layer: value, private to it.
 */
#ifndef HPLAN_VALUE_QUANTITY_INT_H
#define HPLAN_VALUE_QUANTITY_INT_H

#include "value/quantity.h"

/* Exact where the result fits; else with as many digits as do, rounded as asked. False where even
 * the whole part does not fit. */
bool outward_add(Decimal a, Decimal b, Rounding r, Decimal *out);
bool outward_mul(Decimal a, Decimal b, Rounding r, Decimal *out);

/* The steps of a sum times an exact factor: a sum it stays. False where a square does not fit. */
bool steps_times(const Quantity *sum, Decimal factor, Quantity *out);

/* All of a number times a factor above 0: its steps, as far as they fit, and its interval, outward.
 * False where it does not fit. */
bool quantity_scale(Quantity *q, Decimal factor);

/* Makes *out QTY_BAD for this reason; false, for the caller to return. */
bool quantity_refuse(Quantity *out, QuantityFault fault);

/* Brings two numbers to one dimension: a bare number takes the other's unit, a ratio becomes
 * percent beside one. */
QuantityFault quantity_align(const UnitTable *u, Quantity *a, Quantity *b);

/* --- figures of which only the ends are known (quantity_bounds.c) ----------------------------- */

Quantity quantity_limit(const UnitTable *u, const Value *v); /* <5 */
Quantity quantity_range(const UnitTable *u, const Value *v); /* 1–4 */
Quantity quantity_bounds(const Quantity *q);                 /* a number as such, too */
/* Two of one unit; of *out kind and ends are set. */
void quantity_add_bounds(const Quantity *a, const Quantity *b, Quantity *out);
/* Two of one unit, of which one is no number. */
Comparison quantity_equal_bounds(const UnitTable *u, const Quantity *a, const Quantity *b);
Verdict quantity_compare_bounds(const UnitTable *u, const Quantity *a, Op op, const Quantity *b);

#endif
