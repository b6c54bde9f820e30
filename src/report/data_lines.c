/*
 * data_lines.c — the figures of a document, each by itself.  Layer: report.
 *
 * in:  the model
 * out: an object for each figure that a property or a cell states, with all that says which figure
 *      it is: so the lines of many plans can be searched in one heap.
 */
#include "report/data.h"

#include "model/eval.h"

/* What the figures of a thing have in common. */
typedef struct LinePlace {
    Str municipality, year, document; /* of the plan */
    DeclId thing;
} LinePlace;

/* Where a figure stands in its thing: a property, or a cell of its table. */
typedef struct LineSpot {
    PropId prop; /* 0: a cell */
    TableId table;
    uint32_t row, col;
} LineSpot;

/* What one says of a figure, which is a fact or a bare cell. */
typedef struct LineFigure {
    Value value;
    Span place;
    FactId fact; /* 0: none */
} LineFigure;

/* --- which figure ---------------------------------------------------------------------------- */

/* What the plan says first of a property. */
static Str of_plan(const Maker *mk, uint16_t key)
{
    const Fact *f = decl_fact(mk->m, mk->top, key);
    if (f == NULL)
        return STR_NONE;
    Value v = fact_value(mk->m, f);
    return data_value_text(mk, &v);
}

static void put_plan(Maker *mk)
{
    data_text_if(mk, KEY_municipality, mk->line->municipality);
    data_text_if(mk, KEY_year, mk->line->year);
    data_text_if(mk, KEY_document, mk->line->document);
    if (mk->top != 0)
        data_name(mk, KEY_document_kind, vocab_identifier(model_decl(mk->m, mk->top)->term));
}

static void put_thing(Maker *mk)
{
    const Decl *d = model_decl(mk->m, mk->line->thing);
    data_name(mk, KEY_kind, vocab_identifier(d->term));
    data_text(mk, KEY_id, data_decl_id(mk, mk->line->thing));
    data_text_if(mk, KEY_title, d->title);
}

static void put_when(Maker *mk, Index index, Str written)
{
    if (index.period.kind != PERIOD_NONE) {
        data_text_if(mk, KEY_period, written);
        data_date(mk, KEY_from, index.period.from);
        data_date(mk, KEY_to, index.period.to);
    }
    data_version(mk, index);
}

static void put_spot(Maker *mk, const LineSpot *spot)
{
    if (spot->prop != 0) {
        const Prop *p = model_prop(mk->m, spot->prop);
        data_name(mk, KEY_property, vocab_identifier(p->term));
        put_when(mk, p->index, span_text(mk->m->sources, p->key_span));
        return;
    }
    const Table *t = model_table(mk->m, spot->table);
    const Row *row = &t->rows.at[spot->row];
    const Column *col = &t->cols.at[spot->col];
    data_text_if(mk, KEY_row, row_label(t, row));
    data_name(mk, KEY_role, data_role(row));
    data_text_if(mk, KEY_codes, row_codes(t, spot->row));
    data_text_if(mk, KEY_head, col->label);
    put_when(mk, col->index, col->head);
}

/* --- what it says ---------------------------------------------------------------------------- */

static bool is_figure(const Value *v)
{
    return v->kind == VAL_NUMBER || v->kind == VAL_RANGE || v->kind == VAL_RATIO ||
           v->kind == VAL_FORMULA || v->kind == VAL_MISSING || v->kind == VAL_NIL;
}

/* The formula that it is held against, and what it comes to where it is nothing else. */
static void put_formula(Maker *mk, const LineFigure *figure)
{
    if (figure->fact == 0)
        return;
    if (model_fact(mk->m, figure->fact)->equation)
        data_text_if(mk, KEY_equation, data_written(mk, figure->place));
    data_true(mk, KEY_approx, figure->value.approx);
    if (figure->value.kind != VAL_FORMULA)
        return;
    Quantity q = eval_figure(mk->m, figure_fact(figure->fact));
    if (q.kind != QTY_NUMBER)
        return;
    data_decimal(mk, KEY_computed, q.mid);
    data_unit(mk, KEY_computed_unit, q.unit);
}

