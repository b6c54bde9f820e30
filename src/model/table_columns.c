/*
 * table_columns.c — what the heads of a table mean.  Layer: model.
 *
 * In: the first row, or the first two where a |---| line follows them. Out: Columns.
 *
 * A head is read from its text: parentheses (not printed), quotes (free text, or the printed
 * label behind a keyword), a unit behind a colon or at the end, then the words: a property with an index, an
 * index alone, the word for a sum, a unit, or text of the author's own.
 */
#include "model/table_build.h"

#include "base/utf8.h"
#include "model/statement.h"
#include "value/footnote.h"

typedef VEC(CellSpan) HeadRow;

typedef struct HeadText {
    Str words; /* what is looked up */
    Str label; /* len 0: none was given */
    Str unit;
    bool quoted; /* free text */
    bool hidden;
    bool spaced; /* a blank stands before the colon of the unit */
} HeadText;

typedef struct Head {
    Model *m;
    TableId table;
    Span span;
    Str folded; /* the words */
} Head;

/* --- the parts of a head's text ------------------------------------------------------------- */

/* Bytes of a closing quote that answers the opening one at s; 0: s begins with no quote. */
static uint32_t quote_pair(Str s, Str *closing)
{
    static const struct {
        const char *open, *close;
    } pairs[] = {{"\"", "\""}, {"«", "»"}, {"“", "”"}, {"”", "”"}, {"„", "“"}};
    if (s.len == 0 || (s.ptr[0] != '"' && (s.ptr[0] & 0x80) == 0))
        return 0; /* asked of every byte of every head */
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        Str open = str_from(pairs[i].open);
        if (str_starts(s, open)) {
            *closing = str_from(pairs[i].close);
            return open.len;
        }
    }
    return 0;
}

bool quoted_text(Str s, Str *inner)
{
    Str closing = STR_NONE;
    uint32_t open = quote_pair(s, &closing);
    if (open == 0 || s.len < open + closing.len || !str_ends(s, closing))
        return false;
    *inner = str_slice(s, open, s.len - closing.len);
    return str_find(*inner, closing) < 0;
}

/* Takes `"label"` out of `netto "label" : kr`; what is left is before and behind it. */
static void take_label(Str s, HeadText *h, Str *before, Str *behind)
{
    *before = s;
    *behind = STR_NONE;
    for (uint32_t i = 0; i < s.len; i++) {
        Str closing = STR_NONE, rest = str_slice(s, i, s.len);
        uint32_t open = quote_pair(rest, &closing);
        if (open == 0)
            continue;
        int64_t end = str_find(str_slice(rest, open, rest.len), closing);
        if (end < 0)
            return;
        h->label = str_slice(rest, open, open + (uint32_t)end);
        *before = str_trim(str_slice(s, 0, i));
        *behind = str_trim(str_slice(rest, open + (uint32_t)end + closing.len, rest.len));
        return;
    }
}

static int64_t last_colon(Str s)
{
    for (uint32_t i = s.len; i-- > 0;)
        if (s.ptr[i] == ':')
            return i;
    return -1;
}

/* Does one pair of parentheses hold all of it? Not of `(faste) priser (kr)`. */
static bool is_enclosed(Str s)
{
    uint32_t open = 0, i = 0;
    if (s.len <= 2 || s.ptr[0] != '(')
        return false;
    do {
        open += s.ptr[i] == '(';
        open -= s.ptr[i] == ')';
    } while (open > 0 && ++i < s.len);
    return i + 1 == s.len;
}

static HeadText split_head(Str s)
{
    HeadText h = {0};
    Str behind, inner;
    if (is_enclosed(s)) {
        h.hidden = true;
        s = str_trim(str_slice(s, 1, s.len - 1));
    }
    if (quoted_text(s, &inner)) {
        h.quoted = true;
        h.words = str_trim(inner);
        return h;
    }
    take_label(s, &h, &h.words, &behind);
    if (h.words.len == 0) { /* `"Egne ord" : kr` */
        h.quoted = true;
        h.words = h.label;
    }
    Str with_unit = behind.len > 0 ? behind : h.words;
    int64_t colon = h.quoted && behind.len == 0 ? -1 : last_colon(with_unit);
    if (colon >= 0) {
        h.unit = str_trim(str_slice(with_unit, (uint32_t)colon + 1, with_unit.len));
        h.spaced = behind.len > 0 ||
                   str_trim(str_slice(with_unit, 0, (uint32_t)colon)).len < (uint32_t)colon;
        if (behind.len == 0 && h.unit.len > 0)
            h.words = str_trim(str_slice(with_unit, 0, (uint32_t)colon));
    }
    return h;
}

