/*
 * csv_read.c — the rows and cells of a sheet.  Layer: import.
 *
 * in:  UTF-8
 * out: the text of each cell on one line: without quotation marks around it, every run of blanks as
 *      one, without what cannot be seen; and of figures with a minus behind them or parentheses
 *      around them, the minus in front
 */
#include "base/utf8.h"
#include "import/csv.h"

typedef struct CsvScan {
    Csv *csv;
    Str text;
    uint32_t at, line;
    char delimiter;
} CsvScan;

static void fault(CsvScan *s, CsvFault what, uint32_t line)
{
    s->csv->fault = what;
    s->csv->fault_line = line;
}

/* --- the delimiter --------------------------------------------------------------------------- */

/* Among the first lines: above the heads there may be one that says what the sheet is. */
static bool beginning_has(Str text, char c)
{
    enum { FIRST_LINES = 10 };
    uint32_t lines = 0;
    bool quoted = false;
    for (uint32_t i = 0; i < text.len && lines < FIRST_LINES; i++) {
        quoted ^= text.ptr[i] == '"';
        if (!quoted && text.ptr[i] == c)
            return true;
        lines += !quoted && text.ptr[i] == '\n';
    }
    return false;
}

/* A spreadsheet in Norway writes decimals with a comma, so commas part cells only where nothing
 * else does. `sep=;` on the first line says it outright. */
static void find_delimiter(CsvScan *s)
{
    if (s->text.len > 5 && str_starts(s->text, STR("sep=")) &&
        (s->text.ptr[5] == '\n' || s->text.ptr[5] == '\r')) {
        s->delimiter = s->text.ptr[4];
        s->at = 5;
        s->at += s->text.ptr[s->at] == '\r';
        s->at += s->at < s->text.len && s->text.ptr[s->at] == '\n';
        s->line++;
        return;
    }
    s->delimiter = beginning_has(s->text, ';') ? ';' : beginning_has(s->text, '\t') ? '\t' : ',';
}

/* --- the text of a cell ---------------------------------------------------------------------- */

/* Adds a character of a cell that began at `from`. */
static void put_character(Buf *out, uint32_t from, const char *p, uint32_t len, uint32_t cp)
{
    bool blank = utf8_is_blank(cp) || cp < ' ' || cp == 0x7F;
    if (utf8_is_guest(cp))
        return;
    if (!blank)
        buf_put(out, p, len);
    else if (out->len > from && out->ptr[out->len - 1] != ' ')
        buf_char(out, ' ');
}

/* Digits, with blanks, commas and dots among them. */
static bool is_bare_figure(Str s)
{
    if (s.len == 0 || s.ptr[0] < '0' || s.ptr[0] > '9')
        return false;
    for (uint32_t i = 0; i < s.len; i++)
        if ((s.ptr[i] < '0' || s.ptr[i] > '9') && s.ptr[i] != ' ' && s.ptr[i] != ',' &&
            s.ptr[i] != '.')
            return false;
    return true;
}

/* 4 600 000,- has no øre: the dash stands for them, and is no minus. */
static bool drop_no_oere(Buf *out, uint32_t from, Str cell)
{
    if (!str_ends(cell, STR(",-")) && !str_ends(cell, STR(",–")) && !str_ends(cell, STR(",—")))
        return false;
    uint32_t comma = cell.len;
    while (cell.ptr[comma - 1] != ',')
        comma--;
    Str whole = str_slice(cell, 0, comma - 1);
    bool minus = str_starts(whole, STR("-"));
    if (!is_bare_figure(str_slice(whole, minus, whole.len)))
        return false;
    out->len = from + whole.len;
    return true;
}

/* (55 951) and 55 951- are −55 951. */
static void put_minus_first(Buf *out, uint32_t from)
{
    Str cell = str_trim((Str){out->ptr + from, (uint32_t)out->len - from});
    Str inner = STR_NONE;
    if (drop_no_oere(out, from, cell))
        return;
    if (cell.len > 2 && cell.ptr[0] == '(' && cell.ptr[cell.len - 1] == ')')
        inner = str_trim(str_slice(cell, 1, cell.len - 1));
    else if (cell.len > 1 && cell.ptr[cell.len - 1] == '-')
        inner = str_trim(str_slice(cell, 0, cell.len - 1));
    if (!is_bare_figure(inner))
        return;
    memmove(out->ptr + from + 1, inner.ptr, inner.len);
    out->ptr[from] = '-';
    out->len = from + 1 + inner.len;
}

static void end_cell(CsvScan *s, CsvRow *row, uint32_t from, bool first)
{
    Buf *out = &s->csv->cells;
    if (out->len > from && out->ptr[out->len - 1] == ' ')
        out->len--;
    if (!first && out->len > from)
        put_minus_first(out, from);
    *vec_push(s->csv->arena, &row->cells) = (CsvCell){from, (uint32_t)out->len - from, false};
    buf_char(out, '\n');
}

