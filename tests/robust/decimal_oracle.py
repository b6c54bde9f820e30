#!/usr/bin/env python3
"""Holds src/base/decimal.c against Python's decimal.

    tests/robust/decimal_oracle.py [CASES [SEED]]      (200000 cases, seed 1)

Feeds decimal_driver.c, built with sanitizers, random cases and compares value and scale of every
answer. Silent but for a closing table; exits 1 at the first differences.
"""
import decimal
import random
import sys
from decimal import Decimal as D

from driver import answers

LIMIT = 10**38
MODES = {"h": decimal.ROUND_HALF_UP, "d": decimal.ROUND_FLOOR,
         "u": decimal.ROUND_CEILING, "z": decimal.ROUND_DOWN}
EXACT = decimal.Context(prec=400, Emax=9999, Emin=-9999)


def text(coefficient, scale):
    sign = "-" if coefficient < 0 else ""
    digits = str(abs(coefficient)).rjust(scale + 1, "0")
    return sign + digits[:len(digits) - scale] + ("." + digits[-scale:] if scale else "")


def number(rng):
    """A coefficient and a scale; lengths even over the range, with a liking for the edges."""
    kind = rng.random()
    n = rng.randrange(1, 39)
    if kind < 0.55:
        c = rng.randrange(10**n)
    elif kind < 0.65:
        c = rng.choice([2**63, 2**64, 2**126, 10**n, 5 * 10**(n - 1), LIMIT - 1])
        c += rng.randrange(-2, 3)
    elif kind < 0.75:
        c = rng.randrange(10**rng.randrange(1, 5)) * 10**rng.randrange(0, 35)
    elif kind < 0.85:
        c = 2**rng.randrange(0, 126) if rng.random() < 0.5 else 5**rng.randrange(0, 54)
    else:
        c = rng.randrange(2000)
    c = min(abs(c), LIMIT - 1)
    scale = rng.choice([0, 0, 1, 2, rng.randrange(39), rng.randrange(10)])
    return (-c if rng.random() < 0.5 else c), scale


def pair(rng):
    a, b = number(rng), number(rng)
    if rng.random() < 0.2:  # numbers that lie close together
        c, s = a
        shift = rng.randrange(0, 4)
        if s + shift <= 38 and abs(c) * 10**shift < LIMIT - 2:
            b = (c * 10**shift + rng.randrange(-1, 2), s + shift)
            if rng.random() < 0.5:
                b = (-b[0], b[1])
    return a, b


def shortest(value):
    """Coefficient and scale without trailing zeros, scale >= 0."""
    sign, digits, exponent = value.as_tuple()
    c = int("".join(map(str, digits))) * (-1 if sign else 1)
    if exponent > 0:
        return c * 10**exponent, 0
    scale = -exponent
    while scale > 0 and c % 10 == 0:
        c //= 10
        scale -= 1
    return c, scale


def at_scale(value, wanted):
    """The text of an exact value at the wanted scale, or its shortest where that does not fit."""
    c, scale = shortest(value)
    if wanted > scale and wanted <= 38 and abs(c) * 10**(wanted - scale) < LIMIT:
        return text(c * 10**(wanted - scale), wanted)
    return text(c, scale) if abs(c) < LIMIT and scale <= 38 else "-"


def quotient(a, b, mode):
    x, y = D(text(*a)), D(text(*b))
    if y == 0:
        return "-"
    if x == 0:
        return "0 exact"
    # how many decimals: 34 digits, never short of whole units nor below 10^-38
    top = EXACT.divide(x, y).adjusted()
    scale = min(max(33 - top, 0), 38)
    # an integer division decides, so that the oracle does not round twice
    numerator, denominator = a[0] * 10**(scale + b[1]), b[0] * 10**a[1]
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    floor, rest = divmod(numerator, denominator)
    if rest:
        if mode == "u" or (mode == "z" and numerator < 0):
            floor += 1
        elif mode == "h":
            twice = 2 * rest
            floor += twice > denominator or (twice == denominator and numerator > 0)
    answer = at_scale(EXACT.scaleb(D(floor), -scale), 0)
    return answer if answer == "-" else answer + (" inexact" if rest else " exact")


def rounded(a, scale, mode):
    if scale > 38:
        return "-"
    value = D(text(*a)).quantize(D(1).scaleb(-scale), MODES[mode], EXACT)
    c = int(EXACT.scaleb(value, max(scale, 0)))
    return text(c, max(scale, 0)) if abs(c) < LIMIT else "-"


def case(rng):
    """One line for the driver, and the answer."""
    op = rng.choice(["add", "sub", "mul", "div", "div", "round", "cmp", "norm"])
    a, b = pair(rng)
    ta, tb = text(*a), text(*b)
    x, y = D(ta), D(tb)
    mode = rng.choice("hduz")
    if op == "add":
        want = at_scale(EXACT.add(x, y), max(a[1], b[1]))
    elif op == "sub":
        want = at_scale(EXACT.subtract(x, y), max(a[1], b[1]))
    elif op == "mul":
        want = at_scale(EXACT.multiply(x, y), a[1] + b[1])
    elif op == "div":
        want = quotient(a, b, mode)
    elif op == "round":
        tb = str(rng.choice([0, 1, 2, rng.randrange(-42, 41), a[1] - rng.randrange(0, 5)]))
        want = rounded(a, int(tb), mode)
    elif op == "cmp":
        want = str(int(x > y) - int(x < y))
    else:
        want = text(*shortest(x))
    return f"{op} {ta} {tb} {mode}", want


def main():
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 200000
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    lines, wants = zip(*(case(rng) for _ in range(cases)))
    said = answers("decimal_driver", lines)
    wrong = [(line, want, got) for line, want, got in zip(lines, wants, said, strict=True)
             if got != want]
    for line, want, got in wrong[:20]:
        print(f"{line}\n  expected {want}\n  got      {got}")
    unfit = sum(want == "-" for want in wants)
    print(f"{'decimals':<10} {'cases':>9} {'differences':>12}")
    print(f"{'fit':<10} {cases - unfit:>9} {sum(w[1] != '-' for w in wrong):>12}")
    print(f"{'do not fit':<10} {unfit:>9} {sum(w[1] == '-' for w in wrong):>12}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
