/*
 * commonmark.c — libcmark at work on memory of ours.  Layer: report.
 *
 * cmark asks for memory without saying on whose behalf, so each thread remembers for which arena it
 * is at work: the one thing in the library that is written to and hangs on no session. It is set
 * from commonmark_begin to commonmark_end, or until memory runs out, and nobody else sees it.
 */
#include "report/commonmark.h"

#include <assert.h>

static _Thread_local Arena *commonmark_arena;

/* cmark ends the process where a buffer of its own would pass a gibibyte. Running out comes first,
 * since it adds at most 1.2 times a piece of the text to a buffer at once. */
enum { TEXT_MAX = 256 * 1024 * 1024, BUFFER_MAX = 512 * 1024 * 1024 };

/* Before each block, since cmark tells no size when it gives one back. */
typedef struct Head {
    _Alignas(16) size_t size; /* with this head */
} Head;

static void *take(size_t count, size_t size)
{
    if (count > BUFFER_MAX || size > BUFFER_MAX || count * size > BUFFER_MAX)
        arena_out_of_memory(commonmark_arena);
    size_t room = sizeof(Head) + count * size;
    Head *head = arena_zalloc(commonmark_arena, room);
    head->size = room;
    return head + 1;
}

static void *grow(void *block, size_t size)
{
    if (block == NULL)
        return take(1, size);
    if (size > BUFFER_MAX)
        arena_out_of_memory(commonmark_arena);
    Head *head = (Head *)block - 1;
    size_t room = sizeof(Head) + size;
    if (room <= head->size)
        return block;
    head = arena_grow(commonmark_arena, head, head->size, room);
    head->size = room;
    return head + 1;
}

static void drop(void *block)
{
    Head *head = (Head *)block - 1;
    if (block != NULL)
        arena_drop(commonmark_arena, head, head->size);
}

static void leave(void *c)
{
    arena_free(&((CommonMark *)c)->arena);
    commonmark_arena = NULL;
}

void commonmark_begin(CommonMark *c, Arena *owner, Str markdown)
{
    assert(commonmark_arena == NULL);
    if (markdown.len > TEXT_MAX)
        arena_out_of_memory(owner);
    *c = (CommonMark){.owner = owner, .memory = {take, grow, drop}};
    arena_init(&c->arena, owner->policy);
    arena_hold(owner, leave, c);
    commonmark_arena = &c->arena;
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &c->memory);
    cmark_parser_feed(parser, markdown.len > 0 ? markdown.ptr : "", markdown.len);
    c->root = cmark_parser_finish(parser);
}

void commonmark_end(CommonMark *c)
{
    arena_unhold(c->owner);
    leave(c);
}

cmark_node *commonmark_node(CommonMark *c, cmark_node_type type)
{
    return cmark_node_new_with_mem(type, &c->memory);
}
