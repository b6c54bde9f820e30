/*
 * format_table.c — tables in columns.  Layer: syntax.
 *
 * In: a table. Out: its rows with every cell as wide as its column: words to the left, figures to
 * the right with their signs and units in line, the last bar drawn. Which column holds figures is
 * seen from its cells, so codes with leading zeros, years and the first column are words. A cell
 * wider than FORMAT_WIDTH would push all others away; it sticks out instead.
 */
#include "syntax/format_int.h"
#include "syntax/format_cell.h"
#include "syntax/rows.h"

#include "base/utf8.h"

typedef enum RowKind { ROW_CELLS, ROW_LONE, ROW_RULE, ROW_RAW, ROW_COMMENT } RowKind;

typedef struct Row {
    RowKind kind;
    bool blank_before;    /* a blank line stands above it */
    bool head;
    Str raw;              /* of ROW_RAW and ROW_COMMENT */
    Str comment;          /* behind it; none: len 0 */
    uint32_t first, count; /* its cells */
} Row;

typedef struct Column {
    uint32_t figures, years, words; /* how many of its cells are what */
    bool grouped;                   /* some figure in it is written as amounts are, not codes */
    bool right;                     /* it is a column of figures */
    bool ragged;                    /* … and what stands behind them is not of one width */
    bool measured;
    uint32_t left_part, right_part; /* of figures: the widest, to the last digit and behind it */
    uint32_t width;
} Column;

typedef struct Table {
    Format *f;
    VEC(Row) rows;
    VEC(FormatCell) cells;
    VEC(Column) columns;
} Table;

/* ---- reading -------------------------------------------------------------------------------- */

static Row *add_row(Table *t, RowKind kind, bool blank_before)
{
    Row *row = vec_push(t->f->arena, &t->rows);
    row->kind = kind;
    row->blank_before = blank_before;
    row->first = t->cells.len;
    return row;
}

static void read_row(Table *t, uint32_t first, uint32_t eol, bool blank_before)
{
    Format *f = t->f;
    RowIter it = {.text = f->text, .pos = first, .end = eol};
    CellSpan span;
    (void)rows_next(&it);
    Row *row = add_row(t, it.pasted ? ROW_RAW : it.rule ? ROW_RULE : ROW_CELLS, blank_before);
    row->raw = (Str){f->text + it.row_off, it.row_len};
    uint32_t end = it.row_off + it.row_len;
    const char *mark = end < eol ? memchr(f->text + end, '#', eol - end) : NULL;
    if (mark != NULL)
        row->comment = comment_text(f, (uint32_t)(mark - f->text), eol);
    while (!it.pasted && rows_cell(&it, &span)) {
        *vec_push(f->arena, &t->cells) = cell_read((Str){f->text + span.off, span.len});
        row->count++;
    }
}

static void read_rows(Table *t, const Node *n)
{
    Format *f = t->f;
    uint32_t end = n->off + n->len, eol;
    bool blank_before = false;
    for (uint32_t at = n->off; at < end; at = eol + 1) {
        const char *nl = memchr(f->text + at, '\n', end - at);
        uint32_t len;
        eol = nl == NULL ? end : (uint32_t)(nl - f->text);
        while (at < eol && (len = utf8_blank_len(f->text + at, f->text + eol)) > 0)
            at += len;
        bool empty = at == eol || f->text[at] == '\r';
        if (!empty && f->text[at] == '#')
            add_row(t, ROW_COMMENT, blank_before)->raw = comment_text(f, at, eol);
        else if (!empty)
            read_row(t, at, eol, blank_before);
        blank_before = empty;
    }
}

/* The rows above a rule are the head, else the first row is; a row of one cell under a head of
 * several is the heading of a group, and no part of the columns. */
static void settle_rows(Table *t)
{
    uint32_t head = 1, columns = 0, seen = 0;
    for (uint32_t i = 0; i < t->rows.len; i++) {
        if (t->rows.at[i].kind == ROW_CELLS)
            seen++;
        else if (t->rows.at[i].kind == ROW_RULE && seen <= 2)
            head = seen;
    }
    seen = 0;
    for (uint32_t i = 0; i < t->rows.len; i++) {
        Row *row = &t->rows.at[i];
        if (row->kind != ROW_CELLS)
            continue;
        row->head = seen++ < head;
        if (seen == 1)
            columns = row->count;
        else if (row->count == 1 && columns > 1)
            row->kind = ROW_LONE;
    }
}

/* ---- columns -------------------------------------------------------------------------------- */

static void count_cell(Column *c, const FormatCell *cell)
{
    if (cell->kind == CELL_FIGURE) {
        c->figures++;
        c->grouped = c->grouped || cell->amount;
    } else {
        c->years += cell->kind == CELL_YEAR;
        c->words += cell->kind == CELL_WORDS;
    }
}

