/*
 * table_rows.c — a row: its cells, its label, and the thing it declares.  Layer: model.
 *
 * In: a row's cells as spans. Out: a Row with as many unread cells as there are columns; in a
 * table that declares, a Decl with title, name and number.
 */
#include "model/table_build.h"

#include "base/quote.h"
#include "base/utf8.h"

/* --- cells too many or too few -------------------------------------------------------------- */

/* «Sum          98 450»: blanks in a row before a figure, in one cell, where a bar was lost. Nothing
 * where that is so in more than one place. */
static Span lost_bar(const Model *m, Span row)
{
    Str s = span_text(m->sources, row);
    Span found = SPAN_NONE;
    for (uint32_t i = 0; i + 2 < s.len; i++) {
        uint32_t end = i;
        while (end < s.len && s.ptr[end] == ' ')
            end++;
        bool inside = i > 0 && s.ptr[i - 1] != '|' && end < s.len &&
                      (ascii_is_digit(s.ptr[end]) || s.ptr[end] == '-');
        if (end - i < 2 || !inside) {
            i = end > i ? end : i;
            continue;
        }
        if (!span_is_none(found))
            return SPAN_NONE;
        found = (Span){row.file, row.off + end - 2, 1};
        i = end;
    }
    return found;
}

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
    Span lost = cells + 1 == t->cols.len ? lost_bar(m, at) : SPAN_NONE;
    if (!span_is_none(lost)) {
        diag_place(d, lost, L_BAR_LACKS);
        diag_fix(d, lost, STR("|"), F_WRITE);
    } else if (cells < t->cols.len) {
        diag_note(d, N_CELLS_AT_END);
    }
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

/* --- labels --------------------------------------------------------------------------------- */

static Span cell_span(const Table *t, Cell c)
{
    return (Span){t->file, c.off, c.len};
}

static Str text_of(const Model *m, const Table *t, Cell c)
{
    return cell_text(m->arena, t->build->tree, (CellSpan){c.off, c.len});
}

/* `\|` shortens a text, so that offsets into it are none into the file: then the cell stands for
 * all of its parts. */
static Span part_span(const Table *t, Cell c, Str text, uint32_t from, uint32_t to)
{
    if (text.len != c.len)
        return cell_span(t, c);
    return (Span){t->file, c.off + from, to - from};
}

static RowLinks *need_links(Model *m, Table *t, uint32_t row)
{
    TableRest *rest = table_rest(m, t);
    while (rest->links.len <= row)
        (void)vec_push(m->arena, &rest->links);
    return &rest->links.at[row];
}

void row_set_decl(Model *m, Table *t, uint32_t row, DeclId decl)
{
    need_links(m, t, row)->decl = decl;
}

RowRest *row_need_rest(Model *m, Table *t, const Row *r)
{
    RowLinks *links = need_links(m, t, (uint32_t)(r - t->rows.at));
    if (links->rest == 0) {
        (void)vec_push(m->arena, &t->rest->rows);
        links->rest = t->rest->rows.len;
    }
    return &t->rest->rows.at[links->rest - 1];
}

void row_set_label(Model *m, Table *t, Row *r, Str label)
{
    uintptr_t line = (uintptr_t)t->text + r->off, at = (uintptr_t)label.ptr;
    bool within = at >= line && at - line <= UINT16_MAX && label.len <= UINT16_MAX;
    if (!within && label.len > 0)
        row_need_rest(m, t, r)->label = label;
    r->label_off = within ? (uint16_t)(at - line) : 0;
    r->label_len = within ? (uint16_t)label.len : 0;
}

static void set_label(Model *m, Table *t, Row *r, Cell c, const RowWords *w, Str text)
{
    uint32_t from = w->from, name = w->name, dash = 0;
    if (w->code_len > 0) {
        RowRest *own = row_need_rest(m, t, r);
        own->codes = str_slice(text, w->name, w->name + w->code_len);
        own->codes_span = part_span(t, c, text, w->name, w->name + w->code_len);
        Str rest = str_trim(str_slice(text, w->name + w->code_len, w->to));
        from = name = rest.len == 0 ? w->to : (uint32_t)(rest.ptr - text.ptr);
    }
    row_set_label(m, t, r, str_slice(text, from, w->to));
    if (name > from)
        (void)utf8_decode(text.ptr + from, str_end(text), &dash);
    r->dash = dash & 3;
    r->own = w->own;
    r->own_base = w->own_base;
    r->complete = w->complete;
}

