/*
 * eval_path.c — what a path names: figures, things, rows and columns of tables.  Layer: model.
 *
 * A path is followed part by part over a selection: some things, a table with perhaps a row, a
 * column or a group chosen, or some figures. What is left open at the end stays open.
 */
#include "model/eval_select.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "model/build.h"
#include "model/marks.h"
#include "model/scope.h"

/* A part of a path; without its quotes, if it has any. */
typedef struct PathPart {
    Str text;
    uint32_t offset, len; /* in the path, with its quotes */
    bool quoted;
} PathPart;

/* The part at *at, which then is that of the next; false: there is none. */
static bool next_part(Str path, uint32_t *at, PathPart *out)
{
    if (*at >= path.len)
        return false;
    Str text, rest = str_slice(path, *at, path.len);
    uint32_t mark = quote_at(rest), len = quote_first(rest, &text);
    if (mark == 0) {
        int64_t dot = str_find(rest, STR("."));
        text = dot < 0 ? rest : str_slice(rest, 0, (uint32_t)dot);
        len = text.len;
    } else if (len == 0) { /* not closed */
        text = str_slice(rest, mark, rest.len);
        len = rest.len;
    }
    *out = (PathPart){text, *at, len, mark > 0};
    *at += out->len;
    *at += *at < path.len && path.ptr[*at] == '.';
    return true;
}

/* --- the first part --------------------------------------------------------------------------- */

static void select_decl(Eval *e, Selection *s, DeclId d)
{
    s->kind = SEL_DECLS;
    *vec_push(e->m->scratch, &s->decls) = decl_self(e->m, d);
    model_decl(e->m, d)->used = true;
    mark(e->m, e->at, MARK_NAMES, decl_self(e->m, d));
}

ResultItem *selection_add_figure(Eval *e, Selection *s, FigRef f, Str label)
{
    ResultItem *item = vec_push(e->m->scratch, &s->figures);
    item->from = f;
    item->label = label;
    item->label_sym = build_sym(e->m, label);
    return item;
}

static Str index_label(const Model *m, const Prop *p)
{
    /* What stands behind the key's words: "2018", "siste 12 mnd". */
    Str key = span_text(m->sources, p->key_span);
    uint32_t i = key.len;
    while (i > 0 && key.ptr[i - 1] != ' ')
        i--;
    return str_slice(key, i, key.len);
}

static Str with_index(Eval *e, Str label, const Prop *p, bool many_things)
{
    if (!many_things)
        return index_label(e->m, p);
    Buf b;
    buf_init(&b, e->m->arena);
    buf_str(&b, label);
    if (p->index.period.kind != PERIOD_NONE) {
        buf_cstr(&b, " ");
        buf_str(&b, index_label(e->m, p));
    }
    return buf_view(&b);
}

bool eval_is_figure_type(uint8_t type)
{
    return vocab_is_figure(type) || type == VT_YEAR;
}

/* A version of the figure by its word alone: ramme.budsjett.2018. */
static bool read_index(Eval *e, Str part, Index *index)
{
    TermId version = vocab_find(VG_VERSION, utf8_fold(e->m->scratch, part), K_NONE);
    if (version != 0) {
        *index = (Index){PERIOD_UNSTATED, vocab_term(version)->id};
        return true;
    }
    return index_read(e->m->scratch, part, index);
}

/* What stands in a report is there for the report; the plan's own formulas are about the plan. */
static bool is_hidden(const Eval *e, DeclId d)
{
    return e->m->answered && filter_report(e->m, d) != 0 && filter_report(e->m, e->scope) == 0;
}

/* So with what it says of a thing of the plan. */
static bool is_for_report(const Eval *e, DeclId d, const Prop *p)
{
    DeclId said = model_fact(e->m, p->first)->scope;
    return said != d && said != 0 && is_hidden(e, said);
}

/* All values of a property of a thing (with one index, or of every index). */
uint32_t selection_add_property(Eval *e, Selection *s, DeclId d, uint16_t key, const Index *index,
                                bool many_things)
{
    Model *m = e->m;
    uint32_t found = 0;
    bool plainly = index != NULL && decl_says_plainly(m, d, key, *index);
    for (PropId id = model_decl(m, d)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        if (p->key != key || p->count == 0 || is_for_report(e, d, p))
            continue;
        if (index != NULL && !index_answers(p->index, *index, plainly))
            continue;
        Str label = with_index(e, decl_label(m, d), p, many_things);
        selection_add_figure(e, s, figure_fact(p->first), label);
        found++;
    }
    return found;
}

