/*
 * coverage.c — how far the figures of a plan are proven.  Layer: check.
 *
 * Requires: all checks. Provides: of each stated figure, and each loose one, how it is covered;
 * counts, and the figures themselves for those who ask. Linear in figures and proofs.
 */
#include "check/coverage.h"

#include "check/cover_marks.h"
#include "check/stated.h"
#include "model/loose.h"

typedef struct Measuring {
    Model *m;
    CoverMarks marks;
    CoverCounts *counts;
    Arena *arena;
    CoverFigures *figures; /* NULL: only counted */
} Measuring;

static void visit(void *context, FigRef figure)
{
    Measuring *s = context;
    Cover cover = cover_of(&s->marks, figure);
    s->counts->of[cover]++;
    if (s->figures == NULL)
        return;
    CoverFigure *out = vec_push(s->arena, s->figures);
    out->cover = (uint8_t)cover;
    out->span = figure_value(s->m, figure).span;
    bool prose = figure.fact != 0 && model_fact(s->m, figure.fact)->owner == FACT_INLINE;
    if (!prose)
        out->label = figure_label(s->m, s->arena, figure);
}

static void visit_column(void *context, TableId table, uint16_t col)
{
    Measuring *s = context;
    cover_count(&s->marks, table, col, s->counts);
}

static void add_loose(Measuring *s)
{
    const LooseFigures *loose = loose_figures(s->m);
    s->counts->of[COVER_LOOSE] += loose->all.len;
    for (uint32_t i = 0; s->figures != NULL && i < loose->all.len; i++) {
        CoverFigure *out = vec_push(s->arena, s->figures);
        out->cover = COVER_LOOSE;
        out->span = loose->all.at[i].span;
    }
}

void coverage_measure(Model *m, CoverCounts *counts, Arena *arena, CoverFigures *figures)
{
    Measuring s = {m, cover_marks(m), counts, arena, figures};
    memset(counts, 0, sizeof *counts);
    if (figures == NULL) {
        stated_facts(m, visit, &s);
        stated_columns(m, visit_column, &s);
    } else {
        stated_each(m, visit, &s);
    }
    add_loose(&s);
}