static void place_row(TableBuild *b, const Table *t, Row *r)
{
    if (r->role != ROLE_GROUP) {
        r->group = b->open_group;
        return;
    }
    r->group = table_open_body(t);
    b->open_group = t->rows.len;
}

static void label_row(Model *m, Table *t, Row *r, Cell c, bool alone)
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
    t->roles |= (uint16_t)(1u << r->role);
    t->plain_rows += row_is_plain(r);
    place_row(b, t, r);
}

/* --- things declared by rows ---------------------------------------------------------------- */

static Str unquoted(Str text)
{
    Str inner;
    return quote_alone(text, &inner) ? inner : text;
}

/* The cell of the thing's title, name or number, if it has one. */
static bool own_cell(const Table *t, uint32_t col, Cell *out)
{
    if (col == NO_COLUMN)
        return false;
    *out = table_cell(t, t->rows.len - 1, col);
    return out->len > 0;
}

static void declare_row(Model *m, TableId table, Span line)
{
    Table *t = model_table(m, table);
    const TableHead *h = t->build->head;
    Row *r = &t->rows.at[t->rows.len - 1];
    const Decl *of = model_decl(m, t->decl);
    DeclId id = build_decl(m, of->kind, of->term, t->doc, t->decl, line);
    Decl *d = model_decl(m, id);
    Cell cell;
    d->row_table = table;
    if (own_cell(t, h->title_col, &cell)) {
        d->title = unquoted(text_of(m, t, cell));
        d->title_off = cell.off;
        d->title_len = cell.len;
        d->head = cell_span(t, cell);
        row_set_label(m, t, r, d->title);
        r->dash = 0;
    }
    if (own_cell(t, h->name_col, &cell)) {
        d->name_text = text_of(m, t, cell);
        d->name = row_name(t, r);
    }
    if (own_cell(t, h->number_col, &cell))
        build_number(m, id, text_of(m, t, cell), cell_span(t, cell));
    row_set_decl(m, t, t->rows.len - 1, id);
    if (d->kind != K_CATALOGUE) { /* nothing refers to a code by its title as to a thing */
        scope_enter(m, id);
    }
}

/* --- totals among things -------------------------------------------------------------------- */

static bool adds_up(uint8_t type)
{
    return type == VT_MONEY || type == VT_FTE || type == VT_COUNT;
}

/* Does the row say nothing but amounts beside its label and its number? Then it may be a total. Of
 * results and other figures of any kind there is none: «Totalt» may be an indicator. */
static bool only_amounts(const Table *t, uint32_t row, uint32_t label)
{
    const TableHead *h = t->build->head;
    bool any = false;
    for (uint32_t i = 0; i < t->cols.len; i++) {
        bool sum = t->cols.at[i].use == COL_SUM; /* of what stands beside it */
        if (sum || i == label || i == h->number_col || table_cell_kind(t, row, i) == CELL_BLANK)
            continue;
        uint8_t type = column_type(t->build, &t->cols.at[i]);
        if (!vocab_is_figure(type))
            return false;
        any = any || adds_up(type);
    }
    return any;
}

/* «Sum» below the investments is none of them: it adds them up. */
static bool sum_row(Model *m, Table *t, Row *r)
{
    const TableHead *h = t->build->head;
    uint32_t at = t->rows.len - 1;
    uint32_t label = h->title_col;
    Cell cell;
    if (label == NO_COLUMN || table_cell_kind(t, at, label) == CELL_BLANK)
        label = h->label_col; /* written in the first column rather than below the titles */
    if (!own_cell(t, label, &cell) || begins_plain_label(t->text[cell.off]) ||
        !only_amounts(t, at, label))
        return false;
    Str text = text_of(m, t, cell);
    RowWords w = row_words(m, text, true, false);
    if (w.role != ROLE_SUM && w.role != ROLE_SUBTOTAL)
        return false;
    r->role = w.role;
    r->role_given = w.given;
    set_label(m, t, r, cell, &w, text);
    t->roles |= (uint16_t)(1u << r->role);
    return true;
}

