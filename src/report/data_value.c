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

void data_date(Maker *mk, RecordKey key, Date date)
{
    if (date.year == 0)
        return;
    char digits[8], text[] = "0000-00-00";
    uint32_t number = (uint32_t)date.year * 10000u + date.month * 100u + date.day;
    bytes_store(digits, digits_eight(number) | BYTES_ONES * '0');
    memcpy(text, digits, 4);
    memcpy(text + 5, digits + 4, 2);
    memcpy(text + 8, digits + 6, 2);
    data_name(mk, key, (Str){text, sizeof text - 1});
}

static void put_period(Maker *mk, Period p, Str text)
{
    data_open(mk, KEY_period, NEST_OBJECT);
    data_name(mk, KEY_kind, str_from(period_names[p.kind]));
    data_date(mk, KEY_from, p.from);
    data_date(mk, KEY_to, p.to);
    data_text(mk, KEY_text, text);
    data_close(mk, NEST_OBJECT);
}

void data_version(Maker *mk, Index index)
{
    static const char *const versions[] = {[VER_NONE] = "",
                                           [VER_BUDGET] = "budget",
                                           [VER_ACCOUNTS] = "accounts",
                                           [VER_REVISED] = "revised",
                                           [VER_FORECAST] = "forecast",
                                           [VER_ORIGINAL] = "original",
                                           [VER_PROPOSAL] = "proposal",
                                           [VER_PLAN] = "plan",
                                           [VER_TOTAL] = "total"};
    if (index.version != VER_NONE && index.version < sizeof versions / sizeof versions[0])
        data_name(mk, KEY_version, str_from(versions[index.version]));
}

void data_index(Maker *mk, Index index, Str written)
{
    if (index.period.kind != PERIOD_NONE)
        put_period(mk, index.period, written);
    data_version(mk, index);
}

/* --- values ---------------------------------------------------------------------------------- */

Str data_value_name(const Value *v)
{
    static const Str names[] = {
        [VAL_BLANK] = STR_INIT("blank"), [VAL_NUMBER] = STR_INIT("number"),
        [VAL_RANGE] = STR_INIT("range"), [VAL_MISSING] = STR_INIT("missing"),
        [VAL_NIL] = STR_INIT("nil"), [VAL_TEXT] = STR_INIT("text"),
        [VAL_WORDS] = STR_INIT("words"), [VAL_PERIOD] = STR_INIT("period"),
        [VAL_ENUM] = STR_INIT("word"), [VAL_UNIT] = STR_INIT("unit"),
        [VAL_RATIO] = STR_INIT("ratio"), [VAL_CLOCK] = STR_INIT("clock"),
        [VAL_FORMULA] = STR_INIT("formula"), [VAL_BAD] = STR_INIT("unreadable"),
    };
    return names[v->kind];
}

void data_comparator(Maker *mk, const Value *v)
{
    static const char *const names[] = {
        [CMP_NONE] = "", [CMP_LT] = "<", [CMP_LE] = "<=", [CMP_GT] = ">", [CMP_GE] = ">="};
    if (v->compare != CMP_NONE)
        data_name(mk, KEY_comparator, str_from(names[v->compare]));
}

void data_missing(Maker *mk, const Value *v)
{
    if (v->kind == VAL_MISSING)
        data_text(mk, KEY_missing, v->term != 0 ? vocab_identifier(v->term) : STR("sign"));
}

void data_unit(Maker *mk, RecordKey key, UnitId unit)
{
    if (unit != 0)
        data_text_if(mk, key, unit_get(&mk->m->units, unit)->label);
}

static UnitTold unit_told(Maker *mk, UnitId unit)
{
    while (mk->told.len <= unit)
        (void)vec_push(mk->m->arena, &mk->told);
    UnitTold *told = &mk->told.at[unit];
    if (!told->known) {
        Value one = {.kind = VAL_NUMBER, .unit = unit, .num = decimal_one};
        bool exact = decimal_is_zero(value_step(&mk->m->units, &one));
        *told = (UnitTold){unit_base(&mk->m->units, unit), true, exact};
    }
    return *told;
}

