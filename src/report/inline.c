/*
 * inline.c — live figures in prose: {…}.  Layer: report.
 *
 * What is written is printed as it is written; a path to one figure prints that figure as it is
 * stated; anything else is computed, in the unit and to the step that a format asks for.
 */
#include "report/maker.h"

#include "model/eval.h"

/* The figure rounded to a multiple of what the format names, in its unit. */
static bool print_formatted(Maker *mk, const Fact *f, const Quantity *q, Buf *out)
{
    Model *m = mk->m;
    Value v;
    if (q->kind != QTY_NUMBER || !fact_format(m, f, &v))
        return false;
    if (v.kind == VAL_NUMBER && v.unit == 0)
        v.unit = q->unit;
    Quantity in_unit;
    if (quantity_in(&m->units, q, v.unit, &in_unit)) /* a quotient as a percentage */
        q = &in_unit;
    if (v.kind == VAL_UNIT) { /* a unit alone: as many decimals as the figure has */
        figure_print(out, &m->units, q->mid, v.unit, q->decimals, mk->lang);
        return true;
    }
    Decimal step, count;
    if (v.kind != VAL_NUMBER || decimal_is_zero(v.num) ||
        !decimal_mul(v.num, unit_get(&m->units, v.unit)->factor, &step) ||
        !decimal_div(q->mid, step, ROUND_HALF_AWAY, &count, NULL) ||
        !decimal_round(count, 0, ROUND_HALF_AWAY, &count) || !decimal_mul(count, step, &step))
        return false;
    figure_print(out, &m->units, step, v.unit, v.num.scale, mk->lang);
    return true;
}

static Str joined(Maker *mk, const Result *r)
{
    Buf b;
    buf_init(&b, mk->arena);
    for (uint32_t i = 0; i < r->items.len; i++) {
        const ResultItem *item = &r->items.at[i];
        if (i > 0)
            buf_str(&b, i + 1 == r->items.len ? maker_label(mk, LABEL_AND) : STR(", "));
        if (r->kind == RES_FIGURES)
            buf_str(&b, show_quantity(mk, &item->qty));
        else
            buf_str(&b, item->decl != 0 ? thing_title(mk, item->decl) : item->text);
    }
    return buf_view(&b);
}

/* Shows the stated figure that a path has led to. */
static Str show_stated(Maker *mk, FigRef f)
{
    Shown s = {0};
    if (f.fact != 0)
        s = show_fact(mk, f.fact);
    else
        fill_cell(mk, f.table, f.row, f.col, &s);
    return runs_plain(mk->arena, &s.runs);
}

static bool is_same(FigRef f, FactId id)
{
    return f.fact == id;
}

Str show_inline(Maker *mk, FactId id)
{
    Fact f = *model_fact(mk->m, id);
    if (f.value.kind != VAL_FORMULA && fact_more(mk->m, &f)->format == 0) {
        Shown s = show_fact(mk, id);
        return runs_plain(mk->arena, &s.runs);
    }
    Quantity q = eval_figure(mk->m, figure_fact(id));
    if (fact_more(mk->m, &f)->format != 0) {
        Buf b;
        buf_init(&b, mk->arena);
        if (print_formatted(mk, &f, &q, &b))
            return buf_view(&b);
    }
    if (f.expr == 0)
        return show_quantity(mk, &q);
    Result r = eval_expr(mk->m, f.doc, f.expr, f.scope);
    if (r.kind == RES_BAD || r.items.len == 0)
        return maker_label(mk, LABEL_NO_FIGURE);
    const ResultItem *item = &r.items.at[0];
    bool from = !figure_is_none(item->from);
    if (r.kind == RES_FIGURES && r.items.len == 1 && from && !is_same(item->from, id))
        return show_stated(mk, item->from);
    return joined(mk, &r);
}
