#!/usr/bin/env python3
"""Holds the arithmetic on rounded figures (src/value/quantity*.c) against Python's fractions.

    tests/robust/quantity_oracle.py [CASES [SEED]]      (200000 cases, seed 1)

Every figure is an interval, reckoned here once more from the language's own rules and without any
limit on digits. Random formulas of stated, given and approximate figures in kr, 1000 kr, mill. kr,
percent and bare numbers; sums that are off by all there is between right and wrong; and numbers at
the edge of 38 digits; sums of which a term is a limit only (<5). What must hold of the answer:

    number    the interval is the true one; behind a division it holds the true one, and no more
              than rounding the quotient adds; what it says of being exact, and of its steps
    verdict   the rule for sums of rounded figures, or whether the intervals meet; and how much
              rounding allows
    edge      the interval holds the true one, or the answer is that it does not fit
    hidden    a total is wrong where no such terms could give it, and only there

Silent but for a closing table; exits 1 at the first differences.
"""
import random
import sys
from collections import Counter
from fractions import Fraction as F
from math import isqrt

from driver import answers

WORTH = {"k": 1, "t": 1000, "m": 10**6, "p": 1, "b": 1, "r": 1}
SHARE = F(87, 100) ** 2
ROUNDING = F(1, 10**20)  # more than what came of a quotient is off, as a share of its size
LEAST = F(1, 10**31)  # more than a product gives up so that it has 38 decimals at most
LIMIT = 10**38


class Refused(Exception):
    """The units do not go together."""


class Unknown(Exception):
    """Divided by what may be 0."""


class Elsewhere(Exception):
    """A unit that is not tried here."""


class Figure:
    """unit: k, t, m, p, b (bare) or r (a ratio). half: Σ½step, square: Σstep², None where it is no
    sum any more. off: by how much the compiler's ends may lie further out. quotient: a bare number
    by another, which is a share beside percent; hundred: 100 times something, whose quotient by its
    like is percent already."""
    __slots__ = ("unit", "mid", "lo", "hi", "half", "square", "exact", "off", "quotient", "hundred")

    def __init__(self, unit, mid, lo, hi, half, square, exact, off=0):
        self.quotient = self.hundred = False
        self.unit, self.mid, self.lo, self.hi = unit, mid, lo, hi
        self.half, self.square, self.exact = half, square, exact
        self.off = off and off + self.size() * ROUNDING + LEAST

    def size(self):
        return max(abs(self.lo), abs(self.hi), abs(self.mid))

    def times(self, factor, unit):
        ends = sorted((self.lo * factor, self.hi * factor))
        out = Figure(unit, self.mid * factor, *ends, *self.steps_times(factor), self.exact,
                     self.off * abs(factor))
        out.quotient = self.quotient and unit == "b"
        return out

    def steps_times(self, factor):
        """The steps of a sum times an exact factor; none where a square takes too many digits:
        then the ends of the interval are what is left to judge by."""
        by = abs(factor)
        if self.half is None or (by != 1 and not all(
                map(fits, (by * by, self.half * by, self.square * by * by)))):
            return None, None
        return self.half * by, self.square * by * by


def fits(number):
    """Whether it can be written with 38 digits, of which 38 may be decimals."""
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    decimals = max(twos, fives)
    return rest == 1 and decimals <= 38 and abs(number) * 10**decimals < LIMIT


def stated(text):
    """A word of the driver's, by the rules for how exactly a figure is meant."""
    given, approximate = text[0] == "!", text[0] == "~"
    unit, digits = text[given or approximate], text[1 + (given or approximate):]
    decimals = len(digits.partition(".")[2])
    mid = F(digits) * WORTH[unit]
    if approximate:
        margin = abs(mid) / 10
        return Figure(unit, mid, mid - margin, mid + margin, None, None, False)
    whole = decimals == 0 and unit in "kb"
    step = F(0) if whole or (given and unit in "bp") else F(WORTH[unit], 10**decimals)
    return Figure(unit, mid, mid - step / 2, mid + step / 2, step / 2, step * step, step == 0)


# ---- the operations ------------------------------------------------------------------------------

def money(unit):
    return unit in "ktm"


def pure(unit):
    return unit in "br"


