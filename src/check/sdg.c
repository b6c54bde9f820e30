/*
 * sdg.c — the sustainable development goals that a plan names are among the seventeen.
 * Layer: check.
 *
 * Requires: properties. Provides: finding HP5008. A target of a goal (4.1, 4.a) has the goal's
 * number; what does not begin with a number is a title.
 */
#include "check/shared.h"

enum { SDG_COUNT = 17 };

static void check_goal(Model *m, Span at)
{
    Str text = span_text(m->sources, at);
    uint32_t goal = 0;
    at.len = 0;
    for (; at.len < text.len && text.ptr[at.len] >= '0' && text.ptr[at.len] <= '9'; at.len++)
        goal = goal <= SDG_COUNT ? goal * 10 + (uint32_t)(text.ptr[at.len] - '0') : goal;
    if (at.len == 0 || (goal >= 1 && goal <= SDG_COUNT))
        return;
    Diag *d = diag_at(m->sink, HP5008, at);
    diag_str(d, str_slice(text, 0, at.len));
    diag_label(d, L_SDG_RANGE);
    diag_int(d, SDG_COUNT);
}

/* In a cell several stand in one text. */
static void check_goals(Model *m, Span at)
{
    Str text = span_text(m->sources, at);
    for (uint32_t from = 0; from < text.len;) {
        uint32_t to = from;
        while (to < text.len && text.ptr[to] != ',')
            to++;
        while (from < to && text.ptr[from] == ' ')
            from++;
        check_goal(m, (Span){at.file, at.off + from, to - from});
        from = to + 1;
    }
}

void check_sdg(Model *m)
{
    for (PropId id = 0; (id = prop_of_key(m, P_SDG, id)) != 0;) {
        const Prop *p = model_prop(m, id);
        for (uint32_t i = 0; i < p->count; i++)
            check_goals(m, fact_said(m, model_fact(m, p->first + i)));
    }
}
