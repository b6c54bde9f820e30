/*
 * reports.c — a report answers its plan.  Layer: check.
 *
 * Requires: answers resolved (model/answers.c, references.c). Provides: HP7002 once a kind, where
 * goals, measures, indicators or decisions of the plan are not answered; HP7003 at a title that is
 * not the plan's; HP7004 at a status that the result contradicts; HP7005 at what is both answered
 * and left unanswered; HP7006 at a report that says of no
 * plan that it answers it.
 *
 * A report on a part of its year is asked for less (due.h).
 *
 * A thing is answered where the report says something of it: its name alone, or a row that has
 * nothing but what the plan says itself, is no answer. A goal is answered where something in it is;
 * what stands in a thing that is left unanswered with a reason is so, too. That figures and
 * properties are not restated otherwise is again.c's.
 */
#include "check/reports.h"

#include "check/due.h"
#include "check/shared.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "model/indicator.h"
#include "model/scope.h"

enum { MOST_PLACES = 6 };

/* --- what is answered -------------------------------------------------------------------- */

/* By the plan's DeclId. */
typedef struct Answered {
    DeclId *by;      /* the answer; 0: none */
    FactId *refused; /* where `ubesvart` names it; 0: nowhere */
    Date until;      /* of a report on a part of its year: what is due later is not asked for */
} Answered;

/* What stands in it beside properties: prose, a table, a thing that is no answer itself. */
static bool holds_something(const Model *m, const Decl *d)
{
    for (uint32_t i = d->first_item; i != 0; i = m->items.at[i].next) {
        const Item *item = &m->items.at[i];
        const Decl *inner = item->kind == ITEM_DECL ? model_decl(m, item->id) : NULL;
        if (inner == NULL ? item->kind != ITEM_PROP : !inner->answers && !inner->container)
            return true;
    }
    return false;
}

/* A row may repeat the plan's target or unit for who reads it. */
static bool is_repeated(const Model *m, const Decl *row, const Prop *p)
{
    PropId first = decl_prop(m, row->same, p->key, &p->index);
    return p->key != P_STATUS && first != 0 && model_prop(m, first)->first != p->first;
}

static bool says_something(const Model *m, const Decl *d)
{
    for (PropId id = d->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        bool about_itself = p->key == P_KNOWN_FAULT || p->key == P_SHOW;
        if (!about_itself && (d->row_table == 0 || !is_repeated(m, d, p)))
            return true;
    }
    return holds_something(m, d);
}

/* What an answer is about; of one whose title is misspelled (HP7001) what it was told to mean. A
 * thing that is opened again (`om`) is spoken of as well. */
static DeclId answered_thing(Model *m, const Decl *answer)
{
    if (answer->kind == K_AGAIN)
        return answer->same;
    if (!answer->answers || answer->same != 0)
        return answer->answers ? answer->same : 0;
    Str said = decl_called(answer);
    return said.len == 0 ? 0 : scope_nearest(m, said, answer->kind);
}

static void note_answers(Model *m, DeclId report, Answered *a)
{
    for (DeclId d = report + 1; d < m->decls.len; d++) {
        const Decl *answer = model_decl(m, d);
        DeclId same = answered_thing(m, answer);
        if (same == 0 || !decl_inside(m, d, report) || !says_something(m, answer))
            continue;
        for (; same != 0; same = model_decl(m, same)->parent)
            if (a->by[same] == 0)
                a->by[same] = d;
    }
}

/* A reason is for what it stands behind and what is named before that; without one nothing is
 * answered. */
static void note_refused(const Model *m, DeclId report, Answered *a)
{
    PropId p = decl_prop(m, report, P_UNANSWERED, NULL);
    bool reasoned = false;
    for (uint32_t i = p == 0 ? 0 : model_prop(m, p)->count; i-- > 0;) {
        FactId id = model_prop(m, p)->first + i;
        const Fact *fact = model_fact(m, id);
        reasoned = reasoned || fact_more(m, fact)->remark.len > 0;
        if (reasoned && fact->ref != 0)
            a->refused[fact->ref] = id;
    }
}

static bool is_answered(const Model *m, const Answered *a, DeclId d)
{
    if (a->by[d] != 0)
        return true;
    for (; d != 0; d = model_decl(m, d)->parent)
        if (a->refused[d] != 0)
            return true;
    return false;
}

/* --- what is not ------------------------------------------------------------------------- */

typedef struct Asked {
    uint16_t kind;
    MsgId the_one, several;
} Asked;

