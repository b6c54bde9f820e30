/*
 * sums.h — which rows make up which total, and what a violated one is told as.  Layer: check,
 * private to it.
 */
#ifndef HPLAN_CHECK_SUMS_H
#define HPLAN_CHECK_SUMS_H

#include "check/cause.h"

/* A row that adds others up. */
typedef struct Total {
    uint32_t row;
    uint8_t role; /* ROLE_SUM, ROLE_SUBTOTAL, ROLE_CLOSING */
    bool all;     /* a sum of everything, since nothing stands between it and the last sum */
    bool balance; /* it adds an opening row too: */
    uint32_t opening;
    uint32_t from, to; /* addends: of Layout.addends */
} Total;

typedef struct Layout {
    VEC(uint32_t) addends; /* plain rows and subtracted ones, in order */
    VEC(Total) totals;
} Layout;

Layout sums_layout(Model *m, const Table *t);

/* Is the first column of the year before that of the second, in the same version? */
bool column_precedes(const Column *a, const Column *b);
/* HP4014: what stands as the opening balance is not the closing one of the column before. */
void sums_not_carried(Model *m, FigRef opening, FigRef closing, const Column *before);

/* Proves a table of whole figures with one total, if all of it holds exactly; false: nothing of it
 * (sums_plain.c). */
bool sums_plain(Model *m, TableId id);

/* The unit of the figures that a total adds up: its own where those of the column are mixed; 0: all
 * of them. */
UnitId sums_like(Model *m, TableId table, uint32_t row, uint32_t col);

/* A total that its rows do not give, in one column. */
typedef struct Failure {
    uint32_t col;
    FigRef figure;
    Quantity stated, computed;
    Comparison judged;
    FigRef hidden; /* the first row that is no number, where `computed` is none */
} Failure;

typedef VEC(Failure) FailureVec;

/* A total that its rows do not give, with all columns in which they do not. */
typedef struct FailedTotal {
    Model *m;
    TableId id;
    const Table *t;
    const Layout *l;
    const Total *total;
    const FailureVec *failures;
    const bool *summed; /* by column */
} FailedTotal;

/* Says what is wrong with it: one finding for all columns where one cause explains them, else one
 * each. search: a cause is looked for. */
void sums_report(const FailedTotal *s, bool search);

/* One finding for all columns, where one cause explains them all; false:
 * none does (sums_columns.c). */
bool sums_report_columns(const FailedTotal *s);
/* A finding at the total in this column, and what its rows give. */
Diag *sums_finding(Model *m, MsgId code, const Failure *f);
void sums_note_rows(const FailedTotal *s, Diag *d, const Failure *f);

/* … and where a row is no number, that it is so whatever that one stands for. */
void sums_note_hidden(const Model *m, Diag *d, const Failure *f);

/* A note that a total cannot be checked for this figure's sake: missing, or approximate. */
void sums_cannot_tell(Model *m, FigRef total, FigRef refused);

/* The rows of a total as terms, in one column. */
typedef VEC(SumTerm) TermVec;
void sums_terms(Model *m, TableId table, const Layout *l, const Total *total, uint32_t col,
                TermVec *out);
SumTerm sums_term(Model *m, TableId table, uint32_t row, uint32_t col, ColumnStep step);

/* --- frames (breakdowns.c) --------------------------------------------------------------- */

/* What a breakdown says that a column of it adds up to: av: ramme.2018. */
typedef struct FrameClaim {
    uint32_t col;
    Quantity qty;
    FigRef from; /* the frame's figure; all zero: computed */
    Span span;   /* of the property */
} FrameClaim;

typedef VEC(FrameClaim) FrameVec;

void breakdown_frames(Model *m, TableId table, FrameVec *out);
/* Tells of columns for years that the frame lacks. (breakdown_years.c) */
void breakdown_years(Model *m, const Table *t, const FrameVec *frames);

#endif