/* A property of the thing that a rule is about, whether it states it or not. */
static bool first_is_asked(Eval *e, Selection *s, Str folded)
{
    TermId term = e->about == K_NONE ? 0 : vocab_find(VG_PROP, folded, e->about);
    if (term == 0 || !eval_is_figure_type(vocab_term(term)->type))
        return false;
    Selection found = {.kind = SEL_FIGURES, .asked = true};
    DeclId thing = decl_self(e->m, e->inside);
    found.one = selection_add_property(e, &found, thing, vocab_term(term)->id, NULL, false) == 1;
    *s = found;
    mark(e->m, e->at, MARK_WORD, term);
    return true;
}

/* A property of a thing around the expression: `resultat` inside an indicator. */
static bool first_is_property(Eval *e, Selection *s, Str folded)
{
    Model *m = e->m;
    for (DeclId d = e->scope; d != 0; d = model_decl(m, d)->parent) {
        TermId term = vocab_find(VG_PROP, folded, model_decl(m, d)->kind);
        if (term == 0 || !eval_is_figure_type(vocab_term(term)->type))
            continue;
        Selection found = {0};
        uint16_t key = vocab_term(term)->id;
        if (selection_add_property(e, &found, decl_self(m, d), key, NULL, false) > 0) {
            *s = found;
            s->kind = SEL_FIGURES;
            s->one = found.figures.len == 1;
            mark(m, e->at, MARK_WORD, term);
            return true;
        }
    }
    return false;
}

static void add_seen(Eval *e, Selection *s, const DeclList *things)
{
    s->decls = *things;
    if (!e->m->answered)
        return;
    s->decls = (DeclList){0};
    for (uint32_t i = 0; i < things->len; i++)
        if (!is_hidden(e, things->at[i]))
            *vec_push(e->m->scratch, &s->decls) = things->at[i];
}

/* A kind's word: all things declared with it; `enhet` and its like mean every word of the kind. */
static bool first_is_kind(Eval *e, Selection *s, Str folded)
{
    TermId term = vocab_find(VG_KIND, folded, K_NONE);
    if (term == 0)
        return false;
    s->kind = SEL_DECLS;
    s->one_of_kind = term;
    add_seen(e, s, index_things(e->m, term));
    if (e->m->marks != NULL)
        marks_add(e->m->marks, e->at, MARK_WORD, term, s->decls.len == 1 ? s->decls.at[0] : 0);
    return true;
}

/* A row, a column or a group of the table in whose body the expression stands. */
static bool first_is_own_row(Eval *e, Selection *s, Str part)
{
    for (DeclId d = e->scope; d != 0; d = model_decl(e->m, d)->parent) {
        const Decl *decl = model_decl(e->m, d);
        if (decl->table == 0 || decl->container)
            continue;
        *s = (Selection){.kind = SEL_TABLE, .table = decl->table, .col = OPEN, .group = OPEN};
        if (selection_step_table(e, s, part))
            return true;
        *s = (Selection){.col = OPEN, .group = OPEN};
    }
    return false;
}

/* Things have names to be referred to; a kind's word is all there is of its kind, and only what no
 * other word means is a title or a number. */
static NameHit first_by_name(Eval *e, Str part, bool quoted, Str folded)
{
    NameHit hit = quoted ? NAME_NONE
                         : scope_find_name(e->m, e->scope, part, K_NONE);
    TermId kind = quoted ? 0 : vocab_find(VG_KIND, folded, K_NONE);
    bool stands = kind != 0 && index_things(e->m, kind)->len > 0;
    return hit.kind != NAME_UNKNOWN || stands ? hit : scope_find(e->m, e->scope, part, K_NONE);
}

static bool select_first(Eval *e, Selection *s, Str part, bool quoted, Span span)
{
    Str folded = utf8_fold(e->m->scratch, part);
    if (!quoted && (first_is_asked(e, s, folded) || first_is_property(e, s, folded)))
        return true;
    NameHit hit = first_by_name(e, part, quoted, folded);
    if (hit.kind == NAME_AMBIGUOUS) {
        scope_ambiguous(e->m, part, span, hit);
        return false;
    }
    if (hit.kind == NAME_FOUND) {
        select_decl(e, s, hit.decl);
        return true;
    }
    if (first_is_own_row(e, s, part) || (!quoted && first_is_kind(e, s, folded)))
        return true;
    bool asked = !quoted && e->about != K_NONE &&
                 vocab_nearest(e->m->scratch, VG_PROP, folded, e->about, 2) != 0;
    if (asked)
        eval_unknown_property(e->m, span, folded, e->about);
    else
        eval_unknown_name(e->m, part, span);
    return false;
}

/* --- the following parts ---------------------------------------------------------------------- */

