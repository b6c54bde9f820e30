/*
 * marks_model.c — the marks of a finished model.  Layer: model.
 *
 * In: declarations, properties, tables, links, values. Out: what stands in their places. The model
 * says what was meant; where its words stand is looked up again in the text of its spans.
 */
#include "base/quote.h"
#include "base/utf8.h"
#include "model/eval.h"
#include "model/marks.h"
#include "syntax/rows.h"
#include "value/code_text.h"

static Span trimmed(const Model *m, Span span)
{
    Str text = span_text(m->sources, span);
    Str inner = str_trim(text);
    if (inner.len > 0)
        span.off += (uint32_t)(inner.ptr - text.ptr);
    span.len = inner.len;
    return span;
}

/* Is the text at hand a spelling of the term just as it is written most often? Then nothing has
 * to be folded or looked up. A blank or the end must follow, and no longer word begin so. */
static uint32_t plain_spelling(Str text, TermId wanted)
{
    const Term *t = vocab_term(wanted);
    uint32_t len = (uint32_t)strlen(t->spelling[VOCAB_NB]);
    bool whole = len > 0 && str_starts(text, str_from(t->spelling[VOCAB_NB])) &&
                 (text.len == len || (text.ptr[len] == ' ' && len + 1 < text.len &&
                                      (text.ptr[len + 1] == '"' || text.ptr[len + 1] == '{')));
    return whole ? len : 0;
}

/* The words at the head of a span, if they are this term; how many bytes they are. */
static uint32_t mark_term(const Model *m, Span span, TermId wanted, uint16_t inside)
{
    TermId term = 0;
    VocabGroup group = (VocabGroup)vocab_term(wanted)->group;
    Span at = span;
    at.len = plain_spelling(span_text(m->sources, span), wanted);
    term = at.len > 0 ? wanted : 0;
    if (at.len == 0 && wanted != 0)
        at.len = marks_prefix(m, span, group, inside, &term);
    if (term != wanted || wanted == 0)
        return 0;
    mark(m, at, MARK_WORD, term);
    return at.len;
}

/* --- declarations ---------------------------------------------------------------------------- */

/* `om skatt`: the words name what they open again. */
static void mark_again(Model *m, const Decl *d)
{
    bool path = d->name_text.len > 0 && str_find(d->name_text, STR(".")) > 0;
    Span span = decl_said_span(m, d);
    if (path)
        eval_mark_path(m, d->doc, d->parent, span);
    else
        mark(m, span, MARK_NAMES, d->same);
}

static void mark_head(Model *m, DeclId id)
{
    const Decl *d = model_decl(m, id);
    uint16_t around = d->parent == 0 ? (uint16_t)K_FILE : model_decl(m, d->parent)->kind;
    bool by_row = d->row_table != 0 && d->kind != K_GROUP;
    if (!by_row && mark_term(m, d->head, d->term, around) == 0)
        (void)mark_term(m, d->head, d->term, K_NONE);
    if (d->kind == K_AGAIN || d->answers) {
        mark_again(m, d);
        return;
    }
    if (d->name_text.len > 0)
        mark(m, decl_name_span(m, d), MARK_DECLARES, id);
    if (d->title.len > 0)
        mark(m, decl_title_span(m, d), MARK_DECLARES, id);
    if (d->number != 0)
        mark(m, decl_number(m, d)->span, MARK_DECLARES, id);
}

/* Nearly all declarations begin with another letter: they are turned away unread. */
static bool may_be_surroundings(Str text)
{
    static const char initials[] = "bBdDuUpP"; /* bruk, del av, use, part of */
    return text.len > 0 && memchr(initials, text.ptr[0], sizeof initials - 1) != NULL;
}

