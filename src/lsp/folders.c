/*
 * folders.c — the folders that the client has opened as a whole.  Layer: lsp.
 *
 * In them a name is sought and renamed in plans that are not open, too.
 */
#include "lsp/folders.h"

#include "lsp/methods.h"

#include <stdlib.h>
#include <string.h>

/* The folder's one name; NULL: it is no file's. OWNED by the caller. */
static char *folder_path(const json_t *folder)
{
    const char *uri =
        json_is_string(folder) ? json_string_value(folder) : field_word(folder, "uri");
    char *path = uri != NULL ? documents_path_of(uri) : NULL;
    size_t len = path != NULL ? strlen(path) : 0;
    while (len > 1 && path[len - 1] == '/')
        path[--len] = '\0';
    return path;
}

static void add_folder(Workspace *w, const json_t *folder)
{
    char *path = folder_path(folder);
    if (path == NULL)
        return;
    GROW(w->folders, w->folder_count, w->folder_cap);
    w->folders[w->folder_count++] = path;
}

static void remove_folder(Workspace *w, const json_t *folder)
{
    char *path = folder_path(folder);
    for (size_t i = 0; path != NULL && i < w->folder_count; i++)
        if (strcmp(w->folders[i], path) == 0) {
            free(w->folders[i]);
            w->folders[i] = w->folders[--w->folder_count];
            break;
        }
    free(path);
}

void folders_read(Workspace *w, const json_t *params)
{
    const json_t *folders = json_object_get(params, "workspaceFolders");
    for (size_t i = 0; i < json_array_size(folders); i++)
        add_folder(w, json_array_get(folders, i));
    if (json_array_size(folders) == 0)
        add_folder(w, json_object_get(params, "rootUri"));
}

void folders_changed(Server *s, const json_t *params, Failure *f)
{
    const json_t *event = field_object(params, "event", f);
    const json_t *removed = json_object_get(event, "removed");
    const json_t *added = json_object_get(event, "added");
    for (size_t i = 0; i < json_array_size(removed); i++)
        remove_folder(&s->w, json_array_get(removed, i));
    for (size_t i = 0; i < json_array_size(added); i++)
        add_folder(&s->w, json_array_get(added, i));
}
