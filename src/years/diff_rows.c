/*
 * diff_rows.c — the rows and columns of a table beside those of the other plan.  Layer: years.
 *
 * in:  two tables of one breakdown, table or schedule
 * out: which row and which column is which (diff_rows.h)
 *
 * As with things (diff_match.c): round by round, the first of those that are said alike with the
 * first. A row is known within its group and, as a part of a whole, within that whole, so that
 * "Lønn" under two headings are two.
 */
#include "years/diff_rows.h"

#include "base/utf8.h"
#include "value/code_text.h"
#include "years/chains.h"

/* --- keys of rows ---------------------------------------------------------------------------- */

typedef struct RowSide {
    const DiffSide *side;
    const Table *t;
    const uint32_t *other;  /* by row: what it is called in the old table, + 1 */
    const uint32_t *parent; /* by row: row_parent */
} RowSide;

static const uint32_t *parents_of(Arena *a, const Table *t)
{
    uint32_t *parents = arena_array(a, uint32_t, t->rows.len);
    for (uint32_t row = 0; row < t->rows.len; row++)
        parents[row] = row_parent(t, row, row == 0 ? 0 : parents[row - 1]);
    return parents;
}

typedef void PutRowKey(Buf *out, const TablePair *t, const RowSide *s, uint32_t row);

static void put_codes(Buf *out, const TablePair *t, const RowSide *s, uint32_t row)
{
    (void)t;
    Str code;
    uint32_t at;
    for (CodeIter it = {row_codes(s->t, row), 0}; code_next(&it, &code, &at);) {
        buf_str(out, code);
        buf_char(out, '/');
    }
}

static void put_label(Buf *out, const TablePair *t, const RowSide *s, uint32_t row)
{
    (void)t;
    buf_str(out, row_folded(s->side->m, s->t, &s->t->rows.at[row]));
}

static void put_yearless_label(Buf *out, const TablePair *t, const RowSide *s, uint32_t row)
{
    if (diff_of_two_years(t->d))
        diff_put_yearless(out, s->side, row_folded(s->side->m, s->t, &s->t->rows.at[row]));
}

/* A unit under another title is still that unit. */
static void put_thing(Buf *out, const TablePair *t, const RowSide *s, uint32_t row)
{
    DeclId thing = row_decl(s->t, row);
    if (thing != 0 && s->side == &t->d->new)
        thing = s->side->other[thing];
    if (thing != 0)
        buf_int(out, thing);
}

/* The total of a group is its total, whatever it is called. */
static void put_role(Buf *out, const TablePair *t, const RowSide *s, uint32_t row)
{
    (void)t;
    uint8_t role = s->t->rows.at[row].role;
    if (role == ROLE_SUM || role == ROLE_SUBTOTAL || role == ROLE_OPENING || role == ROLE_CLOSING)
        buf_int(out, role);
}

/* What is called nothing: the first such row with the first. */
static void put_unlabelled(Buf *out, const TablePair *t, const RowSide *s, uint32_t row)
{
    (void)t;
    if (row_label(s->t, &s->t->rows.at[row]).len == 0 && row_codes(s->t, row).len == 0)
        buf_char(out, '-');
}

/* --- rounds ---------------------------------------------------------------------------------- */

typedef struct RowMatcher {
    TablePair *t;
    RowSide old, new;
    Interner keys;
    Buf key;
} RowMatcher;

/* What a row stands under, as the old table numbers it; false: under something new. */
static bool put_place(Buf *out, const RowSide *s, bool is_new, uint32_t row)
{
    uint32_t above[] = {s->t->rows.at[row].group, s->parent[row]};
    for (size_t i = 0; i < 2; i++) {
        if (is_new && above[i] != 0 && (above[i] = s->other[above[i] - 1]) == 0)
            return false;
        buf_int(out, above[i]);
        buf_char(out, ' ');
    }
    return true;
}

static Sym key_of(RowMatcher *x, const RowSide *s, uint32_t row, PutRowKey *put)
{
    bool is_new = s == &x->new;
    x->key.len = 0;
    if (!put_place(&x->key, s, is_new, row))
        return 0;
    size_t empty = x->key.len;
    put(&x->key, x->t, s, row);
    return x->key.len == empty ? 0 : interner_add(&x->keys, buf_view(&x->key));
}

