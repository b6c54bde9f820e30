/*
 * eval_internal.h — what the files of the evaluator share.  Layer: model.
 */
#ifndef HPLAN_MODEL_EVAL_INTERNAL_H
#define HPLAN_MODEL_EVAL_INTERNAL_H

#include "model/eval.h"
#include "model/scope.h"

#define EVAL_MAX_DEPTH 200

typedef struct Eval {
    Model *m;
    DocId doc;
    const Tree *tree;
    DeclId scope;
    DeclId inside;   /* of a rule: the thing it is applied to, inside which things are counted */
    uint16_t about;  /* of a rule: the kind of that thing, which is there without one too */
    int depth;
    Span at;         /* the part of a path that is being followed */
} Eval;

enum { MOST_ARGUMENTS = 12 };

/* A call of a function, with as many arguments as it takes. */
typedef struct Call {
    Eval *e;
    Span span;
    NodeRef args[MOST_ARGUMENTS];
    uint32_t count;
} Call;

typedef VEC(DeclId) DeclList;

/* What a name, title or number means among the things of a word. */
typedef struct NamedThing {
    DeclId first, other; /* other: means the name just as well; 0: none */
    int rank;            /* 0: by its name, 1: its title, 2: its number; the lowest counts */
} NamedThing;

/* One of the rows that a path calls so; next: the one below it, index into called + 1; 0: none. */
typedef struct CalledRow {
    uint32_t row, next;
} CalledRow;

/* What evaluation keeps between figures. */
typedef struct EvalState {
    uint32_t depth;         /* nodes being evaluated now, of all figures */
    bool unwinding;         /* the deepest figure is postponed; nothing evaluated now counts */
    VEC(FactId) busy;       /* figures being evaluated, outermost first */
    VEC(FactId) postponed;  /* figures to be taken up again; each waits for the next */
    /* eval_index.c's, made when they are first asked for: */
    U32Map list_of_term;    /* kind's word -> index into lists + 1 */
    VEC(DeclList *) lists;
    U32Map thing_by_name;   /* kind's word and symbol -> index into named + 1 */
    VEC(NamedThing) named;
    U32Map counts;          /* filter and thing -> how many inside it; 0: anywhere */
    U32Map counted_last;    /* filter and thing -> the thing counted there last */
    U32Map status_said;     /* report and thing of its plan -> PropId; report and 0: made */
    /* eval_rows.c's: table and symbol -> index into called + 1 */
    U32Map row_by_name, group_by_name, row_by_title;
    VEC(CalledRow) called;
    /* eval_memo.c's: */
    U32Map memo_of_call;    /* scope and symbol of the text -> index into memos */
    VEC(Result) memos;
    /* eval_limit.c's: figures, things and rows that were looked at, and how many may be */
    uint64_t spent, allowed;
    bool told; /* HP9012 */
} EvalState;

EvalState *eval_state(Model *m);

/* Says that nobody has this name (HP2008), and what was probably meant. */
void eval_unknown_name(Model *m, Str name, Span span);

/* The name or the kind's word nearest to it that means something here; empty: none does. */
Str eval_near_name(Model *m, Str name);

/* Says that the words are not understood in a calculation (HP2009), and what was probably meant. */
void eval_not_understood(Eval *e, NodeRef node);

/* Says that things of the kind have no such property (HP2009), and which was probably meant. */
void eval_unknown_property(Model *m, Span span, Str folded, uint16_t kind);

/* --- how much is computed (eval_limit.c) ------------------------------------------------------ */

/* So many figures, things or rows more were looked at. */
void eval_spend(Model *m, uint64_t count);
/* Is that more than a plan of this size may ask for? Then nothing more is evaluated; the first one
 * to hear it is told so at its place. */
bool eval_spent_out(Model *m, Span at);

/* --- look-ups (eval_index.c) ------------------------------------------------------------------ */

/* All things declared with a kind's word, in order; `enhet` and its like mean every word of the
 * kind. Shared: not to be changed. */
const DeclList *index_things(Model *m, TermId term);
/* That of them with this name, else this title, else this number. */
NameHit index_thing_named(Model *m, TermId term, Sym sym);
/* The rows (or group headings) that a path may call so, for row_called; 0: none. */
uint32_t rows_called(Model *m, TableId table, Str name, bool heading);
const CalledRow *row_called(const Model *m, uint32_t rows);
/* How many things a filter takes; of those inside a thing, not itself. */
uint32_t index_count(Model *m, DeclId scope, const Filter *f);
/* The status that a report states of a thing of its plan; 0: none. */
PropId index_status_said(Model *m, DeclId report, DeclId thing);

Result eval_node(Eval *e, NodeRef node);
Result eval_path(Eval *e, Str path, Span span);
Result eval_call(Eval *e, NodeRef node);
Result eval_call_once(Eval *e, NodeRef node); /* the same, remembered where it took many figures */

Result result_bad(void);
Result result_scalar(Eval *e, Quantity q, FigRef from);
ResultItem *result_add(Eval *e, Result *r);
/* The figures of a list, added up. */
Quantity result_sum(Eval *e, const Result *r, bool *units_agree, uint32_t *culprit);

/* avrund(figures, decimals or a step): each of them rounded (eval_round.c). */
Result eval_round(Eval *e, Span span, Result figures, const Result *to);
/* andel(a, b): the first of two figures in percent of the second. False: it was reported. */
bool eval_share(Eval *e, Span span, const Result *two, Quantity *out);
/* endring(a, b): how much larger b is than a, in percent of a, which is above 0. */
bool eval_change(Eval *e, Span span, const Result *two, Quantity *out);

/* Does the word stand for all words of its kind (enhet, punkt, dokument), or for itself alone? */
bool eval_generic_word(TermId term);

/* --- what is said of a thing (eval_thing.c): har, inni, år, årstall, nevner ------------------- */

/* May these be added up? False: one is of several years, or two are of the same time, and that has
 * been said (eval_addends.c). */
bool addends_are_apart(const Call *c, const Result *r);

Result thing_has(const Call *c);
Result thing_inside(const Call *c);
Result thing_years(const Call *c);
Result thing_year(const Call *c);
Result thing_mentions(const Call *c);

#endif
