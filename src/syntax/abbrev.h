/*
 * abbrev.h — the listed abbreviations, whose dot belongs to the word.  Layer: syntax.
 */
#ifndef HPLAN_SYNTAX_ABBREV_H
#define HPLAN_SYNTAX_ABBREV_H

#include "base/str.h"

/* The bytes of the longest listed abbreviation, its last dot included, with which the text at s
 * begins, where its first part is the `word` bytes before the first dot; 0 if there is none.
 * touched: behind that dot stands what may be the next part of a path. */
uint32_t abbrev_len(const char *s, const char *end, uint32_t word, bool touched);

#endif
