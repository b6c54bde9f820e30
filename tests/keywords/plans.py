"""plans.py: plans made by chance, with the words of grammar/vocabulary.tsv in a chosen language.

Names are often words of another language (a department called «goal»), since those are the ones that
a change of keywords could catch. The plans need not be sound: a finding has to be there before and
after.
"""
import os

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), os.pardir, os.pardir))
LANGUAGES = ("nb", "nn", "en")
SYLLABLES = ("ba", "sko", "le", "hel", "se", "tek", "nisk", "kul", "tur", "plan", "øko", "råd", "æ")


class Vocabulary:
    def __init__(self):
        self.rows = []
        with open(os.path.join(ROOT, "grammar", "vocabulary.tsv"), encoding="utf-8") as table:
            for line in table:
                if line.startswith("#") or line.startswith(("group\t", "set\t")):
                    continue
                group, key, word, inside, *spelled = line.rstrip("\n").split("\t")[:7]
                self.rows.append((group, key, word, inside, spelled))

    def spelled(self, group, key, language):
        """The first spelling of the first such row."""
        for row in self.rows:
            if row[0] == group and row[1] == key:
                return row[4][LANGUAGES.index(language)].split("|")[0]
        raise KeyError((group, key))

    def some(self, chance, group, key, language):
        """Any of the words that mean this."""
        rows = [row for row in self.rows if row[0] == group and row[1] == key]
        return chance.choice(rows)[4][LANGUAGES.index(language)].split("|")[0]

    def enums(self, name):
        return [row[1] for row in self.rows if row[0] == "enum" and row[1].startswith(name + ".")]

    def single_words(self):
        """Words of all languages that could be names."""
        return sorted({word for row in self.rows if row[0] in ("kind", "prop", "func", "enum")
                       for cell in row[4] for word in cell.split("|")
                       if word and word.replace("-", "").isalpha()})


VOCABULARY = Vocabulary()
TRICKY = VOCABULARY.single_words()


