/*
 * references.c — every reference to its thing, in one batch.  Layer: model.
 *
 * in:  a model in which all things have their names
 * out: Decl.same of `om`, Fact.ref of references, Row.decl of rows that name a unit, Link.decl;
 *      Decl.used; a finding for each name that nobody has
 */
#include "base/quote.h"
#include "base/utf8.h"
#include "model/build.h"
#include "model/eval.h"
#include "model/scope.h"
#include "model/table.h"
#include "value/footnote.h"

static bool is_words(Str text)
{
    const char *end = text.ptr + text.len;
    uint32_t len;
    for (const char *at = text.ptr; at < end; at += len) {
        uint32_t cp = utf8_decode(at, end, &len);
        if (!utf8_is_letter(cp) && cp != ' ' && cp != '-')
            return false;
    }
    return text.len > 0;
}

/* A title as it is to stand at a place: bare in a cell, where plain words stand now. */
static Str title_at(Model *m, Span at, Str title, bool in_cell)
{
    if (in_cell && is_words(span_text(m->sources, at)) && is_words(title))
        return title;
    return quote_text(m->arena, title);
}

/* "mente du «personal» (Personalavdelingen)?" with the fix. */
static void suggest_thing(Model *m, Diag *d, Span at, DeclId near, bool quoted)
{
    if (near == 0)
        return;
    const Decl *decl = model_decl(m, near);
    bool named = decl->name_text.len > 0 && (!quoted || decl->title.len == 0);
    Str name = named ? decl->name_text : decl->title;
    Str fix = named ? name : title_at(m, at, name, quoted);
    bool both = !quoted && decl->name_text.len > 0 && decl->title.len > 0;
    diag_label(d, both ? L_DID_YOU_MEAN_2 : L_DID_YOU_MEAN);
    diag_str(d, name);
    if (both)
        diag_str(d, decl->title);
    diag_fix(d, at, fix, F_WRITE);
}

/* Which names there are, when none is near and they are few: better than leaving a reader alone. */
static void list_things(Model *m, Diag *d, uint16_t kind)
{
    Buf b;
    buf_init(&b, m->arena);
    uint32_t n = 0;
    for (DeclId id = scope_next(m, 0, kind, 0); id != 0; id = scope_next(m, 0, kind, id)) {
        const Decl *decl = model_decl(m, id);
        if (++n > 8)
            return;
        buf_cstr(&b, n > 1 ? ", " : "");
        buf_str(&b, decl_called(decl));
    }
    if (n > 0) {
        diag_note(d, N_THESE_ARE_KNOWN);
        diag_str(d, buf_view(&b));
    }
}

typedef enum NamedIn { IN_WORDS, IN_QUOTES, IN_ROW } NamedIn;

static MsgId if_none_is_meant(uint16_t kind, NamedIn in)
{
    return kind == K_PLAN ? N_TAKE_PLAN_IN : in == IN_ROW ? N_ROW_OF_ITS_OWN : N_IN_QUOTES_IF_NONE;
}

static void unknown_thing(Model *m, Str name, Span span, uint16_t kind, NamedIn in)
{
    Diag *d = diag_at(m->sink, kind == K_NONE ? HP2008 : HP2002, span);
    if (kind != K_NONE)
        diag_text3(d, term_word(vocab_kind_term((Kind)kind)));
    diag_str(d, name);
    DeclId near = scope_nearest(m, name, kind);
    suggest_thing(m, d, span, near, in != IN_WORDS);
    if (near == 0 && kind != K_NONE) {
        list_things(m, d, kind);
        if (kind == K_STEP)
            return;
        diag_note(d, if_none_is_meant(kind, in));
        diag_str(d, name);
    }
}

/* A path in a reference names the kind first: mål.økonomi, tiltak.heltid. */
static bool is_path(Str text)
{
    const char *dot = memchr(text.ptr, '.', text.len);
    return dot != NULL && dot > text.ptr;
}

/* A plan that declares no unit at all refers to none: its names of units are words. */
static bool declares_units(const Model *m)
{
    return scope_next(m, 0, K_UNIT, 0) != 0;
}

