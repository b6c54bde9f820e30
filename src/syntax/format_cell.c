/*
 * format_cell.c — is a cell a figure, and how are its digits grouped?  Layer: syntax.
 *
 * In: the text of a cell. Out: where its number lies. It is judged by its form alone, since what
 * the column means is known to the model only; so digits are parted in groups only where another
 * figure of the column shows that they are an amount and no code.
 */
#include "syntax/format_cell.h"

#include "base/utf8.h"
#include "syntax/figure.h"

enum { GROUPED_FROM = 5, LONGEST_UNIT = 24 };

static uint32_t past_blanks(Str s, uint32_t at)
{
    uint32_t n;
    while (at < s.len && (n = utf8_blank_len(s.ptr + at, s.ptr + s.len)) > 0)
        at += n;
    return at;
}

static bool digit_at(Str s, uint32_t at)
{
    return at < s.len && ascii_is_digit(s.ptr[at]);
}

/* Past what may stand before a number: `(`, `<`, `kr`, `ca`, a sign. */
static uint32_t past_prefix(Str s, bool *sign)
{
    static const char *const words[] = {"kr ", "ca ", "ca. "};
    uint32_t at = 0, len;
    if (s.len > 0 && s.ptr[0] == '(') {
        *sign = true;
        at = 1;
    }
    while (at < s.len && (s.ptr[at] == '<' || s.ptr[at] == '>' || s.ptr[at] == '='))
        at++;
    at = past_blanks(s, at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(str_slice(s, at, s.len), str_from(words[i])))
            at = past_blanks(s, at + (uint32_t)strlen(words[i]));
    if (at == s.len)
        return at;
    uint32_t cp = utf8_decode(s.ptr + at, s.ptr + s.len, &len);
    if (cp != '+' && !utf8_is_dash(cp))
        return at;
    *sign = true;
    return past_blanks(s, at + len);
}

static bool is_capital(Str s)
{
    unsigned char c = (unsigned char)s.ptr[0];
    unsigned char next = s.len > 1 ? (unsigned char)s.ptr[1] : 0;
    return (c >= 'A' && c <= 'Z') || (c == 0xC3 && next >= 0x80 && next <= 0x9E);
}

/* May this stand behind a number without making words of the cell? A label does (`120
 * Administrasjon`), a unit, a formula or a remark does not. */
static bool is_suffix(Str s)
{
    if (s.len == 0 || s.ptr[0] == '%' || s.ptr[0] == '*' || s.ptr[0] == ')')
        return true;
    uint32_t at = past_blanks(s, 0);
    if (at == 0 || at == s.len)
        return false;
    Str rest = str_slice(s, at, s.len);
    if (memchr("%(*=<>", rest.ptr[0], 6) != NULL || str_find(rest, STR(" = ")) >= 0)
        return true;
    return !digit_at(rest, 0) && rest.ptr[0] != '"' && !is_capital(rest) &&
           utf8_width(rest) <= LONGEST_UNIT;
}

static bool is_missing(Str s)
{
    uint32_t len;
    if (s.len == 0 || str_eq(s, STR(".")) || str_eq(s, STR("..")) || str_eq(s, STR(":")))
        return true;
    return utf8_is_dash(utf8_decode(s.ptr, s.ptr + s.len, &len)) && len == s.len;
}

static bool is_year(Str s)
{
    return s.len == 4 && (memcmp(s.ptr, "19", 2) == 0 || memcmp(s.ptr, "20", 2) == 0);
}

FormatCell cell_read(Str text)
{
    FormatCell cell = {.kind = CELL_WORDS, .text = text, .width = utf8_width(text)};
    bool sign = false;
    if (is_missing(text))
        cell.kind = CELL_BLANK;
    uint32_t at = past_prefix(text, &sign);
    if (!digit_at(text, at) || (text.ptr[at] == '0' && digit_at(text, at + 1)))
        return cell;
    Figure figure = figure_scan(text.ptr + at, text.ptr + text.len, true);
    uint32_t end = at + figure.len;
    if (figure.shape != FIG_NUMBER || figure.fault != FIGF_NONE ||
        !is_suffix(str_slice(text, end, text.len)))
        return cell;
    uint32_t digits = at;
    while (digit_at(text, digits))
        digits++;
    cell.kind = is_year(text) ? CELL_YEAR : CELL_FIGURE;
    cell.amount = sign || digits < end; /* something parts its digits */
    cell.figure_off = at;
    cell.figure_end = end;
    cell.left = utf8_width(str_slice(text, 0, end));
    return cell;
}

/* How many digits begin the figure, if it is whole or has a comma behind them; else 0. */
static uint32_t bare_digits(Str figure)
{
    uint32_t n = 0;
    while (digit_at(figure, n))
        n++;
    return n == figure.len || figure.ptr[n] == ',' ? n : 0;
}

void cell_group(Arena *arena, FormatCell *cell, bool amounts)
{
    if (cell->kind != CELL_FIGURE)
        return;
    Str text = cell->text, figure = str_slice(text, cell->figure_off, cell->figure_end);
    Str rest = str_slice(text, cell->figure_end, text.len);
    bool plain = rest.len == 0 || str_eq(rest, STR(")"));
    uint32_t digits = amounts && plain ? bare_digits(figure) : 0;
    Buf b;
    buf_init(&b, arena);
    buf_str(&b, str_slice(text, 0, cell->figure_off));
    for (uint32_t at = 0; at < figure.len;) {
        uint32_t blank = utf8_blank_len(figure.ptr + at, figure.ptr + figure.len);
        if (digits >= GROUPED_FROM && at > 0 && at < digits && (digits - at) % 3 == 0)
            buf_char(&b, ' ');
        buf_char(&b, blank > 0 ? ' ' : figure.ptr[at]);
        at += blank > 0 ? blank : 1;
    }
    cell->left = utf8_width(buf_view(&b));
    buf_str(&b, rest);
    cell->text = buf_view(&b);
    cell->width = utf8_width(cell->text);
}
