/*
 * closure.c — which files make up a document: up by `del av`, down by `bruk`.  Layer: api.
 *
 * In: a file. Out: the closed set of files that the model is built from, in the order in which
 * they are met, and findings where files take in one another in a ring.
 */
#include "api/session.h"

/* ---- up ------------------------------------------------------------------------------------- */

/* Says so at the file of the ring that was read first, and returns it: whichever of them the way
 * began at, it ends at the same one. */
static FileId part_ring(hplan_session *s, const FileId *ring, uint32_t count)
{
    FileId first = ring[0];
    for (uint32_t i = 1; i < count; i++)
        first = ring[i] < first ? ring[i] : first;
    File *file = load_file(s, first);
    if (sink_has(&file->sink, HP9004, file->part_span))
        return first;
    Diag *d = diag_at(&file->sink, HP9004, file->part_span);
    for (FileId at = file->part_of; at != first; at = load_file(s, at)->part_of)
        diag_place(d, load_file(s, at)->part_span, L_LEADS_ON);
    return first;
}

FileId closure_climb(hplan_session *s, FileId file)
{
    FileId way[INCLUDE_MAX_DEPTH];
    for (uint32_t steps = 0; steps < INCLUDE_MAX_DEPTH; steps++) {
        load_follow(s, file);
        way[steps] = file;
        FileId up = load_file(s, file)->part_of;
        if (up == FILE_NONE)
            return file;
        for (uint32_t i = 0; i <= steps; i++)
            if (way[i] == up)
                return part_ring(s, way + i, steps + 1 - i);
        file = up;
    }
    diag_at(&load_file(s, file)->sink, HP9009, (Span){file, 0, 0});
    load_file(s, file)->lost = true;
    return file;
}

/* ---- down ----------------------------------------------------------------------------------- */

typedef struct Step {
    FileId file;
    uint32_t next; /* of its uses */
} Step;

typedef struct Walk {
    hplan_session *s;
    Inputs *inputs;
    DiagSink *sink;
    Step way[INCLUDE_MAX_DEPTH]; /* from the root to where the walk is */
    uint32_t depth;
    Closure state;
} Walk;

static Span use_span(const Walk *w, FileId file, const Use *use)
{
    return tree_span(load_file(w->s, file)->tree, use->node);
}

/* The statement that closes a ring, with those that lead to it from the file it goes back to. */
static void use_ring(Walk *w, FileId from, const Use *use)
{
    Diag *d = diag_at(w->sink, HP9004, use_span(w, from, use));
    diag_label(d, L_CLOSES_RING);
    diag_str(d, sources_get(&w->s->sources, use->target)->name);
    uint32_t at = 0;
    while (w->way[at].file != use->target)
        at++;
    for (; at + 1 < w->depth; at++) {
        const File *file = load_file(w->s, w->way[at].file);
        diag_place(d, use_span(w, w->way[at].file, &file->uses.at[w->way[at].next - 1]),
                   L_LEADS_ON);
    }
}

static void enter(Walk *w, FileId id, int32_t part_of)
{
    load_follow(w->s, id);
    File *file = load_file(w->s, id);
    file->state = FILE_OPEN;
    file->cursor = 0;
    file->input = w->inputs->len;
    if (file->lost && w->depth == 0)
        w->state = CLOSURE_LOST;
    else if ((file->lost || file->lacks) && w->state == CLOSURE_WHOLE)
        w->state = CLOSURE_LACKING;
    *vec_push(&w->s->arena, w->inputs) = (ModelInput){id, file->tree, part_of};
    w->way[w->depth++] = (Step){id, 0};
}

static void take(Walk *w, FileId from, const Use *use)
{
    File *target = load_file(w->s, use->target);
    int32_t part_of = use->in_body ? (int32_t)load_file(w->s, from)->input : -1;
    if (target->state == FILE_OPEN) {
        use_ring(w, from, use);
    } else if (target->state == FILE_DONE) {
        ModelInput *input = &w->inputs->at[target->input];
        if (input->part_of < 0) /* first met beside a file, and now inside one: there it belongs */
            input->part_of = part_of;
    } else if (w->depth == INCLUDE_MAX_DEPTH) {
        diag_at(w->sink, HP9009, use_span(w, from, use));
        w->state = CLOSURE_LOST;
    } else {
        enter(w, use->target, part_of);
    }
}

static void forget_states(hplan_session *s)
{
    for (uint32_t i = 0; i < s->files.len; i++)
        if (s->files.at[i] != NULL)
            s->files.at[i]->state = FILE_NEW;
}

/* Copies of what each file has to say: a plan's draft or `kjent feil` may change its severity. */
static void pass_on(Walk *w)
{
    for (uint32_t i = 0; i < w->inputs->len; i++) {
        const DiagSink *from = &load_file(w->s, w->inputs->at[i].file)->sink;
        for (uint32_t k = 0; k < from->list.len; k++) {
            Diag *copy = arena_new(&w->s->arena, Diag);
            *copy = *from->list.at[k];
            copy->sink = w->sink;
            *vec_push(&w->s->arena, &w->sink->list) = copy;
        }
    }
}

static void walk(Walk *w, FileId from)
{
    enter(w, from, -1);
    while (w->depth > 0) {
        Step *step = &w->way[w->depth - 1];
        File *file = load_file(w->s, step->file);
        if (step->next < file->uses.len) {
            const Use *use = &file->uses.at[step->next++];
            if (use->target != FILE_NONE)
                take(w, step->file, use);
        } else {
            file->state = FILE_DONE;
            w->depth--;
        }
    }
}

Closure closure_walk(hplan_session *s, FileId root, Inputs *inputs, DiagSink *sink)
{
    Walk w = {.s = s, .inputs = inputs, .sink = sink, .state = CLOSURE_WHOLE};
    forget_states(s);
    walk(&w, root);
    FileId settings = load_settings(s, root);
    if (settings != FILE_NONE && load_file(s, settings)->state == FILE_NEW)
        walk(&w, settings);
    pass_on(&w);
    return w.state;
}

FileId closure_target(void *session, FileId from, NodeRef statement)
{
    hplan_session *s = session;
    File *file = load_file(s, from);
    for (uint32_t i = 0; i < file->uses.len; i++) {
        uint32_t at = (file->cursor + i) % file->uses.len;
        if (file->uses.at[at].node == statement) {
            file->cursor = at + 1;
            return file->uses.at[at].target;
        }
    }
    return FILE_NONE;
}
