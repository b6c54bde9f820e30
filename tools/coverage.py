#!/usr/bin/env python3
"""What the tests reached of the library, a row a room: lines and branches, by gcov.

    tools/coverage.py BUILD [--missed]      (--missed: the files with most that was not reached)

Branches out of an assert, which are there never to be taken, are not counted; generated code is.
"""
import json
import pathlib
import subprocess
import sys
from collections import defaultdict


def data(build):
    """(source file, its lines) of every object of the library."""
    found = sorted(pathlib.Path(build, "obj/src").rglob("*.gcda"))
    for start in range(0, len(found), 50):
        run = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities",
                              *map(str, found[start:start + 50])], capture_output=True, text=True,
                             check=True)
        for text in run.stdout.splitlines():
            for file in json.loads(text)["files"]:
                if file["file"].startswith("src/"):
                    yield file["file"], file["lines"]


def merged(build):
    """file -> line -> [count, [branch counts]]; a header is reached from many objects."""
    files = defaultdict(dict)
    for name, lines in data(build):
        asserts = {i for i, text in enumerate(pathlib.Path(name).read_text().splitlines(), 1)
                   if "assert(" in text}
        for line in lines:
            at = files[name].setdefault(line["line_number"], [0, []])
            at[0] += line["count"]
            branches = [] if line["line_number"] in asserts else \
                [b["count"] for b in line["branches"] if not b["throw"]]
            if len(branches) == len(at[1]):
                at[1] = [a + b for a, b in zip(at[1], branches)]
            elif not at[1]:
                at[1] = branches
    return files


def counts(lines):
    branches = [b for _, line in lines.items() for b in line[1]]
    return [len(lines), sum(l[0] > 0 for l in lines.values()), len(branches),
            sum(b > 0 for b in branches)]


def row(name, c):
    print(f"{name:<24} {c[0]:>7} {100 * c[1] / max(c[0], 1):>6.1f} % {c[2]:>9} "
          f"{100 * c[3] / max(c[2], 1):>6.1f} %")


def main():
    files = merged(sys.argv[1])
    rooms, library = defaultdict(lambda: [0] * 4), [0] * 4
    for name, lines in files.items():
        c = counts(lines)
        room = name.split("/")[1]
        rooms[room] = [a + b for a, b in zip(rooms[room], c)]
        if room not in ("cli", "lsp"):
            library = [a + b for a, b in zip(library, c)]
    print(f"{'room':<24} {'lines':>7} {'reached':>8} {'branches':>9} {'reached':>8}")
    for room in sorted(rooms):
        row(room, rooms[room])
    row("the library", library)
    if "--missed" in sys.argv:
        worst = sorted(files, key=lambda f: counts(files[f])[1] - counts(files[f])[0])[:15]
        for name in worst:
            row(name, counts(files[name]))
            print("    lines", ", ".join(str(n) for n, l in sorted(files[name].items()) if not l[0]))


if __name__ == "__main__":
    main()
