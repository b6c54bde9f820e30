"""Snippets for VS Code in the three languages: editors/vscode/snippets/hplan.json.

A snippet is written once, with the words of the vocabulary as `<group:id>` or, where several words
have one id, `<group:id/word>`. What a planner is to fill in is text of the snippet's own.
"""

import json
import re

from generated import Fault
from vocabulary import LANGUAGES

NAMES = {"nb": "bokmål", "nn": "nynorsk", "en": "english"}  # in the order they are offered

# What is to be filled in, where it is not the same in all three.
TEXTS = {
    "navn": ("navn", "namn", "name"),
    "Handlingsplan 2026": ("Handlingsplan 2026", "Handlingsplan 2026", "Action plan 2026"),
    "Innledning": ("Innledning", "Innleiing", "Introduction"),
    "handlingsplan": ("handlingsplan", "handlingsplan", "action-plan"),
    "årsmelding": ("årsmelding", "årsmelding", "annual-report"),
    "Årsmelding": ("Årsmelding", "Årsmelding", "Annual report"),
    "Overskrift": ("Overskrift", "Overskrift", "Heading"),
    "Tittel": ("Tittel", "Tittel", "Title"),
    "Netto ramme": ("Netto ramme", "Netto ramme", "Net frame"),
    "kommunestyret": ("kommunestyret", "kommunestyret", "council"),
    "Rammen fordelt": ("Rammen fordelt", "Ramma fordelt", "The frame divided"),
    "Post": ("Post", "Post", "Item"),
    "avdeling": ("avdeling", "avdeling", "department"),
    "Det som måles": ("Det som måles", "Det som blir målt", "What is measured"),
    "tabell.netto": ("tabell.netto", "tabell.netto", "table.net"),
    "Det er sant": ("Det som skal være sant", "Det som skal vere sant", "What is to be true"),
    "Mål": ("Det kommunen vil oppnå", "Det kommunen vil oppnå", "What is to be achieved"),
    "Tiltak": ("Det som skal gjøres", "Det som skal gjerast", "What is to be done"),
}

