/*
 * eval.c — expressions: arithmetic over figures and over lists of them.  Layer: model.
 *
 * in:  nodes of a document's tree; a scope for names
 * out: a Result; findings about units that do not agree and numbers that do not fit
 *
 * Two lists are taken label by label, never by position; a scalar goes with each of a list.
 */
#include "model/eval_internal.h"

#include "base/utf8.h"

#include "model/build.h"
#include "model/scope.h"

Result result_bad(void)
{
    Result r = {0};
    r.kind = RES_BAD;
    return r;
}

ResultItem *result_add(Eval *e, Result *r)
{
    return vec_push(e->m->scratch, &r->items);
}

Result result_scalar(Eval *e, Quantity q, FigRef from)
{
    Result r = {0};
    r.kind = q.kind == QTY_BAD ? RES_BAD : RES_FIGURES;
    r.scalar = true;
    ResultItem *item = result_add(e, &r);
    item->qty = q;
    item->from = from;
    if (!figure_is_none(from))
        terms_add(e->m->scratch, &r.terms, from);
    return r;
}

/* --- literals -------------------------------------------------------------------------------- */

/* counted: what a number word stands before is what it counts (to avdelinger). */
static Result eval_literal(Eval *e, NodeRef node, bool counted)
{
    Span span = build_span(e->m, e->doc, node);
    Reader r = build_reader(e->m);
    Slot slot = {.type = VT_QUANTITY, .in_formula = true, .counted = counted};
    Value v = value_read(&r, span, slot);
    if (v.kind == VAL_TEXT || v.kind == VAL_WORDS) { /* words about a figure that make it no value */
        eval_not_understood(e, node);
    }
    if (v.kind == VAL_BAD || v.kind == VAL_TEXT || v.kind == VAL_WORDS)
        return result_bad();
    Quantity q = quantity_of(&e->m->units, &v, true);
    return result_scalar(e, q, FIGURE_NONE);
}

static bool has_figure(const Tree *t, NodeRef n)
{
    for (NodeRef c = tree_child(t, n); c != 0; c = tree_next(t, c)) {
        uint8_t k = tree_node(t, c)->kind;
        if (k == N_FIGURE || k == N_ORDINAL)
            return true;
    }
    return false;
}

/* Words side by side that hold no figure: a number in words, or one name with a message behind. */
static Result eval_stated(Eval *e, NodeRef node)
{
    if (has_figure(e->tree, node))
        return eval_literal(e, node, false);
    NodeRef first = tree_child(e->tree, node);
    NodeRef second = tree_next(e->tree, first);
    uint8_t kind = tree_node(e->tree, first)->kind;
    if (second != 0 && tree_next(e->tree, second) == 0 &&
        tree_node(e->tree, second)->kind == N_STRING &&
        (kind == N_WORD || kind == N_PATH || kind == N_CALL || kind == N_PAREN)) {
        return eval_node(e, first); /* the string is the claim's message */
    }
    if (is_number_word(e->m->scratch, tree_text(e->tree, first)))
        return eval_literal(e, node, true);
    eval_not_understood(e, node);
    return result_bad();
}

/* --- arithmetic ------------------------------------------------------------------------------ */

typedef bool (*QuantityOp)(UnitTable *, const Quantity *, const Quantity *, Quantity *);

static bool add_op(UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out)
{
    return quantity_add(u, a, b, out);
}

static bool sub_op(UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out)
{
    return quantity_sub(u, a, b, out);
}

static QuantityOp op_function(Op op)
{
    switch (op) {
    case OP_ADD: return add_op;
    case OP_SUB: return sub_op;
    case OP_MUL: return quantity_mul;
    case OP_DIV: return quantity_div;
    case OP_NONE:
    case OP_LT:
    case OP_LE:
    case OP_GT:
    case OP_GE:
    case OP_EQ: break;
    }
    return NULL;
}

static bool operate(Eval *e, NodeRef node, const Quantity *a, const Quantity *b, Quantity *out)
{
    Op op = (Op)tree_node(e->tree, node)->op;
    if (op_function(op)(&e->m->units, a, b, out))
        return true;
    if ((op == OP_ADD || op == OP_SUB) && out->fault == QTYF_UNITS) {
        eval_units_differ(e->m, build_span(e->m, e->doc, node), a, b);
    } else {
        Diag *d = diag_at(e->m->sink, HP3009, build_span(e->m, e->doc, node));
        diag_label(d, L_NO_UNIT_OR_TOO_LARGE);
    }
    return false;
}

Labels eval_labels(Model *m, const Result *result)
{
    Labels l = {.result = result};
    u32map_init(&l.at, m->scratch);
    for (uint32_t i = 0; i < result->items.len; i++) {
        uint32_t *at = u32map_put(&l.at, result->items.at[i].label_sym);
        *at = *at == 0 ? i + 1 : *at;
    }
    return l;
}

