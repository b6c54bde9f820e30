/*
 * balances.c — what a year ends with is what it began with, and what came and went.  Layer: check.
 *
 * Requires: tables; the Proofs of check_sums. Provides: HP4034 at a closing balance that does not
 * follow from its row: «Fond | IB | Avsetning | Bruk | UB»; HP4041 at one that does not follow from
 * its column, where each of these has a row and each year a column; and there HP4014, at an opening
 * balance that is not what the year before closed with.
 *
 * Labels say which are the balances, but not what is added: use may be written with a minus or
 * without. So the signs are those that make most lines agree, two at the least, and where the lines
 * agree on none, nothing is said. What came and went beside what is shown would be such a case.
 * Rows that say what they are with a word before a colon (utgående: Fond) are for check_sums.
 */
#include "check/balance.h"
#include "check/relation.h"
#include "check/sums.h"

enum {
    MOST_MOVES = 5,   /* places between the balances: each may be added or taken away */
    LEAST_AGREED = 2, /* lines */
    MOST_ASKED = 200, /* lines, to find out the signs, and what is carried over */
    MOST_TOLD = 5     /* a table */
};

/* --- one line ---------------------------------------------------------------------------- */

static bool number_at(const Balance *b, uint32_t line, uint32_t place, Quantity *out)
{
    *out = (Quantity){.kind = QTY_NONE};
    if (!balance_blank(b, line, place))
        *out = check_quantity(b->m, balance_cell(b, line, place));
    return out->kind == QTY_NUMBER && !out->approx;
}

/* What it ends with if it begins with *out. False: a figure is wanting, or nothing came or went. */
static bool add_moves(const Balance *b, uint32_t line, Quantity *out)
{
    UnitTable *units = &b->m->units;
    bool moved = false;
    for (uint32_t p = b->opening + 1, bit = 1; p < b->closing; p++) {
        Quantity move, sum;
        if (!balance_is_move(b, p))
            continue;
        bool taken = (b->taken & bit) != 0;
        bit <<= 1;
        if (balance_blank(b, line, p))
            continue;
        if (!number_at(b, line, p, &move) || !(taken ? quantity_sub(units, out, &move, &sum)
                                                     : quantity_add(units, out, &move, &sum)))
            return false;
        moved |= !decimal_is_zero(move.mid);
        *out = sum;
    }
    return moved && out->kind == QTY_NUMBER;
}

/* Where a line that begins with *computed ends; which is left in it. */
static Answer ask_from(const Balance *b, uint32_t line, Quantity *computed)
{
    Quantity stated;
    if (!number_at(b, line, b->closing, &stated) || !add_moves(b, line, computed) ||
        !quantity_agree(&b->m->units, &stated, computed))
        return SILENT;
    Verdict v = quantity_equal(&b->m->units, &stated, computed, false).verdict;
    return v == VERDICT_VIOLATED ? DIFFERS : verdict_holds(v) ? AGREES : SILENT;
}

static Answer ask_line(const Balance *b, uint32_t line, Quantity *computed)
{
    return balance_is_line(b, line) && number_at(b, line, b->opening, computed)
               ? ask_from(b, line, computed)
               : SILENT;
}

/* --- a table ----------------------------------------------------------------------------- */

static uint32_t asked_lines(const Balance *b)
{
    return balance_lines(b) < MOST_ASKED ? balance_lines(b) : MOST_ASKED;
}

