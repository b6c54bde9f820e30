/*
 * eval_memo.c — what the same call over many figures gives, worked out once.  Layer: model.
 *
 * in:  calls such as sum(ramme.2018), as they stand in one scope again and again
 * out: their Results
 *
 * A plan may claim a hundred things of one long list. What is short is worked out anew, which
 * costs less than remembering it; so is what there was something to say about, since it is said of
 * each place. Figures do not change once they are evaluated, so what is kept stays true.
 */
#include "model/eval_internal.h"

enum { FEW_TERMS = 32 };

static uint64_t memo_key(const Eval *e, Sym text)
{
    return (uint64_t)e->scope << 32 | text;
}

/* A copy whose vectors grow in the arena given. */
static Result copy_result(Arena *arena, const Result *r)
{
    Result copy = *r;
    copy.items.at = NULL;
    copy.items.len = copy.items.cap = 0;
    copy.terms = (TermRuns){0};
    vec_room(arena, &copy.items, r->items.len);
    for (uint32_t i = 0; i < r->items.len; i++)
        *vec_push(arena, &copy.items) = r->items.at[i];
    terms_join(arena, &copy.terms, &r->terms);
    return copy;
}

Result eval_call_once(Eval *e, NodeRef node)
{
    Model *m = e->m;
    EvalState *s = eval_state(m);
    Str text = tree_text(e->tree, node);
    Sym sym = e->inside != 0 ? 0 : interner_find(&m->syms, text);
    const uint32_t *at = sym == 0 ? NULL : u32map_get(&s->memo_of_call, memo_key(e, sym));
    if (at != NULL)
        return copy_result(m->scratch, &s->memos.at[*at]);
    uint32_t findings = m->sink->list.len;
    Result r = eval_call(e, node);
    if (r.kind != RES_FIGURES || !r.scalar || terms_count(&r.terms) <= FEW_TERMS ||
        e->inside != 0 || s->unwinding || s->busy.len > 0 || m->sink->list.len != findings)
        return r;
    sym = interner_add(&m->syms, text);
    *u32map_put(&s->memo_of_call, memo_key(e, sym)) = s->memos.len;
    *vec_push(m->arena, &s->memos) = copy_result(m->arena, &r);
    return r;
}
