/*
 * statement.c — the heads of statements, and words that nobody knows.  Layer: model.
 */
#include "model/statement.h"

#include "base/utf8.h"

bool statement_head_item(const Tree *t, NodeRef n)
{
    enum {
        ITEMS = 1 << N_WORD | 1 << N_STRING | 1 << N_ORDINAL | 1 << N_FIGURE | 1 << N_PATH |
                1 << N_PERCENT
    };
    const Node *node = tree_node(t, n);
    return !node->is_value && (ITEMS >> node->kind & 1) != 0;
}

NodeRef statement_last_head_item(const Tree *t, NodeRef first)
{
    NodeRef last = first;
    for (NodeRef n = first; n != 0 && statement_head_item(t, n); n = tree_next(t, n))
        last = n;
    return last;
}

NodeRef statement_child(const Tree *t, NodeRef n, NodeKind kind)
{
    for (NodeRef c = tree_child(t, n); c != 0; c = tree_next(t, c))
        if (tree_node(t, c)->kind == kind)
            return c;
    return 0;
}

NodeRef statement_part(const Statement *s, NodeKind kind)
{
    NodeRef n = s->behind;
    while (n != 0 && tree_node(s->tree, n)->kind != kind)
        n = tree_next(s->tree, n);
    return n;
}

void statement_read(Statement *s, NodeRef node)
{
    const Tree *t = s->tree;
    NodeRef n = tree_child(t, node);
    const Node *first = tree_node(t, n);
    uint32_t end = first->off + first->len, words_end = first->off;
    bool words = true; /* nothing else so far */
    for (; n != 0 && statement_head_item(t, n); n = tree_next(t, n)) {
        const Node *at = tree_node(t, n);
        end = at->off + at->len;
        words = words && at->kind == N_WORD;
        words_end = words ? end : words_end;
    }
    s->node = node;
    s->words = (Str){t->source->text + first->off, words_end - first->off};
    s->head = (Span){t->file, first->off, end - first->off};
    s->behind = n;
}

/* Folding may change lengths, so the words of the key are counted, not its bytes. */
Span statement_key(const Statement *s, Str folded, uint32_t len)
{
    NodeRef n = tree_child(s->tree, s->node);
    Span key = build_span(s->m, s->doc, n);
    for (uint32_t i = 0; i < len; i++) {
        if (folded.ptr[i] == ' ' && tree_next(s->tree, n) != 0) {
            n = tree_next(s->tree, n);
            key = span_join(key, build_span(s->m, s->doc, n));
        }
    }
    return key;
}

/* In an `om` what its own row of the vocabulary allows, then what the thing it opens may have. */
TermId statement_property(const Statement *s, Str folded, uint32_t *len)
{
    TermId term = vocab_find_prefix(VG_PROP, folded, s->inside, len);
    return term != 0 || s->reopened == K_NONE
               ? term
               : vocab_find_prefix(VG_PROP, folded, s->reopened, len);
}

TermId statement_indexed_property(Model *m, Str folded, Kind kind, Index *index)
{
    uint32_t len = 0;
    TermId term = vocab_find_prefix(VG_PROP, folded, kind, &len);
    if (term == 0)
        return 0;
    Str rest = str_trim(str_slice(folded, len, folded.len));
    if (rest.len == 0)
        return term;
    bool indexed = (vocab_term(term)->flags & TF_INDEXED) != 0;
    return indexed && index_read(m->scratch, rest, index) ? term : 0;
}

TermId statement_default(const Statement *s)
{
    return vocab_default_prop((Kind)(s->reopened != K_NONE ? s->reopened : s->inside));
}
