/* fuzz_parse.c: the scanner, the grammar and the walkers of tables and prose; every node lies
 * within the source and within its parent, and what is parsed twice is the same. */
#include "fuzz/fuzz.h"
#include "syntax/tree.h"

#include <stdlib.h>
#include <string.h>

typedef struct Parsed {
    Arena arena;
    SourceSet sources;
    DiagSink sink;
    Tree *tree;
    Buf dump, tokens;
} Parsed;

static void parse(Parsed *p, const char *text, uint32_t len)
{
    DiagSink again;
    arena_init(&p->arena, NULL);
    sources_init(&p->sources, &p->arena);
    sink_init(&p->sink, &p->arena, &p->sources);
    sink_init(&again, &p->arena, &p->sources);
    FileId file = sources_add(&p->sources, STR("plan.hplan"), STR("/plan.hplan"), text, len);
    p->tree = tree_parse(&p->arena, &p->sources, file, &p->sink);
    buf_init(&p->dump, &p->arena);
    buf_init(&p->tokens, &p->arena);
    tree_dump(&p->dump, p->tree);
    tokens_dump(&p->tokens, &p->arena, &p->sources, file, &again);
}

static void check_nodes(const Tree *t, uint32_t len)
{
    for (NodeRef n = 1; n < t->nodes.len; n++) {
        const Node *node = tree_node(t, n);
        FUZZ_HOLDS(node->off <= len && node->len <= len - node->off);
        for (NodeRef c = node->child; c != 0; c = tree_next(t, c)) {
            const Node *child = tree_node(t, c);
            FUZZ_HOLDS(child->off >= node->off);
            FUZZ_HOLDS(child->off + child->len <= node->off + node->len);
        }
    }
}

static void check_findings(const DiagSink *sink, uint32_t len)
{
    for (uint32_t i = 0; i < sink->list.len; i++) {
        const Diag *d = sink->list.at[i];
        FUZZ_HOLDS(d->span.off <= len && d->span.len <= len - d->span.off);
    }
}

void fuzz_one(const uint8_t *data, size_t size)
{
    char *text = calloc(size + 2, 1);
    Parsed first, second;
    if (size > 0)
        memcpy(text, data, size);
    parse(&first, text, (uint32_t)size);
    parse(&second, text, (uint32_t)size);
    check_nodes(first.tree, (uint32_t)size);
    check_findings(&first.sink, (uint32_t)size);
    FUZZ_HOLDS(str_eq(buf_view(&first.dump), buf_view(&second.dump)));
    FUZZ_HOLDS(str_eq(buf_view(&first.tokens), buf_view(&second.tokens)));
    FUZZ_HOLDS(first.sink.list.len == second.sink.list.len);
    arena_free(&first.arena);
    arena_free(&second.arena);
    free(text);
}
