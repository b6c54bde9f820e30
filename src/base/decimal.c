/*
 * decimal.c — exact decimal arithmetic.  Layer: base.
 *
 * Works on magnitudes below 10^38 in unsigned 128-bit integers, the sign apart; figures of a
 * plan fit 64 bits, which is the first path everywhere. Only division and products that may
 * lose trailing zeros need 256 bits; those are Wide, four 64-bit limbs.
 */
#include "base/decimal.h"

#include "base/decimal_int.h"

#include <assert.h>

const Decimal decimal_zero = {0, 0, 0};
const Decimal decimal_one = {0, 1, 0};

typedef struct Wide {
    uint64_t limb[4]; /* least first */
} Wide;

UInt128 decimal_ten(int exponent)
{
    static const uint64_t tens[] = {
        UINT64_C(1),
        UINT64_C(10),
        UINT64_C(100),
        UINT64_C(1000),
        UINT64_C(10000),
        UINT64_C(100000),
        UINT64_C(1000000),
        UINT64_C(10000000),
        UINT64_C(100000000),
        UINT64_C(1000000000),
        UINT64_C(10000000000),
        UINT64_C(100000000000),
        UINT64_C(1000000000000),
        UINT64_C(10000000000000),
        UINT64_C(100000000000000),
        UINT64_C(1000000000000000),
        UINT64_C(10000000000000000),
        UINT64_C(100000000000000000),
        UINT64_C(1000000000000000000),
        UINT64_C(10000000000000000000),
    };
    assert(exponent >= 0 && exponent <= DECIMAL_DIGITS);
    if (exponent <= 19)
        return tens[exponent];
    return (UInt128)tens[19] * tens[exponent - 19];
}

static bool is_negative(Decimal a)
{
    return a.hi < 0;
}

UInt128 decimal_magnitude(Decimal a)
{
    UInt128 bits = (UInt128)(uint64_t)a.hi << 64 | a.lo;
    return a.hi < 0 ? 0 - bits : bits;
}

Decimal decimal_make(bool negative, UInt128 mag, int scale)
{
    UInt128 bits = negative ? 0 - mag : mag;
    return (Decimal){(int64_t)(uint64_t)(bits >> 64), (uint64_t)bits, scale};
}

static bool fits(UInt128 mag)
{
    return mag < decimal_ten(DECIMAL_DIGITS);
}

static bool is_small(Decimal a)
{
    return a.hi == ((int64_t)a.lo < 0 ? -1 : 0); /* the high half only repeats the sign */
}

static int digits_of(UInt128 mag)
{
    int n = 0;
    while (n < DECIMAL_DIGITS && decimal_ten(n) <= mag)
        n++;
    return n;
}

/* Divides by ten as often as it goes, at most `limit` times; returns how often. */
static int strip_zeros(UInt128 *mag, int limit)
{
    int stripped = 0;
    if (*mag == 0)
        return limit;
    for (int step = 16; step > 0; step /= 2) {
        UInt128 twos = ((UInt128)1 << step) - 1; /* they must go too, and are cheap to look at */
        while (limit - stripped >= step && (*mag & twos) == 0 && *mag % decimal_ten(step) == 0) {
            *mag /= decimal_ten(step);
            stripped += step;
        }
    }
    return stripped;
}

Decimal decimal_int(int64_t n)
{
    return (Decimal){n < 0 ? -1 : 0, (uint64_t)n, 0};
}

Decimal decimal_pow10(int exponent)
{
    assert(exponent >= -DECIMAL_MAX_SCALE && exponent < DECIMAL_DIGITS);
    if (exponent < 0)
        return decimal_make(false, 1, -exponent);
    return decimal_make(false, decimal_ten(exponent), 0);
}

Decimal decimal_normalize(Decimal a)
{
    if (a.scale == 0)
        return a;
    UInt128 mag = decimal_magnitude(a);
    int scale = a.scale - strip_zeros(&mag, a.scale);
    return decimal_make(is_negative(a), mag, scale);
}

