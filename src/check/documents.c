/*
 * documents.c — documents referred to are valid in the plan's year.  Layer: check.
 *
 * Requires: resolved references. Provides: findings HP6013. A document that nothing refers to, or
 * that another one says it replaces, may be as old as it likes.
 */
#include "check/shared.h"

static bool in_facts(const Model *m, DeclId d)
{
    for (d = model_decl(m, d)->parent; d != 0; d = model_decl(m, d)->parent)
        if (model_decl(m, d)->kind == K_FACTS)
            return true;
    return false;
}

static void mark_replaced(const Model *m, bool *replaced)
{
    for (PropId p = 0; (p = prop_of_key(m, P_REPLACES, p)) != 0;) {
        const Prop *prop = model_prop(m, p);
        for (uint32_t i = 0; i < prop->count; i++)
            replaced[model_fact(m, prop->first + i)->ref] = true;
    }
}

/* Where the plan refers to it: the first link or property. */
static Span first_use(const Model *m, DeclId d)
{
    for (uint32_t i = 0; i < m->links.len; i++)
        if (m->links.at[i].decl == d)
            return m->links.at[i].span;
    for (FactId f = 1; f < m->facts.len; f++)
        if (model_fact(m, f)->ref == d && model_fact(m, f)->scope != d)
            return fact_span(m, model_fact(m, f));
    return SPAN_NONE;
}

static void check_document(Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    const Fact *valid = decl_fact(m, d, P_VALID);
    int year = decl_year(m, d);
    if (valid == NULL || valid->value.kind != VAL_PERIOD || year == 0)
        return;
    int last = period_last_year(fact_period(valid));
    if (last == 0 || last >= year)
        return;
    Diag *diag = diag_at(m->sink, HP6013, fact_span(m, valid));
    diag_str(diag, decl_label(m, d));
    diag_label(diag, L_VALID_TO);
    diag_int(diag, last);
    diag_int(diag, year);
    Span use = decl->used ? first_use(m, d) : SPAN_NONE;
    if (!span_is_none(use))
        diag_place(diag, use, L_REFERRED_HERE);
    diag_note(diag, N_WRITE_REPLACES);
}

void check_documents(Model *m)
{
    if (decl_of_kind(m, K_DOCUMENT, 0) == 0)
        return;
    bool *replaced = arena_array(m->scratch, bool, m->decls.len);
    mark_replaced(m, replaced);
    for (DeclId d = 0; (d = decl_of_kind(m, K_DOCUMENT, d)) != 0;) {
        const Decl *decl = model_decl(m, d);
        if (!decl->container && !replaced[d] && (decl->used || !in_facts(m, d)))
            check_document(m, d);
    }
}
