/*
 * slips.c — an amount that has lost its thousands or millions among those of the years beside it.
 *           Layer: check.
 *
 * Requires: amounts by year; the Proofs of check_sums. Provides: HP3018 where one of a
 * thing's years, or one cell of a row with a column a year, is a thousandth or a millionth of
 * what the other years are like.
 *
 * HP3021 where it is ten times or a tenth of them: a digit too many or too few. That is also what a
 * year of much building looks like, so only of frames and of rows that no sum holds, where three
 * others are as good as the same.
 *
 * It must not take a small amount for a slip: the others are like one another, three digits of it
 * say something, and so many times it is like them. A rest of 20 000 kr after two years of 20
 * million is none. Where a total fails, that tells more.
 */
#include "check/shared.h"

#include "check/declared.h"

enum { MOST_YEARS = 40, LEAST_OTHERS = 2, LEAST_STEADY = 3, LEAST_DIGITS = 3 };
enum { ALIKE = 130, STEADY = 105 }; /* one in per cent of the other, at most */

typedef struct Years {
    FigRef at[MOST_YEARS];
    Quantity qty[MOST_YEARS];
    uint32_t count;
} Years;

static void add(Model *m, Years *y, FigRef f)
{
    Quantity q = check_quantity(m, f);
    const Unit *u = unit_get(&m->units, q.unit);
    if (y->count < MOST_YEARS && q.kind == QTY_NUMBER && !q.approx && !decimal_is_zero(q.mid) &&
        u->dim == E_DIMENSION_MONEY && u->per == 0) {
        y->at[y->count] = f;
        y->qty[y->count++] = q;
    }
}

static bool alike(Decimal a, Decimal b, int64_t percent)
{
    return check_at_most(a, percent, b) && check_at_most(b, percent, a) &&
           decimal_sign(a) == decimal_sign(b);
}

static bool others_alike(const Years *y, uint32_t i, Decimal meant, int64_t percent)
{
    for (uint32_t k = 0; k < y->count; k++)
        if (k != i && !alike(y->qty[k].mid, meant, percent))
            return false;
    return true;
}

/* Are all others like what this one is so many times over? */
static bool lacks(const Years *y, uint32_t i, int64_t times)
{
    Decimal meant;
    return decimal_mul(y->qty[i].mid, decimal_int(times), &meant) &&
           others_alike(y, i, meant, ALIKE);
}

static bool is_slip(const Years *y, uint32_t i)
{
    return y->count > LEAST_OTHERS && (lacks(y, i, 1000) || lacks(y, i, 1000000));
}

/* Is it ten times the others, or a tenth of them? */
static bool is_digit_slip(const Years *y, uint32_t i)
{
    Decimal less, more;
    return y->count > LEAST_STEADY &&
           decimal_div(y->qty[i].mid, decimal_int(10), ROUND_HALF_AWAY, &less, NULL) &&
           decimal_mul(y->qty[i].mid, decimal_int(10), &more) &&
           (others_alike(y, i, less, STEADY) || others_alike(y, i, more, STEADY));
}

static void report(Model *m, MsgId code, const Years *y, uint32_t i)
{
    uint32_t other = i == 0 ? 1 : 0;
    Diag *d = diag_at(m->sink, code, figure_span(m, y->at[i]));
    diag_label(d, L_READ_AS);
    diag_str(d, check_amount(m, &y->qty[i]));
    diag_place(d, figure_span(m, y->at[other]), L_OTHER_IS);
    diag_str(d, span_text(m->sources, figure_span(m, y->at[other])));
}

/* steady: are the years of what lasts, and is no sum made of them? */
static void check_years(Model *m, const Years *y, bool steady)
{
    for (uint32_t i = 0; i < y->count; i++) {
        Value v = figure_value(m, y->at[i]);
        if (v.kind != VAL_NUMBER || declared_significant(v.num) < LEAST_DIGITS)
            continue;
        if (is_slip(y, i))
            report(m, HP3018, y, i);
        else if (steady && v.remark.len == 0 && is_digit_slip(y, i))
            report(m, HP3021, y, i);
    }
}

/* --- a thing's years --------------------------------------------------------------------- */

static bool is_yearly(Index index)
{
    return index.period.kind == PERIOD_YEAR && index.version != VER_TOTAL;
}

static void check_thing(Model *m, DeclId d, uint16_t key)
{
    Years y = {.count = 0};
    for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next)
        if (model_prop(m, p)->key == key && model_prop(m, p)->count == 1 &&
            is_yearly(model_prop(m, p)->index))
            add(m, &y, figure_fact(model_prop(m, p)->first));
    check_years(m, &y, model_decl(m, d)->kind == K_FRAME);
}

void check_slips(Model *m, const Stretch *s)
{
    for (DeclId d = s->from; d < s->to; d++) {
        const Decl *decl = model_decl(m, d);
        uint32_t years = 0;
        uint16_t key = 0;
        for (PropId p = decl->same == 0 ? decl->first_prop : 0; p != 0;
             p = model_prop(m, p)->next) {
            const Prop *prop = model_prop(m, p);
            if (!is_yearly(prop->index) || vocab_term(prop->term)->type != VT_MONEY)
                continue;
            years = prop->key == key ? years + 1 : 1;
            key = prop->key;
            if (years == LEAST_OTHERS + 1)
                check_thing(m, d, key);
        }
    }
}

/* --- a row's years ----------------------------------------------------------------------- */

static uint32_t year_columns(const Table *t, uint16_t *cols)
{
    uint32_t count = 0;
    for (uint32_t c = 0; c < t->cols.len && count < MOST_YEARS; c++)
        if (t->cols.at[c].use == COL_VALUE && is_yearly(t->cols.at[c].index))
            cols[count++] = (uint16_t)c;
    return count;
}

void check_slipped_cells(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++) {
        const Table *t = model_table(m, id);
        uint16_t cols[MOST_YEARS];
        uint32_t count = t->declares ? 0 : year_columns(t, cols);
        for (uint32_t r = 0; count > LEAST_OTHERS && r < t->rows.len; r++) {
            Years y = {.count = 0};
            for (uint32_t i = 0; i < count; i++)
                if (!check_is_blank(t, r, cols[i]))
                    add(m, &y, check_cell(t, id, r, cols[i]));
            if (y.count > LEAST_OTHERS)
                check_years(m, &y, !table_has_role(t, ROLE_SUM));
        }
    }
}
