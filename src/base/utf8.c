/*
 * utf8.c — Unicode: decoding, classes, case folding, NFC, width.  Layer: base.
 *
 * Norwegian text is ASCII with a letter of Latin-1 here and there; those have short paths, and
 * utf8proc knows the rest. (Likeness: utf8_distance.c.)
 */
#include "base/utf8.h"

#include "base/bytes.h"

#include <utf8proc.h>

enum {
    NBSP = 0xA0,
    SOFT_HYPHEN = 0xAD,
    LATIN_LAST = 0x24F, /* from U+00C0 to here all are letters but × and ÷ */
    REPLACEMENT = 0xFFFD
};

static bool is_continuation(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

/* Length of the well-formed sequence at s, which does not begin with ASCII; 0 if there is none.
 * The second byte's range shuts out overlong forms, surrogates and what is above U+10FFFF. */
static uint32_t sequence_len(const unsigned char *s, const unsigned char *end)
{
    unsigned char first = s[0], low = 0x80, high = 0xBF;
    uint32_t len;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    len = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if ((size_t)(end - s) < len)
        return 0;
    if (first == 0xE0)
        low = 0xA0;
    else if (first == 0xED)
        high = 0x9F;
    else if (first == 0xF0)
        low = 0x90;
    else if (first == 0xF4)
        high = 0x8F;
    if (s[1] < low || s[1] > high)
        return 0;
    for (uint32_t i = 2; i < len; i++)
        if (!is_continuation(s[i]))
            return 0;
    return len;
}

int64_t utf8_first_invalid(const char *bytes, size_t len)
{
    const unsigned char *start = (const unsigned char *)bytes;
    const unsigned char *end = len == 0 ? start : start + len;
    const unsigned char *s = start;
    while (s < end) {
        while (end - s >= 8 && (bytes_load((const char *)s) & BYTES_HIGH) == 0)
            s += 8;
        while (s < end && *s < 0x80)
            s++;
        while (s < end && *s >= 0x80) {
            uint32_t step = sequence_len(s, end);
            if (step == 0)
                return s - start;
            s += step;
        }
    }
    return -1;
}

uint32_t utf8_decode(const char *s, const char *end, uint32_t *len)
{
    const unsigned char *u = (const unsigned char *)s;
    *len = 1;
    if (*u < 0x80)
        return *u;
    uint32_t n = sequence_len(u, (const unsigned char *)end);
    if (n == 0)
        return REPLACEMENT;
    *len = n;
    uint32_t cp = u[0] & (0x7Fu >> n);
    for (uint32_t i = 1; i < n; i++)
        cp = cp << 6 | (u[i] & 0x3Fu);
    return cp;
}

void utf8_put(Buf *b, uint32_t cp)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t len = utf8proc_encode_char((utf8proc_int32_t)cp, bytes);
    buf_put(b, (const char *)bytes, (size_t)len);
}

bool utf8_is_superscript(uint32_t cp)
{
    return cp == 0xB9 || cp == 0xB2 || cp == 0xB3 || cp == 0x2070 || (cp >= 0x2074 && cp <= 0x2079);
}

bool utf8_is_blank(uint32_t cp)
{
    return cp == ' ' || cp == '\t' || cp == NBSP || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F;
}

bool utf8_is_guest(uint32_t cp)
{
    return cp == SOFT_HYPHEN || cp == 0x061C || (cp >= 0x200B && cp <= 0x200F) ||
           (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x2064) ||
           (cp >= 0x2066 && cp <= 0x206F) || cp == 0xFEFF;
}

bool utf8_is_letter(uint32_t cp)
{
    if (cp < 0x80)
        return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
    if (cp <= LATIN_LAST)
        return (cp >= 0xC0 && cp != 0xD7 && cp != 0xF7) || cp == 0xAA || cp == 0xB5 || cp == 0xBA;
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME; /* Lu Ll Lt Lm Lo Mn Mc Me */
}

bool utf8_is_dash(uint32_t cp)
{
    return cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212;
}

uint32_t utf8_wide_blank_len(const char *s, const char *end)
{
    uint32_t len;
    return utf8_is_blank(utf8_decode(s, end, &len)) ? len : 0;
}

/* Length of the folded character at s, or 0 where it is not plainly one: small letters and other
 * ASCII, a single space, Latin-1, dashes and quotation marks. No mark joins any of them. */
static uint32_t folded_len(const char *s, const char *end)
{
    unsigned char c = (unsigned char)*s;
    if (c == ' ')
        return utf8_blank_len(s + 1, end) == 0;
    if (c < 0x80)
        return (c < 'A' || c > 'Z') && c != '\t';
    unsigned char next = end - s >= 2 ? (unsigned char)s[1] : 0;
    if (c == 0xC2) /* not NBSP, the soft hyphen, or the micro sign, which folds to mu */
        return next > 0xA0 && next != SOFT_HYPHEN && next != 0xB5 ? 2 : 0;
    if (c == 0xC3)
        return next >= 0xA0 ? 2 : 0;
    if (c == 0xE2 && next == 0x80 && end - s >= 3)
        return (unsigned char)s[2] >= 0x90 && (unsigned char)s[2] <= 0x9F ? 3 : 0;
    return 0;
}

