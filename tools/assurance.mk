# Reliability and security: what takes longer, or more tools, than the tests. Included by the
# Makefile; the packages come with `tools/deps.sh assurance`. Each target ends in one closing table.

# ---- fuzzing -----------------------------------------------------------------------------------

FUZZ_NAMES := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_BINS  := $(FUZZ_NAMES:%=$(BUILD)/fuzz-%)
FUZZ_OBJ   := $(OBJ)/tests/fuzz/fuzz.o $(OBJ)/tests/fuzz/markup.o
FUZZ_BUILD := BUILD=build/fuzz CC=clang STATIC=0 SAN=fuzzer-no-link,address,undefined WERROR=
# Seconds for all targets together, and whether to go on where the last run stopped.
FUZZ_TIME  ?= 3600

.SECONDARY: $(FUZZ_OBJ) $(FUZZ_NAMES:%=$(OBJ)/tests/fuzz/fuzz_%.o)
.PHONY: fuzz fuzz-short fuzz-bins
fuzz-short: ## fuzz each target a fixed number of runs, from the seeds alone (a minute or so)
	$(SUB) $(FUZZ_BUILD) fuzz-bins
	$(Q)tests/fuzz/run --short build/fuzz $(FUZZ_NAMES)

fuzz: ## fuzz for FUZZ_TIME seconds in all (3600), on the corpus kept in build/fuzz/corpus
	$(SUB) $(FUZZ_BUILD) fuzz-bins
	$(Q)tests/fuzz/run --time $(FUZZ_TIME) build/fuzz $(FUZZ_NAMES)

fuzz-bins: $(FUZZ_BINS) $(BUILD)/hplan.dict $(BUILD)/seeds.stamp $(BUILD)/seeds-lsp.stamp $(BIN)

# Those of the server see its rooms beside the library. No target sees the machine's own files.
$(BUILD)/fuzz-lsp $(BUILD)/fuzz-frames: $(LSP_OBJ)
$(BUILD)/fuzz-%: $(OBJ)/tests/fuzz/fuzz_%.o $(FUZZ_OBJ) $(LIB)
	$(say) LD $@
	$(Q)$(CC) $(OPT) -fsanitize=fuzzer,address,undefined -Wl,--wrap=hplan_host_files -o $@ \
	    $(filter-out $(LIB),$^) $(LIB) -Wl,--as-needed $(LIBS)

$(BUILD)/hplan.dict: tests/fuzz/dictionary.py grammar/vocabulary.tsv
	$(say) DICT $@
	@mkdir -p $(@D)
	$(Q)tests/fuzz/dictionary.py grammar/vocabulary.tsv > $@

