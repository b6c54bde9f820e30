/*
 * folder.c — every plan in a folder and below it.  Layer: api.
 *
 * In: a folder. Out: its *.hplan files in the order of their names, which is the same on every
 * machine. Hidden ones are left out, and links are not followed, so there is no way round. A folder
 * below that cannot be read stops nobody: it is told of, and the rest is checked.
 */
#include "api/path.h"
#include "api/session.h"

#include <stdlib.h>

#define FOLDER_MAX_DEPTH 200

/* Runs inside the host's listing, so it must not jump: hence malloc, and a mark where it fails. */
static void keep_entry(void *session, const char *name)
{
    hplan_session *s = session;
    size_t len = strlen(name) + 1;
    if (s->broken)
        return;
    if (s->names_cap - s->names_len < len) {
        size_t cap = (s->names_cap + len) * 2;
        char *larger = realloc(s->names, cap);
        if (larger == NULL) {
            s->broken = true;
            return;
        }
        s->names = larger;
        s->names_cap = cap;
    }
    memcpy(s->names + s->names_len, name, len);
    s->names_len += len;
}

static void sort_names(Arena *scratch, Names *names)
{
    uint32_t count = names->len;
    Str *from = names->at;
    Str *to = arena_array(scratch, Str, count);
    for (uint64_t run = 1; run < count; run *= 2) {
        for (uint64_t start = 0; start < count; start += 2 * run) {
            uint64_t middle = start + run < count ? start + run : count;
            uint64_t end = middle + run < count ? middle + run : count;
            uint64_t left = start;
            uint64_t right = middle;
            for (uint64_t i = start; i < end; i++) {
                bool take =
                    left < middle && (right >= end || str_cmp(from[left], from[right]) <= 0);
                to[i] = take ? from[left++] : from[right++];
            }
        }
        Str *done = to;
        to = from;
        from = done;
    }
    names->at = from;
}

hplan_status folder_names(hplan_session *s, Str path, Names *out)
{
    s->names_len = 0;
    hplan_status status =
        s->host->list(s->host->context, path_cstr(&s->arena, path), keep_entry, s);
    if (s->broken)
        status = HPLAN_NOMEM;
    for (size_t at = 0; status == HPLAN_OK && at < s->names_len;) {
        Str name = str_from(s->names + at);
        *vec_push(&s->arena, out) = str_dup(&s->arena, name);
        at += name.len + 1;
    }
    sort_names(&s->arena, out);
    return status;
}

/* The entries of a folder that is being walked, and how far the walk has come in them. */
typedef struct Level {
    Str path; /* as shown; empty for the current folder */
    Names names;
    uint32_t next;
} Level;

static hplan_status open_level(hplan_session *s, Str path, Level *level)
{
    *level = (Level){.path = path};
    return folder_names(s, path.len > 0 ? path : STR("."), &level->names);
}

hplan_status folder_add_plan(hplan_session *s, const Found *plan)
{
    FileId file;
    hplan_status status = load_found(s, plan, &file);
    if (status == HPLAN_OK)
        *vec_push(&s->arena, &s->given) = (Given){file, true};
    return status;
}

/* A folder below the one that was named and that cannot be had: it is kept to be told of, and the
 * others are checked. */
static hplan_status pass_over(hplan_session *s, Str path, hplan_status why)
{
    if (why == HPLAN_NOMEM)
        return why;
    *vec_push(&s->arena, &s->unread) = (Unread){path_cstr(&s->arena, path), why};
    return HPLAN_OK;
}

/* One entry: opens a level below, or is a plan. */
static hplan_status visit(hplan_session *s, Str path, Level *below, Names *plans)
{
    Str ending = STR(".hplan");
    bool plan = str_ends(path, ending) && path_base(path).len > ending.len;
    hplan_path_kind kind = s->host->kind(s->host->context, path_cstr(&s->scratch, path));
    if (kind == HPLAN_PATH_FOLDER) {
        hplan_status status = open_level(s, path, below);
        if (status == HPLAN_OK)
            return HPLAN_OK;
        *below = (Level){.path = STR_NONE};
        return pass_over(s, path, status);
    }
    /* What was listed and is now not to be seen is tried all the same: that says why. */
    if (plan && (kind == HPLAN_PATH_FILE || kind == HPLAN_PATH_MISSING))
        *vec_push(&s->arena, plans) = path;
    return HPLAN_OK;
}

hplan_status folder_plans(hplan_session *s, Str path, Names *plans)
{
    Level *levels = arena_array(&s->arena, Level, FOLDER_MAX_DEPTH);
    uint32_t depth = 1;
    path = path_normal(&s->arena, path);
    hplan_status status = open_level(s, str_eq(path, STR(".")) ? STR("") : path, &levels[0]);
    while (status == HPLAN_OK && depth > 0) {
        Level *level = &levels[depth - 1];
        if (level->next == level->names.len) {
            depth--;
            continue;
        }
        Str name = level->names.at[level->next++];
        if (name.ptr[0] == '.')
            continue;
        Level below = {.path = STR_NONE};
        status = visit(s, path_join(&s->arena, level->path, name), &below, plans);
        if (below.path.len > 0 && depth == FOLDER_MAX_DEPTH)
            status = HPLAN_TOO_DEEP;
        else if (below.path.len > 0)
            levels[depth++] = below;
    }
    return status == HPLAN_OK && plans->len == 0 && s->unread.len == 0 ? HPLAN_NO_PLANS : status;
}

/* Where the folders lie too deep, those that were found are checked all the same. */
hplan_status folder_add(hplan_session *s, Str path)
{
    Names plans = {0};
    hplan_status status = folder_plans(s, path, &plans);
    for (uint32_t i = 0; i < plans.len; i++) {
        Found file = {.name = plans.at[i]};
        if (s->options.crew != NULL) {
            *vec_push(&s->arena, &s->found) = file;
            continue;
        }
        hplan_status added = folder_add_plan(s, &file);
        if (added != HPLAN_OK)
            return added;
    }
    return status;
}
