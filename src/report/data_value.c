/*
 * data_value.c — values, periods and prose as records.  Layer: report.
 */
#include "report/data.h"

#include "model/eval.h"

/* --- periods --------------------------------------------------------------------------------- */

static const char *const period_names[] = {
    [PERIOD_NONE] = "none",     [PERIOD_YEAR] = "year", [PERIOD_YEARS] = "years",
    [PERIOD_PART] = "part",     [PERIOD_DATE] = "date", [PERIOD_LAST] = "last",
    [PERIOD_YEARLY] = "yearly", [PERIOD_OPEN] = "open",
};

static void put_date(Maker *mk, Data *up, const char *key, Date date)
{
    if (date.year == 0)
        return;
    Buf b;
    buf_init(&b, mk->arena);
    buf_printf(&b, "%04d-%02d-%02d", (int)date.year, (int)date.month, (int)date.day);
    data_text(mk, up, key, buf_view(&b));
}

void data_period(Maker *mk, Data *up, const char *key, Period p, Str text)
{
    Data *o = data_add(mk, up, key, DATA_OBJECT);
    data_text(mk, o, "kind", str_from(period_names[p.kind]));
    put_date(mk, o, "from", p.from);
    put_date(mk, o, "to", p.to);
    data_text(mk, o, "text", text);
}

void data_index(Maker *mk, Data *up, Index index, Str written)
{
    if (index.period.kind != PERIOD_NONE)
        data_period(mk, up, "period", index.period, written);
    if (index.version == 0)
        return;
    static const char *const versions[] = {[VER_NONE] = "",
                                           [VER_BUDGET] = "budget",
                                           [VER_ACCOUNTS] = "accounts",
                                           [VER_REVISED] = "revised",
                                           [VER_FORECAST] = "forecast",
                                           [VER_ORIGINAL] = "original",
                                           [VER_PROPOSAL] = "proposal",
                                           [VER_PLAN] = "plan",
                                           [VER_TOTAL] = "total"};
    if (index.version < sizeof versions / sizeof versions[0])
        data_text(mk, up, "version", str_from(versions[index.version]));
}

/* --- values ---------------------------------------------------------------------------------- */

static const char *const value_names[] = {
    [VAL_BLANK] = "blank",     [VAL_NUMBER] = "number",  [VAL_RANGE] = "range",
    [VAL_MISSING] = "missing", [VAL_NIL] = "nil",        [VAL_TEXT] = "text",
    [VAL_WORDS] = "words",     [VAL_PERIOD] = "period",  [VAL_ENUM] = "word",
    [VAL_UNIT] = "unit",       [VAL_RATIO] = "ratio",    [VAL_CLOCK] = "clock",
    [VAL_FORMULA] = "formula", [VAL_BAD] = "unreadable",
};

static const char *const compare_names[] = {
    [CMP_NONE] = "", [CMP_LT] = "<", [CMP_LE] = "<=", [CMP_GT] = ">", [CMP_GE] = ">="};

static void put_unit(Maker *mk, Data *up, const char *key, UnitId unit)
{
    if (unit != 0)
        data_text_if(mk, up, key, unit_get(&mk->m->units, unit)->label);
}

/* What the figure is worth in the base unit, where it is stated in another one: figures in kr, 1000
 * kr and mill. kr can then be added up by those who know nothing of units. */
static void put_base(Maker *mk, Data *o, const Value *v)
{
    Decimal worth;
    UnitId base = unit_base(&mk->m->units, v->unit);
    if (base == v->unit ||
        !decimal_mul(v->num, unit_get(&mk->m->units, v->unit)->factor, &worth))
        return;
    Data *in_base = data_add(mk, o, "base", DATA_OBJECT);
    data_decimal(mk, in_base, "decimal", worth);
    put_unit(mk, in_base, "unit", base);
}

static void put_number(Maker *mk, Data *o, const Value *v)
{
    Decimal zero = decimal_zero;
    data_decimal(mk, o, v->kind == VAL_NUMBER ? "decimal" : "low", v->num);
    if (v->kind != VAL_NUMBER)
        data_decimal(mk, o, "high", v->high);
    put_unit(mk, o, "unit", v->unit);
    Decimal step = value_step(&mk->m->units, v);
    if (v->kind == VAL_NUMBER && decimal_cmp(step, zero) != 0)
        data_decimal(mk, o, "step", step);
    if (v->kind == VAL_NUMBER)
        put_base(mk, o, v);
}

/* What is behind the kind and the text; `stands` is the whole place, equation included. */
static void put_value(Maker *mk, Data *o, const Value *v)
{
    if (v->kind == VAL_NUMBER || v->kind == VAL_RANGE || v->kind == VAL_RATIO)
        put_number(mk, o, v);
    if (v->compare != CMP_NONE)
        data_text(mk, o, "comparator", str_from(compare_names[v->compare]));
    data_true(mk, o, "approx", v->approx);
    if (v->kind == VAL_MISSING)
        data_text(mk, o, "missing", v->term != 0 ? data_term_id(v->term) : STR("sign"));
    if (v->kind == VAL_ENUM)
        data_text(mk, o, "word", str_from(vocab_term(v->term)->key));
    if (v->kind == VAL_UNIT)
        put_unit(mk, o, "unit", v->unit);
    if (v->kind == VAL_PERIOD)
        data_period(mk, o, "period", v->period, str_trim(span_text(mk->m->sources, v->span)));
    if (v->remark.len > 0)
        data_text(mk, o, "remark", str_trim(span_text(mk->m->sources, v->remark)));
}