/* Is any row found? */
static bool run_round(RowMatcher *x, PutRowKey *put)
{
    TablePair *t = x->t;
    Chains chains;
    bool any = false;
    chains_init(&chains, t->d->arena, t->old->rows.len);
    for (uint32_t row = t->old->rows.len; row-- > 0;) {
        Sym key = t->new_row[row] != 0 ? 0 : key_of(x, &x->old, row, put);
        if (key != 0)
            chains_put(&chains, key, row);
    }
    for (uint32_t row = 0; !chains_are_empty(&chains) && row < t->new->rows.len; row++) {
        Sym key = t->old_row[row] != 0 ? 0 : key_of(x, &x->new, row, put);
        uint32_t found = key == 0 ? 0 : chains_take(&chains, key);
        if (found == 0)
            continue;
        t->old_row[row] = found;
        t->new_row[found - 1] = row + 1;
        any = true;
    }
    return any;
}

/* What stands under a row that only a later round finds is sought again. */
static void run_rounds(RowMatcher *x)
{
    static PutRowKey *const rounds[] = {put_codes, put_label, put_yearless_label,
                                        put_thing, put_role,  put_unlabelled};
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++)
            again = (run_round(x, rounds[i]) && i > 0) || again;
    }
}

/* --- codes that KOSTRA has replaced ---------------------------------------------------------- */

/* The catalogue of the rows' codes; NULL: they have none. */
static const Catalogue *catalogue_of(const Table *t)
{
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Term *term = vocab_term(t->cols.at[c].term);
        if (t->cols.at[c].use == COL_LABEL && term->type == VT_CODE)
            return catalogue_named(vocab_catalogue_name((CatalogueId)term->type_arg));
    }
    return NULL;
}

/* The one code of a row; empty: none, or several. */
static Str only_code(const Table *t, uint32_t row)
{
    Str code = STR_NONE, other;
    uint32_t at;
    CodeIter it = {row_codes(t, row), 0};
    return code_next(&it, &code, &at) && !code_next(&it, &other, &at) ? code : STR_NONE;
}

static U32Map new_codes(RowMatcher *x)
{
    U32Map rows;
    u32map_init(&rows, x->t->d->arena);
    for (uint32_t row = x->t->new->rows.len; row-- > 0;) {
        Str code = x->t->old_row[row] != 0 ? STR_NONE : only_code(x->t->new, row);
        if (code.len > 0)
            *u32map_put(&rows, interner_add(&x->keys, code)) = row + 1;
    }
    return rows;
}

static void find_heirs(RowMatcher *x, const Catalogue *catalogue, const U32Map *rows, uint32_t row)
{
    const CatEntry *entry = NULL;
    bool known;
    Str code, heir;
    uint32_t at;
    code = x->t->new_row[row] != 0 ? STR_NONE : only_code(x->t->old, row);
    if (code.len == 0 || !catalogue_find(catalogue, code, x->old.side->year, &entry, &known))
        return;
    for (CodeIter it = {entry->successors, 0}; code_next(&it, &heir, &at);) {
        const uint32_t *found = u32map_get(rows, interner_add(&x->keys, heir));
        if (found == NULL || x->t->heir_of[*found - 1] != 0)
            continue;
        x->t->heir_of[*found - 1] = row + 1;
        if (x->t->new_row[row] == 0)
            x->t->new_row[row] = *found;
    }
}

void rows_align(TablePair *t)
{
    Arena *a = t->d->arena;
    RowMatcher x = {.t = t,
                    .old = {&t->d->old, t->old, t->new_row, parents_of(a, t->old)},
                    .new = {&t->d->new, t->new, t->old_row, parents_of(a, t->new)}};
    interner_init(&x.keys, a);
    buf_init(&x.key, a);
    run_rounds(&x);
    const Catalogue *catalogue = catalogue_of(t->old);
    if (catalogue == NULL)
        return;
    U32Map rows = new_codes(&x);
    for (uint32_t row = 0; row < t->old->rows.len; row++)
        find_heirs(&x, catalogue, &rows, row);
}

