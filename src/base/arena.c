/*
 * arena.c — memory that is freed all at once.  Layer: base.
 *
 * Chunks hang on one doubly linked list. Small blocks are cut from the newest small chunk; chunk
 * sizes follow what has been taken so far (4 KiB up to 256 KiB, then huge pages), so a tiny session
 * stays tiny and a large one asks the system seldom. A block above ARENA_BIG is alone in its chunk,
 * and therefore its size alone tells arena_grow that its chunk may move.
 *
 * Under AddressSanitizer the free part of a chunk is poisoned, so that running off the end of a
 * block is caught although malloc never saw the block. Under MemorySanitizer blocks count as not
 * written to; other memory does not, since libraries that it does not see write there (make msan).
 */
#include "base/arena.h"

#include "base/pages.h"
#include "base/sanitized.h"

#include <assert.h>

#ifdef SANITIZED_ADDRESS
#include <sanitizer/asan_interface.h>
#define HIDE(ptr, size) ASAN_POISON_MEMORY_REGION((ptr), (size))
#define SHOW(ptr, size) ASAN_UNPOISON_MEMORY_REGION((ptr), (size))
#elif defined(SANITIZED_MEMORY)
#include <sanitizer/msan_interface.h>
#define HIDE(ptr, size) __msan_allocated_memory((ptr), (size))
#define SHOW(ptr, size) ((void)(ptr), (void)(size))
#else
#define HIDE(ptr, size) ((void)(ptr), (void)(size))
#define SHOW(ptr, size) ((void)(ptr), (void)(size))
#endif

enum {
    ALIGNMENT = 16,
    CHUNK_MIN = 4 * 1024,
    CHUNK_MAX = 256 * 1024,      /* of small blocks, until … */
    MANY_LARGE = 8 * PAGES_LARGE /* … so much is taken that a large one more is little */
};

/* What no plan needs; also, sanitizers stop the program at a terabyte. */
#define SIZE_LIMIT (SIZE_MAX >> (sizeof(size_t) == 8 ? 26 : 1))

/* 64 bytes, a line of the cache: a block on pages of its own then begins a line, and the records of
 * long vectors, of 32 or 64 bytes, never cross one. */
struct ArenaChunk {
    _Alignas(ALIGNMENT) ArenaChunk *older;
    ArenaChunk *newer;
    size_t size; /* with this header */
    char fill[64 - 2 * sizeof(ArenaChunk *) - sizeof(size_t)];
};

static_assert(sizeof(ArenaChunk) % ALIGNMENT == 0, "blocks behind the header are aligned");
static_assert(ARENA_BIG % ALIGNMENT == 0, "rounding never makes a small block a big one");

