/*
 * footnote_line.c — a line below a table that is a footnote to it.  Layer: syntax.
 *
 * In: a place in a line that cannot be read. Out: HP1007 with the remark that the line is meant to
 * be as its fix, where it begins with the mark of a footnote and stands below the rows of a table;
 * what a spreadsheet has there is a remark on the table.
 */
#include "syntax/scan.h"

#include "base/utf8.h"

/* The start of the line; not looked for further away than a table is wide. */
static uint32_t line_start(const Scan *s, uint32_t off)
{
    enum { WIDEST = 2000 };
    uint32_t least = off > WIDEST ? off - WIDEST : 0;
    while (off > least && s->text[off - 1] != '\n')
        off--;
    return off;
}

static uint32_t digits_end(const Scan *s, uint32_t off)
{
    while (ascii_is_digit(s->text[off]))
        off++;
    return off;
}

static bool is_mark(uint32_t cp)
{
    return cp == '*' || cp == 0x2020 || cp == 0x2021 || utf8_is_superscript(cp); /* * † ‡ ¹ */
}

/* At the mark of a footnote, * ¹ ¹) 1) or [1]: its length; 0: there is none. */
static uint32_t mark_len(const Scan *s, uint32_t off)
{
    bool in_brackets = s->text[off] == '[';
    uint32_t from = off + in_brackets, at = digits_end(s, from);
    if (at > from)
        return s->text[at] == (in_brackets ? ']' : ')') ? at + 1 - off : 0;
    uint32_t len = 0;
    while (at < s->limit && is_mark(utf8_decode(s->text + at, s->text + s->limit, &len)))
        at += len;
    return at == off || in_brackets ? 0 : at + (s->text[at] == ')') - off;
}

/* `merknad: …`, as the footnote above may have been mended to. */
static bool is_property(const Scan *s, uint32_t off)
{
    uint32_t at = off;
    while (at < s->limit && utf8_may_be_letter(s->text[at]))
        at++;
    return at > off && at < s->limit && s->text[at] == ':';
}

/* Are the lines above such footnotes, below a row? */
static bool below_rows(const Scan *s, uint32_t line)
{
    enum { MOST_FOOTNOTES = 20 };
    for (int i = 0; i < MOST_FOOTNOTES && line > 0; i++) {
        line = line_start(s, line - 1);
        uint32_t first = skip_blanks(s, line, s->limit);
        if (mark_len(s, first) == 0 && !is_property(s, first))
            return s->text[first] == '|';
    }
    return false;
}

/* The line from its mark on, without a comment behind it. */
static Str footnote_text(Scan *s, uint32_t from)
{
    Str text = scan_str(s, from, line_end(s, from));
    int64_t comment = str_find(text, STR(" #"));
    return str_trim(comment < 0 ? text : str_slice(text, 0, (uint32_t)comment));
}

static bool can_be_quoted(Str text)
{
    for (uint32_t i = 0; i < text.len; i++)
        if (strchr("\"{}", text.ptr[i]) != NULL)
            return false;
    return true;
}

uint32_t footnote_line(Scan *s, uint32_t off)
{
    if (s->inline_mode)
        return 0;
    uint32_t line = line_start(s, off);
    uint32_t from = skip_blanks(s, line, s->limit);
    uint32_t mark = mark_len(s, from);
    if (mark == 0 || from + mark <= off || !below_rows(s, line))
        return 0;
    Str text = footnote_text(s, from);
    uint32_t end = from + text.len;
    Diag *d = scan_report(s, HP1007, from, end);
    if (d == NULL)
        return end;
    diag_label(d, L_FOOTNOTE);
    if (!can_be_quoted(text))
        return end;
    Buf note;
    buf_init(&note, s->arena);
    buf_printf(&note, "merknad: \"%.*s\"", STR_ARG(text));
    diag_fix(d, scan_span(s, from, end), buf_view(&note), F_WRITE);
    diag_str(d, buf_view(&note));
    return end;
}
