/*
 * reading.c — a stated value is read by the type that its place expects.  Layer: value.
 *
 * In: a span of source and a slot. Out: a Value. Nearly every cell of a large table is a plain
 * figure, so that is tried first and needs no look-up at all.
 */
#include "value/reading_int.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "syntax/rows.h"

/* ---- the fast path --------------------------------------------------------------------------- */

/* A blank that may part groups: space, NBSP, U+202F, U+2009. */
static inline uint32_t group_blank(const unsigned char *p, const unsigned char *end)
{
    if (p == end)
        return 0;
    if (*p == ' ')
        return 1;
    if (*p == 0xC2 && end - p > 1 && p[1] == 0xA0)
        return 2;
    if (*p == 0xE2 && end - p > 2 && p[1] == 0x80 && (p[2] == 0xAF || p[2] == 0x89))
        return 3;
    return 0;
}

static inline bool is_digit(unsigned char c)
{
    return (unsigned char)(c - '0') < 10;
}

/* A minus that touches its figure: - or U+2212. */
static inline const unsigned char *pass_minus(const unsigned char *p, const unsigned char *end)
{
    if (*p == '-')
        return p + 1;
    if (*p == 0xE2 && end - p > 2 && p[1] == 0x88 && p[2] == 0x92)
        return p + 3;
    return p;
}

typedef struct Plain {
    uint64_t digits;
    uint32_t count; /* of digits, leading zeros among them */
    uint32_t first; /* of digits before the first blank */
    uint32_t decimals;
} Plain;

/* 33 532 742,50: digits, groups of three, decimals. NULL: not plain. */
static inline const unsigned char *plain_digits(const unsigned char *p, const unsigned char *end,
                                                Plain *out)
{
    const unsigned char *start = p;
    uint64_t n = 0;
    uint32_t blank;

    for (; p < end && is_digit(*p); p++)
        n = n * 10 + (uint64_t)(*p - '0');
    out->first = out->count = (uint32_t)(p - start);
    while (out->first <= 3 && (blank = group_blank(p, end)) != 0) {
        const unsigned char *g = p + blank;
        if (end - g < 3 || !is_digit(g[0]) || !is_digit(g[1]) || !is_digit(g[2]))
            break;
        n = n * 1000 + (uint64_t)((g[0] - '0') * 100 + (g[1] - '0') * 10 + (g[2] - '0'));
        out->count += 3;
        p = g + 3;
    }
    out->decimals = 0;
    if (p < end && *p == ',') {
        start = ++p;
        for (; p < end && is_digit(*p); p++)
            n = n * 10 + (uint64_t)(*p - '0');
        out->decimals = (uint32_t)(p - start);
        out->count += out->decimals;
        if (out->decimals == 0)
            return NULL;
    }
    out->digits = n;
    return out->first == 0 || out->count > 18 ? NULL : p;
}

/* " %" and " kr" need no look-up either. 0 with *ok for nothing, 0 without for anything else. */
static inline UnitId plain_unit(const UnitTable *u, const unsigned char *p,
                                const unsigned char *end, bool *ok)
{
    p += p < end ? group_blank(p, end) : 0;
    *ok = true;
    if (p == end)
        return 0;
    if (end - p == 1 && *p == '%')
        return u->percent;
    if (end - p == 2 && p[0] == 'k' && p[1] == 'r')
        return u->kr;
    *ok = false;
    return 0;
}

static inline bool may_be_figure(uint8_t type)
{
    return vocab_is_figure(type) || type == VT_NONE;
}

static UnitId slot_unit(const UnitTable *u, Slot slot)
{
    if (slot.unit != 0)
        return slot.unit;
    switch (slot.type) {
    case VT_MONEY: return u->kr;
    case VT_FTE: return u->fte;
    case VT_PERCENT: return u->percent;
    case VT_COUNT: return u->count;
    default: return 0;
    }
}

