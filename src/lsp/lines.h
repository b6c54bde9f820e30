/*
 * lines.h — the lines of a text, and places in it.  Layer: lsp.
 *
 * The protocol counts lines and columns from 0, and a column in bytes (UTF-8) or in UTF-16 units,
 * as was agreed with the client. A line ends with \n, \r\n or \r.
 */
#ifndef HPLAN_LSP_LINES_H
#define HPLAN_LSP_LINES_H

#include <stdbool.h>
#include <stddef.h>

typedef enum Encoding { ENCODING_UTF16, ENCODING_UTF8 } Encoding;

typedef struct Position {
    size_t line, column;
} Position;

/* Zeroed is empty; built for a text that stays where it is. */
typedef struct Lines {
    const char *text;
    size_t len;
    size_t *starts; /* OWNED */
    size_t count, cap;
    /* The place last asked for: the next one is often further along the same line. */
    size_t last_line, last_offset, last_column;
    Encoding last_encoding;
} Lines;

void lines_build(Lines *l, const char *text, size_t len);
void lines_free(Lines *l);

/* Beyond the end of a line is its end, beyond the last line the end of the text; in the middle of
 * a character is its beginning. */
size_t lines_offset(const Lines *l, Position at, Encoding encoding);
Position lines_position(Lines *l, size_t offset, Encoding encoding);

size_t lines_line_of(const Lines *l, size_t offset);
size_t lines_start(const Lines *l, size_t line); /* beyond the last line: the end of the text */
size_t lines_end(const Lines *l, size_t line);   /* before what ends the line */

/* Would a cut here part a character? Never at either end of the text. */
bool lines_in_character(const Lines *l, size_t offset);

/* How many columns a text takes. */
size_t columns_of(const char *text, size_t len, Encoding encoding);

#endif
