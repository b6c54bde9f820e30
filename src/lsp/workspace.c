/*
 * workspace.c — checked sessions for the texts as they are now.  Layer: lsp.
 */
#include "lsp/workspace.h"
#include "lsp/overlay.h"
#include "lsp/uri.h"

#include <stdlib.h>
#include <string.h>

/* What a session gives lives until it is closed, so one that has been asked a great deal is opened
 * anew. */
#define SPENT_MAX ((size_t)24 << 20)

void workspace_init(Workspace *w, const hplan_options *options)
{
    *w = (Workspace){.options = *options};
    w->host = overlay_host(&w->documents);
    w->options.host = &w->host;
}

/* ---- groups --------------------------------------------------------------------------------- */

static void forget(Group *g)
{
    for (size_t i = 0; i < g->file_count; i++)
        lines_free(&g->lines[i]);
    free(g->lines);
    free(g->findings);
    hplan_session_close(g->s);
    *g = (Group){.given = g->given, .path = g->path};
}

static void free_group(Group *g)
{
    forget(g);
    free(g->path);
    free(g);
}

static void drop(Workspace *w, size_t at)
{
    free_group(w->groups[at]);
    memmove(w->groups + at, w->groups + at + 1, (w->count - at - 1) * sizeof *w->groups);
    w->count--;
}

void workspace_free(Workspace *w)
{
    while (w->count > 0)
        drop(w, w->count - 1);
    free(w->groups);
    for (size_t i = 0; i < w->folder_count; i++)
        free(w->folders[i]);
    free(w->folders);
    documents_free(&w->documents);
}

static Group *add(Workspace *w, const Document *given)
{
    Group *g = memory_take(sizeof *g);
    *g = (Group){.given = given, .stale = true};
    GROW(w->groups, w->count, w->cap);
    w->groups[w->count++] = g;
    return g;
}

static void take_findings(Group *g)
{
    hplan_finding finding;
    size_t cap = 0;
    while (hplan_ide_finding(g->s, g->finding_count, &finding) == HPLAN_OK) {
        GROW(g->findings, g->finding_count, cap);
        g->findings[g->finding_count++] = finding;
    }
}

static hplan_status give(const Group *g)
{
    const Document *doc = g->given;
    if (doc == NULL)
        return hplan_file_add(g->s, g->path);
    if (doc->path != NULL)
        return hplan_file_add(g->s, doc->path);
    return hplan_bytes_add(g->s, doc->name, doc->text.at, doc->text.len);
}

/* The old session goes first, so that two never take up room at once. */
static void check(Workspace *w, Group *g)
{
    forget(g);
    g->s = hplan_session_open(&w->options);
    if (g->s == NULL)
        return;
    hplan_status status = give(g);
    if (status == HPLAN_OK)
        status = hplan_session_check(g->s);
    if (status != HPLAN_OK) {
        forget(g);
        return;
    }
    g->file_count = hplan_file_count(g->s);
    g->lines = memory_take(g->file_count * sizeof *g->lines);
    memset(g->lines, 0, g->file_count * sizeof *g->lines);
    take_findings(g);
}

/* ---- files of a group ----------------------------------------------------------------------- */

bool group_file_of(const Group *g, const Document *doc, size_t *file)
{
    if (g->s == NULL)
        return false;
    if (doc->path != NULL)
        return hplan_file_find(g->s, doc->path, file);
    for (*file = 0; g->given == doc && *file < g->file_count; ++*file)
        if (hplan_file_path(g->s, *file) == NULL &&
            strcmp(hplan_file_name(g->s, *file), doc->name) == 0)
            return true;
    return false;
}

Document *group_document(const Workspace *w, const Group *g, size_t file)
{
    const char *path = hplan_file_path(g->s, file);
    if (path != NULL)
        return documents_of_path(&w->documents, path);
    const char *name = hplan_file_name(g->s, file);
    bool given = g->given != NULL && g->given->path == NULL && name != NULL &&
                 strcmp(name, g->given->name) == 0;
    return given ? documents_find(&w->documents, g->given->uri) : NULL;
}

char *group_uri(const Workspace *w, const Group *g, size_t file)
{
    const Document *doc = group_document(w, g, file);
    const char *path = hplan_file_path(g->s, file);
    if (doc != NULL)
        return memory_text(doc->uri, strlen(doc->uri));
    return path != NULL ? uri_from_path(path) : NULL;
}

Lines *group_lines(Group *g, size_t file)
{
    Lines *l = &g->lines[file];
    size_t len;
    if (l->count == 0) {
        const char *text = hplan_file_text(g->s, file, &len);
        lines_build(l, text, len);
    }
    return l;
}

/* ---- what has changed ----------------------------------------------------------------------- */

static void stale(Workspace *w, Group *g)
{
    g->stale = true;
    w->unpublished = true;
}

