/*
 * balance_places.c — which rows or columns of a table are balances.  Layer: check.
 *
 * In: the labels of rows, the heads of columns. Out: the two that a line begins and ends with.
 */
#include "check/balance.h"

#include "base/utf8.h"

uint32_t balance_lines(const Balance *b)
{
    return b->upright ? b->t->cols.len : b->t->rows.len;
}

static uint32_t place_count(const Balance *b)
{
    return b->upright ? b->t->rows.len : b->t->cols.len;
}

FigRef balance_cell(const Balance *b, uint32_t line, uint32_t place)
{
    return b->upright ? check_cell(b->t, b->id, place, line) : check_cell(b->t, b->id, line, place);
}

bool balance_blank(const Balance *b, uint32_t line, uint32_t place)
{
    return b->upright ? check_is_blank(b->t, place, line) : check_is_blank(b->t, line, place);
}

Str balance_called(const Balance *b, uint32_t place)
{
    return b->upright ? row_label(b->t, &b->t->rows.at[place]) : column_called(&b->t->cols.at[place]);
}

static bool names_worked_out(const Balance *b, Str label)
{
    return check_names_change(utf8_fold(b->m->scratch, label));
}

bool balance_is_line(const Balance *b, uint32_t line)
{
    if (b->upright)
        return b->t->cols.at[line].use == COL_VALUE &&
               !names_worked_out(b, column_called(&b->t->cols.at[line]));
    const Row *r = &b->t->rows.at[line];
    return r->role != ROLE_GROUP && !row_is_total(r);
}

/* --- which places ------------------------------------------------------------------------ */

static bool has_words(Arena *scratch, Str label, const char *const *abbreviations,
                      const char *const *words)
{
    Str folded = utf8_fold(scratch, label);
    for (; *abbreviations != NULL; abbreviations++)
        if (utf8_has_word(folded, str_from(*abbreviations)))
            return true;
    return str_has_any(folded, words);
}

static bool is_closing(const Model *m, Str label)
{
    static const char *const abbreviations[] = {"ub", NULL};
    static const char *const words[] = {"utgående", "utgåande", "31.12", "31. des", "årets slutt",
                                        "årsslutt", "closing",  NULL};
    return has_words(m->scratch, label, abbreviations, words);
}

/* The balance of a year's last day opens the next. */
static bool is_opening(const Model *m, Str label)
{
    static const char *const abbreviations[] = {"ib", "1.1", NULL};
    static const char *const words[] = {"inngående", "inngåande", "1.1.", "01.01", "1. januar",
                                        "årets begynnelse", "årets start", "opening", NULL};
    return has_words(m->scratch, label, abbreviations, words) || is_closing(m, label);
}

/* The two balances are the first and the last column of figures, and none is between them. */
static bool find_columns(Balance *b)
{
    for (uint32_t c = 0; c < b->t->cols.len; c++) {
        if (b->t->cols.at[c].use != COL_VALUE)
            continue;
        Str head = balance_called(b, c);
        if (b->opening == b->t->cols.len) {
            if (!is_opening(b->m, head))
                return false;
            b->opening = c;
        } else if (is_closing(b->m, head)) {
            b->closing = c;
            break;
        } else if (names_worked_out(b, head)) {
            return false; /* it is worked out from the two */
        } else {
            b->moves++;
        }
    }
    return true;
}

static bool says_balance(const Table *t)
{
    for (uint32_t r = 0; r < t->rows.len; r++)
        if (t->rows.at[r].role == ROLE_OPENING || t->rows.at[r].role == ROLE_CLOSING)
            return true;
    return false;
}

/* A row between the balances that came or went: not one that is worked out from others. */
static bool is_move_row(const Balance *b, uint32_t row)
{
    return row_is_addend(&b->t->rows.at[row]) && !names_worked_out(b, balance_called(b, row));
}

/* Two rows from `from` on, the first of which opens. A table of many rows has none. */
static void find_rows(Balance *b, uint32_t from)
{
    enum { MOST_LOOKED_AT = 50 };
    uint32_t rows = b->t->rows.len;
    uint32_t end = rows - from > MOST_LOOKED_AT ? from + MOST_LOOKED_AT : rows;
    for (uint32_t r = from; r < end && b->closing == rows; r++) {
        bool begun = b->opening < rows;
        Str label = balance_called(b, r);
        if (!is_move_row(b, r))
            continue;
        if (begun && is_closing(b->m, label)) {
            b->closing = r;
        } else if (is_opening(b->m, label)) {
            b->opening = r;
            b->moves = 0;
        } else if (begun) {
            b->moves++;
        }
    }
}

bool balance_find(Balance *b)
{
    uint32_t from = b->closing; /* of the two before, which may open what follows */
    b->moves = 0;
    b->opening = b->closing = place_count(b);
    if (!b->upright)
        return find_columns(b) && b->closing < place_count(b);
    if (from == 0 && says_balance(b->t))
        return false;
    find_rows(b, from);
    return b->closing < place_count(b);
}

bool balance_is_move(const Balance *b, uint32_t place)
{
    return b->upright ? is_move_row(b, place) : b->t->cols.at[place].use == COL_VALUE;
}
