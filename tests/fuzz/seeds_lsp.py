#!/usr/bin/env python3
"""Makes the seeds of the targets for the language server, and their dictionary.

    tests/fuzz/seeds_lsp.py BUILD

Writes BUILD/seeds-lsp (scripts, see fuzz_lsp.c): a session for each method, from `initialize` to
`exit`, and the transcripts of the tests; BUILD/seeds-frames: streams of bytes; and for both the
dictionary BUILD/lsp.dict, of the methods, the fields and what frames are made of.
"""
import codecs
import json
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tests/lsp"))

from client import frame  # noqa: E402
from dictionary import quoted  # noqa: E402
from rubbish import AT, PARAMS, PLAN, URI, methods  # noqa: E402

PART = '"del.hplan"'
FILES = [("hel.hplan", f'plan p "P" {{\n  år: 2018\n  bruk {PART}\n}}\n'),
         ("del.hplan", 'del av "hel.hplan"\ntiltak a "A" { frist: 2018 }\n')]
HEADERS = ["Content-Length: ", "content-length:", "Content-Type: ", "\r\n\r\n", "\r\n", "\n\n",
           "Content-Length: 2\r\n\r\n{}", "99999999999999999999", "67108865", "0", "-1",
           "[" * 60, '{"a":' * 20, "\\ud83d", "\\u0000", "\n#> ", "\n#. ", "\n#= ", "\n#: ", "\n#| ",
           "\n#~ ", "file:///plan/hel.hplan", "untitled:p", "$/cancelRequest", "null", "-1",
           '"id":1', "2147483648", "9223372036854775807", '"jsonrpc":"2.0",']


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def session(parts, text=PLAN, start=None, files=(), uri=URI):
    """A script: what every client begins and ends with, and the parts between."""
    lines = [f"#: {name}\n{content}" for name, content in files]
    lines += [f"#> initialize {compact(start or PARAMS['initialize'])}", "#. initialized {}",
              f"#= {uri}\n{text}", *parts, "#> shutdown", "#. exit"]
    return "\n".join(lines)


def part(method, is_request, params):
    return f"#{'>' if is_request else '.'} {method} {compact(params)}"


def scripts():
    asked = [m for m in methods() if m[0] not in ("initialize", "initialized", "shutdown", "exit")]
    for method, is_request in asked:
        yield session([part(method, is_request, PARAMS.get(method, AT))])
    text = part("hplan/text", True, {"textDocument": {"uri": URI}})
    for method, is_request in asked:
        if not is_request:
            yield session([part(method, is_request, PARAMS.get(method, AT)), text])
    disc = "file:///plan/del.hplan"
    at = {"textDocument": {"uri": disc}, "position": {"line": 1, "character": 8}}
    yield session([part(m, True, {**at, "newName": "ny", "context": {}}) for m in (
        "textDocument/rename", "textDocument/references", "textDocument/hover")],
        FILES[1][1], {"capabilities": {}, "rootUri": "file:///plan"}, FILES, disc)
    cancel = '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":4}}'
    yield session([part("textDocument/hover", True, AT), f"#| {cancel}"])
    yield "#> textDocument/hover {}\n#| []\n#| 17\n#| {\n#~ Content-Length: 9\r\n\r\n{}\n#. exit"


def transcripts():
    """What the transcripts send, as bodies and bytes."""
    for path in sorted((ROOT / "tests/lsp/transcripts").glob("*.lsp")):
        parts = []
        for line in path.read_text(encoding="utf-8").splitlines():
            word, _, rest = line.partition(" ")
            messages = {"-->": f"[{rest}]", "->>": rest}.get(word)
            if word == "start":
                parts += [f'#> initialize {{"capabilities":{rest or "{}"}}}', "#. initialized {}"]
            elif word == "==>":
                parts.append("#~ " + codecs.escape_decode(rest.encode())[0].decode("latin-1"))
            elif messages:
                parts += [f"#| {compact({'jsonrpc': '2.0', **m})}" for m in json.loads(messages)]
        yield "\n".join(parts)


def streams():
    hover = frame({"jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": AT})
    yield from (hover, hover * 3, hover[:-7], hover[5:] + hover, b"x" * 5000 + b"\n" + hover,
                b"Content-Length: 70000000\r\n\r\n{}", b"\r\n\n" + hover, b"GET / HTTP/1.1\r\n\r\n",
                b"Content-Length: 3\r\nContent-Length: 2\r\n\r\n{}" + hover, b"\xff\xfe" + hover,
                b"Content-Length: 2\n\n{}content-length:0\n\n" + hover)
    for name in ("initialize", "textDocument/didChange"):
        yield frame({"jsonrpc": "2.0", "method": name, "params": PARAMS[name]})


def words():
    def fields(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield json.dumps(key) + ":"
                yield from fields(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from fields(inner)
    for method, _ in methods():
        yield method
    yield from fields(PARAMS)
    yield from HEADERS


def write(folder, seeds):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for n, seed in enumerate(seeds):
        (folder / f"{n:03}").write_bytes(seed)


def main():
    build = pathlib.Path(sys.argv[1])
    write(build / "seeds-lsp", [text.encode("utf-8", "surrogateescape")
                                for text in [*scripts(), *transcripts()]])
    write(build / "seeds-frames", streams())
    (build / "lsp.dict").write_text("".join(f'"{quoted(word)}"\n' for word in sorted(set(words()))))


if __name__ == "__main__":
    main()