static void resolve_fact(Model *m, FactId id)
{
    Fact *f = model_fact(m, id);
    const Prop *prop = model_prop(m, f->prop);
    const Term *term = vocab_term(prop->term);
    bool quoted = f->value.kind == VAL_TEXT;
    Str name = fact_text(m, f);
    Span span = fact_said(m, f);
    if (name.len == 0)
        return;
    uint16_t kind = term->type_arg;
    if (!quoted && is_path(name)) {
        DeclId d = eval_decl(m, f->scope, name, kind);
        model_fact(m, id)->ref = d;
        if (d == 0 && !eval_path_misses(m, f->scope, span))
            unknown_thing(m, name, span, kind, IN_WORDS);
        return;
    }
    NameHit hit = scope_find(m, f->scope, name, kind);
    if (hit.kind == NAME_FOUND) {
        f->ref = hit.decl;
        model_decl(m, hit.decl)->used = true;
    } else if (hit.kind == NAME_AMBIGUOUS) {
        scope_ambiguous(m, name, span, hit);
        f->value.kind = VAL_BAD;
    } else if (kind == K_UNIT && !declares_units(m)) {
        return;
    } else if (!quoted || kind == K_STEP || scope_nearest(m, name, kind) != 0) {
        /* In quotes and near nothing, it is a role or a body in words: no reference at all. A step
         * is nowhere but in its process. */
        unknown_thing(m, name, span, kind, quoted ? IN_QUOTES : IN_WORDS);
        f->value.kind = VAL_BAD;
    }
}

/* `kilde: budsjett` may name a declared document and may be just words: nothing is reported. */
static void resolve_quietly(Model *m, FactId id)
{
    Fact *f = model_fact(m, id);
    Str name = fact_text(m, f);
    if ((f->value.kind != VAL_TEXT && f->value.kind != VAL_WORDS) || name.len == 0 ||
        name.len > 80)
        return;
    NameHit hit = scope_find(m, f->scope, name, K_NONE);
    if (hit.kind == NAME_FOUND && hit.decl != model_prop(m, f->prop)->decl) {
        f->ref = hit.decl;
        model_decl(m, hit.decl)->used = true;
    }
}

static void resolve_facts(Model *m)
{
    for (FactId id = 1; id < m->facts.len; id++) {
        const Fact *f = model_fact(m, id);
        if (f->prop == 0 || (f->value.kind != VAL_WORDS && f->value.kind != VAL_TEXT))
            continue;
        const Prop *prop = model_prop(m, f->prop);
        if (vocab_term(prop->term)->type == VT_REF)
            resolve_fact(m, id);
        else if (prop->key == P_SOURCE || prop->key == P_VENDOR || prop->key == P_AGAINST ||
                 prop->key == P_LEGAL_BASIS)
            resolve_quietly(m, id);
        m->references += model_fact(m, id)->ref != 0;
    }
}

static void resolve_again(Model *m, DeclId id)
{
    Decl *d = model_decl(m, id);
    Str name = decl_said(m, d);
    if (name.len == 0) {
        diag_at(m->sink, HP2015, d->head);
        return;
    }
    Span span = decl_said_span(m, d);
    DeclId same = 0;
    if (is_path(name)) {
        same = eval_decl(m, d->parent, name, K_NONE);
    } else {
        bool bare = d->name_text.len > 0; /* no title in quotes */
        NameHit hit = bare ? scope_find_name(m, d->parent, name, K_NONE) : NAME_NONE;
        if (hit.kind == NAME_UNKNOWN && bare)
            hit = eval_only_thing(m, name);
        if (hit.kind == NAME_UNKNOWN)
            hit = scope_find(m, d->parent, name, K_NONE);
        if (hit.kind == NAME_AMBIGUOUS) {
            scope_ambiguous(m, name, span, hit);
            return;
        }
        same = hit.kind == NAME_FOUND ? hit.decl : 0;
    }
    if (same == 0 && is_path(name) && eval_path_misses(m, d->parent, span))
        return;
    if (same == 0) {
        unknown_thing(m, name, span, K_NONE, d->name_text.len == 0 ? IN_QUOTES : IN_WORDS);
        return;
    }
    model_decl(m, id)->same = same;
    model_decl(m, same)->used = true;
}

/* A bare figure takes the unit of the thing that it is about, which was not
 * known when it was read. */
static void lend_unit(Model *m, DeclId thing, const Prop *said)
{
    if (vocab_term(said->term)->type != VT_QUANTITY)
        return;
    UnitId unit = build_default_unit(m, thing, said->term);
    for (uint32_t i = 0; i < said->count; i++) {
        Said *value = &model_fact(m, said->first + i)->value;
        if (value->unit == 0 && value->kind == VAL_NUMBER)
            value->unit = unit;
    }
}

/* How far a thing has come in a report's time is the report's to say: the plan's own counts are not
 * about that. Who decided, and on which scale, is said of what stands beside it. */
static bool stays_where_said(const Prop *said, bool report)
{
    uint16_t key = said->key;
    bool silent = (vocab_term(said->term)->flags & TF_SILENT) != 0 && key != P_REQUIRE;
    return silent || key == P_KNOWN_FAULT || key == P_DECIDED_BY || (report && key == P_STATUS);
}