/* True where the text is a plain figure that fits the slot; all else is left to the long way. */
static bool read_plain(const Reader *r, Str text, Span span, Slot slot, Value *v)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    const unsigned char *end = p + text.len;
    bool unit_known;
    Plain plain;

    if (text.len == 0 || (!is_digit(*p) && *p != '-' && *p != 0xE2) || !may_be_figure(slot.type))
        return false;
    const unsigned char *digits = pass_minus(p, end);
    const unsigned char *rest = plain_digits(digits, end, &plain);
    if (rest == NULL || (slot.type == VT_COUNT && plain.decimals > 0))
        return false;
    if (digits[0] == '0' && plain.first > 1 && plain.count != plain.first)
        return false; /* 012 345: two numbers */
    UnitId given = slot_unit(r->units, slot);
    UnitId written = plain_unit(r->units, rest, end, &unit_known);
    if (!unit_known || (written != 0 && written != given))
        return false;

    int64_t n = digits == p ? (int64_t)plain.digits : -(int64_t)plain.digits;
    memset(v, 0, sizeof *v);
    v->kind = VAL_NUMBER;
    v->unit = given;
    v->num = (Decimal){n < 0 ? -1 : 0, (uint64_t)n, (int32_t)plain.decimals};
    v->span = span;
    v->remark = SPAN_NONE;
    if (plain.first == 1 && plain.count - plain.decimals == 4)
        v->flags = VALF_GROUPED4;
    if (written != 0) {
        v->flags |= VALF_UNIT;
        v->text = unit_get(r->units, written)->names.in[LANG_NB];
    }
    return true;
}

/* ---- shared by the readers ------------------------------------------------------------------- */

Span in_span(const In *in, Str part)
{
    return (Span){in->whole.file, in->whole.off + (uint32_t)(part.ptr - in->base), part.len};
}

Value in_value(const In *in, ValueKind kind)
{
    Value v = {.kind = (uint8_t)kind, .span = in->whole, .remark = SPAN_NONE};
    if (in->remark.len > 0) {
        v.remark = in_span(in, in->remark);
        v.span = in_span(in, in->text);
    }
    return v;
}

Str rest_from(Str s, uint32_t at)
{
    uint32_t blank;
    while (at < s.len && (blank = utf8_blank_len(s.ptr + at, s.ptr + s.len)) != 0)
        at += blank;
    return str_slice(s, at, s.len);
}

bool takes_anything(const In *in)
{
    return in->slot.type == VT_QUANTITY || in->slot.type == VT_NONE;
}

/* ---- texts ----------------------------------------------------------------------------------- */

static Value read_text(const In *in, ValueKind bare)
{
    Value v = in_value(in, bare);

    if (quote_whole(in->text, &v.text))
        v.kind = VAL_TEXT;
    else
        v.text = in->text;
    if (in->slot.cell)
        v.text = cell_unescaped(in->r->arena, v.text);
    return v;
}

/* Where the quotes behind a name begin, with or without a blank before them; 0: there are none. In
 * mål."Flere lærlinger" they are a part of the name. */
static uint32_t reason_start(Str s)
{
    if (quote_at(s) > 0)
        return 0;
    for (uint32_t i = 1; i < s.len; i++) {
        Str inside, rest = str_slice(s, i, s.len);
        if (quote_at(rest) == 0)
            continue;
        if (s.ptr[i - 1] != '.')
            return i;
        uint32_t len = quote_first(rest, &inside);
        if (len == 0)
            return 0;
        i += len - 1;
    }
    return 0;
}

/* A name, and perhaps why in quotes behind it: `ubesvart: tiltak.kurs "kommer i juni"`; or someone
 * outside the plan, perhaps with a remark: `ansvar: "Ola Nordmann" (leder)`. */
static Value read_reference(In *in)
{
    if (quote_at(in->text) > 0 && str_ends(in->text, STR(")")))
        strip_remark(in);
    uint32_t reason = reason_start(in->text);
    if (reason > 0) {
        in->remark = str_slice(in->text, reason, in->text.len);
        in->text = str_trim(str_slice(in->text, 0, reason));
        in->whole = in_span(in, in->text);
    }
    return read_text(in, VAL_WORDS);
}

