/*
 * scan_mark.c — comments, dashes, and characters that begin nothing else.  Layer: syntax.
 *
 * A dash is a range between two figures (then figure.c has taken it), a sign where nothing stands
 * to the left of it, and a minus elsewhere.
 */
#include "syntax/scan.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "syntax/build.h"

uint32_t scan_comment(Scan *s, uint32_t off, Tok *tok)
{
    if (s->inline_mode) /* a cell holds no comments */
        return scan_odd(s, off, tok);
    uint32_t end = line_end(s, off);
    comment_add(s, off, end);
    tok->kind = T_EOF;
    return end;
}

static bool is_operand(int kind)
{
    return kind == T_WORD || kind == T_FIGURE || kind == T_ORDINAL || kind == T_STRING
           || kind == T_PATH || kind == T_PERCENT || kind == T_RPAR || kind == T_URL;
}

static bool prev_is_kr(const Scan *s)
{
    Str w = scan_str(s, s->prev_off, s->at);
    return (w.len == 2 || (w.len == 3 && w.ptr[2] == '.')) && (w.ptr[0] | 0x20) == 'k'
           && (w.ptr[1] | 0x20) == 'r';
}

/* `kr – 21 850`, `minst -5 %`: a sign although a word stands to the left of it. In a formula the
 * same dash is a minus, since there the word is a name. */
static bool is_inner_sign(const Scan *s, uint32_t off, uint32_t end)
{
    if (s->prev != T_WORD || s->figure_seen || s->formula || !s->in_value)
        return false;
    uint32_t next = skip_blanks(s, end, s->limit);
    if (next == s->limit || !ascii_is_digit(s->text[next]))
        return false;
    return prev_is_kr(s) || (s->at < off && next == end);
}

uint32_t scan_dash(Scan *s, uint32_t off, Tok *tok)
{
    uint32_t len;
    uint32_t cp = utf8_decode(s->text + off, s->text + s->limit, &len);
    uint32_t end = off + len;
    if (!is_operand(s->prev)) {
        tok->kind = T_NEG;
    } else if (is_inner_sign(s, off, end)) {
        tok->kind = T_SIGN;
    } else {
        tok->kind = T_MINUS;
        s->figure_seen = false;
        tok->val = cp >= 0x2010 && cp <= 0x2015 ? BINARY_EN_DASH : 0;
        if (tok->val != 0 && (s->formula || s->inline_mode)) {
            tok->val |= BINARY_EN_DASH_TOLD;
            Diag *d = scan_report(s, HP1016, off, end);
            if (d != NULL)
                report_en_dash(d, scan_span(s, off, end));
        }
    }
    return end;
}

uint32_t scan_angle(Scan *s, uint32_t off, Tok *tok)
{
    scan_begin_value(s);
    bool less = s->text[off] == '<', equal = off + 1 < s->limit && s->text[off + 1] == '=';
    tok->kind = less ? (equal ? T_LE : T_LT) : equal ? T_GE : T_GT;
    return off + 1 + equal;
}

/* Does the statement end here, but for blanks? */
static bool statement_ends(const Scan *s, uint32_t off)
{
    off = skip_blanks(s, off, s->limit);
    return off == s->limit || memchr("\r\n;}#", s->text[off], 5) != NULL;
}

/* `5 %*` or `5 %¹`: behind the value of a property, where the mark of a
 * footnote ends; 0: it is none. */
static uint32_t footnote_end(const Scan *s, uint32_t off)
{
    uint32_t end = off, len = 1;
    bool behind_value = s->prev == T_WORD || s->prev == T_FIGURE || s->prev == T_PERCENT ||
                        s->prev == T_STRING || s->prev == T_RPAR;
    if (!s->in_value || s->inline_mode || s->formula || !behind_value)
        return 0;
    while (end < s->limit && (s->text[end] == '*' ||
                              utf8_is_superscript(utf8_decode(s->text + end, s->text + s->limit, &len))))
        end += s->text[end] == '*' ? 1 : len;
    if (end > off && end < s->limit && s->text[end] == ')')
        end++;
    return end > off && statement_ends(s, end) ? end : 0;
}

uint32_t report_footnote(Scan *s, uint32_t off, uint32_t end)
{
    Diag *d = scan_report(s, HP1007, off, end);
    if (d == NULL)
        return end;
    diag_label(d, L_FOOTNOTE_MARK);
    diag_fix(d, scan_span(s, off, end), STR_NONE, F_REMOVE);
    diag_str(d, scan_str(s, off, end));
    return end;
}

/* A star at the end of a cell is a footnote mark; so is one behind a value,
 * but has no place there. */
uint32_t scan_star(Scan *s, uint32_t off, Tok *tok)
{
    uint32_t end = off + 1;
    if (s->inline_mode) {
        while (end < s->limit && s->text[end] == '*')
            end++;
        if (skip_blanks(s, end, s->limit) == s->limit) {
            tok->kind = T_EOF;
            return end;
        }
    }
    uint32_t mark = footnote_end(s, off);
    if (mark != 0)
        return report_footnote(s, off, mark);
    tok->kind = T_STAR;
    s->figure_seen = false;
    return off + 1;
}

static bool begins_superscripts(const Scan *s, uint32_t off)
{
    while (off < s->limit) {
        uint32_t len;
        uint32_t cp = utf8_decode(s->text + off, s->text + s->limit, &len);
        if (!utf8_is_superscript(cp) && !utf8_is_blank(cp))
            return false;
        off += len;
    }
    return true;
}