FUZZ_SEEDS = $(EXAMPLES) $(sort $(wildcard tests/diag/*.hplan tests/accept/*.hplan \
             tests/constructs/*.hplan tests/fuzz/seeds/*.hplan))
$(BUILD)/seeds.stamp: tests/fuzz/seeds.py $(FUZZ_SEEDS)
	$(say) SEEDS $(BUILD)/seeds
	$(Q)tests/fuzz/seeds.py $(BUILD)/seeds $(FUZZ_SEEDS) && touch $@

# What a client sends, as the tests of the server have it; and the words of the protocol.
$(BUILD)/seeds-lsp.stamp: tests/fuzz/seeds_lsp.py src/lsp/methods.def $(wildcard tests/lsp/*.py \
                          tests/lsp/transcripts/*.lsp)
	$(say) SEEDS $(BUILD)/seeds-lsp
	$(Q)tests/fuzz/seeds_lsp.py $(BUILD) && touch $@

# ---- plans that are right ----------------------------------------------------------------------

CORRECT ?= 10000

.PHONY: correct arithmetic
correct: all ## CORRECT (10000) random correct plans: no false alarm may be given
	$(Q)tests/correct/run $(BIN) $(CORRECT)

arithmetic: ## decimals and intervals against Python's own on a million random cases (CASES=N)
	$(SUB) BUILD=build/san STATIC=0 SAN=address,undefined WERROR= all
	$(Q)tests/robust/decimal_oracle.py $(or $(CASES),1000000)
	$(Q)tests/robust/quantity_oracle.py $(or $(CASES),1000000)

# ---- a system that fails -----------------------------------------------------------------------

.PHONY: faults faults-run
faults: ## let each allocation, read, write, rename ... fail in turn
	$(SUB) BUILD=build/dyn STATIC=0 faults-run

faults-run: all $(BUILD)/shim.so
	$(Q)tests/faults/run $(BIN) $(BUILD)/shim.so

$(BUILD)/shim.so: tests/faults/shim.c
	$(say) CC $<
	$(Q)$(CC) -std=c11 $(WARN) -Wno-missing-prototypes -O1 -fPIC -shared -o $@ $< -ldl

# ---- a plan that means harm --------------------------------------------------------------------

.PHONY: sandbox hostile shapes
sandbox: all ## a check stays inside its project, writes nothing and opens no socket (strace)
	$(Q)tests/sandbox/confined $(BIN)

hostile: all ## plans made to take time or memory, under limits; each limit just under and over
	$(Q)tests/sandbox/hostile $(BIN)

shapes: all ## plans of ordinary shapes that are far too long, for all verbs (a minute)
	$(Q)tests/sandbox/hostile --shapes $(BIN)

# ---- the compiler's own code -------------------------------------------------------------------

# FILES="a.c b.c": only these.
.PHONY: analyze analyze-short msan tsan repro coverage coverage-run
analyze: $(GEN_H) ## gcc -fanalyzer, clang-tidy and cppcheck (eight minutes on two cores)
	$(Q)tools/deps.sh assurance
	$(Q)tools/analyze $(BUILD) $(FILES)

analyze-short: $(GEN_H) ## without clang's path analysis (two minutes)
	$(Q)tools/deps.sh assurance
	$(Q)tools/analyze $(BUILD) --short $(FILES)

# The libraries are Debian's and not instrumented: what they allocate counts as written to, what
# they write into memory of ours is said to be so (tests/msan), and libcmark is given zeroes.
# For the same reason it is the command that is run, and not the tests, which Check keeps.
MSAN_OBJ := build/msan/libraries.o
MSAN_WRAP := -Wl,--wrap=utf8proc_decompose,--wrap=utf8proc_reencode \
             -Wl,--wrap=utf8proc_encode_char \
             -Wl,--wrap=cmark_render_commonmark,--wrap=cmark_render_html
msan: $(GEN_H) ## all plans under MemorySanitizer: nothing is read that was not written
	$(Q)mkdir -p build/msan && clang $(STD) -O1 -fsanitize=memory -c -o $(MSAN_OBJ) \
	    tests/msan/libraries.c
	$(SUB) BUILD=build/msan STATIC=0 CC=clang SAN=memory WERROR= \
	    LDFLAGS='$(MSAN_OBJ) $(MSAN_WRAP)' all
	$(Q)tests/msan/run build/msan/hplanc

tsan: ## sessions and folders of plans on threads, under ThreadSanitizer
	$(SUB) BUILD=build/tsan STATIC=0 SAN=thread WERROR= T="threads cli_jobs" san-run

repro: ## build twice, in other folders, time zones and locales: the same bytes
	$(Q)tools/repro.sh

# An object names the file that its counts go to, so one from a cache that several trees share would
# count in another tree. Sessions on threads count together. What holds time to a limit is left out:
# counting takes most of it.
coverage: ## lines and branches of the library that the tests reach (gcov)
	$(Q)tools/deps.sh
	$(SUB) BUILD=build/cov STATIC=0 WERROR= OPT='-O0 -g --coverage -fprofile-update=atomic' \
	    coverage-run

coverage-run: export CCACHE_DISABLE = 1
coverage-run: all $(TESTS)
	$(Q)find $(BUILD) -name '*.gcda' -delete; rm -f $(BUILD)/gcov.err
	$(Q)printf '%s\n' $(filter-out scale syntax_sizes,$(TEST_NAMES)) | \
	    GCOV_ERROR_FILE=$(abspath $(BUILD))/gcov.err HPLANC=$(BIN) CK_TIMEOUT_MULTIPLIER=10 \
	    xargs -n 4 -P "$$(nproc)" $(TESTS) >$(BUILD)/coverage.log 2>&1 || \
	    { grep -a '^[0-9]*%\|:[EF]:' $(BUILD)/coverage.log >&2; exit 1; }
	$(Q)tools/coverage.py $(BUILD)
