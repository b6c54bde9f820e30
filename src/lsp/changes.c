/*
 * changes.c — edits of several files as the protocol's WorkspaceEdit.  Layer: lsp.
 */
#include "lsp/changes.h"

#include <stdlib.h>

void changes_add(const Server *s, Group *g, const hplan_edits *edits, json_t *changes)
{
    for (size_t i = 0; i < edits->count; i++) {
        const hplan_edit *edit = &edits->at[i];
        char *uri = edit->range.file < g->file_count ? group_uri(&s->w, g, edit->range.file) : NULL;
        if (uri == NULL)
            continue;
        json_t *of_file = json_object_get(changes, uri);
        if (of_file == NULL) {
            of_file = json_object();
            (void)json_object_set_new(changes, uri, of_file);
        }
        (void)json_set_add(of_file, json_pack("{s:o, s:o}", "range", place_range(s, g, edit->range),
                                              "newText", json_of_text(edit->text)));
        free(uri);
    }
}

/* A TextDocumentEdit. Takes the edits. */
static json_t *versioned(const Server *s, const char *uri, json_t *edits)
{
    const Document *doc = documents_find(&s->w.documents, uri);
    json_t *version = doc != NULL && doc->has_version ? json_integer(doc->version) : json_null();
    return json_pack("{s:{s:s, s:o}, s:o}", "textDocument", "uri", uri, "version", version, "edits",
                     edits);
}

json_t *changes_edit(const Server *s, json_t *changes)
{
    const char *uri;
    json_t *edits;
    bool with_versions = field_is_true(s->client, "workspace.workspaceEdit.documentChanges");
    json_t *out = with_versions ? json_array() : json_object();
    json_object_foreach(changes, uri, edits)
    {
        json_t *list = json_set_list(json_incref(edits));
        if (with_versions)
            (void)json_array_append_new(out, versioned(s, uri, list));
        else
            (void)json_object_set_new(out, uri, list);
    }
    json_decref(changes);
    return json_pack("{s:o}", with_versions ? "documentChanges" : "changes", out);
}
