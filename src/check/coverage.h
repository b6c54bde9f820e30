/*
 * coverage.h — how far the figures of a plan are proven.  Layer: check.
 *
 * For figures what test coverage is for code: of each stated figure, whether something in the plan
 * would notice if it were wrong.
 */
#ifndef HPLAN_CHECK_COVERAGE_H
#define HPLAN_CHECK_COVERAGE_H

#include "check/check.h"

typedef enum Cover {
    COVER_LOOSE,     /* a number in prose, which the compiler knows nothing of */
    COVER_TYPED,     /* has a unit and a place, and nothing more */
    COVER_SUPPORTED, /* takes part in a rounded sum or equation, or in an inequality, that holds */
    COVER_PROVEN,    /* takes part in one that holds exactly: another digit would break it */
    COVER_COUNT
} Cover;

typedef struct CoverFigure {
    Span span;
    Str label;   /* what the figure is; empty for a loose one */
    uint8_t cover; /* Cover */
} CoverFigure;

typedef VEC(CoverFigure) CoverFigures;

typedef struct CoverCounts {
    uint32_t of[COVER_COUNT];
} CoverCounts;

/* Comes after check_run. `figures`, in `arena`, gets each of them; NULL: they are only counted. */
void coverage_measure(Model *m, CoverCounts *counts, Arena *arena, CoverFigures *figures);

#endif
