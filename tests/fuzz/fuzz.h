/*
 * fuzz.h — what the fuzz targets share: files in memory, texts, and giving up with a reason.
 *
 * A target is a file fuzz_NAME.c here with one function, fuzz_one: make links it with libFuzzer to
 * build/fuzz/fuzz-NAME, and tests/fuzz/run feeds it. It asserts properties (FUZZ_HOLDS); what
 * merely crashes the sanitizers find.
 *
 * An input may hold several files: the first is plan.hplan, and a line `#: NAME` begins the next.
 */
#ifndef HPLAN_TESTS_FUZZ_H
#define HPLAN_TESTS_FUZZ_H

#include "hplan/hplan.h"

#include <stdint.h>

enum { FUZZ_FILES = 8, FUZZ_NAME = 48 };

typedef struct FuzzText {
    char *bytes; /* OWNED; NUL-terminated once anything was kept */
    size_t len, room;
} FuzzText;

typedef struct FuzzFile {
    char name[FUZZ_NAME];
    const char *bytes; /* borrowed from the input or from a FuzzText */
    size_t len;
} FuzzFile;

typedef struct FuzzFiles {
    FuzzFile at[FUZZ_FILES];
    size_t count;
    hplan_host host; /* reads them; valid as long as this stays where it is */
} FuzzFiles;

/* hplan_write: collects. */
bool fuzz_keep(void *text, const char *bytes, size_t len);
void fuzz_text_free(FuzzText *text);

void fuzz_split(FuzzFiles *files, const uint8_t *data, size_t size);
/* One file, whatever its text; the text stays where it is. */
void fuzz_one_file(FuzzFiles *files, const FuzzText *text);
/* The machine's files from now on (NULL: it has none); else a session without a host of its own
 * would see those of whoever runs this. */
void fuzz_machine(const FuzzFiles *files);
/* A session that has checked plan.hplan; NULL where that file cannot be had (its name is taken). */
hplan_session *fuzz_checked(const FuzzFiles *files);
/* All findings, one JSON object a line. */
FuzzText fuzz_findings(hplan_session *s);

/* Prints why and aborts, which libFuzzer takes as a crash. */
_Noreturn void fuzz_fail(const char *what, const char *where, int line);
#define FUZZ_HOLDS(condition)                          \
    do {                                               \
        if (!(condition))                              \
            fuzz_fail(#condition, __FILE__, __LINE__); \
    } while (0)

/* What a target defines; libFuzzer's own entry is in fuzz.c. */
void fuzz_one(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
