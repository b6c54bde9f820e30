/*
 * scan_text.c — strings on one line and text blocks.  Layer: syntax.
 *
 * What is not closed ends where the damage is least: a string at the end of its line but before
 * the braces that belong to the lines around it, a text block before the first line that stands
 * further left than its opener. No byte is searched more than twice.
 */
#include "syntax/scan.h"

#include "base/quote.h"

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
        if (quote_closes(opener, cp))
            return off;
        off += *len;
    }
    return UINT32_MAX;
}

/* A comment behind a brace: `mer" {  # …`; else the line's end. */
static uint32_t before_comment(const Scan *s, uint32_t off, uint32_t end)
{
    for (uint32_t i = off; i < end; i++) {
        uint32_t last = i;
        while (s->text[i] == '#' && last > off && s->text[last - 1] == ' ')
            last--;
        if (last > off && last < i && memchr("{}", s->text[last - 1], 2) != NULL)
            return last;
    }
    return end;
}

/* Where an unclosed string ends: at the line's end, but before braces that would be missed. */
static uint32_t give_up(const Scan *s, uint32_t off, uint32_t end)
{
    int32_t open = 0;
    end = before_comment(s, off, end);
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
        at = find_closer(s, off + len, eol, QUOTE_HIGH_FIRST, &closer_len);
    *closed = at != UINT32_MAX;
    return *closed ? at + closer_len : give_up(s, off + len, eol);
}

/* Quotation marks of a word processor: taken, with a fix; but those about a straight mark are the
 * only way to write one, and so meant. */
static void report_typographic(Scan *s, uint32_t off, uint32_t end)
{
    Str inside;
    if (!quote_whole(scan_str(s, off, end), &inside) || str_find(inside, STR("\"")) >= 0)
        return;
    Diag *d = scan_report(s, HP1017, off, end);
    if (d == NULL)
        return;
    Buf b;
    buf_init(&b, s->arena);
    buf_char(&b, '"');
    buf_str(&b, inside);
    buf_char(&b, '"');
    diag_fix(d, scan_span(s, off, end), buf_view(&b), F_WRITE);
}

bool string_unopened(Scan *s, uint32_t off)
{
    uint32_t eol = line_end(s, off), last = 0, marks = 0;
    if (eol - off > 4096) /* asked at every fault: not to walk over megabytes each time */
        return false;
    for (uint32_t i = off; i < eol; i++) {
        if (s->text[i] == '"') {
            if (eol - i >= 3 && memcmp(s->text + i, "\"\"\"", 3) == 0)
                return false;
            marks++;
            last = i;
        }
    }
    if (marks % 2 == 0)
        return false;
    for (uint32_t i = last + 1; i < eol && s->text[i] != '#'; i++)
        if (memchr(" \t{};", s->text[i], 5) == NULL)
            return false;
    Diag *d = scan_report(s, HP1003, last, last + 1);
    if (d != NULL)
        diag_label(d, L_STRING_ENDS);
    return true;
}

static bool in_word(char c)
{
    return (unsigned char)c >= 0x80 || ascii_is_digit(c) || ascii_is_letter(c);
}

/* Bytte servere" { ansvar: "ikt" }: the mark touches a word to its left and nothing to its right,
 * and what would close the text touches a word to its right. So it ends a text, and so does all
 * that follows come out right. */
static bool ends_unopened(const Scan *s, uint32_t off, uint32_t end)
{
    return s->text[off] == '"' && off > s->start && in_word(s->text[off - 1]) && end < s->limit
           && memchr(" \t{};", s->text[off + 1], 5) != NULL && in_word(s->text[end]);
}

/* "Leselyst { tiltak "Lesestund": what would close the text touches a word to its right and nothing
 * to its left, so it opens one. The text then ends before the { or ; in it; 0: it is no such thing,
 * or nobody can know where. */
