/*
 * turns.c — prose that goes up or down from one figure to another goes that way.  Layer: check.
 *
 * Requires: texts. Provides: HP8012 at «ned fra 21 til 23» and «opp fra {30 = …} til {25 = …}».
 *
 * Both figures are plain, or both are live, and both are of one unit. Nothing is said of years, of
 * what is numbered in order, nor of a place in a ranking: the best one has the lowest number.
 */
#include "check/shared.h"

#include "base/utf8.h"
#include "model/loose.h"

enum { MOST_LOOKED_AT = 300 /* bytes of a sentence, before and behind */ };

typedef struct Turn {
    const char *words;
    bool up;
} Turn;

static const Turn turns[] = {
    {"opp fra ", true},        {"opp frå ", true},        {"øker fra ", true},
    {"økte fra ", true},       {"økt fra ", true},        {"økes fra ", true},
    {"økning fra ", true},     {"vekst fra ", true},      {"steget fra ", true},
    {"aukar frå ", true},      {"auka frå ", true},       {"auke frå ", true},
    {"up from ", true},        {"increased from ", true}, {"ned fra ", false},
    {"ned frå ", false},       {"redusert fra ", false},  {"redusert frå ", false},
    {"reduseres fra ", false}, {"reduksjon fra ", false}, {"reduksjon frå ", false},
    {"nedgang fra ", false},   {"nedgang frå ", false},   {"sunket fra ", false},
    {"sank fra ", false},      {"down from ", false},     {"reduced from ", false},
};

/* A sentence that has one of these may count downwards, or tells the time. */
static const char *const ranked[] = {"plass", "barometer", "rang", "divisjon", "nummer", "nr",
                                     "klokk", "kl.",       "følg", "place",    NULL};

/* --- reading ----------------------------------------------------------------------------- */

typedef struct End {
    FactId live;   /* of {…}; 0: it is plain */
    Decimal num;
    Str unit;      /* the word or sign behind it */
    uint32_t from, to; /* of the number, in the flat text */
    uint32_t past;     /* the unit, if there is one */
    bool grouped;
} End;

/* The blank between groups of thousands, with three digits behind it: how long it is; 0: none. */
static uint32_t group_blank(Str s, uint32_t at)
{
    Str rest = str_slice(s, at, s.len);
    uint32_t len = str_starts(rest, STR(" ")) ? 1 : str_starts(rest, STR("\xC2\xA0")) ? 2 : 0;
    for (uint32_t i = 0; len > 0 && i < 3; i++)
        if (len + i >= rest.len || !ascii_is_digit(rest.ptr[len + i]))
            return 0;
    bool longer = len > 0 && len + 3 < rest.len && ascii_is_digit(rest.ptr[len + 3]);
    return longer ? 0 : len;
}

static bool read_digits(Arena *a, Str s, End *e)
{
    Buf digits;
    buf_init(&digits, a);
    uint32_t i = e->from;
    for (uint32_t blank; i < s.len; i += blank) {
        for (; i < s.len && ascii_is_digit(s.ptr[i]); i++)
            buf_char(&digits, s.ptr[i]);
        blank = group_blank(s, i);
        if (blank == 0)
            break;
        e->grouped = true;
    }
    if (i + 1 < s.len && s.ptr[i] == ',' && ascii_is_digit(s.ptr[i + 1])) {
        buf_char(&digits, '.');
        for (i++; i < s.len && ascii_is_digit(s.ptr[i]); i++)
            buf_char(&digits, s.ptr[i]);
    }
    e->to = i;
    return i > e->from && decimal_parse(buf_view(&digits), &e->num);
}

static bool ends_word(char c)
{
    return c == ' ' || c == '\n' || c == ',' || c == '.' || c == ';' || c == ')' || c == LIVE;
}

/* Behind « i 2024»; `at` where that does not stand. */
static uint32_t past_year(Str s, uint32_t at)
{
    Str rest = str_slice(s, at, s.len);
    uint32_t word = str_starts(rest, STR(" i ")) ? 3 : str_starts(rest, STR(" in ")) ? 4 : 0;
    uint32_t digits = 0;
    while (word > 0 && word + digits < rest.len && ascii_is_digit(rest.ptr[word + digits]))
        digits++;
    return digits == 4 ? at + word + digits : at;
}

/* The word behind a number, and none where that is «til» or «i» itself. */
static void read_unit(Str s, End *e)
{
    static const char *const other[] = {"til", "to", "i", "in"};
    uint32_t from = e->to + (e->to < s.len && s.ptr[e->to] == ' ');
    uint32_t to = from;
    while (to < s.len && !ends_word(s.ptr[to]))
        to++;
    bool none = false;
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        none = none || str_eq(str_slice(s, from, to), str_from(other[i]));
    e->unit = none ? STR_NONE : str_slice(s, from, to);
    e->past = past_year(s, none ? e->to : to);
}

/* The piece that holds a byte of the flat text. */
static const FlatPiece *piece_at(const Flat *flat, uint32_t at)
{
    uint32_t low = 0, high = flat->pieces.len;
    while (high - low > 1) {
        uint32_t mid = low + (high - low) / 2;
        if (flat->pieces.at[mid].at <= at)
            low = mid;
        else
            high = mid;
    }
    return &flat->pieces.at[low];
}

/* «178. plass», but not «23. Deretter»; asked of the text with its capitals. */
static bool is_ordinal(Str text, uint32_t at)
{
    return at + 2 < text.len && text.ptr[at] == '.' && text.ptr[at + 1] == ' ' &&
           (text.ptr[at + 2] < 'A' || text.ptr[at + 2] > 'Z') && text.ptr[at + 2] != '\xC3';
}

