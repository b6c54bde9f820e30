/*
 * summary.c — one line that says what "in order" means for a plan.  Layer: api.
 *
 *     handlingsplan.hplan: i orden. 2 fordelinger, 4 summer, 9 likheter, 61 henvisninger og
 *     12 KOSTRA-koder (2018) er kontrollert. Tall: 58 % bevist, 21 % støttet. 2 kjente feil er
 *     navngitt.
 *
 * In: the proofs of a model. Out: their counts, kept with the root; and the line, in the language
 * of the messages. What there is none of is left out.
 */
#include "api/session.h"

/* ---- counting ------------------------------------------------------------------------------- */

static Counted counted_as(const Model *m, const Proof *p)
{
    switch ((ProofKind)p->kind) {
    case PROOF_SUM:
    case PROOF_ROW_SUM:
    case PROOF_NET:
    case PROOF_OF_WHICH: return COUNT_SUM;
    case PROOF_BREAKDOWN: return COUNT_BREAKDOWN;
    case PROOF_EQUATION:
    case PROOF_COUNT: return COUNT_EQUATION;
    case PROOF_CLAIM:
        return p->decl != 0 && model_decl(m, p->decl)->kind == K_RULE ? COUNT_RULE : COUNT_CLAIM;
    case PROOF_CHAIN: return COUNT_CHAIN;
    case PROOF_REFERENCE: return COUNT_REFERENCE;
    case PROOF_CODE: break;
    case PROOF_KIND_COUNT: return COUNT_KINDS;
    }
    if (p->own_code)
        return COUNT_OWN_CODE;
    /* Those of a plan itself are municipalities; the others are KOSTRA's. */
    uint16_t kind = p->decl == 0 ? (uint16_t)K_NONE : model_decl(m, p->decl)->kind;
    bool whole = kind == K_PLAN || kind == K_REPORT || kind == K_BASELINE || kind == K_PROJECT;
    return whole || kind == K_PARTNER ? COUNT_KINDS : COUNT_CODE;
}

void summary_count(Root *root, const Model *m)
{
    for (uint32_t i = 0; i < m->proofs.len; i++) {
        const Proof *p = &m->proofs.at[i];
        Counted kind = counted_as(m, p);
        if (kind != COUNT_KINDS && p->verdict != VERDICT_NONE && p->verdict != VERDICT_UNKNOWN)
            root->proofs[kind]++;
    }
    if (root->proofs[COUNT_REFERENCE] == 0) /* no check has proven them one by one */
        root->proofs[COUNT_REFERENCE] = m->references;
}

/* ---- the line ------------------------------------------------------------------------------- */

static const ToldId nouns[COUNT_KINDS][2] = {
    [COUNT_BREAKDOWN] = {TOLD_BREAKDOWN, TOLD_BREAKDOWNS},
    [COUNT_SUM] = {TOLD_SUM, TOLD_SUMS},
    [COUNT_CHAIN] = {TOLD_CHAIN, TOLD_CHAINS},
    [COUNT_EQUATION] = {TOLD_EQUATION, TOLD_EQUATIONS},
    [COUNT_CLAIM] = {TOLD_CLAIM, TOLD_CLAIMS},
    [COUNT_REFERENCE] = {TOLD_REFERENCE, TOLD_REFERENCES},
    [COUNT_CODE] = {TOLD_CODE, TOLD_CODES},
    [COUNT_OWN_CODE] = {TOLD_OWN_CODE, TOLD_OWN_CODES},
    [COUNT_RULE] = {TOLD_RULE, TOLD_RULES},
};

static void put_counts(Buf *out, const Root *root, Lang lang)
{
    uint32_t left = 0;
    for (int k = 0; k < COUNT_KINDS; k++)
        left += root->proofs[k] > 0;
    for (int k = 0; k < COUNT_KINDS; k++) {
        uint32_t count = root->proofs[k];
        if (count == 0)
            continue;
        buf_int(out, count);
        buf_char(out, ' ');
        buf_cstr(out, told_text(nouns[k][count != 1], lang));
        if (k == COUNT_CODE && root->year != 0)
            buf_printf(out, " (%d)", root->year);
        left--;
        buf_cstr(out, left == 0 ? "" : left == 1 ? told_text(TOLD_AND, lang) : ", ");
    }
}

/* " Tall: 58 % bevist, 21 % støttet." */
static void put_cover(Buf *out, const CoverCounts *cover, Lang lang)
{
    uint32_t total = coverage_total(cover);
    if (total == 0)
        return;
    bool support = cover->of[COVER_SUPPORTED] > 0;
    buf_cstr(out, told_text(TOLD_COVER, lang));
    if (cover->of[COVER_PROVEN] > 0 || !support) {
        buf_int(out, coverage_percent(cover->of[COVER_PROVEN], total));
        buf_cstr(out, told_text(TOLD_PERCENT_PROVEN, lang));
    }
    if (support) {
        buf_cstr(out, cover->of[COVER_PROVEN] > 0 ? ", " : "");
        buf_int(out, coverage_percent(cover->of[COVER_SUPPORTED], total));
        buf_cstr(out, told_text(TOLD_PERCENT_SUPPORTED, lang));
    }
    buf_char(out, '.');
}

static void put_known(Buf *out, uint32_t known, Lang lang)
{
    if (known == 1) {
        buf_cstr(out, told_text(TOLD_KNOWN_ONE, lang));
    } else if (known > 1) {
        buf_char(out, ' ');
        buf_int(out, known);
        buf_cstr(out, told_text(TOLD_KNOWN_MANY, lang));
    }
}

void summary_put(Buf *out, const hplan_session *s, const Root *root)
{
    Lang lang = s->lang;
    uint32_t total = 0;
    for (int k = 0; k < COUNT_KINDS; k++)
        total += root->proofs[k];
    buf_str(out, sources_get(&s->sources, root->file)->name);
    buf_cstr(out, told_text(TOLD_IN_ORDER, lang));
    if (total > 0) {
        buf_char(out, ' ');
        put_counts(out, root, lang);
        buf_cstr(out, told_text(total > 1 ? TOLD_CHECKED_MANY : TOLD_CHECKED_ONE, lang));
    } else {
        buf_cstr(out, told_text(TOLD_NOTHING_TO_CHECK, lang));
    }
    if (total > 0)
        put_cover(out, &root->cover, lang);
    put_known(out, root->known, lang);
    buf_char(out, '\n');
}
