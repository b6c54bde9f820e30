/*
 * data_table.c — tables and checks as records.  Layer: report.
 */
#include "report/data.h"

/* --- tables ---------------------------------------------------------------------------------- */

static void put_column(Maker *mk, Data *array, const Table *t, uint32_t col,
                       const HeadLevels *levels)
{
    const Column *c = &t->cols.at[col];
    static const char *const uses[] = {
        [COL_LABEL] = "label",   [COL_VALUE] = "value", [COL_SUM] = "sum",
        [COL_PROP] = "property", [COL_NAME] = "name",   [COL_IGNORE] = "ignored"};
    Data *o = data_add(mk, array, NULL, DATA_OBJECT);
    data_text(mk, o, "head", c->head);
    data_text(mk, o, "label", c->label);
    if (levels->upper.len > 0) {
        Data *both = data_add(mk, o, "levels", DATA_ARRAY);
        data_text(mk, both, NULL, levels->upper);
        data_text(mk, both, NULL, levels->lower);
    }
    data_text(mk, o, "use", str_from(uses[c->use]));
    if (c->term != 0)
        data_text(mk, o, "key", data_term_id(c->term));
    data_index(mk, o, c->index, c->head);
    if (c->unit != 0)
        data_text_if(mk, o, "unit", unit_get(&mk->m->units, c->unit)->label);
    data_true(mk, o, "hidden", c->hidden);
    data_place(mk, o, "place", column_span(t, col));
}

static Str role_name(uint8_t role)
{
    static const char *const roles[] = {[ROLE_NONE] = "row",          [ROLE_SUM] = "sum",
                                        [ROLE_SUBTOTAL] = "subtotal", [ROLE_OF_WHICH] = "of_which",
                                        [ROLE_DIVIDED] = "divided",   [ROLE_MINUS] = "minus",
                                        [ROLE_OPENING] = "opening",   [ROLE_CLOSING] = "closing",
                                        [ROLE_GROUP] = "group",       [ROLE_ROW] = "row"};
    return str_from(roles[role < sizeof roles / sizeof roles[0] ? role : 0]);
}

static void put_codes(Maker *mk, Data *row, Str codes)
{
    if (codes.len == 0)
        return;
    Data *array = data_add(mk, row, "codes", DATA_ARRAY);
    uint32_t from = 0;
    for (uint32_t i = 0; i <= codes.len; i++) {
        if (i < codes.len && codes.ptr[i] != '/' && codes.ptr[i] != ',')
            continue;
        Str code = str_trim(str_slice(codes, from, i));
        if (code.len > 0)
            data_text(mk, array, NULL, code);
        from = i + 1;
    }
}

static void put_row(Maker *mk, Data *array, TableId id, uint32_t r)
{
    const Table *t = model_table(mk->m, id);
    Row row = t->rows.at[r];
    uint32_t cols = t->cols.len;
    Data *o = data_add(mk, array, NULL, DATA_OBJECT);
    data_text(mk, o, "role", role_name(row.role));
    data_text(mk, o, "label", row.label);
    put_codes(mk, o, row_codes(t, r));
    if (row.decl != 0)
        data_text(mk, o, t->declares ? "declares" : "ref",
                  data_decl_id(mk, row.decl));
    if (row.group != 0)
        data_int(mk, o, "group", (int64_t)row.group - 1);
    if (row.parent != 0)
        data_int(mk, o, "parent", (int64_t)row.parent - 1);
    data_place(mk, o, "place", row_span(mk->m, t, r));
    Data *cells = data_add(mk, o, "cells", DATA_ARRAY);
    for (uint32_t c = 0; c < cols; c++)
        data_cell(mk, cells, NULL, id, r, c);
}

void data_table(Maker *mk, Data *up, TableId id)
{
    const Table *t = model_table(mk->m, id);
    Data *o = data_add(mk, up, NULL, DATA_OBJECT);
    data_text(mk, o, "type", STR("table"));
    data_bool(mk, o, "declares", t->declares);
    if (t->unit != 0)
        data_text_if(mk, o, "unit", unit_get(&mk->m->units, t->unit)->label);
    if (t->scale_unit != 0)
        data_text_if(mk, o, "scale", unit_get(&mk->m->units, t->scale_unit)->label);
    data_true(mk, o, "income_negative", t->income_negative);
    data_place(mk, o, "place", t->span);
    Data *cols = data_add(mk, o, "columns", DATA_ARRAY);
    const HeadLevels *levels = head_levels(mk, t);
    for (uint32_t c = 0; c < model_table(mk->m, id)->cols.len; c++)
        put_column(mk, cols, model_table(mk->m, id), c, &levels[c]);
    Data *rows = data_add(mk, o, "rows", DATA_ARRAY);
    for (uint32_t r = 0; r < model_table(mk->m, id)->rows.len; r++)
        put_row(mk, rows, id, r);
}

