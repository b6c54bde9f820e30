/*
 * check.h — the checks and their runner.  Layer: check.
 *
 * A check is a function and a row of checks.def: what it is called, what it looks at, what it needs
 * to have run before, and what it does. Each reads the model and adds findings to the sink and
 * Proofs to the model. A check that another one needs never keeps that one from running: only a
 * fact without a value silences what depends on it.
 */
#ifndef HPLAN_CHECK_CHECK_H
#define HPLAN_CHECK_CHECK_H

#include "model/eval.h"
#include "model/model.h"

/* Runs every check over every document, then settles severities (drafts, kjent feil). */
void check_run(Model *m);

/* Declarations or tables that stand next to one another, few enough for what they own to stay in a
 * cache: check after check looks at these before any looks at the next. */
typedef struct Stretch {
    uint32_t from, to; /* their numbers: from … to - 1 */
    bool last;         /* none comes behind them */
    void **kept;       /* the check's own, from one stretch to the next; NULL in the first */
    Arena *arena;      /* for that; m->scratch is emptied after each stretch */
} Stretch;

#define CHECK_OF_MODEL(name) void check_##name(Model *m);
#define CHECK_OF_DECLS(name) void check_##name(Model *m, const Stretch *s);
#define CHECK_OF_TABLES(name) CHECK_OF_DECLS(name)
#define CHECK(name, of, after, doc) CHECK_OF_##of(name)
#include "check/checks.def"
#undef CHECK
#undef CHECK_OF_MODEL
#undef CHECK_OF_DECLS
#undef CHECK_OF_TABLES

/* --- shared by the checks ---------------------------------------------------------------- */

/* "38 228 737 kr" in the unit of `like`, with as many decimals as it needs; hard spaces. */
Str check_amount(const Model *m, const Quantity *q);
/* "stemmer nøyaktig", "stemmer ikke" … */
const char *check_verdict_word(Verdict verdict, Lang lang);
Str check_amount_as(const Model *m, Decimal in_base, const Quantity *like); /* absolute value */
/* How much two amounts differ, without a sign: of percents in percentage points. */
Str check_difference(const Model *m, Decimal in_base, const Quantity *like);

#endif