/* --- the words of a head -------------------------------------------------------------------- */

/* The word of the declaration itself heads the column of its titles: | Tiltak | Frist |. */
static TermId title_by_kind(const Head *h)
{
    const Table *t = model_table(h->m, h->table);
    DeclId parent = model_decl(h->m, t->decl)->parent;
    uint16_t inside = parent == 0 ? (uint16_t)K_FILE : model_decl(h->m, parent)->kind;
    TermId kind = vocab_find(VG_KIND, h->folded, inside);
    if (kind == 0 || vocab_term(kind)->id != t->build->kind)
        return 0;
    return vocab_find(VG_PROP, STR("tittel"), t->build->kind);
}

/* A property of the kind, alone or with an index if it may carry one. */
static TermId property_of(const Head *h, Index *index)
{
    const TableBuild *b = model_table(h->m, h->table)->build;
    uint32_t len = 0;
    TermId term = vocab_find_prefix(VG_PROP, h->folded, b->kind, &len);
    if (term == 0)
        return 0;
    Str rest = str_trim(str_slice(h->folded, len, h->folded.len));
    if (rest.len == 0)
        return term;
    bool indexed = (vocab_term(term)->flags & TF_INDEXED) != 0;
    return indexed && index_read(h->m->scratch, rest, index) ? term : 0;
}

static bool is_sum_word(const Head *h, const Column *c)
{
    TermId role = vocab_find(VG_ROLE, h->folded, K_NONE);
    if (role != 0 && vocab_term(role)->id == ROLE_SUM)
        return true;
    /* `Sum 2018–2021` adds its row; `Sum 2018` may stand beside the years of others. */
    return c->key == P_SUM &&
           (c->index.period.kind == PERIOD_NONE || c->index.period.kind == PERIOD_YEARS);
}

/* "Oppegård 2016": the year in which such a head ends is a way to name the column. */
static void trailing_year(const Head *h, Column *c)
{
    uint32_t at = h->folded.len;
    while (at > 0 && ascii_is_digit(h->folded.ptr[at - 1]))
        at--;
    if (h->folded.len - at == 4 && at > 0 && h->folded.ptr[at - 1] == ' ')
        (void)index_read(h->m->scratch, str_slice(h->folded, at, h->folded.len), &c->index);
}

/* A head that is a unit, as in | Område | kr | % |, or one and its time: | Årsverk 2025 |. Nouns are
 * left alone: what is counted under "Møter" is no reason to refuse decimals. */
static bool unit_as_head(const Head *h, Column *c)
{
    UnitId unit = units_read(&h->m->units, h->m->scratch, h->folded, false);
    if (unit == 0)
        unit = head_unit_before_index(h->m, h->folded, &c->index);
    if (unit == 0 || c->unit != 0 || unit_get(&h->m->units, unit)->dim == E_DIMENSION_COUNT)
        return false;
    c->unit = unit;
    return true;
}

static void set_term(Column *c, TermId term)
{
    c->term = term;
    c->key = vocab_term(term)->id;
}

/* "neto": a free head all the same, but one that is never checked as what was meant. A head that
 * only is longer or shorter, as `enheter` for `enhet`, may well be the author's own. */
static void nearly_known(const Head *h, const Column *c)
{
    Model *m = h->m;
    const TableBuild *b = model_table(m, h->table)->build;
    TermId near = utf8_length(h->folded) < 4
                      ? 0
                      : vocab_nearest(m->scratch, VG_PROP, h->folded, b->kind, 1);
    if (near == 0)
        return;
    Str word = vocab_nearest_spelling(m->scratch, near, h->folded);
    if (utf8_length(word) < 5 || str_starts(h->folded, word) || str_starts(word, h->folded))
        return;
    Diag *d = diag_at(m->sink, HP2016, h->span);
    d->severity = SEV_WARNING;
    diag_str(d, c->head);
    diag_text3(d, decl_word(m, model_table(m, h->table)->decl));
    diag_label(d, L_DID_YOU_MEAN);
    diag_str(d, word);
    diag_note(d, N_COLUMN_OWN_WORDS);
    diag_fix(d, h->span, word, F_WRITE);
}

