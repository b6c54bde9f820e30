/*
 * footnote.c — the marks of footnotes behind figures, labels and heads.  Layer: model.
 *
 * In: a text. Out: the text without them; what they refer to is the author's own text below.
 */
#include "model/footnote.h"

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

static bool is_superscript(uint32_t cp)
{
    return cp == 0xB9 || cp == 0xB2 || cp == 0xB3 || cp == 0x2070 || (cp >= 0x2074 && cp <= 0x2079);
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

/* Does the parenthesis that ends s close one that was opened in it? */
static bool closes_another(Str s)
{
    int open = 0;
    for (uint32_t i = 0; i < s.len; i++)
        open += s.ptr[i] == '(' ? 1 : s.ptr[i] == ')' && (open > 0 || i + 1 == s.len) ? -1 : 0;
    return open >= 0;
}

/* A mark that is closed by a parenthesis of its own: ¹) *) 1). */
static uint32_t closed_mark(Str s)
{
    uint32_t len;
    if (s.len < 2 || s.ptr[s.len - 1] != ')' || closes_another(s))
        return 0;
    Str inside = str_slice(s, 0, s.len - 1);
    uint32_t cp = last_char(inside, &len);
    if (!is_superscript(cp) && !is_sign(cp))
        len = numbered(inside);
    return len == 0 ? 0 : len + 1;
}

static uint32_t mark_len(Str s)
{
    uint32_t len, n;
    uint32_t cp = last_char(s, &len);
    if (cp == ')')
        return closed_mark(s);
    if (is_sign(cp))
        return len;
    if (!is_superscript(cp))
        return 0;
    return cp == 0xB9 || !utf8_is_letter(last_char(str_slice(s, 0, s.len - len), &n)) ? len : 0;
}

Str footnote_stripped(Str s)
{
    for (uint32_t len; (len = mark_len(s)) > 0 && len < s.len;)
        s = str_trim(str_slice(s, 0, s.len - len));
    return s;
}
