/*
 * relation.h — a figure that is worked out from two others.  Layer: check.
 *
 * Shared by relations.c (a column, from two others of its row) and relation_rows.c (a row, from two
 * others of its column).
 */
#ifndef HPLAN_CHECK_RELATION_H
#define HPLAN_CHECK_RELATION_H

#include "check/shared.h"

typedef enum Relation { REL_DIFFERENCE, REL_RATIO, REL_GROWTH, REL_SHARE, REL_COUNT } Relation;

typedef enum Answer { SILENT, AGREES, DIFFERS } Answer;

/* The figure of a cell; false: none that proves anything. */
bool relation_number(Model *m, TableId id, uint32_t row, uint32_t col, Quantity *out);
/* What a and b give, in the unit that is stated. False: nothing that proves anything. */
bool relation_derive(Model *m, Relation how, const Quantity *a, const Quantity *b, UnitId unit,
                     Quantity *out);
/* A figure that was worked out before the others were rounded may be a step and a half off. */
Answer relation_ask(Model *m, const Quantity *stated, const Quantity *computed);
/* Would it agree with the other sign? */
bool relation_is_opposite(Model *m, const Quantity *stated, const Quantity *computed);

/* What the addends of a failing sum come to beyond it. */
bool relation_sum_off(const Model *m, const Proof *fails, Quantity *off);
/* Does a failing sum hold where a figure that it adds is what it comes to? */
bool relation_mends(const Model *m, const Proof *fails, const Quantity *stated,
                    const Quantity *computed);

/* By its words, folded: «Refusjoner», «Skatt». */
bool relation_names_income(Str label);

#endif
