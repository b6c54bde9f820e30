"""shapes.py — plans of ordinary shapes that are far too long, a row each, for `hostile --shapes`.

A row: what comes once, what comes for each i below n, what comes last; all inside a plan. %i is the
number, %r the same from the end, %d a day (the higher the number, the later), %D a day from the end.
Several were once quadratic in one of the verbs.
"""
YEARS = " 1 | 2 | 3 | 4 | 10 |\n"
TABLE = "tabell t \"T\" {\n| a | 2018 : kr |\n"

SHAPES = {
    # goals, measures and what is said of them
    "goals with measures": ("", "mål m%i \"M %i\" { tiltak \"T %i\" { frist: %d; ansvar: \"x\" } }\n", ""),
    "goals of one name": ("", "mål m \"M\"\n", ""),
    "a reference to nobody in each": ("", "mål m%i \"M\" { bygger på: nx%i }\n", ""),
    "a property misspelled in each": ("", "mål m%i \"M\" { anvsar: \"x\" }\n", ""),
    "one property many times": ("mål m \"M\" {\n", "ansvar: \"x%i\"\n", "}\n"),
    "one long list of names": ("mål m \"M\" {\nansvar: \"x\"", ", \"x%i\"", "\n}\n"),
    "measures that cost about so much":
        ("", "tiltak t%i \"T %i\" { kostnad: ca. %i kr; frist: 2018 }\n", ""),
    "risks": ("", "risiko r%i \"R\" { sannsynlighet: 3; konsekvens: 4 }\n", ""),
    "milestones from the last": ("tiltak t \"T\" {\n", "milepæl %D: \"M %i\"\n", "}\n"),
    "costs by day from the last": ("tiltak t \"T\" {\n", "kostnad %D: %i kr\n", "}\n"),
    "responsible by name": ("", "avdeling a%i \"Avdeling %i\"\nmål m%i \"M %i\" { ansvar: a%r }\n", ""),
    "responsible by title":
        ("", "avdeling a%i \"Avdeling %i\"\nmål m%i \"M %i\" { ansvar: \"Avdeling %r\" }\n", ""),
    "facts opened for each": ("", "fakta { avdeling a%i \"A\" }\n", ""),
    "decisions": ("", "vedtak v%i \"V %i\" { vedtatt: %d; frist: %D; status: gjort }\n", ""),
    "decisions about goals": ("", "vedtak v%i \"V %i\" { gjelder: m%r }\nmål m%i \"M\"\n", ""),

    # figures
    "indicators with diagrams": ("", "indikator i%i \"I %i\" { mål 2018: > 3 %; resultat 2016: 1 %; "
                                     "resultat 2015: 2 %; resultat 2017: 4 %; vis: diagram }\n", ""),
    "versions of a figure":
        ("", "indikator i%i \"I\" { resultat 2018: 1; budsjett 2018: 2; prognose 2018: 3 }\n", ""),
    "changes from year to year":
        ("", "ramme r%i \"R\" { 2018: 5 kr; endring 2019: 1 kr; 2019: 6 kr }\n", ""),
    "investments of one title": ("", "investering \"M\" { 2018: %i kr }\n", ""),
    "claims that do not hold": ("ramme r \"R\" { 2018: 5 kr }\n", "krev: r.2018 = 6 kr\n", ""),
    "a count in each line": ("tiltak a \"A\"\n", "\"{1 = antall(tiltak)}\"\n", ""),

    # tables
    "a table of indicators": ("indikator {\n| navn | tittel | mål 2018 | resultat 2017 |\n",
                              "| i%i | I %i | 7 | 5 |\n", "}\n"),
    "a table of investments": ("investering {\n| tittel | 2018 | 2019 | 2020 | 2021 | sum |\n",
                               "| Bygg %i |" + YEARS, "| Sum | 7 | 7 | 7 | 7 | 28 |\n}\n"),
    "a breakdown by department": ("ramme r \"R\" { 2018: 7 kr\nfordeling avdeling {\n"
                                  "| avdeling | 2018 |\n", "| A %i | 1 |\n", "| Sum | 7 |\n}\n}\n"),
    "a breakdown of one function": ("fordeling funksjon {\n| funksjon | 2018 |\n", "| 202 | %i |\n",
                                    "}\n"),
    "sums that do not hold":
        ("", "tabell t%i \"T\" {\n| a | 2018 : kr |\n| x | 12 |\n| y | 21 |\n| Sum | 34 |\n}\n", ""),
    "sums across that do not hold": ("tabell t \"T\" {\n| a | 2018 : kr | 2019 : kr | sum |\n",
                                     "| x%i | 12 | 13 | 26 |\n", "}\n"),
    "subtotals": (TABLE, "| x%i | 12 |\n| y%i | 13 |\n| Delsum %i | 25 |\n", "}\n"),
    "parts of one row": (TABLE + "| x | 9 |\n", "| herav y%i | 1 |\n", "}\n"),
    "remarks on rows": (TABLE + "| x | 12 |\n", "merknad: \"x%i\"\n", "}\n"),
    "footnotes": (TABLE, "| x%i [^%i] | 12 |\n", "}\n"),
    "a known fault in each table": ("", "tabell t%i \"T %i\" {\n| a | 2018 : kr |\n| x | 1 |\n"
                                        "| Sum | 2 |\nkjent feil: \"a\"\n}\n", ""),

    # text
    "figures in text blocks": ("ramme r \"R\" { 2018: 5 kr }\n",
                               "\"\"\"\nAvsnitt %i har {5 kr = r.2018} og [lenke](#m%i).\n\"\"\"\n", ""),
    "chapters": ("", "kapittel \"K %i\" { \"Tekst her.\" }\n", ""),
    "one long list": ("\"\"\"\n", "- punkt %i med *vekt* og tall\n", "\"\"\"\n"),
    "marks in a paragraph":
        ("\"\"\"\n", "Ord %i, **fet**, _kursiv_ `kode` [a](http://x.no/%i).\n", "\"\"\"\n"),
    "figures that nobody closes": ("\"\"\"\n", "{a} ", "\n\"\"\"\n"),
    "strings that nobody closes": ("", "mål m \"M\n", ""),

    # a report in the plan's file: the plan ends, and `hostile` ends the report
    "a report of goals": ("", "mål m%i \"M %i\"\n", "}\nrapport r \"R\" for p {\nubesvart: m1 \"nei\"\n"),
}


def day(number):
    return f"{number % 28 + 1}.{number // 28 % 12 + 1}.{1950 + number // 336}"


def of_size(shape, n):
    before, each, after = shape
    parts = (each.replace("%i", str(i)).replace("%r", str(n - 1 - i)).replace("%d", day(i))
             .replace("%D", day(n - i)) for i in range(n))
    return before + "".join(parts) + after
