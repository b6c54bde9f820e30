#!/usr/bin/env python3
"""Makes the seeds of the fuzz targets: each plan with the files it takes in, as one input.

    tests/fuzz/seeds.py FOLDER PLAN.hplan ...

The files that a plan takes in follow it, each behind a line `#: NAME` (tests/fuzz/fuzz.h). A large
file is also cut at its top-level lines, since the fuzzer works best on small inputs.
"""
import hashlib
import os
import re
import shutil
import sys

LARGE, PIECE, PARTS = 6000, 2500, 7
USES = re.compile(r'\b(?:bruk|use|del av|part of)\s+"([^"\n]+)"')


def read(path):
    with open(path, "rb") as file:
        return file.read()


def with_parts(path):
    text = read(path)
    out, seen = text, {os.path.abspath(path)}
    for name in USES.findall(text.decode("utf-8", "replace")):
        part = os.path.join(os.path.dirname(path), name)
        if os.path.isfile(part) and os.path.abspath(part) not in seen and len(seen) <= PARTS:
            seen.add(os.path.abspath(part))
            out += b"\n#: " + name.encode() + b"\n" + read(part)
    return out


def pieces(text):
    """Runs of lines, inside a plan of their own."""
    lines, start = text.split(b"\n"), 0
    while start < len(lines):
        end, size = start, 0
        while end < len(lines) and size < PIECE:
            size += len(lines[end]) + 1
            end += 1
        yield b'plan p "P" {\n  \xc3\xa5r: 2018\n' + b"\n".join(lines[start:end]) + b"\n}\n"
        start = end


def main():
    folder = sys.argv[1]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for path in sys.argv[2:]:
        whole = with_parts(path)
        for seed in [whole, *(pieces(read(path)) if len(whole) > LARGE else [])]:
            name = hashlib.sha1(seed).hexdigest()[:16]
            with open(os.path.join(folder, name), "wb") as file:
                file.write(seed)


if __name__ == "__main__":
    main()
