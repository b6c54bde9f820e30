/*
 * marks_formula.c — what the names, functions and units of formulas mean.  Layer: model.
 *
 * In: every fact with an expression. Each is evaluated once more, without a word to anybody, with
 * m->marks set, so that the evaluator says what it finds; literals are read here. A claim of a
 * rule is evaluated for the first thing that the rule is about.
 */
#include "base/utf8.h"
#include "model/build.h"
#include "model/eval_internal.h"
#include "model/marks.h"
#include "model/scope.h"

/* As deep as the parser lets expressions nest. */
static void mark_literals(Model *m, DocId doc, NodeRef node)
{
    const Tree *t = m->docs.at[doc].tree;
    uint8_t kind = tree_node(t, node)->kind;
    bool figure = kind == N_FIGURE || kind == N_ORDINAL;
    for (NodeRef c = kind == N_STATED ? tree_child(t, node) : 0; c != 0 && !figure;
         c = tree_next(t, c))
        figure = tree_node(t, c)->kind == N_FIGURE || tree_node(t, c)->kind == N_ORDINAL;
    if (figure) {
        mark_literal(m, build_span(m, doc, node));
        return;
    }
    for (NodeRef c = tree_child(t, node); c != 0; c = tree_next(t, c))
        mark_literals(m, doc, c);
}

/* --- rules ----------------------------------------------------------------------------------- */

/* A word that stands where a property of the kind may: the rule is about nothing in these files. */
static void mark_properties(Model *m, DocId doc, NodeRef node, uint16_t kind)
{
    const Tree *t = m->docs.at[doc].tree;
    const Node *n = tree_node(t, node);
    Span span = build_span(m, doc, node);
    if (n->kind == N_CALL) {
        Span name = {span.file, span.off, n->aux};
        Str word = utf8_fold(m->scratch, span_text(m->sources, name));
        mark(m, name, MARK_WORD, vocab_find(VG_FUNC, word, K_NONE));
    }
    if (n->kind == N_WORD || n->kind == N_STATED) {
        Str words = utf8_fold(m->scratch, span_text(m->sources, span));
        TermId term = vocab_find(VG_PROP, words, kind);
        mark(m, span, MARK_WORD, term);
        if (term != 0)
            return;
    }
    for (NodeRef c = tree_child(t, node); c != 0; c = tree_next(t, c))
        mark_properties(m, doc, c, kind);
}

static DeclId first_taken(Model *m, DeclId rule, const Filter *f)
{
    DeclId d = scope_next(m, 0, f->kind, 0);
    while (d != 0 && !filter_takes(m, rule, f, d))
        d = scope_next(m, 0, f->kind, d);
    return d;
}

static void mark_claim_of_rule(Model *m, const Fact *claim, DeclId rule)
{
    const Fact *about = decl_fact(m, rule, P_APPLIES_TO);
    Filter f;
    if (about == NULL || about->expr == 0 ||
        !filter_read(m, about->doc, rule, about->expr, &f))
        return;
    DeclId thing = first_taken(m, rule, &f);
    Sides sides = eval_sides(m, claim);
    for (uint32_t i = 0; i < sides.count; i++)
        if (thing != 0)
            (void)eval_expr_inside(m, claim->doc, sides.at[i].node, thing, thing);
        else
            mark_properties(m, claim->doc, sides.at[i].node, f.kind);
}

/* --- facts ----------------------------------------------------------------------------------- */

static bool is_filter(const Model *m, const Fact *f)
{
    return f->owner == FACT_PROP && vocab_term(model_prop(m, f->prop)->term)->type == VT_KIND;
}

static void mark_sides(Model *m, const Fact *f)
{
    Sides sides = eval_sides(m, f);
    for (uint32_t i = f->equation ? 1 : 0; i < sides.count; i++)
        (void)eval_expr(m, f->doc, sides.at[i].node, f->scope);
}

static void mark_fact(Model *m, FactId id)
{
    Fact f = *model_fact(m, id); /* evaluating may make facts and move them */
    DeclId owner = f.prop != 0 ? model_prop(m, f.prop)->decl : 0;
    Filter filter;
    Value format;
    if (fact_format(m, &f, &format))
        mark_value(m, &format);
    if (f.expr == 0)
        return;
    if (is_filter(m, &f)) {
        (void)filter_read(m, f.doc, f.scope, f.expr, &filter);
        return;
    }
    mark_literals(m, f.doc, f.expr);
    if (f.owner == FACT_CLAIM && owner != 0 && model_decl(m, owner)->kind == K_RULE)
        mark_claim_of_rule(m, &f, owner);
    else
        mark_sides(m, &f);
}

void mark_formulas(Model *m)
{
    enum { AT_ONCE = 256 }; /* whose results may lie side by side */
    uint32_t facts = m->facts.len;
    uint32_t done = 0;
    for (FactId id = 1; id < facts; id++) {
        if (model_fact(m, id)->expr == 0 && fact_more(m, model_fact(m, id))->format == 0)
            continue;
        mark_fact(m, id);
        if (++done % AT_ONCE == 0)
            arena_free(m->scratch);
    }
}