static void put_base(Maker *mk, const Value *v)
{
    UnitId unit;
    Decimal worth;
    if (!data_base_worth(mk, v, &unit, &worth)) {
        unit = v->unit;
        worth = v->num;
    }
    data_decimal(mk, KEY_base, worth);
    data_unit(mk, KEY_base_unit, unit);
}

static void put_figure(Maker *mk, const LineFigure *figure)
{
    const Value *v = &figure->value;
    bool number = v->kind == VAL_NUMBER || v->kind == VAL_RANGE || v->kind == VAL_RATIO;
    data_name(mk, KEY_value, data_value_name(v));
    data_text_if(mk, KEY_text, data_value_text(mk, v));
    if (number)
        data_number(mk, v);
    data_comparator(mk, v);
    data_missing(mk, v);
    put_formula(mk, figure);
    if (v->kind == VAL_NUMBER)
        put_base(mk, v);
    if (span_is_none(figure->place))
        return;
    data_text(mk, KEY_file, sources_get(mk->m->sources, figure->place.file)->name);
    data_line(mk, figure->place);
}

/* --- lines ----------------------------------------------------------------------------------- */

static void put_line(Maker *mk, const LineSpot *spot, const LineFigure *figure)
{
    data_rest(mk);
    data_open(mk, KEY_NONE, NEST_OBJECT);
    put_plan(mk);
    put_thing(mk);
    put_spot(mk, spot);
    put_figure(mk, figure);
    data_close(mk, NEST_OBJECT);
    buf_char(mk->to.out, '\n');
    mk->to.comma = false;
}

static void put_fact(Maker *mk, const LineSpot *spot, FactId id)
{
    Fact f = *model_fact(mk->m, id); /* evaluating may move it */
    LineFigure figure = {fact_value(mk->m, &f), fact_span(mk->m, &f), id};
    if (is_figure(&figure.value))
        put_line(mk, spot, &figure);
}

static void put_properties(Maker *mk, DeclId d)
{
    for (PropId id = model_decl(mk->m, d)->first_prop; id != 0; id = model_prop(mk->m, id)->next) {
        LineSpot spot = {.prop = id};
        FactId first = model_prop(mk->m, id)->first;
        uint32_t count = model_prop(mk->m, id)->count;
        for (uint32_t i = 0; i < count; i++)
            put_fact(mk, &spot, first + i);
    }
}

/* The property of a thing that a row declares stands among that thing's own, too: told there. */
static bool is_told_twice(const Table *t, uint32_t row, uint32_t col)
{
    return t->declares && row_decl(t, row) != 0 && t->cols.at[col].use == COL_PROP;
}

static void put_cell(Maker *mk, const LineSpot *spot)
{
    const Table *t = model_table(mk->m, spot->table);
    Cell c = table_cell(t, spot->row, spot->col);
    if (is_told_twice(t, spot->row, spot->col))
        return;
    if (c.kind == CELL_FACT) {
        put_fact(mk, spot, c.fact);
    } else if (c.kind == CELL_PLAIN) {
        LineFigure figure = {.value = plain_value(t, &c)};
        figure.place = figure.value.span;
        put_line(mk, spot, &figure);
    }
}

static void put_table(Maker *mk, TableId id)
{
    LineSpot spot = {.table = id};
    for (spot.row = 0; spot.row < model_table(mk->m, id)->rows.len; spot.row++)
        for (spot.col = 0; spot.col < model_table(mk->m, id)->cols.len; spot.col++)
            put_cell(mk, &spot);
}

static void put_thing_lines(Maker *mk, DeclId d);

static const DataTeller lines = {put_thing_lines, NULL, put_table};

static void put_thing_lines(Maker *mk, DeclId d)
{
    if (mk->depth >= REPORT_MAX_DEPTH)
        return;
    DeclId around = mk->line->thing;
    mk->line->thing = d;
    mk->depth++;
    put_properties(mk, d);
    data_contents(mk, d, &lines);
    mk->depth--;
    mk->line->thing = around;
}

void data_lines(Maker *mk, DocId root)
{
    LinePlace line = {0};
    if (mk->top != 0) {
        line.municipality = of_plan(mk, P_MUNICIPALITY);
        line.year = of_plan(mk, P_YEAR);
        line.document = str_dup(mk->m->arena, thing_title(mk, mk->top));
    }
    mk->line = &line;
    data_tops(mk, root, &lines);
    mk->line = NULL;
}
