/*
 * shared.h — what the checks share: figures as messages and sums see them.  Layer: check.
 *
 * In: figures of the model. Out: quantities, their texts, and where they stand. Private to the
 * room; check.h is its face.
 */
#ifndef HPLAN_CHECK_SHARED_H
#define HPLAN_CHECK_SHARED_H

#include "check/check.h"

/* --- figures (figures.c) ----------------------------------------------------------------- */

/* What a figure says: as stated, or evaluated where it is written as a formula. */
Quantity check_quantity(Model *m, FigRef f);
/* The figure of a cell: its Fact where it is one. */
FigRef check_cell(const Table *t, TableId id, uint32_t row, uint32_t col);
/* A blank cell, or none at all: it neither claims nor adds anything. */
bool check_is_blank(const Table *t, uint32_t row, uint32_t col);
/* Does it say anything that its rows could contradict: a number, or `<5`? */
bool check_is_claim(const Quantity *total);
int check_sign(const Row *row); /* -1 of a subtracted row */

/* Among the addends of a column with one unit, one with fewer decimals takes the finest. Where its
 * units are mixed, among those that agree with `like`; 0: all. */
typedef struct ColumnStep {
    UnitId unit;
    int32_t scale; /* most decimals of an addend with that unit; 0: nothing to refine */
} ColumnStep;
ColumnStep check_column_step(const Model *m, TableId table, uint32_t col, UnitId like);
Quantity check_addend(Model *m, FigRef f, ColumnStep step);

/* Is a no more than so many per cent of b, both without sign? */
bool check_at_most(Decimal a, int64_t percent, Decimal b);

/* What a thing has of a property for a time, as it was decided last: revised, else as the plan has
 * it; NULL: nothing. (forecasts.c) */
const Prop *check_decided_last(const Model *m, DeclId thing, uint16_t key, Period time);

/* Does a formula begin with antall(…)? */
bool check_is_count(Str formula);

/* Do two values of one property say different things? Not
 * where one says nothing. (year_ranges.c) */
bool check_props_differ(Model *m, const Prop *first, const Prop *other);

/* Does a head, folded, say that its figures are worked out
 * of others: change, share? (relations.c) */
bool check_names_change(Str head);
/* Has a thing a text or another thing in it, besides its properties? (twice.c) */
bool check_holds_more(const Model *m, const Decl *d);

/* --- positions (positions.c) ------------------------------------------------------------- */

/* The position that this one is a part of; 0: none. */
DeclId check_position_whole(const Model *m, DeclId part);

/* --- places and proofs (figures.c) ------------------------------------------------------- */

uint32_t check_line(const Model *m, Span span);
uint32_t check_row_line(const Model *m, const Table *t, uint32_t row);
bool check_inside(Span inner, Span outer);
/* The proofs of one kind by the figure that they are about. */
typedef struct ProofIndex {
    U32Map by_place;
    uint8_t kind;   /* ProofKind */
    uint32_t known; /* so many proofs are in it; most checks of most plans ask for none */
} ProofIndex;
ProofIndex check_proofs(Arena *arena, ProofKind kind);
/* The same for a check that goes along the model. */
ProofIndex *check_proofs_kept(const Stretch *s, ProofKind kind);
/* Is one of the table's totals not what its rows come to? For a check along
 * the tables, behind sums. */
bool check_total_fails(const Model *m, const Table *t);
/* The same of a column, and its proof; NULL: it holds, or there is none. */
const Proof *check_failing_sum(const Model *m, const Table *t, uint32_t col);
/* … and of a row that a column «sum» adds; behind row_sums. */
const Proof *check_failing_row_sum(const Model *m, const Table *t, uint32_t row);
Verdict check_verdict(const Model *m, ProofIndex *index, FigRef figure); /* NONE: no proof */

/* --- many things with one fault (tally.c) ------------------------------------------------- */

enum { TALLY_PLACES = 4 };

typedef struct Tally {
    uint32_t count;
    DeclId first[TALLY_PLACES];
} Tally;
void tally_add(Tally *t, DeclId thing);
/* The places behind the first one, at which the finding is, and how many there are beyond them. */
void tally_places(const Model *m, Diag *d, const Tally *t);
/* "og 3 til", where more were counted than shown. */
void tally_rest(Diag *d, uint32_t count, uint32_t shown);

/* --- texts (amounts.c) ------------------------------------------------------------------- */

/* The fix that gives a figure another value: its digits grouped as the author did, with the same
 * decimals. None where that cannot be written so. */
void check_fix(const Model *m, Diag *d, FigRef f, Decimal in_base);
/* What a figure is stated as: a number as an amount, else (`<5`) as it is written. */
Str check_stated(const Model *m, Span at, const Quantity *q);
/* What rounding allows: cut to one decimal more than the figure has. */
Str check_slack(const Model *m, Decimal in_base, const Quantity *like);
/* The note that says from where on a difference is no rounding: half a step of each figure, all of
 * them rounded the same way; `slack` where they are no plain sum. Nothing of exact figures. */
void check_note_rounding(const Model *m, Diag *d, const Quantity *stated, const Quantity *computed,
                         Decimal slack);
/* Would `small` be `large`, up to rounding, if it were given in thousands or millions without
 * saying so? Then what its scale should say; NULL: no. */
const char *check_scale_missing(const Model *m, const Quantity *small, const Quantity *large);
/* Is `like` what the thing or the row of `of` has for one other year? A note that says so. */
void check_note_other_year(Model *m, Diag *d, FigRef of, const Quantity *like); /* other_year.c */
/* The number alone in the unit of `like`, without sign. */
Str check_number(const Model *m, Decimal in_base, const Quantity *like);
/* What a headline counts, in three languages: "Tiltaket" where there is one and it is the only
 * one, else "3 av 14 tiltak": a text with the number as {0} and the whole as {1}. */
Text3 check_counted(const Model *m, MsgId only_one, MsgId several, uint32_t count, uint32_t of);

#endif
