/*
 * report_frame.c — a report is about the municipality and the time of its plan.  Layer: check.
 *
 * Requires: answers resolved. Provides: HP7007 at a municipality that is not the plan's; HP7008 at
 * something `nytt` that stands in the plan; HP7009 at what is postponed to a time that has passed
 * or is before it was due; HP6004 at a report of a year before the plan begins; HP7010 at one whose
 * figures are of a day before its year.
 */
#include "check/shared.h"

#include "base/utf8.h"
#include "model/scope.h"

/* --- the same municipality --------------------------------------------------------------- */

/* By its name; empty: there is none, or several. A number that nobody has is told elsewhere. */
static Str municipality(const Model *m, DeclId d, const Fact **fact)
{
    PropId p = decl_prop(m, d, P_MUNICIPALITY, NULL);
    if (p == 0 || model_prop(m, p)->count != 1)
        return STR_NONE;
    *fact = model_fact(m, model_prop(m, p)->first);
    Str said = str_trim(span_text(m->sources, fact_said(m, *fact)));
    return said.len == 0 || !ascii_is_digit(said.ptr[0])
               ? said
               : catalogue_title(catalogue_named("kommune"), said, decl_year(m, d));
}

/* Merged or renamed since the plan: then the report is about what it has become. */
static bool is_gone(Model *m, Str name, int year)
{
    const Catalogue *all = catalogue_named("kommune");
    const CatEntry *entry = all == NULL ? NULL : catalogue_by_title(m->catalogues, all, name, year);
    return entry == NULL || (entry->to != 0 && entry->to < year);
}

static void check_municipality(Model *m, DeclId report, DeclId plan)
{
    const Fact *said = NULL, *planned = NULL;
    Str here = municipality(m, report, &said), there = municipality(m, plan, &planned);
    if (here.len == 0 || there.len == 0 || utf8_eq_fold(m->scratch, here, there) ||
        is_gone(m, there, decl_year(m, report)))
        return;
    Diag *d = diag_at(m->sink, HP7007, fact_said(m, said));
    diag_place(d, fact_said(m, planned), L_IN_PLAN_IS);
    diag_str(d, there);
}

/* --- the same time ----------------------------------------------------------------------- */

static void label_year(Model *m, Diag *d, int year)
{
    Buf text;
    buf_init(&text, m->arena);
    buf_printf(&text, "%d", year);
    diag_label(d, L_REPORT_IS_FOR);
    diag_str(d, buf_view(&text));
}

static void check_day(Model *m, DeclId report)
{
    const Fact *f = decl_fact(m, report, P_AS_OF);
    int year = decl_year(m, report);
    Period day = f == NULL ? PERIOD_UNSTATED : fact_period(f);
    if (year != 0 && day.to.year != 0 && day.to.year < year)
        label_year(m, diag_at(m->sink, HP7010, fact_said(m, f)), year);
}

/* A plan is not answered before it begins. */
static void check_year(Model *m, DeclId report, DeclId plan)
{
    const Fact *year = decl_fact(m, report, P_YEAR);
    int first = period_first_year(decl_period(m, plan, P_PERIOD));
    int begins = decl_year(m, plan);
    if (first != 0 && first < begins)
        begins = first;
    if (year == NULL || period_last_year(fact_period(year)) == 0 ||
        period_last_year(fact_period(year)) >= begins)
        return;
    Diag *d = diag_at(m->sink, HP6004, fact_said(m, year));
    Buf text;
    buf_init(&text, m->arena);
    buf_printf(&text, "%d", begins);
    diag_label(d, L_PLAN_IS_FOR);
    diag_str(d, buf_view(&text));
}

/* "utsatt til 2019": by years, since "våren 2019" may be what the plan's "2019" meant. */
static void check_postponed(Model *m, DeclId report, DeclId d)
{
    const Fact *f = decl_fact(m, d, P_STATUS);
    Period to;
    if (f == NULL || f->value.kind != VAL_ENUM ||
        vocab_term(f->value.term)->id != E_STATUS_POSTPONED ||
        !period_at_end(m->scratch, fact_text(m, f), &to) || to.to.year == 0)
        return;
    const Fact *due = decl_fact(m, decl_self(m, d), P_DUE);
    int year = decl_year(m, report);
    int was = due == NULL ? 0 : fact_period(due).to.year;
    if (to.to.year >= year && to.to.year >= was)
        return;
    Diag *found = diag_at(m->sink, HP7009, fact_said(m, f));
    diag_int(found, to.to.year);
    if (to.to.year < year)
        label_year(m, found, year);
    else
        diag_place(found, fact_span(m, due), L_DUE_WAS);
}

/* --- nothing new that is in the plan ------------------------------------------------------- */

static bool is_measure(uint16_t kind)
{
    return kind == K_MEASURE || kind == K_OPERATION;
}

static DeclId titled_in_plan(Model *m, DeclId plan, uint16_t kind, Sym title)
{
    DeclId d = scope_next(m, plan, kind, 0);
    while (d != 0 &&
           (model_decl(m, d)->title.len == 0 || scope_title(m, model_decl(m, d)) != title))
        d = scope_next(m, plan, kind, d);
    return d;
}

static void check_new(Model *m, DeclId plan, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    if (!decl->added || decl->title.len == 0)
        return;
    Sym title = scope_title(m, decl);
    DeclId same = titled_in_plan(m, plan, decl->kind, title);
    if (same == 0 && is_measure(decl->kind))
        same = titled_in_plan(m, plan, decl->kind == K_MEASURE ? K_OPERATION : K_MEASURE, title);
    if (same == 0)
        return;
    Diag *found = diag_at(m->sink, HP7008, decl_title_span(m, decl));
    diag_str(found, decl->title);
    diag_place(found, decl_title_span(m, model_decl(m, same)), L_FIRST_HERE);
}

/* --- all of them ------------------------------------------------------------------------- */

static void check_one(Model *m, DeclId report)
{
    const Fact *answers = decl_fact(m, report, P_ANSWERS);
    DeclId plan = answers == NULL ? 0 : answers->ref;
    check_day(m, report);
    if (plan == 0)
        return;
    check_municipality(m, report, plan);
    check_year(m, report, plan);
    for (DeclId d = report + 1; d < m->decls.len; d++) {
        if (!decl_inside(m, d, report))
            continue;
        check_postponed(m, report, d);
        check_new(m, plan, d);
    }
}

void check_report_frame(Model *m)
{
    for (DeclId d = 0; (d = decl_of_kind(m, K_REPORT, d)) != 0;)
        check_one(m, d);
}
