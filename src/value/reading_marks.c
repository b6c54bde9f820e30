/*
 * reading_marks.c — what stands about a value: footnotes and remarks behind it, qualifiers before
 * it, and the words for a value that is missing.  Layer: value.
 */
#include "value/reading_int.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "syntax/figure_letters.h"
#include "value/footnote.h"

/* ---- behind ---------------------------------------------------------------------------------- */

/* Where the parenthesis or string that ends s begins; 0: none ends it, or it is the whole. */
static uint32_t remark_start(Str s)
{
    uint32_t depth = 0;
    if (s.len == 0)
        return 0;
    uint32_t string = quote_last(s);
    if (string < s.len)
        return string;
    if (s.ptr[s.len - 1] != ')')
        return 0;
    for (uint32_t i = s.len; i-- > 0;) {
        depth += s.ptr[i] == ')';
        depth -= s.ptr[i] == '(' && depth > 0;
        if (depth == 0)
            return i;
    }
    return 0;
}

void strip_remark(In *in)
{
    Str all = in->text;
    Str body = footnote_stripped(all);
    uint32_t start = remark_start(body);
    Str before = start > 0 ? str_trim(str_slice(body, 0, start)) : STR_NONE;

    if (before.len > 0)
        body = footnote_stripped(before);
    in->text = body;
    in->remark = rest_from(all, body.len);
}

/* ---- before ---------------------------------------------------------------------------------- */

uint32_t prefix_len(Arena *scratch, Str text, VocabGroup group, TermId *term)
{
    uint32_t len;
    Str folded = utf8_fold(scratch, text);
    *term = vocab_find_prefix(group, folded, K_NONE, &len);
    return *term == 0 ? 0 : utf8_unfolded_len(scratch, text, folded, len);
}

/* A comparator's sign at the front of s: its length. */
static uint32_t sign_len(Str s, Head *head)
{
    static const struct {
        const char *sign;
        uint8_t compare;
    } signs[] = {{"<=", CMP_LE}, {">=", CMP_GE}, {"<", CMP_LT},
                 {">", CMP_GT},  {"≤", CMP_LE},  {"≥", CMP_GE}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (str_starts(s, str_from(signs[i].sign))) {
            head->compare = signs[i].compare;
            return (uint32_t)strlen(signs[i].sign);
        }
    }
    if (str_starts(s, STR("~")) || str_starts(s, STR("≈"))) {
        head->approx = true;
        return s.ptr[0] == '~' ? 1 : 3;
    }
    return 0;
}

static void apply_qualifier(Head *head, TermId term)
{
    head->qual = term;
    switch (vocab_term(term)->id) {
    case Q_AT_LEAST: head->compare = CMP_GE; break;
    case Q_AT_MOST: head->compare = CMP_LE; break;
    case Q_ABOVE: head->compare = CMP_GT; break;
    case Q_BELOW: head->compare = CMP_LT; break;
    default: head->approx = true; break;
    }
}

/* kr, NOK, kr. before a figure: its length with the blanks behind. */
static uint32_t currency_len(const In *in, Str s, Head *head)
{
    uint32_t n = 0;
    while (n < s.len && (ascii_is_letter(s.ptr[n]) || s.ptr[n] == '.'))
        n++;
    if (n == 0 || n > 5)
        return 0;
    UnitId id = units_read(in->r->units, in->r->scratch, str_slice(s, 0, n), false);
    if (id == 0 || unit_get(in->r->units, id)->dim != E_DIMENSION_MONEY)
        return 0;
    head->currency = id;
    head->currency_text = str_slice(s, 0, n);
    return n;
}

static uint32_t minus_len(Str s)
{
    uint32_t len;
    return s.len > 0 && utf8_is_dash(utf8_decode(s.ptr, s.ptr + s.len, &len)) ? len : 0;
}

static bool between_here(const In *in, Str s, uint32_t *len)
{
    static const char *const words[] = {"mellom ", "between "};
    Str folded = utf8_fold(in->r->scratch, s);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_starts(folded, str_from(words[i]))) {
            *len = (uint32_t)strlen(words[i]);
            return true;
        }
    }
    return false;
}

