#!/usr/bin/env python3
"""Validates JSON outputs of hplanc against the schema of their format, in grammar/.

    tests/json/validate.py FILE ...        ("-": standard input)

Beside the schema it holds what a schema cannot say: identifiers are unique, every reference has
something to refer to, and every row has a cell for each column. Exits 0 if all is well, 1 if not.
"""
import json
import pathlib
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = {
    "hplan-json": ROOT / "grammar" / "hplan.schema.json",
    "hplan-diff": ROOT / "grammar" / "hplan-diff.schema.json",
}


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key stands twice: {keys}")
    return dict(pairs)


def walk(node):
    yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from walk(child)


def faults_beyond_schema(data):
    objects = [node for node in walk(data) if isinstance(node, dict)]
    ids = [o["id"] for o in objects if o.get("type") == "declaration"]
    for name in sorted({i for i in ids if ids.count(i) > 1}):
        yield f"the id {name} is given twice"
    known = set(ids)
    for o in objects:
        for key in ("ref", "same", "declares", "declaration"):
            if isinstance(o.get(key), str) and o[key] not in known:
                yield f"{key}: nothing has the id {o[key]}"
        if o.get("type") == "table":
            for row in o["rows"]:
                if len(row["cells"]) != len(o["columns"]):
                    yield f"a row with {len(row['cells'])} cells under {len(o['columns'])} heads"
    for document in data["documents"]:
        counted = sum(document["summary"]["by_kind"].values())
        if counted != len(document["checks"]):
            yield f"{len(document['checks'])} checks, but the summary counts {counted}"


def innermost(error):
    """Of the branches of an anyOf, the one that came furthest says what is wrong."""
    while error.context:
        error = max(error.context, key=lambda e: (len(e.absolute_path), "type" not in e.absolute_path))
    return error


def validators():
    for name, path in SCHEMAS.items():
        schema = json.loads(path.read_text(encoding="utf-8"))
        kind = jsonschema.validators.validator_for(schema)
        kind.check_schema(schema)
        yield name, kind(schema)


def faults(text, known):
    try:
        data = json.loads(text, object_pairs_hook=unique_keys)
    except ValueError as error:
        return [f"not JSON: {error}"]
    name = data.get("format")
    if name not in known:
        return [f"no format of hplanc: {name}"]
    found = [
        f"/{'/'.join(str(p) for p in e.absolute_path)}: {e.message[:300]}"
        for e in map(innermost, known[name].iter_errors(data))
    ]
    return found or list(faults_beyond_schema(data) if name == "hplan-json" else ())


def main(names):
    known = dict(validators())
    bad = 0
    for name in names:
        text = sys.stdin.read() if name == "-" else pathlib.Path(name).read_text(encoding="utf-8")
        for fault in faults(text, known):
            print(f"{name}: {fault}", file=sys.stderr)
            bad = 1
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
