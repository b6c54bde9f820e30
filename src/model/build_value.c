/*
 * build_value.c — from a value's nodes or a cell's text to a Fact.  Layer: model.
 *
 * A stated value is a literal. Arithmetic stands only after `=`, in claims and in {…}: what is
 * pasted is never computed by accident.
 */
#include "model/build.h"

typedef struct ValuePlace {
    Model *m;
    DocId doc;
    const Tree *tree;
} ValuePlace;

static bool is_arithmetic(const Node *n)
{
    return n->kind == N_BINARY && n->op != OP_EQ;
}

/* The first operand of a chain a = b = c. */
static NodeRef chain_head(const Tree *t, NodeRef n)
{
    while (tree_node(t, n)->kind == N_BINARY && tree_node(t, n)->op == OP_EQ)
        n = tree_child(t, n);
    return n;
}

/* <5 = a: the limit that is written, behind its sign; 0: none is. */
static NodeRef behind_comparator(const Tree *t, NodeRef n)
{
    const Node *node = tree_node(t, n);
    return node->kind == N_COMPARED && node->op != OP_EQ ? node->child : 0;
}

/* Both sides of a dash are years: what was meant is a period. */
static bool looks_like_years(const Tree *t, NodeRef n)
{
    NodeRef a = tree_child(t, n);
    NodeRef b = tree_next(t, a);
    return tree_node(t, n)->op == OP_SUB && tree_node(t, a)->kind == N_FIGURE &&
           tree_node(t, b)->kind == N_FIGURE && tree_node(t, a)->len == 4 &&
           tree_node(t, b)->len == 4;
}

/* What was meant by a dash between two figures, or by another sign between two things. */
static Text3 meant_instead(const ValuePlace *p, NodeRef n)
{
    NodeRef left = tree_child(p->tree, n), right = tree_next(p->tree, left);
    static const char *const between[LANG_COUNT][2] = {
        {"mellom ", " og "}, {"mellom ", " og "}, {"between ", " and "}};
    static const char *const dash[2] = {"", "–"}, *const comma[2] = {"", ", "};
    bool range = tree_node(p->tree, n)->op == OP_SUB;
    bool unit = range && tree_node(p->tree, left)->kind == N_STATED; /* 400 000 kr–600 000 kr */
    Text3 meant = {0};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const char *const *words = unit ? between[lang] : range ? dash : comma;
        Buf text;
        buf_init(&text, p->m->arena);
        buf_printf(&text, "%s%.*s%s%.*s", words[0], STR_ARG(tree_text(p->tree, left)), words[1],
                   STR_ARG(tree_text(p->tree, right)));
        meant.in[lang] = buf_view(&text);
    }
    return meant;
}

static void report_arithmetic(const ValuePlace *p, NodeRef n)
{
    Span place = build_span(p->m, p->doc, n);
    Diag *d = diag_at(p->m->sink, HP1015, place);
    Text3 meant = meant_instead(p, n);
    if (looks_like_years(p->tree, n)) {
        diag_fix(d, place, meant.in[LANG_NB], F_WRITE_PERIOD);
        return;
    }
    diag_note(d, N_RANGE_LIST_OR_FORMULA);
    diag_text3(d, meant);
    diag_str(d, tree_text(p->tree, n));
}

static Slot slot_of(TermId term, UnitId unit, bool cell)
{
    const Term *t = vocab_term(term);
    bool words = (t->flags & TF_WORDS) != 0;
    return (Slot){
        .type = t->type, .type_arg = t->type_arg, .unit = unit, .cell = cell, .words = words};
}

static Span span_between(Span from, Span to)
{
    return (Span){from.file, from.off, to.off + to.len - from.off};
}

/* 31-12-26 where a time is expected is no calculation. */
static bool is_date_meant(const Model *m, Span span, Slot slot)
{
    bool time = slot.type == VT_DATE || slot.type == VT_PERIOD || slot.type == VT_YEARS;
    return time && period_meant(m->scratch, span_text(m->sources, span)).len > 0;
}

Diag *build_text_behind(Model *m, Span quoted)
{
    Diag *d = diag_at(m->sink, HP1034, (Span){quoted.file, quoted.off + quoted.len - 1, 1});
    diag_label(d, L_TEXT_ENDS_HERE);
    return d;
}