def aligned(a, b):
    """Two figures that may be added or compared."""
    for x, y, turn in ((a, b, False), (b, a, True)):
        if x.unit == "b" and y.unit != "r":
            x = x.times(100 if x.quotient and y.unit == "p" else WORTH[y.unit], y.unit)
        elif x.unit == "r" and y.unit == "p":
            x = x.times(100, "p")
        else:
            continue
        return (y, x) if turn else (x, y)
    if a.unit != b.unit and not (money(a.unit) and money(b.unit)) \
            and not (pure(a.unit) and pure(b.unit)):
        raise Refused
    return a, b


def both(x, y, by=lambda p, q: p + q):
    return None if x is None or y is None else by(x, y)


def add(a, b):
    quotient = a.unit == b.unit == "b" and (a.quotient or b.quotient)
    a, b = aligned(a, b)
    if a.unit == b.unit or WORTH[a.unit] < WORTH[b.unit]:
        unit = a.unit
    else:
        unit = b.unit if WORTH[b.unit] < WORTH[a.unit] else "r" if "r" in (a.unit, b.unit) else a.unit
    out = Figure(unit, a.mid + b.mid, a.lo + b.lo, a.hi + b.hi, both(a.half, b.half),
                 both(a.square, b.square), a.exact and b.exact, a.off + b.off)
    out.quotient = quotient
    return out


def subtract(a, b):
    minus = b.times(-1, b.unit)
    return add(a, minus)


def multiplied_unit(a, b):
    """The unit of a product, and what the product is divided by."""
    x, y = a.unit, b.unit
    percents = (x == "p") + (y == "p")
    if percents == 2:
        return "p", 100
    if percents == 1:
        other = y if x == "p" else x
        return ("r" if pure(other) else other), 100
    if pure(x) and pure(y):
        bare = a if x == "b" else b
        if x != y and bare.mid == 100:
            return "p", 1
        return (y if x == "b" else x), 1
    if pure(x) or pure(y):
        return (y if pure(x) else x), 1
    raise Refused


def multiply(a, b):
    unit, divisor = multiplied_unit(a, b)
    ends = [p * q for p in (a.lo, a.hi) for q in (b.lo, b.hi)]
    half = square = None
    if a.exact and b.exact:
        half = square = F(0)
    elif a.exact:
        half, square = b.steps_times(a.mid)
    elif b.exact:
        half, square = a.steps_times(b.mid)
    off = a.off * b.size() + b.off * a.size() + a.off * b.off
    out = Figure(unit, a.mid * b.mid, min(ends), max(ends), half, square, a.exact and b.exact, off)
    out = out if divisor == 1 else out.times(F(1, divisor), unit)
    out.hundred = any(x.unit == "b" and x.mid == 100 for x in (a, b))
    return out


def divided_unit(x, y):
    if x == "p" and y == "p":
        return "r", 1
    if y == "p":
        return x, 100
    if pure(y):
        return x, 1
    if pure(x) or (money(x) and money(y)):
        return "r", 1
    raise Elsewhere  # percent a krone


def divide(a, b):
    unit, factor = divided_unit(a.unit, b.unit)
    unit = "p" if a.hundred and unit == "r" else unit
    if b.lo - b.off <= 0 <= b.hi + b.off:
        raise Unknown
    ends = [p / q for p in (a.lo, a.hi) for q in (b.lo, b.hi)]
    least = min(abs(b.lo), abs(b.hi)) - b.off
    size = max(map(abs, ends))
    off = (a.off + size * b.off) / least + size * ROUNDING + LEAST
    out = Figure(unit, a.mid / b.mid, min(ends), max(ends), None, None, False, off)
    out = out if factor == 1 else out.times(factor, unit)
    out.quotient = a.unit == b.unit == "b" and not a.hundred
    return out


OPERATIONS = {"+": add, "-": subtract, "*": multiply, "/": divide}


def reckon(words):
    stack = []
    for word in words:
        if word in OPERATIONS:
            b, a = stack.pop(), stack.pop()
            stack.append(OPERATIONS[word](a, b))
        else:
            stack.append(stated(word))
    return stack


# ---- the judgement -------------------------------------------------------------------------------

