"""mutants.py — the faults that every.py puts into a plan, by kind.

A mutant knows what it was put into: `context` is the line, `cover` how well the figure was covered
(proven, supported, typed, loose), `mark` what the compiler took the word for, `used` whether something
else in the plan names it. survivors.py gives its reasons from these.
"""
import dataclasses
import re

from proven import variants

MARK = re.compile(r"^(?:.*/)?([^/]+\.hplan):(\d+):(\d+) «(.*?)» (names|declares|unit|code of|row|column)"
                  r"\b ?(.*)$")
YEAR = re.compile(r"(?<![\d.,])(?<!\d[ \u00a0\u202f])(?:19|20)\d\d(?![\d.,]*\d)(?![ \u00a0\u202f]\d\d\d\b)")
DATE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
# What a unit becomes: another scale where there is one, and another dimension.
OTHER_UNITS = {"kr": ["mill. kr", "%"], "mill. kr": ["1000 kr", "%"], "1000 kr": ["mill. kr", "%"],
               "%": ["kr", "årsverk"], "årsverk": ["kr", "%"]}


@dataclasses.dataclass
class Mutant:
    kind: str
    place: str
    what: str
    edits: list  # (file, from, to, what becomes of it)
    context: str
    cover: str = ""
    mark: str = ""
    used: bool = False


def line_of(text, at):
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start:end if end >= 0 else len(text)]


class Maker:
    def __init__(self, plan):
        self.plan = plan
        self.made = []
        self.marks = list(marks_of(plan))
        # What is named, by which word; and the lines on which something stands that is named.
        self.named = {(said, word.strip('"').lower()) for _, _, word, mark, said in self.marks
                      if mark in ("names", "row")}
        self.needed = {(file, plan.texts[file].count("\n", 0, at)) for file, at, word, mark, said
                       in self.marks if mark == "declares" and self.is_named(said, word)}

    def is_named(self, said, word):
        return (said, word.strip('"').lower()) in self.named

    def add(self, kind, file, at, end, became, **more):
        if file not in self.plan.spoilt:
            return None
        text = self.plan.texts[file]
        number, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        was = text[at:end].strip().replace("\n", "⏎")
        self.made.append(Mutant(kind, f"{file}:{number}:{column}", f"{was} → {became.strip()}",
                                [(file, at, end, became)], line_of(text, at), **more))
        return self.made[-1]


def characters(text, offset):
    """Of bytes."""
    return len(text.encode()[:offset].decode("utf-8", "replace"))


# ---- figures -------------------------------------------------------------------------------------

def of_figures(maker):
    for figure in maker.plan.figures:
        file, text = figure["file"], maker.plan.texts[figure["file"]]
        at = characters(text, figure["offset"])
        end = characters(text, figure["offset"] + figure["length"])
        if figure["cover"] == "proven":
            for became in variants(figure["text"]):
                maker.add("siffer i bevist tall", file, at, end, became, cover="proven")
        word = text[at:end]
        if any(c.isdigit() for c in word):
            other = word[1:] if word[0] in "-−" else "-" + word
            maker.add("fortegn", file, at, end, other, cover=figure["cover"])


# ---- words ---------------------------------------------------------------------------------------

def spoilt(word):
    """A name with its last letter doubled, or the last one of two lost."""
    return word[:-1] if len(word) > 2 and word[-1] == word[-2] else word + word[-1]


def marks_of(plan):
    """(file, where, word, what it was taken for, what is said of it)"""
    starts = {}
    for name, text in plan.texts.items():
        starts[name] = [0] + [m.end() for m in re.finditer("\n", text)]
    for line in plan.marks:
        m = MARK.match(line)
        if m is None or m[1] not in starts:
            continue
        at = starts[m[1]][int(m[2]) - 1] + int(m[3]) - 1
        word = m[4]
        if plan.texts[m[1]][at:at + len(word)] == word:
            yield m[1], at, word, m[5], m[6]


def other_code(code):
    """The last digit is the next one."""
    return code[:-1] + str((int(code[-1]) + 1) % 10) if code[-1].isdigit() else spoilt(code)


def of_words(maker):
    for file, at, word, mark, said in maker.marks:
        inner = word.strip('"')
        end, more = at + len(word), {"mark": f"{mark} {said}", "used": maker.is_named(said, word)}
        if mark == "unit":
            for other in OTHER_UNITS.get(word, ["kr", "%"]):
                maker.add("enhet", file, at, end, other, **more)
        elif mark == "code of":
            maker.add("kode", file, at, end, word.replace(inner, other_code(inner)), **more)
        elif mark == "declares" and word.startswith('"'):
            maker.add("tittel", file, at, end, word.replace(inner, spoilt(inner)), **more)
        elif mark == "declares":
            maker.add("deklarert navn", file, at, end, spoilt(word), **more)
        else:
            maker.add("navn", file, at, end, word.replace(inner, spoilt(inner)), **more)


# ---- dates ---------------------------------------------------------------------------------------

def prose(text):
    """Where nothing is read: comments, and text blocks but for what is in braces."""
    for m in re.finditer(r'"""(.*?)"""|^\s*#[^\n]*', text, re.S | re.M):
        at = m.start()
        for live in re.finditer(r"\{[^{}]*\}", m[0]) if m[1] is not None else ():
            yield at, m.start() + live.start()
            at = m.start() + live.end()
        yield at, m.end()


def of_dates(maker):
    for file, text in maker.plan.texts.items():
        silent = list(prose(text)) + [m.span() for m in re.finditer(r'"[^"\n]*"', text)]
        for pattern, kind in ((YEAR, "år"), (DATE, "dato")):
            for m in pattern.finditer(text):
                if any(a <= m.start() < b for a, b in silent):
                    continue
                if kind == "år":
                    maker.add("år", file, *m.span(), str(int(m[0]) + 1))
                    continue
                maker.add("dato", file, *m.span(), f"{int(m[1]) % 28 + 1}.{m[2]}.{m[3]}")
                maker.add("dato", file, *m.span(), f"{m[1]}.13.{m[3]}")


# ---- rows ----------------------------------------------------------------------------------------

def tables(text):
    """The rows of each table, [(from, to)], without heads and lines."""
    found, rows, at = [], [], 0
    for line in text.splitlines(keepends=True):
        if line.lstrip().startswith("|"):
            rows.append((at, at + len(line)))
        elif rows:
            found.append(rows)
            rows = []
        at += len(line)
    return found + ([rows] if rows else [])


def bodies(text):
    for rows in tables(text):
        rule = [i for i, (a, b) in enumerate(rows) if re.fullmatch(r"\s*\|[-|: ]+\|?\s*", text[a:b])]
        body = rows[rule[0] + 1:] if rule else rows[1:]
        if body:
            yield body


def of_rows(maker):
    for file, text in maker.plan.texts.items():
        body_of = list(bodies(text))
        for n, body in enumerate(body_of):
            for i, (at, end) in enumerate(body):
                row = text[at:end]
                used = (file, text.count("\n", 0, at)) in maker.needed
                maker.add("rad slettet", file, at, end, "", used=used)
                maker.add("rad to ganger", file, at, at, row, used=used)
                if n + 1 == len(body_of) or i >= len(body_of[n + 1]):
                    continue
                other_at, other_end = body_of[n + 1][i]
                mutant = maker.add("rader byttet", file, at, end, text[other_at:other_end], used=used)
                if mutant is not None:
                    mutant.edits.append((file, other_at, other_end, row))


def mutants_of(plan):
    maker = Maker(plan)
    of_figures(maker)
    of_words(maker)
    of_dates(maker)
    of_rows(maker)
    return maker.made