/* "Ola" "Per", "Helse" og omsorg: what is behind a text that a value begins with. A figure may
 * stand there: "Rådet" 14.12.2017. */
static void check_text_behind(const ValuePlace *p, NodeRef value)
{
    NodeRef first = tree_node(p->tree, value)->kind == N_STATED ? tree_child(p->tree, value) : 0;
    NodeRef next = first == 0 ? 0 : tree_next(p->tree, first);
    uint8_t kind = next == 0 ? (uint8_t)N_NONE : tree_node(p->tree, next)->kind;
    if (kind == N_NONE || tree_node(p->tree, first)->kind != N_STRING ||
        (kind != N_STRING && kind != N_WORD))
        return;
    Diag *d = build_text_behind(p->m, build_span(p->m, p->doc, first));
    diag_note(d, N_QUOTE_INSIDE);
    if (kind == N_STRING)
        diag_note(d, N_COMMA_BETWEEN_TEXTS);
}

static void set_words(const Tree *t, Fact *f, Span span)
{
    f->value.kind = VAL_WORDS;
    f->value.off = span.off;
    f->value.len = span.len;
    f->value.text = t->source->text + span.off;
    f->value.text_len = span.len;
}

/* A reference by name: a word that is all there is. */
static bool is_name(const Tree *t, NodeRef node, Span span, uint8_t type)
{
    const Node *n = tree_node(t, node);
    return type == VT_REF && n->kind == N_WORD && n->len == span.len;
}

/* Reads a stated value, unless arithmetic has slipped into it. */
static void read_stated(const ValuePlace *p, FactId fact, NodeRef node, Span span, Slot slot)
{
    Fact *f = model_fact(p->m, fact);
    if (is_arithmetic(tree_node(p->tree, node)) && slot.type != VT_EXPR &&
        !is_date_meant(p->m, span, slot)) {
        report_arithmetic(p, node);
        f->value.kind = VAL_BAD;
        f->value.off = span.off;
        f->value.len = span.len;
        return;
    }
    if (is_name(p->tree, node, span, slot.type)) {
        set_words(p->tree, f, span);
        return;
    }
    check_text_behind(p, node);
    Reader r = build_reader(p->m);
    Value v = value_read(&r, span, slot);
    build_said(p->m, fact, &v);
}

UnitId build_default_unit(Model *m, DeclId decl, TermId term)
{
    switch ((int)vocab_term(term)->type) {
    case VT_MONEY: return scale_of_money(m, decl);
    case VT_FTE: return m->units.fte;
    case VT_PERCENT: return m->units.percent;
    case VT_COUNT: return m->units.count;
    case VT_QUANTITY: {
        FigRef f;
        if (decl_figure(m, decl, P_MEASURED_IN, NULL, &f) && f.fact != 0)
            return model_fact(m, f.fact)->value.unit;
        return 0;
    }
    default: return 0;
    }
}

FactId build_value_node(Model *m, DocId doc, DeclId decl, TermId term, NodeRef value)
{
    ValuePlace p = {m, doc, m->docs.at[doc].tree};
    Span span = tree_span(p.tree, value);
    bool compared = tree_node(p.tree, value)->kind == N_COMPARED;
    NodeRef child = compared ? tree_child(p.tree, value) : value;
    const Node *first = tree_node(p.tree, child);
    if (is_name(p.tree, child, span, vocab_term(term)->type)) { /* as most values are */
        FactId name = build_fact(m, FACT_PROP, doc, decl, span);
        set_words(p.tree, model_fact(m, name), span);
        return name;
    }
    Slot slot = slot_of(term, build_default_unit(m, decl, term), false);
    bool claim = slot.type == VT_EXPR || (slot.type == VT_CONDITION && first->kind == N_BINARY);
    FactId id = build_fact(m, claim ? FACT_CLAIM : FACT_PROP, doc, decl, span);
    Fact *f = model_fact(m, id);
    if (claim || slot.type == VT_PATH || slot.type == VT_KIND) {
        build_expr(m, id, child);
        set_words(p.tree, f, span);
    } else if (compared && tree_node(p.tree, value)->op == OP_EQ) {
        build_expr(m, id, child);
        f->value.kind = VAL_FORMULA;
        f->value.unit = slot.unit;
    } else if (tree_node(p.tree, child)->kind == N_BINARY &&
               tree_node(p.tree, child)->op == OP_EQ) {
        NodeRef head = chain_head(p.tree, child);
        build_expr(m, id, child);
        f->equation = true;
        read_stated(&p, id, head, span_between(span, build_span(m, doc, head)), slot);
    } else {
        read_stated(&p, id, child, span, slot);
    }
    return id;
}

