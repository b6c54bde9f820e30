/*
 * files.h — whole files, for tests. What is read ends in a NUL and is the caller's to
 * free; `len` may be NULL.
 */
#ifndef HPLAN_TESTS_FILES_H
#define HPLAN_TESTS_FILES_H

#include <glob.h>
#include <stddef.h>
#include <stdio.h>

char *stream_read(FILE *in, size_t *len);
char *file_read(const char *path, size_t *len);   /* NULL: it cannot be opened */
char *file_expect(const char *path, size_t *len); /* the test fails where it cannot */
/* A golden file says just this; with HPLAN_RENEW set it is written first. */
void file_is_golden(const char *path, const char *made);
/* The files that a pattern of the shell names, in order; the test fails where it names none. */
glob_t files_named(const char *pattern); /* globfree() it */
const char *file_name(const char *path); /* without its folders */
void file_write(const char *path, const char *bytes, size_t len);

#endif
