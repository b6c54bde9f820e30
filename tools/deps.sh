#!/bin/sh
# Installs by apt what is needed and this machine lacks. When nothing is missing, nothing is done
# and no network is touched. Run as root, or where sudo works.
#
#   tools/deps.sh [--missing] [GROUP ...]     without a GROUP: build test
#
# With --missing nothing is installed: what is missing is named in one line, with exit code 2.
set -u

# The packages of a group. COMMAND=PACKAGE asks for the command only, which may have come in
# another way than from Debian. Tools first, then libraries; libc6-dbg lets valgrind name what the
# C library does.
group() {
    case $1 in
    build) echo 'gcc libc6-dev binutils make flex bison pkg-config
                 libcmark-dev libutf8proc-dev libjansson-dev' ;;
    test)  echo 'ninja=ninja-build git python3 python3-jsonschema clang valgrind libc6-dbg check' ;;
    bench) echo 'sqlite3 jq ledger hledger beancount dtc=device-tree-compiler cmark gcc clang
                 python3' ;;
    assurance) echo 'clang libclang-rt-14-dev llvm-14 clang-tidy cppcheck strace
                 python3 python3-jsonschema' ;;
    hook)  echo 'flock=util-linux' ;;
    lsp)   echo 'node=nodejs npm=npm' ;;
    page)  echo 'node=nodejs npm=npm chromium' ;;
    hooks) echo 'git pre-commit python3-yaml zsh fish groff-base node=nodejs npm=npm' ;;
    editors) echo 'python3 node=nodejs npm=npm python3-pygments
                   gcc libtree-sitter-dev vim vim-ale neovim emacs-nox elpa-eglot
                   libkf5syntaxhighlighting-tools' ;;
    pictures) echo 'tmux aha chromium' ;;
    tree-sitter) # to make its parser anew: what Debian's own generator is built of
           echo 'node=nodejs dpkg-dev cargo rustc librust-aho-corasick-dev librust-anyhow-dev
                 librust-indexmap-dev librust-lazy-static-dev librust-log-dev librust-regex-dev
                 librust-regex-syntax-dev librust-rustc-hash-dev librust-semver-dev
                 librust-serde-derive-dev librust-serde-dev librust-serde-json-dev
                 librust-smallbitvec-dev' ;;
    vscode) echo 'chromium g++ make python3 node=nodejs npm=npm' ;;
    *) return 1 ;;
    esac
}

fail() {
    echo "make deps: $*" >&2
    exit 1
}

# Away from Debian the same things have other names; what cannot be asked for is taken as there.
there_elsewhere() {
    case $1 in
    libjansson-dev) pkg-config --exists jansson 2>/dev/null ;;
    libc6-* | binutils | python3-*) ;;
    lib*-dev) pkg-config --exists "${1%-dev}" 2>/dev/null ;;
    check) pkg-config --exists check 2>/dev/null ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

there() {
    case $1 in
    *=*) command -v "${1%%=*}" >/dev/null 2>&1 && return ;;
    esac
    if ! $debian; then
        there_elsewhere "${1#*=}"
        return
    fi
    case $(dpkg-query -W -f='${Status}\n' "${1#*=}" 2>/dev/null) in
    *'install ok installed'*) ;;
    *) return 1 ;;
    esac
}

debian=false
command -v dpkg-query >/dev/null 2>&1 && debian=true
only_look=false
if test "${1-}" = --missing; then
    only_look=true
    shift
fi
test $# -gt 0 || set -- build test

missing=
for name in "$@"; do
    packages=$(group "$name") || fail "there is no group $name"
    for p in $packages; do
        there "$p" || missing="$missing ${p#*=}"
    done
done
test -n "$missing" || exit 0
if $only_look; then
    echo "missing:$missing" >&2
    exit 2
fi
$debian || fail "no apt here; install by hand:$missing"

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
