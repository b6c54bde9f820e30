/*
 * relation.c — a figure that is worked out from two others.  Layer: check.
 */
#include "check/relation.h"

bool relation_number(Model *m, TableId id, uint32_t row, uint32_t col, Quantity *out)
{
    const Table *t = model_table(m, id);
    *out = (Quantity){.kind = QTY_NONE};
    if (!check_is_blank(t, row, col))
        *out = check_quantity(m, check_cell(t, id, row, col));
    return out->kind == QTY_NUMBER && !out->approx;
}

bool relation_derive(Model *m, Relation how, const Quantity *a, const Quantity *b, UnitId unit,
                     Quantity *out)
{
    UnitTable *units = &m->units;
    Quantity change;
    if (decimal_is_zero(b->mid) || decimal_is_zero(a->mid) || decimal_cmp(a->mid, b->mid) == 0 ||
        !quantity_agree(units, a, b))
        return false;
    bool done = how == REL_RATIO || how == REL_SHARE ? quantity_div(units, a, b, &change)
                                                     : quantity_sub(units, a, b, &change);
    if (done && how == REL_GROWTH) {
        Quantity difference = change;
        done = quantity_div(units, &difference, b, &change);
    }
    return done && change.kind == QTY_NUMBER && quantity_in(units, &change, unit, out) &&
           out->kind == QTY_NUMBER;
}

Answer relation_ask(Model *m, const Quantity *stated, const Quantity *computed)
{
    Decimal limit;
    Comparison c = quantity_equal(&m->units, stated, computed, false);
    if (c.verdict != VERDICT_VIOLATED)
        return c.verdict == VERDICT_NONE || c.verdict == VERDICT_UNKNOWN ? SILENT : AGREES;
    bool near = decimal_mul(stated->half, decimal_int(3), &limit) &&
                decimal_cmp(decimal_abs(c.diff), limit) <= 0;
    return near && !stated->exact ? SILENT : DIFFERS;
}

bool relation_is_opposite(Model *m, const Quantity *stated, const Quantity *computed)
{
    Quantity other = quantity_neg(stated);
    return verdict_holds(quantity_equal(&m->units, &other, computed, false).verdict);
}

bool relation_sum_off(const Model *m, const Proof *fails, Quantity *off)
{
    ProofAmounts told = proof_told(m, fails);
    Quantity sum = amount_quantity(&told.stated), addends = amount_quantity(&told.computed);
    return sum.kind == QTY_NUMBER && addends.kind == QTY_NUMBER &&
           quantity_sub(&m->units, &addends, &sum, off);
}

bool relation_mends(const Model *m, const Proof *fails, const Quantity *stated,
                    const Quantity *computed)
{
    Quantity too_much, lacking, off;
    return relation_sum_off(m, fails, &lacking) &&
           quantity_sub(&m->units, stated, computed, &too_much) &&
           quantity_in(&m->units, &too_much, lacking.unit, &off) &&
           decimal_cmp(off.mid, lacking.mid) == 0;
}

bool relation_names_income(Str label)
{
    static const char *const words[] = {"inntekt", "refusjon", "tilskudd", "tilskot", "betaling",
                                        "salg",    "gebyr",    "skatt",    "utbytte", "avgift",
                                        "utleie",  "utleige",  "income",   "revenue", "grant",
                                        "fees",    "sales",    NULL};
    return str_has_any(label, words);
}