static void figures_head(const Head *h, Column *c)
{
    TermId term = property_of(h, &c->index);
    c->use = COL_VALUE;
    if (term != 0) {
        set_term(c, term);
    } else if (!index_read(h->m->scratch, h->folded, &c->index)) {
        bool unit = unit_as_head(h, c);
        trailing_year(h, c);
        if (model_table(h->m, h->table)->build->kind == K_BREAKDOWN && !unit)
            nearly_known(h, c);
    }
    if (is_sum_word(h, c)) {
        c->use = COL_SUM;
    } else if (c->key == P_NAME) {
        c->use = COL_NAME;
    } else if (c->key == P_SUM) {
        c->term = 0;
        c->key = P_NONE;
    }
}

static void unknown_column(const Head *h, Column *c)
{
    Model *m = h->m;
    const TableBuild *b = model_table(m, h->table)->build;
    Diag *d = diag_at(m->sink, HP2016, h->span);
    diag_str(d, c->head);
    diag_text3(d, decl_word(m, model_table(m, h->table)->decl));
    c->use = COL_IGNORE;
    TermId near = vocab_nearest(m->scratch, VG_PROP, h->folded, b->kind,
                                statement_near_enough(h->folded));
    if (near == 0) {
        diag_note(d, N_COLUMN_OWN_WORDS);
        return;
    }
    Str best = vocab_nearest_spelling(m->scratch, near, h->folded);
    diag_suggest(d, h->span, best);
}

/* The same property with the same index, in a column before. */
static bool second_of_its_kind(const Head *h, const Column *c)
{
    const Table *t = model_table(h->m, h->table);
    for (uint32_t i = 0; i < t->cols.len; i++) {
        const Column *other = &t->cols.at[i];
        if (other->key != c->key || other->use == COL_IGNORE || !index_eq(other->index, c->index))
            continue;
        Diag *d = diag_at(h->m->sink, HP2017, h->span);
        diag_str(d, c->head);
        diag_place(d, column_span(t, i), L_FIRST_HERE);
        return true;
    }
    return false;
}

static void declares_head(const Head *h, Column *c)
{
    const TableBuild *b = model_table(h->m, h->table)->build;
    TermId term = property_of(h, &c->index);
    if (term == 0 && index_read(h->m->scratch, h->folded, &c->index))
        term = vocab_default_prop((Kind)b->kind);
    if (term == 0)
        term = title_by_kind(h);
    if (term != 0) {
        set_term(c, term);
        c->use = c->key == P_NAME ? COL_NAME : COL_PROP;
        if (second_of_its_kind(h, c))
            c->use = COL_IGNORE;
    } else if (is_sum_word(h, c)) {
        c->use = COL_SUM;
    } else {
        unknown_column(h, c);
    }
}

/* --- a column ------------------------------------------------------------------------------- */

static void place_column(TableHead *h, const Column *c, uint32_t col)
{
    if (c->use == COL_NAME && h->name_col == NO_COLUMN)
        h->name_col = col;
    if (c->key == P_TITLE && h->title_col == NO_COLUMN)
        h->title_col = col;
    if (c->key == P_NUMBER && h->number_col == NO_COLUMN)
        h->number_col = col;
    if (c->key == P_MEASURED_IN && h->unit_col == NO_COLUMN)
        h->unit_col = col;
    if (!c->hidden && h->label_col == NO_COLUMN)
        h->label_col = col;
}

/* May a head of these words end in the unit? Not `netto (%)`, which is a head of the author's own, nor
 * what declares something that is no figure. */
static bool takes_unit(const Head *h, UnitId unit)
{
    const Table *t = model_table(h->m, h->table);
    Index index = {0};
    Column bare = {0};
    TermId term = property_of(h, &index);
    if (term == 0)
        return !t->declares || is_sum_word(h, &bare) ||
               index_read(h->m->scratch, h->folded, &index);
    uint8_t type = vocab_term(term)->type;
    return vocab_is_figure(type) ? unit_fits(&h->m->units, type, unit) : !t->declares;
}

