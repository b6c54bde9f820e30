/*
 * quote.c — quotation marks: which there are, what stands in them, how they are put.  Layer: base.
 */
#include "base/quote.h"

#include "base/utf8.h"

enum { LEFT = 0xAB, RIGHT = 0xBB, HIGH_RIGHT = 0x201D, HIGH_LAST = 0x201F };

bool quote_opens(uint32_t cp)
{
    return cp == '"' || cp == LEFT || cp == RIGHT || (cp >= QUOTE_HIGH_FIRST && cp <= HIGH_LAST);
}

bool quote_closes(uint32_t opener, uint32_t cp)
{
    if (opener == '"')
        return cp == '"';
    if (opener == LEFT || opener == RIGHT)
        return cp == (opener == LEFT ? RIGHT : LEFT);
    return cp == QUOTE_HIGH_FIRST || cp == HIGH_RIGHT || cp == '"';
}

/* The mark that opens a string at the beginning of s; 0: none does. Asked of every cell. */
static uint32_t opener_of(Str s, uint32_t *len)
{
    *len = 0;
    if (s.len == 0 || (s.ptr[0] != '"' && (s.ptr[0] & 0x80) == 0))
        return 0;
    uint32_t cp = utf8_decode(s.ptr, s.ptr + s.len, len);
    if (quote_opens(cp))
        return cp;
    *len = 0;
    return 0;
}

uint32_t quote_at(Str s)
{
    uint32_t len;
    (void)opener_of(s, &len);
    return len;
}

uint32_t quote_first(Str s, Str *inside)
{
    uint32_t from, len, opener = opener_of(s, &from);
    for (uint32_t at = from; opener != 0 && at < s.len; at += len)
        if (quote_closes(opener, utf8_decode(s.ptr + at, s.ptr + s.len, &len))) {
            *inside = str_slice(s, from, at);
            return at + len;
        }
    return 0;
}

/* Where the last character of s begins. */
static uint32_t last_start(Str s)
{
    uint32_t at = s.len - 1;
    while (at > 0 && ((unsigned char)s.ptr[at] & 0xC0) == 0x80)
        at--;
    return at;
}

uint32_t quote_last(Str s)
{
    if (s.len == 0 || (s.ptr[s.len - 1] != '"' && (s.ptr[s.len - 1] & 0x80) == 0))
        return s.len;
    uint32_t len, at = last_start(s), closer = utf8_decode(s.ptr + at, s.ptr + s.len, &len);
    while (quote_opens(closer) && at > 0) {
        at = last_start(str_slice(s, 0, at));
        uint32_t cp = utf8_decode(s.ptr + at, s.ptr + s.len, &len);
        if (quote_opens(cp) && quote_closes(cp, closer))
            return at;
    }
    return s.len;
}

bool quote_alone(Str s, Str *inside)
{
    Str first;
    uint32_t len = quote_first(s, &first);
    if (len == 0 || len != s.len)
        return false;
    *inside = first;
    return true;
}

bool quote_whole(Str s, Str *inside)
{
    uint32_t from, len, opener = opener_of(s, &from);
    if (opener == 0 || s.len <= from)
        return false;
    uint32_t to = last_start(s), last = utf8_decode(s.ptr + to, s.ptr + s.len, &len);
    bool mixed = opener == '"' && quote_closes(QUOTE_HIGH_FIRST, last); /* "… closed by Word */
    if (to < from || (!mixed && !quote_closes(opener, last)))
        return false;
    *inside = str_slice(s, from, to);
    return true;
}

Str quote_content(Str s)
{
    Str inside;
    uint32_t at = 0, len = 0;
    while (at < s.len && (len = quote_at(str_slice(s, at, s.len))) == 0)
        at++;
    if (at == s.len)
        return s;
    Str rest = str_slice(s, at, s.len);
    return quote_first(rest, &inside) > 0 ? inside : str_slice(rest, len, rest.len);
}

void quote_put(Buf *out, Str text)
{
    if (str_find(text, STR("\"")) >= 0 && str_find(text, STR("»")) < 0) {
        buf_cstr(out, "«");
        buf_str(out, text);
        buf_cstr(out, "»");
        return;
    }
    buf_char(out, '"');
    for (uint32_t i = 0; i < text.len; i++)
        buf_char(out, text.ptr[i] == '"' ? '\'' : text.ptr[i]);
    buf_char(out, '"');
}

Str quote_text(Arena *a, Str text)
{
    Buf out;
    buf_init(&out, a);
    quote_put(&out, text);
    return buf_view(&out);
}
