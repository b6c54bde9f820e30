/*
 * md_table.h — tables as Markdown.  Layer: write.
 */
#ifndef HPLAN_WRITE_MD_TABLE_H
#define HPLAN_WRITE_MD_TABLE_H

#include "report/report.h"

/* Each line `indent` blanks in; `own`: an arena that is gone once it is written. */
void md_put_table(Buf *out, const Grid *grid, size_t indent, Arena *own);

#endif
