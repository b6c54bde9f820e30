/*
 * relations.c — a column that is worked out from two others is so in every row.  Layer: check.
 *
 * Requires: tables; the Proofs of check_sums. Provides: HP4034 at a change, a deviation or a
 * percentage that does not follow from its row, where those of the other rows do.
 *
 * Nobody writes how a column was worked out, so it is found: which two of the other columns give it
 * in most rows? Three rows that agree are no chance, nor are two under a head that says "endring"
 * or "andel", nor is one where the table has no other two columns. Only heads that say so, and
 * columns of percentages, are looked into. Nothing is said where a total that fails tells of the
 * same slip, unless the figure is the very reason; nor of what rounding may have done.
 */
#include "check/relation.h"

#include "base/utf8.h"

enum {
    MOST_COLUMNS = 16,
    LEAST_ROWS = 3,   /* that agree */
    LEAST_NAMED = 2,  /* ... where the head says what the column is */
    MOST_ASKED = 200, /* rows, to find out how a column was worked out */
    MOST_TOLD = 5     /* a column */
};

typedef struct Worked {
    Model *m;
    TableId id;
    const Table *t;
    uint32_t col;        /* the one that is worked out */
    uint32_t a, b;       /* from these */
    Relation how;
    uint32_t total;      /* REL_SHARE: the row of the sum */
    uint32_t agree, differ;
} Worked;

/* --- one row ----------------------------------------------------------------------------- */

static bool number_in(const Worked *w, uint32_t row, uint32_t col, Quantity *out)
{
    return relation_number(w->m, w->id, row, col, out);
}

static bool work_out(const Worked *w, uint32_t row, const Quantity *stated, Quantity *out)
{
    Quantity a, b;
    bool share = w->how == REL_SHARE;
    return number_in(w, row, w->a, &a) &&
           number_in(w, share ? w->total : row, share ? w->a : w->b, &b) &&
           relation_derive(w->m, w->how, &a, &b, stated->unit, out);
}

static uint32_t sum_row(const Table *t)
{
    uint32_t r = t->rows.len;
    while (r > 0 && t->rows.at[r - 1].role != ROLE_SUM)
        r--;
    return r; /* + 1; 0: none */
}

static bool names_cost(Str label)
{
    static const char *const words[] = {"utgift", "kostnad", "avdrag", "cost", "expen", NULL};
    return str_has_any(label, words);
}

/* «Renteutgifter» below «Rammetilskudd» and «Utbytte». */
static bool is_cost_among_income(const Worked *w, uint32_t row)
{
    if (!names_cost(row_folded(w->m, w->t, &w->t->rows.at[row])))
        return false;
    for (uint32_t r = 0; r < w->t->rows.len && r < MOST_ASKED; r++)
        if (relation_names_income(row_folded(w->m, w->t, &w->t->rows.at[r])))
            return true;
    return false;
}

/* Beside expenses that are told as more or less than budgeted stand incomes, whose deviations have
 * the other sign. Which it is, a row's name tells, or the sum of the column, which would fail. */
static bool may_be_of_income(const Worked *w, uint32_t row, const Quantity *stated,
                             const Quantity *computed)
{
    return w->how != REL_RATIO && w->how != REL_SHARE &&
           relation_is_opposite(w->m, stated, computed) &&
           (sum_row(w->t) != 0 || relation_names_income(row_folded(w->m, w->t, &w->t->rows.at[row])) ||
            is_cost_among_income(w, row));
}

static Answer ask_row(const Worked *w, uint32_t row, Quantity *computed)
{
    Quantity stated;
    if (!number_in(w, row, w->col, &stated) || !work_out(w, row, &stated, computed))
        return SILENT;
    Answer answer = relation_ask(w->m, &stated, computed);
    return answer == DIFFERS && may_be_of_income(w, row, &stated, computed) ? SILENT : answer;
}

/* --- a column ---------------------------------------------------------------------------- */

/* A total of differences is one as well, and says nothing that its rows do not. */
static bool is_asked(const Worked *w, const Row *row)
{
    return row->role != ROLE_GROUP && (!row_is_total(row) || w->how != REL_DIFFERENCE);
}

