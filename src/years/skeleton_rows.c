/*
 * skeleton_rows.c — a table that declares one thing a row is answered by a table.  Layer: years.
 *
 * In: the plan's table. Out: its names, titles, units and targets of the year as they stand there,
 * and blank columns behind them. A row is answered once one of its blank cells is filled.
 */
#include "years/skeleton_int.h"

static bool is_kept(const Skeleton *k, const Column *c)
{
    switch (c->use) {
    case COL_LABEL:
    case COL_NAME: return true;
    case COL_PROP:
        return c->key == P_TITLE || c->key == P_MEASURED_IN ||
               (c->key == P_TARGET && (skeleton_of_year(k, c->index) ||
                                       skeleton_is_part(k, c->index.period)));
    default: return false;
    }
}

/* Rows are found wherever the table stands, by name or by title: all that are to be answered? */
static bool all_found(Skeleton *k, const Table *t)
{
    for (uint32_t r = 0; r < t->rows.len; r++) {
        DeclId d = row_decl(t, r);
        if (d != 0 && k->wanted[d] && !skeleton_finds(k, d, 0, decl_called(model_decl(k->m, d))))
            return false;
    }
    return true;
}

static void put_row(Skeleton *k, const Table *t, uint32_t row, uint32_t blanks)
{
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (is_kept(k, &t->cols.at[c]))
            skeleton_put_cell(k, skeleton_cell(k, t, row, c));
    buf_repeat(k->out, "| ", blanks);
    buf_cstr(k->out, "|\n");
}

static uint32_t put_blank_head(Skeleton *k, Str word, Str time)
{
    buf_printf(k->out, "| %.*s %.*s ", STR_ARG(word), STR_ARG(time));
    return 1;
}

/* Results as skeleton_answer asks for them: of the parts of the year that have targets, and of all
 * of it, or how it will end. */
static uint32_t put_result_heads(Skeleton *k, const Table *t)
{
    Str result = prop_word(P_RESULT, k->words);
    uint32_t blanks = 0;
    bool parts = false, whole = false;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        if (col->key != P_TARGET)
            continue;
        whole = whole || skeleton_of_year(k, col->index);
        if (!skeleton_is_part(k, col->index.period))
            continue;
        parts = true;
        if (skeleton_is_over(k, col->index.period))
            blanks += put_blank_head(k, result, time_behind_key(k->m, col->head, K_INDICATOR));
    }
    if (k->until.year != 0)
        blanks += put_blank_head(k, version_word(VER_FORECAST, k->words), k->year);
    else if (whole || !parts)
        blanks += put_blank_head(k, result, k->year);
    return blanks;
}

/* How many columns are to be filled in. */
static uint32_t put_heads(Skeleton *k, const Table *t, uint16_t kind)
{
    uint32_t blanks = 1;
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (is_kept(k, &t->cols.at[c]))
            skeleton_put_cell(k, span_text(k->m->sources, column_span(t, c)));
    if (kind == K_INDICATOR)
        blanks = put_result_heads(k, t);
    else
        skeleton_put_cell(k, prop_word(P_STATUS, k->words));
    buf_cstr(k->out, "|\n");
    return blanks;
}

bool skeleton_rows(Skeleton *k, DeclId container)
{
    const Decl *d = model_decl(k->m, container);
    const Table *t = model_table(k->m, d->table);
    PropId unit = decl_prop(k->m, container, P_MEASURED_IN, NULL);
    if (t->two_headers || !all_found(k, t))
        return false;
    buf_char(k->out, '\n');
    buf_str(k->out, word_of(d->term, k->words));
    buf_cstr(k->out, " {\n");
    if (unit != 0)
        skeleton_line(k, P_MEASURED_IN, prop_said(k->m, model_prop(k->m, unit)));
    uint32_t blanks = put_heads(k, t, d->kind);
    for (uint32_t r = 0; r < t->rows.len; r++)
        if (row_decl(t, r) != 0 && k->wanted[row_decl(t, r)])
            put_row(k, t, r, blanks);
    buf_cstr(k->out, "}\n");
    return true;
}
