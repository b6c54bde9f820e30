/*
 * units_read.c — units read from text: "mill. kr", "kr per innbygger", "% av inntektene".
 * Layer: value.
 *
 * In: text that begins with a unit. Out: the unit and how much of the text it takes. The longest
 * spelling that ends where a word may end wins.
 */
#include "value/units.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "value/unit_rows.h"
#include "vocab/vocab.h"

enum { MAX_ENDS = 32, MOST_DENOMINATORS = 4 };

/* ---- where a spelling may end ---------------------------------------------------------------- */

/* Letters, digits and what is part of m² and CO₂: no unit ends between two of them. */
static bool is_wordish(uint32_t cp)
{
    if (cp < 0x80)
        return (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
    return cp == 0xB2 || cp == 0xB3 || (cp >= 0x2080 && cp <= 0x2089) || utf8_is_letter(cp);
}

static bool stops_unit(uint32_t cp)
{
    return cp == '(' || cp == ';' || cp == '|' || cp == '\n' || quote_opens(cp);
}

/* The offsets in text, in order, behind which something new begins. */
static uint32_t list_ends(Str text, uint32_t max_words, uint32_t *ends)
{
    const char *limit = text.ptr + text.len;
    uint32_t count = 0;
    uint32_t words = 1;
    uint32_t i = 0;
    bool last_wordish = false;
    bool last_blank = true;

    while (i < text.len && count < MAX_ENDS - 1) {
        uint32_t n;
        uint32_t cp = utf8_decode(text.ptr + i, limit, &n);
        bool blank = utf8_is_blank(cp);
        bool wordish = is_wordish(cp);
        if (stops_unit(cp))
            break;
        if (!last_blank && !(last_wordish && wordish))
            ends[count++] = i;
        words += blank && !last_blank;
        if (words > max_words)
            return count;
        last_blank = blank;
        last_wordish = wordish;
        i += n;
    }
    if (!last_blank)
        ends[count++] = i;
    return count;
}

/* A declared unit or a noun met before, no quotient; *len is what it takes. */
static UnitId simple_prefix(const UnitTable *t, Arena *scratch, Str text, uint32_t *len)
{
    uint32_t ends[MAX_ENDS];
    uint32_t count = list_ends(text, t->max_words, ends);

    while (count > 0) {
        Str folded = utf8_fold(scratch, str_slice(text, 0, ends[--count]));
        UnitId id = units_spelled(t, folded);
        if (id != 0) {
            *len = ends[count];
            return id;
        }
    }
    return 0;
}

/* ---- quotients and bases --------------------------------------------------------------------- */

static uint32_t blanks(Str text, uint32_t at)
{
    uint32_t start = at;
    while (at < text.len) {
        uint32_t n = utf8_blank_len(text.ptr + at, text.ptr + text.len);
        if (n == 0)
            break;
        at += n;
    }
    return at - start;
}

/* `word` and a blank stand at `at`; the length of both. */
static uint32_t word_here(Str text, uint32_t at, const char *word)
{
    uint32_t n = (uint32_t)strlen(word);
    if (at + n >= text.len)
        return 0;
    for (uint32_t i = 0; i < n; i++) {
        char c = text.ptr[at + i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c + 32) : c) != word[i])
            return 0;
    }
    uint32_t gap = blanks(text, at + n);
    return gap > 0 ? n + gap : 0;
}

/* "/", " per ", " pr. " at `at`: its length with the blanks, or 0. */
static uint32_t per_len(Str text, uint32_t at, bool *slash)
{
    static const char *const words[] = {"per", "pr.", "pr"};
    uint32_t gap = blanks(text, at);

    *slash = at + gap < text.len && text.ptr[at + gap] == '/';
    if (*slash)
        return gap + 1 + blanks(text, at + gap + 1);
    if (gap == 0 && at > 0)
        return 0;
    for (uint32_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint32_t n = word_here(text, at + gap, words[i]);
        if (n > 0)
            return gap + n;
    }
    return 0;
}

/* A noun that nobody has declared, under the fraction line: one word. After "per" it must end the
 * text and be no date: "12 per oktober" counts nothing. */
static UnitId noun_denominator(UnitTable *t, Arena *scratch, Str text, bool slash, uint32_t *len)
{
    uint32_t ends[MAX_ENDS];
    uint32_t cp_len;

    if (text.len == 0 || list_ends(text, 1, ends) == 0)
        return 0;
    if (!utf8_is_letter(utf8_decode(text.ptr, text.ptr + text.len, &cp_len)))
        return 0;
    Str word = str_slice(text, 0, ends[0]);
    if (!slash && (word.len < str_trim(text).len ||
                   vocab_find(VG_PERIOD, utf8_fold(scratch, word), K_NONE) != 0))
        return 0;
    *len = word.len;
    return units_noun(t, word);
}

