#!/usr/bin/env python3
"""Spoils every example by kind, one fault at a time, and tells which are found.

    tests/mutation/every.py HPLANC LIST [--stride N] PLAN.hplan ...

Kinds: each digit of each figure that counts as proven, each sign, unit, name, code, date and title;
each row deleted, doubled, and swapped with one of the next table. Where they stand the compiler
says itself (--dekning, --dump=marks); rows and dates are found in the text. A fault is found if there
is an error or a warning that was not there before; drafts are checked with --streng.

What is not found must have its reason in survivors.py: why nothing in the plan can know. LIST takes
every survivor with its place and reason; the closing table tells the share found by kind and
document, and how many survivors have which reason. Exits 1 if one has none. With --stride N every
Nth fault is tried.
"""
import argparse
import concurrent.futures
import json
import os
import queue
import re
import shutil
import sys
import tempfile
from collections import Counter

from mutants import mutants_of
from proven import run
from survivors import reason_of

JOBS = os.cpu_count() or 2
PLACE = re.compile(r"(.*\.hplan):\d+:\d+ ")


class Plan:
    """An example as it stands: its files, and what the compiler says of it."""

    def __init__(self, hplanc, path, told):
        """told: the files that an earlier plan was spoilt in."""
        self.path = path
        self.folder, self.name = os.path.split(os.path.abspath(path))
        self.texts = {}
        for name in sorted(os.listdir(self.folder)):
            if name.endswith(".hplan"):
                with open(os.path.join(self.folder, name), encoding="utf-8") as file:
                    self.texts[name] = file.read()
        self.strict = ["--streng"] if "versjon: utkast" in self.texts[self.name] else []
        lines = run(hplanc, "--dekning", "--format", "json", path).stdout.splitlines()
        said = [json.loads(line) for line in lines]
        self.figures = [s for s in said if s.get("coverage") == "figure"]
        self.marks = run(hplanc, "--dump=marks", path).stdout.splitlines()
        for figure in self.figures:
            figure["file"] = os.path.basename(figure["file"])
        read = {os.path.basename(m[1]) for m in (PLACE.match(line) for line in self.marks) if m}
        self.spoilt = {name for name in read if os.path.join(self.folder, name) not in told}
        if any(is_fault(s) for s in said):
            sys.exit(f"{path}: must be in order before anything is changed")


def is_fault(said):
    return said.get("severity") in ("error", "warning") and not said.get("known")


def findings(hplanc, plan, folder):
    run_ = run(hplanc, *plan.strict, "--format", "json", os.path.join(folder, plan.name))
    return [s for s in map(json.loads, run_.stdout.splitlines()) if is_fault(s)]


def is_found(hplanc, plan, folders, mutant):
    """Whether the check of the plan, with this change in a copy of it, has a finding."""
    folder = folders.get()
    try:
        texts = dict(plan.texts)
        for file, at, end, became in sorted(mutant.edits, key=lambda e: -e[1]):
            texts[file] = texts[file][:at] + became + texts[file][end:]
        for file in {e[0] for e in mutant.edits}:
            write(folder, file, texts[file])
        found = bool(findings(hplanc, plan, folder))
        for file in {e[0] for e in mutant.edits}:
            write(folder, file, plan.texts[file])
        return found
    finally:
        folders.put(folder)


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def try_all(hplanc, plan, mutants):
    """[(mutant, found)], on all cores, each with a copy of the plan."""
    with tempfile.TemporaryDirectory() as temp:
        folders = queue.Queue()
        for n in range(JOBS):
            folders.put(shutil.copytree(plan.folder, os.path.join(temp, str(n))))
        with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
            found = pool.map(lambda m: is_found(hplanc, plan, folders, m), mutants)
            return list(zip(mutants, found))


def table(plans, kinds, tried, found):
    heads = [os.path.basename(p).partition(".")[0] for p in plans] + ["i alt"]
    print(f"{'slag':<26}" + "".join(f"{h:>26}" for h in heads))
    for kind in kinds + ["i alt"]:
        cells = []
        for plan in plans + ["i alt"]:
            n, hit = tried[kind, plan], found[kind, plan]
            cells.append(f"{hit} av {n} {100 * hit / n:5.1f} %" if n else "–")
        print(f"{kind:<26}" + "".join(f"{c:>26}" for c in cells))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hplanc")
    parser.add_argument("list")
    parser.add_argument("--stride", type=int, default=1)
    parser.add_argument("plans", nargs="+")
    options = parser.parse_args()
    tried, found, reasons, kinds, told, bare = Counter(), Counter(), Counter(), {}, set(), 0
    with open(options.list, "w", encoding="utf-8") as out:
        for path in options.plans:
            plan = Plan(options.hplanc, path, told)
            told |= {os.path.join(plan.folder, name) for name in plan.spoilt}
            mutants = mutants_of(plan)[::options.stride]
            for mutant, hit in try_all(options.hplanc, plan, mutants):
                kinds[mutant.kind] = True
                for key in ((k, p) for k in (mutant.kind, "i alt") for p in (path, "i alt")):
                    tried[key] += 1
                    found[key] += hit
                if hit:
                    continue
                why = reason_of(mutant)
                reasons[mutant.kind, why] += 1
                bare += why is None
                out.write(f"{mutant.kind}: {mutant.place}: {mutant.what} [{mutant.cover or mutant.mark}]\n"
                          f"    {why or 'UTEN GRUNN'}\n")
    print()
    for (kind, why), n in sorted(reasons.items(), key=lambda item: (item[0][0], -item[1])):
        print(f"{n:>6}  {kind}: {why or 'UTEN GRUNN'}")
    print(f"\nHver av dem står i {options.list}.\n")
    table(options.plans, list(kinds), tried, found)
    if bare:
        sys.exit(f"{bare} feil ble ikke funnet, og ingen grunn er oppgitt")


if __name__ == "__main__":
    main()
