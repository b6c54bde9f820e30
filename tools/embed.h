/*
 * embed.h — files that are part of the library or the command: what tools/embed.c makes of them.
 *
 * In no room; knows none. The tool writes a table of them into build/gen/NAME_data.c when they are
 * built, in the order of their names; a row of nulls ends it. Two NUL bytes follow each text and are
 * not counted in its length. Whoever reads a table declares it: EMBEDDED_FILES(stdlib);
 */
#ifndef HPLAN_EMBED_H
#define HPLAN_EMBED_H

#include <stddef.h>

typedef struct EmbeddedFile {
    const char *name; /* without its folders: "HP4001.txt" */
    const char *text;
    size_t len;
} EmbeddedFile;

#define EMBEDDED_FILES(name)                 \
    extern const EmbeddedFile name##_files[]; \
    extern const size_t name##_file_count

#endif
