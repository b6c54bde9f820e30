/*
 * decimal_text.c — decimals read and written.  Layer: base.
 */
#include "base/decimal.h"

#include "base/bytes.h"
#include "base/decimal_int.h"

bool decimal_parse(Str digits, Decimal *out)
{
    UInt128 mag = 0;
    int scale = -1; /* no point yet */
    uint32_t i = 0;
    bool negative = digits.len > 0 && digits.ptr[0] == '-';
    if (negative)
        i++;
    if (i == digits.len || !ascii_is_digit(digits.ptr[i]))
        return false;
    for (; i < digits.len; i++) {
        char c = digits.ptr[i];
        if (ascii_is_digit(c)) {
            mag = mag * 10u + (unsigned)(c - '0');
            if (mag >= decimal_ten(DECIMAL_DIGITS))
                return false;
            if (scale >= 0 && ++scale > DECIMAL_MAX_SCALE)
                return false;
        } else if ((c == '.' || c == ',') && scale < 0) {
            scale = 0;
        } else {
            return false;
        }
    }
    if (!ascii_is_digit(digits.ptr[digits.len - 1]))
        return false;
    *out = decimal_make(negative, mag, scale < 0 ? 0 : scale);
    return true;
}

enum { DIGITS_END = DECIMAL_DIGITS + 8 }; /* see digits_before */

typedef struct Digits {
    char text[DIGITS_END]; /* right-aligned */
    int first;                     /* of the whole part; there is at least one digit */
    int point;                     /* where the decimals begin */
} Digits;

static void write_digits(Decimal a, Digits *d)
{
    int at = DIGITS_END;
    d->point = at - a.scale;
    if (a.hi == 0 && a.lo <= DIGITS_EIGHT_MAX && a.scale == 0) { /* as most are */
        d->first = (int)(digits_before(d->text + at, a.lo) - d->text);
        return;
    }
    UInt128 mag = decimal_magnitude(a);
    while (mag > UINT64_MAX) { /* dividing 128 bits is slow: once for 18 digits */
        uint64_t part = (uint64_t)(mag % decimal_ten(18));
        mag /= decimal_ten(18);
        for (int i = 0; i < 18; i++, part /= 10)
            d->text[--at] = (char)('0' + part % 10);
    }
    if (mag > 0)
        at = (int)(digits_before(d->text + at, (uint64_t)mag) - d->text);
    while (at >= d->point)
        d->text[--at] = '0';
    d->first = at;
}

static void put_range(Buf *b, const Digits *d, int from, int to)
{
    buf_put(b, d->text + from, (size_t)(to - from));
}

/* Four digits or more in groups of three; the first group has one to three. */
static void put_groups(Buf *b, const Digits *d, Str sep)
{
    int at = d->first, end = d->first + (d->point - d->first - 1) % 3 + 1;
    buf_room(b, (DECIMAL_DIGITS / 3 + 1) * ((size_t)sep.len + 3));
    char *to = b->ptr + b->len;
    memcpy(to, d->text + at, 3); /* of which as many count as are in it */
    to += end - at;
    for (at = end; at < d->point; at += 3) {
        bytes_copy(to, sep.ptr, sep.len);
        memcpy(to + sep.len, d->text + at, 3);
        to += sep.len + 3;
    }
    *to = '\0';
    b->len = (size_t)(to - b->ptr);
}

void decimal_put_plain(Buf *b, Decimal a)
{
    Digits d;
    write_digits(a, &d);
    if (a.hi < 0)
        buf_char(b, '-');
    put_range(b, &d, d.first, d.point);
    if (a.scale > 0) {
        buf_char(b, '.');
        put_range(b, &d, d.point, DIGITS_END);
    }
}

void decimal_put_norwegian(Buf *b, Decimal a, const char *sep, bool group4)
{
    Digits d;
    write_digits(a, &d);
    if (a.hi < 0)
        buf_cstr(b, "\xE2\x88\x92"); /* U+2212 */
    int whole = d.point - d.first;
    if (sep != NULL && (whole >= 5 || (whole == 4 && group4)))
        put_groups(b, &d, str_from(sep));
    else
        put_range(b, &d, d.first, d.point);
    if (a.scale > 0) {
        buf_char(b, ',');
        put_range(b, &d, d.point, DIGITS_END);
    }
}
