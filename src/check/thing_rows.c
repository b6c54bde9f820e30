/*
 * thing_rows.c — a row that is called what a project or a frame is says the same of it.
 * Layer: check.
 *
 * Requires: amounts by year; tables of figures. Provides: HP4042 at the one figure of a thing that
 * a row of its name does not repeat.
 *
 * A row of that name may be of something else: of what is borrowed for it, or of a change. So it
 * speaks only where all the other years are alike, and, of projects, the totals as well, which a
 * different year cannot leave alone; or where all years are alike, and the totals are not.
 */
#include "check/shared.h"

#include "base/utf8.h"

#define SEVERAL UINT32_MAX /* things of one title */

enum {
    MOST_ROWS = 200,      /* of a table that lists projects */
    LEAST_ALIKE = 2,      /* years of a project … */
    LEAST_ALIKE_FRAME = 3 /* … and of a frame, which has no total */
};

typedef struct Matched {
    uint32_t alike, apart; /* years */
    FigRef thing, cell;    /* of the last year that is not alike */
    bool totals, totals_alike;
    FigRef total, sum; /* of the thing, and of the row */
} Matched;

/* --- which things ------------------------------------------------------------------------ */

static U32Map titles(Model *m, uint16_t kind)
{
    U32Map at;
    u32map_init(&at, m->scratch);
    for (DeclId d = decl_of_kind(m, kind, 0); d != 0; d = decl_of_kind(m, kind, d)) {
        const Decl *decl = model_decl(m, d);
        if (decl->title.len == 0 || decl->container || decl->same != 0 || decl->row_table != 0)
            continue;
        Sym title = interner_add(&m->syms, utf8_fold(m->scratch, decl->title));
        uint32_t *thing = u32map_put(&at, title);
        *thing = *thing == 0 ? d : SEVERAL;
    }
    return at;
}

/* --- what they have in common ------------------------------------------------------------ */

static bool both_are_numbers(Model *m, FigRef thing, FigRef cell, bool *same)
{
    Quantity a = check_quantity(m, thing), b = check_quantity(m, cell);
    if (a.kind != QTY_NUMBER || b.kind != QTY_NUMBER || a.approx || b.approx ||
        decimal_is_zero(a.mid) || !quantity_agree(&m->units, &a, &b))
        return false;
    *same = quantity_equal(&m->units, &a, &b, false).verdict != VERDICT_VIOLATED;
    return true;
}

static void match_year(Model *m, DeclId d, FigRef cell, const Index *year, Matched *out)
{
    PropId p = decl_prop(m, d, P_AMOUNT, year);
    bool same = false;
    if (p == 0 || model_prop(m, p)->count != 1 ||
        !both_are_numbers(m, figure_fact(model_prop(m, p)->first), cell, &same))
        return;
    out->alike += same;
    out->apart += !same;
    if (same)
        return;
    out->thing = figure_fact(model_prop(m, p)->first);
    out->cell = cell;
}

static void match_total(Model *m, DeclId d, FigRef cell, Matched *out)
{
    PropId p = decl_prop(m, d, P_TOTAL, NULL);
    if (p == 0 || model_prop(m, p)->count != 1)
        return;
    out->total = figure_fact(model_prop(m, p)->first);
    out->sum = cell;
    out->totals = both_are_numbers(m, out->total, cell, &out->totals_alike);
}

static Matched match(Model *m, DeclId d, TableId id, uint32_t row)
{
    Matched found = {0};
    for (uint32_t c = 0; c < model_table(m, id)->cols.len; c++) {
        const Column *col = &model_table(m, id)->cols.at[c];
        if (check_is_blank(model_table(m, id), row, c))
            continue;
        FigRef cell = check_cell(model_table(m, id), id, row, c);
        if (col->use == COL_SUM)
            match_total(m, d, cell, &found);
        else if (col->use == COL_VALUE && col->index.period.kind == PERIOD_YEAR)
            match_year(m, d, cell, &col->index, &found);
    }
    return found;
}

/* --- what is told of it ------------------------------------------------------------------ */

static void report(Model *m, DeclId d, FigRef thing, FigRef cell)
{
    Diag *diag = diag_at(m->sink, HP4042, figure_span(m, thing));
    Quantity here = check_quantity(m, thing), there = check_quantity(m, cell);
    diag_str(diag, decl_label(m, d));
    diag_label(diag, L_STATED);
    diag_str(diag, check_amount(m, &here));
    diag_place(diag, figure_span(m, cell), L_BUT_IS);
    diag_str(diag, check_amount(m, &there));
    diag_note(diag, N_REST_IS_ALIKE);
}

static void hold_against(Model *m, DeclId d, TableId id, uint32_t row)
{
    bool frame = model_decl(m, d)->kind == K_FRAME;
    Matched found = match(m, d, id, row);
    if (found.alike < (frame ? LEAST_ALIKE_FRAME : LEAST_ALIKE) || found.apart > 1)
        return;
    if (found.apart == 1 && (frame || (found.totals && found.totals_alike)))
        report(m, d, found.thing, found.cell);
    else if (found.apart == 0 && found.totals && !found.totals_alike)
        report(m, d, found.total, found.sum);
}

static void check_table(Model *m, TableId id, const U32Map *things)
{
    const Table *t = model_table(m, id);
    bool plain = !t->declares && model_decl(m, t->decl)->kind == K_TABLE;
    for (uint32_t r = 0; plain && r < t->rows.len && r < MOST_ROWS; r++) {
        const Row *row = &model_table(m, id)->rows.at[r];
        if (!row_is_plain(row))
            continue;
        Sym label = interner_find(&m->syms, row_folded(m, model_table(m, id), row));
        const uint32_t *thing = label == 0 ? NULL : u32map_get(things, label);
        if (thing != NULL && *thing != SEVERAL)
            hold_against(m, *thing, id, r);
    }
}

void check_thing_rows(Model *m)
{
    static const uint16_t kinds[] = {K_INVESTMENT, K_FRAME};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        U32Map things = titles(m, kinds[i]);
        for (TableId id = 1; things.count > 0 && id < m->tables.len; id++)
            check_table(m, id, &things);
        arena_free(m->scratch);
    }
}