void workspace_changed(Workspace *w, const Document *doc)
{
    size_t file;
    for (size_t i = 0; i < w->count; i++)
        if (w->groups[i]->given == doc || group_file_of(w->groups[i], doc, &file))
            stale(w, w->groups[i]);
    w->unpublished = true;
}

/* A group that has read the very text need not do so again; one that has not read it may have
 * looked for it in vain. */
void workspace_opened(Workspace *w, const Document *doc)
{
    for (size_t i = 0; i < w->count; i++) {
        Group *g = w->groups[i];
        size_t file, len = 0;
        const char *text = group_file_of(g, doc, &file) ? hplan_file_text(g->s, file, &len) : NULL;
        if (g->given == doc || text == NULL || len != doc->text.len ||
            (len > 0 && memcmp(text, doc->text.at, len) != 0))
            stale(w, g);
    }
    w->unpublished = true;
}

void workspace_closing(Workspace *w, const Document *doc)
{
    for (size_t i = w->count; i-- > 0;)
        if (w->groups[i]->given == doc)
            drop(w, i);
    workspace_all_changed(w);
}

void workspace_all_changed(Workspace *w)
{
    for (size_t i = 0; i < w->count; i++)
        stale(w, w->groups[i]);
    w->unpublished = true;
}

/* ---- settling ------------------------------------------------------------------------------- */

static bool is_read_by_another(const Workspace *w, const Document *doc, const Group *own)
{
    size_t file;
    for (size_t i = 0; i < w->count; i++)
        if (w->groups[i] != own && group_file_of(w->groups[i], doc, &file))
            return true;
    return false;
}

static bool has_group(const Workspace *w, const Document *doc)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->groups[i]->given == doc)
            return true;
    return is_read_by_another(w, doc, NULL);
}

/* A part whose whole was opened later is now read there. */
static void drop_superfluous(Workspace *w)
{
    for (size_t i = w->count; i-- > 0;)
        if (is_read_by_another(w, w->groups[i]->given, w->groups[i]))
            drop(w, i);
}

void workspace_settle(Workspace *w)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->groups[i]->stale || w->groups[i]->spent > SPENT_MAX)
            check(w, w->groups[i]);
    for (size_t i = 0; i < w->documents.count; i++)
        if (!has_group(w, w->documents.at[i]))
            check(w, add(w, w->documents.at[i]));
    drop_superfluous(w);
}

Group *workspace_group_of(Workspace *w, const Document *doc, size_t *file)
{
    workspace_settle(w);
    for (size_t i = 0; i < w->count; i++)
        if (group_file_of(w->groups[i], doc, file))
            return w->groups[i];
    return NULL;
}

/* ---- plans that are not open ---------------------------------------------------------------- */

static void push(GroupList *list, Group *g)
{
    GROW(list->at, list->count, list->cap);
    list->at[list->count++] = g;
}

static bool is_in(const char *path, const char *folder)
{
    size_t len = strlen(folder);
    return strncmp(path, folder, len) == 0 && path[len] == '/' && len > 1;
}

static bool has_read(const Group *g, const char *path)
{
    size_t file;
    return g->s != NULL && hplan_file_find(g->s, path, &file);
}

static bool is_read(const GroupList *list, const char *path)
{
    size_t i = 0;
    while (i < list->count && !has_read(list->at[i], path))
        i++;
    return i < list->count;
}

/* Plans that have read a file, while they are sought. */
typedef struct Readers {
    Workspace *w;
    const char *path; /* of the file */
    GroupList *list;
} Readers;

static void add_plan(void *readers, const char *root)
{
    const Readers *r = readers;
    if (is_read(r->list, root))
        return;
    Group *g = memory_take(sizeof *g);
    *g = (Group){.path = memory_text(root, strlen(root))};
    check(r->w, g);
    if (has_read(g, r->path))
        push(r->list, g);
    else
        free_group(g); /* it has changed meanwhile */
}

/* One session reads the folder to find out which plans have the file; only these are checked. */
static void add_plans_below(Readers *readers, const char *folder)
{
    hplan_session *all = hplan_session_open(&readers->w->options);
    if (all != NULL && hplan_folder_add(all, folder) == HPLAN_OK)
        (void)hplan_roots_with(all, readers->path, add_plan, readers);
    hplan_session_close(all);
}

GroupList workspace_groups_reading(Workspace *w, const char *path)
{
    GroupList list = {0};
    for (size_t i = 0; i < w->count; i++)
        if (has_read(w->groups[i], path))
            push(&list, w->groups[i]);
    for (size_t i = 0; i < w->folder_count; i++)
        if (is_in(path, w->folders[i]))
            add_plans_below(&(Readers){w, path, &list}, w->folders[i]);
    return list;
}

void group_list_free(GroupList *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i]->given == NULL)
            free_group(list->at[i]);
    free(list->at);
    *list = (GroupList){0};
}
