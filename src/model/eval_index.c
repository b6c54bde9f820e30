/*
 * eval_index.c — what evaluation looks up again and again, found once.  Layer: model.
 *
 * in:  a built model, whose things, names and rows no longer change
 * out: the things of a kind's word and one of them by name; what a report
 * says of its plan's things;
 *      counts. Rows of a table by name are eval_rows.c's.
 *
 * Each index is made when it is first asked for. Without them a path costs a walk over all things
 * or rows that it might mean, and a hundred thousand paths the square of that.
 */
#include "base/utf8.h"
#include "model/build.h"
#include "model/eval_internal.h"
#include "model/scope.h"

static uint64_t pair_key(uint32_t first, uint32_t second)
{
    return (uint64_t)first << 32 | second;
}

static void put_first(U32Map *map, uint64_t key, uint32_t value)
{
    uint32_t *at = u32map_put(map, key);
    *at = *at == 0 ? value : *at;
}

/* --- the things of a word --------------------------------------------------------------------- */

static void name_thing(EvalState *s, Arena *arena, uint64_t key, DeclId d, int rank)
{
    uint32_t *at = u32map_put(&s->thing_by_name, key);
    if (*at == 0) {
        *vec_push(arena, &s->named) = (NamedThing){d, 0, rank};
        *at = s->named.len;
        return;
    }
    NamedThing *n = &s->named.at[*at - 1];
    if (rank < n->rank)
        *n = (NamedThing){d, 0, rank};
    else if (rank == n->rank && n->first != d && n->other == 0)
        n->other = d;
}

static void index_thing(Model *m, TermId term, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    Sym syms[3] = {decl->name, scope_title(m, decl), build_sym(m, decl_number(m, decl)->text)};
    for (int rank = 0; rank < 3; rank++)
        if (syms[rank] != 0)
            name_thing(eval_state(m), m->arena, pair_key(term, syms[rank]), decl_self(m, d), rank);
}

const DeclList *index_things(Model *m, TermId term)
{
    EvalState *s = eval_state(m);
    uint32_t *at = u32map_put(&s->list_of_term, term);
    if (*at != 0)
        return s->lists.at[*at - 1];
    DeclList *list = arena_new(m->arena, DeclList);
    *vec_push(m->arena, &s->lists) = list;
    *at = s->lists.len;
    uint16_t kind = vocab_term(term)->id;
    bool any = eval_generic_word(term);
    for (DeclId d = scope_next(m, 0, kind, 0); d != 0; d = scope_next(m, 0, kind, d))
        if (any || model_decl(m, d)->term == term) {
            *vec_push(m->arena, list) = d;
            index_thing(m, term, d);
        }
    return list;
}

NameHit eval_only_thing(Model *m, Str word)
{
    TermId term = vocab_find(VG_KIND, utf8_fold(m->scratch, word), K_NONE);
    const DeclList *things = term == 0 ? NULL : index_things(m, term);
    if (things == NULL || things->len == 0)
        return NAME_NONE;
    if (things->len > 1)
        return (NameHit){NAME_AMBIGUOUS, things->at[0], things->at[1]};
    return (NameHit){NAME_FOUND, things->at[0], 0};
}

NameHit index_thing_named(Model *m, TermId term, Sym sym)
{
    (void)index_things(m, term);
    EvalState *s = eval_state(m);
    const uint32_t *at = sym == 0 ? NULL : u32map_get(&s->thing_by_name, pair_key(term, sym));
    if (at == NULL)
        return NAME_NONE;
    const NamedThing *n = &s->named.at[*at - 1];
    return (NameHit){n->other == 0 ? NAME_FOUND : NAME_AMBIGUOUS, n->first, n->other};
}

/* --- what a report says ----------------------------------------------------------------------- */