bool data_base_worth(Maker *mk, const Value *v, UnitId *base, Decimal *worth)
{
    *base = unit_told(mk, v->unit).base;
    return *base != v->unit &&
           decimal_mul(v->num, unit_get(&mk->m->units, v->unit)->factor, worth);
}

static void put_base(Maker *mk, const Value *v)
{
    UnitId base;
    Decimal worth;
    if (!data_base_worth(mk, v, &base, &worth))
        return;
    data_open(mk, KEY_base, NEST_OBJECT);
    data_decimal(mk, KEY_decimal, worth);
    data_unit(mk, KEY_unit, base);
    data_close(mk, NEST_OBJECT);
}

void data_number(Maker *mk, const Value *v)
{
    data_decimal(mk, v->kind == VAL_NUMBER ? KEY_decimal : KEY_low, v->num);
    if (v->kind != VAL_NUMBER)
        data_decimal(mk, KEY_high, v->high);
    data_unit(mk, KEY_unit, v->unit);
    if (v->kind != VAL_NUMBER || (v->num.scale == 0 && unit_told(mk, v->unit).exact))
        return;
    Decimal step = value_step(&mk->m->units, v);
    if (!decimal_is_zero(step))
        data_decimal(mk, KEY_step, step);
}

Str data_written(const Maker *mk, Span span)
{
    return str_trim(span_text(mk->m->sources, span));
}

/* What is behind the kind and the text. */
static void put_value(Maker *mk, const Value *v)
{
    if (v->kind == VAL_NUMBER || v->kind == VAL_RANGE || v->kind == VAL_RATIO)
        data_number(mk, v);
    if (v->kind == VAL_NUMBER)
        put_base(mk, v);
    data_comparator(mk, v);
    data_true(mk, KEY_approx, v->approx);
    data_missing(mk, v);
    if (v->kind == VAL_ENUM)
        data_text(mk, KEY_word, str_from(vocab_term(v->term)->key));
    if (v->kind == VAL_UNIT)
        data_unit(mk, KEY_unit, v->unit);
    if (v->kind == VAL_PERIOD)
        put_period(mk, v->period, data_written(mk, v->span));
    if (v->remark.len > 0)
        data_text(mk, KEY_remark, data_written(mk, v->remark));
}

Str data_value_text(const Maker *mk, const Value *v)
{
    return v->kind == VAL_TEXT && v->text.len > 0 ? v->text : data_written(mk, v->span);
}

static void open_value(Maker *mk, RecordKey key, const Value *v)
{
    data_open(mk, key, NEST_OBJECT);
    data_name(mk, KEY_kind, data_value_name(v));
    data_text(mk, KEY_text, data_value_text(mk, v));
    put_value(mk, v);
}

/* `place`: the whole of it, equation included. */
static void close_value(Maker *mk, Span place)
{
    data_place(mk, place);
    data_close(mk, NEST_OBJECT);
}

void data_quantity(Maker *mk, RecordKey key, const Quantity *q)
{
    static const char *const kinds[] = {[QTY_NUMBER] = "number",
                                        [QTY_NONE] = "none",
                                        [QTY_UNKNOWN] = "unknown",
                                        [QTY_BAD] = "unreadable"};
    data_open(mk, key, NEST_OBJECT);
    data_name(mk, KEY_kind, str_from(kinds[q->kind]));
    if (q->kind == QTY_NUMBER) {
        data_text(mk, KEY_text, show_quantity(mk, q));
        data_decimal(mk, KEY_decimal, q->mid);
        if (!q->exact) {
            data_decimal(mk, KEY_low, q->lo);
            data_decimal(mk, KEY_high, q->hi);
        }
        data_unit(mk, KEY_unit, q->unit);
        data_bool(mk, KEY_exact, q->exact);
    }
    data_close(mk, NEST_OBJECT);
}

