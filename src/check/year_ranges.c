/*
 * year_ranges.c — no year has two values of one property.  Layer: check.
 *
 * Requires: properties with a range of years, which means each of them (`måltall 2018–2019`).
 * Provides: HP6005 where another value of the property is for one of those years too and says
 * something else; in a table once for each pair of columns. The same said twice is no fault, and a
 * total (`samlet 2018–2021`) or a part of a year is something else than a year.
 */
#include "check/shared.h"

#include "base/utf8.h"

enum { MOST_COMPARED = 1000 }; /* properties of one thing; more are never written by hand */

typedef struct Overlap {
    Model *m;
    const Prop *range, *other;
} Overlap;

static bool is_of_years(const Prop *p)
{
    return p->count > 0 && p->index.version != VER_TOTAL &&
           (p->index.period.kind == PERIOD_YEAR || p->index.period.kind == PERIOD_YEARS);
}

static bool overlap(const Prop *a, const Prop *b)
{
    return a->key == b->key && a->index.version == b->index.version &&
           !index_eq(a->index, b->index) &&
           date_cmp(a->index.period.from, b->index.period.to) <= 0 &&
           date_cmp(b->index.period.from, a->index.period.to) <= 0;
}

/* What cannot be read, or is blank, says nothing that could differ. */
static bool says_nothing(const Said *v)
{
    return v->kind == VAL_BAD || v->kind == VAL_BLANK;
}

bool check_props_differ(Model *m, const Prop *first, const Prop *other)
{
    const Fact *a = model_fact(m, first->first);
    const Fact *b = model_fact(m, other->first);
    if (says_nothing(&a->value) || says_nothing(&b->value))
        return false;
    Span left = fact_said(m, a);
    Span right = fact_said(m, b);
    bool target = first->key == P_TARGET; /* is what it says, and stands for no interval */
    bool comparable = a->value.compare == b->value.compare;
    Quantity x = check_quantity(m, figure_fact(first->first));
    Quantity y = check_quantity(m, figure_fact(other->first));
    if (target && comparable && x.kind == QTY_NUMBER && y.kind == QTY_NUMBER) {
        quantity_restep(&x, decimal_zero);
        quantity_restep(&y, decimal_zero);
    }
    if (comparable && x.kind == QTY_NUMBER && y.kind == QTY_NUMBER &&
        quantity_agree(&m->units, &x, &y))
        return quantity_equal(&m->units, &x, &y, m->exact_only).verdict == VERDICT_VIOLATED;
    return !utf8_eq_fold(m->scratch, span_text(m->sources, left), span_text(m->sources, right));
}

/* The years that both are for: 2019, or 2018–2020. */
static Str common_years(const Overlap *o)
{
    int first = period_first_year(o->range->index.period);
    int last = period_last_year(o->range->index.period);
    int other_first = period_first_year(o->other->index.period);
    int other_last = period_last_year(o->other->index.period);
    first = other_first > first ? other_first : first;
    last = other_last < last ? other_last : last;
    Buf b;
    buf_init(&b, o->m->arena);
    buf_int(&b, first);
    if (last > first)
        buf_printf(&b, "–%d", last);
    return buf_view(&b);
}

static void report(const Overlap *o)
{
    Model *m = o->m;
    Span at = o->range->key_span;
    Span other = o->other->key_span;
    bool later = at.file == other.file && at.off > other.off;
    Span first = later ? other : at;
    Span second = later ? at : other;
    if (sink_has(m->sink, HP6005, second))
        return; /* the same columns in another row */
    Diag *d = diag_at(m->sink, HP6005, second);
    diag_text3(d, term_word(o->range->term));
    diag_str(d, common_years(o));
    diag_place(d, first, L_ALSO_FOR);
    diag_str(d, span_text(m->sources, first));
    diag_note(d, N_RANGE_IS_EACH);
    diag_str(d, span_text(m->sources, at));
}

static void hold_against(Model *m, PropId range, PropId first_other)
{
    uint32_t compared = 0;
    for (PropId p = first_other; p != 0 && compared < MOST_COMPARED;
         p = model_prop(m, p)->next, compared++) {
        if (p == range || !is_of_years(model_prop(m, p)))
            continue;
        /* Evaluating may make properties' facts, and never properties. */
        Overlap o = {m, model_prop(m, range), model_prop(m, p)};
        if (overlap(o.range, o.other) && check_props_differ(m, o.range, o.other)) {
            report(&o);
            return;
        }
    }
}

void check_year_ranges(Model *m, const Stretch *s)
{
    for (DeclId d = s->from; d < s->to; d++) {
        DeclId self = decl_self(m, d);
        for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
            const Prop *prop = model_prop(m, p);
            if (!is_of_years(prop) || prop->index.period.kind != PERIOD_YEARS)
                continue;
            hold_against(m, p, model_decl(m, d)->first_prop);
            if (self != d) /* one year that an `om` says anew is for again.c */
                hold_against(m, p, model_decl(m, self)->first_prop);
        }
    }
}
