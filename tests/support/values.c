/*
 * values.c — a small world in which values can be read.
 */
#include "support/values.h"

#include "base/utf8.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- the catalogue --------------------------------------------------------------------------- */

static Str read_file(Arena *arena, const char *path)
{
    FILE *f = fopen(path, "rb");
    Buf b;
    char chunk[4096];
    size_t n;

    ck_assert_msg(f != NULL, "%s", path);
    buf_init(&b, arena);
    while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
        buf_put(&b, chunk, n);
    fclose(f);
    return buf_view(&b);
}

static uint32_t split(Str s, char mark, Str *out, uint32_t room)
{
    uint32_t count = 0;
    uint32_t start = 0;
    for (uint32_t i = 0; i <= s.len && count < room; i++) {
        if (i < s.len && s.ptr[i] != mark)
            continue;
        out[count++] = str_trim(str_slice(s, start, i));
        start = i + 1;
    }
    return count;
}

static void add_row(World *w, Str line)
{
    enum { KODE = 1, DIMENSJON, FAKTOR, NYNORSK, ENGELSK, ALSO };
    Str cell[12];
    Str also[64];
    Unit unit = {0};

    if (split(line, '|', cell, 12) < ALSO + 1 || str_eq(cell[KODE], STR("kode")))
        return;
    TermId dim = vocab_find(VG_ENUM, utf8_fold(&w->arena, cell[DIMENSJON]), SET_DIMENSION);
    ck_assert_msg(dim != 0, "%.*s", STR_ARG(cell[DIMENSJON]));
    unit.dim = vocab_term(dim)->id;
    unit.label = cell[KODE];
    unit.names.in[LANG_NB] = cell[KODE];
    unit.names.in[LANG_NN] = cell[NYNORSK];
    unit.names.in[LANG_EN] = cell[ENGELSK];
    ck_assert(decimal_parse(cell[FAKTOR], &unit.factor));
    uint32_t n = split(cell[ALSO], ',', also, 64);
    ck_assert_msg(units_add(&w->units, unit, also, n), "%.*s", STR_ARG(cell[KODE]));
}

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
    Str text = read_file(&w->arena, HPLAN_ROOT "/stdlib/måleenheter.hplan");
    for (uint32_t start = 0; start < text.len;) {
        const char *end = memchr(text.ptr + start, '\n', text.len - start);
        uint32_t stop = end == NULL ? text.len : (uint32_t)(end - text.ptr);
        Str line = str_trim(str_slice(text, start, stop));
        if (line.len > 0 && line.ptr[0] == '|')
            add_row(w, line);
        start = stop + 1;
    }
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