/* False: no figure begins here, or it is a number in an order, a range or the like. */
static bool read_end(Model *m, const Flat *flat, Str s, uint32_t at, End *e)
{
    *e = (End){.from = at, .to = at + 1};
    if (at >= s.len)
        return false;
    if (s.ptr[at] == LIVE)
        e->live = piece_at(flat, at)->fact;
    else if (!read_digits(m->scratch, s, e))
        return false;
    char next = e->to < s.len ? s.ptr[e->to] : '\n';
    if (is_ordinal(buf_view(&flat->text), e->to) || (!ends_word(next) && next != '%'))
        return false;
    read_unit(s, e);
    return true;
}

/* --- judging ----------------------------------------------------------------------------- */

static bool is_year(const End *e)
{
    return !e->grouped && e->to - e->from == 4 && decimal_cmp(e->num, decimal_int(1900)) > 0 &&
           decimal_cmp(e->num, decimal_int(2100)) < 0;
}

static bool is_large(const End *e)
{
    return e->live == 0 && decimal_cmp(e->num, decimal_int(1000)) >= 0;
}

/* One may leave its unit to the other, but not where that is a scale: «fra 900 000 til 1,2
 * millioner». */
static bool alike(const End *a, const End *b)
{
    static const char *const scales[] = {"mill", "mrd", "tusen", "thousand", "billion", NULL};
    if (a->unit.len > 0 && b->unit.len > 0)
        return str_eq(a->unit, b->unit) && !str_eq(a->unit, STR("av"));
    return !(is_large(a) && str_has_any(b->unit, scales)) &&
           !(is_large(b) && str_has_any(a->unit, scales));
}

/* -1, 0, 1: the last is less, the same, more; 0 where they cannot be held against each other. */
static int way_between(Model *m, const End *a, const End *b)
{
    if ((a->live == 0) != (b->live == 0) || !alike(a, b))
        return 0;
    if (a->live == 0)
        return is_year(a) && is_year(b) ? 0 : decimal_cmp(b->num, a->num);
    Quantity first = check_quantity(m, figure_fact(a->live));
    Quantity last = check_quantity(m, figure_fact(b->live));
    bool figures = first.kind == QTY_NUMBER && last.kind == QTY_NUMBER && !first.approx &&
                   !last.approx && units_agree(&m->units, first.unit, last.unit);
    return figures ? decimal_cmp(last.mid, first.mid) : 0;
}

static Str sentence_around(Str s, uint32_t from, uint32_t to)
{
    uint32_t first = from < MOST_LOOKED_AT ? 0 : from - MOST_LOOKED_AT;
    uint32_t last = s.len - to < MOST_LOOKED_AT ? s.len : to + MOST_LOOKED_AT;
    while (from > first && s.ptr[from - 1] != '\n' &&
           !(s.ptr[from] == ' ' && s.ptr[from - 1] == '.'))
        from--;
    while (to < last && s.ptr[to] != '\n' && s.ptr[to] != '.')
        to++;
    return str_slice(s, from, to);
}

static Span place_of(Model *m, const Flat *flat, const End *e)
{
    if (e->live != 0)
        return fact_span(m, model_fact(m, e->live));
    const FlatPiece *piece = piece_at(flat, e->from);
    return (Span){piece->source.file, piece->source.off + (e->from - piece->at), e->to - e->from};
}

static void check_turn(Model *m, const Flat *flat, Str s, uint32_t at, const Turn *turn)
{
    static const Str between[] = {{" til ", 5}, {" to ", 4}};
    End a, b;
    uint32_t words = (uint32_t)strlen(turn->words);
    if ((at > 0 && s.ptr[at - 1] != ' ' && s.ptr[at - 1] != '\n') ||
        !read_end(m, flat, s, at + words, &a))
        return;
    for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
        if (!str_starts(str_slice(s, a.past, s.len), between[i]) ||
            !read_end(m, flat, s, a.past + between[i].len, &b))
            continue;
        int way = way_between(m, &a, &b);
        if (way == 0 || (way > 0) == turn->up ||
            str_has_any(sentence_around(s, at, b.past), ranked))
            return;
        Diag *d = diag_at(m->sink, HP8012, place_of(m, flat, &b));
        diag_str(d, str_slice(s, at, at + words - 1));
        return;
    }
}

static bool has_from(const Text *t)
{
    static const char *const words[] = {" fra", " frå", " from", NULL};
    for (uint32_t i = 0; i < t->pieces.len; i++)
        if (!t->pieces.at[i].figure && str_has_any(t->pieces.at[i].literal, words))
            return true;
    return false;
}

static void check_at(Model *m, const Flat *flat, Str s, uint32_t at)
{
    for (size_t k = 0; k < sizeof turns / sizeof *turns; k++)
        if (s.ptr[at] == turns[k].words[0] &&
            str_starts(str_slice(s, at, s.len), str_from(turns[k].words)))
            check_turn(m, flat, s, at, &turns[k]);
}

void check_turns(Model *m)
{
    for (uint32_t i = 0; i < m->texts.len; i++) {
        Flat flat;
        if (!has_from(&m->texts.at[i]))
            continue;
        loose_flatten(m, m->scratch, i, &flat);
        Str s = utf8_fold(m->scratch, buf_view(&flat.text));
        bool in_place = s.len == buf_view(&flat.text).len; /* else places would be others */
        for (uint32_t at = 0; in_place && at < s.len; at++)
            check_at(m, &flat, s, at);
        arena_free(m->scratch);
    }
}