/* Where anything may stand nothing is wrong: what is no clean figure or period is text. */
static Value read_loosely(In *in)
{
    In whole = *in;
    Value v;
    strip_remark(in);
    if (quote_at(whole.text) > 0)
        return read_text(&whole, VAL_TEXT);
    if (read_missing(in, &v))
        return v;
    v = read_time(in);
    if (v.kind == VAL_PERIOD && v.period.kind != PERIOD_YEAR)
        return v;
    v = read_figure(in);
    return v.kind == VAL_WORDS || v.kind == VAL_BAD ? read_text(&whole, VAL_TEXT) : v;
}

static Value read_anything(In *in)
{
    const Reader *own = in->r;
    Reader quiet = *own;
    quiet.sink = NULL;
    in->r = &quiet;
    Value v = read_loosely(in);
    in->r = own;
    return v;
}

/* A figure, a missing value, or in most places something else again. */
static Value read_quantity(In *in)
{
    Value v;

    if (in->slot.type == VT_NONE)
        return read_anything(in);
    if (quote_at(in->text) > 0)
        return takes_anything(in) ? read_text(in, VAL_TEXT) : say_type(in, in->text);
    In whole = *in;
    strip_remark(in);
    if (read_missing(in, &v))
        return v;
    v = read_figure(in);
    if (v.kind == VAL_WORDS && say_near_qualifier(&whole, &v))
        return v;
    if (v.kind == VAL_WORDS) { /* no figure at all */
        if (in->slot.in_formula)
            return read_text(&whole, VAL_WORDS);
        if (say_near_missing(in, &v))
            return v;
        return takes_anything(in) ? read_text(&whole, VAL_TEXT) : say_type(in, in->text);
    }
    return v;
}

static Value dispatch(In *in)
{
    switch ((ValueType)in->slot.type) {
    case VT_NONE:
    case VT_MONEY:
    case VT_FTE:
    case VT_COUNT:
    case VT_PERCENT:
    case VT_QUANTITY:
    case VT_NUMBER: return read_quantity(in);
    case VT_DATE:
    case VT_PERIOD:
    case VT_YEAR:
    case VT_YEARS: return read_time(in);
    case VT_ENUM: return read_enum(in, (EnumSet)in->slot.type_arg);
    case VT_BOOL: return read_enum(in, SET_BOOL);
    case VT_UNIT: return read_unit(in);
    case VT_TEXT:
    case VT_NAME:
    case VT_CONDITION: return read_text(in, VAL_TEXT);
    case VT_REF: return read_reference(in);
    case VT_EXPR:
    case VT_PATH:
    case VT_CODE:
    case VT_URL:
    case VT_KNOWN:
    case VT_KIND: break;
    }
    return read_text(in, VAL_WORDS);
}

static Span trim_span(Span span, Str *text)
{
    Str trimmed = str_trim(*text);
    if (trimmed.len > 0)
        span.off += (uint32_t)(trimmed.ptr - text->ptr);
    span.len = trimmed.len;
    *text = trimmed;
    return span;
}

Value value_read(const Reader *r, Span span, Slot slot)
{
    Str text = span_text(r->sources, span);
    Value v;

    if (read_plain(r, text, span, slot, &v))
        return v;
    span = trim_span(span, &text);
    In in = {.r = r, .slot = slot, .whole = span, .text = text, .base = text.ptr};
    in.slot.unit = slot_unit(r->units, slot);
    if (text.len == 0)
        return in_value(&in, VAL_BLANK);
    if (text.ptr[0] == '=' && slot.type != VT_TEXT && slot.type != VT_NAME) {
        v = in_value(&in, VAL_FORMULA);
        v.text = rest_from(text, 1);
        return v;
    }
    return dispatch(&in);
}
