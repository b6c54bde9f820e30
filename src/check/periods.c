/*
 * periods.c — due dates lie inside the plan's period, amounts near it; titles agree with
 * their year. Layer: check.
 *
 * Requires: plans, tables. Provides: findings HP6004, HP6006 and HP4020. A plan without a period of
 * its own is only held to its year where a date lies before it: measures may well take longer.
 */
#include "check/sums.h"

enum { FAR_YEARS = 20 };

/* --- due dates --------------------------------------------------------------------------- */

/* The days that a plan is about; false where it says none. An end that is not said has year 0. */
static bool plan_days(const Model *m, DeclId plan, Period *out)
{
    *out = decl_period(m, plan, P_PERIOD);
    if (out->kind == PERIOD_YEAR || out->kind == PERIOD_YEARS)
        return true;
    int year = decl_year(m, plan);
    if (out->kind != PERIOD_NONE || year == 0)
        return false;
    *out = period_year(year);
    out->to.year = 0;
    return true;
}

static bool is_before(Date a, Date b)
{
    return a.year != 0 && b.year != 0 && date_cmp(a, b) < 0;
}

static void tell_outside(Model *m, Span at, Period days)
{
    Diag *d = diag_at(m->sink, HP6004, at);
    Buf years;
    buf_init(&years, m->arena);
    if (days.to.year == 0 || days.to.year == days.from.year)
        buf_printf(&years, "%d", days.from.year);
    else
        buf_printf(&years, "%d–%d", days.from.year, days.to.year);
    diag_label(d, L_PLAN_IS_FOR);
    diag_str(d, buf_view(&years));
}

static void check_dates(Model *m, DeclId plan, const Fact *f, bool deadline)
{
    Period days;
    Period p = fact_period(f);
    if (f->value.kind != VAL_PERIOD || p.kind == PERIOD_YEARLY || p.kind == PERIOD_LAST ||
        !plan_days(m, plan, &days))
        return;
    /* A deadline is its last day; a period must touch the plan's. */
    Date end = p.to;
    Date begin = deadline ? p.to : p.from;
    if (is_before(end, days.from) || is_before(days.to, begin))
        tell_outside(m, fact_span(m, f), days);
}

/* A project runs for years behind the plan, but nobody has an amount so far from it: `kostnad 2072`
 * is a slip for 2027. */
static void check_amount_year(Model *m, DeclId plan, const Prop *prop)
{
    int first = period_first_year(prop->index.period);
    int last = period_last_year(prop->index.period);
    Period days;
    if (vocab_term(prop->term)->type != VT_MONEY || first == 0 || last == 0 ||
        !plan_days(m, plan, &days) || days.to.year == 0)
        return;
    if (first > days.to.year + FAR_YEARS || last < days.from.year - FAR_YEARS)
        tell_outside(m, prop->key_span, days);
}

static bool is_timed(uint16_t kind)
{
    return kind == K_GOAL || kind == K_SUBGOAL || kind == K_MEASURE || kind == K_OPERATION ||
           kind == K_INVESTMENT || kind == K_FRAME;
}

static void check_times_of(Model *m, DeclId d)
{
    DeclId plan = decl_plan(m, d);
    if (plan == 0 || model_decl(m, plan)->kind != K_PLAN)
        return;
    for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *prop = model_prop(m, p);
        check_amount_year(m, plan, prop);
        if (prop->key != P_DUE && prop->key != P_PERIOD)
            continue;
        for (uint32_t i = 0; i < prop->count; i++)
            check_dates(m, plan, model_fact(m, prop->first + i), prop->key == P_DUE);
    }
}

