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
 * are spelled so, each with its line, in the language of the messages; or the word that was
 * probably meant.
 */
#include "api/session.h"
#include "base/utf8.h"
#include "model/scope.h"

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

/* --- lists of words, each once --------------------------------------------------------------- */

/* Is it the first of the words with its meaning that may stand there? «avdeling», not «enhet». */
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

/* The set whose words a property may have as its value; SET_NONE: it has other values. */
static unsigned choices_of(const Term *property)
{
    return property->type == VT_BOOL   ? SET_BOOL
           : property->type == VT_ENUM ? property->type_arg
                                       : SET_NONE;
}

static bool may_be(TermId property, TermId choice)
{
    unsigned set = choices_of(vocab_term(property));
    return set != SET_NONE && vocab_allowed(choice, (Kind)set);
}

/* The terms of a group that belong to a word, on one line. */
static void put_terms(const Teller *t, VocabGroup group, bool (*belongs)(TermId term, TermId of),
                      TermId of, Words head)
{
    const char *before = "  ";
    for (TermId i = 1; i < vocab_term_count; i++) {
        if (vocab_term(i)->group != group || !belongs(i, of))
            continue;
        if (before[0] == ' ')
            say(t, head);
        buf_cstr(t->out, before);
        buf_cstr(t->out, vocab_term(i)->spelling[t->lang]);
        before = ", ";
    }
    buf_cstr(t->out, before[0] == ' ' ? "" : "\n");
}

/* --- the word -------------------------------------------------------------------------------- */

static void put_kind(const Teller *t, TermId id)
{
    static Words head = {"Dette kan sies i det, med kolon bak:\n",
                         "Dette kan seiast i det, med kolon bak:\n",
                         "This may be said in it, with a colon behind:\n"};
    static Words inside = {"\nDette kan stå i det:\n", "\nDette kan stå i det:\n",
                           "\nThese may stand in it:\n"};
    put_lines(t, VG_PROP, vocab_term(id)->id, head);
    put_terms(t, VG_KIND, stands_in, id, inside);
}

static void put_property(const Teller *t, TermId id)
{
    static Words head = {"Det kan være:\n", "Det kan vere:\n", "It may be:\n"};
    static Words around = {"\nDet kan stå i:\n", "\nDet kan stå i:\n", "\nIt may stand in:\n"};
    unsigned choices = choices_of(vocab_term(id));
    if (choices != SET_NONE)
        put_lines(t, VG_ENUM, choices, head);
    put_terms(t, VG_KIND, may_hold, id, around);
}

static void put_choice(const Teller *t, TermId id)
{
    static Words behind = {"\nDet kan stå etter:\n", "\nDet kan stå etter:\n",
                           "\nIt may stand after:\n"};
    put_terms(t, VG_PROP, may_be, id, behind);
}

/* Where a word may stand that is neither a kind, a property nor one of its choices. */
static void put_use(const Teller *t, TermId id)
{
    static Words with_colon = {"Det kan stå først i en rad i en tabell, med kolon bak.\n",
                               "Det kan stå først i ei rad i ein tabell, med kolon bak.\n",
                               "It may begin a row of a table, with a colon behind.\n"};
    static const char *const uses[][LANG_COUNT] = {
        [VG_MISSING] = {"Det kan stå der et tall skulle stått.\n",
                        "Det kan stå der eit tal skulle ha stått.\n",
                        "It may stand where a figure should.\n"},
        [VG_QUAL] = {"Det kan stå foran et tall.\n", "Det kan stå framfor eit tal.\n",
                     "It may stand before a figure.\n"},
        [VG_ROLE] = {"Det kan stå først i en rad i en tabell.\n",
                     "Det kan stå først i ei rad i ein tabell.\n",
                     "It may begin a row of a table.\n"},
        [VG_VERSION] = {"Det kan stå foran et år: budsjett 2019.\n",
                        "Det kan stå framfor eit år: budsjett 2019.\n",
                        "It may stand before a year: budget 2019.\n"},
        [VG_NUMBER] = {"Det kan stå i stedet for sifre: {to = antall(avdeling)}.\n",
                       "Det kan stå i staden for siffer: {to = tal(avdeling)}.\n",
                       "It may stand instead of digits: {two = count(department)}.\n"},
        [VG_BODY] = {"Det kan stå etter: vedtatt av.\n", "Det kan stå etter: vedteke av.\n",
                     "It may stand after: decided by.\n"},
    };
    VocabGroup group = (VocabGroup)vocab_term(id)->group;
    if (group == VG_ROLE && (vocab_term(id)->flags & TF_BARE) == 0)
        say(t, with_colon);
    else if (group < sizeof uses / sizeof *uses && uses[group][t->lang] != NULL)
        say(t, uses[group]);
}

static void put_word(const Teller *t, TermId id)
{
    VocabGroup group = (VocabGroup)vocab_term(id)->group;
    put_head(t, id);
    if (group == VG_KIND)
        put_kind(t, id);
    else if (group == VG_PROP)
        put_property(t, id);
    else if (group == VG_ENUM)
        put_choice(t, id);
    else
        put_use(t, id);
}

/* As the vocabulary has it: the colon of «frist:» is no part of the word. */
static Str folded_word(Arena *scratch, Str word)
{
    Str folded = str_trim(utf8_fold(scratch, word));
    return str_ends(folded, STR(":")) ? str_trim(str_slice(folded, 0, folded.len - 1)) : folded;
}

bool explain_word(Buf *out, Arena *scratch, Str word, Lang lang)
{
    Teller t = {out, lang};
    Str folded = folded_word(scratch, word);
    size_t before = out->len;
    for (TermId i = 1; i < vocab_term_count; i++) {
        if (vocab_languages_of(i, folded) == 0)
            continue;
        if (out->len > before)
            buf_char(out, '\n');
        put_word(&t, i);
    }
    return out->len > before;
}

Str word_meant(Arena *scratch, Str word)
{
    Str folded = folded_word(scratch, word);
    uint32_t most = scope_near_limit(folded);
    for (uint32_t limit = 1; limit <= most; limit++) {
        for (int group = VG_KIND; group <= VG_BODY; group++) {
            TermId id = vocab_nearest(scratch, (VocabGroup)group, folded, K_NONE, limit);
            if (id != 0)
                return vocab_nearest_spelling(scratch, id, folded);
        }
    }
    return STR_NONE;
}