/* +50 000, as deviations are printed. */
static bool is_plus(Str s)
{
    Str figure = rest_from(s, 1);
    return s.len > 1 && s.ptr[0] == '+' && figure.len > 0 && ascii_is_digit(figure.ptr[0]);
}

static bool is_letter_here(Str s)
{
    uint32_t n;
    return s.len > 0 && utf8_is_letter(utf8_decode(s.ptr, s.ptr + s.len, &n));
}

/* The words before a figure, in any order that people use: "ca. kr", "mer enn ca.". */
static Str read_words_before(const In *in, Str rest, Head *head)
{
    enum { MOST_WORDS = 8 };
    for (int words = 0; words < MOST_WORDS; words++) {
        TermId term;
        uint32_t n = sign_len(rest, head);
        if (n == 0 && is_letter_here(rest)) {
            if (head->currency == 0)
                n = currency_len(in, rest, head);
            if (n == 0 && !head->between && between_here(in, rest, &n))
                head->between = true;
            if (n == 0 && (n = prefix_len(in->r->scratch, rest, VG_QUAL, &term)) > 0)
                apply_qualifier(head, term);
        }
        if (n == 0)
            return rest;
        rest = rest_from(rest, n);
    }
    return rest;
}

/* l2,5 and O,5 */
static bool is_letter_for_digit(Str s)
{
    return digit_meant(s.ptr[0]) != s.ptr[0] && figure_scan(s.ptr, str_end(s), true).len > 0;
}

bool read_head(const In *in, Head *head)
{
    memset(head, 0, sizeof *head);
    Str rest = read_words_before(in, in->text, head);
    uint32_t minus = minus_len(rest);
    if (minus > 0) {
        head->negative = true;
        rest = rest_from(rest, minus);
    }
    if (head->currency == 0 && minus > 0 && is_letter_here(rest))
        rest = rest_from(rest, currency_len(in, rest, head)); /* – kr 500 */
    if (in->slot.cell && minus == 0 && is_plus(rest))
        rest = rest_from(rest, 1);
    head->at = (uint32_t)(rest.ptr - in->text.ptr);
    if (rest.len > 0 && (ascii_is_digit(rest.ptr[0]) || utf8_is_fraction(rest.ptr, str_end(rest)) ||
                         is_letter_for_digit(rest)))
        return true;
    TermId term;
    head->worded = (in->slot.in_formula || in->slot.type == VT_COUNT ||
                    head->compare != CMP_NONE) && /* minst én */
                   minus == 0 &&
                   rest.len > 0 && prefix_len(in->r->scratch, rest, VG_NUMBER, &term) > 0;
    return head->worded;
}

/* ---- missing --------------------------------------------------------------------------------- */

static bool read_sign(const In *in, Value *out)
{
    static const struct {
        const char *sign;
        uint8_t missing;
    } signs[] = {
        {".", MISS_SSB_DOT}, {"..", MISS_SSB_DOTS}, {"…", MISS_SSB_DOTS}, {":", MISS_SSB_COLON}};

    if (minus_len(in->text) == in->text.len) {
        *out = in_value(in, VAL_NIL);
        out->unit = in->slot.unit;
        return true;
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (str_eq(in->text, str_from(signs[i].sign))) {
            *out = in_value(in, VAL_MISSING);
            out->missing = signs[i].missing;
            return true;
        }
    }
    return false;
}

bool read_missing(const In *in, Value *out)
{
    Str text = in->text;
    if (in->slot.cell && text.len <= 3 && read_sign(in, out))
        return true;
    if (text.len > 2 && text.ptr[0] == '(' && text.ptr[text.len - 1] == ')')
        text = str_trim(str_slice(text, 1, text.len - 1));
    if (!is_letter_here(text))
        return false;
    TermId term = vocab_find(VG_MISSING, utf8_fold(in->r->scratch, text), K_NONE);
    if (term == 0)
        return false;
    *out = in_value(in, VAL_MISSING);
    out->missing = (uint8_t)vocab_term(term)->id;
    out->term = term;
    return true;
}
