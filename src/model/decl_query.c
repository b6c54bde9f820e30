/*
 * decl_query.c — questions to things and their properties.  Layer: model.
 */
#include "model/model.h"

PropId decl_prop(const Model *m, DeclId d, uint16_t key, const Index *index)
{
    if (!m->stated[key]) {
        return 0; /* of no thing */
    }
    PropId kept;
    if (index != NULL && many_is_of(*index) && many_find(m, d, key, *index, &kept))
        return kept;
    for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *prop = model_prop(m, p);
        if (prop->key == key && (index == NULL || index_holds(prop->index, *index)))
            return p;
    }
    return 0;
}

const Fact *decl_fact(const Model *m, DeclId d, uint16_t key)
{
    PropId p = d == 0 ? 0 : decl_prop(m, d, key, NULL);
    return p == 0 || model_prop(m, p)->count == 0 ? NULL : model_fact(m, model_prop(m, p)->first);
}

/* What a thing has from those around it: who is responsible, what it concerns, its function. */
static bool inherited(uint16_t key)
{
    return key == P_RESPONSIBLE || key == P_CONCERNS || key == P_MEASURED_IN || key == P_DUE ||
           key == P_STATUS || key == P_FUNCTION;
}

bool decl_figure(const Model *m, DeclId d, uint16_t key, const Index *index, FigRef *out)
{
    bool first = true;
    for (; d != 0; d = model_decl(m, d)->parent, first = false) {
        const Decl *decl = model_decl(m, d);
        /* Beyond its own table's heading, only goals and `om` around a thing lend it anything. */
        if (!first && !decl->container && !(inherited(key) && decl->kind != K_PLAN))
            continue;
        if (!first && decl->kind == K_AGAIN && decl->same != 0 &&
            (key == P_RESPONSIBLE || key == P_CONCERNS)) {
            *out = FIGURE_NONE;
            return true; /* the unit that the heading names */
        }
        PropId p = decl_prop(m, d, key, index);
        if (p != 0 && model_prop(m, p)->count > 0) {
            *out = figure_fact(model_prop(m, p)->first);
            return true;
        }
    }
    return false;
}

DeclId decl_of_kind(const Model *m, uint16_t kind, DeclId after)
{
    const uint8_t *from = m->kinds.at + after + 1;
    const uint8_t *next = memchr(from, kind, m->kinds.len - after - 1);
    return next == NULL ? 0 : (DeclId)(next - m->kinds.at);
}

PropId prop_of_key(const Model *m, uint16_t key, PropId after)
{
    for (PropId p = after + 1; m->stated[key] && p < m->props.len; p++)
        if (model_prop(m, p)->key == key)
            return p;
    return 0;
}

DeclId decl_self(const Model *m, DeclId d)
{
    return d != 0 && model_decl(m, d)->same != 0 ? model_decl(m, d)->same : d;
}

DeclId decl_plan(const Model *m, DeclId d)
{
    DeclId top = 0;
    for (; d != 0; d = model_decl(m, d)->parent) {
        uint16_t kind = model_decl(m, d)->kind;
        if (kind == K_PLAN || kind == K_REPORT || kind == K_BASELINE)
            return d;
        top = d;
    }
    return top == 0 ? 0 : m->docs.at[model_decl(m, top)->doc].plan;
}

Period decl_period(const Model *m, DeclId d, uint16_t key)
{
    const Fact *f = decl_fact(m, d, key);
    return f == NULL ? PERIOD_UNSTATED : fact_period(f);
}

int decl_year(const Model *m, DeclId d)
{
    DeclId plan = decl_plan(m, d);
    const Fact *f = plan == 0 ? NULL : decl_fact(m, plan, P_YEAR);
    if (f != NULL && f->value.kind == VAL_PERIOD)
        return period_first_year(fact_period(f));
    Period p = decl_period(m, plan, P_PERIOD);
    return p.kind == PERIOD_NONE ? 0 : period_first_year(p);
}

bool plan_is_draft(const Model *m, DeclId plan)
{
    const Fact *f = plan == 0 ? NULL : decl_fact(m, plan, P_VERSION);
    return f != NULL && f->value.kind == VAL_ENUM &&
           vocab_term(f->value.term)->id == E_VERSION_DRAFT;
}

uint16_t plan_language(const Model *m, DeclId plan)
{
    const Fact *f = plan == 0 ? NULL : decl_fact(m, plan, P_LANGUAGE);
    for (DeclId d = m->first_of_kind[K_PROJECT]; f == NULL && plan != 0 && d != 0;
         d = model_decl(m, d)->next_of_kind) {
        f = decl_fact(m, d, P_LANGUAGE);
    }
    return f == NULL || f->value.kind != VAL_ENUM ? (uint16_t)E_NONE
                                                  : vocab_term(f->value.term)->id;
}

Lang plan_lang(const Model *m, DeclId plan)
{
    uint16_t id = plan_language(m, plan);
    return id == E_LANGUAGE_NN ? LANG_NN : id == E_LANGUAGE_EN ? LANG_EN : LANG_NB;
}

/* --- what it is called, and where that stands ----------------------------------------------- */

/* A name is always a piece of its document. */
Span decl_name_span(const Model *m, const Decl *d)
{
    const Doc *doc = &m->docs.at[d->doc];
    uint32_t off =
        d->name_text.len == 0 ? 0 : (uint32_t)(d->name_text.ptr - doc->tree->source->text);
    return (Span){doc->file, off, d->name_text.len};
}

Span decl_title_span(const Model *m, const Decl *d)
{
    return (Span){m->docs.at[d->doc].file, d->title_off, d->title_len};
}

Str decl_said(const Model *m, const Decl *d)
{
    Str called = decl_called(d);
    return called.len > 0 ? called : decl_number(m, d)->text;
}

Span decl_said_span(const Model *m, const Decl *d)
{
    if (d->name_text.len > 0)
        return decl_name_span(m, d);
    if (d->title.len > 0)
        return decl_title_span(m, d);
    return d->number != 0 ? decl_number(m, d)->span : d->head;
}

bool decl_says_plainly(const Model *m, DeclId d, uint16_t key, Index year)
{
    if (year.period.kind != PERIOD_YEAR || year.version != VER_NONE)
        return false;
    for (PropId id = model_decl(m, d)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        if (p->key == key && p->count > 0 && index_holds(p->index, year))
            return true;
    }
    return false;
}

Str decl_label(const Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, decl_self(m, d));
    if (decl->title.len > 0)
        return decl->title;
    if (decl->name_text.len > 0)
        return decl->name_text;
    return decl_number(m, decl)->text;
}

Text3 term_word(TermId term)
{
    Text3 word = {0};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        word.in[lang] = str_from(vocab_term(term)->spelling[lang]);
    return word;
}

Text3 decl_word(const Model *m, DeclId d)
{
    return term_word(model_decl(m, decl_self(m, d))->term);
}