static bool narrow_figures(Eval *e, Selection *s, Str part)
{
    Index index;
    if (!read_index(e, part, &index))
        return false;
    uint32_t kept = 0;
    DeclId thing = 0; /* the one of the figure before */
    bool plainly = false;
    for (uint32_t i = 0; i < s->figures.len; i++) {
        const Fact *f = model_fact(e->m, s->figures.at[i].from.fact);
        const Prop *p = s->figures.at[i].from.fact != 0 ? model_prop(e->m, f->prop) : NULL;
        if (p != NULL && p->decl != thing) {
            thing = p->decl;
            plainly = decl_says_plainly(e->m, decl_self(e->m, thing), p->key, index);
        }
        if (p != NULL && index_answers(p->index, index, plainly))
            s->figures.at[kept++] = s->figures.at[i];
    }
    s->figures.len = kept;
    s->one = kept == 1;
    mark_period(e->m, e->at);
    return kept > 0 || s->asked;
}

/* One of several things by name, title or number: mål.økonomi, investering.15031. */
static bool pick_thing(Eval *e, Selection *s, Str part)
{
    Model *m = e->m;
    Sym sym = interner_find(&m->syms, utf8_fold(m->scratch, part));
    NameHit named = s->one_of_kind == 0 ? NAME_NONE
                                        : index_thing_named(m, s->one_of_kind, sym);
    if (named.kind == NAME_AMBIGUOUS) {
        scope_ambiguous(m, part, e->at, named);
        s->told = true;
        return false;
    }
    if (named.kind == NAME_FOUND) {
        s->one_of_kind = 0;
        s->decls = (DeclList){0};
        *vec_push(m->scratch, &s->decls) = named.decl;
        model_decl(m, named.decl)->used = true;
        mark(m, e->at, MARK_NAMES, named.decl);
        return true;
    }
    if (s->one_of_kind != 0 || s->decls.len != 1)
        return false;
    DeclId child = scope_child(m, s->decls.at[0], part, K_NONE);
    if (child == 0)
        return false;
    s->decls.at[0] = child;
    model_decl(m, child)->used = true;
    mark(m, e->at, MARK_NAMES, decl_self(m, child));
    return true;
}

static void add_text(Eval *e, Selection *s, Span span, Str text, DeclId thing)
{
    if (text.len > 0)
        *vec_push(e->m->scratch, &s->figures) = (ResultItem){.span = span, .text = text, .decl = thing};
}

/* All that a property says: `brukes av: ikt, personal`. A thing is called what a
 * list of things calls it. */
static void add_texts(Eval *e, Selection *s, DeclId d, uint16_t key)
{
    const Model *m = e->m;
    PropId id = decl_prop(m, d, key, NULL);
    for (uint32_t i = 0; id != 0 && i < model_prop(m, id)->count; i++) {
        const Fact *f = model_fact(m, model_prop(m, id)->first + i);
        add_text(e, s, fact_span(m, f), f->ref != 0 ? decl_label(m, f->ref) : fact_text(m, f),
                 f->ref);
    }
}

/* Titles, names, words: what a list is made of (unik(prinsipp.tittel)). */
static bool select_texts(Eval *e, Selection *s, Str folded)
{
    Model *m = e->m;
    Selection next = {0};
    next.kind = SEL_TEXTS;
    bool known = false;
    for (uint32_t i = 0; i < s->decls.len; i++) {
        DeclId d = s->decls.at[i];
        const Decl *decl = model_decl(m, d);
        TermId term = vocab_find(VG_PROP, folded, decl->kind);
        if (term == 0 || eval_is_figure_type(vocab_term(term)->type))
            continue;
        known = true;
        mark(m, e->at, MARK_WORD, term);
        switch (vocab_term(term)->id) {
        case P_TITLE: add_text(e, &next, decl->head, decl->title, d); break;
        case P_NAME: add_text(e, &next, decl->head, decl->name_text, 0); break;
        case P_NUMBER: add_text(e, &next, decl->head, decl_number(m, decl)->text, 0); break;
        default: add_texts(e, &next, d, vocab_term(term)->id); break;
        }
    }
    if (known)
        *s = next;
    return known;
}

/* The property that `word` names (empty: none is asked for), or a year of the usual one. */
static bool select_property(Eval *e, Selection *s, Str part, Str word)
{
    Model *m = e->m;
    Index index;
    bool many = s->decls.len > 1;
    bool has_index = read_index(e, part, &index);
    Selection next = {.kind = SEL_FIGURES};
    for (uint32_t i = 0; i < s->decls.len; i++) {
        DeclId d = s->decls.at[i];
        uint16_t kind = model_decl(m, d)->kind;
        TermId term = word.len > 0 ? vocab_find(VG_PROP, word, kind) : 0;
        TermId usual = has_index ? vocab_default_prop((Kind)kind) : 0;
        if (term != 0 && eval_is_figure_type(vocab_term(term)->type)) {
            if (selection_add_property(e, &next, d, vocab_term(term)->id, NULL, many) > 0)
                mark(m, e->at, MARK_WORD, term);
        } else if (usual != 0) {
            selection_add_property(e, &next, d, vocab_term(usual)->id, &index, many);
        }
    }
    if (next.figures.len == 0)
        return false;
    next.one = next.figures.len == 1 && !many;
    *s = next;
    if (has_index)
        mark_period(m, e->at);
    return true;
}

