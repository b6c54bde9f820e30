/*
 * loose.c — figures that stand loose in prose.  Layer: model.
 *
 * Requires: the texts of a model. Provides: what in them reads as a quantity. Each byte is looked
 * at once, but for a bounded look ahead.
 */
#include "model/loose.h"

#include "base/address.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "syntax/figure.h"

enum {
    MOST_LINK = 600, /* bytes of a link, a code span or a quoted name */
    MOST_UNIT = 64,  /* bytes behind a number in which its unit is looked for */
    MOST_WORD = 24
};

/* --- one line a paragraph ---------------------------------------------------------------- */

static bool goes_on(Str next)
{
    char c = next.len == 0 ? '\n' : next.ptr[0];
    return ascii_is_digit(c) || utf8_may_be_letter(c) || c == '%' || c == '(' || c == '[';
}

static void add_literal(const Model *m, Arena *arena, const Text *t, uint32_t i, Flat *out)
{
    Str s = t->pieces.at[i].literal;
    FlatPiece *piece = vec_push(arena, &out->pieces);
    const Source *src = sources_get(m->sources, t->span.file);
    piece->at = (uint32_t)out->text.len;
    piece->source = (Span){t->span.file, (uint32_t)(s.ptr - src->text), s.len};
    bool ends = s.len > 0 && s.ptr[s.len - 1] == '\n';
    bool joined = false;
    if (ends && i + 1 < t->pieces.len)
        joined = t->pieces.at[i + 1].figure || goes_on(t->pieces.at[i + 1].literal);
    buf_put(&out->text, s.ptr, s.len - (ends ? 1 : 0));
    if (ends)
        buf_char(&out->text, joined ? ' ' : '\n');
}

void loose_flatten(const Model *m, Arena *arena, uint32_t text, Flat *out)
{
    const Text *t = &m->texts.at[text];
    *out = (Flat){0};
    buf_init(&out->text, arena);
    for (uint32_t i = 0; i < t->pieces.len; i++) {
        if (!t->pieces.at[i].figure) {
            add_literal(m, arena, t, i, out);
            continue;
        }
        FlatPiece *piece = vec_push(arena, &out->pieces);
        *piece = (FlatPiece){(uint32_t)out->text.len, t->span, t->pieces.at[i].fact};
        piece->source.len = 0;
        buf_char(&out->text, LIVE);
    }
    buf_cstr(&out->text, "");
}

/* --- passing over what is no prose ------------------------------------------------------- */

typedef struct Finder {
    Model *m;
    LooseFigures *out;
    Flat flat;
    Str s;
    uint32_t text;
    uint32_t piece;    /* the one that holds the byte asked for last */
    uint32_t done;     /* where the figure before this one ended */
} Finder;

/* The next `mark` behind `at` in the same paragraph; 0: none near. */
static uint32_t find_mark(Str s, uint32_t at, const char *mark)
{
    uint32_t len = (uint32_t)strlen(mark);
    for (uint32_t i = at; i + len <= s.len && i - at < MOST_LINK && s.ptr[i] != '\n'; i++)
        if (s.ptr[i] == mark[0] && memcmp(s.ptr + i, mark, len) == 0)
            return i;
    return 0;
}

static uint32_t past_mark(Str s, uint32_t at, const char *closer)
{
    uint32_t end = find_mark(s, at + 1, closer);
    return end == 0 ? at + 1 : end + (uint32_t)strlen(closer);
}

static uint32_t past_word(Str s, uint32_t at)
{
    while (at < s.len && s.ptr[at] != ' ' && s.ptr[at] != '\n')
        at++;
    return at;
}

/* [text](target): the text is a name, the target an address. */
static uint32_t past_link(Str s, uint32_t at)
{
    uint32_t close = find_mark(s, at + 1, "](");
    uint32_t end = close == 0 ? 0 : find_mark(s, close + 2, ")");
    return end == 0 ? at + 1 : end + 1;
}

/* What is in quotation marks is a name or somebody else's words. */
static uint32_t past_quoted(Str s, uint32_t at)
{
    Str inside;
    uint32_t near = s.len - at < MOST_LINK ? s.len - at : MOST_LINK;
    const char *line_end = memchr(s.ptr + at, '\n', near);
    Str rest = {s.ptr + at, line_end == NULL ? near : (uint32_t)(line_end - s.ptr) - at};
    uint32_t len = quote_first(rest, &inside);
    return at + (len > 0 ? len : quote_at(rest));
}

