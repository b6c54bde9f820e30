/*
 * actions.c — what can be done about a finding, or at a place.  Layer: lsp.
 */
#include "lsp/changes.h"
#include "lsp/findings.h"
#include "lsp/methods.h"

#include <string.h>

#define KIND_FIX     "quickfix"
#define KIND_REWRITE "refactor.rewrite"

/* Whether the client wants this kind: one that it names, or one above it. */
static bool wanted(const json_t *params, const char *kind)
{
    const json_t *only = field_at(params, "context.only");
    for (size_t i = 0; i < json_array_size(only); i++) {
        const char *name = json_string_value(json_array_get(only, i));
        size_t len = name != NULL ? strlen(name) : 0;
        if (name != NULL && strncmp(name, kind, len) == 0 &&
            (kind[len] == '.' || kind[len] == '\0' || len == 0))
            return true;
    }
    return json_array_size(only) == 0;
}

/* "skriv 3,4" begins with a capital where it stands alone. The words of fixes begin with ASCII. */
static json_t *title_of(const char *order)
{
    Bytes title = {0};
    bytes_add(&title, order, strlen(order));
    if (title.len > 0 && title.at[0] >= 'a' && title.at[0] <= 'z')
        title.at[0] = (char)(title.at[0] - 'a' + 'A');
    json_t *out = json_of_bytes(title.at, title.len);
    bytes_free(&title);
    return out;
}

/* The client's own copy of a diagnostic, by code and place, so that it knows it again. */
static json_t *known_to_client(const json_t *params, json_t *ours)
{
    const json_t *theirs = field_at(params, "context.diagnostics");
    for (size_t i = 0; i < json_array_size(theirs); i++) {
        json_t *one = json_array_get(theirs, i);
        if (json_equal(json_object_get(one, "code"), json_object_get(ours, "code")) &&
            json_equal(json_object_get(one, "range"), json_object_get(ours, "range"))) {
            json_decref(ours);
            return json_incref(one);
        }
    }
    return ours;
}

static json_t *edit_of(const Server *s, Group *g, const hplan_edits *edits)
{
    json_t *changes = json_object();
    changes_add(s, g, edits, changes);
    return changes_edit(s, changes);
}

static void add_fixes(const Server *s, const json_t *params, Group *g, hplan_range range,
                      json_t *to)
{
    for (size_t i = 0; i < g->finding_count; i++) {
        const hplan_finding *finding = &g->findings[i];
        size_t file;
        bool here = finding_file(g, finding, &file) && file == range.file &&
                    finding->range.start <= range.end && finding->range.end >= range.start;
        if (!here || finding->fix == NULL || finding->edits.count == 0)
            continue;
        json_t *diagnostic = known_to_client(params, finding_json(s, g, finding, file));
        (void)json_array_append_new(to, json_pack("{s:o, s:s, s:b, s:[o], s:o}", "title",
                                                  title_of(finding->fix), "kind", KIND_FIX,
                                                  "isPreferred", 1, "diagnostics", diagnostic,
                                                  "edit", edit_of(s, g, &finding->edits)));
    }
}

static void add_rewrites(const Server *s, Group *g, hplan_range range, json_t *to)
{
    hplan_ide_actions actions;
    if (hplan_ide_actions_in(g->s, range, &actions) != HPLAN_OK)
        return;
    for (size_t i = 0; i < actions.count; i++)
        (void)json_array_append_new(
            to, json_pack("{s:o, s:s, s:o}", "title", title_of(actions.at[i].title), "kind",
                          KIND_REWRITE, "edit", edit_of(s, g, &actions.at[i].edits)));
}

json_t *act_on_range(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_range range;
    if (!place_asked_range(s, params, &at, &range, f))
        return NULL;
    json_t *out = json_array();
    if (at.group != NULL && wanted(params, KIND_FIX))
        add_fixes(s, params, at.group, range, out);
    if (at.group != NULL && wanted(params, KIND_REWRITE))
        add_rewrites(s, at.group, range, out);
    return out;
}
