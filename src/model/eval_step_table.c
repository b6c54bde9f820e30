/*
 * eval_step_table.c — a part of a path that names a column or rows of a table.  Layer: model.
 *
 * in:  what the path has led to: a table, and perhaps a column, rows or a heading of it
 * out: the same, narrowed; the marks of what was named
 *
 * Rows of one label are all meant until a heading says which.
 */
#include "model/eval_select.h"

#include "base/utf8.h"
#include "model/marks.h"

/* A column that was named by the word of its property, or by the author's own. */
static void mark_column(const Eval *e, TableId table, uint32_t col, Str part)
{
    const Model *m = e->m;
    if (m->marks == NULL)
        return;
    const Column *c = &model_table(m, table)->cols.at[col];
    TermId word = vocab_find(VG_PROP, utf8_fold(m->scratch, part), K_NONE);
    if (c->term != 0 && word != 0 && vocab_term(word)->id == c->key)
        mark(m, e->at, MARK_WORD, c->term);
    else
        marks_add(m->marks, e->at, MARK_COLUMN, table, col);
}

static void mark_row(const Eval *e, TableId table, uint32_t row)
{
    const Model *m = e->m;
    DeclId thing = row_decl(model_table(m, table), row);
    if (m->marks != NULL && thing != 0)
        mark(m, e->at, MARK_NAMES, decl_self(m, thing));
    else if (m->marks != NULL)
        marks_add(m->marks, e->at, MARK_ROW, table, row);
}

static bool any_in_group(const Model *m, const Table *t, uint32_t rows, uint32_t group)
{
    for (; rows != 0; rows = row_called(m, rows)->next)
        if (t->rows.at[row_called(m, rows)->row].group == group + 1)
            return true;
    return false;
}

/* A row or a heading; of the rows below a heading, both. */
static bool select_row(Eval *e, Selection *s, Str part)
{
    const Table *t = model_table(e->m, s->table);
    uint32_t called = rows_called(e->m, s->table, part, s->rows != 0);
    uint32_t row = called == 0 ? OPEN : row_called(e->m, called)->row;
    bool heading = called != 0 && t->rows.at[row].role == ROLE_GROUP;
    uint32_t rows = heading ? s->rows : called, group = heading ? row : s->group;
    if (called == 0 || (rows != 0 && group != OPEN && !any_in_group(e->m, t, rows, group)))
        return false;
    s->rows = rows;
    s->group = group;
    mark_row(e, s->table, row);
    return true;
}

bool selection_step_table(Eval *e, Selection *s, Str part)
{
    Model *m = e->m;
    const Table *t = model_table(m, s->table);
    Sym sym = interner_find(&m->syms, utf8_fold(m->scratch, part));
    Index index;
    bool has_index = index_read(m->scratch, part, &index);
    uint32_t by_index = OPEN;
    uint32_t with_year = 0;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        if (col->use != COL_VALUE && col->use != COL_SUM)
            continue;
        if (sym != 0 && (col->sym == sym || col->label_sym == sym) && s->col == OPEN) {
            s->col = c;
            mark_column(e, s->table, c, part);
            return true;
        }
        if (has_index && col->index.period.kind != PERIOD_NONE && index_eq(col->index, index)) {
            by_index = c;
            with_year++;
        }
    }
    if (select_row(e, s, part))
        return true;
    if (with_year == 1 && s->col == OPEN) {
        s->col = by_index;
        mark_period(m, e->at);
        return true;
    }
    return false;
}
