/*
 * arena.h — memory that is freed all at once.  Layer: base.
 *
 * Every stage of the compiler builds into an arena; nothing is freed singly.
 * An allocation never returns NULL: when memory runs out, the arena jumps to
 * the handler its owner (the session) has set, so that no caller in between
 * needs a branch for it and the n-th allocation may fail in a test.
 *
 * A block larger than ARENA_BIG lives in a chunk of its own, so that a growing
 * vector is moved by the system and leaves no copies behind.
 */
#ifndef HPLAN_BASE_ARENA_H
#define HPLAN_BASE_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { ARENA_HELD = 8 };

/* Where to go when memory runs out, and a test's budget of allocations
 * (budget < 0: no limit; else each chunk taken from the system counts one). */
typedef struct MemPolicy {
    jmp_buf on_failure;
    long budget;
    struct {
        void (*release)(void *what);
        void *what;
    } held[ARENA_HELD]; /* of other libraries: released before the jump; see arena_hold */
    int held_count;
} MemPolicy;

enum { ARENA_BIG = 32 * 1024 };

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    ArenaChunk *chunks; /* newest first */
    char *cur, *end;    /* free part of the newest small chunk */
    size_t total;       /* bytes taken from the system */
    MemPolicy *policy;  /* borrowed; may be NULL: then running out traps */
} Arena;

void arena_init(Arena *a, MemPolicy *policy);
void arena_free(Arena *a); /* and ready for use again */

/* Aligned to 16, not zeroed. size 0 is allowed; a size beyond reason fails as running out does. */
void *arena_alloc(Arena *a, size_t size);
void *arena_zalloc(Arena *a, size_t size);

/* The block `old` of old_size bytes, now of new_size bytes: in place where it
 * is the last one of its chunk or has a chunk of its own, else copied. NULL is an empty block;
 * a smaller new_size leaves the block alone. */
void *arena_grow(Arena *a, void *old, size_t old_size, size_t new_size);

/* A block of `size` bytes that is of no more use: the system has it back at once if it is alone in
 * its chunk, else with the arena. */
void arena_drop(Arena *a, void *block, size_t size);

char *arena_copy(Arena *a, const void *bytes, size_t len); /* NUL-terminated */

/* What another library has allocated would be lost if memory ran out before it is freed. Between
 * hold and unhold it is released in that case; else its owner frees it. Last held, first out. */
void arena_hold(Arena *a, void (*release)(void *what), void *what);
void arena_unhold(Arena *a);

/* An arena for what is needed for a while only, freed with its memory when that is over, or when
 * memory runs out before; closed in the opposite order. */
void arena_open_inner(Arena *inner, Arena *of);
void arena_close_inner(Arena *inner, Arena *of);

/* Goes where running out of memory goes: for those who were told so by somebody else, or who would
 * hold more than they can count. */
_Noreturn void arena_out_of_memory(Arena *a);

#define arena_new(a, T) ((T *)arena_zalloc((a), sizeof(T)))
#define arena_array(a, T, n) ((T *)arena_zalloc((a), sizeof(T) * (size_t)(n)))

#endif
