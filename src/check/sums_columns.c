/*
 * sums_columns.c — a total that fails in several columns for one reason.  Layer: check.
 *
 * Requires: the failures of one total. Provides: one finding, HP4001 or HP4008, for all of them: a
 * row that is left out, counted twice or of the other sign; a section of income of the other sign;
 * a row that has two columns the wrong way round; a row that is not there.
 */
#include "check/sums.h"

/* --- several columns --------------------------------------------------------------------- */

static bool failed(const FailedTotal *s, uint32_t col)
{
    for (uint32_t i = 0; i < s->failures->len; i++)
        if (s->failures->at[i].col == col)
            return true;
    return false;
}

/* diff = times × value, to the last digit or within what rounding allows? */
static bool explains(Decimal diff, Decimal value, int times, Decimal slack)
{
    Decimal product;
    Decimal rest;
    return !decimal_is_zero(value) && decimal_mul(value, decimal_int(times), &product) &&
           decimal_sub(diff, product, &rest) && decimal_cmp(decimal_abs(rest), slack) <= 0 &&
           decimal_cmp(decimal_abs(product), slack) > 0;
}

static bool row_value(const FailedTotal *s, uint32_t row, uint32_t col, Decimal *out)
{
    *out = decimal_zero;
    if (check_is_blank(s->t, row, col))
        return true;
    Quantity q = check_quantity(s->m, check_cell(s->t, s->id, row, col));
    UnitId like = sums_like(s->m, s->id, s->total->row, col);
    if (q.kind != QTY_NUMBER || !units_agree(&s->m->units, q.unit, like))
        return false;
    *out = check_sign(&s->t->rows.at[row]) < 0 ? decimal_neg(q.mid) : q.mid;
    return true;
}

/* What addends from…to - 1 come to in a column. */
static bool rows_value(const FailedTotal *s, uint32_t from, uint32_t to, uint32_t col, Decimal *out)
{
    Decimal value;
    *out = decimal_zero;
    for (uint32_t i = from; i < to; i++)
        if (!row_value(s, s->l->addends.at[i], col, &value) || !decimal_add(*out, value, out))
            return false;
    return true;
}

/* In every column that fails the difference is `times` these rows; in
 * the others they have nothing. */
static bool rows_explain_all(const FailedTotal *s, uint32_t from, uint32_t to, int times)
{
    Decimal value;
    for (uint32_t i = 0; i < s->failures->len; i++) {
        const Failure *f = &s->failures->at[i];
        if (!rows_value(s, from, to, f->col, &value) ||
            !explains(f->judged.diff, value, times, f->judged.slack))
            return false;
    }
    for (uint32_t col = 0; col < s->t->cols.len; col++)
        if (s->summed[col] && !failed(s, col) && !check_is_blank(s->t, s->total->row, col) &&
            (!rows_value(s, from, to, col, &value) || !decimal_is_zero(value)))
            return false;
    return true;
}

static void place_others(const FailedTotal *s, Diag *d)
{
    for (uint32_t i = 1; i < s->failures->len; i++) {
        const Failure *f = &s->failures->at[i];
        diag_place(d, figure_span(s->m, f->figure), L_ALSO_HERE);
        diag_str(d, check_amount(s->m, &f->computed));
    }
}

/* One row that is left out, counted twice, of the wrong sign, or outside: told once. */
static bool report_row(const FailedTotal *s, uint32_t addend, bool inside)
{
    static const struct {
        int times;
        MsgId note;
    } within[] = {{-1, N_CAUSE_MISSING}, {1, N_CAUSE_DOUBLED}, {-2, N_CAUSE_SIGN}},
      without[] = {{1, N_CAUSE_OUTSIDE}};
    size_t count = inside ? 3 : 1;
    for (size_t i = 0; i < count; i++) {
        int times = inside ? within[i].times : without[i].times;
        if (!rows_explain_all(s, addend, addend + 1, times))
            continue;
        uint32_t row = s->l->addends.at[addend];
        Diag *d = sums_finding(s->m, HP4001, &s->failures->at[0]);
        sums_note_rows(s, d, &s->failures->at[0]);
        place_others(s, d);
        diag_note(d, inside ? within[i].note : without[i].note);
        diag_int(d, check_row_line(s->m, s->t, row));
        diag_str(d, row_label(s->t, &s->t->rows.at[row]));
        return true;
    }
    return false;
}

static bool report_shared_row(const FailedTotal *s)
{
    for (uint32_t i = 0; i < s->l->addends.len; i++) {
        bool inside = i >= s->total->from && i < s->total->to;
        if (report_row(s, i, inside))
            return true;
    }
    return false;
}

/* --- the other sign of income ------------------------------------------------------------ */

