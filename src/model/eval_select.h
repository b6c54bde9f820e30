/*
 * eval_select.h — what a path has led to so far.  Layer: model; for eval_path.c, eval_result.c.
 */
#ifndef HPLAN_MODEL_EVAL_SELECT_H
#define HPLAN_MODEL_EVAL_SELECT_H

#include "model/eval_internal.h"

typedef enum SelectKind { SEL_NONE, SEL_DECLS, SEL_TABLE, SEL_FIGURES, SEL_TEXTS } SelectKind;

#define OPEN UINT32_MAX

typedef struct Selection {
    SelectKind kind;
    DeclList decls;
    TableId table;
    uint32_t rows;            /* those that were named, for row_called; 0: all */
    uint32_t col, group;      /* OPEN: all */
    TermId one_of_kind;       /* decls are all that a kind's word means, and shared; 0: they are not */
    VEC(ResultItem) figures;  /* qty not yet evaluated; of SEL_TEXTS: texts */
    bool told;                /* why it leads nowhere has been said */
    bool asked;               /* what a rule asks of its thing: what is not stated is no fault */
    bool one;                 /* exactly one thing was named all the way */
} Selection;

/* Does a path to a property of this type lead to figures? To years as well: 2026 - år. */
bool eval_is_figure_type(uint8_t type);
ResultItem *selection_add_figure(Eval *e, Selection *s, FigRef f, Str label);
/* All values of a property of a thing (with one index, or of every index); how many there are. */
uint32_t selection_add_property(Eval *e, Selection *s, DeclId d, uint16_t key, const Index *index,
                                bool many_things);
/* Of years and their total only one of the two: the years where all stand, else the total. */
void selection_say_once(Eval *e, Selection *s);
/* The cells of things in the column of their table that adds up its rows; false: there is none. */
bool selection_row_sums(Eval *e, Selection *s, Str folded);
Result selection_result(Eval *e, Selection *s);
/* A column, rows or a heading of the table that the path has led to (eval_step_table.c). */
bool selection_step_table(Eval *e, Selection *s, Str part);

/* Says that what stands before has no such part (HP2010), and what was probably meant. */
void eval_unknown_part(Model *m, const Selection *s, Str before, Str part, Span span);

#endif
