/*
 * records.c — the makers of the model's records.  Layer: model.
 *
 * in:  what build_*.c has read
 * out: Decls, Props, Facts and Items, each at the end of its list; see build.h
 */
#include "base/utf8.h"
#include "model/build.h"

DeclId build_decl(Model *m, uint16_t kind, TermId term, DocId doc, DeclId parent, Span span)
{
    Decl *d = vec_push(m->arena, &m->decls);
    *vec_push(m->arena, &m->kinds) = (uint8_t)kind;
    d->kind = kind;
    d->term = term;
    d->doc = doc;
    d->parent = parent;
    d->span = span;
    d->head = span;
    return m->decls.len - 1;
}

void build_number(Model *m, DeclId id, Str text, Span span)
{
    *vec_push(m->arena, &m->numbers) = (DeclNumber){text, span};
    model_decl(m, id)->number = m->numbers.len - 1;
}

PropId build_prop(Model *m, DeclId decl, TermId term, Index index, Span key_span)
{
    Prop *p = vec_push(m->arena, &m->props);
    PropId id = m->props.len - 1;
    p->term = term;
    p->key = vocab_term(term)->id;
    m->stated[p->key] = true;
    p->decl = decl;
    p->index = index;
    p->key_span = key_span;
    p->first = m->facts.len;
    Decl *d = model_decl(m, decl);
    if (d->last_prop != 0)
        m->props.at[d->last_prop].next = id;
    else
        d->first_prop = id;
    d->last_prop = id;
    many_keep(m, id);
    return id;
}

FactId build_fact(Model *m, FactOwner owner, DocId doc, DeclId scope, Span span)
{
    Fact *f = vec_push(m->arena, &m->facts);
    f->owner = owner & 3; /* as wide as it is */
    f->doc = doc & MOST_DOCS;
    f->scope = scope;
    f->off = f->value.off = span.off;
    f->len = f->value.len = span.len;
    return m->facts.len - 1;
}

void build_expr(Model *m, FactId id, NodeRef expr)
{
    model_fact(m, id)->expr = expr;
    *vec_push(m->arena, &m->formulas) = id;
}

FactMore *build_more(Model *m, FactId id)
{
    Fact *f = model_fact(m, id);
    if (f->more == 0) {
        vec_push(m->arena, &m->fact_more)->remark = SPAN_NONE;
        f->more = m->fact_more.len - 1;
    }
    return &m->fact_more.at[f->more];
}

static bool has_number(uint8_t kind)
{
    return kind == VAL_NUMBER || kind == VAL_RANGE || kind == VAL_RATIO;
}

void build_said(Model *m, FactId id, const Value *v)
{
    Said *said = &model_fact(m, id)->value;
    *said = (Said){.kind = v->kind, .compare = v->compare, .missing = v->missing,
                   .flags = v->flags, .approx = v->approx, .unit = v->unit, .term = v->term,
                   .qual = v->qual, .off = v->span.off, .len = v->span.len};
    if (v->kind == VAL_PERIOD) { /* whose text is what is read */
        said->period = (uint8_t)v->period.kind;
        said->from = v->period.from;
        said->to = v->period.to;
    } else {
        said->text = v->text.ptr;
        said->text_len = v->text.len;
    }
    if (has_number(v->kind) || v->remark.len > 0) {
        FactMore *more = build_more(m, id);
        more->num = v->num;
        more->high = v->high;
        more->remark = v->remark;
    }
}

void build_item(Model *m, DeclId parent, ItemKind kind, uint32_t id)
{
    if (id > MOST_ITEMS)
        arena_out_of_memory(m->arena);
    Item *item = vec_push(m->arena, &m->items);
    item->kind = kind & 3; /* as wide as it is */
    item->id = id & MOST_ITEMS;
    uint32_t at = m->items.len - 1;
    Decl *d = model_decl(m, parent);
    if (d->last_item != 0)
        m->items.at[d->last_item].next = at;
    else
        d->first_item = at;
    d->last_item = at;
}

Reader build_reader(const Model *m)
{
    /* The unit table learns units as they are met; the rest of the model is not changed. */
    // NOLINTNEXTLINE(performance-no-int-to-ptr): this is how const is dropped without a warning
    return (Reader){m->arena, m->scratch, (UnitTable *)(uintptr_t)&m->units, m->sources, m->sink};
}

Sym build_sym(Model *m, Str text)
{
    Str folded = utf8_fold(m->scratch, str_trim(text));
    return folded.len == 0 ? 0 : interner_add(&m->syms, folded);
}
