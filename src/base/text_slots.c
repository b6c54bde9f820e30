/*
 * text_slots.c — rows found by their text.  Layer: base.
 */
#include "base/text_slots.h"

static Str row_text(const TextSlots *t, uint32_t number)
{
    const char *row = (const char *)t->rows + t->row_size * (number - 1);
    return *(const Str *)(const void *)row;
}

/* The slot of the row with this text, or the free one where it would be. */
static uint32_t slot_of(const TextSlots *t, Str text)
{
    uint32_t hash = TEXT_HASH_START;
    for (uint32_t i = 0; i < text.len; i++)
        hash = text_hash_byte(hash, text.ptr[i]);
    for (uint32_t at = hash ^ hash >> 15;; at++) {
        uint32_t slot = at & (t->slot_count - 1);
        if (t->slots[slot] == 0 || str_eq(row_text(t, t->slots[slot]), text))
            return slot;
    }
}

uint32_t text_slots_find(const TextSlots *t, Str text)
{
    return t->slots[slot_of(t, text)];
}

TextSlots text_slots_new(Arena *a, const void *rows, size_t row_size, uint32_t count,
                         uint32_t **slots)
{
    uint32_t slot_count = 2;
    while (slot_count < 2 * count)
        slot_count *= 2;
    *slots = arena_array(a, uint32_t, slot_count);
    return (TextSlots){*slots, slot_count, rows, row_size};
}

uint32_t text_slots_add(const TextSlots *t, uint32_t *slots, uint32_t number)
{
    uint32_t slot = slot_of(t, row_text(t, number));
    uint32_t before = slots[slot];
    if (before == 0)
        slots[slot] = number;
    return before;
}
