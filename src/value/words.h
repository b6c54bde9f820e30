/*
 * words.h — a text walked from the left, word by word.  Layer: value, private to it.
 *
 * What is read is folded text (utf8_fold), in which every blank is one space.
 */
#ifndef HPLAN_VALUE_WORDS_H
#define HPLAN_VALUE_WORDS_H

#include "base/str.h"
#include "vocab/vocab.h"

typedef struct Cursor {
    Str text;
    uint32_t at;
} Cursor;

bool cursor_done(const Cursor *c);
void cursor_space(Cursor *c);         /* passes over blanks */
bool cursor_char(Cursor *c, char ch); /* takes ch if it stands here */
bool cursor_dash(Cursor *c);          /* takes a dash of any kind with the blanks about it */
/* Takes a run of at most 9 digits; how many there were, 0: none or more than that. */
uint32_t cursor_digits(Cursor *c, int *out);
/* Takes the longest spelling of the group that stands here as whole words; NULL: none does. */
const Term *cursor_term(Cursor *c, VocabGroup group);

#endif
