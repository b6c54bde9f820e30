/*
 * scope.c — the tables of names.  Layer: model.
 *
 * in:  declarations as build.c makes them
 * out: name look-up by scope (outwards) and, failing that, in the whole document
 *
 * Each name, title and number is one NameEntry in two chains: of those said alike in its scope, and
 * of those said alike anywhere, parted by kind. What is said once is found by its symbol alone;
 * only the rest is hashed by its scope. So a hundred thousand references to one name, or a hundred
 * thousand siblings, cost a constant each.
 */
#include "model/scope.h"

#include "model/build.h"
#include "base/utf8.h"

/* How a thing is called; what is of another kind than is expected comes behind
 * all that is of it. */
enum { RANK_NAME, RANK_TITLE, RANK_NUMBER, OF_OTHER_KIND, NO_RANK = 2 * OF_OTHER_KIND };

/* Bounds on hostile input: the names that one misspelled is compared with, and all such; and how
 * many that are said alike are looked at for the one that may be meant. */
enum { MOST_NAMES = 20000, MOST_COMPARED = 4000000, MOST_ALIKE = 1000 };

static bool transparent(const Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    if (decl->container)
        return true;
    return decl->term != 0 && (vocab_term(decl->term)->flags & TF_TRANSPARENT) != 0;
}

/* The declaration to which names declared in `d` belong; 0: the document. */
static DeclId naming_scope(const Model *m, DeclId d)
{
    while (d != 0 && transparent(m, d))
        d = model_decl(m, d)->parent;
    return d;
}

DeclId scope_of(const Model *m, DeclId d)
{
    return naming_scope(m, model_decl(m, d)->parent);
}

static uint64_t scope_key(DeclId scope, Sym sym)
{
    return ((uint64_t)scope << 32) | sym;
}

/* Of what is misspelled; K_NONE stands for any kind. */
static uint64_t kind_key(uint16_t kind, Sym sym)
{
    return ((uint64_t)kind << 32) | sym;
}

/* The first that is said so in the whole document, of a kind or (K_NONE) of the first kind. */
static uint32_t first_said(const Model *m, Sym sym, uint16_t kind)
{
    uint32_t e = sym < m->by_sym.len ? m->by_sym.at[sym] : 0;
    while (e != 0 && kind != K_NONE && m->names.at[e].kind != kind)
        e = m->names.at[e].next_kind;
    return e;
}

/* The next that is said so: of the same kind, else (K_NONE was asked for) the first of another,
 * which hangs on *first. */
static uint32_t next_said(const Model *m, uint32_t e, uint16_t kind, uint32_t *first)
{
    uint32_t next = m->names.at[e].next_alike;
    return next != 0 || kind != K_NONE ? next : (*first = m->names.at[*first].next_kind);
}

/* Behind the first of its kind: what was declared first stays first, and no tail has to be kept.
 * The order of the others does not matter. */
static void chain_alike(Model *m, uint32_t id, Sym sym)
{
    NameEntry *e = &m->names.at[id];
    while (m->by_sym.len <= sym)
        *vec_push(m->arena, &m->by_sym) = 0;
    uint32_t first = first_said(m, sym, e->kind);
    if (first != 0) {
        e->next_alike = m->names.at[first].next_alike;
        m->names.at[first].next_alike = id;
    } else {
        uint32_t *link = &m->by_sym.at[sym];
        while (*link != 0)
            link = &m->names.at[*link].next_kind;
        *link = id;
    }
}

/* Of the things of one kind in one scope that are said alike, only the first is ever found. Leaving
 * out the others keeps the chain as short as there are kinds, where a hundred thousand chapters
 * have one title. */
static void chain_in_scope(Model *m, uint32_t id, Sym sym)
{
    NameEntry *e = &m->names.at[id];
    uint32_t *first = u32map_put(&m->by_scope, scope_key(e->scope, sym));
    bool alone = true;
    for (uint32_t other = *first; other != 0; other = m->names.at[other].next_in_scope) {
        const NameEntry *like = &m->names.at[other];
        if (like->rank == e->rank && like->kind == e->kind) {
            alone = false;
            if (!model_decl(m, like->decl)->container)
                return;
        }
    }
    model_decl(m, e->decl)->alone |= alone && e->rank == RANK_NAME;
    if (*first == 0) {
        *first = id;
    } else {
        e->next_in_scope = m->names.at[*first].next_in_scope;
        m->names.at[*first].next_in_scope = id;
    }
}

