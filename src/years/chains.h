/*
 * chains.h — what is said alike, in order.  Layer: years.
 *
 * Rows, columns and things that are known by one key go by turns: the first of the old plan's with
 * the first of the new one's, the second with the second. So those of the old plan lie in a chain
 * for each key, from which the first that is left is taken.
 */
#ifndef HPLAN_YEARS_CHAINS_H
#define HPLAN_YEARS_CHAINS_H

#include "base/map.h"

typedef struct Chains {
    U32Map first;   /* by key: the first + 1; 0: all are taken */
    uint32_t *next; /* by number: the next of its key + 1 */
} Chains;

static inline void chains_init(Chains *c, Arena *arena, uint32_t count)
{
    u32map_init(&c->first, arena);
    c->next = arena_array(arena, uint32_t, count);
}

/* In front of those of its key: what is to come first is put last. */
static inline void chains_put(Chains *c, uint64_t key, uint32_t number)
{
    uint32_t *first = u32map_put(&c->first, key);
    c->next[number] = *first;
    *first = number + 1;
}

/* The first that is left + 1; 0: none. */
static inline uint32_t chains_first(const Chains *c, uint64_t key)
{
    const uint32_t *first = u32map_get(&c->first, key);
    return first == NULL ? 0 : *first;
}

/* The one behind it, said alike. */
static inline uint32_t chains_next(const Chains *c, uint32_t number)
{
    return c->next[number];
}

/* The first is taken. */
static inline uint32_t chains_take(Chains *c, uint64_t key)
{
    uint32_t first = chains_first(c, key);
    if (first != 0)
        *u32map_put(&c->first, key) = c->next[first - 1];
    return first;
}

static inline bool chains_are_empty(const Chains *c)
{
    return c->first.count == 0;
}

#endif
