/*
 * decimal.h — exact decimal numbers: a 128-bit coefficient and a scale.  Layer: base.
 *
 * value = coefficient × 10^-scale, 0 <= scale <= DECIMAL_MAX_SCALE. Arithmetic is checked:
 * each operation returns false where the exact result does not fit (|coefficient| < 10^38),
 * and leaves *out alone. Nothing rounds but division and decimal_round, which name how.
 * There is no binary floating point anywhere near a figure.
 */
#ifndef HPLAN_BASE_DECIMAL_H
#define HPLAN_BASE_DECIMAL_H

#include "base/str.h"

#define DECIMAL_MAX_SCALE 38
#define DECIMAL_QUOTIENT_DIGITS 34

typedef struct Decimal {
    int64_t hi;   /* two's complement, high half of the coefficient */
    uint64_t lo;
    int32_t scale;
} Decimal;

typedef enum Rounding { ROUND_HALF_AWAY, ROUND_DOWN, ROUND_UP, ROUND_ZERO } Rounding;
/* DOWN is towards minus infinity, UP towards plus infinity. */

extern const Decimal decimal_zero, decimal_one;

Decimal decimal_int(int64_t n);
Decimal decimal_pow10(int exponent); /* 10^exponent, -38 … 37 */

/* Digits with one optional '.' or ',' between them and an optional leading '-'; nothing else.
 * Keeps the scale as written (1,50 has scale 2). */
bool decimal_parse(Str digits, Decimal *out);

/* A sum has the larger of the two scales, a product their sum; where that does not fit, the
 * result is without trailing zeros. */
bool decimal_add(Decimal a, Decimal b, Decimal *out);
bool decimal_sub(Decimal a, Decimal b, Decimal *out);
bool decimal_mul(Decimal a, Decimal b, Decimal *out);
/* To DECIMAL_QUOTIENT_DIGITS significant digits (more where the whole part is longer, fewer
 * below 10^-38), rounded as asked, without trailing zeros; false for b = 0.
 * *exact says whether the quotient came out without rounding (may be NULL). */
bool decimal_div(Decimal a, Decimal b, Rounding r, Decimal *out, bool *exact);
/* To exactly `scale` decimals, padded with zeros where a has fewer (false if that does not fit);
 * scale may be < 0, then out has scale 0. */
bool decimal_round(Decimal a, int scale, Rounding r, Decimal *out);
Decimal decimal_neg(Decimal a);
Decimal decimal_abs(Decimal a);
Decimal decimal_normalize(Decimal a); /* without trailing zeros after the point */

int decimal_cmp(Decimal a, Decimal b); /* exact, for any two scales */
int decimal_sign(Decimal a);
bool decimal_to_int64(Decimal a, int64_t *out); /* false unless a whole number that fits */
static inline bool decimal_is_zero(Decimal a) { return a.hi == 0 && a.lo == 0; }

/* "-12345.60" with '.' and as many decimals as the scale: for JSON. */
void decimal_put_plain(Buf *b, Decimal a);
/* "−12 345,60" in Norwegian style: groups by `sep` (UTF-8; NULL: none) from five digits on
 * and in four too where group4, decimal comma, U+2212. */
void decimal_put_norwegian(Buf *b, Decimal a, const char *sep, bool group4);

#endif
