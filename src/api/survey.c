/*
 * survey.c — how the files in folders hang together, before any of them is checked.  Layer: api.
 *
 * In: the names of the files. Out: batches of work: a root and the parts that say they belong to it.
 * Each file is read and parsed in a session of its own, on the crew's threads, and all that is
 * kept of it is which files it names. Parsing twice costs a third of a check, and buys that no
 * more than one batch a thread is ever in memory.
 */
#include "api/session.h"
#include "base/map.h"

#include <stdlib.h>

/* What a file says of others. OWNED, malloc, since it outlives the session that found it out. */
typedef struct Surveyed {
    hplan_status status;
    char *paths; /* its own, of what it is part of in the end (empty: nothing), of what it takes */
    size_t len;  /* each with its NUL */
} Surveyed;

typedef struct Survey {
    hplan_session *s;
    Surveyed *files; /* by number, as s->found */
} Survey;

/* ---- one file ------------------------------------------------------------------------------- */

static void put_path(Buf *out, const hplan_session *s, FileId file)
{
    if (file != FILE_NONE)
        buf_str(out, sources_get(&s->sources, file)->path);
    buf_char(out, '\0');
}

/* What a part belongs to in the end; of parts of one another, in a ring, the first by name, so
 * that all of them meet there wherever the climb began. */
static FileId top_of(hplan_session *s, FileId id)
{
    FileId top = closure_climb(s, id);
    FileId first = top;
    FileId at = load_file(s, top)->part_of;
    for (; at != FILE_NONE && at != top; at = load_file(s, at)->part_of)
        if (str_cmp(sources_get(&s->sources, at)->path, sources_get(&s->sources, first)->path) < 0)
            first = at;
    return first;
}

static void put_links(Buf *out, hplan_session *s, FileId id)
{
    load_follow(s, id);
    put_path(out, s, id);
    put_path(out, s, load_file(s, id)->part_of == FILE_NONE ? FILE_NONE : top_of(s, id));
    FileId settings = load_settings(s, id);
    if (settings != FILE_NONE && settings != id)
        put_path(out, s, settings);
    const File *file = load_file(s, id);
    for (uint32_t i = 0; i < file->uses.len; i++)
        if (file->uses.at[i].target != FILE_NONE)
            put_path(out, s, file->uses.at[i].target);
}

static hplan_status look_at(hplan_session *s, Str name, Surveyed *out)
{
    FileId id;
    Buf paths;
    if (setjmp(s->policy.on_failure) != 0)
        return HPLAN_NOMEM;
    hplan_status status = load_found(s, name, &id);
    if (status != HPLAN_OK)
        return status;
    buf_init(&paths, &s->arena);
    put_links(&paths, s, id);
    out->len = paths.len;
    out->paths = malloc(out->len);
    if (out->paths == NULL)
        return HPLAN_NOMEM;
    memcpy(out->paths, paths.ptr, out->len);
    return HPLAN_OK;
}

static void look(void *to, size_t i)
{
    const Survey *survey = to;
    Surveyed *out = &survey->files[i];
    hplan_session *s = many_open(survey->s);
    out->status = s == NULL ? HPLAN_NOMEM : look_at(s, survey->s->found.at[i], out);
    hplan_session_close(s);
}

/* ---- all of them ---------------------------------------------------------------------------- */

/* The found files as a graph of their numbers. */
typedef struct Graph {
    Arena *arena;
    uint32_t count;
    SourceSet by_path;  /* its FileIds are the numbers */
    Str *top;           /* the path of what a file is part of in the end; empty: of nothing */
    Batch *takes;        /* numbers of the found files that it takes in */
    uint32_t *taken_by;  /* the first that takes it in; FILE_NONE: none */
    bool *reached;
} Graph;

static void read_links(Graph *g, uint32_t file, const Surveyed *from)
{
    size_t at = strlen(from->paths) + 1;
    g->top[file] = str_from(from->paths + at);
    at += g->top[file].len + 1;
    while (at < from->len) {
        Str path = str_from(from->paths + at);
        FileId target = sources_find(&g->by_path, path);
        at += path.len + 1;
        if (target == FILE_NONE || target == file)
            continue;
        *vec_push(g->arena, &g->takes[file]) = target;
        if (g->taken_by[target] == FILE_NONE)
            g->taken_by[target] = file;
    }
}

