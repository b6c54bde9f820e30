/*
 * report_slips.c — accounts of ten times what was planned.  Layer: check.
 *
 * Requires: answers resolved. Provides: HP7012 at the accounts of a thing for a year that come to
 * about ten times, or more, what its plan had for that year: a digit too many, or thousands that
 * were taken for kroner. A tenth is what a project comes to that was put off, and is not told.
 */
#include "check/shared.h"

/* What was planned for the year, as it was decided last; QTY_NONE: nothing. */
static Quantity planned_for(Model *m, DeclId thing, Period year, FigRef *at)
{
    static const uint16_t versions[] = {VER_REVISED, VER_NONE, VER_BUDGET, VER_ORIGINAL};
    static const uint16_t keys[] = {P_AMOUNT, P_COST};
    for (size_t v = 0; v < sizeof versions / sizeof *versions; v++)
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            const Index wanted = {year, versions[v]};
            PropId p = decl_prop(m, thing, keys[k], &wanted);
            if (p == 0 || model_prop(m, p)->count != 1)
                continue;
            *at = figure_fact(model_prop(m, p)->first);
            return check_quantity(m, *at);
        }
    return (Quantity){.kind = QTY_NONE};
}

/* a ≥ tenths / 10 × b, both without sign? */
static bool is_at_least(Decimal a, int64_t tenths, Decimal b)
{
    Decimal left, right;
    return decimal_mul(decimal_abs(a), decimal_int(10), &left) &&
           decimal_mul(decimal_abs(b), decimal_int(tenths), &right) &&
           decimal_cmp(left, right) >= 0;
}

static void check_accounts(Model *m, DeclId thing, const Prop *accounts)
{
    enum { TENFOLD = 85 /* tenths; accounts are seldom what was planned to the krone */ };
    FigRef said = figure_fact(accounts->first), plan = FIGURE_NONE;
    Quantity planned = planned_for(m, thing, accounts->index.period, &plan);
    Quantity spent = check_quantity(m, said);
    if (planned.kind != QTY_NUMBER || spent.kind != QTY_NUMBER || planned.approx || spent.approx ||
        decimal_sign(planned.mid) <= 0 || decimal_sign(spent.mid) <= 0 ||
        !quantity_agree(&m->units, &planned, &spent) ||
        !is_at_least(spent.mid, TENFOLD, planned.mid) || figure_value(m, said).remark.len > 0)
        return;
    Diag *d = diag_at(m->sink, HP7012, figure_span(m, said));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &spent));
    diag_place(d, figure_span(m, plan), L_PLANNED);
    diag_str(d, check_amount(m, &planned));
}

void check_report_slips(Model *m, const Stretch *s)
{
    for (DeclId d = s->from; d < s->to; d++) {
        const Decl *decl = model_decl(m, d);
        for (PropId id = decl->same == 0 ? 0 : decl->first_prop; id != 0;
             id = model_prop(m, id)->next) {
            const Prop *p = model_prop(m, id);
            if (p->index.version == VER_ACCOUNTS && p->index.period.kind == PERIOD_YEAR &&
                p->count == 1 && vocab_term(p->term)->type == VT_MONEY)
                check_accounts(m, decl_self(m, d), p);
        }
    }
}