static void count_cells(Table *t)
{
    for (uint32_t i = 0; i < t->rows.len; i++) {
        const Row *row = &t->rows.at[i];
        if (row->kind != ROW_CELLS)
            continue;
        while (t->columns.len < row->count)
            vec_push(t->f->arena, &t->columns);
        for (uint32_t c = 0; c < row->count && !row->head; c++)
            count_cell(&t->columns.at[c], &t->cells.at[row->first + c]);
    }
    for (uint32_t c = 1; c < t->columns.len; c++) {
        Column *column = &t->columns.at[c];
        column->right = column->figures > column->words && column->figures >= column->years;
    }
}

static void widen(uint32_t *width, uint32_t to)
{
    if (to > *width)
        *width = to;
}

static bool in_line(const Column *c, const FormatCell *cell)
{
    return c->right && (cell->kind == CELL_FIGURE || cell->kind == CELL_YEAR);
}

static void measure_cell(Column *c, const FormatCell *cell, bool head)
{
    if (cell->width > FORMAT_WIDTH)
        return;
    if (!head && in_line(c, cell)) {
        uint32_t behind = cell->width - cell->left;
        c->ragged = c->ragged || (c->measured && behind != c->right_part);
        c->measured = true;
        widen(&c->left_part, cell->left);
        widen(&c->right_part, behind);
    } else {
        widen(&c->width, cell->width);
    }
}

static void measure(Table *t)
{
    for (uint32_t i = 0; i < t->rows.len; i++) {
        const Row *row = &t->rows.at[i];
        for (uint32_t c = 0; row->kind == ROW_CELLS && c < row->count; c++) {
            FormatCell *cell = &t->cells.at[row->first + c];
            cell_group(t->f->arena, cell, !row->head && t->columns.at[c].right &&
                       t->columns.at[c].grouped);
            measure_cell(&t->columns.at[c], cell, row->head);
        }
    }
    for (uint32_t c = 0; c < t->columns.len; c++)
        widen(&t->columns.at[c].width, t->columns.at[c].left_part + t->columns.at[c].right_part);
}

/* ---- writing -------------------------------------------------------------------------------- */

static uint32_t less(uint32_t a, uint32_t b)
{
    return a > b ? a - b : 0;
}

static void put_cell(Format *f, const Column *c, const FormatCell *cell, bool head)
{
    uint32_t before = 0, figures = c->left_part + c->right_part;
    if (!head && in_line(c, cell))
        before = (c->ragged ? 0 : less(c->width, figures)) + less(c->left_part, cell->left);
    else if (c->right && !c->ragged)
        before = less(c->width, cell->width);
    out_pad(f, before + 1);
    out_text(f, cell->text);
    out_pad(f, less(c->width, before + cell->width) + 1);
    out_text(f, STR("|"));
}

/* |-----|----:| in the widths of the columns; a short one, |---|, stays so. */
static void put_rule(const Table *t, const Row *row)
{
    Format *f = t->f;
    if (row->count != t->columns.len) {
        out_text(f, row->raw);
        return;
    }
    out_text(f, STR("|"));
    for (uint32_t c = 0; c < row->count; c++) {
        Str text = t->cells.at[row->first + c].text;
        bool from = text.len > 0 && text.ptr[0] == ':';
        bool to = text.len > 1 && text.ptr[text.len - 1] == ':';
        uint32_t width = t->columns.at[c].width > 1 ? t->columns.at[c].width + 2 : 3;
        out_text(f, from ? STR(":") : STR("-"));
        buf_repeat(&f->out, "-", width - 2);
        out_text(f, to ? STR(":|") : STR("-|"));
    }
}

static void put_row(const Table *t, const Row *row)
{
    Format *f = t->f;
    if (row->kind == ROW_RULE) {
        put_rule(t, row);
    } else if (row->kind == ROW_RAW || row->kind == ROW_COMMENT) {
        out_text(f, row->raw);
    } else if (row->kind == ROW_LONE) {
        out_text(f, STR("| "));
        out_text(f, t->cells.at[row->first].text);
        out_text(f, STR(" |"));
    } else {
        out_text(f, STR("|"));
        for (uint32_t c = 0; c < row->count; c++)
            put_cell(f, &t->columns.at[c], &t->cells.at[row->first + c], row->head);
    }
}

void table_put(Format *f, NodeRef table, uint32_t depth)
{
    Table t = {.f = f};
    read_rows(&t, tree_node(f->tree, table));
    settle_rows(&t);
    count_cells(&t);
    measure(&t);
    for (uint32_t i = 0; i < t.rows.len; i++) {
        const Row *row = &t.rows.at[i];
        if (i > 0)
            out_line(f, depth, row->blank_before);
        put_row(&t, row);
        if (row->comment.len > 0)
            out_tail(f, row->comment, depth);
    }
}