/* What an `om` says that the thing did not say itself becomes the thing's; what both say must
 * agree, which is for a check to see. */
static void merge_again(Model *m, DeclId id)
{
    DeclId same = model_decl(m, id)->same;
    bool report = model_decl(m, id)->answers;
    for (PropId p = model_decl(m, id)->first_prop; same != 0 && p != 0;
         p = model_prop(m, p)->next) {
        Prop said = *model_prop(m, p);
        lend_unit(m, same, &said);
        if (stays_where_said(&said, report) ||
            decl_prop(m, same, said.key, &said.index) != 0)
            continue;
        PropId copy = build_prop(m, same, said.term, said.index, said.key_span);
        model_prop(m, copy)->first = said.first;
        model_prop(m, copy)->count = said.count;
    }
}

static DeclId answered_by(Model *m, const Decl *d, Str said)
{
    DeclId around = said.len == 0 || d->parent == 0 ? 0 : model_decl(m, d->parent)->same;
    DeclId same = around == 0 ? 0 : scope_child(m, around, said, d->kind);
    if (same != 0 || said.len == 0)
        return same;
    NameHit hit = scope_find(m, d->parent, said, d->kind);
    return hit.kind == NAME_FOUND && model_decl(m, hit.decl)->kind == d->kind ? hit.decl : 0;
}

/* What stands in a report is the plan's thing of that name, else of that title, else number; first
 * of all one in the thing that the answer around it is about. */
static void resolve_answer(Model *m, DeclId id)
{
    const Decl d = *model_decl(m, id);
    if (d.same != 0) { /* a frame: answers.c */
        model_decl(m, d.same)->used = true;
        return;
    }
    const Str ways[] = {d.name_text, d.title, decl_number(m, &d)->text};
    DeclId same = 0;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && same == 0; i++)
        same = answered_by(m, &d, ways[i]);
    if (same != 0) {
        model_decl(m, id)->same = same;
        model_decl(m, same)->used = true;
        return;
    }
    Str said = decl_said(m, &d);
    Span span = decl_called(&d).len > 0 ? decl_said_span(m, &d) : d.head;
    Diag *finding = diag_at(m->sink, HP7001, span);
    diag_text3(finding, term_word(vocab_kind_term((Kind)d.kind)));
    diag_str(finding, said);
    DeclId near = scope_nearest(m, said, d.kind);
    suggest_thing(m, finding, span, near, d.name_text.len == 0);
    if (near == 0 && d.row_table == 0)
        diag_fix(finding, (Span){d.head.file, d.head.off, 0}, STR("nytt "), F_NEW_IN_REPORT);
}

/* What a row names in a column of units; empty where it names none. */
static Str unit_in_row(const Table *t, uint32_t r)
{
    const Row *row = &t->rows.at[r];
    return row_is_plain(row) && !row->own ? footnote_stripped(row_label(t, row)) : STR_NONE;
}

/* Emissions are told by sector too, «Veitrafikk» and «Jordbruk»: where none of a plain table's rows
 * is a unit, or nearly, the head is a word like others. Of a frame it is units that get a share. */
static bool names_no_unit(Model *m, const Table *t)
{
    uint32_t named = 0;
    for (uint32_t r = 0; r < t->rows.len; r++) {
        Str label = unit_in_row(t, r);
        named += label.len > 0;
        if (label.len > 0 && (scope_find(m, t->decl, label, K_UNIT).kind != NAME_UNKNOWN ||
                              scope_nearest(m, label, K_UNIT) != 0))
            return false;
    }
    return named > 1 && m->kinds.at[t->decl] == K_TABLE;
}

/* Rows of a column of units: their labels name declared units, by name, title or number. */
static void resolve_rows(Model *m, TableId id)
{
    Table *t = model_table(m, id);
    bool units = false;
    for (uint32_t c = 0; c < t->cols.len; c++)
        units = units || (t->cols.at[c].use == COL_LABEL && t->cols.at[c].key == P_UNIT_REF);
    units = units && declares_units(m) && !names_no_unit(m, t);
    for (uint32_t r = 0; units && r < t->rows.len; r++) {
        Str label = unit_in_row(t, r);
        if (label.len == 0)
            continue;
        NameHit hit = scope_find(m, t->decl, label, K_UNIT);
        if (hit.kind == NAME_FOUND) {
            row_set_decl(m, t, r, hit.decl);
            model_decl(m, hit.decl)->used = true;
        } else if (hit.kind == NAME_UNKNOWN) {
            unknown_thing(m, label, row_label_span(m, t, r), K_UNIT, IN_ROW);
        }
    }
}

