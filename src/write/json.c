/*
 * json.c — a report as one JSON document.  Layer: write.
 */
#include "write/json_sink.h"
#include "write/write.h"

void write_json(Buf *out, const Report *r)
{
    JsonSink j;
    json_sink_init(&j, out);
    report_records(r, &j.sink);
    buf_char(out, '\n');
}
