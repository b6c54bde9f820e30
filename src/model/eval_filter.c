/*
 * eval_filter.c — tiltak i mål.økonomi der ansvar = ikt: which things are meant.  Layer: model.
 *
 * in:  the words of an argument of antall(…), or of a rule's `gjelder`
 * out: a Filter; whether it takes a thing; findings about words that nobody knows
 */
#include "model/eval_internal.h"

#include "base/utf8.h"
#include "model/build.h"
#include "model/marks.h"
#include "model/scope.h"
#include "value/code_text.h"

/* The first row of a kind is its general word, but for the organisation: that is `enhet`. */
bool eval_generic_word(TermId term)
{
    const Term *t = vocab_term(term);
    if (t->id == K_UNIT)
        return str_eq(str_from(t->key), STR("unit.enhet"));
    return vocab_kind_term((Kind)t->id) == term;
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct Words {
    Model *m;
    DocId doc;
    const Tree *tree;
    DeclId scope;
    Filter *f;
    NodeRef last; /* the outermost `=` */
} Words;

static bool is_connective(const Words *w, NodeRef n, VocabConnective id)
{
    if (n == 0 || tree_node(w->tree, n)->kind != N_WORD)
        return false;
    Str folded = utf8_fold(w->m->scratch, tree_text(w->tree, n));
    TermId t = vocab_find(VG_CONNECTIVE, folded, K_NONE);
    bool is = t != 0 && vocab_term(t)->id == id;
    if (is)
        mark(w->m, build_span(w->m, w->doc, n), MARK_WORD, t);
    return is;
}

/* The kind's word at the head of the argument, in the singular as it is declared. */
static bool read_counted(const Words *w, NodeRef word)
{
    Model *m = w->m;
    Filter *f = w->f;
    Str text = tree_text(w->tree, word);
    Str folded = utf8_fold(m->scratch, text);
    f->term = vocab_find(VG_KIND, folded, K_NONE);
    if (f->term == 0) {
        Diag *d = diag_at(m->sink, HP2014, build_span(m, w->doc, word));
        diag_str(d, text);
        TermId near = vocab_nearest(m->scratch, VG_KIND, folded, K_NONE, 3);
        if (near != 0) {
            Str spelling = vocab_nearest_spelling(m->scratch, near, folded);
            diag_suggest(d, build_span(m, w->doc, word), spelling);
        }
        return false;
    }
    mark(m, build_span(m, w->doc, word), MARK_WORD, f->term);
    f->kind = vocab_term(f->term)->id;
    f->any_word = eval_generic_word(f->term);
    return true;
}

static bool read_inside(const Words *w, NodeRef path)
{
    Model *m = w->m;
    Filter *f = w->f;
    Str text = tree_text(w->tree, path);
    if (m->marks != NULL)
        eval_mark_path(m, w->doc, w->scope, build_span(m, w->doc, path));
    f->inside = eval_decl(m, w->scope, text, K_NONE);
    if (f->inside == 0) {
        NameHit hit = scope_find(m, w->scope, text, K_NONE);
        if (hit.kind == NAME_AMBIGUOUS) {
            scope_ambiguous(m, text, build_span(m, w->doc, path), hit);
            return false;
        }
        f->inside = hit.kind == NAME_FOUND ? hit.decl : 0;
    }
    if (f->inside == 0) {
        Span span = build_span(m, w->doc, path);
        if (!eval_path_misses(m, w->scope, span))
            diag_str(diag_at(m->sink, HP2008, span), text);
    } else {
        model_decl(m, f->inside)->used = true;
    }
    return f->inside != 0;
}

static bool not_understood(const Words *w, NodeRef n)
{
    Diag *d = diag_at(w->m->sink, HP2009, build_span(w->m, w->doc, n));
    diag_str(d, tree_text(w->tree, n));
    return false;
}

/* What is new there is told by none of its reports alone. */
static bool new_in_plan(const Words *w, NodeRef n)
{
    Diag *d = diag_at(w->m->sink, HP2009, build_span(w->m, w->doc, n));
    diag_str(d, tree_text(w->tree, n));
    diag_note(d, N_NEW_IN_REPORT);
    return false;
}

/* One more test, of the property that these words name: of one word or of two (`vedtatt av`).
 * *last is the last of them. */
static bool read_property(const Words *w, NodeRef first, NodeRef *last)
{
    Model *m = w->m;
    NodeRef second = tree_next(w->tree, first);
    Span one = build_span(m, w->doc, first);
    Span both = second == 0 ? one : span_join(one, build_span(m, w->doc, second));
    TermId two =
        second == 0
            ? 0
            : vocab_find(VG_PROP, utf8_fold(m->scratch, span_text(m->sources, both)), w->f->kind);
    *last = two != 0 ? second : first;
    Str key = utf8_fold(m->scratch, span_text(m->sources, one));
    TermId property = two != 0 ? two : vocab_find(VG_PROP, key, w->f->kind);
    if (property == 0) {
        eval_unknown_property(m, one, key, w->f->kind);
        return false;
    }
    if (w->f->count == FILTER_MOST)
        return not_understood(w, first);
    mark(m, two != 0 ? both : one, MARK_WORD, property);
    w->f->tests[w->f->count++] = (FilterTest){property, STR_NONE, false};
    return true;
}

/* The words before `=`: tiltak [i mål.økonomi] [der ansvar]. */
static bool read_words(const Words *w, NodeRef words)
{
    bool several = tree_node(w->tree, words)->kind == N_STATED;
    NodeRef n = several ? tree_child(w->tree, words) : words;
    if (several && is_connective(w, n, CON_NEW)) {
        if (filter_report(w->m, w->scope) == 0)
            return new_in_plan(w, n);
        w->f->added = true;
        n = tree_next(w->tree, n);
    }
    if (!read_counted(w, n))
        return false;
    n = several ? tree_next(w->tree, n) : 0;
    while (n != 0) {
        NodeRef operand = tree_next(w->tree, n);
        if (is_connective(w, n, CON_IN) && operand != 0) {
            if (!read_inside(w, operand))
                return false;
        } else if (is_connective(w, n, CON_WHERE) && operand != 0) {
            if (!read_property(w, operand, &operand))
                return false;
        } else {
            return not_understood(w, n);
        }
        n = tree_next(w->tree, operand);
    }
    return true;
}

/* `ikt og status` between two `=`: where the value of the test before ends, and the property of the
 * next. */
typedef struct Between {
    NodeRef joint; /* og, eller */
    NodeRef property;
    bool either;
} Between;

static bool read_between(const Words *w, NodeRef side, Between *out)
{
    NodeRef parts = tree_node(w->tree, side)->kind == N_STATED ? tree_child(w->tree, side) : 0;
    for (NodeRef n = parts; n != 0; n = tree_next(w->tree, n)) {
        bool either = is_connective(w, n, CON_OR);
        if (either || is_connective(w, n, CON_AND))
            *out = (Between){n, tree_next(w->tree, n), either};
    }
    return (out->property != 0 && out->joint != parts) || not_understood(w, side);
}

/* The value that a property is held against: a word of its list, or the name of a thing. */
static void mark_wanted(const Words *w, const FilterTest *test, Span value)
{
    Model *m = w->m;
    const Term *property = vocab_term(test->property);
    if (m->marks == NULL)
        return;
    Str text = span_text(m->sources, value);
    TermId word = property->type != VT_ENUM
                      ? 0
                      : vocab_find(VG_ENUM, utf8_fold(m->scratch, text), property->type_arg);
    value.len = str_trim(text).len;
    if (word != 0)
        mark(m, value, MARK_WORD, word);
    else
        eval_mark_path(m, w->doc, w->scope, value);
}

/* `der status = ferdigg`, `der ansvar = personnal`: nothing is so, and it would count none. */
static bool check_wanted(const Words *w, const FilterTest *test, Span value)
{
    Model *m = w->m;
    const Term *property = vocab_term(test->property);
    Str text = str_trim(span_text(m->sources, value));
    value.len = text.len;
    if (property->type == VT_ENUM) {
        Reader r = build_reader(m);
        bool words = (property->flags & TF_WORDS) != 0;
        Slot slot = {.type = VT_ENUM, .type_arg = property->type_arg, .words = words};
        return value_read(&r, value, slot).kind != VAL_BAD;
    }
    if (property->type == VT_REF && scope_find(m, w->scope, text, K_NONE).kind == NAME_UNKNOWN &&
               scope_nearest(m, text, property->type_arg) != 0) {
        eval_unknown_name(m, text, value);
        return false;
    }
    return true;
}

/* The value of the test that was read last. */
static bool take_value(const Words *w, NodeRef first, Span said)
{
    FilterTest *test = &w->f->tests[w->f->count - 1];
    bool string = tree_node(w->tree, first)->kind == N_STRING;
    mark_wanted(w, test, said);
    if (!string && !check_wanted(w, test, said))
        return false;
    test->value = string ? tree_string(w->tree, first)
                         : str_trim(span_text(w->m->sources, said));
    return true;
}

/* `ferdig eller ikke startet`: a test for each, of the same property. */
static bool take_values(const Words *w, NodeRef side, Span said)
{
    bool several = tree_node(w->tree, side)->kind == N_STATED;
    uint32_t end = said.off + said.len;
    NodeRef first = several ? tree_child(w->tree, side) : side;
    NodeRef n = several ? tree_next(w->tree, first) : 0;
    for (; n != 0 && tree_node(w->tree, n)->off < end; n = tree_next(w->tree, n)) {
        NodeRef next = tree_next(w->tree, n);
        if (!is_connective(w, n, CON_OR))
            continue;
        if (w->f->count == FILTER_MOST || next == 0 || tree_node(w->tree, next)->off >= end)
            return not_understood(w, side);
        said.len = tree_node(w->tree, n)->off - said.off;
        if (!take_value(w, first, said))
            return false;
        FilterTest *test = &w->f->tests[w->f->count - 1];
        test->or_else = true;
        w->f->tests[w->f->count++] = (FilterTest){test->property, STR_NONE, false};
        first = next;
        said.off = tree_node(w->tree, next)->off;
        said.len = end - said.off;
    }
    return take_value(w, first, said);
}

/* The sides of a = b = c: the words stand in the first, values in the others. */
static bool read_sides(const Words *w, NodeRef node)
{
    const Node *n = tree_node(w->tree, node);
    if (n->kind != N_BINARY || n->op != OP_EQ)
        return read_words(w, node);
    NodeRef left = tree_child(w->tree, node);
    NodeRef right = tree_next(w->tree, left);
    Between next = {0};
    if (!read_sides(w, left))
        return false;
    if (w->f->count == 0)
        return not_understood(w, right);
    Span value = build_span(w->m, w->doc, right);
    if (w->last != node) {
        if (!read_between(w, right, &next))
            return false;
        value.len = tree_node(w->tree, next.joint)->off - value.off;
    }
    if (!take_values(w, right, value))
        return false;
    w->f->tests[w->f->count - 1].or_else = next.either;
    return next.property == 0 || read_property(w, next.property, &next.property);
}

bool filter_read(Model *m, DocId doc, DeclId scope, NodeRef node, Filter *out)
{
    *out = (Filter){0};
    Words w = {m, doc, m->docs.at[doc].tree, scope, out, node};
    uint32_t deep = 0;
    for (NodeRef n = node; tree_node(w.tree, n)->kind == N_BINARY; n = tree_child(w.tree, n))
        if (++deep > FILTER_MOST)
            return not_understood(&w, node);
    return read_sides(&w, node);
}

/* --- asking ----------------------------------------------------------------------------------- */

/* One word of a list under two spellings: financial plan is økonomiplan. */
static bool same_word(Model *m, const Fact *fact, const FilterTest *f)
{
    const Term *property = vocab_term(f->property);
    if (fact->value.kind != VAL_ENUM || property->type != VT_ENUM)
        return false;
    TermId wanted = vocab_find(VG_ENUM, utf8_fold(m->scratch, f->value), property->type_arg);
    return wanted != 0 && vocab_term(wanted)->id == vocab_term(fact->value.term)->id;
}

/* 120 Administrasjon is 120. */
static bool same_code(Model *m, const Fact *fact, const FilterTest *f)
{
    Str said = span_text(m->sources, fact_said(m, fact));
    return vocab_term(f->property)->type == VT_CODE &&
           str_eq(str_trim(str_slice(said, 0, code_label_start(said))), f->value);
}

/* 1.6.2027 is in 2027. */
static bool same_time(Model *m, const Fact *fact, const FilterTest *f)
{
    Period asked;
    return vocab_term(f->property)->type == VT_PERIOD && fact->value.kind == VAL_PERIOD &&
           period_read(m->scratch, f->value, &asked) && period_covers(asked, fact_period(fact));
}

DeclId filter_report(const Model *m, DeclId scope)
{
    DeclId around = decl_plan(m, scope);
    return around != 0 && model_decl(m, around)->kind == K_REPORT ? around : 0;
}

/* What is stated of the thing. A report that says how far it has come is asked before the plan. */
static bool stated(Model *m, DeclId scope, DeclId d, uint16_t key, FigRef *at)
{
    DeclId report = key == P_STATUS ? filter_report(m, scope) : 0;
    PropId said = report == 0 ? 0 : index_status_said(m, report, d);
    if (said == 0)
        return decl_figure(m, d, key, NULL, at);
    *at = figure_fact(model_prop(m, said)->first);
    return true;
}

/* A plan that says who adopted it, and not that it is a draft, is adopted. */
static bool is_adopted(Model *m, DeclId d, const FilterTest *f)
{
    const Term *property = vocab_term(f->property);
    bool says = model_decl(m, d)->kind == K_PLAN && property->id == P_VERSION &&
                decl_prop(m, d, P_DECIDED_BY, NULL) != 0;
    TermId wanted = says ? vocab_find(VG_ENUM, utf8_fold(m->scratch, f->value), property->type_arg)
                         : 0;
    return wanted != 0 && vocab_term(wanted)->id == E_VERSION_ADOPTED;
}

/* Does the property of the thing say this: the thing named, the word of an enum, a time within the
 * one asked for, the same text? */
static bool has_value(Model *m, DeclId scope, DeclId d, const FilterTest *f)
{
    FigRef at;
    if (!stated(m, scope, d, vocab_term(f->property)->id, &at))
        return is_adopted(m, d, f);
    if (f->value.len == 0)
        return true;
    NameHit wanted = scope_find(m, scope, f->value, K_NONE);
    if (at.fact == 0) { /* lent by an `om` around it */
        for (DeclId p = d; p != 0; p = model_decl(m, p)->parent)
            if (model_decl(m, p)->kind == K_AGAIN)
                return wanted.kind == NAME_FOUND && model_decl(m, p)->same == wanted.decl;
        return false;
    }
    const Prop *prop = model_prop(m, model_fact(m, at.fact)->prop);
    for (uint32_t i = 0; i < prop->count; i++) {
        const Fact *fact = model_fact(m, prop->first + i);
        if ((fact->ref != 0 && wanted.kind == NAME_FOUND && fact->ref == wanted.decl) ||
            same_word(m, fact, f) || same_code(m, fact, f) || same_time(m, fact, f) ||
            utf8_eq_fold(m->scratch, span_text(m->sources, fact_said(m, fact)), f->value) ||
            utf8_eq_fold(m->scratch, fact_text(m, fact), f->value))
            return true;
    }
    return false;
}

/* Inside a thing, or said to belong to it (`hører til`). */
static bool belongs(const Model *m, DeclId d, DeclId to)
{
    if (to == 0 || decl_inside(m, d, to))
        return true;
    PropId p = decl_prop(m, d, P_BELONGS_TO, NULL);
    for (uint32_t i = 0; p != 0 && i < model_prop(m, p)->count; i++)
        if (model_fact(m, model_prop(m, p)->first + i)->ref == to)
            return true;
    return false;
}

bool filter_takes(Model *m, DeclId scope, const Filter *f, DeclId thing)
{
    const Decl *d = model_decl(m, thing);
    bool takes = d->kind == f->kind && (f->any_word || d->term == f->term) &&
                 belongs(m, thing, f->inside);
    for (uint32_t i = 0; i < f->count && takes; i++) {
        takes = has_value(m, scope, thing, &f->tests[i]);
        for (; i + 1 < f->count && f->tests[i].or_else; i++)
            takes = takes || has_value(m, scope, thing, &f->tests[i + 1]);
    }
    return takes;
}
