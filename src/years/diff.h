/*
 * diff.h — what has changed from one plan to another, in planners' terms.  Layer: years.
 *
 * in:  two checked models: two versions of one plan, or the plans of two years
 * out: changes, each of a thing: a measure is new, a goal has another title, a deadline has moved,
 *      a row of a breakdown has another amount. What only form can tell apart (order, blanks, the
 *      language of the keywords, 1,5 mill. kr for 1 500 000 kr) is no change.
 */
#ifndef HPLAN_YEARS_DIFF_H
#define HPLAN_YEARS_DIFF_H

#include "model/eval.h"
#include "model/model.h"

typedef enum ChangeKind {
    CHANGE_ADDED, /* the thing is new */
    CHANGE_REMOVED,
    CHANGE_RENAMED,       /* was, is: its titles */
    CHANGE_MOVED,         /* was, is: what it stood in, and stands in now */
    CHANGE_VALUE,         /* was, is: what a property says; empty: it has, or had, none */
    CHANGE_TEXT,          /* its prose, or a property that is prose */
    CHANGE_ROW_ADDED,     /* is: the figures of the row */
    CHANGE_ROW_REMOVED,   /* was: the same */
    CHANGE_ROW_RENAMED,   /* was, is: its labels */
    CHANGE_ROW_SUCCEEDED, /* was, is: its label, and those that KOSTRA has put in its place */
    CHANGE_COLUMN_ADDED,
    CHANGE_COLUMN_REMOVED,
    CHANGE_COLUMN_RENAMED,
    CHANGE_CELL, /* was, is: what a cell says */
    CHANGE_KINDS
} ChangeKind;

/* From one figure to another. */
typedef struct Step {
    Decimal was, is; /* in the base unit: kr, not mill. kr */
    Decimal diff;    /* is - was */
    Decimal percent; /* of what it was, one decimal */
    bool has_percent;
    Str amount;  /* the difference without its sign, as it is told */
    UnitId base; /* of the new plan's units */
} Step;

typedef struct Change {
    uint8_t kind;    /* ChangeKind */
    uint8_t group;   /* DiffGroup */
    DeclId old, new; /* the thing; 0: the plan has none such */
    TermId term;     /* CHANGE_VALUE, CHANGE_TEXT: the property; 0: prose */
    Str when;        /* of what time the value is: "2019", "budsjett 2019" */
    Str when_was;    /* where the old value is of another time: the year before */
    Str row, column; /* of a table */
    Str was, is;
    const Step *step; /* NULL: no two figures */
} Change;

/* Under which headings changes are told, in this order. */
typedef enum DiffGroup {
#define GROUP(id, nb, nn, en) GROUP_##id,
#include "years/diff_groups.def"
#undef GROUP
    GROUP_COUNT
} DiffGroup;

typedef struct DiffSide {
    Model *m;
    DeclId plan;          /* 0: the document declares none */
    int year;             /* 0: it says none */
    bool *counts;         /* by DeclId: a thing of this document, that is compared */
    DeclId *other;        /* by DeclId: the same thing of the other side; 0: none */
    uint32_t *first_text; /* by DeclId: the first text about it, an index of Model.texts + 1 */
    uint32_t *next_text;  /* by such an index: the next text about the same thing */
} DiffSide;

typedef struct Diff {
    Arena *arena;
    Lang lang; /* of the words in the changes */
    DiffSide old, new;
    VEC(Change) changes; /* in the order of the new plan, then what is gone */
    Buf was, is;         /* room to put two texts together in */
} Diff;

/* Both models stay what they are, but for figures that are evaluated. All that is made is the
 * arena's. */
Diff *diff_make(Arena *arena, Model *old, Model *new, Lang lang);

/* For people, under headings; nothing where nothing has changed. */
void diff_text(Buf *out, const Diff *d);

/* The files as the caller calls them, and how many errors a check found. */
typedef struct DiffFile {
    Str name;
    uint32_t errors;
} DiffFile;
/* For machines: one object, see docs/json.md. */
void diff_json(Buf *out, const Diff *d, const DiffFile *old, const DiffFile *new);

#endif
