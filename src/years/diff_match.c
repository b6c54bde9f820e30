/*
 * diff_match.c — which thing of the old plan is which of the new one.  Layer: years.
 *
 * in:  two models
 * out: DiffSide.counts and .other
 *
 * Things are matched as a reader would match them: by name, title or number; first where they
 * stand, then anywhere, since they may have moved. Each way is a round over what is still
 * unmatched, so that a weak likeness never takes what a stronger one has a claim to. Where several
 * are called the same, the first goes with the first and the second with the second (chains.h);
 * scope.h would give the first each time. In both plans a parent comes before what stands in it,
 * and so is matched first.
 */
#include "base/utf8.h"
#include "model/scope.h"
#include "years/chains.h"
#include "years/diff_parts.h"

typedef enum ByNumber { NEVER, YEARLY, ALWAYS } ByNumber;

typedef struct Compared {
    uint8_t group;     /* DiffGroup */
    uint8_t by_number; /* ByNumber */
    bool by_being_only;
    bool compared;
} Compared;

static const Compared compared[K_RULE + 1] = {
#define COMPARED(kind, group, number, only) [K_##kind] = {GROUP_##group, number, only, true},
#include "years/diff_kinds.def"
#undef COMPARED
};

DiffGroup diff_group(uint16_t kind)
{
    return compared[kind].compared ? (DiffGroup)compared[kind].group : GROUP_COUNT;
}

bool diff_number_lasts(uint16_t kind)
{
    return compared[kind].by_number == ALWAYS;
}

/* --- what is compared ------------------------------------------------------------------------ */

/* Things of the document itself: a report is compared without the plan that it takes in. */
static void find_things(Diff *d, DiffSide *side)
{
    const Model *m = side->m;
    bool *inside = arena_array(d->arena, bool, m->decls.len);
    side->counts = arena_array(d->arena, bool, m->decls.len);
    side->other = arena_array(d->arena, DeclId, m->decls.len);
    for (DeclId id = 1; id < m->decls.len; id++) {
        const Decl *decl = model_decl(m, id);
        inside[id] = id == side->plan || inside[decl->parent] ||
                     (decl->parent == 0 && m->docs.at[decl->doc].plan == side->plan &&
                      (decl->kind > K_BASELINE || decl->kind < K_PLAN));
        side->counts[id] = inside[id] && compared[decl->kind].compared && !decl->container &&
                           (decl->same == 0 || decl->answers);
    }
}

DeclId diff_scope(const DiffSide *side, DeclId thing)
{
    DeclId scope = scope_of(side->m, thing);
    while (scope != 0 && !side->counts[scope])
        scope = scope_of(side->m, scope);
    return scope != 0 ? scope : side->plan;
}

/* --- rounds ---------------------------------------------------------------------------------- */

typedef struct Matcher {
    Diff *d;
    Interner keys;
    Buf key;
} Matcher;

/* Writes what a thing is known by; nothing: this way it cannot be known. */
typedef void PutKey(Buf *out, const DiffSide *side, DeclId id);

static void put_name(Buf *out, const DiffSide *side, DeclId id)
{
    const Decl *decl = model_decl(side->m, id);
    if (decl->name != 0)
        buf_str(out, interner_text(&side->m->syms, decl->name));
}

static void put_title(Buf *out, const DiffSide *side, DeclId id)
{
    Sym title = scope_title(side->m, model_decl(side->m, id));
    if (title != 0)
        buf_str(out, interner_text(&side->m->syms, title));
}

/* "Rammen 2018 på avdelinger" is called "Rammen 2019 på avdelinger" a year later. */
static void put_yearless_title(Buf *out, const DiffSide *side, DeclId id)
{
    Sym title = scope_title(side->m, model_decl(side->m, id));
    if (title != 0 && side->year != 0)
        diff_put_yearless(out, side, interner_text(&side->m->syms, title));
}

static void put_number(Buf *out, const DiffSide *side, DeclId id)
{
    const Decl *decl = model_decl(side->m, id);
    if (decl->number != 0 && compared[decl->kind].by_number != NEVER)
        buf_str(out, utf8_fold(side->m->scratch, decl_number(side->m, decl)->text));
}

static void put_lasting_number(Buf *out, const DiffSide *side, DeclId id)
{
    if (diff_number_lasts(model_decl(side->m, id)->kind))
        put_number(out, side, id);
}

/* What has neither title nor name: the first of its kind with the first. */
static void put_untitled(Buf *out, const DiffSide *side, DeclId id)
{
    const Decl *decl = model_decl(side->m, id);
    if (scope_title(side->m, decl) == 0 && decl->name == 0)
        buf_char(out, '-');
}

