/*
 * figure.h — what begins with a digit.  Layer: syntax.
 *
 * The scanner measures figures with figure_scan; the model reads the same bytes again with the
 * type that its place expects. The shapes are tried in the order of the language reference.
 */
#ifndef HPLAN_SYNTAX_FIGURE_H
#define HPLAN_SYNTAX_FIGURE_H

#include "base/date.h"
#include "base/decimal.h"
#include "base/str.h"

typedef enum FigureShape {
    FIG_NUMBER,  /* 38 228 737 · 38,2 · 0815 · 200 000,- */
    FIG_DATE,    /* 2017-12-14 · 14.12.2017 */
    FIG_DOTTED,  /* 3.1 · 2.0.1 · 07.00: a section number or a clock, never a decimal */
    FIG_SLASHED, /* 20/21 · 120/180/190 · 24/7 · 2024/2025 */
    FIG_RATIO,   /* 1:1 (only where a value may stand) */
    FIG_RANGE    /* two figures with a tight dash: 2018–2021 · 400 000–600 000 · 07.00–23.00 */
} FigureShape;

/* Why a figure is not well written; the scanner reports it, the figure is read as best it can. */
typedef enum FigureFault {
    FIGF_NONE,
    FIGF_GROUPING,       /* 67 0563 */
    FIGF_COMMAS,         /* 1,2,3 */
    FIGF_DOTS_THOUSANDS, /* 1.234.567: repaired */
    FIGF_APOSTROPHE,     /* 250' */
    FIGF_ELIDED_RANGE,   /* 400–600 000 */
    FIGF_NO_SUCH_DATE,   /* 31.2.2018 */
    FIGF_LETTERS         /* 1O 000: read as it was meant */
} FigureFault;

typedef struct Figure {
    FigureShape shape;
    FigureFault fault;
    uint32_t len;       /* bytes it takes */
    uint32_t first_len; /* FIG_RANGE: bytes of the left figure */
    uint32_t second;    /* FIG_RANGE: offset of the right figure */
} Figure;

/* s begins with a digit, or with a letter that may be meant for one; 0 long: it is none. `in_value`
 * allows the ratio, and letters for digits in other figures than times. */
Figure figure_scan(const char *s, const char *end, bool in_value);

/* The number in the bytes of a FIG_NUMBER; decimals: digits after the comma. False: too large. */
bool figure_number(Str s, Decimal *out);
bool figure_date(Str s, Date *out);

#endif
