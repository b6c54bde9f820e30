/*
 * skeleton_int.h — what the files that make a skeleton share.  Layer: years, private to it.
 *
 *   skeleton.c           the walk through the plan
 *   skeleton_head.c      what the report is called, and what it says of itself
 *   skeleton_answer.c    a goal, a measure, an indicator …: what is to be filled in of each
 *   skeleton_rows.c      the same of those that a table declares: a table again
 *   skeleton_accounts.c  the budget's tables with a column for the accounts
 */
#ifndef HPLAN_YEARS_SKELETON_INT_H
#define HPLAN_YEARS_SKELETON_INT_H

#include "years/skeleton.h"
#include "years/wording.h"

typedef struct Skeleton {
    Model *m;
    Buf *out;
    const SkeletonWish *wish;
    Str year;     /* of the report */
    Date until;   /* the last day of a report on a part of it; year 0: of all of it */
    Str day;      /* the last day, in any case: 31.8.2026 */
    Lang words;   /* of the keywords and the comments */
    Lang text;    /* of what is printed */
    bool *wanted; /* by DeclId: it is to be answered, or something in it is */
    bool *divided; /* by DeclId: a frame whose accounts a table of the report tells */
    uint32_t depth;
} Skeleton;

void skeleton_head(Skeleton *k);
/* The answers to what stands in a thing, inside the answer to `around` (0: inside none). */
void skeleton_contents(Skeleton *k, DeclId d, DeclId around);

bool skeleton_answerable(const Skeleton *k, DeclId id);
/* Does a report that goes so far have something to say of it? */
bool skeleton_is_due(const Skeleton *k, DeclId d);
/* One answer, with what stands in it. */
void skeleton_answer(Skeleton *k, DeclId d, DeclId around);
/* The answers to those rows of a table that are to be answered; false: it must be one by one. */
bool skeleton_rows(Skeleton *k, DeclId container);
/* Is there one figure a row that is the budget of the year? */
bool skeleton_has_accounts(const Skeleton *k, DeclId breakdown);
void skeleton_accounts(Skeleton *k, DeclId breakdown);
/* Finds `divided`. */
void skeleton_find_divided(Skeleton *k);

/* Does a report find the thing by this? `around` as above. */
bool skeleton_finds(Skeleton *k, DeclId d, DeclId around, Str said);
/* Does what is said for an index hold for the report's year? */
bool skeleton_of_year(const Skeleton *k, Index said);
/* «1. halvår 2026», «2025/2026»: it ends in the report's year, and is not all of it. */
bool skeleton_is_part(const Skeleton *k, Period p);
/* Is it over when the report ends? */
bool skeleton_is_over(const Skeleton *k, Period p);

/* A line of comment. */
void skeleton_comment(Skeleton *k, SayId id, Str a, Str b);
/* KEY: value */
void skeleton_line(Skeleton *k, uint16_t key, Str value);
/* «| text »: a row is as many of these, and a last bar. */
void skeleton_put_cell(Skeleton *k, Str text);
/* What stands in a cell, without the equation that it may be a side of. */
Str skeleton_cell(const Skeleton *k, const Table *t, uint32_t row, uint32_t col);

#endif
