/*
 * loose.h — figures that stand loose in prose.  Layer: model.
 *
 * A number in literal Markdown is a figure where it has a unit or groups of digits. Years, dates,
 * numbers of sections and codes, ordinals, and what stands in links, addresses, code and quoted
 * names are none.
 */
#ifndef HPLAN_MODEL_LOOSE_H
#define HPLAN_MODEL_LOOSE_H

#include "model/model.h"

typedef struct Loose {
    uint32_t text;   /* index into Model.texts */
    uint32_t from, to; /* in its Flat */
    Span span;       /* number and unit; of the number alone where a line ends between them */
    Str written;     /* number and unit on one line, without emphasis */
    bool whole;      /* the span holds just that: it could be put into {…} as it stands */
    bool range, approx, negative;
    bool sure;       /* the unit is all there is: no "per", "av" or hyphen follows */
    UnitId unit;     /* 0: none, only grouped */
    Decimal num;     /* without its sign; of a range the first */
} Loose;

typedef struct LooseFigures {
    VEC(Loose) all;
} LooseFigures;

/* A text as one line a paragraph: lines that go on are joined by a blank, and each {…} is one
 * byte, LIVE. */
enum { LIVE = 1 };

typedef struct FlatPiece {
    uint32_t at;  /* in the flat text */
    Span source;  /* where it was; of {…}: len 0 */
    FactId fact;  /* of {…} */
} FlatPiece;

typedef struct Flat {
    Buf text;
    VEC(FlatPiece) pieces;
} Flat;

void loose_flatten(const Model *m, Arena *arena, uint32_t text, Flat *out);
/* All of the model, in order of its texts; found when they are first asked for. */
const LooseFigures *loose_figures(Model *m);

#endif