/* Nothing else is said so: it is not among those hashed by their scope. */
static bool said_once(const NameEntry *e)
{
    return e->next_alike == 0 && e->next_kind == 0;
}

static void enter_symbol(Model *m, DeclId d, DeclId scope, Sym sym, uint8_t rank)
{
    if (sym == 0)
        return;
    uint32_t first = first_said(m, sym, K_NONE);
    *vec_push(m->arena, &m->names) = (NameEntry){
        .decl = d, .scope = scope, .kind = model_decl(m, d)->kind, .rank = rank};
    model_decl(m, scope)->names = true;
    uint32_t id = m->names.len - 1;
    if (first == 0) {
        model_decl(m, d)->alone |= rank == RANK_NAME;
    } else {
        if (said_once(&m->names.at[first]))
            chain_in_scope(m, first, sym);
        chain_in_scope(m, id, sym);
    }
    chain_alike(m, id, sym);
}

void scope_enter(Model *m, DeclId d)
{
    Decl *decl = model_decl(m, d);
    DeclId scope = naming_scope(m, decl->parent);
    Sym name = decl->name;
    Sym title = m->titles_known ? build_sym(m, decl->title) : 0;
    Sym number = decl->number == 0 ? 0 : build_sym(m, decl_number(m, decl)->text);
    decl->title_sym = title;
    decl->entered = true;
    enter_symbol(m, d, scope, name, RANK_NAME);
    if (title != name)
        enter_symbol(m, d, scope, title, RANK_TITLE);
    if (number != name && number != title)
        enter_symbol(m, d, scope, number, RANK_NUMBER);
}

/* Nearly all references are by name, so titles are made known when somebody looks for what no name
 * is: until then none has a symbol. All is entered once more, in order, so that it does not matter
 * when that is. */
static void know_titles(Model *m)
{
    if (m->titles_known)
        return;
    m->titles_known = true;
    m->names.len = 1;
    m->by_sym.len = 0;
    u32map_clear(&m->by_scope);
    for (DeclId d = 1; d < m->decls.len; d++)
        if (model_decl(m, d)->entered)
            scope_enter(m, d);
}

Sym scope_title(Model *m, const Decl *d)
{
    know_titles(m);
    return d->entered ? d->title_sym : build_sym(m, d->title);
}

static bool nameable(const Decl *d)
{
    return d->kind != K_AGAIN && !d->container && !d->answers;
}

/* The first that is said so in one scope; 0: none. */
static uint32_t first_in_scope(const Model *m, DeclId scope, Sym sym)
{
    uint32_t first = first_said(m, sym, K_NONE);
    if (said_once(&m->names.at[first]))
        return m->names.at[first].scope == scope ? first : 0;
    const uint32_t *head = u32map_get(&m->by_scope, scope_key(scope, sym));
    return head != NULL ? *head : 0;
}

/* The best entry of one scope: the expected kind first, then names before titles before numbers.
 * Entries of a rank behind `last` do not count. */
static NameHit best_in_scope(const Model *m, DeclId scope, Sym sym, uint16_t expected,
                             uint32_t last)
{
    NameHit hit = NAME_NONE;
    uint32_t best_rank = NO_RANK;
    for (uint32_t e = first_in_scope(m, scope, sym); e != 0; e = m->names.at[e].next_in_scope) {
        const NameEntry *entry = &m->names.at[e];
        const Decl *d = model_decl(m, entry->decl);
        if (!nameable(d) || entry->rank > last)
            continue;
        uint32_t rank =
            entry->rank + (expected != 0 && d->kind != expected ? (uint32_t)OF_OTHER_KIND : 0);
        if (rank < best_rank) {
            best_rank = rank;
            hit = (NameHit){NAME_FOUND, entry->decl, 0};
        } else if (rank == best_rank && hit.other == 0 &&
                   d->kind != model_decl(m, hit.decl)->kind) {
            hit.other = entry->decl;
        }
        if (expected != 0 && best_rank == 0)
            break;
    }
    if (hit.other != 0 && expected == 0)
        hit.kind = NAME_AMBIGUOUS;
    if (expected != 0 && best_rank >= OF_OTHER_KIND) {
        return (NameHit){NAME_UNKNOWN, hit.decl, 0}; /* known, but of another kind: look further out */
    }
    return hit;
}

