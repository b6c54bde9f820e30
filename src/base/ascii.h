/*
 * ascii.h — classes of ASCII bytes, in every locale the same.  Layer: base.
 *
 * A byte of a letter that is not ASCII belongs to none of them; utf8.h knows those.
 */
#ifndef HPLAN_BASE_ASCII_H
#define HPLAN_BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

#endif
