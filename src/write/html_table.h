/*
 * html_table.h — tables as HTML.  Layer: write.
 */
#ifndef HPLAN_WRITE_HTML_TABLE_H
#define HPLAN_WRITE_HTML_TABLE_H

#include "report/report.h"

void html_put_table(Buf *out, const Report *r, const Block *table);

#endif
