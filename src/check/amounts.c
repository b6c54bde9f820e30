/*
 * amounts.c — figures in the texts of findings.  Layer: check.
 *
 * Requires: units. Provides: amounts with unit, grouping and hard spaces; and the digits of a
 * figure written anew in the author's own manner, for fixes.
 */
#include "base/utf8.h"
#include "check/shared.h"

static Str print(const Model *m, Decimal in_base, UnitId unit, int at_least)
{
    Buf out;
    buf_init(&out, m->arena);
    int decimals = figure_decimals(&m->units, in_base, unit, at_least);
    figure_print(&out, &m->units, in_base, unit, decimals, LANG_NB);
    return buf_view(&out);
}

/* One end: `< 5 %`, `≥ 170`. */
static Str print_limit(const Model *m, const Quantity *q)
{
    Buf out;
    buf_init(&out, m->arena);
    if (q->has_lo)
        buf_cstr(&out, q->open_lo > 0 ? ">\xC2\xA0" : "≥\xC2\xA0");
    else
        buf_cstr(&out, q->open_hi > 0 ? "<\xC2\xA0" : "≤\xC2\xA0");
    buf_str(&out, print(m, q->has_lo ? q->lo : q->hi, q->unit, q->decimals));
    return buf_view(&out);
}

/* What is known of a figure that nobody tells: 19–23 elever. */
static Str print_bounds(const Model *m, const Quantity *q)
{
    Quantity ends = quantity_ends(&m->units, q);
    Buf out;
    if (!ends.has_lo || !ends.has_hi)
        return print_limit(m, &ends);
    if (decimal_cmp(ends.lo, ends.hi) == 0)
        return print(m, ends.lo, q->unit, q->decimals);
    buf_init(&out, m->arena);
    buf_str(&out, decimal_sign(ends.lo) < 0 ? print(m, ends.lo, q->unit, q->decimals)
                                            : check_number(m, ends.lo, q));
    buf_cstr(&out, "–");
    buf_str(&out, print(m, ends.hi, q->unit, q->decimals));
    return buf_view(&out);
}

Str check_amount(const Model *m, const Quantity *q)
{
    if (quantity_bounded(q))
        return print_bounds(m, q);
    return print(m, q->mid, q->unit, q->decimals);
}

Str check_stated(const Model *m, Span at, const Quantity *q)
{
    return q->kind == QTY_NUMBER ? check_amount(m, q) : span_text(m->sources, at);
}

Str check_amount_as(const Model *m, Decimal in_base, const Quantity *like)
{
    return print(m, decimal_abs(in_base), like->unit, like->decimals);
}

Str check_difference(const Model *m, Decimal in_base, const Quantity *like)
{
    const UnitTable *units = &m->units;
    Quantity told = *like;
    if (like->unit != 0 && units_agree(units, like->unit, units->percent))
        told.unit = units->point;
    return check_amount_as(m, in_base, &told);
}

Str check_slack(const Model *m, Decimal in_base, const Quantity *like)
{
    Decimal in_unit;
    Decimal back;
    Decimal factor = unit_get(&m->units, like->unit)->factor;
    if (decimal_div(in_base, factor, ROUND_DOWN, &in_unit, NULL) &&
        decimal_round(in_unit, like->decimals + 1, ROUND_DOWN, &in_unit) &&
        decimal_mul(in_unit, factor, &back))
        in_base = back;
    return check_amount_as(m, in_base, like);
}

void check_note_rounding(const Model *m, Diag *d, const Quantity *stated, const Quantity *computed,
                         Decimal slack)
{
    Decimal limit = slack;
    if (stated->linear && computed->linear && !decimal_add(stated->half, computed->half, &limit))
        return;
    if (decimal_is_zero(limit) || m->exact_only)
        return;
    Quantity like = *stated;
    const Unit *unit = unit_get(&m->units, stated->unit);
    Decimal thousand;
    if (unit->dim == E_DIMENSION_MONEY && unit->per == 0 &&
        decimal_mul(limit, decimal_int(1000), &thousand) && decimal_cmp(thousand, unit->factor) < 0)
        like.unit = m->units.kr; /* 1,5 kr rather than 0,0000015 mill. kr */
    diag_note(d, N_ROUNDING_ALLOWS);
    diag_str(d, check_amount_as(m, limit, &like));
}

Str check_number(const Model *m, Decimal in_base, const Quantity *like)
{
    Buf out;
    buf_init(&out, m->arena);
    figure_print_bare(&out, &m->units, decimal_abs(in_base), like->unit,
                      figure_decimals(&m->units, in_base, like->unit, like->decimals));
    return buf_view(&out);
}

/* --- writing a figure anew --------------------------------------------------------------- */

/* The run of digits, groups and comma in a figure's text; *blank is the first blank in it. */
static Str digit_run(Str text, Str *blank)
{
    uint32_t from = 0;
    while (from < text.len && !ascii_is_digit(text.ptr[from]))
        from++;
    uint32_t end = from;
    *blank = STR_NONE;
    for (uint32_t i = from; i < text.len;) {
        uint32_t gap = utf8_blank_len(text.ptr + i, str_end(text));
        uint32_t len = gap > 0 ? gap : 1;
        bool joins = gap > 0 || text.ptr[i] == ',';
        if (!ascii_is_digit(text.ptr[i]) &&
            (!joins || i + len >= text.len || !ascii_is_digit(text.ptr[i + len])))
            break;
        if (gap > 0 && blank->len == 0)
            *blank = str_slice(text, i, i + gap);
        i += len;
        end = i;
    }
    return str_slice(text, from, end);
}

