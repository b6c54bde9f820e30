/*
 * build_property.c — properties: key, index, values.  Layer: model.
 *
 * in:  an N_PROP statement and the declaration it stands in
 * out: a Prop with its Facts; findings about keys that are unknown, said twice or have no period
 */
#include "model/statement.h"

#include "base/utf8.h"
#include "syntax/figure_letters.h"

/* The property that a head names, and where its index begins. */
static TermId property_term(const Statement *s, Str head, uint32_t *key_len)
{
    KnownHead *known = statement_known(s->b->properties, head);
    if (!statement_knows(s, known, head)) {
        Str folded = utf8_fold(s->m->scratch, head);
        uint32_t len = 0;
        TermId term = statement_property(s, folded, &len);
        if (term != 0)
            len = len == folded.len ? head.len : statement_key(s, folded, len).len;
        *known = (KnownHead){head, s->inside, s->reopened, term, len};
    }
    *key_len = known->key_len;
    return known->term;
}

/* 2O28 is read as it was meant: the scanner has said what stands there. */
static bool read_index(const Statement *s, Str text, Index *index)
{
    Arena *scratch = s->m->scratch;
    return index_read(scratch, text, index) ||
           index_read(scratch, digits_mended(scratch, text), index);
}

static TermId read_key(const Statement *s, Span head, Index *index)
{
    Model *m = s->m;
    Str text = {s->tree->source->text + head.off, head.len};
    uint32_t key_len = 0;
    *index = INDEX_NONE;
    TermId term = property_term(s, text, &key_len);
    if (term != 0 && key_len == text.len)
        return term;
    if (term != 0 && read_index(s, str_trim(str_slice(text, key_len, text.len)), index))
        return term;
    TermId by_default = statement_default(s);
    if (by_default != 0 && read_index(s, text, index))
        return by_default;
    if (term != 0) { /* a known key with something behind it that is no period */
        Str rest = str_trim(str_slice(text, key_len, text.len));
        uint32_t before = (uint32_t)(rest.ptr - text.ptr);
        Span place = {head.file, head.off + before, rest.len};
        Diag *d = diag_at(m->sink, HP2012, place);
        diag_str(d, rest);
        diag_str(d, str_slice(text, 0, key_len));
        Str meant = period_meant(m->scratch, rest);
        if (meant.len > 0)
            diag_fix(d, place, meant, F_WRITE);
        else if (period_runs_backwards(rest))
            diag_note(d, N_RUNS_BACKWARDS);
        return 0;
    }
    return statement_unknown_property(s, head, index);
}

/* The same property with the same index, said before. Claims and known faults may be many. */
static PropId said_before(const Statement *s, TermId term, Index index)
{
    const Model *m = s->m;
    const Term *t = vocab_term(term);
    if (t->card == CARD_MANY)
        return 0;
    PropId p = decl_prop(m, s->parent, t->id, many_is_of(index) ? &index : NULL);
    for (; p != 0; p = model_prop(m, p)->next)
        if (model_prop(m, p)->key == t->id && index_eq(model_prop(m, p)->index, index))
            return p;
    return 0;
}

static void too_many_values(const Statement *s, PropId p)
{
    const Prop *prop = model_prop(s->m, p);
    if (prop->count < 2 || vocab_term(prop->term)->card == CARD_MANY)
        return;
    Span second = fact_span(s->m, model_fact(s->m, prop->first + 1));
    Diag *d = diag_at(s->m->sink, HP2013, second);
    diag_str(d, span_text(s->m->sources, prop->key_span));
}

static void report_twice(const Statement *s, Span key, PropId before)
{
    Diag *d = diag_at(s->m->sink, HP2006, key);
    diag_str(d, span_text(s->m->sources, key));
    diag_place(d, model_prop(s->m, before)->key_span, L_FIRST_HERE);
}

/* In `nivå { … }` a key is the code of a finding or the name of a rule, which a check looks up. */
static void build_level(const Statement *s, Span key)
{
    Model *m = s->m;
    TermId term = vocab_find(VG_PROP, STR("nivå"), K_LEVELS);
    Str name = span_text(m->sources, key);
    uint32_t *before = u32map_put(&s->b->said, (uint64_t)s->parent << 32 | build_sym(m, name));
    if (*before != 0) {
        report_twice(s, key, *before);
        return;
    }
    PropId p = *before = build_prop(m, s->parent, term, INDEX_NONE, key);
    FactId f = build_value_node(m, s->doc, s->parent, term, s->behind);
    model_fact(m, f)->prop = p;
    model_prop(m, p)->count = 1;
}

void build_property(const Statement *s)
{
    Model *m = s->m;
    Span head = s->head;
    Index index;
    if (s->parent != 0 && s->inside == K_NONE) {
        return; /* in a thing that nobody knows, nothing can be said about its properties */
    }
    if (s->parent == 0) {
        Diag *d = diag_at(m->sink, HP2007, head);
        diag_str(d, span_text(m->sources, head));
        diag_label(d, L_INSIDE_PLAN);
        return;
    }
    if (s->inside == K_LEVELS) {
        build_level(s, head);
        return;
    }
    TermId term = read_key(s, head, &index);
    NodeRef body = 0;
    if (term == 0)
        return;
    PropId before = said_before(s, term, index);
    if (before != 0) {
        report_twice(s, head, before);
        return;
    }
    PropId p = build_prop(m, s->parent, term, index, head);
    for (NodeRef v = s->behind; v != 0; v = tree_next(s->tree, v)) {
        if (tree_node(s->tree, v)->is_value) {
            FactId f = build_value_node(m, s->doc, s->parent, term, v);
            model_fact(m, f)->prop = p;
            model_prop(m, p)->count++;
        } else if (tree_node(s->tree, v)->kind == N_BODY) {
            body = v;
        }
    }
    too_many_values(s, p);
    if (vocab_term(term)->id == P_SCALE)
        scale_comes_first(m, p);
    build_item(m, s->parent, ITEM_PROP, p);
    if (body != 0)
        build_statements(s->b, s->doc, body, s->parent);
}

void build_property_value(const Statement *s, TermId term, Span value)
{
    Model *m = s->m;
    if (s->parent == 0 || value.len == 0)
        return;
    PropId p = build_prop(m, s->parent, term, INDEX_NONE, value);
    FactId f = build_value(m, FACT_PROP, s->doc, s->parent, term, value,
                           build_default_unit(m, s->parent, term), false);
    model_fact(m, f)->prop = p;
    model_prop(m, p)->count = 1;
}