/* Finished before it begins? Both as wide as they are said: «2026» may be its first day or last. */
static void check_order(Model *m, DeclId d, uint16_t end_key)
{
    const Fact *start = decl_fact(m, d, P_START);
    const Fact *end = start == NULL ? NULL : decl_fact(m, d, end_key);
    if (end == NULL)
        return;
    Period begin = fact_period(start);
    Period done = fact_period(end);
    bool dated = begin.kind != PERIOD_NONE && begin.kind != PERIOD_YEARLY &&
                 begin.kind != PERIOD_LAST && done.kind != PERIOD_NONE &&
                 done.kind != PERIOD_YEARLY && done.kind != PERIOD_LAST;
    if (!dated || !is_before(done.to, begin.from))
        return;
    Diag *diag = diag_at(m->sink, HP6006, fact_span(m, end));
    diag_place(diag, fact_span(m, start), L_BEGINS_HERE);
}

/* --- years in titles --------------------------------------------------------------------- */

typedef struct TitleYears {
    int first, last; /* 0: the title names no year */
} TitleYears;

/* Letters of Norwegian begin with C3, dashes with E2. */
static bool is_word_byte(char c)
{
    return ascii_is_digit(c) || ascii_is_letter(c) ||
           ((unsigned char)c >= 0xC3 && (unsigned char)c != 0xE2);
}

/* Years that stand alone or in a range: 2018, 2018–2021; not 120180 or 2018a. */
static TitleYears read_years(Str s)
{
    TitleYears years = {0, 0};
    for (uint32_t i = 0; i < s.len;) {
        uint32_t end = i;
        int value = 0;
        while (end < s.len && ascii_is_digit(s.ptr[end]) && end - i < 5)
            value = value * 10 + (s.ptr[end++] - '0');
        bool alone = end - i == 4 && (end == s.len || !is_word_byte(s.ptr[end]));
        if (alone && value >= 1950 && value < 2100) {
            if (years.first == 0 || value < years.first)
                years.first = value;
            if (value > years.last)
                years.last = value;
        }
        if (end == i)
            end++;
        if (is_word_byte(s.ptr[end - 1]))
            while (end < s.len && is_word_byte(s.ptr[end]))
                end++;
        i = end;
    }
    return years;
}

static void report_years(Model *m, Span said, TitleYears years, int first, Span about)
{
    Diag *d = diag_at(m->sink, HP4020, said);
    diag_int(d, years.first);
    diag_place(d, about, L_IS_ABOUT);
    diag_int(d, first);
}

/* The years that a table is about, and where it says so. */
typedef struct About {
    int first, last; /* 0: it does not say */
    Span span;
} About;

static void widen(About *about, Period p, Span span)
{
    int first = period_first_year(p);
    int last = period_last_year(p);
    if (first == 0 || last == 0)
        return;
    if (about->first == 0)
        about->span = span;
    about->first = about->first == 0 || first < about->first ? first : about->first;
    about->last = last > about->last ? last : about->last;
}

/* `av: ramme.2018`, else `år: 2018`. */
static About table_about(Model *m, TableId id)
{
    About about = {0, 0, SPAN_NONE};
    DeclId d = model_table(m, id)->decl;
    FrameVec frames = {0};
    breakdown_frames(m, id, &frames);
    for (uint32_t i = 0; i < frames.len; i++) {
        FigRef from = frames.at[i].from;
        if (from.fact != 0 && model_fact(m, from.fact)->owner == FACT_PROP)
            widen(&about, model_prop(m, model_fact(m, from.fact)->prop)->index.period,
                  frames.at[i].span);
    }
    const Fact *year = decl_fact(m, d, P_YEAR);
    if (frames.len == 0 && year != NULL && year->value.kind == VAL_PERIOD)
        widen(&about, fact_period(year), fact_span(m, year));
    return about;
}

static bool contradicts(TitleYears years, const About *about)
{
    return years.first != 0 && (years.first > about->last || about->first > years.last);
}

