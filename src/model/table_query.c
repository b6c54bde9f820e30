/*
 * table_query.c — questions to a finished table.  Layer: model.
 */
#include "model/table_build.h"

#include "base/utf8.h"
#include "value/footnote.h"

Span column_span(const Table *t, uint32_t col)
{
    const Column *c = &t->cols.at[col];
    return (Span){t->file, t->head_off + c->off, c->len};
}

/* --- rows ----------------------------------------------------------------------------------- */

/* A `gruppe` with a body is a row of the table, but stands as a declaration. */
static const Decl *group_of(const Model *m, const Table *t, uint32_t row)
{
    DeclId group = t->rows.at[row].role == ROLE_GROUP ? row_decl(t, row) : 0;
    return group != 0 ? model_decl(m, group) : NULL;
}

uint32_t row_off(const Model *m, const Table *t, uint32_t row)
{
    const Decl *group = group_of(m, t, row);
    return group != NULL ? group->head.off : t->rows.at[row].off;
}

Span row_span(const Model *m, const Table *t, uint32_t row)
{
    const Row *r = &t->rows.at[row];
    const Decl *group = group_of(m, t, row);
    if (group != NULL)
        return group->head;
    RowIter it = {.text = t->text, .pos = r->off, .end = t->build->tree->source->len};
    (void)rows_next(&it);
    return (Span){t->file, r->off, it.row_len};
}

/* A label that is no slice of the source, since its cell has a `\|`, stands where its cell does. */
Span row_label_span(const Model *m, const Table *t, uint32_t row)
{
    const Row *r = &t->rows.at[row];
    const Decl *group = group_of(m, t, row);
    DeclId declared = t->declares ? row_decl(t, row) : 0;
    const Decl *thing = declared != 0 ? model_decl(m, declared) : group;
    if (thing != NULL && thing->title.len > 0)
        return decl_title_span(m, thing);
    if (group != NULL)
        return decl_name_span(m, group);
    Str label = row_label(t, r);
    uintptr_t from = (uintptr_t)t->text, at = (uintptr_t)label.ptr;
    if (at >= from && at - from <= t->build->tree->source->len)
        return (Span){t->file, (uint32_t)(at - from), label.len};
    uint32_t col = t->cols.len == 0 ? NO_COLUMN : t->build->head->label_col;
    Cell c = {0};
    if (col != NO_COLUMN)
        c = table_cell(t, row, col);
    return c.len == 0 ? row_span(m, t, row) : (Span){t->file, c.off, c.len};
}

Str row_folded(const Model *m, const Table *t, const Row *row)
{
    Str label = row_label(t, row);
    return utf8_fold(m->scratch,
                     footnote_stripped(str_trim(str_slice(label, row->dash, label.len))));
}

uint32_t row_parent(const Table *t, uint32_t row, uint32_t before)
{
    if (row == 0 || t->rows.at[row].role != ROLE_OF_WHICH)
        return 0;
    uint8_t above = t->rows.at[row - 1].role;
    return above == ROLE_OF_WHICH ? before : above == ROLE_GROUP ? 0 : row;
}

Str row_codes(const Table *t, uint32_t row)
{
    const RowRest *rest = row_rest(t, &t->rows.at[row]);
    return rest == NULL ? STR_NONE : rest->codes;
}

Span row_codes_span(const Table *t, uint32_t row)
{
    const RowRest *rest = row_rest(t, &t->rows.at[row]);
    return rest == NULL || rest->codes.len == 0 ? SPAN_NONE : rest->codes_span;
}

/* --- cells ---------------------------------------------------------------------------------- */

UnitId table_unit(const Model *m, const Table *t, uint32_t row, uint32_t col)
{
    const Row *r = &t->rows.at[row];
    const Column *c = &t->cols.at[col];
    UnitId group = r->group != 0 ? t->rows.at[r->group - 1].unit : 0;
    if (r->unit == 0 && group == 0)
        return t->traits[col].bare; /* nearly always */
    uint8_t type = column_type(t->build, c);
    /* Where no keyword stands at the head, any unit may be said; else it must be of the kind. */
    bool open = c->term == 0 || (c->use == COL_SUM && !t->declares);
    if (r->unit != 0 && (open || unit_fits(&m->units, type, r->unit)))
        return r->unit;
    if (c->unit != 0)
        return c->unit;
    if (group != 0 && (open || unit_fits(&m->units, type, group)))
        return group;
    return t->traits[col].bare;
}

bool table_summed(const Table *t, uint32_t col)
{
    return t->traits[col].summed;
}

bool table_mixed(const Table *t, uint32_t col)
{
    return t->traits[col].mixed;
}

bool table_adds(const Model *m, const Table *t, uint32_t col, UnitId unit)
{
    return table_summed(t, col) ||
           (table_mixed(t, col) && unit != 0 && unit_sums(&m->units, unit));
}

bool plain_parts_four(const Table *t, const Cell *c)
{
    const char *p = t->text + c->off;
    uint32_t sign = ascii_is_digit(p[0]) ? 0 : p[0] == '-' ? 1 : 3; /* U+2212 */
    return c->len > sign + 4 && !ascii_is_digit(p[sign + 1]) && p[sign + 1] != ',';
}

Decimal plain_number(const Cell *c)
{
    Decimal number = decimal_int(c->coef);
    number.scale = c->scale;
    return number;
}

Value plain_value(const Table *t, const Cell *c)
{
    Value v = {.kind = VAL_NUMBER, .span = {t->file, c->off, c->len}, .unit = c->unit,
               .num = plain_number(c), .remark = SPAN_NONE};
    if (plain_parts_four(t, c))
        v.flags = VALF_GROUPED4;
    return v;
}

Value cell_value(const Model *m, const Table *t, uint32_t row, uint32_t col)
{
    Cell c = table_cell(t, row, col);
    Value v = {.span = {t->file, c.off, c.len}, .remark = SPAN_NONE};
    switch ((CellKind)c.kind) {
    case CELL_FACT: return fact_value(m, model_fact(m, c.fact));
    case CELL_PLAIN: return plain_value(t, &c);
    case CELL_TEXT:
        v.kind = VAL_TEXT;
        v.text = span_text(m->sources, v.span);
        break;
    case CELL_BLANK: v.kind = VAL_BLANK; break;
    }
    return v;
}
