/*
 * roll_things.c — what becomes of each thing of the plan.  Layer: years.
 *
 * What is finished is left out, what is past its time is marked. So is a figure that is said for no
 * year, or for the new one already, since it would pass for what the new plan says.
 */
#include "years/roll_int.h"

/* ---- work ----------------------------------------------------------------------------------- */

bool roll_is_work(uint16_t kind)
{
    return kind == K_MEASURE || kind == K_OPERATION || kind == K_INVESTMENT || kind == K_DECISION;
}

bool roll_is_finished(const Fact *status)
{
    uint16_t said = status == NULL ? (uint16_t)0 : vocab_term(status->value.term)->id;
    return said == E_STATUS_DONE || said == E_STATUS_REACHED || said == E_STATUS_DROPPED ||
           said == E_STATUS_REJECTED;
}

/* The first line of a row, or the whole of a thing. */
static Span place_of(const Roll *r, DeclId id)
{
    const Decl *d = model_decl(r->m, id);
    if (d->row_table == 0)
        return d->span;
    return row_span(r->m, model_table(r->m, d->row_table), r->row_of[id]);
}

bool roll_is_out(const Roll *r, DeclId d)
{
    while (d != 0 && !r->is_out[d])
        d = model_decl(r->m, d)->parent;
    return d != 0;
}

/* What stands in a thing that is left out needs no comment of its own. */
static void roll_finished(Roll *r, DeclId d, Span place, Str said)
{
    bool within = roll_is_out(r, model_decl(r->m, d)->parent);
    r->is_out[d] = within || !(r->referred[d] || roll_keeps(r, d));
    if (!r->is_out[d]) {
        roll_fill_in_before(r, place, SAY_ROLL_REFERRED, said, r->from_text);
        r->out->carried++;
        return;
    }
    if (!within)
        roll_drop(r, place, SAY_ROLL_FINISHED, said, r->from_text);
    r->out->left_out++;
    *vec_push(r->m->arena, &r->out->changed) = d;
}

static void roll_work(Roll *r, DeclId d)
{
    const Decl *decl = model_decl(r->m, d);
    const Fact *status = r->statuses[d];
    const Fact *due = decl_fact(r->m, d, P_DUE);
    int last = due == NULL ? 0 : period_last_year(fact_period(due));
    Span place = place_of(r, d);
    if (roll_is_finished(status)) {
        roll_finished(r, d, place, span_text(r->m->sources, fact_said(r->m, status)));
        return;
    }
    r->out->carried++;
    if (status != NULL && !roll_has(r->m, status->doc, r->wish->plan))
        roll_fill_in_before(r, place, SAY_ROLL_STATUS, r->from_text,
                            span_text(r->m->sources, fact_said(r->m, status)));
    if (last != 0 && last < r->to)
        roll_fill_in_before(r, place, SAY_ROLL_PAST_DUE, r->to_text,
                            span_text(r->m->sources, fact_said(r->m, due)));
    else if (decl->kind == K_DECISION)
        roll_fill_in_before(r, place, SAY_ROLL_DECISION, r->from_text, STR_NONE);
}

/* ---- properties of any thing ---------------------------------------------------------------- */

static bool is_amount(const Roll *r, const Prop *p)
{
    const Fact *f = model_fact(r->m, p->first);
    if (f->value.kind != VAL_NUMBER && f->value.kind != VAL_RANGE)
        return false;
    switch (vocab_term(p->term)->type) {
    case VT_MONEY:
    case VT_FTE:
    case VT_COUNT:
    case VT_PERCENT: return true;
    case VT_QUANTITY: return p->key == P_RESULT || p->key == P_TARGET || p->key == P_VALUE;
    default: return false;
    }
}

static void roll_ended(Roll *r, const Prop *p, Span place)
{
    int last = period_last_year(fact_period(model_fact(r->m, p->first)));
    if (last != 0 && last < r->to)
        roll_fill_in_before(r, place, SAY_ROLL_ENDED, r->to_text, prop_said(r->m, p));
}

static void roll_prop(Roll *r, const Prop *p)
{
    switch (p->key) {
    case P_DECIDED_BY:
        if (model_decl(r->m, p->decl)->kind == K_DOCUMENT)
            return; /* that was the document's own year */
        roll_retire_prop(r, p);
        return;
    case P_KNOWN_FAULT:
        roll_retire(r, roll_prop_span(r, p), SAY_ROLL_KNOWN, r->from_text, prop_said(r->m, p));
        return;
    case P_PERIOD:
    case P_VALID: roll_ended(r, p, p->key_span); return;
    default: break;
    }
    if (!is_amount(r, p))
        return;
    if (index_eq(p->index, INDEX_NONE))
        roll_fill_in_before(r, p->key_span, SAY_ROLL_UNDATED, r->from_text, STR_NONE);
    else if (vocab_term(p->term)->type == VT_MONEY && roll_is_for(p, r->to))
        roll_fill_in_before(r, p->key_span, SAY_ROLL_EARLIER, r->from_text, r->to_text);
}

static void roll_props(Roll *r, const Decl *d)
{
    for (PropId id = d->first_prop; id != 0; id = model_prop(r->m, id)->next)
        if (roll_is_ours(r, model_prop(r->m, id)) && roll_has(r->m, d->doc, r->wish->plan))
            roll_prop(r, model_prop(r->m, id));
}

/* Of a row: a line about it stands before it. */
static void roll_cells(Roll *r, DeclId d)
{
    for (PropId id = model_decl(r->m, d)->first_prop; id != 0; id = model_prop(r->m, id)->next) {
        const Prop *p = model_prop(r->m, id);
        if ((p->key == P_PERIOD || p->key == P_VALID) && roll_is_ours(r, p))
            roll_ended(r, p, place_of(r, d));
    }
}

void roll_thing(Roll *r, DeclId d)
{
    const Decl *decl = model_decl(r->m, d);
    if (decl->container)
        return; /* its rows are the things */
    bool row = decl->row_table != 0;
    if (decl->kind == K_FRAME && !row)
        roll_yearly(r, d, P_AMOUNT);
    else if (decl->kind == K_KEYFIGURE && !row)
        roll_yearly(r, d, P_VALUE);
    else if (decl->kind == K_INDICATOR && !row)
        roll_indicator(r, d);
    else if (roll_is_work(decl->kind))
        roll_work(r, d);
    if (row) {
        roll_cells(r, d);
        return;
    }
    roll_title(r, d);
    roll_props(r, decl);
}
