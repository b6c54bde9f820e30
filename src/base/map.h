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

typedef struct Interner {
    Arena *arena;
    Str *texts;      /* by Sym - 1 */
    uint32_t *slots; /* open addressing, powers of two */
    uint32_t *hashes;
    uint32_t count, cap;
    uint32_t slot_count;
} Interner;

void interner_init(Interner *in, Arena *a);
Sym interner_add(Interner *in, Str text);        /* copies the text on first sight */
Sym interner_find(const Interner *in, Str text); /* 0 where it is not there */
Str interner_text(const Interner *in, Sym s);
uint32_t hash_bytes(const char *bytes, size_t len);

typedef struct U32Map {
    Arena *arena;
    uint64_t *keys; /* stored + 1, 0 = free */
    uint32_t *values;
    uint32_t count, slot_count;
} U32Map;

void u32map_init(U32Map *m, Arena *a);
/* A pointer to the value of `key`, created as 0 where it is new. Valid until the next put. */
uint32_t *u32map_put(U32Map *m, uint64_t key);
/* NULL where absent. key < 2^64 - 1. */
const uint32_t *u32map_get(const U32Map *m, uint64_t key);

#endif
