/*
 * eval_units.c — what is said of two figures whose units do not fit.  Layer: model.
 *
 * in:  two figures that were to be added or compared
 * out: HP3008: what each of them is, both as they read, and what would make them agree
 */
#include "model/eval.h"

/* Two kinds of figures that are often taken for one another, and the way out. */
typedef struct Mix {
    uint16_t one, other; /* E_DIMENSION_…, in either order; 0: any */
    MsgId way_out;
} Mix;

static const Mix mixes[] = {
    {E_DIMENSION_COUNT, E_DIMENSION_FTE, N_PEOPLE_OR_FTE},
    {E_DIMENSION_PERCENT, E_DIMENSION_POINT, N_PERCENT_OR_POINTS},
    {E_DIMENSION_PERCENT, 0, N_SHARE_IN_PERCENT},
};

/* Of a bare number what it counts, if that is known. */
static UnitId unit_meant(const Model *m, const Quantity *q)
{
    return q->bare == BARE_COUNT   ? m->units.count
           : q->bare == BARE_SHARE ? m->units.ratio
                                   : q->unit;
}

void eval_say_dimension(Model *m, Diag *d, const Quantity *q)
{
    diag_text3(d, unit_dimension_names(&m->units, m->scratch, unit_meant(m, q)));
}

Diag *eval_dimensions_differ(Model *m, Span span, const Quantity *a, const Quantity *b)
{
    Diag *d = diag_at(m->sink, HP3008, span);
    eval_say_dimension(m, d, a);
    eval_say_dimension(m, d, b);
    return d;
}

static void say_amount(Model *m, Diag *d, const Quantity *q)
{
    Buf out;
    buf_init(&out, m->scratch);
    int decimals = figure_decimals(&m->units, q->mid, q->unit, q->decimals);
    figure_print(&out, &m->units, q->mid, q->unit, decimals, LANG_NB);
    diag_str(d, buf_view(&out));
}

static bool is_mix(const Mix *mix, uint16_t one, uint16_t other)
{
    return mix->one == one && (mix->other == 0 || mix->other == other);
}

Diag *eval_units_differ(Model *m, Span span, const Quantity *a, const Quantity *b)
{
    Diag *d = eval_dimensions_differ(m, span, a, b);
    uint16_t left = unit_get(&m->units, unit_meant(m, a))->dim;
    uint16_t right = unit_get(&m->units, unit_meant(m, b))->dim;
    diag_label(d, L_ONE_AND_OTHER);
    say_amount(m, d, a);
    say_amount(m, d, b);
    for (size_t i = 0; i < sizeof mixes / sizeof *mixes; i++) {
        if (!is_mix(&mixes[i], left, right) && !is_mix(&mixes[i], right, left))
            continue;
        diag_note(d, mixes[i].way_out);
        return d;
    }
    diag_note(d, N_BOTH_IN_ONE_UNIT);
    eval_say_dimension(m, d, a);
    eval_say_dimension(m, d, b);
    return d;
}
