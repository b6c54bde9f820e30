/*
 * cover_marks.h — what the proofs say of each figure.  Layer: check, private to it.
 */
#ifndef HPLAN_CHECK_COVER_MARKS_H
#define HPLAN_CHECK_COVER_MARKS_H

#include "check/coverage.h"
#include "check/shared.h"

/* A byte a figure: first the facts, then the cells of each table in turn. */
typedef struct CoverMarks {
    Model *m;
    uint8_t *marks;
    uint32_t facts;  /* so many; what evaluating adds behind them is none of the plan's */
    U32Map raised; /* runs of cells in claims: how far they are raised */
    U32Map added, listed; /* scope and path: do its figures count, added up or one by one? */
} CoverMarks;

CoverMarks cover_marks(Model *m);
Cover cover_of(const CoverMarks *c, FigRef figure);
/* Counts the figures of a column. */
void cover_count(const CoverMarks *c, TableId table, uint16_t col, CoverCounts *counts);

#endif
