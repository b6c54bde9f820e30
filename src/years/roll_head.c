/*
 * roll_head.c — the head of the plan, and years in the titles of what is in it.  Layer: years.
 *
 * Year, period, name and title move on. What somebody has decided about the old plan is not carried
 * over, and the new one is a draft.
 */
#include "years/roll_int.h"

/* ---- the plan's properties ------------------------------------------------------------------ */

/* A period that began before the plan is the next plan's too, until it has ended. */
static void roll_period(Roll *r, const Prop *p, Span said)
{
    Str old = span_text(r->m->sources, said);
    Str new = roll_shifted(r, old);
    int last = period_last_year(fact_period(model_fact(r->m, p->first)));
    if (!str_eq(old, new)) {
        roll_replace(r, said, new);
        r->old_end = last;
        r->new_from = (last > r->to ? last : r->to) + 1;
        r->new_end = last == 0 ? 0 : last + r->to - r->from;
    } else if (last != 0 && last < r->to) {
        roll_fill_in_before(r, p->key_span, SAY_ROLL_ENDED, r->to_text, old);
    }
}

static void roll_prop(Roll *r, const Prop *p)
{
    Span said = fact_span(r->m, model_fact(r->m, p->first));
    switch (p->key) {
    case P_YEAR: roll_replace(r, said, r->to_text); break;
    case P_PERIOD: roll_period(r, p, said); break;
    case P_VERSION: roll_replace(r, said, enum_word(E_VERSION_DRAFT, r->words)); break;
    case P_DECIDED_BY:
    case P_CASE_NO: roll_retire_prop(r, p); break;
    default: break;
    }
}

/* Without a version a plan counts as adopted. */
static void add_version(Roll *r)
{
    Buf line;
    PropId after = decl_prop(r->m, r->wish->plan, P_YEAR, NULL);
    if (after == 0)
        after = decl_prop(r->m, r->wish->plan, P_PERIOD, NULL);
    if (after == 0 || decl_prop(r->m, r->wish->plan, P_VERSION, NULL) != 0)
        return;
    buf_init(&line, r->m->arena);
    buf_str(&line, prop_word(P_VERSION, r->words));
    buf_cstr(&line, ": ");
    buf_str(&line, enum_word(E_VERSION_DRAFT, r->words));
    roll_line_behind(r, roll_prop_span(r, model_prop(r->m, after)), false, buf_view(&line));
}

/* «Plan 2023–2026» is the title of more years than the plan's. */
static void roll_plan_title(Roll *r, const Decl *plan)
{
    if (plan->title_len == 0)
        return;
    Str title = roll_shifted(r, span_text(r->m->sources, decl_title_span(r->m, plan)));
    roll_replace(r, decl_title_span(r->m, plan), title);
    if (year_at(title, r->from, 0) >= 0)
        roll_fill_in_before(r, plan->span, SAY_ROLL_TITLE, r->from_text, STR_NONE);
}

void roll_head(Roll *r)
{
    const Decl *plan = model_decl(r->m, r->wish->plan);
    Span name = decl_name_span(r->m, plan);
    roll_plan_title(r, plan);
    if (name.len > 0)
        roll_replace(r, name, roll_shifted(r, span_text(r->m->sources, name)));
    for (PropId p = plan->first_prop; p != 0; p = model_prop(r->m, p)->next)
        if (model_prop(r->m, p)->count > 0)
            roll_prop(r, model_prop(r->m, p));
    add_version(r);
}

/* ---- titles --------------------------------------------------------------------------------- */

/* Just the year of the plan and no other, nor a date: «Særskilte driftstiltak 2018». */
static bool names_only_the_year(const Roll *r, Str title)
{
    for (uint32_t at = 0; at + 4 <= title.len; at++) {
        int year = year_said_at(title, at);
        bool dated = year != 0 && at > 0 && strchr(".-/", title.ptr[at - 1]) != NULL;
        if (dated || (year != 0 && year != r->from))
            return false;
    }
    return true;
}

/* A heading of a year's plan moves on with it, but what was decided was decided in its year; every
 * other title that names the year is somebody's to judge. */
void roll_title(Roll *r, DeclId d)
{
    const Decl *decl = model_decl(r->m, d);
    if (decl->title_len == 0 || decl->row_table != 0 || decl->kind == K_DOCUMENT ||
        year_at(decl->title, r->from, 0) < 0)
        return;
    bool sure = decl->kind == K_CHAPTER && !r->referred[d] && !r->holds_decision[d] &&
                names_only_the_year(r, decl->title);
    if (sure)
        roll_replace(r, decl_title_span(r->m, decl),
                     roll_shifted(r, span_text(r->m->sources, decl_title_span(r->m, decl))));
    else
        roll_fill_in_before(r, decl->span, SAY_ROLL_TITLE, r->from_text, STR_NONE);
}
