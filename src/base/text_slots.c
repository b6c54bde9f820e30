/*
 * text_slots.c — rows found by their text, in constant tables.  Layer: base.
 */
#include "base/text_slots.h"

uint32_t text_slots_find(const TextSlots *t, Str text)
{
    uint32_t hash = TEXT_HASH_START;
    for (uint32_t i = 0; i < text.len; i++)
        hash = text_hash_byte(hash, text.ptr[i]);
    for (uint32_t at = hash ^ hash >> 15;; at++) {
        uint32_t number = t->slots[at & (t->slot_count - 1)];
        if (number == 0)
            return 0;
        const char *row = (const char *)t->rows + t->row_size * (number - 1);
        if (str_eq(*(const Str *)(const void *)row, text))
            return number;
    }
}
