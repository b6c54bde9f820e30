/*
 * tree.c — the text of nodes.  Layer: syntax.
 */
#include "syntax/tree.h"

#include "base/quote.h"

Str tree_string(const Tree *t, NodeRef n)
{
    Str inside, s = tree_text(t, n);
    return quote_whole(s, &inside) ? inside : str_slice(s, quote_at(s), s.len);
}
