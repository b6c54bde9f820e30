/*
 * diff_tables.c — the figures of a breakdown, table or schedule in both plans.  Layer: years.
 *
 * in:  the same table of both plans
 * out: CHANGE_ROW_*, CHANGE_COLUMN_* and CHANGE_CELL, in the order of the new table
 */
#include "years/diff_rows.h"
#include "years/wording.h"

/* --- what rows and columns are called -------------------------------------------------------- */

/* "283 Bistand til etablering av egen bolig", with its role where that is its name. */
static Str row_told(const Diff *d, const Table *t, uint32_t row)
{
    Buf out;
    buf_init(&out, d->arena);
    Str codes = row_codes(t, row), label = row_label(t, &t->rows.at[row]);
    buf_str(&out, codes);
    buf_cstr(&out, codes.len > 0 && label.len > 0 ? " " : "");
    buf_str(&out, label);
    if (out.len == 0)
        buf_str(&out, say_text(SAY_DIFF_SUM, d->lang));
    return buf_view(&out);
}

/* The label, else the head; a bare year is a time and no label. */
static Str column_told(const Column *c)
{
    // gcc-suppress -Wanalyzer-null-dereference ; a column is asked for below the number of columns
    return c->label.len > 0 ? c->label : c->head;
}

static FigRef cell_at(const Table *t, TableId id, uint32_t row, uint32_t col)
{
    Cell c = table_cell(t, row, col);
    return c.kind == CELL_FACT ? figure_fact(c.fact) : figure_cell(id, row, (uint16_t)col);
}

static DiffValue value_at(const DiffSide *side, const Table *t, TableId id, uint32_t row,
                          uint32_t col)
{
    return diff_value(side, cell_at(t, id, row, col));
}

/* --- rows that only one plan has ------------------------------------------------------------- */

/* "Netto ramme 1 451 004 kr, 2019 1 500 000 kr" */
static Str figures_of(const Diff *d, const DiffSide *side, const Table *t, TableId id, uint32_t row)
{
    Buf out;
    buf_init(&out, d->arena);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        if (!column_compared(&t->cols.at[c]))
            continue;
        DiffValue v = value_at(side, t, id, row, c);
        if (diff_is_blank(&v))
            continue;
        buf_cstr(&out, out.len > 0 ? ", " : "");
        buf_str(&out, column_told(&t->cols.at[c]));
        buf_char(&out, ' ');
        buf_str(&out, diff_told(d, side, &v));
    }
    return buf_view(&out);
}

static void put_new_row(TablePair *t, uint32_t row)
{
    Str figures = figures_of(t->d, &t->d->new, t->new, t->new_id, row);
    Change *c = diff_add(t->d, CHANGE_ROW_ADDED, t->old_decl, t->new_decl);
    c->row = row_told(t->d, t->new, row);
    c->is = figures;
}

static void put_lost_row(TablePair *t, uint32_t row)
{
    Str figures = figures_of(t->d, &t->d->old, t->old, t->old_id, row);
    Change *c = diff_add(t->d, CHANGE_ROW_REMOVED, t->old_decl, t->new_decl);
    c->row = row_told(t->d, t->old, row);
    c->was = figures;
}

/* --- rows whose code KOSTRA has replaced ----------------------------------------------------- */

static Str heirs_told(const TablePair *t, uint32_t old)
{
    Buf out;
    buf_init(&out, t->d->arena);
    for (uint32_t row = 0; row < t->new->rows.len; row++)
        if (t->heir_of[row] == old + 1) {
            buf_cstr(&out, out.len > 0 ? " + " : "");
            buf_str(&out, row_told(t->d, t->new, row));
        }
    return buf_view(&out);
}

/* What the heirs come to in a column; false where one of them is no figure. */
static bool sum_of_heirs(const TablePair *t, uint32_t old, uint32_t col, DiffValue *sum)
{
    bool any = false;
    for (uint32_t row = 0; row < t->new->rows.len; row++) {
        if (t->heir_of[row] != old + 1)
            continue;
        DiffValue v = value_at(&t->d->new, t->new, t->new_id, row, col);
        if (!v.figure || (any && !decimal_add(sum->base, v.base, &v.base)))
            return false;
        *sum = v;
        any = true;
    }
    sum->v.kind = VAL_FORMULA; /* told by what it comes to */
    return any;
}

static void put_succeeded_cell(TablePair *t, uint32_t old, uint32_t col, Str heirs)
{
    DiffValue was = value_at(&t->d->old, t->old, t->old_id, old, t->old_col[col] - 1);
    DiffValue is = {.v = {.kind = VAL_BLANK}};
    if (!sum_of_heirs(t, old, col, &is))
        return;
    const Step *step = diff_step(t->d, &was, &is);
    if (step == NULL)
        return;
    Change *c = diff_add(t->d, CHANGE_CELL, t->old_decl, t->new_decl);
    c->row = heirs;
    c->column = column_told(&t->new->cols.at[col]);
    c->was = diff_told(t->d, &t->d->old, &was);
    c->is = diff_told(t->d, &t->d->new, &is);
    c->step = step;
}

static void put_succeeded(TablePair *t, uint32_t old)
{
    Str heirs = heirs_told(t, old);
    Change *c = diff_add(t->d, CHANGE_ROW_SUCCEEDED, t->old_decl, t->new_decl);
    c->was = c->row = row_told(t->d, t->old, old);
    c->is = heirs;
    for (uint32_t col = 0; col < t->new->cols.len; col++)
        if (t->old_col[col] != 0)
            put_succeeded_cell(t, old, col, heirs);
}

/* --- cells ----------------------------------------------------------------------------------- */