/* The signs that most lines follow, and none but a few do not. */
static bool find_signs(Balance *b)
{
    uint32_t most = 0, others = 0, best = 0;
    uint32_t end = asked_lines(b);
    for (b->taken = 0; b->taken < 1u << b->moves; b->taken++) {
        uint32_t agree = 0, differ = 0;
        for (uint32_t line = 0; line < end; line++) {
            Quantity computed;
            Answer answer = ask_line(b, line, &computed);
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

/* --- from year to year ------------------------------------------------------------------- */

/* The column of the year before or after; the number of columns: there is none. */
static uint32_t year_beside(const Balance *b, uint32_t line, bool before)
{
    const Column *cols = b->t->cols.at;
    uint32_t c = 0;
    while (c < b->t->cols.len && !((before ? column_precedes(&cols[c], &cols[line])
                                           : column_precedes(&cols[line], &cols[c])) &&
                                   balance_is_line(b, c)))
        c++;
    return c;
}

/* Does the line agree if it begins with what the year before ended with? */
static bool opening_is_off(const Balance *b, uint32_t line, uint32_t before)
{
    Quantity carried;
    return before < balance_lines(b) && number_at(b, before, b->closing, &carried) &&
           ask_from(b, line, &carried) == AGREES;
}

static Answer ask_carried(const Balance *b, uint32_t line, uint32_t before)
{
    Quantity now, then, computed;
    if (before == balance_lines(b) || ask_line(b, line, &computed) == DIFFERS ||
        ask_line(b, before, &computed) == DIFFERS || !number_at(b, line, b->opening, &now) ||
        !number_at(b, before, b->closing, &then))
        return SILENT;
    Verdict v = quantity_equal(&b->m->units, &now, &then, false).verdict;
    return v == VERDICT_VIOLATED ? DIFFERS : verdict_holds(v) ? AGREES : SILENT;
}

static void report_carried(const Balance *b, uint32_t line, uint32_t before)
{
    sums_not_carried(b->m, balance_cell(b, line, b->opening), balance_cell(b, before, b->closing),
                     &b->t->cols.at[before]);
}

/* A fund may be restated once; where most years are carried over, this one is to be, too. */
static void check_carried(const Balance *b)
{
    uint32_t agree = 0, differ = 0, broken = 0;
    uint32_t end = b->upright ? asked_lines(b) : 0;
    for (uint32_t line = 0; line < end; line++) {
        Answer answer = ask_carried(b, line, year_beside(b, line, true));
        agree += answer == AGREES;
        differ += answer == DIFFERS;
        broken = answer == DIFFERS ? line : broken;
    }
    if (differ == 1 && agree >= LEAST_AGREED)
        report_carried(b, broken, year_beside(b, broken, true));
}

/* --- what is told of it ------------------------------------------------------------------ */

/* What the next year begins with tells which is wrong: the balance, or what it is made of. */
static void note_next(const Balance *b, Diag *d, uint32_t line, const Quantity *stated,
                      const Quantity *computed)
{
    uint32_t after = year_beside(b, line, false);
    Quantity next;
    if (after == balance_lines(b) || !number_at(b, after, b->opening, &next))
        return;
    if (decimal_cmp(next.mid, computed->mid) == 0) {
        check_fix(b->m, d, balance_cell(b, line, b->closing), computed->mid);
    } else if (decimal_cmp(next.mid, stated->mid) == 0) {
        diag_note(d, N_NEXT_BEGINS_SO);
        diag_str(d, column_called(&b->t->cols.at[after]));
    }
}

static void report(const Balance *b, uint32_t line, Quantity computed)
{
    Model *m = b->m;
    FigRef cell = balance_cell(b, line, b->closing);
    Quantity stated = check_quantity(m, cell);
    computed.decimals = stated.decimals;
    Diag *d = diag_at(m->sink, b->upright ? HP4041 : HP4034, figure_span(m, cell));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &stated));
    diag_note(d, b->upright ? N_COLUMN_COMES_TO : N_ROW_COMES_TO);
    diag_str(d, check_amount(m, &computed));
    diag_note(d, b->upright ? N_COLUMN_IS_BALANCE : N_IS_BALANCE);
    diag_str(d, balance_called(b, b->closing));
    diag_str(d, balance_called(b, b->opening));
    if (b->upright)
        note_next(b, d, line, &stated, &computed);
}

static void check_lines(const Balance *b)
{
    uint32_t told = 0;
    for (uint32_t line = 0; line < balance_lines(b) && told < MOST_TOLD; line++) {
        Quantity computed;
        if (ask_line(b, line, &computed) != DIFFERS)
            continue;
        uint32_t before = b->upright ? year_beside(b, line, true) : balance_lines(b);
        if (opening_is_off(b, line, before))
            report_carried(b, line, before);
        else
            report(b, line, computed);
        told++;
    }
}

static void check_table(Balance *b)
{
    while (balance_find(b)) {
        if (b->moves > 0 && b->moves <= MOST_MOVES && find_signs(b)) {
            check_lines(b);
            check_carried(b);
        }
        if (!b->upright)
            break;
    }
}

void check_balances(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++) {
        const Table *t = model_table(m, id);
        if (t->declares || t->cols.len < 3 || t->rows.len <= LEAST_AGREED)
            continue;
        Balance across = {.m = m, .id = id, .t = t}, upright = across;
        upright.upright = true;
        if (!check_total_fails(m, t)) {
            check_table(&across);
            check_table(&upright);
        }
    }
}
