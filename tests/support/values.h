/*
 * values.h — a small world in which values can be read: units, a source, a sink.
 */
#ifndef HPLAN_TESTS_SUPPORT_VALUES_H
#define HPLAN_TESTS_SUPPORT_VALUES_H

#include "value/quantity.h"
#include "value/value.h"

typedef struct World {
    Arena arena, scratch;
    Interner syms;
    UnitTable units;
    SourceSet sources;
    DiagSink sink;
    Reader reader;
} World;

void world_open(World *w);
void world_close(World *w);

UnitId world_unit(World *w, const char *text); /* fails the test where there is none */
Value world_read(World *w, const char *text, Slot slot);
/* The text read for a slot, as "number 38.2 mill. kr"; findings behind " !". */
const char *world_describe(World *w, const char *text, Slot slot);
const char *world_print(World *w, const Value *v, Lang lang);
/* A stated value as a quantity; "4 %", "38,2 mill. kr". */
Quantity world_quantity(World *w, const char *text);
Quantity world_formula(World *w, const char *text); /* … inside a formula */
const char *decimal_text(World *w, Decimal d);

#endif
