"""Kate's highlighting file, from its template and lists of words as entities."""

import re
from xml.sax.saxutils import escape

from words import alternatives, fill, lists

TEMPLATE = "editors/kate/hplan.xml.in"


def entity(name, words):
    # A blank in a phrase may be several; spellings need no escape but for their dots.
    pattern = alternatives(words, lambda part: re.sub(r"([.%])", r"\\\1", part))
    return f'  <!ENTITY {name.lower()} "(?:{escape(pattern)})">\n'


def text(w):
    return fill(TEMPLATE, {"LISTS": "".join(entity(*item) for item in lists(w).items())})


OUTPUTS = {"editors/kate/hplan.xml": text}
