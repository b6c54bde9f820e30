#!/usr/bin/env python3
"""Writes libFuzzer's dictionary from the vocabulary: each spelling of each word, and the marks.

    tests/fuzz/dictionary.py grammar/vocabulary.tsv > build/fuzz/hplan.dict
"""
import sys

MARKS = ["{", "}", '"', '"""', "|", "#", ";", ":", ",", "(", ")", "[", "]", "=", " = ", "<", "<=",
         ">", ">=", " + ", " - ", " * ", " / ", "–", "−", "\u00a0", "\u202f", "\ufeff", "\t", "\n",
         "\r\n", "\\|", "\\{", "{a = b}", "| a |\n", "|---|\n", "\n#: del.hplan\n",
         '"del.hplan"', "1 000", "38,2 mill. kr", "1000 kr", "4 %", "4,95 %", "ca ", "minst ",
         "høyst ", "(1)", "-5", "..", "2018", "2018–2021", "2024/2025", "14.12.2017", "mill. kr",
         "årsverk", "kr/innbygger", "9" * 38, "0," + "0" * 37 + "1", "HP4001", "](mål:a)",
         "<b>", "<!--", "-->", "&amp;", "javascript:", "**", "`", "![", "\xe6", "sum:", "gruppe:",
         "minus:", "inngående:", "utgående:", "rad:"]
SPELLINGS = slice(4, 7)


def words(path):
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(cells) < 7 or cells[0] in ("group", "set"):
            continue
        for cell in cells[SPELLINGS]:
            yield from (w for w in cell.split("|") if w not in ("", "-"))


def quoted(text):
    return "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02x}"
                   for b in text.encode())


def main():
    for entry in sorted(set(words(sys.argv[1])) | set(MARKS)):
        print(f'"{quoted(entry)}"')


if __name__ == "__main__":
    main()
