/*
 * prose.c — the pieces of a text block.  Layer: syntax.
 *
 * In: an N_TEXT. Out: runs of Markdown and the insides of {…}, in order, as spans of the source.
 */
#include "syntax/prose.h"

#include "base/utf8.h"

typedef struct Splitter {
    Arena *arena;
    const Tree *tree;
    const char *text;
    uint32_t end;        /* of what is inside the marks */
    uint32_t indent;     /* columns to leave out before every line */
    uint32_t run;        /* where the text begins that is not in a piece yet */
    uint32_t told_until; /* an open brace was reported in the paragraph that ends here */
    uint32_t opened;     /* open braces without an end, so far */
    uint32_t rows;       /* lines right above that are rows of a table */
    Span first_row;      /* the first of them */
    ProsePieces *out;
    DiagSink *sink;
} Splitter;

static uint32_t past_blanks(const Splitter *s, uint32_t off)
{
    while (off < s->end && (s->text[off] == ' ' || s->text[off] == '\t' || s->text[off] == '\r'))
        off++;
    return off;
}

static void put(Splitter *s, ProseKind kind, uint32_t off, uint32_t end)
{
    if (end > off)
        *vec_push(s->arena, s->out) = (ProsePiece){kind, off, end - off};
}

uint32_t prose_past_indent(const char *text, uint32_t off, uint32_t end, uint32_t indent)
{
    for (uint32_t column = 0; column < indent && off < end; off++) {
        if (text[off] == ' ')
            column++;
        else if (text[off] == '\t')
            column += 4 - column % 4;
        else
            break;
    }
    return off;
}

static uint32_t past_indent(const Splitter *s, uint32_t off)
{
    return prose_past_indent(s->text, off, s->end, s->indent);
}

/* ---- braces ---- */

static uint32_t paragraph_end(const Splitter *s, uint32_t off)
{
    while (off < s->end) {
        const char *nl = memchr(s->text + off, '\n', s->end - off);
        if (nl == NULL)
            return s->end;
        off = (uint32_t)(nl - s->text) + 1;
        uint32_t first = past_blanks(s, off);
        if (first == s->end || s->text[first] == '\n')
            return off;
    }
    return s->end;
}

/* The brace that closes the one before off, or 0: another one opens first, or the paragraph
 * ends. A brace in a string closes nothing. */
static uint32_t closing_brace(const Splitter *s, uint32_t off)
{
    for (; off < s->end; off++) {
        char c = s->text[off];
        if (c == '}')
            return off;
        if (c == '{')
            return 0;
        if (c == '\n') {
            uint32_t first = past_blanks(s, off + 1);
            if (first == s->end || s->text[first] == '\n')
                return 0;
        } else if (c == '"') {
            uint32_t close = off + 1;
            while (close < s->end && s->text[close] != '"' && s->text[close] != '\n')
                close++;
            if (close < s->end && s->text[close] == '"')
                off = close;
        }
    }
    return 0;
}

static void report_open(Splitter *s, uint32_t off)
{
    s->opened++;
    if (off < s->told_until)
        return;
    s->told_until = paragraph_end(s, off);
    Diag *d = diag_at(s->sink, HP8002, (Span){s->tree->file, off, 1});
    diag_label(d, L_BRACE_NOT_CLOSED);
    diag_note(d, N_BRACE_AS_TEXT);
}

/* `fem = antall(avdeling)} avdelinger`: printed as it stands, and never held against anything. */
static void report_stray(Splitter *s, uint32_t off)
{
    if (s->opened > 0) { /* it closes one that was told */
        s->opened--;
        return;
    }
    Diag *d = diag_at(s->sink, HP8004, (Span){s->tree->file, off, 1});
    diag_label(d, L_CLOSES_NOTHING);
    diag_note(d, N_BRACE_AS_TEXT);
}

static void report_empty(Splitter *s, uint32_t off, uint32_t end)
{
    Diag *d = diag_at(s->sink, HP8003, (Span){s->tree->file, off, end - off});
    diag_note(d, N_BRACE_AS_TEXT);
}

