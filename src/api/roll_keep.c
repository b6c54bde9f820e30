/*
 * roll_keep.c — what has to stay as it was in next year's plan.  Layer: api.
 *
 * What is finished is left out, but a sum, a count or a claim may hold only with it; and a formula
 * that says «resultat» of an indicator with one result no longer knows which, once it has two.
 * Which things that concerns is found by trying: as many are changed as cause no errors.
 */
#include "api/roll_keep.h"

/* A trial checks the whole plan, so a large one gets fewer; what is not tried is kept. */
enum { MOST_TRIALS = 32, MOST_BYTES = 16 << 20 };

typedef struct Keeping {
    hplan_session *s;
    Model *m;
    const RollFiles *files;
    const RollWish *wish;
    Rolled whole;   /* with everything changed that may be */
    bool *keep;     /* by DeclId */
    size_t allowed; /* errors that are there whatever is kept */
    size_t trials;  /* that are left */
} Keeping;

hplan_status roll_try(hplan_session *s, Model *m, const RollFiles *files, const RollWish *wish,
                      Arena *arena, Trial *trial)
{
    Rolled rolled = {0};
    TrialTexts texts = {0};
    roll_plan(&rolled, m, wish);
    for (uint32_t i = 0; i < files->len; i++) {
        Buf text;
        buf_init(&text, arena);
        roll_put(&text, m, files->at[i], &rolled.edits);
        size_t len = text.len;
        buf_put(&text, "\0\0", 2);
        *vec_push(arena, &texts) = (TrialText){files->at[i], text.ptr, len};
    }
    return trial_open_texts(trial, s, &texts);
}

static size_t errors_in(const hplan_session *s, FileId file)
{
    size_t count = 0;
    for (uint32_t i = 0; i < s->sink.list.len; i++) {
        const Diag *d = s->sink.list.at[i];
        count += d->severity == SEV_ERROR && !d->silenced && !d->known && d->span.file == file;
    }
    return count;
}

/* How many errors the new plan would have in the old one's place. */
static hplan_status count_errors(const Keeping *k, size_t *errors)
{
    Arena arena;
    Trial trial;
    *errors = 0;
    arena_open_inner(&arena, &k->s->arena);
    hplan_status status = roll_try(k->s, k->m, k->files, k->wish, &arena, &trial);
    if (status == HPLAN_OK) {
        for (uint32_t i = 0; i < k->files->len; i++)
            *errors += errors_in(trial.session, trial_file(&trial, k->files->at[i]));
        trial_close(&trial);
    }
    arena_close_inner(&arena, &k->s->arena);
    return status;
}

static void keep_these(Keeping *k, uint32_t from, uint32_t to, bool keep)
{
    for (uint32_t i = from; i < to; i++)
        k->keep[k->whole.changed.at[i]] = keep;
}

/* As many of these are changed as the plan holds with. */
static hplan_status change(Keeping *k, uint32_t from, uint32_t to)
{
    size_t errors;
    if (k->trials == 0)
        return HPLAN_OK;
    k->trials--;
    keep_these(k, from, to, false);
    hplan_status status = count_errors(k, &errors);
    if (status != HPLAN_OK || errors <= k->allowed)
        return status;
    keep_these(k, from, to, true);
    if (to - from == 1)
        return HPLAN_OK;
    uint32_t middle = from + (to - from) / 2;
    status = change(k, from, middle);
    return status == HPLAN_OK ? change(k, middle, to) : status;
}

static size_t trials_for(const Keeping *k)
{
    size_t bytes = 1;
    for (uint32_t i = 0; i < k->files->len; i++)
        bytes += sources_get(&k->s->sources, k->files->at[i])->len;
    size_t trials = 1 + MOST_BYTES / bytes;
    return trials < MOST_TRIALS ? trials : MOST_TRIALS;
}

hplan_status roll_keep(hplan_session *s, Model *m, const RollFiles *files, RollWish *wish)
{
    Keeping k = {.s = s, .m = m, .files = files, .wish = wish};
    roll_plan(&k.whole, m, wish);
    if (k.whole.changed.len == 0)
        return HPLAN_OK;
    wish->keep = k.keep = arena_array(&s->arena, bool, m->decls.len);
    k.trials = trials_for(&k);
    keep_these(&k, 0, k.whole.changed.len, true);
    hplan_status status = count_errors(&k, &k.allowed);
    return status == HPLAN_OK ? change(&k, 0, k.whole.changed.len) : status;
}
