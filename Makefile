# hplanc: the one Makefile. Everything built lands under build/; `make help` lists the targets.
#
#   V=1       show every command           STATIC=0  link the binary dynamically
#   CC=clang  another compiler             SAN=...   sanitizers, as in -fsanitize=...
#   BUILD=dir another build directory      T="a b"   run only these test suites
#
# The tree is read by wildcard: a new src/ROOM/x.c, tests/X/test_y.c or stdlib/z.hplan needs no
# line here. A second configuration (sanitizers, clang) is this same file with another BUILD.

MAKEFLAGS += --no-builtin-rules
SHELL := /bin/sh
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := all

# ---- what can be set ---------------------------------------------------------------------------

BUILD  ?= build
STATIC ?= 1
SAN    ?=
V      ?= 0
T      ?=
PREFIX ?= /usr/local
DESTDIR ?=
EXAMPLE ?= examples/kragero-2018/handlingsplan.hplan
# The usual names, unless given in the environment or on the command line.
ifeq ($(origin CC),default)
CC := gcc
endif
CC         ?= gcc
AR         ?= ar
HOSTCC     ?= $(CC)
FLEX       ?= flex
BISON      ?= bison
PKG_CONFIG ?= pkg-config
VALGRIND   ?= valgrind
CLANG_FORMAT ?= clang-format

ifeq ($(V),1)
Q :=
say = @:
else
Q := @
say = @printf '  %-8s %s\n'
MAKEFLAGS += --no-print-directory
endif

# ---- flags -------------------------------------------------------------------------------------

WERROR   ?= -Werror
STD      := -std=c11 -D_POSIX_C_SOURCE=200809L
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wswitch-enum -Wcast-qual -Wvla -Wformat=2 -Wundef \
            -Wnull-dereference -Wdouble-promotion -Wfloat-equal -Wold-style-definition \
            -Wmissing-declarations -Wredundant-decls -Wnested-externs -Wwrite-strings \
            -Wpointer-arith -Wbad-function-cast -Wunused-macros -Walloca -Wdate-time $(WERROR)
# What only one of the two compilers knows. All that Debian's clang has, which is not all that a later
# one has, but for these: padding and the rules of C90 are none of ours; flags of utf8proc are or-ed
# into its enum; errno and stdin of glibc are macros of their own names; a comma in a condition is
# there to be read so.
COMPILER := $(shell $(CC) --version 2>/dev/null)
ifneq ($(findstring clang version 14,$(COMPILER)),)
WARN     += -Weverything -Wno-padded -Wno-declaration-after-statement -Wno-assign-enum \
            -Wno-disabled-macro-expansion -Wno-comma
else ifeq ($(findstring clang,$(COMPILER)),)
WARN     += -Wcast-align=strict -Wlogical-op -Wduplicated-cond -Wduplicated-branches \
            -Wformat-signedness -Wimplicit-fallthrough=5 -Wjump-misses-init \
            -Wshift-overflow=2 -Wstringop-overflow=4 -Wunused-const-variable=2 -Walloc-zero \
            -Wsuggest-attribute=format -Wtrampolines
endif
# Output of flex and bison: their skeletons mix signs, drop const, declare some of what they define
# only in a header, and leave helpers unused, and none of that is ours to mend. What we write into
# an action is still held to -Wall -Wextra -Werror.
WARN_GEN := -Wall -Wextra $(WERROR) -Wno-sign-compare -Wno-unused-function \
            -Wno-unused-parameter -Wno-unused-but-set-variable
# Tests define one function each that only the generated list calls, so it has no header; formats
# stand in their tables, or print an enum; and Check marks a parameter as unused that loops use.
WARN_TEST := $(WARN) -Wno-missing-prototypes -Wno-missing-declarations -Wno-format-nonliteral \
             -Wno-format-signedness -Wno-used-but-marked-unused -Wno-unknown-warning-option

