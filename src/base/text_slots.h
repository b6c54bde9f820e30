/*
 * text_slots.h — rows found by their text, in constant tables.  Layer: base.
 *
 * The slots are made by tools/generated.py: open addressing with linear probing. A slot holds the
 * number of a row from 1, or 0 where it is free. Rows are of any type whose first member is the Str
 * they are found by.
 */
#ifndef HPLAN_BASE_TEXT_SLOTS_H
#define HPLAN_BASE_TEXT_SLOTS_H

#include "base/str.h"

/* FNV-1a: from TEXT_HASH_START a byte at a time; a search begins at hash ^ hash >> 15. */
#define TEXT_HASH_START 2166136261u
static inline uint32_t text_hash_byte(uint32_t hash, char c)
{
    return (hash ^ (unsigned char)c) * 16777619u;
}

typedef struct TextSlots {
    const uint16_t *slots;
    uint32_t slot_count; /* a power of two, with at least one free */
    const void *rows;
    size_t row_size;
} TextSlots;

/* The number of the row with this text, from 1; 0: there is none. */
uint32_t text_slots_find(const TextSlots *t, Str text);

#endif
