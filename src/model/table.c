/*
 * table.c — a table as its tokens come in, and what is settled when all are there.  Layer: model.
 *
 * In: the table tokens and groups of a declaration's body, in source order. Out: one Table.
 *
 * Heads and rows are read at once, so that the things that rows declare have their names; cells
 * are read by table_finish, since unit, scale and sign may be stated below the rows.
 */
#include "model/table_build.h"

#include "base/utf8.h"

TableId table_begin(Model *m, DeclId decl, DocId doc, TableStyle style)
{
    Table *t = vec_push(m->arena, &m->tables);
    TableBuild *b = arena_new(m->arena, TableBuild);
    t->decl = decl;
    t->doc = doc;
    t->file = m->docs.at[doc].file;
    t->declares = b->declares = style == TABLE_DECLARES;
    t->span = SPAN_NONE;
    t->build = b;
    b->tree = m->docs.at[doc].tree;
    t->text = b->tree->source->text;
    b->kind = model_decl(m, decl)->kind;
    b->settled = true;
    b->money = (vocab_term(model_decl(m, decl)->term)->flags & TF_MONEY) != 0;
    return m->tables.len - 1;
}

TableRest *table_rest(Model *m, Table *t)
{
    if (t->rest == NULL)
        t->rest = arena_new(m->arena, TableRest);
    return t->rest;
}

/* Each cell that is written takes a byte of the file, so all beyond that are lacking. */
bool table_has_room(Model *m, TableId table, uint32_t rows, Span at)
{
    const Table *t = model_table(m, table);
    TableBuild *b = t->build;
    uint64_t cells = t->cells.len + (uint64_t)rows * t->cols.len;
    if (b->full || cells <= (uint64_t)b->tree->source->len + MOST_LACKING)
        return !b->full;
    b->full = true;
    Diag *d = diag_at(m->sink, HP1024, at);
    diag_label(d, L_TOO_MANY_BLANK);
    diag_int(d, MOST_LACKING);
    return false;
}

/* A table pasted in two pieces brings its header twice: the second is no row. */
static bool repeats_header(const Model *m, const Table *t, RowIter row)
{
    CellSpan cell;
    uint32_t n = 0;
    while (rows_cell(&row, &cell)) {
        Str text = {row.text + cell.off, cell.len};
        if (n >= t->cols.len || !str_eq(text, span_text(m->sources, column_span(t, n))))
            return false;
        n++;
    }
    return n == t->cols.len && n > 1 && !t->two_headers;
}

/* Most tables are small and there are many of them: then doubling, which leaves the smaller arrays
 * behind, costs more than the rows themselves. A large table grows as it goes. */
static void make_room(Model *m, Table *t, uint32_t rows)
{
    enum { MOST_CELLS = 1024 };
    uint32_t data = rows - 1; /* but for the line of heads */
    if (t->rows.len > 0 || rows == TABLE_MANY_ROWS || data > MOST_CELLS / (t->cols.len + 1))
        return;
    vec_room(m->arena, &t->rows, data);
    vec_room(m->arena, &t->cells, data * t->cols.len);
}

void table_rows(Model *m, TableId table, NodeRef token)
{
    Table *t = model_table(m, table);
    TableBuild *b = t->build;
    if (token >= b->tree->nodes.len || tree_node(b->tree, token)->kind != N_TABLE)
        return; /* of another file, taken in here: its rows cannot stand in this table */
    RowIter rows = rows_begin(b->tree, token);
    bool first = true;
    if (span_is_none(t->span))
        t->span = tree_span(b->tree, token);
    if (b->head == NULL) {
        columns_read(m, table, &rows);
        first = false;
    }
    make_room(m, model_table(m, table), tree_node(b->tree, token)->op);
    b->escaped = memchr(rows.text + rows.pos, '\\', rows.end - rows.pos) != NULL;
    for (;;) {
        if (!first)
            rows_add_plain(m, table, &rows);
        if (!rows_next(&rows))
            break;
        bool again = first && repeats_header(m, model_table(m, table), rows);
        first = false;
        if (!rows.rule && !again)
            row_add(m, table, &rows);
    }
}

/* --- groups ------------------------------------------------------------------------------- */

uint32_t table_open_body(const Table *t)
{
    uint32_t open = t->build->open_group;
    bool short_form = open != 0 && row_decl(t, open - 1) == 0;
    return short_form ? t->rows.at[open - 1].group : open;
}

