/*
 * text_slots.c — rows found by their text, in constant tables.  Layer: base.
 */
#include "base/text_slots.h"

static uint32_t fnv1a(Str text)
{
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.ptr[i]) * 16777619u;
    return hash;
}

uint32_t text_slots_find(const TextSlots *t, Str text)
{
    uint32_t hash = fnv1a(text);
    for (uint32_t at = hash ^ hash >> 15;; at++) {
        uint32_t number = t->slots[at & (t->slot_count - 1)];
        if (number == 0)
            return 0;
        const char *row = (const char *)t->rows + t->row_size * (number - 1);
        if (str_eq(*(const Str *)(const void *)row, text))
            return number;
    }
}
