/*
 * table_slots.c — cells as they are kept.  Layer: model.
 *
 * Nearly all of them fit into eight bytes; those that do not stand beside the table.
 */
#include "model/table_build.h"

/* --- slots ---------------------------------------------------------------------------------- */

static bool in_figure(const Cell *c)
{
    return c->kind == CELL_PLAIN || c->kind == CELL_FACT;
}

static bool fits(const Table *t, uint32_t row, uint32_t col, const Cell *c)
{
    return c->off - t->rows.at[row].off <= UINT16_MAX && (!in_figure(c) || c->len <= UINT8_MAX) &&
           (c->kind != CELL_PLAIN ||
            (c->coef == (int32_t)c->coef && c->unit == t->traits[col].bare));
}

void cell_put(Model *m, Table *t, uint32_t row, uint32_t col, const Cell *c)
{
    CellSlot *slot = &t->cells.at[(size_t)row * t->cols.len + col];
    if (slot->is_wide) {
        t->rest->wide.at[slot->wide] = *c;
    } else if (!fits(t, row, col, c)) {
        t->build->settled = false;
        slot->is_wide = true;
        TableRest *rest = table_rest(m, t);
        slot->wide = rest->wide.len;
        *vec_push(m->arena, &rest->wide) = *c;
    } else {
        slot->off = (uint16_t)(c->off - t->rows.at[row].off);
        slot->figure_len = in_figure(c) ? (uint8_t)c->len : 0;
        slot->scale = c->scale & 31u;
        if (c->kind == CELL_PLAIN)
            slot->coef = (int32_t)c->coef;
        else if (c->kind == CELL_FACT)
            slot->fact = c->fact;
        else
            slot->len = c->len;
    }
    slot->kind = c->kind & 3u;
}

Cell table_cell(const Table *t, uint32_t row, uint32_t col)
{
    const CellSlot *slot = table_slot(t, row, col);
    if (slot->is_wide)
        return t->rest->wide.at[slot->wide];
    Cell c = {.off = t->rows.at[row].off + slot->off, .len = slot->figure_len, .kind = slot->kind};
    switch ((CellKind)c.kind) {
    case CELL_PLAIN:
        c.coef = slot->coef;
        c.scale = slot->scale;
        c.unit = t->traits[col].bare;
        break;
    case CELL_FACT: c.fact = slot->fact; break;
    case CELL_TEXT:
    case CELL_BLANK: c.len = slot->len; break;
    }
    return c;
}

CellSlot *cells_push(Model *m, Table *t)
{
    uint32_t n = t->cols.len;
    if (n == 0)
        return t->cells.at; /* a heading before the line of heads has none */
    CellSlot *slots = cells_next(m, t);
    t->cells.len += n;
    return memset(slots, 0, n * sizeof *slots);
}
