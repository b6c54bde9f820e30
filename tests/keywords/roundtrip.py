#!/usr/bin/env python3
"""Keywords in another language and back: the files are as they were, and say the same meanwhile.

    tests/keywords/roundtrip.py HPLANC [COUNT [SEED]]

First every example, every template, every valid file of tests/; then COUNT plans made by chance
(300), from SEED. For each language on the way the findings are the same, and what `build` gives as
JSON is too, but for places and what is written. Back home each file has the same bytes.

Prints the seed of what fails, keeps the files, and exits with 1.
"""
import collections
import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

from plans import LANGUAGES, ROOT, Plan

HPLANC = os.path.abspath(sys.argv[1])
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 300
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
BATCH = 50
BUILT = 5  # so many of a batch are built as well
# What JSON tells of the source as it is written, and where it stands.
WRITTEN = {"text", "written", "label", "equation", "head", "target", "place", "file", "files"}


class Failed(Exception):
    pass


def run(folder, *arguments):
    done = subprocess.run([HPLANC, *arguments], cwd=folder, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def names_in(folder):
    return sorted(os.path.relpath(os.path.join(place, name), folder)
                  for place, _, names in os.walk(folder) for name in names
                  if name.endswith(".hplan"))


def texts(folder, names):
    found = {}
    for name in names:
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            found[name] = file.read()
    return found


def codes(folder):
    """How often each code is found in each file."""
    _, out, err = run(folder, "check", "--format", "json")
    if not out and err:
        raise Failed(err)
    said = (json.loads(line) for line in out.splitlines())
    return collections.Counter((f.get("file"), f["code"], f["severity"]) for f in said)


def meaning(value):
    """A cell that is no more than a string is what is written there too: `rad: Herav …`."""
    if isinstance(value, dict):
        return {key: [meaning(c) for c in v if not isinstance(c, str)] if key == "cells" else meaning(v)
                for key, v in value.items() if key not in WRITTEN}
    return [meaning(v) for v in value] if isinstance(value, list) else value


def built(folder, names):
    """What is published of each, or None where that is refused."""
    found = {}
    for name in names:
        code, out, _ = run(folder, "build", "-q", "--to", "json", "-o", "-", name)
        found[name] = meaning(json.loads(out)) if code == 0 else None
    return found


def rewrite(folder, names, language):
    code, _, err = run(folder, "fmt", "--write", "--keywords", language, "--", *names)
    if code != 0:
        raise Failed(f"fmt --keywords {language}: exit code {code}: {err}")
    return err


def there_and_back(folder, names, home, builds):
    """False: the files mix languages, and are first brought home."""
    code, _, err = run(folder, "fmt", "--write", "--", *names)
    if code != 0:
        raise Failed(f"fmt: exit code {code}: {err}")
    written = texts(folder, names)
    rewrite(folder, names, home)
    before, found, published = texts(folder, names), codes(folder), built(folder, builds)
    for language in LANGUAGES:
        if language == home:
            continue
        rewrite(folder, names, language)
        again = texts(folder, names)
        if codes(folder) != found:
            raise Failed(f"{language}: other findings: {codes(folder) - found}, {found - codes(folder)}")
        if built(folder, builds) != published:
            raise Failed(f"{language}: build gives something else")
        rewrite(folder, names, language)
        if texts(folder, names) != again:
            raise Failed(f"{language}: twice is not the same as once")
        rewrite(folder, names, home)
        after = texts(folder, names)
        for name in names:
            if after[name] != before[name]:
                raise Failed(f"{name}: {home} → {language} → {home} is not the same")
    return written == before


def language_of(name):
    """By their names, the files of tests/accept and the templates tell what they are written in."""
    for language in LANGUAGES:
        if name.endswith((f"-{language}.hplan", f".{language}.hplan")):
            return language
    return "nb"


def attempt(what, home, fill, builds=None):
    """True if the files were of one language from the start."""
    folder = tempfile.mkdtemp(prefix="hplan-ord-")
    try:
        fill(folder)
        names = names_in(folder)
        pure = there_and_back(folder, names, home, names if builds is None else names[:builds])
    except Failed as fault:
        raise SystemExit(f"keywords: {what}: {fault}\nthe files lie in {folder}") from None
    shutil.rmtree(folder)
    return pure


def real_files():
    mixed = []
    for folder in sorted(glob.glob(os.path.join(ROOT, "examples", "*", ""))):
        if not attempt(folder, "nb", lambda to, f=folder: shutil.copytree(f, to, dirs_exist_ok=True)):
            mixed.append(folder)
    files = [f for pattern in ("tests/accept/*.hplan", "tests/diag/ok-*.hplan", "templates/*.hplan",
                               "tests/constructs/*[!l].hplan", "tests/constructs/*[!i]l.hplan")
             for f in sorted(glob.glob(os.path.join(ROOT, pattern)))]
    files = [f for f in files if not f.endswith(".feil.hplan")]
    for file in files:
        if not attempt(file, language_of(file), lambda to, f=file: shutil.copy(f, to)):
            mixed.append(file)
    print(f"  keywords: {len(files)} files and the examples: the same, there and back; "
          f"of mixed languages: {', '.join(os.path.relpath(m, ROOT) for m in mixed) or 'none'}",
          flush=True)


def plans_by_chance():
    for first in range(0, COUNT, BATCH):
        home = LANGUAGES[first // BATCH % len(LANGUAGES)]

        def fill(folder, first=first, home=home):
            for n in range(first, min(first + BATCH, COUNT)):
                text = Plan(random.Random(SEED * 1000003 + n), home).text()
                with open(os.path.join(folder, f"{n}.hplan"), "w", encoding="utf-8") as out:
                    out.write(text)

        if not attempt(f"plans {first}… of seed {SEED}", home, fill, BUILT):
            raise SystemExit(f"keywords: plans {first}… are changed by their own language, {home}")
    print(f"  keywords: {COUNT} plans made by chance: the same, there and back", flush=True)


if __name__ == "__main__":
    real_files()
    plans_by_chance()