Decimal decimal_neg(Decimal a)
{
    return decimal_make(!is_negative(a), decimal_magnitude(a), a.scale);
}

Decimal decimal_abs(Decimal a)
{
    return is_negative(a) ? decimal_neg(a) : a;
}

int decimal_sign(Decimal a)
{
    return is_negative(a) ? -1 : !decimal_is_zero(a);
}

static bool is_integer(Decimal a)
{
    return a.scale == 0 || decimal_magnitude(a) % decimal_ten(a.scale) == 0;
}

bool decimal_to_int64(Decimal a, int64_t *out)
{
    if (!is_integer(a))
        return false;
    Decimal whole = decimal_make(is_negative(a), decimal_magnitude(a) / decimal_ten(a.scale), 0);
    if (!is_small(whole))
        return false;
    *out = (int64_t)whole.lo;
    return true;
}

/* Both coefficients at the larger scale, where 64 bits hold each and the scales are near. */
static bool align_small(Decimal a, Decimal b, Int128 *x, Int128 *y)
{
    int32_t apart = a.scale - b.scale;
    if (!is_small(a) || !is_small(b) || apart < -18 || apart > 18)
        return false;
    *x = (int64_t)a.lo;
    *y = (int64_t)b.lo;
    if (apart < 0)
        *x *= (Int128)decimal_ten(-apart);
    else if (apart > 0)
        *y *= (Int128)decimal_ten(apart);
    return true;
}

/* The order of two magnitudes at their scales. The one that would not fit when scaled up is the
 * larger, since the other one is below 10^38. */
static int cmp_magnitudes(UInt128 a, int a_scale, UInt128 b, int b_scale)
{
    if (a_scale < b_scale && __builtin_mul_overflow(a, decimal_ten(b_scale - a_scale), &a))
        return 1;
    if (b_scale < a_scale && __builtin_mul_overflow(b, decimal_ten(a_scale - b_scale), &b))
        return -1;
    return (a > b) - (a < b);
}

int decimal_cmp(Decimal a, Decimal b)
{
    Int128 x, y;
    if (a.lo == b.lo && a.hi == b.hi && a.scale == b.scale) /* as the factors of most units are */
        return 0;
    if (align_small(a, b, &x, &y))
        return (x > y) - (x < y);
    int a_sign = decimal_sign(a);
    int b_sign = decimal_sign(b);
    if (a_sign != b_sign)
        return a_sign < b_sign ? -1 : 1;
    int order = cmp_magnitudes(decimal_magnitude(a), a.scale, decimal_magnitude(b), b.scale);
    return a_sign < 0 ? -order : order;
}

/* The sum at the larger scale, if it fits there. The scaled addend may pass 10^38 as long as
 * the other one brings the sum back. */
static bool add_aligned(Decimal a, Decimal b, Decimal *out)
{
    int scale = a.scale > b.scale ? a.scale : b.scale;
    UInt128 x, y, sum;
    bool negative = is_negative(a);
    if (__builtin_mul_overflow(decimal_magnitude(a), decimal_ten(scale - a.scale), &x) ||
        __builtin_mul_overflow(decimal_magnitude(b), decimal_ten(scale - b.scale), &y))
        return false;
    if (negative == is_negative(b)) {
        if (__builtin_add_overflow(x, y, &sum))
            return false;
    } else {
        sum = x >= y ? x - y : y - x;
        negative = x >= y ? negative : !negative;
    }
    if (!fits(sum))
        scale -= strip_zeros(&sum, scale);
    if (!fits(sum))
        return false;
    *out = decimal_make(negative, sum, scale);
    return true;
}

