/*
 * scope.c — the tables of names.  Layer: model.
 *
 * in:  declarations as build.c makes them
 * out: name look-up by scope (outwards) and, failing that, in the whole document
 *
 * Each name, title and number is one NameEntry in three chains: of its scope, of its kind, and of
 * all kinds. Look-ups are hashed, so that a hundred thousand references to one name, or a
 * hundred thousand siblings, cost a constant each.
 */
#include "model/scope.h"

#include "model/build.h"
#include "base/utf8.h"

enum { RANK_NAME, RANK_TITLE, RANK_NUMBER };

/* Bounds on hostile input: the names that one misspelled is compared with, and all such. */
enum { MOST_NAMES = 20000, MOST_COMPARED = 4000000 };

static bool transparent(const Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    if (decl->container) {
        return true;
    }
    return decl->term != 0 && (vocab_term(decl->term)->flags & TF_TRANSPARENT) != 0;
}

/* The declaration to which names declared in `d` belong; 0: the document. */
static DeclId naming_scope(const Model *m, DeclId d)
{
    while (d != 0 && transparent(m, d)) {
        d = model_decl(m, d)->parent;
    }
    return d;
}

static uint64_t scope_key(DeclId scope, Sym sym)
{
    return ((uint64_t)scope << 32) | sym;
}

/* Also of what is misspelled, where K_NONE stands for any kind. */
static uint64_t kind_key(uint16_t kind, Sym sym)
{
    return ((uint64_t)kind << 32) | sym;
}

/* Adds to the chain whose head is *head, right behind the head: what was declared first stays
 * first, and no tail has to be kept. The order of the others does not matter. */
static void chain(Model *m, uint32_t *head, uint32_t entry, size_t link_offset)
{
    if (*head == 0) {
        *head = entry;
        return;
    }
    NameEntry *first = &m->names.at[*head];
    uint32_t *first_link = (uint32_t *)(void *)((char *)first + link_offset);
    uint32_t *own_link = (uint32_t *)(void *)((char *)&m->names.at[entry] + link_offset);
    *own_link = *first_link;
    *first_link = entry;
}

/* Of the things of one kind in one scope that are said alike, only the first is ever found. Leaving
 * out the others keeps the chain as short as there are kinds, where a hundred thousand chapters
 * have one title. */
static bool has_like(const Model *m, uint32_t entry, uint16_t kind, uint8_t rank)
{
    for (; entry != 0; entry = m->names.at[entry].next_in_scope) {
        const NameEntry *e = &m->names.at[entry];
        const Decl *d = model_decl(m, e->decl);
        if (e->rank == rank && d->kind == kind && !d->container) {
            return true;
        }
    }
    return false;
}

/* The chain of a name in the whole document, of things of a kind or (K_NONE) of any. */
static uint32_t chain_head(const Model *m, uint16_t kind, Sym sym)
{
    if (kind == K_NONE) {
        return sym < m->by_sym.len ? m->by_sym.at[sym] : 0;
    }
    const uint32_t *head = u32map_get(&m->by_kind, kind_key(kind, sym));
    return head == NULL ? 0 : *head;
}

static void enter_symbol(Model *m, DeclId d, DeclId scope, Sym sym, uint8_t rank)
{
    if (sym == 0) {
        return;
    }
    NameEntry *e = vec_push(m->arena, &m->names);
    e->decl = d;
    e->rank = rank;
    uint32_t id = m->names.len - 1;
    uint16_t kind = model_decl(m, d)->kind;
    uint32_t *head = u32map_put(&m->by_scope, scope_key(scope, sym));
    if (!has_like(m, *head, kind, rank)) {
        chain(m, head, id, offsetof(NameEntry, next_in_scope));
    }
    chain(m, u32map_put(&m->by_kind, kind_key(kind, sym)), id, offsetof(NameEntry, next_of_kind));
    while (m->by_sym.len <= sym)
        *vec_push(m->arena, &m->by_sym) = 0;
    chain(m, &m->by_sym.at[sym], id, offsetof(NameEntry, next_any));
}

