/*
 * relation_rows.c — a row of deviations is what two rows above it give, in each column.
 * Layer: check.
 *
 * Requires: tables; the Proofs of check_sums and check_row_sums. Provides: HP4040 at a figure of a
 * row «Avvik» that does not follow from its column: «Budsjett», «Regnskap» and «Avvik» below each
 * other.
 *
 * Which rows it is worked out from is not written, nor which is taken from which: it is the pair
 * that gives it in most columns, two at the least. A column that is named as income has the other
 * sign where its author thinks so. Nothing is said in a table that has a sum that fails.
 */
#include "check/relation.h"

#include "base/utf8.h"

enum {
    MOST_ABOVE = 6, /* rows above in which the two are looked for */
    LEAST_AGREED = 2,
    MOST_COLUMNS = 24,
    MOST_TOLD = 5 /* a row */
};

typedef struct Below {
    Model *m;
    TableId id;
    const Table *t;
    uint32_t row;  /* the one that is worked out */
    uint32_t a, b; /* as a minus b, */
    uint32_t agree, differ;
} Below;

static Str label_of(const Below *w, uint32_t row)
{
    return row_folded(w->m, w->t, &w->t->rows.at[row]);
}

/* A deviation in percent is none of these. */
static bool names_difference(Str label)
{
    static const char *const words[] = {"avvik", "differanse", "deviation", "difference", NULL};
    static const char *const shares[] = {"%", "prosent", "pst", "andel", "percent", NULL};
    return str_has_any(label, words) && !str_has_any(label, shares);
}

static bool names_plan(Str label)
{
    static const char *const words[] = {"budsjett", "ramme", "budget", NULL};
    return str_has_any(label, words);
}

static bool names_outcome(Str label)
{
    static const char *const words[] = {"regnskap", "rekneskap", "forbruk",  "prognose",
                                        "accounts", "actual",    "forecast", NULL};
    return str_has_any(label, words);
}

/* Counted deviations stand below counted injuries, and small numbers fit by chance: one of the two
 * must be what was planned, the other what came of it. */
static bool is_pair(const Below *w)
{
    Str a = label_of(w, w->a), b = label_of(w, w->b);
    return (names_plan(a) && names_outcome(b)) || (names_outcome(a) && names_plan(b));
}

static bool number_in(const Below *w, uint32_t row, uint32_t col, Quantity *out)
{
    return relation_number(w->m, w->id, row, col, out);
}

static bool is_of_income(const Below *w, uint32_t col)
{
    return relation_names_income(utf8_fold(w->m->scratch, column_called(&w->t->cols.at[col])));
}

static Answer ask_column(const Below *w, uint32_t col, Quantity *computed)
{
    Quantity stated, a, b;
    if (w->t->cols.at[col].use != COL_VALUE || !number_in(w, w->row, col, &stated) ||
        !number_in(w, w->a, col, &a) || !number_in(w, w->b, col, &b) ||
        !relation_derive(w->m, REL_DIFFERENCE, &a, &b, stated.unit, computed))
        return SILENT;
    Answer answer = relation_ask(w->m, &stated, computed);
    return answer == DIFFERS && relation_is_opposite(w->m, &stated, computed) &&
                   is_of_income(w, col)
               ? SILENT
               : answer;
}

static void ask_all(Below *w)
{
    Quantity computed;
    w->agree = w->differ = 0;
    for (uint32_t col = 0; col < w->t->cols.len; col++) {
        Answer answer = ask_column(w, col, &computed);
        w->agree += answer == AGREES;
        w->differ += answer == DIFFERS;
    }
}

/* May the deviation be of this row, under the same heading? */
static bool is_above(const Below *w, uint32_t row)
{
    const Row *r = &w->t->rows.at[row];
    return row_is_plain(r) && r->group == w->t->rows.at[w->row].group;
}

/* The pair of rows above that most columns follow. */
static bool find_pair(Below *w)
{
    Below best = *w;
    uint32_t first = w->row > MOST_ABOVE ? w->row - MOST_ABOVE : 0;
    for (w->a = first; w->a < w->row; w->a++) {
        for (w->b = first; w->b < w->row; w->b++) {
            if (!is_above(w, w->a) || !is_above(w, w->b) || !is_pair(w))
                continue;
            ask_all(w);
            if (w->agree > best.agree)
                best = *w;
        }
    }
    *w = best;
    return w->agree >= LEAST_AGREED && w->differ > 0 && w->differ * 2 <= w->agree;
}

/* With the sum of the row, where it agrees once the figure does. */
static void report(const Below *w, uint32_t col, const Quantity *computed)
{
    Model *m = w->m;
    FigRef cell = check_cell(w->t, w->id, w->row, col);
    Quantity stated = check_quantity(m, cell), gives = *computed;
    gives.decimals = stated.decimals;
    Diag *d = diag_at(m->sink, HP4040, figure_span(m, cell));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &stated));
    diag_note(d, N_COLUMN_COMES_TO);
    diag_str(d, check_amount(m, &gives));
    diag_note(d, N_ROW_IS_DIFFERENCE);
    diag_str(d, row_label(w->t, &w->t->rows.at[w->row]));
    diag_str(d, row_label(w->t, &w->t->rows.at[w->a]));
    diag_str(d, row_label(w->t, &w->t->rows.at[w->b]));
    const Proof *fails = check_failing_row_sum(m, w->t, w->row);
    if (fails != NULL && relation_mends(m, fails, &stated, computed))
        diag_place(d, proof_span(m, fails), L_THEN_SUM_AGREES);
}

static void check_row(Below *w)
{
    if (!find_pair(w))
        return;
    uint32_t told = 0;
    for (uint32_t col = 0; col < w->t->cols.len && told < MOST_TOLD; col++) {
        Quantity computed;
        if (ask_column(w, col, &computed) != DIFFERS)
            continue;
        report(w, col, &computed);
        told++;
    }
}

void check_relation_rows(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++) {
        const Table *t = model_table(m, id);
        if (t->declares || t->cols.len < 4 || t->cols.len > MOST_COLUMNS)
            continue;
        for (uint32_t row = 2; row < t->rows.len; row++) {
            Below w = {.m = m, .id = id, .t = t, .row = row};
            if (row_is_plain(&t->rows.at[row]) &&
                names_difference(row_folded(m, t, &t->rows.at[row])) && !check_total_fails(m, t))
                check_row(&w);
        }
    }
}
