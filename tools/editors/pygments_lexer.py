"""The Pygments lexer: editors/pygments/hplan_lexer.py, from its template and lists of words."""

from words import fill, lists, quoted

TEMPLATE = "editors/pygments/hplan_lexer.py.in"


def text(w):
    constants = [f"{name} = (\n{quoted(spellings, '    ')})\n"
                 for name, spellings in lists(w).items()]
    return fill(TEMPLATE, {"LISTS": "".join(constants)})


OUTPUTS = {"editors/pygments/hplan_lexer.py": text}
