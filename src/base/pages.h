/*
 * pages.h — large blocks of memory.  Layer: base.
 *
 * malloc, realloc and free for callers that remember the size of a block. A block of PAGES_LARGE
 * bytes or more lies on huge pages where the system has them: far fewer page faults, and a large
 * plan is checked in a fifth less time. Only pages that are written to take memory.
 */
#ifndef HPLAN_BASE_PAGES_H
#define HPLAN_BASE_PAGES_H

#include <stddef.h>

enum { PAGES_LARGE = 4 * 1024 * 1024 };

/* Aligned as malloc's, not zeroed. NULL: there is no more memory. */
void *pages_take(size_t size);
/* To a larger size. NULL: there is no more memory, and the old block is as it was. */
void *pages_grow(void *block, size_t old_size, size_t size);
void pages_free(void *block, size_t size);

/* The same for those who do not keep the size: this one is given back to free. */
void *pages_malloc(size_t size);

#endif
