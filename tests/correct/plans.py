"""One correct plan at random: figures are drawn first, and rounded only when they are written."""
import random
from fractions import Fraction

from figures import Style, UNITS, is_rounded, rounded
from words import AIMS, DEEDS, PLACES, THINGS, UNITS as UNIT_NAMES

NUMBER_WORDS = {"nb": ["null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"],
                "nn": ["null", "ein", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"],
                "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                       "ten"]}
LANGUAGE = {"nb": "bokmål", "nn": "nynorsk", "en": "English"}


class Plan:
    def __init__(self, seed, words):
        self.rng = random.Random(seed)
        self.words = words
        self.lang = self.rng.choice(["nb", "nb", "nn", "en"])
        self.style = Style(self.rng)
        self.year = self.rng.randrange(2018, 2026)
        self.years = range(self.year, self.year + self.rng.choice([1, 1, 4]))
        self.lines = []
        self.claims = []        # live figures for the prose, each a text in braces
        self.counts = {}        # how many of a kind: word -> number
        self.rounded_sums = 0   # sums of rounded figures that were written
        self.names = 0

    # ---- words and figures --------------------------------------------------------------------

    def w(self, group, name, word=None):
        return self.words.get(self.lang, group, name, word)

    def kind(self, name, word=None):
        return self.w("kind", name, word)

    def prop(self, name):
        return self.w("prop", name)

    def put(self, depth, text):
        self.lines.append("  " * depth + text)

    def name(self, prefix):
        self.names += 1
        return f"{prefix}{self.names}"

    def titles(self, count):
        return self.rng.sample([f"{p} {t}" for p in PLACES for t in THINGS], count)

    def amount(self, negative=False):
        """Kroner; now and then a round sum."""
        rng = self.rng
        value = rng.randrange(1, 10**rng.randrange(5, 9))
        if rng.random() < 0.2:
            value = value // 10000 * 10000
        return -value if negative and rng.random() < 0.3 else value

    def coarse(self, kroner):
        """A unit and decimals that leave three digits or more of an amount, as in prose."""
        if abs(kroner) >= 10**9 and self.rng.random() < 0.3:
            return "mrd. kr", self.rng.randrange(1, 3)
        if abs(kroner) >= 10**6:
            return "mill. kr", self.rng.randrange(1, 4)
        return "kr", 0

    # ---- tables -------------------------------------------------------------------------------

    def table(self, depth, rows):
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        for row in rows:
            cells = [row[0].ljust(widths[0])]
            cells += [c.rjust(w) for c, w in zip(row[1:], widths[1:])]
            self.put(depth, "| " + " | ".join(cells) + " |")

    def sum_label(self):
        choice = self.rng.choice(["sum", "total", "colon"])
        if choice == "colon":
            return f"{self.w('role', 'sum')}: {self.rng.choice(PLACES)}"
        return self.w("role", "sum") if choice == "sum" else \
            {"nb": "I alt", "nn": "Totalt", "en": "Total"}[self.lang]

    def scale(self, depth):
        """How the amounts of a table are written: (unit, decimals, text of the heading's unit)."""
        rng = self.rng
        form = rng.choice(["kr", "kr", "scale", "heading", "million scale"])
        if form == "scale":
            self.put(depth, f"{self.prop('scale')}: 1000 kr")
            return "1000 kr", 0, ""
        if form == "million scale":
            self.put(depth, f"{self.prop('scale')}: mill. kr")
            return "mill. kr", rng.randrange(1, 3), ""
        if form == "heading":
            return "mill. kr", rng.randrange(1, 4), " : mill. kr"
        return "kr", 0, ""

    def cell(self, kroner, unit, decimals):
        return self.style.cell(Fraction(kroner) / UNITS[unit], decimals, money=True)

    def note_sum(self, parts, unit, decimals):
        self.rounded_sums += any(is_rounded(p, unit, decimals) for p in parts)

    def parts_of(self, total, count):
        """`count` amounts that add up to it, none of them zero where that can be helped."""
        cuts = sorted(self.rng.randrange(0, total + 1) for _ in range(count - 1))
        return [b - a for a, b in zip([0, *cuts], [*cuts, total])]

    # ---- declarations -------------------------------------------------------------------------

    def head(self):
        self.put(0, f'{self.kind("plan")} p "Plan {self.year}" {{')
        self.put(1, f"{self.prop('municipality')}: "
                    f"{self.words.municipality_of(self.year, self.rng)}")
        self.put(1, f"{self.prop('year')}: {self.year}")
        if len(self.years) > 1:
            self.put(1, f"{self.prop('period')}: {self.years[0]}–{self.years[-1]}")
        self.put(1, f"{self.prop('language')}: {LANGUAGE[self.lang]}")

    def units(self):
        self.units_of_plan = []
        for title in self.rng.sample(UNIT_NAMES, self.rng.randrange(2, 7)):
            name = self.name("e")
            self.units_of_plan.append((name, title))
            self.put(1, f'{self.kind("unit", "avdeling")} {name} "{title}"')
        self.count_of(self.kind("unit", "avdeling"), len(self.units_of_plan))

    def count_of(self, word, number):
        self.counts[word] = self.counts.get(word, 0) + number

    def frame(self):
        """The frame of each year; exact, or rounded as in a first draft."""
        self.frame_of = {}
        self.put(1, f'{self.kind("frame")} ramma "Netto" {{')
        for year in [self.year - 1, *self.years]:
            total = self.rng.randrange(10**6, 10**9)
            unit, decimals = ("kr", 0) if self.rng.random() < 0.7 else self.coarse(total)
            self.frame_of[year] = (total, unit, decimals)
            self.put(2, f"{year}: {self.style.money(total, unit, decimals)}")
            self.claim_amount(f"{self.kind('frame')}.{year}", total)
        self.put(1, "}")
        self.claim_difference()

    def claim_amount(self, path, kroner):
        """Said again in prose, as it is or rounded, exactly or about."""
        rng = self.rng
        if self.frame_is_exact(path):
            unit, decimals = self.coarse(kroner)
            text = self.style.money(kroner, unit, decimals)
            if rng.random() < 0.15:
                text = f"{self.w('qual', 'approx')} {text}"
            self.claims.append(f"{{{text} = {path}}}")
        self.claims.append(f"{{{path}}}")

    def frame_is_exact(self, path):
        year = int(path.rsplit(".", 1)[1])
        return self.frame_of[year][1] == "kr"

    def claim_difference(self):
        """Growth between two exact frames, in kroner and in percent."""
        before, now = self.frame_of[self.year - 1], self.frame_of[self.year]
        if before[1] != "kr" or now[1] != "kr":
            return
        frame = self.kind("frame")
        a, b = f"{frame}.{self.year - 1}", f"{frame}.{self.year}"
        grown = now[0] - before[0]
        if grown != 0:
            unit, decimals = self.coarse(grown)
            self.claims.append(f"{{{self.style.money(grown, unit, decimals)} = {b} - {a}}}")
        share = Fraction(grown, before[0]) * 100
        decimals = self.rng.randrange(0, 3)
        self.claims.append(f"{{{self.style.number(share, decimals)} % = ({b} - {a}) / {a}}}")
        smaller, larger = (a, b) if before[0] < now[0] else (b, a)
        if grown != 0:
            self.put(1, f'{self.prop("require")}: {smaller} < {larger}')

    # ---- breakdowns ---------------------------------------------------------------------------

    def breakdowns(self):
        for year in self.years:
            total, unit, _ = self.frame_of[year]
            if unit == "kr" and self.rng.random() < 0.7:
                self.by_function(year, total)
            if unit == "kr" and self.rng.random() < 0.7:
                self.by_unit(year, total)

    def open_breakdown(self, title, year):
        self.put(1, f'{self.kind("breakdown")} {self.name("f")} "{title} {year}" {{')
        self.put(2, f"{self.prop('of')}: {self.kind('frame')}.{year}")

    def by_function(self, year, total):
        rng = self.rng
        codes = sorted(rng.sample(self.words.functions_of(self.year), rng.randrange(2, 9)))
        nets = self.parts_of(total, len(codes))
        incomes = [self.amount() if rng.random() < 0.6 else 0 for _ in codes]
        self.open_breakdown("Etter funksjon", year)
        sign = -1 if rng.random() < 0.3 else 1
        if sign < 0:
            self.put(2, f"{self.prop('sign')}: {self.w('enum', 'sign.negative')}")
        unit, decimals, heading = self.scale(2)
        rows = [[self.prop("function"), self.prop("income") + heading,
                 self.prop("expenditure") + heading, self.prop("net") + heading]]
        for (code, title), net, income in zip(codes, nets, incomes):
            label = code if rng.random() < 0.2 else f"{code} {title}"
            rows.append([label, self.cell(sign * income, unit, decimals),
                         self.cell(net + income, unit, decimals), self.cell(net, unit, decimals)])
        columns = (incomes, [n + i for n, i in zip(nets, incomes)], nets)
        rows.append([self.sum_label(), self.cell(sign * sum(incomes), unit, decimals),
                     *(self.cell(sum(c), unit, decimals) for c in columns[1:])])
        for column in columns:
            self.note_sum(column, unit, decimals)
        self.table(2, rows)
        self.put(1, "}")

    def by_unit(self, year, total):
        nets = self.parts_of(total, len(self.units_of_plan))
        self.open_breakdown("Etter avdeling", year)
        unit, decimals, heading = self.scale(2)
        rows = [[self.kind("unit", "avdeling"), self.prop("net") + heading]]
        for (_, title), net in zip(self.units_of_plan, nets):
            rows.append([title, self.cell(net, unit, decimals)])
        rows.append([self.sum_label(), self.cell(total, unit, decimals)])
        self.note_sum(nets, unit, decimals)
        self.table(2, rows)
        self.put(1, "}")

    # ---- tables of amounts --------------------------------------------------------------------

    def amounts(self):
        """Groups with subtotals, of-which rows and a row that is taken away."""
        rng = self.rng
        name = self.name("t")
        columns = list(self.years)
        self.put(1, f'{self.kind("table")} {name} "Budsjett" {{')
        unit, decimals, heading = self.scale(2)
        if unit == "kr":
            self.put(2, f"{self.prop('measured_in')}: kr")
        rows = [["Post", *(f"{year}{heading}" for year in columns)]]
        totals = [0] * len(columns)
        terms = [[] for _ in columns]
        for _ in range(rng.randrange(1, 4)):
            self.amount_group(rows, totals, terms, unit, decimals)
        if rng.random() < 0.4:
            taken = [self.amount() for _ in columns]
            rows.append([f"{self.w('role', 'minus')}: Egenbetaling",
                         *(self.cell(v, unit, decimals) for v in taken)])
            totals = [t - v for t, v in zip(totals, taken)]
            terms = [t + [-v] for t, v in zip(terms, taken)]
        rows.append([self.sum_label(), *(self.cell(t, unit, decimals) for t in totals)])
        for column in terms:
            self.note_sum(column, unit, decimals)
        self.table(2, rows)
        self.put(1, "}")

    def amount_group(self, rows, totals, terms, unit, decimals):
        rng = self.rng
        with_subtotal = rng.random() < 0.5
        blank = [""] * len(totals)
        if with_subtotal:
            rows.append([f"{self.w('role', 'group')}: {rng.choice(THINGS).capitalize()}", *blank])
        group = [[] for _ in totals]
        for title in self.titles(rng.randrange(1, 7)):
            values = [self.amount(negative=True) if rng.random() < 0.9 else 0 for _ in totals]
            rows.append([title, *(self.cell(v, unit, decimals) for v in values)])
            if min(values) > 10**5 and rng.random() < 0.2:
                rows.append([f"{self.w('role', 'of_which')} vikarer",
                             *(self.cell(v // 3, unit, decimals) for v in values)])
            for i, value in enumerate(values):
                group[i].append(value)
        for i, values in enumerate(group):
            totals[i] += sum(values)
            terms[i] += values
        if with_subtotal:
            rows.append([f"{self.w('role', 'subtotal')} her",
                         *(self.cell(sum(v), unit, decimals) for v in group)])
            for values in group:
                self.note_sum(values, unit, decimals)

    def mixed(self):
        """Rows in kroner or in millions, as their authors chose, and a sum in millions. Millions all
        have as many decimals: `7` beside `10,36` is read as 7,00, and would be wrong here."""
        rows = [["Post", "Beløp"]]
        places = self.rng.randrange(1, 3)
        values, lost = [], False
        for title in self.titles(self.rng.randrange(2, 7)):
            value = self.rng.randrange(10**6, 10**8)
            unit, decimals = self.rng.choice([("kr", 0), ("1000 kr", 0),
                                              ("mill. kr", places)])
            if unit == "1000 kr":  # nobody writes that after a figure
                value, unit = value // 1000 * 1000, "kr"
            values.append(value)
            lost |= is_rounded(value, unit, decimals)
            rows.append([title, self.style.money(value, unit, decimals)])
        rows.append([self.sum_label(), self.style.money(sum(values), "mill. kr", places)])
        self.rounded_sums += lost or is_rounded(sum(values), "mill. kr", places)
        self.put(1, f'{self.kind("table")} {self.name("t")} "Blandet" {{')
        self.table(2, rows)
        self.put(1, "}")

    # ---- people -------------------------------------------------------------------------------

    def staff(self):
        """Full-time equivalents, some with fewer decimals than others, and counts with row sums."""
        rng = self.rng
        decimals = rng.randrange(1, 3)
        values = [Fraction(rng.randrange(50, 20000), 100) for _ in self.units_of_plan]
        self.put(1, f'{self.kind("table")} {self.name("t")} "Bemanning" {{')
        rows = [["Sted", self.prop("fte")]]
        for (_, title), value in zip(self.units_of_plan, values):
            text = self.style.number(value, decimals)
            if value.denominator == 1 and rng.random() < 0.5:
                text = self.style.number(value)
            rows.append([title, text])
        rows.append([self.sum_label(), self.style.number(sum(values), decimals)])
        self.rounded_sums += any(v * 10**decimals % 1 for v in values)
        self.table(2, rows)
        self.put(1, "}")

    def heads(self):
        rng = self.rng
        self.put(1, f'{self.kind("table")} {self.name("t")} "Ansatte" {{')
        rows = [["Sted", "Kvinner", "Menn", "Sum"]]
        sums = [0, 0, 0]
        for _, title in self.units_of_plan:
            women, men = rng.randrange(1, 400), rng.randrange(0, 200)
            rows.append([title, *map(self.style.cell, (women, men, women + men))])
            sums = [s + v for s, v in zip(sums, (women, men, women + men))]
        rows.append([self.sum_label(), *map(self.style.cell, sums)])
        self.table(2, rows)
        self.put(1, "}")

    # ---- what is to be done -------------------------------------------------------------------

    def goals(self):
        for title in self.rng.sample(AIMS, self.rng.randrange(1, 4)):
            self.put(1, f'{self.kind("goal", "mål")} {self.name("m")} "{title}" {{')
            self.count_of(self.kind("goal", "mål"), 1)
            for _ in range(self.rng.randrange(1, 5)):
                self.measure()
            if self.rng.random() < 0.7:
                self.indicator()
            self.put(1, "}")
        if self.rng.random() < 0.6:
            self.indicator_table()

    def due(self):
        year = self.rng.choice(self.years)
        autumn = {"nb": "høsten", "nn": "hausten", "en": "autumn"}[self.lang]
        return self.rng.choice([f"{year}", f"1.10.{year}", f"{autumn} {year}"])

    def measure(self):
        rng = self.rng
        unit = rng.choice(self.units_of_plan)[0]
        title = f"{rng.choice(DEEDS)} {rng.choice(THINGS)} {self.names + 1}"
        cost = ""
        if rng.random() < 0.4:
            low = rng.randrange(1, 90) * 10000
            cost = rng.choice([f"{self.style.number(low)} kr",
                               f"{self.style.number(low)}–{self.style.number(2 * low)} kr",
                               f"{self.w('qual', 'approx')} {self.style.number(low)} kr"])
            cost = f"; {self.prop('cost')}: {cost}"
        self.put(2, f'{self.kind("measure")} {self.name("a")} "{title}" {{ '
                    f"{self.prop('responsible')}: {unit}; {self.prop('due')}: {self.due()}{cost} }}")
        self.count_of(self.kind("measure"), 1)

    def percent(self):
        """Around half of all, with the decimals it is written with."""
        decimals = self.rng.randrange(0, 3)
        return Fraction(self.rng.randrange(2000, 8000), 100), decimals

    def indicator(self):
        rng = self.rng
        name = self.name("i")
        value, decimals = self.percent()
        factor = Fraction(rng.choice([80, 90, 110, 120]), 100)
        self.put(2, f'{self.kind("indicator")} {name} "Andel {name}" {{')
        self.put(3, f"{self.prop('measured_in')}: %")
        up = factor > 1
        self.put(3, f"{self.prop('direction')}: "
                    f"{self.w('enum', 'direction.up' if up else 'direction.down')}")
        stated = Fraction(rounded(value, decimals), 10**decimals)
        self.put(3, f"{self.prop('result')} {self.year - 1}: "
                    f"{self.style.number(stated, decimals)} %")
        path = f"{name}.{self.prop('result')}.{self.year - 1}"
        self.put(3, f"{self.prop('target')} {self.year}: "
                    f"{self.style.number(stated * factor, decimals)} % = {path} * "
                    f"{self.style.number(factor * 100)} %")
        if rng.random() < 0.4:
            self.put(3, f"{self.prop('result')} {self.year - 2}: "
                        f"{self.w('missing', rng.choice(['not_measured', 'not_available']))}")
        self.put(2, "}")
        self.claims.append(f"{{{self.style.number(stated, decimals)} % = {path}}}")

    def indicator_table(self):
        rows = [[self.prop("name"), self.prop("title"), self.prop("measured_in"),
                 self.prop("direction"), f"{self.prop('result')} {self.year - 1}",
                 f"{self.prop('target')} {self.year}"]]
        for _ in range(self.rng.randrange(1, 5)):
            name = self.name("i")
            value, decimals = self.percent()
            result = self.style.number(value, decimals) + " %"
            if self.rng.random() < 0.2:
                result = self.w("missing", "not_measured")
            rows.append([name, f"Indikator {name}", "%", self.w("enum", "direction.up"), result,
                         f">= {self.style.number(value + 5, decimals)} %"])
        self.put(1, f"{self.kind('indicator')} {{")
        self.table(2, rows)
        self.put(1, "}")

    def key_figures(self):
        """Exact figures said again, rounded, with the equation that ties them."""
        rows = [["Nøkkel", *(str(y) for y in (self.year, self.year - 1))]]
        rows[0][0] = self.prop("title")
        cells = []
        for year in (self.year, self.year - 1):
            total, unit, _ = self.frame_of[year]
            if unit == "kr":
                coarse, decimals = self.coarse(total)
                cells.append(f"{self.style.money(total, coarse, decimals)} = "
                             f"{self.kind('frame')}.{year}")
            else:
                cells.append(self.w("missing", "not_available"))
        rows.append(["Netto ramme", *cells])
        rows.append(["Lærlinger", *(self.style.number(self.rng.randrange(1, 60)) for _ in cells)])
        rows.append(["Sykefravær", *(self.style.number(Fraction(self.rng.randrange(200, 900), 100), 1)
                                     + " %" for _ in cells)])
        self.put(1, f"{self.kind('keyfigure')} {{")
        self.table(2, rows)
        self.put(1, "}")

    def investments(self):
        rng = self.rng
        years = list(self.years)
        rows = [[self.prop("number"), self.prop("title"), *map(str, years), self.prop("total")]]
        titles = self.titles(rng.randrange(1, 6))
        for i, title in enumerate(titles):
            values = [rng.randrange(1, 500) * 10**5 if rng.random() < 0.8 else 0 for _ in years]
            if not any(values):
                values[0] = 10**5
            rows.append([str(6000 + i), title,
                         *(self.style.money(v, "mill. kr", 1) if v else "" for v in values),
                         self.style.money(sum(values), "mill. kr", 1)])
        self.put(1, f"{self.kind('investment')} {{")
        self.table(2, rows)
        self.put(1, "}")
        self.count_of(self.kind("investment"), len(titles))

    # ---- prose --------------------------------------------------------------------------------

    def prose(self):
        rng = self.rng
        count = self.w("func", "count")
        for word, number in self.counts.items():
            said = NUMBER_WORDS[self.lang][number] \
                if number < len(NUMBER_WORDS[self.lang]) and rng.random() < 0.5 else str(number)
            self.claims.append(f"{{{said} = {count}({word})}}")
        rng.shuffle(self.claims)
        self.put(1, '"""')
        for i in range(0, len(self.claims), 3):
            self.put(1, "Her står " + " og ".join(self.claims[i:i + 3]) + ".")
        self.put(1, '"""')

    def text(self):
        self.head()
        self.units()
        self.frame()
        parts = [self.breakdowns, self.amounts, self.mixed, self.staff, self.heads, self.goals,
                 self.key_figures, self.investments]
        self.rng.shuffle(parts)
        for part in parts:
            if self.rng.random() < 0.75:
                part()
        self.prose()
        self.put(0, "}")
        return "\n".join(self.lines) + "\n"
