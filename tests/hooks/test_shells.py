#!/usr/bin/env python3
"""The man page as it is read, and completion in bash, fish and zsh.

    tests/hooks/test_shells.py HPLANC
"""
import os
import re
import sys

from place import ROOT, demand, run_all

HPLANC = os.path.abspath(sys.argv[1])
COMPLETION = os.path.join(ROOT, "docs", "completion")
# What is typed, and what may follow: each of the first must be offered, none of the second.
CASES = [
    ("hplanc ", ["check", "sjekk", "ny", "språktjener"], ["plan.hplan"]),
    ("hplanc ch", ["check"], ["sjekk"]),
    ("hplanc check --f", ["--format"], ["--write", "--check"]),
    ("hplanc sjekk --format s", ["sarif"], ["json"]),
    ("hplanc fmt --keywords ", ["nb", "nn", "en"], ["plan.hplan"]),
    ("hplanc fmt --", ["--write", "--skriv", "--keywords", "--lang"], ["--format", "--to"]),
    ("hplanc new ", ["plan", "report", "kommune"], ["plan.hplan", "check"]),
    ("hplanc bygg --to h", ["html"], ["json", "md"]),
    ("hplanc help ", ["bygg", "fmt"], []),
    ("hplanc bygg -o ", ["mine planer"], ["bygg"]),
    ("hplanc check ", ["plan.hplan", "mine planer"], ["sjekk", "notat.txt"]),
]


def expect(shell, typed, offered, wanted, others):
    for word in wanted:
        demand(word in offered, f"{shell}: «{typed}» does not offer {word}", offered)
    for word in others:
        demand(word not in offered, f"{shell}: «{typed}» offers {word}", offered)


def folder_of_plans(p):
    p.write("plan.hplan", "")
    p.write("notat.txt", "")
    os.mkdir(p.path("mine planer"))


def bash(p):
    folder_of_plans(p)
    script = ('compopt() { :; }; source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
              '_hplanc; printf "%s\\n" "${COMPREPLY[@]}"')
    for typed, wanted, others in CASES:
        said = p.must("bash", "-c", script, "bash", os.path.join(COMPLETION, "hplanc.bash"),
                      *typed.split(" "))
        expect("bash", typed, said.splitlines(), wanted, others)


def fish(p):
    folder_of_plans(p)
    for typed, wanted, others in CASES:
        said = p.must("fish", "--no-config", "-c", 'source $argv[1]; complete -C $argv[2]',
                      os.path.join(COMPLETION, "hplanc.fish"), typed)
        offered = [line.split("\t")[0].rstrip("/").replace("\\ ", " ") for line in said.splitlines()]
        # fish offers a file with any ending
        expect("fish", typed, offered, wanted, [w for w in others if w != "notat.txt"])


def zsh(p):
    """Read as a whole; the functions of completion itself need a terminal."""
    p.must("zsh", "-n", os.path.join(COMPLETION, "_hplanc"))
    with open(os.path.join(COMPLETION, "_hplanc"), encoding="utf-8") as file:
        text = file.read()
    for verb in ("check|sjekk)", "fmt|formater)", "new|ny)"):
        demand(verb in text, f"no {verb}")
    p.must("zsh", "-f", "-c", "fpath=($1 $fpath); autoload -U compinit; compinit -D; "
           "(( $+_comps[hplanc] ))", "zsh", COMPLETION)


def man_page(p):
    page = os.path.join(ROOT, "docs", "man", "hplanc.1")
    said = p.must("groff", "-k", "-man", "-Tutf8", "-ww", "-P-c", "-P-b", "-P-u", page)
    said = re.sub(r"\u2010\n\s*", "", said).replace("\u2010", "-")
    demand("warning" not in said, said)
    for option in set(re.findall(r"--[a-zåæø]+", p.must(HPLANC, "help", "--lang", "nb"))):
        demand(option in said, f"the man page does not tell of {option}")
    for verb in ("check, sjekk", "new, ny", "SLUTTKODER"):
        demand(verb in said, f"the man page does not tell of {verb}")


if __name__ == "__main__":
    run_all("shells", [man_page, bash, fish, zsh])
