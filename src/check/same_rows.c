/*
 * same_rows.c — no row of a table stands twice, one right below the other.  Layer: check.
 *
 * Requires: tables with roles; the Proofs of check_sums. Provides: HP4033 where a row with a label
 * is byte for byte the row above it. Of an addend nothing is said where its total fails, which
 * tells already, nor where no amount of money is in it: two advisers may be two rows. Nor of a row
 * that declares something by its name.
 */
#include "check/shared.h"

static bool has_total(const Model *m, const Table *t)
{
    bool has = model_decl(m, t->decl)->kind == K_BREAKDOWN;
    for (uint32_t r = 0; r < t->rows.len && !has; r++)
        has = row_is_total(&t->rows.at[r]);
    return has;
}

static Str line_of(const Model *m, const Table *t, uint32_t row)
{
    return span_text(m->sources, row_span(m, t, row));
}

/* Nearly always the figures of two rows tell them apart, and they are at hand where tables are
 * added up. Figures stand to the right. */
static bool figures_differ(const CellSlot *above, const CellSlot *below, uint32_t cols)
{
    for (uint32_t c = cols; c-- > 0;)
        if (below[c].kind == CELL_PLAIN && !below[c].is_wide &&
            (below[c].coef != above[c].coef || above[c].kind != CELL_PLAIN || above[c].is_wide))
            return true;
    return false;
}

/* Labels are nearly always enough to tell two rows apart, and their last bytes to tell labels. */
static bool is_the_row_above(const Model *m, const Table *t, uint32_t row)
{
    const Row *below = &t->rows.at[row];
    Str label = row_label(t, below), other = row_label(t, below - 1);
    return label.len > 0 && label.len == other.len &&
           label.ptr[label.len - 1] == other.ptr[label.len - 1] && row_name(t, below) == 0 &&
           str_eq(line_of(m, t, row), line_of(m, t, row - 1));
}

static bool has_money(const Model *m, const Table *t, uint32_t row)
{
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Unit *u = unit_get(&m->units, table_unit(m, t, row, c));
        if (table_summed(t, c) && !check_is_blank(t, row, c) && u->dim == E_DIMENSION_MONEY)
            return true;
    }
    return false;
}

static void report(Model *m, const Table *t, uint32_t row)
{
    Diag *d = diag_at(m->sink, HP4033, row_label_span(m, t, row));
    diag_place(d, row_label_span(m, t, row - 1), L_ROW_ABOVE);
    diag_note(d, N_TELL_ROWS_APART);
}

static void check_table(Model *m, const Table *t)
{
    bool asked = false, total = false; /* once, and only of a table with such rows */
    const CellSlot *below = t->cells.at;
    for (uint32_t r = 1; r < t->rows.len; r++) {
        const Row *row = &t->rows.at[r];
        const CellSlot *above = below;
        below += t->cols.len;
        if (figures_differ(above, below, t->cols.len) || !is_the_row_above(m, t, r))
            continue;
        total = asked ? total : has_total(m, t);
        asked = true;
        if (row_is_total(row) || row->role == ROLE_GROUP || !total ||
            (has_money(m, t, r) && !check_total_fails(m, t)))
            report(m, t, r);
    }
}

void check_same_rows(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++)
        check_table(m, model_table(m, id));
}