/* The total of two sections holds in every column if one of them is subtracted. */
static bool report_sign(const FailedTotal *s)
{
    if (!s->total->all)
        return false;
    for (uint32_t i = 0; i < s->l->totals.len && s->l->totals.at[i].row < s->total->row; i++) {
        const Total *section = &s->l->totals.at[i];
        if (section->role != ROLE_SUM || section->all ||
            !rows_explain_all(s, section->from, section->to, -2))
            continue;
        Diag *d = sums_finding(s->m, HP4008, &s->failures->at[0]);
        place_others(s, d);
        diag_note(d, N_HOLDS_SUBTRACTED);
        const uint32_t *addends = s->l->addends.at;
        diag_int(d, check_row_line(s->m, s->t, addends[section->from]));
        diag_int(d, check_row_line(s->m, s->t, addends[section->to - 1]));
        diag_note(d, N_WRITE_MINUS);
        return true;
    }
    return false;
}

/* --- a row that is not there ---------------------------------------------------------------- */

/* Where the total fails it is larger than its rows, by less than itself. */
static bool exceeds_rows(const FailedTotal *s)
{
    for (uint32_t i = 0; i < s->failures->len; i++) {
        const Failure *f = &s->failures->at[i];
        if (f->stated.kind != QTY_NUMBER || f->computed.kind != QTY_NUMBER ||
            decimal_sign(f->judged.diff) != decimal_sign(f->stated.mid) ||
            decimal_cmp(decimal_abs(f->judged.diff), decimal_abs(f->stated.mid)) >= 0)
            return false;
    }
    return true;
}

/* In the columns that hold, the row that is not there has had nothing: not so in most. */
static bool fails_in_most(const FailedTotal *s)
{
    uint32_t filled = 0;
    for (uint32_t col = 0; col < s->t->cols.len; col++)
        filled += s->summed[col] && !check_is_blank(s->t, s->total->row, col);
    return s->failures->len * 2 >= filled;
}

static bool has_row_of(const Table *t, DeclId unit)
{
    for (uint32_t r = 0; r < t->rows.len; r++)
        if (row_decl(t, r) == unit)
            return true;
    return false;
}

/* The unit of the rows' own word that has no row, while all others have; 0: none, or several. */
static DeclId unit_without_row(const FailedTotal *s)
{
    const Model *m = s->m;
    DeclId first = s->l->addends.len == 0 ? 0 : row_decl(s->t, s->l->addends.at[0]);
    DeclId lacking = 0;
    if (first == 0 || m->kinds.at[first] != K_UNIT)
        return 0;
    for (DeclId d = 0; (d = decl_of_kind(m, K_UNIT, d)) != 0;) {
        if (model_decl(m, d)->term != model_decl(m, first)->term || has_row_of(s->t, d))
            continue;
        if (lacking != 0)
            return 0;
        lacking = d;
    }
    return lacking;
}

/* Of two columns alone each may have a slip of its own, unless it is known which row is missing. */
static bool report_lacking_row(const FailedTotal *s)
{
    if (!exceeds_rows(s) || !fails_in_most(s))
        return false;
    DeclId unit = unit_without_row(s);
    if (unit == 0 && s->failures->len < 3)
        return false;
    Diag *d = sums_finding(s->m, HP4001, &s->failures->at[0]);
    sums_note_rows(s, d, &s->failures->at[0]);
    place_others(s, d);
    diag_note(d, unit != 0 ? N_CAUSE_UNIT_LACKING : N_CAUSE_ROW_LACKING);
    if (unit != 0)
        diag_str(d, decl_label(s->m, unit));
    return true;
}

/* --- two columns ------------------------------------------------------------------------------ */

/* Is the row what the two columns differ by, one way and the other? */
static bool row_crosses(const FailedTotal *s, uint32_t row)
{
    const Failure *a = &s->failures->at[0], *b = &s->failures->at[1];
    Decimal left, right, apart;
    return row_value(s, row, a->col, &left) && row_value(s, row, b->col, &right) &&
           decimal_sub(right, left, &apart) && explains(a->judged.diff, apart, 1, a->judged.slack) &&
           explains(b->judged.diff, apart, -1, b->judged.slack);
}

/* The figures of one row have changed places between two columns. */
static bool report_crossed_row(const FailedTotal *s)
{
    uint32_t found = 0, row = 0;
    for (uint32_t i = s->total->from; s->failures->len == 2 && i < s->total->to; i++)
        if (row_crosses(s, s->l->addends.at[i])) {
            row = s->l->addends.at[i];
            found++;
        }
    if (found != 1)
        return false;
    Diag *d = sums_finding(s->m, HP4001, &s->failures->at[0]);
    sums_note_rows(s, d, &s->failures->at[0]);
    place_others(s, d);
    diag_note(d, N_CAUSE_CROSSED);
    diag_int(d, check_row_line(s->m, s->t, row));
    diag_str(d, row_label(s->t, &s->t->rows.at[row]));
    diag_str(d, s->t->cols.at[s->failures->at[0].col].label);
    diag_str(d, s->t->cols.at[s->failures->at[1].col].label);
    return true;
}

bool sums_report_columns(const FailedTotal *s)
{
    return report_sign(s) || (s->failures->len > 1 &&
                              (report_shared_row(s) || report_crossed_row(s) || report_lacking_row(s)));
}
