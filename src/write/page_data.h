/*
 * page_data.h — the files of page/, embedded when the library is built.  Layer: write.
 *
 * The table is written by tools/embed.c into build/gen/page_data.c, sorted by name; a row of nulls
 * ends it.
 */
#ifndef HPLAN_WRITE_PAGE_DATA_H
#define HPLAN_WRITE_PAGE_DATA_H

#include <stddef.h>

typedef struct PageFile {
    const char *name; /* "page.css" */
    const char *text;
    size_t len;
} PageFile;

extern const PageFile page_files[];
extern const size_t page_file_count;

#endif
