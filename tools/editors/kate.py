"""Kate's highlighting file, from its template and lists of words as entities."""

import re
from xml.sax.saxutils import escape

from words import alternatives, fill, lists

TEMPLATE = "editors/kate/hplan.xml.in"


LONGEST = 4000  # characters of an entity: Qt's reader of XML takes 4096


def patterns(words):
    """The words as the insides of one group or more, none too long, in their order."""
    # A blank in a phrase may be several; spellings need no escape but for their dots.
    parts = [""]
    for word in alternatives(words, lambda part: re.sub(r"([.%])", r"\\\1", part)).split("|"):
        if len(parts[-1]) + len(word) > LONGEST:
            parts.append("")
        parts[-1] += ("|" if parts[-1] else "") + word
    return parts


def names(name, parts):
    return [name.lower()] + [f"{name.lower()}-{n}" for n in range(2, len(parts) + 1)]


def text(w):
    """A list that is too long for one entity is several, side by side wherever it stands."""
    entities, several = "", {}
    for name, words in lists(w).items():
        parts = patterns(words)
        for one, part in zip(names(name, parts), parts):
            entities += f'  <!ENTITY {one} "(?:{escape(part)})">\n'
        if len(parts) > 1:
            several[f"&{name.lower()};"] = "(?:" + "|".join(f"&{n};" for n in names(name, parts)) + ")"
    filled = fill(TEMPLATE, {"LISTS": entities})
    for one, all_of_it in several.items():
        filled = filled.replace(one, all_of_it)
    return filled


OUTPUTS = {"editors/kate/hplan.xml": text}
