/*
 * format_line.c — the words of a statement, and text blocks.  Layer: syntax.
 *
 * In: tokens with what stands between them. Out: the same tokens with one blank between words,
 * none before `,` and `:`, and one around operators. A gap without a blank stays without one where
 * that may be how it is printed: `<200`, `5%`, `-4`. A line break behind a comma is the author's.
 */
#include "syntax/format_int.h"
#include "syntax/prose.h"
#include "syntax/scan.h"

bool gap_is_plain(const Format *f, uint32_t from, uint32_t to)
{
    while (from < to) {
        char c = f->text[from];
        uint32_t blank = utf8_blank_len(f->text + from, f->text + to);
        if (c == '#') {
            const char *nl = memchr(f->text + from, '\n', to - from);
            from = nl == NULL ? to : (uint32_t)(nl - f->text);
        } else if (blank > 0) {
            from += blank;
        } else if (c == '\n' || c == '\r' || c == ';') {
            from++;
        } else {
            return false;
        }
    }
    return true;
}

/* ---- blanks --------------------------------------------------------------------------------- */

static bool is_comparator(int kind)
{
    return kind == T_LT || kind == T_LE || kind == T_GT || kind == T_GE;
}

static bool is_operator(int kind)
{
    return is_comparator(kind) || kind == T_EQ || kind == T_PLUS || kind == T_MINUS ||
           kind == T_STAR || kind == T_SLASH;
}

/* A comparator before its value, with nothing to the left. */
static bool is_prefix(const FormatToken *t, bool leading)
{
    return is_comparator(t->kind) &&
           (leading || t[-1].kind == T_COLON || t[-1].kind == T_COMMA || t[-1].kind == T_LPAR);
}

/* Is there a blank between a and the token behind it? `leading`: a begins the statement. */
static bool wants_blank(const FormatToken *a, bool leading)
{
    const FormatToken *b = a + 1;
    bool apart = b->off > a->end;
    if (b->kind == T_COMMA || b->kind == T_COLON || b->kind == T_RPAR || a->kind == T_LPAR ||
        a->kind == T_CALL)
        return false;
    if (a->kind == T_COMMA || a->kind == T_COLON)
        return true;
    if (is_prefix(a, leading) || a->kind == T_NEG || a->kind == T_SIGN)
        return apart;
    if (is_operator(a->kind) || is_operator(b->kind))
        return true;
    return apart || a->kind == T_STRING || b->kind == T_STRING;
}

/* Between a token and the one behind it. Blanks between two figures decide whether they are one,
 * so they stay what they are. */
static void put_between(Format *f, const FormatToken *a, bool leading, uint32_t depth)
{
    const FormatToken *b = a + 1;
    bool broken = b->off > a->end && memchr(f->text + a->end, '\n', b->off - a->end) != NULL;
    if (broken) {
        bool first = true;
        (void)gap_put(f, a->end, b->off, depth + 2, &first);
        out_line(f, depth + 2, false);
    } else if (a->kind == T_FIGURE && b->kind == T_FIGURE) {
        out_raw(f, a->end, b->off);
    } else if (wants_blank(a, leading)) {
        out_pad(f, 1);
    }
}

/* ---- words ---------------------------------------------------------------------------------- */

/* Groups of digits are parted by plain blanks. */
static void put_figure(Format *f, const FormatToken *t)
{
    for (uint32_t at = t->off; at < t->end;) {
        uint32_t blank = utf8_blank_len(f->text + at, f->text + t->end);
        buf_char(&f->out, blank > 0 ? ' ' : f->text[at]);
        at += blank > 0 ? blank : 1;
    }
}

static void put_token(Format *f, const FormatToken *t)
{
    if (t->kind == T_FIGURE)
        put_figure(f, t);
    else
        out_raw(f, t->off, t->end);
}

static bool is_clean(const Format *f, const FormatToken *from, const FormatToken *end)
{
    for (const FormatToken *t = from; t + 1 < end; t++)
        if (!gap_is_plain(f, t->end, t[1].off))
            return false;
    return true;
}

/* A statement is read by itself, as the parser found it: what stands before it and could not be
 * read is not to be taken for the beginning of a text that swallows it. */
static void read_tokens(Format *f, uint32_t off, uint32_t end)
{
    Scan *s = &f->scan;
    Tok tok;
    s->at = s->line_off = off;
    scan_begin_statement(s);
    f->tokens.len = 0;
    for (scan_next(s, &tok); tok.kind != T_EOF && tok.off < end; scan_next(s, &tok))
        if (tok.kind != T_SEMI)
            *vec_push(f->arena, &f->tokens) = (FormatToken){tok.off, tok.end, tok.kind};
}

uint32_t line_put(Format *f, uint32_t off, uint32_t end, uint32_t depth)
{
    read_tokens(f, off, end);
    if (f->tokens.len == 0)
        return off;
    const FormatToken *from = f->tokens.at, *to = from + f->tokens.len;
    if (!is_clean(f, from, to)) { /* something in it is no token: as it stands */
        out_raw(f, from->off, to[-1].end);
        comments_skip(f, to[-1].end);
        return to[-1].end;
    }
    for (const FormatToken *t = from; t < to; t++) {
        put_token(f, t);
        if (t + 1 < to)
            put_between(f, t, t == from, depth);
    }
    return to[-1].end;
}

/* ---- text blocks ---------------------------------------------------------------------------- */

static bool only_blanks(const char *text, uint32_t off, uint32_t end)
{
    while (off < end && (text[off] == ' ' || text[off] == '\t' || text[off] == '\r'))
        off++;
    return off == end;
}

/* A line of the block behind its first. */
static void put_block_line(Format *f, uint32_t off, uint32_t eol, uint32_t end, uint32_t old,
                           uint32_t depth)
{
    uint32_t rest = prose_past_indent(f->text, off, eol, old);
    if (eol == end && end - off >= 3 && only_blanks(f->text, off, end - 3)) {
        out_line(f, depth, false);
        out_text(f, STR("\"\"\""));
    } else if (only_blanks(f->text, rest, eol)) {
        out_line(f, 0, false);
    } else {
        out_line(f, depth, false);
        out_raw(f, rest, eol > rest && f->text[eol - 1] == '\r' ? eol - 1 : eol);
    }
}

/* The indentation of the opener's line is no part of the text, so it may change in all lines. */
void block_put(Format *f, NodeRef text, uint32_t depth)
{
    const Node *n = tree_node(f->tree, text);
    const char *s = f->text + n->off;
    uint32_t end = n->off + n->len;
    const char *nl = memchr(s, '\n', n->len);
    bool whole = n->len >= 6 && memcmp(s, "\"\"\"", 3) == 0 &&
                 memcmp(s + n->len - 3, "\"\"\"", 3) == 0;
    if (!whole || nl == NULL) {
        out_raw(f, n->off, end);
        return;
    }
    uint32_t old = prose_indent(f->text, n->off), eol = (uint32_t)(nl - f->text);
    if (only_blanks(f->text, n->off + 3, eol))
        out_text(f, STR("\"\"\""));
    else
        out_raw(f, n->off, f->text[eol - 1] == '\r' ? eol - 1 : eol);
    while (eol < end) {
        uint32_t off = eol + 1;
        nl = memchr(f->text + off, '\n', end - off);
        eol = nl == NULL ? end : (uint32_t)(nl - f->text);
        put_block_line(f, off, eol, end, old, depth);
    }
}
