/*
 * relation_rows.c — a row of deviations is what two rows above it give, in each column.
 * Layer: check.
 *
 * Requires: tables; the Proofs of check_sums. Provides: HP4040 at a figure of a row «Avvik» that
 * does not follow from its column: «Budsjett», «Regnskap» and «Avvik» below each other.
 *
 * Which rows it is worked out from is not written, nor which is taken from which: it is the pair
 * that gives it in most columns, two at the least. A column may be of income, whose deviation has
 * the other sign: there either sign is right. Nothing is said in a table that has a sum that fails.
 */
#include "check/shared.h"

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

typedef enum Answer { SILENT, AGREES, DIFFERS } Answer;

/* A deviation in percent is none of these. */
static bool names_difference(Str label)
{
    static const char *const words[] = {"avvik", "differanse", "deviation", "difference", NULL};
    static const char *const shares[] = {"%", "prosent", "pst", "andel", "percent", NULL};
    return str_has_any(label, words) && !str_has_any(label, shares);
}

/* Counted deviations stand below counted injuries, and small numbers fit by chance: one of the two
 * must be what was planned, the other what came of it. */
static bool is_planned(const Below *w, uint32_t row)
{
    static const char *const words[] = {"budsjett", "ramme", "budget", NULL};
    return str_has_any(row_folded(w->m, w->t, &w->t->rows.at[row]), words);
}

static bool is_outcome(const Below *w, uint32_t row)
{
    static const char *const words[] = {"regnskap", "rekneskap", "forbruk",  "prognose",
                                        "accounts", "actual",    "forecast", NULL};
    return str_has_any(row_folded(w->m, w->t, &w->t->rows.at[row]), words);
}

static bool is_pair(const Below *w)
{
    return (is_planned(w, w->a) && is_outcome(w, w->b)) ||
           (is_outcome(w, w->a) && is_planned(w, w->b));
}

static bool number_in(const Below *w, uint32_t row, uint32_t col, Quantity *out)
{
    *out = (Quantity){.kind = QTY_NONE};
    if (!check_is_blank(w->t, row, col))
        *out = check_quantity(w->m, check_cell(w->t, w->id, row, col));
    return out->kind == QTY_NUMBER && !out->approx;
}

static bool work_out(const Below *w, uint32_t col, UnitId unit, Quantity *out)
{
    UnitTable *units = &w->m->units;
    Quantity a, b, difference;
    return number_in(w, w->a, col, &a) && number_in(w, w->b, col, &b) &&
           !decimal_is_zero(a.mid) && !decimal_is_zero(b.mid) && quantity_agree(units, &a, &b) &&
           quantity_sub(units, &a, &b, &difference) && difference.kind == QTY_NUMBER &&
           quantity_in(units, &difference, unit, out) && out->kind == QTY_NUMBER;
}

/* A figure that was worked out before the others were rounded may be a step and a half off. */
static Answer ask_column(const Below *w, uint32_t col, Quantity *computed)
{
    Quantity stated;
    Decimal limit;
    if (w->t->cols.at[col].use != COL_VALUE || !number_in(w, w->row, col, &stated) ||
        !work_out(w, col, stated.unit, computed))
        return SILENT;
    Comparison c = quantity_equal(&w->m->units, &stated, computed, false);
    if (c.verdict != VERDICT_VIOLATED)
        return c.verdict == VERDICT_NONE || c.verdict == VERDICT_UNKNOWN ? SILENT : AGREES;
    Quantity other = quantity_neg(&stated);
    bool near = decimal_mul(stated.half, decimal_int(3), &limit) &&
                decimal_cmp(decimal_abs(c.diff), limit) <= 0;
    bool of_income =
        verdict_holds(quantity_equal(&w->m->units, &other, computed, false).verdict);
    return (near && !stated.exact) || of_income ? SILENT : DIFFERS;
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

/* The pair of rows above, of the same group, that most columns follow. */
static bool find_pair(Below *w)
{
    Below best = *w;
    uint32_t first = w->row > MOST_ABOVE ? w->row - MOST_ABOVE : 0;
    for (w->a = first; w->a < w->row; w->a++) {
        for (w->b = first; w->b < w->row; w->b++) {
            if (w->a == w->b || !is_pair(w) || !row_is_plain(&w->t->rows.at[w->a]) ||
                !row_is_plain(&w->t->rows.at[w->b]) ||
                w->t->rows.at[w->a].group != w->t->rows.at[w->row].group ||
                w->t->rows.at[w->b].group != w->t->rows.at[w->row].group)
                continue;
            ask_all(w);
            if (w->agree > best.agree)
                best = *w;
        }
    }
    *w = best;
    return w->agree >= LEAST_AGREED && w->differ > 0 && w->differ * 2 <= w->agree;
}

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
                names_difference(row_folded(m, t, &t->rows.at[row])) &&
                !check_total_fails(m, t))
                check_row(&w);
        }
    }
}