/* " av brutto driftsinntekter" behind a percent sign, to the end. */
static uint32_t base_len(Str text, uint32_t at)
{
    uint32_t gap = blanks(text, at);
    uint32_t word = 0;
    if (gap == 0)
        return 0;
    word = word_here(text, at + gap, "av");
    if (word == 0)
        word = word_here(text, at + gap, "of");
    return word == 0 ? 0 : gap + word;
}

static Str base_text(Str rest)
{
    uint32_t i = 0;
    while (i < rest.len) {
        uint32_t n;
        if (stops_unit(utf8_decode(rest.ptr + i, rest.ptr + rest.len, &n)))
            break;
        i += n;
    }
    Str base = str_slice(rest, 0, i);
    return str_slice(base, 0, (uint32_t)(str_trim(base).ptr + str_trim(base).len - base.ptr));
}

UnitId units_prefix(UnitTable *t, Arena *scratch, Str text, uint32_t *len)
{
    uint32_t pos = 0;
    bool slash;
    UnitId id = simple_prefix(t, scratch, text, &pos);

    *len = 0;
    if (id == 0 && per_len(text, 0, &slash) == 0)
        return 0;
    for (int i = 0; i < MOST_DENOMINATORS; i++) {
        uint32_t skip = per_len(text, pos, &slash);
        uint32_t n = 0;
        Str rest = str_slice(text, pos + skip, text.len);
        if (skip == 0)
            break;
        UnitId per = simple_prefix(t, scratch, rest, &n);
        if (per == 0)
            per = noun_denominator(t, scratch, rest, slash, &n);
        if (per == 0)
            break;
        id = units_quotient(t, id, per);
        pos += skip + n;
    }
    if (id != 0 && unit_get(t, id)->dim == E_DIMENSION_PERCENT && unit_get(t, id)->per == 0) {
        uint32_t skip = base_len(text, pos);
        Str base = base_text(str_slice(text, pos + skip, text.len));
        if (skip > 0 && base.len > 0) {
            id = units_base(t, id, base);
            pos += skip + base.len;
        }
    }
    *len = pos;
    return id;
}

/* ---- whole texts ----------------------------------------------------------------------------- */

/* Letters, blanks and hyphens, beginning with a letter: what may be called a thing. */
static bool is_noun(Str text)
{
    for (uint32_t i = 0; i < text.len;) {
        uint32_t n;
        uint32_t cp = utf8_decode(text.ptr + i, text.ptr + text.len, &n);
        if (!utf8_is_letter(cp) && (i == 0 || (!utf8_is_blank(cp) && cp != '-')))
            return false;
        i += n;
    }
    return text.len > 0;
}

UnitId units_read(UnitTable *t, Arena *scratch, Str text, bool nouns)
{
    uint32_t len;
    text = str_trim(text);
    UnitId id = units_prefix(t, scratch, text, &len);
    if (id != 0 && len == text.len)
        return id;
    bool countable = id == 0 || unit_get(t, id)->dim == E_DIMENSION_COUNT;
    return nouns && countable && is_noun(text) ? units_noun(t, text) : 0;
}

/* How far a misspelling may be from a spelling: short words are too like other words. */
static uint32_t tolerance(Str spelling)
{
    uint32_t n = utf8_length(spelling);
    bool plain = true;
    for (uint32_t i = 0; i < spelling.len; i++)
        plain = plain && spelling.ptr[i] != ' ' && spelling.ptr[i] != '.';
    if (n < (plain ? 6u : 5u))
        return 0;
    return n < 10 ? 1 : 2;
}

typedef struct Near {
    Arena *scratch;
    Str wanted, best;
    uint32_t length, distance; /* of what is wanted, in letters; of the best from it */
} Near;

static void try_spelling(Near *near, const Unit *unit, Str spelling)
{
    uint32_t limit = tolerance(spelling);
    if (limit == 0 || unit->dim == E_DIMENSION_COUNT || unit->dim == 0)
        return;
    uint32_t other = utf8_length(spelling);
    if ((other > near->length ? other - near->length : near->length - other) > limit)
        return;
    uint32_t distance = utf8_distance(near->scratch, near->wanted, spelling, limit);
    if (distance <= limit && distance < near->distance) {
        near->best = spelling;
        near->distance = distance;
    }
}

Str units_near(const UnitTable *t, Arena *scratch, Str text)
{
    Str folded = utf8_fold(scratch, str_trim(text));
    Near near = {scratch, folded, STR_NONE, utf8_length(folded), UINT32_MAX};
    for (uint16_t i = 0; i < unit_spelling_count; i++) {
        const UnitSpelling *s = &unit_spellings[i];
        try_spelling(&near, unit_get(t, (UnitId)(t->library + s->row)), s->folded);
    }
    for (uint32_t i = 0; i < t->spellings.len; i++) {
        Str spelling = interner_text(t->syms, t->spellings.at[i]);
        try_spelling(&near, unit_get(t, units_spelled(t, spelling)), spelling);
    }
    return near.best;
}
