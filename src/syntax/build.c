/*
 * build.c — the constructors of nodes.  Layer: syntax.
 *
 * In: kinds, places and rings of children. Out: nodes at the end of the tree's array.
 */
#include "syntax/build.h"

#include "syntax/parse.h"

static NodeRef make(struct Parse *p, NodeKind kind, SynLoc loc, uint32_t op)
{
    Tree *t = p->tree;
    Node *n = vec_push(t->arena, &t->nodes);
    n->kind = (uint8_t)kind;
    n->op = (uint8_t)op;
    n->off = loc.off;
    n->len = loc.end - loc.off;
    return t->nodes.len - 1;
}

NodeRef node_leaf(struct Parse *p, NodeKind kind, SynLoc loc, uint32_t op)
{
    return make(p, kind, loc, op);
}

NodeRef node_list(struct Parse *p, NodeKind kind, SynLoc loc, uint32_t children)
{
    NodeRef n = make(p, kind, loc, 0);
    Node *at = p->tree->nodes.at;
    if (children != 0) {
        at[n].child = at[children].next;
        at[children].next = 0;
    }
    return n;
}

NodeRef node_one(struct Parse *p, NodeKind kind, SynLoc loc, NodeRef child)
{
    NodeRef n = make(p, kind, loc, 0);
    p->tree->nodes.at[n].child = child;
    return n;
}

NodeRef node_value(struct Parse *p, SynLoc loc, Op op, NodeRef expr)
{
    NodeRef n = make(p, N_VALUE, loc, (uint32_t)op);
    p->tree->nodes.at[n].child = expr;
    return n;
}

NodeRef node_binary(struct Parse *p, SynLoc loc, Op op, NodeRef left, NodeRef right,
                     uint32_t marks)
{
    NodeRef n = make(p, N_BINARY, loc, (uint32_t)op);
    Node *at = p->tree->nodes.at;
    at[n].aux = (uint16_t)marks;
    at[n].child = left;
    at[left].next = right;
    return n;
}

/* A single atom stands for itself. */
NodeRef node_stated(struct Parse *p, SynLoc loc, uint32_t atoms)
{
    Node *at = p->tree->nodes.at;
    if (at[atoms].next != atoms)
        return node_list(p, N_STATED, loc, atoms);
    at[atoms].next = 0;
    return atoms;
}

NodeRef node_call(struct Parse *p, SynLoc loc, SynLoc name, uint32_t arguments)
{
    NodeRef n = node_list(p, N_CALL, loc, arguments);
    p->tree->nodes.at[n].aux = (uint16_t)(name.end - name.off);
    return n;
}

NodeRef node_format(struct Parse *p, SynLoc loc, uint32_t shown, NodeRef format)
{
    NodeRef n = node_list(p, N_INLINE, loc, node_append(p, shown, format));
    p->tree->nodes.at[n].aux = INLINE_HAS_FORMAT;
    return n;
}

uint32_t node_append(struct Parse *p, uint32_t list, NodeRef node)
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

uint32_t node_concat(struct Parse *p, uint32_t list, uint32_t more)
{
    Node *at = p->tree->nodes.at;
    NodeRef first = at[more].next;
    at[more].next = at[list].next;
    at[list].next = first;
    return more;
}

void *node_no_memory(size_t size)
{
    (void)size;
    return NULL;
}

void node_free(void *block)
{
    (void)block;
}
