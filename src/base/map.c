/*
 * map.c — symbols: text to small numbers.  Layer: base.
 *
 * Both tables probe linearly over a power of two of slots, at most six tenths full.
 */
#include "base/map.h"

enum { FIRST_SLOTS = 16 };

static uint64_t mix(uint64_t h)
{
    h ^= h >> 32;
    h *= UINT64_C(0xD6E8FEB86659FD93);
    h ^= h >> 32;
    h *= UINT64_C(0xD6E8FEB86659FD93);
    return h ^ (h >> 32);
}

static uint64_t load(const char *p, size_t len)
{
    uint64_t word = 0;
    memcpy(&word, p, len);
    return word;
}

/* Eight bytes a step; the last word overlaps the one before, so there is no loop over a tail.
 * Nothing that is printed depends on the value, so the byte order of the machine may. */
uint32_t hash_bytes(const char *bytes, size_t len)
{
    uint64_t h = UINT64_C(0x9E3779B97F4A7C15) * (len + 1);
    size_t at = 0;
    for (; len - at > 8; at += 8) {
        h = (h ^ load(bytes + at, 8)) * UINT64_C(0xA0761D6478BD642F);
        h ^= h >> 29;
    }
    if (len >= 8)
        h ^= load(bytes + len - 8, 8);
    else if (len >= 4)
        h ^= load(bytes, 4) | load(bytes + len - 4, 4) << 32;
    else if (len > 0)
        h ^= load(bytes, 1) | load(bytes + len / 2, 1) << 8 | load(bytes + len - 1, 1) << 16;
    return (uint32_t)mix(h * UINT64_C(0xE7037ED1A0B428DB));
}

/* Whether one more entry asks for a wider table. */
static bool is_full(uint32_t count, uint32_t slot_count)
{
    return ((uint64_t)count + 1) * 5 > (uint64_t)slot_count * 3;
}

static uint32_t wider(Arena *a, uint32_t slot_count)
{
    if (slot_count > UINT32_MAX / 2)
        arena_alloc(a, SIZE_MAX); /* fails as out of memory */
    return slot_count == 0 ? FIRST_SLOTS : slot_count * 2;
}

void interner_init(Interner *in, Arena *a)
{
    *in = (Interner){.arena = a};
}

/* The hashes lie in the order of symbols, so the slots can be grown where they are and filled
 * again without looking at a text. */
static void widen_slots(Interner *in)
{
    uint32_t count = wider(in->arena, in->slot_count);
    in->slots = arena_grow(in->arena, in->slots, in->slot_count * sizeof *in->slots,
                           count * sizeof *in->slots);
    in->slot_count = count;
    memset(in->slots, 0, count * sizeof *in->slots);
    for (uint32_t i = 0; i < in->count; i++) {
        uint32_t slot = in->hashes[i] & (count - 1);
        while (in->slots[slot] != 0)
            slot = (slot + 1) & (count - 1);
        in->slots[slot] = i + 1;
    }
}

/* Room for one more text and its hash. */
static void widen_texts(Interner *in)
{
    uint32_t cap = wider(in->arena, in->cap);
    in->texts =
        arena_grow(in->arena, in->texts, in->cap * sizeof *in->texts, cap * sizeof *in->texts);
    in->hashes =
        arena_grow(in->arena, in->hashes, in->cap * sizeof *in->hashes, cap * sizeof *in->hashes);
    in->cap = cap;
}

/* The slot of the text, or the free one where it would go. There is always a free one. */
static uint32_t interner_slot(const Interner *in, Str text, uint32_t hash)
{
    uint32_t mask = in->slot_count - 1;
    uint32_t slot = hash & mask;
    while (in->slots[slot] != 0) {
        uint32_t i = in->slots[slot] - 1;
        if (in->hashes[i] == hash && str_eq(in->texts[i], text))
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

Sym interner_add(Interner *in, Str text)
{
    if (is_full(in->count, in->slot_count))
        widen_slots(in);
    uint32_t hash = hash_bytes(text.ptr, text.len);
    uint32_t slot = interner_slot(in, text, hash);
    if (in->slots[slot] != 0)
        return in->slots[slot];
    if (in->count == in->cap)
        widen_texts(in);
    in->texts[in->count] = str_dup(in->arena, text);
    in->hashes[in->count] = hash;
    in->count++;
    in->slots[slot] = in->count;
    return in->count;
}

Sym interner_find(const Interner *in, Str text)
{
    if (in->slot_count == 0)
        return 0;
    return in->slots[interner_slot(in, text, hash_bytes(text.ptr, text.len))];
}

Str interner_text(const Interner *in, Sym s)
{
    return s == 0 || s > in->count ? STR_NONE : in->texts[s - 1];
}

void u32map_init(U32Map *m, Arena *a)
{
    *m = (U32Map){.arena = a};
}

static uint32_t u32map_slot(const U32Map *m, uint64_t stored)
{
    uint32_t mask = m->slot_count - 1;
    uint32_t slot = (uint32_t)mix(stored) & mask;
    while (m->keys[slot] != 0 && m->keys[slot] != stored)
        slot = (slot + 1) & mask;
    return slot;
}

static void u32map_widen(U32Map *m)
{
    U32Map next = {.arena = m->arena, .count = m->count};
    next.slot_count = wider(m->arena, m->slot_count);
    next.keys = arena_array(m->arena, uint64_t, next.slot_count);
    next.values = arena_array(m->arena, uint32_t, next.slot_count);
    for (uint32_t i = 0; i < m->slot_count; i++) {
        if (m->keys[i] == 0)
            continue;
        uint32_t slot = u32map_slot(&next, m->keys[i]);
        next.keys[slot] = m->keys[i];
        next.values[slot] = m->values[i];
    }
    arena_drop(m->arena, m->keys, m->slot_count * sizeof *m->keys);
    arena_drop(m->arena, m->values, m->slot_count * sizeof *m->values);
    *m = next;
}

uint32_t *u32map_put(U32Map *m, uint64_t key)
{
    if (is_full(m->count, m->slot_count))
        u32map_widen(m);
    uint32_t slot = u32map_slot(m, key + 1);
    if (m->keys[slot] == 0) {
        m->keys[slot] = key + 1;
        m->count++;
    }
    return &m->values[slot];
}

const uint32_t *u32map_get(const U32Map *m, uint64_t key)
{
    if (m->slot_count == 0)
        return NULL;
    uint32_t slot = u32map_slot(m, key + 1);
    return m->keys[slot] == 0 ? NULL : &m->values[slot];
}
