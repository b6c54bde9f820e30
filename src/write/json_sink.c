/*
 * json_sink.c — records as JSON.  Layer: write.
 */
#include "write/json_sink.h"

#include "base/bytes.h"
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

/* The key, with room for `more` behind it: where that is to be written. */
static inline char *begin(JsonSink *j, RecordKey key, size_t more)
{
    Buf *b = j->out;
    buf_room(b, 1 + KEY_WIDTH + more);
    char *at = b->ptr + b->len;
    *at = ',';
    at += j->comma;
    memcpy(at, keys[key].text, KEY_WIDTH);
    j->comma = true;
    return at + keys[key].len;
}

static inline void end(JsonSink *j, const char *at)
{
    j->out->len = (size_t)(at - j->out->ptr);
}

static char *new_line(const JsonSink *j, char *at)
{
    *at++ = '\n';
    return (char *)memset(at, ' ', j->depth) + j->depth;
}

static void open_nest(RecordSink *to, RecordKey key, RecordNest nest)
{
    JsonSink *j = (JsonSink *)to;
    char *at = begin(j, key, j->depth + 2);
    if (nest == NEST_RECORD)
        at = new_line(j, at);
    *at++ = nest == NEST_OBJECT || nest == NEST_RECORD ? '{' : '[';
    end(j, at);
    j->depth += nest == NEST_RECORDS;
    j->comma = false;
}

static void close_nest(RecordSink *to, RecordNest nest)
{
    JsonSink *j = (JsonSink *)to;
    buf_room(j->out, j->depth + 2);
    char *at = j->out->ptr + j->out->len;
    j->depth -= nest == NEST_RECORDS;
    if (nest == NEST_RECORDS && j->comma)
        at = new_line(j, at);
    *at++ = nest == NEST_OBJECT || nest == NEST_RECORD ? '}' : ']';
    end(j, at);
    j->comma = true;
}

static void put_name(RecordSink *to, RecordKey key, Str name)
{
    JsonSink *j = (JsonSink *)to;
    char *at = begin(j, key, name.len + 2);
    *at++ = '"';
    bytes_copy(at, name.ptr, name.len);
    at += name.len;
    *at++ = '"';
    end(j, at);
}

static void put_text(RecordSink *to, RecordKey key, Str text)
{
    JsonSink *j = (JsonSink *)to;
    if (json_is_plain(text)) {
        put_name(to, key, text);
        return;
    }
    end(j, begin(j, key, 0));
    json_put_string(j->out, text);
}

static void put_word(RecordSink *to, RecordKey key, Str json)
{
    JsonSink *j = (JsonSink *)to;
    char *at = begin(j, key, json.len);
    bytes_copy(at, json.ptr, json.len);
    end(j, at + json.len);
}

static void put_place(RecordSink *to, const RecordPlace *place)
{
    JsonSink *j = (JsonSink *)to;
    char text[4 * 11]; /* written from its end, as figures are */
    char *to_end = text + sizeof text;
    char *from = digits_before(to_end, place->length);
    *--from = ',';
    from = digits_before(from, place->offset);
    *--from = ',';
    from = digits_before(from, place->column);
    *--from = ',';
    from = digits_before(from, place->line);
    *--from = '[';
    char *at = begin(j, KEY_place, sizeof text + 1);
    bytes_copy(at, from, (size_t)(to_end - from));
    at += to_end - from;
    if (place->own)
        *at++ = ']';
    end(j, at);
    if (!place->own) {
        buf_char(j->out, ',');
        json_put_string(j->out, place->file);
        buf_char(j->out, ']');
    }
}

void json_sink_init(JsonSink *j, Buf *out)
{
    *j = (JsonSink){{open_nest, close_nest, put_text, put_name, put_word, put_place}, out, 0, false};
}
