/*
 * explain_data.h — the files of explain/, embedded when the library is built.  Layer: diag.
 *
 * The table is written by tools/embed.c into build/gen/explain_data.c, sorted by name; a row of
 * nulls ends it.
 */
#ifndef HPLAN_DIAG_EXPLAIN_DATA_H
#define HPLAN_DIAG_EXPLAIN_DATA_H

#include <stddef.h>

typedef struct ExplainFile {
    const char *name; /* "HP4001.txt" */
    const char *text;
    size_t len;
} ExplainFile;

extern const ExplainFile explain_files[];
extern const size_t explain_file_count;

#endif
