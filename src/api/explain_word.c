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

static bool is_listed(TermId id, VocabGroup group, unsigned place)
{
    return vocab_term(id)->group == group && vocab_allowed(id, (Kind)place) && leads(id, place);
}

static uint32_t longest(const Teller *t, VocabGroup group, unsigned place)
{
    uint32_t most = 0;
    for (TermId i = 1; i < vocab_term_count; i++) {
        uint32_t n = utf8_length(str_from(vocab_term(i)->spelling[t->lang]));
        if (n > most && is_listed(i, group, place))
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
        if (!is_listed(i, group, place))
            continue;
        buf_printf(t->out, "  %s", word);
        for (uint32_t n = utf8_length(str_from(word)); doc[0] != '\0' && n < width + 2; n++)
            buf_char(t->out, ' ');
        buf_printf(t->out, "%s\n", doc);
    }
}

static bool stands_in(TermId kind, TermId of)
{
    return is_listed(kind, VG_KIND, vocab_term(of)->id);
}

static bool may_hold(TermId kind, TermId what)
{
    Kind id = (Kind)vocab_term(kind)->id;
    return vocab_kind_term(id) == kind && vocab_allowed(what, id);
}

/* The kinds that belong to a word, on one line. */
static void put_kinds(const Teller *t, bool (*belongs)(TermId kind, TermId of), TermId of,
                      Words head)
{
    const char *before = "  ";
    for (TermId i = 1; i < vocab_term_count; i++) {
        if (vocab_term(i)->group != VG_KIND || !belongs(i, of))
            continue;
        if (before[0] == ' ')
            say(t, head);
        buf_cstr(t->out, before);
        buf_cstr(t->out, vocab_term(i)->spelling[t->lang]);
        before = ", ";
    }
    buf_cstr(t->out, before[0] == ' ' ? "" : "\n");
}

/* --- the word ----------------------------------------------------------------------------------- */

static void put_kind(const Teller *t, TermId id)
{
    static Words head = {"Dette kan sies i det, med kolon bak:\n",
                         "Dette kan seiast i det, med kolon bak:\n",
                         "This may be said in it, with a colon behind:\n"};
    static Words inside = {"\nDette kan stå i det:\n", "\nDette kan stå i det:\n",
                           "\nThese may stand in it:\n"};
    put_lines(t, VG_PROP, vocab_term(id)->id, head);
    put_kinds(t, stands_in, id, inside);
}

static void put_property(const Teller *t, TermId id)
{
    static Words head = {"Det kan være:\n", "Det kan vere:\n", "It may be:\n"};
    static Words around = {"\nDet kan stå i:\n", "\nDet kan stå i:\n", "\nIt may stand in:\n"};
    const Term *term = vocab_term(id);
    if (term->type == VT_ENUM || term->type == VT_BOOL)
        put_lines(t, VG_ENUM, term->type == VT_BOOL ? SET_BOOL : term->type_arg, head);
    put_kinds(t, may_hold, id, around);
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