/* --- cells --------------------------------------------------------------------------------- */

uint32_t build_equals(Str s)
{
    bool quoted = false;
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"')
            quoted = !quoted;
        else if (s.ptr[i] == '=' && !quoted &&
                 (i == 0 || (s.ptr[i - 1] != '<' && s.ptr[i - 1] != '>')))
            return i;
    }
    return s.len;
}

FactId build_value(Model *m, FactOwner owner, DocId doc, DeclId decl, TermId term, Span span,
                   UnitId unit, bool cell)
{
    ValuePlace p = {m, doc, m->docs.at[doc].tree};
    Slot slot = term != 0 ? slot_of(term, unit, cell)
                          : (Slot){.type = VT_QUANTITY, .unit = unit, .cell = cell};
    FactId id = build_fact(m, owner, doc, decl, span);
    Str text = span_text(m->sources, span);
    /* In a cell or value that is text an `=` is just a sign. */
    uint32_t equals = vocab_is_figure(slot.type) ? build_equals(text) : text.len;
    if (equals == text.len) {
        Reader r = build_reader(m);
        Value v = value_read(&r, span, slot);
        build_said(m, id, &v);
        return id;
    }
    bool computed = str_trim(str_slice(text, 0, equals)).len == 0;
    uint32_t from = computed ? equals + 1 : 0;
    NodeRef node =
        tree_parse_inline(m->docs.at[doc].tree, span.off + from, span.len - from, m->sink);
    Fact *f = model_fact(m, id);
    f->value.kind = node == 0 ? VAL_BAD : VAL_FORMULA;
    f->value.unit = unit;
    if (node == 0)
        return id;
    NodeRef expr = tree_child(p.tree, node);
    Span said = build_span(m, doc, expr);
    NodeRef limit = behind_comparator(p.tree, expr);
    build_expr(m, id, limit != 0 ? limit : expr);
    if (!computed) {
        NodeRef head = chain_head(p.tree, f->expr);
        f->equation = true;
        read_stated(&p, id, head, span_between(said, build_span(m, doc, head)), slot);
    }
    return id;
}

/* --- {…} in prose -------------------------------------------------------------------------- */

/* A figure with its unit and what may stand before it (ca 20, kr 500 000), not a name. */
static bool is_literal(const Tree *t, NodeRef n)
{
    const Node *node = tree_node(t, n);
    switch ((int)node->kind) {
    case N_FIGURE:
    case N_ORDINAL: return true;
    case N_NEG: return is_literal(t, node->child);
    case N_STATED:
        for (NodeRef c = node->child; c != 0; c = tree_next(t, c)) {
            if (tree_node(t, c)->kind == N_FIGURE)
                return true;
            if (tree_node(t, c)->kind != N_WORD)
                return false;
        }
        return false;
    default: return false;
    }
}

static bool is_worded_number(const ValuePlace *p, NodeRef n)
{
    return tree_node(p->tree, n)->kind == N_WORD &&
           is_number_word(p->m->scratch, tree_text(p->tree, n));
}

/* {tre stiftelser}, {tre nye stiftelser}: a number word and what is counted. */
static bool is_worded_count(const ValuePlace *p, NodeRef n)
{
    NodeRef first = tree_node(p->tree, n)->kind == N_STATED ? tree_child(p->tree, n) : 0;
    if (first == 0 || !is_worded_number(p, first))
        return false;
    NodeRef noun = tree_next(p->tree, first);
    while (noun != 0 && tree_node(p->tree, noun)->kind == N_WORD)
        noun = tree_next(p->tree, noun);
    return noun == 0;
}

/* {= a + b} says what {a + b} says. */
static NodeRef inline_expression(const Tree *t, NodeRef inline_node)
{
    NodeRef n = tree_child(t, inline_node);
    const Node *node = tree_node(t, n);
    return node->kind == N_COMPARED && node->op == OP_EQ ? node->child : n;
}

