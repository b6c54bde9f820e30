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

typedef struct Noun {
    const char *one, *many;
} Noun;

static const Noun nouns[LANG_COUNT][COUNT_KINDS] = {
    [LANG_NB] = {{"fordeling", "fordelinger"},
                 {"sum", "summer"},
                 {"overføring mellom år", "overføringer mellom år"},
                 {"likhet", "likheter"},
                 {"krav", "krav"},
                 {"henvisning", "henvisninger"},
                 {"KOSTRA-kode", "KOSTRA-koder"},
                 {"egen kode", "egne koder"},
                 {"regel", "regler"}},
    [LANG_NN] = {{"fordeling", "fordelingar"},
                 {"sum", "summar"},
                 {"overføring mellom år", "overføringar mellom år"},
                 {"likskap", "likskapar"},
                 {"krav", "krav"},
                 {"tilvising", "tilvisingar"},
                 {"KOSTRA-kode", "KOSTRA-kodar"},
                 {"eigen kode", "eigne kodar"},
                 {"regel", "reglar"}},
    [LANG_EN] = {{"breakdown", "breakdowns"},
                 {"sum", "sums"},
                 {"balance carried forward", "balances carried forward"},
                 {"equation", "equations"},
                 {"claim", "claims"},
                 {"reference", "references"},
                 {"KOSTRA code", "KOSTRA codes"},
                 {"code of its own", "codes of its own"},
                 {"rule", "rules"}},
};

static void put_counts(Buf *out, const Root *root, Lang lang)
{
    static const char *const and[LANG_COUNT] = {" og ", " og ", " and "};
    uint32_t left = 0;
    for (int k = 0; k < COUNT_KINDS; k++)
        left += root->proofs[k] > 0;
    for (int k = 0; k < COUNT_KINDS; k++) {
        uint32_t count = root->proofs[k];
        if (count == 0)
            continue;
        buf_int(out, count);
        buf_char(out, ' ');
        buf_cstr(out, count == 1 ? nouns[lang][k].one : nouns[lang][k].many);
        if (k == COUNT_CODE && root->year != 0)
            buf_printf(out, " (%d)", root->year);
        left--;
        buf_cstr(out, left == 0 ? "" : left == 1 ? and[lang] : ", ");
    }
}

/* " Tall: 58 % bevist, 21 % støttet." */
static void put_cover(Buf *out, const CoverCounts *cover, Lang lang)
{
    static const char *const figures[LANG_COUNT] = {" Tall: ", " Tal: ", " Figures: "};
    static const char *const proven[LANG_COUNT] = {" % bevist", " % bevist", " % proven"};
    static const char *const supported[LANG_COUNT] = {" % støttet", " % støtta", " % supported"};
    uint32_t total = coverage_total(cover);
    if (total == 0)
        return;
    bool support = cover->of[COVER_SUPPORTED] > 0;
    buf_cstr(out, figures[lang]);
    if (cover->of[COVER_PROVEN] > 0 || !support) {
        buf_int(out, coverage_percent(cover->of[COVER_PROVEN], total));
        buf_cstr(out, proven[lang]);
    }
    if (support) {
        buf_cstr(out, cover->of[COVER_PROVEN] > 0 ? ", " : "");
        buf_int(out, coverage_percent(cover->of[COVER_SUPPORTED], total));
        buf_cstr(out, supported[lang]);
    }
    buf_char(out, '.');
}

static void put_known(Buf *out, uint32_t known, Lang lang)
{
    static const char *const one[LANG_COUNT] = {
        " 1 kjent feil er navngitt.", " 1 kjend feil er namngitt.", " 1 known fault is named."};
    static const char *const many[LANG_COUNT] = {
        " kjente feil er navngitt.", " kjende feil er namngitte.", " known faults are named."};
    if (known == 1) {
        buf_cstr(out, one[lang]);
    } else if (known > 1) {
        buf_char(out, ' ');
        buf_int(out, known);
        buf_cstr(out, many[lang]);
    }
}

void summary_put(Buf *out, const hplan_session *s, const Root *root)
{
    static const char *const in_order[LANG_COUNT] = {": i orden.", ": i orden.", ": in order."};
    static const char *const checked[LANG_COUNT][2] = {
        {" er kontrollert.", " er kontrollert."},
        {" er kontrollert.", " er kontrollerte."},
        {" has been checked.", " have been checked."}};
    static const char *const nothing[LANG_COUNT] = {
        " Det er ingen summer, likheter eller henvisninger å kontrollere.",
        " Det er ingen summar, likskapar eller tilvisingar å kontrollere.",
        " There are no sums, equations or references to check."};
    Lang lang = s->lang;
    uint32_t total = 0;
    for (int k = 0; k < COUNT_KINDS; k++)
        total += root->proofs[k];
    buf_str(out, sources_get(&s->sources, root->file)->name);
    buf_cstr(out, in_order[lang]);
    if (total > 0) {
        buf_char(out, ' ');
        put_counts(out, root, lang);
        buf_cstr(out, checked[lang][total > 1]);
    } else {
        buf_cstr(out, nothing[lang]);
    }
    if (total > 0)
        put_cover(out, &root->cover, lang);
    put_known(out, root->known, lang);
    buf_char(out, '\n');
}
