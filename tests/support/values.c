/*
 * values.c — a small world in which values can be read.
 */
#include "support/values.h"

#include "base/utf8.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

void world_open(World *w)
{
    memset(w, 0, sizeof *w);
    arena_init(&w->arena, NULL);
    arena_init(&w->scratch, NULL);
    interner_init(&w->syms, &w->arena);
    units_init(&w->units, &w->arena, &w->syms);
    sources_init(&w->sources, &w->arena);
    sink_init(&w->sink, &w->arena, &w->sources);
    w->reader = (Reader){&w->arena, &w->scratch, &w->units, &w->sources, &w->sink};
}

void world_close(World *w)
{
    arena_free(&w->arena);
    arena_free(&w->scratch);
}

UnitId world_unit(World *w, const char *text)
{
    UnitId id = units_read(&w->units, &w->scratch, str_from(text), true);
    ck_assert_msg(id != 0, "no unit: %s", text);
    return id;
}

/* ---- reading --------------------------------------------------------------------------------- */

Value world_read(World *w, const char *text, Slot slot)
{
    /* A copy of its own, so that reading past the end is seen. */
    uint32_t len = (uint32_t)strlen(text);
    char *copy = arena_copy(&w->arena, text, len);
    FileId file = sources_add(&w->sources, STR("test"), STR("test"), copy, len);
    return value_read(&w->reader, (Span){file, 0, len}, slot);
}

const char *decimal_text(World *w, Decimal d)
{
    Buf b;
    buf_init(&b, &w->arena);
    decimal_put_plain(&b, d);
    buf_char(&b, '\0');
    return b.ptr;
}

static void put_unit(World *w, Buf *b, UnitId id)
{
    const Unit *unit = unit_get(&w->units, id);
    Str name = text3_in(&unit->names, LANG_NB);
    if (name.len > 0)
        buf_printf(b, " %.*s", STR_ARG(name));
    if (unit->adhoc)
        buf_cstr(b, "?");
}

static void put_qualities(Buf *b, const Value *v)
{
    static const char *const compare[] = {"", "< ", "<= ", "> ", ">= "};
    buf_cstr(b, compare[v->compare]);
    if (v->approx)
        buf_cstr(b, "~ ");
}

static void put_period(Buf *b, Period p)
{
    static const char *const kinds[] = {"none", "year", "years",  "part",
                                        "date", "last", "yearly", "open"};
    buf_printf(b, "period %s", kinds[p.kind]);
    if (p.kind == PERIOD_LAST)
        buf_printf(b, " %d", p.from.month);
    else
        buf_printf(b, " %d-%d-%d..%d-%d-%d", p.from.year, p.from.month, p.from.day, p.to.year,
                   p.to.month, p.to.day);
}

static void put_value(World *w, Buf *b, const Value *v)
{
    switch ((ValueKind)v->kind) {
    case VAL_BLANK: buf_cstr(b, "blank"); break;
    case VAL_NUMBER:
        buf_cstr(b, "number ");
        put_qualities(b, v);
        buf_cstr(b, decimal_text(w, v->num));
        put_unit(w, b, v->unit);
        break;
    case VAL_RANGE:
        buf_cstr(b, "range ");
        put_qualities(b, v);
        buf_printf(b, "%s..%s", decimal_text(w, v->num), decimal_text(w, v->high));
        put_unit(w, b, v->unit);
        break;
    case VAL_MISSING:
        if (v->missing < MISS_SSB_DOT)
            buf_printf(b, "missing %s", vocab_term(v->term)->key);
        else
            buf_printf(b, "missing %d", v->missing);
        break;
    case VAL_NIL: buf_cstr(b, "nil"); break;
    case VAL_TEXT: buf_printf(b, "text %.*s", STR_ARG(v->text)); break;
    case VAL_WORDS: buf_printf(b, "words %.*s", STR_ARG(v->text)); break;
    case VAL_PERIOD: put_period(b, v->period); break;
    case VAL_ENUM: buf_printf(b, "enum %s %.*s", vocab_term(v->term)->key, STR_ARG(v->text)); break;
    case VAL_UNIT:
        buf_cstr(b, "unit");
        put_unit(w, b, v->unit);
        break;
    case VAL_RATIO:
        buf_printf(b, "ratio %s:%s", decimal_text(w, v->num), decimal_text(w, v->high));
        break;
    case VAL_CLOCK: buf_printf(b, "clock %.*s", STR_ARG(v->text)); break;
    case VAL_FORMULA: buf_printf(b, "formula %.*s", STR_ARG(v->text)); break;
    case VAL_BAD: buf_cstr(b, "bad"); break;
    }
}

static void put_fix(Buf *b, const Diag *d)
{
    for (uint32_t i = 0; i < d->parts.len; i++)
        if (d->parts.at[i].kind == PART_FIX)
            buf_printf(b, " → %.*s", STR_ARG(d->parts.at[i].replacement));
}

const char *world_describe(World *w, const char *text, Slot slot)
{
    uint32_t before = w->sink.list.len;
    Value v = world_read(w, text, slot);
    Buf b;

    buf_init(&b, &w->arena);
    put_value(w, &b, &v);
    if (!span_is_none(v.remark))
        buf_printf(&b, " + %.*s", STR_ARG(span_text(&w->sources, v.remark)));
    for (uint32_t i = before; i < w->sink.list.len; i++) {
        const Diag *d = w->sink.list.at[i];
        buf_printf(&b, " !%s «%.*s»", msg_info(d->code)->name,
                   STR_ARG(span_text(&w->sources, d->span)));
        put_fix(&b, d);
    }
    buf_char(&b, '\0');
    return b.ptr;
}

const char *world_print(World *w, const Value *v, Lang lang)
{
    Buf b;
    buf_init(&b, &w->arena);
    value_print(&b, &w->units, v, lang);
    buf_char(&b, '\0');
    return b.ptr;
}

Quantity world_quantity(World *w, const char *text)
{
    Value v = world_read(w, text, (Slot){.type = VT_QUANTITY});
    ck_assert_msg(v.kind != VAL_BAD && v.kind != VAL_TEXT, "%s", text);
    return quantity_of(&w->units, &v, false);
}

Quantity world_formula(World *w, const char *text)
{
    Value v = world_read(w, text, (Slot){.type = VT_QUANTITY, .in_formula = true});
    ck_assert_msg(v.kind != VAL_BAD && v.kind != VAL_TEXT, "%s", text);
    return quantity_of(&w->units, &v, true);
}
