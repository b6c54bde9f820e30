/*
 * unit_rows.h — the units of the standard library, ready for use.  Layer: value.
 *
 * The same rows as stdlib/måleenheter.hplan, which is there to be read; every model begins with
 * them, so nothing is parsed or folded for it. Made by tools/gen-tables (src/value/gen/units.c).
 */
#ifndef HPLAN_VALUE_UNIT_ROWS_H
#define HPLAN_VALUE_UNIT_ROWS_H

#include "base/text_slots.h"
#include "diag/diag.h"

typedef struct UnitRow {
    Str names[LANG_COUNT]; /* the first is the label too */
    uint16_t dim;          /* E_DIMENSION_* */
    uint16_t noun;         /* number of the spelling of what is counted, from 1; 0: nothing */
    int64_t coef;          /* what one is worth in its dimension's base unit: */
    int32_t scale;         /* coef × 10^-scale */
} UnitRow;

typedef struct UnitSpelling {
    Str folded;
    uint16_t row;
} UnitSpelling;

extern const UnitRow unit_rows[];
extern const UnitSpelling unit_spellings[]; /* each once */
extern const TextSlots unit_slots;
extern const uint16_t unit_row_count, unit_spelling_count;
extern const uint32_t unit_spelling_max_words;

#endif