static NodeRef inline_format(const Tree *t, NodeRef inline_node)
{
    NodeRef last = 0;
    if (tree_node(t, inline_node)->aux == INLINE_HAS_FORMAT)
        for (NodeRef n = tree_child(t, inline_node); n != 0; n = tree_next(t, n))
            last = n;
    return last;
}

static Value read_format(const Model *m, const Fact *f, DiagSink *sink)
{
    Reader r = build_reader(m);
    Span span = build_span(m, f->doc, fact_more(m, f)->format);
    UnitId unit = units_read(r.units, r.scratch, span_text(m->sources, span), false);
    if (unit != 0)
        return (Value){.kind = VAL_UNIT, .unit = unit, .span = span};
    r.sink = sink;
    return value_read(&r, span, (Slot){.type = VT_QUANTITY, .in_formula = true});
}

bool fact_format(const Model *m, const Fact *f, Value *format)
{
    if (fact_more(m, f)->format == 0)
        return false;
    *format = read_format(m, f, NULL);
    return format->kind != VAL_BAD;
}

/* {ramme.2018 0,1 mill. kr}: a colon parts what is shown from the form in which it is. */
static bool lacks_its_colon(const ValuePlace *p, NodeRef expr)
{
    NodeRef first = tree_node(p->tree, expr)->kind == N_STATED ? tree_child(p->tree, expr) : 0;
    NodeRef form = first == 0 ? 0 : tree_next(p->tree, first);
    uint8_t kind = first == 0 ? (uint8_t)N_NONE : tree_node(p->tree, first)->kind;
    return form != 0 && (kind == N_PATH || kind == N_CALL) &&
           tree_node(p->tree, form)->kind == N_FIGURE;
}

static void report_colon(const ValuePlace *p, NodeRef expr)
{
    Span all = build_span(p->m, p->doc, expr);
    Span first = build_span(p->m, p->doc, tree_child(p->tree, expr));
    Diag *d = diag_at(p->m->sink, HP2009, all);
    diag_str(d, span_text(p->m->sources, all));
    diag_note(d, N_COLON_BEFORE_FORM);
    Str form =
        span_text(p->m->sources, (Span){all.file, first.off + first.len, all.len - first.len});
    Buf both;
    buf_init(&both, p->m->arena);
    buf_printf(&both, "%.*s : %.*s", STR_ARG(span_text(p->m->sources, first)),
               STR_ARG(str_trim(form)));
    diag_fix(d, all, buf_view(&both), F_WRITE);
}

FactId build_inline(Model *m, DocId doc, DeclId decl, NodeRef inline_node, Span span)
{
    ValuePlace p = {m, doc, m->docs.at[doc].tree};
    FactId id = build_fact(m, FACT_INLINE, doc, decl, span);
    Fact *f = model_fact(m, id);
    NodeRef expr = inline_expression(p.tree, inline_node);
    NodeRef format = inline_format(p.tree, inline_node);
    Span said = build_span(m, doc, expr);
    NodeRef limit = behind_comparator(p.tree, expr);
    expr = limit != 0 && is_literal(p.tree, chain_head(p.tree, limit)) ? limit : expr;
    build_expr(m, id, expr);
    f->value.kind = VAL_FORMULA;
    NodeRef head = chain_head(p.tree, expr);
    /* To the left of = nothing but a figure can stand: {tre = …}, {to nye avdelinger = …}. */
    bool count = head != expr || is_worded_count(&p, head) || is_worded_number(&p, head);
    Slot slot = {.type = VT_QUANTITY, .in_formula = count, .counted = count};
    if (head != expr) {
        f->equation = true;
        read_stated(&p, id, head, span_between(said, build_span(m, doc, head)), slot);
    } else if (lacks_its_colon(&p, expr)) {
        report_colon(&p, expr);
        f->expr = 0;
        f->value.kind = VAL_BAD;
    } else if (count || is_literal(p.tree, expr)) {
        f->expr = 0;
        read_stated(&p, id, expr, said, slot);
    }
    if (format != 0) {
        build_more(m, id)->format = format;
        (void)read_format(m, model_fact(m, id), m->sink);
    }
    return id;
}
