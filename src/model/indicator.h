/*
 * indicator.h — does a result meet its target?  Layer: model.
 *
 * A result answers the target of its period; without one, the next later target, and then what is
 * not met yet remains and is no fault. It is judged by the target's comparator, else by the
 * direction of the indicator; without either nothing is said. A target is exact when judged; the
 * result stands for what it may have been rounded from.
 */
#ifndef HPLAN_MODEL_INDICATOR_H
#define HPLAN_MODEL_INDICATOR_H

#include "model/eval.h"

typedef enum IndicatorVerdict {
    INDICATOR_NONE, /* no result, or no target in figures that it could be held against */
    INDICATOR_OPEN, /* there are both, but nobody can know: no direction, about, a range */
    INDICATOR_MET,
    INDICATOR_NOT_MET,
    INDICATOR_REMAINING,   /* not met yet; the target is of a later time */
    INDICATOR_NOT_MEASURED, /* the target is there, the result is not */
    INDICATOR_NOT_IN_FORCE  /* what the target is set for as long as, no longer holds */
} IndicatorVerdict;

typedef struct IndicatorAnswer {
    IndicatorVerdict verdict;
    bool on_line;  /* rounding may have decided it; the printed digits did */
    bool later;    /* the target is of a later time than the result */
    PropId result; /* 0: none */
    PropId target;
} IndicatorAnswer;

typedef enum Sense { SENSE_UNKNOWN, SENSE_UP, SENSE_DOWN } Sense;

/* The last result of an indicator against the target that it answers. */
IndicatorAnswer indicator_verdict(Model *m, DeclId indicator);
/* Does `så lenge` hold in a year? UNKNOWN without one, or where it is in words. */
Verdict indicator_condition(Model *m, DeclId indicator, int year);
/* Says what is wrong with it: names, and figures that cannot be compared. */
void indicator_check_condition(Model *m, DeclId indicator);

/* What is better, more or less? By `retning`, else by which end of the scale is `best`. */
Sense indicator_direction(const Model *m, DeclId indicator);
/* The same of one of its targets: by its comparator first. One that contradicts the direction
 * leaves it unknown. */
Sense indicator_sense(Sense direction, const Value *target);
/* The ends of `skala: 1–6`, the lower as `num`; false where it states none. */
bool indicator_scale(const Model *m, DeclId indicator, Value *scale);

/* One result or target in figures. */
typedef struct IndicatorPoint {
    PropId prop;
    Value value;
    Quantity qty;    /* of a target: exact */
    Date from, to;   /* year 0: it says no time */
    bool whole_year; /* no less than a year */
} IndicatorPoint;

typedef VEC(IndicatorPoint) IndicatorPoints;

/* Those of one property (P_RESULT, P_TARGET) that are figures, in order of time; those without a
 * time come first. Budgets and forecasts are neither. */
void indicator_points(Model *m, DeclId indicator, uint16_t key, IndicatorPoints *out);

/* Whether `så lenge` holds in a year. */
typedef struct YearCondition {
    int year;
    Verdict verdict;
} YearCondition;

/* What the results of an indicator are held against. Read once for all of them: there may be
 * thousands of both. */
typedef struct IndicatorAims {
    DeclId of; /* 0: nothing has been read */
    Sense direction;
    IndicatorPoints targets;       /* in order of declaration, those in words too */
    VEC(YearCondition) conditions; /* of the years asked about so far */
} IndicatorAims;

/* Fills out, whose room is used again. */
void indicator_aims(Model *m, DeclId indicator, IndicatorAims *out);
/* As indicator_verdict, for one of its results (a Prop with P_RESULT). */
IndicatorAnswer indicator_judge(Model *m, IndicatorAims *aims, PropId result);

#endif
