/*
 * roll.h — next year's plan out of this one.  Layer: years.
 */
#ifndef HPLAN_YEARS_ROLL_H
#define HPLAN_YEARS_ROLL_H

#include "model/model.h"

/* What the text of a file has otherwise in the new plan. */
typedef struct RollEdit {
    Span span;   /* what goes; len 0: nothing */
    Str text;    /* what comes in its place */
    bool always; /* even where the thing around it is left out */
} RollEdit;

typedef VEC(RollEdit) RollEdits;
typedef VEC(DeclId) RollThings;

typedef struct RollWish {
    DeclId plan;
    int to;           /* the year of the new plan */
    const bool *keep; /* by DeclId: of what would be `changed`, what is not to be; NULL: nothing */
} RollWish;

typedef struct Rolled {
    int from;                   /* the year of the old one */
    Lang lang;                  /* in which the new plan says what is to be done */
    RollEdits edits;            /* sorted; none lies over another */
    uint32_t carried, left_out; /* measures, investments and decisions */
    RollThings changed;         /* left out, or with a result that the report tells */
} Rolled;

/* Everything that is another in the new plan, in all its files. */
void roll_plan(Rolled *out, Model *m, const RollWish *wish);
/* Is the document a part of the plan, or the plan itself? */
bool roll_has(const Model *m, DocId doc, DeclId plan);
/* The text of a file with its edits. */
void roll_put(Buf *out, const Model *m, FileId file, const RollEdits *edits);

#endif