/* Anywhere in the document: the only one of the expected kind, else the only one of any. */
static NameHit anywhere(const Model *m, Sym sym, uint16_t expected)
{
    DeclId first = 0;
    uint32_t seen = 0, of_kind = first_said(m, sym, expected);
    for (uint32_t e = of_kind; e != 0 && seen < MOST_ALIKE; seen++) {
        const NameEntry *entry = &m->names.at[e];
        if (nameable(model_decl(m, entry->decl)) && entry->decl != first) {
            if (first != 0)
                return (NameHit){NAME_AMBIGUOUS, first, entry->decl};
            first = entry->decl;
        }
        e = next_said(m, e, expected, &of_kind);
    }
    return (NameHit){first != 0 ? NAME_FOUND : NAME_UNKNOWN, first, 0};
}

/* What is said once, as most names are, or never (e is 0): it is found wherever its scope lies
 * around. */
static NameHit only_one(const Model *m, DeclId from, uint32_t e, uint16_t expected, uint32_t last)
{
    const NameEntry *entry = &m->names.at[e];
    const Decl *d = model_decl(m, entry->decl);
    if (e != 0 && nameable(d) && entry->rank <= last && (expected == 0 || d->kind == expected)) {
        while (from != 0 && from != entry->scope)
            from = model_decl(m, from)->parent;
        if (from == entry->scope)
            return (NameHit){NAME_FOUND, entry->decl, 0};
    }
    return NAME_NONE;
}

static NameHit outwards(const Model *m, DeclId from, Sym sym, uint16_t expected, uint32_t last)
{
    uint32_t first = first_said(m, sym, K_NONE);
    if (said_once(&m->names.at[first]))
        return only_one(m, from, first, expected, last);
    for (DeclId d = from;; d = model_decl(m, d)->parent) {
        if (model_decl(m, d)->names && !transparent(m, d)) {
            NameHit hit = best_in_scope(m, d, sym, expected, last);
            if (hit.kind != NAME_UNKNOWN)
                return hit;
        }
        if (d == 0)
            return NAME_NONE;
    }
}

NameHit scope_find_name(Model *m, DeclId from, Str name, uint16_t expected)
{
    Sym sym = interner_find(&m->syms, utf8_fold(m->scratch, name));
    return sym == 0 ? NAME_NONE : outwards(m, from, sym, expected, RANK_NAME);
}

/* A title near by must not hide a name farther out: names are given to be referred to. */
NameHit scope_find(Model *m, DeclId from, Str name, uint16_t expected)
{
    NameHit hit = scope_find_name(m, from, name, expected);
    if (hit.kind != NAME_UNKNOWN)
        return hit;
    know_titles(m);
    Sym sym = interner_find(&m->syms, utf8_fold(m->scratch, name));
    if (sym == 0)
        return hit;
    hit = outwards(m, from, sym, expected, RANK_NUMBER);
    return hit.kind != NAME_UNKNOWN ? hit : anywhere(m, sym, expected);
}

DeclId scope_child(Model *m, DeclId of, Str name, uint16_t kind)
{
    know_titles(m);
    Sym sym = interner_find(&m->syms, utf8_fold(m->scratch, name));
    if (sym == 0)
        return 0;
    if (of == 0 || !transparent(m, of)) {
        NameHit hit = best_in_scope(m, of, sym, kind, RANK_NUMBER);
        return hit.kind == NAME_FOUND || hit.kind == NAME_AMBIGUOUS ? hit.decl : 0;
    }
    /* A chapter names nothing itself: look among what the document knows by that name. */
    uint32_t of_kind = first_said(m, sym, kind);
    for (uint32_t e = of_kind; e != 0; e = next_said(m, e, kind, &of_kind)) {
        DeclId d = m->names.at[e].decl;
        if (nameable(model_decl(m, d)) && decl_inside(m, d, of))
            return d;
    }
    return 0;
}

uint32_t scope_near_limit(Str name)
{
    uint32_t n = utf8_length(name);
    return n < 3 ? 0 : n < 7 ? 1 : n < 12 ? 2 : 3; /* «Felles» is no «Helle» */
}

