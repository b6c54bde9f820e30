/*
 * table_build.h — what the files that build a table share.  Layer: model, private to table*.c.
 */
#ifndef HPLAN_MODEL_TABLE_BUILD_H
#define HPLAN_MODEL_TABLE_BUILD_H

#include "model/build.h"
#include "model/scope.h"
#include "model/table.h"
#include "syntax/rows.h"

#define NO_COLUMN UINT32_MAX

/* No table of people's is so large. A column's number fits into a FigRef; and a cell that a row
 * lacks takes room though nothing in the file does. */
enum { MOST_COLUMNS = 10000, MOST_LACKING = 1000000 };

/* Rows that have one and the same wrong number of cells are one finding. */
typedef struct CountFault {
    uint32_t cells;
    uint32_t rows;
    Diag *finding;
} CountFault;

/* A line of heads, as all tables that have it read it. */
typedef struct TableHead {
    Str line;
    uint16_t kind;      /* of the tables' declarations */
    VEC(Column) cols;
    uint32_t label_col; /* the first printed column */
    uint32_t title_col, name_col, number_col, unit_col; /* NO_COLUMN: there is none */
    bool plain;         /* its columns hold figures and texts, and nothing more */
} TableHead;

/* Kept as long as the model: a part that is taken in may bring further rows after table_finish. */
typedef struct TableBuild {
    const Tree *tree;
    TableHead *head;    /* NULL: has not been read */
    uint32_t open_group; /* heading under which rows come now, its row + 1 */
    uint32_t read;       /* rows whose cells are read */
    uint32_t parent;     /* of the last of those: row_parent */
    uint16_t kind;       /* of the table's declaration */
    bool declares;       /* as in Table */
    bool money;          /* its figures are money unless said otherwise */
    bool escaped;        /* there may be a \| in the rows that come now */
    bool settled;        /* nothing but bare whole figures and texts in the rows since */
    bool full;           /* too many cells are lacking: no more rows are read */
    VEC(CountFault) counts;
} TableBuild;

/* What the first words of a row say: see table_roles.c. Positions are offsets into the text. */
typedef struct RowWords {
    uint8_t role; /* ROLE_*; ROLE_NONE: none was said */
    bool given;   /* by a colon */
    bool own;     /* the label is in quotes */
    bool own_base;
    bool complete;
    uint32_t from, to; /* the label */
    uint32_t name;     /* where the label begins without a pasted dash */
    uint32_t code_len; /* bytes of the codes at `name`, if the column holds codes */
} RowWords;

typedef struct RoleLabel {
    Str text;
    RowWords words;
} RoleLabel;

/* --- the whole table (table.c) ---------------------------------------------------------------- */

TableRest *table_rest(Model *m, Table *t); /* made at the first question */
/* Is there room for the cells of so many rows more? Where there is not, the first to ask
 * has it said at its place. */
bool table_has_room(Model *m, TableId table, uint32_t rows, Span at);

/* The heading with a body in which rows come now, its row + 1; 0: none. One in short form, `gruppe:
 * g`, ends where the next heading begins. */
uint32_t table_open_body(const Table *t);

/* --- heads (table_heads.c, table_columns.c, table_head_unit.c) -------------------------------- */

/* All columns, from the row or two of heads that come next. */
void columns_read(Model *m, TableId table, RowIter *rows);
/* One more column, from the text of its head. */
void column_add(Model *m, TableId table, Str text, Span span);
Str head_printed(Str written); /* without parentheses, quotes and unit */

/* A head that ends in a unit: "2026 (1000 kr)", "Andel i %". unit 0: it does not. */
typedef struct HeadUnit {
    Str words;   /* without it */
    Str written; /* the rest: " (1000 kr)", " i %" */
    UnitId unit;
} HeadUnit;

HeadUnit head_unit(Model *m, Str words);
UnitId head_whole_unit(Model *m, Str words); /* the words are nothing but a unit; 0: they are not */
/* The unit of "årsverk 2025", which is a unit and an index; 0: it is something else. */
UnitId head_unit_before_index(Model *m, Str folded, Index *index);
/* Is it one in which figures are measured because a head says so: no noun, no time? */
bool unit_measures_columns(const Model *m, UnitId unit);