bool decimal_add(Decimal a, Decimal b, Decimal *out)
{
    Int128 x, y;
    if (align_small(a, b, &x, &y)) {
        Int128 sum = x + y; /* each is below 10^37 */
        *out =
            (Decimal){(int64_t)(sum >> 64), (uint64_t)sum, a.scale > b.scale ? a.scale : b.scale};
        return true;
    }
    if (add_aligned(a, b, out))
        return true;
    /* Where the written scales leave no room, the shortest may; if they do not, the last digit
     * of the sum is not a zero and nothing will. */
    if (!add_aligned(decimal_normalize(a), decimal_normalize(b), out))
        return false;
    *out = decimal_normalize(*out);
    return true;
}

bool decimal_sub(Decimal a, Decimal b, Decimal *out)
{
    return decimal_add(a, decimal_neg(b), out);
}

static Wide wide_mul(UInt128 a, UInt128 b)
{
    const uint64_t x[2] = {(uint64_t)a, (uint64_t)(a >> 64)};
    const uint64_t y[2] = {(uint64_t)b, (uint64_t)(b >> 64)};
    Wide w = {{0}};
    for (int i = 0; i < 2; i++) {
        uint64_t carry = 0;
        for (int j = 0; j < 2; j++) {
            UInt128 t = (UInt128)x[i] * y[j] + w.limb[i + j] + carry;
            w.limb[i + j] = (uint64_t)t;
            carry = (uint64_t)(t >> 64);
        }
        w.limb[i + 2] = carry;
    }
    return w;
}

static UInt128 wide_low(Wide w)
{
    return (UInt128)w.limb[1] << 64 | w.limb[0];
}

static bool wide_fits(Wide w)
{
    return w.limb[3] == 0 && w.limb[2] == 0 && fits(wide_low(w));
}

/* w / divisor into *w, the remainder returned. */
static uint64_t wide_div_small(Wide *w, uint64_t divisor)
{
    UInt128 rem = 0;
    for (int i = 3; i >= 0; i--) {
        UInt128 part = rem << 64 | w->limb[i];
        w->limb[i] = (uint64_t)(part / divisor);
        rem = part % divisor;
    }
    return (uint64_t)rem;
}

/* The same for a divisor below 2^127, a bit at a time: divisors above 64 bits are rare. */
static UInt128 wide_div(Wide *w, UInt128 divisor)
{
    if (divisor <= UINT64_MAX)
        return wide_div_small(w, (uint64_t)divisor);
    UInt128 rem = 0;
    for (int bit = 255; bit >= 0; bit--) {
        uint64_t *limb = &w->limb[bit / 64];
        uint64_t mask = UINT64_C(1) << (bit % 64);
        rem = rem << 1 | ((*limb & mask) != 0);
        *limb &= ~mask;
        if (rem >= divisor) {
            rem -= divisor;
            *limb |= mask;
        }
    }
    return rem;
}

/* A product that seemed too long: its trailing zeros may save it. */
static bool mul_wide(Decimal a, Decimal b, Decimal *out)
{
    Wide product = wide_mul(decimal_magnitude(a), decimal_magnitude(b));
    int scale = a.scale + b.scale;
    while (!wide_fits(product) || scale > DECIMAL_MAX_SCALE) {
        if (scale == 0 || wide_div_small(&product, 10) != 0)
            return false;
        scale--;
    }
    *out = decimal_make(is_negative(a) != is_negative(b), wide_low(product), scale);
    if (scale < a.scale + b.scale)
        *out = decimal_normalize(*out);
    return true;
}

bool decimal_mul(Decimal a, Decimal b, Decimal *out)
{
    int scale = a.scale + b.scale;
    if (scale <= DECIMAL_MAX_SCALE && is_small(a) && is_small(b)) {
        /* At most 2^126, which is below 10^38. */
        Int128 product = (Int128)(int64_t)a.lo * (int64_t)b.lo;
        *out = (Decimal){(int64_t)(product >> 64), (uint64_t)product, scale};
        return true;
    }
    return mul_wide(a, b, out);
}

/* Whether a magnitude cut off at `rem` of `divisor` is to be one larger. */
static bool rounds_up(Rounding r, bool negative, UInt128 rem, UInt128 divisor)
{
    if (rem == 0)
        return false;
    switch (r) {
    case ROUND_HALF_AWAY: return rem >= divisor - rem;
    case ROUND_DOWN: return negative;
    case ROUND_UP: return !negative;
    case ROUND_ZERO: return false;
    }
    return false;
}

