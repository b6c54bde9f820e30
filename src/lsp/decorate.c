/*
 * decorate.c — what an editor shows around a text: folds, hints, lines above.  Layer: lsp.
 */
#include "lsp/methods.h"
#include "lsp/places.h"

#include <string.h>

/* ---- folds ---------------------------------------------------------------------------------- */

/* A brace or a quotation mark that ends a body stays in sight when it is folded. */
static bool ends_with_mark(const Lines *lines, const hplan_range *range)
{
    return range->end > range->start && range->end <= lines->len &&
           strchr("}\"", lines->text[range->end - 1]) != NULL;
}

static json_t *fold_json(const Lines *lines, const hplan_ide_fold *fold)
{
    size_t first = lines_line_of(lines, fold->range.start);
    size_t last = lines_line_of(lines, fold->range.end > 0 ? fold->range.end - 1 : 0);
    if (last > first && ends_with_mark(lines, &fold->range))
        last--;
    if (last <= first)
        return NULL;
    json_t *out =
        json_pack("{s:o, s:o}", "startLine", json_of_size(first), "endLine", json_of_size(last));
    if (fold->comment)
        (void)json_object_set_new(out, "kind", json_string("comment"));
    return out;
}

json_t *decorate_folds(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_ide_folds folds = {0};
    if (!place_asked(s, params, &at, f))
        return NULL;
    json_t *out = json_array();
    if (at.group == NULL || hplan_ide_folds_of(at.group->s, at.file, &folds) != HPLAN_OK)
        return out;
    const json_t *limit = field_at(s->client, "textDocument.foldingRange.rangeLimit");
    size_t most = json_is_integer(limit) && json_integer_value(limit) > 0
                      ? (size_t)json_integer_value(limit)
                      : folds.count;
    for (size_t i = 0; i < folds.count && json_array_size(out) < most; i++) {
        json_t *one = fold_json(group_lines(at.group, at.file), &folds.at[i]);
        if (one != NULL)
            (void)json_array_append_new(out, one);
    }
    return out;
}

/* ---- hints ---------------------------------------------------------------------------------- */

json_t *decorate_hints(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_range range;
    hplan_ide_hints hints = {0};
    if (!place_asked_range(s, params, &at, &range, f))
        return NULL;
    json_t *out = json_array();
    if (at.group == NULL || hplan_ide_hints_in(at.group->s, range, &hints) != HPLAN_OK)
        return out;
    for (size_t i = 0; i < hints.count; i++) {
        const hplan_ide_hint *hint = &hints.at[i];
        json_t *one =
            json_pack("{s:o, s:o}", "position", place_position(s, at.group, at.file, hint->offset),
                      "label", json_of_text(hint->text));
        if (hint->tooltip != NULL)
            (void)json_object_set_new(one, "tooltip", json_of_text(hint->tooltip));
        (void)json_array_append_new(out, one);
    }
    return out;
}

/* ---- lines above declarations --------------------------------------------------------------- */

/* The title of a command that does nothing: a lens is there to be read. */
json_t *decorate_lenses(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_ide_lenses lenses = {0};
    if (!place_asked(s, params, &at, f))
        return NULL;
    json_t *out = json_array();
    if (at.group == NULL || hplan_ide_lenses_of(at.group->s, at.file, &lenses) != HPLAN_OK)
        return out;
    for (size_t i = 0; i < lenses.count; i++)
        (void)json_array_append_new(
            out,
            json_pack("{s:o, s:{s:o, s:s}}", "range", place_range(s, at.group, lenses.at[i].range),
                      "command", "title", json_of_text(lenses.at[i].title), "command", ""));
    return out;
}
