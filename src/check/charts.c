/*
 * charts.c — what is to be drawn has figures.  Layer: check.
 *
 * Requires: tables and properties. Provides: finding HP8013. What is drawn: report/chart.c.
 */
#include "check/shared.h"

/* Or what could have been one: its fault is told where it stands. */
static bool is_number(const Fact *f)
{
    return f->value.kind == VAL_NUMBER || f->value.kind == VAL_FORMULA ||
           f->value.kind == VAL_BAD;
}

static bool table_has_figures(const Model *m, const Table *t)
{
    for (uint32_t r = 0; r < t->rows.len; r++)
        for (uint32_t c = 0; c < t->cols.len; c++) {
            Cell cell = table_cell(t, r, c);
            if (cell.kind == CELL_PLAIN ||
                (cell.kind == CELL_FACT && is_number(model_fact(m, cell.fact))))
                return true;
        }
    return false;
}

/* A figure of a time, as results, targets and amounts by year are. */
static bool thing_has_figures(const Model *m, DeclId d)
{
    for (PropId id = model_decl(m, d)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        if (p->index.period.kind != PERIOD_NONE && is_number(model_fact(m, p->first)))
            return true;
    }
    return false;
}

static bool has_figures(const Model *m, DeclId d)
{
    DeclId self = decl_self(m, d);
    TableId table = model_decl(m, d)->table;
    return (table != 0 && table_has_figures(m, model_table(m, table))) ||
           thing_has_figures(m, d) || (self != d && thing_has_figures(m, self));
}

static bool asks_for_a_chart(const Fact *f)
{
    if (f->value.kind != VAL_ENUM)
        return false;
    uint16_t form = vocab_term(f->value.term)->id;
    return form == E_SHOW_CHART || form == E_SHOW_BARS;
}

void check_charts(Model *m)
{
    for (PropId id = 0; (id = prop_of_key(m, P_SHOW, id)) != 0;) {
        const Prop *p = model_prop(m, id);
        const Fact *f = model_fact(m, p->first);
        if (asks_for_a_chart(f) && !has_figures(m, p->decl))
            diag_note(diag_at(m->sink, HP8013, fact_said(m, f)), N_WHAT_IS_DRAWN);
    }
}
