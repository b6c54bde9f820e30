/*
 * build.h — the constructors of nodes that the grammar's actions call.  Layer: syntax.
 *
 * A list is passed about as its last sibling, whose `next` is the first one: a ring. Appending is
 * then one step, and the ring is cut where its parent is built.
 */
#ifndef HPLAN_SYNTAX_BUILD_H
#define HPLAN_SYNTAX_BUILD_H

#include "syntax/parse.h"

/* A node at the end of the tree's array, without relatives. */
static inline NodeRef node_new(Parse *p, NodeKind kind, uint32_t op, uint32_t off, uint32_t end)
{
    Tree *t = p->tree;
    vec_spare(t->arena, &t->nodes);
    NodeRef n = t->nodes.len;
    t->nodes.at[n] = (Node){.kind = (uint8_t)kind, .op = (uint8_t)op, .off = off, .len = end - off};
    t->nodes.len = n + 1;
    return n;
}

static inline uint32_t node_append(Parse *p, uint32_t list, NodeRef node)
{
    Node *at = p->tree->nodes.at;
    if (list == 0) {
        at[node].next = node;
    } else {
        at[node].next = at[list].next;
        at[list].next = node;
    }
    return node;
}

static inline NodeRef node_value(Parse *p, NodeRef n)
{
    p->tree->nodes.at[n].is_value = true;
    return n;
}

NodeRef node_list(Parse *p, NodeKind kind, uint32_t children); /* one child or more */
NodeRef node_between(Parse *p, NodeKind kind, uint32_t off, uint32_t end, uint32_t children);
NodeRef node_from(Parse *p, NodeKind kind, uint32_t off, NodeRef child); /* to the child's end */
NodeRef node_decl(Parse *p, uint32_t children);
NodeRef node_compared(Parse *p, NodeRef compared, NodeRef expr);
NodeRef node_binary(Parse *p, Op op, NodeRef left, NodeRef right);
NodeRef node_mark(Parse *p, NodeRef n, uint32_t aux);
NodeRef node_error(Parse *p); /* the statement that was given up */

uint32_t node_concat(Parse *p, uint32_t list, uint32_t more);

/* What stands for malloc and free in bison's skeleton: the parser's stack never grows. */
void *node_no_memory(size_t size);
void node_free(void *block);

#endif
