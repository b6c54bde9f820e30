"""tree-sitter: the words that editors/tree-sitter-hplan/src/scanner.c looks up.

The grammar itself is written by hand, knows no word, and so changes with no keyword.
"""

import os
import re

import words

WORDS_H = "editors/tree-sitter-hplan/src/words.h"
ABBREVIATIONS = "src/syntax/abbrev.c"

# A group of the header, and what it holds.
GROUPS = {
    "KIND": lambda w: w.kinds,
    "PROPERTY": lambda w: sum(w.properties.values(), []),
    "CHOICES": lambda w: w.properties["choice"],
    "NAMES": lambda w: w.properties["names"],
    "CODES": lambda w: w.properties["codes"],
    "INDEX": lambda w: w.indexes,
    "CHOICE": lambda w: w.choices,
    "CELL": lambda w: w.cells,
    "QUALIFIER": lambda w: w.qualifiers,
    "CONNECTIVE": lambda w: w.connectives,
    "NUMBER": lambda w: w.numbers,
    "UNIT": lambda w: w.units,
    "ROLE": lambda w: w.roles,
    "BARE_ROLE": lambda w: w.bare_roles,
    "LONE_ROLE": lambda w: w.lone_roles,
}


def abbreviations(name):
    """A list that the compiler's scanner has."""
    with open(os.path.join(words.ROOT, ABBREVIATIONS), encoding="utf-8") as f:
        table = re.search(name + r"\[\] = \{(.*?)NULL\}", f.read(), re.S)
    if table is None:
        raise words.Fault(f"{ABBREVIATIONS}: no list `{name}` of abbreviations found")
    return re.findall(r'"([^"]+)"', table.group(1))


def c_list(name, entries):
    return [f"static const char *const {name}[] = {{", *(f'    "{entry}",' for entry in entries),
            "    NULL,", "};", ""]


def words_h(w):
    groups = {}
    for name, members in GROUPS.items():
        for word in members(w):
            groups.setdefault(word.lower(), []).append(f"G_{name}")
    out = ["/* Written by tools/gen-editors from grammar/vocabulary.tsv, stdlib/måleenheter.hplan and",
           f" * {ABBREVIATIONS}. */",
           "#ifndef HPLAN_WORDS_H", "#define HPLAN_WORDS_H", "",
           "#include <stddef.h>", "#include <stdint.h>", "", "enum {"]
    out += [f"    G_{name} = 1 << {bit}," for bit, name in enumerate(GROUPS)]
    out += ["};", "", "/* In lower case, sorted by their bytes. */",
            "static const struct {", "    const char *text;", "    uint32_t groups;",
            "} phrases[] = {"]
    out += [f'    {{"{word}", {" | ".join(groups[word])}}},'
            for word in sorted(groups, key=lambda g: g.encode())]
    out += ["};", "", *c_list("abbreviations", abbreviations("listed")),
            *c_list("lone_abbreviations", abbreviations("alone")), "#endif"]
    return "\n".join(out) + "\n"


OUTPUTS = {WORDS_H: words_h}
