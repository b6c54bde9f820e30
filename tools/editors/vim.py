"""The syntax file of Vim and Neovim, from its template and lists of words."""

from words import fill, lists, quoted

TEMPLATE = "editors/vim/syntax/hplan.vim.in"


def text(w):
    constants = [f"let s:{name.lower()} = s:any([\n{quoted(spellings, '      ' + chr(92) + ' ')}"
                 "      \\ ])\n" for name, spellings in lists(w).items()]
    return fill(TEMPLATE, {"LISTS": "".join(constants)})


OUTPUTS = {"editors/vim/syntax/hplan.vim": text}
