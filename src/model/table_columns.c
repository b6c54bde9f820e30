/*
 * table_columns.c — what the heads of a table mean.  Layer: model.
 *
 * In: the text of a head (table_heads.c). Out: its Column.
 *
 * A head is read from its text: parentheses (not printed), quotes (free text, or the printed label
 * behind a keyword), a unit behind a colon or at the end, then the words: a property with an index,
 * an index alone, the word for a sum, a unit, or text of the author's own.
 */
#include "model/table_build.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "model/statement.h"
#include "syntax/figure_letters.h"
#include "syntax/figure_report.h"
#include "value/footnote.h"

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

/* Takes `"label"` out of `netto "label" : kr`; what is left is before and behind it. */
static void take_label(Str s, HeadText *h, Str *before, Str *behind)
{
    *before = s;
    *behind = STR_NONE;
    uint32_t at = 0;
    while (at < s.len && quote_at(str_slice(s, at, s.len)) == 0)
        at++;
    uint32_t len = quote_first(str_slice(s, at, s.len), &h->label);
    if (len == 0)
        return;
    *before = str_trim(str_slice(s, 0, at));
    *behind = str_trim(str_slice(s, at + len, s.len));
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
    if (quote_alone(s, &inner)) {
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

Str head_printed(Str written)
{
    HeadText parts = split_head(written);
    return parts.label.len > 0 ? parts.label : parts.words;
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

/* What the table says something about. */
static Kind kind_of(const Head *h)
{
    return (Kind)model_table(h->m, h->table)->build->kind;
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

/* A head that is a unit, as in | Område | kr | % |, or one and its time: | Årsverk 2025 |. Nouns
 * are left alone: what is counted under "Møter" is no reason to refuse decimals. */
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
    TermId term = statement_indexed_property(h->m, h->folded, kind_of(h), &c->index);
    c->use = COL_VALUE;
    if (term != 0) {
        set_term(c, term);
    } else if (!index_read(h->m->scratch, h->folded, &c->index)) {
        bool unit = unit_as_head(h, c);
        trailing_year(h, c);
        if (kind_of(h) == K_BREAKDOWN && !unit)
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
    if (statement_note_home(m, d, c->head, h->folded))
        return;
    TermId near = vocab_nearest(m->scratch, VG_PROP, h->folded, b->kind,
                                statement_near_enough(h->folded));
    if (near == 0) {
        diag_note(d, b->kind == K_FRAME ? N_FRAMES_IN_ROWS : N_COLUMN_OWN_WORDS);
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
    TermId term = statement_indexed_property(h->m, h->folded, kind_of(h), &c->index);
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

/* May a head of these words end in the unit? Not `netto (%)`, which is a head of the author's own,
 * nor what declares something that is no figure. */
static bool takes_unit(const Head *h, UnitId unit)
{
    const Table *t = model_table(h->m, h->table);
    Index index = {0};
    Column bare = {0};
    TermId term = statement_indexed_property(h->m, h->folded, kind_of(h), &index);
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

/* "2O27" is read as the year that was meant, and told. */
static Str year_meant(Model *m, Span span, Str words)
{
    Str written = span_text(m->sources, span), part;
    Str mended = digits_mended(m->arena, words);
    if (mended.len == 0 || !digits_spoilt(written, &part))
        return words;
    Span at = {span.file, span.off + (uint32_t)(part.ptr - written.ptr), part.len};
    (void)figure_report(m->sink, m->arena, at, part,
                        figure_scan(part.ptr, str_end(part), false));
    return mended;
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
    if (!parts.quoted)
        parts.words = year_meant(m, span, parts.words);
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

void column_add(Model *m, TableId table, Str text, Span span)
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
