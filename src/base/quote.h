/*
 * quote.h — quotation marks: which there are, what stands in them, how they are put.  Layer: base.
 *
 * A string is written "slik"; what a word processor makes of it is taken too: «slik», »slik«,
 * “slik”, „slik“, ”slik”.
 */
#ifndef HPLAN_BASE_QUOTE_H
#define HPLAN_BASE_QUOTE_H

#include "base/str.h"

/* “, with which a word processor may close what began with a straight mark. */
enum { QUOTE_HIGH_FIRST = 0x201C };

bool quote_opens(uint32_t cp);
bool quote_closes(uint32_t opener, uint32_t cp);

/* Bytes of the mark at the beginning of s that opens a string; 0: none does. */
uint32_t quote_at(Str s);

/* Bytes of the string that s begins with, marks and all; `inside` is what they hold. 0: s begins
 * with no mark, or with one that nothing closes. */
uint32_t quote_first(Str s, Str *inside);

/* Where the string that s ends in begins; s.len: it ends in none. */
uint32_t quote_last(Str s);

/* Is s a string from end to end, with nothing around it? Not `"Helse" og "omsorg"`. */
bool quote_alone(Str s, Str *inside);

/* For what is known to be one string or none: is it one? A mark inside it is part of it. */
bool quote_whole(Str s, Str *inside);

/* What the first string in s holds, up to the end where it is not closed; without any, all of s. */
Str quote_content(Str s);

/* In "…", or in «…» where the text has " itself; where it has » as well, its " become '. */
void quote_put(Buf *out, Str text);
Str quote_text(Arena *a, Str text);

#endif
