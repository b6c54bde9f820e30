#!/bin/sh
# Installs by apt what a build and its tests need and this machine lacks. When nothing is missing,
# nothing is done and no network is touched. Run as root, or where sudo works.
set -u

# Tools first, then libraries. libc6-dbg lets valgrind name what the C library does.
packages='gcc libc6-dev binutils make flex bison pkg-config git
    python3 python3-jsonschema clang valgrind libc6-dbg
    libcmark-dev libutf8proc-dev libjansson-dev check'

fail() {
    echo "make deps: $*" >&2
    exit 1
}

if ! command -v dpkg-query >/dev/null 2>&1; then
    # Not Debian: the tools may still be there; say which are not, and leave the rest to the reader.
    missing=
    for tool in gcc make flex bison pkg-config git python3; do
        command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
    done
    for lib in libcmark libutf8proc jansson check; do
        pkg-config --exists "$lib" 2>/dev/null || missing="$missing $lib"
    done
    test -z "$missing" || fail "no apt here; install by hand:$missing"
    exit 0
fi

missing=
for p in $packages; do
    case $(dpkg-query -W -f='${Status}\n' "$p" 2>/dev/null) in
        *'install ok installed'*) ;;
        *) missing="$missing $p" ;;
    esac
done
test -n "$missing" || exit 0

sudo=
if test "$(id -u)" -ne 0; then
    command -v sudo >/dev/null 2>&1 || fail "not root and no sudo; install by hand:$missing"
    sudo=sudo
fi

echo "make deps: installing$missing"
log=$(mktemp) || fail 'mktemp does not work'
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # both are lists of words
install() {
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        $missing </dev/null >"$log" 2>&1
}
# The lists on the machine may do; if not, fetch them and try once more.
install || { $sudo apt-get update -q </dev/null >"$log" 2>&1 && install; } || {
    tail -n 5 "$log" >&2
    fail "apt could not install:$missing"
}