static void ask_all(Worked *w)
{
    Quantity computed;
    w->agree = w->differ = 0;
    uint32_t end = w->t->rows.len < MOST_ASKED ? w->t->rows.len : MOST_ASKED;
    for (uint32_t r = 0; r < end && w->differ <= w->agree + 2; r++) {
        if (!is_asked(w, &w->t->rows.at[r]))
            continue;
        Answer answer = ask_row(w, r, &computed);
        w->agree += answer == AGREES;
        w->differ += answer == DIFFERS;
    }
}

bool check_names_change(Str head)
{
    static const char *const words[] = {
        "andel",         "del av",      "prosent",       "pst",         "%",
        "endring",       "avvik",       "differanse",    "vekst",       "økning",
        "auke",          "reduksjon",   "merforbruk",    "meirforbruk", "mindreforbruk",
        "merinntekt",    "meirinntekt", "mindreinntekt", "share",       "change",
        "deviation",     "difference",  "growth",        "percent",     "overspending",
        "underspending", NULL};
    return str_has_any(head, words);
}

static bool names_change(const Worked *w, uint32_t col)
{
    return check_names_change(utf8_fold(w->m->scratch, column_called(&w->t->cols.at[col])));
}

static bool is_percent(const Worked *w, uint32_t col)
{
    for (uint32_t r = 0; r < w->t->rows.len; r++) {
        Quantity q;
        if (number_in(w, r, col, &q))
            return unit_get(&w->m->units, q.unit)->dim == E_DIMENSION_PERCENT;
    }
    return false;
}

/* May the column be worked out from these two in this way? A share is of one column's own sum. What
 * two percentages give in percent is so rough that many a third one fits: the head must say it. */
static bool may_give(const Worked *w, uint32_t sum, bool named)
{
    bool share = w->how == REL_SHARE;
    return w->a != w->col && w->b != w->col && (w->a == w->b) == share && (!share || sum != 0) &&
           w->t->cols.at[w->a].use == COL_VALUE && w->t->cols.at[w->b].use == COL_VALUE &&
           (named || w->how == REL_DIFFERENCE || !is_percent(w, w->b));
}

/* Are there two other columns only, so that a change can be nothing but what is between them? */
static bool is_only_pair(const Worked *w)
{
    uint32_t others = 0;
    for (uint32_t c = 0; c < w->t->cols.len; c++)
        others += c != w->col && w->t->cols.at[c].use == COL_VALUE && !names_change(w, c) &&
                  !is_percent(w, c);
    return others == 2;
}

/* The relation that most rows follow, and none but a few do not. */
static bool find_relation(Worked *w, bool percent, bool named)
{
    Worked best = *w;
    uint32_t sum = sum_row(w->t), columns = w->t->cols.len;
    Relation first = percent ? REL_RATIO : REL_DIFFERENCE, end = percent ? REL_COUNT : REL_RATIO;
    w->total = sum - 1;
    for (w->how = first; w->how < end; w->how++) {
        for (uint32_t pair = 0; pair < columns * columns; pair++) {
            w->a = pair / columns;
            w->b = pair % columns;
            if (!may_give(w, sum, named))
                continue;
            ask_all(w);
            if (w->agree > best.agree)
                best = *w;
        }
    }
    *w = best;
    if (named && !percent && w->agree > 0 && w->agree < LEAST_ROWS && is_only_pair(w))
        return w->differ <= w->agree;
    return w->agree >= (named ? LEAST_NAMED : LEAST_ROWS) && w->differ * 2 <= w->agree;
}

/* --- what is told ------------------------------------------------------------------------ */

/* Does the failing sum of the column hold with what the row comes to? */
static bool mends(const Worked *w, const Proof *fails, uint32_t row, const Quantity *computed)
{
    Quantity stated;
    return row_is_plain(&w->t->rows.at[row]) && number_in(w, row, w->col, &stated) &&
           relation_mends(w->m, fails, &stated, computed);
}