/* Where to go on behind something that holds no figure; `at` where here is nothing such. */
static uint32_t past_other(Str s, uint32_t at)
{
    Str rest = str_slice(s, at, s.len);
    char next = at + 1 < s.len ? s.ptr[at + 1] : ' ';
    switch (s.ptr[at]) {
    case '[': return past_link(s, at);
    case '`': return past_mark(s, at, "`");
    case '<': return ascii_is_letter(next) || next == '/' ? past_mark(s, at, ">") : at;
    case 'h':
    case 'w':
        return address_begins(rest) || str_starts(rest, STR("www.")) ? past_word(s, at) : at;
    case '"':
    case '\xC2': /* with these two the other quotation marks begin */
    case '\xE2': return past_quoted(s, at);
    default: return at;
    }
}

/* --- what stands before ------------------------------------------------------------------ */

/* The word that ends at `at`, blanks between left out. */
static Str word_before(Str s, uint32_t at, uint32_t *from)
{
    while (at > 0 && (s.ptr[at - 1] == ' ' || (unsigned char)s.ptr[at - 1] == 0xA0 ||
                      (unsigned char)s.ptr[at - 1] == 0xC2))
        at--;
    uint32_t start = at;
    while (start > 0 && at - start < MOST_WORD && s.ptr[start - 1] != ' ' &&
           s.ptr[start - 1] != '\n' && s.ptr[start - 1] != '(' && s.ptr[start - 1] != LIVE)
        start--;
    *from = start;
    return str_slice(s, start, at);
}

static bool is_one_of(Str folded, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(folded, str_from(words[i])))
            return true;
    return false;
}

#define ONE_OF(s, words) is_one_of((s), (words), sizeof(words) / sizeof *(words))

/* What the number behind it is called by, rather than how much of something there is. */
static bool names_number(Str folded)
{
    static const char *const words[] = {
        "nr", "nr.", "nummer", "org.nr", "org.nr.", "orgnr", "orgnr.", "organisasjonsnummer",
        "tlf", "tlf.", "telefon", "mobil", "konto", "kontonr", "kontonr.", "postboks", "sak",
        "saksnr", "saksnr.", "§", "§§", "kapittel", "kap.", "side", "s.", "punkt", "pkt.",
        "tabell", "figur", "prosjekt", "funksjon", "art", "no.", "phone", "page", "table",
        "section", "chapter", "figure", "kl.", "kl"};
    return ONE_OF(folded, words) || str_ends(folded, STR("nummer")) ||
           str_ends(folded, STR("nr")) || str_ends(folded, STR("nr."));
}

static bool leads_to_year(Str folded)
{
    static const char *const words[] = {"i",     "fra", "til", "innen", "for", "per", "år",
                                        "året", "in",  "by",  "frå",   "før", "etter", "og"};
    return ONE_OF(folded, words);
}

static bool is_approximate(const Finder *f, uint32_t at)
{
    static const char *const words[] = {"nesten", "rundt", "drøyt", "snaut", "knapt", "almost",
                                        "nær",    "lag",   "omtrent"};
    uint32_t from;
    Str folded = utf8_fold(f->m->scratch, word_before(f->s, at, &from));
    return vocab_find(VG_QUAL, folded, K_NONE) != 0 || ONE_OF(folded, words) ||
           (at > 0 && f->s.ptr[at - 1] == '<');
}

/* A sign, and no letter or figure before that: −179 883, but not KOSTRA-19 or 5 - 3. */
static bool read_sign(Str s, uint32_t at, uint32_t *from)
{
    uint32_t len = 0;
    *from = at;
    if (at >= 1 && s.ptr[at - 1] == '-')
        len = 1;
    else if (at >= 3 && memcmp(s.ptr + at - 3, "\xE2\x88\x92", 3) == 0)
        len = 3;
    else if (at >= 3 && memcmp(s.ptr + at - 3, "\xE2\x80\x93", 3) == 0)
        len = 3;
    if (len == 0)
        return false;
    *from = at - len;
    return true;
}

/* May a figure begin here? A letter, a mark of division or half a number before it says no. */
static bool may_begin(Str s, uint32_t at)
{
    unsigned char c = at == 0 ? ' ' : (unsigned char)s.ptr[at - 1];
    if (c == 0xA0 && at > 1 && (unsigned char)s.ptr[at - 2] == 0xC2)
        return true;
    return c == ' ' || c == '\n' || c == '(' || c == '*' || c == '_' || c == '<' || c == '>' ||
           c == '\t';
}

/* --- a figure ---------------------------------------------------------------------------- */

typedef struct Read {
    Figure figure;
    uint32_t from, end, unit_end;
    UnitId unit;
    bool before; /* kr 500 000 */
    bool sure;
} Read;

