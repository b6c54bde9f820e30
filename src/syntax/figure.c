/*
 * figure.c — measures what begins with a digit.  Layer: syntax.
 *
 * In: bytes that begin with a digit. Out: the shape, how long it is, and what is wrong with it.
 * Dates come before dotted numbers, those before slashed ones and ratios, plain numbers last; a
 * tight dash and another figure make a range of any of them.
 */
#include "syntax/figure.h"

#include "base/utf8.h"
#include "syntax/figure_letters.h"

/* One side of a range, or all there is. */
typedef struct Side {
    FigureShape shape;
    FigureFault fault;
    const char *end;
    uint32_t lead;    /* FIG_NUMBER: digits before the first blank or comma */
    uint32_t groups;  /* … and groups of three behind them */
    bool plain;       /* … and nothing else */
} Side;

static bool digit_at(const char *s, const char *end)
{
    return s < end && ascii_is_digit(*s);
}

static const char *digits(const char *s, const char *end)
{
    while (digit_at(s, end))
        s++;
    return s;
}

static uint32_t number_of(const char *s, const char *end) /* of a few digits */
{
    uint32_t n = 0;
    while (s < end)
        n = n * 10 + (uint32_t)(*s++ - '0');
    return n;
}

static uint32_t dash_len(const char *s, const char *end)
{
    uint32_t len;
    return s < end && utf8_is_dash(utf8_decode(s, end, &len)) ? len : 0;
}

