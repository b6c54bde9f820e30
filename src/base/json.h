/*
 * json.h — writes JSON into a Buf, in the order it is told.  Layer: base.
 *
 * A writer of a hundred lines and no tree: the documents we write are large and written once.
 * (Reading JSON is jansson's work.)
 */
#ifndef HPLAN_BASE_JSON_H
#define HPLAN_BASE_JSON_H

#include "base/bytes.h"
#include "base/str.h"

typedef struct JsonOut {
    Buf *buf;
    int indent;    /* blanks a level; 0: all on one line */
    int depth;
    bool need_comma, after_key;
} JsonOut;

void json_out_init(JsonOut *j, Buf *buf, int indent);
void json_out_open(JsonOut *j, char bracket); /* '{' or '[' */
void json_out_close(JsonOut *j, char bracket); /* '}' or ']' */
void json_out_key(JsonOut *j, const char *key);
void json_out_str(JsonOut *j, Str s);
void json_out_cstr(JsonOut *j, const char *s);
void json_out_int(JsonOut *j, int64_t n);
void json_out_bool(JsonOut *j, bool b);
void json_out_null(JsonOut *j);

/* Of eight bytes: the high bit of each that JSON cannot have as it is, and maybe of those behind it
 * and of some that are not ASCII. */
static inline uint64_t json_escaped_bytes(uint64_t eight)
{
    uint64_t quote = eight ^ BYTES_ONES * '"', slash = eight ^ BYTES_ONES * '\\';
    return (eight - BYTES_ONES * 0x20) | (quote - BYTES_ONES) | (slash - BYTES_ONES);
}

/* The same, and of each that is not ASCII. */
static inline uint64_t json_odd_bytes(uint64_t eight)
{
    return (eight | json_escaped_bytes(eight)) & BYTES_HIGH;
}

/* Copies a text of at most sixteen bytes, as nearly all are. Is nothing in it odd? */
static inline bool json_copy_short(char *to, Str s)
{
    if (s.len >= 8) {
        uint64_t first = bytes_load(s.ptr), last = bytes_load(s.ptr + s.len - 8);
        bytes_store(to, first);
        bytes_store(to + s.len - 8, last);
        return (json_odd_bytes(first) | json_odd_bytes(last)) == 0;
    }
    bytes_copy(to, s.ptr, s.len);
    return s.len == 0 || json_odd_bytes(bytes_load_few(s.ptr, s.len)) == 0;
}

/* The text in quotes, on its own. */
void json_put_string(Buf *b, Str s);

#endif
