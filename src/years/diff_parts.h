/*
 * diff_parts.h — what the files of the comparison share.  Layer: years, private to it.
 */
#ifndef HPLAN_YEARS_DIFF_PARTS_H
#define HPLAN_YEARS_DIFF_PARTS_H

#include "years/diff.h"

/* --- diff_match.c: which thing of the old plan is which of the new one --------------------- */

void diff_match(Diff *d);
void diff_join(Diff *d, DeclId old, DeclId new); /* they are the same */
bool diff_match_alike(Diff *d); /* by titles that are nearly the same; true: some are */
/* Does the number of such a thing stay its own whatever year it is? A project's does. */
bool diff_number_lasts(uint16_t kind);
/* The heading under which things of a kind are told; GROUP_COUNT: they are not compared. */
DiffGroup diff_group(uint16_t kind);
/* What a thing stands in, with the plan where that is nothing else. */
DeclId diff_scope(const DiffSide *side, DeclId thing);
/* Is a year told apart from the other plan's? */
static inline bool diff_of_two_years(const Diff *d)
{
    return d->old.year != 0 && d->new.year != 0 && d->old.year != d->new.year;
}
/* --- diff_value.c: what is said, and by how much it differs -------------------------------- */

/* What one of the sides says somewhere. */
typedef struct DiffValue {
    Value v;
    DeclId ref;   /* of a fact that names a thing */
    bool figure;  /* one number, stated or computed; then: */
    Decimal base; /* in the base unit */
    UnitId unit;
    uint8_t decimals; /* in its unit */
} DiffValue;

DiffValue diff_value(const DiffSide *side, FigRef f);
bool diff_same_value(const Diff *d, const DiffValue *old, const DiffValue *new);
bool diff_is_blank(const DiffValue *v);
/* As people are told; of one of the sides. */
Str diff_told(const Diff *d, const DiffSide *side, const DiffValue *v);
/* NULL where one of them is no figure, or they are of different units. */
const Step *diff_step(const Diff *d, const DiffValue *old, const DiffValue *new);
/* Alike but for blanks and lines. */
bool diff_same_text(Str a, Str b);

/* --- what is compared of a thing ------------------------------------------------------------- */

Change *diff_add(Diff *d, ChangeKind kind, DeclId old, DeclId new);
void diff_properties(Diff *d, DeclId old, DeclId new);
/* "ansvar: IKT-avdelingen; frist: 31.12.2018": what a new thing says of itself. */
Str diff_summary(Diff *d, DeclId thing);
/* Which texts belong to which thing; then, of one thing, whether they say something else. */
void diff_find_prose(Diff *d, DiffSide *side);
void diff_prose(Diff *d, DeclId old, DeclId new);
void diff_tables(Diff *d, DeclId old, DeclId new);

/* --- diff_period.c: times -------------------------------------------------------------------- */

/* A number for a key and its time that sorts by key, then time; never 0. */
uint64_t diff_time_key(uint16_t key, Index index);
/* Of one key, version and kind of time, whichever days it is. */
bool diff_same_but_days(uint64_t a, uint64_t b);
/* "2019", "budsjett 2019", "siste 12 mnd", as it is written behind the key. */
Str diff_when(const Diff *d, const DiffSide *side, const Prop *p);
/* The text with each year as its distance from the plan's own: «Rammen <0>». Are two texts alike
 * when written so? Of two versions of one plan they never are. */
void diff_put_yearless(Buf *out, const DiffSide *side, Str text);
bool diff_same_but_years(const Diff *d, Str old, Str new);
/* Does an old figure of this time just lie behind what the new plan is about? */
bool diff_is_past(const Diff *d, Index index);

/* --- diff_text.c ------------------------------------------------------------------------------ */

/* The kind of a thing and what it is called: tiltak «Flere lærlinger». */
Str diff_thing_told(const Diff *d, const DiffSide *side, DeclId thing);

#endif
