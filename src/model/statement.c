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

TermId statement_default(const Statement *s)
{
    return vocab_default_prop((Kind)(s->reopened != K_NONE ? s->reopened : s->inside));
}

/* --- words that nobody knows ---------------------------------------------------------------- */

uint32_t statement_near_enough(Str folded)
{
    uint32_t n = utf8_length(folded);
    return n < 4 ? 0 : n < 7 ? 1 : 2; /* short words are near to too much */
}

/* The nearest word of the vocabulary that may stand here, spelled in the
 * language it came near in. */
static TermId nearest_word(Model *m, Str folded, uint16_t inside)
{
    TermId kind = vocab_nearest(m->scratch, VG_KIND, folded, inside, statement_near_enough(folded));
    TermId prop = vocab_nearest(m->scratch, VG_PROP, folded, inside, statement_near_enough(folded));
    return kind != 0 ? kind : prop;
}

static void suggest_word(const Statement *s, Diag *d, Span word, TermId near, Str folded)
{
    if (near == 0)
        return;
    Str spelling = vocab_nearest_spelling(s->m->scratch, near, folded);
    diag_suggest(d, word, spelling);
}

/* `frist 31.12.2018`: what follows the key's words is its value all the same. */
TermId statement_lacks_colon(const Statement *s, Span *rest)
{
    Model *m = s->m;
    uint32_t len = 0;
    Str words = utf8_fold(m->scratch, s->words);
    TermId prop = words.len == 0 ? 0 : statement_property(s, words, &len);
    if (prop == 0)
        return 0;
    Span key = statement_key(s, words, len);
    Span head = s->head;
    *rest = (Span){key.file, key.off + key.len, head.off + head.len - key.off - key.len};
    while (rest->len > 0 && span_text(m->sources, *rest).ptr[0] == ' ') {
        rest->off++;
        rest->len--;
    }
    Diag *d = diag_at(m->sink, HP1030, head);
    diag_str(d, span_text(m->sources, key));
    Buf fixed;
    buf_init(&fixed, m->arena);
    buf_printf(&fixed, "%.*s:", STR_ARG(span_text(m->sources, key)));
    diag_fix(d, key, buf_view(&fixed), F_WRITE);
    return prop;
}

/* Three words or more and nothing that a declaration has: a sentence, pasted as it was. */
static bool is_prose(const Statement *s)
{
    uint32_t words = 0;
    for (NodeRef n = tree_child(s->tree, s->node); n != 0; n = tree_next(s->tree, n)) {
        if (tree_node(s->tree, n)->kind == N_STRING || tree_node(s->tree, n)->kind == N_BODY)
            return false;
        words++;
    }
    return words >= 3;
}

/* `2018 38 228 737 kr`: a year that heads its amount, without the colon. */
static bool is_index(const Statement *s, Str folded)
{
    Index index;
    return tree_node(s->tree, tree_child(s->tree, s->node))->kind == N_FIGURE &&
           statement_default(s) != 0 && index_read(s->m->scratch, folded, &index);
}

TermId statement_unknown_kind(const Statement *s)
{
    NodeRef first = tree_child(s->tree, s->node);
    Span word = build_span(s->m, s->doc, first);
    Str folded = utf8_fold(s->m->scratch, span_text(s->m->sources, word));
    if (is_index(s, folded)) {
        Diag *index = diag_at(s->m->sink, HP1030, word);
        diag_str(index, span_text(s->m->sources, word));
        diag_fix(index, (Span){word.file, word.off + word.len, 0}, STR(":"), F_WRITE);
        return 0;
    }
    Diag *d = diag_at(s->m->sink, HP2001, word);
    diag_str(d, span_text(s->m->sources, word));
    TermId near = nearest_word(s->m, folded, s->inside);
    suggest_word(s, d, word, near, folded);
    if (is_prose(s) && near == 0)
        diag_label(d, L_PROSE);
    else if (is_prose(s))
        diag_note(d, L_PROSE);
    return near != 0 && vocab_term(near)->group == VG_KIND ? near : 0;
}

static TermId nearest_property(const Statement *s, Str folded)
{
    Arena *scratch = s->m->scratch;
    uint32_t near = statement_near_enough(folded);
    TermId term = vocab_nearest(scratch, VG_PROP, folded, s->inside, near);
    return term != 0 || s->reopened == K_NONE
               ? term
               : vocab_nearest(scratch, VG_PROP, folded, s->reopened, near);
}

TermId statement_unknown_property(const Statement *s, Span key, Index *index)
{
    Model *m = s->m;
    Str text = span_text(m->sources, key);
    Str folded = utf8_fold(m->scratch, text);
    uint32_t len = 0;
    if (vocab_find_prefix(VG_KIND, folded, s->inside, &len) != 0) { /* kapittel 1: "Innledning" */
        diag_label(diag_at(m->sink, HP1007, key), L_THING_NO_COLON);
        return 0;
    }
    Diag *d = diag_at(m->sink, HP2004, key);
    diag_str(d, text);
    diag_text3(d, term_word(vocab_kind_term((Kind)s->inside)));
    TermId near = nearest_property(s, folded);
    if (near != 0) {
        suggest_word(s, d, key, near, folded);
        return near;
    }
    Span word = build_span(m, s->doc, tree_child(s->tree, s->node));
    Str one = utf8_fold(m->scratch, span_text(m->sources, word));
    near = nearest_property(s, one);
    if (near == 0) {
        diag_note(d, N_WHAT_MAY_STAND);
        diag_text3(d, term_word(vocab_kind_term((Kind)s->inside)));
        return 0;
    }
    suggest_word(s, d, word, near, one);
    Str rest = str_trim(str_slice(text, word.len, text.len));
    return rest.len > 0 && index_read(m->scratch, rest, index) ? near : 0;
}
