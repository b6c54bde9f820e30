/*
 * vocab.c — finding the words of the language.  Layer: vocab.
 *
 * In: a folded text and the place where it stands. Out: its term. Nothing is built at run time;
 * everything rests on the constant tables of gen/terms.c.
 */
#include "vocab/vocab.h"

#include "base/bytes.h"
#include "base/text_slots.h"
#include "base/utf8.h"
#include "vocab/index.h"

enum { MAX_WORDS = 8 }; /* of a prefix that is tried; the longest spelling has five */

/* As slots in tools/gen-vocab: begun with the group. */
static uint32_t hash_begin(VocabGroup group)
{
    return TEXT_HASH_START ^ (uint32_t)group;
}

static bool stands_in(TermId id, unsigned containing)
{
    uint64_t in = vocab_terms[id].in;
    return containing == 0 || (containing < 64 && (in >> containing & 1) != 0);
}

/* The first entry with this text, which has this hash, or NULL. */
static inline const VocabSpelling *find_text(VocabGroup group, Str text, uint32_t hash)
{
    for (uint32_t at = hash ^ hash >> 15;; at++) {
        uint16_t slot = vocab_slots[at & (VOCAB_SLOT_COUNT - 1)];
        if (slot == 0)
            return NULL;
        const VocabSpelling *s = &vocab_spellings[slot - 1];
        if (s->len == text.len && vocab_terms[s->term].group == (uint8_t)group &&
            bytes_same(s->text, text.ptr, text.len))
            return s;
    }
}

static inline const VocabSpelling *find(VocabGroup group, Str text, uint32_t hash,
                                 unsigned containing_kind)
{
    const VocabSpelling *s = find_text(group, text, hash);
    while (s != NULL && !stands_in(s->term, containing_kind))
        s = s->more ? s + 1 : NULL;
    return s;
}

static uint32_t hash_of(VocabGroup group, Str text)
{
    uint32_t hash = hash_begin(group);
    for (uint32_t i = 0; i < text.len; i++)
        hash = text_hash_byte(hash, text.ptr[i]);
    return hash;
}

unsigned vocab_languages_of(TermId id, Str folded)
{
    VocabGroup group = (VocabGroup)vocab_term(id)->group;
    if (folded.len == 0 || folded.len > VOCAB_LONGEST)
        return 0;
    const VocabSpelling *s = find_text(group, folded, hash_of(group, folded));
    while (s != NULL && s->term != id)
        s = s->more ? s + 1 : NULL;
    return s == NULL ? 0 : s->languages;
}

TermId vocab_find_languages(VocabGroup group, Str folded, unsigned containing_kind,
                            unsigned *languages)
{
    const VocabSpelling *s = NULL;
    if (folded.len > 0 && folded.len <= VOCAB_LONGEST)
        s = find(group, folded, hash_of(group, folded), containing_kind);
    *languages = s == NULL ? 0 : s->languages;
    return s == NULL ? 0 : s->term;
}

TermId vocab_find(VocabGroup group, Str folded, unsigned containing_kind)
{
    unsigned languages;
    return vocab_find_languages(group, folded, containing_kind, &languages);
}

TermId vocab_find_alone(VocabGroup group, Str folded, unsigned containing_kind)
{
    const VocabSpelling *s = NULL;
    if (folded.len > 0 && folded.len <= VOCAB_LONGEST)
        s = find(group, folded, hash_of(group, folded), containing_kind);
    return s == NULL || s->begins ? 0 : s->term;
}

