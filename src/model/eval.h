/*
 * eval.h — what an expression or a path gives.  Layer: model.
 *
 * A result is a list of figures, each with the label of what it belongs to (a scalar has one,
 * without label), or a list of names. What a path leaves open stays open: ramme gives each of its
 * years, kostra.netto each of its rows. Arithmetic goes label by label.
 */
#ifndef HPLAN_MODEL_EVAL_H
#define HPLAN_MODEL_EVAL_H

#include "model/proof.h"
#include "model/scope.h"

typedef enum ResultKind {
    RES_FIGURES, /* items with quantities; scalar: exactly one, no label */
    RES_LIST,    /* items with texts (and the things they name) */
    RES_BAD      /* a fault, reported */
} ResultKind;

typedef struct ResultItem {
    Str label;     /* of the row, the year, the thing */
    Sym label_sym;
    Quantity qty;  /* RES_FIGURES */
    FigRef from;   /* the figure it was read from; all zero: computed */
    Str text;      /* RES_LIST; of a cell with row and column open: its column */
    DeclId decl;
    Span span;
} ResultItem;

typedef struct Result {
    uint8_t kind;
    bool scalar;
    bool truth;  /* a scalar that is 1 or 0: har(frist) */
    VEC(ResultItem) items;
    TermRuns terms;    /* every stated figure that took part */
    Span span;         /* of the expression */
    Str written;       /* its text */
} Result;

/* Evaluates an expression of a document in the scope of a declaration. Findings about names,
 * units and functions go to the sink once per place. */
Result eval_expr(Model *m, DocId doc, NodeRef expr, DeclId scope);
/* The same for a rule: things are counted inside the thing that the rule is applied to. */
Result eval_expr_inside(Model *m, DocId doc, NodeRef expr, DeclId scope, DeclId inside);
/* Without a word: what is wrong with it is told by who evaluates it first. */
Result eval_quietly(Model *m, DocId doc, NodeRef expr, DeclId scope);

/* What can be said of a rule's expression before there is a thing of the kind that it is about: are
 * its words known? `rule` is where its other names are looked for. */
void eval_rule_words(Model *m, DocId doc, NodeRef expr, DeclId rule, uint16_t kind);

/* Where each label of a result stands first. Made for a walk over the labels of another: looking
 * through the items for each would cost their square. `result` must outlive it. */
typedef struct Labels {
    const Result *result;
    U32Map at; /* label -> index + 1 */
} Labels;
Labels eval_labels(Model *m, const Result *result);
const ResultItem *eval_labelled(const Labels *l, Sym label); /* NULL: nothing has it */

/* The figure itself: a stated one, or a computed one (evaluated now; a circle is HP4011). */
Quantity eval_figure(Model *m, FigRef f);

/* The sides of an equation or claim: the operands of = and of comparisons, in order. */
typedef struct Side {
    NodeRef node;
    uint8_t op;   /* the Op before it; OP_NONE for the first */
} Side;
typedef struct Sides {
    Side *at; /* scratch */
    uint32_t count;
    Span message; /* a string after the last operand; len 0: none */
} Sides;
Sides eval_sides(const Model *m, const Fact *fact);

/* `ramme.2018 - ramme.2017`: of which years one thing is told, and against which. */
typedef struct YearChange {
    int year, against;
} YearChange;
/* The one year that a figure is of: that of its property or its column, or of its row where the rows
 * are years; 0: none (eval_years.c). */
int eval_figure_year(const Model *m, FigRef f);
/* Is the last side of an equation, or a formula in prose, such a difference? */
bool eval_year_change(Model *m, const Fact *f, YearChange *out);

/* Has the figure its sign, here, from a way of writing: income with a minus? */
typedef bool SignOfWriting(const Model *m, FigRef figure, const Quantity *q);
/* Does a formula come to the same with the other sign, where all figures that are so have the other
 * one (eval_signs.c)? Evaluates its parts, without a word: facts may move. */
bool eval_turns_sign(Model *m, DocId doc, NodeRef expr, DeclId scope, SignOfWriting *of_writing);
/* The formula with a minus before it: -a, -(a - b). */
Str eval_negated(Model *m, DocId doc, NodeRef expr);

/* What is counted, or what a rule is about (eval_filter.c): things declared with one word, inside
 * one thing, with properties so. `tiltak i mål.økonomi der ansvar = ikt og status = ferdig` */
enum { FILTER_MOST = 6 };

typedef struct FilterTest {
    TermId property; /* the thing has it … */
    Str value;       /* … with this value; len 0: with any */
    bool or_else;    /* where it fails, the next one will do (`eller`) */
} FilterTest;

typedef struct Filter {
    uint16_t kind;
    TermId term;   /* the word */
    bool any_word; /* a generic word: every word of the kind */
    bool added;    /* `nytt tiltak`: what the report has that its plan has not */
    DeclId inside; /* 0: everywhere */
    FilterTest tests[FILTER_MOST];
    uint32_t count;
} Filter;
bool filter_read(Model *m, DocId doc, DeclId scope, NodeRef node, Filter *out);
/* What `antall(nytt …)` would give where `call` is `antall(…)` in a report; else 0. */
uint32_t eval_count_new(Model *m, DocId doc, NodeRef call, DeclId scope);
/* The report that a scope is in, which may state the status of its plan's things; 0: none. */
DeclId filter_report(const Model *m, DeclId scope);
bool filter_takes(Model *m, DeclId scope, const Filter *f, DeclId thing);

/* Names what a figure is a figure of: penger, årsverk, et antall tiltak. */
void eval_say_dimension(Model *m, Diag *d, const Quantity *q);

/* Says that two figures cannot be added or compared, and names both dimensions (HP3008) … */
Diag *eval_dimensions_differ(Model *m, Span span, const Quantity *a, const Quantity *b);
/* … and shows both figures, and how they would agree. */
Diag *eval_units_differ(Model *m, Span span, const Quantity *a, const Quantity *b);

/* The things that a path or name in the scope means, for `gjelder`, `ubesvart`, links. */
DeclId eval_decl(Model *m, DeclId scope, Str path, uint16_t expected_kind);
/* A kind's word for the only thing that is declared with it: `om ramme`. */
NameHit eval_only_thing(Model *m, Str word);
/* Says which part of a path nobody has (HP2005, HP2008, HP2010); false:
 * all of it means something. */
bool eval_path_misses(Model *m, DeclId scope, Span path);
/* Marks what the parts of such a path mean (marks.h). */
void eval_mark_path(Model *m, DocId doc, DeclId scope, Span path);

/* Before the plan is printed, when all that is shown in it is evaluated once or twice more: what
 * the check could compute, there is room for again. */
void eval_renew(Model *m);

/* As a part of a path: a word or digits bare, all else in quotation marks. */
Str eval_as_part(Arena *a, Str text);

#endif
