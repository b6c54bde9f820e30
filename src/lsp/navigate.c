/*
 * navigate.c — what is this, where is it declared, and where else is it named.  Layer: lsp.
 */
#include "lsp/methods.h"
#include "lsp/things.h"

#include <string.h>

/* The kind of text that the client shows: by its own list, whose first is what it likes best. */
static const char *markup_kind(const Server *s)
{
    const json_t *formats = field_at(s->client, "textDocument.hover.contentFormat");
    const char *first = json_string_value(json_array_get(formats, 0));
    return first != NULL && strcmp(first, "plaintext") == 0 ? first : "markdown";
}

json_t *ask_hover(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_ide_hover hover;
    if (!place_asked_position(s, params, &at, f))
        return NULL;
    if (at.group == NULL || hplan_ide_hover_at(at.group->s, at.file, at.offset, &hover) != HPLAN_OK)
        return json_null();
    return json_pack("{s:{s:s, s:o}, s:o}", "contents", "kind", markup_kind(s), "value",
                     json_of_text(hover.markdown), "range", place_range(s, at.group, hover.range));
}

json_t *ask_definition(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_range range;
    if (!place_asked_position(s, params, &at, f))
        return NULL;
    if (at.group == NULL ||
        hplan_ide_definition(at.group->s, at.file, at.offset, &range) != HPLAN_OK)
        return json_null();
    json_t *location = place_location(s, at.group, range);
    return location != NULL ? location : json_null();
}

typedef struct Search {
    const Server *s;
    bool declaration;
    json_t *found; /* a set */
} Search;

static bool search_in(void *context, Group *g, size_t file, size_t offset)
{
    Search *search = context;
    hplan_ranges ranges = {0};
    (void)hplan_ide_references(g->s, file, offset, search->declaration, &ranges);
    for (size_t i = 0; i < ranges.count; i++) {
        json_t *location = place_location(search->s, g, ranges.at[i]);
        if (location != NULL)
            (void)json_set_add(search->found, location);
    }
    return true;
}

json_t *ask_references(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    bool declaration = field_is_true(params, "context.includeDeclaration");
    if (!place_asked_position(s, params, &at, f))
        return NULL;
    json_t *found = json_object();
    things_visit(s, &at, search_in, &(Search){s, declaration, found});
    return json_set_list(found);
}

/* The same name elsewhere in this text. */
json_t *ask_highlight(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_ranges ranges;
    if (!place_asked_position(s, params, &at, f))
        return NULL;
    if (at.group == NULL ||
        hplan_ide_references(at.group->s, at.file, at.offset, true, &ranges) != HPLAN_OK)
        return json_null();
    json_t *out = json_array();
    for (size_t i = 0; i < ranges.count; i++)
        if (ranges.at[i].file == at.file)
            (void)json_array_append_new(
                out, json_pack("{s:o}", "range", place_range(s, at.group, ranges.at[i])));
    return out;
}
