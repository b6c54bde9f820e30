/*
 * other_year.c — a figure that is the one of another year.  Layer: check.
 *
 * Requires: a figure that something else does not agree with. Provides: a note where that is what
 * the same thing, or the same row, has for one other year: a heading that has not been moved on, or
 * a figure taken from the column beside.
 */
#include "check/shared.h"

typedef struct Others {
    Model *m;
    const Quantity *like;
    FigRef found;
    uint32_t count; /* that are like it */
} Others;

static void hold(Others *o, FigRef f)
{
    Quantity q = check_quantity(o->m, f);
    if (q.kind != QTY_NUMBER || decimal_is_zero(q.mid) ||
        !quantity_agree(&o->m->units, &q, o->like) ||
        !verdict_holds(quantity_equal(&o->m->units, o->like, &q, o->m->exact_only).verdict))
        return;
    o->found = f;
    o->count++;
}

static void other_years_of_thing(Others *o, PropId id)
{
    const Prop p = *model_prop(o->m, id);
    for (PropId other = model_decl(o->m, p.decl)->first_prop; other != 0;
         other = model_prop(o->m, other)->next)
        if (other != id && model_prop(o->m, other)->key == p.key &&
            model_prop(o->m, other)->count > 0)
            hold(o, figure_fact(model_prop(o->m, other)->first));
}

static void other_columns_of_row(Others *o, FigRef of)
{
    const Table *t = model_table(o->m, of.table);
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (c != of.col && t->cols.at[c].use == COL_VALUE &&
            t->cols.at[c].index.period.kind != PERIOD_NONE && !check_is_blank(t, of.row, c))
            hold(o, check_cell(t, of.table, of.row, c));
}

void check_note_other_year(Model *m, Diag *d, FigRef of, const Quantity *like)
{
    Others o = {.m = m, .like = like};
    if (like->kind != QTY_NUMBER)
        return;
    if (of.table != 0)
        other_columns_of_row(&o, of);
    else if (of.fact != 0 && model_fact(m, of.fact)->prop != 0)
        other_years_of_thing(&o, model_fact(m, of.fact)->prop);
    if (o.count != 1)
        return;
    diag_note(d, N_IS_OTHER_YEAR);
    diag_str(d, figure_label(m, m->arena, o.found));
    diag_int(d, check_line(m, figure_span(m, o.found)));
}