static size_t round_up(size_t size)
{
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

_Noreturn void arena_out_of_memory(Arena *a)
{
    if (a->policy == NULL)
        __builtin_trap(); /* the library never calls abort, and who sets no policy wants this */
    MemPolicy *p = a->policy;
    while (p->held_count > 0) {
        p->held_count--;
        p->held[p->held_count].release(p->held[p->held_count].what);
    }
    longjmp(p->on_failure, 1);
}

/* Counts a taking against the test's budget. */
static void spend(Arena *a)
{
    MemPolicy *p = a->policy;
    if (p == NULL || p->budget < 0)
        return;
    if (p->budget == 0)
        arena_out_of_memory(a);
    p->budget--;
}

static ArenaChunk *take_chunk(Arena *a, size_t size)
{
    spend(a);
    ArenaChunk *chunk = pages_take(size);
    if (chunk == NULL)
        arena_out_of_memory(a);
    chunk->size = size;
    chunk->newer = NULL;
    chunk->older = a->chunks;
    if (a->chunks != NULL)
        a->chunks->newer = chunk;
    a->chunks = chunk;
    a->total += size;
    return chunk;
}

static void *alloc_big(Arena *a, size_t size)
{
    if (size > SIZE_LIMIT)
        arena_out_of_memory(a);
    void *block = take_chunk(a, sizeof(ArenaChunk) + size) + 1;
    HIDE(block, size);
    SHOW(block, size);
    return block;
}

static void *grow_big(Arena *a, void *old, size_t new_size)
{
    if (new_size > SIZE_LIMIT)
        arena_out_of_memory(a);
    spend(a);
    ArenaChunk *chunk = (ArenaChunk *)old - 1;
    size_t was = chunk->size;
    size_t size = sizeof(ArenaChunk) + new_size;
    chunk = pages_grow(chunk, was, size);
    if (chunk == NULL) /* the old chunk is still there and still listed */
        arena_out_of_memory(a);
    chunk->size = size;
    a->total += size - was;
    if (chunk->newer != NULL)
        chunk->newer->older = chunk;
    else
        a->chunks = chunk;
    if (chunk->older != NULL)
        chunk->older->newer = chunk;
    HIDE((char *)chunk + was, size - was);
    SHOW((char *)chunk + was, size - was);
    return chunk + 1;
}

static size_t small_chunk_size(const Arena *a, size_t need)
{
    if (a->total >= MANY_LARGE)
        return PAGES_LARGE;
    size_t size = CHUNK_MIN;
    while (size < CHUNK_MAX && (size < a->total || size < need + sizeof(ArenaChunk)))
        size *= 2;
    return size;
}

static void new_small_chunk(Arena *a, size_t need)
{
    size_t size = small_chunk_size(a, need);
    ArenaChunk *chunk = take_chunk(a, size);
    a->cur = (char *)(chunk + 1);
    a->end = (char *)chunk + size;
    HIDE(a->cur, (size_t)(a->end - a->cur));
}

void arena_init(Arena *a, MemPolicy *policy)
{
    *a = (Arena){.policy = policy};
}

void arena_free(Arena *a)
{
    ArenaChunk *chunk = a->chunks;
    while (chunk != NULL) {
        ArenaChunk *older = chunk->older;
        pages_free(chunk, chunk->size);
        chunk = older;
    }
    arena_init(a, a->policy);
}

void *arena_alloc(Arena *a, size_t size)
{
    if (size > ARENA_BIG)
        return alloc_big(a, size);
    size_t room = size == 0 ? ALIGNMENT : round_up(size); /* distinct blocks differ */
    if (room > (size_t)(a->end - a->cur))
        new_small_chunk(a, room);
    char *block = a->cur;
    a->cur += room;
    SHOW(block, size);
    return block;
}

void *arena_zalloc(Arena *a, size_t size)
{
    return memset(arena_alloc(a, size), 0, size);
}

void *arena_grow(Arena *a, void *old, size_t old_size, size_t new_size)
{
    if (old == NULL)
        return arena_alloc(a, new_size);
    if (new_size <= old_size)
        return old;
    if (old_size > ARENA_BIG)
        return grow_big(a, old, new_size);
    char *block = old;
    size_t room = old_size == 0 ? ALIGNMENT : round_up(old_size);
    if (new_size <= room) {
        SHOW(block, new_size);
        return block;
    }
    if (block + room == a->cur && new_size <= ARENA_BIG &&
        round_up(new_size) <= (size_t)(a->end - block)) {
        a->cur = block + round_up(new_size);
        SHOW(block, new_size);
        return block;
    }
    void *fresh = arena_alloc(a, new_size);
    if (old_size > 0)
        memcpy(fresh, old, old_size);
    return fresh;
}

void arena_drop(Arena *a, void *block, size_t size)
{
    if (size <= ARENA_BIG)
        return;
    ArenaChunk *chunk = (ArenaChunk *)block - 1;
    if (chunk->newer != NULL)
        chunk->newer->older = chunk->older;
    else
        a->chunks = chunk->older;
    if (chunk->older != NULL)
        chunk->older->newer = chunk->newer;
    a->total -= chunk->size;
    pages_free(chunk, chunk->size);
}

char *arena_copy(Arena *a, const void *bytes, size_t len)
{
    if (len == SIZE_MAX)
        arena_out_of_memory(a);
    char *copy = arena_alloc(a, len + 1);
    if (len > 0)
        memcpy(copy, bytes, len);
    copy[len] = '\0';
    return copy;
}

/* Without a policy running out traps, and nothing is lost that matters. */
void arena_hold(Arena *a, void (*release)(void *what), void *what)
{
    MemPolicy *p = a->policy;
    if (p == NULL)
        return;
    assert(p->held_count < ARENA_HELD);
    p->held[p->held_count].release = release;
    p->held[p->held_count].what = what;
    p->held_count++;
}

void arena_unhold(Arena *a)
{
    if (a->policy != NULL)
        a->policy->held_count--;
}

static void release(void *arena)
{
    arena_free(arena);
}

void arena_open_inner(Arena *inner, Arena *of)
{
    arena_init(inner, of->policy);
    arena_hold(of, release, inner);
}

void arena_close_inner(Arena *inner, Arena *of)
{
    arena_unhold(of);
    arena_free(inner);
}
