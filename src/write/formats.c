/*
 * formats.c — the table of formats.  Layer: write.
 */
#include "write/write.h"

const Format formats[] = {
    {"md", "md", REPORT_BLOCKS, write_markdown},
    {"html", "html", REPORT_BLOCKS, write_html},
    {"json", "json", REPORT_RECORDS, write_json},
    {"ndjson", "ndjson", REPORT_RECORDS, write_ndjson},
    {NULL, NULL, REPORT_BOTH, NULL},
};

const Format *format_find(Str name)
{
    for (const Format *f = formats; f->name != NULL; f++)
        if (str_eq(name, str_from(f->name)))
            return f;
    return NULL;
}
