/*
 * diff_alike.c — things whose titles are nearly the same.  Layer: years.
 *
 * in:  what no round of diff_match.c could match
 * out: pairs of one kind in the same thing whose titles differ by little: a word put right or put
 *      in. Both titles are told, so that a reader sees what was taken to be the same.
 */
#include "base/utf8.h"
#include "model/scope.h"
#include "years/chains.h"
#include "years/diff_parts.h"

/* One letter in three may differ, in a title that is long enough to say something; and no plan is
 * worth more comparisons than these. */
enum { SHORTEST = 8, ONE_IN = 3, MOST_COMPARED = 200000 };

static Sym title_sym(const DiffSide *side, DeclId id)
{
    return scope_title(side->m, model_decl(side->m, id));
}

static bool is_open(const DiffSide *side, DeclId id)
{
    return side->counts[id] && side->other[id] == 0 && title_sym(side, id) != 0;
}

static uint64_t place_key(const DiffSide *side, DeclId id, DeclId scope)
{
    return ((uint64_t)scope << 16) | model_decl(side->m, id)->kind;
}

static Str title_of(const DiffSide *side, DeclId id)
{
    return interner_text(&side->m->syms, title_sym(side, id));
}

typedef struct Alike {
    Diff *d;
    Chains open; /* by place: things of the old plan that are open */
    uint32_t compared;
} Alike;

/* The nearest of the open things in the same place; 0: none is near. */
static DeclId nearest(Alike *x, DeclId new, DeclId scope)
{
    const Diff *d = x->d;
    Str title = title_of(&d->new, new);
    uint32_t at = chains_first(&x->open, place_key(&d->new, new, scope));
    uint32_t best = utf8_length(title) / ONE_IN + 1;
    DeclId found = 0;
    if (utf8_length(title) < SHORTEST)
        return 0;
    for (; at != 0 && x->compared < MOST_COMPARED; at = chains_next(&x->open, at - 1)) {
        DeclId old = at - 1;
        if (d->old.other[old] != 0)
            continue;
        x->compared++;
        uint32_t far = utf8_distance(d->new.m->scratch, title, title_of(&d->old, old), best);
        if (far < best) {
            best = far;
            found = old;
        }
    }
    return found;
}

bool diff_match_alike(Diff *d)
{
    Alike x = {.d = d};
    bool any = false;
    chains_init(&x.open, d->arena, d->old.m->decls.len);
    for (DeclId id = d->old.m->decls.len; id-- > 1;)
        if (is_open(&d->old, id))
            chains_put(&x.open, place_key(&d->old, id, diff_scope(&d->old, id)), id);
    for (DeclId id = 1; !chains_are_empty(&x.open) && id < d->new.m->decls.len; id++) {
        DeclId scope = is_open(&d->new, id) ? diff_scope(&d->new, id) : 0;
        if (!is_open(&d->new, id) || (scope != 0 && (scope = d->new.other[scope]) == 0))
            continue;
        DeclId found = nearest(&x, id, scope);
        if (found == 0)
            continue;
        diff_join(d, found, id);
        any = true;
    }
    return any;
}
