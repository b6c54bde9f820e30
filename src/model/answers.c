/*
 * answers.c — what stands in a report about the plan that it answers.  Layer: model.
 *
 * in:  all declarations, with their names; before they are counted and references are resolved
 * out: Decl.answers of each goal, measure, indicator … in a report that says which plan it is
 *      `for`: such a declaration is about the plan's thing (Decl.same, references.c) and is none of
 *      its own, so nothing is counted twice; so is a frame that is called as one of the plan, while
 *      others are the report's own; and Decl.added of what the report marks as new
 */
#include "model/build.h"

static bool is_answerable(uint16_t kind)
{
    switch (kind) {
    case K_GOAL:
    case K_SUBGOAL:
    case K_MEASURE:
    case K_OPERATION:
    case K_INVESTMENT:
    case K_INDICATOR:
    case K_DECISION: return true;
    default: return false;
    }
}

static bool answers_a_plan(const Model *m, const Decl *d, DeclId id)
{
    return d->kind == K_REPORT && decl_prop(m, id, P_ANSWERS, NULL) != 0;
}

/* --- frames ------------------------------------------------------------------------------ */

/* The plan's frames. */
typedef struct Frames {
    DeclId *called; /* by the symbol of a name or title; 0: none */
    DeclId only;    /* 0: there are several, or none */
} Frames;

static void call_frame(Frames *f, Sym sym, DeclId d)
{
    if (sym != 0 && f->called[sym] == 0)
        f->called[sym] = d;
}

/* A name goes before a title, wherever it stands. */
static Frames frames_of_plan(Model *m, const bool *inside)
{
    VEC(DeclId) frames = {0};
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        (void)build_sym(m, decl->kind == K_FRAME ? decl->title : STR_NONE);
        if (decl->kind == K_FRAME && !inside[d] && !decl->container)
            *vec_push(m->scratch, &frames) = d;
    }
    Frames f = {arena_array(m->scratch, DeclId, m->syms.count + 1),
                frames.len == 1 ? frames.at[0] : 0};
    for (uint32_t i = 0; i < frames.len; i++)
        call_frame(&f, model_decl(m, frames.at[i])->name, frames.at[i]);
    for (uint32_t i = 0; i < frames.len; i++)
        call_frame(&f, build_sym(m, model_decl(m, frames.at[i])->title), frames.at[i]);
    return f;
}

/* What the report says of the plan's frame: the accounts, a forecast. Others are its own. */
static DeclId frame_meant(Model *m, const Frames *f, const Decl *d)
{
    Sym title = build_sym(m, d->title);
    if (d->name == 0 && title == 0)
        return f->only;
    DeclId named = d->name == 0 ? 0 : f->called[d->name];
    return named != 0 || title == 0 ? named : f->called[title];
}

static void answer_frames(Model *m, const bool *inside)
{
    Frames frames = frames_of_plan(m, inside);
    for (DeclId id = 1; id < m->decls.len; id++) {
        Decl *d = model_decl(m, id);
        if (d->kind != K_FRAME || !inside[id] || d->container || d->added)
            continue;
        d->same = frame_meant(m, &frames, d);
        d->answers = d->same != 0;
    }
}

/* Parents come before what stands in them, so one pass knows of each whether it is in a report.
 * What stands in something new is new itself. */
void build_answers(Model *m)
{
    if (decl_of_kind(m, K_PLAN, 0) == 0 || decl_of_kind(m, K_REPORT, 0) == 0)
        return; /* a report without its plan is about what it declares itself, new or not */
    bool *inside = arena_array(m->scratch, bool, m->decls.len);
    for (DeclId id = 1; id < m->decls.len; id++) {
        Decl *d = model_decl(m, id);
        inside[id] = answers_a_plan(m, d, id) || inside[d->parent];
        m->answered = m->answered || inside[id];
        if (!inside[id] || !is_answerable(d->kind))
            continue;
        const Decl *around = model_decl(m, d->parent);
        if (around->added) /* its rows, or what stands in it */
            d->added = true;
        d->answers = !d->added && !d->container;
    }
    if (m->answered)
        answer_frames(m, inside);
}
