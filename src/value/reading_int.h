/*
 * reading_int.h — what the files that read values share.  Layer: value, private to it.
 *
 *     reading.c         what a place expects decides who reads; the fast path; texts
 *     reading_marks.c   what stands about a value: remarks, footnotes, qualifiers, missing words
 *     reading_figure.c  figures: numbers, ranges, ratios, clocks
 *     reading_unit.c    the unit behind a figure, and whether it is of the kind expected
 *     reading_words.c   words of a list, dates and periods, units
 *     reading_report.c  what is said when it cannot be read
 */
#ifndef HPLAN_VALUE_READING_INT_H
#define HPLAN_VALUE_READING_INT_H

#include "syntax/figure.h"
#include "value/value.h"

/* One reading under way. Texts are slices of the source, so their places follow from them. */
typedef struct In {
    const Reader *r;
    Slot slot;        /* its unit filled in from its type */
    Span whole;       /* trimmed */
    Str text;         /* of whole, later without its remark */
    Str remark;       /* empty: none */
    const char *base; /* where whole begins */
} In;

/* What stands before the digits of a figure. */
typedef struct Head {
    uint8_t compare;
    bool approx;
    bool negative;
    bool between; /* mellom A og B */
    bool worded;  /* a number word stands here, not digits */
    TermId qual;
    UnitId currency; /* kr 500 000 */
    Str currency_text;
    uint32_t at; /* offset in In.text of the first digit or number word */
} Head;

Span in_span(const In *in, Str part);
Value in_value(const In *in, ValueKind kind); /* with span and remark */
Str rest_from(Str s, uint32_t at);            /* without leading blanks */
bool takes_anything(const In *in);            /* VT_QUANTITY and VT_NONE: words are welcome too */

/* ---- reading_marks.c ------------------------------------------------------------------------- */
void strip_remark(In *in);
/* Reads head in front of a figure; false: no figure stands in this text. */
bool read_head(const In *in, Head *head);
bool read_missing(const In *in, Value *out);
/* ca, minst … at the front of text: its length in text, or 0. */
uint32_t prefix_len(Arena *scratch, Str text, VocabGroup group, TermId *term);

/* ---- the readers ----------------------------------------------------------------------------- */
Value read_figure(In *in);
Value read_enum(In *in, EnumSet set);
Value read_unit(In *in);
Value read_time(In *in); /* VT_DATE VT_PERIOD VT_YEAR VT_YEARS */

/* ---- reading_unit.c -------------------------------------------------------------------------- */
/* Gives v the unit in `rest`, the currency that stood before it or the slot's, and holds it against
 * what the slot expects. False: something was wrong and has been reported. */
bool settle_unit(In *in, UnitId currency, Str rest, Value *v);

/* ---- reading_report.c: each gives VAL_BAD; silent where the reader has no sink --------------- */
Value say_type(const In *in, Str part);
Value say_dimension(const In *in, Str part, UnitId got, UnitId want);
Value say_near_unit(const In *in, Str part, Str meant);
Value say_decimals(const In *in, Str part);
Value say_trailing(const In *in, Str part, Str figure);
Value say_parentheses(const In *in, Str inner);
Value say_too_large(const In *in, Str part);
Value say_dotted(const In *in, Str part);
Value say_unknown_word(const In *in, EnumSet set);
void say_near_word(const In *in, EnumSet set); /* a warning: free words that are nearly known */
/* True where a finding was made, and *out is bad. */
bool say_near_qualifier(const In *in, Value *out);
bool say_near_missing(const In *in, Value *out);
bool say_meant_time(const In *in);
/* A fault of the scanner's kind; said only in cells, elsewhere it was. */
void say_fault(const In *in, Str part, Figure figure);

#endif
