/*
 * build_statement.c — declarations and blocks out of the tree.  Layer: model.
 *
 * in:  the statements of a block; the declaration they stand in
 * out: Decl, Text, Table records; findings about things that stand where they cannot
 *
 * A declaration's head is read as: words of the vocabulary (longest match), then a number and a
 * name in any order, and a title; behind that nothing more may stand than a number.
 */
#include "base/utf8.h"
#include "model/scope.h"
#include "model/statement.h"
#include "model/table.h"

static void read_number(const Statement *s, DeclId id, NodeRef n)
{
    Str number = tree_text(s->tree, n);
    if (tree_node(s->tree, n)->kind == N_ORDINAL) {
        number.len -= 1; /* the dot of "1." */
    }
    build_number(s->m, id, number, build_span(s->m, s->doc, n));
}

static void read_name(const Statement *s, Decl *d, NodeRef n)
{
    d->name_text = tree_text(s->tree, n);
    d->name = build_sym(s->m, d->name_text);
}

/* `om ramme drift`: the kind before the name, which makes a path with a dot between them. */
static bool says_kind_first(const Statement *s, const Decl *d, NodeRef from, NodeRef last)
{
    return d->kind == K_AGAIN && tree_next(s->tree, from) == last &&
           tree_node(s->tree, last)->kind == N_WORD &&
           vocab_find(VG_KIND, utf8_fold(s->m->scratch, tree_text(s->tree, from)), K_NONE) != 0;
}

/* Two words where one name is expected: a title that lacks its quotes. */
static void title_without_quotes(const Statement *s, const Decl *decl, NodeRef from)
{
    NodeRef last = statement_last_head_item(s->tree, from);
    Span span = span_join(build_span(s->m, s->doc, from), build_span(s->m, s->doc, last));
    Str text = span_text(s->m->sources, span);
    Diag *d = diag_at(s->m->sink, HP2019, span);
    diag_str(d, text);
    if (str_find(text, STR("\"")) >= 0) {
        diag_label(d, L_NAME_ONE_WORD);
        return;
    }
    Buf b;
    buf_init(&b, s->m->arena);
    if (says_kind_first(s, decl, from, last)) {
        diag_label(d, L_KIND_DOT_NAME);
        buf_printf(&b, "%.*s.%.*s", STR_ARG(tree_text(s->tree, from)),
                   STR_ARG(tree_text(s->tree, last)));
    } else {
        buf_printf(&b, "\"%.*s\"", STR_ARG(text));
    }
    diag_fix(d, span, buf_view(&b), F_WRITE);
}

/* tiltak "Helse" og omsorg: what stands behind the title. A single word is taken as the name. */
static void text_behind_title(const Statement *s, Decl *d, NodeRef n)
{
    NodeRef next = tree_next(s->tree, n);
    bool alone = next == 0 || !statement_head_item(s->tree, next);
    Diag *found = build_text_behind(s->m, decl_title_span(s->m, d));
    if (!alone || d->name_text.len > 0 || tree_node(s->tree, n)->kind != N_WORD) {
        diag_note(found, N_QUOTE_INSIDE);
        return;
    }
    read_name(s, d, n);
    diag_note(found, N_NAME_BEFORE_TITLE);
    diag_str(found, d->name_text);
    diag_str(found, span_text(s->m->sources, decl_title_span(s->m, d)));
}

static void read_head(const Statement *s, DeclId id, uint32_t keyword_words)
{
    Model *m = s->m;
    Decl *d = model_decl(m, id);
    NodeRef n = tree_child(s->tree, s->node);
    for (uint32_t i = 0; i < keyword_words && n != 0; i++)
        n = tree_next(s->tree, n);
    NodeRef first_word = 0;
    for (; n != 0 && statement_head_item(s->tree, n); n = tree_next(s->tree, n)) {
        int kind = tree_node(s->tree, n)->kind;
        if (d->title_len > 0 && (kind == N_WORD || kind == N_STRING || kind == N_PATH)) {
            text_behind_title(s, d, n);
            return;
        }
        switch (kind) {
        case N_WORD:
        case N_PATH:
            first_word = first_word != 0 ? first_word : n;
            if (d->name_text.len > 0) {
                title_without_quotes(s, d, first_word);
                return;
            }
            read_name(s, d, n);
            break;
        case N_STRING:
            d->title = tree_string(s->tree, n);
            d->title_off = tree_node(s->tree, n)->off;
            d->title_len = tree_node(s->tree, n)->len;
            break;
        case N_ORDINAL:
        case N_FIGURE: read_number(s, id, n); break;
        default: break;
        }
    }
}

/* `bruk`: the file is built here, once. One that is part of another's body stands there; any other
 * is a document of its own, of whose things the rest may speak. */
