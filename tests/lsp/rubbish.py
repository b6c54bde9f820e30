#!/usr/bin/env python3
"""rubbish.py HPLANC — what no decent client sends, and what a client may do for an hour.

Every field of every method is given a value of every wrong kind; bytes at random, messages cut
short, JSON nested deep, positions far outside; and edits at random, after which the server's text
must be the client's. The server answers each request once, with an error of its own where one is
due, and never ends by itself. Run it with a sanitized binary as well.
"""
import copy
import json
import os
import random
import re
import sys
import unittest

from client import Client, Gone, frame
from text import Text

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
HPLANC = "hplanc"
EDITS = int(os.environ.get("EDITS", "10000"))

PLAN = """plan p "P😀" {
  år: 2018
  fakta { avdeling skole "Skolen"; avdeling helse "Helsa" }
  ramme "Ramme" { 2018: 300 kr }
  fordeling "Delt" {
    av: ramme.2018
    | avdeling | netto |
    | Skolen   |   100 |
    | Helsa    |   200 |
    | Sum      |   301 |
  }
  tiltak "T" { ansvar: skoel; frist: 2018 }
}
"""
URI = "untitled:p.hplan"

PLACE = {"line": 11, "character": 25}
RANGE = {"start": {"line": 9, "character": 0}, "end": PLACE}
DOCUMENT = {"uri": URI}
AT = {"textDocument": DOCUMENT, "position": PLACE}
PARAMS = {
    "initialize": {"processId": 1, "rootUri": "file:///tmp", "locale": "nb",
                   "initializationOptions": {"lang": "nb", "exact": True},
                   "capabilities": {"general": {"positionEncodings": ["utf-8"]},
                                    "workspace": {"workspaceEdit": {"documentChanges": True}},
                                    "textDocument": {"hover": {"contentFormat": ["markdown"]},
                                                     "foldingRange": {"rangeLimit": 5}}}},
    "initialized": {},
    "shutdown": {},
    "exit": {},
    "$/setTrace": {"value": "off"},
    "$/cancelRequest": {"id": 1},
    "textDocument/didOpen": {"textDocument": {"uri": URI, "languageId": "hplan", "version": 1,
                                              "text": PLAN}},
    "textDocument/didChange": {"textDocument": {"uri": URI, "version": 2}, "contentChanges": [
        {"range": RANGE, "rangeLength": 3, "text": "x"}]},
    "textDocument/didSave": {"textDocument": DOCUMENT},
    "textDocument/didClose": {"textDocument": DOCUMENT},
    "hplan/text": {"textDocument": DOCUMENT},
    "workspace/didChangeWatchedFiles": {"changes": [{"uri": "file:///tmp/a.hplan", "type": 1}]},
    "workspace/didChangeConfiguration": {"settings": {"hplan": {"lang": "nn", "exact": False}}},
    "textDocument/formatting": {"textDocument": DOCUMENT, "options": {"tabSize": 2}},
    "textDocument/rangeFormatting": {"textDocument": DOCUMENT, "range": RANGE, "options": {}},
    "textDocument/onTypeFormatting": {**AT, "ch": "|", "options": {}},
    "textDocument/references": {**AT, "context": {"includeDeclaration": True}},
    "textDocument/rename": {**AT, "newName": "ny"},
    "textDocument/completion": {**AT, "context": {"triggerKind": 1}},
    "textDocument/codeAction": {"textDocument": DOCUMENT, "range": RANGE, "context": {
        "diagnostics": [{"range": RANGE, "code": "HP2002", "message": ""}], "only": ["quickfix"]}},
    "textDocument/inlayHint": {"textDocument": DOCUMENT, "range": RANGE},
    "textDocument/semanticTokens/range": {"textDocument": DOCUMENT, "range": RANGE},
    "textDocument/documentSymbol": {"textDocument": DOCUMENT},
    "textDocument/foldingRange": {"textDocument": DOCUMENT},
    "textDocument/codeLens": {"textDocument": DOCUMENT},
    "textDocument/semanticTokens/full": {"textDocument": DOCUMENT},
    "workspace/symbol": {"query": "s"},
}
WRONG = [None, True, -1, 1.5, 0, 2**31, 2**53, 9223372036854775807, "", "x", "å😀" * 9, "a\0b",
         "%s%n", [], {}, [[]], [None], {"line": {}}, ["a"] * 300]
ABSENT = object()
PROPER = {-32602, -32600, -32803}


