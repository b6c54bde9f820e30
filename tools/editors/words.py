"""The words of the language as an editor's grammar needs them: the one reader of the table.

A module beside this one makes the files of one editor, given a Words; tools/gen-editors runs
them all. The table itself is read and checked by tools/vocabulary.py.

An editor colours line by line and knows no model, so all of them go by the same few rules. What
they give for editors/sample/eksempel.hplan stands in editors/sample/classes.tsv.

- A statement begins at a line's start, behind `{` and behind `;`. If it begins with the spelling
  of a property, an index if any (figures, words of PERIODS and VERSIONS) and a colon, the spelling
  is a property. If it begins with a kind, the kind is coloured; in the rest of the head a word or
  a path is a name, a string a title, a figure a number. An index alone (`2018:`, `budsjett 2019:`)
  is the default property. A key that nobody knows has no colour: that is how a slip is seen.
- What a value's words are depends on its property: see CONTEXTS. In every value: figures, words
  that qualify the figure behind them (`ca`, `minst`: operators), the word or words that follow a
  figure (a unit, if no connective), `%`, strings, links, paths (names), codes of findings
  (HP4001), operators. A call is a function. Behind `=` words are names.
- In a table's first row words are properties, strings titles. In the others the first cell may
  begin with a role or a figure (a code); the rest of it is text. A further cell that is nothing
  but a missing value or an enum's word is an enum; else it is read as a value of context text,
  and what follows `=` as everywhere.
- In a text block Markdown's headings, bold and links are coloured; in `{…}` it is as behind `=`,
  and a number word is a number. `\\{` is text.
"""

import json
import os
import re
import textwrap

from generated import ROOT, Fault
from vocabulary import LANGUAGES, TABLE, Vocabulary, read_rows

UNITS = "stdlib/måleenheter.hplan"

# What a piece of text can be. `none` in the sample's table says that it must have no class.
CLASSES = ["comment", "kind", "property", "enum", "function", "role", "name", "title", "string",
           "number", "unit", "operator", "bar", "code", "prose", "markup.heading", "markup.bold",
           "markup.link", "interpolation"]

# How the words of a value are read, by the type of its property; the first that fits a spelling
# wins, since one spelling may be several properties.
CONTEXTS = {
    # words of enums, missing values, periods and versions are enums, words that qualify operators
    "choice": ("enum", "bool", "date", "period", "year", "years",
               "money", "fte", "count", "percent", "quantity", "number"),
    # every word that is not a connective is a name, as behind `=`
    "names": ("ref", "kind", "path", "expr", "condition"),
    # figures are codes
    "codes": ("code",),
    # words are text
    "text": ("text", "name", "unit", "url", "known"),
}


# The parts of a year by their letter and number, which src/value/period.c reads: t1 2026.
SHORT_PARTS = [letter + str(n + 1) for letter, parts in (("q", 4), ("k", 4), ("t", 3), ("h", 2))
               for n in range(parts)]


def by_length(words):
    """Each once, the longer first, so that an alternative never hides one that goes on."""
    return sorted(set(words), key=lambda w: (-len(w), w))


def spellings(row):
    return [s for lang in LANGUAGES for s in row.spellings[lang]]


def context_of(types):
    """The context of a spelling whose properties have these types, as VT_... names."""
    for context, accepted in CONTEXTS.items():
        if types & {"VT_" + name.upper() for name in accepted}:
            return context
    raise Fault(f"{TABLE}: no context in tools/editors/words.py for {sorted(types)}")


def read_units():
    """The units that are more than one word, such as `mill. kr`: a single one needs no list."""
    found = []
    with open(os.path.join(ROOT, UNITS), encoding="utf-8") as f:
        rows = [line.strip().strip("|").split("|") for line in f if line.lstrip().startswith("|")]
    heads = [cell.strip() for cell in rows[0]]
    for row in rows[1:]:
        cells = dict(zip(heads, (cell.strip() for cell in row)))
        found += [cells["kode"], cells["nynorsk"], cells["engelsk"]] + cells["også"].split(", ")
    return by_length(u for u in found if re.search(r"[ .]", u) and not u[0].isdigit())