static void take_in(const Statement *s)
{
    Doc *docs = s->m->docs.at;
    FileId file = s->b->includes->target(s->b->includes->context, docs[s->doc].file, s->node);
    DocId part = file == FILE_NONE ? 0 : s->b->doc_of[file];
    if (part == 0 || s->b->built[part] || (s->parent == 0 && !docs[part].root))
        return;
    s->b->built[part] = true;
    if (!docs[part].root) {
        docs[part].parent = s->doc;
        docs[part].plan = docs[s->doc].plan;
    }
    build_statements(s->b, part, docs[part].tree->root, docs[part].root ? 0 : s->parent);
}

static bool holds_table(const Statement *s, NodeRef body)
{
    return body != 0 && statement_child(s->tree, body, N_TABLE) != 0;
}

/* May rows stand directly in this kind, and what do they make? By the
 * kind's row in the vocabulary. */
static uint16_t kind_flags(uint16_t kind)
{
    TermId term = vocab_kind_term((Kind)kind);
    return term == 0 ? 0 : vocab_term(term)->flags;
}

static bool takes_table(uint16_t kind)
{
    return (kind_flags(kind) & (TF_TABLE | TF_FIGURES)) != 0;
}

static TableStyle table_style(uint16_t kind)
{
    return (kind_flags(kind) & TF_FIGURES) != 0 ? TABLE_FIGURES : TABLE_DECLARES;
}

static void enter(const Statement *s, DeclId id)
{
    Decl *d = model_decl(s->m, id);
    bool whole = d->kind == K_PLAN || d->kind == K_REPORT || d->kind == K_BASELINE;
    if (whole && s->m->docs.at[s->doc].plan == 0)
        s->m->docs.at[s->doc].plan = id;
    if (d->kind != K_AGAIN && d->kind != K_RULE) /* rules are named by levels alone */
        scope_enter(s->m, id);
}

/* A thing of the kind that the term is a word for (0: of none that anybody
 * knows), and what is in it. */
static void build_thing(const Statement *s, TermId term, const Keyword *word)
{
    Model *m = s->m;
    uint16_t kind = term == 0 ? (uint16_t)K_NONE : vocab_term(term)->id;
    NodeRef body = statement_part(s, N_BODY);
    DeclId id = build_decl(m, kind, term, s->doc, s->parent, build_span(m, s->doc, s->node));
    model_decl(m, id)->head = s->head;
    if (term != 0)
        read_head(s, id, word->words);
    model_decl(m, id)->added = word->added;
    model_decl(m, id)->container =
        takes_table(kind) && table_style(kind) == TABLE_DECLARES && holds_table(s, body);
    enter(s, id);
    if (s->parent != 0)
        build_item(m, s->parent, ITEM_DECL, id);
    if (body != 0)
        build_statements(s->b, s->doc, body, id);
}

/* A word that is known, but not here. */
static void report_misplaced(const Statement *s)
{
    Span word = build_span(s->m, s->doc, tree_child(s->tree, s->node));
    diag_str(diag_at(s->m->sink, HP2007, word), span_text(s->m->sources, word));
}

static void build_declaration(const Statement *s)
{
    Keyword word = statement_keyword(s);
    TermId term = word.elsewhere;
    if (term == 0) {
        Span rest = {0};
        TermId property = statement_lacks_colon(s, &rest);
        if (property != 0) {
            build_property_value(s, property, rest);
            return;
        }
        term = statement_unknown_kind(s);
    } else if (vocab_term(term)->id == K_PART_OF) {
        return; /* the loader has climbed already; a spliced part still says it */
    } else if (word.term == 0) {
        report_misplaced(s);
    }
    if (term != 0 && vocab_term(term)->id == K_USE)
        take_in(s);
    else
        build_thing(s, term, &word);
}

/* --- blocks ---------------------------------------------------------------------------------- */

static bool figures_have_units(uint16_t kind)
{
    return kind == K_INDICATOR || kind == K_KEYFIGURE || kind == K_POSITION;
}

/* `måles i` holds for the figures of its thing wherever it stands, so it is read first. */
static void read_unit_first(const Statement *s, NodeRef block)
{
    for (NodeRef n = tree_child(s->tree, block); n != 0; n = tree_next(s->tree, n)) {
        if (tree_node(s->tree, n)->kind != N_PROP)
            continue;
        Statement one = *s;
        statement_read(&one, n);
        Str words = utf8_fold(s->m->scratch, one.words);
        uint32_t len = 0;
        TermId term = words.len == 0 ? 0 : vocab_find_prefix(VG_PROP, words, s->inside, &len);
        if (term != 0 && vocab_term(term)->id == P_MEASURED_IN) {
            build_property(&one);
            return;
        }
    }
}

static bool is_unit_property(const Statement *s)
{
    PropId p = decl_prop(s->m, s->parent, P_MEASURED_IN, NULL);
    return p != 0 && model_prop(s->m, p)->key_span.off == s->head.off;
}