/* The unit at the end of the words goes from them to the column. */
static Str without_unit(Model *m, TableId table, Span span, Str words, Column *column)
{
    HeadUnit end = head_unit(m, words);
    if (end.unit == 0)
        return words;
    Head bare = {m, table, span, utf8_fold(m->scratch, end.words)};
    bool taken = takes_unit(&bare, end.unit);
    if (taken || !model_table(m, table)->declares)
        column->unit = end.unit;
    return taken ? end.words : words;
}

/* So does what else is printed behind the words and says nothing of what they mean: footnotes. */
static void take_tail(Model *m, TableId table, Span span, HeadText *parts, Column *column)
{
    Str all = parts->words;
    if (parts->quoted)
        return;
    Str words = footnote_stripped(all);
    if (parts->unit.len == 0)
        words = without_unit(m, table, span, words, column);
    if (words.len == all.len)
        return;
    if (parts->label.len == 0)
        column->label_sym = build_sym(m, all);
    column->tail = str_slice(all, words.len, all.len);
    parts->words = words;
}

/* What the text of a head says, wherever in its table it stands. */
static Column head_column(Model *m, TableId table, Str text, Span span)
{
    const Table *t = model_table(m, table);
    Column column = {.off = span.off - t->head_off, .len = span.len, .use = COL_VALUE};
    HeadText parts = split_head(text);
    UnitId unit =
        parts.unit.len == 0 ? 0 : units_read(&m->units, m->scratch, parts.unit, parts.spaced);
    if (parts.unit.len > 0 && unit == 0 && parts.label.len == 0)
        parts.words = text; /* a colon of the author's own: "Merknad: intern" */
    column.unit = unit;
    take_tail(m, table, span, &parts, &column);
    column.head = parts.words;
    column.label = parts.label.len > 0 ? parts.label : parts.words;
    column.hidden = parts.hidden;
    column.sym = build_sym(m, column.head);
    if (column.label_sym == 0)
        column.label_sym = build_sym(m, column.label);
    Head head = {m, table, span, utf8_fold(m->scratch, parts.words)};
    if (!parts.quoted && head.folded.len > 0) {
        if (!t->declares)
            figures_head(&head, &column);
        else
            declares_head(&head, &column);
    }
    column.hidden = column.hidden || column.use == COL_NAME;
    return column;
}

static void read_column(Model *m, TableId table, Str text, Span span)
{
    Table *t = model_table(m, table);
    TableHead *h = t->build->head;
    Column column = head_column(m, table, text, span);
    if (!t->declares && !column.hidden && h->label_col == NO_COLUMN)
        column.use = COL_LABEL;
    bool cells = column.use == COL_VALUE || column.use == COL_SUM;
    column.figures = cells && (column.use == COL_SUM || column.term == 0 ||
                               vocab_is_figure(vocab_term(column.term)->type));
    h->plain = h->plain && (column.figures || (!cells && column.use != COL_PROP));
    place_column(h, &column, h->cols.len);
    *vec_push(m->arena, &h->cols) = column;
    t->cols = (ColumnList){h->cols.at, h->cols.len};
}

/* --- one header row or two ------------------------------------------------------------------ */

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

/* What one of two heads prints. */
static Str printed_head(Str written)
{
    HeadText parts = split_head(written);
    return parts.label.len > 0 ? parts.label : parts.words;
}

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
    c->upper = printed_head(upper);
    c->lower = printed_head(lower);
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
        read_column(m, table, joined_heads(m, upper_text, lower_text), at);
        keep_levels(m, table, upper_text, lower_text);
        if (top.len > 0 && low.len == 0)
            above = (CellSpan){0, 0}; /* a head of both rows is nobody's neighbour */
    }
}

static void one_row(Model *m, TableId table, HeadRow heads)
{
    const Table *t = model_table(m, table);
    for (uint32_t i = 0; i < heads.len; i++)
        read_column(m, table, cell_text(m->arena, t->build->tree, heads.at[i]),
                    (Span){t->file, heads.at[i].off, heads.at[i].len});
}

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
