/*
 * many.c — many plans: each root of a folder in a session of its own.  Layer: api.
 *
 * In: the files found in folders, and a crew with threads. Out: their roots, findings and counted
 * figures, in the order of the files, whoever came first. No session sees another one; they share
 * the host and nothing else.
 */
#include "api/session.h"

typedef struct Many {
    hplan_session *s;
    const Batches *batches;
} Many;

hplan_session *many_open(const hplan_session *s)
{
    hplan_options options = s->options;
    options.host = s->host;
    options.crew = NULL;
    return hplan_session_open(&options);
}

static hplan_status give(hplan_session *s, const hplan_session *asking, const Batch *batch)
{
    hplan_status status = HPLAN_OK;
    if (setjmp(s->policy.on_failure) != 0)
        return HPLAN_NOMEM;
    for (uint32_t i = 0; i < batch->len && status == HPLAN_OK; i++)
        status = folder_add_plan(s, &asking->found.at[batch->at[i]]);
    return status;
}

static void check_batch(void *to, size_t i)
{
    const Many *many = to;
    Outcome *out = &many->s->outcomes[i];
    hplan_session *s = many_open(many->s);
    out->status = s == NULL ? HPLAN_NOMEM : give(s, many->s, &many->batches->at[i]);
    if (out->status == HPLAN_OK)
        out->status = hplan_session_check(s);
    if (out->status == HPLAN_OK)
        out->status = outcome_take(s, out);
    out->arena.policy = &many->s->policy; /* that session is gone in a moment */
    hplan_session_close(s);
}

/* All files come to be known in the order in which they were found, so that findings are told in
 * that order. Their texts come with the outcomes, where they are needed. */
static void register_found(hplan_session *s)
{
    const Found *before = NULL;
    for (uint32_t i = 0; i < s->found.len; i++) {
        Found *file = &s->found.at[i];
        bool there = load_place(s, file, before) == HPLAN_OK;
        before = there ? file : before;
        Str path = there ? file->path : file->name;
        if (sources_find(&s->sources, path) == FILE_NONE)
            sources_add(&s->sources, file->name, path, "", 0);
    }
}

hplan_status many_check(hplan_session *s)
{
    Batches batches = {0};
    if (s->found.len == 0)
        return HPLAN_OK;
    register_found(s);
    hplan_status status = survey(s, &batches);
    if (status != HPLAN_OK)
        return status;
    s->outcomes = arena_array(&s->arena, Outcome, batches.len);
    s->outcome_count = batches.len;
    for (uint32_t i = 0; i < batches.len; i++)
        arena_init(&s->outcomes[i].arena, &s->policy);
    Many many = {s, &batches};
    s->options.crew(s->options.crew_context, batches.len, check_batch, &many);
    for (uint32_t i = 0; i < batches.len && status == HPLAN_OK; i++) {
        status = s->outcomes[i].status;
        if (status == HPLAN_OK)
            outcome_merge(s, &s->outcomes[i]);
    }
    return status;
}
