"""The TextMate grammar, which VS Code and others read: editors/vscode/syntaxes/.

The rules are those of words.py. Two things decide the shape here: a rule sees one line at a time,
and a rule inside another goes on until its own end, so whatever opens inside a value must end where
the value does.
"""

import json

from words import CONTEXTS, alternatives

# Class to scope. Themes know the first part; the whole is what the tests ask for.
SCOPES = {
    "comment": "comment.line.number-sign.hplan",
    "kind": "storage.type.kind.hplan",
    "property": "support.type.property-name.hplan",
    "enum": "constant.language.hplan",
    "function": "support.function.hplan",
    "role": "keyword.other.role.hplan",
    "name": "variable.other.name.hplan",
    "title": "string.quoted.double.title.hplan",
    "string": "string.quoted.double.hplan",
    "number": "constant.numeric.hplan",
    "unit": "keyword.other.unit.hplan",
    "operator": "keyword.operator.hplan",
    "bar": "punctuation.separator.table.hplan",
    "code": "support.constant.code.hplan",
    "prose": "meta.prose.hplan",
    "markup.heading": "markup.heading.hplan",
    "markup.bold": "markup.bold.hplan",
    "markup.link": "markup.underline.link.hplan",
    "interpolation": "punctuation.section.embedded.hplan",
}

# --- Pieces of expressions ------------------------------------------------------------------------

LETTERS = r"\p{L}\p{M}\p{N}_"
WORD = rf"[\p{{L}}_][{LETTERS}-]*(?:/\p{{L}}[{LETTERS}-]*)*"
BEHIND = rf"(?<![{LETTERS}.])(?<![{LETTERS}]-)"  # nothing of a word before, but a sign ...
AHEAD = rf"(?![{LETTERS}-])"  # ... and behind
BLANK = r"[ \t\x{A0}\x{2000}-\x{200A}\x{202F}]"
DASH = r"[\x{2010}-\x{2015}\x{2212}-]"
STRING = r'"(?:[^"\\]|\\.)*"|[«“„][^»”“\n]*[»”“]'
FIGURE = rf"(?:\d{{1,3}}(?:{BLANK}\d{{3}})+(?!\d)|\d+)(?:,(?:\d+|-))?"
NUMBER = rf"(?:(?<![{LETTERS})%.]){DASH}|{BEHIND}){FIGURE}(?:{DASH}{FIGURE})?"
DATE = r"\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)+|\d+(?:/\d+)+|\d{1,3}\.(?!\d)"
PATH = rf'{BEHIND}{WORD}(?:\.(?:{WORD}|\d+(?:/\d+)*|"[^"\n]*"))+'
START = r"(?:^|(?<=[{;]))\s*"  # where a statement may begin
INDEX = r"[^:{}\"|;#\n]*"  # what may stand between a key and its colon
# No character is taken: what stands inside a value must end there as well. A comma goes on.
VALUE_END = r"(?=[;{}#])|(?<![,\s])(?=[ \t]*$)"
CELL_END = r"(?=\|)|$"


def words(spellings):
    return rf"(?i:{alternatives(spellings)})"


def match(pattern, name=None, **captures):
    """A rule; captures are given as _1="class"."""
    rule = {"match": pattern}
    if name:
        rule["name"] = SCOPES[name]
    if captures:
        rule["captures"] = {key[1:]: {"name": SCOPES[value]} for key, value in captures.items()}
    return rule


def region(begin, end, patterns, **more):
    return {"begin": begin, "end": end, "patterns": patterns, **more}


def captured(name):
    return {"1": {"name": SCOPES[name]}}


def use(*names):
    return [{"include": "#" + name} for name in names]


# --- Rules ---------------------------------------------------------------------------------------

def figures(w):
    """Numbers with what belongs to them, dates, and words that qualify."""
    unit = rf"{words(w.units)}{AHEAD}|(?!{words(w.connectives)}{AHEAD}){WORD}"
    return [
        match(rf"{BEHIND}({words(w.qualifiers)})(?=\s*{DASH}?\d)", _1="operator"),
        match(rf"{BEHIND}((?i:kr\.?|NOK))(?=\s*\d)", _1="unit"),
        match(rf"{BEHIND}(?:{DATE})", "number"),
        match(rf"({NUMBER})(?:{BLANK}*({unit}))?", _1="number", _2="unit"),
        match(r"[%‰]", "unit"),
    ]


def common(w):
    """What is alike in every value, wherever it stands."""
    return [
        match(STRING, "string"),
        match(r"https?://[^\s;,\"}]+|mailto:[^\s;,\"}]+", "string"),
        match(rf"{BEHIND}HP\d{{4}}{AHEAD}", "code"),
        match(rf"{BEHIND}{words(w.functions)}(?=\()", "function"),
        *figures(w),
        match(PATH, "name"),
        match(rf"<=|>=|[=<>+*/]|(?<=\s){DASH}(?=\s)", "operator"),
    ]


