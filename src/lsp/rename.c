/*
 * rename.c — another name for a thing, wherever it is named.  Layer: lsp.
 */
#include "lsp/changes.h"
#include "lsp/methods.h"
#include "lsp/things.h"

json_t *rename_prepare(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_range range;
    const char *name;
    const char *why = NULL;
    if (!place_asked_position(s, params, &at, f))
        return NULL;
    if (at.group == NULL)
        return json_null();
    hplan_status status =
        hplan_ide_renamable(at.group->s, at.file, at.offset, &range, &name, &why);
    if (status == HPLAN_REFUSED) { /* the client shows it; of null it would say nothing */
        (void)fail(f, ERROR_FAILED, "%s", why);
        return NULL;
    }
    if (status != HPLAN_OK)
        return json_null();
    return json_pack("{s:o, s:o}", "range", place_range(s, at.group, range), "placeholder",
                     json_of_text(name));
}

typedef struct Renaming {
    const Server *s;
    const char *name;
    json_t *changes;
    Failure *f;
} Renaming;

static bool rename_in(void *context, Group *g, size_t file, size_t offset)
{
    Renaming *r = context;
    hplan_edits edits = {0};
    const char *why = NULL;
    hplan_status status = hplan_ide_rename(g->s, file, offset, r->name, &edits, &why);
    if (status == HPLAN_REFUSED)
        (void)fail(r->f, ERROR_FAILED, "%s", why != NULL ? why : "refused");
    else if (status == HPLAN_OK)
        changes_add(r->s, g, &edits, r->changes);
    return status != HPLAN_REFUSED;
}

/* In every plan that names it; what one of them refuses is not done in any. */
json_t *rename_name(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    const char *name = field_text(params, "newName", f);
    if (name == NULL || !place_asked_position(s, params, &at, f))
        return NULL;
    json_t *changes = json_object();
    things_visit(s, &at, rename_in, &(Renaming){s, name, changes, f});
    if (f->code == ERROR_NONE && json_object_size(changes) > 0)
        return changes_edit(s, changes);
    json_decref(changes);
    return f->code == ERROR_NONE ? json_null() : NULL;
}
