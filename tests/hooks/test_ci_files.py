#!/usr/bin/env python3
"""The files that hplanc new makes for pre-commit, GitHub and GitLab: they are sound YAML of the
right shape, and what they run is run, in order, as the service would run it.

    tests/hooks/test_ci_files.py HPLANC

Two things are put in the place of others: apt-get, which only notes what it is asked for, and
PREFIX, so that nothing is installed on this machine.
"""
import os
import sys

import yaml

from place import ROOT, demand, run_all

HPLANC = os.path.abspath(sys.argv[1])
APT = '#!/bin/sh\necho "$@" >>"$HOME/apt.log"\n'


def project(p):
    """A repository as `hplanc new` leaves it, and commands of its own on the PATH."""
    p.must(HPLANC, "new", "kommune", "Kragerø", "--year", "2027", "-o", "våre planer")
    plans = p.repository("våre planer", {})
    p.write("bin/apt-get", APT)
    os.chmod(p.path("bin/apt-get"), 0o755)
    p.env.update(PREFIX=p.path("usr"), RUNNER_TEMP=p.path("runner"),
                 PATH=os.pathsep.join([p.path("usr/bin"), p.path("bin"), os.environ["PATH"]]))
    return plans


def loaded(p, name):
    document = yaml.safe_load(p.read(os.path.join("våre planer", name)))
    demand(isinstance(document, dict), f"{name} is no mapping", document)
    return document


def fails(p, plans, shell, script, what, **env):
    code, said = p.run(*shell, script, cwd=plans, **env)
    demand(code not in (0, 127), f"{what}: exit code {code}", said)
    return said


def spoil(p):
    """A name that there is not, and a line out of form."""
    name = "våre planer/handlingsplan-2027/plan.hplan"
    text = p.read(name)
    p.write(name, text.replace("ansvar: skole\n", "ansvar: skoel\n", 1).replace("  år:", "   år:"))
    return text, name


def checked(p, plans, shell, check, form, where):
    """The last two steps pass on the project as it is, and fail on a spoilt one."""
    for script in (check, form):
        p.must(*shell, script, cwd=plans)
    text, name = spoil(p)
    said = fails(p, plans, shell, check, "a plan with an error")
    demand(where in said, "the place is not named", said)
    said = fails(p, plans, shell, form, "a plan out of form")
    demand("-   år: 2027\n+  år: 2027" in said, "the difference is not shown", said)
    p.write(name, text)


def github(p):
    plans = project(p)
    flow = loaded(p, ".github/workflows/planer.yml")
    demand(flow[True] == ["push", "pull_request"], flow)  # YAML 1.1 reads `on` as true
    (job,) = flow["jobs"].values()
    demand(job["runs-on"] and job["container"], job)
    demand(job["env"]["HPLANC_REPO"] == "${{ vars.HPLANC_REPO }}", job)
    steps = [step["run"] for step in job["steps"] if "run" in step]
    demand(len(steps) == 4 and len(job["steps"]) == 5, steps)
    shell = ["bash", "-e", "-c"]
    fails(p, plans, shell, steps[1], "no address of hplanc", HPLANC_REPO="")
    p.env["HPLANC_REPO"] = "file://" + p.bare_clone()
    for script in steps[:2]:
        p.must(*shell, script, cwd=plans)
    checked(p, plans, shell, *steps[2:], "::error file=handlingsplan-2027/plan.hplan,line=")
    demand("install -y -q git" in p.read("apt.log"), p.read("apt.log"))
    demand(os.access(p.path("usr/share/hplanc/hooks/pre-commit"), os.X_OK), "no hook installed")
    library(p)


def library(p):
    """What is installed is enough to build a program of one's own with the library."""
    p.write("own.c", '#include <hplan/ide.h>\n#include <stdio.h>\n'
                     'int main(void)\n{\n    puts(hplan_version());\n'
                     '    hplan_session_close(hplan_session_open(NULL));\n}\n')
    flags = "$(pkg-config --define-variable=prefix=usr --cflags --libs libhplan)"
    p.must("sh", "-e", "-c", f"cc -o own own.c {flags}\n"
           "test \"$(./own)\" = \"$(pkg-config --modversion libhplan)\"",
           PKG_CONFIG_PATH=p.path("usr/lib/pkgconfig"))


def gitlab(p):
    plans = project(p)
    flow = loaded(p, ".gitlab-ci.yml")
    (job,) = flow.values()
    demand(job["image"] == "debian:12" and len(job["script"]) == 2, job)
    shell = ["sh", "-e", "-c"]
    before = "\n".join(job["before_script"])
    fails(p, plans, shell, before, "no address of hplanc", HPLANC_REPO="")
    p.must(*shell, before, cwd=plans, HPLANC_REPO="file://" + p.bare_clone())
    checked(p, plans, shell, *job["script"], "plan.hplan:49:15: feil HP2002")


def pre_commit(p):
    plans = project(p)
    os.makedirs(p.path("usr/bin"))
    os.symlink(HPLANC, p.path("usr/bin/hplanc"))
    hooks = loaded(p, ".pre-commit-config.yaml")["repos"][0]["hooks"]
    ours = yaml.safe_load(open(os.path.join(ROOT, ".pre-commit-hooks.yaml"), encoding="utf-8"))
    for hook, wanted in zip(hooks, ours, strict=True):
        for key in ("id", "name", "args", "files", "require_serial"):
            demand(hook[key] == wanted[key], f"{key} is not that of .pre-commit-hooks.yaml", hook)
        demand(wanted["entry"] == "tools/hooks/" + hook["entry"], hook)
    p.must("pre-commit", "install", cwd=plans)
    p.must("pre-commit", "run", "--all-files", cwd=plans)
    spoil(p)
    p.must("git", "add", "-A", cwd=plans)
    code, said = p.run("git", "commit", "-q", "-m", "endring", cwd=plans)
    demand(code == 1 and "feil HP2002" in said and "files were modified by this hook" in said, said)


if __name__ == "__main__":
    run_all("made by new", [github, gitlab, pre_commit])
