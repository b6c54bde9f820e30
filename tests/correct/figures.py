"""Figures as people write them in Norwegian, and the truth that they were rounded from."""
from fractions import Fraction

NBSP, THIN = "\u00a0", "\u202f"
# Kroner in one of the unit, and how the unit is written after a figure.
UNITS = {"kr": 1, "1000 kr": 1000, "mill. kr": 10**6, "mrd. kr": 10**9}


def rounded(value, decimals):
    """Half away from zero, as spreadsheets do; the last printed digits as a whole number."""
    scaled = abs(Fraction(value)) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    return -whole if value < 0 else whole


def digits(whole, decimals, blank=" ", four=True):
    """A whole number of last digits, grouped by threes and with a comma."""
    text = str(abs(whole)).rjust(decimals + 1, "0")
    left, right = (text[:-decimals], text[-decimals:]) if decimals else (text, "")
    if len(left) > 4 or (len(left) == 4 and four):
        first = len(left) % 3
        parts = ([left[:first]] if first else []) + [left[i:i + 3]
                                                     for i in range(first, len(left), 3)]
        left = blank.join(parts)
    return ("-" if whole < 0 else "") + left + ("," + right if right else "")


class Style:
    """How one author writes figures: chosen once for a plan."""

    def __init__(self, rng):
        self.blank = rng.choice([" ", " ", " ", NBSP, THIN])
        self.four = rng.random() < 0.7
        self.minus = rng.choice(["-", "-", "−"])
        self.brackets = rng.random() < 0.2  # (1 000) in cells for money
        self.zero = rng.choice(["0", "-", ""])
        self.before = rng.random() < 0.2  # kr 1 000

    def number(self, value, decimals=0):
        return digits(rounded(value, decimals), decimals, self.blank, self.four) \
            .replace("-", self.minus)

    def cell(self, value, decimals=0, money=False):
        """A cell of a table whose unit stands elsewhere."""
        text = self.number(value, decimals)
        if value < 0 and rounded(value, decimals) != 0 and self.brackets and money:
            return "(" + text[len(self.minus):] + ")"
        return text if rounded(value, decimals) != 0 or value != 0 else self.zero

    def money(self, kroner, unit="kr", decimals=0):
        text = self.number(Fraction(kroner) / UNITS[unit], decimals)
        if unit == "kr" and self.before and kroner >= 0:
            return "kr " + text
        return f"{text} {unit}"


def is_rounded(kroner, unit, decimals):
    """Whether something was lost when it was written so."""
    return rounded(Fraction(kroner) / UNITS[unit], decimals) \
        * Fraction(UNITS[unit], 10**decimals) != kroner
