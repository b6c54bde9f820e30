#!/bin/sh
# Builds what is committed twice, in folders of different names and lengths, under another time zone,
# locale and umask, and compares the program and the library byte by byte.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
first=$temp/a second=$temp/et-annet-sted/med-langt-navn

build() { # FOLDER TZ LOCALE UMASK
    mkdir -p "$1"
    git -C "$top" archive HEAD | tar -x -C "$1"
    (umask "$4" && cd "$1" && TZ=$2 LC_ALL=$3 make -s -j"$(nproc)" all >make.log 2>&1) || {
        cat "$1/make.log" >&2
        exit 1
    }
}

build "$first" UTC C 022
build "$second" Pacific/Auckland C.UTF-8 077
status=0
for made in hplanc libhplan.a; do
    if cmp -s "$first/build/$made" "$second/build/$made"; then
        printf '%-12s %s  same\n' "$made" "$(sha256sum <"$first/build/$made" | cut -c1-16)"
    else
        printf '%-12s differs\n' "$made"
        status=1
    fi
done
exit $status
