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

/* Of eight bytes: the high bit of each that JSON cannot have as it is, or that is not ASCII, and
 * maybe of some behind such a one. */
static inline uint64_t json_odd_bytes(uint64_t eight)
{
    uint64_t quote = eight ^ BYTES_ONES * '"';
    uint64_t slash = eight ^ BYTES_ONES * '\\';
    return (eight | (eight - BYTES_ONES * 0x20) | (quote - BYTES_ONES) | (slash - BYTES_ONES)) & BYTES_HIGH;
}

/* Nothing in it is odd, as in nearly every text. What is left over is looked at together with some
 * of what is before it. */
static inline bool json_is_plain(Str s)
{
    uint64_t odd = 0;
    if (s.len < 8)
        return s.len == 0 || json_odd_bytes(bytes_load_few(s.ptr, s.len)) == 0;
    for (uint32_t i = 0; i + 8 < s.len; i += 8)
        odd |= json_odd_bytes(bytes_load(s.ptr + i));
    return (odd | json_odd_bytes(bytes_load(s.ptr + s.len - 8))) == 0;
}

/* The text in quotes, on its own. */
void json_put_string(Buf *b, Str s);
void json_put_plain(Buf *b, Str s); /* … which is known to have nothing that JSON has not as it is */

#endif
