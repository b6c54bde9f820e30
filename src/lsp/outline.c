/*
 * outline.c — what a file, or all of them, declares.  Layer: lsp.
 */
#include "lsp/methods.h"
#include "lsp/places.h"

enum { DEPTH_MAX = 64 }; /* what lies deeper is shown as if it did not */

/* SymbolKind of the protocol, which was made for programs. */
static int symbol_kind(hplan_ide_symbol_kind kind)
{
    static const int kinds[] = {
        [HPLAN_SYMBOL_DOCUMENT] = 1, /* File */
        [HPLAN_SYMBOL_CHAPTER] = 3,  /* Namespace */
        [HPLAN_SYMBOL_UNIT] = 5,     /* Class */
        [HPLAN_SYMBOL_GOAL] = 24,    /* Event */
        [HPLAN_SYMBOL_TABLE] = 18,   /* Array */
        [HPLAN_SYMBOL_FIGURE] = 16,  /* Number */
        [HPLAN_SYMBOL_RULE] = 12,    /* Function */
        [HPLAN_SYMBOL_THING] = 19,   /* Object */
    };
    return kinds[kind];
}

/* A client refuses a symbol without a name. */
static json_t *name_of(const hplan_ide_symbol *symbol)
{
    const char *name =
        symbol->name != NULL && *symbol->name != '\0' ? symbol->name : symbol->detail;
    return json_of_text(name != NULL && *name != '\0' ? name : "…");
}

/* And one whose head reaches out of it. */
static hplan_range head_within(const hplan_ide_symbol *symbol)
{
    hplan_range head = symbol->head, whole = symbol->range;
    bool within = head.file == whole.file && head.start >= whole.start && head.end <= whole.end;
    return within ? head : (hplan_range){whole.file, whole.start, whole.start};
}

static json_t *hierarchical(const Server *s, Group *g, const hplan_ide_symbols *symbols)
{
    json_t *lists[DEPTH_MAX + 1] = {json_array()};
    size_t open = 0; /* the deepest list that can take one more */
    for (size_t i = 0; i < symbols->count; i++) {
        const hplan_ide_symbol *symbol = &symbols->at[i];
        size_t depth = symbol->depth < open ? symbol->depth : open;
        json_t *one =
            json_pack("{s:o, s:i, s:o, s:o, s:[]}", "name", name_of(symbol), "kind",
                      symbol_kind(symbol->kind), "range", place_range(s, g, symbol->range),
                      "selectionRange", place_range(s, g, head_within(symbol)), "children");
        if (symbol->detail != NULL)
            (void)json_object_set_new(one, "detail", json_of_text(symbol->detail));
        (void)json_array_append_new(lists[depth], one);
        open = depth < DEPTH_MAX ? depth + 1 : DEPTH_MAX;
        if (depth < DEPTH_MAX)
            lists[open] = json_object_get(one, "children");
    }
    return lists[0];
}

/* SymbolInformation; NULL: in a file that no client could open. */
static json_t *flat(const Server *s, Group *g, const hplan_ide_symbol *symbol)
{
    json_t *location = place_location(s, g, symbol->head);
    if (location == NULL)
        return NULL;
    json_t *one = json_pack("{s:o, s:i, s:o}", "name", name_of(symbol), "kind",
                            symbol_kind(symbol->kind), "location", location);
    if (symbol->detail != NULL)
        (void)json_object_set_new(one, "containerName", json_of_text(symbol->detail));
    return one;
}

/* To a set: a file of two plans is told of once. */
static void add_flat(const Server *s, Group *g, const hplan_ide_symbols *symbols, json_t *to)
{
    for (size_t i = 0; i < symbols->count; i++) {
        json_t *one = flat(s, g, &symbols->at[i]);
        if (one != NULL)
            (void)json_set_add(to, one);
    }
}

json_t *outline_document(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_ide_symbols symbols;
    if (!place_asked(s, params, &at, f))
        return NULL;
    if (at.group == NULL || hplan_ide_symbols_of(at.group->s, at.file, &symbols) != HPLAN_OK)
        return json_array();
    if (field_is_true(s->client, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"))
        return hierarchical(s, at.group, &symbols);
    json_t *found = json_object();
    add_flat(s, at.group, &symbols, found);
    return json_set_list(found);
}

json_t *outline_workspace(Server *s, const json_t *params, Failure *f)
{
    const char *query = field_text(params, "query", f);
    hplan_ide_symbols symbols;
    if (query == NULL)
        return NULL;
    workspace_settle(&s->w);
    json_t *found = json_object();
    for (size_t i = 0; i < s->w.count; i++) {
        Group *g = s->w.groups[i];
        if (g->s != NULL && hplan_ide_symbols_named(g->s, query, &symbols) == HPLAN_OK)
            add_flat(s, g, &symbols, found);
    }
    return json_set_list(found);
}