/* As put_fact, of a bare figure. */
static void put_plain(Maker *mk, const Value *v)
{
    data_open(mk, KEY_NONE, NEST_OBJECT);
    data_name(mk, KEY_kind, STR("number"));
    data_text(mk, KEY_text, data_written(mk, v->span));
    data_number(mk, v);
    put_base(mk, v);
    close_value(mk, v->span);
}

static void put_fact(Maker *mk, RecordKey key, FactId id)
{
    Fact f = *model_fact(mk->m, id);
    Span place = fact_span(mk->m, &f);
    Value v = fact_value(mk->m, &f);
    open_value(mk, key, &v);
    if (f.equation)
        data_text(mk, KEY_equation, data_written(mk, place));
    if (f.value.kind == VAL_FORMULA) {
        Quantity q = eval_figure(mk->m, figure_fact(id));
        data_quantity(mk, KEY_computed, &q);
    }
    if (f.ref != 0)
        data_text(mk, KEY_ref, data_decl_id(mk, f.ref));
    close_value(mk, place);
}

void data_fact(Maker *mk, FactId id)
{
    put_fact(mk, KEY_NONE, id);
}

void data_cell(Maker *mk, TableId table, uint32_t row, uint32_t col)
{
    const Table *t = model_table(mk->m, table);
    Cell c = table_cell(t, row, col);
    if (c.kind == CELL_FACT) {
        put_fact(mk, KEY_NONE, c.fact);
        return;
    }
    if (c.kind == CELL_BLANK) {
        data_null(mk, KEY_NONE);
        return;
    }
    Span place = {t->file, c.off, c.len};
    if (c.kind == CELL_TEXT) {
        data_text(mk, KEY_NONE, data_written(mk, place));
        return;
    }
    Value v = plain_value(t, &c);
    put_plain(mk, &v);
}

/* --- prose ----------------------------------------------------------------------------------- */

static Str prose_text(Maker *mk, uint32_t text)
{
    Buf b;
    buf_init(&b, mk->arena);
    for (uint32_t i = 0; i < mk->m->texts.at[text].pieces.len; i++) {
        TextPiece piece = mk->m->texts.at[text].pieces.at[i];
        buf_str(&b, piece.figure ? show_inline(mk, piece.fact) : piece.literal);
    }
    return buf_view(&b);
}

static void put_inlines(Maker *mk, uint32_t text)
{
    data_open(mk, KEY_figures, NEST_LIST);
    for (uint32_t i = 0; i < mk->m->texts.at[text].pieces.len; i++) {
        TextPiece piece = mk->m->texts.at[text].pieces.at[i];
        if (!piece.figure)
            continue;
        data_open(mk, KEY_NONE, NEST_OBJECT);
        data_text(mk, KEY_printed, show_inline(mk, piece.fact));
        put_fact(mk, KEY_value, piece.fact);
        data_close(mk, NEST_OBJECT);
    }
    data_close(mk, NEST_LIST);
}

static void put_links(Maker *mk, uint32_t text)
{
    data_open(mk, KEY_links, NEST_LIST);
    for (uint32_t i = mk->text_link[text]; i > 0 && i <= mk->m->links.len; i++) {
        const Link *link = &mk->m->links.at[i - 1];
        if (link->text != text)
            break;
        data_open(mk, KEY_NONE, NEST_OBJECT);
        data_text(mk, KEY_target, link->target);
        if (link->decl != 0)
            data_text(mk, KEY_ref, data_decl_id(mk, link->decl));
        data_close(mk, NEST_OBJECT);
    }
    data_close(mk, NEST_LIST);
}

void data_prose(Maker *mk, uint32_t text)
{
    data_open(mk, KEY_NONE, NEST_RECORD);
    data_name(mk, KEY_type, STR("text"));
    data_text(mk, KEY_text, prose_text(mk, text));
    data_place(mk, mk->m->texts.at[text].span);
    put_inlines(mk, text);
    put_links(mk, text);
    data_close(mk, NEST_RECORD);
}
