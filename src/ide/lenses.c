/*
 * lenses.c — a line above a goal: its measures, how many of them are done, its indicators.
 * Layer: ide.
 */
#include "ide/ide.h"

#include "model/scope.h"

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

/* By goal: what is counted, and the thing that was counted last, so that each counts but once. */
typedef struct Tallies {
    const Model *m;
    Tally *of;
    DeclId *last;
} Tallies;

static void count_for(Tallies *t, DeclId goal, DeclId thing)
{
    uint16_t kind = model_decl(t->m, goal)->kind;
    if ((kind != K_GOAL && kind != K_SUBGOAL) || t->last[goal] == thing)
        return;
    t->last[goal] = thing;
    if (model_decl(t->m, thing)->kind == K_INDICATOR) {
        t->of[goal].indicators++;
    } else {
        t->of[goal].measures++;
        t->of[goal].done += is_done(t->m, thing);
    }
}

/* For what it stands in, for what an `om` around it is about, for what it says it belongs to. */
static void count_thing(Tallies *t, DeclId thing)
{
    for (DeclId p = model_decl(t->m, thing)->parent; p != 0; p = model_decl(t->m, p)->parent)
        count_for(t, decl_self(t->m, p), thing);
    PropId to = decl_prop(t->m, thing, P_BELONGS_TO, NULL);
    for (uint32_t i = 0; to != 0 && i < model_prop(t->m, to)->count; i++)
        count_for(t, model_fact(t->m, model_prop(t->m, to)->first + i)->ref, thing);
}

static Tallies tallies(const Ide *ide)
{
    static const uint16_t counted[] = {K_MEASURE, K_INDICATOR};
    Tallies t = {.m = ide->m};
    t.of = arena_array(ide->arena, Tally, ide->m->decls.len);
    t.last = arena_array(ide->arena, DeclId, ide->m->decls.len);
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
        for (DeclId d = scope_next(t.m, 0, counted[i], 0); d != 0;
             d = scope_next(t.m, 0, counted[i], d))
            count_thing(&t, d);
    return t;
}

static const char *title(const Ide *ide, Tally t)
{
    Buf b;
    buf_init(&b, ide->arena);
    if (t.measures == 0) {
        buf_cstr(&b, ide_said(ide, IDE_NO_MEASURES));
    } else {
        buf_int(&b, t.measures);
        buf_cstr(&b, ide_said(ide, t.measures == 1 ? IDE_MEASURE : IDE_MEASURES));
        buf_cstr(&b, " · ");
        buf_int(&b, t.done);
        buf_cstr(&b, ide_said(ide, IDE_DONE));
    }
    if (t.indicators > 0) {
        buf_cstr(&b, " · ");
        buf_int(&b, t.indicators);
        buf_cstr(&b, ide_said(ide, t.indicators == 1 ? IDE_INDICATOR : IDE_INDICATORS));
    }
    return ide_taken(ide, &b);
}

void ide_lenses_of(const Ide *ide, FileId file, hplan_ide_lenses *out)
{
    VEC(hplan_ide_lens) all = {0};
    const Model *m = ide->m;
    Tallies t = tallies(ide);
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        bool goal = decl->kind == K_GOAL || decl->kind == K_SUBGOAL;
        if (goal && !decl->container && decl->span.file == file)
            *vec_push(ide->arena, &all) =
                (hplan_ide_lens){ide_range(ide, decl->head), title(ide, t.of[d])};
    }
    *out = (hplan_ide_lenses){all.at, all.len};
}
