/*
 * command.h — running hplanc as a user would, in a folder of its own.
 *
 *     Place p = place_open();
 *     place_write(&p, "plan.hplan", "plan p \"P\" { år: 2018 }\n");
 *     Run r = run(&p, "check", "plan.hplan", NULL);
 *     ck_assert_int_eq(r.code, 0);
 *     run_free(&r);
 *     place_close(&p);                     // removes the folder with everything in it
 */
#ifndef HPLAN_TESTS_COMMAND_H
#define HPLAN_TESTS_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Place {
    char folder[256];
    /* How the next runs go; all zero: plainly. */
    const char *input;    /* what comes in on standard input */
    size_t input_len;     /* 0: the length of the text */
    const char *output;   /* standard output goes to this file instead */
    const char *locale;   /* LC_ALL; NULL: none of the three variables is set */
    long file_limit;      /* RLIMIT_FSIZE in bytes; 0: none */
    bool closed_pipe;     /* nobody reads standard output */
    bool without_streams; /* 0, 1 and 2 are closed */
    bool bound_by_modes;  /* the command may do what the modes of files say, though root runs it */
} Place;

typedef struct Run {
    int code; /* exit code */
    char *out, *err; /* NUL-terminated */
    size_t out_len, err_len;
} Run;

Place place_open(void);
void place_close(Place *p);
void place_write(const Place *p, const char *name, const char *text);
void place_write_bytes(const Place *p, const char *name, const char *bytes, size_t len);
void place_folder(const Place *p, const char *name);
/* All .hplan files of a folder, into a folder of the place: "." is the place itself. */
void place_copy_plans(const Place *p, const char *into, const char *folder);
char *place_read(const Place *p, const char *name); /* NULL: not there; free it */
bool place_has(const Place *p, const char *name);
int place_count(const Place *p, const char *folder); /* entries, hidden ones too */

/* Arguments, then NULL. The test fails where a signal ends the command: nothing may crash it. */
Run run(const Place *p, ...) __attribute__((sentinel));
void run_free(Run *r);
/* The run is freed; NULL: whatever it says. */
void expect_run(Run r, int code, const char *out, const char *err);
/* In form, and without errors: warnings and notes say what is left to do. */
void expect_sound(const Place *p, const char *file);
/* What `check` says of a file in a folder of plans, with one text in it put for another. */
Run run_checked_with(const char *folder, const char *file, const char *old, const char *now);
void expect_part(const char *text, const char *part); /* it stands in the text */
int count_of(const char *text, const char *needle);
/* OWNED: every `from` in the text, which has one at least, as `to`; the text is freed. */
char *replaced(char *text, const char *from, const char *to);

#endif
