#!/usr/bin/env python3
"""pre-commit runs the hooks of this repository, as it is committed, from a bare clone.

    tests/hooks/test_pre_commit.py
"""
import os

from place import BAD, GOOD, LOOSE, demand, run_all

CONFIG = """repos:
- repo: {repo}
  rev: {rev}
  hooks:
  - id: hplanc-check
  - id: hplanc-fmt
"""


def outcome(said, hook):
    """What pre-commit says of a hook: Passed, Failed, Skipped."""
    for line in said.splitlines():
        if line.startswith(hook + "."):
            return line.rsplit(".", 1)[1].rsplit(")", 1)[-1]
    return "nothing"


def expect(said, check, fmt):
    demand((outcome(said, "hplanc check"), outcome(said, "hplanc fmt")) == (check, fmt),
           f"expected {check} and {fmt}", said)


def tried_from_a_bare_clone(p):
    """`pre-commit try-repo`: what a reader does who wants to see it first."""
    plans = p.repository("planer", {"god.hplan": GOOD, "notat.txt": "ikke en plan"})
    code, said = p.run("pre-commit", "try-repo", p.bare_clone(), "--files", "god.hplan",
                       "notat.txt", cwd=plans)
    expect(said, "Passed", "Passed")
    demand(code == 0, f"exit code {code}", said)


def configured(p, files):
    rev = p.must("git", "rev-parse", "HEAD", cwd=p.bare_clone()).strip()
    config = CONFIG.format(repo=p.bare_clone(), rev=rev)
    plans = p.repository("planer", {".pre-commit-config.yaml": config, **files})
    p.must("pre-commit", "install", cwd=plans)
    return plans


def commit(p, plans, **files):
    """Changes files, by their names with __ for /, and tries to commit them."""
    for name, text in files.items():
        p.write(os.path.join("planer", name.replace("__", "/") + ".hplan"), text)
    p.must("git", "add", "-A", cwd=plans)
    return p.run("git", "commit", "-q", "-m", "endring", cwd=plans)


def part_of_a_plan(p, plans):
    """A part is checked with its plan, and the plan by its project; other files are left alone."""
    code, said = commit(p, plans, år__del='del av "plan.hplan"\navdeling a "A"\navdeling a "B"\n')
    expect(said, "Failed", "Passed")
    demand("år/del.hplan:3:10: feil HP2003" in said and "feil.hplan" not in said, said)
    p.must("git", "reset", "-q", "--hard", cwd=plans)
    code, said = commit(p, plans, år__prosjekt='prosjekt p "P" {\n  nivå {\n    HP4001: av\n')
    demand(code == 1 and "år/prosjekt.hplan" in said, said)
    p.must("git", "reset", "-q", "--hard", cwd=plans)


def used_in_a_repository(p):
    whole = GOOD.replace("  ramme", '  fakta { bruk "del.hplan" }\n  ramme', 1)
    plans = configured(p, {"feil.hplan": BAD, "år/plan.hplan": whole,
                           "år/del.hplan": 'del av "plan.hplan"\navdeling a "A"\n'})
    code, said = commit(p, plans, **{"årsplan for å prøve": GOOD})
    demand(code == 0, f"a good plan: exit code {code}", said)
    code, said = commit(p, plans, **{"årsplan for å prøve": BAD})
    demand(code == 1, f"a bad plan: exit code {code}", said)
    expect(said, "Failed", "Passed")
    demand("årsplan for å prøve.hplan:10:18: feil HP4001: Summen stemmer ikke med radene." in said,
           "the message is not shown", said)
    code, said = commit(p, plans, **{"årsplan for å prøve": LOOSE})
    expect(said, "Passed", "Failed")
    demand(code == 1 and p.read("planer/årsplan for å prøve.hplan") == GOOD,
           "fmt did not rewrite the file", said)
    code, said = commit(p, plans)
    demand(code == 0 or "nothing" in said, "what fmt wrote is not accepted", said)
    code, said = commit(p, plans, **{"-streng": BAD})
    demand(code == 1 and "-streng.hplan:10:18: feil HP4001" in said,
           "a name that looks like an option", said)
    p.must("git", "rm", "-q", "-f", "--", "-streng.hplan", cwd=plans)
    part_of_a_plan(p, plans)


if __name__ == "__main__":
    run_all("pre-commit", [tried_from_a_bare_clone, used_in_a_repository])
