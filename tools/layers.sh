#!/bin/sh
# Which room may include which: the walls drawn in ARCHITECTURE.md, checked against every
# #include "..." of src/, grammar/ and include/. Tests may look anywhere.
#
# A row: the room, then what it may include besides itself. `grammar` stands also for what bison
# and flex make of it (hplan.tab.h, hplan.lex.h), `public` for include/hplan/.
set -u
cd "$(dirname "$0")/.." || exit 2

rooms='
public
base
vocab    base
source   base
diag     base source
syntax   base source diag grammar
grammar  base source diag syntax
value    base source diag vocab syntax
model    base source diag vocab value syntax
check    base source diag vocab value model
report   base source diag vocab value model
write    base report
ide      base source diag vocab value syntax model check public
import   base source diag vocab value syntax model
years    base source diag vocab value syntax model check report
api      base source diag vocab value syntax model check report write ide import years public
cli      public lsp
lsp      public
'

files=$(find src grammar include -type f \( -name '*.[chyl]' -o -name '*.def' \) 2>/dev/null | sort)

# shellcheck disable=SC2086  # a list of files; ours have no blanks in their names
awk -v table="$rooms" '
BEGIN {
    n = split(table, row, "\n")
    for (i = 1; i <= n; i++) {
        m = split(row[i], word, " ")
        if (m == 0) continue
        known[word[1]] = 1
        for (j = 1; j <= m; j++) may[word[1], word[j]] = 1
    }
}
function complain(text) {
    printf "%s:%d: %s\n", FILENAME, FNR, text
    bad++
}
# The room of a file, by its place in the tree.
function room_of(path,    p) {
    split(path, p, "/")
    if (p[1] == "src") return p[2]
    return p[1] == "include" ? "public" : p[1]
}
# The room that an include names, seen from `here`: ROOM/file, hplan/file, ../ROOM/file, a product
# of the grammar, or a file beside the one that includes it.
function room_named(name, here,    p) {
    while (sub(/^(\.\/|\.\.\/)/, "", name)) ;
    if (name ~ /^hplan\.(tab|lex)\.h$/) return "grammar"
    if (split(name, p, "/") == 1) return here
    if (p[1] == "hplan") return "public"
    if (p[1] == "include") return "public"
    if (p[1] == "src") return p[2]
    return (p[1] in known) ? p[1] : here
}
FNR == 1 {
    here = room_of(FILENAME)
    files++
    if (!(here in known)) complain("room " here " is not in the table of tools/layers.sh")
}
/^[ \t]*#[ \t]*include[ \t]*["<]/ && (here in known) {
    angle = $0 ~ /^[ \t]*#[ \t]*include[ \t]*</
    name = $0
    sub(/^[^"<]*["<]/, "", name)
    sub(/[">].*/, "", name)
    if (angle && name !~ /^hplan\//) next
    there = room_named(name, here)
    if (!((here, there) in may)) complain("room " here " must not include " there " (" name ")")
}
END {
    if (bad) exit 1
    printf "layers: %d files, no room reaches up\n", files
}' $files
