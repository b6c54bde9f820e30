/*
 * lists.h — what every format asks of a list, and of that of the chapters.  Layer: write.
 */
#ifndef HPLAN_WRITE_LISTS_H
#define HPLAN_WRITE_LISTS_H

#include "report/report.h"

/* The items are numbered n, n + 1, n + 2 …, as a format can number them itself. *start, which may
 * be NULL, gets n. */
bool list_is_ordered(const Block *list, uint32_t *start);

/* Does it stand in the list of contents? */
bool contents_take(const Block *b);
/* Is there such a list? One chapter needs no finding. */
bool contents_needed(const Report *r);

#endif
