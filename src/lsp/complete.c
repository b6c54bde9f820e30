/*
 * complete.c — what could stand at a place.  Layer: lsp.
 */
#include "lsp/methods.h"
#include "lsp/places.h"

#include <stdio.h>
#include <string.h>

enum { FORMAT_PLAIN = 1, FORMAT_SNIPPET = 2 };

static int item_kind(hplan_ide_item kind)
{
    static const int kinds[] = {
        [HPLAN_ITEM_KEYWORD] = 14,  /* Keyword */
        [HPLAN_ITEM_PROPERTY] = 10, /* Property */
        [HPLAN_ITEM_VALUE] = 20,    /* EnumMember */
        [HPLAN_ITEM_NAME] = 18,     /* Reference */
        [HPLAN_ITEM_CODE] = 12,     /* Value */
        [HPLAN_ITEM_UNIT] = 11,     /* Unit */
        [HPLAN_ITEM_FUNCTION] = 3,  /* Function */
    };
    return kinds[kind];
}

/* For a client that knows no snippets: what stands before the first place to fill in, without a
 * quotation mark that nothing would close. */
static json_t *beginning_of(const char *snippet)
{
    Bytes out = {0};
    for (const char *p = snippet; *p != '\0' && *p != '$'; p++)
        bytes_add(&out, p[0] == '\\' && p[1] != '\0' ? ++p : p, 1);
    size_t len = out.len > 0 && out.at[out.len - 1] == '"' ? out.len - 1 : out.len;
    json_t *text = len > 0 ? json_of_bytes(out.at, len) : json_string("");
    bytes_free(&out);
    return text;
}

static json_t *item_json(const Server *s, Group *g, const hplan_ide_completion *item, size_t rank)
{
    bool snippets =
        field_is_true(s->client, "textDocument.completion.completionItem.snippetSupport");
    bool marked = item->snippet && !snippets;
    char order[24];
    (void)snprintf(order, sizeof order, "%06zu", rank);
    json_t *text = marked ? beginning_of(item->edit.text) : json_of_text(item->edit.text);
    json_t *out =
        json_pack("{s:o, s:i, s:s, s:i, s:{s:o, s:o}}", "label", json_of_text(item->label), "kind",
                  item_kind(item->kind), "sortText", order, "insertTextFormat",
                  item->snippet && snippets ? FORMAT_SNIPPET : FORMAT_PLAIN, "textEdit", "range",
                  place_range(s, g, item->edit.range), "newText", text);
    if (item->detail != NULL)
        (void)json_object_set_new(out, "detail", json_of_text(item->detail));
    if (item->doc != NULL)
        (void)json_object_set_new(
            out, "documentation",
            json_pack("{s:s, s:o}", "kind", "markdown", "value", json_of_text(item->doc)));
    return out;
}

json_t *complete(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_ide_completions found = {0};
    if (!place_asked_position(s, params, &at, f))
        return NULL;
    json_t *items = json_array();
    bool begun = false; /* what fits a word's beginning may not be all that fits another */
    if (at.group != NULL && hplan_ide_complete(at.group->s, at.file, at.offset, &found) == HPLAN_OK)
        for (size_t i = 0; i < found.count; i++)
            (void)json_array_append_new(items, item_json(s, at.group, &found.at[i], i));
    if (found.count > 0)
        begun = found.at[0].edit.range.start < found.at[0].edit.range.end;
    return json_pack("{s:b, s:o}", "isIncomplete", (int)begun, "items", items);
}
