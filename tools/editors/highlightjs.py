"""The grammar for highlight.js: editors/highlightjs/hplan.js, from its template and lists."""

from words import fill, lists, quoted

TEMPLATE = "editors/highlightjs/hplan.js.in"


def text(w):
    constants = [f"const {name} = [\n{quoted(spellings, '  ')}];\n"
                 for name, spellings in lists(w).items()]
    return fill(TEMPLATE, {"LISTS": "".join(constants)})


OUTPUTS = {"editors/highlightjs/hplan.js": text}
