/*
 * build.c — the constructors of nodes.  Layer: syntax.
 *
 * In: kinds, places and rings of children. Out: nodes at the end of the tree's array.
 */
#include "syntax/build.h"

NodeRef node_list(Parse *p, NodeKind kind, SynLoc loc, uint32_t children)
{
    NodeRef n = node_new(p, kind, loc, 0);
    Node *at = p->tree->nodes.at;
    if (children != 0) {
        at[n].child = at[children].next;
        at[children].next = 0;
    }
    return n;
}

/* In order of the source: what stands in a body comes after the declaration that has the body. */
static void note_lead(Parse *p, NodeRef decl)
{
    Tree *t = p->tree;
    uint32_t off = tree_node(t, decl)->off, i = t->leads.len;
    vec_push(t->arena, &t->leads);
    for (; i > 0 && tree_node(t, t->leads.at[i - 1].decl)->off > off; i--)
        t->leads.at[i] = t->leads.at[i - 1];
    t->leads.at[i] = (Lead){decl, p->pump.depth > 0};
}

NodeRef node_decl(Parse *p, SynLoc loc, uint32_t children)
{
    NodeRef n = node_list(p, N_DECL, loc, children);
    const Node *first = tree_node(p->tree, tree_child(p->tree, n));
    if (first->kind == N_WORD && strchr(p->initials, p->scan.text[first->off]) != NULL)
        note_lead(p, n);
    return n;
}

NodeRef node_one(Parse *p, NodeKind kind, SynLoc loc, NodeRef child)
{
    NodeRef n = node_new(p, kind, loc, 0);
    p->tree->nodes.at[n].child = child;
    return n;
}

NodeRef node_value(Parse *p, SynLoc loc, Op op, NodeRef expr)
{
    NodeRef n = node_new(p, N_VALUE, loc, (uint32_t)op);
    p->tree->nodes.at[n].child = expr;
    return n;
}

NodeRef node_binary(Parse *p, SynLoc loc, Op op, NodeRef left, NodeRef right,
                     uint32_t marks)
{
    NodeRef n = node_new(p, N_BINARY, loc, (uint32_t)op);
    Node *at = p->tree->nodes.at;
    at[n].aux = (uint16_t)marks;
    at[n].child = left;
    at[left].next = right;
    return n;
}

NodeRef node_call(Parse *p, SynLoc loc, SynLoc name, uint32_t arguments)
{
    NodeRef n = node_list(p, N_CALL, loc, arguments);
    p->tree->nodes.at[n].aux = (uint16_t)(name.end - name.off);
    return n;
}

NodeRef node_format(Parse *p, SynLoc loc, uint32_t shown, NodeRef format)
{
    NodeRef n = node_list(p, N_INLINE, loc, node_append(p, shown, format));
    p->tree->nodes.at[n].aux = INLINE_HAS_FORMAT;
    return n;
}

uint32_t node_concat(Parse *p, uint32_t list, uint32_t more)
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
