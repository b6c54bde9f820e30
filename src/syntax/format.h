/*
 * format.h — a file in its one form.  Layer: syntax.
 *
 * Indentation, blanks between words, columns of tables, the place of comments: all that a reader
 * sees and the language does not mean. Every token keeps its bytes, but for the blanks that part
 * groups of digits; what could not be read is copied as it stands.
 */
#ifndef HPLAN_SYNTAX_FORMAT_H
#define HPLAN_SYNTAX_FORMAT_H

#include "syntax/tree.h"

/* Formats a file of the set. False: it has to stay as it is, since its braces or quotation marks do
 * not balance, or it is no text; then nothing is put. Whatever is put reads as the same tree with
 * the same comments: that is proved each time, by parsing it. The source set gets a new member.
 * `wide`: bodies that stand on one line stay there, however wide it is. */
bool format_file(Buf *out, Arena *arena, SourceSet *sources, FileId file, bool wide);

#endif