static uint32_t ends_unclosed(const Scan *s, uint32_t off, uint32_t end)
{
    bool opens = s->text[off] == '"' && end < s->limit && in_word(s->text[end]) &&
                 end - off > 2 && (s->text[end - 2] == ' ' || s->text[end - 2] == '\t');
    for (uint32_t i = off + 1; opens && i < end; i++) {
        if (s->text[i] != '{' && s->text[i] != ';' && s->text[i] != '}')
            continue;
        while (i > off + 1 && (unsigned char)s->text[i - 1] <= ' ')
            i--;
        return i;
    }
    return 0;
}

static uint32_t unclosed_string(Scan *s, uint32_t off, uint32_t end)
{
    Diag *d = scan_report(s, HP1003, off, end);
    if (d == NULL)
        return end;
    diag_label(d, L_STRING_OPENS);
    diag_fix(d, scan_span(s, end, end), STR("\""), F_WRITE);
    return end;
}

static uint32_t string(Scan *s, uint32_t off)
{
    bool closed;
    uint32_t end = string_end(s, off, &closed);
    if (closed && !s->line_told && ends_unopened(s, off, end)) {
        Diag *d = scan_report(s, HP1003, off, off + 1);
        if (d != NULL)
            diag_label(d, L_STRING_ENDS);
        return off + 1;
    }
    uint32_t cut = closed && !s->line_told ? ends_unclosed(s, off, end) : 0;
    if (cut > off + 1)
        return unclosed_string(s, off, cut);
    if (closed && !s->line_told && s->text[off] == '"' && string_touched(s, end))
        return string_nested(s, off, end);
    if (!closed && s->line_told && end == off + 1) {
        s->told = true; /* string_unopened has said it, or this comes of another fault */
    } else if (!closed) {
        Diag *d = scan_report(s, HP1003, off, end);
        if (d != NULL)
            diag_label(d, end == off + 1 ? L_STRING_ENDS : L_STRING_OPENS);
    } else if (s->text[off] != '"' || s->text[end - 1] != '"') {
        report_typographic(s, off, end);
    }
    return end;
}

/* ---- text blocks ---- */

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

/* What the lines of a block say about its closer. */
typedef struct Witness {
    uint32_t left;   /* the first line that stands further left than the opener's; 0: none */
    uint32_t brace;  /* … that begins with a } */
    uint32_t head;   /* the first line no further right than the opener that ends in a { */
    uint32_t two;    /* behind `""` alone on a line: a closer that has lost a mark */
} Witness;

static void hear(const Scan *s, Witness *w, uint32_t off, uint32_t eol, uint32_t indent)
{
    uint32_t first = skip_blanks(s, off, eol), end = eol;
    while (end > first && (unsigned char)s->text[end - 1] <= ' ')
        end--;
    if (first >= end)
        return;
    char c = s->text[first], last = s->text[end - 1];
    if (w->two == 0 && end - first == 2 && c == '"' && last == '"')
        w->two = end;
    if (w->left != 0 && c != '}' && last != '{')
        return; /* nothing new can come of this line */
    uint32_t column = columns(s->text, off, first);
    if (w->left == 0 && column < indent)
        w->left = off;
    if (w->brace == 0 && column < indent && c == '}')
        w->brace = off;
    if (w->head == 0 && column <= indent && last == '{' && c != '"')
        w->head = off;
}

/* The lines behind off's own, up to end. */
static Witness hear_lines(const Scan *s, uint32_t off, uint32_t end, uint32_t indent)
{
    Witness w = {0, 0, 0, 0};
    const char *nl = memchr(s->text + off, '\n', end - off);
    while (nl != NULL) {
        off = (uint32_t)(nl - s->text) + 1;
        nl = memchr(s->text + off, '\n', end - off);
        hear(s, &w, off, nl == NULL ? end : (uint32_t)(nl - s->text), indent);
    }
    return w;
}

/* Is the mark that was found the opener of another block? It is if text follows it on its line, or
 * if it stands further right than the opener, with the head of a body between the two. */
static bool is_opener(const Scan *s, uint32_t closer, uint32_t indent)
{
    uint32_t line = closer, rest = skip_blanks(s, closer + 3, s->limit);
    while (line > 0 && (s->text[line - 1] == ' ' || s->text[line - 1] == '\t'))
        line--;
    if (line > 0 && s->text[line - 1] != '\n')
        return false;
    bool text = rest < s->limit && memchr("\r\n};#\"", s->text[rest], 6) == NULL;
    return text || columns(s->text, line, closer) > indent;
}

