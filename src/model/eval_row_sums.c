/*
 * eval_row_sums.c — investering.sum: the column that adds up rows, of things.  Layer: model.
 *
 * in:  things that rows of tables declare, and the head of a column
 * out: their cells in that column. It is no property, since it says nothing
 * of a thing that its other
 *      cells do not; but it stands in the plan, and can be asked for.
 */
#include "model/eval_select.h"

#include "base/utf8.h"

/* The row that declares the thing, looked for from `row` on; as many as there are: none. */
static uint32_t row_of(const Table *t, DeclId thing, uint32_t row)
{
    while (row < t->rows.len && row_decl(t, row) != thing)
        row++;
    return row;
}

static uint32_t sum_column(const Table *t, Sym head)
{
    uint32_t col = 0;
    while (col < t->cols.len &&
           (t->cols.at[col].use != COL_SUM ||
            (t->cols.at[col].sym != head && t->cols.at[col].label_sym != head)))
        col++;
    return col;
}

bool selection_row_sums(Eval *e, Selection *s, Str folded)
{
    Model *m = e->m;
    Sym head = interner_find(&m->syms, folded);
    Selection next = {.kind = SEL_FIGURES};
    TableId table = 0;
    uint32_t row = 0;
    for (uint32_t i = 0; head != 0 && i < s->decls.len; i++) {
        const Decl *d = model_decl(m, s->decls.at[i]);
        if (d->row_table == 0)
            continue;
        const Table *t = model_table(m, d->row_table);
        uint32_t col = sum_column(t, head);
        if (col == t->cols.len)
            continue;
        row = row_of(t, s->decls.at[i], d->row_table == table ? row : 0); /* in the order of rows */
        table = d->row_table;
        CellKind kind = row == t->rows.len ? CELL_BLANK : table_cell_kind(t, row, col);
        if (kind != CELL_PLAIN && kind != CELL_FACT)
            continue;
        selection_add_figure(e, &next, figure_cell(table, row, (uint16_t)col),
                             decl_label(m, s->decls.at[i]));
    }
    if (next.figures.len == 0)
        return false;
    next.one = s->decls.len == 1;
    *s = next;
    return true;
}