static const bool is_plain[256] = {
    ['!'] = 1, ['"'] = 1, ['#'] = 1, ['$'] = 1, ['%'] = 1, ['&'] = 1, ['\''] = 1, ['('] = 1,
    [')'] = 1, ['*'] = 1, ['+'] = 1, [','] = 1, ['-'] = 1, ['.'] = 1, ['/'] = 1, ['0'] = 1,
    ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1, ['7'] = 1, ['8'] = 1,
    ['9'] = 1, [':'] = 1, [';'] = 1, ['<'] = 1, ['='] = 1, ['>'] = 1, ['?'] = 1, ['@'] = 1,
    ['['] = 1, ['\\'] = 1, [']'] = 1, ['^'] = 1, ['_'] = 1, ['`'] = 1, ['a'] = 1, ['b'] = 1,
    ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1, ['i'] = 1, ['j'] = 1,
    ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1, ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1,
    ['s'] = 1, ['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1,
    ['{'] = 1, ['|'] = 1, ['}'] = 1, ['~'] = 1,
};

/* Bytes of the run of small letters, digits and ASCII signs at s. */
static uint32_t plain_run(const char *s, const char *end)
{
    const unsigned char *p = (const unsigned char *)s;
    const unsigned char *last = (const unsigned char *)end;
    while (p < last && is_plain[*p])
        p++;
    return (uint32_t)((const char *)p - s);
}

/* How many bytes from the front are as folding would have them. */
static uint32_t folded_front(Str s)
{
    const char *p = s.ptr, *end = str_end(s);
    while (p < end) {
        p += plain_run(p, end);
        uint32_t len = p < end ? folded_len(p, end) : 0;
        if (len == 0)
            break;
        p += len;
    }
    return (uint32_t)(p - s.ptr);
}

/* Would folding change nothing but capitals in these eight bytes? So it is where all are printable
 * ASCII and no two blanks stand side by side. */
static bool only_case(uint64_t w)
{
    if ((w & BYTES_HIGH) != 0 || bytes_between(w, ' ', '~') != BYTES_HIGH)
        return false;
    uint64_t blanks = bytes_between(w, ' ', ' ');
    return (blanks & blanks >> 8) == 0;
}

static uint64_t small_letters(uint64_t w)
{
    return w | bytes_between(w, 'A', 'Z') >> 2; /* 0x20 is what tells them from the capitals */
}

/* Folds what is ASCII from p on into out, which holds n bytes: small letters, and of several blanks
 * one. Returns where it ends; *out_len is then what out holds. */
static const char *fold_ascii(const char *p, const char *end, char *out, uint32_t n,
                              uint32_t *out_len)
{
    for (uint64_t w; end - p >= 8 && only_case(w = bytes_load(p)); p += 8, n += 8) {
        if (*p == ' ' && n > 0 && out[n - 1] == ' ')
            break;
        bytes_store(out + n, small_letters(w));
    }
    for (; p < end && (unsigned char)*p < 0x80; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == '\t')
            c = ' ';
        if (c == ' ' && n > 0 && out[n - 1] == ' ')
            continue;
        out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    }
    *out_len = n;
    return p;
}

/* Folds Latin-1, blanks and guests into out, which has room for as many bytes as s has and holds
 * the first `n` of them, which are folded already. False at the first code point that needs
 * utf8proc. */
static bool fold_latin(Str s, uint32_t n, char *out, uint32_t *out_len)
{
    const char *p = s.ptr + n, *end = str_end(s);
    uint32_t len;
    while ((p = fold_ascii(p, end, out, n, &n)) < end) {
        uint32_t cp = utf8_decode(p, end, &len);
        p += len;
        if (utf8_is_blank(cp)) {
            if (n == 0 || out[n - 1] != ' ')
                out[n++] = ' ';
        } else if (cp == 0xDF) { /* ß */
            out[n++] = 's';
            out[n++] = 's';
        } else if (cp >= 0xC0 && cp <= 0xFF) {
            out[n++] = '\xC3';
            out[n++] = (char)(0x80 | (cp & 0x3F) | (cp <= 0xDE && cp != 0xD7 ? 0x20 : 0));
        } else if (utf8_is_guest(cp)) {
            continue;
        } else if (folded_len(p - len, end) == len) {
            memcpy(out + n, p - len, len);
            n += len;
        } else {
            return false;
        }
    }
    *out_len = n;
    return true;
}