static void draw(Graph *g, const Survey *survey)
{
    sources_init(&g->by_path, g->arena);
    g->top = arena_array(g->arena, Str, g->count);
    g->takes = arena_array(g->arena, Batch, g->count);
    g->taken_by = arena_array(g->arena, uint32_t, g->count);
    g->reached = arena_array(g->arena, bool, g->count);
    for (uint32_t i = 0; i < g->count; i++) {
        sources_add(&g->by_path, STR_NONE, str_from(survey->files[i].paths), NULL, 0);
        g->taken_by[i] = FILE_NONE;
    }
    for (uint32_t i = 0; i < g->count; i++)
        read_links(g, i, &survey->files[i]);
}

static void reach(Graph *g, uint32_t from)
{
    Batch open = {0};
    *vec_push(g->arena, &open) = from;
    while (open.len > 0) {
        uint32_t file = open.at[--open.len];
        if (g->reached[file])
            continue;
        g->reached[file] = true;
        for (uint32_t i = 0; i < g->takes[file].len; i++)
            *vec_push(g->arena, &open) = g->takes[file].at[i];
    }
}

/* The batch of a file: a part joins the file that it belongs to, found or not. *batches_of maps the
 * hash of a path to the number of its batch + 1. */
static void join(Graph *g, U32Map *batches_of, Batches *batches, Str path, uint32_t file)
{
    uint32_t *batch = u32map_put(batches_of, hash_bytes(path.ptr, path.len));
    if (*batch == 0) {
        (void)vec_push(g->arena, batches);
        *batch = batches->len;
    }
    *vec_push(g->arena, &batches->at[*batch - 1]) = file;
}

/* The file that is checked where `file` is: the one that takes in what it belongs to, and so on.
 * FILE_NONE: nobody takes that in, or they take in one another in a ring. */
static uint32_t taker(const Graph *g, uint32_t file)
{
    uint32_t at = FILE_NONE;
    for (uint32_t steps = 0; steps < g->count; steps++) {
        Str top = g->top[file];
        uint32_t owner = top.len > 0 ? sources_find(&g->by_path, top) : file;
        if (owner == FILE_NONE || g->taken_by[owner] == FILE_NONE)
            return at == FILE_NONE ? FILE_NONE : owner;
        at = file = g->taken_by[owner];
    }
    return FILE_NONE;
}

/* As roots_find would have it in one session: those that no other file takes in, then of files
 * that take in one another in rings the first. */
static void cut(Graph *g, Batches *batches)
{
    U32Map batches_of;
    u32map_init(&batches_of, g->arena);
    for (uint32_t i = 0; i < g->count; i++) {
        if (g->top[i].len > 0) {
            if (taker(g, i) == FILE_NONE)
                join(g, &batches_of, batches, g->top[i], i);
        } else if (g->taken_by[i] == FILE_NONE) {
            join(g, &batches_of, batches, sources_get(&g->by_path, i)->path, i);
            reach(g, i);
        }
    }
    for (uint32_t i = 0; i < g->count; i++) {
        uint32_t root = g->top[i].len > 0 ? taker(g, i) : FILE_NONE;
        if (root != FILE_NONE)
            join(g, &batches_of, batches, sources_get(&g->by_path, root)->path, i);
    }
    for (uint32_t i = 0; i < g->count; i++)
        if (g->top[i].len > 0)
            reach(g, i);
    for (uint32_t i = 0; i < g->count; i++) {
        if (g->reached[i])
            continue;
        join(g, &batches_of, batches, sources_get(&g->by_path, i)->path, i);
        reach(g, i);
    }
}

static void release(void *survey)
{
    Survey *all = survey;
    for (uint32_t i = 0; i < all->s->found.len; i++)
        free(all->files[i].paths);
    free(all->files);
}

hplan_status survey(hplan_session *s, Batches *batches)
{
    uint32_t count = s->found.len;
    hplan_status status = HPLAN_OK;
    Survey all = {s, calloc(count, sizeof(Surveyed))};
    if (all.files == NULL)
        return HPLAN_NOMEM;
    arena_hold(&s->arena, release, &all);
    s->options.crew(s->options.crew_context, count, look, &all);
    for (uint32_t i = 0; i < count && status == HPLAN_OK; i++)
        status = all.files[i].status;
    if (status == HPLAN_OK) {
        Graph g = {.arena = &s->arena, .count = count};
        draw(&g, &all);
        cut(&g, batches);
    }
    arena_unhold(&s->arena);
    release(&all);
    return status;
}