def methods():
    """Those of the server's own table: (name, whether it is a request)."""
    with open(os.path.join(ROOT, "src", "lsp", "methods.def"), encoding="utf-8") as f:
        return [(m[2], m[1] == "REQUEST")
                for m in re.finditer(r'^(REQUEST|NOTICE)\("([^"]+)"', f.read(), re.M)]


def ways(value, way=()):
    """To every place in a value, itself first."""
    yield way
    items = value.items() if isinstance(value, dict) else (
        enumerate(value) if isinstance(value, list) else ())
    for key, inner in items:
        yield from ways(inner, way + (key,))


def with_value(params, way, value):
    if not way:
        return value
    out = copy.deepcopy(params)
    at = out
    for key in way[:-1]:
        at = at[key]
    if value is ABSENT:
        del at[way[-1]]
    else:
        at[way[-1]] = value
    return out


def variants(method):
    params = PARAMS.get(method, AT)
    yield params
    for way in ways(params):
        for value in WRONG + [ABSENT]:
            yield with_value(params, way, value)


class Rubbish(unittest.TestCase):
    def client(self, **how):
        client = Client([HPLANC, "lsp"], **how)
        self.addCleanup(client.__exit__)
        return client

    def started(self):
        client = self.client()
        client.start({"workspace": {"workspaceEdit": {"documentChanges": True}}})
        client.open(URI, PLAN)
        return client

    def ended(self, client, codes):
        client.process.stdin.close()
        self.assertIn(client.process.wait(60), codes)

    def ask(self, client, method, params):
        """The answer, with or without parameters."""
        answer = client.answer(client.call(method, None if params is ABSENT else params))
        if "error" in answer:
            self.assertIn(answer["error"]["code"], PROPER, (method, params, answer))
            self.assertTrue(answer["error"]["message"], (method, params))
        else:
            self.assertIn("result", answer)
        return answer

    def test_every_field_of_every_request(self):
        client = self.started()
        count = 0
        for method, is_request in methods():
            if not is_request or method in ("initialize", "shutdown"):
                continue
            for params in variants(method):
                self.ask(client, method, params)
                count += 1
        self.assertGreater(count, 1000)
        self.assertEqual(client.ask("hplan/text", {"textDocument": DOCUMENT})["text"], PLAN)
        self.assertEqual(client.stop(), 0)

    def test_every_field_of_every_notification(self):
        client = self.started()
        for method, is_request in methods() + [("$/cancelRequest", False)]:
            if is_request or method == "exit":
                continue
            for params in variants(method):
                client.tell(method, None if params is ABSENT else params)
            client.tell("textDocument/didOpen", PARAMS["textDocument/didOpen"])
            text = client.ask("hplan/text", {"textDocument": DOCUMENT})["text"]
            self.assertEqual(text, PLAN, method)
        self.assertEqual(client.stop(), 0)

    def test_every_field_of_initialize(self):
        for params in list(variants("initialize"))[::3]:
            client = self.client()
            answer = self.ask(client, "initialize", params)
            if "result" in answer:
                self.ask(client, "shutdown", {})
            client.tell("exit")
            self.ended(client, (0, 1))

    def test_bytes_at_random(self):
        rng = random.Random(7)
        whole = frame({"jsonrpc": "2.0", "id": 1, "method": "initialize",
                       "params": PARAMS["initialize"]})
        for _ in range(150):
            client = self.client()
            data = bytearray()
            for _ in range(rng.randint(1, 6)):
                kind = rng.randrange(4)
                if kind == 0:
                    data += rng.randbytes(rng.randint(1, 3000))
                elif kind == 1:
                    data += whole[:rng.randint(1, len(whole))]
                elif kind == 2:
                    piece = bytearray(whole)
                    piece[rng.randrange(len(piece))] = rng.randrange(256)
                    data += piece
                else:
                    data += b"Content-Length: %d\r\n\r\n" % rng.choice(
                        [0, 1, 2**31, 2**32 + 1, 2**63, 2**64, 70 << 20])
            try:
                client.send_raw(bytes(data))
            except Gone:
                pass
            self.ended(client, (0, 1))

    def test_messages_cut_anywhere(self):
        message = frame({"jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": AT})
        for cut in range(0, len(message), 3):
            client = self.started()
            client.send_raw(message[:cut])
            self.ended(client, (1,))

    def test_json_nested_deep(self):
        client = self.started()
        for depth in (100, 2000, 100000):
            for opening, closing in (b"[", b"]"), (b'{"a":', b"}"):
                client.send_raw(frame(opening * depth + b"1" + closing * depth))
                self.assertIn(client.receive_answer()["error"]["code"], (-32700, -32600))
        self.assertEqual(client.stop(), 0)

    def test_texts_of_bytes_at_random(self):
        client = self.started()
        rng = random.Random(11)
        kinds = "{}\"|:,=#«»()[]<>+-*/.;\\\t\n\r 0123456789abcæøå😀\u0301\u200b\ufeff\0"
        for _ in range(60):
            client.change(URI, "".join(rng.choice(kinds) for _ in range(rng.randint(0, 2000))))
            for method in ("textDocument/formatting", "textDocument/semanticTokens/full",
                           "textDocument/documentSymbol", "textDocument/foldingRange"):
                self.ask(client, method, PARAMS[method])
            self.ask(client, "textDocument/completion", AT)
        self.assertEqual(client.stop(), 0)

    def test_questions_anywhere_in_a_text_that_is_being_written(self):
        client = self.client()
        client.start({"textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
                                       "completion": {"completionItem": {"snippetSupport": True}}}})
        folder = os.path.join(ROOT, "examples", "kragero-2018")
        rng = random.Random(5)
        texts = {}
        for name in ("handlingsplan.hplan", "organisasjon.hplan"):
            with open(os.path.join(folder, name), encoding="utf-8") as f:
                text = Text(f.read())
            texts[client.open(os.path.join(folder, name), text.text)] = text
        asked = [m for m, is_request in methods() if is_request and m not in (
            "initialize", "shutdown")]
        for _ in range(EDITS // 10):
            uri, text = rng.choice(list(texts.items()))
            client.change(uri, text.random_edit(rng))
            for method in rng.sample(asked, 3):
                answer = self.ask(client, method, self.question(rng, method, uri, text))
                self.within(answer.get("result"), text)
        for uri, text in texts.items():
            got = client.ask("hplan/text", {"textDocument": {"uri": uri}})["text"]
            self.assertEqual(got, text.text)
        self.assertEqual(client.stop(), 0)

    def question(self, rng, method, uri, text):
        line, column = text.place(rng)
        at = {"line": line, "character": text.units(text.lines[line][:column])}
        params = copy.deepcopy(PARAMS.get(method, AT))
        params.update({k: v for k, v in (
            ("textDocument", {"uri": uri}), ("position", at),
            ("newName", rng.choice(["ny", "1", "å", "service", "", "a b", "{"])),
            ("query", rng.choice(["", "a", "å"])),
            ("range", {"start": {"line": max(0, line - rng.randrange(20)), "character": 0},
                       "end": at})) if k in params})
        return params

    def within(self, result, text):
        """Lists of edits of this text lie in it, and not over each other."""
        if not isinstance(result, list) or not result or "newText" not in result[0]:
            return
        last = (0, 0)
        for edit in result:
            start, end = ((edit["range"][k]["line"], edit["range"][k]["character"])
                          for k in ("start", "end"))
            self.assertLessEqual(last, start)
            self.assertLessEqual(start, end)
            self.assertLess(start[0], len(text.lines))
            last = end

    def replay(self, encoding):
        client = self.client()
        client.start({"general": {"positionEncodings": [encoding]}})
        path = os.path.join(ROOT, "examples", "kragero-2018", "handlingsplan.hplan")
        with open(path, encoding="utf-8", newline="") as f:
            text = Text(f.read(), encoding)
        uri = client.open(URI, text.text)
        rng = random.Random(2018)
        for n in range(EDITS // 10):
            client.change(uri, *[text.random_edit(rng) for _ in range(10)])
            if n % 50 == 49:
                got = client.ask("hplan/text", {"textDocument": DOCUMENT})["text"]
                self.assertEqual(got, text.text, f"after {n * 10 + 10} edits")
                client.diagnostics(uri)
        with open(f"/proc/{client.process.pid}/status", encoding="ascii") as f:
            resident = int(re.search(r"VmRSS:\s+(\d+)", f.read())[1]) / 1024
        if "san" not in HPLANC.split(os.sep):
            self.assertLess(resident, 100)
        self.assertEqual(client.stop(), 0)

    def test_edits_at_random_in_utf16(self):
        self.replay("utf-16")

    def test_edits_at_random_in_utf8(self):
        self.replay("utf-8")


if __name__ == "__main__":
    HPLANC = os.path.abspath(sys.argv.pop(1))
    unittest.main()