/* A table under a title with another year, or with another year in the label of a sum. */
static void check_years_of(Model *m, TableId id)
{
    const Table *t = model_table(m, id);
    if (t->declares)
        return;
    About about = table_about(m, id);
    if (about.first == 0)
        return;
    t = model_table(m, id);
    const Decl *decl = model_decl(m, t->decl);
    TitleYears years = read_years(decl->title);
    if (contradicts(years, &about))
        report_years(m, decl_title_span(m, decl), years, about.first, about.span);
    for (uint32_t r = 0; r < t->rows.len; r++) {
        const Row *row = &t->rows.at[r];
        if (row->role != ROLE_SUM)
            continue;
        years = read_years(row_label(t, row));
        if (contradicts(years, &about))
            report_years(m, row_label_span(m, t, r), years, about.first, about.span);
    }
}

/* What a plan aims at, or the plan that it follows, lies far off or behind a word that says so:
 * "Kragerø mot 2030". A title that was taken over from last year's plan does neither. */
static bool is_aim(Str title, TitleYears years, int first, int last)
{
    enum { NEAR_YEARS = 3 };
    static const char *const towards[] = {" mot ", " innen ", " før ", " towards ", " by ", NULL};
    return str_has_any(title, towards) || years.last < first - NEAR_YEARS ||
           years.first > last + NEAR_YEARS;
}

/* A plan whose title names another year than it is for. */
static void check_plan_title(Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    const Fact *year = decl_fact(m, d, P_YEAR);
    TitleYears years = read_years(decl->title);
    if (years.first == 0 || year == NULL || year->value.kind != VAL_PERIOD)
        return;
    int first = period_first_year(fact_period(year));
    int last = period_last_year(fact_period(year));
    Period period = decl_period(m, d, P_PERIOD);
    bool in_period = period_first_year(period) != 0 && years.first <= period_last_year(period) &&
                     period_first_year(period) <= years.last;
    if (first == 0 || in_period || (years.first <= last && first <= years.last) ||
        is_aim(decl->title, years, first, last))
        return;
    report_years(m, decl_title_span(m, decl), years, first, fact_span(m, year));
}

/* "Økonomiplan 2023–2026" over a plan for 2024–2027: years that leave out some of its own. */
static void check_title_range(Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    const Fact *f = decl_fact(m, d, P_PERIOD);
    TitleYears years = read_years(decl->title);
    Period period = decl_period(m, d, P_PERIOD);
    int first = period_first_year(period), last = period_last_year(period);
    if (f == NULL || period.kind != PERIOD_YEARS || years.first == years.last ||
        (years.first <= first && last <= years.last) || last < years.first ||
        years.last < first || is_aim(decl->title, years, first, last))
        return;
    TitleYears odd = years;
    if (years.first == first)
        odd.first = years.last;
    report_years(m, decl_title_span(m, decl), odd, years.first == first ? last : first,
                 fact_span(m, f));
}

/* A report whose title names another year than it is for, and none of the plan that it answers. */
static void check_report_title(Model *m, DeclId d)
{
    const Fact *answers = decl_fact(m, d, P_ANSWERS);
    DeclId plan = answers == NULL ? 0 : answers->ref;
    TitleYears years = read_years(model_decl(m, d)->title);
    int year = plan == 0 ? 0 : decl_year(m, plan);
    if (years.first == 0 || (year != 0 && year != decl_year(m, d) && years.first <= year &&
                             year <= years.last))
        return;
    check_plan_title(m, d);
}

void check_periods(Model *m, const Stretch *s)
{
    for (DeclId d = s->from; d < s->to; d++) {
        if (is_timed(m->kinds.at[d])) {
            check_times_of(m, d);
            check_order(m, d, P_DUE);
            check_order(m, d, P_COMPLETED);
        } else if (m->kinds.at[d] == K_REPORT) {
            check_report_title(m, d);
        } else if (m->kinds.at[d] == K_PLAN) {
            check_plan_title(m, d);
            check_title_range(m, d);
        }
    }
}

void check_table_years(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++)
        check_years_of(m, id);
}
