/*
 * skeleton.h — the report that answers a plan, with everything still to be answered.  Layer: years.
 */
#ifndef HPLAN_YEARS_SKELETON_H
#define HPLAN_YEARS_SKELETON_H

#include "model/model.h"

typedef struct SkeletonWish {
    DeclId plan;
    Str use;       /* the plan's file as the report is to name it behind `bruk` */
    int year;      /* of the report */
    Str as_of;     /* how far into the year it goes, as it is to stand behind `per` … */
    Period upto;   /* … and which days that is; PERIOD_NONE: to its end */
    bool accounts; /* with the budget's tables */
} SkeletonWish;

/* Can a report name it? */
bool skeleton_possible(const Model *m, DeclId plan);
/* The text, not yet in its one form. */
void skeleton_put(Buf *out, Model *m, const SkeletonWish *wish);

#endif
