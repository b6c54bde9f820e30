/*
 * table.h — from table tokens to rows and columns.  Layer: model.
 *
 * build.c calls table_begin at the first table token of a declaration's body and the others for
 * the rest of the body in source order, and table_finish when all properties of the declaration
 * are known: only then are cells read, since units, scale and signs may be stated below the rows.
 */
#ifndef HPLAN_MODEL_TABLE_H
#define HPLAN_MODEL_TABLE_H

#include "model/model.h"

typedef enum TableStyle {
    TABLE_FIGURES,  /* fordeling, tabell, skjema: named rows with roles */
    TABLE_DECLARES  /* any other kind: one declaration a row */
} TableStyle;

TableId table_begin(Model *m, DeclId decl, DocId doc, TableStyle style);
void table_rows(Model *m, TableId table, NodeRef token);     /* the first token holds the header */
/* `gruppe [name] [number] "title" { … }`: a heading row; `decl` is its declaration. */
void table_group(Model *m, TableId table, DeclId group);
void table_group_end(Model *m, TableId table);
void table_finish(Model *m, TableId table);
/* The row declares this thing, or its label names it: row_decl. */
void row_set_decl(Model *m, Table *t, uint32_t row, DeclId decl);

#endif
