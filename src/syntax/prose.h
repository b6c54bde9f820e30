/*
 * prose.h — the pieces of a text block.  Layer: syntax.
 *
 * Walks the inside of """…""" with the opener's indentation removed: runs of literal text
 * (Markdown) and {…}. `\{` is a brace. A { that is not closed before its paragraph ends is
 * reported once and taken as text.
 */
#ifndef HPLAN_SYNTAX_PROSE_H
#define HPLAN_SYNTAX_PROSE_H

#include "syntax/tree.h"

typedef enum ProseKind { PROSE_TEXT, PROSE_EXPR } ProseKind;

typedef struct ProsePiece {
    ProseKind kind;
    uint32_t off, len; /* in the source; of an expression: what is inside the braces */
} ProsePiece;

typedef VEC(ProsePiece) ProsePieces;

/* Splits into pieces; text pieces end at line ends too, so that indentation is left out. */
void prose_split(Arena *a, const Tree *t, NodeRef text, ProsePieces *out, DiagSink *sink);

/* Columns before the line on which the opener of a block stands, */
uint32_t prose_indent(const char *text, uint32_t off);
/* and what is left of a line without as many, or without those that it has. */
uint32_t prose_past_indent(const char *text, uint32_t off, uint32_t end, uint32_t indent);

#endif