static DeclId nearest(const Model *m, Str folded, uint16_t expected)
{
    uint32_t best = scope_near_limit(folded) + 1;
    DeclId found = 0;
    uint32_t last = m->names.len < MOST_NAMES ? m->names.len : MOST_NAMES;
    for (uint32_t e = 1; e < last && best > 0; e++) {
        const NameEntry *entry = &m->names.at[e];
        const Decl *d = model_decl(m, entry->decl);
        if (!nameable(d) || entry->rank == RANK_NUMBER || (expected != 0 && d->kind != expected))
            continue;
        Str text = interner_text(&m->syms, entry->rank == RANK_NAME ? d->name : d->title_sym);
        uint32_t far = utf8_distance(m->scratch, folded, text, best);
        if (far < best) {
            best = far;
            found = entry->decl;
        }
    }
    return found;
}

/* A name misspelled is looked for everywhere, since references may point forwards; once for each
 * spelling, and no longer than a plan with so many is worth waiting for. */
DeclId scope_nearest(Model *m, Str name, uint16_t expected)
{
    know_titles(m);
    Str folded = utf8_fold(m->scratch, name);
    uint32_t *known = u32map_put(&m->nearest, kind_key(expected, interner_add(&m->syms, folded)));
    if (*known == 0 && m->names_compared < MOST_COMPARED) {
        m->names_compared += m->names.len < MOST_NAMES ? m->names.len : MOST_NAMES;
        *known = nearest(m, folded, expected) + 1;
    }
    return *known == 0 ? 0 : *known - 1;
}

static bool names_things(const Decl *d)
{
    return !d->container && (vocab_term(d->term)->flags & TF_TRANSPARENT) == 0 &&
           decl_called(d).len > 0;
}

/* What to write instead of a name that two things have: their kinds if these differ, else what they
 * stand in. Empty: only names of their own can tell them apart. */
static Str told_apart(Model *m, Str name, NameHit hit, Lang lang)
{
    const Decl *one = model_decl(m, hit.decl);
    Buf b;
    buf_init(&b, m->arena);
    Text3 word = decl_word(m, hit.decl);
    DeclId in = one->parent;
    if (one->kind != model_decl(m, hit.other)->kind) {
        buf_printf(&b, "%.*s.%.*s", STR_ARG(text3_in(&word, lang)), STR_ARG(name));
    } else if (in != 0 && in != model_decl(m, hit.other)->parent &&
               names_things(model_decl(m, in))) {
        const Decl *around = model_decl(m, in);
        const char *quote = around->name_text.len > 0 ? "" : "\"";
        Str called = decl_called(around);
        word = decl_word(m, in);
        buf_printf(&b, "%.*s.%s%.*s%s.%.*s", STR_ARG(text3_in(&word, lang)), quote, STR_ARG(called),
                   quote, STR_ARG(name));
    }
    return buf_view(&b);
}

static Diag *ambiguous(Model *m, Str name, Span at, NameHit hit)
{
    Diag *d = diag_at(m->sink, HP2005, at);
    diag_str(d, name);
    diag_place(d, model_decl(m, hit.decl)->head, L_MAY_BE);
    diag_place(d, model_decl(m, hit.other)->head, L_OR_THIS);
    model_decl(m, hit.decl)->used = model_decl(m, hit.other)->used = true;
    return d;
}

void scope_ambiguous(Model *m, Str name, Span at, NameHit hit)
{
    Diag *d = ambiguous(m, name, at, hit);
    Text3 example;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        example.in[lang] = told_apart(m, name, hit, (Lang)lang);
    diag_note(d, example.in[LANG_NB].len > 0 ? N_SAY_WHICH : N_NAME_THEM_APART);
    diag_text3(d, example);
}

void scope_ambiguous_link(Model *m, Str name, Span at, NameHit hit)
{
    diag_note(ambiguous(m, name, at, hit), N_NAME_THEM_APART);
}

/* What stands in an `om` is inside the thing that it opens again, too. */
bool decl_inside(const Model *m, DeclId d, DeclId of)
{
    for (; d != 0 && d != of; d = model_decl(m, d)->parent) {
        const Decl *decl = model_decl(m, d);
        if (decl->kind == K_AGAIN && decl->same == of)
            return of != 0;
    }
    return d == of;
}

DeclId scope_next(const Model *m, DeclId of, uint16_t kind, DeclId after)
{
    DeclId d = after == 0 ? m->first_of_kind[kind] : model_decl(m, after)->next_of_kind;
    while (d != 0 && of != 0 && !decl_inside(m, d, of))
        d = model_decl(m, d)->next_of_kind;
    return d;
}

DeclId scope_next_new(const Model *m, uint16_t kind, DeclId after)
{
    return after == 0 ? m->first_new_of_kind[kind] : model_decl(m, after)->next_of_kind;
}
