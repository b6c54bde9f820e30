#!/usr/bin/env python3
"""The plain Git hook, and the script that builds hplanc for hooks.

    tests/hooks/test_git_hook.py HPLANC
"""
import os
import shutil
import subprocess
import sys

from place import BAD, GOOD, ROOT, demand, run_all

HPLANC = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "hplanc"


def hooked(p, files):
    plans = p.repository("planer", files)
    shutil.copy(os.path.join(ROOT, "tools", "hooks", "pre-commit"),
                os.path.join(plans, ".git", "hooks"))
    p.env["HPLANC"] = HPLANC
    return plans


def commit(p, plans):
    return p.run("git", "commit", "-q", "-m", "endring", cwd=plans)


def plans_are_checked_as_they_are_staged(p):
    plans = hooked(p, {"notat.txt": "x"})
    name = "planer/år 1/plan på ny.hplan"
    p.write(name, BAD)
    p.must("git", "add", "-A", cwd=plans)
    code, said = commit(p, plans)
    demand(code != 0 and "år 1/plan på ny.hplan:10:18: feil HP4001" in said, "a bad plan", said)
    p.write(name, GOOD)
    demand(commit(p, plans)[0] != 0, "mended, but not staged")
    p.must("git", "add", "-A", cwd=plans)
    p.write(name, BAD)
    code, said = commit(p, plans)
    demand(code == 0, "spoilt, but not staged", said)
    p.write("planer/notat.txt", "y")
    p.must("git", "add", "notat.txt", cwd=plans)
    code, said = commit(p, plans)
    demand(code == 0 and said == "", "no plan in the commit", said)
    left = [name for name in os.listdir(plans) if name.startswith(".hplanc")]
    demand(not left, "files left behind", left)


def a_part_is_checked_with_its_plan(p):
    whole = GOOD.replace("  ramme", '  fakta { bruk "../del.hplan" }\n  ramme', 1)
    part = 'del av "år/plan.hplan"\navdeling a "A"\n'
    plans = hooked(p, {"år/plan.hplan": whole, "del.hplan": part})
    p.write("planer/del.hplan", part + 'avdeling a "B"\n')
    p.must("git", "add", "-A", cwd=plans)
    code, said = commit(p, plans)
    demand(code != 0 and "del.hplan:3:10: feil HP2003" in said, "a name twice", said)
    p.must("git", "rm", "-q", "-f", "del.hplan", cwd=plans)
    code, said = commit(p, plans)
    demand(code != 0 and "år/plan.hplan:4:16: feil HP9001" in said, "a part that is gone", said)
    p.must("git", "rm", "-q", "-f", "år/plan.hplan", cwd=plans)
    code, said = commit(p, plans)
    demand(code == 0, "no plan is left", said)


def without_hplanc_nothing_is_committed(p):
    plans = hooked(p, {})
    p.env["HPLANC"] = "hplanc-finnes-ikke"
    p.write("planer/a.hplan", GOOD)
    p.must("git", "add", "-A", cwd=plans)
    code, said = commit(p, plans)
    demand(code != 0 and said == "pre-commit: finner ikke hplanc-finnes-ikke, så planene er ikke "
           "kontrollert\n", "hplanc is not there", said)


def a_missing_package_is_named(p):
    """A machine on which only the commands of the script itself are there."""
    tools = p.path("verktøy")
    os.mkdir(tools)
    for tool in ("sh", "dirname", "mkdir", "flock"):
        os.symlink(shutil.which(tool), os.path.join(tools, tool))
    clone = p.path("klone")
    p.must("git", "clone", "-q", p.bare_clone(), clone)
    code, said = p.run(os.path.join(clone, "tools", "hooks", "hplanc"), "versjon", PATH=tools)
    demand(code == 2 and said.startswith("hplanc: kan ikke bygges her. Installer først: gcc ")
           and "bison" in said and said.count("\n") == 1, f"exit code {code}", said)
    demand(not os.path.exists(os.path.join(clone, "build")), "something was built")


def side_by_side_it_is_built_once(p):
    """Four at a time, on a build that was cut off."""
    clone = p.path("klone")
    p.must("git", "clone", "-q", p.bare_clone(), clone)
    p.write("klone/build/hook/hplanc", "halvferdig")
    p.write("a.hplan", GOOD)
    hook = os.path.join(clone, "tools", "hooks", "hplanc")
    runs = [subprocess.Popen([hook, "check", "a.hplan"], cwd=p.folder, env=p.env,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(4)]
    for run in runs:
        said = run.communicate()[0].decode()
        demand(run.returncode == 0 and said.startswith("a.hplan: i orden."), "check", said)
    log = p.read("klone/build/hook/log")
    demand(log.count("LD ") == 1, "built more than once", log)


if __name__ == "__main__":
    run_all("git hook", [
        plans_are_checked_as_they_are_staged, a_part_is_checked_with_its_plan,
        without_hplanc_nothing_is_committed, a_missing_package_is_named,
        side_by_side_it_is_built_once])
