/*
 * write.h — the formats that a report can be printed in.  Layer: write.
 */
#ifndef HPLAN_WRITE_WRITE_H
#define HPLAN_WRITE_WRITE_H

#include "report/report.h"

typedef struct Format {
    const char *name;      /* as after --to */
    const char *extension; /* of the file, without a dot */
    bool blocks;           /* it is made of the blocks of a report, else of its records */
    void (*write)(Buf *out, const Report *r);
} Format;

/* In the order in which help names them; ends with a row whose name is NULL. */
extern const Format formats[];
const Format *format_find(Str name); /* NULL: no such format */

void write_markdown(Buf *out, const Report *r);
void write_html(Buf *out, const Report *r);
void write_json(Buf *out, const Report *r);
void write_ndjson(Buf *out, const Report *r);

#endif
