/*
 * build.h — the constructors of nodes that the grammar's actions call.  Layer: syntax.
 *
 * A list is passed about as its last sibling, whose `next` is the first one: a ring. Appending is
 * then one step, and the ring is cut where its parent is built.
 */
#ifndef HPLAN_SYNTAX_BUILD_H
#define HPLAN_SYNTAX_BUILD_H

#include "syntax/parse.h"

NodeRef node_list(Parse *p, NodeKind kind, SynLoc loc, uint32_t children);

/* A node at the end of the tree's array, without relatives. */
static inline NodeRef node_new(Parse *p, NodeKind kind, SynLoc loc, uint32_t op)
{
    Tree *t = p->tree;
    vec_spare(t->arena, &t->nodes);
    NodeRef n = t->nodes.len;
    t->nodes.at[n] = (Node){(uint8_t)kind, (uint8_t)op, 0, loc.off, loc.end - loc.off, 0, 0};
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

/* A single atom stands for itself. */
static inline NodeRef node_stated(Parse *p, SynLoc loc, uint32_t atoms)
{
    Node *at = p->tree->nodes.at;
    if (at[atoms].next != atoms)
        return node_list(p, N_STATED, loc, atoms);
    at[atoms].next = 0;
    return atoms;
}

NodeRef node_decl(Parse *p, SynLoc loc, uint32_t children);
NodeRef node_one(Parse *p, NodeKind kind, SynLoc loc, NodeRef child);
NodeRef node_value(Parse *p, SynLoc loc, Op op, NodeRef expr);
NodeRef node_binary(Parse *p, SynLoc loc, Op op, NodeRef left, NodeRef right, uint32_t marks);
NodeRef node_call(Parse *p, SynLoc loc, SynLoc name, uint32_t arguments);
NodeRef node_format(Parse *p, SynLoc loc, uint32_t shown, NodeRef format);

uint32_t node_concat(Parse *p, uint32_t list, uint32_t more);

/* What stands for malloc and free in bison's skeleton: the parser's stack never grows. */
void *node_no_memory(size_t size);
void node_free(void *block);

#endif
