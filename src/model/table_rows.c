/*
 * table_rows.c — a row: its cells, its label, and the thing it declares.  Layer: model.
 *
 * In: a row's cells as spans. Out: a Row with as many unread cells as there are columns; in a
 * table that declares, a Decl with title, name and number.
 */
#include "model/table_build.h"

#include "base/utf8.h"

/* --- cells too many or too few -------------------------------------------------------------- */

/* Where a header lacks a head, every row has a cell too many: that is one fault, not a thousand. */
static void wrong_count(Model *m, TableId table, Span at, uint32_t cells)
{
    const Table *t = model_table(m, table);
    TableBuild *b = t->build;
    for (uint32_t i = 0; i < b->counts.len; i++) {
        if (b->counts.at[i].cells == cells) {
            b->counts.at[i].rows++;
            return;
        }
    }
    Diag *d = diag_at(m->sink, HP1022, at);
    diag_int(d, cells);
    diag_int(d, t->cols.len);
    diag_place(d, span_join(column_span(t, 0), column_span(t, t->cols.len - 1)), L_HEADS_HERE);
    diag_int(d, t->cols.len);
    if (cells < t->cols.len)
        diag_note(d, N_CELLS_AT_END);
    CountFault *f = vec_push(m->arena, &b->counts);
    f->cells = cells;
    f->rows = 1;
    f->finding = d;
}

void row_counts_done(Model *m, TableId table)
{
    TableBuild *b = model_table(m, table)->build;
    for (uint32_t i = 0; i < b->counts.len; i++) {
        if (b->counts.at[i].rows > 1) {
            diag_note(b->counts.at[i].finding, N_ROWS_ALIKE);
            diag_int(b->counts.at[i].finding, (int64_t)b->counts.at[i].rows - 1);
        }
        b->counts.at[i].rows = 1;
    }
}

/* Pushes the row's cells, filled up with blanks; returns how many were written, blank ones
 * beyond the last column not counted. */
static uint32_t push_cells(Model *m, Table *t, RowIter *row)
{
    CellSpan cell = {0, 0};
    uint32_t n = 0, written = 0;
    for (; rows_cell(row, &cell); n++) {
        if (n < t->cols.len) {
            Cell *c = vec_push(m->arena, &t->cells);
            c->off = cell.off;
            c->len = cell.len;
        }
        if (n < t->cols.len || cell.len > 0)
            written = n + 1;
    }
    for (; n < t->cols.len; n++)
        vec_push(m->arena, &t->cells)->off = row->row_off + row->row_len;
    return written;
}

/* --- labels --------------------------------------------------------------------------------- */

static Span cell_span(const Table *t, const Cell *c)
{
    return (Span){t->file, c->off, c->len};
}

static Str text_of(const Model *m, const Table *t, const Cell *c)
{
    return cell_text(m->arena, t->build->tree, (CellSpan){c->off, c->len});
}

/* `\|` shortens a text, so that offsets into it are none into the file: then the cell stands for
 * all of its parts. */
static Span part_span(const Table *t, const Cell *c, Str text, uint32_t from, uint32_t to)
{
    if (text.len != c->len)
        return cell_span(t, c);
    return (Span){t->file, c->off + from, to - from};
}

void row_set_codes(Model *m, Table *t, Row *r, Str text, Span span)
{
    RowCodes *codes = vec_push(m->arena, &t->codes);
    codes->text = text;
    codes->span = span;
    r->codes = t->codes.len;
}

static void set_label(Model *m, Table *t, Row *r, const Cell *c, const RowWords *w, Str text)
{
    uint32_t from = w->from, name = w->name, dash = 0;
    if (w->code_len > 0) {
        row_set_codes(m, t, r, str_slice(text, w->name, w->name + w->code_len),
                      part_span(t, c, text, w->name, w->name + w->code_len));
        Str rest = str_trim(str_slice(text, w->name + w->code_len, w->to));
        from = name = rest.len == 0 ? w->to : (uint32_t)(rest.ptr - text.ptr);
    }
    r->label = str_slice(text, from, w->to);
    if (name > from)
        (void)utf8_decode(text.ptr + from, str_end(text), &dash);
    r->dash = dash & 3;
    r->own = w->own;
    r->own_base = w->own_base;
    r->complete = w->complete;
}