uint32_t scan_high(Scan *s, uint32_t off, Tok *tok)
{
    uint32_t len;
    uint32_t cp = utf8_decode(s->text + off, s->text + s->limit, &len);
    if (utf8_is_letter(cp))
        return scan_word(s, off, tok);
    if (utf8_is_fraction(s->text + off, s->text + s->limit)) { /* a word, read with what is before it */
        tok->kind = T_WORD;
        return off + len;
    }
    if (utf8_is_blank(cp) || utf8_is_guest(cp))
        return off + len;
    if (utf8_is_dash(cp))
        return scan_dash(s, off, tok);
    if (quote_opens(cp))
        return scan_quote(s, off, tok);
    if (cp == 0x2264 || cp == 0x2265) { /* ≤ ≥ */
        tok->kind = cp == 0x2264 ? T_LE : T_GE;
        scan_begin_value(s);
        return off + len;
    }
    if (s->inline_mode && begins_superscripts(s, off))
        return s->limit;
    uint32_t mark = footnote_end(s, off);
    return mark != 0 ? report_footnote(s, off, mark) : scan_odd(s, off, tok);
}

/* Is there a word in front of the last token, as in a sentence? */
static bool word_before_prev(const Scan *s)
{
    uint32_t off = s->prev_off;
    while (off > s->start && s->text[off - 1] == ' ')
        off--;
    char last = off > s->start ? s->text[off - 1] : ' ';
    return utf8_may_be_letter(last);
}

/* `ramme . 2018`: behind a blank, and in a formula, no sentence ends, so that the point is that of
 * a path. What it joins begins at *next. */
static bool parts_a_path(const Scan *s, uint32_t off, uint32_t *next)
{
    bool value = s->in_value && s->at < off;
    *next = skip_blanks(s, off + 1, s->limit);
    if (!(value || s->inline_mode || s->formula) || *next == s->limit || word_before_prev(s))
        return false;
    uint32_t len;
    uint32_t cp = utf8_decode(s->text + *next, s->text + s->limit, &len);
    bool part = utf8_is_letter(cp) || ascii_is_digit(s->text[*next]) || cp == '"';
    return part && (s->prev == T_WORD || s->prev == T_PATH);
}

/* 'Mer lesing' or ‘Mer lesing’ where a text in quotation marks is meant:
 * where it ends; 0: it is none. */
static uint32_t single_quoted(Scan *s, uint32_t off, uint32_t cp)
{
    enum { LEFT_SINGLE = 0x2018, RIGHT_SINGLE = 0x2019 };
    if ((cp != '\'' && cp != LEFT_SINGLE && cp != RIGHT_SINGLE) ||
        (off > s->start && s->text[off - 1] != ' '))
        return 0;
    uint32_t closer = cp == '\'' ? '\'' : RIGHT_SINGLE;
    uint32_t eol = line_end(s, off), len = cp == '\'' ? 1 : 3;
    for (uint32_t at = off + len; at < eol; at += len) {
        uint32_t here = utf8_decode(s->text + at, s->text + eol, &len);
        if (here == '"')
            return 0;
        if (here == closer && (at + len == eol || memchr(" ;{}", s->text[at + len], 4) != NULL))
            return at + len;
    }
    return 0;
}

/* Taken as the text that it is, with the marks of one as its fix. */
static uint32_t report_single(Scan *s, uint32_t off, uint32_t end, uint32_t mark)
{
    Diag *d = scan_report(s, HP1002, off, end);
    if (d == NULL)
        return end;
    diag_str(d, scan_str(s, off, off + mark));
    diag_label(d, L_QUOTE_TEXT);
    Buf b;
    buf_init(&b, s->arena);
    buf_char(&b, '"');
    buf_str(&b, scan_str(s, off + mark, end - mark));
    buf_char(&b, '"');
    diag_fix(d, scan_span(s, off, end), buf_view(&b), F_WRITE);
    return end;
}

/* One finding a line: what has no meaning seldom comes alone. */
uint32_t scan_odd(Scan *s, uint32_t off, Tok *tok)
{
    uint32_t len;
    uint32_t cp = utf8_decode(s->text + off, s->text + s->limit, &len);
    uint32_t end = off + len;
    uint32_t next;
    tok->kind = T_EOF;
    if (cp < ' ' || cp == 0x7F) /* prepare.c has spoken of these */
        return end;
    s->told = true;
    if (s->odd_told)
        return end;
    s->odd_told = true;
    if (string_unopened(s, end))
        return end;
    uint32_t footnote = footnote_line(s, off);
    if (footnote != 0)
        return footnote;
    uint32_t quoted = single_quoted(s, off, cp);
    if (quoted != 0) {
        tok->kind = T_STRING;
        return report_single(s, off, quoted, len);
    }
    Diag *d = scan_report(s, HP1002, off, end);
    if (d == NULL)
        return end;
    diag_str(d, scan_str(s, off, end));
    if (cp == '|') {
        diag_label(d, L_ROW_BEGINS_LINE);
    } else if (cp == '.' && !s->in_value && !s->inline_mode && s->prev == T_WORD) {
        diag_label(d, L_PROSE);
    } else if (cp == '.' && parts_a_path(s, off, &next)) {
        diag_label(d, L_POINT_TOUCHES);
        diag_fix(d, scan_span(s, s->at, next), STR("."), F_POINT_TOUCHES);
    } else if (cp == '.') {
        diag_label(d, L_NO_FULL_STOP);
        diag_fix(d, scan_span(s, off, end), STR_NONE, F_REMOVE);
        diag_str(d, scan_str(s, off, end));
    } else {
        diag_label(d, L_QUOTE_TEXT);
    }
    return end;
}