/* The power of ten by which the dividend is stretched so that the quotient has
 * DECIMAL_QUOTIENT_DIGITS digits, within what a scale may be: never so few that whole units
 * are lost, nor below 10^-38. Sets the number of digits the quotient will have. */
static int stretch(UInt128 x, UInt128 y, int scale_difference, int *digits)
{
    int x_digits = digits_of(x);
    int y_digits = digits_of(y);
    int n =
        x_digits - y_digits +
        (x * decimal_ten(DECIMAL_DIGITS - x_digits) >= y * decimal_ten(DECIMAL_DIGITS - y_digits));
    int k = DECIMAL_QUOTIENT_DIGITS - n;
    if (scale_difference + k < 0)
        k = -scale_difference;
    if (scale_difference + k > DECIMAL_MAX_SCALE)
        k = DECIMAL_MAX_SCALE - scale_difference;
    *digits = n + k;
    return k;
}

bool decimal_div(Decimal a, Decimal b, Rounding r, Decimal *out, bool *exact)
{
    UInt128 x = decimal_magnitude(a);
    UInt128 y = decimal_magnitude(b);
    if (y == 0)
        return false;
    if (x == 0) {
        *out = decimal_zero;
        if (exact != NULL)
            *exact = true;
        return true;
    }
    int digits;
    int k = stretch(x, y, a.scale - b.scale, &digits);
    if (digits > DECIMAL_DIGITS)
        return false;
    int scale = a.scale - b.scale + k;
    if (k < 0) { /* only where the divisor has few digits */
        y *= decimal_ten(-k);
        k = 0;
    }
    if (k > DECIMAL_DIGITS) { /* only where the dividend has few digits */
        x *= decimal_ten(k - DECIMAL_DIGITS);
        k = DECIMAL_DIGITS;
    }
    Wide w = wide_mul(x, decimal_ten(k));
    UInt128 rem = wide_div(&w, y);
    UInt128 quotient = wide_low(w);
    bool negative = is_negative(a) != is_negative(b);
    quotient += rounds_up(r, negative, rem, y);
    scale -= strip_zeros(&quotient, scale);
    if (!fits(quotient))
        return false;
    *out = decimal_make(negative, quotient, scale);
    if (exact != NULL)
        *exact = rem == 0;
    return true;
}

/* a with exactly `scale` decimals, which is not fewer than it has. */
static bool pad(Decimal a, int scale, Decimal *out)
{
    UInt128 mag;
    if (scale > DECIMAL_MAX_SCALE ||
        __builtin_mul_overflow(decimal_magnitude(a), decimal_ten(scale - a.scale), &mag) ||
        !fits(mag))
        return false;
    *out = decimal_make(is_negative(a), mag, scale);
    return true;
}

bool decimal_round(Decimal a, int scale, Rounding r, Decimal *out)
{
    if (scale >= a.scale)
        return pad(a, scale, out);
    UInt128 mag = decimal_magnitude(a);
    UInt128 quotient = 0;
    bool up;
    if (scale < a.scale - DECIMAL_DIGITS) {
        /* The unit is beyond 10 times the number: any remainder is below the half. */
        up = rounds_up(r, is_negative(a), mag > 0, 3);
    } else {
        UInt128 unit = decimal_ten(a.scale - scale);
        quotient = mag / unit;
        up = rounds_up(r, is_negative(a), mag % unit, unit);
    }
    quotient += up;
    if (scale < 0 && quotient > 0) {
        if (scale <= -DECIMAL_DIGITS)
            return false;
        if (__builtin_mul_overflow(quotient, decimal_ten(-scale), &quotient))
            return false;
    }
    if (!fits(quotient))
        return false;
    *out = decimal_make(is_negative(a), quotient, scale < 0 ? 0 : scale);
    return true;
}
