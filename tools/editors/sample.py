"""The sample that every grammar is held to, and its table of classes.  For tests and generators."""

import os
import sys

import words

SAMPLE, TABLE = "editors/sample/eksempel.hplan", "editors/sample/classes.tsv"


def read_lines():
    with open(os.path.join(words.ROOT, SAMPLE), encoding="utf-8") as f:
        return f.read().split("\n")


def read_table(lines):
    """(line, column, text, class), each checked against the sample it speaks of."""
    out = []
    with open(os.path.join(words.ROOT, TABLE), encoding="utf-8") as f:
        rows = [row.rstrip("\n").split("\t") for row in f if not row.startswith("#")]
    for line, column, text, name in rows[1:]:
        line, column = int(line), int(column)
        if lines[line - 1][column - 1:column - 1 + len(text)] != text:
            sys.exit(f"{TABLE}: {text!r} does not stand in {SAMPLE}:{line}:{column}")
        if name not in words.CLASSES + ["none"]:
            sys.exit(f"{TABLE}: there is no class {name!r}")
        out.append((line, column, text, name))
    return out
