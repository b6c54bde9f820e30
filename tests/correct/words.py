"""The words of a plan: spellings from the vocabulary, codes and names that hold in a year."""
import csv
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = ("nb", "nn", "en")

PLACES = ["Solvang", "Åsen", "Elvestrand", "Nordbygda", "Fjellhamar", "Vika", "Lia", "Brekke",
          "Haugen", "Øvre dal", "Sjøgata", "Myra", "Torget", "Kirkebakken", "Neset", "Moen"]
THINGS = ["skole", "barnehage", "bibliotek", "idrettshall", "sykehjem", "brannstasjon", "kulturhus",
          "vannverk", "gangvei", "legekontor", "svømmehall", "rådhus", "lager", "verksted"]
UNITS = ["Oppvekst", "Helse og omsorg", "Teknisk drift", "Kultur og fritid", "Økonomi", "Personal",
         "Eiendom", "Plan og byggesak", "Innbyggerservice", "Barnevern"]
DEEDS = ["Kartlegge", "Bygge ut", "Ta vare på", "Lære opp", "Samarbeide om", "Redusere", "Fornye",
         "Prøve ut", "Digitalisere", "Evaluere"]
AIMS = ["Trygge oppvekstvilkår", "Sunn økonomi", "Gode tjenester", "Høyt nærvær", "Kort ventetid",
        "Levende bygder", "Rent vann", "Flere lærlinger", "Åpen forvaltning"]


def rows(path):
    with open(ROOT / path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")),
                                   delimiter="\t", quoting=csv.QUOTE_NONE))


def valid(row, year):
    return int(row["valid_from"] or 0) <= year <= int(row["valid_to"] or 9999)


class Words:
    """word("frame") in the language of the plan."""

    def __init__(self):
        self.table = {}
        for row in rows("grammar/vocabulary.tsv"):
            for language in LANGUAGES:
                key = (language, row["group"], row["id"], row["word"])
                self.table.setdefault(key, row[language].split("|")[0])
                self.table.setdefault(key[:3], row[language].split("|")[0])
        self.functions = rows("tools/data/functions.tsv")
        self.municipalities = rows("tools/data/municipalities.tsv")

    def get(self, language, group, name, word=None):
        return self.table[(language, group, name) + ((word,) if word else ())]

    def functions_of(self, year):
        """Codes and titles of municipal functions that hold all year round, without overlaps."""
        return [(f["code"], f["title"]) for f in self.functions
                if valid(f, year) and f["code"].isdigit() and f["certainty"] == "official"
                and len(f["code"]) == 3 and "0A" in f["forms_2026"]
                and f["account_2026"].startswith("drift")]

    def municipality_of(self, year, rng):
        """One whose name nobody else has that year."""
        there = [m for m in self.municipalities if valid(m, year)]
        names = [m["title"] for m in there]
        return rng.choice([m["title"] for m in there
                           if names.count(m["title"]) == 1 and " " not in m["title"]])
