"""What the lexer makes of files: a line `file PATH`, then pieces as tests/editors/compare wants them.

    editors/pygments/pieces.py FILE ...
"""

import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from pygments.token import (Comment, Error, Generic, Keyword, Name, Number, Operator,  # noqa: E402
                            Punctuation, String)
from hplan_lexer import HplanLexer, Link, Prose, Title  # noqa: E402  the path above first

CLASSES = {
    Comment.Single: "comment", Keyword.Declaration: "kind", Name.Attribute: "property",
    Keyword.Constant: "enum", Name.Function: "function", Keyword.Reserved: "role",
    Name.Variable: "name", Title: "title", String.Double: "string", Number: "number",
    Keyword.Type: "unit", Operator: "operator", Punctuation.Marker: "bar", Name.Constant: "code",
    Prose: "prose", Generic.Heading: "markup.heading", Generic.Strong: "markup.bold",
    Link: "markup.link", String.Interpol: "interpolation",
}


def show(path):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    print("file", path, sep="\t")
    line, column = 1, 1
    for token, piece in HplanLexer(stripnl=False).get_tokens(text):
        if token is Error:
            sys.exit(f"pygments: an error token at {path}:{line}:{column}")
        for part in piece.splitlines(keepends=True):
            length = len(part.rstrip("\n"))
            if token in CLASSES and length:
                print(line, column, length, CLASSES[token], sep="\t")
            line, column = (line + 1, 1) if part.endswith("\n") else (line, column + length)


for name in sys.argv[1:]:
    show(name)
