/*
 * times.c — what is said to have happened has had its time.  Layer: check.
 *
 * Requires: declarations. Provides: HP6007 at a result, and at a decision with a date, of a time
 * after the plan's period or the report's year; HP6004 where a plan's year is not in its own
 * period. Nothing is asked of a document without a year. Who keeps one plan for four years adds to
 * it, and what tells of a year that is over is adopted in the one that follows.
 */
#include "check/shared.h"

static Date later(Date a, Date b)
{
    return b.year != 0 && (a.year == 0 || date_cmp(a, b) < 0) ? b : a;
}

/* The last day that a plan or a report is about; year 0: it does not say. */
static Date last_day(Model *m, DeclId document)
{
    int year = decl_year(m, document);
    Date end = {0, 0, 0};
    if (year != 0)
        end = period_year(year).to;
    end = later(end, decl_period(m, document, P_PERIOD).to);
    return later(end, decl_period(m, document, P_AS_OF).to);
}

static void report(Model *m, DeclId document, Span at, Date last)
{
    Diag *d = diag_at(m->sink, HP6007, at);
    Buf year;
    buf_init(&year, m->arena);
    buf_printf(&year, "%d", last.year);
    diag_label(d, model_decl(m, document)->kind == K_REPORT ? L_REPORT_IS_FOR : L_PLAN_IS_FOR);
    diag_str(d, buf_view(&year));
}

static bool is_after(Date begin, Date last)
{
    return begin.year != 0 && last.year != 0 && date_cmp(begin, last) > 0;
}

static void check_results(Model *m, DeclId document, DeclId d, Date last)
{
    for (PropId id = model_decl(m, d)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        bool past = p->key == P_RESULT && p->index.version == VER_NONE && p->count > 0;
        const Fact *f = past ? model_fact(m, p->first) : NULL;
        if (f != NULL && f->value.kind == VAL_NUMBER && is_after(p->index.period.from, last))
            report(m, document, p->key_span, last);
    }
}

/* The council takes a year's report, or what was known of it, in the spring or summer after. */
static Date last_decision(const Model *m, DeclId document, Date last)
{
    if (m->kinds.at[document] != K_PLAN && last.year != 0)
        last = period_year(last.year + 1).to;
    return last;
}

static void check_decided(Model *m, DeclId document, DeclId d, Date last)
{
    const Fact *f = decl_fact(m, d, P_DECIDED_BY);
    Period when;
    if (f != NULL && f->value.kind == VAL_TEXT &&
        period_at_end(m->scratch, fact_text(m, f), &when) && is_after(when.from, last))
        report(m, document, fact_said(m, f), last);
}

/* `år` is the year that the plan is for, so it is one of its period. */
static void check_own_year(Model *m, DeclId plan)
{
    const Fact *year = decl_fact(m, plan, P_YEAR);
    Period whole = decl_period(m, plan, P_PERIOD);
    if (year == NULL || year->value.kind != VAL_PERIOD || period_first_year(whole) == 0 ||
        period_last_year(whole) == 0)
        return;
    Period own = fact_period(year);
    if (period_last_year(own) >= period_first_year(whole) &&
        period_first_year(own) <= period_last_year(whole))
        return;
    Diag *d = diag_at(m->sink, HP6004, fact_said(m, year));
    Buf years;
    buf_init(&years, m->arena);
    buf_printf(&years, "%d–%d", period_first_year(whole), period_last_year(whole));
    diag_label(d, L_PLAN_IS_FOR);
    diag_str(d, buf_view(&years));
}

void check_times(Model *m)
{
    bool results = m->stated[P_RESULT], decisions = m->stated[P_DECIDED_BY];
    for (DeclId d = 0; (d = decl_of_kind(m, K_PLAN, d)) != 0;)
        check_own_year(m, d);
    for (DeclId d = 1; (results || decisions) && d < m->decls.len; d++) {
        bool indicator = m->kinds.at[d] == K_INDICATOR;
        if (!(indicator ? results : decisions))
            continue;
        DeclId document = decl_plan(m, d);
        if (document == 0)
            continue;
        Date last = last_day(m, document);
        if (indicator)
            check_results(m, document, d, last);
        if (decisions)
            check_decided(m, document, d, last_decision(m, document, last));
    }
}