static bool step_over_decls(Eval *e, Selection *s, Str part, bool quoted)
{
    Model *m = e->m;
    if (pick_thing(e, s, part) || s->told)
        return !s->told;
    Str folded = utf8_fold(m->scratch, part);
    bool words = !quoted || str_find(folded, STR(" ")) >= 0; /* system."brukes av" */
    if (select_property(e, s, part, words ? folded : STR_NONE))
        return true;
    if (words && (select_texts(e, s, folded) || selection_row_sums(e, s, folded)))
        return true;
    if (s->decls.len == 1 && model_decl(m, s->decls.at[0])->table != 0) {
        s->table = model_decl(m, s->decls.at[0])->table;
        s->kind = SEL_TABLE;
        s->rows = 0;
        s->col = s->group = OPEN;
        return selection_step_table(e, s, part);
    }
    return false;
}

static bool step(Eval *e, Selection *s, Str part, bool quoted)
{
    switch (s->kind) {
    case SEL_DECLS: return step_over_decls(e, s, part, quoted);
    case SEL_TABLE: return selection_step_table(e, s, part);
    case SEL_FIGURES: return narrow_figures(e, s, part);
    case SEL_TEXTS:
    case SEL_NONE: break;
    }
    return false;
}

/* The rest may be one number: kapittel.3.1 */
static bool is_number_of_thing(Eval *e, Selection *s, Str path, uint32_t from)
{
    return s->kind == SEL_DECLS && s->one_of_kind != 0 &&
           pick_thing(e, s, str_slice(path, from, path.len));
}

static bool follow(Eval *e, Str path, Span span, Selection *s)
{
    PathPart part;
    uint32_t next = 0;
    s->col = s->group = OPEN;
    while (next_part(path, &next, &part)) {
        bool first = part.offset == 0;
        Span at = {span.file, span.off + part.offset, part.len};
        e->at = (Span){at.file, at.off, path.len - part.offset};
        if (!first && is_number_of_thing(e, s, path, part.offset))
            return true;
        e->at = at;
        if (first) {
            if (!select_first(e, s, part.text, part.quoted, at))
                return false;
        } else if (s->told || !step(e, s, part.text, part.quoted)) {
            if (!s->told)
                eval_unknown_part(e->m, s, str_slice(path, 0, part.offset - 1), part.text, at);
            return false;
        }
    }
    return path.len > 0;
}

Result eval_path(Eval *e, Str path, Span span)
{
    Selection s = {0};
    bool found = follow(e, path, span, &s);
    eval_spend(e->m, s.decls.len);
    if (!found)
        return result_bad();
    Result r = selection_result(e, &s);
    eval_spend(e->m, r.items.len);
    return r;
}

DeclId eval_decl(Model *m, DeclId scope, Str path, uint16_t expected_kind)
{
    DocId doc = scope != 0 ? model_decl(m, scope)->doc : 1;
    /* A quiet look: the caller says what is wrong, in the terms of its place. */
    Arena *scratch = m->scratch;
    DiagSink *sink = m->sink;
    struct Marks *marks = m->marks;
    DiagSink quiet;
    sink_init(&quiet, scratch, m->sources);
    // cppcheck-suppress autoVariables ; it is put back below
    m->sink = &quiet;
    m->marks = NULL; /* where the path stands is not known */
    Eval e = {.m = m, .doc = doc, .tree = m->docs.at[doc].tree, .scope = scope};
    Selection s = {0};
    bool ok = follow(&e, path, (Span){m->docs.at[doc].file, 0, 0}, &s);
    m->sink = sink;
    m->marks = marks;
    if (!ok || s.kind != SEL_DECLS || s.decls.len != 1)
        return 0;
    DeclId d = s.decls.at[0];
    return expected_kind == K_NONE || model_decl(m, d)->kind == expected_kind ? d : 0;
}

bool eval_path_misses(Model *m, DeclId scope, Span path)
{
    DocId doc = scope != 0 ? model_decl(m, scope)->doc : 1;
    Eval e = {.m = m, .doc = doc, .tree = m->docs.at[doc].tree, .scope = scope};
    Selection s = {0};
    return !follow(&e, span_text(m->sources, path), path, &s);
}

void eval_mark_path(Model *m, DocId doc, DeclId scope, Span path)
{
    Eval e = {.m = m, .doc = doc, .tree = m->docs.at[doc].tree, .scope = scope};
    Selection s = {0};
    (void)follow(&e, span_text(m->sources, path), path, &s);
}
