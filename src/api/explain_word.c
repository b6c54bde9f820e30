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

typedef struct Teller {
    Buf *out;
    Lang lang;
} Teller;

static void say(const Teller *t, ToldId id)
{
    buf_cstr(t->out, told_text(id, t->lang));
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
static void put_lines(const Teller *t, VocabGroup group, unsigned place, ToldId head)
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
                      TermId of, ToldId head)
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
    put_lines(t, VG_PROP, vocab_term(id)->id, TOLD_SAID_IN_IT);
    put_terms(t, VG_KIND, stands_in, id, TOLD_STANDS_IN_IT);
}

static void put_property(const Teller *t, TermId id)
{
    unsigned choices = choices_of(vocab_term(id));
    if (choices != SET_NONE)
        put_lines(t, VG_ENUM, choices, TOLD_MAY_BE);
    put_terms(t, VG_KIND, may_hold, id, TOLD_STANDS_IN);
}

static void put_word(const Teller *t, TermId id)
{
    const Term *term = vocab_term(id);
    put_head(t, id);
    switch ((VocabGroup)term->group) {
    case VG_KIND: put_kind(t, id); break;
    case VG_PROP: put_property(t, id); break;
    case VG_ENUM: put_terms(t, VG_PROP, may_be, id, TOLD_STANDS_AFTER); break;
    case VG_MISSING: say(t, TOLD_FOR_FIGURE); break;
    case VG_QUAL: say(t, TOLD_BEFORE_FIGURE); break;
    case VG_ROLE:
        say(t, (term->flags & TF_BARE) != 0 ? TOLD_BEGINS_ROW : TOLD_BEGINS_ROW_WITH_COLON);
        break;
    case VG_VERSION: say(t, TOLD_BEFORE_YEAR); break;
    case VG_NUMBER: say(t, TOLD_FOR_DIGITS); break;
    case VG_BODY: say(t, TOLD_AFTER_DECIDED_BY); break;
    case VG_NONE:
    case VG_FUNC:
    case VG_PERIOD:
    case VG_CONNECTIVE: break;
    }
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
