#!/usr/bin/env python3
"""What kate-syntax-highlighter makes of a file, as pieces for tests/editors/compare.

    editors/kate/pieces.py FOLDER FILE     FOLDER is for the highlighting file and is made

The program writes HTML with colours and no names. So it is given a copy of hplan.xml in which each
style has a colour of its own, by which the pieces are told apart. It exits 0 whatever happens, so
anything that it says on standard error counts as a fault.
"""

import html.parser
import os
import re
import subprocess
import sys

XML = os.path.join(os.path.dirname(os.path.abspath(__file__)), "hplan.xml")
CLASSES = {"Heading": "markup.heading", "Bold": "markup.bold", "Link": "markup.link"}


def coloured(text):
    """The file with the n-th style in the colour #0000nn, and the styles by colour."""
    styles = {}

    def give(match):
        colour = f"#{len(styles) + 1:06x}"
        styles[colour] = match.group(1)
        return f'<itemData name="{match.group(1)}" color="{colour}" '

    return re.sub(r'<itemData name="(\w+)" ', give, text), styles


class Pieces(html.parser.HTMLParser):
    """Walks the text of <pre>, with the colour around it."""

    def __init__(self, styles):
        super().__init__()
        self.styles, self.colours, self.inside = styles, [], False
        self.line, self.column = 0, 1  # a newline follows <pre>

    def handle_starttag(self, tag, attributes):
        self.inside = self.inside or tag == "pre"
        if tag == "span":
            found = re.search(r"(?<!-)color:(#\w{6})", dict(attributes).get("style", ""))
            self.colours.append(self.styles.get(found.group(1)) if found else None)

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "pre"
        if tag == "span":
            self.colours.pop()

    def handle_data(self, data):
        if not self.inside:
            return
        style = next((c for c in reversed(self.colours) if c), "Text")
        for part in re.split(r"(\n)", data):
            if part == "\n":
                self.line, self.column = self.line + 1, 1
            elif part:
                if style != "Text":
                    print(self.line, self.column, len(part),
                          CLASSES.get(style, style.lower()), sep="\t")
                self.column += len(part)


def main(folder, path):
    place = os.path.join(folder, "org.kde.syntax-highlighting", "syntax")
    os.makedirs(place, exist_ok=True)
    with open(XML, encoding="utf-8") as f:
        text, styles = coloured(f.read())
    with open(os.path.join(place, "hplan.xml"), "w", encoding="utf-8") as f:
        f.write(text)
    done = subprocess.run(["kate-syntax-highlighter", "--syntax", "hplan", path],
                          env={**os.environ, "XDG_DATA_HOME": folder, "LC_ALL": "C.UTF-8",
                               "QT_QPA_PLATFORM": "offscreen"},
                          capture_output=True, text=True, timeout=60)
    if done.returncode or done.stderr or not done.stdout:
        sys.exit(f"kate-syntax-highlighter: status {done.returncode}\n{done.stderr}")
    Pieces(styles).feed(done.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