const ResultItem *eval_labelled(const Labels *l, Sym label)
{
    const uint32_t *at = u32map_get(&l->at, label);
    return at == NULL ? NULL : &l->result->items.at[*at - 1];
}

/* Labels that only one side has: adding what belongs to different things is no sum. */
static bool labels_align(Eval *e, NodeRef node, const Result *a, const Result *b)
{
    if (a->scalar || b->scalar)
        return true;
    for (int side = 0; side < 2; side++) {
        const Result *one = side == 0 ? a : b;
        Labels other = eval_labels(e->m, side == 0 ? b : a);
        for (uint32_t i = 0; i < one->items.len; i++) {
            if (eval_labelled(&other, one->items.at[i].label_sym) == NULL) {
                Diag *d = diag_at(e->m->sink, HP4021, build_span(e->m, e->doc, node));
                diag_note(d, N_LABEL_MISSING);
                diag_str(d, str_trim(one->items.at[i].label));
                FigRef from = one->items.at[i].from;
                if (!figure_is_none(from))
                    diag_place(d, figure_span(e->m, from), L_ON_ONE_SIDE);
                return false;
            }
        }
    }
    return true;
}

/* A dash pasted from Word where a minus is meant; elsewhere the scanner has said it. */
static void report_dash(Eval *e, NodeRef node)
{
    if (tree_node(e->tree, node)->aux != BINARY_EN_DASH)
        return;
    Span left = build_span(e->m, e->doc, tree_child(e->tree, node));
    Span right = build_span(e->m, e->doc, tree_next(e->tree, tree_child(e->tree, node)));
    Span dash = {left.file, left.off + left.len, right.off - left.off - left.len};
    Str between = span_text(e->m->sources, dash);
    Str trimmed = str_trim(between);
    dash.off += (uint32_t)(trimmed.ptr - between.ptr);
    dash.len = trimmed.len;
    report_en_dash(diag_at(e->m->sink, HP1016, dash), dash);
}

static Result eval_arithmetic(Eval *e, NodeRef node)
{
    NodeRef left = tree_child(e->tree, node);
    Result a = eval_node(e, left);
    Result b = eval_node(e, tree_next(e->tree, left));
    report_dash(e, node);
    if (a.kind != RES_FIGURES || b.kind != RES_FIGURES) {
        if (a.kind == RES_LIST || b.kind == RES_LIST)
            diag_at(e->m->sink, HP3010, build_span(e->m, e->doc, node));
        return result_bad();
    }
    if (!labels_align(e, node, &a, &b))
        return result_bad();
    Result r = {0};
    r.kind = RES_FIGURES;
    r.scalar = a.scalar && b.scalar;
    const Result *shape = a.scalar ? &b : &a;
    Labels labels = {0};
    if (!r.scalar)
        labels = eval_labels(e->m, &b);
    for (uint32_t i = 0; i < shape->items.len; i++) {
        Sym label = shape->items.at[i].label_sym;
        const ResultItem *x = a.scalar ? &a.items.at[0] : &a.items.at[i];
        const ResultItem *y = b.scalar ? &b.items.at[0] : eval_labelled(&labels, label);
        ResultItem *item = result_add(e, &r);
        item->label = shape->items.at[i].label;
        item->label_sym = label;
        if (!operate(e, node, &x->qty, &y->qty, &item->qty))
            return result_bad();
    }
    terms_join(e->m->scratch, &r.terms, &a.terms);
    terms_join(e->m->scratch, &r.terms, &b.terms);
    return r;
}

static Result eval_negative(Eval *e, NodeRef node)
{
    Result r = eval_node(e, tree_child(e->tree, node));
    for (uint32_t i = 0; r.kind == RES_FIGURES && i < r.items.len; i++) {
        r.items.at[i].qty = quantity_neg(&r.items.at[i].qty);
        r.items.at[i].from = FIGURE_NONE;
    }
    return r;
}

static Result eval_string(Eval *e, NodeRef node)
{
    Result r = {0};
    r.kind = RES_LIST;
    ResultItem *item = result_add(e, &r);
    item->text = tree_string(e->tree, node);
    item->span = build_span(e->m, e->doc, node);
    return r;
}

/* `to`, where nothing has that name. */
static bool is_figure_in_words(Eval *e, NodeRef node)
{
    Str word = tree_text(e->tree, node);
    return is_number_word(e->m->scratch, word) &&
           scope_find(e->m, e->scope, word, K_NONE).kind == NAME_UNKNOWN;
}

static Result path_of(Eval *e, NodeRef node)
{
    return eval_path(e, tree_text(e->tree, node), build_span(e->m, e->doc, node));
}

