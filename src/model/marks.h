/*
 * marks.h — what each word of the sources was read as.  Layer: model.
 *
 *     avdeling service "Serviceavdelingen"      tiltak "Lærlinger" { ansvar: service }
 *     word     declares declares                word   declares      word    names
 *
 * For those who want to know what stands at a place, rather than what is said: an editor, or
 * whoever writes the keywords in another language. They are made when they are first asked for,
 * out of the finished model, and cost a check nothing. Formulas are evaluated once more to see
 * what their names mean; while that goes on, the evaluator says it by mark() where it finds a
 * thing. A rule is about many things: what its words mean is told for the first that it applies
 * to.
 *
 * A word has one meaning: where several were found, a word of the language goes before a thing,
 * and what was found first before the rest. Words inside {…} or a cell have marks of their own,
 * so marks never lie over one another. Plain figures, quoted texts that name nothing, and prose
 * have none.
 */
#ifndef HPLAN_MODEL_MARKS_H
#define HPLAN_MODEL_MARKS_H

#include "model/model.h"

typedef enum MarkKind {
    MARK_WORD,     /* a word of the vocabulary, perhaps several: id is its TermId; in a path also
                      the only thing so called, which it then means: sub is its DeclId */
    MARK_DECLARES, /* the name, title or number in a declaration: id is the DeclId */
    MARK_NAMES,    /* the same where it is referred to */
    MARK_UNIT,     /* id is the UnitId */
    MARK_CODE,     /* a code or name of a catalogue: id is the CatalogueId */
    MARK_ROW,      /* in a path: a row of table `id`, number `sub` */
    MARK_COLUMN    /* in a path: a column of table `id`, number `sub` */
} MarkKind;

typedef struct Mark {
    Span span;
    uint8_t kind; /* MarkKind */
    uint32_t id, sub;
} Mark;

typedef struct Marks {
    Arena *arena;
    VEC(Mark) at; /* by file and place */
} Marks;

/* Evaluates formulas, and so may take memory and learn units; nothing is reported. */
const Marks *model_marks(Model *m);

/* The mark at an offset, or, failing that, the one that ends there; NULL: none. */
const Mark *marks_find(const Marks *marks, FileId file, uint32_t off);
/* The first mark of a file at or behind an offset; marks->at.len where there is none. */
uint32_t marks_from(const Marks *marks, FileId file, uint32_t off);

/* --dump=marks: a line a mark */
void marks_dump(Buf *out, Model *m);

/* --- for those who read (marks*.c, eval*.c, table*.c) ------------------------------------- */

void marks_add(Marks *marks, Span span, MarkKind kind, uint32_t id, uint32_t sub);

/* Says what stands at `span`, if anybody wants to know. */
static inline void mark(const Model *m, Span span, MarkKind kind, uint32_t id)
{
    if (m->marks != NULL)
        marks_add(m->marks, span, kind, id, 0);
}

/* Puts them in order, once all are there. */
void marks_settle(Marks *marks, Arena *scratch);
/* The words of a group with which the text of a span begins, in their place (K_NONE: any); how many
 * bytes they are, 0: none. *term may be asked for. */
uint32_t marks_prefix(const Model *m, Span span, VocabGroup group, uint16_t inside, TermId *term);
/* Periods and versions: every word of theirs in the span. */
void mark_period(const Model *m, Span span);
/* A value that has been read: its words and its unit. (marks_value.c) */
void mark_value(Model *m, const Value *v);
/* A literal in a formula, as it stands. */
void mark_literal(Model *m, Span span);
/* What the names and functions of a formula mean. (marks_formula.c) */
void mark_formulas(Model *m);

#endif
