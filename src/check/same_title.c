/*
 * same_title.c — what has one title has one figure for a year.  Layer: check.
 *
 * Requires: things with figures of years, and tables of figures. Provides: HP4037 where two key
 * figures, indicators, projects or frames side by side, or two rows of a table, are called the same
 * and say different things of the same year. Who gives them names or numbers, another unit, someone
 * responsible or a heading each means two things.
 */
#include "check/shared.h"

#include "base/utf8.h"

static void report(Model *m, Str title, Str of, Span at, Span first)
{
    Diag *d = diag_at(m->sink, HP4037, at);
    diag_str(d, title);
    diag_str(d, of);
    diag_label(d, L_STATED);
    diag_str(d, span_text(m->sources, at));
    diag_place(d, first, L_BUT_IS);
    diag_str(d, span_text(m->sources, first));
    diag_note(d, N_SAME_OR_TWO);
}

/* --- things ------------------------------------------------------------------------------ */

static bool is_figure(const Prop *p)
{
    return vocab_is_figure(vocab_term(p->term)->type);
}

static bool said_alike(const Model *m, const Prop *a, const Prop *b)
{
    return utf8_eq_fold(m->scratch, span_text(m->sources, fact_span(m, model_fact(m, a->first))),
                        span_text(m->sources, fact_span(m, model_fact(m, b->first))));
}

/* Every word about the one is said of the other. */
static bool has_words_of(const Model *m, const Decl *d, DeclId other)
{
    for (PropId p = d->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *said = model_prop(m, p);
        if (is_figure(said) || said->key == P_TITLE || said->count == 0)
            continue;
        PropId q = decl_prop(m, other, said->key, &said->index);
        if (q == 0 || model_prop(m, q)->count == 0 || !said_alike(m, said, model_prop(m, q)))
            return false;
    }
    return true;
}

/* The heading that its row stands under. Rows and what they declare are numbered in one order. */
static uint32_t group_of(const Model *m, DeclId d)
{
    TableId table = model_decl(m, d)->row_table;
    const Table *t = model_table(m, table);
    uint32_t from = 0, to = table == 0 ? 0 : t->rows.len;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2, row = middle;
        while (row + 1 < to && row_decl(t, row) == 0)
            row++;
        if (row_decl(t, row) == d)
            return t->rows.at[row].group;
        if (row_decl(t, row) != 0 && row_decl(t, row) < d)
            from = row + 1;
        else
            to = middle;
    }
    return 0;
}

static void hold_against(Model *m, DeclId d, DeclId first)
{
    const Decl *decl = model_decl(m, d), *before = model_decl(m, first);
    bool apart = decl->name != before->name || decl->number != 0 || before->number != 0 ||
                 check_holds_more(m, decl) || check_holds_more(m, before);
    if (apart || !has_words_of(m, decl, first) || !has_words_of(m, before, d) ||
        group_of(m, d) != group_of(m, first))
        return;
    for (PropId p = decl->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *said = model_prop(m, p);
        PropId q = is_figure(said) && said->count == 1 && said->index.period.kind != PERIOD_NONE
                       ? decl_prop(m, first, said->key, &said->index)
                       : 0;
        if (q == 0 || model_prop(m, q)->count != 1 ||
            !check_props_differ(m, said, model_prop(m, q)))
            continue;
        report(m, decl->title, span_text(m->sources, said->key_span),
               fact_span(m, model_fact(m, said->first)),
               fact_span(m, model_fact(m, model_prop(m, q)->first)));
        return;
    }
}

static void check_kind(Model *m, uint16_t kind)
{
    U32Map titles; /* parent and title -> the first thing of the kind with it */
    u32map_init(&titles, m->scratch);
    for (DeclId d = decl_of_kind(m, kind, 0); d != 0; d = decl_of_kind(m, kind, d)) {
        const Decl *decl = model_decl(m, d);
        if (decl->title.len == 0 || decl->container || decl->same != 0)
            continue;
        Sym title = interner_add(&m->syms, utf8_fold(m->scratch, decl->title));
        uint32_t *first = u32map_put(&titles, (uint64_t)decl->parent << 32 | title);
        if (*first == 0)
            *first = d;
        else
            hold_against(m, d, *first);
    }
}

void check_same_title(Model *m)
{
    static const uint16_t kinds[] = {K_KEYFIGURE, K_INDICATOR, K_INVESTMENT, K_FRAME};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        check_kind(m, kinds[i]);
}

/* --- rows -------------------------------------------------------------------------------- */

enum { MOST_ROWS = 100 /* of a table that is looked through for labels that come again */ };

/* What is added up may be of several things of one name, and so may positions. */
static bool may_repeat(const Model *m, const Table *t)
{
    if (t->declares || t->rows.len > MOST_ROWS || model_decl(m, t->decl)->kind != K_TABLE ||
        table_has_role(t, ROLE_SUM) || table_has_role(t, ROLE_SUBTOTAL))
        return true;
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (t->cols.at[c].use == COL_LABEL) {
            TermId of = vocab_find(VG_KIND, utf8_fold(m->scratch, t->cols.at[c].head), K_UNIT);
            return of != 0 && vocab_term(of)->id == K_POSITION;
        }
    return true;
}

static bool is_of_year(const Column *c)
{
    return c->use == COL_VALUE && c->index.period.kind == PERIOD_YEAR;
}

static bool same_text(const Model *m, const Table *t, uint32_t a, uint32_t b, uint32_t col)
{
    Cell x = table_cell(t, a, col), y = table_cell(t, b, col);
    return utf8_eq_fold(m->scratch, (Str){t->text + x.off, x.len}, (Str){t->text + y.off, y.len});
}

/* The first year of which they say different things, where they say the same of another and are
 * alike in all the rest; NO_COLUMN: none. */
static uint32_t column_at_odds(const Model *m, const Table *t, uint32_t a, uint32_t b)
{
    uint32_t odds = t->cols.len, alike = 0;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        bool year = is_of_year(&t->cols.at[c]), same = same_text(m, t, a, b, c);
        bool said = !check_is_blank(t, a, c) && !check_is_blank(t, b, c);
        if (!year && !same)
            return t->cols.len;
        alike += year && said && same;
        if (year && said && !same && odds == t->cols.len)
            odds = c;
    }
    return alike > 0 ? odds : t->cols.len;
}

static bool may_be_one(const Table *t, uint32_t a, uint32_t b)
{
    const Row *x = &t->rows.at[a], *y = &t->rows.at[b];
    return row_is_plain(x) && row_is_plain(y) && x->label_len > 0 && x->label_len == y->label_len &&
           x->group == y->group && x->unit == y->unit && row_name(t, x) == 0 &&
           row_name(t, y) == 0 && str_eq(row_label(t, x), row_label(t, y));
}

static void check_row(Model *m, TableId id, uint32_t row)
{
    const Table *t = model_table(m, id);
    for (uint32_t above = 0; above < row; above++) {
        uint32_t c = may_be_one(t, above, row) ? column_at_odds(m, t, above, row) : t->cols.len;
        if (c == t->cols.len)
            continue;
        report(m, row_label(t, &t->rows.at[row]), t->cols.at[c].label,
               figure_span(m, check_cell(t, id, row, c)),
               figure_span(m, check_cell(t, id, above, c)));
        return;
    }
}

void check_same_labels(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++) {
        const Table *t = model_table(m, id);
        uint32_t rows = may_repeat(m, t) ? 0 : t->rows.len;
        for (uint32_t r = 1; r < rows; r++)
            check_row(m, id, r);
    }
}
