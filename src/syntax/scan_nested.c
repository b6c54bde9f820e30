/*
 * scan_nested.c — a quotation inside a text, in the same marks.  Layer: syntax.
 *
 * `"Helse og "omsorg" i fokus"`: the second mark ends the text, though it was meant to open a
 * quotation in it. It is given away by what touches it: a word, or another mark. Which marks were
 * meant to open and which to close is told by the same, so the whole is found again and becomes
 * one text with one finding; where it is not, the text goes on to the next brace or semicolon.
 */
#include "syntax/scan.h"

static bool touches_word(const Scan *s, uint32_t off)
{
    return off < s->limit && (ascii_is_digit(s->text[off]) || letter_at(s, off));
}

bool string_touched(const Scan *s, uint32_t end)
{
    return touches_word(s, end) || (end < s->limit && s->text[end] == '"');
}

/* Marks that stand side by side: [off, end). They open or close together. */
typedef struct Marks {
    uint32_t off, end;
    bool open;
} Marks;

static bool next_marks(const Scan *s, uint32_t from, uint32_t eol, Marks *out)
{
    const char *found = from < eol ? memchr(s->text + from, '"', eol - from) : NULL;
    if (found == NULL)
        return false;
    out->off = out->end = (uint32_t)(found - s->text);
    while (out->end < eol && s->text[out->end] == '"')
        out->end++;
    char left = out->off > s->start ? s->text[out->off - 1] : ' ';
    bool apart = left == ' ' || left == '\t' || left == '(';
    out->open = touches_word(s, out->end) && apart;
    return true;
}

/* Behind the mark that closes what the one at off opened; 0: they do not come out even. */
static uint32_t whole_end(const Scan *s, uint32_t off, uint32_t eol)
{
    uint32_t depth = 0;
    Marks marks = {off, off, false};
    for (uint32_t at = off; next_marks(s, at, eol, &marks); at = marks.end) {
        uint32_t run = marks.end - marks.off;
        if (marks.open || marks.off == off)
            depth += run;
        else if (run < depth)
            depth -= run;
        else
            return string_touched(s, marks.off + depth) ? 0 : marks.off + depth;
    }
    return 0;
}

static uint32_t statement_end(const Scan *s, uint32_t from, uint32_t eol)
{
    uint32_t end = from;
    while (end < eol && memchr("{};", s->text[end], 3) == NULL)
        end++;
    while (end > from && (s->text[end - 1] == ' ' || s->text[end - 1] == '\t'))
        end--;
    return end;
}

/* The text with its inner marks as « and »; its own stay. */
static Str with_guillemets(const Scan *s, uint32_t off, uint32_t end)
{
    Buf out;
    Marks marks;
    buf_init(&out, s->arena);
    buf_char(&out, '"');
    uint32_t at = off + 1, last = end - 1;
    bool first = s->text[at] == '"'; /* ""Helse" og mer": the run at the very beginning */
    while (next_marks(s, at, last, &marks)) {
        buf_str(&out, scan_str(s, at, marks.off));
        buf_str(&out, marks.open || first ? STR("«") : STR("»"));
        at = marks.end;
        first = false;
    }
    buf_str(&out, scan_str(s, at, last));
    buf_char(&out, '"');
    return buf_view(&out);
}

uint32_t string_nested(Scan *s, uint32_t off, uint32_t end)
{
    uint32_t eol = line_end(s, off), whole = whole_end(s, off, eol);
    Diag *d = scan_report(s, HP1034, end - 1, end);
    Str fix = STR_NONE;
    if (whole == 0)
        whole = statement_end(s, end, eol);
    else if (d != NULL)
        fix = with_guillemets(s, off, whole);
    if (d == NULL)
        return whole;
    diag_label(d, L_TEXT_ENDS_HERE);
    diag_note(d, N_QUOTE_INSIDE);
    if (fix.len > 0)
        diag_fix(d, scan_span(s, off, whole), fix, F_WRITE);
    return whole;
}