class Words:
    """Lists of spellings in all three languages, longest first, in lower case as in the table."""

    def __init__(self):
        rows = Vocabulary(read_rows()).terms
        self.terms = rows
        self.kinds = self.of(rows, "kind")
        self.enums = self.of(rows, "enum")
        self.functions = self.of(rows, "func")
        self.missing = self.of(rows, "missing")
        self.qualifiers = self.of(rows, "qual")
        self.versions = self.of(rows, "version")
        self.periods = by_length(self.of(rows, "period") + SHORT_PARTS)
        self.numbers = self.of(rows, "number")
        self.connectives = self.of(rows, "connective")
        self.roles = self.of(rows, "role")  # before a colon
        self.bare_roles = self.of(rows, "role", "b")  # alone as well ...
        self.lone_roles = self.of(rows, "role", "a")  # ... but these only as the whole cell
        self.units = read_units()
        self.properties = self.read_properties(rows)  # context to spellings
        self.choices = by_length(self.enums + self.missing + self.periods + self.versions)
        self.cells = by_length(self.enums + self.missing)  # a whole cell
        self.indexes = by_length(self.periods + self.versions)  # between a key and its colon

    @staticmethod
    def of(rows, group, flag=""):
        return by_length(s for r in rows if r.group == group and flag in r.flags
                         for s in spellings(r))

    @staticmethod
    def read_properties(rows):
        """Catalogues are the library's, so their properties decide only where no other does."""
        types = {"common": {}, "catalogue": {}}
        for row in rows:
            if row.group == "prop":
                whose = types["catalogue" if row.in_ == "catalogue" else "common"]
                for spelling in spellings(row):
                    whose.setdefault(spelling, set()).add(row.type_name)
        out = {context: [] for context in CONTEXTS}
        for spelling, found in (types["catalogue"] | types["common"]).items():
            out[context_of(found)].append(spelling)
        return {context: by_length(found) for context, found in out.items()}


# --- For generators ------------------------------------------------------------------------------

def alternatives(words, escape=re.escape, blank=" +"):
    """`så +lenge|vis`: words as the inside of a group in a regular expression."""
    return "|".join(blank.join(escape(part) for part in word.split(" "))
                    for word in by_length(words))


def quoted(spellings, indent):
    """Lines of `"så lenge", "vis",` for a list in a program; no spelling is broken at a blank."""
    body = ", ".join(json.dumps(s, ensure_ascii=False).replace(" ", "\0") for s in spellings)
    lines = textwrap.wrap(body + ",", 96, break_long_words=False, break_on_hyphens=False)
    return "".join(f"{indent}{line}\n" for line in lines).replace("\0", " ")


def fill(template, values):
    """The text of a template (a path from the root) with @NAME@ replaced; all must be used."""
    with open(os.path.join(ROOT, template), encoding="utf-8") as f:
        text = f.read()
    used = set()

    def value(match):
        used.add(match.group(1))
        if match.group(1) not in values:
            raise Fault(f"{template}: nothing is called @{match.group(1)}@")
        return values[match.group(1)]

    text = re.sub(r"@([A-Z_]+)@", value, text)
    if used != set(values):
        raise Fault(f"{template}: does not use {', '.join(sorted(set(values) - used))}")
    return text


def lists(w):
    """All lists of words, by the names that the templates use."""
    return {
        "KINDS": w.kinds,
        **{context.upper(): spellings for context, spellings in w.properties.items()},
        "INDEXES": w.indexes, "CHOICES": w.choices, "CELLS": w.cells, "FUNCTIONS": w.functions,
        "QUALIFIERS": w.qualifiers, "CONNECTIVES": w.connectives, "NUMBERS": w.numbers,
        "UNITS": w.units, "ROLES": w.roles, "LONE_ROLES": w.lone_roles,
        "BARE_ROLES": [r for r in w.bare_roles if r not in w.lone_roles],
    }
