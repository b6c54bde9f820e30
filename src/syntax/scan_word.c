/*
 * scan_word.c — words, paths, the names of calls, and links.  Layer: syntax.
 *
 * Letters are few comparisons in ASCII and a table elsewhere; nothing is interned or copied.
 */
#include "syntax/scan.h"

#include "base/address.h"

#include "syntax/abbrev.h"

bool letter_at(const Scan *s, uint32_t off)
{
    uint32_t len;
    if (off >= s->limit)
        return false;
    return ascii_is_letter(s->text[off]) ||
           ((unsigned char)s->text[off] >= 0x80 &&
            utf8_is_letter(utf8_decode(s->text + off, s->text + s->limit, &len)));
}

/* Bytes by which a word goes on at a byte that is not ASCII, 0 where it ends. */
static uint32_t high_len(const Scan *s, uint32_t off)
{
    uint32_t len;
    uint32_t cp = utf8_decode(s->text + off, s->text + s->limit, &len);
    if (utf8_is_letter(cp) || cp == 0xB2 || cp == 0xB3)
        return len;
    if (cp >= 0x2010 && cp <= 0x2015) /* mai–juni */
        return letter_at(s, off + len) ? len : 0;
    if (!utf8_is_guest(cp))
        return 0;
    uint32_t end = off + len; /* a run of guests is in the word if the word goes on behind it */
    while (end < s->limit && utf8_is_guest(utf8_decode(s->text + end, s->text + s->limit, &len)))
        end += len;
    return letter_at(s, end) || (end < s->limit && ascii_is_digit(s->text[end])) ? end - off : 0;
}

/* The same, and behind a slash in a word; 0 where it ends. */
static uint32_t more_word(const Scan *s, uint32_t off)
{
    if (off >= s->limit)
        return 0;
    if (utf8_is_latin_letter(s->text + off, s->text + s->limit))
        return 2;
    if ((unsigned char)s->text[off] >= 0x80)
        return high_len(s, off);
    return s->text[off] == '/' && letter_at(s, off + 1);
}

/* To the first byte that is no ASCII of a word: at the text's end, if not before, the NUL. */
static inline uint32_t past_ascii(const char *text, uint32_t off)
{
    while (byte_class[(unsigned char)text[off]] == BYTE_IN_WORD)
        off++;
    return off;
}

uint32_t word_end(const Scan *s, uint32_t off)
{
    uint32_t more;
    do {
        off = past_ascii(s->text, off);
        char c = s->text[off];
        more = (unsigned char)c >= 0x80 || c == '/' ? more_word(s, off) : 0;
        off += more;
    } while (more != 0);
    return off < s->limit ? off : s->limit;
}

static bool begins_with(const Scan *s, uint32_t off, Str lower)
{
    if (s->limit - off < lower.len)
        return false;
    for (uint32_t i = 0; i < lower.len; i++) {
        char c = s->text[off + i];
        if ((ascii_is_letter(c) ? (c | 0x20) : c) != lower.ptr[i])
            return false;
    }
    return true;
}

static uint32_t count(const Scan *s, uint32_t off, uint32_t end, char c)
{
    uint32_t n = 0;
    for (; off < end; off++)
        n += s->text[off] == c;
    return n;
}

/* A link runs to the next blank; a comma or a bracket behind it is the sentence's, not its own. */
static uint32_t link_end(const Scan *s, uint32_t off)
{
    uint32_t end = off;
    while (end < s->limit && (unsigned char)s->text[end] > ' '
           && utf8_blank_len(s->text + end, s->text + s->limit) == 0)
        end++;
    while (end > off) {
        char c = s->text[end - 1];
        bool foreign = c == ',' || c == ';' || (c == '"')
                       || (c == ')' && count(s, off, end, '(') < count(s, off, end, ')'))
                       || (c == '}' && count(s, off, end, '{') < count(s, off, end, '}'));
        if (!foreign)
            break;
        end--;
        if (c == ')' || c == '}')
            break; /* counting again for each of a million would be quadratic */
    }
    return end;
}

