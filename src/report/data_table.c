/*
 * data_table.c — tables as records.  Layer: report.
 */
#include "report/data.h"

static void put_column(Maker *mk, const Table *t, uint32_t col, const HeadLevels *levels)
{
    const Column *c = &t->cols.at[col];
    static const char *const uses[] = {
        [COL_LABEL] = "label",   [COL_VALUE] = "value", [COL_SUM] = "sum",
        [COL_PROP] = "property", [COL_NAME] = "name",   [COL_IGNORE] = "ignored"};
    data_open(mk, KEY_NONE, NEST_RECORD);
    data_text(mk, KEY_head, c->head);
    data_text(mk, KEY_label, c->label);
    if (levels->upper.len > 0) {
        data_open(mk, KEY_levels, NEST_LIST);
        data_text(mk, KEY_NONE, levels->upper);
        data_text(mk, KEY_NONE, levels->lower);
        data_close(mk, NEST_LIST);
    }
    data_name(mk, KEY_use, str_from(uses[c->use]));
    if (c->term != 0)
        data_name(mk, KEY_key, vocab_identifier(c->term));
    data_index(mk, c->index, c->head);
    if (c->unit != 0)
        data_text_if(mk, KEY_unit, unit_get(&mk->m->units, c->unit)->label);
    data_true(mk, KEY_hidden, c->hidden);
    data_place(mk, column_span(t, col));
    data_close(mk, NEST_RECORD);
}

Str data_role(const Row *row)
{
    static const Str roles[] = {
        [ROLE_NONE] = STR_INIT("row"),          [ROLE_SUM] = STR_INIT("sum"),
        [ROLE_SUBTOTAL] = STR_INIT("subtotal"), [ROLE_OF_WHICH] = STR_INIT("of_which"),
        [ROLE_DIVIDED] = STR_INIT("divided"),   [ROLE_MINUS] = STR_INIT("minus"),
        [ROLE_OPENING] = STR_INIT("opening"),   [ROLE_CLOSING] = STR_INIT("closing"),
        [ROLE_GROUP] = STR_INIT("group"),       [ROLE_ROW] = STR_INIT("row"),
    };
    return roles[row->role < sizeof roles / sizeof roles[0] ? row->role : 0];
}

static void put_codes(Maker *mk, Str codes)
{
    if (codes.len == 0)
        return;
    data_open(mk, KEY_codes, NEST_LIST);
    uint32_t from = 0;
    for (uint32_t i = 0; i <= codes.len; i++) {
        if (i < codes.len && codes.ptr[i] != '/' && codes.ptr[i] != ',')
            continue;
        data_text_if(mk, KEY_NONE, str_trim(str_slice(codes, from, i)));
        from = i + 1;
    }
    data_close(mk, NEST_LIST);
}

static void put_row(Maker *mk, TableId id, uint32_t r, uint32_t parent)
{
    const Table *t = model_table(mk->m, id);
    Row row = t->rows.at[r];
    uint32_t cols = t->cols.len;
    data_rest(mk);
    data_open(mk, KEY_NONE, NEST_RECORD);
    data_name(mk, KEY_role, data_role(&row));
    data_text(mk, KEY_label, row_label(t, &row));
    put_codes(mk, row_codes(t, r));
    DeclId thing = row_decl(t, r);
    if (thing != 0)
        data_text(mk, t->declares ? KEY_declares : KEY_ref, data_decl_id(mk, thing));
    if (row.group != 0)
        data_int(mk, KEY_group, (int64_t)row.group - 1);
    if (parent != 0)
        data_int(mk, KEY_parent, (int64_t)parent - 1);
    data_line(mk, (Span){t->file, row_off(mk->m, t, r), 0});
    data_open(mk, KEY_cells, NEST_LIST);
    for (uint32_t c = 0; c < cols; c++)
        data_cell(mk, id, r, c);
    data_close(mk, NEST_LIST);
    data_close(mk, NEST_RECORD);
}

static void put_columns(Maker *mk, const Table *t)
{
    const HeadLevels *levels = table_heads(mk, t, K_NONE)->levels;
    data_open(mk, KEY_columns, NEST_RECORDS);
    for (uint32_t c = 0; c < t->cols.len; c++)
        put_column(mk, t, c, &levels[c]);
    data_close(mk, NEST_RECORDS);
}

void data_table(Maker *mk, TableId id)
{
    const Table *t = model_table(mk->m, id);
    data_open(mk, KEY_NONE, NEST_RECORD);
    data_name(mk, KEY_type, STR("table"));
    data_bool(mk, KEY_declares, t->declares);
    if (t->unit != 0)
        data_text_if(mk, KEY_unit, unit_get(&mk->m->units, t->unit)->label);
    if (t->scale_unit != 0)
        data_text_if(mk, KEY_scale, unit_get(&mk->m->units, t->scale_unit)->label);
    data_true(mk, KEY_income_negative, t->income_negative);
    data_place(mk, t->span);
    put_columns(mk, t);
    data_open(mk, KEY_rows, NEST_RECORDS);
    uint32_t parent = 0;
    for (uint32_t r = 0; r < model_table(mk->m, id)->rows.len; r++) {
        parent = row_parent(model_table(mk->m, id), r, parent);
        put_row(mk, id, r, parent);
    }
    data_close(mk, NEST_RECORDS);
    data_close(mk, NEST_RECORD);
}