/* --- rows and their labels (table_rows.c, table_roles.c) -------------------------------------- */

void row_add(Model *m, TableId table, const RowIter *row);
/* Adds rows as long as they are as most are: see rows_take_plain. */
void rows_add_plain(Model *m, TableId table, RowIter *rows);
void row_set_label(Model *m, Table *t, Row *r, Str label);
RowRest *row_need_rest(Model *m, Table *t, const Row *r);
/* When all rows are there: how many more have the same wrong number of cells as one reported. */
void row_counts_done(Model *m, TableId table);
RowWords row_words(Model *m, Str text, bool roles, bool codes);

/* The letters with which roles begin, a bit each. Most labels begin with another and are
 * turned away without folding. */
#define LETTER(c) (UINT32_C(1) << ((c) - 'a'))
#define ROLE_LETTERS                                                                       \
    (LETTER('a') | LETTER('c') | LETTER('d') | LETTER('f') | LETTER('g') | LETTER('h') |   \
     LETTER('i') | LETTER('m') | LETTER('o') | LETTER('r') | LETTER('s') | LETTER('t') |   \
     LETTER('u'))

static inline bool begins_role(char c)
{
    uint32_t letter = (unsigned char)(c | ('a' - 'A')) - (uint32_t)'a';
    return letter < 26 && (ROLE_LETTERS >> letter & 1) != 0;
}

/* A letter with which neither a role nor codes nor anything in quotes begins. */
static inline bool begins_plain_label(char c)
{
    uint32_t letter = (unsigned char)(c | ('a' - 'A')) - (uint32_t)'a';
    return letter < 26 && (ROLE_LETTERS >> letter & 1) == 0;
}

/* A label, of an unescaped and ordinary cell, that can be nothing but a label, as most are; false:
 * it has to be looked at. */
static inline bool row_take_label(Row *r, const CellSlot *c, const char *text, uint32_t group)
{
    if (c->kind != CELL_TEXT || !begins_plain_label(text[r->off + c->off]))
        return false;
    r->label_off = c->off;
    r->label_len = (uint16_t)c->len;
    r->group = group;
    return true;
}

/* --- cells (table_slots.c, table_take.c, table_cells.c) --------------------------------------- */

/* Where the next row's cells come; not among them yet. */
static inline CellSlot *cells_next(Model *m, Table *t)
{
    uint32_t n = t->cols.len, len = t->cells.len;
    if (n > t->cells.cap - len)
        vec_room(m->arena, &t->cells, n > len ? n : len);
    return t->cells.at + len;
}

/* Blank cells for a row. */
CellSlot *cells_push(Model *m, Table *t);
void cell_put(Model *m, Table *t, uint32_t row, uint32_t col, const Cell *c);
/* Those of the row that was pushed last, with their places and what bare figures say; how many were
 * written, blank ones beyond the last column not counted. */
uint32_t cells_take(Model *m, Table *t, RowIter *row);
/* Rows that are as most are: every cell between bars, and in it a text, a blank or a bare whole
 * figure. They are added as long as their labels, in the column `label`, are nothing but labels;
 * behind one that has to be read (all have to where `label` is NO_COLUMN), true. The next row, if
 * any, takes a closer look: false. */
bool rows_take_plain(Model *m, Table *t, RowIter *rows, uint32_t label);
/* A figure written with digits, one sign, single blanks between groups, a comma: nothing else. */
bool plain_figure(const char *s, uint32_t len, int64_t *coef, uint8_t *scale);
/* Reads what is more than that in the rows from `from` on. */
void cells_read(Model *m, TableId table, uint32_t from);
/* The type by which a column's cells are read; VT_NONE: free, a figure if it is one, else text. */
uint8_t column_type(const TableBuild *b, const Column *c);
/* May a column of this type have figures of this unit: no `måles i: %` for kroner. */
bool unit_fits(const UnitTable *units, uint8_t type, UnitId unit);

#endif
