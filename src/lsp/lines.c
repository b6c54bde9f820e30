/*
 * lines.c — the lines of a text, and places in it.  Layer: lsp.
 */
#include "lsp/lines.h"
#include "lsp/memory.h"

#include <stdlib.h>
#include <string.h>

static void add(Lines *l, size_t start)
{
    GROW(l->starts, l->count, l->cap);
    l->starts[l->count++] = start;
}

void lines_build(Lines *l, const char *text, size_t len)
{
    l->text = text;
    l->len = len;
    l->count = 0;
    l->last_line = l->last_offset = l->last_column = 0;
    add(l, 0);
    for (size_t at = 0; at < len;) {
        const char *nl = memchr(text + at, '\n', len - at);
        size_t stop = nl != NULL ? (size_t)(nl - text) : len;
        const char *cr;
        while ((cr = at < stop ? memchr(text + at, '\r', stop - at) : NULL) != NULL) {
            at = (size_t)(cr - text) + 1;
            if (nl == NULL || cr + 1 != nl)
                add(l, at);
        }
        if (nl != NULL)
            add(l, stop + 1);
        at = stop + 1;
    }
}

void lines_free(Lines *l)
{
    free(l->starts);
    *l = (Lines){0};
}

size_t lines_start(const Lines *l, size_t line)
{
    return line < l->count ? l->starts[line] : l->len;
}

size_t lines_end(const Lines *l, size_t line)
{
    size_t start = lines_start(l, line), end = lines_start(l, line + 1);
    if (line + 1 >= l->count)
        return l->len;
    if (end > start && l->text[end - 1] == '\n')
        end--;
    if (end > start && l->text[end - 1] == '\r')
        end--;
    return end;
}

size_t lines_line_of(const Lines *l, size_t offset)
{
    size_t low = 0, high = l->count; /* starts[low] <= offset < starts[high] */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (l->starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* ---- columns -------------------------------------------------------------------------------- */

static bool is_tail(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

bool lines_in_character(const Lines *l, size_t offset)
{
    return offset > 0 && offset < l->len && is_tail(l->text[offset]);
}

/* How many units the byte adds: the first byte of a character counts for all of it. */
static size_t units(char c, Encoding encoding)
{
    if (encoding == ENCODING_UTF8)
        return 1;
    return is_tail(c) ? 0 : ((unsigned char)c >= 0xF0 ? 2 : 1);
}

size_t columns_of(const char *text, size_t len, Encoding encoding)
{
    size_t columns = 0;
    for (size_t i = 0; i < len; i++)
        columns += units(text[i], encoding);
    return columns;
}

size_t lines_offset(const Lines *l, Position at, Encoding encoding)
{
    size_t offset = lines_start(l, at.line), end = lines_end(l, at.line);
    for (size_t column = 0; at.line < l->count && offset < end && column < at.column;) {
        size_t next = offset + 1;
        size_t width = units(l->text[offset], encoding);
        for (; next < end && is_tail(l->text[next]); next++)
            width += units(l->text[next], encoding);
        column += width;
        if (column > at.column)
            break; /* in the middle of a character */
        offset = next;
    }
    return offset;
}

Position lines_position(Lines *l, size_t offset, Encoding encoding)
{
    offset = offset < l->len ? offset : l->len;
    size_t line = lines_line_of(l, offset);
    size_t from = lines_start(l, line), column = 0;
    if (line == l->last_line && offset >= l->last_offset && encoding == l->last_encoding) {
        from = l->last_offset > from ? l->last_offset : from;
        column = l->last_column;
    }
    size_t end = lines_end(l, line);
    size_t stop = offset < end ? offset : end;
    if (stop > from)
        column += columns_of(l->text + from, stop - from, encoding);
    l->last_line = line;
    l->last_offset = stop > from ? stop : from;
    l->last_column = column;
    l->last_encoding = encoding;
    return (Position){line, column};
}
