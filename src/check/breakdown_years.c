/*
 * breakdown_years.c — a breakdown of a frame over the years divides no year that it lacks.
 * Layer: check.
 *
 * Requires: the columns of a breakdown that are held to its frame. Provides: HP4038 where the frame
 * is divided in two years or more, and the breakdown has figures for one more year of the plan's
 * period, of which the frame says nothing: nobody has added up that column. Years before the plan's
 * stand there to be compared.
 */
#include "check/stated.h"
#include "check/sums.h"

/* The frame that all of the columns are held to; 0: they are not. */
static DeclId frame_of(const Model *m, const FrameVec *frames)
{
    DeclId frame = 0;
    for (uint32_t i = 0; i < frames->len; i++) {
        FactId said = frames->at[i].from.fact;
        PropId prop = said == 0 ? 0 : model_fact(m, said)->prop;
        DeclId decl = prop == 0 ? 0 : model_prop(m, prop)->decl;
        if (decl == 0 || model_decl(m, decl)->kind != K_FRAME || (frame != 0 && decl != frame))
            return 0;
        frame = decl;
    }
    return frames->len < 2 ? 0 : frame;
}

/* Does the frame say anything of the year, in any version? */
static bool tells_of(const Model *m, DeclId frame, Period year)
{
    for (PropId p = model_decl(m, frame)->first_prop; p != 0; p = model_prop(m, p)->next)
        if (model_prop(m, p)->key == P_AMOUNT &&
            period_covers(model_prop(m, p)->index.period, year))
            return true;
    return false;
}

static bool is_planned(const Model *m, DeclId of, Period year)
{
    int plan = decl_year(m, of);
    Period period = decl_period(m, decl_plan(m, of), P_PERIOD);
    return plan != 0 && period_first_year(year) >= plan &&
           (period.kind == PERIOD_NONE || period_covers(period, year));
}

/* 2029, «Netto 2029», «Budsjett 2029»; not «Endring 2029», which are words of the author's own. */
static bool is_plain(const Column *c)
{
    return c->key != P_NONE || c->index.version != VER_NONE || period_plain_year(c->head) != 0;
}

static bool is_divided(const Model *m, const Table *t, const FrameVec *frames, uint32_t col)
{
    const Column *c = &t->cols.at[col];
    const Column *divided = &t->cols.at[frames->at[0].col];
    return c->use == COL_VALUE && is_plain(c) && c->key == divided->key &&
           c->index.period.kind == PERIOD_YEAR && c->index.version == divided->index.version &&
           divided->index.period.kind == PERIOD_YEAR && table_summed(t, col) &&
           is_planned(m, t->decl, c->index.period);
}

static bool has_figures(const Model *m, const Table *t, uint32_t col)
{
    for (uint32_t r = 0; r < t->rows.len; r++)
        if (stated_cell(m, t, r, col))
            return true;
    return false;
}

void breakdown_years(Model *m, const Table *t, const FrameVec *frames)
{
    DeclId frame = frame_of(m, frames);
    for (uint32_t c = 0; frame != 0 && c < t->cols.len; c++) {
        Period year = t->cols.at[c].index.period;
        if (!is_divided(m, t, frames, c) || tells_of(m, frame, year) || !has_figures(m, t, c))
            continue;
        Diag *d = diag_at(m->sink, HP4038, column_span(t, c));
        diag_str(d, decl_label(m, frame));
        diag_int(d, period_first_year(year));
        diag_place(d, decl_said_span(m, model_decl(m, frame)), L_FRAME_DIVIDED);
        diag_note(d, N_YEAR_OF_FRAME);
    }
}
