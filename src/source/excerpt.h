/*
 * excerpt.h — the lines that are kept of a text when it goes.  Layer: source.
 *
 * With many plans, findings are printed when their texts are gone; only the lines that they point
 * into are kept. A Source with an excerpt knows these lines and no other: asked for a place
 * elsewhere, it gives the nearest kept line before it.
 */
#ifndef HPLAN_SOURCE_EXCERPT_H
#define HPLAN_SOURCE_EXCERPT_H

#include "base/vec.h"
#include "source/source.h"

typedef VEC(uint32_t) Offsets;

typedef struct KeptLine {
    uint32_t number, start; /* in the text; from 1 and from 0 */
    Str text;               /* with its end */
} KeptLine;

typedef struct Excerpt {
    KeptLine *lines; /* in order */
    uint32_t count;
} Excerpt;

/* The lines in which these offsets lie, which it sorts; one at least. */
const Excerpt *excerpt_take(Arena *a, Source *src, Offsets *offsets);
/* The lines of both. */
const Excerpt *excerpt_join(Arena *a, const Excerpt *x, const Excerpt *y);

/* The line in which an offset lies, and the one of this number; else the one before it. */
const KeptLine *excerpt_line_at(const Excerpt *e, uint32_t off);
const KeptLine *excerpt_line(const Excerpt *e, uint32_t number);

#endif
