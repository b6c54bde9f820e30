/*
 * reading_figure.c — figures as people write them.  Layer: value.
 *
 * In: a text in which a figure may stand, with all that belongs to it. Out: a number, a range, a
 * ratio or a clock; VAL_WORDS where there is no figure in it, which the caller takes from there.
 */
#include "value/reading_int.h"

#include "base/utf8.h"
#include "syntax/figure_letters.h"

/* ---- one number ------------------------------------------------------------------------------ */

/* 200 000,- is in kroner. */
static bool has_price_dash(Str number)
{
    int64_t comma = str_find(number, STR(","));
    return comma >= 0 && comma + 1 < number.len &&
           !ascii_is_digit(digit_meant(number.ptr[comma + 1]));
}

static bool is_grouped4(Str number)
{
    return number.len >= 5 && ascii_is_digit(number.ptr[0]) &&
           (number.ptr[1] < '0' || number.ptr[1] > '9') && number.ptr[1] != ',';
}

/* ½ and its like at the front of s: its bytes, and what it is worth in hundredths. */
static uint32_t fraction_len(Str s, int64_t *hundredths)
{
    static const struct {
        const char *sign;
        int64_t hundredths;
    } fractions[] = {{"¼", 25}, {"½", 50}, {"¾", 75}};
    for (size_t i = 0; s.len > 1 && i < sizeof fractions / sizeof *fractions; i++)
        if (str_starts(s, str_from(fractions[i].sign))) {
            *hundredths = fractions[i].hundredths;
            return (uint32_t)strlen(fractions[i].sign);
        }
    return 0;
}

/* 5 ½ is 5,5, whole as it is: what it adds to *num, and what stands behind it. */
static Str take_fraction(Str rest, bool negative, Decimal *num)
{
    int64_t hundredths = 0;
    uint32_t len = num->scale == 0 ? fraction_len(rest, &hundredths) : 0;
    if (len == 0)
        return rest;
    Decimal part = decimal_int(hundredths % 10 == 0 ? hundredths / 10 : hundredths);
    part.scale = hundredths % 10 == 0 ? 1 : 2;
    Decimal all;
    if (!decimal_add(*num, negative ? decimal_neg(part) : part, &all))
        return rest;
    *num = all;
    return rest_from(rest, len);
}

/* The number in a figure's bytes; false where it does not fit. */
static bool number_of(Str text, bool negative, Decimal *out)
{
    if (!figure_number(text, out))
        return false;
    if (negative)
        *out = decimal_neg(*out);
    return true;
}

/* ---- shapes that are no plain number --------------------------------------------------------- */

static bool is_clock(Str s)
{
    int64_t dot = str_find(s, STR("."));
    if (dot < 1 || dot > 2 || s.len != (uint32_t)dot + 3)
        return false;
    int hour = s.ptr[0] - '0';
    if (dot == 2)
        hour = hour * 10 + (s.ptr[1] - '0');
    return hour <= 24 && s.ptr[dot + 1] < '6';
}

static Value clock_value(const In *in)
{
    Value v = in_value(in, VAL_CLOCK);
    v.text = in->text;
    return v;
}

/* kl. 07.00–23.00, and whatever else begins so. */
static bool begins_with_clock(const In *in)
{
    Str folded = utf8_fold(in->r->scratch, in->text);
    return str_starts(folded, STR("kl. ")) || str_starts(folded, STR("kl ")) ||
           str_starts(folded, STR("kl.0")) || str_starts(folded, STR("kl.1")) ||
           str_starts(folded, STR("kl.2"));
}

static Value read_ratio(const In *in, Str figure)
{
    Value v = in_value(in, VAL_RATIO);
    int64_t colon = str_find(figure, STR(":"));

    if (!takes_anything(in) && in->slot.type != VT_NUMBER)
        return say_type(in, in->text);
    if (colon < 0 || !number_of(str_slice(figure, 0, (uint32_t)colon), false, &v.num) ||
        !number_of(str_slice(figure, (uint32_t)colon + 1, figure.len), false, &v.high))
        return say_too_large(in, figure);
    v.unit = in->r->units->ratio;
    return v;
}

/* ---- ranges ---------------------------------------------------------------------------------- */

static Value finish(In *in, Value v, const Head *head, Str rest);