def allowed(half, square):
    """min(0,87·√square, half), the root cut to four digits."""
    if half * half <= SHARE * square:
        return half
    target = SHARE * square
    if target == 0:
        return F(0)
    digits = 0
    while target * F(100) ** digits < 10**6:
        digits += 1
    while target * F(100) ** digits >= 10**8:
        digits -= 1
    scaled_up = target * F(100) ** digits
    return F(isqrt(scaled_up.numerator // scaled_up.denominator)) / F(10) ** digits


def judge(a, b, to_the_digit):
    """The verdict, the difference and what rounding allows (None: nothing is said)."""
    a, b = aligned(a, b)
    d = a.mid - b.mid
    if a.exact and b.exact:
        return ("exact" if d == 0 else "violated"), d, None
    if to_the_digit:
        return ("rounded" if d == 0 else "violated"), d, None
    half, square = both(a.half, b.half), both(a.square, b.square)
    if half is None:
        gap = max(a.lo - b.hi, b.lo - a.hi)
        if 0 < gap <= a.off + b.off:
            return None, d, None  # so near that rounding a quotient decides
        return ("rounded" if gap <= 0 else "violated"), d, None
    two = a.half != 0 and b.half != 0
    if abs(d) > half or (abs(d) == half and two):
        return "violated", d, allowed(half, square)
    if d * d <= SHARE * square:
        return "rounded", d, 0  # nobody asks how much more would be allowed
    return "unlikely", d, allowed(half, square)


def compare(a, op, b):
    """Met by all pairs, by none, or by some: then the printed figures decide."""
    a, b = aligned(a, b)
    holds = {"<": lambda x, y: x < y, "<=": lambda x, y: x <= y,
             ">": lambda x, y: x > y, ">=": lambda x, y: x >= y}[op]
    hardest, easiest = ((a.hi, b.lo), (a.lo, b.hi)) if "<" in op else ((a.lo, b.hi), (a.hi, b.lo))
    near = a.off + b.off
    if near and min(abs(p - q) for p, q in (hardest, easiest, (a.mid, b.mid))) <= near:
        return None, None
    every, some = holds(*hardest), holds(*easiest)
    on_line = every != some
    met = holds(a.mid, b.mid) if on_line else every
    return "violated" if not met else "exact" if a.exact and b.exact else "rounded", on_line


# ---- terms of which a limit is known -------------------------------------------------------------

def limits(word):
    """The ends of one term, None where there is none, and how many of it do not reach them."""
    if word[0] not in "<>":
        figure = stated(word)
        return figure.lo, figure.hi, 0, 0
    end = F(word[2:]) * WORTH[word[1]]
    if word[0] == ">":
        return end, None, 1, 0
    return (F(0) if word[1] == "b" and end > 0 else None), end, 0, 1


def ends_of_sum(words):
    """Of things that are counted whole, fewer than 5 are 4 at the most."""
    lo, hi, open_lo, open_hi = limits(words[0])
    for term, op in zip(words[1::2], words[2::2], strict=True):
        a, b, open_a, open_b = limits(term)
        if op == "-":
            a, b, open_a, open_b = (None if b is None else -b), (None if a is None else -a), \
                open_b, open_a
        lo, hi = both(lo, a), both(hi, b)
        open_lo, open_hi = open_lo + open_a, open_hi + open_b
    if "." not in "".join(words) and all(w.lstrip("<>")[0] == "b" for w in words if w not in "+-"):
        lo, hi = both(lo, open_lo), both(hi, -open_hi)
        open_lo = open_hi = 0
    return lo, hi, open_lo > 0, open_hi > 0


def judge_hidden(words):
    total = stated(words[0])
    lo, hi, open_lo, open_hi = ends_of_sum(words[1:-1])
    above = hi is not None and (total.lo > hi or (total.lo == hi and open_hi))
    below = lo is not None and (total.hi < lo or (total.hi == lo and open_lo))
    if above or below:
        return "violated"
    if lo is None or hi is None:
        return "unknown"
    inside = (lo < total.lo or (lo == total.lo and not open_lo)) and \
        (total.hi < hi or (total.hi == hi and not open_hi))
    covers = total.lo <= lo and hi <= total.hi
    return "rounded" if inside or covers else "unknown"


# ---- the cases -----------------------------------------------------------------------------------

def digits(rng, most, decimals):
    n = rng.randrange(10 ** rng.randrange(1, most + 1)) * (-1 if rng.random() < 0.15 else 1)
    text = str(abs(n)).rjust(decimals + 1, "0")
    text = text[:len(text) - decimals] + ("." + text[-decimals:] if decimals else "")
    return ("-" if n < 0 else "") + text


def word(rng, units, given=0.2, approximate=0.05):
    how = rng.random()
    sign = "!" if how < given else "~" if how < given + approximate else ""
    return sign + rng.choice(units) + digits(rng, 7, rng.choice([0, 0, 1, 1, 2, 3]))


def a_sum(rng):
    """A sum of figures that are much alike, as in a table: its words and their step."""
    unit, decimals = rng.choice("kkttmmpb"), rng.choice([0, 1, 1, 2])
    count = rng.randrange(1, 9)
    words = []
    for i in range(count):
        words.append(rng.choice(["", "", "", "!"]) + unit + digits(rng, 5, decimals))
        if i > 0:
            words.append(rng.choice("+++-"))
    return words, unit, decimals, count


def a_formula(rng):
    words = [word(rng, "kkttmmppbb")]
    for _ in range(rng.randrange(1, 5)):
        words += [word(rng, "kkttmmppbb"), rng.choice("++--**//")]
    return words


def decimal_text(value, decimals):
    n = round(value * 10**decimals)
    return ("-" if n < 0 else "") + f"{abs(n) // 10**decimals}" + \
        (f".{abs(n) % 10**decimals:0{decimals}}" if decimals else "")


def off_by_a_little(rng):
    """A sum and a total that is off by so many half steps: at each edge between the verdicts."""
    words, unit, decimals, count = a_sum(rng)
    total = reckon(words)[0]
    finer = decimals + rng.choice([0, 0, 0, 1])
    step = F(WORTH[unit], 10**decimals)
    by = rng.randrange(-count - 2, count + 3) * step / 2 + rng.choice([0, 0, 0, -1, 1]) * step / 10
    value = (total.mid + by) / WORTH[unit]
    return words + [unit + decimal_text(value, finer), rng.choice(["=", "=", "=", "=="])]


def hidden_terms(rng):
    """A total about as large as one of the ends of its terms, some of which are limits."""
    unit, decimals = rng.choice("bbbbkm"), rng.choice([0, 0, 0, 1])
    words = []
    for i in range(rng.randrange(1, 7)):
        sign = rng.choice(["<", "<", "<", ">", "", "", ""]) if i > 0 else rng.choice("<<<>")
        words.append(sign + unit + digits(rng, 3, decimals))
        if i > 0:
            words.append(rng.choice("+++++-"))
    lo, hi, _, _ = ends_of_sum(words)
    near = rng.choice([end for end in (lo, hi) if end is not None] or [F(0)]) / WORTH[unit]
    step = F(1, 10**decimals)
    total = decimal_text(near + rng.choice([-2, -1, 0, 0, 1, 2]) * step / 2 // step * step, decimals)
    return [unit + total] + words + ["="]


def formulas_compared(rng):
    left, right = a_formula(rng), a_formula(rng)
    return left + right + [rng.choice(["=", "=", "==", "<", "<=", ">", ">="])]


def near_each_other(rng):
    """A formula and a figure that says nearly the same, in percent, kr or as it comes."""
    left = a_formula(rng)
    value = reckon(left)[0]
    unit = {"r": "p", "b": "b"}.get(value.unit, value.unit)
    decimals = rng.choice([0, 1, 1, 2])
    mid = value.mid * (100 if value.unit == "r" else 1) / WORTH[unit]
    by = rng.choice([0, 0, 1, -1, F(1, 2), F(-1, 2), F(1, 10)]) * F(1, 10**decimals)
    text = decimal_text(mid + by, decimals + rng.choice([0, 1]))
    return left + [unit + text, rng.choice(["=", "=", "<", "<=", ">", ">="])]


def an_edge(rng):
    """Numbers that take up all the digits there are."""
    def long():
        n = rng.choice([1, 10, 30, 36, 37, 38])
        c = min(rng.choice([10**n - 1, 10**(n - 1), rng.randrange(10**n)]), LIMIT - 1)
        scale = rng.choice([0, 0, 1, 10, n - 1, 38 if n < 30 else 0])
        text = str(c).rjust(scale + 1, "0")
        return rng.choice("kb") + rng.choice(["", "-"]) + text[:len(text) - scale] + (
            "." + text[-scale:] if scale else "")
    words = [long()]
    for _ in range(rng.randrange(1, 4)):
        words += [long(), rng.choice("+-*/")]
    return words


MAKERS = [("number", a_formula, 3), ("number", lambda rng: a_sum(rng)[0], 1),
          ("verdict", off_by_a_little, 3), ("verdict", formulas_compared, 1),
          ("verdict", near_each_other, 3), ("edge", an_edge, 1), ("hidden", hidden_terms, 2)]


def is_wanted(rng, words):
    """Formulas that mean something, and a tenth of those that do not."""
    try:
        reckon([w for w in words if w[0] not in "=<>"])
        return True
    except (Refused, Unknown):
        return rng.random() < 0.1
    except Elsewhere:
        return False


def case(rng):
    kind, make, _ = rng.choices(MAKERS, [m[2] for m in MAKERS])[0]
    while True:
        try:
            words = make(rng)
        except (Refused, Unknown, Elsewhere):
            continue
        if kind == "hidden" or is_wanted(rng, words):
            return kind, words


# ---- what is wrong with an answer ----------------------------------------------------------------

def fields(answer):
    head, *rest = answer.split()
    return head, {k: F(v) for k, v in (item.split("=") for item in rest)}


def wrong_number(words, answer, edge):
    head, got = fields(answer)
    try:
        want = reckon(words)[0]
    except Refused:
        told = ("units", "size", "unknown") if edge else ("units",)
        return None if head in told else "the units do not agree"
    except Unknown:
        return None if head == "unknown" or (edge and head in ("size", "units")) else \
            "divided by what may be 0"
    if head != "number":
        return None if edge and head in ("size", "unknown", "bad") else "it is a number"
    if not got["lo"] <= want.lo <= want.hi <= got["hi"]:
        return f"the truth lies in {want.lo} .. {want.hi}"
    if got["exact"] and not want.exact:
        return "it is not exact"
    if edge:
        return None
    if max(want.lo - got["lo"], got["hi"] - want.hi, abs(got["mid"] - want.mid)) > want.off:
        return f"the truth is {want.mid} in {want.lo} .. {want.hi}"
    if bool(got["exact"]) != want.exact or bool(got["linear"]) != (want.half is not None):
        return f"exact is {want.exact}, linear is {want.half is not None}"
    if not want.exact and want.half is not None and \
            (got["half"], got["square"]) != (want.half, want.square):
        return f"half is {want.half}, square is {want.square}"
    return None


def wrong_verdict(words, answer):
    head, got = fields(answer)
    op = words[-1]
    try:
        a, b = reckon(words[:-1])
        if op[0] != "=":
            verdict, on_line = compare(a, op, b)
            agree = verdict is None or (verdict == head and on_line == bool(got["line"]))
            return None if agree else f"{verdict}, on the line: {on_line}"
        verdict, diff, slack = judge(a, b, op == "==")
    except (Unknown, Refused):
        return None if head in ("unknown", "none") else "there is nothing to compare"
    if verdict is not None and verdict != head:
        return f"{verdict}, differs by {diff}"
    if abs(got["diff"] - diff) > (a.off + b.off) * 100 + abs(diff) * ROUNDING:
        return f"differs by {diff}"
    if slack is not None and got["slack"] != slack:
        return f"rounding allows {slack}"
    return None


def wrong(kind, words, answer):
    if kind == "hidden":
        want = judge_hidden(words)
        return None if want == answer.split()[0] else want
    return wrong_verdict(words, answer) if kind == "verdict" else \
        wrong_number(words, answer, kind == "edge")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200000
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    cases = [case(rng) for _ in range(count)]
    said = answers("quantity_driver", [" ".join(words) for _, words in cases])
    tried, differ, verdicts = Counter(), Counter(), Counter()
    for (kind, words), answer in zip(cases, said, strict=True):
        what = wrong(kind, words, answer)
        tried[kind] += 1
        verdicts[answer.split()[0]] += 1
        if what is not None:
            differ[kind] += 1
            if sum(differ.values()) <= 20:
                print(f"{' '.join(words)}\n  expected {what}\n  got      {answer}")
    print(f"{'intervals':<10} {'cases':>9} {'differences':>12}")
    for kind in ("number", "verdict", "edge", "hidden"):
        print(f"{kind:<10} {tried[kind]:>9} {differ[kind]:>12}")
    print("answers: " + ", ".join(f"{n} {name}" for name, n in verdicts.most_common()))
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
