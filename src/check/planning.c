/*
 * planning.c — goals have measures; measures have someone responsible and a due date.
 * Layer: check.
 *
 * Requires: plans. Provides: findings HP6001–HP6003. A real plan lacks many of these, so each is
 * told once a plan and kind, at the first, with their number; where a plan states none at all of a
 * kind, it has chosen so, and a note is enough.
 */
#include "check/shared.h"

/* How many of a kind lack something, in one plan. */
typedef struct Lack {
    uint32_t total;
    Tally lacking;
} Lack;

static void count(Lack *of, DeclId d, bool lacks)
{
    of->total++;
    if (lacks)
        tally_add(&of->lacking, d);
}

/* What is counted: the thing, or "{0} av {1}" of them. */
typedef struct Counted {
    MsgId the_one, several;
} Counted;

static Diag *report(Model *m, MsgId code, const Lack *of, Counted what, bool none_is_fine)
{
    const Tally *t = &of->lacking;
    Diag *d = diag_at(m->sink, code, model_decl(m, t->first[0])->head);
    diag_text3(d, check_counted(m, what.the_one, what.several, t->count, of->total));
    tally_places(m, d, t);
    if (none_is_fine && t->count == of->total)
        d->severity = SEV_NOTE;
    return d;
}

/* --- measures ---------------------------------------------------------------------------- */

static bool has(Model *m, DeclId d, uint16_t key)
{
    FigRef f;
    if (!decl_figure(m, d, key, NULL, &f))
        return false;
    if (figure_is_none(f))
        return true; /* the unit of an `om` around it */
    return f.fact == 0 ? figure_value(m, f).kind != VAL_BLANK
                       : model_fact(m, f.fact)->value.kind != VAL_BLANK;
}

/* A period of its own, or of the `om` or the chapter around it, says when, too. */
static bool has_period(const Model *m, DeclId d)
{
    bool own = true;
    for (; d != 0; d = model_decl(m, d)->parent, own = false) {
        uint16_t kind = model_decl(m, d)->kind;
        if (!own && kind != K_AGAIN && kind != K_CHAPTER && !model_decl(m, d)->container)
            return false;
        if (decl_fact(m, d, P_PERIOD) != NULL)
            return true;
    }
    return false;
}

/* A measure that is over needs no date any more. */
static bool is_over(Model *m, DeclId d)
{
    const Fact *f = decl_fact(m, d, P_STATUS);
    if (f == NULL || f->value.kind != VAL_ENUM)
        return false;
    uint16_t id = vocab_term(f->value.term)->id;
    return id == E_STATUS_DONE || id == E_STATUS_REACHED || id == E_STATUS_DROPPED ||
           id == E_STATUS_REJECTED;
}

static bool is_thing(const Decl *d)
{
    return !d->container && d->same == 0;
}

typedef struct PlanTally {
    Lack responsible[2], due[2]; /* of measures and of operations */
    Lack goals;
    bool astray; /* something belongs to what nobody knows (reported): it may be to any goal */
} PlanTally;

typedef struct Planning {
    bool *served;       /* by DeclId: a goal to which something leads */
    PlanTally *tallies; /* by the plan's ordinal */
} Planning;

static void report_measures(Model *m, const PlanTally *t)
{
    static const Counted what[] = {{T_THE_MEASURE, T_MEASURES}, {T_THE_OPERATION, T_OPERATIONS}};
    for (size_t i = 0; i < 2; i++) {
        if (t->responsible[i].lacking.count > 0)
            diag_note(report(m, HP6002, &t->responsible[i], what[i], true), N_WRITE_RESPONSIBLE);
        if (t->due[i].lacking.count > 0)
            diag_note(report(m, HP6003, &t->due[i], what[i], true), N_WRITE_DUE);
    }
}

/* --- goals ------------------------------------------------------------------------------- */

static bool leads_to_goal(uint16_t kind)
{
    return kind == K_MEASURE || kind == K_OPERATION || kind == K_INDICATOR ||
           kind == K_INVESTMENT || kind == K_SUBGOAL;
}

