/*
 * stated.c — the figures that a plan states.  Layer: check.
 *
 * Requires: a built model. Provides: each stated quantity once. Linear in facts and cells.
 */
#include "check/stated.h"

#include "base/utf8.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };

static bool is_quantity(uint8_t kind)
{
    return kind == VAL_NUMBER || kind == VAL_RANGE || kind == VAL_RATIO;
}

/* Declares words and codes of the language, not figures of a plan. */
static bool is_apparatus(const Model *m, DeclId d)
{
    uint8_t kind = m->kinds.at[d];
    return kind == K_MEASURE_UNIT || kind == K_CATALOGUE || kind == K_RULE || kind == K_PROJECT;
}

bool stated_like_year(const Value *v)
{
    int64_t n;
    return v->kind == VAL_NUMBER && v->num.scale == 0 &&
           (v->flags & (VALF_UNIT | VALF_GROUPED4)) == 0 && decimal_to_int64(v->num, &n) &&
           n >= FIRST_YEAR && n <= LAST_YEAR;
}

/* --- properties and prose ---------------------------------------------------------------- */

static bool is_figure_key(uint16_t key)
{
    return key != P_SCALE && key != P_PRECISION && key != P_FACTOR;
}

static bool is_stated_fact(const Model *m, const Fact *f)
{
    if (!is_quantity(f->value.kind) || is_apparatus(m, f->scope))
        return false;
    if (f->owner == FACT_INLINE) {
        Value v = fact_value(m, f);
        return !stated_like_year(&v) || f->equation;
    }
    if (f->owner != FACT_PROP || f->prop == 0)
        return false;
    const Prop *p = model_prop(m, f->prop);
    return is_figure_key(p->key) && vocab_is_figure(vocab_term(p->term)->type);
}

/* --- tables ------------------------------------------------------------------------------ */

/* A column of numbers that only name things: Nr., Prosjektnr, Kode. Most heads (2018, Beløp) are
 * none by their last letter. */
static bool is_numbering(Arena *scratch, Str head)
{
    static const char last_letters[] = "rR.eEoOdDiItT";
    static const char words[][12] = {"nr",   "nr.", "nummer", "kode",      "no", "no.", "number",
                                     "code", "id",  "pri",    "prioritet", "år", "year"};
    char last = head.len == 0 ? '-' : head.ptr[head.len - 1];
    if ((unsigned char)last > ' ' && (unsigned char)last < 0x80 &&
        strchr(last_letters, last) == NULL)
        return false;
    Str folded = utf8_fold(scratch, head);
    for (size_t i = 0; folded.len > 0 && i < sizeof words / sizeof *words; i++)
        if (folded.len < sizeof *words && words[i][0] == folded.ptr[0] &&
            str_eq(folded, str_from(words[i])))
            return true;
    return str_ends(folded, STR("nr")) || str_ends(folded, STR("nr.")) ||
           str_ends(folded, STR("nummer")) || str_ends(folded, STR("kode"));
}

static bool is_figure_column(const Model *m, const Column *c)
{
    if (c->use != COL_VALUE && c->use != COL_SUM && c->use != COL_PROP)
        return false;
    if (c->term != 0)
        return is_figure_key(c->key) && vocab_is_figure(vocab_term(c->term)->type);
    return !is_numbering(m->scratch, c->head) && !is_numbering(m->scratch, c->label);
}

bool stated_cell(const Model *m, const Table *t, uint32_t row, uint32_t col)
{
    const CellSlot *c = table_slot(t, row, col);
    return t->rows.at[row].role != ROLE_GROUP &&
           (c->kind == CELL_PLAIN ||
            (c->kind == CELL_FACT &&
             is_quantity(model_fact(m, table_cell(t, row, col).fact)->value.kind)));
}

/* As is told without asking for its value. */
static bool is_no_year(const CellSlot *c)
{
    return c->kind == CELL_PLAIN && !c->is_wide &&
           (c->scale != 0 || c->coef < FIRST_YEAR || c->coef > LAST_YEAR);
}

/* Nothing in it but years, under a head that says nothing of them: Ferdig. */
static bool is_column_of_years(const Model *m, const Table *t, uint32_t col)
{
    if (t->cols.at[col].term != 0)
        return false;
    for (uint32_t row = 0; row < t->rows.len; row++) {
        if (is_no_year(table_slot(t, row, col)))
            return false;
        Value v = cell_value(m, t, row, col);
        bool count = v.unit == 0 || unit_get(&m->units, v.unit)->dim == E_DIMENSION_COUNT;
        if (is_quantity(v.kind) && !(count && stated_like_year(&v)))
            return false;
    }
    return true;
}

void stated_facts(const Model *m, StatedVisit *visit, void *context)
{
    bool any = m->fact_more.len > 1; /* where the number of a figure stands */
    for (FactId id = 1; any && id < m->facts.len; id++)
        if (is_stated_fact(m, model_fact(m, id)))
            visit(context, figure_fact(id));
}

/* Which columns of a head hold figures. */
typedef struct HeadFigures {
    const Column *of; /* NULL: none yet */
    VEC(bool) columns;
} HeadFigures;

static void look_at_head(const Model *m, ColumnList cols, HeadFigures *head)
{
    if (head->of == cols.at)
        return; /* most tables have the head of the one before */
    head->of = cols.at;
    head->columns.len = 0;
    for (uint32_t col = 0; col < cols.len; col++)
        *vec_push(m->scratch, &head->columns) = is_figure_column(m, &cols.at[col]);
}

void stated_columns(const Model *m, StatedColumn *visit, void *context)
{
    HeadFigures head = {0};
    for (TableId id = 1; id < m->tables.len; id++) {
        const Table *t = model_table(m, id);
        if (is_apparatus(m, t->decl))
            continue;
        look_at_head(m, t->cols, &head);
        for (uint32_t col = 0; col < head.columns.len; col++)
            if (head.columns.at[col] && !is_column_of_years(m, t, col))
                visit(context, id, (uint16_t)col);
    }
}

typedef struct Each {
    const Model *m;
    StatedVisit *visit;
    void *context;
} Each;

static void visit_cells(void *context, TableId id, uint16_t col)
{
    const Each *each = context;
    const Table *t = model_table(each->m, id);
    for (uint32_t row = 0; row < t->rows.len; row++)
        if (stated_cell(each->m, t, row, col))
            each->visit(each->context, check_cell(t, id, row, col));
}

void stated_each(const Model *m, StatedVisit *visit, void *context)
{
    Each each = {m, visit, context};
    stated_facts(m, visit, context);
    stated_columns(m, visit_cells, &each);
}

/* --- of a figure ------------------------------------------------------------------------- */

int stated_year(const Model *m, FigRef f)
{
    const Fact *fact = model_fact(m, f.fact);
    FigRef cell = figure_place(m, f);
    if (f.fact != 0 && fact->owner == FACT_PROP && fact->prop != 0)
        return period_first_year(model_prop(m, fact->prop)->index.period);
    if (cell.table == 0)
        return 0;
    return period_first_year(model_table(m, cell.table)->cols.at[cell.col].index.period);
}
