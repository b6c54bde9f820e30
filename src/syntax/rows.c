/*
 * rows.c — walks the rows and cells of a table token.  Layer: syntax.
 *
 * In: the bytes of one N_TABLE. Out: trimmed spans. Nothing is copied but the text of a cell that
 * holds \|.
 */
#include "syntax/rows.h"

#include "base/bytes.h"
#include "base/utf8.h"

const char *row_past_blanks(const char *at, const char *end)
{
    uint32_t n;
    while (at < end && (n = *at == '\r' ? 1 : utf8_blank_len(at, end)) != 0)
        at += n;
    return at;
}

const char *row_before_blanks(const char *at, const char *end)
{
    while (end > at) {
        unsigned char c = (unsigned char)end[-1];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            end--;
        else if (c < 0x80 || c > 0xAF)
            break;
        else if (end - at >= 2 && utf8_blank_len(end - 2, end) == 2)
            end -= 2;
        else if (end - at >= 3 && utf8_blank_len(end - 3, end) == 3)
            end -= 3;
        else
            break;
    }
    return end;
}

static uint32_t trim_end(const char *text, uint32_t off, uint32_t end)
{
    return (uint32_t)(row_trim_end(text + off, text + end) - text);
}

static bool is_bar(const char *text, uint32_t off)
{
    return text[off] == '|' && (off == 0 || text[off - 1] != '\\');
}

static bool only_closers(const char *text, uint32_t off, uint32_t end)
{
    bool any = false;
    for (; off < end && text[off] != '#'; off++) {
        if (text[off] == '}')
            any = true;
        else if (text[off] != ' ' && text[off] != '\t' && text[off] != ';')
            return false;
    }
    return any;
}

RowEnd row_odd_end(const char *text, uint32_t off, uint32_t eol)
{
    uint32_t end = trim_end(text, off, eol), bar = end;
    if (end > off + 1 && is_bar(text, end - 1))
        return (RowEnd){end, false, false};
    while (bar > off + 1 && !is_bar(text, bar - 1))
        bar--;
    if (bar <= off + 1)
        return (RowEnd){end, true, false};
    uint32_t rest = (uint32_t)(row_trim_front(text + bar, text + end) - text);
    if (text[rest] == '#')
        return (RowEnd){bar, false, true};
    if (only_closers(text, rest, end)) /* { | a | b | } */
        return (RowEnd){bar, false, false};
    return (RowEnd){end, true, false};
}

RowIter rows_begin(const Tree *t, NodeRef table)
{
    const Node *n = tree_node(t, table);
    return (RowIter){.text = t->source->text, .pos = n->off, .end = n->off + n->len};
}

bool row_lost_bar(const char *text, uint32_t off, uint32_t eol)
{
    if (text[off] == '|')
        return false;
    uint32_t end = trim_end(text, off, eol);
    return end > off && is_bar(text, end - 1);
}

/* |---|:-:| : at least three marks in every cell, so that `-` for none is a value. */
static bool is_rule(const char *text, uint32_t off, uint32_t end)
{
    uint32_t marks = 0, dashes = 0, cells = 0;
    for (; off < end; off++) {
        char c = text[off];
        if (c == '-' || c == ':') {
            marks++;
            dashes += c == '-';
        } else if (c == '|') {
            if (marks < 3 || dashes == 0)
                return false;
            marks = dashes = 0;
            cells++;
        } else if (c != ' ') {
            return false;
        }
    }
    return marks == 0 ? cells > 0 : marks >= 3 && dashes > 0;
}

/* Only what begins so needs to be looked at. */
static inline bool may_be_rule(const char *text, uint32_t cell)
{
    while (text[cell] == ' ')
        cell++; /* to the bar at the latest */
    return text[cell] == '-' || text[cell] == ':';
}

/* A line with tabs between its fields and no bars. */
static void begin_pasted(RowIter *it, uint32_t first, uint32_t eol)
{
    it->pasted = true;
    it->cell = first;
    it->cells_end = trim_end(it->text, first, eol);
    it->row_len = it->cells_end - first;
}

/* A row that is not as most are: without its first bar, or its last, or something behind it. */
static void begin_odd(RowIter *it, uint32_t first, uint32_t eol)
{
    bool lost = it->text[first] != '|';
    if (lost && !row_lost_bar(it->text, first, eol)) {
        begin_pasted(it, first, eol);
        return;
    }
    RowEnd row = row_end(it->text, first, eol);
    it->row_len = row.end - first;
    it->unclosed = row.unclosed;
    it->cell = first + !lost;
    it->cells_end = row.unclosed ? row.end : row.end - 1;
    it->rule = may_be_rule(it->text, first + 1) && is_rule(it->text, first + 1, row.end);
}

static inline void begin_row(RowIter *it, uint32_t first, uint32_t eol)
{
    const char *text = it->text;
    it->row_off = first;
    it->rule = it->unclosed = it->pasted = false;
    if (text[first] != '|' || !row_is_closed(text, first, eol)) {
        begin_odd(it, first, eol);
        return;
    }
    it->row_len = eol - first;
    it->cell = first + 1;
    it->cells_end = eol - 1;
    if (may_be_rule(text, first + 1))
        it->rule = is_rule(text, first + 1, eol);
}

bool rows_next(RowIter *it)
{
    const char *text = it->text, *end = text + it->end, *line = text + it->pos;
    while (line < end) {
        const char *eol = memchr(line, '\n', (size_t)(end - line));
        const char *next = eol == NULL ? end : eol + 1;
        eol = eol == NULL ? end : eol;
        line = bytes_skip(line, eol, end, ' ');
        if (line < eol && *line != '|')
            line = row_past_blanks(line, eol);
        if (line < eol && *line != '#') {
            it->pos = (uint32_t)(next - text);
            begin_row(it, (uint32_t)(line - text), (uint32_t)(eol - text));
            return true;
        }
        line = next;
    }
    it->pos = it->end;
    return false;
}

Str cell_unescaped(Arena *a, Str raw)
{
    if (raw.len == 0 || memchr(raw.ptr, '\\', raw.len) == NULL)
        return raw;
    char *out = arena_alloc(a, raw.len);
    uint32_t n = 0;
    for (uint32_t i = 0; i < raw.len; i++) {
        if (raw.ptr[i] == '\\' && i + 1 < raw.len && raw.ptr[i + 1] == '|')
            continue;
        out[n++] = raw.ptr[i];
    }
    return (Str){out, n};
}