void scope_enter(Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    DeclId scope = naming_scope(m, decl->parent);
    Sym name = decl->name;
    Sym title = decl->title_sym;
    Sym number = build_sym(m, decl->number);
    enter_symbol(m, d, scope, name, RANK_NAME);
    if (title != name) {
        enter_symbol(m, d, scope, title, RANK_TITLE);
    }
    if (number != name && number != title) {
        enter_symbol(m, d, scope, number, RANK_NUMBER);
    }
}

static bool nameable(const Decl *d)
{
    return d->kind != K_AGAIN && !d->container && !d->answers;
}

/* The best entry of one scope: the expected kind first, then names before titles before numbers.
 * Entries of a rank behind `last` do not count. */
static NameHit best_in_scope(const Model *m, DeclId scope, Sym sym, uint16_t expected,
                             uint32_t last)
{
    NameHit hit = {NAME_UNKNOWN, 0, 0};
    const uint32_t *head = u32map_get(&m->by_scope, scope_key(scope, sym));
    uint32_t best_rank = 99;
    for (uint32_t e = head != NULL ? *head : 0; e != 0; e = m->names.at[e].next_in_scope) {
        const NameEntry *entry = &m->names.at[e];
        const Decl *d = model_decl(m, entry->decl);
        if (!nameable(d) || entry->rank > last) {
            continue;
        }
        uint32_t rank = entry->rank + (expected != 0 && d->kind != expected ? 10u : 0u);
        if (rank < best_rank) {
            best_rank = rank;
            hit = (NameHit){NAME_FOUND, entry->decl, 0};
        } else if (rank == best_rank && hit.other == 0 && d->kind != model_decl(m, hit.decl)->kind) {
            hit.other = entry->decl;
        }
        if (expected != 0 && best_rank == 0) {
            break;
        }
    }
    if (hit.other != 0 && expected == 0) {
        hit.kind = NAME_AMBIGUOUS;
    }
    if (expected != 0 && best_rank >= 10) {
        return (NameHit){NAME_UNKNOWN, hit.decl, 0}; /* known, but of another kind: look further out */
    }
    return hit;
}

/* Anywhere in the document: the only one of the expected kind, else the only one of any. */
static NameHit anywhere(const Model *m, Sym sym, uint16_t expected)
{
    DeclId first = 0;
    uint32_t seen = 0;
    for (uint32_t e = chain_head(m, expected, sym); e != 0 && seen < 8; seen++) {
        const NameEntry *entry = &m->names.at[e];
        if (nameable(model_decl(m, entry->decl)) && entry->decl != first) {
            if (first != 0) {
                return (NameHit){NAME_AMBIGUOUS, first, entry->decl};
            }
            first = entry->decl;
        }
        e = expected != 0 ? entry->next_of_kind : entry->next_any;
    }
    return (NameHit){first != 0 ? NAME_FOUND : NAME_UNKNOWN, first, 0};
}

static NameHit outwards(const Model *m, DeclId from, Sym sym, uint16_t expected, uint32_t last)
{
    for (DeclId d = from;; d = model_decl(m, d)->parent) {
        if (d == 0 || !transparent(m, d)) {
            NameHit hit = best_in_scope(m, d, sym, expected, last);
            if (hit.kind != NAME_UNKNOWN) {
                return hit;
            }
        }
        if (d == 0) {
            return (NameHit){NAME_UNKNOWN, 0, 0};
        }
    }
}

/* A title near by must not hide a name farther out: names are given to be referred to. */
NameHit scope_find(Model *m, DeclId from, Str name, uint16_t expected)
{
    Sym sym = interner_find(&m->syms, utf8_fold(m->scratch, name));
    NameHit hit = {NAME_UNKNOWN, 0, 0};
    if (sym == 0) {
        return hit;
    }
    hit = outwards(m, from, sym, expected, RANK_NAME);
    if (hit.kind == NAME_UNKNOWN) {
        hit = outwards(m, from, sym, expected, RANK_NUMBER);
    }
    return hit.kind != NAME_UNKNOWN ? hit : anywhere(m, sym, expected);
}

