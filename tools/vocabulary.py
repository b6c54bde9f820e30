"""The words of the language: grammar/vocabulary.tsv read and checked, for all generators.

Vocabulary(read_rows()) has a Row a word, with its ids numbered as in C; a fault in the table is a
generated.Fault that names its line.
"""

import os
import unicodedata

from generated import ROOT, Fault, fold

TABLE = "grammar/vocabulary.tsv"
COLUMNS = ["group", "id", "word", "in", "nb", "nn", "en", "type", "card", "flags",
           "doc_nb", "doc_en"]
LANGUAGES = ["nb", "nn", "en"]

# Group of the table: its name in VocabGroup, the C type of its ids, and the prefix of these.
GROUPS = {
    "kind": ("VG_KIND", "Kind", "K_"),
    "prop": ("VG_PROP", "VocabProp", "P_"),
    "enum": ("VG_ENUM", "VocabEnum", "E_"),
    "func": ("VG_FUNC", "VocabFunc", "FN_"),
    "missing": ("VG_MISSING", "VocabMissing", "MISS_"),
    "qual": ("VG_QUAL", "VocabQual", "Q_"),
    "role": ("VG_ROLE", "VocabRole", "ROLE_"),
    "version": ("VG_VERSION", "VocabVersion", "VER_"),
    "period": ("VG_PERIOD", "VocabPeriod", "PER_"),
    "number": ("VG_NUMBER", "VocabNumber", "NUM_"),
    "connective": ("VG_CONNECTIVE", "VocabConnective", "CON_"),
    "body": ("VG_BODY", "VocabBody", "BODY_"),
}
TYPES = ["text", "name", "ref", "money", "fte", "count", "percent", "quantity", "number", "date",
         "period", "year", "years", "enum", "bool", "unit", "expr", "path", "code", "url", "known",
         "kind", "condition"]
TYPES_WITH_ARGUMENT = ("ref", "enum", "code")
# Letter of the column `flags`: name in C, the groups in which it may stand, what it says.
FLAGS = {
    "i": ("TF_INDEXED", ("prop",), "may carry an index: a period, a version"),
    "d": ("TF_DEFAULT", ("prop",), "its key may be left out inside its kinds"),
    "c": ("TF_COMPARATOR", ("prop",), "a comparator may stand before the value"),
    "w": ("TF_WORDS", ("prop",), "other words than those of its enum are allowed"),
    "s": ("TF_SILENT", ("prop", "kind"), "not printed"),
    "p": ("TF_TRANSPARENT", ("kind",), "names in it belong to the scope around it"),
    "t": ("TF_TABLE", ("kind",), "takes a table that declares one thing a row"),
    "f": ("TF_FIGURES", ("kind",), "its table holds figures, with roles of rows"),
    "m": ("TF_MONEY", ("kind",), "its figures are kr unless said otherwise"),
    "b": ("TF_BARE", ("role",), "the bare word gives the role, without a colon"),
    "a": ("TF_ALONE", ("role",), "but only where it is the whole label"),
}
CARDS = {"-": ("CARD_NONE", "0"), "?": ("CARD_ONE", "'?'"), "*": ("CARD_MANY", "'*'")}
ANYWHERE = (1 << 64) - 1
BIT_LIMIT = 64  # kinds and sets are bits of a word


def c_name(prefix, name):
    """The enumerator of an id: K_MUNICIPALITY_GROUP of K_ and municipality-group."""
    return prefix + name.upper().replace(".", "_").replace("-", "_")


def c_set(name):
    return c_name("SET_", name)


class Row:
    def __init__(self, line, cells):
        self.line = line
        for column, cell in zip(COLUMNS, cells):
            setattr(self, "in_" if column == "in" else column, "" if cell == "-" else cell)
        self.card = cells[COLUMNS.index("card")]
        self.spellings = {lang: getattr(self, lang).split("|") for lang in LANGUAGES}
        self.key = self.id + ("." + self.word.replace(" ", "-") if self.word else "")
        self.set = self.id.split(".")[0] if self.group == "enum" else ""

    def fail(self, text):
        raise Fault(f"{TABLE}:{self.line}: {self.group} {self.key}: {text}")


# --- Reading -----------------------------------------------------------------------------------

def read_rows():
    rows, header = [], None
    with open(os.path.join(ROOT, TABLE), encoding="utf-8", newline="") as f:
        for number, line in enumerate(f.read().split("\n"), 1):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if header is None:
                header = cells
                if header != COLUMNS:
                    raise Fault(f"{TABLE}:{number}: the header should be {' '.join(COLUMNS)}")
                continue
            if len(cells) != len(COLUMNS):
                raise Fault(f"{TABLE}:{number}: {len(cells)} cells under {len(COLUMNS)} heads")
            if line != unicodedata.normalize("NFC", line) or any(c != c.strip() for c in cells):
                raise Fault(f"{TABLE}:{number}: not NFC, or blanks around a cell")
            rows.append(Row(number, cells))
    return rows