OPT ?= -O2 -g
ifneq ($(SAN),)
OPT := -O1 -g -fno-omit-frame-pointer -fsanitize=$(SAN) -fno-sanitize-recover=all
SAN_LD := -fsanitize=$(SAN)
STATIC := 0
endif
INCLUDES := -Iinclude -Isrc -Itools -I$(BUILD)/gen
# Paths in debugging information are those of the tree, wherever it lies: builds are the same bytes.
BASE_FLAGS = $(STD) $(OPT) "-ffile-prefix-map=$(CURDIR)=." $(INCLUDES) -MMD -MP $(CPPFLAGS) $(CFLAGS)

LIBS ?= -lcmark -lutf8proc -ljansson
ifeq ($(STATIC),1)
BIN_LD := -static
endif

# ---- what there is -----------------------------------------------------------------------------

GEN := $(BUILD)/gen
OBJ := $(BUILD)/obj
LIB := $(BUILD)/libhplan.a
BIN := $(BUILD)/hplanc
TESTS := $(BUILD)/tests/hplan-tests

ALL_SRC := $(sort $(wildcard src/*/*.c src/*/gen/*.c))
BIN_SRC := $(filter src/cli/% src/lsp/%,$(ALL_SRC))
LIB_SRC := $(filter-out $(BIN_SRC),$(ALL_SRC))
STDLIB  := $(sort $(wildcard stdlib/*.hplan))
EXPLAIN := $(sort $(wildcard src/diag/explain/*.txt))
TEMPLATES := $(sort $(wildcard templates/*))
EXAMPLES = $(sort $(shell find examples -name '*.hplan' 2>/dev/null))

# What flex and bison make of the grammar, and the files that are part of the library.
GEN_H := $(GEN)/hplan.tab.h $(GEN)/hplan.lex.h
GEN_C := hplan.tab hplan.lex stdlib_data explain_data page_data

LIB_OBJ := $(LIB_SRC:%.c=$(OBJ)/%.o) $(GEN_C:%=$(OBJ)/gen/%.o)
BIN_OBJ := $(BIN_SRC:%.c=$(OBJ)/%.o) $(OBJ)/gen/template_data.o
# What of the binary is tested from within as well.
LSP_OBJ := $(filter $(OBJ)/src/lsp/%,$(BIN_OBJ))

# tests/X/test_NAME.c defines test_NAME_suite(); tests/support/*.c is shared by them.
TEST_SRC   := $(sort $(wildcard tests/*/test_*.c))
TEST_NAMES := $(sort $(patsubst test_%,%,$(basename $(notdir $(TEST_SRC)))))
TEST_OBJ   := $(TEST_SRC:%.c=$(OBJ)/%.o) $(OBJ)/tests/check_main.o $(OBJ)/gen/test_suites.o \
              $(patsubst %.c,$(OBJ)/%.o,$(sort $(wildcard tests/support/*.c)))
ifneq ($(words $(TEST_SRC)),$(words $(TEST_NAMES)))
$(error two test files have one name: their suites would clash; see $(sort $(TEST_SRC)))
endif

# Jobs for a target that does its own set-up: as many as there are cores, unless the caller chose.
PAR = $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 2))
SUB = +$(Q)$(MAKE) $(PAR)

# ---- building ----------------------------------------------------------------------------------

.PHONY: all
all: $(LIB) $(BIN) ## build build/hplanc and build/libhplan.a (the default)

# A list that changes only with its content: what depends on it is redone when a file is added or
# removed, or a flag changes, and not otherwise.
# $(call keep,FILE,TEXT)
define keep
@mkdir -p $(dir $(1)); printf '%s\n' '$(2)' > $(1).$$$$; \
if cmp -s $(1).$$$$ $(1); then rm -f $(1).$$$$; else mv -f $(1).$$$$ $(1); fi
endef

.PHONY: FORCE
FORCE:

$(BUILD)/flags: FORCE
	$(call keep,$@,$(CC) $(BASE_FLAGS) $(WARN) | $(WARN_GEN))
$(BUILD)/lib.list: FORCE
	$(call keep,$@,$(LIB_OBJ))
$(BUILD)/bin.list: FORCE
	$(call keep,$@,$(BIN_OBJ) $(BIN_LD) $(SAN_LD) $(LDFLAGS) $(LIBS))
$(BUILD)/tests.list: FORCE
	$(call keep,$@,$(TEST_SRC))
$(BUILD)/stdlib.list: FORCE
	$(call keep,$@,$(STDLIB))
$(BUILD)/explain.list: FORCE
	$(call keep,$@,$(EXPLAIN))
$(BUILD)/templates.list: FORCE
	$(call keep,$@,$(TEMPLATES))

$(OBJ)/src/%.o: src/%.c $(BUILD)/flags | $(GEN_H)
	$(say) CC $<
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_FLAGS) $(WARN) -c -o $@ $<

$(OBJ)/gen/%.o: $(GEN)/%.c $(BUILD)/flags | $(GEN_H)
	$(say) CC $<
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_FLAGS) $(WARN_GEN) -c -o $@ $<

$(LIB): $(LIB_OBJ) $(BUILD)/lib.list
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) rcs $@ $(LIB_OBJ)

$(BIN): $(BIN_OBJ) $(LIB) $(BUILD)/bin.list
	$(say) LD $@
	$(Q)$(CC) $(OPT) $(BIN_LD) $(SAN_LD) $(LDFLAGS) -o $@ $(BIN_OBJ) $(LIB) -Wl,--as-needed $(LIBS)

.PHONY: deps demo
deps: ## install by apt what is missing (nothing, and no network, when all is there)
	$(Q)tools/deps.sh

demo: ## install what is missing, build, check the example and publish it to build/demo
	$(Q)tools/deps.sh
	$(SUB) all
	$(Q)mkdir -p $(BUILD)/demo
	$(BIN) check $(EXAMPLE)
	$(BIN) build $(EXAMPLE) --to html,md,json -o $(BUILD)/demo
	@echo; echo "The published plan lies in $(BUILD)/demo:"; ls -l $(BUILD)/demo | sed '1d;s/^/  /'

# ---- the front end -----------------------------------------------------------------------------

$(GEN)/hplan.tab.c $(GEN)/hplan.tab.h &: grammar/hplan.y
	$(say) BISON $<
	@mkdir -p $(GEN)
	$(Q)$(BISON) -Wall -Wdangling-alias -Wcounterexamples -Werror \
	    --header=$(GEN)/hplan.tab.h -o $(GEN)/hplan.tab.c $<

# The scanner must decide without backing up; flex says so in one line or lists where it can't.
$(GEN)/hplan.lex.c $(GEN)/hplan.lex.h &: grammar/hplan.l
	$(say) FLEX $<
	@mkdir -p $(GEN)
	$(Q)$(FLEX) -b --backup-file=$(GEN)/lex.backup \
	    --header-file=$(GEN)/hplan.lex.h -o $(GEN)/hplan.lex.c $<
	$(Q)grep -q '^No backing up' $(GEN)/lex.backup || { cat $(GEN)/lex.backup >&2; \
	    echo '$<: the scanner backs up (see above); it must not' >&2; exit 1; }

# ---- the standard library, explanations of codes and templates, inside the binary -----------

$(BUILD)/embed: tools/embed.c
	$(say) HOSTCC $<
	@mkdir -p $(@D)
	$(Q)$(HOSTCC) $(STD) -O1 -Wall -Wextra -Wpedantic $(WERROR) -o $@ $<

$(GEN)/stdlib_data.c: $(BUILD)/embed $(STDLIB) $(BUILD)/stdlib.list
	$(say) EMBED $@
	@mkdir -p $(@D)
	$(Q)$(BUILD)/embed $@ stdlib $(STDLIB)

$(GEN)/explain_data.c: $(BUILD)/embed $(EXPLAIN) $(BUILD)/explain.list
	$(say) EMBED $@
	@mkdir -p $(@D)
	$(Q)$(BUILD)/embed $@ explain $(EXPLAIN)

$(GEN)/template_data.c: $(BUILD)/embed $(TEMPLATES) $(BUILD)/templates.list
	$(say) EMBED $@
	@mkdir -p $(@D)
	$(Q)$(BUILD)/embed $@ template $(TEMPLATES)

$(GEN)/page_data.c: $(BUILD)/embed $(wildcard src/write/page/*)
	$(say) EMBED $@
	@mkdir -p $(@D)
	$(Q)$(BUILD)/embed $@ page $(sort $(wildcard src/write/page/*))

# ---- generated files that are committed --------------------------------------------------------

.PHONY: gen check-gen
gen: ## regenerate committed files: every executable tools/gen-*, in order
	$(Q)for g in $(sort $(wildcard tools/gen-*)); do \
	    test -f "$$g" && test -x "$$g" || continue; \
	    printf '  %-8s %s\n' GEN "$$g"; "./$$g" </dev/null || { \
	        echo "make gen: $$g failed" >&2; exit 1; }; \
	done

# A fingerprint of all that git would take in, before and after: right in a clean clone, where it
# means what `git diff` means, and in a tree that is being worked on.
check-gen: ## fail if `make gen` would change a committed file, or leaves one uncommitted
	@mkdir -p $(BUILD)
	$(Q)print() { git ls-files -co --exclude-standard -z | sort -zu | \
	    xargs -0 sh -c 'for f; do if test -f "$$f"; then sha256sum "$$f"; fi; done' sh; }; \
	print > $(BUILD)/gen.before && $(MAKE) gen && print > $(BUILD)/gen.after && \
	if ! cmp -s $(BUILD)/gen.before $(BUILD)/gen.after; then \
	    echo 'make gen changed these files; commit what it wrote:' >&2; \
	    diff $(BUILD)/gen.before $(BUILD)/gen.after | sed -n 's/^[<>] [0-9a-f]*  /  /p' | \
	        sort -u >&2; exit 1; \
	fi; \
	new=$$(git ls-files -o --exclude-standard -- 'src/*/gen/*'); \
	if test -n "$$new"; then \
	    printf 'generated but not committed:\n%s\n' "$$new" >&2; exit 1; \
	fi

# ---- tests -------------------------------------------------------------------------------------

CHECK_CFLAGS = $(shell $(PKG_CONFIG) --cflags check 2>/dev/null)
CHECK_LIBS   = $(shell $(PKG_CONFIG) --libs check 2>/dev/null || echo -lcheck_pic -lsubunit -lrt -lm)
TEST_FLAGS   = -Itests -DHPLAN_ROOT='"."' -DHPLANC='"$(BIN)"' $(CHECK_CFLAGS) -pthread

$(GEN)/test_suites.c: $(BUILD)/tests.list
	$(say) LIST $@
	@mkdir -p $(@D)
	$(Q){ echo '/* Written by make: the suites of tests/X/test_NAME.c. */'; \
	    echo '#include <check.h>'; \
	    echo 'typedef struct { const char *name; Suite *(*make)(void); } TestSuite;'; \
	    for n in $(TEST_NAMES); do echo "Suite *test_$${n}_suite(void);"; done; \
	    echo 'extern const TestSuite test_suites[];'; \
	    echo 'const TestSuite test_suites[] = {'; \
	    for n in $(TEST_NAMES); do echo "    { \"$$n\", test_$${n}_suite },"; done; \
	    echo '    { 0, 0 }'; \
	    echo '};'; } > $@

$(OBJ)/tests/%.o: tests/%.c $(BUILD)/flags | $(GEN_H)
	$(say) CC $<
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE_FLAGS) $(WARN_TEST) $(TEST_FLAGS) -c -o $@ $<

$(TESTS): $(TEST_OBJ) $(LSP_OBJ) $(LIB)
	$(say) LD $@
	@mkdir -p $(@D)
	$(Q)$(CC) $(OPT) $(SAN_LD) $(LDFLAGS) -o $@ $(TEST_OBJ) $(LSP_OBJ) $(LIB) -Wl,--as-needed \
	    $(CHECK_LIBS) $(LIBS) -pthread

.PHONY: tests run-tests test
tests: all $(TESTS) ## build the test program

run-tests: all $(TESTS) ## build the test program and run it (T="a b": only these suites)
	@echo "  RUN      $(TESTS)"
	$(Q)HPLANC=$(BIN) $(TESTS) $(T)

test: ## install what is missing, build, run all tests
	$(Q)tools/deps.sh
	$(SUB) run-tests

# The plans that nobody takes in, one an example.
PLANS := examples/kragero-2018/handlingsplan.hplan examples/elverum-2023/plan.hplan \
         examples/nordre-follo-2017/grunnlag.hplan
# It answers one of them, and takes it in.
REPORT := examples/kragero-2018/arsmelding.hplan

.PHONY: mutation mutation-every
mutation: all $(TESTS) ## spoil the examples in every way; print what is found (the tests take a third)
	$(Q)HPLAN_MUTATION=all $(TESTS) mutation
	$(Q)tests/mutation/every.py $(BIN) $(BUILD)/mutation.txt $(PLANS) $(REPORT)

mutation-every: all ## the same by kind over all examples, every STRIDE-th fault (4)
	$(Q)tests/mutation/every.py $(BIN) $(BUILD)/mutation.txt --stride $(or $(STRIDE),4) $(PLANS) $(REPORT)

.PHONY: editors-test
editors-test: all ## the grammars of all editors against one sample (EDITORS="a b": only those)
	$(Q)tools/deps.sh editors
	$(Q)HPLANC=$(abspath $(BIN)) tests/editors/run $(EDITORS)

.PHONY: pictures
pictures: all ## take the pictures of docs/redigerere anew (needs tmux, aha and chromium)
	$(Q)tools/deps.sh editors pictures
	$(Q)HPLANC=$(abspath $(BIN)) tests/editors/pictures

.PHONY: tree-sitter check-tree-sitter
tree-sitter: ## make its parser anew from grammar.js (builds the generator once)
	$(Q)editors/tree-sitter-hplan/generate

check-tree-sitter: ## fail where the committed parser is not what grammar.js gives
	$(Q)editors/tree-sitter-hplan/generate --check

.PHONY: page-test
page-test: all ## the pages of the examples in Chromium: accessibility, width, links (needs npm)
	$(Q)tools/deps.sh page
	$(Q)tools/npm-ci tests/page
	$(Q)mkdir -p $(BUILD)/page
	$(Q)node tests/page/test_page.mjs $(BIN) $(BUILD)/page

# Tested is what is committed: hooks get the repository as a clone.
.PHONY: hooks-test
hooks-test: all ## hooks, files for CI, findings for machines, completion of shells (needs npm)
	$(Q)tools/deps.sh hooks hook build
	$(Q)tools/npm-ci tests/hooks
	$(Q)tests/hooks/test_findings.py $(BIN)
	$(Q)tests/hooks/test_shells.py $(BIN)
	$(Q)tests/hooks/test_git_hook.py $(BIN)
	$(Q)tests/hooks/test_ci_files.py $(BIN)
	$(Q)tests/hooks/test_pre_commit.py

# What no decent client sends is tried on a sanitized server.
.PHONY: lsp-test
lsp-test: all ## the language server with clients that behave, and one that does not (needs npm)
	$(Q)tools/deps.sh test lsp
	$(SUB) BUILD=build/san STATIC=0 SAN=address,undefined WERROR= all
	$(Q)tools/npm-ci tests/lsp/node
	$(Q)tests/lsp/transcripts.py $(BIN)
	$(Q)tests/lsp/projects.py $(BIN)
	$(Q)cd tests/lsp/node && npx tsc -p . && HPLANC=$(abspath $(BIN)) npm test --silent
	$(Q)tests/lsp/rubbish.py $(BIN)
	$(Q)EDITS=2000 tests/lsp/rubbish.py build/san/hplanc

.PHONY: keywords-test
keywords-test: all ## keywords in another language and back: all plans, and COUNT=300 made by chance
	$(Q)tests/keywords/roundtrip.py $(BIN) $(or $(COUNT),300)

.PHONY: vsix
vsix: ## pack the extension for VS Code: build/hplan.vsix
	$(Q)tools/deps.sh editors
	$(Q)editors/vscode/package $(BUILD)/hplan.vsix

.PHONY: vscode-test
vscode-test: all vsix ## the extension in a real VS Code in a browser; pictures in build/vscode-test
	$(Q)tools/deps.sh vscode
	$(Q)tests/vscode/install
	$(Q)node tests/vscode/test.js $(BUILD)/hplan.vsix $(BIN) $(BUILD)/vscode-test

.PHONY: proven
proven: all ## change each digit of each figure that counts as proven: all must be found
	$(Q)for plan in $(PLANS); do tests/mutation/proven.py $(BIN) $$plan || exit 1; done
	$(Q)$(BIN) check --dekning --max 1 $(PLANS) 2>/dev/null | grep -E '^Tall|[0-9] %'

.PHONY: ide-every
ide-every: all $(TESTS) ## ask every question of an editor at every byte of the examples
	$(Q)HPLAN_EVERY=1 $(TESTS) ide_everywhere

# ---- other builds ------------------------------------------------------------------------------

.PHONY: san clang valgrind
san: ## build again with ASan and UBSan under build/san and run the tests there
	$(SUB) BUILD=build/san STATIC=0 SAN=address,undefined WERROR= san-run

.PHONY: san-run
# Instrumented, the tests take minutes: as many processes as there are cores, some suites each.
san-run: all $(TESTS)
	@echo "  RUN      $(TESTS)"
	$(Q)printf '%s\n' $(if $(T),$(T),$(TEST_NAMES)) | HPLANC=$(BIN) CK_TIMEOUT_MULTIPLIER=10 \
	    ASAN_OPTIONS=strict_string_checks=1:detect_stack_use_after_return=1 \
	    UBSAN_OPTIONS=print_stacktrace=1 xargs -n 4 -P "$$(nproc)" $(TESTS)

clang: ## compile everything with clang and the same warnings, into build/clang
	$(SUB) BUILD=build/clang CC=clang tests

# A static binary hides malloc from valgrind, hence the second build. A finding in a plan (exit 1)
# is none of valgrind's business: only its own status, or a signal, counts.
valgrind: ## check every example under valgrind (a dynamic build in build/dyn)
	$(SUB) BUILD=build/dyn STATIC=0 valgrind-run

.PHONY: valgrind-run
valgrind-run: all
	$(Q)n=0; for f in $(EXAMPLES); do \
	    printf '  %-8s %s\n' VALGRIND "$$f"; s=0; \
	    $(VALGRIND) -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
	        --errors-for-leak-kinds=definite $(BIN) check "$$f" >$(BUILD)/valgrind.out \
	        2>$(BUILD)/valgrind.err </dev/null || s=$$?; \
	    if test $$s -eq 99 || test $$s -ge 126; then \
	        cat $(BUILD)/valgrind.err >&2; echo "$$f: valgrind: status $$s" >&2; exit 1; \
	    fi; n=$$((n + 1)); \
	done; test $$n -gt 0 && echo "valgrind: $$n examples, no errors"

# ---- the rules of the house --------------------------------------------------------------------

.PHONY: layers globals sizes lint format
layers: ## no room includes what lies above it (tools/layers.sh)
	$(Q)tools/layers.sh

globals: $(LIB) ## the library has no writable state and never exits or prints (tools/globals.sh)
	$(Q)tools/globals.sh $(LIB)

sizes: ## files under 600 lines; warn of functions over 60 (tools/sizes.sh)
	$(Q)tools/sizes.sh

lint: layers globals sizes ## layers, globals and sizes

format: ## let clang-format settle the layout of the lines that are not committed yet
	$(Q)git clang-format -f --binary $(CLANG_FORMAT) --extensions c,h

include tools/assurance.mk

# ---- the rest ----------------------------------------------------------------------------------

.PHONY: bench bench-lsp bench-corpus install clean help
bench: ## measure start-up, peers (SIZES, ROUNDS, CAP), growth (BIG=1: to a million), editor
	$(Q)tools/deps.sh build bench
	$(SUB) all
	$(Q)BUILD=$(BUILD) bench/run
	$(Q)BUILD=$(BUILD) bench/peers
	$(Q)BUILD=$(BUILD) bench/growth
	$(Q)BUILD=$(BUILD) EDITS=300 bench/lsp.py $(BIN)
	$(Q)BUILD=$(BUILD) bench/closing

bench-lsp: all ## measure the language server: EDITS=10000 edits of a plan of LINES=10000 lines
	$(Q)BUILD=$(BUILD) bench/lsp.py $(BIN)

bench-corpus: all ## check a tenth of a country's plans, on one core and on all (MUNICIPALITIES=357)
	$(Q)bench/corpus

TO = $(DESTDIR)$(PREFIX)
install: all ## install to PREFIX (/usr/local), under DESTDIR if given
	$(Q)install -d "$(TO)/bin" "$(TO)/lib" "$(TO)/include/hplan"
	$(Q)install -m 755 $(BIN) "$(TO)/bin/hplanc"
	$(Q)install -m 644 $(LIB) "$(TO)/lib/libhplan.a"
	$(Q)for h in $(wildcard include/hplan/*.h); do \
	    install -m 644 "$$h" "$(TO)/include/hplan/" || exit 1; done
	$(Q)install -d "$(TO)/lib/pkgconfig"
	$(Q)sed -e 's|@PREFIX@|$(PREFIX)|; s|@LIBS@|$(LIBS)|' \
	    -e "s|@VERSION@|$$(sed -n 's/^#define HPLAN_VERSION "\(.*\)"/\1/p' include/hplan/hplan.h)|" \
	    tools/libhplan.pc.in >"$(TO)/lib/pkgconfig/libhplan.pc"
	$(Q)install -D -m 755 tools/hooks/pre-commit "$(TO)/share/hplanc/hooks/pre-commit"
	$(Q)for m in $(wildcard docs/man/*.1); do \
	    install -D -m 644 "$$m" "$(TO)/share/man/man1/$${m##*/}" || exit 1; done
	$(Q)install -D -m 644 docs/completion/hplanc.bash \
	    "$(TO)/share/bash-completion/completions/hplanc"
	$(Q)install -D -m 644 docs/completion/_hplanc "$(TO)/share/zsh/site-functions/_hplanc"
	$(Q)install -D -m 644 docs/completion/hplanc.fish \
	    "$(TO)/share/fish/vendor_completions.d/hplanc.fish"

clean: ## remove build/
	$(Q)rm -rf build

help: ## this list
	@sed -n '3,5s/^# //p' Makefile
	@sed '/^include tools/r tools/assurance.mk' Makefile | awk '/^# ---- / { gsub(/^# -+ | -+$$/, ""); head = "\n" $$0 "\n" } \
	    /^[a-z-]+:.* ## / { name = $$1; sub(/:$$/, "", name); sub(/.* ## /, ""); \
	        printf "%s  %-18s%s\n", head, name, $$0; head = "" }'

-include $(LIB_OBJ:.o=.d) $(BIN_OBJ:.o=.d) $(TEST_OBJ:.o=.d)
