/*
 * claim_parts.h — where a claim over many places holds, though it fails in one.  Layer: check.
 *
 * in:  the verdict of each comparison, with the label of its place (a column, a row, a year)
 * out: Model.held: the figures in those places in which all comparisons held
 */
#ifndef HPLAN_CHECK_CLAIM_PARTS_H
#define HPLAN_CHECK_CLAIM_PARTS_H

#include "model/eval.h"

typedef struct ClaimParts {
    U32Map worst; /* label -> Verdict */
    bool held;    /* some comparison held */
} ClaimParts;

void parts_init(ClaimParts *p, Model *m);
void parts_note(ClaimParts *p, Sym label, Verdict verdict);
void parts_keep(const ClaimParts *p, Model *m, const Result *side);

#endif
