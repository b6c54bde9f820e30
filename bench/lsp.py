#!/usr/bin/env python3
"""lsp.py [HPLANC] — what a keystroke costs in the language server, and what it keeps.

A plan of LINES lines (10 000) is opened and edited EDITS times (10 000) at random: a character
typed, a few deleted, a line broken, joined, copied or taken away, and about half of it undone
again, as people do. For each edit the time from sending it until its diagnostics have come is
taken, and how long the server was on a processor meanwhile: on a machine that has other things to
do the first is longer. Nothing is asserted. What is printed: the times with the plan as it is, then
with edits that pile up; and the server's resident memory at the start, at the end and at its peak.
"""
import os
import random
import statistics
import subprocess
import sys
import time

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "..", "tests", "lsp"))
from client import Client  # noqa: E402
from text import Text  # noqa: E402

BUILD = os.environ.get("BUILD", "build")
LINES_A_RECORD = 17


def plan_of(lines):
    tool = os.path.join(BUILD, "bench", "generate")
    os.makedirs(os.path.dirname(tool), exist_ok=True)
    subprocess.run([os.environ.get("CC", "cc"), "-O2", "-D_DEFAULT_SOURCE", "-o", tool,
                    os.path.join(here, "generate.c")], check=True)
    made = subprocess.run([tool, str(lines // LINES_A_RECORD), "hplan"], check=True,
                          stdout=subprocess.PIPE)
    return made.stdout.decode()


def memory(client):
    """Resident now and at its peak, MB."""
    values = {}
    with open(f"/proc/{client.process.pid}/status", encoding="ascii") as f:
        for line in f:
            if line.startswith(("VmRSS", "VmHWM")):
                values[line[:5]] = int(line.split()[1]) / 1024
    return values["VmRSS"], values["VmHWM"]


def on_processor(client):
    """Milliseconds so far."""
    with open(f"/proc/{client.process.pid}/schedstat", encoding="ascii") as f:
        return int(f.read().split()[0]) / 1e6


def keystroke(client, uri, change):
    """Milliseconds until the findings of this state are there: of the clock, and on a processor."""
    worked, begun = on_processor(client), time.monotonic()
    client.change(uri, change)
    client.diagnostics(uri)
    return (client.arrived - begun) * 1000, on_processor(client) - worked


def show(what, pairs):
    for kind, times in zip(("clock", "processor"), zip(*pairs)):
        times = sorted(times)
        print(f"{what + ', ' + kind:<40} {times[0]:8.1f} {statistics.median(times):8.1f} "
              f"{times[int(len(times) * 0.99)]:8.1f} {times[-1]:8.1f}")


def main():
    hplanc = sys.argv[1] if len(sys.argv) > 1 else os.path.join(BUILD, "hplanc")
    edits = int(os.environ.get("EDITS", "10000"))
    text = Text(plan_of(int(os.environ.get("LINES", "10000"))))
    rng = random.Random(20180101)
    with Client([hplanc, "lsp"], timeout=120) as client:
        client.start()
        uri = client.open("untitled:stor.hplan", text.text)
        client.diagnostics(uri)
        first, _ = memory(client)
        print(f"{text.text.count(chr(10))} lines, {len(text.text.encode()) / 1e6:.2f} MB")
        print(f"{'ms from keystroke to findings':<40} {'least':>8} {'median':>8} {'99 %':>8} "
              f"{'worst':>8}")
        times = []
        for _ in range(min(edits, 200)):
            change, undo = text.type_digit(rng)
            times.append(keystroke(client, uri, change))
            times.append(keystroke(client, uri, undo))
        show("a digit typed and taken away", times)
        times = [keystroke(client, uri, text.random_edit(rng)) for _ in range(edits)]
        show(f"{edits} random edits", times)
        last, peak = memory(client)
        print(f"resident MB: {first:.1f} opened, {last:.1f} after the edits, {peak:.1f} at its peak")
        client.stop()


if __name__ == "__main__":
    main()
