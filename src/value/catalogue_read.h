/*
 * catalogue_read.h — the rows of a file of the standard library.  Layer: value.
 *
 * A library file holds one `katalog` whose table has text in its cells. The files are our own and
 * written in bokmål, so their head words are compared as they stand.
 */
#ifndef HPLAN_VALUE_CATALOGUE_READ_H
#define HPLAN_VALUE_CATALOGUE_READ_H

#include "syntax/rows.h"
#include "value/catalogue.h"

#define CATALOGUE_MAX_COLUMNS 24

typedef struct LibraryTable {
    Tree *tree;
    RowIter rows;
    Str cells[CATALOGUE_MAX_COLUMNS]; /* of the row last given; those it lacks are empty */
    uint32_t columns;
} LibraryTable;

/* Opens NAME.hplan and reads the head row into cells; false where there is none. */
bool library_table(Catalogues *c, const char *name, LibraryTable *out);
bool library_row(Catalogues *c, LibraryTable *t);

#endif