Result eval_node(Eval *e, NodeRef node)
{
    if (node == 0 || e->depth >= EVAL_MAX_DEPTH ||
        eval_spent_out(e->m, build_span(e->m, e->doc, node)))
        return result_bad();
    e->depth++;
    eval_state(e->m)->depth++;
    Result r;
    const Node *n = tree_node(e->tree, node);
    switch ((int)n->kind) {
    case N_FIGURE:
    case N_ORDINAL: r = eval_literal(e, node, false); break;
    case N_STATED: r = eval_stated(e, node); break;
    case N_WORD:
        r = is_figure_in_words(e, node) ? eval_literal(e, node, true) : path_of(e, node);
        break;
    case N_PATH: r = path_of(e, node); break;
    case N_CALL: r = eval_call_once(e, node); break;
    case N_PAREN: r = eval_node(e, tree_child(e->tree, node)); break;
    case N_NEG: r = eval_negative(e, node); break;
    case N_STRING: r = eval_string(e, node); break;
    case N_BINARY:
        if (op_function((Op)n->op) != NULL) {
            r = eval_arithmetic(e, node);
        } else {
            diag_at(e->m->sink, HP3011, build_span(e->m, e->doc, node));
            r = result_bad();
        }
        break;
    default: r = result_bad(); break;
    }
    e->depth--;
    eval_state(e->m)->depth--;
    return r;
}

/* The operand as written, without the message that may stand behind the last one of a claim. */
static Str written_part(Eval *e, NodeRef expr)
{
    Span span = build_span(e->m, e->doc, expr);
    NodeRef c = tree_node(e->tree, expr)->kind == N_STATED ? tree_child(e->tree, expr) : 0;
    for (; c != 0; c = tree_next(e->tree, c))
        if (tree_node(e->tree, c)->kind == N_STRING && tree_next(e->tree, c) == 0)
            span.len = tree_node(e->tree, c)->off - span.off;
    return str_trim(span_text(e->m->sources, span));
}

Result eval_expr(Model *m, DocId doc, NodeRef expr, DeclId scope)
{
    return eval_expr_inside(m, doc, expr, scope, 0);
}

Result eval_expr_inside(Model *m, DocId doc, NodeRef expr, DeclId scope, DeclId inside)
{
    Eval e = {.m = m, .doc = doc, .tree = m->docs.at[doc].tree, .scope = scope, .inside = inside};
    e.about = inside != 0 ? model_decl(m, inside)->kind : (uint16_t)K_NONE;
    Result r = eval_node(&e, expr);
    r.span = build_span(m, doc, expr);
    r.written = written_part(&e, expr);
    return r;
}

void eval_rule_words(Model *m, DocId doc, NodeRef expr, DeclId rule, uint16_t kind)
{
    Eval e = {.m = m, .doc = doc, .tree = m->docs.at[doc].tree, .scope = rule, .about = kind};
    (void)eval_node(&e, expr);
}

Result eval_quietly(Model *m, DocId doc, NodeRef expr, DeclId scope)
{
    DiagSink *usual = m->sink;
    DiagSink unheard;
    sink_init(&unheard, m->scratch, m->sources);
    // cppcheck-suppress autoVariables ; it is put back below
    m->sink = &unheard;
    Result r = eval_expr(m, doc, expr, scope);
    m->sink = usual;
    return r;
}

/* --- equations and claims -------------------------------------------------------------------- */

static bool comparing(const Node *n)
{
    return n->kind == N_BINARY && (n->op == OP_EQ || n->op == OP_LT || n->op == OP_LE ||
                                   n->op == OP_GT || n->op == OP_GE);
}

static uint32_t count_sides(const Tree *t, NodeRef node)
{
    if (!comparing(tree_node(t, node)))
        return 1;
    NodeRef left = tree_child(t, node);
    return count_sides(t, left) + count_sides(t, tree_next(t, left));
}

static void collect_sides(const Tree *t, NodeRef node, uint8_t op, Sides *out)
{
    if (!comparing(tree_node(t, node))) {
        out->at[out->count++] = (Side){node, op};
        return;
    }
    NodeRef left = tree_child(t, node);
    collect_sides(t, left, op, out);
    collect_sides(t, tree_next(t, left), tree_node(t, node)->op, out);
}

Sides eval_sides(const Model *m, const Fact *fact)
{
    Sides sides = {0};
    const Tree *t = m->docs.at[fact->doc].tree;
    sides.at = arena_array(m->scratch, Side, count_sides(t, fact->expr));
    collect_sides(t, fact->expr, OP_NONE, &sides);
    sides.message = SPAN_NONE;
    sides.message.len = 0;
    NodeRef last = sides.at[sides.count - 1].node;
    if (tree_node(t, last)->kind == N_STATED)
        for (NodeRef c = tree_child(t, last); c != 0; c = tree_next(t, c))
            if (tree_node(t, c)->kind == N_STRING && tree_next(t, c) == 0)
                sides.message = tree_span(t, c);
    return sides;
}