/* Is the run nothing but this number? Else it is a date, a range or two figures. */
static bool run_is(const Model *m, Str run, Decimal number)
{
    Buf plain;
    Decimal read;
    buf_init(&plain, m->arena);
    for (uint32_t i = 0; i < run.len; i++)
        if (ascii_is_digit(run.ptr[i]) || run.ptr[i] == ',')
            buf_char(&plain, run.ptr[i]);
    return decimal_parse(buf_view(&plain), &read) && decimal_cmp(read, decimal_abs(number)) == 0;
}

void check_fix(const Model *m, Diag *d, FigRef f, Decimal in_base)
{
    Value v = figure_value(m, f);
    Decimal in_unit;
    bool exact = false;
    if (v.kind != VAL_NUMBER || decimal_sign(in_base) != decimal_sign(v.num))
        return;
    if (!decimal_div(decimal_abs(in_base), unit_get(&m->units, v.unit)->factor, ROUND_HALF_AWAY,
                     &in_unit, &exact))
        return;
    in_unit = decimal_normalize(in_unit);
    if (!exact || in_unit.scale > v.num.scale ||
        !decimal_round(in_unit, v.num.scale, ROUND_HALF_AWAY, &in_unit))
        return;
    Span span = figure_span(m, f);
    Str text = span_text(m->sources, span);
    Str blank;
    Str run = digit_run(text, &blank);
    if (run.len == 0 || !run_is(m, run, v.num))
        return;
    Buf out;
    char group[8] = " ";
    if (blank.len > 0 && blank.len < sizeof group) {
        memcpy(group, blank.ptr, blank.len);
        group[blank.len] = '\0';
    }
    bool grouped = blank.len > 0 || run.len <= 3;
    buf_init(&out, m->arena);
    decimal_put_norwegian(&out, in_unit, grouped ? group : NULL, blank.len > 0);
    diag_fix(d, (Span){span.file, span.off + (uint32_t)(run.ptr - text.ptr), run.len},
             buf_view(&out), F_WRITE);
}

/* --- counting in a headline -------------------------------------------------------------- */

Text3 check_counted(const Model *m, MsgId only_one, MsgId several, uint32_t count, uint32_t of)
{
    Text3 text = {0};
    bool one = count == 1 && of == 1;
    DiagPart part = {.kind = PART_NOTE, .text = one ? only_one : several};
    *vec_push(m->arena, &part.args) = (DiagArg){.kind = ARG_INT, .number = count};
    *vec_push(m->arena, &part.args) = (DiagArg){.kind = ARG_INT, .number = of};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        Buf b;
        buf_init(&b, m->arena);
        diag_part_text(&b, &part, (Lang)lang);
        text.in[lang] = buf_view(&b);
    }
    return text;
}

const char *check_verdict_word(Verdict verdict, Lang lang)
{
    static const char *const words[][LANG_COUNT] = {
        [VERDICT_NONE] = {"ikke avgjort", "ikkje avgjort", "not decided"},
        [VERDICT_EXACT] = {"stemmer nøyaktig", "stemmer nøyaktig", "holds exactly"},
        [VERDICT_ROUNDED] = {"stemmer innenfor avrunding", "stemmer innanfor avrunding",
                             "holds within rounding"},
        [VERDICT_UNLIKELY] = {"er neppe bare avrunding", "er neppe berre avrunding",
                              "is hardly just rounding"},
        [VERDICT_VIOLATED] = {"stemmer ikke", "stemmer ikkje", "does not hold"},
        [VERDICT_UNKNOWN] = {"kan ikke kontrolleres", "kan ikkje kontrollerast",
                             "cannot be checked"},
    };
    return words[verdict][lang];
}

static bool is_scaled(const Quantity *small, const Quantity *large, int64_t factor)
{
    enum { LEAST = 100, ROWS = 5 };
    Decimal product;
    Decimal rest;
    if (decimal_cmp(decimal_abs(small->mid), decimal_int(LEAST)) < 0 ||
        !decimal_mul(small->mid, decimal_int(factor), &product) ||
        !decimal_sub(product, large->mid, &rest))
        return false;
    return decimal_cmp(decimal_abs(rest), decimal_int(ROWS * factor)) <= 0 ||
           (decimal_cmp(large->lo, product) <= 0 && decimal_cmp(product, large->hi) <= 0);
}

const char *check_scale_missing(const Model *m, const Quantity *small, const Quantity *large)
{
    static const struct {
        int64_t factor;
        const char *scale;
    } scales[] = {{1000, "1000 kr"}, {1000000, "mill. kr"}};
    const Unit *unit = unit_get(&m->units, large->unit);
    if (unit->dim != E_DIMENSION_MONEY || unit->per != 0)
        return NULL;
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++)
        if (is_scaled(small, large, scales[i].factor))
            return scales[i].scale;
    return NULL;
}
