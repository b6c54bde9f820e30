/*
 * places.c — between the engine's places and the protocol's.  Layer: lsp.
 */
#include "lsp/places.h"

#include <stdlib.h>

/* ---- to the client -------------------------------------------------------------------------- */

static json_t *position_json(Position p)
{
    return json_pack("{s:o, s:o}", "line", json_of_size(p.line), "character",
                     json_of_size(p.column));
}

json_t *place_of_lines(Lines *lines, size_t start, size_t end, Encoding encoding)
{
    json_t *from = position_json(lines_position(lines, start, encoding));
    json_t *to = position_json(lines_position(lines, end, encoding));
    return json_pack("{s:o, s:o}", "start", from, "end", to);
}

json_t *place_position(const Server *s, Group *g, size_t file, size_t offset)
{
    return position_json(lines_position(group_lines(g, file), offset, s->w.documents.encoding));
}

json_t *place_range(const Server *s, Group *g, hplan_range range)
{
    return place_of_lines(group_lines(g, range.file), range.start, range.end,
                          s->w.documents.encoding);
}

json_t *place_location(const Server *s, Group *g, hplan_range range)
{
    char *uri = range.file < g->file_count ? group_uri(&s->w, g, range.file) : NULL;
    if (uri == NULL)
        return NULL;
    json_t *out =
        json_pack("{s:o, s:o}", "uri", json_of_text(uri), "range", place_range(s, g, range));
    free(uri);
    return out;
}

/* ---- from the client ------------------------------------------------------------------------ */

Document *place_document(const Server *s, const json_t *params, Failure *f)
{
    const json_t *item = field_object(params, "textDocument", f);
    const char *uri = item != NULL ? field_text(item, "uri", f) : NULL;
    Document *doc = uri != NULL ? documents_find(&s->w.documents, uri) : NULL;
    if (uri != NULL && doc == NULL)
        (void)fail(f, ERROR_INVALID_PARAMS, "'%s' is not open", uri);
    return doc;
}

enum { COST_OF_PLACE = 4096, COST_OF_BYTE = 4 };

static void settle(Server *s, Document *doc, size_t cost, Asked *out)
{
    *out = (Asked){.doc = doc};
    out->group = workspace_group_of(&s->w, doc, &out->file);
    if (out->group != NULL)
        out->group->spent += cost;
    /* A file that is open by two names stands for itself by the first of them only. */
    if (out->group != NULL && group_document(&s->w, out->group, out->file) != doc)
        out->group = NULL;
}

static size_t cost_of_all(const Document *doc)
{
    return COST_OF_PLACE + doc->text.len * COST_OF_BYTE;
}

bool place_asked(Server *s, const json_t *params, Asked *out, Failure *f)
{
    Document *doc = place_document(s, params, f);
    if (doc != NULL)
        settle(s, doc, cost_of_all(doc), out);
    return doc != NULL;
}

bool place_asked_position(Server *s, const json_t *params, Asked *out, Failure *f)
{
    Position at;
    Document *doc = place_document(s, params, f);
    if (doc == NULL || !field_position(params, "position", &at, f))
        return false;
    settle(s, doc, COST_OF_PLACE, out);
    out->offset = lines_offset(&doc->lines, at, s->w.documents.encoding);
    return true;
}

bool place_asked_range(Server *s, const json_t *params, Asked *out, hplan_range *range, Failure *f)
{
    Position from, to;
    Encoding encoding = s->w.documents.encoding;
    Document *doc = place_document(s, params, f);
    if (doc == NULL || !field_range(params, "range", &from, &to, f))
        return false;
    settle(s, doc, cost_of_all(doc), out);
    size_t start = lines_offset(&doc->lines, from, encoding);
    size_t end = lines_offset(&doc->lines, to, encoding);
    *range = (hplan_range){out->file, start < end ? start : end, start < end ? end : start};
    return true;
}
