/*
 * md_table.h — tables as Markdown.  Layer: write.
 */
#ifndef HPLAN_WRITE_MD_TABLE_H
#define HPLAN_WRITE_MD_TABLE_H

#include "report/report.h"

void md_put_table(Buf *out, const Grid *grid);

#endif