/* ASCII that a word goes on with. */
static const bool in_word[256] = {
    ['0'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['A'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['a'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['-'] = 1, ['_'] = 1};

/* Whether a word goes on with the character at p. */
static bool goes_on(const char *p, const char *end)
{
    unsigned char c = (unsigned char)*p;
    if (c < 0x80 || utf8_is_latin_letter(p, end))
        return c >= 0x80 || in_word[c];
    uint32_t len;
    uint32_t cp = utf8_decode(p, end, &len);
    return cp == 0xB2 || cp == 0xB3 || utf8_is_letter(cp); /* m² m³ */
}

/* Whether a whole word ends at `at`; after a dot one always does, since only the listed
 * abbreviations have one, and before a dot only where no path goes on (`sum.x`). */
static bool is_cut(Str text, uint32_t at)
{
    if (at == text.len || text.ptr[at - 1] == '.')
        return true;
    const char *end = text.ptr + text.len;
    const char *p = text.ptr + at;
    if (((unsigned char)*p & 0xC0) == 0x80) /* inside a character */
        return false;
    if (*p == '.')
        return p + 1 == end || !goes_on(p + 1, end);
    return !goes_on(p, end);
}

TermId vocab_find_prefix(VocabGroup group, Str folded_words, unsigned containing_kind,
                         uint32_t *len)
{
    uint32_t cuts[MAX_WORDS], hashes[MAX_WORDS];
    uint32_t count = 0, hash = hash_begin(group);
    uint32_t last = folded_words.len < VOCAB_LONGEST ? folded_words.len : VOCAB_LONGEST;
    const char *text = folded_words.ptr;
    for (uint32_t at = 0; at < last && count < MAX_WORDS;) {
        do
            hash = text_hash_byte(hash, text[at++]);
        while (at < last && in_word[(unsigned char)text[at]] && text[at - 1] != '.');
        if (!is_cut(folded_words, at))
            continue;
        cuts[count] = at;
        hashes[count++] = hash;
        if (count == 1) { /* as most are: one word, with which no longer text begins */
            const VocabSpelling *found = find(group, (Str){text, at}, hash, containing_kind);
            if (found != NULL && !found->begins) {
                *len = at;
                return found->term;
            }
        }
    }
    while (count-- > 0) {
        Str words = {text, cuts[count]};
        const VocabSpelling *found = find(group, words, hashes[count], containing_kind);
        if (found != NULL) {
            *len = cuts[count];
            return found->term;
        }
    }
    *len = 0;
    return 0;
}

TermId vocab_nearest(Arena *scratch, VocabGroup group, Str folded, unsigned containing_kind,
                     uint32_t limit)
{
    return vocab_nearest_in(scratch, group, folded, containing_kind, limit, ~0U);
}

TermId vocab_nearest_in(Arena *scratch, VocabGroup group, Str folded, unsigned containing_kind,
                        uint32_t limit, unsigned languages)
{
    TermId best = 0;
    uint32_t length = utf8_length(folded);
    for (uint32_t i = vocab_group_spellings[group]; i < vocab_group_spellings[group + 1]; i++) {
        const VocabSpelling *s = &vocab_spellings[i];
        if ((s->languages & languages) == 0 || !stands_in(s->term, containing_kind))
            continue;
        Str text = {s->text, s->len};
        uint32_t other = utf8_length(text);
        if ((length > other ? length - other : other - length) > limit)
            continue;
        uint32_t distance = utf8_distance(scratch, folded, text, limit);
        if (distance < limit || (distance == limit && (best == 0 || s->term < best))) {
            best = s->term;
            limit = distance;
        }
    }
    return best;
}

Str vocab_nearest_spelling(Arena *scratch, TermId id, Str folded)
{
    enum { FAR = 10 };
    Str best = STR_NONE;
    uint32_t least = UINT32_MAX;
    for (int lang = 0; lang < VOCAB_LANGUAGES; lang++) {
        Str one = str_from(vocab_term(id)->spelling[lang]);
        uint32_t far = utf8_distance(scratch, folded, utf8_fold(scratch, one), FAR);
        if (far < least) {
            least = far;
            best = one;
        }
    }
    return best;
}

Str vocab_nearest_spelling_in(Arena *scratch, TermId id, Str folded, unsigned languages)
{
    unsigned group = vocab_term(id)->group;
    Str best = STR_NONE;
    uint32_t least = VOCAB_LONGEST;
    for (uint32_t i = vocab_group_spellings[group]; i < vocab_group_spellings[group + 1]; i++) {
        const VocabSpelling *s = &vocab_spellings[i];
        Str text = {s->text, s->len};
        if (s->term != id || (s->languages & languages) == 0)
            continue;
        uint32_t far = utf8_distance(scratch, folded, text, least);
        if (best.len == 0 || far < least) {
            least = far;
            best = text;
        }
    }
    return best;
}

TermId vocab_kind_term(Kind kind)
{
    return (unsigned)kind < VOCAB_KIND_COUNT ? vocab_kind_terms[kind] : 0;
}

TermId vocab_default_prop(Kind kind)
{
    return (unsigned)kind < VOCAB_KIND_COUNT ? vocab_kind_defaults[kind] : 0;
}

bool vocab_allowed(TermId id, Kind containing)
{
    return id != 0 && id < VOCAB_TERM_COUNT && stands_in(id, (unsigned)containing);
}

unsigned vocab_number(VocabNumber id)
{
    return id == NUM_NONE ? 0 : (unsigned)id - 1;
}

const char *vocab_catalogue_name(CatalogueId id)
{
    return vocab_catalogues[(unsigned)id < VOCAB_CATALOGUE_COUNT ? id : CAT_NONE];
}

const char *vocab_doc(TermId id, unsigned language)
{
    const Term *t = vocab_term(id);
    int which = language == VOCAB_EN ? 1 : 0;
    for (TermId i = 1; t->doc[which][0] == '\0' && i < vocab_term_count; i++)
        if (vocab_term(i)->group == t->group && vocab_term(i)->id == t->id)
            t = vocab_term(i);
    return t->doc[which];
}

const char *vocab_language(unsigned language, unsigned in)
{
    static const char *const names[][3] = {
        [VOCAB_NB] = {"bokmål", "bokmål", "Bokmål"},
        [VOCAB_NN] = {"nynorsk", "nynorsk", "Nynorsk"},
        [VOCAB_EN] = {"engelsk", "engelsk", "English"},
    };
    return names[language][in];
}

/* The part of a key before its dot: "measure" of measure.tiltak. */
Str vocab_identifier(TermId id)
{
    Str key = id == 0 ? STR("unknown") : str_from(vocab_term(id)->key);
    int64_t dot = str_find(key, STR("."));
    return dot < 0 ? key : str_slice(key, 0, (uint32_t)dot);
}