/* --- columns --------------------------------------------------------------------------------- */

bool column_compared(const Column *c)
{
    return c->use == COL_VALUE || c->use == COL_SUM || c->use == COL_PROP;
}

static bool has_time(const Column *c)
{
    return c->index.period.kind != PERIOD_NONE || c->index.version != VER_NONE;
}

/* Of two rows of heads the upper one parts columns of one time: Oppegård 2016, Ski 2016. */
static Sym column_key(const TablePair *t, Interner *keys, const DiffSide *side, const Column *c)
{
    Buf key;
    buf_init(&key, t->d->arena);
    if (has_time(c) || c->key != 0)
        buf_printf(&key, "%d %llu ", c->use == COL_SUM,
                   (unsigned long long)diff_time_key(c->key, c->index));
    if (!has_time(c) && c->key == 0)
        buf_str(&key, interner_text(&side->m->syms, c->sym));
    buf_str(&key, utf8_fold(side->m->scratch, c->upper));
    return key.len == 0 ? 0 : interner_add(keys, buf_view(&key));
}

static void join_columns(TablePair *t, uint32_t old, uint32_t new)
{
    t->old_col[new] = old + 1;
    t->new_col[old] = new + 1;
}

/* The only one that is left on a side; 0: none, or several. */
static uint32_t only_left(const Table *t, const uint32_t *other)
{
    uint32_t left = 0, count = 0;
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (column_compared(&t->cols.at[c]) && other[c] == 0 && !has_time(&t->cols.at[c])) {
            left = c + 1;
            count++;
        }
    return count == 1 ? left : 0;
}

/* Of the old columns of the same kind, the last year before that of the new one. */
static uint32_t year_before(const TablePair *t, const Column *c)
{
    uint32_t best = 0;
    int year = period_first_year(c->index.period);
    for (uint32_t i = 0; c->index.period.kind == PERIOD_YEAR && i < t->old->cols.len; i++) {
        const Column *o = &t->old->cols.at[i];
        if (!column_compared(o) || o->key != c->key || o->index.version != c->index.version ||
            o->index.period.kind != PERIOD_YEAR ||
            !utf8_eq_fold(t->d->new.m->scratch, o->upper, c->upper))
            continue;
        int said = period_first_year(o->index.period);
        if (said < year &&
            (best == 0 || said > period_first_year(t->old->cols.at[best - 1].index.period)))
            best = i + 1;
    }
    return best;
}

/* The first of those that are headed alike with the first. */
static void match_columns(TablePair *t)
{
    Interner keys;
    Chains chains;
    interner_init(&keys, t->d->arena);
    chains_init(&chains, t->d->arena, t->old->cols.len);
    for (uint32_t c = t->old->cols.len; c-- > 0;) {
        const Column *col = &t->old->cols.at[c];
        if (column_compared(col))
            chains_put(&chains, column_key(t, &keys, &t->d->old, col), c);
    }
    for (uint32_t c = 0; c < t->new->cols.len; c++) {
        const Column *col = &t->new->cols.at[c];
        if (!column_compared(col))
            continue;
        uint32_t found = chains_take(&chains, column_key(t, &keys, &t->d->new, col));
        if (found != 0)
            join_columns(t, found - 1, c);
    }
}

/* A column that nobody has filled in yet is no step from the year before. */
static bool has_cells(const Table *t, uint32_t col)
{
    for (uint32_t row = 0; row < t->rows.len; row++)
        if (table_cell_kind(t, row, col) != CELL_BLANK)
            return true;
    return false;
}

void columns_align(TablePair *t)
{
    match_columns(t);
    uint32_t old = only_left(t->old, t->new_col), new = only_left(t->new, t->old_col);
    if (old != 0 && new != 0)
        join_columns(t, old - 1, new - 1);
    for (uint32_t c = 0; diff_of_two_years(t->d) && c < t->new->cols.len; c++) {
        if (!column_compared(&t->new->cols.at[c]) || t->old_col[c] != 0 || !has_cells(t->new, c))
            continue;
        t->old_col[c] = year_before(t, &t->new->cols.at[c]);
        t->step_col[c] = t->old_col[c] != 0;
    }
}
