/*
 * declared.h — finding stated figures by what they say.  Layer: check, private to it.
 *
 * In: the stated figures of a model. Out: those that say the same amount as another one, and those
 * that would with one digit changed or two neighbours swapped. Signs are left out of it: prose
 * says "an overspending of 179 883 kr" of what a table prints as −179 883.
 */
#ifndef HPLAN_CHECK_DECLARED_H
#define HPLAN_CHECK_DECLARED_H

#include "check/stated.h"

typedef struct Declared {
    FigRef figure;
    UnitId unit;  /* as compared: all counts are one */
    Decimal num;  /* as written, without its sign */
    Decimal base; /* in the base unit */
    uint32_t next; /* + 1: another one of this unit and number */
} Declared;

typedef struct DeclaredIndex {
    Model *m;
    VEC(Declared) list;
    U32Map by_number; /* unit and number -> list + 1 */
    U32Map shapes;    /* unit, decimals and digits -> how many */
    uint32_t *sorted; /* by amount, whatever of */
} DeclaredIndex;

/* A figure as it is looked for. */
typedef struct Wanted {
    UnitId unit;
    Decimal num;
} Wanted;

DeclaredIndex declared_index(Model *m);
UnitId declared_unit(const Model *m, UnitId unit);
/* The first in the list with this unit and number; 0: none; else + 1. */
uint32_t declared_find(const DeclaredIndex *d, UnitId unit, Decimal num);
/* Does any say this amount, or round to it, whatever unit it is written in? */
bool declared_amount(const DeclaredIndex *d, Wanted w);
uint64_t declared_shape(UnitId unit, Decimal num);
uint32_t declared_like(const DeclaredIndex *d, UnitId unit, Decimal num);

/* The one number that stands among the declared ones and is a digit or a swap away. */
typedef struct Near {
    uint32_t declared; /* + 1; 0: none, or several */
    bool swapped;
} Near;

Near declared_near(const DeclaredIndex *d, Wanted w);
/* Digits that say something: without the zeros at the end of a whole number. 0: too many. */
int declared_significant(Decimal num);

#endif