static void place_row(TableBuild *b, const Table *t, Row *r)
{
    if (r->role == ROLE_GROUP) {
        uint32_t open = b->open_group;
        if (open != 0 && t->rows.at[open - 1].decl == 0)
            open = t->rows.at[open - 1].group;
        r->group = open;
        b->open_group = t->rows.len;
        b->above = 0;
        return;
    }
    r->group = b->open_group;
    if (r->role == ROLE_OF_WHICH)
        r->parent = b->above;
    else
        b->above = t->rows.len;
}

static void label_row(Model *m, Table *t, Row *r, const Cell *c, bool alone)
{
    TableBuild *b = t->build;
    uint32_t at = b->head->label_col;
    const Column *col = at == NO_COLUMN ? NULL : &t->cols.at[at];
    bool codes = col != NULL && !t->declares && vocab_term(col->term)->type == VT_CODE;
    Str text = text_of(m, t, c);
    /* Where the rows follow a fixed statement, «Sum bevilgninger» is the name of a post. */
    bool fixed = b->kind == K_SCHEDULE && decl_prop(m, t->decl, P_FOLLOWS, NULL) != 0;
    RowWords w = row_words(m, text, !t->declares && !fixed, codes && !alone);
    r->role = w.role;
    r->role_given = w.given;
    if (alone && !w.given)
        r->role = ROLE_GROUP;
    set_label(m, t, r, c, &w, text);
    if (r->role == ROLE_GROUP)
        r->complete = r->own_base = false;
    place_row(b, t, r);
}

/* --- things declared by rows ---------------------------------------------------------------- */

static Str unquoted(Str text)
{
    Str inner;
    return quoted_text(text, &inner) ? inner : text;
}

static void declare_row(Model *m, TableId table, const Cell *cells)
{
    Table *t = model_table(m, table);
    const TableHead *h = t->build->head;
    Row *r = &t->rows.at[t->rows.len - 1];
    const Decl *of = model_decl(m, t->decl);
    DeclId id = build_decl(m, of->kind, of->term, t->doc, t->decl, row_span(m, t, t->rows.len - 1));
    Decl *d = model_decl(m, id);
    d->row_table = table;
    d->row = t->rows.len - 1;
    if (h->title_col != NO_COLUMN && cells[h->title_col].len > 0) {
        d->title = unquoted(text_of(m, t, &cells[h->title_col]));
        d->title_span = cell_span(t, &cells[h->title_col]);
        d->title_sym = build_sym(m, d->title);
        d->head = d->title_span;
        r->label = d->title;
        r->dash = 0;
    }
    if (h->name_col != NO_COLUMN && cells[h->name_col].len > 0) {
        d->name_text = text_of(m, t, &cells[h->name_col]);
        d->name_span = cell_span(t, &cells[h->name_col]);
        d->name = r->name;
    }
    if (h->number_col != NO_COLUMN && cells[h->number_col].len > 0) {
        d->number = text_of(m, t, &cells[h->number_col]);
        d->number_span = cell_span(t, &cells[h->number_col]);
    }
    r->decl = id;
    scope_enter(m, id);
}

/* --- a row ---------------------------------------------------------------------------------- */

static bool all_blank(const Cell *cells, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (cells[i].len > 0)
            return false;
    return true;
}

void row_add(Model *m, TableId table, const RowIter *row)
{
    Table *t = model_table(m, table);
    const TableHead *h = t->build->head;
    RowIter it = *row;
    uint32_t first = t->cells.len;
    if (t->cols.len == 0)
        return;
    Row *r = vec_push(m->arena, &t->rows);
    r->off = row->row_off;
    r->len = row->row_len;
    uint32_t written = push_cells(m, t, &it);
    Cell *cells = &t->cells.at[first];
    bool alone = written == 1 && t->cols.len > 1 && cells[0].len > 0;
    if (!alone && written != t->cols.len)
        wrong_count(m, table, row_span(m, t, t->rows.len - 1), written);
    if (alone) {
        label_row(m, t, r, &cells[0], true);
        cells[0].len = 0;
        return;
    }
    if (h->name_col != NO_COLUMN && cells[h->name_col].len > 0)
        r->name = build_sym(m, text_of(m, t, &cells[h->name_col]));
    if (h->label_col != NO_COLUMN)
        label_row(m, t, r, &cells[h->label_col], false);
    if (t->declares && !all_blank(cells, t->cols.len))
        declare_row(m, table, cells);
}