static Data *open_value(Maker *mk, Data *up, const char *key, const Value *v)
{
    Data *o = data_add(mk, up, key, DATA_OBJECT);
    data_text(mk, o, "kind", str_from(value_names[v->kind]));
    Str text = v->kind == VAL_TEXT && v->text.len > 0
                   ? v->text
                   : str_trim(span_text(mk->m->sources, v->span));
    data_text(mk, o, "text", text);
    put_value(mk, o, v);
    return o;
}

void data_quantity(Maker *mk, Data *up, const char *key, const Quantity *q)
{
    static const char *const kinds[] = {[QTY_NUMBER] = "number",
                                        [QTY_NONE] = "none",
                                        [QTY_UNKNOWN] = "unknown",
                                        [QTY_BAD] = "unreadable"};
    Data *o = data_add(mk, up, key, DATA_OBJECT);
    data_text(mk, o, "kind", str_from(kinds[q->kind]));
    if (q->kind != QTY_NUMBER)
        return;
    data_text(mk, o, "text", show_quantity(mk, q));
    data_decimal(mk, o, "decimal", q->mid);
    if (!q->exact) {
        data_decimal(mk, o, "low", q->lo);
        data_decimal(mk, o, "high", q->hi);
    }
    put_unit(mk, o, "unit", q->unit);
    data_bool(mk, o, "exact", q->exact);
}

static void put_fact(Maker *mk, Data *up, const char *key, FactId id)
{
    Fact f = *model_fact(mk->m, id);
    if (f.value.kind == VAL_FORMULA && f.value.span.len == 0)
        f.value.span = f.span;
    Data *o = open_value(mk, up, key, &f.value);
    if (f.equation)
        data_text(mk, o, "equation", str_trim(span_text(mk->m->sources, f.span)));
    if (f.value.kind == VAL_FORMULA) {
        Quantity q = eval_figure(mk->m, figure_fact(id));
        data_quantity(mk, o, "computed", &q);
    }
    if (f.ref != 0)
        data_text(mk, o, "ref", data_decl_id(mk, f.ref));
    data_place(mk, o, "place", f.span);
}

void data_fact(Maker *mk, Data *array, FactId id)
{
    put_fact(mk, array, NULL, id);
}

void data_cell(Maker *mk, Data *up, const char *key, TableId table, uint32_t row, uint32_t col)
{
    const Table *t = model_table(mk->m, table);
    Cell c = table_cell(t, row, col);
    if (c.kind == CELL_FACT) {
        put_fact(mk, up, key, c.fact);
        return;
    }
    if (c.kind == CELL_BLANK) {
        data_add(mk, up, key, DATA_NULL);
        return;
    }
    Span place = {t->file, c.off, c.len};
    Value v = {.kind = VAL_TEXT, .span = place};
    if (c.kind == CELL_PLAIN)
        v = cell_value(mk->m, t, row, col);
    v.span = place;
    data_place(mk, open_value(mk, up, key, &v), "place", place);
}

/* --- prose ----------------------------------------------------------------------------------- */

static void put_inline(Maker *mk, Data *array, Str *printed, FactId id)
{
    *printed = show_inline(mk, id);
    Data *o = data_add(mk, array, NULL, DATA_OBJECT);
    data_text(mk, o, "printed", *printed);
    put_fact(mk, o, "value", id);
}

void data_prose(Maker *mk, Data *up, uint32_t text)
{
    Data *o = data_add(mk, up, NULL, DATA_OBJECT);
    data_text(mk, o, "type", STR("text"));
    Data *body = data_add(mk, o, "text", DATA_TEXT);
    data_place(mk, o, "place", mk->m->texts.at[text].span);
    Data *figures = data_add(mk, o, "figures", DATA_ARRAY);
    Buf b;
    buf_init(&b, mk->arena);
    for (uint32_t i = 0; i < mk->m->texts.at[text].pieces.len; i++) {
        TextPiece piece = mk->m->texts.at[text].pieces.at[i];
        Str printed = piece.literal;
        if (piece.figure)
            put_inline(mk, figures, &printed, piece.fact);
        buf_str(&b, printed);
    }
    body->text = buf_view(&b);
    Data *links = data_add(mk, o, "links", DATA_ARRAY);
    for (uint32_t i = mk->text_link[text]; i > 0 && i <= mk->m->links.len; i++) {
        const Link *link = &mk->m->links.at[i - 1];
        if (link->text != text)
            break;
        Data *l = data_add(mk, links, NULL, DATA_OBJECT);
        data_text(mk, l, "target", link->target);
        if (link->decl != 0)
            data_text(mk, l, "ref", data_decl_id(mk, link->decl));
    }
}
