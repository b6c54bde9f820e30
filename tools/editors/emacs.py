"""The words of the Emacs mode, as a list that it makes a table of."""

from words import lists, quoted

# The list's name in words.py to the symbol of the group in Lisp.
GROUPS = {
    "KINDS": "kind", "CHOICE": "choice-key", "NAMES": "names-key", "CODES": "codes-key",
    "TEXT": "text-key", "INDEXES": "index", "CHOICES": "choice", "CELLS": "cell",
    "FUNCTIONS": "function", "QUALIFIERS": "qualifier", "CONNECTIVES": "connective",
    "NUMBERS": "number", "UNITS": "unit", "ROLES": "role", "LONE_ROLES": "lone-role",
    "BARE_ROLES": "bare-role",
}

HEAD = ''';;; hplan-words.el --- The words of the language hplan  -*- lexical-binding: t; -*-

;; Written by tools/gen-editors from grammar/vocabulary.tsv; do not edit.

;;; Code:

(defconst hplan-words
  \'('''


def text(w):
    out = []
    for name, spellings in lists(w).items():
        words = quoted(spellings, "     ").replace(",\n", "\n").replace('", "', '" "')
        out.append(f"({GROUPS[name]}\n{words.rstrip()})")
    return (HEAD + "\n    ".join(out) + ')\n  "Words by what they are, in all three languages.")\n\n'
            "(provide 'hplan-words)\n;;; hplan-words.el ends here\n")


OUTPUTS = {"editors/emacs/hplan-words.el": text}