/* Two plain figures with the same digits in one unit are the same: so are nearly all. */
static bool plainly_same(const Diff *d, const Cell *a, const Cell *b)
{
    return a->kind == CELL_PLAIN && b->kind == CELL_PLAIN && a->coef == b->coef &&
           a->scale == b->scale &&
           str_eq(unit_get(&d->old.m->units, a->unit)->label,
                  unit_get(&d->new.m->units, b->unit)->label);
}

static void compare_cell(TablePair *t, uint32_t old_row, uint32_t new_row, uint32_t col)
{
    Cell a = table_cell(t->old, old_row, t->old_col[col] - 1), b = table_cell(t->new, new_row, col);
    if ((a.kind == CELL_BLANK && b.kind == CELL_BLANK) || plainly_same(t->d, &a, &b))
        return;
    DiffValue was = value_at(&t->d->old, t->old, t->old_id, old_row, t->old_col[col] - 1);
    DiffValue is = value_at(&t->d->new, t->new, t->new_id, new_row, col);
    if (diff_same_value(t->d, &was, &is))
        return;
    const Step *step = diff_step(t->d, &was, &is);
    Change *c = diff_add(t->d, CHANGE_CELL, t->old_decl, t->new_decl);
    c->row = row_told(t->d, t->new, new_row);
    c->column = column_told(&t->new->cols.at[col]);
    c->when_was = t->step_col[col] ? column_told(&t->old->cols.at[t->old_col[col] - 1]) : STR_NONE;
    c->was = diff_told(t->d, &t->d->old, &was);
    c->is = diff_told(t->d, &t->d->new, &is);
    c->step = step;
}

static void compare_label(TablePair *t, uint32_t old, uint32_t new)
{
    Str was = row_told(t->d, t->old, old), is = row_told(t->d, t->new, new);
    if (diff_same_text(was, is) || diff_same_but_years(t->d, was, is))
        return;
    Change *c = diff_add(t->d, CHANGE_ROW_RENAMED, t->old_decl, t->new_decl);
    c->row = c->is = is;
    c->was = was;
}

static void compare_row(TablePair *t, uint32_t row)
{
    if (t->old_row[row] == 0) {
        if (t->heir_of[row] == 0)
            put_new_row(t, row);
        else if (t->new_row[t->heir_of[row] - 1] == row + 1)
            put_succeeded(t, t->heir_of[row] - 1);
        return;
    }
    compare_label(t, t->old_row[row] - 1, row);
    for (uint32_t col = 0; col < t->new->cols.len; col++)
        if (t->old_col[col] != 0)
            compare_cell(t, t->old_row[row] - 1, row, col);
}

/* --- columns --------------------------------------------------------------------------------- */

static void put_column(TablePair *t, ChangeKind kind, Str was, Str is)
{
    Change *c = diff_add(t->d, kind, t->old_decl, t->new_decl);
    c->column = is.len > 0 ? is : was;
    c->was = was;
    c->is = is;
}

/* Of columns without keyword and time the head alone says what they are. */
static void compare_head(TablePair *t, const Column *old, const Column *new)
{
    Str was = column_told(old), is = column_told(new);
    if (new->key == 0 && new->index.period.kind == PERIOD_NONE && !diff_same_text(was, is))
        put_column(t, CHANGE_COLUMN_RENAMED, was, is);
}

static void compare_columns(TablePair *t)
{
    for (uint32_t c = 0; c < t->new->cols.len; c++) {
        const Column *is = &t->new->cols.at[c];
        if (!column_compared(is))
            continue;
        if (t->old_col[c] == 0)
            put_column(t, CHANGE_COLUMN_ADDED, STR_NONE, column_told(is));
        else if (!t->step_col[c])
            compare_head(t, &t->old->cols.at[t->old_col[c] - 1], is);
    }
    for (uint32_t c = 0; c < t->old->cols.len; c++) {
        const Column *was = &t->old->cols.at[c];
        if (column_compared(was) && t->new_col[c] == 0 && !diff_is_past(t->d, was->index))
            put_column(t, CHANGE_COLUMN_REMOVED, column_told(was), STR_NONE);
    }
}

/* --- the whole ------------------------------------------------------------------------------- */

static TableId table_of(const DiffSide *side, DeclId thing)
{
    TableId id = model_decl(side->m, thing)->table;
    return id != 0 && !model_table(side->m, id)->declares ? id : 0;
}

void diff_tables(Diff *d, DeclId old, DeclId new)
{
    TableId a = table_of(&d->old, old), b = table_of(&d->new, new);
    if (a == 0 || b == 0)
        return;
    TablePair t = {.d = d,
                   .old_decl = old,
                   .new_decl = new,
                   .old_id = a,
                   .new_id = b,
                   .old = model_table(d->old.m, a),
                   .new = model_table(d->new.m, b)};
    t.old_row = arena_array(d->arena, uint32_t, t.new->rows.len);
    t.new_row = arena_array(d->arena, uint32_t, t.old->rows.len);
    t.heir_of = arena_array(d->arena, uint32_t, t.new->rows.len);
    t.old_col = arena_array(d->arena, uint32_t, t.new->cols.len);
    t.new_col = arena_array(d->arena, uint32_t, t.old->cols.len);
    t.step_col = arena_array(d->arena, bool, t.new->cols.len);
    rows_align(&t);
    columns_align(&t);
    compare_columns(&t);
    for (uint32_t row = 0; row < t.new->rows.len; row++)
        compare_row(&t, row);
    for (uint32_t row = 0; row < t.old->rows.len; row++)
        if (t.new_row[row] == 0)
            put_lost_row(&t, row);
}
