"""What the generators of this folder share: their command, writing a file, folding a text, strings
of C, and hash tables of constants."""

import os
import sys
import unicodedata

sys.dont_write_bytecode = True

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FNV_START = 2166136261


class Fault(Exception):
    """What is wrong with a source, in words for who is to mend it."""


def main(make):
    """The command of a generator: make() gives the text of each file by its path from the root."""
    name = os.path.basename(sys.argv[0])
    if len(sys.argv) > 1:
        sys.exit(f"usage: tools/{name}")
    try:
        files = make()
    except Fault as fault:
        sys.exit(f"{name}: {fault}")
    for path, text in files.items():
        write_if_changed(path, text)


def current(path):
    """What a file of the project holds; None where there is none."""
    try:
        with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as f:
            return f.read()
    except FileNotFoundError:
        return None


def write_if_changed(path, text):
    """Written whole or not at all; an unchanged file keeps its time stamp."""
    if current(path) == text:
        return
    path = os.path.join(ROOT, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".tmp", "w", encoding="utf-8", newline="\n") as f:
        f.write(text)
    os.replace(path + ".tmp", path)


def fold(text):
    """As utf8_fold in src/base/utf8.h, of what stands in our own tables."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def c_string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def text_hash(text, start=FNV_START):
    """FNV-1a, as base/text_slots.h: where the search for a text begins."""
    h = start
    for byte in text.encode():
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return h ^ h >> 15


def slots(size, numbered):
    """Open addressing with linear probing, of pairs of a hash and a number from 1; 0 is free."""
    table = [0] * size
    for h, number in numbered:
        at = h % size
        while table[at]:
            at = (at + 1) % size
        table[at] = number
    return table
