#!/usr/bin/env python3
"""Findings for machines: SARIF by its schema and by Microsoft's tool, GitHub's annotations by the
rules of GitHub's runner; both over every file of tests/diag, and held against --format json.

    tests/hooks/test_findings.py HPLANC        (npm ci --prefix tests/hooks comes first)
"""
import glob
import json
import os
import sys
import urllib.parse

from place import BAD, ROOT, demand, run_all

HPLANC = os.path.abspath(sys.argv[1])
HERE = os.path.join(ROOT, "tests", "hooks")
MULTITOOL = os.path.join(HERE, "node_modules", "@microsoft", "sarif-multitool-linux")
FILES = sorted(glob.glob(os.path.join(ROOT, "tests", "diag", "*.hplan")))
LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
HARD = ["100 %, ny: a,b.hplan", "%0A%3A.hplan", "å 🙂::set-output x.hplan"]


def findings(p, form, file, cwd=ROOT):
    code, said = p.run(HPLANC, "check", "--format", form, "--", file, cwd=cwd)
    demand(code in (0, 1), f"{file}: exit code {code}", said)
    return said


def plain(p, file, cwd=ROOT):
    return [json.loads(line) for line in findings(p, "json", file, cwd).splitlines()]


# ---- SARIF ---------------------------------------------------------------------------------------

def region_of(place):
    return (urllib.parse.unquote(place["artifactLocation"]["uri"]),
            place["region"]["startLine"], place["region"]["startColumn"])


def sarif_says_the_same(run, wanted):
    """Rule, level, place and text of each result, in order."""
    rules = run["tool"]["driver"]["rules"]
    demand(len(run["results"]) == len(wanted), "another number of results", run["results"])
    demand(len(rules) == len({w["code"] for w in wanted}), "another number of rules", rules)
    for result, want in zip(run["results"], wanted):
        demand(rules[result["ruleIndex"]]["id"] == result["ruleId"] == want["code"], result)
        demand(result["level"] == want["severity"], result)
        demand(result["message"]["text"].startswith(want["message"]), result)
        demand(("suppressions" in result) == want["known"], result)
        demand(("fixes" in result) == bool(want["fix"]), result)
        places = [region_of(place["physicalLocation"]) for place in result["locations"]]
        given = [(want["file"], want["line"], want["column"])] if want.get("file") else []
        demand(places == given, f"{places} is not {given}", result)


def sarif_follows_the_schema(p):
    logs = []
    for file in [os.path.relpath(f, ROOT) for f in FILES]:
        said = findings(p, "sarif", file)
        sarif_says_the_same(json.loads(said)["runs"][0], plain(p, file))
        logs.append(p.path(f"{len(logs)}.sarif"))
        p.write(logs[-1], said)
    p.must("node", os.path.join(HERE, "sarif.js"), *logs)
    p.write("feil.sarif", findings(p, "sarif", "tests/diag/" + os.path.basename(FILES[0]))
            .replace('"level"', '"grad"'))
    demand(p.run("node", os.path.join(HERE, "sarif.js"), p.path("feil.sarif"))[0] == 1,
           "the schema finds no fault in a property that does not exist")


def sarif_in_microsofts_tool(p):
    """It always exits with 0; its verdict is a file. An address for more information is all that
    it may miss. Its package leaves it to a script of its own to make it a program."""
    tool = os.path.join(MULTITOOL, "Sarif.Multitool")
    os.chmod(tool, 0o755)
    p.write("a.hplan", BAD)
    p.write("a.sarif", findings(p, "sarif", "a.hplan", p.folder))
    p.must(tool, "validate", "a.sarif", "--output", "verdict.sarif",
           DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1")
    said = json.loads(p.read("verdict.sarif"))["runs"][0]["results"]
    others = [r for r in said if r["message"]["id"] != "Warning_ProvideToolnformationUri"]
    demand(not others, "the Multitool complains", json.dumps(others, indent=1))


# ---- GitHub --------------------------------------------------------------------------------------

def unescaped(text, rules):
    for code, char in rules:
        text = text.replace(code, char)
    return text


def command_of(line):
    """A line as GitHub's runner reads it: command, properties, message."""
    demand(line.startswith("::"), "no workflow command", line)
    head, _, message = line[2:].partition("::")
    command, _, rest = head.partition(" ")
    newlines = [("%0D", "\r"), ("%0A", "\n")]
    inner = [*newlines, ("%3A", ":"), ("%2C", ","), ("%25", "%")]
    properties = {}
    for pair in rest.split(","):
        key, _, value = pair.partition("=")
        properties[key] = unescaped(value, inner)
    return command, properties, unescaped(message, [*newlines, ("%25", "%")])


def annotations_say_the_same(p, file, cwd=ROOT):
    lines = findings(p, "github", file, cwd).split("\n")
    wanted = plain(p, file, cwd)
    demand(lines.pop() == "" and len(lines) == len(wanted), f"{file}: not a line a finding", lines)
    for line, want in zip(lines, wanted):
        command, properties, message = command_of(line)
        demand(command == LEVELS[want["severity"]], line)
        demand(properties.get("title") == want["code"], line)
        place = {key: want.get(key) for key in ("file", "line", "endLine")}
        if want.get("line") == want.get("endLine"):
            place |= {"col": want.get("column"), "endColumn": want.get("endColumn")}
        said = {key: value for key, value in properties.items() if key != "title"}
        demand(said == {key: str(value) for key, value in place.items() if value}, line)
        head = want["message"] + (" (kjent feil)" if want["known"] else "")
        whole = [head, want.get("label"), *want["notes"]]
        demand(message.startswith("\n".join(t for t in whole if t)), "another text", line, want)


def annotations_follow_the_rules_of_github(p):
    for file in FILES:
        annotations_say_the_same(p, os.path.relpath(file, ROOT))
    for name in HARD:
        p.write(name, BAD.replace('"Rammen fordelt"', '"100 %::\\"0A\\", %0A"'))
        annotations_say_the_same(p, name, p.folder)
        demand(plain(p, name, p.folder), "no finding to look at")


# ---- exit codes ----------------------------------------------------------------------------------

def exit_codes_are_the_same_in_every_form(p):
    p.write("god.hplan", BAD.replace("11 |", "10 |"))
    p.write("feil.hplan", BAD)
    p.write("utkast.hplan", BAD.replace("år: 2018", "år: 2018; versjon: utkast"))
    for form in ("text", "json", "sarif", "github"):
        for code, *arguments in ((0, "god.hplan"), (1, "feil.hplan"), (0, "utkast.hplan"),
                                 (1, "--streng", "utkast.hplan"), (2, "borte.hplan"),
                                 (2, "god.hplan", "borte.hplan"), (2, "--finnes-ikke")):
            got, said = p.run(HPLANC, "check", "--format", form, *arguments)
            demand(got == code, f"{form} {arguments}: exit code {got}, not {code}", said)


if __name__ == "__main__":
    run_all("findings", [
        sarif_follows_the_schema, sarif_in_microsofts_tool,
        annotations_follow_the_rules_of_github, exit_codes_are_the_same_in_every_form])
