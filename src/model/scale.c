/*
 * scale.c — what an amount without a unit is given in: `skala: 1000 kr`.  Layer: model.
 *
 * In: the `skala` of a declaration and of those around it. Out: a unit, made where none has its
 * worth. A table's own `skala` may stand below its rows, whose cells are read when all is there;
 * properties are read as they come, so for them it comes first.
 */
#include "model/scope.h"
#include "model/table_build.h"

static bool is_money(const Model *m, UnitId id)
{
    const Unit *unit = unit_get(&m->units, id);
    return id != 0 && unit->dim == E_DIMENSION_MONEY && unit->per == 0;
}

/* `skala: 1000 kr`, `skala: 1000`, `skala: mill. kr`; in an indicator `1–6` is
 * no unit, nor is `6`. */
UnitId scale_own(Model *m, DeclId decl)
{
    const Fact *f = decl_fact(m, decl, P_SCALE);
    if (f == NULL || f->value.kind == VAL_BAD)
        return 0;
    const Said *v = &f->value;
    Str text = span_text(m->sources, fact_said(m, f));
    Decimal worth;
    if (v->kind != VAL_NUMBER)
        return v->kind == VAL_UNIT ? v->unit : units_read(&m->units, m->scratch, text, false);
    if (v->unit == 0 && model_decl(m, decl)->kind == K_INDICATOR)
        return 0;
    if (v->unit != 0 && !is_money(m, v->unit))
        return v->unit;
    Decimal one = v->unit == 0 ? decimal_one : unit_get(&m->units, v->unit)->factor;
    if (!decimal_mul(fact_more(m, f)->num, one, &worth) || decimal_sign(worth) <= 0)
        return 0;
    return units_money(&m->units, worth, text);
}

UnitId scale_of_money(Model *m, DeclId decl)
{
    for (DeclId d = decl; m->stated[P_SCALE] && d != 0; d = model_decl(m, d)->parent) {
        UnitId unit = scale_own(m, d);
        if (is_money(m, unit))
            return unit;
    }
    return m->units.kr;
}

/* --- what was read too early --------------------------------------------------------------- */

static bool is_bare_amount(const Model *m, const Prop *p, FactId f)
{
    const Said *v = &model_fact(m, f)->value;
    return vocab_term(p->term)->type == VT_MONEY && v->kind == VAL_NUMBER &&
           (v->flags & VALF_UNIT) == 0;
}

/* The first amount inside `decl` that stands before its scale and was read without it. */
static Span amount_before(const Model *m, DeclId decl, PropId scale)
{
    Span first = SPAN_NONE;
    for (PropId p = scale - 1; p > 0 && model_prop(m, p)->decl >= decl; p--) {
        const Prop *prop = model_prop(m, p);
        for (FactId f = prop->first; f < prop->first + prop->count; f++)
            if (is_bare_amount(m, prop, f) && decl_inside(m, prop->decl, decl))
                first = fact_span(m, model_fact(m, f));
    }
    return first;
}

/* Of a table, which is read when its declaration ends, its head; its own scale is not too late. */
static Span column_before(const Model *m, DeclId decl)
{
    Span first = SPAN_NONE;
    for (TableId id = m->tables.len - 1; id > 0 && m->tables.at[id].decl > decl; id--) {
        const Table *t = model_table(m, id);
        for (uint32_t col = t->cols.len; col > 0 && decl_inside(m, t->decl, decl); col--)
            if (t->traits != NULL && t->traits[col - 1].bare == m->units.kr)
                first = column_span(t, col - 1);
    }
    return first;
}

void scale_comes_first(Model *m, PropId scale)
{
    DeclId decl = model_prop(m, scale)->decl;
    if (!is_money(m, scale_own(m, decl)))
        return;
    Span amount = amount_before(m, decl, scale);
    Span column = column_before(m, decl);
    if (span_is_none(amount) && span_is_none(column))
        return;
    bool by_column = span_is_none(amount) || (!span_is_none(column) && column.off < amount.off);
    Diag *d = diag_at(m->sink, HP3020, model_prop(m, scale)->key_span);
    diag_place(d, by_column ? column : amount, L_READ_IN_KRONER);
    model_fact(m, model_prop(m, scale)->first)->value.kind = VAL_BAD; /* so that all is read alike */
}