DeclId scope_child(Model *m, DeclId of, Str name, uint16_t kind)
{
    Sym sym = interner_find(&m->syms, utf8_fold(m->scratch, name));
    if (sym == 0) {
        return 0;
    }
    if (of == 0 || !transparent(m, of)) {
        NameHit hit = best_in_scope(m, of, sym, kind, RANK_NUMBER);
        return hit.kind == NAME_FOUND || hit.kind == NAME_AMBIGUOUS ? hit.decl : 0;
    }
    /* A chapter names nothing itself: look among what the document knows by that name. */
    for (uint32_t e = chain_head(m, kind, sym); e != 0;) {
        const NameEntry *entry = &m->names.at[e];
        if (nameable(model_decl(m, entry->decl)) && decl_inside(m, entry->decl, of)) {
            return entry->decl;
        }
        e = kind != 0 ? entry->next_of_kind : entry->next_any;
    }
    return 0;
}

/* Names may differ by one letter in three before they are no longer "near". */
static uint32_t near_limit(Str name)
{
    uint32_t n = utf8_length(name);
    return n < 3 ? 0 : n < 6 ? 1 : n < 12 ? 2 : 3;
}

static DeclId nearest(const Model *m, Str folded, uint16_t expected)
{
    uint32_t best = near_limit(folded) + 1;
    DeclId found = 0;
    uint32_t last = m->names.len < MOST_NAMES ? m->names.len : MOST_NAMES;
    for (uint32_t e = 1; e < last && best > 0; e++) {
        const NameEntry *entry = &m->names.at[e];
        const Decl *d = model_decl(m, entry->decl);
        if (!nameable(d) || entry->rank == RANK_NUMBER || (expected != 0 && d->kind != expected)) {
            continue;
        }
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
DeclId scope_nearest(Model *m, DeclId from, Str name, uint16_t expected)
{
    (void)from;
    Str folded = utf8_fold(m->scratch, name);
    uint32_t *known = u32map_put(&m->nearest, kind_key(expected, interner_add(&m->syms, folded)));
    if (*known == 0 && m->names_compared < MOST_COMPARED) {
        m->names_compared += m->names.len < MOST_NAMES ? m->names.len : MOST_NAMES;
        *known = nearest(m, folded, expected) + 1;
    }
    return *known == 0 ? 0 : *known - 1;
}

void scope_ambiguous(Model *m, Str name, Span at, NameHit hit)
{
    Diag *d = diag_at(m->sink, HP2005, at);
    diag_str(d, name);
    diag_place(d, model_decl(m, hit.decl)->head, L_MAY_BE);
    diag_place(d, model_decl(m, hit.other)->head, L_OR_THIS);
    model_decl(m, hit.decl)->used = model_decl(m, hit.other)->used = true;
    Text3 word = decl_word(m, hit.decl);
    Text3 *example = arena_new(m->arena, Text3);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        Buf b;
        buf_init(&b, m->arena);
        buf_printf(&b, "%.*s.%.*s", STR_ARG(text3_in(&word, (Lang)lang)), STR_ARG(name));
        example->in[lang] = buf_view(&b);
    }
    diag_note(d, N_SAY_WHICH);
    diag_text3(d, example);
}

/* What stands in an `om` is inside the thing that it opens again, too. */
bool decl_inside(const Model *m, DeclId d, DeclId of)
{
    for (; d != 0 && d != of; d = model_decl(m, d)->parent) {
        const Decl *decl = model_decl(m, d);
        if (decl->kind == K_AGAIN && decl->same == of) {
            return of != 0;
        }
    }
    return d == of;
}

DeclId scope_next(const Model *m, DeclId of, uint16_t kind, DeclId after)
{
    DeclId d = after == 0 ? m->first_of_kind[kind] : model_decl(m, after)->next_of_kind;
    while (d != 0 && of != 0 && !decl_inside(m, d, of)) {
        d = model_decl(m, d)->next_of_kind;
    }
    return d;
}
