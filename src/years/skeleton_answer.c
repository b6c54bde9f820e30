/*
 * skeleton_answer.c — one answer of a report, still to be filled in.  Layer: years.
 *
 *     indikator sykefravær {
 *       # Sykefravær i Stab og støtte
 *       # måltall 2018: 4 %
 *       # resultat 2018: … %
 *     }
 */
#include "base/quote.h"
#include "check/due.h"
#include "years/skeleton_int.h"

/* ---- what is asked of which kind ------------------------------------------------------------ */

enum { MOST_KEYS = 4 };

typedef struct Asked {
    uint16_t kind;
    uint16_t told[MOST_KEYS];  /* what the plan says of it, for who fills it in */
    uint16_t asked[MOST_KEYS]; /* what the report is to say */
} Asked;

static const Asked kinds[] = {
    {K_GOAL, {0}, {P_STATUS}},
    {K_SUBGOAL, {0}, {P_STATUS}},
    {K_MEASURE, {P_RESPONSIBLE, P_DUE, P_COST, P_SAVING}, {P_STATUS}},
    {K_OPERATION, {P_RESPONSIBLE, P_DUE, P_COST, P_SAVING}, {P_STATUS}},
    {K_INDICATOR, {P_TARGET}, {P_RESULT}},
    {K_INVESTMENT, {P_TOTAL, P_AMOUNT, P_COST}, {P_AMOUNT, P_STATUS}},
    {K_DECISION, {P_RESPONSIBLE, P_DUE}, {P_STATUS}},
    {K_FRAME, {P_AMOUNT}, {P_AMOUNT}},
};

static const Asked *asked_of(uint16_t kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].kind == kind)
            return &kinds[i];
    return NULL;
}

/* How much of a frame is spent, the table that divides it tells in a report on all of its year. */
bool skeleton_answerable(const Skeleton *k, DeclId id)
{
    const Decl *d = model_decl(k->m, id);
    return asked_of(d->kind) != NULL && !d->answers && !d->added && !k->divided[id];
}

/* Has it a figure of the report's year? How that will end is to be forecast. */
static bool has_of_year(const Skeleton *k, DeclId d, uint16_t key)
{
    for (PropId id = model_decl(k->m, d)->first_prop; id != 0; id = model_prop(k->m, id)->next)
        if (model_prop(k->m, id)->key == key && skeleton_of_year(k, model_prop(k->m, id)->index))
            return true;
    return false;
}

bool skeleton_is_due(const Skeleton *k, DeclId d)
{
    uint16_t kind = model_decl(k->m, d)->kind;
    if (kind == K_FRAME)
        return has_of_year(k, d, P_AMOUNT);
    if (k->until.year == 0)
        return true;
    return (kind == K_INDICATOR && has_of_year(k, d, P_TARGET)) || due_by(k->m, d, k->until);
}

/* ---- what the plan says --------------------------------------------------------------------- */

/* The first target of a later year, which counts where the year has none of its own. */
static const Prop *next_target(const Skeleton *k, DeclId d)
{
    const Prop *next = NULL;
    for (PropId id = model_decl(k->m, d)->first_prop; id != 0; id = model_prop(k->m, id)->next) {
        const Prop *p = model_prop(k->m, id);
        int last = period_last_year(p->index.period);
        if (p->key != P_TARGET || last < k->wish->year)
            continue;
        if (skeleton_of_year(k, p->index) || skeleton_is_part(k, p->index.period))
            return NULL;
        if (next == NULL || last < period_last_year(next->index.period))
            next = p;
    }
    return next;
}

static bool is_told(const Skeleton *k, const Prop *p, const Prop *target)
{
    return p->count > 0 && (p->index.period.kind == PERIOD_NONE || p == target ||
                            skeleton_of_year(k, p->index) || skeleton_is_part(k, p->index.period));
}

/* «mill. kr», as the amount says it or the `skala` around it, which the report is outside. */
static Str amount_unit(const Skeleton *k, const Prop *p)
{
    Str said = amount_unit_said(k->m, p);
    if (said.len > 0)
        return said;
    Value v = fact_value(k->m, model_fact(k->m, p->first));
    const Unit *unit = unit_get(&k->m->units, v.unit);
    bool scaled = v.kind == VAL_NUMBER && unit->dim == E_DIMENSION_MONEY &&
                  decimal_cmp(unit->factor, decimal_one) != 0;
    return scaled ? unit->label : STR_NONE;
}

static void put_told(Skeleton *k, DeclId d, uint16_t key)
{
    const Prop *target = key == P_TARGET ? next_target(k, d) : NULL;
    for (PropId id = model_decl(k->m, d)->first_prop; id != 0; id = model_prop(k->m, id)->next) {
        const Prop *p = model_prop(k->m, id);
        if (p->key != key || !is_told(k, p, target))
            continue;
        buf_cstr(k->out, "# ");
        put_flat(k->out, span_text(k->m->sources, p->key_span));
        buf_cstr(k->out, ": ");
        put_flat(k->out, prop_said(k->m, p));
        Str unit = amount_unit_said(k->m, p).len == 0 ? amount_unit(k, p) : STR_NONE;
        buf_cstr(k->out, unit.len > 0 ? " " : "");
        buf_str(k->out, unit);
        buf_char(k->out, '\n');
    }
}

/* ---- what is to be filled in ---------------------------------------------------------------- */

