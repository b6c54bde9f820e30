/*
 * survey.c — how the files in folders hang together, before any of them is checked.  Layer: api.
 *
 * In: the names of the files. Out: batches of work: a root and the parts that say they belong to
 * it. Each file is looked at in a session of its own, on the crew's threads, and all that is kept
 * of it is which files it names. Only one that may name some is parsed for that (links.c), and none
 * that it names is read, so that no more than one batch a thread is ever in memory.
 */
#include "api/session.h"
#include "base/map.h"

#include <stdlib.h>

/* What a file says of others. OWNED, malloc, since it outlives the session that found it out. */
typedef struct Surveyed {
    hplan_status status;
    bool lost;   /* it cannot be read: nobody has it as a part or takes it in */
    char *paths; /* its own, of what it is part of (empty: nothing), of what it takes */
    size_t len;  /* each with its NUL */
} Surveyed;

typedef struct Survey {
    hplan_session *s;
    FoundFiles places; /* of those that were found, then of what parts belong to elsewhere */
    Surveyed *files;   /* by number, as places; malloc */
    uint32_t looked;   /* so many of them have been looked at */
    SourceSet by_path; /* its FileIds are the numbers */
} Survey;

/* ---- one file ------------------------------------------------------------------------------- */

static void put_path(Buf *out, Str path)
{
    buf_str(out, path);
    buf_char(out, '\0');
}

static Str path_of(const hplan_session *s, FileId file)
{
    return file == FILE_NONE ? STR_NONE : sources_get(&s->sources, file)->path;
}

static void put_links(Buf *out, hplan_session *s, FileId id)
{
    load_follow(s, id);
    const File *file = load_file(s, id);
    put_path(out, path_of(s, id));
    put_path(out, path_of(s, file->part_of));
    put_path(out, load_settings_path(s, file));
    for (uint32_t i = 0; i < file->uses.len; i++)
        if (file->uses.at[i].target != FILE_NONE)
            put_path(out, path_of(s, file->uses.at[i].target));
}

static hplan_status look_at(hplan_session *s, const Found *file, Surveyed *out)
{
    FileId id;
    Buf paths;
    if (setjmp(s->policy.on_failure) != 0)
        return HPLAN_NOMEM;
    s->links_only = true;
    hplan_status status = load_found(s, file, &id);
    if (status != HPLAN_OK)
        return status;
    out->lost = !load_file(s, id)->on_disk;
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
    uint32_t number = survey->looked + (uint32_t)i;
    Surveyed *out = &survey->files[number];
    hplan_session *s = many_open(survey->s);
    out->status = s == NULL ? HPLAN_NOMEM : look_at(s, &survey->places.at[number], out);
    hplan_session_close(s);
}

/* ---- all of them ---------------------------------------------------------------------------- */

static Str own_path(const Surveyed *file)
{
    return str_from(file->paths);
}

static Str whole_path(const Surveyed *file)
{
    return str_from(file->paths + own_path(file).len + 1);
}

/* Looks at those that nobody has looked at. */
static hplan_status look_on(Survey *survey)
{
    hplan_session *s = survey->s;
    uint32_t count = survey->places.len;
    Surveyed *files = realloc(survey->files, count * sizeof *files);
    if (files == NULL)
        return HPLAN_NOMEM;
    survey->files = files;
    memset(files + survey->looked, 0, (count - survey->looked) * sizeof *files);
    uint32_t first = survey->looked;
    s->options.crew(s->options.crew_context, count - first, look, survey);
    survey->looked = count;
    for (uint32_t i = first; i < count; i++)
        if (files[i].status != HPLAN_OK)
            return files[i].status;
    return HPLAN_OK;
}

/* A part may belong to a file that was not found, since it lies elsewhere, and that to another. */
static void add_wholes(Survey *survey, uint32_t first)
{
    for (uint32_t i = first; i < survey->looked; i++) {
        Str path = whole_path(&survey->files[i]);
        if (path.len == 0 || sources_find(&survey->by_path, path) != FILE_NONE)
            continue;
        *vec_push(&survey->s->arena, &survey->places) = (Found){.name = path};
        sources_add(&survey->by_path, STR_NONE, path, NULL, 0);
    }
}

static hplan_status look_at_all(Survey *survey)
{
    hplan_status status = look_on(survey);
    for (uint32_t i = 0; status == HPLAN_OK && i < survey->looked; i++)
        sources_add(&survey->by_path, STR_NONE, own_path(&survey->files[i]), NULL, 0);
    for (uint32_t first = 0; status == HPLAN_OK && first < survey->places.len;) {
        add_wholes(survey, first);
        first = survey->looked;
        if (first < survey->places.len)
            status = look_on(survey);
    }
    return status;
}

/* The files as a graph of their numbers; FILE_NONE is none. */
typedef struct Graph {
    Arena *arena;
    uint32_t count, found; /* those that were found come first */
    const SourceSet *by_path;
    uint32_t *part_of;
    Batch *takes;
    uint32_t *taken_by; /* the first that takes it in */
    uint32_t *batch_of; /* that is checked from this file: its number + 1; 0: none */
    bool *again;        /* another number has this file: a folder was named, and one inside it */
    bool *reached;
} Graph;