static bool is_link(const Scan *s, uint32_t off)
{
    char c = s->text[off];
    return ((c == 'h' || c == 'H') && address_begins(scan_str(s, off, s->limit)))
           || ((c == 'm' || c == 'M') && begins_with(s, off, STR("mailto:")));
}

static uint32_t digits_end(const Scan *s, uint32_t off)
{
    while (off < s->limit && ascii_is_digit(s->text[off]))
        off++;
    return off;
}

/* ramme.2018–2021: the years from one to the other, and no subtraction. `end` is that of the first
 * run of digits. */
static uint32_t years_end(const Scan *s, uint32_t off, uint32_t end)
{
    enum { DIGITS_OF_A_YEAR = 4 };
    uint32_t len;
    if (end - off != DIGITS_OF_A_YEAR || end >= s->limit ||
        !utf8_is_dash(utf8_decode(s->text + end, s->text + s->limit, &len)))
        return end;
    uint32_t last = digits_end(s, end + len);
    bool goes_on = last < s->limit && (letter_at(s, last) || s->text[last] == ',');
    return last - end - len == DIGITS_OF_A_YEAR && !goes_on ? last : end;
}

/* The end of the path's part at off, or off where there is none: a word, digits, or a string. */
static uint32_t path_part(Scan *s, uint32_t off)
{
    if (off >= s->limit)
        return off;
    char c = s->text[off];
    if (c == '"') {
        bool closed;
        if (s->limit - off >= 3 && memcmp(s->text + off, "\"\"\"", 3) == 0)
            return off; /* the end of a text: … her.""" */
        uint32_t end = string_end(s, off, &closed);
        return closed ? end : off;
    }
    if (ascii_is_digit(c)) { /* a code may be slashed: kostra.20/21 is no division */
        uint32_t end = digits_end(s, off);
        if (end < s->limit && s->text[end] != '/')
            return years_end(s, off, end);
        while (end + 1 < s->limit && s->text[end] == '/' && ascii_is_digit(s->text[end + 1]))
            end = digits_end(s, end + 1);
        return end;
    }
    return c == '_' || letter_at(s, off) ? word_end(s, off) : off;
}

/* On from `end`, where a dot stands, by the part that ends at `part`, if there is one,
 * and by all that follow it. */
static uint32_t path_end(Scan *s, uint32_t end, uint32_t part, Tok *tok)
{
    for (; part > end + 1; part = path_part(s, end + 1)) {
        end = part;
        tok->kind = T_PATH;
        if (end >= s->limit || s->text[end] != '.')
            break;
    }
    return end;
}

uint32_t scan_path_on(Scan *s, uint32_t end, Tok *tok)
{
    return path_end(s, end, path_part(s, end + 1), tok);
}

/* What begins with the word from off to end that a dot follows. */
static uint32_t dotted(Scan *s, uint32_t off, uint32_t end, Tok *tok)
{
    uint32_t part = path_part(s, end + 1);
    uint32_t abbrev =
        abbrev_len(s->text + off, s->text + s->limit, end - off, part > end + 1);
    if (abbrev != 0)
        return off + abbrev;
    end = path_end(s, end, part, tok);
    if (end < s->limit && s->text[end] == '(' && end - off <= UINT16_MAX)
        tok->kind = T_CALL;
    return end;
}

uint32_t scan_word(Scan *s, uint32_t off, Tok *tok)
{
    uint32_t end = past_ascii(s->text, off);
    char next = s->text[end];
    if (next == ':' && is_link(s, off)) {
        tok->kind = T_URL;
        return link_end(s, off);
    }
    if ((unsigned char)next >= 0x80 || next == '/' || end >= s->limit) {
        end = word_end(s, end);
        next = end < s->limit ? s->text[end] : ' ';
    }
    if (next == ',' && s->in_value && end - off == 1 && s->prev != T_COMMA) {
        uint32_t figure = scan_spoilt(s, off, tok);
        if (figure > off)
            return figure;
    }
    tok->kind = next == '(' && end - off <= UINT16_MAX ? T_CALL : T_WORD;
    return next == '.' ? dotted(s, off, end, tok) : end;
}
