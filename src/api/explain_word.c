/*
 * explain_word.c — a word of the language: what it is for, and what may stand in it.  Layer: api.
 *
 *     verbalvedtak (nynorsk verbalvedtak, engelsk decision)
 *     Et vedtak i ord, uten beløp, gjort sammen med budsjettet.
 *
 *     Dette kan sies i det:
 *       ordlyd    Hva vedtaket sier.
 *
 * In: a word as it is written, in any of the three languages. Out: the rows of the vocabulary that
 * are spelled so, each with its line, in the language of the messages.
 */
#include "api/session.h"
#include "base/utf8.h"

typedef const char *const Words[LANG_COUNT];

typedef struct Teller {
    Buf *out;
    Lang lang;
} Teller;

static void say(const Teller *t, Words words)
{
    buf_cstr(t->out, words[t->lang]);
}

static void put_head(const Teller *t, TermId id)
{
    const Term *term = vocab_term(id);
    const char *before = " (";
    buf_cstr(t->out, term->spelling[t->lang]);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        if (lang == (int)t->lang)
            continue;
        buf_printf(t->out, "%s%s %s", before, vocab_language((unsigned)lang, t->lang),
                   term->spelling[lang]);
        before = ", ";
    }
    buf_printf(t->out, ")\n%s\n", vocab_doc(id, t->lang));
}

/* --- lists of words, each once ------------------------------------------------------------------ */

/* Is it the first word of its meaning that is allowed there? Of «avdeling», «enhet» … one is enough. */
static bool leads(TermId id, unsigned place)
{
    const Term *term = vocab_term(id);
    for (TermId i = 1; i < id; i++)
        if (vocab_term(i)->group == term->group && vocab_term(i)->id == term->id &&
            vocab_allowed(i, (Kind)place))
            return false;
    return true;
}

static uint32_t longest(const Teller *t, VocabGroup group, unsigned place)
{
    uint32_t most = 0;
    for (TermId i = 1; i < vocab_term_count; i++) {
        uint32_t n = utf8_length(str_from(vocab_term(i)->spelling[t->lang]));
        if (vocab_term(i)->group == group && vocab_allowed(i, (Kind)place) && n > most)
            most = n;
    }
    return most;
}

/* The words of a group that may stand in a place, a line each with what they are for. */
static void put_lines(const Teller *t, VocabGroup group, unsigned place, Words head)
{
    uint32_t width = longest(t, group, place);
    if (width == 0)
        return;
    buf_char(t->out, '\n');
    say(t, head);
    for (TermId i = 1; i < vocab_term_count; i++) {
        const char *word = vocab_term(i)->spelling[t->lang];
        const char *doc = vocab_doc(i, t->lang);
        if (vocab_term(i)->group != group || !vocab_allowed(i, (Kind)place) || !leads(i, place))
            continue;
        buf_printf(t->out, "  %s", word);
        for (uint32_t n = utf8_length(str_from(word)); doc[0] != '\0' && n < width + 2; n++)
            buf_char(t->out, ' ');
        buf_printf(t->out, "%s\n", doc);
    }
}

static void put_word_in_list(const Teller *t, bool *any, const char *word)
{
    buf_cstr(t->out, *any ? ", " : "  ");
    buf_cstr(t->out, word);
    *any = true;
}

/* The kinds that may stand in a kind, on one line. */
static void put_kinds_in(const Teller *t, Kind kind)
{
    static Words head = {"\nDette kan stå i det:\n", "\nDette kan stå i det:\n",
                         "\nThese may stand in it:\n"};
    bool any = false;
    for (TermId i = 1; i < vocab_term_count; i++) {
        if (vocab_term(i)->group != VG_KIND || !vocab_allowed(i, kind) || !leads(i, kind))
            continue;
        if (!any)
            say(t, head);
        put_word_in_list(t, &any, vocab_term(i)->spelling[t->lang]);
    }
    buf_cstr(t->out, any ? "\n" : "");
}

/* The kinds in which a word may stand, on one line. */
static void put_places(const Teller *t, TermId id)
{
    static Words head = {"\nDet kan stå i:\n", "\nDet kan stå i:\n", "\nIt may stand in:\n"};
    bool any = false;
    for (unsigned kind = K_NONE + 1; kind <= K_RULE; kind++) {
        TermId first = vocab_kind_term((Kind)kind);
        if (first == 0 || !vocab_allowed(id, (Kind)kind))
            continue;
        if (!any)
            say(t, head);
        put_word_in_list(t, &any, vocab_term(first)->spelling[t->lang]);
    }
    buf_cstr(t->out, any ? "\n" : "");
}

/* --- the word ----------------------------------------------------------------------------------- */

static void put_kind(const Teller *t, TermId id)
{
    static Words head = {"Dette kan sies i det, med kolon bak:\n", "Dette kan seiast i det, med kolon bak:\n",
                         "This may be said in it, with a colon behind:\n"};
    put_lines(t, VG_PROP, vocab_term(id)->id, head);
    put_kinds_in(t, (Kind)vocab_term(id)->id);
}

static void put_property(const Teller *t, TermId id)
{
    static Words head = {"Det kan være:\n", "Det kan vere:\n", "It may be:\n"};
    const Term *term = vocab_term(id);
    if (term->type == VT_ENUM || term->type == VT_BOOL)
        put_lines(t, VG_ENUM, term->type == VT_BOOL ? SET_BOOL : term->type_arg, head);
    put_places(t, id);
}

bool explain_word(Buf *out, Arena *scratch, Str word, Lang lang)
{
    Teller t = {out, lang};
    Str folded = utf8_fold(scratch, word);
    size_t before = out->len;
    for (TermId i = 1; i < vocab_term_count; i++) {
        const Term *term = vocab_term(i);
        bool told = term->group == VG_KIND || term->group == VG_PROP || term->group == VG_FUNC;
        if (!told || vocab_languages_of(i, folded) == 0)
            continue;
        if (out->len > before)
            buf_char(out, '\n');
        put_head(&t, i);
        if (term->group == VG_KIND)
            put_kind(&t, i);
        else if (term->group == VG_PROP)
            put_property(&t, i);
    }
    return out->len > before;
}
