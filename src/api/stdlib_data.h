/*
 * stdlib_data.h — the files of stdlib/, embedded when the library is built.  Layer: api.
 *
 * The table is written by tools/embed.c into build/gen/stdlib_data.c, sorted by name; a row of
 * nulls ends it. Two NUL bytes follow each text and are not counted in its length.
 */
#ifndef HPLAN_API_STDLIB_DATA_H
#define HPLAN_API_STDLIB_DATA_H

#include <stddef.h>

typedef struct StdlibFile {
    const char *name; /* "kommune.hplan" */
    const char *text;
    size_t len;
} StdlibFile;

extern const StdlibFile stdlib_files[];
extern const size_t stdlib_file_count;

#endif