/* --- a row ---------------------------------------------------------------------------------- */

static bool all_blank(const Table *t, uint32_t row)
{
    for (uint32_t i = 0; i < t->cols.len; i++)
        if (table_cell_kind(t, row, i) != CELL_BLANK)
            return false;
    return true;
}

/* «| | Sum |» where the first column numbers the rows: the label is in the next. */
static bool label_sum_behind(Model *m, Table *t, Row *r, uint32_t at, uint32_t col)
{
    while (col < t->cols.len && table_cell_kind(t, at, col) == CELL_BLANK)
        col++;
    if (t->declares || col == t->cols.len || table_cell_kind(t, at, col) != CELL_TEXT)
        return false;
    Cell c = table_cell(t, at, col);
    RowWords w = row_words(m, text_of(m, t, c), true, false);
    if (w.role != ROLE_SUM && w.role != ROLE_SUBTOTAL)
        return false;
    label_row(m, t, r, c, false);
    return true;
}

static void read_label(Model *m, Table *t, Row *r)
{
    const TableBuild *b = t->build;
    uint32_t at = t->rows.len - 1, col = b->head->label_col;
    const CellSlot *c = table_slot(t, at, col);
    if (c->kind == CELL_BLANK && label_sum_behind(m, t, r, at, col))
        return;
    if (b->escaped || c->is_wide || c->len > UINT16_MAX ||
        !row_take_label(r, c, t->text, b->open_group)) {
        label_row(m, t, r, table_cell(t, at, col), false);
        return;
    }
    t->roles |= 1u << ROLE_NONE;
    t->plain_rows++;
}

/* What the row of the cells that were taken last says of itself. */
static void read_row(Model *m, TableId table, Row *r, Span line)
{
    Table *t = model_table(m, table);
    const TableHead *h = t->build->head;
    uint32_t at = t->rows.len - 1;
    Cell cell;
    if (own_cell(t, h->name_col, &cell))
        row_need_rest(m, t, r)->name = build_sym(m, text_of(m, t, cell));
    if (h->label_col != NO_COLUMN)
        read_label(m, t, r);
    if (t->declares && !all_blank(t, at) && !sum_row(m, t, r))
        declare_row(m, table, line);
}

static inline Row *push_row(Model *m, Table *t, const RowIter *row)
{
    Row *r = vec_push(m->arena, &t->rows);
    r->off = row->row_off;
    return r;
}

static Span line_of(const Table *t, const RowIter *row)
{
    return (Span){t->file, row->row_off, row->row_len};
}

void rows_add_plain(Model *m, TableId table, RowIter *rows)
{
    Table *t = model_table(m, table);
    const TableHead *h = t->build->head;
    if (t->cols.len == 0 || t->build->escaped || t->build->full)
        return;
    uint32_t label = t->declares || h->name_col != NO_COLUMN ? NO_COLUMN : h->label_col;
    while (rows_take_plain(m, t, rows, label))
        read_row(m, table, &t->rows.at[t->rows.len - 1], line_of(t, rows));
}

void row_add(Model *m, TableId table, const RowIter *row)
{
    Table *t = model_table(m, table);
    RowIter it = *row;
    uint32_t at = t->rows.len;
    if (t->cols.len == 0 || !table_has_room(m, table, 1, line_of(t, row)))
        return;
    Row *r = push_row(m, t, row);
    uint32_t written = cells_take(m, t, &it);
    bool alone = written == 1 && t->cols.len > 1 && table_cell_kind(t, at, 0) != CELL_BLANK;
    if (!alone && written != t->cols.len)
        wrong_count(m, table, line_of(t, row), written);
    if (alone) {
        label_row(m, t, r, table_cell(t, at, 0), true);
        t->cells.at[t->cells.len - t->cols.len] = (CellSlot){0};
        return;
    }
    read_row(m, table, r, line_of(t, row));
}