/* `bruk` and `del av` are no things of the model. As deep as bodies nest. */
static void mark_surroundings(Model *m, DocId doc, NodeRef parent)
{
    const Tree *t = m->docs.at[doc].tree;
    for (NodeRef n = tree_child(t, parent); n != 0; n = tree_next(t, n)) {
        uint8_t kind = tree_node(t, n)->kind;
        TermId term = 0;
        Span span = tree_span(t, n);
        if (kind == N_DECL && may_be_surroundings(tree_text(t, n)))
            span.len = marks_prefix(m, span, VG_KIND, K_FILE, &term);
        if (vocab_term(term)->id == K_USE || vocab_term(term)->id == K_PART_OF)
            mark(m, span, MARK_WORD, term);
        if (kind == N_DECL || kind == N_PROP || kind == N_BODY)
            mark_surroundings(m, doc, n);
    }
}

/* --- properties ------------------------------------------------------------------------------ */

/* The kinds in which the key may have been looked up: that of the thing, or
 * of an `om` around it. */
static uint32_t mark_key(const Model *m, const Prop *p)
{
    uint16_t kind = model_decl(m, p->decl)->kind;
    DeclId same = model_decl(m, p->decl)->same;
    uint16_t reopened = same == 0 ? (uint16_t)K_NONE : model_decl(m, same)->kind;
    const uint16_t insides[] = {kind, K_AGAIN, reopened, K_NONE};
    uint32_t len = 0;
    for (size_t i = 0; i < sizeof insides / sizeof *insides && len == 0; i++)
        len = mark_term(m, p->key_span, p->term, insides[i]);
    return len;
}

static void mark_property(const Model *m, const Prop *p)
{
    const Decl *d = model_decl(m, p->decl);
    bool by_row = d->row_table != 0 && d->kind != K_GROUP;
    if (by_row || d->kind == K_LEVELS)
        return; /* its key is the head of a column; the code of a finding */
    uint32_t len = mark_key(m, p);
    uint16_t kind = model_decl(m, decl_self(m, p->decl))->kind;
    bool by_default = vocab_default_prop((Kind)kind) == p->term;
    if (len > 0 || by_default)
        mark_period(m, span_from(p->key_span, len));
}

/* --- codes ----------------------------------------------------------------------------------- */

static void mark_codes(const Model *m, Span span, uint16_t catalogue)
{
    Str text = span_text(m->sources, span);
    CodeIter it = {text, 0};
    Str code;
    uint32_t at;
    bool numbers = text.len > 0 && (ascii_is_digit(text.ptr[0]) || code_is_group(text));
    if (!numbers) {
        mark(m, span, MARK_CODE, catalogue);
        return;
    }
    while (code_next(&it, &code, &at))
        mark(m, (Span){span.file, span.off + at, code.len}, MARK_CODE, catalogue);
}

/* --- facts ----------------------------------------------------------------------------------- */

/* The row of the vocabulary that says how the fact was read; the empty term: none. */
static const Term *term_of(const Model *m, const Fact *f)
{
    TermId term = f->prop != 0 ? model_prop(m, f->prop)->term : 0;
    FigRef cell = fact_more(m, f)->cell;
    if (term == 0 && cell.table != 0)
        term = model_table(m, cell.table)->cols.at[cell.col].term;
    return vocab_term(term);
}

static void mark_reference(Model *m, const Fact *f)
{
    Str name = fact_text(m, f);
    bool path = f->value.kind == VAL_WORDS && str_find(name, STR(".")) > 0;
    if (path && name.len == f->value.len)
        eval_mark_path(m, f->doc, f->scope, fact_said(m, f));
    else
        mark(m, fact_said(m, f), MARK_NAMES, f->ref);
}

static void mark_stated(Model *m, FactId id)
{
    const Fact *f = model_fact(m, id);
    const Term *term = term_of(m, f);
    if (f->ref != 0)
        mark_reference(m, f);
    else if (term->type == VT_CODE && f->value.kind != VAL_BAD && f->value.kind != VAL_BLANK)
        mark_codes(m, fact_said(m, f), term->type_arg);
    else {
        Value v = fact_value(m, f);
        mark_value(m, &v);
    }
}

/* --- tables ---------------------------------------------------------------------------------- */