static uint32_t find(const Survey *survey, Str path)
{
    uint32_t file = path.len == 0 ? FILE_NONE : sources_find(&survey->by_path, path);
    return file == FILE_NONE || survey->files[file].lost ? FILE_NONE : file;
}

static void read_links(Graph *g, uint32_t file, const Survey *survey)
{
    const Surveyed *from = &survey->files[file];
    Str whole = whole_path(from);
    g->part_of[file] = find(survey, whole);
    for (size_t at = own_path(from).len + whole.len + 2; at < from->len;) {
        Str path = str_from(from->paths + at);
        uint32_t target = find(survey, path);
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
    g->part_of = arena_array(g->arena, uint32_t, g->count);
    g->takes = arena_array(g->arena, Batch, g->count);
    g->taken_by = arena_array(g->arena, uint32_t, g->count);
    g->batch_of = arena_array(g->arena, uint32_t, g->count);
    g->again = arena_array(g->arena, bool, g->count);
    g->reached = arena_array(g->arena, bool, g->count);
    for (uint32_t i = 0; i < g->count; i++) {
        g->taken_by[i] = FILE_NONE;
        g->again[i] = sources_find(&survey->by_path, own_path(&survey->files[i])) != i;
    }
    for (uint32_t i = 0; i < g->count; i++)
        read_links(g, i, survey);
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

static uint32_t first_by_path(const Graph *g, const uint32_t *files, uint32_t count)
{
    uint32_t first = files[0];
    for (uint32_t i = 1; i < count; i++)
        if (str_cmp(sources_get(g->by_path, files[i])->path, sources_get(g->by_path, first)->path) <
            0)
            first = files[i];
    return first;
}

/* What a file is part of in the end, or itself; of parts of one another, in a ring, the first by
 * name, so that all of them meet there wherever the climb began. */
static uint32_t top_of(const Graph *g, uint32_t file)
{
    uint32_t way[INCLUDE_MAX_DEPTH];
    for (uint32_t steps = 0; steps < INCLUDE_MAX_DEPTH; steps++) {
        way[steps] = file;
        uint32_t up = g->part_of[file];
        if (up == FILE_NONE)
            return file;
        for (uint32_t i = 0; i <= steps; i++)
            if (way[i] == up)
                return first_by_path(g, way + i, steps + 1 - i);
        file = up;
    }
    return file;
}

/* The file that is checked where `file` is: the one that takes in what it belongs to, and so on.
 * FILE_NONE: nobody takes that in, or they take in one another in a ring. */
static uint32_t taker(const Graph *g, uint32_t file)
{
    uint32_t at = FILE_NONE;
    for (uint32_t steps = 0; steps < g->count; steps++) {
        uint32_t owner = top_of(g, file);
        if (g->taken_by[owner] == FILE_NONE)
            return at == FILE_NONE ? FILE_NONE : owner;
        at = file = g->taken_by[owner];
    }
    return FILE_NONE;
}

/* A batch that is checked from `top`, and what is checked with it. */
static void begin(Graph *g, Batches *batches, uint32_t top)
{
    if (g->batch_of[top] != 0)
        return;
    (void)vec_push(g->arena, batches);
    g->batch_of[top] = batches->len;
    reach(g, top);
}

/* As roots_find has it in one session: from what no other file takes in, then from what none of
 * those reaches. That is taken in by a part that nobody takes in, or it is the first of a ring. */
static void begin_all(Graph *g, Batches *batches)
{
    for (uint32_t i = 0; i < g->found; i++) {
        uint32_t top = top_of(g, i);
        if (!g->again[i] && g->taken_by[top] == FILE_NONE)
            begin(g, batches, top);
    }
    for (uint32_t i = 0; i < g->found; i++)
        if (!g->again[i] && !g->reached[i] && g->part_of[i] == FILE_NONE)
            begin(g, batches, i);
}

/* In the order in which they were found: who is checked from itself, and parts, each with what it
 * belongs to or with who takes that in. */
static void cut(Graph *g, Batches *batches)
{
    begin_all(g, batches);
    uint32_t begun = batches->len;
    for (uint32_t i = 0; i < g->found; i++) {
        bool part = g->part_of[i] != FILE_NONE;
        bool first = g->batch_of[i] != 0 && g->batch_of[i] <= begun;
        if (g->again[i] || (!part && !first))
            continue;
        uint32_t root = part ? taker(g, i) : i;
        root = root == FILE_NONE ? top_of(g, i) : root;
        begin(g, batches, root);
        *vec_push(g->arena, &batches->at[g->batch_of[root] - 1]) = i;
    }
}

static void release(void *survey)
{
    Survey *all = survey;
    for (uint32_t i = 0; i < all->looked; i++)
        free(all->files[i].paths);
    free(all->files);
}

hplan_status survey(hplan_session *s, Batches *batches)
{
    Survey all = {.s = s};
    for (uint32_t i = 0; i < s->found.len; i++)
        *vec_push(&s->arena, &all.places) = s->found.at[i];
    arena_hold(&s->arena, release, &all);
    sources_init(&all.by_path, &s->arena);
    hplan_status status = look_at_all(&all);
    if (status == HPLAN_OK) {
        Graph g = {.arena = &s->arena,
                   .count = all.places.len,
                   .found = s->found.len,
                   .by_path = &all.by_path};
        draw(&g, &all);
        cut(&g, batches);
    }
    arena_unhold(&s->arena);
    release(&all);
    return status;
}
