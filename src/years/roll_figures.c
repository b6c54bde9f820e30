/*
 * roll_figures.c — figures that are said year by year, and the new year's.  Layer: years.
 *
 * What is said for a year stays as what that year was; the new year gets a line to be filled in. A
 * series that went to the end of the old period goes to the end of the new one.
 */
#include "years/roll_int.h"

bool roll_is_for(const Prop *p, int year)
{
    return index_holds(p->index, (Index){period_year(year), VER_NONE});
}

bool roll_is_ours(const Roll *r, const Prop *p)
{
    return p->count > 0 && roll_has(r->m, model_fact(r->m, p->first)->doc, r->wish->plan);
}

/* ---- what the plan says --------------------------------------------------------------------- */

/* The next of the plan's own properties of this key; *at is where to look from. */
static const Prop *next_own(const Roll *r, PropId *at, uint16_t key)
{
    while (*at != 0) {
        const Prop *p = model_prop(r->m, *at);
        *at = p->next;
        if (p->key == key && roll_is_ours(r, p))
            return p;
    }
    return NULL;
}

/* The last of them; `year` 0: for any. */
static const Prop *last_prop(const Roll *r, DeclId d, uint16_t key, int year)
{
    const Prop *found = NULL;
    PropId at = model_decl(r->m, d)->first_prop;
    for (const Prop *p; (p = next_own(r, &at, key)) != NULL;)
        found = year == 0 || roll_is_for(p, year) ? p : found;
    return found;
}

bool roll_is_part(Period p, int year)
{
    return (p.kind == PERIOD_PART || p.kind == PERIOD_DATE) && period_last_year(p) == year;
}

/* The newest year, no later than this one, for which something is said; 0: none. */
static int newest_year(const Roll *r, DeclId d, uint16_t key, int year)
{
    int newest = 0;
    PropId at = model_decl(r->m, d)->first_prop;
    for (const Prop *p; (p = next_own(r, &at, key)) != NULL;) {
        int last = p->index.period.kind == PERIOD_OPEN ? 0 : period_last_year(p->index.period);
        newest = last > newest && last <= year ? last : newest;
    }
    return newest;
}

/* ---- lines for the new year ----------------------------------------------------------------- */

/* «måltall 2019: … %», behind a property. */
static void ask(Roll *r, const Prop *behind, Str key, Str unit)
{
    Buf line;
    buf_init(&line, r->m->arena);
    say_put(&line, SAY_ROLL_FIGURE, r->words, key, unit);
    roll_line_behind(r, roll_prop_span(r, behind), true, buf_view(&line));
}

static void ask_year(Roll *r, const Prop *behind, Str word, int year, Str unit)
{
    Buf key;
    buf_init(&key, r->m->arena);
    buf_str(&key, word);
    if (word.len > 0)
        buf_char(&key, ' ');
    buf_int(&key, year);
    ask(r, behind, buf_view(&key), unit);
}

/* Each year of the new period that the old one had not. */
static void ask_further(Roll *r, DeclId d, uint16_t key, Str word, Str unit)
{
    const Prop *last = r->old_end == 0 ? NULL : last_prop(r, d, key, r->old_end);
    for (int year = r->new_from; last != NULL && year <= r->new_end; year++)
        if (last_prop(r, d, key, year) == NULL)
            ask_year(r, last, word, year, unit);
}

/* The parts of the newest year, each a line for the same part of this one. False: it has none. */
static bool ask_parts(Roll *r, DeclId d, uint16_t key, int year)
{
    bool any = false;
    int newest = newest_year(r, d, key, year);
    PropId at = model_decl(r->m, d)->first_prop;
    for (const Prop *p; (p = next_own(r, &at, key)) != NULL;) {
        if (!roll_is_part(p->index.period, newest))
            continue;
        any = true;
        if (newest < year)
            ask(r, p,
                roll_moved(r, span_text(r->m->sources, p->key_span),
                           period_first_year(p->index.period), year - newest),
                unit_said(r->m, d));
    }
    return any;
}

/* «budsjett 2026» is one of each year as «2026» is; what was revised or accounted for is not. */
static bool is_planned_for(const Prop *p, int year)
{
    Index index = {p->index.period, VER_NONE};
    bool planned = p->index.version == VER_NONE || p->index.version == VER_BUDGET;
    return planned && index_holds(index, (Index){period_year(year), VER_NONE});
}

/* An amount is asked for as the last one is said, other figures in the unit of their thing. */
static Str unit_asked(const Roll *r, DeclId d, uint16_t key, const Prop *last)
{
    return key == P_AMOUNT && last != NULL ? amount_unit_said(r->m, last) : unit_said(r->m, d);
}

/* A frame, a key figure: what it is about is a figure a year. */
void roll_yearly(Roll *r, DeclId d, uint16_t key)
{
    const Prop *last = NULL;
    bool next = false;
    PropId at = model_decl(r->m, d)->first_prop;
    for (const Prop *p; (p = next_own(r, &at, key)) != NULL;) {
        last = is_planned_for(p, r->from) ? p : last;
        next = next || is_planned_for(p, r->to);
    }
    Str unit = unit_asked(r, d, key, last != NULL ? last : last_prop(r, d, key, 0));
    if (last != NULL && !next && last->index.version == VER_NONE)
        ask_year(r, last, STR_NONE, r->to, unit);
    else if (last != NULL && !next)
        ask(r, last,
            roll_moved(r, span_text(r->m->sources, last->key_span), r->from, r->to - r->from),
            unit);
    ask_further(r, d, key, STR_NONE, unit);
}