/* Would the row hold if its figure in column `from` were what the failing sum of that asks for? */
static bool same_slip(const Worked *w, const Proof *fails, uint32_t row, uint32_t from)
{
    UnitTable *units = &w->m->units;
    Quantity a, b, off, mended, stated, computed;
    if (!number_in(w, row, w->a, &a) || !number_in(w, row, w->b, &b) ||
        !number_in(w, row, w->col, &stated) || !relation_sum_off(w->m, fails, &off))
        return true;
    Quantity *slip = from == w->a ? &a : &b;
    if (!quantity_sub(units, slip, &off, &mended))
        return true;
    *slip = mended;
    return relation_derive(w->m, w->how, &a, &b, stated.unit, &computed) &&
           quantity_equal(units, &stated, &computed, false).verdict != VERDICT_VIOLATED;
}

/* Is the row told of already, by a sum that fails? */
static bool told_by_sum(const Worked *w, uint32_t row, const Quantity *computed)
{
    const Proof *own = check_failing_sum(w->m, w->t, w->col);
    if (own != NULL)
        return !mends(w, own, row, computed);
    const uint32_t from[] = {w->a, w->b};
    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        const Proof *fails = check_failing_sum(w->m, w->t, from[i]);
        if (fails != NULL && (w->how == REL_SHARE || !row_is_plain(&w->t->rows.at[row]) ||
                              same_slip(w, fails, row, from[i])))
            return true;
    }
    return false;
}

static bool is_called_as_another(const Worked *w, uint32_t col)
{
    Str called = column_called(&w->t->cols.at[col]);
    for (uint32_t c = 0; c < w->t->cols.len; c++)
        if (c != col && str_eq(column_called(&w->t->cols.at[c]), called))
            return true;
    return false;
}

/* «Endring (kr)» and «Endring (%)» are both called «Endring»: then the unit tells them apart. */
static void name_column(const Worked *w, Diag *d, uint32_t col)
{
    const Column *c = &w->t->cols.at[col];
    Buf b;
    buf_init(&b, w->m->arena);
    buf_str(&b, column_called(c));
    if (is_called_as_another(w, col))
        buf_str(&b, c->tail);
    diag_str(d, buf_view(&b));
}

static Diag *report(const Worked *w, uint32_t row, const Quantity *computed)
{
    static const MsgId notes[REL_COUNT] = {N_IS_DIFFERENCE, N_IS_RATIO, N_IS_GROWTH, N_IS_SHARE};
    Model *m = w->m;
    FigRef cell = check_cell(w->t, w->id, row, w->col);
    Quantity stated = check_quantity(m, cell);
    Quantity gives = *computed;
    gives.decimals = stated.decimals;
    Diag *d = diag_at(m->sink, HP4034, figure_span(m, cell));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &stated));
    diag_note(d, N_ROW_COMES_TO);
    diag_str(d, check_amount(m, &gives));
    diag_note(d, notes[w->how]);
    name_column(w, d, w->col);
    name_column(w, d, w->a);
    if (w->how != REL_SHARE)
        name_column(w, d, w->b);
    return d;
}

static void check_column(Worked *w)
{
    bool named = names_change(w, w->col);
    bool percent = is_percent(w, w->col);
    bool all_asked = w->t->rows.len <= MOST_ASKED;
    if ((!named && !percent) || !find_relation(w, percent, named) ||
        (all_asked && w->differ == 0))
        return;
    bool table_fails = check_total_fails(w->m, w->t);
    const Proof *fails = table_fails ? check_failing_sum(w->m, w->t, w->col) : NULL;
    uint32_t told = 0;
    for (uint32_t r = 0; r < w->t->rows.len && told < MOST_TOLD; r++) {
        Quantity computed;
        if (!is_asked(w, &w->t->rows.at[r]) || ask_row(w, r, &computed) != DIFFERS)
            continue;
        if (table_fails && told_by_sum(w, r, &computed))
            continue;
        Diag *d = report(w, r, &computed);
        if (fails != NULL)
            diag_place(d, proof_span(w->m, fails), L_THEN_SUM_AGREES);
        told++;
    }
}

void check_relations(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++) {
        const Table *t = model_table(m, id);
        if (t->declares || t->cols.len < 3 || t->cols.len > MOST_COLUMNS ||
            t->rows.len < LEAST_ROWS)
            continue;
        for (uint32_t col = 0; col < t->cols.len; col++) {
            Worked w = {.m = m, .id = id, .t = t, .col = col};
            if (t->cols.at[col].use == COL_VALUE)
                check_column(&w);
        }
    }
}
