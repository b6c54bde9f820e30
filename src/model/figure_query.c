/*
 * figure_query.c — questions to facts, and to figures wherever they stand.  Layer: model.
 */
#include "model/model.h"

Span fact_span(const Model *m, const Fact *f)
{
    return (Span){m->docs.at[f->doc].file, f->off, f->len};
}

Span fact_said(const Model *m, const Fact *f)
{
    return (Span){m->docs.at[f->doc].file, f->value.off, f->value.len};
}

Str fact_text(const Model *m, const Fact *f)
{
    if (f->value.kind == VAL_PERIOD)
        return span_text(m->sources, fact_said(m, f));
    return (Str){f->value.text, f->value.text_len};
}

Value fact_value(const Model *m, const Fact *f)
{
    const Said *said = &f->value;
    const FactMore *more = fact_more(m, f);
    return (Value){.kind = said->kind, .compare = said->compare, .missing = said->missing,
                   .flags = said->flags, .approx = said->approx, .unit = said->unit,
                   .term = said->term, .qual = said->qual, .num = more->num, .high = more->high,
                   .period = fact_period(f), .span = fact_said(m, f), .text = fact_text(m, f),
                   .remark = more->remark};
}

/* --- figures -------------------------------------------------------------------------------- */

Value figure_value(const Model *m, FigRef f)
{
    if (f.fact != 0)
        return fact_value(m, model_fact(m, f.fact));
    return cell_value(m, model_table(m, f.table), f.row, f.col);
}

FigRef figure_place(const Model *m, FigRef f)
{
    return f.fact == 0 ? f : fact_more(m, model_fact(m, f.fact))->cell;
}

/* --- how exact a figure is ------------------------------------------------------------------- */

/* `nøyaktighet:` of the group in which a cell stands, else of its table. */
static const Fact *cell_precision(const Model *m, TableId table, uint32_t row)
{
    const Table *t = model_table(m, table);
    const Fact *said = NULL;
    uint32_t group = row < t->rows.len ? t->rows.at[row].group : 0;
    if (group != 0 && row_decl(t, group - 1) != 0)
        said = decl_fact(m, row_decl(t, group - 1), P_PRECISION);
    return said != NULL ? said : decl_fact(m, t->decl, P_PRECISION);
}

static const Fact *said_precision(const Model *m, FigRef f)
{
    FigRef cell = figure_place(m, f);
    const Fact *fact = model_fact(m, f.fact);
    if (cell.table != 0 && fact->prop == 0)
        return cell_precision(m, cell.table, cell.row);
    if (fact->prop == 0 || model_prop(m, fact->prop)->key != P_VALUE)
        return NULL;
    FigRef at;
    bool found = decl_figure(m, model_prop(m, fact->prop)->decl, P_PRECISION, NULL, &at);
    return found && at.fact != 0 ? model_fact(m, at.fact) : NULL;
}

bool figure_precision(const Model *m, FigRef f, Decimal *step)
{
    const Fact *said = said_precision(m, f);
    if (said == NULL || said->value.kind != VAL_NUMBER ||
        decimal_sign(fact_more(m, said)->num) < 0)
        return false;
    UnitId own = figure_value(m, f).unit;
    UnitId unit = said->value.unit != 0 ? said->value.unit : own;
    return units_agree(&m->units, unit, own) &&
           decimal_mul(fact_more(m, said)->num, unit_get(&m->units, unit)->factor, step);
}

Quantity figure_quantity(const Model *m, FigRef f)
{
    Value v = figure_value(m, f);
    Quantity q = quantity_of(&m->units, &v, false);
    Decimal step;
    if (q.kind == QTY_NUMBER && v.kind == VAL_NUMBER && figure_precision(m, f, &step))
        quantity_restep(&q, step);
    return q;
}

Span figure_span(const Model *m, FigRef f)
{
    if (f.fact != 0)
        return fact_span(m, model_fact(m, f.fact));
    const Table *t = model_table(m, f.table);
    Cell c = table_cell(t, f.row, f.col);
    return (Span){t->file, c.off, c.len};
}

/* "Netto ramme, 2018" · "Serviceavdelingen, Netto ramme" */
Str figure_label(const Model *m, Arena *arena, FigRef f)
{
    Buf b;
    buf_init(&b, arena);
    const Fact *fact = f.fact != 0 ? model_fact(m, f.fact) : NULL;
    FigRef cell = figure_place(m, f);
    if (cell.table != 0) {
        const Table *t = model_table(m, cell.table);
        buf_str(&b, row_label(t, &t->rows.at[cell.row]));
        buf_cstr(&b, ", ");
        buf_str(&b, t->cols.at[cell.col].label);
    } else if (fact != NULL && fact->prop != 0) {
        const Prop *p = model_prop(m, fact->prop);
        buf_str(&b, decl_label(m, p->decl));
        buf_cstr(&b, ", ");
        buf_str(&b, span_text(m->sources, p->key_span));
    } else if (fact != NULL) {
        buf_str(&b, span_text(m->sources, fact_span(m, fact)));
    }
    return buf_view(&b);
}
