/*
 * format.c — a text in its one form: whole, in part, and while it is typed.  Layer: lsp.
 *
 * The whole text is formatted each time, and of the edits those are given that were asked for.
 * A text that cannot be formatted as it is gets none; its diagnostics say why.
 */
#include "lsp/edits.h"
#include "lsp/methods.h"
#include "lsp/places.h"

#include <stdlib.h>

/* Lines, the first and the last; of an edit it is the lines of the old text that it touches. */
typedef struct Stretch {
    size_t first, last;
} Stretch;

static bool collect(void *to, const char *bytes, size_t len)
{
    bytes_add(to, bytes, len);
    return true;
}

/* False: it has to stay as it is. */
static bool formatted(const Server *s, const Document *doc, Bytes *out)
{
    hplan_session *engine = hplan_session_open(&s->w.options);
    hplan_status status = HPLAN_NOMEM;
    if (engine != NULL)
        status = hplan_format(engine, doc->text.at, doc->text.len, collect, out);
    hplan_session_close(engine);
    return status == HPLAN_OK;
}

static bool touches(const Lines *lines, const Edit *edit, const Stretch *asked)
{
    size_t first = lines_line_of(lines, edit->start);
    size_t last = lines_line_of(lines, edit->end);
    if (last > first && edit->end == lines_start(lines, last))
        last--;
    return asked == NULL || (first <= asked->last && last >= asked->first);
}

/* NULL for the whole text. */
static json_t *edits_of(const Server *s, Document *doc, const Stretch *asked)
{
    Bytes text = {0};
    Lines fresh = {0};
    json_t *out = json_array();
    if (formatted(s, doc, &text)) {
        lines_build(&fresh, text.at, text.len);
        Edits edits = edits_between(&doc->lines, &fresh);
        for (size_t i = 0; i < edits.count; i++) {
            const Edit *e = &edits.at[i];
            if (touches(&doc->lines, e, asked))
                (void)json_array_append_new(
                    out, json_pack(
                             "{s:o, s:o}", "range",
                             place_of_lines(&doc->lines, e->start, e->end, s->w.documents.encoding),
                             "newText", json_of_bytes(text.at + e->from, e->to - e->from)));
        }
        edits_free(&edits);
    }
    lines_free(&fresh);
    bytes_free(&text);
    return out;
}

json_t *format_all(Server *s, const json_t *params, Failure *f)
{
    Document *doc = place_document(s, params, f);
    return doc == NULL ? NULL : edits_of(s, doc, NULL);
}

json_t *format_range(Server *s, const json_t *params, Failure *f)
{
    Position start, end;
    Document *doc = place_document(s, params, f);
    if (doc == NULL || !field_range(params, "range", &start, &end, f))
        return NULL;
    bool up_to = end.column == 0 && end.line > start.line; /* the end is before the last line */
    return edits_of(s, doc, &(Stretch){start.line, up_to ? end.line - 1 : end.line});
}

/* ---- while it is typed ---------------------------------------------------------------------- */

static bool is_row(const Lines *lines, size_t line)
{
    size_t at = lines_start(lines, line), end = lines_end(lines, line);
    while (at < end && (lines->text[at] == ' ' || lines->text[at] == '\t'))
        at++;
    return at < end && lines->text[at] == '|';
}

/* The table that a line belongs to, else the line alone. */
static Stretch table_around(const Lines *lines, size_t line)
{
    Stretch table = {line, line};
    if (!is_row(lines, line))
        return table;
    while (table.first > 0 && is_row(lines, table.first - 1))
        table.first--;
    while (table.last + 1 < lines->count && is_row(lines, table.last + 1))
        table.last++;
    return table;
}

json_t *format_typed(Server *s, const json_t *params, Failure *f)
{
    Position at;
    Document *doc = place_document(s, params, f);
    const char *typed = doc != NULL ? field_text(params, "ch", f) : NULL;
    if (typed == NULL || !field_position(params, "position", &at, f))
        return NULL;
    if (typed[0] == '\n' && at.line == 0)
        return json_array();
    /* After a new line it is the one before that is done with. */
    size_t line = typed[0] == '\n' ? at.line - 1 : at.line;
    if (typed[0] == '|' && !is_row(&doc->lines, line))
        return json_array();
    Stretch asked = table_around(&doc->lines, line);
    return edits_of(s, doc, &asked);
}
