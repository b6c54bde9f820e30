/*
 * check.h — the checks and their runner.  Layer: check.
 *
 * A check is a function and a row of checks.def: what it is called, what it needs to have run
 * before, and what it does. Each reads the model and adds findings to the sink and Proofs to the
 * model. A check that another one needs never keeps that one from running: only a fact without a
 * value silences what depends on it.
 */
#ifndef HPLAN_CHECK_CHECK_H
#define HPLAN_CHECK_CHECK_H

#include "model/eval.h"
#include "model/model.h"

/* Runs every check over every document, then settles severities (drafts, kjent feil). */
void check_run(Model *m);

#define CHECK(name, after, doc) void check_##name(Model *m);
#include "check/checks.def"
#undef CHECK

/* --- shared by the checks ---------------------------------------------------------------- */

/* "38 228 737 kr" in the unit of `like`, with as many decimals as it needs; hard spaces. */
Str check_amount(const Model *m, const Quantity *q);
/* "stemmer nøyaktig", "stemmer ikke" … */
const char *check_verdict_word(Verdict verdict, Lang lang);
Str check_amount_as(const Model *m, Decimal in_base, const Quantity *like); /* absolute value */

/* The likeliest cause of a violated sum, as at most one note and at most one fix (cause.c). */
typedef struct SumTerm {
    FigRef figure;
    Quantity qty;
    int sign;     /* +1, -1 (minus: rows) */
    Str label;
    uint32_t line;
} SumTerm;
void cause_of_sum(Model *m, Diag *d, const SumTerm *terms, uint32_t count, FigRef total,
                  const Quantity *stated, const Quantity *computed,
                  const SumTerm *outside, uint32_t outside_count);

#endif
