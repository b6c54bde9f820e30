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
        json_t *list = json_object_get(changes, uri);
        json_t *one = json_pack("{s:o, s:o}", "range", place_range(s, g, edit->range), "newText",
                                json_of_text(edit->text));
        if (list == NULL) {
            list = json_array();
            (void)json_object_set_new(changes, uri, list);
        }
        if (!json_list_has(list, one))
            (void)json_array_append(list, one);
        json_decref(one);
        free(uri);
    }
}

json_t *changes_edit(const Server *s, json_t *changes)
{
    const char *uri;
    json_t *edits;
    if (!field_is_true(s->client, "workspace.workspaceEdit.documentChanges"))
        return json_pack("{s:o}", "changes", changes);
    json_t *out = json_array();
    json_object_foreach(changes, uri, edits)
    {
        const Document *doc = documents_find(&s->w.documents, uri);
        json_t *version =
            doc != NULL && doc->has_version ? json_integer(doc->version) : json_null();
        (void)json_array_append_new(out, json_pack("{s:{s:s, s:o}, s:O}", "textDocument", "uri",
                                                   uri, "version", version, "edits", edits));
    }
    json_decref(changes);
    return json_pack("{s:o}", "documentChanges", out);
}
