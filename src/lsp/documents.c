/*
 * documents.c — the texts that are open in the client.  Layer: lsp.
 */
#include "lsp/documents.h"
#include "lsp/uri.h"

#include "hplan/hplan.h"

#include <stdlib.h>
#include <string.h>

Document *documents_find(const Documents *d, const char *uri)
{
    for (size_t i = 0; i < d->count; i++)
        if (strcmp(d->at[i]->uri, uri) == 0)
            return d->at[i];
    return NULL;
}

Document *documents_of_path(const Documents *d, const char *path)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->at[i]->path != NULL && strcmp(d->at[i]->path, path) == 0)
            return d->at[i];
    return NULL;
}

/* ---- opening and closing -------------------------------------------------------------------- */

/* The one name of something that exists; NULL: it does not. */
static char *canonical(const char *path)
{
    const hplan_host *files = hplan_host_files();
    char *found = NULL;
    if (files->canonical(files->context, path, &found) != HPLAN_OK)
        return NULL;
    char *own = memory_text(found, strlen(found));
    files->release(files->context, found);
    return own;
}

/* A file that is yet to be written has no canonical name, but its folder may have one. Takes the
 * path. */
static char *absolute(char *path)
{
    char *real = canonical(path);
    char *slash = strrchr(path, '/');
    if (real == NULL && slash != NULL && slash != path) {
        *slash = '\0';
        char *folder = canonical(path);
        *slash = '/';
        if (folder != NULL) {
            Bytes whole = {0};
            bytes_add(&whole, folder, strlen(folder));
            bytes_add(&whole, slash, strlen(slash));
            free(folder);
            real = whole.at;
        }
    }
    if (real == NULL)
        return path;
    free(path);
    return real;
}

char *documents_path_of(const char *uri)
{
    char *path = uri_to_path(uri);
    return path != NULL ? absolute(path) : NULL;
}

static Document *add(Documents *d, const char *uri)
{
    Document *doc = memory_take(sizeof *doc);
    const char *last = strrchr(uri, '/');
    last = last != NULL ? last + 1 : uri;
    *doc = (Document){
        .uri = memory_text(uri, strlen(uri)),
        .path = documents_path_of(uri),
        .name = memory_text(last, strlen(last)),
    };
    GROW(d->at, d->count, d->cap);
    d->at[d->count++] = doc;
    return doc;
}

static void settle(Document *doc)
{
    lines_build(&doc->lines, doc->text.at, doc->text.len);
}

static void set_text(Document *doc, const char *text, size_t len)
{
    doc->text.len = 0;
    bytes_add(&doc->text, text, len);
    settle(doc);
}

static void read_version(Document *doc, const json_t *from)
{
    const json_t *version = json_object_get(from, "version");
    doc->has_version = json_is_integer(version);
    doc->version = json_integer_value(version);
}

Document *documents_open(Documents *d, const json_t *params, Failure *f)
{
    const json_t *item = field_object(params, "textDocument", f);
    const char *uri = item != NULL ? field_text(item, "uri", f) : NULL;
    const char *text = uri != NULL ? field_text(item, "text", f) : NULL;
    if (text == NULL)
        return NULL;
    Document *doc = documents_find(d, uri);
    if (doc == NULL)
        doc = add(d, uri);
    set_text(doc, text, json_string_length(json_object_get(item, "text")));
    read_version(doc, item);
    return doc;
}

static void free_one(Document *doc)
{
    free(doc->uri);
    free(doc->path);
    free(doc->name);
    bytes_free(&doc->text);
    lines_free(&doc->lines);
    free(doc);
}

void documents_close(Documents *d, Document *doc)
{
    size_t i = 0;
    while (d->at[i] != doc)
        i++;
    memmove(d->at + i, d->at + i + 1, (d->count - i - 1) * sizeof *d->at);
    d->count--;
    free_one(doc);
}

void documents_free(Documents *d)
{
    for (size_t i = 0; i < d->count; i++)
        free_one(d->at[i]);
    free(d->at);
    *d = (Documents){0};
}

/* ---- changing ------------------------------------------------------------------------------- */

static void splice(Document *doc, size_t start, size_t end, const char *text, size_t len)
{
    Bytes *b = &doc->text;
    bytes_reserve(b, len + 1);
    memmove(b->at + start + len, b->at + end, b->len - end);
    if (len > 0)
        memcpy(b->at + start, text, len);
    b->len = b->len - (end - start) + len;
    b->at[b->len] = '\0';
}

static bool change(Document *doc, const json_t *change, Encoding encoding, Failure *f)
{
    Position from, to;
    const char *text = field_text(change, "text", f);
    if (text == NULL)
        return false;
    size_t len = json_string_length(json_object_get(change, "text"));
    const json_t *range = json_object_get(change, "range");
    if (range == NULL) {
        set_text(doc, text, len);
        return true;
    }
    if (!field_range(change, "range", &from, &to, f))
        return false;
    size_t start = lines_offset(&doc->lines, from, encoding);
    size_t end = lines_offset(&doc->lines, to, encoding);
    splice(doc, start < end ? start : end, start < end ? end : start, text, len);
    settle(doc);
    return true;
}

Document *documents_change(Documents *d, const json_t *params, Failure *f)
{
    const json_t *item = field_object(params, "textDocument", f);
    const char *uri = item != NULL ? field_text(item, "uri", f) : NULL;
    const json_t *changes = uri != NULL ? field_array(params, "contentChanges", f) : NULL;
    Document *doc = changes != NULL ? documents_find(d, uri) : NULL;
    if (changes != NULL && doc == NULL)
        (void)fail(f, ERROR_INVALID_PARAMS, "'%s' is not open", uri);
    if (doc == NULL)
        return NULL;
    read_version(doc, item);
    for (size_t i = 0; i < json_array_size(changes); i++)
        if (!change(doc, json_array_get(changes, i), d->encoding, f))
            break;
    return doc;
}
