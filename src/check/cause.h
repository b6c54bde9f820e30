/*
 * cause.h — the search for the likeliest cause of a violated sum.  Layer: check, private to it.
 *
 * Tried in the order of the language reference; at most one cause comes out of it. A blank row
 * explains any difference, so it is asked last, after the rows outside the range.
 */
#ifndef HPLAN_CHECK_CAUSE_H
#define HPLAN_CHECK_CAUSE_H

#include "check/shared.h"

typedef enum CauseKind {
    CAUSE_NONE,
    CAUSE_MISSING,  /* the total leaves out a row */
    CAUSE_REPEATED, /* ... which has a twin: it stands twice */
    CAUSE_DOUBLED,  /* the total counts a row twice */
    CAUSE_SIGN,     /* a row has the wrong sign */
    CAUSE_DIGIT,    /* one digit is wrong, in the total or in one row */
    CAUSE_SWAP,     /* two digits have changed places */
    CAUSE_SHIFT,    /* the decimal comma, or a factor of 1000 */
    CAUSE_OUTSIDE,  /* a row outside the range belongs to it */
    CAUSE_BLANK     /* a blank row may be what is missing */
} CauseKind;

enum { CAUSE_TOTAL = -1 };

typedef struct SumTerm {
    FigRef figure;
    Quantity qty;
    int sign;     /* +1, -1 (minus: rows) */
    Str label;
    uint32_t line;
} SumTerm;

typedef struct SumProblem {
    const SumTerm *terms; /* those that are added, blank ones too */
    uint32_t count;
    const SumTerm *outside;
    uint32_t outside_count;
    FigRef total;
    const Quantity *stated, *computed;
    bool total_holds; /* something else says the same as the total: a row must be wrong */
    bool rows_hold;   /* something else says the same as the rows: the total must be wrong */
} SumProblem;

typedef struct Cause {
    CauseKind kind;
    int32_t term;    /* index into terms (or outside); CAUSE_TOTAL: the total */
    uint32_t twin;   /* CAUSE_REPEATED */
    Decimal reading; /* what it should be, in the base unit, without sign */
    bool certain;    /* nothing else explains it so: a fix may be offered */
} Cause;

Cause cause_find(Model *m, const SumProblem *p);
/* Adds it to the finding: one note, and a fix where it is certain. */
void cause_tell(Model *m, Diag *d, const SumProblem *p, const Cause *cause);
/* Both. */
void cause_explain(Model *m, Diag *d, const SumProblem *p);

#endif
