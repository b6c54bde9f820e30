/*
 * json_sink.h — records as JSON.  Layer: write.
 *
 * In: records, as they are told. Out: UTF-8. What is worth a line has one, moved in by a blank for
 * each list of such that it stands in, so that a plan's JSON can be read and compared; nothing else
 * is spaced, since there is so much of it.
 */
#ifndef HPLAN_WRITE_JSON_SINK_H
#define HPLAN_WRITE_JSON_SINK_H

#include "report/records.h"

typedef struct JsonSink {
    RecordSink sink; /* first: it is what the functions are given */
    Buf *out;
    uint32_t depth;  /* lists of records that are open */
    bool comma;      /* something stands before on the same level */
} JsonSink;

void json_sink_init(JsonSink *j, Buf *out);

#endif
