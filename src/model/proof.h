/*
 * proof.h — what the checks have proven, and from which figures.  Layer: model.
 *
 * There is one Proof for each sum of a plan, so it is kept in little room and asked by the
 * functions below. A check makes it with model_prove and adds what it was proven from, at once:
 * the pointer is good until the next is made. Proofs last as long as the model.
 */
#ifndef HPLAN_MODEL_PROOF_H
#define HPLAN_MODEL_PROOF_H

#include "model/model.h"

typedef enum ProofKind {
    PROOF_SUM, PROOF_ROW_SUM, PROOF_NET, PROOF_BREAKDOWN, PROOF_EQUATION, PROOF_CLAIM, PROOF_COUNT,
    PROOF_OF_WHICH, PROOF_CHAIN, PROOF_REFERENCE, PROOF_CODE, PROOF_KIND_COUNT
} ProofKind;

/* A Quantity as it is told: what it takes to print it. */
typedef struct Amount {
    Decimal mid;
    const Decimal *bounds; /* lowest and highest; NULL: it is exact */
    UnitId unit;
    uint8_t kind;          /* QuantityKind */
    uint8_t decimals;
} Amount;

typedef struct ProofAmounts {
    Amount stated, computed;
} ProofAmounts;

/* Figures that follow one another: facts, or cells down a column or across a row. */
typedef struct TermRun {
    FigRef first;
    uint32_t count;
    bool across;
} TermRun;

typedef VEC(TermRun) TermRuns;

/* What few proofs have. */
typedef struct ProofRest {
    ProofAmounts amounts;
    TermRuns runs; /* those behind the first */
} ProofRest;

typedef struct Proof {
    uint8_t kind;      /* ProofKind */
    uint8_t verdict;   /* Verdict */
    bool placed : 1;    /* of no figure: it stands at `place` */
    bool as_stated : 1; /* its terms come to just what its figure says */
    bool own_code : 1;  /* of a catalogue that the plan declares for itself */
    DeclId decl;       /* where it belongs */
    union {
        FigRef figure; /* the figure proven: the total, the stated side */
        Span place;
    };
    TermRun terms;     /* what it was proven from; more stand in the rest */
    ProofRest *rest;   /* NULL: nothing */
} Proof;

typedef struct TermIter {
    uint32_t run, at;
} TermIter;

/* --- making ------------------------------------------------------------------------------ */

/* A proof of a figure, or (_at) of what stands at a place and is none. */
Proof *model_prove(Model *m, ProofKind kind, Verdict verdict, DeclId decl, FigRef figure);
Proof *model_prove_at(Model *m, ProofKind kind, Verdict verdict, DeclId decl, Span place);
void proof_amounts(Model *m, Proof *p, const Quantity *stated, const Quantity *computed);
/* What it was proven from: one figure more, `count` cells down a column, all that took part in a
 * result. */
void proof_term(Model *m, Proof *p, FigRef f);
void proof_column(Model *m, Proof *p, FigRef first, uint32_t count);
void proof_terms(Model *m, Proof *p, const TermRuns *runs);

/* --- asking ------------------------------------------------------------------------------ */

FigRef proof_figure(const Proof *p); /* FIGURE_NONE: it is of none */
Span proof_span(const Model *m, const Proof *p);
ProofAmounts proof_told(const Model *m, const Proof *p);
Quantity amount_quantity(const Amount *a);
uint32_t proof_count(const Proof *p); /* of its terms */
/* The next of its terms, from `*it` all zero; false: there are no more. */
bool proof_next(const Proof *p, TermIter *it, FigRef *out);
/* The figures of its terms that follow one another, number i of them from 0; NULL: no more. */
const TermRun *proof_run(const Proof *p, uint32_t i);
FigRef run_figure(const TermRun *run, uint32_t i); /* its figure number i, from 0 */

/* --- lists of terms, of a result as well --------------------------------------------------- */

void terms_add(Arena *arena, TermRuns *runs, FigRef f);
void terms_join(Arena *arena, TermRuns *to, const TermRuns *from); /* those of `from` behind its own */
uint32_t terms_count(const TermRuns *runs); /* of figures */
bool terms_next(const TermRuns *runs, TermIter *it, FigRef *out); /* as proof_next */

/* "row_sum", "exact": as JSON and dumps name them. */
const char *proof_kind_name(uint8_t kind);
const char *proof_verdict_name(uint8_t verdict);

#endif