/* Not operations and investments: their answer is the accounts and the prose of who runs them, and
 * a report that is printed takes up a few of them. */
static const Asked asked[] = {
    {K_GOAL, T_THE_GOAL, T_GOALS},
    {K_SUBGOAL, T_THE_SUBGOAL, T_SUBGOALS},
    {K_MEASURE, T_THE_MEASURE, T_MEASURES},
    {K_INDICATOR, T_THE_INDICATOR, T_INDICATORS},
    {K_DECISION, T_THE_DECISION, T_DECISIONS},
};

bool report_passes_over(const Model *m, DeclId d)
{
    for (d = model_decl(m, d)->parent; d != 0; d = model_decl(m, d)->parent)
        if (model_decl(m, d)->kind == K_DOCUMENT)
            return true;
    return false;
}

/* Adds those of one kind to the list; returns how many are asked for in all. */
static uint32_t find_unanswered(Model *m, DeclId plan, const Answered *a, uint16_t kind,
                                Unanswered *out)
{
    uint32_t total = 0;
    for (DeclId d = scope_next(m, plan, kind, 0); d != 0; d = scope_next(m, plan, kind, d)) {
        if (report_passes_over(m, d) || (a->until.year != 0 && !due_by(m, d, a->until)))
            continue;
        total++;
        if (!is_answered(m, a, d))
            *vec_push(m->arena, out) = d;
    }
    return total;
}

static void check_kind(Model *m, DeclId plan, Span at, const Answered *a, const Asked *what)
{
    Unanswered lacking = {0};
    uint32_t total = find_unanswered(m, plan, a, what->kind, &lacking);
    if (lacking.len == 0)
        return;
    Diag *d = diag_at(m->sink, HP7002, at);
    diag_text3(d, check_counted(m, what->the_one, what->several, lacking.len, total));
    for (uint32_t i = 0; i < lacking.len && i < MOST_PLACES; i++) {
        diag_place(d, model_decl(m, lacking.at[i])->head, L_NOT_ANSWERED);
        diag_str(d, decl_label(m, lacking.at[i]));
    }
    tally_rest(d, lacking.len, MOST_PLACES);
    diag_note(d, N_ANSWER_IT);
    if (a->until.year != 0) {
        Buf day;
        buf_init(&day, m->arena);
        buf_printf(&day, "%d.%d.%d", a->until.day, a->until.month, a->until.year);
        diag_note(d, N_DUE_LATER);
        diag_str(d, buf_view(&day));
    }
}

static void check_refused(Model *m, const Answered *a)
{
    for (DeclId d = 1; d < m->decls.len; d++) {
        if (a->refused[d] == 0 || a->by[d] == 0)
            continue;
        Diag *found = diag_at(m->sink, HP7005, fact_span(m, model_fact(m, a->refused[d])));
        diag_str(found, decl_label(m, d));
        diag_place(found, model_decl(m, a->by[d])->head, L_ANSWERED_HERE);
    }
}

/* --- answers one by one ------------------------------------------------------------------ */

static void check_title(Model *m, const Decl *answer)
{
    const Decl *plan = model_decl(m, answer->same);
    if (answer->title.len == 0 || plan->title.len == 0 ||
        scope_title(m, answer) == scope_title(m, plan))
        return;
    Diag *d = diag_at(m->sink, HP7003, decl_title_span(m, answer));
    diag_place(d, decl_title_span(m, plan), L_TITLE_IN_PLAN);
    diag_fix(d, decl_title_span(m, answer), quote_text(m->arena, plan->title), F_TITLE_OF_PLAN);
}

typedef struct Outcome {
    uint32_t met, missed;
    IndicatorAnswer last; /* of those that decide it */
} Outcome;

static void add_outcome(Model *m, DeclId indicator, Outcome *out)
{
    IndicatorAnswer answer = indicator_verdict(m, indicator);
    if (answer.on_line)
        return;
    if (answer.verdict == INDICATOR_MET)
        out->met++;
    else if (answer.verdict == INDICATOR_NOT_MET)
        out->missed++;
    else
        return;
    out->last = answer;
}

/* The indicator itself, or those in a goal. */
static Outcome outcome_of(Model *m, DeclId thing)
{
    Outcome out = {0, 0, {INDICATOR_NONE, false, false, 0, 0}};
    if (model_decl(m, thing)->kind == K_INDICATOR) {
        add_outcome(m, thing, &out);
        return out;
    }
    for (DeclId d = scope_next(m, thing, K_INDICATOR, 0); d != 0;
         d = scope_next(m, thing, K_INDICATOR, d))
        add_outcome(m, d, &out);
    return out;
}

