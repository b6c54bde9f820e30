/*
 * csv.h — a sheet saved as CSV or TSV becomes a table in the language.  Layer: import.
 *
 * in:  bytes, as a spreadsheet in Norway writes them
 * out: a `tabell` in its one form; which cells among figures could not be read as one
 *
 *   csv_text.c   bytes → UTF-8: a byte order mark, else UTF-8 if they are that, else Windows-1252
 *   csv_read.c   text → rows of cells, by the delimiter that the first line shows
 *   csv_table.c  cells → the table: figures as the language writes them, all else as it stands
 */
#ifndef HPLAN_IMPORT_CSV_H
#define HPLAN_IMPORT_CSV_H

#include "base/str.h"
#include "base/vec.h"
#include "diag/diag.h"

typedef enum CsvFault {
    CSV_FINE,
    CSV_EMPTY,          /* no row */
    CSV_NOT_TEXT,       /* bytes that are no text */
    CSV_OPEN_QUOTE,     /* a quotation mark that nothing closes */
    CSV_TOO_MANY_CELLS, /* a row with more cells than there are heads */
    CSV_TOO_WIDE,       /* more columns than CSV_MOST_COLUMNS */
    CSV_TOO_LONG,       /* a row longer than a line of a plan may be */
    CSV_TOO_SPARSE      /* more cells than CSV_MOST_LACKING that short rows lack */
} CsvFault;

/* A short row is filled up with blank cells, so a small sheet could become a huge table. */
enum { CSV_MOST_COLUMNS = 10000, CSV_MOST_LACKING = 1000000 };

typedef struct CsvCell {
    uint32_t off, len; /* in Csv.cells */
    bool unread;       /* it stands among figures and is none */
} CsvCell;

typedef struct CsvRow {
    uint32_t line; /* of the file, from 1 */
    VEC(CsvCell) cells;
} CsvRow;

typedef struct Csv {
    Arena *arena;
    CsvFault fault;
    uint32_t fault_line; /* 0: of no line */
    Buf cells;           /* the text of all cells, a line each */
    VEC(CsvRow) rows;    /* without those that are blank */
    uint32_t heads;      /* which of them has the heads; those above say what the sheet is */
    uint32_t columns;    /* without those at the end that are blank */
} Csv;

/* False: they are no text. */
bool csv_text(Buf *out, const char *bytes, size_t len);
void csv_read(Csv *csv, Str text);
/* Of a sound sheet: writes the table and marks what is unread; a row may be too long for it. */
void csv_table(Buf *out, Csv *csv, Str title, Lang lang);

static inline Str csv_cell_text(const Csv *csv, const CsvCell *cell)
{
    return (Str){csv->cells.ptr + cell->off, cell->len};
}

#endif
