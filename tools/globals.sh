#!/bin/sh
# globals.sh LIBRARY: the library holds no writable state and calls nothing that ends the process,
# prints or hides state. tools/symbols says what is forbidden and what is let through.
#
# Writable is what lies in .data, .bss, their thread-local kin, or is common. Tables of pointers
# that are const land in .data.rel.ro, which is written once by the loader and then sealed: fine.
# A .data.rel or .data.rel.local is such a table that someone forgot to make const.
set -u
lib=${1:-build/libhplan.a}
list=$(dirname "$0")/symbols
if ! test -f "$lib"; then
    echo "globals: $lib is not there; build it first" >&2
    exit 2
fi
out=$(mktemp) || exit 2
trap 'rm -f "$out"' EXIT
objdump -t "$lib" >"$out" || exit 2

awk -v lib="$lib" '
FNR == NR {
    if ($1 == "writable") allowed[$2] = 1
    if ($1 == "forbidden") forbidden[$2] = 1
    if ($1 == "excused") excused[$2, $3] = 1
    next
}
/^[^ ]+: +file format/ {
    object = $1
    sub(/:$/, "", object)
    objects++
    next
}
# ADDRESS flags SECTION<tab>SIZE NAME
/\t/ && /^[0-9a-f]+ / {
    split($0, half, "\t")
    n = split(half[1], left, " ")
    section = left[n]
    name = half[2]
    sub(/^[0-9a-f]+ +/, "", name)
    sub(/^\.(hidden|internal|protected) /, "", name)
    size = half[2]
    sub(/ .*/, "", size)
    if (section == "*UND*" && (name in forbidden) && !((name, object) in excused)) {
        printf "%s: %s: the library must not use %s\n", lib, object, name
        bad++
    }
    writable = section == "*COM*" || \
        (section ~ /^\.(data|bss|tdata|tbss)/ && section !~ /^\.data\.rel\.ro/)
    if (!writable || name == section || (name in allowed)) next
    printf "%s: %s: writable global %s in %s\n", lib, object, name, section
    bad++
}
END {
    if (bad) exit 1
    printf "globals: %d objects, no writable state, nothing forbidden\n", objects
}' "$list" "$out"
