/*
 * vec.c — growing arrays in an arena.  Layer: base.
 */
#include "base/vec.h"

enum { FIRST_CAP = 4 };

void *vec_reserve_one(Arena *a, void *at, uint32_t len, uint32_t *cap, size_t size)
{
    if (len < *cap)
        return at;
    if (*cap > UINT32_MAX / 2)
        arena_out_of_memory(a); /* an index would not fit */
    uint32_t wider = *cap == 0 ? FIRST_CAP : *cap * 2;
    at = arena_grow(a, at, *cap * size, wider * size);
    *cap = wider; /* only now: a failing arena jumps away and leaves the vector whole */
    return at;
}

void *vec_reserve_more(Arena *a, void *at, uint32_t len, uint32_t *cap, uint32_t more, size_t size)
{
    if (more <= *cap - len)
        return at;
    if (more > UINT32_MAX / 2 - len)
        arena_out_of_memory(a);
    at = arena_grow(a, at, *cap * size, ((size_t)len + more) * size);
    *cap = len + more;
    return at;
}
