/*
 * units.h — units of measure and their dimensions.  Layer: value.
 *
 * Units come from the standard library (unit_rows.h) and from `måleenhet` declarations; quotients
 * (kr/innbygger) and percentages with a base (% av brutto driftsinntekter) are made on first
 * sight. Two figures may be added or compared when their units have one signature: dimension,
 * denominator and base.
 */
#ifndef HPLAN_VALUE_UNITS_H
#define HPLAN_VALUE_UNITS_H

#include "base/decimal.h"
#include "base/map.h"
#include "base/vec.h"
#include "diag/diag.h"

typedef uint16_t UnitId; /* 0: a bare number */
#define UNIT_MAX 60000

typedef struct Unit {
    Str label;      /* as printed: "mill. kr", "kr/innbygger", "% av brutto driftsinntekter" */
    Text3 names;    /* the canonical spelling in the three languages */
    uint16_t dim;   /* E_DIMENSION_*; 0 for a bare number */
    Decimal factor; /* what one is worth in its dimension's base unit */
    UnitId num;     /* of a quotient: the numerator; else 0 */
    UnitId per;     /* of a quotient: the denominator; else 0 */
    Sym what;       /* the noun counted, or what a percentage is of (folded); 0: none */
    bool adhoc;     /* an undeclared noun, met in a document */
} Unit;

typedef struct UnitTable {
    Arena *arena;
    Interner *syms;
    VEC(Unit) units;    /* [0] is the bare number */
    UnitId library;     /* the first of the standard library's; their spellings are constants */
    U32Map by_name;     /* of the others: Sym of the folded spelling -> UnitId */
    uint32_t max_words; /* of a spelling */
    U32Map derived;     /* quotients, bases and nouns made on first sight */
    VEC(Sym) spellings; /* of the others, in order: for near misses */
    /* The ones the language itself speaks of. count has no noun, ratio is kr/kr; the others are
     * found among what is added: the unit of their dimension whose factor is 1 (year: 12). */
    UnitId kr, percent, point, fte, count, year, ratio;
} UnitTable;

/* With the units of the standard library. */
void units_init(UnitTable *t, Arena *arena, Interner *syms);
/* The unit with this spelling; 0: none. */
UnitId units_spelled(const UnitTable *t, Str folded);
/* Adds a unit with its spellings (folded inside); false where a spelling is taken. */
bool units_add(UnitTable *t, Unit unit, const Str *spellings, uint32_t count);

/* The unit that the words of `text` begin with, longest spelling first; *len is what it takes.
 * Knows quotients (kr/innbygger, kr per innbygger, kr pr. innb.) and `% av …` (to the end of
 * the text). 0 where none begins here. */
UnitId units_prefix(UnitTable *t, Arena *scratch, Str text, uint32_t *len);
/* The whole text as a unit; an unknown noun becomes a count of that noun if `nouns`. */
UnitId units_read(UnitTable *t, Arena *scratch, Str text, bool nouns);
UnitId units_quotient(UnitTable *t, UnitId num, UnitId per);
UnitId units_noun(UnitTable *t, Str noun);
/* An amount of money worth so many kroner: the first such unit, else one made with this label. */
UnitId units_money(UnitTable *t, Decimal worth, Str label);
/* The same, if it was met before; else 0. */
UnitId units_known_noun(const UnitTable *t, Arena *scratch, Str noun);
/* The unit with what a percentage is of (% av brutto driftsinntekter). */
UnitId units_base(UnitTable *t, UnitId percent, Str of);
/* The declared unit whose spelling `text` probably was meant to be; empty where none is near.
 * Names of countable things are never offered: a noun may be what it is. */
Str units_near(const UnitTable *t, Arena *scratch, Str text);
const Unit *unit_get(const UnitTable *t, UnitId id);
/* What one of it is called: "innbygger" of innbyggere, "dag" of dager. The longest spelling of the
 * unit of which its name is the plural; its name where it has none. */
Str unit_name_of_one(const UnitTable *t, UnitId id, Lang lang);
/* The unit of its dimension that is worth 1: kr for mill. kr. Itself where there is none. */
UnitId unit_base(UnitTable *t, UnitId id);

/* The unit that a word of scale stands before: tonn CO2e for tusen tonn CO2e; 0: none does. */
UnitId unit_unscaled(const UnitTable *t, Arena *scratch, UnitId id);

/* May the two be added or compared? A bare number goes with anything; a percentage without a
 * base with any base; one count with another, whatever is counted, but denominators must be the
 * same (kr/innbygger and kr/elev are unlike). Percent and percentage points do not agree. */
bool units_agree(const UnitTable *t, UnitId a, UnitId b);
/* Lengths, masses and the like are as good as money, counts and areas: figures of the unit can be
 * summed. Percentages, prices, scores, ratios and years cannot. */
bool unit_sums(const UnitTable *t, UnitId id);
/* "penger", "prosent av brutto driftsinntekter" …: what a message calls the dimension. */
Str unit_dimension_name(const UnitTable *t, Arena *arena, UnitId id, Lang lang);
Text3 unit_dimension_names(const UnitTable *t, Arena *arena, UnitId id);

#endif
