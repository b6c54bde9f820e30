/*
 * template_data.h — the files of templates/, embedded when the command is built.  Layer: cli.
 *
 * The table is written by tools/embed.c into build/gen/template_data.c, sorted by name; a row of
 * nulls ends it.
 */
#ifndef HPLAN_CLI_TEMPLATE_DATA_H
#define HPLAN_CLI_TEMPLATE_DATA_H

#include <stddef.h>

typedef struct TemplateFile {
    const char *name; /* "plan.nb.hplan" */
    const char *text;
    size_t len;
} TemplateFile;

extern const TemplateFile template_files[];
extern const size_t template_file_count;

#endif
