/*
 * rows.c — walks the rows and cells of a table token.  Layer: syntax.
 *
 * In: the bytes of one N_TABLE. Out: trimmed spans. Bars are found with memchr; nothing is
 * copied but the text of a cell that holds \|.
 */
#include "syntax/rows.h"

#include "base/utf8.h"

static uint32_t blanks(const char *text, uint32_t off, uint32_t end)
{
    uint32_t n;
    while (off < end) {
        if (text[off] == ' ' || text[off] == '\r')
            n = 1;
        else if ((n = utf8_blank_len(text + off, text + end)) == 0)
            break;
        off += n;
    }
    return off;
}

/* The end without the blanks before it. */
static uint32_t trim_end(const char *text, uint32_t off, uint32_t end)
{
    while (end > off) {
        unsigned char c = (unsigned char)text[end - 1];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            end--;
        } else if (c < 0x80 || c > 0xAF) {
            break;
        } else if (end - off >= 2 && utf8_blank_len(text + end - 2, text + end) == 2) {
            end -= 2;
        } else if (end - off >= 3 && utf8_blank_len(text + end - 3, text + end) == 3) {
            end -= 3;
        } else {
            break;
        }
    }
    return end;
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

RowEnd row_end(const char *text, uint32_t off, uint32_t eol)
{
    uint32_t end = trim_end(text, off, eol), bar = end;
    if (end > off + 1 && is_bar(text, end - 1))
        return (RowEnd){end, false, false};
    while (bar > off + 1 && !is_bar(text, bar - 1))
        bar--;
    if (bar <= off + 1)
        return (RowEnd){end, true, false};
    uint32_t rest = blanks(text, bar, end);
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

static uint32_t eol_of(const RowIter *it, uint32_t off)
{
    const char *nl = memchr(it->text + off, '\n', it->end - off);
    return nl == NULL ? it->end : (uint32_t)(nl - it->text);
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
    for (off++; off < end; off++) {
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

static void begin_row(RowIter *it, uint32_t first, uint32_t eol)
{
    const char *text = it->text;
    bool lost = row_lost_bar(text, first, eol);
    it->row_off = it->cell = first;
    it->unclosed = it->rule = false;
    it->pasted = text[first] != '|' && !lost;
    if (it->pasted) {
        it->cells_end = trim_end(text, first, eol);
        it->row_len = it->cells_end - first;
        return;
    }
    RowEnd row = row_end(text, first, eol);
    it->row_len = row.end - first;
    it->unclosed = row.unclosed;
    it->cell += !lost;
    it->cells_end = row.unclosed ? row.end : row.end - 1;
    char c = text[it->cell];
    it->rule = (c == '-' || c == ' ' || c == ':') && is_rule(text, first, row.end);
}

bool rows_next(RowIter *it)
{
    while (it->pos < it->end) {
        uint32_t eol = eol_of(it, it->pos);
        uint32_t first = blanks(it->text, it->pos, eol);
        it->pos = eol < it->end ? eol + 1 : eol;
        if (first == eol || it->text[first] == '#')
            continue;
        begin_row(it, first, eol);
        return true;
    }
    return false;
}

/* cells_end is the last bar (which ends the last cell) or the end of a cell without one; once the
 * last cell is given, `cell` lies behind it. */
bool rows_cell(RowIter *it, CellSpan *cell)
{
    if (it->cell > it->cells_end)
        return false;
    char delimiter = it->pasted ? '\t' : '|';
    uint32_t at = it->cell;
    for (;;) {
        const char *found = memchr(it->text + at, delimiter, it->cells_end - at);
        at = found == NULL ? it->cells_end : (uint32_t)(found - it->text);
        if (found == NULL || it->pasted || is_bar(it->text, at))
            break;
        at++;
    }
    cell->off = blanks(it->text, it->cell, at);
    cell->len = trim_end(it->text, cell->off, at) - cell->off;
    it->cell = at + 1;
    return true;
}

Str cell_text(Arena *a, const Tree *t, CellSpan cell)
{
    Str raw = {t->source->text + cell.off, cell.len};
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
