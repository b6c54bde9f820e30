/*
 * table_query.c — questions to a finished table.  Layer: model.
 */
#include "model/table_build.h"

UnitId table_unit(const Model *m, const Table *t, uint32_t row, uint32_t col)
{
    const Row *r = &t->rows.at[row];
    const Column *c = &t->cols.at[col];
    UnitId group = r->group != 0 ? t->rows.at[r->group - 1].unit : 0;
    if (r->unit == 0 && group == 0)
        return c->bare; /* nearly always */
    uint8_t type = column_type(t->build, c);
    /* Where no keyword stands at the head, any unit may be said; else it must be of the kind. */
    bool open = c->term == 0 || (c->use == COL_SUM && !t->declares);
    if (r->unit != 0 && (open || unit_fits(&m->units, type, r->unit)))
        return r->unit;
    if (c->unit != 0)
        return c->unit;
    if (group != 0 && (open || unit_fits(&m->units, type, group)))
        return group;
    return c->bare;
}

bool table_summed(const Model *m, const Table *t, uint32_t col)
{
    (void)m;
    return t->cols.at[col].summed;
}

uint8_t table_column_scale(const Table *t, uint32_t col)
{
    return t->cols.at[col].finest;
}

Value cell_value(const Model *m, const Table *t, uint32_t row, uint32_t col)
{
    const Cell *c = table_cell(t, row, col);
    Value v = {.span = {t->file, c->off, c->len}, .remark = SPAN_NONE};
    switch ((CellKind)c->kind) {
    case CELL_FACT: return model_fact(m, (FactId)c->coef)->value;
    case CELL_PLAIN:
        v.kind = VAL_NUMBER;
        v.unit = c->unit;
        v.num = decimal_int(c->coef);
        v.num.scale = c->scale;
        break;
    case CELL_TEXT:
        v.kind = VAL_TEXT;
        v.text = span_text(m->sources, v.span);
        break;
    case CELL_BLANK: v.kind = VAL_BLANK; break;
    }
    return v;
}
