/*
 * decimal_int.h — what decimal.c and decimal_text.c share.  Layer: base, private to it.
 */
#ifndef HPLAN_BASE_DECIMAL_INT_H
#define HPLAN_BASE_DECIMAL_INT_H

#include "base/decimal.h"

#define DECIMAL_DIGITS 38 /* a coefficient is below 10^38 */

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

UInt128 decimal_ten(int exponent); /* 10^exponent, 0 … 38 */
UInt128 decimal_magnitude(Decimal a);
Decimal decimal_make(bool negative, UInt128 mag, int scale);

#endif
