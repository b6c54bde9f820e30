/*
 * data_check.c — what was checked, as records.  Layer: report.
 *
 * A sum over a column is told as the run of figures that it is, not as its figures one by one: so
 * a thousand sums over one long column are a thousand short records.
 */
#include "report/data.h"

/* What is counted of them all. */
static const RecordKey kind_keys[PROOF_KIND_COUNT] = {
    [PROOF_SUM] = KEY_sum,           [PROOF_ROW_SUM] = KEY_row_sum,
    [PROOF_NET] = KEY_net,           [PROOF_BREAKDOWN] = KEY_breakdown,
    [PROOF_EQUATION] = KEY_equation, [PROOF_CLAIM] = KEY_claim,
    [PROOF_COUNT] = KEY_count,       [PROOF_OF_WHICH] = KEY_of_which,
    [PROOF_CHAIN] = KEY_chain,       [PROOF_REFERENCE] = KEY_reference,
    [PROOF_CODE] = KEY_code,
};

static const RecordKey verdict_keys[] = {
    [VERDICT_NONE] = KEY_NONE,         [VERDICT_EXACT] = KEY_exact,
    [VERDICT_ROUNDED] = KEY_rounded,   [VERDICT_UNLIKELY] = KEY_unlikely,
    [VERDICT_VIOLATED] = KEY_violated, [VERDICT_UNKNOWN] = KEY_unknown,
};

/* --- figures --------------------------------------------------------------------------------- */

void data_figure(Maker *mk, RecordKey key, FigRef f)
{
    Span span = figure_span(mk->m, f);
    data_open(mk, key, NEST_OBJECT);
    data_text(mk, KEY_label, figure_label(mk->m, mk->arena, f));
    data_text(mk, KEY_text, str_trim(span_text(mk->m->sources, span)));
    data_place(mk, span);
    data_close(mk, NEST_OBJECT);
}

static void put_run(Maker *mk, const TermRun *run)
{
    data_open(mk, KEY_NONE, NEST_OBJECT);
    data_int(mk, KEY_count, run->count);
    data_figure(mk, KEY_from, run->first);
    if (run->count > 1)
        data_figure(mk, KEY_to, run_figure(run, run->count - 1));
    data_close(mk, NEST_OBJECT);
}

static void put_terms(Maker *mk, const Proof *p)
{
    data_open(mk, KEY_terms, NEST_LIST);
    const TermRun *run;
    for (uint32_t i = 0; (run = proof_run(p, i)) != NULL; i++)
        put_run(mk, run);
    data_close(mk, NEST_LIST);
}

/* --- checks ---------------------------------------------------------------------------------- */

static bool has_quantities(ProofKind kind)
{
    return kind != PROOF_REFERENCE && kind != PROOF_CODE && kind != PROOF_CLAIM;
}

static void put_check(Maker *mk, const Proof *p)
{
    data_rest(mk);
    data_open(mk, KEY_NONE, NEST_RECORD);
    data_name(mk, KEY_kind, str_from(proof_kind_name(p->kind)));
    data_name(mk, KEY_verdict, str_from(proof_verdict_name(p->verdict)));
    data_text(mk, KEY_declaration, data_decl_id(mk, p->decl));
    data_place(mk, proof_span(mk->m, p));
    if (!figure_is_none(proof_figure(p)))
        data_figure(mk, KEY_figure, p->figure);
    if (has_quantities((ProofKind)p->kind)) {
        ProofAmounts told = proof_told(mk->m, p);
        Quantity stated = amount_quantity(&told.stated), computed = amount_quantity(&told.computed);
        data_quantity(mk, KEY_stated, &stated);
        data_quantity(mk, KEY_computed, &computed);
    }
    put_terms(mk, p);
    data_close(mk, NEST_RECORD);
}

static void put_summary(Maker *mk, const int64_t *of_kind, const int64_t *of_verdict)
{
    data_open(mk, KEY_summary, NEST_OBJECT);
    data_open(mk, KEY_by_kind, NEST_OBJECT);
    for (uint32_t k = 0; k < PROOF_KIND_COUNT; k++)
        data_int(mk, kind_keys[k], of_kind[k]);
    data_close(mk, NEST_OBJECT);
    data_open(mk, KEY_by_verdict, NEST_OBJECT);
    for (uint32_t v = VERDICT_EXACT; v <= VERDICT_UNKNOWN; v++)
        data_int(mk, verdict_keys[v], of_verdict[v]);
    data_close(mk, NEST_OBJECT);
    data_close(mk, NEST_OBJECT);
}

void data_checks(Maker *mk)
{
    int64_t of_kind[PROOF_KIND_COUNT] = {0};
    int64_t of_verdict[VERDICT_UNKNOWN + 1] = {0};
    data_open(mk, KEY_checks, NEST_RECORDS);
    for (uint32_t i = 0; i < mk->m->proofs.len; i++) {
        Proof p = mk->m->proofs.at[i];
        if (!proof_is_ours(mk, &p))
            continue;
        of_kind[p.kind]++;
        of_verdict[p.verdict]++;
        put_check(mk, &p);
    }
    data_close(mk, NEST_RECORDS);
    put_summary(mk, of_kind, of_verdict);
}