/* At a brace; returns where to go on. */
static uint32_t brace(Splitter *s, uint32_t off)
{
    /* No search twice over one paragraph: once none is closed, the next ones are not either,
     * unless an opening brace was what ended the search. */
    uint32_t close = closing_brace(s, off + 1);
    if (close == 0) {
        report_open(s, off);
        return off + 1;
    }
    uint32_t first = past_blanks(s, off + 1);
    while (first < close && s->text[first] == '\n')
        first = past_blanks(s, first + 1);
    if (first >= close) {
        report_empty(s, off, close + 1);
        return close + 1;
    }
    put(s, PROSE_TEXT, s->run, off);
    put(s, PROSE_EXPR, off + 1, close);
    s->run = close + 1;
    return close + 1;
}

/* ---- tables ---- */

/* The line from off on, if it begins with a bar and has another; else none. */
static Span row_at(const Splitter *s, uint32_t off)
{
    off = past_blanks(s, off);
    if (off >= s->end || s->text[off] != '|')
        return SPAN_NONE;
    const char *nl = memchr(s->text + off, '\n', s->end - off);
    uint32_t end = nl == NULL ? s->end : (uint32_t)(nl - s->text);
    while (s->text[end - 1] == ' ' || s->text[end - 1] == '\t' || s->text[end - 1] == '\r')
        end--;
    bool row = memchr(s->text + off + 1, '|', end - off - 1) != NULL;
    return row ? (Span){s->tree->file, off, end - off} : SPAN_NONE;
}

/* Two rows below one another are a table to who wrote them, and to nobody else. */
static void begin_line(Splitter *s, uint32_t off)
{
    Span row = row_at(s, off);
    if (span_is_none(row)) {
        s->rows = 0;
        return;
    }
    if (s->rows++ == 0)
        s->first_row = row;
    if (s->rows == 2)
        diag_note(diag_at(s->sink, HP8005, s->first_row), N_TABLE_OUT_OF_TEXT);
}

/* ---- lines ---- */

static uint32_t newline(Splitter *s, uint32_t off)
{
    uint32_t end = off > s->run && s->text[off - 1] == '\r' ? off - 1 : off;
    if (end == off) {
        put(s, PROSE_TEXT, s->run, off + 1);
    } else {
        put(s, PROSE_TEXT, s->run, end);
        put(s, PROSE_TEXT, off, off + 1);
    }
    s->run = past_indent(s, off + 1);
    begin_line(s, s->run);
    return s->run;
}

static void split(Splitter *s, uint32_t off)
{
    while (off < s->end) {
        char c = s->text[off];
        char next = off + 1 < s->end ? s->text[off + 1] : '\0';
        if (c == '\n') {
            off = newline(s, off);
        } else if (c == '{') {
            off = brace(s, off);
        } else if (c == '}') {
            report_stray(s, off++);
        } else if (c == '\\' && (next == '{' || next == '}')) {
            put(s, PROSE_TEXT, s->run, off);
            s->run = off + 1;
            off += 2;
        } else {
            off++;
        }
    }
    put(s, PROSE_TEXT, s->run, s->end);
}

/* Further than this nobody indents, and nobody is to walk back over megabytes. */
uint32_t prose_indent(const char *text, uint32_t off)
{
    uint32_t line = off, column = 0;
    while (line > 0 && text[line - 1] != '\n' && off - line < 1000)
        line--;
    for (; line < off && (text[line] == ' ' || text[line] == '\t'); line++)
        column += text[line] == '\t' ? 4 - column % 4 : 1;
    return column;
}

void prose_split(Arena *a, const Tree *t, NodeRef text, ProsePieces *out, DiagSink *sink)
{
    const Node *n = tree_node(t, text);
    Splitter s = {.arena = a, .tree = t, .text = t->source->text, .end = n->off + n->len,
                  .out = out, .sink = sink};
    uint32_t marks = n->len >= 3 && s.text[n->off + 2] == '"' ? 3 : 2; /* two: one was lost */
    uint32_t off = n->off + marks;
    if (n->len >= marks + 3 && memcmp(s.text + s.end - 3, "\"\"\"", 3) == 0)
        s.end -= 3;
    s.indent = prose_indent(s.text, n->off);
    uint32_t first = past_blanks(&s, off);
    if (first < s.end && s.text[first] == '\n') /* the text begins on the next line */
        off = past_indent(&s, first + 1);
    uint32_t last = s.end;
    while (last > off && (s.text[last - 1] == ' ' || s.text[last - 1] == '\t'))
        last--;
    if (last > off && s.text[last - 1] == '\n') /* the closer stands on a line of its own */
        s.end = last;
    s.run = off;
    begin_line(&s, off);
    split(&s, off);
}
