/*
 * diff.c — two plans beside each other, thing by thing.  Layer: years.
 *
 * in:  two checked models
 * out: their changes in the order of the new plan, then what is gone, in the order of the old one
 */
#include "model/scope.h"
#include "years/diff_parts.h"
#include "years/wording.h"

Change *diff_add(Diff *d, ChangeKind kind, DeclId old, DeclId new)
{
    Change *c = vec_push(d->arena, &d->changes);
    c->kind = (uint8_t)kind;
    c->old = old;
    c->new = new;
    uint16_t of = new != 0 ? model_decl(d->new.m, new)->kind : model_decl(d->old.m, old)->kind;
    DiffGroup group = diff_group(of);
    c->group = (uint8_t)group;
    return c;
}

/* --- one thing ------------------------------------------------------------------------------- */

/* Of titles that only tell their plan's year nothing is said, nor of an answer in a report that
 * leaves the title to the plan. */
static bool same_title(const Diff *d, const Decl *old, const Decl *new)
{
    if (scope_title(d->old.m, old) == 0 || scope_title(d->new.m, new) == 0 ||
        diff_same_text(old->title, new->title))
        return true;
    return diff_same_but_years(d, old->title, new->title);
}

static void compare_title(Diff *d, DeclId old, DeclId new)
{
    const Decl *was = model_decl(d->old.m, old), *is = model_decl(d->new.m, new);
    if (same_title(d, was, is))
        return;
    Change *c = diff_add(d, CHANGE_RENAMED, old, new);
    c->was = was->title;
    c->is = is->title;
}

/* Other numbers than those that belong to a thing for good are form. */
static void compare_number(Diff *d, DeclId old, DeclId new)
{
    const Decl *is = model_decl(d->new.m, new);
    Str was_text = decl_number(d->old.m, model_decl(d->old.m, old))->text;
    Str is_text = decl_number(d->new.m, is)->text;
    if (!diff_number_lasts(is->kind) || str_eq(was_text, is_text))
        return;
    Change *c = diff_add(d, CHANGE_VALUE, old, new);
    c->term = prop_term(P_NUMBER);
    c->was = was_text;
    c->is = is_text;
}

static Str place_told(const Diff *d, const DiffSide *side, DeclId scope)
{
    if (scope == 0 || scope == side->plan)
        return say_text(SAY_DIFF_TOP_LEVEL, d->lang);
    return diff_thing_told(d, side, scope);
}

static void compare_place(Diff *d, DeclId old, DeclId new)
{
    DeclId was = diff_scope(&d->old, old), is = diff_scope(&d->new, new);
    if (d->new.other[is] == was || new == d->new.plan)
        return;
    Str from = place_told(d, &d->old, was), to = place_told(d, &d->new, is);
    Change *c = diff_add(d, CHANGE_MOVED, old, new);
    c->was = from;
    c->is = to;
}

static void add_new(Diff *d, DeclId new)
{
    Str summary = diff_summary(d, new);
    diff_add(d, CHANGE_ADDED, 0, new)->is = summary;
}

static void compare_thing(Diff *d, DeclId new)
{
    DeclId old = d->new.other[new];
    if (!d->new.counts[new] && new != d->new.plan)
        return;
    if (old == 0) {
        add_new(d, new);
        return;
    }
    compare_title(d, old, new);
    compare_number(d, old, new);
    compare_place(d, old, new);
    diff_properties(d, old, new);
    diff_tables(d, old, new);
    diff_prose(d, old, new);
}

/* --- both plans ------------------------------------------------------------------------------ */

static DiffSide side_of(Model *m)
{
    DeclId plan = m->docs.at[DOC_ROOT].plan;
    return (DiffSide){.m = m, .plan = plan, .year = plan == 0 ? 0 : decl_year(m, plan)};
}

Diff *diff_make(Arena *arena, Model *old, Model *new, Lang lang)
{
    Diff *d = arena_new(arena, Diff);
    d->arena = arena;
    d->lang = lang;
    d->old = side_of(old);
    d->new = side_of(new);
    buf_init(&d->was, arena);
    buf_init(&d->is, arena);
    diff_match(d);
    diff_find_prose(d, &d->old);
    diff_find_prose(d, &d->new);
    for (DeclId id = 1; id < new->decls.len; id++)
        compare_thing(d, id);
    for (DeclId id = 1; id < old->decls.len; id++)
        if (d->old.counts[id] && d->old.other[id] == 0)
            diff_add(d, CHANGE_REMOVED, id, 0);
    return d;
}
