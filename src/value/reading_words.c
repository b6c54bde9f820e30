/*
 * reading_words.c — values that are words: of a list, yes and no, units, dates and periods.
 * Layer: value.
 */
#include "value/reading_int.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "syntax/figure_letters.h"

/* ---- words of a list ------------------------------------------------------------------------- */

Value read_enum(In *in, EnumSet set)
{
    In whole = *in;
    uint32_t len;

    strip_remark(in);
    Str folded = utf8_fold(in->r->scratch, in->text);
    Value v = in_value(in, VAL_ENUM);
    v.term = vocab_find(VG_ENUM, folded, set);
    if (v.term != 0)
        return v;
    if (read_missing(in, &v))
        return v;
    if (in->slot.words) {
        /* utsatt til 2019 */
        v = in_value(&whole, VAL_ENUM);
        v.term = vocab_find_prefix(VG_ENUM, folded, set, &len);
        v.kind = v.term != 0 ? VAL_ENUM : VAL_TEXT;
        v.text = whole.text;
        if (!quote_whole(whole.text, &v.text) && v.term == 0)
            say_near_word(in, set);
        return v;
    }
    return say_unknown_word(in, set);
}

/* ---- units ----------------------------------------------------------------------------------- */

Value read_unit(In *in)
{
    UnitTable *u = in->r->units;
    Str text = in->text;

    if (!quote_alone(text, &text) || str_trim(text).len == 0) {
        strip_remark(in);
        text = in->text;
    }
    Value v = in_value(in, VAL_UNIT);
    v.text = text;
    v.unit = units_read(u, in->r->scratch, text, false);
    if (v.unit != 0)
        return v;
    Str near = units_near(u, in->r->scratch, text);
    if (near.len > 0)
        return say_near_unit(in, text, near);
    v.unit = units_read(u, in->r->scratch, text, true);
    return v.unit != 0 ? v : say_type(in, text);
}

/* ---- dates and periods ----------------------------------------------------------------------- */

static bool fits(uint8_t type, Period p)
{
    if (type == VT_DATE) /* of a part of a year and a whole one the last day is meant */
        return p.kind == PERIOD_DATE || p.kind == PERIOD_PART || p.kind == PERIOD_YEAR;
    if (type == VT_YEAR)
        return p.kind == PERIOD_YEAR;
    if (type == VT_YEARS)
        return p.kind != PERIOD_LAST && p.kind != PERIOD_YEARLY;
    return p.kind != PERIOD_NONE;
}

/* 31.2.2018: a date in form. In a tree the scanner has said so already. */
static bool is_impossible_date(const In *in)
{
    if (in->text.ptr[0] < '0' || in->text.ptr[0] > '9')
        return false;
    Figure figure = figure_scan(in->text.ptr, in->text.ptr + in->text.len, false);
    if (figure.fault != FIGF_NO_SUCH_DATE)
        return false;
    say_fault(in, str_slice(in->text, 0, figure.len), figure);
    return true;
}

/* 31.12.2O27: a time as it was meant. In a tree the scanner has said what stands there. */
static bool is_spoilt_time(const In *in, Period *out)
{
    Str part, mended = digits_mended(in->r->scratch, in->text);
    if (!period_read(in->r->scratch, mended, out) || !fits(in->slot.type, *out))
        return false;
    if (digits_spoilt(in->text, &part))
        say_fault(in, part, figure_scan(part.ptr, str_end(part), false));
    return true;
}

Value read_time(In *in)
{
    bool quiet = in->slot.type == VT_NONE; /* tried, not expected */
    int year = period_plain_year(in->text);
    Value v;

    if (year != 0) { /* as most are */
        v = in_value(in, VAL_PERIOD);
        v.text = in->text;
        v.period = period_year(year);
        return v;
    }
    if (!quiet)
        strip_remark(in);
    if (!quiet && read_missing(in, &v))
        return v;
    v = in_value(in, VAL_PERIOD);
    v.text = in->text;
    if (period_read(in->r->scratch, in->text, &v.period) && fits(in->slot.type, v.period))
        return v;
    if (quiet)
        return in_value(in, VAL_WORDS);
    if (is_spoilt_time(in, &v.period))
        return v;
    if (is_impossible_date(in) || say_meant_time(in))
        return in_value(in, VAL_BAD);
    return say_type(in, in->text);
}
