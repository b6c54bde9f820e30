/*
 * due.c — what a report on a part of its year has to answer.  Layer: check.  See due.h.
 */
#include "check/due.h"

#include "model/scope.h"

Date due_until(const Model *m, DeclId report)
{
    const Date all = {0, 0, 0};
    Date day = decl_period(m, report, P_AS_OF).to;
    int year = decl_year(m, report);
    bool part = day.year != 0 && (year == 0 || day.year == year) &&
                date_cmp(day, period_year(day.year).to) < 0;
    return part ? day : all;
}

/* A target of the year whose time is over; those of years before are
 * the reports' of those years. */
static bool has_target_by(const Model *m, DeclId indicator, Date until)
{
    for (PropId id = model_decl(m, indicator)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        Date end = p->index.period.to;
        if (p->key == P_TARGET && end.year == until.year && date_cmp(end, until) <= 0)
            return true;
    }
    return false;
}

static bool is_later(Date begins, Date until)
{
    return begins.year != 0 && date_cmp(begins, until) > 0;
}

static bool is_work_by(const Model *m, DeclId d, Date until)
{
    return decl_period(m, d, P_DUE).to.year <= until.year &&
           !is_later(decl_period(m, d, P_START).from, until) &&
           !is_later(decl_period(m, d, P_PERIOD).from, until);
}

/* What is neither measured nor worked for is to be answered itself. */
static bool has_due(Model *m, DeclId goal, Date until)
{
    static const uint16_t within[] = {K_MEASURE, K_INDICATOR, K_DECISION};
    bool empty = true;
    for (size_t i = 0; i < sizeof within / sizeof *within; i++) {
        for (DeclId d = scope_next(m, goal, within[i], 0); d != 0;
             d = scope_next(m, goal, within[i], d)) {
            if (due_by(m, d, until))
                return true;
            empty = false;
        }
    }
    return empty;
}

bool due_by(Model *m, DeclId thing, Date until)
{
    switch (model_decl(m, thing)->kind) {
    case K_INDICATOR: return has_target_by(m, thing, until);
    case K_GOAL:
    case K_SUBGOAL: return has_due(m, thing, until);
    default: return is_work_by(m, thing, until);
    }
}
