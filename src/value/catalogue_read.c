/*
 * catalogue_read.c — the rows of a file of the standard library.  Layer: value.
 *
 * In: a file's text from the LibrarySource. Out: its table, a row at a time, as trimmed texts.
 * The file is parsed like any other, against a set of sources and a sink of its own: what could
 * be wrong in it is found by the tests of the library and is never a planner's business.
 */
#include "value/catalogue_read.h"

static NodeRef child_of_kind(const Tree *tree, NodeRef parent, NodeKind kind)
{
    NodeRef n = tree_child(tree, parent);
    while (n != 0 && tree_node(tree, n)->kind != kind)
        n = tree_next(tree, n);
    return n;
}

static bool open_file(Catalogues *c, const char *name, Tree **tree)
{
    Buf file;
    Str text;
    buf_init(&file, c->arena);
    buf_cstr(&file, name);
    buf_cstr(&file, ".hplan");
    buf_char(&file, '\0');
    if (c->library == NULL || !c->library->find(c->library->context, file.ptr, &text))
        return false;
    Str path = {file.ptr, (uint32_t)file.len - 1};
    SourceSet *sources = arena_new(c->arena, SourceSet);
    DiagSink *sink = arena_new(c->arena, DiagSink);
    sources_init(sources, c->arena);
    sink_init(sink, c->arena, sources);
    *tree =
        tree_parse(c->arena, sources, sources_add(sources, path, path, text.ptr, text.len), sink);
    return true;
}

bool library_table(Catalogues *c, const char *name, LibraryTable *out)
{
    *out = (LibraryTable){0};
    if (!open_file(c, name, &out->tree))
        return false;
    NodeRef decl = child_of_kind(out->tree, out->tree->root, N_DECL);
    NodeRef body = decl != 0 ? child_of_kind(out->tree, decl, N_BODY) : 0;
    NodeRef table = body != 0 ? child_of_kind(out->tree, body, N_TABLE) : 0;
    if (table == 0)
        return false;
    out->rows = rows_begin(out->tree, table);
    return library_row(c, out);
}

bool library_row(Catalogues *c, LibraryTable *t)
{
    CellSpan cell;
    uint32_t n = 0;
    do {
        if (!rows_next(&t->rows))
            return false;
    } while (t->rows.rule);
    while (n < CATALOGUE_MAX_COLUMNS && rows_cell(&t->rows, &cell))
        t->cells[n++] = cell_text(c->arena, t->tree, cell);
    if (t->columns == 0)
        t->columns = n; /* the head row */
    for (; n < t->columns; n++)
        t->cells[n] = STR_NONE;
    return true;
}
