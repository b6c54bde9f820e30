"""text.py — a text as a client keeps it, and edits of it at random.

Positions are in UTF-16 units, as the server takes them unless asked for UTF-8.
"""
from client import replace

PIECES = ["1", "7", " ", "|", "{", "}", '"', ":", ",", "kr", "mål", "å", "–", "😀", "e\u0301", "\n",
          "\r\n", "#", "\t", "«", "sum", '"""']


class Text:
    def __init__(self, text, encoding="utf-16"):
        self.encoding = encoding
        self.lines = text.split("\n")   # each without its \n; a \r stays at its end
        self.past = []                  # what undoes the last edits: (start line, lines, count)

    def units(self, text):
        return len(text.encode()) if self.encoding == "utf-8" else len(text.encode("utf-16-le")) // 2

    @property
    def text(self):
        return "\n".join(self.lines)

    def edit(self, line, column, end_line, end_column, new):
        """Between two places, columns in characters; gives the change for the server."""
        change = replace((line, self.units(self.lines[line][:column])),
                         (end_line, self.units(self.lines[end_line][:end_column])), new)
        middle = (self.lines[line][:column] + new + self.lines[end_line][end_column:]).split("\n")
        self.past.append((line, self.lines[line:end_line + 1], len(middle)))
        del self.past[:-50]
        self.lines[line:end_line + 1] = middle
        return change

    def undo(self):
        line, before, count = self.past.pop()
        last, end, new = line + count - 1, line + count, "\n".join(before)
        if self.lines[last].endswith("\r"):  # no place is behind a \r but the next line's first
            change = replace((line, 0), (end, 0), new + "\n")
        else:
            change = replace((line, 0), (last, self.units(self.lines[last])), new)
        self.lines[line:end] = before
        return change

    def place(self, rng):
        """Never between \\r and \\n, where an editor sets no cursor."""
        line = rng.randrange(len(self.lines))
        return line, rng.randint(0, len(self.lines[line].rstrip("\r")))

    def type_digit(self, rng):
        """A digit typed behind another one, and what takes it away."""
        while True:
            line, column = self.place(rng)
            if column > 0 and self.lines[line][column - 1].isdigit():
                break
        change = self.edit(line, column, line, column, rng.choice("0123456789"))
        return change, self.undo()

    def random_edit(self, rng):
        if self.past and rng.random() < 0.5:
            return self.undo()
        line, column = self.place(rng)
        kind = rng.randrange(6)
        if kind <= 2:
            return self.edit(line, column, line, column, rng.choice(PIECES))
        if kind == 3:
            end = min(len(self.lines[line].rstrip("\r")), column + rng.randint(1, 8))
            return self.edit(line, column, line, max(column, end), "")
        if kind == 4 and line + 1 < len(self.lines):
            return self.edit(line, 0, line + 1, 0, "")
        return self.edit(line, 0, line, 0, self.lines[line].rstrip("\r") + "\n")
