"""What the generators of this folder share: writing a file, and hash tables of constants."""

import os
import sys

sys.dont_write_bytecode = True

FNV_START = 2166136261


def current(path):
    try:
        with open(path, encoding="utf-8", newline="") as f:
            return f.read()
    except FileNotFoundError:
        return None


def write_if_changed(path, text):
    """Written whole or not at all; an unchanged file keeps its time stamp."""
    if current(path) == text:
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".tmp", "w", encoding="utf-8", newline="\n") as f:
        f.write(text)
    os.replace(path + ".tmp", path)


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
