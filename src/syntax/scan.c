/*
 * scan.c — the state of the scanner and what its parts share.  Layer: syntax.
 *
 * In: a source. Out: tokens with their places, findings about single tokens, comments.
 */
#include "syntax/scan.h"

#include <assert.h>

#define W BYTE_IN_WORD
const uint8_t byte_class[256] = {
    [' '] = BYTE_BLANK, ['\t'] = BYTE_BLANK, ['\r'] = BYTE_BLANK, ['-'] = W, ['_'] = W,
    ['0'] = W, W, W, W, W, W, W, W, W, W,
    ['A'] = W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    ['a'] = W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W};
#undef W

void scan_init(Scan *s, const Source *source, FileId file, DiagSink *sink, Arena *arena)
{
    memset(s, 0, offsetof(Scan, store)); /* the store need not be clean */
    s->text = source->text;
    s->limit = source->len;
    s->file = file;
    s->sink = sink;
    s->arena = arena;
    s->prev = T_EOF;
    s->indent_off = UINT32_MAX;
}

void *scan_alloc(Scan *s, size_t size)
{
    size = (size + 15) & ~(size_t)15;
    if (s->used + size > sizeof s->store)
        return arena_alloc(s->arena, size);
    void *block = s->store + s->used;
    s->used += size;
    return block;
}

/* A bug, not a user's mistake: assert says so, and without it there is nowhere to go on. */
_Noreturn void scan_broken(const char *what)
{
    assert(what == NULL);
    (void)what;
    __builtin_trap(); /* the library never calls abort */
}

Span scan_span(const Scan *s, uint32_t off, uint32_t end)
{
    return (Span){s->file, off, end - off};
}

Str scan_str(const Scan *s, uint32_t off, uint32_t end)
{
    return (Str){s->text + off, end - off};
}

Diag *scan_report(Scan *s, MsgId code, uint32_t off, uint32_t end)
{
    if (msg_info(code)->severity == SEV_ERROR)
        s->told = s->line_told = true;
    if (s->quiet || s->hush || s->findings >= SYNTAX_MAX_FINDINGS)
        return NULL;
    s->findings++;
    return diag_at(s->sink, code, scan_span(s, off, end));
}

void comment_add(Scan *s, uint32_t off, uint32_t end)
{
    if (s->tree != NULL)
        *vec_push(s->tree->arena, &s->tree->comments) = (Comment){off, end - off};
}

/* What it found is kept: a line of a million strings asks a million times. */
uint32_t line_end(Scan *s, uint32_t off)
{
    if (off < s->eol_from || off > s->eol || s->eol_from == s->eol) {
        const char *nl = memchr(s->text + off, '\n', s->limit - off);
        uint32_t end = nl == NULL ? s->limit : (uint32_t)(nl - s->text);
        s->eol = end > off && s->text[end - 1] == '\r' ? end - 1 : end;
        s->eol_from = off;
    }
    return s->eol;
}

uint32_t skip_blanks(const Scan *s, uint32_t off, uint32_t end)
{
    uint32_t n;
    while (off < end && s->text[off] == ' ')
        off++;
    while ((n = utf8_blank_len(s->text + off, s->text + end)) != 0)
        off += n;
    return off;
}

/* A tab goes to the next multiple of four; other blanks are one column each. */
uint32_t columns(const char *text, uint32_t from, uint32_t to)
{
    uint32_t column = 0, len;
    for (; from < to && text[from] == ' '; from++)
        column++;
    while (from < to && (len = utf8_blank_len(text + from, text + to)) != 0) {
        column += text[from] == '\t' ? 4 - column % 4 : 1;
        from += len;
    }
    return column;
}

uint32_t line_indent(Scan *s)
{
    if (s->indent_off != s->line_off) {
        s->indent_off = s->line_off;
        s->indent = columns(s->text, s->line_off, s->limit);
    }
    return s->indent;
}

const char *token_name(int kind)
{
    static const char *const names[] = {
        [T_EOF] = "EOF", [T_END] = "END", [T_SEMI] = "SEMICOLON",
        [T_LBRACE] = "LBRACE", [T_RBRACE] = "RBRACE", [T_LPAR] = "LPAR", [T_RPAR] = "RPAR",
        [T_COMMA] = "COMMA", [T_COLON] = "COLON", [T_PERCENT] = "PERCENT", [T_LT] = "LT",
        [T_LE] = "LE", [T_GT] = "GT", [T_GE] = "GE", [T_EQ] = "EQ", [T_PLUS] = "PLUS",
        [T_MINUS] = "MINUS", [T_STAR] = "STAR", [T_SLASH] = "SLASH", [T_NEG] = "NEG",
        [T_SIGN] = "SIGN", [T_WORD] = "WORD", [T_STRING] = "STRING", [T_FIGURE] = "FIGURE",
        [T_ORDINAL] = "ORDINAL", [T_PATH] = "PATH", [T_CALL] = "CALL", [T_URL] = "URL",
        [T_TEXT] = "TEXT", [T_TABLE] = "TABLE"};
    return kind >= 0 && (size_t)kind < sizeof names / sizeof *names && names[kind] != NULL
               ? names[kind] : "?";
}
