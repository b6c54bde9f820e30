/*
 * rename.c — another name for a thing, wherever it is named.  Layer: lsp.
 */
#include "lsp/changes.h"
#include "lsp/methods.h"

json_t *rename_prepare(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_range range;
    const char *name;
    if (!place_asked_position(s, params, &at, f))
        return NULL;
    if (at.group == NULL ||
        hplan_ide_renamable(at.group->s, at.file, at.offset, &range, &name) != HPLAN_OK)
        return json_null();
    return json_pack("{s:o, s:o}", "range", place_range(s, at.group, range), "placeholder",
                     json_of_text(name));
}

/* In every plan that the document belongs to; what one of them refuses is not done in any. */
json_t *rename_name(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    const char *name = field_text(params, "newName", f);
    if (name == NULL || !place_asked_position(s, params, &at, f))
        return NULL;
    json_t *changes = json_object();
    for (Group *g = at.group; g != NULL; g = workspace_next_group(&s->w, at.doc, g, &at.file)) {
        hplan_edits edits = {0};
        const char *why = NULL;
        hplan_status status = hplan_ide_rename(g->s, at.file, at.offset, name, &edits, &why);
        if (status == HPLAN_REFUSED) {
            json_decref(changes);
            return fail(f, ERROR_FAILED, "%s", why != NULL ? why : "refused");
        }
        if (status == HPLAN_OK)
            changes_add(s, g, &edits, changes);
    }
    if (json_object_size(changes) == 0) {
        json_decref(changes);
        return json_null();
    }
    return changes_edit(s, changes);
}