/* --- rows ------------------------------------------------------------------------------------ */

/* One cell; in quotation marks, if it begins with one, of which two are one. */
static void read_cell(CsvScan *s, CsvRow *row, bool first)
{
    Buf *out = &s->csv->cells;
    uint32_t from = (uint32_t)out->len, opened = s->line;
    bool quoted = s->at < s->text.len && s->text.ptr[s->at] == '"';
    s->at += quoted;
    while (s->at < s->text.len) {
        const char *p = s->text.ptr + s->at;
        if (quoted && *p == '"') {
            s->at++;
            quoted = s->at < s->text.len && s->text.ptr[s->at] == '"';
            if (!quoted)
                continue; /* else the second of two is put and passed below */
        } else if (!quoted && (*p == s->delimiter || *p == '\n' || *p == '\r')) {
            break;
        }
        s->line += *p == '\n';
        uint32_t len;
        uint32_t cp = utf8_decode(p, str_end(s->text), &len);
        put_character(out, from, p, len, cp);
        s->at += len;
    }
    if (quoted)
        fault(s, CSV_OPEN_QUOTE, opened);
    end_cell(s, row, from, first);
}

static bool is_blank_row(const CsvRow *row)
{
    for (uint32_t i = 0; i < row->cells.len; i++)
        if (row->cells.at[i].len > 0)
            return false;
    return true;
}

static void read_row(CsvScan *s)
{
    CsvRow row = {.line = s->line};
    for (bool more = true; more;) {
        read_cell(s, &row, row.cells.len == 0);
        more = s->at < s->text.len && s->text.ptr[s->at] == s->delimiter;
        s->at += more;
    }
    if (s->at < s->text.len && s->text.ptr[s->at] == '\r')
        s->at++;
    if (s->at < s->text.len && s->text.ptr[s->at] == '\n')
        s->at++;
    s->line++;
    if (!is_blank_row(&row))
        *vec_push(s->csv->arena, &s->csv->rows) = row;
}

/* --- the whole ------------------------------------------------------------------------------- */

/* How many cells a row has without the blank ones at its end. */
static uint32_t width_of(const CsvRow *row)
{
    uint32_t width = row->cells.len;
    while (width > 0 && row->cells.at[width - 1].len == 0)
        width--;
    return width;
}

static bool is_head(const Csv *csv, const CsvRow *row, uint32_t col)
{
    Str text = csv_cell_text(csv, &row->cells.at[col]);
    return text.len > 0 && text.ptr[0] != '-' && text.ptr[0] != '(' &&
           (text.ptr[0] < '0' || text.ptr[0] > '9');
}

/* «Rammer for oppvekst», «(tall i hele kroner)»: rows with nothing but a first cell, above one with
 * several. Of two columns the second must have words: else «Post» alone is a head. */
static uint32_t find_heads(const Csv *csv)
{
    uint32_t at = 0;
    while (at < csv->rows.len && width_of(&csv->rows.at[at]) == 1)
        at++;
    if (at == csv->rows.len)
        return 0;
    const CsvRow *row = &csv->rows.at[at];
    return width_of(row) > 2 || is_head(csv, row, 1) ? at : 0;
}

static void measure(CsvScan *s)
{
    Csv *csv = s->csv;
    if (csv->rows.len == 0) {
        fault(s, CSV_EMPTY, 0);
        return;
    }
    csv->heads = find_heads(csv);
    uint32_t heads = csv->rows.at[csv->heads].cells.len;
    for (uint32_t i = csv->heads; i < csv->rows.len && csv->fault == CSV_FINE; i++) {
        uint32_t width = width_of(&csv->rows.at[i]);
        if (width > heads)
            fault(s, CSV_TOO_MANY_CELLS, csv->rows.at[i].line);
        if (width > csv->columns)
            csv->columns = width;
    }
    if (csv->columns > CSV_MOST_COLUMNS)
        fault(s, CSV_TOO_WIDE, csv->rows.at[csv->heads].line);
}

static void count_lacking(CsvScan *s)
{
    const Csv *csv = s->csv;
    uint32_t lacking = 0; /* at most CSV_MOST_COLUMNS a row */
    for (uint32_t i = csv->heads; i < csv->rows.len && csv->fault == CSV_FINE; i++) {
        uint32_t cells = csv->rows.at[i].cells.len;
        lacking += cells < csv->columns ? csv->columns - cells : 0;
        if (lacking > CSV_MOST_LACKING)
            fault(s, CSV_TOO_SPARSE, csv->rows.at[i].line);
    }
}

void csv_read(Csv *csv, Str text)
{
    CsvScan s = {.csv = csv, .text = text, .line = 1};
    buf_init(&csv->cells, csv->arena);
    find_delimiter(&s);
    while (s.at < s.text.len && csv->fault == CSV_FINE)
        read_row(&s);
    if (csv->fault == CSV_FINE)
        measure(&s);
    count_lacking(&s);
}