static Span source_of(Finder *f, uint32_t from, uint32_t to, bool *whole)
{
    while (f->piece > 0 && f->flat.pieces.at[f->piece].at > from)
        f->piece--;
    while (f->piece + 1 < f->flat.pieces.len && f->flat.pieces.at[f->piece + 1].at <= from)
        f->piece++;
    const FlatPiece *p = &f->flat.pieces.at[f->piece];
    *whole = to - p->at <= p->source.len;
    uint32_t end = *whole ? to : p->at + p->source.len;
    while (end > from && (f->s.ptr[end - 1] == ' ' || f->s.ptr[end - 1] == '\n'))
        end--;
    return (Span){p->source.file, p->source.off + (from - p->at), end - from};
}

/* What follows a unit and makes it another one: kr per innbygger, % av lønn, %-poeng. */
static bool is_more(Arena *scratch, Str rest)
{
    static const char *const words[] = {"per", "pr", "pr.", "av", "of", "hver", "kvar", "i", "à"};
    if (rest.len > 0 && (rest.ptr[0] == '-' || rest.ptr[0] == '/'))
        return true;
    Str after = str_trim(rest);
    uint32_t len = 0;
    while (len < after.len && len < MOST_WORD && after.ptr[len] != ' ')
        len++;
    return ONE_OF(utf8_fold(scratch, str_slice(after, 0, len)), words);
}

/* As much as a unit may take, without what a percentage is of: that ends nowhere in prose. */
static Str unit_window(Str s, uint32_t at)
{
    uint32_t to = at;
    while (to < s.len && to - at < MOST_UNIT && s.ptr[to] != '\n' && s.ptr[to] != LIVE)
        to++;
    while (to < s.len && to > at && ((unsigned char)s.ptr[to] & 0xC0) == 0x80)
        to--;
    Str window = str_slice(s, at, to);
    static const char *const stops[] = {" av ", " of "};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        int64_t stop = str_find(window, str_from(stops[i]));
        if (stop >= 0)
            window = str_slice(window, 0, (uint32_t)stop);
    }
    return window;
}

/* The dot of "kr." behind which the next sentence begins is its stop. */
static bool ends_sentence(Str window, uint32_t len)
{
    if (len < 2 || window.ptr[len - 1] != '.')
        return false;
    Str rest = str_trim(str_slice(window, len, window.len));
    return rest.len == 0 || (rest.ptr[0] >= 'A' && rest.ptr[0] <= 'Z') ||
           str_starts(rest, STR("Æ")) || str_starts(rest, STR("Ø")) || str_starts(rest, STR("Å"));
}

static void read_unit(Finder *f, Read *r)
{
    uint32_t at = r->end;
    uint32_t len = 0;
    for (uint32_t n = 1; at < f->s.len && n != 0; at += n) {
        bool emphasis = f->s.ptr[at] == '*' || f->s.ptr[at] == '_';
        n = emphasis ? 1 : utf8_blank_len(f->s.ptr + at, str_end(f->s));
    }
    Str window = unit_window(f->s, at);
    r->unit = window.len == 0 || ascii_is_digit(window.ptr[0])
                  ? (UnitId)0
                  : units_prefix(&f->m->units, f->m->scratch, window, &len);
    if (len == 1 && at == r->end && ascii_is_letter(window.ptr[0]))
        r->unit = 0; /* 5G is no five grams */
    if (r->unit != 0 && ends_sentence(window, len))
        len--;
    r->unit_end = r->unit != 0 ? at + len : r->end;
    r->sure = !is_more(f->m->scratch, str_slice(f->s, r->unit_end, f->s.len));
    if (r->unit != 0)
        return;
    uint32_t from;
    Str word = word_before(f->s, r->from, &from);
    if (word.len == 0 || from < f->done)
        return;
    r->unit = units_prefix(&f->m->units, f->m->scratch, word, &len);
    if (len != word.len || unit_get(&f->m->units, r->unit)->dim != E_DIMENSION_MONEY)
        r->unit = 0;
    r->before = r->unit != 0;
    if (r->before)
        r->from = from;
}

static bool is_grouped(Str number)
{
    for (uint32_t i = 0; i < number.len; i++)
        if (utf8_blank_len(number.ptr + i, str_end(number)) != 0)
            return true;
    return false;
}

static bool like_year(Str number)
{
    return number.len == 4 &&
           (memcmp(number.ptr, "19", 2) == 0 || memcmp(number.ptr, "20", 2) == 0);
}

