/*
 * balances.c — what a year ends with is what it began with, and what came and went.  Layer: check.
 *
 * Requires: tables; the Proofs of check_sums. Provides: HP4034 at a closing balance that does not
 * follow from its row: «Fond | IB | Avsetning | Bruk | UB».
 *
 * Heads say which columns are balances, but not what is added: use may be written with a minus or
 * without. So the signs are those that make most rows agree, two at the least, and where the rows
 * agree on none, nothing is said. What came and went beside the columns shown would be such a case.
 */
#include "check/shared.h"

#include "base/utf8.h"

enum {
    MOST_MOVES = 5,   /* columns between the balances: each may be added or taken away */
    LEAST_AGREED = 2, /* rows */
    MOST_ASKED = 200, /* rows, to find out the signs */
    MOST_TOLD = 5     /* a table */
};

typedef struct Balance {
    Model *m;
    TableId id;
    const Table *t;
    uint32_t opening, closing; /* columns; what stands between them came and went */
    uint32_t moves;            /* so many, … */
    uint32_t taken;            /* … of which these are taken away: a bit each */
} Balance;

/* --- which columns ----------------------------------------------------------------------- */

static bool has_words(Arena *scratch, Str head, const char *const *abbreviations,
                      const char *const *words)
{
    Str folded = utf8_fold(scratch, head);
    for (; *abbreviations != NULL; abbreviations++)
        if (utf8_has_word(folded, str_from(*abbreviations)))
            return true;
    return str_has_any(folded, words);
}

static bool is_closing(const Model *m, Str head)
{
    static const char *const abbreviations[] = {"ub", NULL};
    static const char *const words[] = {"utgående", "utgåande", "31.12", "31. des", "closing", NULL};
    return has_words(m->scratch, head, abbreviations, words);
}

/* The balance of a year's last day opens the next. */
static bool is_opening(const Model *m, Str head)
{
    static const char *const abbreviations[] = {"ib", NULL};
    static const char *const words[] = {"inngående", "inngåande", "1.1.",    "01.01",
                                        "1. januar", "per 1.1",   "opening", NULL};
    return has_words(m->scratch, head, abbreviations, words) || is_closing(m, head);
}

/* The two balances are the first and the last column of figures, and none is between them. */
static bool find_balances(Balance *b)
{
    b->moves = 0;
    b->opening = b->closing = b->t->cols.len;
    for (uint32_t c = 0; c < b->t->cols.len; c++) {
        const Column *col = &b->t->cols.at[c];
        if (col->use != COL_VALUE)
            continue;
        Str head = column_called(&b->t->cols.at[c]);
        if (b->opening == b->t->cols.len) {
            if (!is_opening(b->m, head))
                return false;
            b->opening = c;
        } else if (is_closing(b->m, head)) {
            b->closing = c;
            break;
        } else if (check_names_change(utf8_fold(b->m->scratch, head))) {
            return false; /* it is worked out from the two */
        } else {
            b->moves++;
        }
    }
    return b->closing < b->t->cols.len && b->moves > 0 && b->moves <= MOST_MOVES;
}

/* --- one row ----------------------------------------------------------------------------- */

static bool number_in(const Balance *b, uint32_t row, uint32_t col, Quantity *out)
{
    *out = check_quantity(b->m, check_cell(b->t, b->id, row, col));
    return out->kind == QTY_NUMBER && !out->approx;
}

/* False: a figure is wanting, or nothing came or went. */
static bool work_out(const Balance *b, uint32_t row, Quantity *out)
{
    UnitTable *units = &b->m->units;
    bool moved = false;
    if (check_is_blank(b->t, row, b->opening) || !number_in(b, row, b->opening, out))
        return false;
    for (uint32_t c = b->opening + 1, bit = 1; c < b->closing; c++) {
        Quantity move, sum;
        if (b->t->cols.at[c].use != COL_VALUE)
            continue;
        bool taken = (b->taken & bit) != 0;
        bit <<= 1;
        if (check_is_blank(b->t, row, c))
            continue;
        if (!number_in(b, row, c, &move) || !(taken ? quantity_sub(units, out, &move, &sum)
                                                    : quantity_add(units, out, &move, &sum)))
            return false;
        moved |= !decimal_is_zero(move.mid);
        *out = sum;
    }
    return moved && out->kind == QTY_NUMBER;
}

typedef enum Answer { SILENT, AGREES, DIFFERS } Answer;

static Answer ask_row(const Balance *b, uint32_t row, Quantity *computed)
{
    Quantity stated;
    const Row *r = &b->t->rows.at[row];
    if (r->role == ROLE_GROUP || row_is_total(r) || check_is_blank(b->t, row, b->closing) ||
        !number_in(b, row, b->closing, &stated) || !work_out(b, row, computed) ||
        !quantity_agree(&b->m->units, &stated, computed))
        return SILENT;
    Verdict v = quantity_equal(&b->m->units, &stated, computed, false).verdict;
    return v == VERDICT_VIOLATED ? DIFFERS : verdict_holds(v) ? AGREES : SILENT;
}

/* --- a table ----------------------------------------------------------------------------- */

/* The signs that most rows follow, and none but a few do not. */
static bool find_signs(Balance *b)
{
    uint32_t most = 0, others = 0, best = 0;
    uint32_t end = b->t->rows.len < MOST_ASKED ? b->t->rows.len : MOST_ASKED;
    for (b->taken = 0; b->taken < 1u << b->moves; b->taken++) {
        uint32_t agree = 0, differ = 0;
        for (uint32_t r = 0; r < end; r++) {
            Quantity computed;
            Answer answer = ask_row(b, r, &computed);
            agree += answer == AGREES;
            differ += answer == DIFFERS;
        }
        if (agree > most) {
            most = agree;
            others = differ;
            best = b->taken;
        }
    }
    b->taken = best;
    return most >= LEAST_AGREED && others * 2 <= most;
}

static void report(const Balance *b, uint32_t row, Quantity computed)
{
    Model *m = b->m;
    FigRef cell = check_cell(b->t, b->id, row, b->closing);
    Quantity stated = check_quantity(m, cell);
    computed.decimals = stated.decimals;
    Diag *d = diag_at(m->sink, HP4034, figure_span(m, cell));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &stated));
    diag_note(d, N_ROW_COMES_TO);
    diag_str(d, check_amount(m, &computed));
    diag_note(d, N_IS_BALANCE);
    diag_str(d, column_called(&b->t->cols.at[b->closing]));
    diag_str(d, column_called(&b->t->cols.at[b->opening]));
}

void check_balances(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++) {
        Balance b = {.m = m, .id = id, .t = model_table(m, id)};
        if (b.t->declares || b.t->cols.len < 4 || b.t->rows.len <= LEAST_AGREED ||
            !find_balances(&b) || check_total_fails(m, b.t) || !find_signs(&b))
            continue;
        uint32_t told = 0;
        for (uint32_t r = 0; r < b.t->rows.len && told < MOST_TOLD; r++) {
            Quantity computed;
            if (ask_row(&b, r, &computed) != DIFFERS)
                continue;
            report(&b, r, computed);
            told++;
        }
    }
}
