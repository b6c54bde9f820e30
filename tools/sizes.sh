#!/bin/sh
# Files under 600 lines, functions under 60. A longer file fails; a longer function is named, since
# a dispatch that is one line a case may be long. Generated files and tables (.def) do not count.
set -u
cd "$(dirname "$0")/.." || exit 2
max_file=600
max_function=60

files=$(find src include grammar tools tests -type f -name '*.[chyl]' ! -path '*/gen/*' ! -path '*/node_modules/*' \
    2>/dev/null | sort)

# shellcheck disable=SC2086  # a list of files; ours have no blanks in their names
if ctags --version 2>/dev/null | grep -q Universal; then
    ctags -x --languages=C --langmap=C:.c.h --kinds-C=f --fields=+ne --_xformat='%F %n %e %N' $files 2>/dev/null |
        awk -v max=$max_function '$3 - $2 + 1 > max {
            printf "%s:%d: warning: %s has %d lines, over %d\n", $1, $2, $4, $3 - $2 + 1, max
        }'
else
    echo 'sizes: functions not measured (universal-ctags is not installed)'
fi

# shellcheck disable=SC2086
awk -v max=$max_file '
FNR == 1 { n++ }
{ lines[FILENAME] = FNR }
END {
    for (f in lines)
        if (lines[f] > max) {
            printf "%s:1: %d lines, over %d\n", f, lines[f], max
            bad = 1
        }
    if (!bad) printf "sizes: %d files, none over %d lines\n", n, max
    exit bad
}' $files
