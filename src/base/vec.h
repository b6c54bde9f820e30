/*
 * vec.h — growing arrays in an arena.  Layer: base.
 *
 *     typedef VEC(Fact) FactVec;
 *     FactVec v = {0};
 *     *vec_push(arena, &v) = fact;         // returns a pointer to the new, zeroed element
 *     for (uint32_t i = 0; i < v.len; i++) use(&v.at[i]);
 *
 * Indices stay valid for ever, pointers only until the next push.
 */
#ifndef HPLAN_BASE_VEC_H
#define HPLAN_BASE_VEC_H

#include "base/arena.h"

#define VEC(T)             \
    struct {               \
        T *at;             \
        uint32_t len, cap; \
    }

/* at grows so that one more element of `size` bytes fits; returns the new `at`. */
void *vec_reserve_one(Arena *a, void *at, uint32_t len, uint32_t *cap, size_t size);

/* at grows so that `more` elements fit exactly, where they are more than there is room for; for
 * what is known to come, in place of doubling. */
void *vec_reserve_more(Arena *a, void *at, uint32_t len, uint32_t *cap, uint32_t more, size_t size);

#define vec_room(a, v, n)                                                                      \
    ((v)->at = vec_reserve_more((a), (v)->at, (v)->len, &(v)->cap, (n), sizeof *(v)->at))

/* There is room for one more. */
#define vec_spare(a, v)                                                                        \
    ((v)->len < (v)->cap                                                                       \
         ? (void)0                                                                             \
         : (void)((v)->at = vec_reserve_one((a), (v)->at, (v)->len, &(v)->cap, sizeof *(v)->at)))

#define vec_push(a, v)                                                                         \
    (vec_spare((a), (v)),                                                                      \
     memset(&(v)->at[(v)->len], 0, sizeof *(v)->at), &(v)->at[(v)->len++])

#endif
