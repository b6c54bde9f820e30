/*
 * data.h — making records.  Layer: report.
 *
 * A record's key and its place among its siblings are part of the format that
 * grammar/hplan.schema.json describes: whoever adds one here adds it there.
 */
#ifndef HPLAN_REPORT_DATA_H
#define HPLAN_REPORT_DATA_H

#include "report/maker.h"

Data *data_add(Maker *mk, Data *up, const char *key, DataKind kind);
void data_text(Maker *mk, Data *up, const char *key, Str text);
void data_text_if(Maker *mk, Data *up, const char *key, Str text); /* nothing for an empty one */
void data_int(Maker *mk, Data *up, const char *key, int64_t n);
void data_bool(Maker *mk, Data *up, const char *key, bool b);
void data_true(Maker *mk, Data *up, const char *key, bool b);       /* nothing for false */
void data_decimal(Maker *mk, Data *up, const char *key, Decimal d); /* as text: exact */
void data_place(Maker *mk, Data *up, const char *key, Span span);
/* "measure": the part of a term's key before the dot is its identifier. */
Str data_term_id(TermId t);

/* The identifier of a declaration: "goal-kompetanse"; unique, and the same in every run. */
Str data_decl_id(Maker *mk, DeclId d);
void data_period(Maker *mk, Data *up, const char *key, Period p, Str text);
void data_index(Maker *mk, Data *up, Index index, Str written);
void data_fact(Maker *mk, Data *array, FactId id);
/* key NULL: in an array. A blank cell is null. */
void data_cell(Maker *mk, Data *up, const char *key, TableId table, uint32_t row, uint32_t col);
void data_quantity(Maker *mk, Data *up, const char *key, const Quantity *q);
void data_table(Maker *mk, Data *up, TableId id);
void data_prose(Maker *mk, Data *up, uint32_t text);
void data_figure(Maker *mk, Data *up, const char *key, FigRef f);
/* Does a result meet its target; does an indicator? Nothing where there is nothing to judge. */
void data_result_verdict(Maker *mk, Data *property, PropId result);
void data_attainment(Maker *mk, Data *declaration, DeclId d);
void data_checks(Maker *mk, Data *document);

#endif
