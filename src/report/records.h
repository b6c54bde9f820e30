/*
 * records.h — a document as records, for formats that machines read.  Layer: report.
 *
 * in:  a report
 * out: the object that grammar/hplan.schema.json describes, or an object for each figure, told to a
 *      writer piece by piece in the order of the source, so that it is whole nowhere and its size
 *      costs no memory
 */
#ifndef HPLAN_REPORT_RECORDS_H
#define HPLAN_REPORT_RECORDS_H

#include "report/report.h"

typedef enum RecordKey {
    KEY_NONE, /* in a list */
#define KEY(name) KEY_##name,
#include "report/keys.def"
#include "report/line_keys.def"
#undef KEY
    KEY_COUNT
} RecordKey;

typedef enum RecordNest {
    NEST_OBJECT,
    NEST_LIST,
    NEST_RECORD, /* an object that is worth a line of its own, in … */
    NEST_RECORDS /* … a list of such */
} RecordNest;

typedef struct RecordPlace {
    Str file; /* as the user gave or reached it */
    bool own; /* it is the file of the document itself */
    uint32_t line, column, offset, length;
} RecordPlace;

/* What a writer does with each piece. A text lasts until the function returns. */
typedef struct RecordSink RecordSink;
struct RecordSink {
    void (*open)(RecordSink *to, RecordKey key, RecordNest nest);
    void (*close)(RecordSink *to, RecordNest nest);
    void (*text)(RecordSink *to, RecordKey key, Str text);
    void (*name)(RecordSink *to, RecordKey key, Str name); /* a text of letters, digits, . - _ */
    void (*word)(RecordSink *to, RecordKey key, Str json); /* a number, true, false, null */
    void (*place)(RecordSink *to, const RecordPlace *place);
};

/* Evaluates computed figures as it meets them; the same each time. */
void report_records(const Report *r, RecordSink *to);
/* The figures that are stated, each an object of its own in which nothing is nested. */
void report_lines(const Report *r, RecordSink *to);

#endif
