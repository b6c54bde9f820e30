"""survivors.py — why a fault that every.py put in cannot be known.

A row a reason: the kind, what the mutant is like, and why. The first row that fits is the reason; a
mutant that fits none is a fault that should be found.
"""
import re


def typed(m):
    return m.cover in ("typed", "loose")


def zero(m):
    return not re.search("[1-9]", m.what)


def line(pattern):
    return lambda m: re.search(pattern, m.context) is not None


def mark(pattern):
    return lambda m: re.search(pattern, m.mark) is not None


def unused(m):
    return not m.used


def said_twice(m):
    """The thing's name and its title are the same word, and what is spoilt is one of them."""
    word = m.what.split(" → ")[0].strip('"')
    return len(re.findall(rf'(?<!\\w){re.escape(word)}(?!\\w)', m.context, re.I)) > 1


REASONS = [
    ("fortegn", zero, "null er null med fortegn også"),
    ("fortegn", typed, "tallet står bare her, og en endring, en rest og en inntekt er negative"),
    ("fortegn", line(r"\| (netto|lønn)-i "), "kravet er en ulikhet, og den holder nå også"),
    ("fortegn", line(r"\| (næring|liv|virk|land|kraft) "), "summen er alt en kjent feil"),
    ("deklarert navn", unused, "ingenting i planen bruker navnet"),
    ("tittel", unused, "en tittel er fri tekst, og ingenting viser til den"),
    ("deklarert navn", said_twice, "tittelen er det samme ordet og treffer fortsatt"),
    ("tittel", said_twice, "navnet er det samme ordet og treffer fortsatt"),
    ("deklarert navn", mark("declares document"), "en kilde kan være et dokument som ikke er deklarert"),
    ("kode", line(""), "den andre koden finnes også"),
    ("navn", mark("names document"), "en kilde kan være et dokument som ikke er deklarert"),
    ("navn", mark("names partner"), "en leverandør kan være en som ikke er deklarert"),
    ("enhet", mark("% av "), "en prosent uten grunnlag går med en som har det"),
    ("enhet", line("måles i:"), "det som måles, står bare her"),
    ("enhet", line(r"\{[^{}=]*\}"), "tallet i teksten står bare her"),
    ("enhet", line(r"^\s*\|"), "tallet i raden står bare her"),
    ("enhet", line("kostnad:|budsjett 20"), "beløpet står bare her"),
    ("fortegn", line(r"\| opp +\|"), "et måltall som er svakere enn resultatet, er en merknad"),
    ("år", line("utsatt til|budsjett 20"), "det kan gjelde et annet år"),
    ("år", line("^(plan|rapport) "), "året er en del av et navn"),
    ("år", line("periode:"), "også en annen periode rommer det som står i den"),
    ("år", line("måltall|Mål 20|Resultat 20"), "et resultat eller et måltall kan være for det året også"),
    ("år", line(r"^ *år:"), "ingenting annet i planen er bundet til året"),
    ("år", line("frist:"), "fristen er fortsatt i perioden"),
    ("år", line(r"^\s*\|"), "året i raden står bare her"),
    ("år", line("gyldig[:=]|vedtatt av:|årsverk høsten|verdi per|hovedveileder_"), "tidspunktet står bare her"),
    ("dato", line(""), "dagen står bare her"),
    ("rad slettet", unused, "ingenting viser til raden, og ingen sum regner med den"),
    ("rad slettet", line(r"\| husbanken "), "en leverandør kan være en som ikke er deklarert"),
    ("rader byttet", line(r"\| [a-z]+-s +\|"), "systemene blir deklarert av den andre tabellen i stedet"),
    ("rader byttet", unused, "radene kunne stå i begge tabellene, og ingenting viser til dem"),
]


def reason_of(mutant):
    for kind, fits, why in REASONS:
        if kind == mutant.kind and fits(mutant):
            return why
    return None
