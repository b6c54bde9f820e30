/*
 * sums_plain.c — the table that nearly all tables are: whole figures under one another, and below
 * them what they come to.  Layer: check.
 *
 * Requires: tables of bare whole figures in the unit of their column. Provides: the Proofs that
 * sums.c would give, by adding whole numbers. It judges nothing: where figures are not exact, or a
 * total is not what its rows come to, the table is left to sums.c.
 */
#include "check/sums.h"

/* Plain rows, and a sum as the last of them. */
static bool is_plain(const Table *t)
{
    return t->whole && !t->declares && t->plain_rows > 0 && t->plain_rows + 1 == t->rows.len &&
           t->rows.at[t->plain_rows].role == ROLE_SUM;
}

static void prove(Model *m, TableId id, uint32_t col, uint32_t count)
{
    const Table *t = model_table(m, id);
    Proof *p = model_prove(m, PROOF_SUM, VERDICT_EXACT, t->decl,
                           figure_cell(id, t->plain_rows, (uint16_t)col));
    p->as_stated = true;
    if (count == t->plain_rows) {
        proof_column(m, p, figure_cell(id, 0, (uint16_t)col), count);
        return;
    }
    for (uint32_t r = 0; r < t->plain_rows; r++)
        if (!check_is_blank(t, r, col))
            proof_term(m, p, figure_cell(id, r, (uint16_t)col));
}

/* Are the figures of the column no roundings? */
static bool is_exact(const Model *m, TableId id, uint32_t col)
{
    const Table *t = model_table(m, id);
    if (!m->stated[P_PRECISION] && value_whole_is_plain(&m->units, t->traits[col].bare))
        return true;
    Quantity total = figure_quantity(m, figure_cell(id, t->plain_rows, (uint16_t)col));
    return total.kind == QTY_NUMBER && total.exact;
}

/* False: the rows do not come to the total, or the figures are rounded. */
static bool add_column(Model *m, TableId id, uint32_t col)
{
    const Table *t = model_table(m, id);
    const CellSlot *slot = table_slot(t, 0, col);
    int64_t sum = 0; /* of at most 2^32 figures of 31 bits */
    uint32_t count = 0;
    for (uint32_t r = 0; r < t->plain_rows; r++, slot += t->cols.len) {
        if (slot->kind == CELL_BLANK)
            continue;
        sum += slot->coef;
        count++;
    }
    if (slot->kind == CELL_BLANK || count == 0)
        return true; /* it says nothing that could be checked */
    if (sum != slot->coef || !is_exact(m, id, col))
        return false;
    prove(m, id, col, count);
    return true;
}

bool sums_plain(Model *m, TableId id)
{
    const Table *t = model_table(m, id);
    uint32_t before = m->proofs.len;
    if (!is_plain(t))
        return false;
    for (uint32_t col = 0; col < t->cols.len; col++) {
        if (table_summed(t, col) && !add_column(m, id, col)) {
            m->proofs.len = before;
            return false;
        }
    }
    return true;
}
