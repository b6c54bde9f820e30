"""client.py — a small language client for the tests: it frames, sends, waits and keeps the texts.

    with Client(["build/hplanc", "lsp"]) as c:
        c.start()
        uri = c.open("/tmp/a.hplan", text)
        found = c.diagnostics(uri)
"""
import json
import os
import select
import subprocess
import time
import urllib.parse

TIMEOUT = 30


def uri_of(path):
    return "file://" + urllib.parse.quote(os.path.abspath(path))


class Gone(Exception):
    """The server has ended, or does not answer in time."""


class Client:
    def __init__(self, command, timeout=TIMEOUT):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.timeout = timeout
        self.buffer = b""
        self.calls = 0
        self.told = []          # notifications and requests of the server, in order
        self.answers = {}       # by id
        self.published = {}     # by URI: the last params of publishDiagnostics
        self.versions = {}
        self.arrived = 0.0      # when the last message was whole

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    # ---- bytes

    def send_raw(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except BrokenPipeError as e:
            raise Gone("the server takes nothing more") from e

    def send(self, message):
        self.send_raw(frame(message))

    def receive(self, timeout=None):
        """The next message; Gone if there is none in time."""
        deadline = time.monotonic() + (self.timeout if timeout is None else timeout)
        while True:
            message = self.whole()
            if message is not None:
                self.note(message)
                return message
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                raise Gone("no message in time")
            data = os.read(self.process.stdout.fileno(), 1 << 16)
            if not data:
                raise Gone("the server is gone")
            self.buffer += data

    def receive_answer(self):
        """The next message that is an answer, to whatever it is."""
        while "method" in (message := self.receive()):
            pass
        return message

    def whole(self):
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        header = self.buffer[:end].decode("ascii")
        length = int(header.split("Content-Length:")[1].split("\r\n")[0])
        if len(self.buffer) < end + 4 + length:
            return None
        self.arrived = time.monotonic()
        body = self.buffer[end + 4:end + 4 + length]
        self.buffer = self.buffer[end + 4 + length:]
        return json.loads(body)

    def note(self, message):
        if "method" in message:
            self.told.append(message)
            if message["method"] == "textDocument/publishDiagnostics":
                self.published[message["params"]["uri"]] = message["params"]
        else:
            self.answers[message["id"]] = message

    # ---- messages

    def call(self, method, params=None):
        """Sends a request; gives its id."""
        self.calls += 1
        message = {"jsonrpc": "2.0", "id": self.calls, "method": method}
        if params is not None:
            message["params"] = params
        self.send(message)
        return self.calls

    def answer(self, call):
        while call not in self.answers:
            self.receive()
        return self.answers.pop(call)

    def ask(self, method, params=None):
        answer = self.answer(self.call(method, params))
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']}")
        return answer["result"]

    def tell(self, method, params=None):
        message = {"jsonrpc": "2.0", "method": method}
        if params is not None:
            message["params"] = params
        self.send(message)

    # ---- a session

    def start(self, capabilities=None, **params):
        result = self.ask("initialize", {"processId": os.getpid(), "rootUri": None,
                                         "capabilities": capabilities or {}, **params})
        self.tell("initialized", {})
        return result

    def open(self, path, text=None):
        if text is None:
            with open(path, encoding="utf-8", newline="") as f:
                text = f.read()
        uri = path if ":" in path else uri_of(path)
        self.versions[uri] = 1
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "hplan", "version": 1, "text": text}})
        return uri

    def change(self, uri, *changes):
        self.versions[uri] += 1
        self.tell("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": self.versions[uri]},
            "contentChanges": [c if isinstance(c, dict) else {"text": c} for c in changes]})

    def close(self, uri):
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def diagnostics(self, uri):
        """Those of the newest version of an open document."""
        while self.published.get(uri, {}).get("version") != self.versions[uri]:
            self.receive()
        return self.published[uri]["diagnostics"]

    def at(self, uri, line, character):
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}

    def stop(self):
        """The exit code."""
        self.ask("shutdown")
        self.tell("exit")
        return self.process.wait(self.timeout)


def frame(message):
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def replace(start, end, text):
    """A change of a range: (line, character) of both ends."""
    return {"range": {"start": {"line": start[0], "character": start[1]},
                      "end": {"line": end[0], "character": end[1]}}, "text": text}
