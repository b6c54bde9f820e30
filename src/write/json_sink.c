/*
 * json_sink.c — records as JSON.  Layer: write.
 */
#include "write/json_sink.h"

#include "base/json.h"

enum { KEY_WIDTH = 24 };

/* Each with what stands around it and padded, so that a copy of all of it, of a length that is
 * known, can do: they are most of what is written. */
static const struct {
    char text[KEY_WIDTH];
    uint8_t len;
} keys[KEY_COUNT] = {
#define KEY(name) [KEY_##name] = {"\"" #name "\":", sizeof #name + 2},
#include "report/keys.def"
#include "report/line_keys.def"
#undef KEY
};

static inline void put_key(JsonSink *j, RecordKey key)
{
    Buf *b = j->out;
    buf_room(b, 1 + KEY_WIDTH);
    b->ptr[b->len] = ',';
    b->len += j->comma;
    memcpy(b->ptr + b->len, keys[key].text, KEY_WIDTH);
    b->len += keys[key].len;
    j->comma = true;
}

static void put_line_end(JsonSink *j)
{
    buf_char(j->out, '\n');
    buf_fill(j->out, ' ', j->depth);
}

static void open_nest(RecordSink *to, RecordKey key, RecordNest nest)
{
    JsonSink *j = (JsonSink *)to;
    put_key(j, key);
    if (nest == NEST_RECORD)
        put_line_end(j);
    buf_char(j->out, nest == NEST_OBJECT || nest == NEST_RECORD ? '{' : '[');
    j->depth += nest == NEST_RECORDS;
    j->comma = false;
}

static void close_nest(RecordSink *to, RecordNest nest)
{
    JsonSink *j = (JsonSink *)to;
    j->depth -= nest == NEST_RECORDS;
    if (nest == NEST_RECORDS && j->comma)
        put_line_end(j);
    buf_char(j->out, nest == NEST_OBJECT || nest == NEST_RECORD ? '}' : ']');
    j->comma = true;
}

static void put_text(RecordSink *to, RecordKey key, Str text)
{
    JsonSink *j = (JsonSink *)to;
    put_key(j, key);
    json_put_string(j->out, text);
}

static void put_name(RecordSink *to, RecordKey key, Str name)
{
    JsonSink *j = (JsonSink *)to;
    put_key(j, key);
    json_put_plain(j->out, name);
}

static void put_word(RecordSink *to, RecordKey key, Str json)
{
    JsonSink *j = (JsonSink *)to;
    put_key(j, key);
    buf_str(j->out, json);
}

static void put_place(RecordSink *to, const RecordPlace *place)
{
    JsonSink *j = (JsonSink *)to;
    char text[4 * 11]; /* written from its end, as figures are */
    char *at = digits_before(text + sizeof text, place->length);
    *--at = ',';
    at = digits_before(at, place->offset);
    *--at = ',';
    at = digits_before(at, place->column);
    *--at = ',';
    at = digits_before(at, place->line);
    put_key(j, KEY_place);
    buf_char(j->out, '[');
    buf_put(j->out, at, (size_t)(text + sizeof text - at));
    if (!place->own) {
        buf_char(j->out, ',');
        json_put_string(j->out, place->file);
    }
    buf_char(j->out, ']');
}

void json_sink_init(JsonSink *j, Buf *out)
{
    *j = (JsonSink){{open_nest, close_nest, put_text, put_name, put_word, put_place}, out, 0, false};
}
