"""The Pygments lexer: editors/pygments/hplan_lexer.py, from its template and lists of words."""

import textwrap

from words import fill, lists

TEMPLATE = "editors/pygments/hplan_lexer.py.in"


def constant(name, spellings):
    # A blank inside a spelling must not be where a line is broken.
    body = ", ".join('"' + s.replace(" ", "\0") + '"' for s in spellings)
    lines = textwrap.wrap(body + ",", 96, break_long_words=False, break_on_hyphens=False)
    return f"{name} = (\n" + "".join(f"    {line}\n" for line in lines).replace("\0", " ") + ")\n"


def text(w):
    return fill(TEMPLATE, {"LISTS": "".join(constant(*entry) for entry in lists(w).items())})


OUTPUTS = {"editors/pygments/hplan_lexer.py": text}
