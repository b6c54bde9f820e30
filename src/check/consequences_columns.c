/*
 * consequences_columns.c — a column whose cells are all of the wrong kind.  Layer: check.
 * See consequences.h.
 *
 * Requires: findings about values that cannot be read as their place expects. Provides: where most
 * cells of a column are told so, one finding at its head in place of theirs, with the first of
 * them. Who has put days into a column of money has made one mistake.
 */
#include "check/consequences.h"

#include <stdlib.h>

/* Fewer are told one by one; so is what is odd among cells that are right. */
enum { FEWEST_CELLS = 4 };

typedef VEC(Diag *) Cells;

static bool is_of_cell(const Diag *d)
{
    return (d->code == HP3001 || d->code == HP3002) && !d->silenced && !span_is_none(d->span);
}

static int by_place(const void *left, const void *right)
{
    const Diag *a = *(Diag *const *)left;
    const Diag *b = *(Diag *const *)right;
    if (a->span.file != b->span.file)
        return a->span.file < b->span.file ? -1 : 1;
    return (a->span.off > b->span.off) - (a->span.off < b->span.off);
}

static Cells collect(const Model *m)
{
    Cells all = {0};
    for (uint32_t i = 0; i < m->sink->list.len; i++)
        if (is_of_cell(m->sink->list.at[i]))
            *vec_push(m->scratch, &all) = m->sink->list.at[i];
    if (all.len > 1)
        qsort(all.at, all.len, sizeof(Diag *), by_place);
    return all;
}

/* The first finding in this file from `off` on. */
static uint32_t first_from(const Cells *all, FileId file, uint32_t off)
{
    uint32_t low = 0, high = all->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        Span at = all->at[middle]->span;
        if (at.file < file || (at.file == file && at.off < off))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The column of the row's cell that holds this place; that of none: as many as there are. */
static uint32_t column_at(const Table *t, uint32_t row, uint32_t off)
{
    uint32_t col = 0;
    for (; col < t->cols.len; col++) {
        Cell cell = table_cell(t, row, col);
        if (cell.off <= off && off < cell.off + cell.len)
            break;
    }
    return col;
}

static uint32_t filled_cells(const Table *t, uint32_t col)
{
    uint32_t count = 0;
    for (uint32_t row = 0; row < t->rows.len; row++)
        count += table_cell_kind(t, row, col) != CELL_BLANK;
    return count;
}

static void copy_args(Diag *d, const DiagPart *part)
{
    for (uint32_t i = 0; i < part->args.len; i++) {
        const DiagArg *arg = &part->args.at[i];
        switch (arg->kind) {
        case ARG_STR: diag_str(d, arg->str); break;
        case ARG_INT: diag_int(d, arg->number); break;
        case ARG_TEXT3: diag_text3(d, *arg->text3); break;
        }
    }
}

/* What is said of the first cell, but for its repair, at the head of the column. */
static void tell_column(const Model *m, const Table *t, uint32_t col, const Cells *cells)
{
    const Diag *first = cells->at[0];
    Diag *d = diag_at(m->sink, first->code, column_span(t, col));
    d->severity = first->severity;
    copy_args(d, &first->parts.at[0]);
    diag_label(d, L_CELLS_OF_COLUMN);
    diag_int(d, cells->len);
    diag_int(d, filled_cells(t, col));
    for (uint32_t i = 1; i < first->parts.len; i++) {
        const DiagPart *part = &first->parts.at[i];
        if (part->kind == PART_LABEL)
            diag_place(d, first->span, part->text);
        else if (part->kind == PART_NOTE)
            diag_note(d, part->text);
        else
            continue;
        copy_args(d, part);
    }
    for (uint32_t i = 0; i < cells->len; i++)
        cells->at[i]->silenced = true;
}

/* Behind the last cell. */
static uint32_t table_end(const Table *t)
{
    Cell last = table_cell(t, t->rows.len - 1, t->cols.len - 1);
    return last.off + last.len;
}

/* The findings from `i` to `end` lie in the table: told by column where most
 * of one are at fault. */
static void merge_table(const Model *m, const Table *t, const Cells *all, uint32_t i, uint32_t end)
{
    enum { CODES = 2 }; /* see is_of_cell */
    Cells *of = arena_array(m->scratch, Cells, (size_t)t->cols.len * CODES);
    for (uint32_t row = 0; i < end; i++) {
        Diag *d = all->at[i];
        while (row + 1 < t->rows.len && t->rows.at[row + 1].off <= d->span.off)
            row++;
        uint32_t col = column_at(t, row, d->span.off);
        if (col < t->cols.len)
            *vec_push(m->scratch, &of[col * CODES + (d->code == HP3002)]) = d;
    }
    for (uint32_t f = 0; f < t->cols.len * CODES; f++)
        if (of[f].len >= FEWEST_CELLS && 2 * of[f].len > filled_cells(t, f / CODES))
            tell_column(m, t, f / CODES, &of[f]);
}

void consequences_columns(Model *m)
{
    Cells all = collect(m);
    for (TableId id = 1; all.len >= FEWEST_CELLS && id < m->tables.len; id++) {
        const Table *t = model_table(m, id);
        if (t->rows.len == 0)
            continue;
        uint32_t first = first_from(&all, t->file, t->head_off);
        uint32_t end = first_from(&all, t->file, table_end(t));
        if (first + FEWEST_CELLS <= end)
            merge_table(m, t, &all, first, end);
    }
}