static Value read_range(In *in, const Head *head, Str text, Figure figure)
{
    Str low = str_slice(text, 0, figure.first_len);
    Str high = str_slice(text, figure.second, figure.len);
    Figure a = figure_scan(low.ptr, low.ptr + low.len, false);
    Figure b = figure_scan(high.ptr, high.ptr + high.len, false);
    Value v = in_value(in, VAL_RANGE);

    if (is_clock(low) && is_clock(high) && takes_anything(in))
        return clock_value(in);
    if (a.shape == FIG_DOTTED || b.shape == FIG_DOTTED)
        return say_dotted(in, a.shape == FIG_DOTTED ? low : high);
    if (a.shape != FIG_NUMBER || b.shape != FIG_NUMBER)
        return say_type(in, str_slice(text, 0, figure.len));
    if (!number_of(low, head->negative, &v.num) || !number_of(high, false, &v.high))
        return say_too_large(in, str_slice(text, 0, figure.len));
    if (is_grouped4(low) || is_grouped4(high))
        v.flags |= VALF_GROUPED4;
    return finish(in, v, head, rest_from(text, figure.len));
}

/* "– 600 000 kr", "og 600 000 kr", "til 600 000 kr" behind a first number. *skip: what stands
 * before the second. */
static bool second_follows(const In *in, const Head *head, Str rest, uint32_t *skip)
{
    static const char *const words[] = {"og ", "and ", "til ", "to "};
    uint32_t n = 0;

    if (rest.len == 0)
        return false;
    if (!utf8_is_dash(utf8_decode(rest.ptr, rest.ptr + rest.len, &n))) {
        n = 0;
        Str folded = utf8_fold(in->r->scratch, rest);
        for (size_t i = head->between ? 0 : 2; i < 4 && n == 0; i++)
            if (str_starts(folded, str_from(words[i])))
                n = (uint32_t)strlen(words[i]);
    }
    Str second = rest_from(rest, n);
    *skip = rest.len - second.len;
    return n > 0 && second.len > 0 && ascii_is_digit(second.ptr[0]);
}

/* 5 mill. kr – 6 000 000 kr: the first figure in the unit of the second, which v has. False: they
 * are of different kinds, and that has been said. */
static bool in_second_unit(const In *in, Str written, UnitId first, Value *v)
{
    const UnitTable *u = in->r->units;
    Decimal worth;
    if (!units_agree(u, first, v->unit)) {
        (void)say_dimension(in, written, first, v->unit);
        return false;
    }
    return first == v->unit || (decimal_mul(v->num, unit_get(u, first)->factor, &worth) &&
                                decimal_div(worth, unit_get(u, v->unit)->factor, ROUND_HALF_AWAY,
                                            &v->num, NULL));
}

/* `unit` of the first figure, as it is written; empty: it has none of its own. */
static Value read_second(In *in, Value v, const Head *head, Str unit, Str rest)
{
    Figure figure = figure_scan(rest.ptr, rest.ptr + rest.len, false);
    Str text = str_slice(rest, 0, figure.len);
    Str behind = rest_from(rest, figure.len);

    if (figure.fault != FIGF_NONE) {
        say_fault(in, text, figure);
        return in_value(in, VAL_BAD);
    }
    if (figure.shape == FIG_DOTTED && is_clock(text) && takes_anything(in))
        return clock_value(in);
    if (figure.shape != FIG_NUMBER)
        return say_type(in, in->text);
    if (!number_of(text, false, &v.high))
        return say_too_large(in, text);
    v.kind = VAL_RANGE;
    if (unit.len == 0 || behind.len == 0)
        return finish(in, v, head, behind.len == 0 ? unit : behind);
    v = finish(in, v, head, behind);
    UnitId first = units_read(in->r->units, in->r->scratch, unit, false);
    bool both = v.kind == VAL_BAD || in_second_unit(in, unit, first, &v);
    return both ? v : in_value(in, VAL_BAD);
}

/* `500 kr til 2027` is for so long, and no range: a year of our time behind a word. */
static bool is_until_year(const Head *head, Str behind, uint32_t skip)
{
    int year = period_plain_year(str_slice(behind, skip, behind.len));
    return !head->between && ascii_is_letter(behind.ptr[0]) && year > 2000 && year < 2100;
}

static bool has_digit(Str s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.ptr[i]))
            return true;
    return false;
}

/* ---- all of a figure ------------------------------------------------------------------------- */

/* What is common to all numbers: qualifiers, the unit before or behind, whether it fits. */
static Value finish(In *in, Value v, const Head *head, Str rest)
{
    v.compare = head->compare;
    v.approx = head->approx;
    v.qual = head->qual;
    if (head->currency != 0) {
        v.text = head->currency_text;
        v.flags |= VALF_UNIT;
    }
    return settle_unit(in, head->currency, rest, &v) ? v : in_value(in, VAL_BAD);
}

