/*
 * roll_results.c — the results of the year in tables that declare indicators.  Layer: years.
 *
 * What the year came to is told in the year after. So a column of results gets one like it for the
 * plan's year, be it of the whole year or of its parts, and one that waited for the year is filled.
 * What the report tells of a time that no column is for gets a column of its own: nothing that has
 * been told is lost because a row has no place for it.
 */
#include "years/roll_int.h"

typedef VEC(Period) Periods;

/* ---- columns like those there are ----------------------------------------------------------- */

static bool is_for(Period p, int year, bool part)
{
    return part ? roll_is_part(p, year) : p.kind == PERIOD_YEAR && p.from.year == year;
}

/* The latest year, up to the plan's, that the table has results of; 0: of none. */
static int newest_year(const Roll *r, const Table *t, bool part)
{
    int newest = 0;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        int year = period_last_year(col->index.period);
        if (col->key == P_RESULT && year <= r->from && year > newest &&
            is_for(col->index.period, year, part))
            newest = year;
    }
    return newest;
}

static void add_next(Roll *r, const Table *t, bool part, Periods *known, Buf *added)
{
    int newest = newest_year(r, t, part);
    int by = r->from - newest;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        if (col->key != P_RESULT || newest == 0 || !is_for(col->index.period, newest, part))
            continue;
        *vec_push(r->m->scratch, known) = roll_moved_period(col->index.period, by);
        if (by > 0)
            roll_move_column(r, t, c, by, added);
        else
            roll_fill_column(r, t, c);
    }
}

/* ---- what no column is for ------------------------------------------------------------------ */

static bool holds(const Periods *list, Period p)
{
    for (uint32_t i = 0; i < list->len; i++)
        if (period_eq(list->at[i], p))
            return true;
    return false;
}

/* Behind the last results, else behind the targets, else last. */
static uint32_t place_of_results(const Table *t)
{
    uint32_t place = t->cols.len - 1;
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t c = 0; c < t->cols.len; c++)
            if (t->cols.at[c].key == (pass == 0 ? P_TARGET : P_RESULT))
                place = c;
    return place;
}

static void add_told(Roll *r, const Table *t, const Prop *told, Buf *added)
{
    Buf head;
    buf_init(&head, r->m->arena);
    buf_str(&head, prop_word(P_RESULT, r->words));
    buf_char(&head, ' ');
    buf_str(&head, time_said(r->m, told));
    roll_add_column(r, t, place_of_results(t), buf_view(&head), &told->index.period);
    if (added->len > 0)
        buf_cstr(added, ", ");
    buf_str(added, buf_view(&head));
}

static void add_new(Roll *r, const Table *t, DeclId d, Periods *known, Buf *added)
{
    for (PropId id = model_decl(r->m, d)->first_prop; id != 0; id = model_prop(r->m, id)->next) {
        const Prop *p = model_prop(r->m, id);
        Period of = p->index.period;
        bool ours = p->key != P_RESULT || p->count == 0 || roll_is_ours(r, p);
        if (ours || holds(known, of) || (!is_for(of, r->from, false) && !is_for(of, r->from, true)))
            continue;
        *vec_push(r->m->scratch, known) = of;
        add_told(r, t, p, added);
    }
}

void roll_results(Roll *r, const Table *t, Buf *added)
{
    Periods known = {0}; /* for which there is a column */
    add_next(r, t, false, &known, added);
    add_next(r, t, true, &known, added);
    for (uint32_t row = 0; t->declares && row < t->rows.len; row++)
        if (row_decl(t, row) != 0)
            add_new(r, t, row_decl(t, row), &known, added);
}