/* WORD WHEN: … as a comment. */
static void ask(Skeleton *k, Str word, Str when, Str unit)
{
    buf_cstr(k->out, "# ");
    buf_str(k->out, word);
    if (when.len > 0)
        buf_printf(k->out, " %.*s", STR_ARG(when));
    buf_cstr(k->out, ": …");
    if (unit.len > 0) {
        buf_char(k->out, ' ');
        put_flat(k->out, unit);
    }
    buf_char(k->out, '\n');
}

static void ask_forecast(Skeleton *k, Str unit)
{
    ask(k, version_word(VER_FORECAST, k->words), k->year, unit);
}

/* Of the year, or of the parts of it that have targets; of the year a forecast while it lasts. */
static void ask_results(Skeleton *k, DeclId d)
{
    Str unit = unit_said(k->m, d), result = prop_word(P_RESULT, k->words);
    bool parts = false, whole = false;
    for (PropId id = model_decl(k->m, d)->first_prop; id != 0; id = model_prop(k->m, id)->next) {
        const Prop *p = model_prop(k->m, id);
        if (p->key != P_TARGET)
            continue;
        whole = whole || skeleton_of_year(k, p->index);
        if (!skeleton_is_part(k, p->index.period))
            continue;
        parts = true;
        if (skeleton_is_over(k, p->index.period))
            ask(k, result, time_said(k->m, p), unit);
    }
    if (k->until.year != 0)
        ask_forecast(k, unit);
    else if (whole || !parts)
        ask(k, result, k->year, unit);
}

/* What the council has made of a frame since, what is spent, and what will be. */
static void ask_amounts(Skeleton *k, DeclId d)
{
    const Prop *budget = NULL;
    for (PropId id = model_decl(k->m, d)->first_prop; id != 0; id = model_prop(k->m, id)->next) {
        const Prop *p = model_prop(k->m, id);
        if ((p->key == P_AMOUNT || p->key == P_COST) && p->count > 0 &&
            skeleton_of_year(k, p->index))
            budget = p;
    }
    if (budget == NULL)
        return; /* of a project that has nothing this year */
    Str unit = amount_unit(k, budget);
    if (k->until.year == 0) {
        ask(k, version_word(VER_ACCOUNTS, k->words), k->year, unit);
        return;
    }
    Buf so_far;
    buf_init(&so_far, k->m->arena);
    buf_printf(&so_far, "%.*s %.*s", STR_ARG(prop_word(P_AS_OF, k->words)), STR_ARG(k->day));
    if (model_decl(k->m, d)->kind == K_FRAME)
        ask(k, say_text(SAY_REVISED, k->words), k->year, unit);
    ask(k, version_word(VER_ACCOUNTS, k->words), buf_view(&so_far), unit);
    ask_forecast(k, unit);
}

static void put_asked(Skeleton *k, DeclId d, const Asked *row)
{
    for (int i = 0; i < MOST_KEYS && row->told[i] != 0; i++)
        put_told(k, d, row->told[i]);
    for (int i = 0; i < MOST_KEYS && row->asked[i] != 0; i++) {
        if (row->asked[i] == P_RESULT)
            ask_results(k, d);
        else if (row->asked[i] == P_AMOUNT)
            ask_amounts(k, d);
        else
            ask(k, prop_word(row->asked[i], k->words), STR_NONE, STR_NONE);
    }
}

/* ---- the head of an answer ------------------------------------------------------------------ */

/* One word, as a name is written. */
static bool is_name(Str s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if (strchr(" \t\"{}:;#|", s.ptr[i]) != NULL)
            return false;
    return s.len > 0;
}

/* The name, else the title with its number, else the number; false: the report would not find it by
 * any of them. */
static bool put_way(Skeleton *k, DeclId d, DeclId around, bool *titled)
{
    const Decl *decl = model_decl(k->m, d);
    Str number = decl_number(k->m, decl)->text;
    *titled = false;
    if (is_name(decl->name_text) && skeleton_finds(k, d, around, decl->name_text)) {
        buf_printf(k->out, " %.*s", STR_ARG(decl->name_text));
        return true;
    }
    if (skeleton_finds(k, d, around, decl->title)) {
        if (number.len > 0)
            buf_printf(k->out, " %.*s", STR_ARG(number));
        buf_char(k->out, ' ');
        quote_put(k->out, decl->title);
        *titled = true;
        return true;
    }
    if (skeleton_finds(k, d, around, number)) {
        buf_printf(k->out, " %.*s", STR_ARG(number));
        return true;
    }
    return false;
}

void skeleton_answer(Skeleton *k, DeclId d, DeclId around)
{
    const Decl *decl = model_decl(k->m, d);
    size_t start = k->out->len;
    bool titled;
    buf_char(k->out, '\n');
    buf_str(k->out, word_of(decl->term, k->words));
    if (!put_way(k, d, around, &titled)) {
        k->out->len = start;
        skeleton_comment(k, SAY_NO_WAY_TO_NAME, word_of(decl->term, k->words), decl->title);
        skeleton_contents(k, d, around);
        return;
    }
    buf_cstr(k->out, " {\n");
    if (!titled && decl->title.len > 0) {
        buf_cstr(k->out, "# ");
        put_flat(k->out, decl->title);
        buf_char(k->out, '\n');
    }
    put_asked(k, d, asked_of(decl->kind));
    skeleton_contents(k, d, d);
    buf_cstr(k->out, "}\n");
}
