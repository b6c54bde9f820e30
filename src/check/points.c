/*
 * points.c — how far two percentages of one thing are apart is told in points.  Layer: check.
 *
 * in:  an equation that holds, with what its formula was computed from
 * out: HP4039, where the difference is written with %: from 9,7 % to 6 % is 3,7 percentage points,
 *      but 38 %
 */
#include "check/sides.h"

/* Are they of one thing, or of one row: the same share, measured twice? */
static bool of_one_thing(const Model *m, FigRef a, FigRef b)
{
    FigRef in = figure_place(m, a), other = figure_place(m, b);
    if (in.table != 0 || other.table != 0)
        return in.table == other.table && in.row == other.row;
    PropId p = model_fact(m, a.fact)->prop, q = model_fact(m, b.fact)->prop;
    return p != 0 && q != 0 && model_prop(m, p)->decl == model_prop(m, q)->decl;
}

static bool two_of_one_thing(const Model *m, const TermRuns *terms)
{
    TermIter it = {0};
    FigRef first, second;
    return terms_count(terms) == 2 && terms_next(terms, &it, &first) &&
           terms_next(terms, &it, &second) && of_one_thing(m, first, second);
}

void check_points(Model *m, const Fact *f, const Quantity *stated, const Quantity *computed,
                  const TermRuns *terms)
{
    Value written = fact_value(m, f);
    bool percent = (written.flags & VALF_UNIT) != 0 && written.unit == m->units.percent;
    if (!computed->change || !percent || !two_of_one_thing(m, terms))
        return;
    Diag *d = diag_at(m->sink, HP4039, fact_said(m, f));
    diag_note(d, N_POINTS_APART);
    if (written.kind != VAL_NUMBER || written.compare != CMP_NONE || written.qual != 0)
        return; /* «om lag» would be lost */
    Quantity points = *stated;
    points.unit = m->units.point;
    diag_fix(d, fact_said(m, f), check_amount(m, &points), F_WRITE);
}
