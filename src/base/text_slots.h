/*
 * text_slots.h — rows found by their text.  Layer: base.
 *
 * Open addressing with linear probing: a slot holds the number of a row from 1, or 0 where it is
 * free. Rows are of any type whose first member is the Str they are found by. The slots of constant
 * tables are made by tools/generated.py, those of others here.
 */
#ifndef HPLAN_BASE_TEXT_SLOTS_H
#define HPLAN_BASE_TEXT_SLOTS_H

#include "base/arena.h"
#include "base/str.h"

/* FNV-1a: from TEXT_HASH_START a byte at a time; a search begins at hash ^ hash >> 15. */
#define TEXT_HASH_START 2166136261u
static inline uint32_t text_hash_byte(uint32_t hash, char c)
{
    return (hash ^ (unsigned char)c) * 16777619u;
}

typedef struct TextSlots {
    const uint32_t *slots;
    uint32_t slot_count; /* a power of two, with at least one free */
    const void *rows;
    size_t row_size;
} TextSlots;

/* The number of the row with this text, from 1; 0: there is none. */
uint32_t text_slots_find(const TextSlots *t, Str text);
/* Finds none of these rows yet; `slots` is for text_slots_add. */
TextSlots text_slots_new(Arena *a, const void *rows, size_t row_size, uint32_t count,
                         uint32_t **slots);
/* Puts in row `number`, from 1, unless one with its text is there, which is given back; else 0. */
uint32_t text_slots_add(const TextSlots *t, uint32_t *slots, uint32_t number);

#endif
