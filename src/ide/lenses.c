/*
 * lenses.c — a line above a goal: its measures, how many of them are done, its indicators.
 * Layer: ide.
 */
#include "ide/ide.h"

#include "model/scope.h"

typedef const char *const Words[LANG_COUNT];

typedef struct Tally {
    uint32_t measures, done, indicators;
} Tally;

static bool is_done(const Model *m, DeclId d)
{
    const Fact *f = decl_fact(m, d, P_STATUS);
    if (f == NULL || f->value.kind != VAL_ENUM)
        return false;
    uint16_t word = vocab_term(f->value.term)->id;
    return word == E_STATUS_DONE || word == E_STATUS_REACHED;
}

/* In the goal, in an `om` about it, or said to belong to it. */
static bool belongs(const Model *m, DeclId d, DeclId goal)
{
    for (DeclId p = model_decl(m, d)->parent; p != 0; p = model_decl(m, p)->parent)
        if (decl_self(m, p) == goal)
            return true;
    PropId to = decl_prop(m, d, P_BELONGS_TO, NULL);
    for (uint32_t i = 0; to != 0 && i < model_prop(m, to)->count; i++)
        if (model_fact(m, model_prop(m, to)->first + i)->ref == goal)
            return true;
    return false;
}

static Tally tally(const Model *m, DeclId goal)
{
    Tally t = {0, 0, 0};
    for (DeclId d = scope_next(m, 0, K_MEASURE, 0); d != 0; d = scope_next(m, 0, K_MEASURE, d))
        if (belongs(m, d, goal)) {
            t.measures++;
            t.done += is_done(m, d);
        }
    for (DeclId d = scope_next(m, 0, K_INDICATOR, 0); d != 0;
         d = scope_next(m, 0, K_INDICATOR, d))
        t.indicators += belongs(m, d, goal);
    return t;
}

static const char *title(const Ide *ide, Tally t)
{
    static Words none = {"ingen tiltak", "ingen tiltak", "no measures"};
    static Words measures = {" tiltak", " tiltak", " measures"};
    static Words measure = {" tiltak", " tiltak", " measure"};
    static Words done = {" ferdig", " ferdig", " done"};
    static Words indicators = {" indikatorer", " indikatorar", " indicators"};
    static Words indicator = {" indikator", " indikator", " indicator"};
    Buf b;
    buf_init(&b, ide->arena);
    if (t.measures == 0) {
        buf_cstr(&b, none[ide->lang]);
    } else {
        buf_int(&b, t.measures);
        buf_cstr(&b, t.measures == 1 ? measure[ide->lang] : measures[ide->lang]);
        buf_cstr(&b, " · ");
        buf_int(&b, t.done);
        buf_cstr(&b, done[ide->lang]);
    }
    if (t.indicators > 0) {
        buf_cstr(&b, " · ");
        buf_int(&b, t.indicators);
        buf_cstr(&b, t.indicators == 1 ? indicator[ide->lang] : indicators[ide->lang]);
    }
    return ide_taken(ide, &b);
}

void ide_lenses_of(const Ide *ide, FileId file, hplan_ide_lenses *out)
{
    VEC(hplan_ide_lens) all = {0};
    const Model *m = ide->m;
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        bool goal = decl->kind == K_GOAL || decl->kind == K_SUBGOAL;
        if (goal && !decl->container && decl->span.file == file)
            *vec_push(ide->arena, &all) =
                (hplan_ide_lens){ide_range(ide, decl->head), title(ide, tally(m, d))};
    }
    *out = (hplan_ide_lenses){all.at, all.len};
}
