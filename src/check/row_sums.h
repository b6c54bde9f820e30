/*
 * row_sums.h — what the sums of rows and the net of rows share.  Layer: check, private to it.
 */
#ifndef HPLAN_CHECK_ROW_SUMS_H
#define HPLAN_CHECK_ROW_SUMS_H

#include "check/sums.h"

/* Is this cell a total that its rows do not give? Then its row is not judged by it again. */
static inline bool is_violated_total(const Model *m, ProofIndex *sums, FigRef f)
{
    return check_verdict(m, sums, f) == VERDICT_VIOLATED;
}

/* A cell of a faulty row, and by how much its column's total would be off if it were the one that
 * is wrong. */
typedef struct Suspect {
    FigRef cell;
    Decimal gap; /* stated - computed */
} Suspect;

/* Adds a suspect: the row's difference is `times` the cell's own error. */
void suspect_add(Suspect *list, uint32_t *count, FigRef cell, Decimal diff, int times);
/* Is there one among them in which the row crosses a column that is off by as much? Then it is told
 * (HP4010), and the column no more. *asked counts the rows of a table for which that is asked. */
bool suspects_cross(Model *m, DeclId table, FigRef row_total, const Suspect *list, uint32_t count,
                    uint32_t *asked);

/* netto = utgifter - inntekter, in each row of a table that has all three (net.c). */
void net_check(Model *m, TableId id, ProofIndex *sums);

#endif