static void put_point(const Model *m, Diag *d, PropId p, MsgId label)
{
    if (p == 0)
        return;
    Span said = fact_span(m, model_fact(m, model_prop(m, p)->first));
    diag_place(d, said, label);
    diag_str(d, span_text(m->sources, said));
}

/* Only where all that is measured says the opposite: a goal is more than what is measured of it. */
static void check_status(Model *m, DeclId thing, const Fact *status)
{
    uint16_t said = vocab_term(status->value.term)->id;
    if (said != E_STATUS_REACHED && said != E_STATUS_NOT_REACHED)
        return;
    Outcome out = outcome_of(m, thing);
    bool contradicts = said == E_STATUS_REACHED ? out.missed > 0 && out.met == 0
                                                : out.met > 0 && out.missed == 0;
    if (!contradicts)
        return;
    Diag *d = diag_at(m->sink, HP7004, fact_said(m, status));
    diag_str(d, span_text(m->sources, fact_said(m, status)));
    put_point(m, d, out.last.target, L_TARGET_WAS);
    put_point(m, d, out.last.result, L_RESULT_WAS);
}

static void check_thing(Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    bool has_status = decl->kind == K_GOAL || decl->kind == K_SUBGOAL || decl->kind == K_INDICATOR;
    const Fact *status = has_status ? decl_fact(m, d, P_STATUS) : NULL;
    if (decl->answers && decl->same != 0)
        check_title(m, decl);
    if (status != NULL && status->value.kind == VAL_ENUM)
        check_status(m, decl_self(m, d), status);
}

/* --- all of them ------------------------------------------------------------------------- */

static Answered answers_of(Model *m, DeclId report)
{
    Answered a = {arena_array(m->scratch, DeclId, m->decls.len),
                  arena_array(m->scratch, FactId, m->decls.len), due_until(m, report)};
    note_answers(m, report, &a);
    note_refused(m, report, &a);
    return a;
}

static void check_plan(Model *m, DeclId report, DeclId plan)
{
    Answered a = answers_of(m, report);
    for (size_t k = 0; k < sizeof asked / sizeof *asked; k++)
        check_kind(m, plan, model_decl(m, report)->head, &a, &asked[k]);
    check_refused(m, &a);
}

/* A plan that is named in quotes may be one on paper, or one whose title is written otherwise. */
static void names_no_plan(Model *m, DeclId report, const Fact *named)
{
    Diag *d =
        diag_at(m->sink, HP7006, named == NULL ? model_decl(m, report)->head : fact_said(m, named));
    diag_note(d, N_SAY_WHICH_PLAN);
    if (named != NULL && scope_next(m, 0, K_PLAN, 0) != 0)
        d->severity = SEV_WARNING;
}

static void check_report(Model *m, DeclId report)
{
    PropId p = decl_prop(m, report, P_ANSWERS, NULL);
    const Fact *named = NULL;
    bool told = false;
    for (uint32_t i = 0; p != 0 && i < model_prop(m, p)->count; i++) {
        const Fact *fact = model_fact(m, model_prop(m, p)->first + i);
        named = named == NULL ? fact : named;
        told = told || fact->ref != 0 || fact->value.kind == VAL_BAD;
        if (fact->ref != 0)
            check_plan(m, report, fact->ref);
    }
    if (!told)
        names_no_plan(m, report, named);
}

void report_unanswered(Model *m, DeclId report, Unanswered *out)
{
    PropId p = decl_prop(m, report, P_ANSWERS, NULL);
    Answered a = answers_of(m, report);
    for (uint32_t i = 0; p != 0 && i < model_prop(m, p)->count; i++) {
        DeclId plan = model_fact(m, model_prop(m, p)->first + i)->ref;
        for (size_t k = 0; plan != 0 && k < sizeof asked / sizeof *asked; k++)
            (void)find_unanswered(m, plan, &a, asked[k].kind, out);
    }
}

void check_reports(Model *m)
{
    DeclId first = scope_next(m, 0, K_REPORT, 0);
    for (DeclId d = first; d != 0; d = scope_next(m, 0, K_REPORT, d))
        check_report(m, d);
    for (DeclId d = first; d != 0 && d < m->decls.len; d++)
        if (model_decl(m, d)->answers || decl_inside(m, d, first))
            check_thing(m, d);
}
