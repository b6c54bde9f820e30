/*
 * formats.c — the table of formats.  Layer: write.
 */
#include "write/write.h"

const Format formats[] = {
    {"md", "md", true, write_markdown},
    {"html", "html", true, write_html},
    {"json", "json", false, write_json},
    {"ndjson", "ndjson", false, write_ndjson},
    {NULL, NULL, false, NULL},
};

const Format *format_find(Str name)
{
    for (const Format *f = formats; f->name != NULL; f++)
        if (str_eq(name, str_from(f->name)))
            return f;
    return NULL;
}
