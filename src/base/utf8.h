/*
 * utf8.h — Unicode: decoding, classes, case folding, NFC, width, likeness.  Layer: base.
 *
 * ASCII and Latin-1 letters are handled by small tables; the rest is asked of utf8proc.
 */
#ifndef HPLAN_BASE_UTF8_H
#define HPLAN_BASE_UTF8_H

#include "base/str.h"

/* Offset of the first byte that is not UTF-8 (overlong, surrogate, > U+10FFFF), or -1. */
int64_t utf8_first_invalid(const char *bytes, size_t len);

/* The code point at s and its length in bytes. s should be valid UTF-8; a byte that is not (as
 * where a slice cuts a letter) reads as U+FFFD of length 1. */
uint32_t utf8_decode(const char *s, const char *end, uint32_t *len);
void utf8_put(Buf *b, uint32_t cp);

bool utf8_is_superscript(uint32_t cp); /* ¹ ² ³ ⁰ ⁴ … ⁹: a footnote or a power */
bool utf8_is_blank(uint32_t cp);   /* space, tab, NBSP, U+2000–200A, U+202F */
bool utf8_is_guest(uint32_t cp);   /* what Word leaves: soft hyphen, zero-width, bidi marks, BOM */
bool utf8_is_letter(uint32_t cp);  /* letters and combining marks, any script */
bool utf8_is_dash(uint32_t cp);    /* - U+2010–2015 U+2212 */
uint32_t utf8_wide_blank_len(const char *s, const char *end); /* of a blank that is not ASCII */
/* Length of the blank at s, or 0. Asked of nearly every byte, so it is told here what is none. */
static inline uint32_t utf8_blank_len(const char *s, const char *end)
{
    if (s == end)
        return 0;
    unsigned char first = (unsigned char)*s;
    if (first == ' ' || first == '\t')
        return 1;
    return first != 0xC2 && first != 0xE2 ? 0 : utf8_wide_blank_len(s, end);
}

/* A byte of a letter, as far as one byte can tell: all beyond ASCII counts. */
static inline bool utf8_may_be_letter(char c)
{
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* Is there a letter of Latin-1 at s, such as æ, ø, å? They have two bytes, the first 0xC3; so do
 * the signs × and ÷, which are none. */
static inline bool utf8_is_latin_letter(const char *s, const char *end)
{
    return (unsigned char)*s == 0xC3 && end - s >= 2 && ((unsigned char)s[1] | 0x20) != 0xB7;
}

/* ¼ ½ ¾ at s: figures, though no digits. */
static inline bool utf8_is_fraction(const char *s, const char *end)
{
    return end - s >= 2 && s[0] == '\xC2' && s[1] >= '\xBC' && s[1] <= '\xBE';
}

/* The form in which names are compared: NFC, case folded, guests dropped,
 * runs of blanks as one space. Returns s itself where it is so already. */
Str utf8_fold(Arena *a, Str s);
/* How many bytes of `s` the first `len` of its folded form stand for. */
uint32_t utf8_unfolded_len(Arena *scratch, Str s, Str folded, uint32_t len);
bool utf8_eq_fold(Arena *scratch, Str a, Str b);
bool utf8_has_word(Str s, Str word); /* with no letter or digit beside it */

uint32_t utf8_width(Str s);  /* display columns: combining 0, wide 2, tab as one */
uint32_t utf8_length(Str s); /* code points */

/* Optimal string alignment distance over code points, at most `limit` + 1. */
uint32_t utf8_distance(Arena *scratch, Str a, Str b, uint32_t limit);

#endif
