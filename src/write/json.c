/*
 * json.c — a report as one JSON document.  Layer: write.
 */
#include "write/write.h"

#include "report/records.h"

void write_json(Buf *out, const Report *r)
{
    report_records(r, out);
    buf_char(out, '\n');
}
