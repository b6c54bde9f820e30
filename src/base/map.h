/*
 * map.h — symbols: text to small numbers.  Layer: base.
 *
 * An Interner gives every distinct text a Sym, counted from 1 in order of first sight, so that
 * symbols compare by identity and nothing ever iterates in hash order. Texts are compared by
 * bytes: fold them first where case must not matter. A U32Map goes from a 64-bit key to a number.
 */
#ifndef HPLAN_BASE_MAP_H
#define HPLAN_BASE_MAP_H

#include "base/str.h"

typedef uint32_t Sym; /* 0: none */

typedef struct InternerSlot {
    uint32_t hash; /* beside the symbol, so that only a text that is alike is looked at */
    Sym sym;       /* 0: free */
} InternerSlot;

typedef struct Interner {
    Arena *arena;
    Str *texts;          /* by Sym - 1 */
    InternerSlot *slots; /* open addressing; see map.c */
    uint32_t count, cap;
    uint32_t slot_count;
    char *room;          /* for the bytes of the next texts, which are many and short */
    uint32_t room_len;
} Interner;

void interner_init(Interner *in, Arena *a);
Sym interner_add(Interner *in, Str text);        /* copies the text on first sight */
Sym interner_find(const Interner *in, Str text); /* 0 where it is not there */
Str interner_text(const Interner *in, Sym s);
uint32_t hash_bytes(const char *bytes, size_t len);

/* Key and value lie side by side, and the key in two halves, so that slots have no gaps. */
typedef struct U32Slot {
    uint32_t halves[2]; /* of key + 1; 0: free */
    uint32_t value;
} U32Slot;

typedef struct U32Map {
    Arena *arena;
    U32Slot *slots;
    uint32_t count, slot_count;
} U32Map;

void u32map_init(U32Map *m, Arena *a);
void u32map_clear(U32Map *m); /* and as wide as it was */
/* A pointer to the value of `key`, created as 0 where it is new. Valid until the next put. */
uint32_t *u32map_put(U32Map *m, uint64_t key);
/* NULL where absent. key < 2^64 - 1. */
const uint32_t *u32map_get(const U32Map *m, uint64_t key);

#endif