static uint32_t block_without(Scan *s, uint32_t off, uint32_t inside, uint32_t end, MsgId label)
{
    while (end > inside && ((unsigned char)s->text[end - 1] <= ' '))
        end--;
    Diag *d = scan_report(s, HP1004, off, inside);
    if (d != NULL)
        diag_label(d, label);
    return end;
}

static uint32_t block_unclosed(Scan *s, uint32_t off, uint32_t inside, uint32_t end)
{
    return block_without(s, off, inside, end, L_TEXT_OPENS);
}

static uint32_t block_lost_mark(Scan *s, uint32_t two)
{
    Diag *d = scan_report(s, HP1004, two - 2, two);
    if (d != NULL) {
        diag_label(d, L_THREE_QUOTES_END);
        diag_fix(d, scan_span(s, two - 2, two), STR("\"\"\""), F_WRITE);
    }
    return two;
}

/* A closer beyond a `}` further left than the opener, or beyond the head of another body, is the
 * next block's opener. */
static uint32_t block(Scan *s, uint32_t off, uint32_t inside)
{
    const LoneMark *lone = lone_mark_at(&s->lone, off);
    if (lone != NULL && !lone->opens)
        return block_without(s, off, inside, lone->end, L_CLOSES_NOTHING);
    uint32_t indent = line_indent(s), closer = find_triple(s, inside);
    bool found = closer != UINT32_MAX;
    uint32_t last = lone != NULL ? lone->end : found ? closer : s->limit;
    Witness w = hear_lines(s, inside, last, indent);
    if (w.two != 0)
        return block_lost_mark(s, w.two);
    if (lone != NULL)
        return block_unclosed(s, off, inside, lone->end);
    if (!found)
        return block_unclosed(s, off, inside, w.left != 0 ? w.left : s->limit);
    if (w.brace != 0)
        return block_unclosed(s, off, inside, w.brace);
    if (w.head != 0 && is_opener(s, closer, indent))
        return block_unclosed(s, off, inside, w.head);
    uint32_t end = closer + 3;
    while (end < s->limit && s->text[end] == '"' && end < closer + 5)
        end++; /* the text may itself end in a mark */
    return end;
}

/* Of a text with several lines, the last is the one on which the scanner stands. */
static uint32_t note_lines(Scan *s, uint32_t off, uint32_t end)
{
    uint32_t line = end;
    while (line > off && s->text[line - 1] != '\n')
        line--;
    if (line > off)
        s->line_off = line;
    return end;
}

/* `""` where a statement begins: an empty text heads nothing, so a mark was lost. */
static uint32_t block_of_two(Scan *s, uint32_t off)
{
    bool quiet = s->quiet;
    Diag *d = scan_report(s, HP1007, off, off + 2);
    if (d != NULL) {
        diag_label(d, L_THREE_QUOTES);
        diag_fix(d, scan_span(s, off, off + 2), STR("\"\"\""), F_WRITE);
    }
    s->quiet = true;
    uint32_t end = block(s, off, off + 2);
    s->quiet = quiet;
    return end;
}

uint32_t scan_quote(Scan *s, uint32_t off, Tok *tok)
{
    const char *text = s->text + off;
    uint32_t room = s->limit - off;
    bool two = room >= 2 && text[0] == '"' && text[1] == '"';
    tok->kind = T_TEXT;
    if (two && room >= 3 && text[2] == '"')
        return note_lines(s, off, block(s, off, off + 3));
    if (two && s->prev == T_EOF && !s->inline_mode)
        return note_lines(s, off, block_of_two(s, off));
    tok->kind = T_STRING;
    uint32_t end = string(s, off);
    bool dotted = s->in_value && end < s->limit && s->text[end] == '.';
    return dotted ? scan_path_on(s, end, tok) : end; /* "Rammen i 2027".kulturskolen */
}
