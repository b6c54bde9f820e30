/*
 * diagnostics.c — telling the client of findings, file by file.  Layer: lsp.
 *
 * In: the checked groups. Out: a textDocument/publishDiagnostics for each file whose findings, or
 * whose version, are not those last sent; an empty one for a file that has no part in it any more.
 * A client that can ask for them does so for each text that it has open, and is told of the others.
 */
#include "lsp/findings.h"
#include "lsp/methods.h"

#include <stdio.h>
#include <stdlib.h>

enum { SHOWN_OF_A_FILE = 1000 }; /* more helps nobody, and takes its time */

typedef struct Collection {
    const Server *s;
    json_t *files; /* OWNED: by URI, what is to be sent: {version, diagnostics} */
    json_t *seen;  /* OWNED: by URI, the set of those that another group may have as well */
} Collection;

/* The list of a file, begun with its version if it is open. */
static json_t *list_of(Collection *c, const char *uri, const Document *doc)
{
    json_t *file = json_object_get(c->files, uri);
    if (file == NULL) {
        file = json_pack("{s:[]}", "diagnostics");
        if (doc != NULL && doc->has_version)
            (void)json_object_set_new(file, "version", json_integer(doc->version));
        (void)json_object_set_new(c->files, uri, file);
    }
    return json_object_get(file, "diagnostics");
}

static bool seen_before(Collection *c, const char *uri, json_t *diagnostic)
{
    json_t *of_file = json_object_get(c->seen, uri);
    if (of_file == NULL) {
        of_file = json_object();
        (void)json_object_set_new(c->seen, uri, of_file);
    }
    return !json_set_add(of_file, json_incref(diagnostic));
}

/* Says how many are left out, at the top of the file. */
static json_t *the_rest(const Group *g, size_t more)
{
    static const char *const texts[][2] = {
        [HPLAN_LANG_NB] = {"Det er", "funn til i denne filen."},
        [HPLAN_LANG_NN] = {"Det er", "funn til i denne fila."},
        [HPLAN_LANG_EN] = {"There are", "more findings in this file."},
    };
    const char *const *around = texts[hplan_session_lang(g->s)];
    enum { INFORMATION = 3 };
    char text[128];
    (void)snprintf(text, sizeof text, "%s %zu %s", around[0], more, around[1]);
    return json_pack("{s:{s:{s:i, s:i}, s:{s:i, s:i}}, s:i, s:s, s:s}", "range", "start", "line", 0,
                     "character", 0, "end", "line", 0, "character", 0, "severity", INFORMATION,
                     "source", "hplanc", "message", text);
}

static void collect_file(Collection *c, Group *g, const hplan_finding *finding, size_t *counts)
{
    size_t file;
    char *uri = finding_file(g, finding, &file) ? group_uri(&c->s->w, g, file) : NULL;
    if (uri != NULL && counts[file]++ < SHOWN_OF_A_FILE) {
        json_t *one = finding_json(c->s, g, finding, file);
        json_t *list = list_of(c, uri, group_document(&c->s->w, g, file));
        if (c->s->w.count > 1 && seen_before(c, uri, one))
            json_decref(one);
        else
            (void)json_array_append_new(list, one);
    }
    free(uri);
}

static void collect_group(Collection *c, Group *g)
{
    size_t *counts = memory_take(g->file_count * sizeof *counts);
    for (size_t i = 0; i < g->file_count; i++)
        counts[i] = 0;
    for (size_t i = 0; i < g->finding_count; i++)
        collect_file(c, g, &g->findings[i], counts);
    for (size_t i = 0; i < g->file_count; i++)
        if (counts[i] > SHOWN_OF_A_FILE) {
            char *uri = group_uri(&c->s->w, g, i);
            (void)json_array_append_new(list_of(c, uri, NULL),
                                        the_rest(g, counts[i] - SHOWN_OF_A_FILE));
            free(uri);
        }
    free(counts);
}

static json_t *collect_all(const Server *s)
{
    Collection c = {s, json_object(), json_object()};
    for (size_t i = 0; i < s->w.documents.count; i++) /* also those that have none */
        (void)list_of(&c, s->w.documents.at[i]->uri, s->w.documents.at[i]);
    for (size_t i = 0; i < s->w.count; i++)
        if (s->w.groups[i]->s != NULL)
            collect_group(&c, s->w.groups[i]);
    json_decref(c.seen);
    return c.files;
}

static void publish(Server *s, const char *uri, json_t *file)
{
    json_t *params = json_copy(file);
    (void)json_object_set_new(params, "uri", json_string(uri));
    rpc_notify(s, "textDocument/publishDiagnostics", params);
}

bool diagnostics_are_pulled(const Server *s)
{
    return json_is_object(field_at(s->client, "textDocument.diagnostic"));
}

/* What the client is to be told of, of all that there is. */
static json_t *untold_otherwise(const Server *s, json_t *all)
{
    json_t *out = json_copy(all);
    for (size_t i = 0; diagnostics_are_pulled(s) && i < s->w.documents.count; i++)
        (void)json_object_del(out, s->w.documents.at[i]->uri);
    return out;
}

void diagnostics_publish(Server *s)
{
    const char *uri;
    json_t *file;
    workspace_settle(&s->w);
    s->w.unpublished = false;
    json_decref(s->found);
    s->found = collect_all(s);
    json_t *now = untold_otherwise(s, s->found);
    json_object_foreach(now, uri, file)
    {
        if (!json_equal(file, json_object_get(s->published, uri)))
            publish(s, uri, file);
    }
    json_t *none = json_pack("{s:[]}", "diagnostics");
    json_object_foreach(s->published, uri, file)
    {
        if (json_object_get(now, uri) == NULL)
            publish(s, uri, none);
    }
    json_decref(none);
    json_decref(s->published);
    s->published = now;
}

json_t *diagnostics_pull(Server *s, const json_t *params, Failure *f)
{
    const Document *doc = place_document(s, params, f);
    if (doc == NULL)
        return NULL;
    if (s->w.unpublished)
        diagnostics_publish(s);
    json_t *items = json_object_get(json_object_get(s->found, doc->uri), "diagnostics");
    return json_pack("{s:s, s:O}", "kind", "full", "items", items);
}