/* The words of a head, wherever they stand: a property, a sum, and what period they are of. */
static void mark_words_of_head(const Model *m, const Table *t, const Column *c, Span span)
{
    uint16_t kind = model_decl(m, t->decl)->kind;
    TermId term = 0;
    Index index;
    Str text = span_text(m->sources, span);
    uint32_t len = c->term == 0 ? 0 : mark_term(m, span, c->term, kind);
    if (len == 0 && c->use == COL_SUM) {
        Span at = span;
        at.len = marks_prefix(m, span, VG_ROLE, K_NONE, &term);
        mark(m, at, MARK_WORD, term);
        len = at.len;
    } else if (len == 0 && c->key == P_TITLE) { /* | Tiltak | */
        (void)mark_term(m, span, model_decl(m, t->decl)->term, K_NONE);
    }
    if (len > 0 || index_read(m->scratch, text, &index))
        mark_period(m, span_from(span, len));
}

static Span without_parentheses(const Model *m, Span span)
{
    Str text = span_text(m->sources, span);
    if (text.len > 2 && text.ptr[0] == '(' && text.ptr[text.len - 1] == ')')
        span = trimmed(m, (Span){span.file, span.off + 1, span.len - 2});
    return span;
}

/* " (1000 kr)", " i %". */
static void mark_unit_at_end(const Model *m, Span at, UnitId unit)
{
    at = without_parentheses(m, trimmed(m, at));
    Str text = span_text(m->sources, at);
    uint32_t skip = text.len > 0 && text.ptr[0] == ',' ? 1 : str_starts(text, STR("i ")) ? 2 : 0;
    mark(m, trimmed(m, span_from(at, skip)), MARK_UNIT, unit);
}

static void mark_column(const Model *m, const Table *t, uint32_t col)
{
    const Column *c = &t->cols.at[col];
    Span span = trimmed(m, column_span(t, col));
    if (c->hidden)
        span = without_parentheses(m, span);
    Str text = span_text(m->sources, span);
    uint32_t colon = text.len;
    while (colon > 0 && text.ptr[colon - 1] != ':')
        colon--;
    bool with_unit = c->unit != 0 && colon > 0;
    Span words = span;
    if (c->tail.len > 0 && str_ends(text, c->tail)) {
        words.len -= c->tail.len;
        if (c->unit != 0)
            mark_unit_at_end(m, span_from(span, words.len), c->unit);
    } else if (with_unit) {
        words.len = colon - 1;
        mark(m, trimmed(m, span_from(span, colon)), MARK_UNIT, c->unit);
    } else if (c->unit != 0 && c->term == 0) {
        mark(m, span, MARK_UNIT, c->unit);
        return;
    }
    if (text.len > 0 && quote_at(text) == 0)
        mark_words_of_head(m, t, c, trimmed(m, words));
}

static NodeRef node_of(const Model *m, const Table *t)
{
    const Tree *tree = m->docs.at[t->doc].tree;
    NodeRef n = tree->nodes.len;
    while (--n > 0)
        if (tree_node(tree, n)->kind == N_TABLE && tree_node(tree, n)->off == t->span.off)
            break;
    return n;
}

/* The upper of two rows of heads: each column knows only the place of the lower one. */
static void mark_upper_heads(const Model *m, const Table *t)
{
    NodeRef node = node_of(m, t);
    CellSpan cell;
    if (node == 0)
        return;
    RowIter row = rows_begin(m->docs.at[t->doc].tree, node);
    if (!rows_next(&row))
        return;
    for (uint32_t i = 0; rows_cell(&row, &cell); i++) {
        Span span = {t->file, cell.off, cell.len};
        const Column *c = i < t->cols.len ? &t->cols.at[i] : NULL;
        if (cell.len == 0 || c == NULL || t->head_off + c->off == cell.off)
            continue;
        mark_words_of_head(m, t, c, span);
        if (c->index.version != VER_NONE)
            mark_period(m, span);
    }
}