class Plan:
    """One plan, line by line."""

    def __init__(self, chance, language):
        self.chance, self.language = chance, language
        self.lines, self.units, self.goals = [], [], []

    def word(self, group, key):
        return VOCABULARY.spelled(group, key, self.language)

    def kind(self, key):
        return VOCABULARY.some(self.chance, "kind", key, self.language)

    def prop(self, key):
        return self.word("prop", key)

    def put(self, depth, text):
        self.lines.append("  " * depth + text)

    def name(self):
        chance = self.chance
        if chance.random() < 0.4:
            return chance.choice(TRICKY)
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))

    def title(self):
        return '"' + " ".join(self.name() for _ in range(self.chance.randint(1, 4))) + '"'

    def enum(self, name):
        return self.word("enum", self.chance.choice(VOCABULARY.enums(name)))

    def responsible(self):
        return self.chance.choice(self.units) if self.units else '"rektor"'

    # ---- pieces ------------------------------------------------------------------------------

    def head(self):
        self.put(0, f'{self.word("kind", "plan")} {self.name()} {self.title()} {{')
        self.put(1, f'{self.prop("municipality")}: Kragerø')
        self.put(1, f'{self.prop("year")}: 2018')
        self.put(1, f'{self.prop("period")}: 2018–2021')
        self.put(1, f'{self.prop("version")}: {self.word("enum", "version.draft")}')

    def organisation(self):
        self.put(1, f'{self.word("kind", "facts")} {{')
        for _ in range(self.chance.randint(1, 4)):
            name = self.name()
            self.units.append(name)
            body = ""
            if self.chance.random() < 0.3:
                body = f' {{ {self.prop("fte")}: {self.chance.randint(1, 90)},5 }}'
            self.put(2, f'{self.kind("unit")} {name} {self.title()}{body}')
        self.put(1, "}")

    def frame(self):
        name = f" {self.name()}" if self.chance.random() < 0.3 else ""
        self.put(1, f'{self.word("kind", "frame")}{name} {self.title()} {{')
        self.put(2, f'{self.prop("decided_by")}: kommunestyret 14.12.2017')
        self.put(2, "2017: 90 kr")
        self.put(2, "2018: 100 kr")
        self.put(1, "}")

    def breakdown(self):
        label = self.chance.choice((str.lower, str.capitalize, str.upper))
        heads = [label(self.prop(p)) for p in ("function", "income", "expenditure", "net")]
        role = self.word("role", "sum")
        last = self.chance.choice((role.capitalize(), f"{role}: {self.name()}", "Sum"))
        self.put(1, f'{self.word("kind", "breakdown")} {self.name()} {self.title()} {{')
        self.put(2, f'{self.prop("of")}: {self.word("kind", "frame")}.2018')
        for cells in (heads, ["120", "10", "70", "60"], ["20/21", "5", "45", "40"],
                      [last, "15", "115", self.chance.choice(("100", "101"))]):
            self.put(2, "| " + " | ".join(cells) + " |")
        self.put(1, "}")

    def prose(self):
        counted = self.chance.choice(("measure", "goal", "unit", "decision"))
        frame, count = self.word("kind", "frame"), self.word("func", "count")
        self.put(1, '"""')
        self.put(1, f"Rammen er {{100 kr = {frame}.2018}}, eller {{{frame}.2017}}, for "
                    f"{{{count}({self.kind(counted)})}} ting, {{{count}({self.word('kind', 'measure')} "
                    f"{self.word('connective', 'in')} {self.goals[-1] if self.goals else 'x'})}}.")
        if self.goals:
            self.put(1, f'Se [{self.name()}]({self.word("kind", "goal")}:{self.goals[-1]}).')
        self.put(1, '"""')

    def measure(self, depth):
        due = self.chance.choice(("2018", "1.6.2018", self.word("period", "spring") + " 2018"))
        parts = [f'{self.prop("responsible")}: {self.responsible()}', f'{self.prop("due")}: {due}',
                 f'{self.prop("status")}: {self.enum("status")}',
                 f'{self.prop("cost")} 2018: {self.chance.randint(1, 900)} 000 kr',
                 f'{self.prop("within_frame")}: {self.word("enum", "bool.yes")}']
        parts = self.chance.sample(parts, self.chance.randint(0, len(parts)))
        head = f'{self.word("kind", "measure")} {self.title()}'
        if not parts:
            self.put(depth, head)
        elif self.chance.random() < 0.5:
            self.put(depth, f'{head} {{ {"; ".join(parts)} }}')
        else:
            self.put(depth, head + " {")
            for part in parts:
                self.put(depth + 1, part)
            self.put(depth, "}")

    def indicator(self, depth):
        compare = self.chance.choice((">= ", "< ", self.word("qual", "at_least") + " ",
                                      self.word("qual", "at_most") + " ", ""))
        self.put(depth, f'{self.word("kind", "indicator")} {self.name()} {self.title()} {{')
        self.put(depth + 1, f'{self.prop("measured_in")}: %')
        self.put(depth + 1, f'{self.prop("direction")}: {self.enum("direction")}')
        self.put(depth + 1, f'{self.prop("result")} 2017: 4,5 %')
        self.put(depth + 1, f'{self.prop("target")} 2018: {compare}4 %')
        self.put(depth, "}")

    def goal(self):
        name = self.name()
        self.goals.append(name)
        self.put(1, f'{self.kind("goal")} {name} {self.title()} {{')
        for _ in range(self.chance.randint(0, 3)):
            self.measure(2)
        if self.chance.random() < 0.5:
            self.indicator(2)
        self.put(1, "}")

    def listed(self):
        for _ in range(self.chance.randint(1, 3)):
            self.put(1, f'{self.kind(self.chance.choice(("item", "document")))} {self.title()}')

    def things(self):
        """A table that declares a thing a row."""
        self.put(1, f'{self.word("kind", "measure")} {{')
        heads = [self.prop(p) for p in ("title", "responsible", "status")]
        self.put(2, "| " + " | ".join(heads) + " |")
        for _ in range(self.chance.randint(1, 4)):
            self.put(2, f'| {self.name()} | {self.responsible()} | {self.enum("status")} |')
        self.put(1, "}")

    def again(self):
        if self.units:
            self.put(1, f'{self.word("kind", "again")} {self.chance.choice(self.units)} {{')
            self.measure(2)
            self.put(1, "}")

    def claim(self):
        frame = self.word("kind", "frame")
        self.put(1, f'{self.prop("require")}: {frame}.2018 >= {frame}.2017 {self.title()}')

    def text(self):
        self.head()
        self.organisation()
        self.frame()
        pieces = [self.breakdown, self.prose, self.goal, self.goal, self.listed, self.things,
                  self.again, self.claim]
        for piece in self.chance.choices(pieces, k=self.chance.randint(2, 8)):
            piece()
        self.put(0, "}")
        return "\n".join(self.lines) + "\n"