# Word that brings the snippet up (its first spelling is the prefix); what it is, in three
# languages; its lines. «…» is one of TEXTS; `<^…>` begins with a capital.
SNIPPETS = [
    ("kind:plan", "En ny plan|Ein ny plan|A new plan", """\
<kind:plan> ${1:«navn»} "${2:«Handlingsplan 2026»}" {
  <prop:municipality>: ${3:Kragerø}
  <prop:year>: ${4:2026}
  <prop:version>: <enum:version.draft>

  <kind:chapter> 1 "${5:«Innledning»}" {
    $0
  }
}"""),
    ("kind:report", "En rapport som svarer på en plan|Ein rapport som svarer på ein plan|"
     "A report that answers a plan", """\
<kind:use> "${1:«handlingsplan»}.hplan"

<kind:report> ${2:«årsmelding»} "${3:«Årsmelding» 2026}" {
  <prop:answers>: ${4:plan-2026}
  <prop:as_of>: ${5:31.12.2026}
  $0
}"""),
    ("kind:chapter", "Et kapittel|Eit kapittel|A chapter", """\
<kind:chapter> ${1:1} "${2:«Overskrift»}" {
  $0
}"""),
    ("kind:unit/avdeling", "En avdeling|Ei avdeling|A department", """\
<kind:unit/avdeling> ${1:«navn»} "${2:«Tittel»}" {
  <prop:fte>: ${3:0} <enum:dimension.fte>
}"""),
    ("kind:frame", "En økonomisk ramme|Ei økonomisk ramme|A budget frame", """\
<kind:frame> "${1:«Netto ramme»}" {
  <prop:decided_by>: ${2:«kommunestyret»} ${3:18.12.2025}
  ${4:2026}: ${5:0} kr
}"""),
    ("kind:breakdown", "En fordeling av rammen|Ei fordeling av ramma|A breakdown of the frame", """\
<kind:breakdown> ${1:«navn»} "${2:«Rammen fordelt»}" {
  <prop:of>: <kind:frame>.${3:2026}
  | <prop:function> | <prop:net> |
  | ${4:120 Administrasjon} | ${5:0} |
  | <^role:sum/sum> | ${6:0} |
}"""),
    ("kind:table", "En tabell med tall|Ein tabell med tal|A table of figures", """\
<kind:table> ${1:«navn»} "${2:«Tittel»}" {
  | ${3:«Post»} | ${4:2025} | ${5:2026} |
  | $0 |  |  |
  | <^role:sum/sum> |  |  |
}"""),
    ("kind:goal/mål", "Et mål med et tiltak|Eit mål med eit tiltak|A goal with a measure", """\
<kind:goal/mål> ${1:«navn»} "${2:«Mål»}" {
  <kind:measure> "${3:«Tiltak»}" {
    <prop:responsible>: ${4:«avdeling»}
    <prop:due>: ${5:31.12.2026}
  }
  $0
}"""),
    ("kind:measure", "Et tiltak|Eit tiltak|A measure", """\
<kind:measure> "${1:«Tiltak»}" {
  <prop:responsible>: ${2:«avdeling»}
  <prop:due>: ${3:31.12.2026}
}"""),
    ("kind:indicator", "En indikator|Ein indikator|An indicator", """\
<kind:indicator> ${1:«navn»} "${2:«Det som måles»}" {
  <prop:measured_in>: ${3:%}
  <prop:direction>: ${4|<enum:direction.up/opp>,<enum:direction.down/ned>|}
  <prop:result> ${5:2025}: ${6:0} $3
  <prop:target> ${7:2026}: ${8:0} $3
}"""),
    ("kind:investment", "Investeringer|Investeringar|Investments", """\
<kind:investment> {
  | <prop:number> | <prop:title> | <prop:amount> ${1:2026} |
  | ${2:10001} | ${3:«Tittel»} | ${4:0} kr |
}"""),
    ("prop:require", "Et krav|Eit krav|A claim", """\
<prop:require>: ${1:<func:sum>(${2:«tabell.netto»})} ${3:<=} ${4:0 kr} "${5:«Det er sant»}"
"""),
    ("kind:rule", "En regel for alle ting av et slag|Ein regel for alle ting av eitt slag|"
     "A rule for everything of a kind", """\
<kind:rule> ${1:«navn»} "${2:«Det er sant»}" {
  <prop:applies_to>: ${3:<kind:measure>}
  <prop:require>: ${4:<func:has>(<prop:responsible>)}
  <prop:level>: ${5|<enum:level.warning>,<enum:level.error>,<enum:level.note>|}
}"""),
]


class Spellings:
    def __init__(self, terms):
        self.terms = {}
        for row in terms:
            self.terms.setdefault(f"{row.group}:{row.id}", row)
            self.terms.setdefault(f"{row.group}:{row.id}/{row.word}", row)

    def word(self, key, language):
        if key not in self.terms:
            raise Fault(f"tools/editors/snippets.py: no word of the vocabulary is {key}")
        return self.terms[key].spellings[language][0]


def in_language(text, spellings, language):
    def word(match):
        found = spellings.word(match.group(2), language)
        return found.capitalize() if match.group(1) else found

    def filled(match):
        return TEXTS[match.group(1)][LANGUAGES.index(language)]

    return re.sub("«([^»]+)»", filled, re.sub(r"<(\^?)(\w+:[^>]+)>", word, text))


def text(w):
    spellings, out = Spellings(w.terms), {}
    for key, descriptions, body in SNIPPETS:
        seen = set()
        for language, description in zip(LANGUAGES, descriptions.split("|")):
            lines = in_language(body, spellings, language).rstrip("\n")
            if lines not in seen:  # bokmål and nynorsk are often the same
                out[f"{NAMES[language]}: {description[0].lower()}{description[1:]}"] = {
                    "prefix": spellings.word(key, language),
                    "body": lines.split("\n"),
                    "description": description,
                }
            seen.add(lines)
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


OUTPUTS = {"editors/vscode/snippets/hplan.json": text}