static void put_kind(Buf *out, const DiffSide *side, DeclId id)
{
    if (compared[model_decl(side->m, id)->kind].by_being_only)
        buf_char(out, '-');
}

typedef struct Round {
    PutKey *put;
    bool anywhere; /* else in the same thing */
    bool lone;     /* only where there is one on either side */
} Round;

/* What a thing stands in may be found late, so the strongest ways come again. */
static const Round rounds_of_versions[] = {
    {put_name, false, false},  {put_title, false, false},    {put_name, true, true},
    {put_title, true, true},   {put_name, false, false},     {put_title, false, false},
    {put_number, false, true}, {put_untitled, false, false}, {put_kind, false, true},
    {put_name, false, false},  {put_title, false, false},
};

static const Round rounds_of_years[] = {
    {put_name, false, false},     {put_title, false, false}, {put_yearless_title, false, false},
    {put_name, true, true},       {put_title, true, true},   {put_yearless_title, true, true},
    {put_name, false, false},     {put_title, false, false}, {put_lasting_number, false, true},
    {put_untitled, false, false}, {put_kind, false, true},   {put_name, false, false},
    {put_title, false, false},
};

/* The key of a thing that is open, with what it stands in as the old plan calls it; 0: none. */
static uint64_t key_of(Matcher *x, const DiffSide *side, DeclId id, const Round *r)
{
    if (!side->counts[id] || side->other[id] != 0)
        return 0;
    bool is_new = side == &x->d->new;
    DeclId scope = r->anywhere ? 0 : diff_scope(side, id);
    if (is_new && scope != 0 && (scope = side->other[scope]) == 0)
        return 0; /* new, as what it stands in */
    x->key.len = 0;
    buf_int(&x->key, model_decl(side->m, id)->kind);
    buf_char(&x->key, ' ');
    size_t empty = x->key.len;
    r->put(&x->key, side, id);
    return x->key.len == empty
               ? 0
               : ((uint64_t)scope << 32) | interner_add(&x->keys, buf_view(&x->key));
}

void diff_join(Diff *d, DeclId old, DeclId new)
{
    d->old.other[old] = new;
    d->new.other[new] = old;
}

/* How often each key is met among the new things, for a round of lone ones. */
static U32Map count_new(Matcher *x, const Round *r)
{
    U32Map count;
    u32map_init(&count, x->d->arena);
    for (DeclId id = 1; r->lone && id < x->d->new.m->decls.len; id++) {
        uint64_t key = key_of(x, &x->d->new, id, r);
        if (key != 0)
            ++*u32map_put(&count, key);
    }
    return count;
}

static void run_round(Matcher *x, const Round *r)
{
    const DiffSide *old = &x->d->old, *new = &x->d->new;
    Chains chains;
    chains_init(&chains, x->d->arena, old->m->decls.len);
    for (DeclId id = old->m->decls.len; id-- > 1;) {
        uint64_t key = key_of(x, old, id, r);
        if (key != 0)
            chains_put(&chains, key, id);
    }
    U32Map count = count_new(x, r);
    for (DeclId id = 1; !chains_are_empty(&chains) && id < new->m->decls.len; id++) {
        uint64_t key = key_of(x, new, id, r);
        uint32_t found = key == 0 ? 0 : chains_first(&chains, key);
        bool several = r->lone && found != 0 &&
                       (chains_next(&chains, found - 1) != 0 || *u32map_put(&count, key) != 1);
        if (found != 0 && !several)
            diff_join(x->d, chains_take(&chains, key) - 1, id);
    }
}

void diff_match(Diff *d)
{
    Matcher x = {.d = d};
    const Round *rounds = diff_of_two_years(d) ? rounds_of_years : rounds_of_versions;
    size_t count = diff_of_two_years(d) ? sizeof rounds_of_years / sizeof *rounds_of_years
                                        : sizeof rounds_of_versions / sizeof *rounds_of_versions;
    find_things(d, &d->old);
    find_things(d, &d->new);
    interner_init(&x.keys, d->arena);
    buf_init(&x.key, d->arena);
    if (d->old.plan != 0 && d->new.plan != 0)
        diff_join(d, d->old.plan, d->new.plan);
    for (size_t i = 0; i < count; i++)
        run_round(&x, &rounds[i]);
    for (size_t i = 0; diff_match_alike(d) && i < 2; i++) { /* what stands in those */
        run_round(&x, &rounds[0]);
        run_round(&x, &rounds[1]);
    }
}
