/*
 * same_rows.c — no row of a table stands twice, one right below the other.  Layer: check.
 *
 * Requires: tables with roles. Provides: HP4033 where a row with a label is byte for byte the row
 * above it. Nothing is said of an addend of a table with a total, which tells already, nor of a row
 * that declares something by its name.
 */
#include "check/shared.h"

#include <string.h>

static bool is_total(const Row *row)
{
    return row->role == ROLE_SUM || row->role == ROLE_SUBTOTAL || row->role == ROLE_CLOSING;
}

static bool has_total(const Model *m, const Table *t)
{
    bool has = model_decl(m, t->decl)->kind == K_BREAKDOWN;
    for (uint32_t r = 0; r < t->rows.len && !has; r++)
        has = is_total(&t->rows.at[r]);
    return has;
}

static bool is_the_row_above(const Model *m, const Table *t, uint32_t row)
{
    const Row *below = &t->rows.at[row], *above = below - 1;
    return below->len == above->len && below->label.len > 0 && below->name == 0 &&
           memcmp(sources_get(m->sources, t->file)->text + below->off,
                  sources_get(m->sources, t->file)->text + above->off, below->len) == 0;
}

static void report(Model *m, const Table *t, uint32_t row)
{
    Diag *d = diag_at(m->sink, HP4033, row_label_span(m, t, row));
    diag_place(d, row_label_span(m, t, row - 1), L_ROW_ABOVE);
    diag_note(d, N_TELL_ROWS_APART);
}

static void check_table(Model *m, const Table *t)
{
    for (uint32_t r = 1; r < t->rows.len; r++) {
        const Row *row = &t->rows.at[r];
        if (is_the_row_above(m, t, r) &&
            (is_total(row) || row->role == ROLE_GROUP || !has_total(m, t)))
            report(m, t, r);
    }
}

void check_same_rows(Model *m)
{
    for (TableId id = 1; id < m->tables.len; id++)
        check_table(m, model_table(m, id));
}
