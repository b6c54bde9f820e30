/*
 * line_kind.c — does a line read as a statement or as running text?  Layer: source.
 *
 * Few words and then a title, a brace or a colon are a statement; a sentence goes on.
 */
#include "source/line_kind.h"

#include <string.h>

enum { MOST_HEAD_WORDS = 4, FEWEST_TEXT_WORDS = 3 };

/* Bullets as they are typed, and as word processors paste them; a blank or a tab is behind them. */
static bool has_bullet(Str s)
{
    static const char *const marks[] = {
        "-", "*", "–", "•", "—", "·", "◦", "▪", "‣", "\xEF\x82\xB7", "o\t"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        Str mark = str_from(marks[i]);
        if (s.len > mark.len && str_starts(s, mark) &&
            (s.ptr[mark.len] == ' ' || s.ptr[mark.len] == '\t' || s.ptr[mark.len - 1] == '\t'))
            return true;
    }
    return false;
}

bool line_is_item(Str s)
{
    uint32_t digits = 0;
    if (has_bullet(s))
        return true;
    while (digits < s.len && ascii_is_digit(s.ptr[digits]))
        digits++;
    return digits > 0 && digits < 3 && digits + 1 < s.len &&
           (s.ptr[digits] == '.' || s.ptr[digits] == ')') &&
           (s.ptr[digits + 1] == ' ' || s.ptr[digits + 1] == '\t');
}

static bool in_head(char c)
{
    return (unsigned char)c >= 0x80 || ascii_is_digit(c) || ascii_is_letter(c) || c == '-' ||
           c == '_' || c == '/' || c == '.';
}

bool line_begins_small(Str s)
{
    unsigned char c = (unsigned char)s.ptr[0], next = s.len > 1 ? (unsigned char)s.ptr[1] : 0;
    return c == 0xC3 ? next >= 0xA0 : c < 'A' || c > 'Z';
}

static uint32_t count_words(Str s)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < s.len; i++)
        words += s.ptr[i] != ' ' && (i == 0 || s.ptr[i - 1] == ' ');
    return words;
}

/* The words at the front, and what stands behind them. */
static uint32_t head_words(Str s, Str *rest)
{
    uint32_t words = 0, at = 0;
    while (at < s.len && in_head(s.ptr[at])) {
        while (at < s.len && in_head(s.ptr[at]))
            at++;
        words++;
        if (at + 1 < s.len && s.ptr[at] == ' ')
            at++;
    }
    *rest = str_slice(s, at, s.len);
    return words;
}

static bool is_statement(Str s)
{
    char last = s.ptr[s.len - 1];
    Str rest;
    if (s.ptr[0] == '}' || s.ptr[0] == '|' || last == '{')
        return true;
    uint32_t words = head_words(s, &rest);
    if (words == 0 || words > MOST_HEAD_WORDS || rest.len == 0)
        return false;
    if (rest.ptr[0] == ':')
        return rest.len > 2 && rest.ptr[1] == ' ' && line_begins_small(s);
    return (rest.ptr[0] == '"' && (last == '"' || last == '}')) ||
           (rest.ptr[0] == '{' && last == '}' && line_begins_small(s));
}

LineKind line_kind(Str line)
{
    Str s = str_trim(line);
    if (s.len == 0 || s.ptr[0] == '#')
        return LINE_BLANK;
    if (line_is_item(s))
        return LINE_TEXT;
    if (is_statement(s))
        return LINE_STATEMENT;
    return count_words(s) >= FEWEST_TEXT_WORDS ? LINE_TEXT : LINE_BLANK;
}
