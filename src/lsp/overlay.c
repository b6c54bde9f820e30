/*
 * overlay.c — the host of a session: open texts first, then the machine's files.  Layer: lsp.
 */
#include "lsp/overlay.h"

#include <stdlib.h>
#include <string.h>

enum { TAIL = 2 };

static hplan_status overlay_read(void *context, const char *path, char **bytes, size_t *len)
{
    const hplan_host *files = hplan_host_files();
    const Document *doc = documents_of_path(context, path);
    if (doc == NULL)
        return files->read(files->context, path, bytes, len);
    char *copy = malloc(doc->text.len + TAIL);
    if (copy == NULL)
        return HPLAN_NOMEM;
    if (doc->text.len > 0)
        memcpy(copy, doc->text.at, doc->text.len);
    memset(copy + doc->text.len, 0, TAIL);
    *bytes = copy;
    *len = doc->text.len;
    return HPLAN_OK;
}

/* A document that was never saved is there all the same. */
static hplan_status overlay_canonical(void *context, const char *path, char **name)
{
    const hplan_host *files = hplan_host_files();
    hplan_status status = files->canonical(files->context, path, name);
    if (status != HPLAN_MISSING || documents_of_path(context, path) == NULL)
        return status;
    *name = strdup(path);
    return *name == NULL ? HPLAN_NOMEM : HPLAN_OK;
}

static hplan_path_kind overlay_kind(void *context, const char *path)
{
    const hplan_host *files = hplan_host_files();
    hplan_path_kind kind = files->kind(files->context, path);
    if (kind != HPLAN_PATH_MISSING || documents_of_path(context, path) == NULL)
        return kind;
    return HPLAN_PATH_FILE;
}

static hplan_status overlay_list(void *context, const char *folder, hplan_entry *entry, void *to)
{
    const hplan_host *files = hplan_host_files();
    (void)context;
    return files->list(files->context, folder, entry, to);
}

/* Ours, and those of the machine's host: both are malloc's. */
static void overlay_release(void *context, char *block)
{
    (void)context;
    free(block);
}

hplan_host overlay_host(Documents *documents)
{
    return (hplan_host){documents,    overlay_read, overlay_canonical,
                        overlay_kind, overlay_list, overlay_release};
}