/* A number beside another one is part of something else: a telephone, a list. */
static bool stands_alone(Str s, uint32_t from, uint32_t end)
{
    if (from >= 2 && ascii_is_digit(s.ptr[from - 2]) && s.ptr[from - 1] == ' ')
        return false;
    return !(end + 1 < s.len && s.ptr[end] == ' ' && ascii_is_digit(s.ptr[end + 1]));
}

static bool is_figure(Finder *f, const Read *r, uint32_t digits)
{
    Str number = str_slice(f->s, digits, r->end);
    uint32_t from;
    Str before = utf8_fold(f->m->scratch, word_before(f->s, digits, &from));
    if (names_number(before))
        return false;
    if (r->unit == 0)
        return is_grouped(number) && stands_alone(f->s, digits, r->end);
    if (r->figure.shape == FIG_RANGE)
        return !(like_year(str_slice(number, 0, r->figure.first_len)) && !r->before);
    return !like_year(number) || !leads_to_year(before);
}

static Str without_emphasis(Finder *f, uint32_t from, uint32_t to)
{
    Buf out;
    buf_init(&out, f->m->arena);
    for (uint32_t i = from; i < to; i++)
        if (f->s.ptr[i] != '*' && f->s.ptr[i] != '_')
            buf_char(&out, f->s.ptr[i]);
    return buf_view(&out);
}

static void add(Finder *f, const Read *r, uint32_t digits, bool negative)
{
    Loose loose = {.text = f->text, .from = r->from, .to = r->unit_end, .unit = r->unit,
                   .sure = r->sure, .negative = negative,
                   .range = r->figure.shape == FIG_RANGE, .approx = is_approximate(f, r->from)};
    Str number = str_slice(f->s, digits, r->end);
    if (loose.range)
        number = str_slice(number, 0, r->figure.first_len);
    if (!figure_number(number, &loose.num))
        return;
    loose.span = source_of(f, r->from, r->unit_end, &loose.whole);
    loose.written = without_emphasis(f, r->from, r->unit_end);
    loose.whole &= loose.written.len == r->unit_end - r->from;
    *vec_push(f->m->arena, &f->out->all) = loose;
}

/* At a digit; returns where to go on. */
static uint32_t at_digit(Finder *f, uint32_t at)
{
    uint32_t begin;
    bool negative = read_sign(f->s, at, &begin);
    uint32_t stop = at;
    while (stop < f->s.len && stop - at < MOST_LINK && f->s.ptr[stop] != '\n' &&
           f->s.ptr[stop] != LIVE)
        stop++;
    Read r = {.from = at};
    r.figure = figure_scan(f->s.ptr + at, f->s.ptr + stop, false);
    r.end = at + r.figure.len;
    bool shape = r.figure.shape == FIG_NUMBER || r.figure.shape == FIG_RANGE;
    if (!may_begin(f->s, begin) || !shape ||
        (r.figure.fault != FIGF_NONE && r.figure.fault != FIGF_ELIDED_RANGE))
        return r.end;
    read_unit(f, &r);
    bool in_word = r.unit == 0 && r.end < f->s.len &&
                   (ascii_is_letter(f->s.ptr[r.end]) || f->s.ptr[r.end] == '-' ||
                    f->s.ptr[r.end] == '/' || (unsigned char)f->s.ptr[r.end] >= 0xC3);
    if (in_word || !is_figure(f, &r, at))
        return r.end;
    add(f, &r, at, negative);
    f->done = r.unit_end;
    return r.unit_end;
}

static bool is_fence(Str rest)
{
    return str_starts(rest, STR("```")) || str_starts(rest, STR("~~~"));
}

static void find_in(Finder *f)
{
    bool fenced = false;
    for (uint32_t at = 0; at < f->s.len;) {
        bool line = at == 0 || f->s.ptr[at - 1] == '\n';
        bool fence = line && is_fence(str_slice(f->s, at, f->s.len));
        fenced ^= fence;
        if (fenced || fence) {
            while (at < f->s.len && f->s.ptr[at] != '\n')
                at++;
            at++;
            continue;
        }
        uint32_t past = past_other(f->s, at);
        if (past > at)
            at = past;
        else if (ascii_is_digit(f->s.ptr[at]))
            at = at_digit(f, at);
        else
            at++;
    }
}

const LooseFigures *loose_figures(Model *m)
{
    if (m->loose != NULL)
        return m->loose;
    m->loose = arena_new(m->arena, LooseFigures);
    for (uint32_t i = 0; i < m->texts.len; i++) {
        Finder f = {.m = m, .out = m->loose, .text = i};
        loose_flatten(m, m->scratch, i, &f.flat);
        f.s = buf_view(&f.flat.text);
        find_in(&f);
    }
    return m->loose;
}
