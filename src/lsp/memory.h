/*
 * memory.h — blocks that are always there.  Layer: lsp.
 *
 * A server that has lost an edit answers wrongly for the rest of its days, so where there is no
 * memory left it says so and ends; the editor starts another. jansson is given the same functions,
 * hence no call of it fails for want of memory.
 */
#ifndef HPLAN_LSP_MEMORY_H
#define HPLAN_LSP_MEMORY_H

#include <stddef.h>

void *memory_take(size_t size);                   /* OWNED by the caller: free */
void *memory_resize(void *block, size_t size);    /* as realloc */
char *memory_text(const char *bytes, size_t len); /* a copy, with NUL */

/* A text that grows; zeroed is empty. */
typedef struct Bytes {
    char *at; /* OWNED */
    size_t len, cap;
} Bytes;

void bytes_reserve(Bytes *b, size_t more);
void bytes_add(Bytes *b, const char *from, size_t len);
void bytes_free(Bytes *b);

/* Room for one more in an array that doubles: at, count and cap are lvalues. */
#define GROW(at, count, cap)                                  \
    do {                                                      \
        if ((count) == (cap)) {                               \
            (cap) = (cap) == 0 ? 8 : (cap)*2;                 \
            (at) = memory_resize((at), (cap) * sizeof *(at)); \
        }                                                     \
    } while (0)

#endif