/* --- checks ---------------------------------------------------------------------------------- */

static const char *const verdicts[] = {
    [VERDICT_NONE] = "none",         [VERDICT_EXACT] = "exact",       [VERDICT_ROUNDED] = "rounded",
    [VERDICT_UNLIKELY] = "unlikely", [VERDICT_VIOLATED] = "violated", [VERDICT_UNKNOWN] = "unknown",
};

static const char *const proofs[PROOF_KIND_COUNT] = {
    [PROOF_SUM] = "sum",           [PROOF_ROW_SUM] = "row_sum",
    [PROOF_NET] = "net",           [PROOF_BREAKDOWN] = "breakdown",
    [PROOF_EQUATION] = "equation", [PROOF_CLAIM] = "claim",
    [PROOF_COUNT] = "count",       [PROOF_OF_WHICH] = "of_which",
    [PROOF_CHAIN] = "chain",       [PROOF_REFERENCE] = "reference",
    [PROOF_CODE] = "code",
};

void data_figure(Maker *mk, Data *up, const char *key, FigRef f)
{
    Data *o = data_add(mk, up, key, DATA_OBJECT);
    data_text(mk, o, "label", figure_label(mk->m, mk->arena, f));
    data_text(mk, o, "text", str_trim(span_text(mk->m->sources, figure_span(mk->m, f))));
    data_place(mk, o, "place", figure_span(mk->m, f));
}

static bool has_figure(FigRef f)
{
    return f.fact != 0 || f.table != 0;
}

static void put_check(Maker *mk, Data *array, const Proof *p)
{
    Data *o = data_add(mk, array, NULL, DATA_OBJECT);
    data_text(mk, o, "kind", str_from(proofs[p->kind]));
    data_text(mk, o, "verdict", str_from(verdicts[p->verdict]));
    data_text(mk, o, "declaration", data_decl_id(mk, p->decl));
    data_place(mk, o, "place", p->span);
    if (has_figure(p->figure))
        data_figure(mk, o, "figure", p->figure);
    if (p->kind != PROOF_REFERENCE && p->kind != PROOF_CODE && p->kind != PROOF_CLAIM) {
        Quantity stated = amount_quantity(&p->stated), computed = amount_quantity(&p->computed);
        data_quantity(mk, o, "stated", &stated);
        data_quantity(mk, o, "computed", &computed);
    }
    Data *terms = data_add(mk, o, "terms", DATA_ARRAY);
    FigRef f;
    for (TermIter it = {0, 0}; proof_next(p, &it, &f);)
        data_figure(mk, terms, NULL, f);
}

static void put_summary(Maker *mk, Data *document, const int64_t *kinds, const int64_t *counts)
{
    Data *o = data_add(mk, document, "summary", DATA_OBJECT);
    Data *by_kind = data_add(mk, o, "by_kind", DATA_OBJECT);
    for (uint32_t k = 0; k < PROOF_KIND_COUNT; k++)
        data_int(mk, by_kind, proofs[k], kinds[k]);
    Data *by_verdict = data_add(mk, o, "by_verdict", DATA_OBJECT);
    for (uint32_t v = VERDICT_EXACT; v <= VERDICT_UNKNOWN; v++)
        data_int(mk, by_verdict, verdicts[v], counts[v]);
}

void data_checks(Maker *mk, Data *document)
{
    int64_t kinds[PROOF_KIND_COUNT] = {0};
    int64_t counts[VERDICT_UNKNOWN + 1] = {0};
    Data *array = data_add(mk, document, "checks", DATA_ARRAY);
    for (uint32_t i = 0; i < mk->m->proofs.len; i++) {
        Proof p = mk->m->proofs.at[i];
        if (!proof_is_ours(mk, &p))
            continue;
        kinds[p.kind]++;
        counts[p.verdict]++;
        put_check(mk, array, &p);
    }
    put_summary(mk, document, kinds, counts);
}
