/*
 * mutant.h — a plan with one small fault put into it, and what the checker says of it.
 *
 * mutant_scan.c tells what each byte of a plan is, by its own simple rules and not by those of the
 * compiler; mutant_figures.c, mutant_words.c and mutant_marks.c list the faults that can be put
 * in; mutant_run.c checks a plan with one of them, in memory, and judges the findings.
 */
#ifndef HPLAN_TESTS_MUTANT_H
#define HPLAN_TESTS_MUTANT_H

#include <stdbool.h>
#include <stddef.h>

enum { MUTANT_FILES = 2, MUTANT_EDITS = 2, MUTANT_SAID = 400 };

/* What a byte is. Within rows and live figures, strings are not told apart but for their quotes. */
typedef enum Ink {
    INK_CODE,
    INK_COMMENT,
    INK_STRING, /* between two quotes */
    INK_QUOTE,
    INK_TEXT,  /* of a text block */
    INK_FENCE, /* """ */
    INK_ROW,
    INK_BAR,
    INK_LIVE, /* in {...} inside a text */
    INK_LIVE_BRACE,
    INK_LINK, /* the target of a link to a declaration, kind:name */
    INK_URL
} Ink;

typedef struct PlanText {
    const char *name;
    char *bytes; /* NUL-terminated */
    size_t len;
    unsigned char *ink; /* of each byte */
} PlanText;

typedef struct Edit {
    int file;
    size_t at, len; /* these bytes are replaced ... */
    char *with;     /* ... by this */
} Edit;

typedef struct Mutant {
    const char *kind;
    Edit edits[MUTANT_EDITS];
    int count;
    /* Where the fault is, in lines of the changed text: a finding should name one of them. */
    int from, to;
    int sum;       /* the sum row of the same table; 0: none */
    int opener;    /* the line of what a lost mark would close; 0: none */
    bool anywhere; /* a lost row is felt where it is counted or named */
} Mutant;

typedef struct Mutants {
    Mutant *at;
    size_t len, room;
    const PlanText *files;
    bool all; /* every variant of each fault; else one of each */
} Mutants;

typedef struct Verdict {
    int errors, findings; /* findings: errors and warnings */
    bool placed;          /* the first names the place, or its words */
    char said[MUTANT_SAID];
} Verdict;

/* mutant_scan.c */
PlanText plan_text_read(const char *path, const char *name);
void plan_text_free(PlanText *t);
int plan_line(const PlanText *t, size_t at); /* 1-based */
size_t plan_line_start(const PlanText *t, size_t at);
size_t plan_line_end(const PlanText *t, size_t at); /* at its newline */

/* One more mutant, of bytes [at, at + len) of a file; its place is the line of the change. */
Mutant *mutant_add(Mutants *m, const char *kind, int file, size_t at, size_t len, const char *with,
                   size_t with_len);
void mutants_free(Mutants *m);

void mutants_of_figures(Mutants *m);
void mutants_of_rows(Mutants *m);
void mutants_of_words(Mutants *m);
void mutants_of_marks(Mutants *m);

/* mutant_run.c */
Verdict mutant_run(const PlanText files[MUTANT_FILES], const Mutant *mutant); /* NULL: as it is */
void mutant_print(const PlanText files[MUTANT_FILES], const Mutant *mutant, const Verdict *v,
                  const char *head);

#endif
