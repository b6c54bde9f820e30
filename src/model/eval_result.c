/*
 * eval_result.c — from what a path has led to, to figures with labels or a list.  Layer: model.
 */
#include "model/eval_select.h"

#include "model/build.h"

/* A column of units, codes or names is no figure of its rows. */
static bool holds_figures(const Column *c)
{
    return c->use == COL_VALUE && (c->term == 0 || eval_is_figure_type(vocab_term(c->term)->type));
}

/* Two parts of a figure's label. */
static Str label_of(Eval *e, Str first, Str second)
{
    Buf b;
    buf_init(&b, e->m->arena);
    buf_printf(&b, "%.*s, %.*s", STR_ARG(first), STR_ARG(second));
    return buf_view(&b);
}

/* Of several rows with one label it is the heading above that tells them apart. */
static Str named_row_label(Eval *e, const Selection *s, const Table *t, uint32_t r, Str column)
{
    uint32_t group = t->rows.at[r].group;
    bool several = s->group == OPEN && (row_called(e->m, s->rows)->next != 0 ||
                                        row_called(e->m, s->rows)->row != r);
    return several && group != 0 ? label_of(e, row_label(t, &t->rows.at[group - 1]), column) : column;
}

static void row_figures(Eval *e, Selection *s, const Table *t, uint32_t r)
{
    const Row *row = &t->rows.at[r];
    bool all = s->rows == 0 && s->col == OPEN;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        if (s->col != OPEN ? c != s->col : !holds_figures(&t->cols.at[c]))
            continue;
        Cell cell = table_cell(t, r, c);
        FigRef f = cell.kind == CELL_FACT ? figure_fact(cell.fact)
                                          : figure_cell(s->table, r, (uint16_t)c);
        Str column = t->cols.at[c].label;
        Str label = s->rows != 0 ? named_row_label(e, s, t, r, column)
                    : all        ? label_of(e, row_label(t, row), column)
                                 : row_label(t, row);
        ResultItem *item = selection_add_figure(e, s, f, label);
        if (all)
            item->text = column;
    }
}

/* Is the column known? Where there is one of figures, none is left open: fordeling.skole. */
static bool column_is_said(const Selection *s, const Table *t)
{
    uint32_t columns = 0;
    for (uint32_t c = 0; c < t->cols.len; c++)
        columns += holds_figures(&t->cols.at[c]);
    return s->col != OPEN || columns == 1;
}

/* Of the rows that were named, or of all plain ones; below the heading, where one was. */
static void table_figures(Eval *e, Selection *s)
{
    const Table *t = model_table(e->m, s->table);
    for (uint32_t at = s->rows; at != 0; at = row_called(e->m, at)->next) {
        uint32_t r = row_called(e->m, at)->row;
        if (s->group == OPEN || t->rows.at[r].group == s->group + 1)
            row_figures(e, s, t, r);
    }
    for (uint32_t r = 0; s->rows == 0 && r < t->rows.len; r++) {
        const Row *row = &t->rows.at[r];
        if (row_is_plain(row) && (s->group == OPEN || row->group == s->group + 1))
            row_figures(e, s, t, r);
    }
    s->one = s->rows != 0 && column_is_said(s, t);
    s->kind = SEL_FIGURES;
}

/* A thing without further parts: its default figures, or the things themselves as a list. */
static Result things_result(Eval *e, Selection *s)
{
    Selection figures = {0};
    bool many = s->decls.len > 1;
    for (uint32_t i = 0; i < s->decls.len; i++) {
        TermId term = vocab_default_prop((Kind)model_decl(e->m, s->decls.at[i])->kind);
        if (term != 0)
            selection_add_property(e, &figures, s->decls.at[i], vocab_term(term)->id, NULL, many);
    }
    Result r = {0};
    selection_say_once(e, &figures);
    if (figures.figures.len > 0) {
        r.kind = RES_FIGURES;
        r.scalar = figures.figures.len == 1;
        for (uint32_t i = 0; i < figures.figures.len; i++)
            *result_add(e, &r) = figures.figures.at[i];
        return r;
    }
    r.kind = RES_LIST;
    for (uint32_t i = 0; i < s->decls.len; i++) {
        ResultItem *item = result_add(e, &r);
        item->decl = s->decls.at[i];
        item->text = decl_label(e->m, item->decl);
        item->span = model_decl(e->m, item->decl)->head;
    }
    return r;
}

Result selection_result(Eval *e, Selection *s)
{
    Result r = {0};
    if (s->kind == SEL_DECLS && s->decls.len == 1 && model_decl(e->m, s->decls.at[0])->table != 0 &&
        !model_decl(e->m, s->decls.at[0])->container) {
        s->table = model_decl(e->m, s->decls.at[0])->table;
        s->rows = 0;
        s->col = s->group = OPEN;
        s->kind = SEL_TABLE;
    }
    if (s->kind == SEL_TABLE)
        table_figures(e, s);
    if (s->kind == SEL_DECLS) {
        r = things_result(e, s);
    } else {
        if (s->kind == SEL_FIGURES)
            selection_say_once(e, s);
        r.kind = s->kind == SEL_TEXTS ? RES_LIST : RES_FIGURES;
        r.scalar = s->one && s->figures.len == 1;
        for (uint32_t i = 0; i < s->figures.len; i++)
            *result_add(e, &r) = s->figures.at[i];
    }
    for (uint32_t i = 0; r.kind == RES_FIGURES && i < r.items.len; i++) {
        ResultItem *item = &r.items.at[i];
        item->qty = eval_figure(e->m, item->from);
        terms_add(e->m->scratch, &r.terms, item->from);
        if (item->qty.kind == QTY_BAD && r.scalar)
            r.kind = RES_BAD;
    }
    return r;
}
