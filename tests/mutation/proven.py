#!/usr/bin/env python3
"""Is what hplanc calls proven really proven?

    tests/mutation/proven.py HPLANC PLAN.hplan ...

For every figure that `hplanc check --dekning` counts as proven, each digit of it is changed, one at
a time (a number in words becomes another one), and the plan is checked again. The check must fail
each time: a figure that may be wrong without anybody noticing is not proven. Folders are copied;
nothing is changed in place. Drafts are checked with --streng, since theirs are warnings.

Exits 1 if a change survives.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

WORDS = {"to": "tre", "tre": "fire", "fire": "fem", "fem": "seks", "seks": "sju", "sju": "åtte",
         "syv": "åtte", "åtte": "ni", "ni": "ti", "ti": "elleve", "elleve": "tolv",
         "én": "to", "ein": "to", "en": "to", "ett": "to", "eitt": "to", "tolv": "elleve",
         "one": "two", "two": "three", "three": "four", "four": "five", "five": "six",
         "six": "seven", "seven": "eight", "eight": "nine", "nine": "ten", "ten": "nine"}


def run(hplanc, *args):
    return subprocess.run([hplanc, "check", *args], capture_output=True, text=True)


def figures(hplanc, plan):
    for line in run(hplanc, "--dekning", "--format", "json", plan).stdout.splitlines():
        said = json.loads(line)
        if said.get("coverage") == "figure":
            yield said


def variants(text):
    """Each with one digit changed: to the next, and to the one five further on."""
    for i, c in enumerate(text):
        if c.isdigit():
            for step in (1, 5):
                yield text[:i] + str((int(c) + step) % 10) + text[i + 1:]
    if not any(c.isdigit() for c in text) and text.lower() in WORDS:
        other = WORDS[text.lower()]
        yield other.capitalize() if text[0].isupper() else other


def survivors(hplanc, plan):
    """(tried, figures, [(place, was, became)])"""
    tried, count, out = 0, 0, []
    folder = os.path.dirname(os.path.abspath(plan))
    with tempfile.TemporaryDirectory() as temp:
        copy = shutil.copytree(folder, os.path.join(temp, "plan"))
        target = os.path.join(copy, os.path.basename(plan))
        draft = "utkast" in open(plan, encoding="utf-8").read()
        strict = ["--streng"] if draft else []
        if run(hplanc, *strict, target).returncode != 0:
            sys.exit(f"{plan}: må være i orden før noe endres")
        proven = [f for f in figures(hplanc, target) if f["cover"] == "proven"]
        for f in proven:
            count += 1
            with open(f["file"], "rb") as file:
                original = file.read()
            at, end = f["offset"], f["offset"] + f["length"]
            for became in variants(f["text"]):
                tried += 1
                with open(f["file"], "wb") as file:
                    file.write(original[:at] + became.encode() + original[end:])
                if run(hplanc, *strict, target).returncode == 0:
                    place = f"{os.path.relpath(f['file'], copy)}:{f['line']}:{f['column']}"
                    out.append((place, f["text"], became))
            with open(f["file"], "wb") as file:
                file.write(original)
    return tried, count, out


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    failed = False
    for plan in sys.argv[2:]:
        tried, count, out = survivors(sys.argv[1], plan)
        print(f"{plan}: {count} beviste tall, {tried} endringer, {tried - len(out)} funnet")
        for place, was, became in out:
            print(f"  {place}: {was} → {became} ble ikke funnet")
        failed |= bool(out)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