class Vocabulary:
    """The table, with its ids numbered and its rows checked."""

    def __init__(self, rows):
        self.place_sets = {r.id: r for r in rows if r.group == "set"}
        self.terms = [r for r in rows if r.group != "set"]
        self.ids = {g: {"": 0} for g in GROUPS}  # id to number, 0 is none
        self.ids["kind"]["file"] = 1  # a place, but nothing one can write
        self.enum_sets, self.catalogues = {"": 0}, {"": 0}
        self.defaults = {}  # number of a kind to the row of its default property
        self.number_ids()
        for i, row in enumerate(self.terms, 1):
            row.index = i
            self.check(row)
        self.check_ids()
        self.spellings = self.collect_spellings()

    def number_ids(self):
        seen = []
        for row in self.terms:
            if row.group not in GROUPS:
                row.fail("there is no such group")
            if row.group not in seen:
                seen.append(row.group)
            elif seen[-1] != row.group:
                row.fail("the rows of a group must stand together")
            if row.group == "number":
                self.ids["number"][row.id] = int(row.id) + 1
            else:
                self.ids[row.group].setdefault(row.id, len(self.ids[row.group]))
            if row.set:
                self.enum_sets.setdefault(row.set, len(self.enum_sets))
        if seen != list(GROUPS):
            raise Fault(f"{TABLE}: the groups should be {' '.join(GROUPS)}, in this order")
        for what, numbers in (("kinds", self.ids["kind"]), ("sets", self.enum_sets)):
            if len(numbers) > BIT_LIMIT:
                raise Fault(f"{TABLE}: more than {BIT_LIMIT} {what}")

    def check(self, row):
        for lang in LANGUAGES:
            if "" in row.spellings[lang]:
                row.fail(f"an empty spelling in {lang}")
        row.places = self.places_of(row)
        row.type_name, row.type_arg = self.type_of(row)
        if row.card not in CARDS or (row.group == "prop") != (row.card != "-"):
            row.fail(f"card {row.card!r}")
        for flag in row.flags:
            if flag not in FLAGS or row.group not in FLAGS[flag][1]:
                row.fail(f"flag {flag!r} has no meaning here")

    def places_of(self, row):
        if row.group == "enum":
            if row.in_:
                row.fail("the place of an enum's word is its set; `in` should be empty")
            return 1 << self.enum_sets[row.set]
        mask = self.places(row, row.in_)
        if mask == 0:
            row.fail("may stand nowhere")
        return mask

    def places(self, row, text, depth=0):
        mask = 0
        for place in text.split(","):
            take_away = place.startswith("-")
            name = place[1:] if take_away else place
            if name == "*":
                bits = ANYWHERE
            elif name.startswith("@") and name[1:] in self.place_sets and depth < 8:
                bits = self.places(row, self.place_sets[name[1:]].in_, depth + 1)
            elif name in self.ids["kind"] and name:
                bits = 1 << self.ids["kind"][name]
            else:
                row.fail(f"there is no place {place!r}")
            mask = mask & ~bits if take_away else mask | bits
        return mask

    def type_of(self, row):
        """The name of the type in C, and what its argument is in C."""
        if row.group == "enum":
            return "VT_ENUM", c_set(row.set)
        if row.group == "number":
            return "VT_NUMBER", row.id
        if not row.type:
            if row.group in ("prop", "func"):
                row.fail("has no type")
            return "VT_NONE", "0"
        name, _, arg = row.type.partition(":")
        if name not in TYPES or (arg != "") != (name in TYPES_WITH_ARGUMENT):
            row.fail(f"there is no type {row.type!r}")
        if name == "ref":
            if arg != "*" and arg not in self.ids["kind"]:
                row.fail(f"there is no kind {arg!r}")
            return "VT_REF", "K_NONE" if arg == "*" else c_name("K_", arg)
        if name == "enum":
            if arg not in self.enum_sets:
                row.fail(f"there is no enum {arg!r}")
            return "VT_ENUM", c_set(arg)
        if name == "code":
            self.catalogues.setdefault(arg, len(self.catalogues))
            return "VT_CODE", c_name("CAT_", arg)
        return "VT_" + name.upper(), "0"

    def check_ids(self):
        """What the rows of one id share, and what a kind may have once."""
        first, keys, defaults = {}, {}, self.defaults
        for row in self.terms:
            if (row.group, row.key) in keys:
                row.fail(f"this word is already in line {keys[row.group, row.key]}")
            keys[row.group, row.key] = row.line
            head = first.setdefault((row.group, row.id), row)
            row.doc_nb, row.doc_en = row.doc_nb or head.doc_nb, row.doc_en or head.doc_en
            if not row.doc_nb or not row.doc_en:
                row.fail("has no line of documentation")
            if (row.type, row.card) != (head.type, head.card):
                row.fail(f"type or card differs from line {head.line}")
            if "d" in row.flags:
                for kind in range(BIT_LIMIT):
                    if row.places >> kind & 1 and defaults.setdefault(kind, row) is not row:
                        row.fail(f"its kind has a default in line {defaults[kind].line}")

    def collect_spellings(self):
        """(group, folded spelling, row, languages), sorted; refuses one that means two things."""
        found = {}
        for row in self.terms:
            for bit, lang in enumerate(LANGUAGES):
                for spelling in row.spellings[lang]:
                    if spelling != " ".join(spelling.split()):
                        row.fail(f"blanks in {spelling!r}")
                    entry = found.setdefault((row.group, fold(spelling)), {})
                    entry[row.index] = entry.get(row.index, 0) | 1 << bit
        out = []
        for (group, text), rows in found.items():
            taken = 0
            for index in sorted(rows):
                row = self.terms[index - 1]
                if taken & row.places:
                    others = ", ".join(self.terms[i - 1].key for i in sorted(rows) if i != index)
                    row.fail(f"{text!r} is also {others}, in the same place")
                taken |= row.places
                out.append((group, text, row, rows[index]))
        order = {g: i for i, g in enumerate(GROUPS)}
        return sorted(out, key=lambda s: (order[s[0]], s[1].encode(), s[2].index))
