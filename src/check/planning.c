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
    if (f.fact == 0 && f.table == 0)
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
} PlanTally;

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

/* Marks the goals around a thing, or that it says it belongs to. */
static void mark_goals(Model *m, DeclId d, bool *served)
{
    for (DeclId up = model_decl(m, d)->parent; up != 0; up = model_decl(m, up)->parent) {
        DeclId thing = decl_self(m, up);
        if (served[thing])
            break;
        served[thing] = true;
    }
    for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *prop = model_prop(m, p);
        for (uint32_t i = 0; i < prop->count; i++) {
            DeclId ref = model_fact(m, prop->first + i)->ref;
            if (ref != 0 && (prop->key == P_BELONGS_TO || prop->key == P_CONCERNS))
                served[decl_self(m, ref)] = true;
        }
    }
}

static void report_goals(Model *m, const PlanTally *t)
{
    bool no_measures = t->due[0].total + t->due[1].total == 0;
    if (t->goals.lacking.count == 0)
        return;
    Diag *d = report(m, HP6001, &t->goals, (Counted){T_THE_GOAL, T_GOALS}, false);
    diag_note(d, N_WRITE_MEASURE);
    if (no_measures)
        d->severity = SEV_NOTE; /* a plan of goals: the measures stand elsewhere */
}

/* --- plans ------------------------------------------------------------------------------- */

static void tally(Model *m, DeclId d, PlanTally *t, const bool *served)
{
    const Decl *decl = model_decl(m, d);
    if (decl->kind == K_MEASURE || decl->kind == K_OPERATION) {
        size_t i = decl->kind == K_OPERATION;
        bool over = is_over(m, d);
        count(&t->responsible[i], d, !over && !has(m, d, P_RESPONSIBLE));
        count(&t->due[i], d, !over && !has(m, d, P_DUE) && !has_period(m, d));
    } else if (decl->kind == K_GOAL) {
        count(&t->goals, d, !served[d]);
    }
}

static bool is_counted(const Decl *d)
{
    return is_thing(d) && (d->kind == K_MEASURE || d->kind == K_OPERATION || d->kind == K_GOAL);
}

void check_planning(Model *m)
{
    uint32_t decls = m->decls.len;
    bool *served = arena_array(m->scratch, bool, decls);
    PlanTally **tallies = arena_array(m->scratch, PlanTally *, decls);
    for (DeclId d = 1; d < decls; d++)
        if (is_thing(model_decl(m, d)) && leads_to_goal(model_decl(m, d)->kind))
            mark_goals(m, d, served);
    for (DeclId d = 1; d < decls; d++) {
        if (!is_counted(model_decl(m, d)))
            continue;
        DeclId plan = decl_plan(m, d);
        if (plan == 0 || model_decl(m, plan)->kind != K_PLAN)
            continue;
        if (tallies[plan] == NULL)
            tallies[plan] = arena_new(m->scratch, PlanTally);
        tally(m, d, tallies[plan], served);
    }
    for (DeclId d = 1; d < decls; d++) {
        if (tallies[d] == NULL)
            continue;
        report_goals(m, tallies[d]);
        report_measures(m, tallies[d]);
    }
}
