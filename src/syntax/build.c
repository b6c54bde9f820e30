/*
 * build.c — the constructors of nodes.  Layer: syntax.
 *
 * In: kinds, places and rings of children. Out: nodes at the end of the tree's array.
 */
#include "syntax/build.h"

static uint32_t end_of(const Node *n)
{
    return n->off + n->len;
}

NodeRef node_list(Parse *p, NodeKind kind, uint32_t children)
{
    const Node *at = p->tree->nodes.at;
    return node_between(p, kind, at[at[children].next].off, end_of(&at[children]), children);
}

/* The ring is cut: its last sibling has none behind it. */
NodeRef node_between(Parse *p, NodeKind kind, uint32_t off, uint32_t end, uint32_t children)
{
    NodeRef n = node_new(p, kind, 0, off, end);
    Node *at = p->tree->nodes.at;
    if (children != 0) {
        at[n].child = at[children].next;
        at[children].next = 0;
    }
    return n;
}

NodeRef node_from(Parse *p, NodeKind kind, uint32_t off, NodeRef child)
{
    NodeRef n = node_new(p, kind, 0, off, end_of(&p->tree->nodes.at[child]));
    p->tree->nodes.at[n].child = child;
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

NodeRef node_decl(Parse *p, uint32_t children)
{
    NodeRef n = node_list(p, N_DECL, children);
    const Node *first = tree_node(p->tree, tree_child(p->tree, n));
    if (first->kind == N_WORD && strchr(p->initials, p->scan.text[first->off]) != NULL)
        note_lead(p, n);
    return n;
}

/* It was begun where its comparator stands. */
NodeRef node_compared(Parse *p, NodeRef compared, NodeRef expr)
{
    Node *at = p->tree->nodes.at;
    at[compared].len = end_of(&at[expr]) - at[compared].off;
    at[compared].child = expr;
    return compared;
}

NodeRef node_binary(Parse *p, Op op, NodeRef left, NodeRef right)
{
    const Node *at = p->tree->nodes.at;
    NodeRef n = node_new(p, N_BINARY, (uint32_t)op, at[left].off, end_of(&at[right]));
    p->tree->nodes.at[n].child = left;
    p->tree->nodes.at[left].next = right;
    return n;
}

NodeRef node_mark(Parse *p, NodeRef n, uint32_t aux)
{
    p->tree->nodes.at[n].aux = aux & 0x7FFF;
    return n;
}

/* Its END has just been given. */
NodeRef node_error(Parse *p)
{
    return node_new(p, N_ERROR, 0, p->pump.statement, p->pump.last.end);
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
