/*
 * skeleton_rows.c — a table that declares one thing a row is answered by a table.  Layer: years.
 *
 * In: the plan's table. Out: its names, titles, units and targets of the year as they stand there,
 * and a last column that is blank. A row is answered once its blank cell is filled.
 */
#include "years/skeleton_int.h"

static bool is_kept(const Skeleton *k, const Column *c)
{
    switch (c->use) {
    case COL_LABEL:
    case COL_NAME: return true;
    case COL_PROP:
        return c->key == P_TITLE || c->key == P_MEASURED_IN ||
               (c->key == P_TARGET && skeleton_of_year(k, c->index));
    default: return false;
    }
}

/* Rows are found wherever the table stands, by name or by title: all that are to be answered? */
static bool all_found(Skeleton *k, const Table *t)
{
    for (uint32_t r = 0; r < t->rows.len; r++) {
        DeclId d = t->rows.at[r].decl;
        if (d != 0 && k->wanted[d] && !skeleton_finds(k, d, 0, decl_called(model_decl(k->m, d))))
            return false;
    }
    return true;
}

static void put_row(Skeleton *k, const Table *t, uint32_t row)
{
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (is_kept(k, &t->cols.at[c]))
            skeleton_put_cell(k, skeleton_cell(k, t, row, c));
    buf_cstr(k->out, "| |\n");
}

static void put_heads(Skeleton *k, const Table *t, uint16_t kind)
{
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (is_kept(k, &t->cols.at[c]))
            skeleton_put_cell(k, span_text(k->m->sources, column_span(t, c)));
    buf_cstr(k->out, "| ");
    if (kind == K_INDICATOR && k->until.year != 0)
        buf_str(k->out, version_word(VER_FORECAST, k->words));
    else
        buf_str(k->out, prop_word(kind == K_INDICATOR ? P_RESULT : P_STATUS, k->words));
    if (kind == K_INDICATOR)
        buf_printf(k->out, " %.*s", STR_ARG(k->year));
    buf_cstr(k->out, " |\n");
}

bool skeleton_rows(Skeleton *k, DeclId container)
{
    const Decl *d = model_decl(k->m, container);
    const Table *t = model_table(k->m, d->table);
    PropId unit = decl_prop(k->m, container, P_MEASURED_IN, NULL);
    if (t->two_headers || !all_found(k, t))
        return false;
    buf_char(k->out, '\n');
    buf_str(k->out, word_of(d->term, k->words));
    buf_cstr(k->out, " {\n");
    if (unit != 0)
        skeleton_line(k, P_MEASURED_IN, prop_said(k->m, model_prop(k->m, unit)));
    put_heads(k, t, d->kind);
    for (uint32_t r = 0; r < t->rows.len; r++)
        if (t->rows.at[r].decl != 0 && k->wanted[t->rows.at[r].decl])
            put_row(k, t, r);
    buf_cstr(k->out, "}\n");
    return true;
}
