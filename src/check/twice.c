/*
 * twice.c — no number is used for two things that stand side by side, and nothing is listed twice.
 * Layer: check.
 *
 * Requires: declarations. Provides: HP6017 at a number that a thing of the same kind beside it has
 * already, so that nobody can tell which of them "measure 3" is; HP6018 at a goal with the title of
 * another one beside it, and at a thing that is in all it says the one before it. Chapters are
 * chapters.c's. A report's answers are told from one another by the plan's numbers.
 */
#include "check/shared.h"

#include "base/utf8.h"

enum { MOST_LOOKED_AT = 500 /* things before one whose number does not rise */ };

typedef struct Siblings {
    Model *m;
    DeclId *last;     /* by parent: the thing in it that stood last */
    DeclId *numbered; /* by parent: the one with a number that stood last; NULL: none has any */
    DeclId *before;   /* by thing with a number: the one before it in the same parent */
    U32Map goals;     /* parent and title -> the first goal */
} Siblings;

/* --- numbers ----------------------------------------------------------------------------- */

/* Behind the word, or `nummer:`; where it stands in *span. */
static Str number_of(const Model *m, DeclId d, Span *span)
{
    const Decl *decl = model_decl(m, d);
    bool looked_for = decl->number == 0 && m->stated[P_NUMBER];
    const Fact *said = looked_for ? decl_fact(m, d, P_NUMBER) : NULL;
    if (decl->number == 0 && said == NULL)
        return STR_NONE;
    *span = said != NULL ? fact_said(m, said) : decl_number(m, decl)->span;
    return said != NULL ? span_text(m->sources, *span) : decl_number(m, decl)->text;
}

/* Most lists are numbered upwards, and then no number comes again. */
static bool rises(Str before, Str now)
{
    return now.len != before.len ? now.len > before.len : memcmp(before.ptr, now.ptr, now.len) < 0;
}

static void hold_number(Siblings *s, DeclId d, DeclId parent)
{
    Model *m = s->m;
    Span at = SPAN_NONE, other = SPAN_NONE;
    Str number = number_of(m, d, &at);
    if (number.len == 0)
        return;
    DeclId earlier = s->before[d] = s->numbered[parent];
    s->numbered[parent] = d;
    if (earlier == 0 || rises(number_of(m, earlier, &other), number))
        return;
    for (int i = 0; earlier != 0 && i < MOST_LOOKED_AT; i++, earlier = s->before[earlier]) {
        if (m->kinds.at[earlier] != m->kinds.at[d] ||
            !str_eq(number_of(m, earlier, &other), number))
            continue;
        Diag *found = diag_at(m->sink, HP6017, at);
        diag_str(found, number);
        diag_place(found, other, L_FIRST_HERE);
        return;
    }
}

/* --- things ------------------------------------------------------------------------------ */

static bool same_values(const Model *m, const Prop *a, const Prop *b)
{
    if (a->key != b->key || a->count != b->count || !index_eq(a->index, b->index))
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (!str_eq(span_text(m->sources, fact_span(m, model_fact(m, a->first + i))),
                    span_text(m->sources, fact_span(m, model_fact(m, b->first + i)))))
            return false;
    return true;
}

/* Nothing but properties, and in both the same ones. */
static bool says_the_same(const Model *m, const Decl *a, const Decl *b)
{
    PropId p = a->first_prop, q = b->first_prop;
    while (p != 0 && q != 0 && same_values(m, model_prop(m, p), model_prop(m, q))) {
        p = model_prop(m, p)->next;
        q = model_prop(m, q)->next;
    }
    return p == 0 && q == 0;
}

bool check_holds_more(const Model *m, const Decl *d)
{
    for (uint32_t i = d->first_item; i != 0; i = m->items.at[i].next)
        if (m->items.at[i].kind != ITEM_PROP)
            return true;
    return false;
}

static void report(Model *m, const Decl *decl, const Decl *first)
{
    Diag *d = diag_at(m->sink, HP6018, decl_title_span(m, decl));
    diag_str(d, decl->title);
    diag_place(d, decl_title_span(m, first), L_FIRST_HERE);
}

/* Pasted twice: one right behind the other. Who gives each a name or a number means two. Rows are
 * same_rows.c's. */
static void check_neighbour(Siblings *s, DeclId d, DeclId parent)
{
    const Model *m = s->m;
    const Decl *decl = model_decl(m, d), *before = model_decl(m, s->last[parent]);
    bool there = s->last[parent] != 0;
    s->last[parent] = d;
    if (there && decl->kind == before->kind && decl->title.len > 0 &&
        str_eq(decl->title, before->title) && decl->name == before->name && decl->number == 0 &&
        before->number == 0 && !check_holds_more(m, decl) && !check_holds_more(m, before) &&
        says_the_same(m, decl, before))
        report(s->m, decl, before);
}

static void check_goal(Siblings *s, DeclId d)
{
    Model *m = s->m;
    const Decl *decl = model_decl(m, d);
    if (decl->title.len == 0)
        return;
    /* scope_title would enter the titles of all things, which few plans need. */
    Sym title = interner_add(&m->syms, utf8_fold(m->scratch, decl->title));
    uint32_t *first = u32map_put(&s->goals, (uint64_t)decl->parent << 32 | title);
    if (*first == 0)
        *first = d;
    else
        report(m, decl, model_decl(m, *first));
}

/* --- all of them ------------------------------------------------------------------------- */

/* Two positions may be alike, and a process may come to the same step again. */
static bool is_listed(const Decl *d)
{
    return d->kind != K_CHAPTER && d->kind != K_AGAIN && d->kind != K_GROUP && !d->container &&
           d->same == 0;
}

static Siblings *begin(Model *m, Arena *arena)
{
    uint32_t count = m->decls.len;
    Siblings *s = arena_new(arena, Siblings);
    *s = (Siblings){.m = m, .last = arena_array(arena, DeclId, count)};
    if (m->numbers.len > 1 || m->stated[P_NUMBER]) {
        s->numbered = arena_array(arena, DeclId, count);
        s->before = arena_array(arena, DeclId, count);
    }
    u32map_init(&s->goals, arena);
    return s;
}

void check_twice(Model *m, const Stretch *stretch)
{
    if (*stretch->kept == NULL)
        *stretch->kept = begin(m, stretch->arena);
    Siblings *s = *stretch->kept;
    for (DeclId d = stretch->from; d < stretch->to; d++) {
        const Decl *decl = model_decl(m, d);
        if (!is_listed(decl) || decl->parent == 0)
            continue;
        if (s->numbered != NULL)
            hold_number(s, d, decl->parent);
        if (decl->kind == K_GOAL || decl->kind == K_SUBGOAL)
            check_goal(s, d);
        else if (decl->kind != K_POSITION && decl->kind != K_STEP && decl->row_table == 0)
            check_neighbour(s, d, decl->parent);
    }
}
