/*
 * utf8_order.c — Norwegian sorting order, and how alike two words are.  Layer: base.
 *
 * A text is read as a row of elements (letter, accent, case). Letters decide first, over the
 * whole text; then accents, then case (small before capital), then the bytes. Letters of
 * neighbouring languages stand where Norwegian lists put them: ä with æ, ö with ø, ü with y,
 * and Sámi đ ŋ ŧ with d n t.
 */
#include "base/utf8.h"

#include <utf8proc.h>

/* What is no letter stands first, as its code point; the last three letters of the alphabet stand
 * behind z, and other scripts behind them. */
enum { ORDER_A = 0x200000, ORDER_AE = ORDER_A + 26, ORDER_OE, ORDER_AA, ORDER_OTHER };

#define LATIN(c) (ORDER_A + (c) - 'a')

enum { QUEUE = 16 }; /* code points a single one comes apart into: four is the longest */

typedef struct Element {
    uint32_t letter; /* 0: the end of the text */
    uint32_t accent, capital;
} Element;

typedef struct Reader {
    const char *p, *end;
    utf8proc_int32_t queue[QUEUE]; /* decomposed code points not yet used */
    int first, count;
} Reader;

/* Letters that do not come apart by Unicode's rules. */
typedef struct Special {
    uint32_t cp, letter;
    char then; /* a second letter */
} Special;

static const Special specials[] = {
    {0xDF, LATIN('s'), 's'},  /* ß */ {0xE6, ORDER_AE, 0},    /* æ */
    {0xF0, LATIN('d'), 0},    /* ð */ {0xF8, ORDER_OE, 0},    /* ø */
    {0xFE, LATIN('t'), 'h'},  /* þ */ {0x111, LATIN('d'), 0}, /* đ */
    {0x127, LATIN('h'), 0},   /* ħ */ {0x131, LATIN('i'), 0}, /* ı */
    {0x142, LATIN('l'), 0},   /* ł */ {0x14B, LATIN('n'), 0}, /* ŋ */
    {0x153, LATIN('o'), 'e'}, /* œ */ {0x167, LATIN('t'), 0}, /* ŧ */
};

