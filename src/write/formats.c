/*
 * formats.c — the table of formats.  Layer: write.
 */
#include "write/write.h"

const Format formats[] = {
    {"md", "md", write_markdown},
    {"html", "html", write_html},
    {"json", "json", write_json},
    {"ndjson", "ndjson", write_ndjson},
    {NULL, NULL, NULL},
};

const Format *format_find(Str name)
{
    for (const Format *f = formats; f->name != NULL; f++)
        if (str_eq(name, str_from(f->name)))
            return f;
    return NULL;
}
