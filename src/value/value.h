/*
 * value.h — a stated value: a literal as an author wrote it, read by the type its place expects.
 * Layer: value.
 *
 * Reading is done in one place, from text: a property's value and a table's cell are read alike.
 * A figure keeps its unit and its precision: step is the worth of its last written digit.
 */
#ifndef HPLAN_VALUE_VALUE_H
#define HPLAN_VALUE_VALUE_H

#include "value/period.h"
#include "value/units.h"
#include "vocab/vocab.h"

typedef enum ValueKind {
    VAL_BLANK,   /* nothing is written */
    VAL_NUMBER,  /* num, unit */
    VAL_RANGE,   /* num to high, unit: 400 000–600 000 kr */
    VAL_MISSING, /* a missing value with its word (MISS_*), or one of Statistics Norway's signs */
    VAL_NIL,     /* "-" in a cell: none; counts as zero in a sum, prints as it stands */
    VAL_TEXT,    /* a string or words */
    VAL_WORDS,   /* words that name something: resolved by the model */
    VAL_PERIOD,  /* period */
    VAL_ENUM,    /* term: the row of the vocabulary */
    VAL_UNIT,    /* unit */
    VAL_RATIO,   /* num : high, 1:1 */
    VAL_CLOCK,   /* kl. 07.00–23.00: kept as text */
    VAL_FORMULA, /* begins with "=": computed; see Fact.expr */
    VAL_BAD      /* could not be read; a finding says why; silences what depends on it */
} ValueKind;

/* Statistics Norway's signs in cells, as kinds of missing behind the vocabulary's own. */
enum {
    MISS_SSB_DOT = 100,  /* .  not possible to give a figure */
    MISS_SSB_DOTS = 101, /* .. not available */
    MISS_SSB_COLON = 102 /* :  not for publication */
};

/* What of a figure's writing is kept for print. */
enum {
    VALF_GROUPED4 = 1, /* four digits parted: 1 234 */
    VALF_UNIT = 2      /* its unit is written with it (else its slot gave it) */
};

typedef enum Compare { CMP_NONE, CMP_LT, CMP_LE, CMP_GT, CMP_GE } Compare;

typedef struct Value {
    uint8_t kind;    /* ValueKind */
    uint8_t compare; /* Compare: <200, minst 3 */
    bool approx;     /* ca, om lag, i underkant av */
    uint8_t missing; /* MISS_* of VAL_MISSING, SSB's signs among them */
    uint8_t flags;   /* VALF_* */
    UnitId unit;
    TermId term; /* VAL_ENUM, VAL_MISSING: the row of the vocabulary */
    TermId qual; /* the word for compare or approx; 0: a sign or none */
    Decimal num, high;
    Period period;
    Span span;   /* what is read, without a remark */
    Str text;    /* VAL_TEXT, VAL_WORDS: the text without quotes; a number: its unit as written,
                  * or put together (kr 200 per m2), empty for its own name; VAL_PERIOD, VAL_CLOCK,
                  * VAL_ENUM with more words: as written */
    Span remark; /* "(inkl. 1 lærling)" or a trailing string; len 0: none */
} Value;

/* What a place expects of a value. */
typedef struct Slot {
    uint8_t type;      /* ValueType of the vocabulary */
    uint16_t type_arg; /* enum set, kind, catalogue */
    UnitId unit;       /* what a bare number is given */
    bool cell;         /* a cell of a table: (55 951), SSB's signs, a bare dash */
    bool in_formula;   /* a bare number is exact; number words are numbers */
    bool counted;      /* what stands behind a number word is what it counts: to avdelinger */
    bool words;        /* VT_ENUM: other words than those of the enum will do */
} Slot;

typedef struct Reader {
    Arena *arena, *scratch;
    UnitTable *units;
    const SourceSet *sources;
    DiagSink *sink; /* NULL: quiet, for trying a reading */
} Reader;

/* Reads the text of `span` for `slot`. What is wrong is reported once and gives VAL_BAD. A slot
 * of type VT_NONE takes anything: what reads as no figure, missing value or period is text. A slot
 * without a unit has that of its type (kr, årsverk, %, a count). */
Value value_read(const Reader *r, Span span, Slot slot);

/* to, fire: a number, or the beginning of a name. */
bool is_number_word(Arena *scratch, Str word);

/* Both ends of what is stated: of a range the lower one first, though 15–10 % is written; of
 * any other figure itself. */
void value_ends(const Value *v, Decimal ends[2]);

/* The worth of the last written digit in the unit's base; zero where the value is exact by the
 * rules of the language reference (whole kr, counts, years …). */
Decimal value_step(const UnitTable *units, const Value *v);
/* Is a bare whole figure of this unit just what it says: no rounding of anything, and worth as much
 * in the base unit? */
bool value_whole_is_plain(const UnitTable *units, UnitId unit);

/* As a reader expects to see it: "38 228 737 kr", "−0,4 %", hard spaces inside. */
void value_print(Buf *out, const UnitTable *units, const Value *v, Lang lang);
/* … without a unit; group4: four digits are parted too. */
void figure_put(Buf *out, Decimal number, bool group4);
/* What stands behind the figures of a value: its unit, and the blank before it. */
void value_print_unit(Buf *out, const UnitTable *units, const Value *v, Lang lang);
/* A computed figure in a unit with so many decimals. */
void figure_print(Buf *out, const UnitTable *units, Decimal in_base, UnitId unit, int decimals,
                  Lang lang);
/* … without the unit. */
void figure_print_bare(Buf *out, const UnitTable *units, Decimal in_base, UnitId unit,
                       int decimals);
/* How many decimals a figure needs in a unit so that nothing of it is lost. */
int figure_decimals(const UnitTable *units, Decimal in_base, UnitId unit, int at_least);
/* A unit's name in a language, as it stands behind a figure; empty for the bare number. */
Str unit_name(const UnitTable *units, UnitId unit, Lang lang);

#endif