/* A letter and a mark that together are another letter. */
static const struct {
    uint32_t letter, mark, becomes;
} joined[] = {
    {LATIN('a'), 0x30A, ORDER_AA},   /* å */ {LATIN('a'), 0x308, ORDER_AE},   /* ä */
    {LATIN('o'), 0x308, ORDER_OE},   /* ö */ {LATIN('o'), 0x30B, ORDER_OE},   /* ő */
    {LATIN('u'), 0x308, LATIN('y')}, /* ü */ {LATIN('u'), 0x30B, LATIN('y')}, /* ű */
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Fills the queue so that there are at least two code points in it, where the text has them. */
static void fill(Reader *r)
{
    while (r->count < 2 && r->p < r->end) {
        if (r->first > 0 && r->count > 0)
            r->queue[0] = r->queue[r->first];
        r->first = 0;
        uint32_t len;
        uint32_t cp = utf8_decode(r->p, r->end, &len);
        r->p += len;
        if (cp < 0x80) {
            r->queue[r->count++] = (utf8proc_int32_t)cp;
            continue;
        }
        if (utf8_is_guest(cp))
            continue;
        int boundary = 0;
        utf8proc_ssize_t n =
            utf8proc_decompose_char((utf8proc_int32_t)cp, r->queue + r->count, QUEUE - r->count,
                                    UTF8PROC_DECOMPOSE, &boundary);
        if (n > 0 && n <= QUEUE - r->count)
            r->count += (int)n;
    }
}

/* The next code point without taking it; 0 at the end. */
static uint32_t peek(Reader *r)
{
    fill(r);
    return r->count == 0 ? 0 : (uint32_t)r->queue[r->first];
}

static void skip(Reader *r)
{
    r->first++;
    r->count--;
}

static bool is_mark(uint32_t cp)
{
    if (cp < 0x300)
        return false;
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
    return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

/* The letter of one code point in lower case; the second one of ß and its like goes back into
 * the reader as a code point of its own. */
static uint32_t letter_of(Reader *r, uint32_t cp, uint32_t *accent)
{
    if (cp >= 'a' && cp <= 'z')
        return LATIN(cp);
    if (utf8_is_blank(cp))
        return ' ';
    if (utf8_is_dash(cp))
        return '-';
    if (!utf8_is_letter(cp))
        return cp;
    for (size_t i = 0; i < COUNT(specials); i++) {
        if (specials[i].cp != cp)
            continue;
        if (specials[i].then != 0) {
            r->first--; /* the place of the code point just taken */
            r->count++;
            // NOLINTNEXTLINE(bugprone-signed-char-misuse,cert-str34-c): a letter of ASCII
            r->queue[r->first] = specials[i].then;
        }
        *accent = specials[i].letter < ORDER_AE;
        return specials[i].letter;
    }
    return ORDER_OTHER + cp;
}

static void add_mark(Element *e, uint32_t mark)
{
    for (size_t i = 0; i < COUNT(joined); i++) {
        if (e->accent == 0 && joined[i].letter == e->letter && joined[i].mark == mark) {
            e->letter = joined[i].becomes;
            e->accent = mark == 0x30A ? 0 : 1;
            return;
        }
    }
    e->accent = e->accent * 0x1000 + (mark & 0xFFF) + 1;
}

static Element next(Reader *r)
{
    uint32_t cp = peek(r);
    Element e = {0, 0, 0};
    if (cp == 0)
        return e;
    skip(r);
    uint32_t small = (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
    e.capital = small != cp;
    e.letter = letter_of(r, small, &e.accent);
    bool marked = false;
    while (is_mark(cp = peek(r))) {
        add_mark(&e, cp);
        marked = true;
        skip(r);
    }
    if (e.letter == ORDER_A && !marked && (cp == 'a' || cp == 'A')) {
        Reader ahead = *r;
        skip(&ahead);
        if (!is_mark(peek(&ahead))) { /* aa is å, aá is not */
            *r = ahead;
            e.letter = ORDER_AA;
            e.accent = 1;
        }
    }
    return e;
}

static int compare(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

int utf8_collate(Arena *scratch, Str a, Str b)
{
    (void)scratch; /* elements are read as they are compared */
    Reader x = {.p = a.ptr, .end = str_end(a)};
    Reader y = {.p = b.ptr, .end = str_end(b)};
    int accents = 0, capitals = 0;
    for (;;) {
        Element e = next(&x), f = next(&y);
        int letters = compare(e.letter, f.letter);
        if (letters != 0)
            return letters;
        if (e.letter == 0)
            break;
        if (accents == 0)
            accents = compare(e.accent, f.accent);
        if (capitals == 0)
            capitals = compare(e.capital, f.capital);
    }
    if (accents != 0)
        return accents;
    return capitals != 0 ? capitals : str_cmp(a, b);
}

/* Puts the code points of s, which has at most s.len of them; returns how many. */
static uint32_t put_code_points(uint32_t *cps, Str s)
{
    uint32_t n = 0, len;
    for (uint32_t i = 0; i < s.len; i += len)
        cps[n++] = utf8_decode(s.ptr + i, str_end(s), &len);
    return n;
}

static uint32_t min(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* The table of distances, three rows of it: row[j] is how far x[0..i) is from y[0..j). */
static uint32_t distance(uint32_t *rows, const uint32_t *x, uint32_t x_len, const uint32_t *y,
                         uint32_t y_len, uint32_t limit)
{
    uint32_t *before = rows, *last = before + y_len + 1, *row = last + y_len + 1;
    for (uint32_t j = 0; j <= y_len; j++)
        last[j] = j;
    for (uint32_t i = 1; i <= x_len; i++) {
        uint32_t best = row[0] = i;
        for (uint32_t j = 1; j <= y_len; j++) {
            uint32_t d = last[j - 1] + (x[i - 1] != y[j - 1]);
            d = min(d, min(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                d = min(d, before[j - 2] + 1);
            row[j] = d;
            best = min(best, d);
        }
        /* A swap reaches back two rows, so both must be past the limit. */
        if (best > limit + 1)
            return limit + 1;
        uint32_t *free_row = before;
        before = last;
        last = row;
        row = free_row;
    }
    return min(last[y_len], limit + 1);
}

/* Words are short, and asked after by the thousand: they need no memory that is kept. */
uint32_t utf8_distance(Arena *scratch, Str a, Str b, uint32_t limit)
{
    enum { SHORT = 64 };
    uint32_t few[2 * SHORT + 3 * (SHORT + 1)], *x = few;
    uint32_t x_len = utf8_length(a), y_len = utf8_length(b);
    limit = min(limit, UINT32_MAX - 1);
    if ((x_len > y_len ? x_len - y_len : y_len - x_len) > limit)
        return limit + 1; /* most candidates go here */
    if (a.len > SHORT || b.len > SHORT)
        x = arena_alloc(scratch, ((size_t)a.len + 4 * (size_t)b.len + 3) * sizeof *x);
    uint32_t *y = x + a.len, *rows = y + b.len;
    x_len = put_code_points(x, a);
    y_len = put_code_points(y, b);
    for (; x_len > 0 && y_len > 0 && *x == *y; x++, y++, x_len--)
        y_len--;
    for (; x_len > 0 && y_len > 0 && x[x_len - 1] == y[y_len - 1]; x_len--)
        y_len--;
    return distance(rows, x, x_len, y, y_len, limit);
}
