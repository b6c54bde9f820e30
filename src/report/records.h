/*
 * records.h — a document as records, for formats that machines read.  Layer: report.
 *
 * in:  a report
 * out: the object that grammar/hplan.schema.json describes, or an object for each figure; put as
 *      JSON piece by piece in the order of the source, so that it is whole nowhere and its size
 *      costs no memory
 */
#ifndef HPLAN_REPORT_RECORDS_H
#define HPLAN_REPORT_RECORDS_H

#include "report/report.h"

/* Evaluates computed figures as it meets them; the same each time. */
void report_records(const Report *r, Buf *out);
/* The figures that are stated, each an object of its own in which nothing is nested, on a line. */
void report_lines(const Report *r, Buf *out);

#endif
