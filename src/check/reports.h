/*
 * reports.h — what a report leaves unanswered.  Layer: check.
 */
#ifndef HPLAN_CHECK_REPORTS_H
#define HPLAN_CHECK_REPORTS_H

#include "check/check.h"

typedef VEC(DeclId) Unanswered;

/* Goals, subgoals, measures, indicators and decisions of the plans that the report is for, kind by
 * kind, each in the order of the plan; in the model's arena. */
void report_unanswered(Model *m, DeclId report, Unanswered *out);

/* What stands in a document that the plan lists, such as a goal of a plan above it, is
 * not this plan's to answer. */
bool report_passes_over(const Model *m, DeclId d);

#endif