static void build_table_token(const Statement *s)
{
    Model *m = s->m;
    DeclId owner = s->parent;
    if (s->inside == K_GROUP) { /* rows under the same header as the table around the group */
        while (owner != 0 && model_decl(m, owner)->kind == K_GROUP)
            owner = model_decl(m, owner)->parent;
    }
    if (owner != 0 && model_decl(m, owner)->kind == K_NONE)
        return; /* that nobody knows the word around it has been said */
    if (owner == 0 || !takes_table(model_decl(m, owner)->kind)) {
        diag_at(m->sink, HP2020, build_span(m, s->doc, s->node));
        return;
    }
    if (model_decl(m, owner)->table == 0) {
        TableId t = table_begin(m, owner, s->doc, table_style(model_decl(m, owner)->kind));
        model_decl(m, owner)->table = t;
        build_item(m, owner, ITEM_TABLE, t);
    }
    table_rows(m, model_decl(m, owner)->table, s->node);
}

static void build_group(const Statement *s)
{
    Model *m = s->m;
    DeclId table = s->parent;
    while (table != 0 && model_decl(m, table)->kind == K_GROUP)
        table = model_decl(m, table)->parent;
    TableId t = table == 0 ? 0 : model_decl(m, table)->table;
    if (t == 0) {
        diag_at(m->sink, HP2021, s->head);
        return;
    }
    NodeRef body = statement_part(s, N_BODY);
    TermId term = vocab_kind_term(K_GROUP);
    DeclId id = build_decl(m, K_GROUP, term, s->doc, s->parent, build_span(m, s->doc, s->node));
    model_decl(m, id)->head = s->head;
    read_head(s, id, 1);
    table_group(m, t, id);
    if (body != 0)
        build_statements(s->b, s->doc, body, id);
    table_group_end(m, t);
}

static bool is_group(const Statement *s)
{
    uint32_t len = 0;
    if (s->inside != K_BREAKDOWN && s->inside != K_TABLE && s->inside != K_SCHEDULE &&
        s->inside != K_GROUP)
        return false;
    Str words = utf8_fold(s->m->scratch, s->words);
    TermId term = vocab_find_prefix(VG_KIND, words, s->inside, &len);
    return term != 0 && vocab_term(term)->id == K_GROUP;
}

static void build_one(const Statement *s)
{
    switch ((int)tree_node(s->tree, s->node)->kind) {
    case N_DECL:
        if (is_group(s))
            build_group(s);
        else
            build_declaration(s);
        break;
    case N_PROP:
        if (!figures_have_units(s->inside) || !is_unit_property(s))
            build_property(s);
        break;
    case N_TEXT:
        if (s->parent != 0)
            build_text(s->m, s->doc, s->parent, s->node);
        else
            diag_at(s->m->sink, HP2022, build_span(s->m, s->doc, s->node));
        break;
    case N_TABLE: build_table_token(s); break;
    default: break; /* N_ERROR: reported when it was parsed */
    }
}

/* The word with which a bare name or a path begins, if it is a kind's; 0: it is none. */
static TermId kind_said(Model *m, const Decl *again)
{
    Str named = again->name_text;
    int64_t dot = str_find(named, STR("."));
    Str first = dot < 0 ? named : str_slice(named, 0, (uint32_t)dot);
    return first.len > 0 ? vocab_find(VG_KIND, utf8_fold(m->scratch, first), K_NONE) : 0;
}

/* A kind's word may stand for its only thing (`om ramme`), or before the name of
 * one (`om ramme.drift`). An `om` may also come before what it opens; then it is
 * taken to be about a unit. */
static uint16_t reopened_kind(Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    if (decl->kind == K_AGAIN) {
        Str named = decl_called(decl);
        TermId kind = kind_said(m, decl);
        NameHit hit = kind != 0 ? scope_find_name(m, decl->parent, named, K_NONE)
                                : scope_find(m, decl->parent, named, K_NONE);
        if (hit.decl != 0) { /* of two, since what a report says of it has its name too */
            return model_decl(m, hit.decl)->kind;
        }
        return kind != 0 ? vocab_term(kind)->id : (uint16_t)K_UNIT;
    }
    return K_NONE;
}

void build_statements(Builder *b, DocId doc, NodeRef block, DeclId parent)
{
    Model *m = b->m;
    Statement s = {.b = b, .m = m, .tree = m->docs.at[doc].tree, .doc = doc, .parent = parent,
                   .inside = K_FILE};
    if (parent != 0) {
        s.inside = model_decl(m, parent)->kind;
        s.reopened = reopened_kind(m, parent);
    }
    if (figures_have_units(s.inside))
        read_unit_first(&s, block);
    for (NodeRef n = tree_child(s.tree, block); n != 0; n = tree_next(s.tree, n)) {
        statement_read(&s, n);
        build_one(&s);
    }
    if (parent != 0 && model_decl(m, parent)->table != 0 && s.inside != K_GROUP)
        table_finish(m, model_decl(m, parent)->table);
}
