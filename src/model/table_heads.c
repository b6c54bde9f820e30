/*
 * table_heads.c — the row of heads of a table, or the two of them.  Layer: model.
 *
 * In: the first row, or the first two where a |---| line follows them. Out: the text of each head
 * for column_add; tables with one and the same line of heads share what was read.
 */
#include "model/table_build.h"

typedef VEC(CellSpan) HeadRow;

/* None at all where they are too many. */
static HeadRow head_row(Model *m, FileId file, RowIter row)
{
    HeadRow cells = {0};
    CellSpan cell;
    while (rows_cell(&row, &cell))
        *vec_push(m->scratch, &cells) = cell;
    if (cells.len <= MOST_COLUMNS)
        return cells;
    Diag *d = diag_at(m->sink, HP1024, (Span){file, row.row_off, row.row_len});
    diag_label(d, L_TOO_MANY_COLUMNS);
    diag_int(d, MOST_COLUMNS);
    return (HeadRow){0};
}

/* Two header rows end with a |---| line; one such line after the first row is just looked past. */
static bool has_two_headers(RowIter *rows)
{
    RowIter ahead = *rows;
    if (!rows_next(&ahead))
        return false;
    if (ahead.rule) {
        *rows = ahead;
        return false;
    }
    return rows_next(&ahead) && ahead.rule;
}

/* --- two rows ------------------------------------------------------------------------------- */

/* | Budsjett 2026 |  |  over  | 1000 kr | % |: the lower ones say what the figures are measured in, and
 * are part of what the columns are called. */
static void unit_below(Model *m, Column *c, Str upper, Str lower)
{
    UnitId unit = c->unit != 0 ? 0 : head_whole_unit(m, lower);
    if (unit == 0)
        return;
    c->unit = unit;
    (void)index_read(m->scratch, upper, &c->index);
}

static void keep_levels(Model *m, TableId table, Str upper, Str lower)
{
    TableHead *h = model_table(m, table)->build->head;
    Column *c = &h->cols.at[h->cols.len - 1];
    if (upper.len == 0 || lower.len == 0)
        return;
    c->upper = head_printed(upper);
    c->lower = head_printed(lower);
    if (c->use == COL_VALUE && c->term == 0)
        unit_below(m, c, upper, lower);
}

/* "Oppegård" over "2016" is "Oppegård 2016"; "Oppegård (kr)" over it is "Oppegård 2016 (kr)". */
static Str joined_heads(Model *m, Str upper, Str lower)
{
    Buf text;
    HeadUnit above = {.words = upper, .written = STR_NONE};
    if (lower.len > 0 && upper.len > 0 && head_unit(m, lower).unit == 0 &&
        head_whole_unit(m, lower) == 0)
        above = head_unit(m, upper);
    buf_init(&text, m->arena);
    buf_str(&text, above.words);
    buf_cstr(&text, upper.len > 0 && lower.len > 0 ? " " : "");
    buf_str(&text, lower);
    buf_str(&text, above.written);
    return buf_view(&text);
}

static void two_rows(Model *m, TableId table, HeadRow upper, HeadRow lower)
{
    const TableBuild *b = model_table(m, table)->build;
    FileId file = model_table(m, table)->file;
    uint32_t count = upper.len > lower.len ? upper.len : lower.len;
    CellSpan above = {0, 0};
    for (uint32_t i = 0; i < count; i++) {
        CellSpan top = i < upper.len ? upper.at[i] : (CellSpan){0, 0};
        CellSpan low = i < lower.len ? lower.at[i] : (CellSpan){0, 0};
        if (top.len > 0)
            above = top;
        Span at = {file, low.len > 0 ? low.off : above.off, low.len > 0 ? low.len : above.len};
        Str upper_text = cell_text(m->arena, b->tree, above);
        Str lower_text = low.len > 0 ? cell_text(m->arena, b->tree, low) : STR_NONE;
        column_add(m, table, joined_heads(m, upper_text, lower_text), at);
        keep_levels(m, table, upper_text, lower_text);
        if (top.len > 0 && low.len == 0)
            above = (CellSpan){0, 0}; /* a head of both rows is nobody's neighbour */
    }
}

static void one_row(Model *m, TableId table, HeadRow heads)
{
    const Table *t = model_table(m, table);
    for (uint32_t i = 0; i < heads.len; i++)
        column_add(m, table, cell_text(m->arena, t->build->tree, heads.at[i]),
                    (Span){t->file, heads.at[i].off, heads.at[i].len});
}

/* --- once for all tables with the line ------------------------------------------------------- */

static uint64_t head_key(Model *m, uint16_t kind, Str line)
{
    return (uint64_t)kind << 32 | interner_add(&m->syms, line);
}

/* That of an earlier table with this line, most often of the one before; NULL: there is none. */
static TableHead *head_before(Model *m, uint16_t kind, Str line)
{
    TableHead *latest = m->latest_head;
    if (latest != NULL && latest->kind == kind && str_eq(latest->line, line))
        return latest;
    const uint32_t *at = u32map_get(&m->head_of_text, head_key(m, kind, line));
    if (at == NULL)
        return NULL;
    m->latest_head = m->heads.at[*at];
    return m->latest_head;
}

/* Tables have few lines of heads of different texts: | post | 2018 : kr | is read once for all of
 * a kind. Not where rows declare things, since there a head also answers for its neighbours; nor
 * where there was something to say of it, which is said again. */
static void read_heads(Model *m, TableId table, RowIter *rows)
{
    Table *t = model_table(m, table);
    bool shared = !t->declares && !t->two_headers;
    Str line = {rows->text + rows->row_off, rows->row_len};
    uint16_t kind = t->build->kind;
    if (shared && (t->build->head = head_before(m, kind, line)) != NULL)
        return;
    uint32_t findings = m->sink->list.len;
    TableHead *h = t->build->head = arena_new(m->arena, TableHead);
    h->line = line;
    h->kind = kind;
    h->label_col = h->title_col = h->name_col = h->number_col = h->unit_col = NO_COLUMN;
    h->plain = true;
    HeadRow upper = head_row(m, t->file, *rows);
    vec_room(m->arena, &h->cols, upper.len);
    if (t->two_headers) {
        (void)rows_next(rows);
        two_rows(m, table, upper, head_row(m, t->file, *rows));
        (void)rows_next(rows); /* the line */
    } else {
        one_row(m, table, upper);
    }
    if (shared && m->sink->list.len == findings) {
        *u32map_put(&m->head_of_text, head_key(m, kind, line)) = m->heads.len;
        *vec_push(m->arena, &m->heads) = h;
    }
}

void columns_read(Model *m, TableId table, RowIter *rows)
{
    Table *t = model_table(m, table);
    do {
        if (!rows_next(rows))
            return;
    } while (rows->rule);
    t->head_off = rows->row_off;
    RowIter line = *rows;
    bool rules = memchr(rows->text + rows->pos, '-', rows->end - rows->pos) != NULL;
    t->two_headers = rules && has_two_headers(rows);
    read_heads(m, table, t->two_headers ? rows : &line);
    const TableHead *h = t->build->head;
    t->cols = (ColumnList){h->cols.at, h->cols.len};
    /* Headings that came before the header have their cells only now. */
    if (!table_has_room(m, table, t->rows.len, (Span){t->file, line.row_off, line.row_len}))
        t->cols = (ColumnList){0};
    t->traits = arena_array(m->arena, ColumnTraits, t->cols.len);
    for (uint32_t i = 0; i < t->rows.len; i++)
        (void)cells_push(m, t);
}
