/*
 * line_kind.h — what a line looks like that cannot be trusted to be what it should.  Layer: source.
 *
 * In: a line out of its place, in a file where marks are lost. Out: whether it reads as a statement
 * or as running text. Asked only where something is wrong already.
 */
#ifndef HPLAN_SOURCE_LINE_KIND_H
#define HPLAN_SOURCE_LINE_KIND_H

#include "base/str.h"

typedef enum LineKind {
    LINE_BLANK,     /* or a comment, or too little to tell */
    LINE_STATEMENT, /* the head of something, a property, a row, a brace */
    LINE_TEXT       /* several words that are none of these, or an item of a list */
} LineKind;

LineKind line_kind(Str line);
/* Keywords are written small; a sentence begins with a capital. */
bool line_begins_small(Str trimmed);
bool line_is_item(Str trimmed); /* `- …`, `• …`, `2. …`: of a list in running text */

#endif