static uint32_t apostrophe_len(const char *s, const char *end)
{
    if (s < end && *s == '\'')
        return 1;
    return end - s >= 3 && memcmp(s, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* A blank that may part groups, and three digits behind it that no fourth follows. */
static uint32_t blank_of_group(const char *s, const char *end)
{
    return s < end && *s != '\t' ? utf8_blank_len(s, end) : 0;
}

/* ---- dates ---- */

static bool date_side(const char *s, const char *end, Side *out)
{
    const char *a = digits(s, end), *b, *c;
    if (a - s == 4 && a < end && *a == '-') {
        b = digits(a + 1, end);
        if (b - a != 3 || b == end || *b != '-')
            return false;
        c = digits(b + 1, end);
        if (c - b != 3)
            return false;
    } else {
        if (a - s > 2 || a == end || *a != '.')
            return false;
        b = digits(a + 1, end);
        if (b - a > 3 || b == a + 1 || b == end || *b != '.')
            return false;
        c = digits(b + 1, end);
        if (c - b != 5 || (c < end && *c == '.' && digit_at(c + 1, end)))
            return false;
    }
    Date d;
    out->shape = FIG_DATE;
    out->end = c;
    if (!figure_date((Str){s, (uint32_t)(c - s)}, &d))
        out->fault = FIGF_NO_SUCH_DATE;
    return true;
}

bool figure_date(Str s, Date *out)
{
    const char *end = s.ptr + s.len, *a = digits(s.ptr, end);
    if (a == end || a - s.ptr > 4)
        return false;
    bool iso = *a == '-';
    const char *b = digits(a + 1, end);
    if (b == end || b - a > 3 || *b != *a || digits(b + 1, end) != end || end - b > 5)
        return false;
    uint32_t first = number_of(s.ptr, a), month = number_of(a + 1, b), last = number_of(b + 1, end);
    uint32_t year = iso ? first : last, day = iso ? last : first;
    if (!date_valid((int)year, (int)month, (int)day))
        return false;
    *out = (Date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

/* ---- dots and slashes ---- */

/* ",50" or ",-" behind a number; 0 where there is neither. */
static uint32_t decimals_len(const char *s, const char *end)
{
    if (s == end || *s != ',')
        return 0;
    if (digit_at(s + 1, end))
        return (uint32_t)(digits(s + 1, end) - s);
    uint32_t dash = dash_len(s + 1, end);
    return dash != 0 && !digit_at(s + 1 + dash, end) ? 1 + dash : 0;
}

static bool dotted_side(const char *s, const char *end, Side *out)
{
    const char *at = digits(s, end);
    uint32_t lead = (uint32_t)(at - s), parts = 0;
    bool thousands = lead <= 3 && *s != '0';
    while (at < end && *at == '.' && digit_at(at + 1, end)) {
        const char *next = digits(at + 1, end);
        thousands = thousands && next - at == 4;
        parts++;
        at = next;
    }
    if (parts == 0)
        return false;
    uint32_t decimals = decimals_len(at, end);
    out->end = at;
    out->shape = FIG_DOTTED;
    if (thousands && (parts > 1 || decimals > 0)) {
        out->shape = FIG_NUMBER;
        out->fault = FIGF_DOTS_THOUSANDS;
        out->end = at + decimals;
    }
    return true;
}

static bool slashed_side(const char *s, const char *end, Side *out)
{
    const char *first = digits(s, end), *at = first;
    while (at < end && *at == '/' && digit_at(at + 1, end))
        at = digits(at + 1, end);
    out->shape = FIG_SLASHED;
    out->end = at;
    return at > first;
}

/* ---- numbers ---- */

static bool is_year(const char *s, const char *end)
{
    return end - s == 4 && ((s[0] == '1' && s[1] == '9') || (s[0] == '2' && s[1] == '0'));
}

/* Digits behind a blank that are no group of three: badly grouped, or a number of their own? */
static bool bad_group(const char *s, const char *run_end, const char *end, uint32_t groups)
{
    uint32_t n = (uint32_t)(run_end - s);
    if (n == 0 || n == 3 || n > 4 || is_year(s, run_end) || (groups == 0 && n < 4))
        return false;
    if (run_end < end && (*run_end == '.' || *run_end == '/' || *run_end == ':'))
        return false; /* a date, a code, an ordinal, a ratio */
    return n == 4 || dash_len(run_end, end) == 0;
}

static const char *number_groups(const char *at, const char *end, Side *out)
{
    for (;;) {
        uint32_t blank = blank_of_group(at, end);
        if (blank == 0)
            return at;
        const char *run = digits(at + blank, end);
        if (run - at - blank == 3) {
            out->groups++;
            at = run;
            continue;
        }
        if (!bad_group(at + blank, run, end, out->groups))
            return at;
        out->fault = FIGF_GROUPING;
        return run;
    }
}

/* 250' and 38'228'737 */
static const char *number_apostrophes(const char *at, const char *end, Side *out)
{
    uint32_t len;
    while ((len = apostrophe_len(at, end)) != 0) {
        out->fault = FIGF_APOSTROPHE;
        at += len;
        const char *run = digits(at, end);
        if (run - at != 3)
            return at;
        at = run;
    }
    return at;
}

static void number_side(const char *s, const char *end, Side *out)
{
    const char *at = digits(s, end);
    out->shape = FIG_NUMBER;
    out->lead = (uint32_t)(at - s);
    if (out->lead <= 3 && *s != '0')
        at = number_groups(at, end, out);
    out->plain = true;
    uint32_t decimals = decimals_len(at, end);
    if (decimals != 0) {
        out->plain = false;
        bool more = digit_at(at + 1, end);
        at += decimals;
        while (more && at < end && (*at == ',' || *at == '.') && digit_at(at + 1, end)) {
            out->fault = FIGF_COMMAS;
            at = digits(at + 1, end);
        }
    } else {
        at = number_apostrophes(at, end, out);
    }
    out->end = at;
}

static Side side_scan(const char *s, const char *end, bool in_value)
{
    Side side = {.shape = FIG_NUMBER, .fault = FIGF_NONE};
    const char *first = digits(s, end);
    char next = first < end ? *first : '\0';
    if ((next == '-' || next == '.') && date_side(s, end, &side))
        return side;
    if (next == '.' && dotted_side(s, end, &side))
        return side;
    if (next == '/' && slashed_side(s, end, &side))
        return side;
    number_side(s, end, &side);
    if (in_value && side.fault == FIGF_NONE && side.end < end && *side.end == ':'
        && digit_at(side.end + 1, end)) {
        Side right = {.shape = FIG_NUMBER, .fault = FIGF_NONE};
        number_side(side.end + 1, end, &right);
        side.shape = FIG_RATIO;
        side.fault = right.fault;
        side.end = right.end;
    }
    return side;
}

/* 400–600 000 may mean 400 000–600 000; 1–1 000 may not, since that would run backwards. */
static bool is_elided(const char *s, Side left, const char *r, Side right)
{
    if (left.shape != FIG_NUMBER || right.shape != FIG_NUMBER || !left.plain || !right.plain
        || left.groups != 0 || left.lead > 3 || *s == '0' || right.groups == 0)
        return false;
    return number_of(s, s + left.lead) <= number_of(r, r + right.lead);
}

static Figure scan_digits(const char *s, const char *end, bool in_value)
{
    Side left = side_scan(s, end, in_value);
    Figure f = {.shape = left.shape, .fault = left.fault, .len = (uint32_t)(left.end - s)};
    uint32_t dash = dash_len(left.end, end);
    if (dash == 0 || !digit_at(left.end + dash, end))
        return f;
    const char *r = left.end + dash;
    Side right = side_scan(r, end, in_value);
    f.shape = FIG_RANGE;
    f.first_len = f.len;
    f.second = (uint32_t)(r - s);
    f.len = (uint32_t)(right.end - s);
    if (f.fault == FIGF_NONE)
        f.fault = right.fault;
    if (f.fault == FIGF_NONE && is_elided(s, left, r, right))
        f.fault = FIGF_ELIDED_RANGE;
    return f;
}

/* ---- letters for digits ---- */

/* Does a letter that looks like a digit follow, among digits or where these would go on? Asked
 * behind every figure, so the commonest is answered first. */
static inline bool letter_follows(const char *s, const char *end)
{
    if (s == end || *s == '\n')
        return false;
    if (*s == ' ' || *s == ',')
        s++;
    else if ((unsigned char)*s >= 0x80)
        s += blank_of_group(s, end);
    s = digits(s, end);
    return s < end && digit_meant(*s) != *s;
}

/* Where a head or a text may stand only times are certain: 2O27, 31.12.2O27. */
static bool is_certain(const char *meant, Figure f, bool in_value)
{
    bool year = f.shape == FIG_NUMBER && is_year(meant, meant + f.len);
    return in_value ? f.shape != FIG_DOTTED : year || f.shape == FIG_DATE || f.shape == FIG_RANGE;
}

/* What begins with a letter, as l2,5 does and as words do, shows that it is a figure by its
 * decimals or its groups. `I` is a word that stands before figures. */
static bool is_clear(const char *s, Figure f)
{
    Str all = {s, f.len};
    bool parted = str_find(all, STR(",")) > 0 || str_find(all, STR(" ")) > 0;
    return ascii_is_digit(*s) || (*s != 'I' && parted);
}

/* f, unless its digits go on where letters stand for some of them. */
static Figure with_letters(const char *s, const char *end, bool in_value, Figure f)
{
    char meant[LETTERS_ROOM];
    uint32_t len = digits_meant(s, end, meant);
    if (len <= f.len)
        return f;
    Figure whole = scan_digits(meant, meant + len, in_value);
    bool in_digits = whole.len < len && digit_at(meant + whole.len, meant + len);
    if (whole.fault != FIGF_NONE || whole.len <= f.len || in_digits ||
        !is_certain(meant, whole, in_value) || !is_clear(s, whole))
        return f;
    whole.fault = FIGF_LETTERS;
    return whole;
}

Figure figure_scan(const char *s, const char *end, bool in_value)
{
    Figure f = scan_digits(s, end, in_value);
    bool letters = letter_follows(s + f.len, end);
    return letters ? with_letters(s, end, in_value, f) : f;
}

/* ---- values ---- */

/* The digits of a number in Norwegian clothes, with '.' before the decimals, NUL-free; 0 where
 * they do not fit. An apostrophe at the end stands for three zeros. */
static uint32_t bare_digits(Str s, char *out, uint32_t room)
{
    const char *end = s.ptr + s.len;
    uint32_t n = 0;
    bool decimals = false;
    for (const char *at = s.ptr; at < end; at++) {
        char c = digit_meant(*at);
        bool comma = c == ',' && at + 1 < end && ascii_is_digit(digit_meant(at[1])) && !decimals;
        if (ascii_is_digit(c) && n == 1 && out[0] == '0' && !decimals)
            n = 0; /* leading zeros say nothing of the worth */
        if (!ascii_is_digit(c) && !comma)
            continue;
        if (n == room)
            return 0;
        out[n++] = comma ? '.' : c;
        decimals = decimals || comma;
    }
    bool thousands = s.len > 3 && memcmp(end - 3, "\xE2\x80\x99", 3) == 0;
    if (s.len > 0 && (end[-1] == '\'' || thousands)) {
        if (n + 3 > room)
            return 0;
        memcpy(out + n, "000", 3);
        n += 3;
    }
    return n;
}

bool figure_number(Str s, Decimal *out)
{
    char text[64];
    uint32_t n = bare_digits(s, text, sizeof text);
    if (n == 0)
        return false;
    if (n > 18)
        return decimal_parse((Str){text, n}, out);
    uint64_t coefficient = 0; /* nearly every figure of a plan fits here */
    int32_t scale = 0;
    bool decimals = false;
    for (uint32_t i = 0; i < n; i++) {
        if (text[i] == '.') {
            decimals = true;
            continue;
        }
        coefficient = coefficient * 10 + (uint64_t)(text[i] - '0');
        scale += decimals;
    }
    *out = (Decimal){0, coefficient, scale};
    return true;
}