/* The role in front of a row's label: `herav`, `sum:`. */
static void mark_role(const Model *m, const Table *t, uint32_t row)
{
    TermId term;
    Span whole = row_span(m, t, row);
    Span label = row_label_span(m, t, row);
    uint32_t start = whole.off;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        Cell cell = table_cell(t, row, c);
        if (label.off >= cell.off && label.off <= cell.off + cell.len)
            start = cell.off;
    }
    Span span = {t->file, start, whole.off + whole.len - start};
    Str text = span_text(m->sources, span);
    uint32_t skip = 0;
    while (skip < text.len && (text.ptr[skip] == '-' || text.ptr[skip] == ' ' ||
                               text.ptr[skip] == '|' || text.ptr[skip] == '\t'))
        skip++;
    Span at = span_from(span, skip);
    at.len = marks_prefix(m, at, VG_ROLE, K_NONE, &term);
    mark(m, at, MARK_WORD, term);
}

static bool has_role_word(const Row *r)
{
    return r->role_given || !(row_is_plain(r) || r->role == ROLE_GROUP);
}

static void mark_row(const Model *m, const Table *t, uint32_t row)
{
    const Row *r = &t->rows.at[row];
    if (t->declares)
        return; /* the thing that it declares has its marks */
    if (row_decl(t, row) != 0 && r->role != ROLE_GROUP)
        mark(m, row_label_span(m, t, row), MARK_NAMES, decl_self(m, row_decl(t, row)));
    if (has_role_word(r))
        mark_role(m, t, row);
    for (uint32_t c = 0; row_codes(t, row).len > 0 && c < t->cols.len; c++) {
        const Term *term = vocab_term(t->cols.at[c].term);
        if (t->cols.at[c].use == COL_LABEL && term->type == VT_CODE)
            mark_codes(m, row_codes_span(t, row), term->type_arg);
    }
}

static void mark_table(const Model *m, const Table *t)
{
    for (uint32_t c = 0; c < t->cols.len; c++)
        mark_column(m, t, c);
    if (t->two_headers)
        mark_upper_heads(m, t);
    for (uint32_t r = 0; r < t->rows.len; r++)
        mark_row(m, t, r);
}

/* --- prose ----------------------------------------------------------------------------------- */

static void mark_link(const Model *m, const Link *link)
{
    TermId term;
    int64_t colon = str_find(link->target, STR(":"));
    if (colon < 0)
        return;
    Span word = {link->span.file, link->span.off, (uint32_t)colon};
    if (marks_prefix(m, word, VG_KIND, K_NONE, &term) == word.len)
        mark(m, word, MARK_WORD, term);
    mark(m, span_from(link->span, (uint32_t)colon + 1), MARK_NAMES, decl_self(m, link->decl));
}

/* --- all ------------------------------------------------------------------------------------- */

static void mark_all(Model *m)
{
    for (DocId d = 1; d < m->docs.len; d++)
        if (m->docs.at[d].tree != NULL)
            mark_surroundings(m, d, m->docs.at[d].tree->root);
    for (DeclId d = 1; d < m->decls.len; d++)
        mark_head(m, d);
    for (PropId p = 1; p < m->props.len; p++)
        mark_property(m, model_prop(m, p));
    for (TableId t = 1; t < m->tables.len; t++)
        mark_table(m, model_table(m, t));
    for (FactId f = 1; f < m->facts.len; f++)
        mark_stated(m, f);
    for (uint32_t i = 0; i < m->links.len; i++)
        mark_link(m, &m->links.at[i]);
    mark_formulas(m);
}

const Marks *model_marks(Model *m)
{
    if (m->all_marks != NULL)
        return m->all_marks;
    DiagSink quiet;
    DiagSink *usual = m->sink;
    sink_init(&quiet, m->arena, m->sources);
    Marks *marks = arena_new(m->arena, Marks);
    marks->arena = m->arena;
    m->sink = &quiet;
    m->marks = marks;
    mark_all(m);
    m->sink = usual;
    m->marks = NULL;
    marks_settle(marks, m->scratch);
    m->all_marks = marks;
    return marks;
}
