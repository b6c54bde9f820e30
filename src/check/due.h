/*
 * due.h — what a report on a part of its year has to answer.  Layer: check.
 *
 * A council is told of the year three times: after each tertial, and when it is over. Until then
 * the report says how far the plan has come and how the year is expected to end; what is not due by
 * its day (`per: 31.8.2026`, `per: 2. tertial 2026`) is not missed in it.
 */
#ifndef HPLAN_CHECK_DUE_H
#define HPLAN_CHECK_DUE_H

#include "check/check.h"

/* The last day that such a report tells of; year 0: the report is on all of its year. */
Date due_until(const Model *m, DeclId report);
/* Is a goal, measure, indicator or decision of the plan to be answered in a report until that day?
 * Of an indicator the result of a time that is over; of work how far it has come, if it is to begin
 * before that day and to be finished in that year; of a goal what stands in it. */
bool due_by(Model *m, DeclId thing, Date until);

#endif
