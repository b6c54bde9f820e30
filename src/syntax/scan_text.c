/*
 * scan_text.c — strings on one line and text blocks.  Layer: syntax.
 *
 * What is not closed ends where the damage is least: a string at the end of its line but before
 * the braces that belong to the lines around it, a text block before the first line that stands
 * further left than its opener. No byte is searched more than twice.
 */
#include "syntax/scan.h"

enum { LEFT = 0xAB, RIGHT = 0xBB, HIGH_LEFT = 0x201C, HIGH_RIGHT = 0x201D };

/* Does cp close a string that was opened by `opener`? */
static bool closes(uint32_t opener, uint32_t cp)
{
    if (opener == '"')
        return cp == '"';
    if (opener == LEFT || opener == RIGHT)
        return cp == (opener == LEFT ? RIGHT : LEFT);
    return cp == HIGH_LEFT || cp == HIGH_RIGHT || cp == '"';
}

/* The closing mark between off and end, and its length; UINT32_MAX where there is none. */
static uint32_t find_closer(const Scan *s, uint32_t off, uint32_t end, uint32_t opener,
                            uint32_t *len)
{
    if (opener == '"') {
        const char *found = memchr(s->text + off, '"', end - off);
        *len = 1;
        return found == NULL ? UINT32_MAX : (uint32_t)(found - s->text);
    }
    while (off < end) {
        uint32_t cp = utf8_decode(s->text + off, s->text + end, len);
        if (closes(opener, cp))
            return off;
        off += *len;
    }
    return UINT32_MAX;
}

/* Where an unclosed string ends: at the line's end, but before braces that would be missed. */
static uint32_t give_up(const Scan *s, uint32_t off, uint32_t end)
{
    int32_t open = 0;
    for (uint32_t i = off; i < end; i++)
        open += (s->text[i] == '{') - (s->text[i] == '}');
    char brace = open > 0 ? '{' : '}';
    uint32_t cut = end;
    for (uint32_t left = (uint32_t)(open > 0 ? open : -open); left > 0; left--) {
        uint32_t at = cut;
        while (at > off && (s->text[at - 1] == ' ' || s->text[at - 1] == '\t'))
            at--;
        if (at == off || s->text[at - 1] != brace)
            break;
        cut = at - 1;
    }
    while (cut > off && (s->text[cut - 1] == ' ' || s->text[cut - 1] == '\t'))
        cut--;
    return cut;
}

uint32_t string_end(Scan *s, uint32_t off, bool *closed)
{
    uint32_t len, closer_len, eol = line_end(s, off);
    uint32_t opener = utf8_decode(s->text + off, s->text + s->limit, &len);
    uint32_t at = find_closer(s, off + len, eol, opener, &closer_len);
    if (at == UINT32_MAX && opener == '"') /* "… closed by a typographic mark */
        at = find_closer(s, off + len, eol, HIGH_LEFT, &closer_len);
    *closed = at != UINT32_MAX;
    return *closed ? at + closer_len : give_up(s, off + len, eol);
}

/* Quotation marks of a word processor: taken, with a fix; but those about a straight mark are the
 * only way to write one, and so meant. */
static void report_typographic(Scan *s, uint32_t off, uint32_t end)
{
    uint32_t open_len, close_len = s->text[end - 1] == '"' ? 1 : 3;
    utf8_decode(s->text + off, s->text + end, &open_len);
    if ((unsigned char)s->text[end - 1] == 0xBB || (unsigned char)s->text[end - 1] == 0xAB)
        close_len = 2;
    uint32_t from = off + open_len, to = end - close_len;
    if (memchr(s->text + from, '"', to - from) != NULL)
        return;
    Diag *d = scan_report(s, HP1017, off, end);
    if (d == NULL)
        return;
    Buf b;
    buf_init(&b, s->arena);
    buf_char(&b, '"');
    buf_str(&b, scan_str(s, from, to));
    buf_char(&b, '"');
    diag_fix(d, scan_span(s, off, end), buf_view(&b), F_WRITE);
    diag_str(d, buf_view(&b));
}

static uint32_t string(Scan *s, uint32_t off)
{
    bool closed;
    uint32_t end = string_end(s, off, &closed);
    if (!closed) {
        Diag *d = scan_report(s, HP1003, off, end);
        if (d != NULL)
            diag_label(d, L_STRING_OPENS);
    } else if (s->text[off] != '"' || s->text[end - 1] != '"') {
        report_typographic(s, off, end);
    }
    return end;
}

/* ---- text blocks ---- */

/* The first line from `off` on that stands further left than `indent` and is not blank; with
 * `brace`, only one that begins with a closing brace. `end` where there is none. */
static uint32_t line_further_left(const Scan *s, uint32_t off, uint32_t end, uint32_t indent,
                                  bool brace)
{
    while (off < end) {
        const char *nl = memchr(s->text + off, '\n', end - off);
        if (nl == NULL)
            break;
        off = (uint32_t)(nl - s->text) + 1;
        uint32_t first = skip_blanks(s, off, end);
        if (first >= end || s->text[first] == '\n' || s->text[first] == '\r')
            continue;
        if ((!brace || s->text[first] == '}') && columns(s->text, off, first) < indent)
            return off;
    }
    return end;
}

static uint32_t find_triple(const Scan *s, uint32_t off)
{
    while (off + 3 <= s->limit) {
        const char *found = memchr(s->text + off, '"', s->limit - off - 2);
        if (found == NULL)
            break;
        if (found[1] == '"' && found[2] == '"')
            return (uint32_t)(found - s->text);
        off = (uint32_t)(found - s->text) + 1;
    }
    return UINT32_MAX;
}

/* A closer that lies beyond a `}` further left than the opener is the next block's opener. */
static uint32_t block(Scan *s, uint32_t off)
{
    uint32_t indent = line_indent(s), inside = off + 3;
    uint32_t closer = find_triple(s, inside), reach = closer == UINT32_MAX ? s->limit : closer;
    uint32_t end = line_further_left(s, inside, reach, indent, closer != UINT32_MAX);
    if (closer != UINT32_MAX && end == reach) {
        end = closer + 3;
        while (end < s->limit && s->text[end] == '"' && end < closer + 5)
            end++; /* the text may itself end in a mark */
        return end;
    }
    while (end > inside && ((unsigned char)s->text[end - 1] <= ' '))
        end--;
    uint32_t shown = line_end(s, off) < end ? line_end(s, off) : end;
    Diag *d = scan_report(s, HP1004, off, shown);
    if (d != NULL)
        diag_label(d, L_TEXT_OPENS);
    return end;
}

uint32_t scan_quote(Scan *s, uint32_t off, Tok *tok)
{
    bool triple = s->limit - off >= 3 && memcmp(s->text + off, "\"\"\"", 3) == 0;
    tok->kind = triple ? T_TEXT : T_STRING;
    return triple ? block(s, off) : string(s, off);
}
