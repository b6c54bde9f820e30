/*
 * pages.c — large blocks of memory.  Layer: base.
 *
 * A large block begins and ends at a huge page: where it grows, the system moves its pages as they
 * are, and none has to be made of small ones. What malloc would give begins 16 bytes behind a page,
 * is moved to anywhere, and comes in small pages at both ends; of twenty growing vectors those were
 * two thirds of all.
 *
 * Sanitizers and systems without huge pages have malloc alone.
 */
#define _GNU_SOURCE /* mremap */

#include "base/pages.h"

#include "base/sanitized.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__linux__) && !defined(SANITIZED)

#include <sys/mman.h>

enum { HUGE_PAGE = 2 * 1024 * 1024 };

static bool is_large(size_t size)
{
    return size >= PAGES_LARGE && size <= SIZE_MAX - 2 * HUGE_PAGE;
}

static size_t whole_pages(size_t size)
{
    return (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
}

/* So many bytes of address space from a huge page on. */
static void *map(size_t size, int protection)
{
    char *at = mmap(NULL, size + HUGE_PAGE, protection,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at == MAP_FAILED)
        return NULL;
    size_t before = whole_pages((uintptr_t)at) - (uintptr_t)at;
    if (before > 0)
        munmap(at, before);
    munmap(at + before + size, HUGE_PAGE - before);
    return at + before;
}

static void *take_large(size_t size)
{
    void *block = map(size, PROT_READ | PROT_WRITE);
    if (block != NULL)
        madvise(block, size, MADV_HUGEPAGE); /* else they are small */
    return block;
}

static void *grow_large(void *block, size_t old_size, size_t size)
{
    if (size == old_size)
        return block;
    void *to = map(size, PROT_NONE);
    if (to == NULL)
        return NULL;
    if (mremap(block, old_size, size, MREMAP_MAYMOVE | MREMAP_FIXED, to) != MAP_FAILED)
        return to;
    munmap(to, size);
    return NULL;
}

void *pages_take(size_t size)
{
    return is_large(size) ? take_large(whole_pages(size)) : malloc(size);
}

void *pages_grow(void *block, size_t old_size, size_t size)
{
    if (!is_large(size))
        return is_large(old_size) ? NULL : realloc(block, size);
    if (is_large(old_size))
        return grow_large(block, whole_pages(old_size), whole_pages(size));
    void *larger = take_large(whole_pages(size));
    if (larger != NULL) {
        memcpy(larger, block, old_size);
        free(block);
    }
    return larger;
}

void pages_free(void *block, size_t size)
{
    if (is_large(size))
        munmap(block, whole_pages(size));
    else
        free(block);
}

void *pages_malloc(size_t size)
{
    void *block = NULL;
    if (!is_large(size))
        return malloc(size);
    if (posix_memalign(&block, HUGE_PAGE, size) != 0)
        return NULL;
    madvise(block, size / HUGE_PAGE * HUGE_PAGE, MADV_HUGEPAGE);
    return block;
}

#else

void *pages_take(size_t size)
{
    return malloc(size);
}

void *pages_grow(void *block, size_t old_size, size_t size)
{
    (void)old_size;
    return realloc(block, size);
}

void pages_free(void *block, size_t size)
{
    (void)size;
    free(block);
}

void *pages_malloc(size_t size)
{
    return malloc(size);
}

#endif
