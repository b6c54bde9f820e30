/*
 * figure_letters.h — letters that were struck for digits: 1O 000, 2O27, l2,5.  Layer: syntax.
 */
#ifndef HPLAN_SYNTAX_FIGURE_LETTERS_H
#define HPLAN_SYNTAX_FIGURE_LETTERS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* The digit that c looks like, as O does like 0 and l like 1; otherwise c. */
static inline char digit_meant(char c)
{
    return c == 'O' || c == 'o' ? '0' : c == 'l' || c == 'I' ? '1' : c;
}

/* Longer figures than this are nobody's. */
enum { LETTERS_ROOM = 64 };

/* Copies to `out` what at s is made of digits, of what parts them in figures, and of letters that
 * must be meant for digits, with digits for these: how many bytes, which is as many of s. 0 where
 * no such letter is among them. */
uint32_t digits_meant(const char *s, const char *end, char out[static LETTERS_ROOM]);

/* Where in a text a time stands with a letter for a digit, as 2O27 does in "budsjett 2O27"; false:
 * nowhere. */
bool digits_spoilt(Str text, Str *part);
/* The text with digits in all such places; empty where there are none. */
Str digits_mended(Arena *arena, Str text);

#endif
