/*
 * keyword.c — the words with which a declaration begins.  Layer: model.
 *
 * in:  a statement that is none of a property
 * out: the kind of things that its first words name, here or elsewhere
 */
#include "model/statement.h"

#include "base/utf8.h"

static uint32_t words_in(Str text, uint32_t len)
{
    uint32_t words = 1;
    for (uint32_t i = 0; i < len && i < text.len; i++)
        words += text.ptr[i] == ' ';
    return words;
}

static bool in_report(const Model *m, DeclId d)
{
    while (d != 0 && model_decl(m, d)->kind != K_REPORT)
        d = model_decl(m, d)->parent;
    return d != 0;
}

/* `nytt tiltak "Ny skole"`: takes the first word off, where it says that
 * the plan had no such thing. */
static bool takes_new(const Statement *s, Str *words)
{
    int64_t blank = in_report(s->m, s->parent) ? str_find(*words, STR(" ")) : -1;
    if (blank < 0)
        return false;
    TermId term = vocab_find(VG_CONNECTIVE, str_slice(*words, 0, (uint32_t)blank), K_NONE);
    if (term == 0 || vocab_term(term)->id != CON_NEW)
        return false;
    *words = str_slice(*words, (uint32_t)blank + 1, words->len);
    return true;
}

static Keyword read_keyword(const Statement *s)
{
    Keyword k = {0};
    uint32_t len = 0;
    Str words = utf8_fold(s->m->scratch, s->words);
    k.added = takes_new(s, &words);
    k.term = words.len == 0 ? 0 : vocab_find_prefix(VG_KIND, words, s->inside, &len);
    k.elsewhere = k.term;
    if (k.term == 0 && words.len > 0)
        k.elsewhere = vocab_find_prefix(VG_KIND, words, K_NONE, &len);
    k.words = words_in(words, len) + k.added; /* one where nobody knows it, whatever was meant */
    return k;
}

/* Nearly all are one word, with which no longer keyword begins: then it does not matter what stands
 * behind it. */
Keyword statement_keyword(const Statement *s)
{
    Str word = tree_text(s->tree, tree_child(s->tree, s->node));
    bool apart = s->words.len == word.len || (s->words.len > 0 && s->words.ptr[word.len] == ' ');
    KnownHead *known = statement_known(s->b->kinds, word);
    if (apart && statement_knows(s, known, word))
        return (Keyword){known->term, known->term, 1, false};
    Keyword k = read_keyword(s);
    Str folded = utf8_fold(s->m->scratch, word);
    if (apart && k.term != 0 && k.words == 1 &&
        vocab_find_alone(VG_KIND, folded, s->inside) == k.term)
        *known = (KnownHead){word, s->inside, s->reopened, k.term, word.len};
    return k;
}
