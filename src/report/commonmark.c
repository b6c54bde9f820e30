/*
 * commonmark.c — libcmark at work on memory of ours.  Layer: report.
 *
 * cmark asks for memory without saying on whose behalf, so each thread remembers for which arena it
 * is at work: the one thing in the library that is written to and hangs on no session. It is set
 * from commonmark_begin to commonmark_end, or until memory runs out, and nobody else sees it.
 */
#include "report/commonmark.h"

#include <assert.h>
#include <string.h>

static _Thread_local Arena *commonmark_arena;

/* All of it is zeroed: cmark asks for that in most places, and what it writes in the others is not
 * seen by the sanitizer of memory.
 *
 * It ends the process where a buffer of its own would pass a gibibyte. Running out comes first,
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
    size_t was = head->size;
    head = arena_grow(commonmark_arena, head, was, room);
    memset((char *)head + was, 0, room - was);
    head->size = room;
    return head + 1;
}

static void drop(void *block)
{
    if (block == NULL)
        return;
    Head *head = (Head *)block - 1;
    arena_drop(commonmark_arena, head, head->size);
}

static void leave(void *c)
{
    arena_free(&((CommonMark *)c)->arena);
    commonmark_arena = NULL;
}

static cmark_node *parse(CommonMark *c, Str markdown)
{
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &c->memory);
    cmark_parser_feed(parser, markdown.len > 0 ? markdown.ptr : "", markdown.len);
    return cmark_parser_finish(parser);
}

/* ---- text behind a comment ---- */

Str commonmark_trimmed(Str s)
{
    while (s.len > 0 && strchr(" \t\r\n", s.ptr[0]) != NULL)
        s = str_slice(s, 1, s.len);
    while (s.len > 0 && strchr(" \t\r\n", s.ptr[s.len - 1]) != NULL)
        s.len--;
    return s;
}

/* What stands behind the comments that a block of HTML begins with; all of it where it begins with
 * none, or with one that has no end. */
static Str behind_comments(Str html)
{
    int64_t end = str_starts(html, STR("<!--")) ? str_find(html, STR("-->")) : -1;
    while (end >= 0) {
        html = commonmark_trimmed(str_slice(html, (uint32_t)end + 3, html.len));
        end = str_starts(html, STR("<!--")) ? str_find(html, STR("-->")) : -1;
    }
    return html;
}

bool commonmark_is_comment(Str html)
{
    return html.len > 0 && behind_comments(html).len == 0;
}

/* CommonMark takes the whole line of a comment for HTML: of `<!-- husk --> Vi skal …` nothing would
 * be printed. What stands behind the comment becomes paragraphs of its own. */
static void free_text(CommonMark *c, cmark_node *block)
{
    Str all = commonmark_trimmed(str_from(cmark_node_get_literal(block)));
    Str text = behind_comments(all);
    if (text.len == 0 || text.len == all.len)
        return;
    cmark_node *last = block, *root = parse(c, text);
    for (cmark_node *n = cmark_node_first_child(root); n != NULL;
         n = cmark_node_first_child(root)) {
        cmark_node_insert_after(last, n);
        last = n;
    }
    cmark_node_free(root);
    cmark_node_set_literal(block, "<!-- -->");
}

static void free_texts(CommonMark *c)
{
    cmark_iter *it = cmark_iter_new(c->root);
    for (cmark_event_type ev; (ev = cmark_iter_next(it)) != CMARK_EVENT_DONE;)
        if (cmark_node_get_type(cmark_iter_get_node(it)) == CMARK_NODE_HTML_BLOCK)
            free_text(c, cmark_iter_get_node(it));
    cmark_iter_free(it);
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
    c->root = parse(c, markdown);
    free_texts(c);
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
