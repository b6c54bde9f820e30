/*
 * footnote.c — the marks of footnotes behind figures, labels and heads.  Layer: value.
 *
 * In: a text. Out: the text without them; what they refer to is the author's own text below.
 */
#include "value/footnote.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* The code point that ends s; 0 for an empty text. */
static uint32_t last_char(Str s, uint32_t *len)
{
    uint32_t n = 1;
    *len = 0;
    if (s.len == 0)
        return 0;
    while (n < s.len && n < 4 && ((unsigned char)s.ptr[s.len - n] & 0xC0) == 0x80)
        n++;
    *len = n;
    return utf8_decode(s.ptr + s.len - n, s.ptr + s.len, &n);
}

static bool is_sign(uint32_t cp)
{
    return cp == '*' || cp == 0x2020 || cp == 0x2021; /* * † ‡ */
}

/* " 1", which a parenthesis closes that nothing opened: a blank and a figure or two. */
static uint32_t numbered(Str s)
{
    enum { MOST_DIGITS = 2 };
    uint32_t digits = 0, blank;
    while (digits < s.len && digits < MOST_DIGITS && ascii_is_digit(s.ptr[s.len - digits - 1]))
        digits++;
    bool parted = digits > 0 && s.len > digits;
    (void)last_char(str_slice(s, 0, s.len - digits), &blank);
    const char *before = s.ptr + s.len - digits - blank;
    return parted && utf8_blank_len(before, str_end(s)) > 0 ? digits : 0;
}

/* Where the last parenthesis that closes one opened in s ends; 0: there is none. */
static uint32_t last_pair(Str s)
{
    uint32_t open = 0, end = 0;
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == ')' && open > 0) {
            open--;
            end = i + 1;
        }
        open += s.ptr[i] == '(';
    }
    return end;
}

/* A mark that is closed by a parenthesis of its own: ¹) *) 1). */
static uint32_t closed_mark(Str s)
{
    uint32_t len;
    Str inside = str_slice(s, 0, s.len - 1);
    uint32_t cp = last_char(inside, &len);
    if (!utf8_is_superscript(cp) && !is_sign(cp))
        len = numbered(inside);
    return len == 0 ? 0 : len + 1;
}

/* How long the mark is that s ends in; `pair` as last_pair says. 0: it ends in none. */
static uint32_t mark_len(Str s, uint32_t pair)
{
    uint32_t len, n;
    uint32_t cp = last_char(s, &len);
    if (cp == ')')
        return s.len == pair ? 0 : closed_mark(s);
    if (is_sign(cp))
        return len;
    if (!utf8_is_superscript(cp))
        return 0;
    return cp == 0xB9 || !utf8_is_letter(last_char(str_slice(s, 0, s.len - len), &n)) ? len : 0;
}

Str footnote_stripped(Str s)
{
    uint32_t len;
    uint32_t cp = last_char(s, &len);
    if (cp != ')' && !is_sign(cp) && !utf8_is_superscript(cp))
        return s; /* as nearly all */
    uint32_t pair = last_pair(s);
    while ((len = mark_len(s, pair)) > 0 && len < s.len)
        s = str_trim(str_slice(s, 0, s.len - len));
    return s;
}