/* Any text. Guests go first, since a mark behind one belongs to the letter before it. */
static Str fold_any(Arena *a, Str s)
{
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
    char *clean = arena_alloc(a, (size_t)s.len + 3);
    const char *end = str_end(s);
    size_t n = 0;
    uint32_t len;
    for (const char *p = s.ptr; p < end; p += len) {
        uint32_t cp = utf8_decode(p, end, &len);
        if (utf8_is_guest(cp))
            continue;
        if (!utf8_is_blank(cp)) {
            memcpy(clean + n, p, len);
            n += len;
        } else if (n == 0 || clean[n - 1] != ' ') {
            clean[n++] = ' ';
        }
    }
    const utf8proc_uint8_t *in = (const utf8proc_uint8_t *)clean;
    utf8proc_ssize_t count = utf8proc_decompose(in, (utf8proc_ssize_t)n, NULL, 0, options);
    if (count < 0) /* not UTF-8 after all, or far too long */
        return s;
    utf8proc_int32_t *cps = arena_alloc(a, ((size_t)count + 1) * sizeof *cps);
    utf8proc_decompose(in, (utf8proc_ssize_t)n, cps, count, options);
    count = utf8proc_reencode(cps, count, options);
    return count < 0 ? s : (Str){(char *)cps, (uint32_t)count};
}

Str utf8_fold(Arena *a, Str s)
{
    uint32_t len = folded_front(s);
    if (len == s.len)
        return s;
    char *out = arena_alloc(a, s.len);
    memcpy(out, s.ptr, len);
    if (fold_latin(s, len, out, &len))
        return (Str){out, len};
    return fold_any(a, s);
}

bool utf8_eq_fold(Arena *scratch, Str a, Str b)
{
    return str_eq(a, b) || str_eq(utf8_fold(scratch, a), utf8_fold(scratch, b));
}

uint32_t utf8_unfolded_len(Arena *scratch, Str s, Str folded, uint32_t len)
{
    if (s.len == folded.len)
        return len;
    for (uint32_t i = len; i <= s.len; i++) {
        if (i < s.len && ((unsigned char)s.ptr[i] & 0xC0) == 0x80)
            continue;
        if (utf8_fold(scratch, str_slice(s, 0, i)).len >= len)
            return i;
    }
    return s.len;
}

/* Does a letter or a digit begin here? */
static bool in_word(const char *at, const char *end)
{
    uint32_t len;
    return at < end && (ascii_is_digit(*at) || utf8_is_letter(utf8_decode(at, end, &len)));
}

bool utf8_has_word(Str s, Str word)
{
    const char *end = str_end(s);
    for (uint32_t from = 0; word.len > 0;) {
        int64_t found = str_find(str_slice(s, from, s.len), word);
        if (found < 0)
            return false;
        const char *at = s.ptr + from + found, *before = at;
        while (before > s.ptr && ((unsigned char)*--before & 0xC0) == 0x80)
            ; /* inside a code point */
        if ((at == s.ptr || !in_word(before, end)) && !in_word(at + word.len, end))
            return true;
        from += (uint32_t)found + 1;
    }
    return false;
}

/* Of one code point: one column for nearly all that a plan is written in, which is seen from the
 * first two bytes. */
static uint32_t width_at(const char *p, const char *end, uint32_t *len)
{
    unsigned char c = (unsigned char)p[0];
    *len = 1;
    if (c < 0x80)
        return (c >= 0x20 && c < 0x7F) || c == '\t';
    *len = 2;
    if (c >= 0xC3 && c < 0xCC && end - p > 1 && is_continuation((unsigned char)p[1]))
        return 1; /* U+00C0 to U+02FF */
    if (c == 0xC2 && end - p > 1 && (unsigned char)p[1] == 0xA0)
        return 1; /* the hard blank of figures */
    uint32_t cp = utf8_decode(p, end, len);
    if (cp < 0x300 && cp != SOFT_HYPHEN)
        return cp >= 0xA0;
    return utf8_is_guest(cp) ? 0 : (uint32_t)utf8proc_charwidth((utf8proc_int32_t)cp);
}

/* Eight bytes of a column each. */
static bool is_printable(uint64_t eight)
{
    return (eight & BYTES_HIGH) == 0 && bytes_between(eight, 0x20, 0x7E) == BYTES_HIGH;
}

uint32_t utf8_width(Str s)
{
    const char *p = s.ptr, *end = str_end(s);
    if (s.len > 0 && s.len < 8 && is_printable(bytes_load_few(p, s.len)))
        return s.len;
    while (end - p >= 8 && is_printable(bytes_load(p)))
        p += 8;
    uint32_t columns = (uint32_t)(p - s.ptr), len;
    for (; p < end; p += len) {
        bool plain = (unsigned char)*p >= 0x20 && (unsigned char)*p < 0x7F;
        len = 1;
        columns += plain ? 1 : width_at(p, end, &len);
    }
    return columns;
}

uint32_t utf8_length(Str s)
{
    return bytes_leads(s.ptr, str_end(s), str_end(s));
}