PropId index_status_said(Model *m, DeclId report, DeclId thing)
{
    EvalState *s = eval_state(m);
    uint32_t *made = u32map_put(&s->status_said, pair_key(report, 0));
    for (DeclId d = *made == 0 ? report + 1 : m->decls.len; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        PropId said = decl->answers && decl->same != 0 ? decl_prop(m, d, P_STATUS, NULL) : 0;
        if (said != 0 && model_prop(m, said)->count > 0 && decl_inside(m, d, report))
            put_first(&s->status_said, pair_key(report, decl->same), said);
    }
    *u32map_put(&s->status_said, pair_key(report, 0)) = 1;
    const uint32_t *said = u32map_get(&s->status_said, pair_key(report, thing));
    return said == NULL ? 0 : *said;
}

/* --- counts ----------------------------------------------------------------------------------- */

/* The filter but for what it counts inside, as a symbol, with what its names mean there; in a
 * report a status is what that report says. */
static Sym filter_sym(Model *m, DeclId scope, const Filter *f)
{
    Buf key;
    buf_init(&key, m->scratch);
    buf_printf(&key, "antall %u %u %d", f->term, filter_report(m, scope), f->added);
    for (uint32_t i = 0; i < f->count; i++) {
        const FilterTest *test = &f->tests[i];
        NameHit hit = scope_find(m, scope, test->value, K_NONE);
        buf_printf(&key, " %u %u %d %u %.*s", hit.kind == NAME_FOUND ? hit.decl : 0, test->property,
                   test->or_else, test->value.len, STR_ARG(test->value));
    }
    return interner_add(&m->syms, buf_view(&key));
}

/* One more inside `of`, once for each thing: *last is the thing that counted there last. */
static void count_inside(EvalState *s, Sym key, DeclId of, DeclId thing)
{
    if (of == 0 || of == thing)
        return;
    uint32_t *last = u32map_put(&s->counted_last, pair_key(key, of));
    if (*last == thing)
        return;
    *last = thing;
    ++*u32map_put(&s->counts, pair_key(key, of));
}

/* In all that it stands in, in what an `om` or a report around it is about, and in what it belongs
 * to. */
static void count_thing(Model *m, Sym key, DeclId thing)
{
    EvalState *s = eval_state(m);
    ++*u32map_put(&s->counts, pair_key(key, 0));
    for (DeclId d = thing; d != 0; d = model_decl(m, d)->parent) {
        count_inside(s, key, d, thing);
        if (model_decl(m, d)->kind == K_AGAIN || model_decl(m, d)->answers)
            count_inside(s, key, model_decl(m, d)->same, thing);
    }
    PropId p = decl_prop(m, thing, P_BELONGS_TO, NULL);
    for (uint32_t i = 0; p != 0 && i < model_prop(m, p)->count; i++)
        count_inside(s, key, model_fact(m, model_prop(m, p)->first + i)->ref, thing);
}

static DeclId next_counted(const Model *m, const Filter *f, DeclId after)
{
    return f->added ? scope_next_new(m, f->kind, after) : scope_next(m, 0, f->kind, after);
}

uint32_t index_count(Model *m, DeclId scope, const Filter *f)
{
    EvalState *s = eval_state(m);
    Sym key = filter_sym(m, scope, f);
    DeclId report = filter_report(m, scope);
    if (u32map_get(&s->counts, pair_key(key, 0)) == NULL) {
        Filter everywhere = *f;
        everywhere.inside = 0;
        *u32map_put(&s->counts, pair_key(key, 0)) = 0;
        for (DeclId d = next_counted(m, f, 0); d != 0; d = next_counted(m, f, d)) {
            eval_spend(m, 1);
            if (f->added && decl_plan(m, d) != report)
                continue; /* another report's */
            if (filter_takes(m, scope, &everywhere, d))
                count_thing(m, key, d);
        }
    }
    const uint32_t *count = u32map_get(&s->counts, pair_key(key, f->inside));
    return count == NULL ? 0 : *count;
}
