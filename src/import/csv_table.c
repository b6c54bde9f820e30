/*
 * csv_table.c — cells become a table in the language.  Layer: import.
 *
 * in:  the rows of a sheet: what it is, the heads, the others
 * out: `tabell "…" { | … | }` in its one form; what else stands above the heads is a comment
 *
 * What a figure is, the language says: each cell is tried by its own reading (value_read). A column
 * in which something cannot be read as a figure gets its head in quotes, so that no keyword in it
 * asks for what is not there. Units are what the sheet says of them, and no more.
 */
#include "import/csv.h"

#include "base/quote.h"
#include "syntax/format.h"
#include "value/value.h"

typedef struct Sheet {
    Csv *csv;
    SourceSet sources;
    Interner syms;
    UnitTable units;
    Reader reader;
    FileId cells; /* the text of all cells, as a source */
    Buf *out;
    bool *texts;   /* by column: has a cell that is no figure */
    bool *figures; /* by column: has a figure */
} Sheet;

/* --- which cells are figures ----------------------------------------------------------------- */

static bool is_figure(uint8_t kind)
{
    return kind == VAL_NUMBER;
}

/* Nothing, or a sign or word for nothing: at home among figures. */
static bool says_nothing(uint8_t kind)
{
    return kind == VAL_BLANK || kind == VAL_NIL || kind == VAL_MISSING;
}

static uint8_t kind_of(const Sheet *s, const CsvCell *cell)
{
    static const Slot anything = {.type = VT_NONE, .cell = true};
    if (cell->len == 0)
        return VAL_BLANK;
    return value_read(&s->reader, (Span){s->cells, cell->off, cell->len}, anything).kind;
}

static void look_at_columns(Sheet *s)
{
    s->texts = arena_array(s->csv->arena, bool, s->csv->columns);
    s->figures = arena_array(s->csv->arena, bool, s->csv->columns);
    for (uint32_t r = s->csv->heads + 1; r < s->csv->rows.len; r++) {
        CsvRow *row = &s->csv->rows.at[r];
        for (uint32_t c = 1; c < row->cells.len && c < s->csv->columns; c++) {
            uint8_t kind = kind_of(s, &row->cells.at[c]);
            row->cells.at[c].unread = !is_figure(kind) && !says_nothing(kind);
            s->figures[c] |= is_figure(kind);
            s->texts[c] |= row->cells.at[c].unread;
        }
    }
}

/* In a column of texts nothing is missed. */
static void settle_unread(Sheet *s)
{
    for (uint32_t r = s->csv->heads + 1; r < s->csv->rows.len; r++) {
        CsvRow *row = &s->csv->rows.at[r];
        for (uint32_t c = 1; c < row->cells.len && c < s->csv->columns; c++)
            row->cells.at[c].unread &= s->figures[c];
    }
}

/* --- text ------------------------------------------------------------------------------------ */

/* In a table a bar of the text is no border. */
static Str with_bars(Arena *a, Str text)
{
    Buf out;
    if (str_find(text, STR("|")) < 0)
        return text;
    buf_init(&out, a);
    for (uint32_t i = 0; i < text.len; i++) {
        buf_cstr(&out, text.ptr[i] == '|' ? "\\" : "");
        buf_char(&out, text.ptr[i]);
    }
    return buf_view(&out);
}

static void put_cell(const Sheet *s, Str text, bool quoted)
{
    Str cell = with_bars(s->csv->arena, text);
    buf_cstr(s->out, " ");
    if (quoted)
        quote_put(s->out, cell);
    else
        buf_str(s->out, cell);
    buf_cstr(s->out, " |");
}

/* What would be read as an equation or as text in quotes is put in quotes. */
static bool needs_quotes(Str text)
{
    return str_find(text, STR("=")) >= 0 || quote_at(text) > 0;
}

/* A head may be a keyword, with its meaning; a colon, a parenthesis or a quote in it is just text.
 * Above texts no keyword is meant. */
static bool head_needs_quotes(const Sheet *s, uint32_t col, Str text)
{
    bool marked = str_find(text, STR(":")) >= 0 || str_find(text, STR("\"")) >= 0 ||
                  str_starts(text, STR("(")) || quote_at(text) > 0;
    return text.len > 0 && (s->texts[col] || marked);
}

/* --- the table ------------------------------------------------------------------------------- */

static Str cell_of(const Csv *csv, const CsvRow *row, uint32_t col)
{
    return col < row->cells.len ? csv_cell_text(csv, &row->cells.at[col]) : STR_NONE;
}

/* What stands above the heads, but for the first, which is the title. */
static void put_remarks(const Sheet *s)
{
    for (uint32_t r = 1; r < s->csv->heads; r++) {
        buf_cstr(s->out, "# ");
        buf_str(s->out, cell_of(s->csv, &s->csv->rows.at[r], 0));
        buf_cstr(s->out, "\n");
    }
}

static void put_rows(const Sheet *s)
{
    for (uint32_t r = s->csv->heads; r < s->csv->rows.len; r++) {
        const CsvRow *row = &s->csv->rows.at[r];
        buf_cstr(s->out, "|");
        for (uint32_t c = 0; c < s->csv->columns; c++) {
            Str text = cell_of(s->csv, row, c);
            bool head = r == s->csv->heads;
            put_cell(s, text, head ? head_needs_quotes(s, c, text) : needs_quotes(text));
        }
        buf_cstr(s->out, "\n");
    }
}

/* The formatter reads from a source with two NULs behind it. */
static bool put_formed(Buf *out, Sheet *s, const Buf *raw)
{
    char *text = arena_alloc(s->csv->arena, raw->len + 2);
    memcpy(text, raw->ptr, raw->len);
    text[raw->len] = text[raw->len + 1] = '\0';
    FileId file = sources_add(&s->sources, STR("csv"), STR("csv"), text, (uint32_t)raw->len);
    return format_file(out, s->csv->arena, &s->sources, file, false);
}

void csv_table(Buf *out, Csv *csv, Str title, Lang lang)
{
    Buf raw;
    Arena *arena = csv->arena;
    Sheet s = {.csv = csv, .out = &raw};
    buf_init(&raw, arena);
    sources_init(&s.sources, arena);
    interner_init(&s.syms, arena);
    units_init(&s.units, arena, &s.syms);
    s.reader = (Reader){arena, arena, &s.units, &s.sources, NULL};
    s.cells = sources_add(&s.sources, STR("cells"), STR("cells"), csv->cells.ptr,
                          (uint32_t)csv->cells.len);
    look_at_columns(&s);
    settle_unread(&s);
    buf_cstr(&raw, vocab_term(vocab_kind_term(K_TABLE))->spelling[lang]);
    if (csv->heads > 0)
        title = cell_of(csv, &csv->rows.at[0], 0);
    if (title.len > 0) {
        buf_char(&raw, ' ');
        quote_put(&raw, title);
    }
    buf_cstr(&raw, " {\n");
    put_remarks(&s);
    put_rows(&s);
    buf_cstr(&raw, "}\n");
    if (!put_formed(out, &s, &raw))
        csv->fault = CSV_TOO_LONG;
}
