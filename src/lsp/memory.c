/*
 * memory.c — blocks that are always there.  Layer: lsp.
 */
#include "lsp/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_NO_MEMORY = 2, FIRST_BLOCK = 256 };

static void *given(void *block)
{
    if (block != NULL)
        return block;
    (void)fputs("hplanc lsp: no memory left\n", stderr);
    exit(EXIT_NO_MEMORY);
}

void *memory_take(size_t size)
{
    return given(malloc(size > 0 ? size : 1));
}

void *memory_resize(void *block, size_t size)
{
    return given(realloc(block, size > 0 ? size : 1));
}

char *memory_text(const char *bytes, size_t len)
{
    char *copy = memory_take(len + 1);
    if (len > 0)
        memcpy(copy, bytes, len);
    copy[len] = '\0';
    return copy;
}

void bytes_reserve(Bytes *b, size_t more)
{
    size_t cap = b->cap > 0 ? b->cap : FIRST_BLOCK;
    if (b->cap - b->len >= more)
        return;
    while (cap - b->len < more)
        cap *= 2;
    b->at = memory_resize(b->at, cap);
    b->cap = cap;
}

void bytes_add(Bytes *b, const char *from, size_t len)
{
    bytes_reserve(b, len + 1); /* so that the text can always be ended with a NUL */
    if (len > 0)
        memcpy(b->at + b->len, from, len);
    b->len += len;
    b->at[b->len] = '\0';
}

void bytes_free(Bytes *b)
{
    free(b->at);
    *b = (Bytes){0};
}
