/*
 * json.c — the records of a report as JSON.  Layer: write.
 *
 * In: Report.data. Out: UTF-8, two blanks a level, one line feed at the end. The walk goes by the
 * records' own links and needs no stack, so a deep plan costs no more than a flat one.
 */
#include "write/write.h"

#include "base/json.h"

enum { INDENT = 2 };

/* The value itself; an object or an array is only opened. */
static void put_value(JsonOut *j, const Data *d)
{
    switch ((DataKind)d->kind) {
    case DATA_OBJECT: json_out_open(j, '{'); break;
    case DATA_ARRAY: json_out_open(j, '['); break;
    case DATA_TEXT: json_out_str(j, d->text); break;
    case DATA_NUMBER: json_out_raw(j, d->text); break;
    case DATA_TRUE: json_out_bool(j, true); break;
    case DATA_FALSE: json_out_bool(j, false); break;
    case DATA_NULL: json_out_null(j); break;
    }
}

static bool is_nest(const Data *d)
{
    return d->kind == DATA_OBJECT || d->kind == DATA_ARRAY;
}

/* A record that holds no other is a line, so that places do not take six. */
static bool is_flat(const Data *d)
{
    for (const Data *child = d->first; child != NULL; child = child->next)
        if (is_nest(child))
            return false;
    return d->up != NULL;
}

static void close_nest(JsonOut *j, const Data *d)
{
    json_out_close(j, d->kind == DATA_OBJECT ? '}' : ']');
    j->indent = INDENT;
}

void write_json(Buf *out, const Report *r)
{
    JsonOut j;
    json_out_init(&j, out, INDENT);
    for (const Data *d = r->data; d != NULL;) {
        if (d->key != NULL)
            json_out_key(&j, d->key);
        put_value(&j, d);
        if (is_nest(d) && d->first != NULL) {
            j.indent = is_flat(d) ? 0 : INDENT;
            d = d->first;
            continue;
        }
        if (is_nest(d))
            close_nest(&j, d);
        while (d->next == NULL && d->up != NULL) {
            d = d->up;
            close_nest(&j, d);
        }
        d = d->next;
    }
    buf_char(out, '\n');
}
