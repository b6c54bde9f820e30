/*
 * report_slips.c — accounts of ten times what was planned.  Layer: check.
 *
 * Requires: answers resolved. Provides: HP7012 at the accounts of a thing for a year that come to
 * about ten times, or more, what its plan had for that year: a digit too many, or thousands that
 * were taken for kroner. A tenth is what a project comes to that was put off, and is not told.
 */
#include "check/shared.h"

/* A figure that proves something: more than nothing, and not about so much. */
static bool is_amount(const Quantity *q)
{
    return q->kind == QTY_NUMBER && !q->approx && decimal_sign(q->mid) > 0;
}

static void check_accounts(Model *m, DeclId thing, const Prop *accounts)
{
    enum { TENFOLD = 850 /* per cent; accounts are seldom what was planned to the krone */ };
    const Period year = accounts->index.period;
    const FigRef said = figure_fact(accounts->first);
    const Prop *plan = check_decided_last(m, thing, P_AMOUNT, year);
    plan = plan != NULL ? plan : check_decided_last(m, thing, P_COST, year);
    if (plan == NULL || plan->count != 1 || figure_value(m, said).remark.len > 0)
        return;
    const FigRef had = figure_fact(plan->first);
    Quantity planned = check_quantity(m, had), spent = check_quantity(m, said);
    if (!is_amount(&planned) || !is_amount(&spent) ||
        !quantity_agree(&m->units, &planned, &spent) ||
        check_at_most(spent.mid, TENFOLD, planned.mid))
        return;
    Diag *d = diag_at(m->sink, HP7012, figure_span(m, said));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &spent));
    diag_place(d, figure_span(m, had), L_PLANNED);
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
