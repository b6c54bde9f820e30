/*
 * roll_tables.c — the tables of a plan, and the new year in them.  Layer: years.
 *
 * A table with a column for the plan's year gets a blank one for the new year beside it, and those
 * for the year's results (roll_results.c); the old columns stay, as what those years were. A table
 * whose figures are said for no year is marked.
 */
#include "years/roll_int.h"

/* ---- columns -------------------------------------------------------------------------------- */

/* Of the year, or of a part of it: «2026», «1. halvår 2026», «2025/2026». */
static bool is_for(const Column *c, int year)
{
    PeriodKind kind = c->index.period.kind;
    return (kind == PERIOD_YEAR || kind == PERIOD_PART || kind == PERIOD_DATE) &&
           period_last_year(c->index.period) == year;
}

static bool is_figures(const Column *c)
{
    if (c->use == COL_VALUE)
        return true;
    return c->use == COL_PROP && vocab_is_figure(vocab_term(c->term)->type) &&
           c->key != P_SCALE && c->key != P_PRECISION;
}

static bool has_figures(const Table *t, uint32_t col)
{
    for (uint32_t row = 0; row < t->rows.len; row++) {
        CellKind kind = table_cell_kind(t, row, col);
        if (kind == CELL_PLAIN || kind == CELL_FACT)
            return true;
    }
    return false;
}

Period roll_moved_period(Period p, int by)
{
    p.from.year = (int16_t)(p.from.year + by);
    p.to.year = (int16_t)(p.to.year + by);
    return p;
}

/* Is it the same column, some years from the other? */
static bool is_moved(const Column *c, const Column *from, int by)
{
    return c->key == from->key && c->index.version == from->index.version &&
           period_eq(c->index.period, roll_moved_period(from->index.period, by));
}

static bool has_moved(const Table *t, const Column *from, int by)
{
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (is_moved(&t->cols.at[c], from, by))
            return true;
    return false;
}

/* How far the years of such columns are from one another at the least: a projection tells of every
 * fifth year. 1 where there are too few of them to know. */
static int step_of(const Table *t, const Column *like)
{
    enum { FEWEST = 3 };
    int least = 0, count = 0;
    for (uint32_t a = 0; a < t->cols.len; a++) {
        const Column *c = &t->cols.at[a];
        if (c->key != like->key || c->index.version != like->index.version ||
            c->index.period.kind != PERIOD_YEAR)
            continue;
        count++;
        for (uint32_t b = a + 1; b < t->cols.len; b++) {
            const Column *d = &t->cols.at[b];
            int far = period_first_year(d->index.period) - period_first_year(c->index.period);
            far = far < 0 ? -far : far;
            if (d->key == c->key && d->index.version == c->index.version &&
                d->index.period.kind == PERIOD_YEAR && far > 0 && (least == 0 || far < least))
                least = far;
        }
    }
    return count < FEWEST || least == 0 ? 1 : least;
}

/* ---- what its figures follow from ----------------------------------------------------------- */

static bool names_a_year(Str text)
{
    for (uint32_t at = 0; at < text.len; at++)
        if (year_said_at(text, at) != 0)
            return true;
    return false;
}

/* A figure that was counted in the old plan, or taken from one that is said for no year, is what it
 * was then. */
static void cut_equations(Roll *r, const Table *t, uint32_t col)
{
    for (uint32_t row = 0; row < t->rows.len; row++) {
        Cell cell = table_cell(t, row, col);
        if (cell.kind != CELL_FACT)
            continue;
        const Fact *f = model_fact(r->m, cell.fact);
        Str equation = span_text(r->m->sources, roll_equation(r, f));
        if (str_find(equation, STR("(")) >= 0 || !names_a_year(equation))
            roll_cut_equation(r, f);
    }
}

/* ---- a table -------------------------------------------------------------------------------- */

/* 2018, 2017: the newest year stands first. */
static bool falls(const Table *t, uint32_t col)
{
    return col > 0 && col + 1 < t->cols.len && is_moved(&t->cols.at[col + 1], &t->cols.at[col], -1);
}

/* Where that of another year belongs: behind the column, or the parts of its year; where the newest
 * stands first, before it. */
static uint32_t place_for(const Table *t, uint32_t col)
{
    const Column *c = &t->cols.at[col];
    if (falls(t, col))
        return col - 1;
    if (c->index.period.kind == PERIOD_YEAR)
        return col;
    while (col + 1 < t->cols.len && t->cols.at[col + 1].key == c->key &&
           t->cols.at[col + 1].index.period.kind == c->index.period.kind &&
           is_for(&t->cols.at[col + 1], period_last_year(c->index.period)))
        col++;
    return col;
}

void roll_move_column(Roll *r, const Table *t, uint32_t like, int by, Buf *added)
{
    const Column *c = &t->cols.at[like];
    if (has_moved(t, c, by) || (c->key != P_RESULT && by % step_of(t, c) != 0))
        return;
    Period period = roll_moved_period(c->index.period, by);
    Str head = roll_moved(r, span_text(r->m->sources, column_span(t, like)),
                          period_first_year(c->index.period), by);
    roll_add_column(r, t, place_for(t, like), head, c->key == P_RESULT ? &period : NULL);
    if (added->len > 0)
        buf_cstr(added, ", ");
    buf_str(added, head);
}

/* Beside the last year of the old period a column for each that the new one has beyond it. */
static void add_further(Roll *r, const Table *t, uint32_t like, Buf *added)
{
    bool back = falls(t, like);
    for (int year = r->new_from; year <= r->new_end; year++) {
        int next = back ? r->new_from + r->new_end - year : year;
        roll_move_column(r, t, like, next - r->old_end, added);
    }
}

static void add_years(Roll *r, const Table *t, Buf *added)
{
    roll_close_rows(r, t);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        if (!is_figures(col) || col->key == P_RESULT)
            continue;
        if (is_for(col, r->from))
            roll_move_column(r, t, c, r->to - r->from, added);
        if (is_for(col, r->old_end))
            add_further(r, t, c, added);
    }
    roll_results(r, t, added);
}

static bool has_undated(const Table *t)
{
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        if (is_figures(col) && col->index.period.kind == PERIOD_NONE && !names_a_year(col->head) &&
            has_figures(t, c))
            return true;
    }
    return false;
}

/* Heads that are two rows deep are not taken apart. */
void roll_table(Roll *r, TableId table)
{
    const Table *t = model_table(r->m, table);
    bool later = false;
    Buf added;
    buf_init(&added, r->m->arena);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        bool figures = is_figures(&t->cols.at[c]);
        later = later || (figures && is_for(&t->cols.at[c], r->to));
        if (figures && is_for(&t->cols.at[c], r->from))
            cut_equations(r, t, c);
    }
    if (!t->two_headers)
        add_years(r, t, &added);
    if ((has_undated(t) && !later) || t->two_headers)
        roll_fill_in_before(r, t->span, SAY_ROLL_TABLE, r->from_text, r->to_text);
    else if (later)
        roll_fill_in_before(r, t->span, SAY_ROLL_EARLIER_TABLE, r->from_text, r->to_text);
    if (added.len > 0)
        roll_fill_in_before(r, t->span, SAY_ROLL_COLUMNS, buf_view(&added), STR_NONE);
}