static void propose_link(Model *m, Diag *d, const Link *link, Str kind, Str name)
{
    Buf to;
    buf_init(&to, m->arena);
    buf_printf(&to, "%.*s:%.*s", STR_ARG(kind), STR_ARG(name));
    diag_suggest(d, link->span, buf_view(&to));
}

/* The author's own word for the kind, if it is one that the thing may be called by. */
static Str link_word(const Model *m, DeclId d, uint16_t kind, Str written)
{
    const Decl *decl = model_decl(m, d);
    return decl->kind == kind ? written : str_from(vocab_term(decl->term)->spelling[VOCAB_NB]);
}

static void dead_link(Model *m, Link *link, uint16_t kind, Str name)
{
    Diag *d = diag_at(m->sink, HP8001, link->span);
    diag_str(d, link->target);
    DeclId near = scope_nearest(m, name, kind);
    NameHit same = scope_find(m, link->scope, name, K_NONE); /* only the kind is wrong */
    near = same.kind == NAME_FOUND ? same.decl : near;
    if (near == 0 || model_decl(m, near)->name_text.len == 0)
        return;
    Str word = str_slice(link->target, 0, link->target.len - name.len - 1);
    propose_link(m, d, link, link_word(m, near, kind, word), model_decl(m, near)->name_text);
}

/* [tabell](fordelingkostra): where the colon would make it a thing that is there. */
static void link_without_colon(Model *m, const Link *link)
{
    enum { LONGEST_WORD = 40 }; /* of a kind: none is nearly as long */
    Diag *d = diag_at(m->sink, HP8001, link->span);
    diag_str(d, link->target);
    NameHit named = scope_find(m, link->scope, link->target, K_NONE);
    if (named.kind == NAME_FOUND && model_decl(m, named.decl)->name_text.len > 0) {
        propose_link(m, d, link, link_word(m, named.decl, K_NONE, STR_NONE),
                     model_decl(m, named.decl)->name_text);
        return;
    }
    for (uint32_t at = 1; at < link->target.len && at <= LONGEST_WORD; at++) {
        TermId term =
            vocab_find(VG_KIND, utf8_fold(m->scratch, str_slice(link->target, 0, at)), K_NONE);
        Str name = str_slice(link->target, at, link->target.len);
        if (term == 0 ||
            scope_find(m, link->scope, name, vocab_term(term)->id).kind != NAME_FOUND)
            continue;
        propose_link(m, d, link, str_slice(link->target, 0, at), name);
        return;
    }
}

static void resolve_link(Model *m, uint32_t index)
{
    Link *link = &m->links.at[index];
    if (str_find(link->target, STR(":")) < 0) {
        link_without_colon(m, link);
        return;
    }
    uint32_t colon = (uint32_t)str_find(link->target, STR(":"));
    Str word = utf8_fold(m->scratch, str_slice(link->target, 0, colon));
    Str name = str_slice(link->target, colon + 1, link->target.len);
    TermId term = vocab_find(VG_KIND, word, K_NONE);
    uint16_t kind = term == 0 ? (uint16_t)K_NONE : vocab_term(term)->id;
    NameHit hit = term == 0 ? NAME_NONE : scope_find(m, link->scope, name, kind);
    if (hit.kind == NAME_UNKNOWN && term != 0) {
        /* `plan` in a plan's file is a document elsewhere: any thing of that name will do. */
        hit = scope_find(m, link->scope, name, K_NONE);
    }
    if (hit.kind == NAME_UNKNOWN) {
        dead_link(m, link, kind, name);
        return;
    }
    if (hit.kind == NAME_AMBIGUOUS)
        scope_ambiguous_link(m, name, link->span, hit);
    link->decl = hit.decl;
    model_decl(m, hit.decl)->used = true;
    m->references++;
}

static void resolve_decls(Model *m)
{
    if (decl_of_kind(m, K_AGAIN, 0) == 0 && !m->answered)
        return; /* nothing is opened again, and nothing answered */
    for (DeclId d = decl_of_kind(m, K_AGAIN, 0); d != 0; d = decl_of_kind(m, K_AGAIN, d)) {
        resolve_again(m, d);
        merge_again(m, d);
    }
    /* What a plan says of a thing, in two places too, comes before what a report says of it. */
    for (DeclId d = 1; d < m->decls.len && m->answered; d++) {
        if (model_decl(m, d)->answers) {
            resolve_answer(m, d);
            merge_again(m, d);
        }
    }
}

void build_references(Model *m)
{
    resolve_decls(m);
    resolve_facts(m);
    for (TableId t = 1; t < m->tables.len; t++)
        resolve_rows(m, t);
    for (uint32_t i = 0; i < m->links.len; i++)
        resolve_link(m, i);
}