static Value read_number(In *in, const Head *head, Str text, Figure figure)
{
    Value v = in_value(in, VAL_NUMBER);
    Str number = str_slice(text, 0, figure.len);
    Str rest = rest_from(text, figure.len);
    uint32_t skip;

    if (!number_of(number, head->negative, &v.num))
        return say_too_large(in, number);
    rest = take_fraction(rest, head->negative, &v.num);
    if (is_grouped4(number) && decimal_cmp(decimal_abs(v.num), decimal_int(10000)) < 0)
        v.flags |= VALF_GROUPED4;
    Head priced = *head;
    if (has_price_dash(number) && head->currency == 0) {
        priced.currency = in->r->units->kr;
        priced.currency_text = STR("kr");
        head = &priced;
    }
    if (second_follows(in, head, rest, &skip))
        return read_second(in, v, head, STR_NONE, str_slice(rest, skip, rest.len));
    /* 400 000 kr – 600 000 kr */
    uint32_t unit_len = 0;
    if (has_digit(rest))
        (void)units_prefix(in->r->units, in->r->scratch, rest, &unit_len);
    Str behind = rest_from(rest, unit_len);
    if (unit_len > 0 && second_follows(in, head, behind, &skip) &&
        !is_until_year(head, behind, skip))
        return read_second(in, v, head, str_slice(rest, 0, unit_len),
                           str_slice(behind, skip, behind.len));
    return finish(in, v, head, rest);
}

bool is_number_word(Arena *scratch, Str word)
{
    return vocab_find(VG_NUMBER, utf8_fold(scratch, word), K_NONE) != 0;
}

static Value read_number_word(In *in, const Head *head)
{
    Str text = str_slice(in->text, head->at, in->text.len);
    Value v = in_value(in, VAL_NUMBER);
    TermId term;
    uint32_t len = prefix_len(in->r->scratch, text, VG_NUMBER, &term);
    Str rest = rest_from(text, len);

    /* "to" may be two or the beginning of a name, but not where nothing but a figure can stand. */
    bool counts = in->slot.counted || (in->slot.type == VT_COUNT && !in->slot.in_formula);
    if (!counts && rest.len > 0) {
        uint32_t unit_len;
        UnitId unit = units_prefix(in->r->units, in->r->scratch, rest, &unit_len);
        if (unit == 0 || unit_len != rest.len)
            return in_value(in, VAL_WORDS);
    }
    v.num = decimal_int((int64_t)vocab_number((VocabNumber)vocab_term(term)->id));
    return finish(in, v, head, rest);
}

static Value by_shape(In *in, const Head *head)
{
    Str text = str_slice(in->text, head->at, in->text.len);
    Value v = in_value(in, VAL_NUMBER);
    Str behind = take_fraction(text, head->negative, &v.num);
    if (behind.len < text.len) /* ½ alone */
        return finish(in, v, head, behind);
    Figure figure = figure_scan(text.ptr, text.ptr + text.len, true);
    Str part = str_slice(text, 0, figure.len);

    if (figure.fault != FIGF_NONE) {
        say_fault(in, part, figure);
        bool meant = figure.fault == FIGF_DOTS_THOUSANDS || figure.fault == FIGF_LETTERS;
        if (!meant || figure.shape != FIG_NUMBER)
            return in_value(in, VAL_BAD);
    }
    switch (figure.shape) {
    case FIG_NUMBER: return read_number(in, head, text, figure);
    case FIG_RANGE: return read_range(in, head, text, figure);
    case FIG_RATIO: return read_ratio(in, part);
    case FIG_DOTTED: {
        uint32_t skip;
        if (is_clock(part) && takes_anything(in) &&
            second_follows(in, head, rest_from(text, figure.len), &skip))
            return clock_value(in);
        return say_dotted(in, part);
    }
    case FIG_DATE:
    case FIG_SLASHED: break;
    }
    return say_type(in, part);
}

/* (55 951) is how accountants write a negative amount; elsewhere nobody can know. */
static Value read_parenthesised(In *in)
{
    Str inner = str_trim(str_slice(in->text, 1, in->text.len - 1));
    In inside = *in;
    Head head;

    inside.text = inner;
    if (!read_head(&inside, &head))
        return in_value(in, VAL_WORDS);
    bool plain =
        !head.worded && !head.negative && !head.approx && !head.between && head.compare == CMP_NONE;
    bool money = unit_get(in->r->units, in->slot.unit)->dim == E_DIMENSION_MONEY;
    if (plain && !(money && in->slot.cell))
        return say_parentheses(in, inner);
    head.negative = plain || head.negative;
    return head.worded ? read_number_word(&inside, &head) : by_shape(&inside, &head);
}

Value read_figure(In *in)
{
    Head head;

    if (in->text.len > 2 && in->text.ptr[0] == '(' && in->text.ptr[in->text.len - 1] == ')')
        return read_parenthesised(in);
    if (takes_anything(in) && begins_with_clock(in))
        return clock_value(in);
    if (!read_head(in, &head))
        return in_value(in, VAL_WORDS);
    if (head.worded)
        return read_number_word(in, &head);
    return by_shape(in, &head);
}