/* ---- indicators ----------------------------------------------------------------------------- */

const Prop *roll_reported(const Roll *r, DeclId d, Period of)
{
    for (PropId id = model_decl(r->m, d)->first_prop; id != 0; id = model_prop(r->m, id)->next) {
        const Prop *p = model_prop(r->m, id);
        if (p->key == P_RESULT && p->count > 0 && !roll_is_ours(r, p) &&
            index_holds(p->index, (Index){of, VER_NONE}))
            return p;
    }
    return NULL;
}

/* Where figures do not hold with the result it is somebody's to put in. */
static void tell_result(Roll *r, DeclId d, const Prop *behind, Str key, const Prop *told)
{
    Buf line;
    buf_init(&line, r->m->arena);
    buf_printf(&line, "%.*s: %.*s", STR_ARG(key), STR_ARG(prop_said(r->m, told)));
    roll_line_behind(r, roll_prop_span(r, behind), roll_keeps(r, d), buf_view(&line));
    if (!roll_keeps(r, d))
        *vec_push(r->m->arena, &r->out->changed) = d;
}

/* What the report says of parts of the year. False: nothing. */
static bool tell_parts(Roll *r, DeclId d, const Prop *behind)
{
    bool any = false;
    for (PropId id = model_decl(r->m, d)->first_prop; id != 0; id = model_prop(r->m, id)->next) {
        const Prop *p = model_prop(r->m, id);
        if (p->key != P_RESULT || p->count == 0 || roll_is_ours(r, p) ||
            !roll_is_part(p->index.period, r->from))
            continue;
        tell_result(r, d, behind, span_text(r->m->sources, p->key_span), p);
        any = true;
    }
    return any;
}

/* Of the parts of the year that have targets, where nothing tells how results are said. */
static bool ask_parts_of_targets(Roll *r, DeclId d)
{
    bool any = false;
    PropId at = model_decl(r->m, d)->first_prop;
    for (const Prop *p; (p = next_own(r, &at, P_TARGET)) != NULL;) {
        if (!roll_is_part(p->index.period, r->from))
            continue;
        Buf key;
        buf_init(&key, r->m->arena);
        buf_printf(&key, "%.*s %.*s", STR_ARG(prop_word(P_RESULT, r->words)),
                   STR_ARG(time_said(r->m, p)));
        ask(r, p, buf_view(&key), unit_said(r->m, d));
        any = true;
    }
    return any;
}

static void ask_result_of_year(Roll *r, DeclId d, const Prop *behind)
{
    ask_year(r, behind, prop_word(P_RESULT, r->words), r->from, unit_said(r->m, d));
}

/* What the report tells of the year and its parts; asked for is what it does not. Results of parts
 * do not answer a target of the year. */
static void roll_result(Roll *r, DeclId d, const Prop *behind)
{
    const Prop *told = roll_reported(r, d, period_year(r->from));
    bool whole = last_prop(r, d, P_TARGET, r->from) != NULL;
    Buf key;
    if (last_prop(r, d, P_RESULT, r->from) != NULL)
        return;
    bool parts = tell_parts(r, d, behind);
    if (told == NULL) {
        parts = parts || (last_prop(r, d, P_RESULT, 0) == NULL
                              ? ask_parts_of_targets(r, d)
                              : ask_parts(r, d, P_RESULT, r->from));
        if (whole || !parts)
            ask_result_of_year(r, d, behind);
        return;
    }
    buf_init(&key, r->m->arena);
    buf_printf(&key, "%.*s %.*s", STR_ARG(prop_word(P_RESULT, r->words)), STR_ARG(r->from_text));
    tell_result(r, d, behind, buf_view(&key), told);
}

/* As the newest year has them: of the parts of the year, of all of it, or both. */
static void roll_targets(Roll *r, DeclId d)
{
    const Prop *last = last_prop(r, d, P_TARGET, 0);
    Str word = prop_word(P_TARGET, r->words);
    int newest = newest_year(r, d, P_TARGET, r->to);
    if (newest != 0 && last_prop(r, d, P_TARGET, r->to) == NULL) {
        bool parts = ask_parts(r, d, P_TARGET, r->to);
        if (!parts || last_prop(r, d, P_TARGET, newest) != NULL)
            ask_year(r, last, word, r->to, unit_said(r->m, d));
    }
    ask_further(r, d, P_TARGET, word, unit_said(r->m, d));
}

void roll_indicator(Roll *r, DeclId d)
{
    const Prop *target = last_prop(r, d, P_TARGET, 0);
    const Prop *result = last_prop(r, d, P_RESULT, 0);
    for (PropId id = model_decl(r->m, d)->first_prop; id != 0; id = model_prop(r->m, id)->next) {
        const Prop *p = model_prop(r->m, id);
        if ((p->key != P_TARGET && p->key != P_RESULT) || !roll_is_ours(r, p))
            continue;
        /* It follows from results of then, not from those to come. */
        roll_cut_equation(r, model_fact(r->m, p->first));
        if (p->index.period.kind == PERIOD_LAST)
            roll_fill_in_before(r, p->key_span, SAY_ROLL_UNDATED, r->from_text, STR_NONE);
    }
    roll_targets(r, d);
    if (result != NULL || target != NULL)
        roll_result(r, d, result != NULL ? result : target);
}
