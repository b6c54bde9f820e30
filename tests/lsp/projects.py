#!/usr/bin/env python3
"""projects.py HPLANC — several files, open and not, and what becomes of their findings."""
import os
import sys
import tempfile
import time
import unittest

from client import Client, frame, replace, uri_of

HPLANC = "hplanc"
UNITS = 'avdeling skole "Skolen"\navdeling helse "Helsa"\n'


def plan(number, who="skole", more=""):
    return (f'plan p{number} "Plan {number}" {{\n  år: 2018\n  bruk "enheter å.hplan"\n'
            f'  tiltak "T{number}" {{ ansvar: {who}; frist: 2018 }}\n{more}}}\n')


class Place(unittest.TestCase):
    """A folder with a file of units, and a client that has opened it."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="plan å ")
        self.addCleanup(self.folder.cleanup)
        self.c = Client([HPLANC, "lsp", "--lang", "nb"])
        self.addCleanup(self.c.__exit__)
        self.c.start({"workspace": {"workspaceEdit": {"documentChanges": True}}},
                     workspaceFolders=[{"uri": uri_of(self.folder.name), "name": "planer"}])
        self.write("enheter å.hplan", UNITS)

    def path(self, name):
        return os.path.join(os.path.realpath(self.folder.name), name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)

    def open(self, name, text=None):
        if text is not None and not os.path.exists(self.path(name)):
            self.write(name, text)
        return self.c.open(self.path(name), text)

    def codes(self, uri):
        """Of what was last told of a file, once the server has nothing more to tell."""
        self.c.ask("workspace/symbol", {"query": "nothing is called so"})
        self.c.answer(self.c.call("no/such"))
        return [d["code"] for d in self.c.published.get(uri, {}).get("diagnostics", [])]

    def settle(self):
        """Whatever is to be published has been."""
        before = None
        while before != len(self.c.told):
            before = len(self.c.told)
            self.c.answer(self.c.call("no/such"))


class Projects(Place):
    def test_a_file_that_is_not_open_has_findings_too(self):
        self.write("enheter å.hplan", UNITS + 'avdeling helse "To"\n')
        one = self.open("en.hplan", plan(1))
        self.c.diagnostics(one)
        units = uri_of(self.path("enheter å.hplan"))
        self.assertEqual(self.codes(units), ["HP2003"])
        self.write("enheter å.hplan", UNITS)
        self.c.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": units, "type": 2}]})
        self.settle()
        self.assertEqual(self.codes(units), [])

    def test_what_is_open_stands_for_the_file(self):
        one = self.open("en.hplan", plan(1, "havn"))
        self.assertEqual([d["code"] for d in self.c.diagnostics(one)], ["HP2002"])
        units = self.open("enheter å.hplan")
        self.c.change(units, replace((0, 0), (0, 0), 'avdeling havn "Havna"\n'))
        self.c.diagnostics(units)
        self.settle()
        self.assertEqual(self.codes(one), [])
        self.c.close(units)  # unsaved: the file counts again
        self.settle()
        self.assertEqual(self.codes(one), ["HP2002"])

    def test_a_file_that_is_yet_to_be_saved(self):
        one = self.open("en.hplan", plan(1).replace("enheter å", "nye"))
        self.assertIn("HP9001", [d["code"] for d in self.c.diagnostics(one)])
        new = self.c.open(self.path("nye.hplan"), UNITS)
        self.assertEqual(self.c.diagnostics(new), [])
        self.settle()
        self.assertEqual(self.codes(one), [])
        self.c.close(new)
        self.settle()
        self.assertIn("HP9001", self.codes(one))

    def test_a_part_is_seen_with_its_whole_and_findings_go_with_the_last(self):
        self.write("helt.hplan", plan(1, "havn", '  bruk "del.hplan"\n'))
        part = self.open("del.hplan", 'del av "helt.hplan"\ntiltak "U" { ansvar: helse; frist: 2018 }\n')
        self.assertEqual(self.c.diagnostics(part), [])
        whole = uri_of(self.path("helt.hplan"))
        self.assertEqual(self.codes(whole), ["HP2002"])
        self.open("helt.hplan")
        self.c.diagnostics(whole)
        self.assertEqual(self.codes(whole), ["HP2002"])
        self.c.close(part)
        self.settle()
        self.assertEqual(self.codes(whole), ["HP2002"])
        self.c.close(whole)
        self.settle()
        self.assertEqual(self.codes(whole), [])

    def test_two_plans_with_one_file(self):
        one, two = self.open("en.hplan", plan(1)), self.open("to.hplan", plan(2))
        units = self.open("enheter å.hplan")
        self.c.change(units, replace((1, 0), (1, 8), "avdelin"))
        self.c.diagnostics(units)
        self.settle()
        self.assertEqual(len(self.codes(units)), len(set(self.codes(units))), "each finding once")
        self.c.change(units, replace((1, 0), (1, 7), "avdeling"))
        edit = self.c.ask("textDocument/rename", {**self.c.at(units, 0, 11), "newName": "skulen"})
        changed = {c["textDocument"]["uri"]: len(c["edits"]) for c in edit["documentChanges"]}
        self.assertEqual(changed, {one: 1, two: 1, units: 1})
        places = self.c.ask("textDocument/references", {
            **self.c.at(units, 0, 11), "context": {"includeDeclaration": True}})
        self.assertEqual(sorted(p["uri"] for p in places), sorted([one, two, units]))
        found = self.c.ask("workspace/symbol", {"query": "skole"})
        self.assertEqual([s["location"]["uri"] for s in found], [units])

    def test_a_plan_that_nobody_has_open_is_renamed_in_as_well(self):
        self.write("to.hplan", plan(2))
        one = self.open("en.hplan", plan(1))
        edit = self.c.ask("textDocument/rename", {**self.c.at(one, 3, 28), "newName": "skulen"})
        changed = {c["textDocument"]["uri"] for c in edit["documentChanges"]}
        self.assertEqual(changed, {one, uri_of(self.path("to.hplan")),
                                   uri_of(self.path("enheter å.hplan"))})

    def test_folders_come_and_go(self):
        self.write("to.hplan", plan(2))
        one, two = self.open("en.hplan", plan(1)), uri_of(self.path("to.hplan"))
        folder = {"uri": uri_of(self.folder.name) + "/", "name": "planer"}
        for removed, added, found in (([folder], [], False), ([], [folder], True)):
            self.c.tell("workspace/didChangeWorkspaceFolders",
                        {"event": {"removed": removed, "added": added}})
            places = self.c.ask("textDocument/references", {
                **self.c.at(one, 3, 28), "context": {"includeDeclaration": False}})
            self.assertEqual(two in [p["uri"] for p in places], found)

    def test_the_settings_of_the_project(self):
        self.write("prosjekt.hplan", "")
        one = self.open("en.hplan", plan(1, "havn"))
        self.assertEqual([d["severity"] for d in self.c.diagnostics(one)], [1])
        project = self.open("prosjekt.hplan")
        self.c.diagnostics(project)
        self.c.change(project, 'prosjekt { nivåer { HP6003: feil } }\n')
        self.c.diagnostics(project)
        self.c.change(one, plan(1).replace("; frist: 2018", ""))
        self.assertEqual([d["code"] for d in self.c.diagnostics(one)], ["HP6003"])

    def test_a_file_by_another_name(self):
        os.symlink(self.path("en.hplan"), self.path("lenke.hplan"))
        self.write("en.hplan", plan(1, "havn"))
        link = self.open("lenke.hplan")
        self.assertEqual([d["code"] for d in self.c.diagnostics(link)], ["HP2002"])
        self.c.change(link, plan(1))
        self.assertEqual(self.c.diagnostics(link), [])

    def test_a_file_by_two_names_is_not_taken_for_two(self):
        os.symlink(self.path("en.hplan"), self.path("lenke.hplan"))
        first = self.open("en.hplan", plan(1, "havn"))
        second = self.open("lenke.hplan")
        self.c.change(second, "\n" * 300)
        self.assertEqual([d["code"] for d in self.c.diagnostics(first)], ["HP2002"])
        self.assertEqual(self.c.diagnostics(second), [])
        self.assertEqual(
            self.c.ask("textDocument/completion", self.c.at(second, 299, 0))["items"], [])

    def test_a_file_in_no_folder(self):
        uri = self.c.open("file:///no/such/folder/en%20plan.hplan", 'plan p "P" { ansvarr: x }\n')
        self.assertEqual([d["code"] for d in self.c.diagnostics(uri)], ["HP2004"])

    def test_text_without_a_file(self):
        first = self.c.open("untitled:Untitled-1", 'plan p "P" {\n  år: 2018\n  ansvarr: x\n}\n')
        second = self.c.open("untitled:Untitled-2", 'plan q "Q" { år: 2018 }\n')
        self.assertEqual([d["code"] for d in self.c.diagnostics(first)], ["HP2004"])
        self.assertEqual(self.c.diagnostics(second), [])


class Pulled(Place):
    """A client that asks for findings: the same are found, and none is told of twice."""

    def setUp(self):
        super().setUp()
        self.c.__exit__()
        self.c = Client([HPLANC, "lsp", "--lang", "nb"])
        self.addCleanup(self.c.__exit__)
        self.result = self.c.start({"textDocument": {"diagnostic": {}}})

    def pulled(self, uri):
        report = self.c.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        return [d["code"] for d in report["items"]]

    def test_what_is_open_is_asked_for_and_the_rest_told(self):
        self.assertFalse(self.result["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"])
        units = uri_of(self.path("enheter å.hplan"))
        self.write("enheter å.hplan", UNITS + 'avdeling helse "To"\n')
        one = self.open("en.hplan", plan(1, "skoel"))
        self.assertEqual(self.codes(units), ["HP2003"])
        self.open("enheter å.hplan")
        self.assertEqual((self.codes(units), self.codes(one)), ([], []))
        self.assertEqual((self.pulled(units), self.pulled(one)), (["HP2003"], ["HP2002"]))
        self.c.close(units)
        self.assertEqual(self.codes(units), ["HP2003"])


class Shut(Place):
    """A server that has been shut down only waits for the end."""

    def spent(self):
        with open(f"/proc/{self.c.process.pid}/stat", encoding="ascii") as f:
            user, system = f.read().rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def test_what_came_right_before_is_not_worked_on(self):
        uri = self.open("en.hplan", plan(1))
        self.c.diagnostics(uri)
        change = {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": plan(2)}]}}
        shutdown = {"jsonrpc": "2.0", "id": "last", "method": "shutdown"}
        self.c.send_raw(frame(change) + frame(shutdown))
        self.c.answer("last")
        before = self.spent()
        time.sleep(0.5)
        self.assertLess(self.spent() - before, 0.1)
        self.c.tell("exit")
        self.assertEqual(self.c.process.wait(10), 0)


if __name__ == "__main__":
    HPLANC = os.path.abspath(sys.argv.pop(1))
    unittest.main()
