/*
 * data.h — telling records.  Layer: report.
 *
 * A record's key (keys.def) and its place among its siblings are part of the format that
 * grammar/hplan.schema.json describes: whoever adds one here adds it there.
 */
#ifndef HPLAN_REPORT_DATA_H
#define HPLAN_REPORT_DATA_H

#include "report/maker.h"
#include "report/records.h"

static inline void data_open(Maker *mk, RecordKey key, RecordNest nest)
{
    record_open(&mk->to, key, nest);
}

static inline void data_close(Maker *mk, RecordNest nest)
{
    record_close(&mk->to, nest);
}

static inline void data_text(Maker *mk, RecordKey key, Str text)
{
    record_text(&mk->to, key, text);
}

static inline void data_text_if(Maker *mk, RecordKey key, Str text) /* nothing for an empty one */
{
    if (text.len > 0)
        data_text(mk, key, text);
}

/* One of the format's own names, or digits: no character of it needs care. */
static inline void data_name(Maker *mk, RecordKey key, Str name)
{
    record_name(&mk->to, key, name);
}

static inline void data_int(Maker *mk, RecordKey key, int64_t n)
{
    record_int(&mk->to, key, n);
}

static inline void data_null(Maker *mk, RecordKey key)
{
    record_word(&mk->to, key, STR("null"));
}

static inline void data_bool(Maker *mk, RecordKey key, bool b)
{
    record_word(&mk->to, key, b ? STR("true") : STR("false"));
}

static inline void data_true(Maker *mk, RecordKey key, bool b) /* nothing for false */
{
    if (b)
        data_bool(mk, key, true);
}

void data_decimal(Maker *mk, RecordKey key, Decimal d); /* as text: exact */
void data_place(Maker *mk, Span span);
void data_line(Maker *mk, Span span); /* where a place of its own would say no more */

/* The identifier of a declaration: "goal-kompetanse"; unique, and the same in every run. */
Str data_decl_id(Maker *mk, DeclId d);
void data_date(Maker *mk, RecordKey key, Date date); /* nothing for none */
void data_version(Maker *mk, Index index); /* nothing for none */
void data_index(Maker *mk, Index index, Str written);

/* Of a value; the last three tell nothing where there is nothing to tell. */
Str data_written(const Maker *mk, Span span);
Str data_value_name(const Value *v);
Str data_value_text(const Maker *mk, const Value *v);
void data_number(Maker *mk, const Value *v); /* the figure, its unit and its step */
void data_comparator(Maker *mk, const Value *v);
void data_missing(Maker *mk, const Value *v);
void data_unit(Maker *mk, RecordKey key, UnitId unit);
/* What a figure is worth in the base unit, where it is stated in another one: figures in kr, 1000
 * kr and mill. kr can then be added up by those who know nothing of units. */
bool data_base_worth(Maker *mk, const Value *v, UnitId *base, Decimal *worth);

void data_fact(Maker *mk, FactId id);
/* A blank cell is null, one of a text that means nothing more a string. */
void data_cell(Maker *mk, TableId table, uint32_t row, uint32_t col);
void data_quantity(Maker *mk, RecordKey key, const Quantity *q);
Str data_role(const Row *row);
void data_table(Maker *mk, TableId id);
void data_prose(Maker *mk, uint32_t text);
void data_figure(Maker *mk, RecordKey key, FigRef f);
/* Does a result meet its target; does an indicator? Nothing where there is nothing to judge. */
void data_result_verdict(Maker *mk, PropId result);
void data_attainment(Maker *mk, DeclId d);
void data_checks(Maker *mk);

/* How one tells of what stands in a thing; NULL: nothing is said of texts. */
typedef struct DataTeller {
    void (*thing)(Maker *mk, DeclId d);
    void (*text)(Maker *mk, uint32_t text);
    void (*table)(Maker *mk, TableId id);
} DataTeller;

/* All the things at the top of a document. */
void data_tops(Maker *mk, DocId root, const DataTeller *tell);
/* What stands in a thing, in the order of the source; behind a table the things of its rows. */
void data_contents(Maker *mk, DeclId d, const DataTeller *tell);
/* An object for each figure of a document; see report_lines. */
void data_lines(Maker *mk, DocId root);
/* Where no text that has been made for telling is needed any more: so their memory stays small. */
void data_rest(Maker *mk);

#endif
