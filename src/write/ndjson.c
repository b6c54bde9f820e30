/*
 * ndjson.c — every stated figure as one line of JSON, for those who ask many plans at once.
 * Layer: write.
 *
 * In: Report.data, the same records as json.c prints. Out: an object a figure, each on a line of
 * its own, with what it takes to know which figure it is, so that no line needs another one:
 *
 *     {"municipality":"Kragerø","year":"2018","document":"Handlingsplan 2018 …","kind":"breakdown",
 *      "id":"breakdown-kostra","row":"Skole- og barnehagetjenester","head":"Netto ramme",
 *      "text":"835 972","decimal":"835972","unit":"kr","base":"835972","base_unit":"kr", …}
 *
 * A record knows what it stands in (`up`), so nothing has to be carried along on the walk.
 */
#include "write/write.h"

#include "base/json.h"

/* ---- finding one's way in the records ------------------------------------------------------- */

static const Data *get(const Data *o, const char *key)
{
    for (const Data *d = o == NULL ? NULL : o->first; d != NULL; d = d->next)
        if (d->key != NULL && strcmp(d->key, key) == 0)
            return d;
    return NULL;
}

static Str text_of(const Data *o, const char *key)
{
    const Data *d = get(o, key);
    return d == NULL ? STR_NONE : d->text;
}

static bool is(const Data *o, const char *key, const char *text)
{
    return str_eq(text_of(o, key), str_from(text));
}

static const Data *around(const Data *d, const char *type)
{
    while (d != NULL && !is(d, "type", type))
        d = d->up;
    return d;
}

static bool in_array(const Data *d, const char *key)
{
    return d->up != NULL && d->up->key != NULL && strcmp(d->up->key, key) == 0;
}

/* The record with the same number in another array. */
static const Data *counterpart(const Data *in_one, const Data *other)
{
    const Data *there = other == NULL ? NULL : other->first;
    for (const Data *d = in_one->up->first; d != in_one && there != NULL; d = d->next)
        there = there->next;
    return there;
}

/* The first value of a property of the document itself. */
static Str of_document(const Data *figure, const char *key)
{
    const Data *top = around(figure, "declaration");
    while (top != NULL && around(top->up, "declaration") != NULL)
        top = around(top->up, "declaration");
    const Data *all = get(top, "properties");
    for (const Data *p = all == NULL ? NULL : all->first; p != NULL; p = p->next)
        if (is(p, "key", key) && get(p, "values") != NULL)
            return text_of(get(p, "values")->first, "text");
    return STR_NONE;
}

/* ---- which records are figures -------------------------------------------------------------- */

static bool has_figure_kind(const Data *d)
{
    static const char *const kinds[] = {"number", "range", "ratio", "formula", "missing", "nil"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (is(d, "kind", kinds[i]))
            return true;
    return false;
}

/* The property of a thing that a row declares stands among that thing's own, too: told there. */
static bool is_told_twice(const Data *cell)
{
    const Data *row = cell->up->up;
    const Data *column = counterpart(cell, get(row->up->up, "columns"));
    return get(row, "declares") != NULL && is(column, "use", "property");
}

static bool is_figure(const Data *d)
{
    if (d->kind != DATA_OBJECT || !has_figure_kind(d))
        return false;
    return in_array(d, "values") || (in_array(d, "cells") && !is_told_twice(d));
}

/* ---- a line --------------------------------------------------------------------------------- */

static void put(JsonOut *j, const char *key, Str text)
{
    if (text.len == 0)
        return;
    json_out_key(j, key);
    json_out_str(j, text);
}

static void put_same(JsonOut *j, const char *key, const Data *from)
{
    put(j, key, text_of(from, key));
}

static void put_period(JsonOut *j, const Data *of)
{
    const Data *period = get(of, "period");
    put(j, "period", text_of(period, "text"));
    put_same(j, "from", period);
    put_same(j, "to", period);
    put_same(j, "version", of);
}

static void put_where(JsonOut *j, const Data *figure)
{
    const Data *thing = around(figure, "declaration");
    put(j, "municipality", of_document(figure, "municipality"));
    put(j, "year", of_document(figure, "year"));
    const Data *document = thing;
    while (document != NULL && (document->up == NULL || !in_array(document, "documents")))
        document = document->up;
    put(j, "document", text_of(document, "title"));
    put(j, "document_kind", text_of(document, "kind"));
    put_same(j, "kind", thing);
    put_same(j, "id", thing);
    put_same(j, "title", thing);
}

/* What it is of its thing: a property, or a cell of its table. */
static void put_which(JsonOut *j, const Data *figure)
{
    const Data *holder = figure->up->up;
    if (in_array(figure, "values")) {
        put(j, "property", text_of(holder, "key"));
        put_period(j, holder);
        return;
    }
    const Data *column = counterpart(figure, get(holder->up->up, "columns"));
    put(j, "row", text_of(holder, "label"));
    put_same(j, "role", holder);
    put_same(j, "codes", holder);
    put(j, "head", text_of(column, "label"));
    put_period(j, column);
}

static void put_value(JsonOut *j, const Data *figure)
{
    static const char *const keys[] = {"text", "decimal", "low", "high", "unit", "step",
                                       "comparator", "missing", "equation"};
    put(j, "value", text_of(figure, "kind"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        put_same(j, keys[i], figure);
    if (get(figure, "approx") != NULL) {
        json_out_key(j, "approx");
        json_out_bool(j, true);
    }
    const Data *computed = get(figure, "computed");
    put(j, "computed", text_of(computed, "decimal"));
    put(j, "computed_unit", text_of(computed, "unit"));
    const Data *base = get(figure, "base") != NULL ? get(figure, "base") : figure;
    put(j, "base", text_of(base, "decimal"));
    put(j, "base_unit", text_of(base, "unit"));
}

static void put_place(JsonOut *j, const Data *figure)
{
    const Data *place = get(figure, "place");
    const Data *line = get(place, "line");
    put_same(j, "file", place);
    if (line != NULL) {
        json_out_key(j, "line");
        json_out_raw(j, line->text);
    }
}

static void put_line(Buf *out, const Data *figure)
{
    JsonOut j;
    json_out_init(&j, out, 0);
    json_out_open(&j, '{');
    put_where(&j, figure);
    put_which(&j, figure);
    put_value(&j, figure);
    put_place(&j, figure);
    json_out_close(&j, '}');
    buf_char(out, '\n');
}

/* The next record in the order of the source: into this one, else behind it. */
static const Data *next_of(const Data *d)
{
    if (d->first != NULL)
        return d->first;
    while (d != NULL && d->next == NULL)
        d = d->up;
    return d == NULL ? NULL : d->next;
}

void write_ndjson(Buf *out, const Report *r)
{
    for (const Data *d = r->data; d != NULL; d = next_of(d))
        if (is_figure(d))
            put_line(out, d);
}
