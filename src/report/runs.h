/*
 * runs.h — making blocks, texts and anchors.  Layer: report.
 *
 * The small tools that the rest of the room builds with; they know nothing of the model.
 */
#ifndef HPLAN_REPORT_RUNS_H
#define HPLAN_REPORT_RUNS_H

#include "report/report.h"

/* Nothing where the text is empty. */
void runs_add(Arena *a, Runs *runs, Str text, RunStyle style, const Target *to);
void runs_join(Arena *a, Runs *runs, const Runs *more);
Str runs_plain(Arena *a, const Runs *runs); /* the text alone */
bool runs_empty(const Runs *runs);

Block *block_add(Arena *a, Block *parent, BlockKind kind);
Field *field_add(Arena *a, Fields *fields, Str label);
GridColumn *grid_column(Arena *a, Grid *g, Str head, bool number);
/* As many rows as there can be, once all columns are there. Their cells have room for a run each,
 * which is what nearly all of them get. */
void grid_room(Arena *a, Grid *g, uint32_t rows);
GridRow *grid_row(Arena *a, Grid *g, GridRole role);

/* Anchors as GitHub makes them of headings: small letters, digits, - and _; blanks become -; a
 * repeated one gets -1, -2 … */
typedef struct Anchors {
    Arena *arena;
    Interner taken;
    U32Map next; /* Sym -> the number to try next */
} Anchors;

void anchors_init(Anchors *as, Arena *a);
Str anchors_claim(Anchors *as, Str text);

/* The first letter large: "frist" -> "Frist". */
Str text_capital(Arena *a, Str s);
Str text_joined(Arena *a, Str first, Str second);
/* Plain blanks for hard ones: a line may break there. */
Str text_breakable(Arena *a, Str s);

#endif
