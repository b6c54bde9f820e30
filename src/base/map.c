/*
 * map.c — symbols: text to small numbers.  Layer: base.
 *
 * Both tables probe linearly and are at most three quarters full. A hash stands for its share of
 * the slots, so that what is in a table keeps its order when it grows: it is filled from one end to
 * the other, and not all over.
 */
#include "base/map.h"

#include "base/bytes.h"
#include "base/vec.h"

enum { FIRST_SLOTS = 16, ROOM = 1024 };

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
    return ((uint64_t)count + 1) * 4 > (uint64_t)slot_count * 3;
}

static uint32_t wider(Arena *a, uint32_t slot_count)
{
    if (slot_count > UINT32_MAX / 2)
        arena_out_of_memory(a);
    return slot_count == 0 ? FIRST_SLOTS : slot_count + slot_count / 2;
}

static uint32_t slot_of(uint32_t hash, uint32_t slot_count)
{
    return (uint32_t)((uint64_t)hash * slot_count >> 32);
}

static uint32_t next_slot(uint32_t at, uint32_t slot_count)
{
    return at + 1 == slot_count ? 0 : at + 1;
}

void interner_init(Interner *in, Arena *a)
{
    *in = (Interner){.arena = a};
}

static void widen_slots(Interner *in)
{
    uint32_t count = wider(in->arena, in->slot_count);
    InternerSlot *slots = arena_array(in->arena, InternerSlot, count);
    for (uint32_t i = 0; i < in->slot_count; i++) {
        uint32_t at = slot_of(in->slots[i].hash, count);
        while (slots[at].sym != 0)
            at = next_slot(at, count);
        slots[at] = in->slots[i];
    }
    arena_drop(in->arena, in->slots, in->slot_count * sizeof *in->slots);
    in->slots = slots;
    in->slot_count = count;
}

static inline bool is_text(const Interner *in, Sym sym, Str text)
{
    Str there = in->texts[sym - 1];
    return there.len == text.len && bytes_same(there.ptr, text.ptr, text.len);
}

/* The slot of the text, or the free one where it would go. There is always a free one. */
static InternerSlot *interner_slot(const Interner *in, Str text, uint32_t hash)
{
    uint32_t at = slot_of(hash, in->slot_count);
    for (;; at = next_slot(at, in->slot_count)) {
        InternerSlot *slot = &in->slots[at];
        if (slot->sym == 0 || (slot->hash == hash && is_text(in, slot->sym, text)))
            return slot;
    }
}

/* A copy of the text, right behind the one before. */
static Str keep(Interner *in, Str text)
{
    if (text.len > in->room_len) {
        uint32_t len = text.len < ROOM ? ROOM : text.len;
        in->room = arena_alloc(in->arena, len);
        in->room_len = len; /* only now: where memory runs out, what is noted stays true */
    }
    Str kept = {in->room, text.len};
    if (text.len > 0)
        memcpy(in->room, text.ptr, text.len);
    in->room += text.len;
    in->room_len -= text.len;
    return kept;
}

Sym interner_add(Interner *in, Str text)
{
    if (is_full(in->count, in->slot_count))
        widen_slots(in);
    uint32_t hash = hash_bytes(text.ptr, text.len);
    InternerSlot *slot = interner_slot(in, text, hash);
    if (slot->sym != 0)
        return slot->sym;
    in->texts = vec_reserve_one(in->arena, in->texts, in->count, &in->cap, sizeof *in->texts);
    in->texts[in->count] = keep(in, text);
    in->count++;
    *slot = (InternerSlot){hash, in->count};
    return in->count;
}

Sym interner_find(const Interner *in, Str text)
{
    if (in->slot_count == 0)
        return 0;
    return interner_slot(in, text, hash_bytes(text.ptr, text.len))->sym;
}

Str interner_text(const Interner *in, Sym s)
{
    return s == 0 || s > in->count ? STR_NONE : in->texts[s - 1];
}

void u32map_init(U32Map *m, Arena *a)
{
    *m = (U32Map){.arena = a};
}

void u32map_clear(U32Map *m)
{
    if (m->slot_count > 0)
        memset(m->slots, 0, m->slot_count * sizeof *m->slots);
    m->count = 0;
}

static uint64_t stored_in(const U32Slot *slot)
{
    uint64_t stored;
    memcpy(&stored, slot->halves, sizeof stored);
    return stored;
}

/* The slot of the key, or the free one where it would go. */
static U32Slot *u32map_slot(const U32Map *m, uint64_t stored)
{
    uint32_t at = slot_of((uint32_t)mix(stored), m->slot_count);
    for (uint64_t there; (there = stored_in(&m->slots[at])) != 0 && there != stored;)
        at = next_slot(at, m->slot_count);
    return &m->slots[at];
}

static void u32map_widen(U32Map *m)
{
    U32Map next = {.arena = m->arena, .count = m->count};
    next.slot_count = wider(m->arena, m->slot_count);
    next.slots = arena_array(m->arena, U32Slot, next.slot_count);
    for (uint32_t i = 0; i < m->slot_count; i++) {
        uint64_t stored = stored_in(&m->slots[i]);
        if (stored != 0)
            *u32map_slot(&next, stored) = m->slots[i];
    }
    arena_drop(m->arena, m->slots, m->slot_count * sizeof *m->slots);
    *m = next;
}

uint32_t *u32map_put(U32Map *m, uint64_t key)
{
    if (is_full(m->count, m->slot_count))
        u32map_widen(m);
    uint64_t stored = key + 1;
    U32Slot *slot = u32map_slot(m, stored);
    if (stored_in(slot) == 0) {
        // gcc-suppress -Wanalyzer-use-of-uninitialized-value ; it is set three lines above
        memcpy(slot->halves, &stored, sizeof stored);
        m->count++;
    }
    return &slot->value;
}

const uint32_t *u32map_get(const U32Map *m, uint64_t key)
{
    if (m->slot_count == 0)
        return NULL;
    const U32Slot *slot = u32map_slot(m, key + 1);
    return stored_in(slot) == 0 ? NULL : &slot->value;
}