/* Marks a thing and all around it, as far as that has not been done. */
static void mark_up(const Model *m, DeclId d, bool *served)
{
    for (; d != 0; d = model_decl(m, d)->parent) {
        DeclId thing = decl_self(m, d);
        if (served[thing])
            break;
        served[thing] = true;
    }
}

/* Marks the goals around a thing, or that it says it belongs to. */
static void mark_goals(const Model *m, DeclId d, bool *served)
{
    mark_up(m, model_decl(m, d)->parent, served);
    for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *prop = model_prop(m, p);
        for (uint32_t i = 0; i < prop->count; i++) {
            DeclId ref = model_fact(m, prop->first + i)->ref;
            if (ref != 0 && (prop->key == P_BELONGS_TO || prop->key == P_CONCERNS))
                mark_up(m, decl_self(m, ref), served);
        }
    }
}

static bool is_astray(const Model *m, DeclId d)
{
    const Fact *f = decl_fact(m, d, P_BELONGS_TO);
    return f != NULL && f->value.kind == VAL_BAD;
}

static void report_goals(Model *m, const PlanTally *t)
{
    bool no_measures = t->due[0].total + t->due[1].total == 0;
    if (t->goals.lacking.count == 0 || t->astray)
        return;
    Diag *d = report(m, HP6001, &t->goals, (Counted){T_THE_GOAL, T_GOALS}, false);
    diag_note(d, N_WRITE_MEASURE);
    if (no_measures)
        d->severity = SEV_NOTE; /* a plan of goals: the measures stand elsewhere */
}

/* --- plans ------------------------------------------------------------------------------- */

/* NULL: it is in no plan, whose goals and measures alone are counted. */
static PlanTally *tally_of(const Model *m, DeclId d, const Planning *p)
{
    DeclId plan = decl_plan(m, d);
    return plan == 0 || m->kinds.at[plan] != K_PLAN ? NULL
                                                    : &p->tallies[model_decl(m, plan)->ordinal];
}

static void count_measure(Model *m, DeclId d, const Planning *p)
{
    PlanTally *t = tally_of(m, d, p);
    if (t == NULL)
        return;
    size_t i = m->kinds.at[d] == K_OPERATION;
    bool over = is_over(m, d);
    count(&t->responsible[i], d, !over && !has(m, d, P_RESPONSIBLE));
    count(&t->due[i], d, !over && !has(m, d, P_DUE) && !has_period(m, d));
}

/* Whether anything leads to a goal is known when all has been seen. */
static void finish(Model *m, const Planning *p)
{
    for (DeclId d = 0; (d = decl_of_kind(m, K_GOAL, d)) != 0;) {
        PlanTally *t = is_thing(model_decl(m, d)) ? tally_of(m, d, p) : NULL;
        if (t != NULL)
            count(&t->goals, d, !p->served[d]);
    }
    for (DeclId d = 0; (d = decl_of_kind(m, K_PLAN, d)) != 0;) {
        const PlanTally *t = &p->tallies[model_decl(m, d)->ordinal];
        report_goals(m, t);
        report_measures(m, t);
    }
}

static Planning *begin(const Model *m, Arena *arena)
{
    DeclId last = m->last_of_kind[K_PLAN];
    uint32_t plans = last == 0 ? 0 : model_decl(m, last)->ordinal;
    Planning *p = arena_new(arena, Planning);
    p->served = arena_array(arena, bool, m->decls.len);
    p->tallies = arena_array(arena, PlanTally, plans + 1);
    return p;
}

void check_planning(Model *m, const Stretch *s)
{
    if (*s->kept == NULL)
        *s->kept = begin(m, s->arena);
    const Planning *p = *s->kept;
    for (DeclId d = s->from; d < s->to; d++) {
        uint8_t kind = m->kinds.at[d];
        if (!leads_to_goal(kind) || !is_thing(model_decl(m, d)))
            continue;
        mark_goals(m, d, p->served);
        PlanTally *t = m->stated[P_BELONGS_TO] && is_astray(m, d) ? tally_of(m, d, p) : NULL;
        if (t != NULL)
            t->astray = true;
        if (kind == K_MEASURE || kind == K_OPERATION)
            count_measure(m, d, p);
    }
    if (s->last)
        finish(m, p);
}