def contexts(w):
    plain = match(rf"{BEHIND}{WORD}")  # taken whole, so that no digit of it is a figure
    name = match(rf"{BEHIND}{WORD}", "name")
    connective = match(rf"{BEHIND}{words(w.connectives)}{AHEAD}", "operator")
    number_word = match(rf"{BEHIND}{words(w.numbers)}(?=\s*=)", "number")
    choice = match(rf"{BEHIND}{words(w.choices)}{AHEAD}", "enum")
    code = match(rf"{BEHIND}\d+(?:/\d+)*{AHEAD}", "code")
    return {
        "common": common(w),
        "choice": [choice, *use("common"), plain],
        "names": use("common") + [connective, name],
        "codes": [code, *use("common"), plain],
        "text": use("common") + [plain],
        "index": [match(rf"{BEHIND}{words(w.indexes)}{AHEAD}", "enum"),
                  match(rf"{BEHIND}(?:{DATE})|{NUMBER}", "number")],
        "embedded": [number_word, *use("names")],
    }


def equation(end):
    return region("(=)", end, use("names"), beginCaptures=captured("operator"))


def statement(key, context, key_class=None):
    """A property: its key, an index, a colon and a value."""
    captures = {"2": {"patterns": use("index")}}
    if key_class:
        captures["1"] = {"name": SCOPES[key_class]}
    return region(rf"{START}({key})({INDEX})(:)", VALUE_END,
                  [equation(VALUE_END), *use(context)], beginCaptures=captures)


def properties(w):
    rules = [statement(words(w.properties[context]) + AHEAD, context, "property")
             for context in CONTEXTS]
    rules.append(statement(r"HP\d{4}" + AHEAD, "choice", "code"))
    index = rf"(?=(?:{words(w.indexes)}{AHEAD}|[\d\s.–/-])+:)"
    rules.append(statement(index, "choice"))
    rules.append(statement(r"(?=[\p{L}_])", "text"))  # a key that nobody knows
    return rules


def heads(w):
    head = [match(STRING, "title"), match(PATH, "name"),
            match(rf"{BEHIND}(?:{DATE}|{FIGURE})(?![\p{{L}}_])", "number"),
            match(rf"{BEHIND}{WORD}", "name")]
    new = rf"(?:({words(w.connectives)})\s+)?"
    return [region(rf"{START}{new}({words(w.kinds)}){AHEAD}", r"(?=[;{}#|])|$", head,
                   beginCaptures={"1": {"name": SCOPES["operator"]},
                                  "2": {"name": SCOPES["kind"]}})]


def tables(w):
    bar = match(r"\|", "bar")
    escaped = match(r"\\\|")
    header = region(r"\G(?=\|)", "$", [
        escaped, bar, match(STRING, "title"),
        match(rf"{BEHIND}(?:{DATE}|{FIGURE})", "number"), match(r":", "operator"),
        match(r"%", "unit"), match(rf"{BEHIND}{WORD}", "property")])
    alone = r"(?=\s*(?:\||$))"
    first = region(r"(?<=\|)\G\s*", CELL_END, [
        escaped,
        match(rf"\G{DASH}?\s*({words(w.roles)})(?=\s*:)", _1="role"),
        match(rf"\G{DASH}?\s*({words(w.lone_roles)}){alone}", _1="role"),
        match(rf"\G{DASH}?\s*({words(set(w.bare_roles) - set(w.lone_roles))}){AHEAD}", _1="role"),
        match(rf"\G\d+(?:/\d+)*{AHEAD}", "code"), match(STRING, "string"),
        match(rf"{BEHIND}{WORD}|\d+")])
    row = region(r"^\s*(\|)", "$", [
        first, escaped, bar,
        match(rf"(?<=\|)\s*({words(w.cells)}|\.\.?|[:-]){alone}", _1="enum"),
        equation(CELL_END), *use("text")], beginCaptures=captured("bar"))
    return [region(r"(?:^|(?<=\{))\s*(?=\|)", r"^(?!\s*\|)", [header, row],
                   name="meta.table.hplan")]


def prose():
    braces = region(r"\{", r"\}|(?=\"\"\")", use("embedded"),
                    beginCaptures={"0": {"name": SCOPES["interpolation"]}},
                    endCaptures={"0": {"name": SCOPES["interpolation"]}})
    inline = [match(r"\\."), braces, match(r"\[[^\]\n]*\]\([^)\n]*\)", "markup.link")]
    heading = region(r"^\s*(#{1,6})(?=\s)", r"$|(?=\"\"\")", inline,
                     name=SCOPES["markup.heading"])
    bold = region(r"\*\*(?=\S)", r"\*\*|(?=\"\"\")|^\s*$", inline, name=SCOPES["markup.bold"])
    quotes = {"0": {"name": SCOPES["string"]}}
    return [region(r"\"\"\"", r"\"\"\"", [heading, bold, *inline],
                   contentName=SCOPES["prose"], beginCaptures=quotes, endCaptures=quotes)]


def grammar(w):
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "information_for_contributors": "Made by tools/gen-editors; do not edit.",
        "name": "hplan",
        "scopeName": "source.hplan",
        "fileTypes": ["hplan"],
        "patterns": use("comment", "prose", "table", "property", "head"),
        "repository": {
            "comment": {"patterns": [match(r"#.*$", "comment")]},
            "prose": {"patterns": prose()},
            "table": {"patterns": tables(w)},
            "property": {"patterns": properties(w)},
            "head": {"patterns": heads(w)},
            **{name: {"patterns": rules} for name, rules in contexts(w).items()},
        },
    }


def text(w):
    return json.dumps(grammar(w), ensure_ascii=False, indent=1) + "\n"


OUTPUTS = {"editors/vscode/syntaxes/hplan.tmLanguage.json": text}
