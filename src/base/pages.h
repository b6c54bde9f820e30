/*
 * pages.h — large blocks of memory.  Layer: base.
 *
 * malloc, realloc and free for whoever keeps the size of a block. One of PAGES_LARGE bytes or more
 * lies on huge pages where the system has them: it is asked for memory hundreds of times fewer, and
 * a large plan is checked in a fifth less time. Only what is written to takes room, though in larger
 * pieces.
 */
#ifndef HPLAN_BASE_PAGES_H
#define HPLAN_BASE_PAGES_H

#include <stddef.h>

enum { PAGES_LARGE = 4 * 1024 * 1024 };

/* NULL: there is no more memory. What is given is aligned as malloc's, and its bytes are not set. */
void *pages_take(size_t size);
/* To a larger size. NULL: there is no more memory, and the old block is as it was. */
void *pages_grow(void *block, size_t old_size, size_t size);
void pages_free(void *block, size_t size);

/* The same for those who do not keep the size: this one is given back to free. */
void *pages_malloc(size_t size);

#endif