void table_group(Model *m, TableId table, DeclId group)
{
    Table *t = model_table(m, table);
    TableBuild *b = t->build;
    Decl *d = model_decl(m, group);
    if (!table_has_room(m, table, 1, d->head))
        return;
    uint32_t open = table_open_body(t);
    Row *r = vec_push(m->arena, &t->rows);
    r->off = d->head.off;
    row_set_label(m, t, r, d->title.len > 0 ? d->title : d->name_text);
    if (d->name != 0)
        row_need_rest(m, t, r)->name = d->name;
    r->role = ROLE_GROUP;
    t->roles |= 1u << ROLE_GROUP;
    r->group = open;
    row_set_decl(m, t, t->rows.len - 1, group);
    if (d->number != 0) {
        RowRest *rest = row_need_rest(m, t, r);
        rest->codes = decl_number(m, d)->text;
        rest->codes_span = decl_number(m, d)->span;
    }
    d->row_table = table;
    (void)cells_push(m, t);
    b->open_group = t->rows.len;
}

void table_group_end(Model *m, TableId table)
{
    Table *t = model_table(m, table);
    uint32_t open = table_open_body(t);
    t->build->open_group = open == 0 ? 0 : t->rows.at[open - 1].group;
}

/* --- what is said about the whole table --------------------------------------------------- */

static bool said(const Model *m, DeclId decl, uint16_t key, uint16_t word)
{
    const Fact *f = decl_fact(m, decl, key);
    return f != NULL && f->value.kind == VAL_ENUM && vocab_term(f->value.term)->id == word;
}

/* | Tall i 1000 kr | 2025 | 2026 |: what the first head says of all the others. */
static UnitId unit_of_corner(const Model *m, const Table *t)
{
    const TableHead *head = t->build->head;
    UnitId unit = t->declares || head == NULL || head->label_col == NO_COLUMN
                      ? 0
                      : head->cols.at[head->label_col].unit;
    return unit != 0 && unit_measures_columns(m, unit) ? unit : 0;
}

static void read_settings(Model *m, Table *t)
{
    const Fact *unit = decl_fact(m, t->decl, P_MEASURED_IN);
    t->scale_unit = scale_own(m, t->decl);
    t->unit = unit != NULL && unit->value.kind == VAL_UNIT ? unit->value.unit : 0;
    if (unit == NULL)
        t->unit = unit_of_corner(m, t);
    if (t->unit == m->units.kr && t->scale_unit != 0)
        t->unit = 0; /* the scale says the same and more */
    t->income_negative = said(m, t->decl, P_SIGN, E_SIGN_NEGATIVE);
    t->additive = said(m, t->decl, P_ADDITIVE, E_BOOL_YES);
}

/* What a group says of its rows: their unit, and whether herav rows are the whole. */
static void read_group(Model *m, Table *t, uint32_t row)
{
    Row *heading = &t->rows.at[row];
    DeclId thing = row_decl(t, row);
    const Fact *unit = thing == 0 ? NULL : decl_fact(m, thing, P_MEASURED_IN);
    if (unit != NULL && unit->value.kind == VAL_UNIT)
        heading->unit = unit->value.unit;
    if (heading->unit == 0 && heading->group != 0)
        heading->unit = t->rows.at[heading->group - 1].unit;
    bool whole = heading->group != 0 && t->rows.at[heading->group - 1].complete;
    bool base = heading->group != 0 && t->rows.at[heading->group - 1].own_base;
    if (thing != 0) {
        whole = whole || said(m, thing, P_OF_WHICH, E_COVERAGE_WHOLE);
        base = base || said(m, thing, P_OF_WHICH, E_COVERAGE_OWN_BASE);
    }
    heading->complete = whole;
    heading->own_base = base;
    if (heading->unit != 0)
        t->build->settled = false;
}

/* Headings come before their rows, so one pass hands down what they say. */
static void settle_rows(Model *m, Table *t, uint32_t from)
{
    if (!table_has_role(t, ROLE_GROUP) && !table_has_role(t, ROLE_OF_WHICH))
        return;
    bool whole = said(m, t->decl, P_OF_WHICH, E_COVERAGE_WHOLE);
    bool base = said(m, t->decl, P_OF_WHICH, E_COVERAGE_OWN_BASE);
    for (uint32_t i = from; i < t->rows.len; i++) {
        Row *r = &t->rows.at[i];
        uint32_t parent = t->build->parent = row_parent(t, i, t->build->parent);
        if (r->role == ROLE_GROUP) {
            read_group(m, t, i);
            continue;
        }
        if (r->role != ROLE_OF_WHICH)
            continue;
        const Row *group = r->group != 0 ? &t->rows.at[r->group - 1] : NULL;
        r->own_base = r->own_base || base || (group != NULL && group->own_base);
        if (parent != 0 && (r->complete || whole || (group != NULL && group->complete)))
            t->rows.at[parent - 1].complete = true;
    }
}

void table_finish(Model *m, TableId table)
{
    Table *t = model_table(m, table);
    uint32_t from = t->build->read;
    t->build->open_group = 0;
    read_settings(m, t);
    settle_rows(m, t, from);
    cells_read(m, table, from);
    row_counts_done(m, table);
    t->build->read = t->rows.len;
}
