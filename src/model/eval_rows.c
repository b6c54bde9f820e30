/*
 * eval_rows.c — the rows of a table by what a path calls them, found once.  Layer: model.
 *
 * in:  a built model, whose rows no longer change; a table and a part of a path
 * out: all rows that are called so, in order
 *
 * A row is called by its label, its name, its code or the thing that it declares. Where no row is
 * called so, numbered rows are called by the title beside the number («Nr | Tiltak») or by either
 * («17 Netto driftsresultat»), and the total is «sum».
 */
#include "base/utf8.h"
#include "model/eval_internal.h"

static uint64_t pair_key(uint32_t first, uint32_t second)
{
    return (uint64_t)first << 32 | second;
}

/* Rows come from the last to the first, so that each is put before those below it. */
static void put_row(Model *m, U32Map *map, TableId table, Sym sym, uint32_t row)
{
    EvalState *s = eval_state(m);
    uint32_t *first = sym == 0 ? NULL : u32map_put(map, pair_key(table, sym));
    if (first == NULL || (*first != 0 && s->called.at[*first - 1].row == row))
        return;
    *vec_push(m->arena, &s->called) = (CalledRow){row, *first};
    *first = s->called.len;
}

static bool has_letter(Str s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if (((unsigned char)s.ptr[i] | 0x20) >= 'a')
            return true;
    return false;
}

/* «Nr | Tiltak»: the first text behind a number. */
static Sym title_beside(Model *m, const Table *t, uint32_t r)
{
    for (uint32_t c = 0; c < t->cols.len && !has_letter(row_label(t, &t->rows.at[r])); c++) {
        Cell cell = table_cell(t, r, c);
        if (t->cols.at[c].use == COL_VALUE && cell.kind == CELL_TEXT)
            return interner_add(&m->syms,
                                utf8_fold(m->scratch, (Str){t->text + cell.off, cell.len}));
    }
    return 0;
}

/* «17 Netto driftsresultat»: the post by its number, and by its name. */
static void put_post(Model *m, TableId table, uint32_t r, Str label)
{
    U32Map *map = &eval_state(m)->row_by_title;
    uint32_t digits = 0;
    while (digits < label.len && label.ptr[digits] >= '0' && label.ptr[digits] <= '9')
        digits++;
    Str name = digits + 1 < label.len ? str_slice(label, digits + 1, label.len) : STR_NONE;
    if (digits == 0 || name.len == 0 || label.ptr[digits] != ' ' || !has_letter(str_slice(name, 0, 1)))
        return;
    put_row(m, map, table, interner_add(&m->syms, str_slice(label, 0, digits)), r);
    put_row(m, map, table, interner_add(&m->syms, name), r);
}

static void index_row(Model *m, TableId table, uint32_t r)
{
    EvalState *s = eval_state(m);
    const Table *t = model_table(m, table);
    const Row *row = &t->rows.at[r];
    Str label = row_folded(m, t, row);
    Str code = row_codes(t, r);
    Sym sym = label.len > 0 ? interner_add(&m->syms, label) : 0;
    Sym codes = code.len > 0 ? interner_add(&m->syms, code) : 0;
    Sym thing = model_decl(m, row_decl(t, r))->name;
    Sym syms[4] = {row_name(t, row), sym, codes, thing};
    for (int i = 0; i < 4; i++) {
        put_row(m, &s->row_by_name, table, syms[i], r);
        if (row->role == ROLE_GROUP)
            put_row(m, &s->group_by_name, table, syms[i], r);
    }
    put_row(m, &s->row_by_title, table, title_beside(m, t, r), r);
    put_post(m, table, r, label);
    if (row_is_total(row))
        put_row(m, &s->row_by_title, table, interner_add(&m->syms, STR("sum")), r);
}

static uint32_t first_row(const Model *m, const U32Map *map, TableId table, Sym folded, Sym codes)
{
    const EvalState *s = m->eval;
    const uint32_t *by_name = folded == 0 ? NULL : u32map_get(map, pair_key(table, folded));
    const uint32_t *by_codes = codes == 0 ? NULL : u32map_get(map, pair_key(table, codes));
    if (by_name == NULL ||
        (by_codes != NULL && s->called.at[*by_codes - 1].row < s->called.at[*by_name - 1].row))
        by_name = by_codes;
    return by_name == NULL ? 0 : *by_name;
}

uint32_t rows_called(Model *m, TableId table, Str name, bool heading)
{
    EvalState *s = eval_state(m);
    uint32_t *done = u32map_put(&s->row_by_name, pair_key(table, 0));
    if (*done == 0) {
        *done = 1;
        for (uint32_t r = model_table(m, table)->rows.len; r-- > 0;)
            index_row(m, table, r);
    }
    Sym folded = interner_find(&m->syms, utf8_fold(m->scratch, name));
    Sym codes = interner_find(&m->syms, name);
    if (heading)
        return first_row(m, &s->group_by_name, table, folded, codes);
    uint32_t rows = first_row(m, &s->row_by_name, table, folded, codes);
    return rows != 0 ? rows : first_row(m, &s->row_by_title, table, folded, 0);
}

const CalledRow *row_called(const Model *m, uint32_t rows)
{
    return &m->eval->called.at[rows - 1];
}
