#!/usr/bin/env python3
"""transcripts.py HPLANC [FILE ...] — plays tests/lsp/transcripts/*.lsp against the server.

A line of a transcript:

    --> JSON       is sent as a message
    ->> LIST       are sent as messages, in one piece
    ==> TEXT       is sent as it is, with the escapes of Python
    <-- JSON       must be the next message, or more than it: objects may have more fields, lists
                   must have as many items; "..." stands for anything
    exit N         the server ends with this code
    start          initialize (id 0) and initialized, with whatever follows as capabilities

Empty lines and lines that begin with # are passed over.
"""
import codecs
import glob
import json
import os
import sys

from client import Client, Gone, frame

HERE = os.path.dirname(os.path.abspath(__file__))


def within(wanted, got):
    if wanted == "...":
        return True
    if isinstance(wanted, dict):
        return isinstance(got, dict) and all(
            k in got and within(v, got[k]) for k, v in wanted.items())
    if isinstance(wanted, list):
        return isinstance(got, list) and len(wanted) == len(got) and all(
            within(w, g) for w, g in zip(wanted, got))
    return type(wanted) is type(got) and wanted == got


def step(client, line):
    """What is wrong; None: nothing."""
    word, _, rest = line.partition(" ")
    if word == "-->":
        client.send({"jsonrpc": "2.0", **json.loads(rest)})
    elif word == "->>":
        client.send_raw(b"".join(frame({"jsonrpc": "2.0", **m}) for m in json.loads(rest)))
    elif word == "==>":
        client.send_raw(codecs.escape_decode(rest.encode())[0])
    elif word == "start":
        client.send({"jsonrpc": "2.0", "id": 0, "method": "initialize",
                     "params": {"capabilities": json.loads(rest or "{}")}})
        while 0 not in client.answers:
            client.receive()
        client.tell("initialized", {})
    elif word == "<--":
        got = client.receive()
        if not within(json.loads(rest), got):
            return "got " + json.dumps(got, ensure_ascii=False)
    elif word == "exit":
        client.process.stdin.close()
        code = client.process.wait(client.timeout)
        if code != int(rest):
            return f"exit code {code}"
    else:
        return "no such step"
    return None


def play(hplanc, path):
    with open(path, encoding="utf-8") as f, Client([hplanc, "lsp", "--lang", "nb"]) as client:
        for number, line in enumerate(f, 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            try:
                wrong = step(client, line)
            except Gone as e:
                wrong = str(e)
            if wrong is not None:
                print(f"{path}:{number}: {line}\n    {wrong}")
                return False
    return True


def main():
    paths = sys.argv[2:] or sorted(glob.glob(os.path.join(HERE, "transcripts", "*.lsp")))
    good = [play(sys.argv[1], path) for path in paths]
    print(f"transcripts: {sum(good)} of {len(good)}")
    return 0 if all(good) and good else 1


if __name__ == "__main__":
    sys.exit(main())
