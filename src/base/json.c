/*
 * json.c — writes JSON into a Buf, in the order it is told.  Layer: base.
 */
#include "base/json.h"

#include "base/bytes.h"
#include "base/utf8.h"

#include <assert.h>

void json_out_init(JsonOut *j, Buf *buf, int indent)
{
    *j = (JsonOut){.buf = buf, .indent = indent};
}

static void new_line(JsonOut *j)
{
    if (j->indent == 0)
        return;
    static const char blanks[] = "\n                                ";
    size_t width = (size_t)j->indent * (size_t)j->depth;
    size_t first = width < sizeof blanks - 2 ? width : sizeof blanks - 2;
    buf_put(j->buf, blanks, first + 1);
    if (width > first)
        buf_repeat(j->buf, " ", width - first);
}

/* What goes before a value or a key: a comma and a line of its own, or nothing behind a key. */
static void begin(JsonOut *j)
{
    if (j->after_key) {
        j->after_key = false;
        return;
    }
    if (j->need_comma)
        buf_char(j->buf, ',');
    if (j->depth > 0)
        new_line(j);
    j->need_comma = true;
}

void json_out_open(JsonOut *j, char bracket)
{
    begin(j);
    buf_char(j->buf, bracket);
    j->depth++;
    j->need_comma = false;
}

void json_out_close(JsonOut *j, char bracket)
{
    assert(j->depth > 0 && !j->after_key);
    j->depth--;
    if (j->need_comma) /* nothing inside: {} */
        new_line(j);
    buf_char(j->buf, bracket);
    j->need_comma = true;
}

static void put_escape(Buf *b, char c)
{
    static const char names[] = {
        ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    buf_char(b, '\\');
    if (c == '"' || c == '\\')
        buf_char(b, c);
    else if ((size_t)c < sizeof names && names[(size_t)c] != '\0')
        buf_char(b, names[(size_t)c]);
    else
        buf_printf(b, "u%04x", (unsigned)(unsigned char)c);
}

/* Eight bytes at a time: is there anything to escape in them? */
static bool is_clean(uint64_t eight)
{
    return (json_escaped_bytes(eight) & ~eight & BYTES_HIGH) == 0;
}

static void put_escaped(Buf *b, Str s)
{
    uint32_t from = 0, i = 0;
    while (i + 8 <= s.len && is_clean(bytes_load(s.ptr + i)))
        i += 8;
    for (; i < s.len; i++) {
        char c = s.ptr[i];
        if (c != '"' && c != '\\' && (unsigned char)c >= 0x20)
            continue;
        buf_put(b, s.ptr + from, i - from);
        put_escape(b, c);
        from = i + 1;
    }
    if (from < s.len)
        buf_put(b, s.ptr + from, s.len - from);
}

/* A file's name need not be UTF-8, but JSON is: each stray byte becomes U+FFFD. */
static void put_odd(Buf *b, Str s)
{
    int64_t bad;
    while ((bad = utf8_first_invalid(s.ptr, s.len)) >= 0) {
        put_escaped(b, str_slice(s, 0, (uint32_t)bad));
        utf8_put(b, 0xFFFD);
        s = str_slice(s, (uint32_t)bad + 1, s.len);
    }
    put_escaped(b, s);
}

/* Nothing in it is odd, as in nearly every text. What is left over is looked at together with some
 * of what is before it. */
static bool is_plain(Str s)
{
    uint64_t odd = 0;
    if (s.len < 8)
        return s.len == 0 || json_odd_bytes(bytes_load_few(s.ptr, s.len)) == 0;
    for (uint32_t i = 0; i + 8 < s.len; i += 8)
        odd |= json_odd_bytes(bytes_load(s.ptr + i));
    return (odd | json_odd_bytes(bytes_load(s.ptr + s.len - 8))) == 0;
}

static void put_plain(Buf *b, Str s)
{
    buf_room(b, s.len + 2);
    char *at = b->ptr + b->len;
    at[0] = at[s.len + 1] = '"';
    bytes_copy(at + 1, s.ptr, s.len);
    at[s.len + 2] = '\0';
    b->len += s.len + 2;
}

void json_put_string(Buf *b, Str s)
{
    if (is_plain(s)) {
        put_plain(b, s);
        return;
    }
    buf_char(b, '"');
    put_odd(b, s);
    buf_char(b, '"');
}

void json_out_key(JsonOut *j, const char *key)
{
    begin(j);
    buf_char(j->buf, '"'); /* keys are our own: nothing in them is escaped */
    buf_cstr(j->buf, key);
    buf_cstr(j->buf, j->indent > 0 ? "\": " : "\":");
    j->after_key = true;
}

void json_out_str(JsonOut *j, Str s)
{
    begin(j);
    json_put_string(j->buf, s);
}

void json_out_cstr(JsonOut *j, const char *s)
{
    json_out_str(j, str_from(s));
}

void json_out_int(JsonOut *j, int64_t n)
{
    begin(j);
    buf_int(j->buf, n);
}

void json_out_bool(JsonOut *j, bool b)
{
    begin(j);
    buf_cstr(j->buf, b ? "true" : "false");
}

void json_out_null(JsonOut *j)
{
    begin(j);
    buf_cstr(j->buf, "null");
}
