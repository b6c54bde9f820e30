/*
 * test_values_robust.c — scraps of what people write, thrown together: every reading ends, says at
 * most one thing, and gives a value that can be printed and reckoned with.
 */
#include "support/values.h"

#include <check.h>

static uint32_t state = 1;

static uint32_t below(uint32_t n)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % n;
}

static const char *const scraps[] = {
    "1",       "12",         "234",       "5678",       "999999999999999999",
    "0",       ",",          "5",         ".",          "..",
    ":",       "/",          "-",         "–",          "−",
    " ",       "\u00A0",     "\t",        "(",          ")",
    "\"",      "*",          "¹",         "²",          "%",
    " % av ",  "kr",         " kr",       "kr ",        "mill. ",
    "mil. ",   "årsverk",    " per ",     "/",          "innbygger",
    "ca ",     "minst ",     "<",         ">=",         "≤",
    "mellom ", " og ",       " til ",     "tre",        "våren ",
    "2018",    "siste ",     "mnd",       "1. halvår ", "mai-",
    "per ",    "måles ikke", "'",         "elefanter",  "æ",
    "\\|",     "=",          "31.2.2018", "07.00",      "kl. ",
    ",-",      "«",          "»",
};

static void check_value(World *w, const char *text, Slot slot)
{
    uint32_t before = w->sink.list.len;
    Value v = world_read(w, text, slot);
    uint32_t said = w->sink.list.len - before;
    uint32_t len = (uint32_t)strlen(text);

    ck_assert_msg(said <= 1, "«%s»: %u findings", text, said);
    if (slot.type == VT_NONE)
        ck_assert_msg(said == 0 && v.kind != VAL_BAD, "«%s»", text);
    if (slot.cell)
        ck_assert_msg(v.kind != VAL_BAD || said == 1, "«%s»: bad and silent", text);
    if (said == 1) {
        Span at = w->sink.list.at[before]->span;
        ck_assert_msg(at.len > 0 && at.off + at.len <= len, "«%s»: place %u+%u", text, at.off,
                      at.len);
    }
    ck_assert_msg(v.span.off + v.span.len <= len, "«%s»", text);
    if (!span_is_none(v.remark))
        ck_assert_msg(v.remark.off + v.remark.len <= len, "«%s»", text);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        (void)world_print(w, &v, (Lang)lang);
    Quantity q = quantity_of(&w->units, &v, slot.in_formula);
    if (q.kind == QTY_NUMBER)
        ck_assert(decimal_cmp(q.lo, q.mid) <= 0 && decimal_cmp(q.mid, q.hi) <= 0);
}

START_TEST(scrapbook)
{
    World w;
    char text[512];
    Index index;
    for (int round = 0; round < 60; round++) {
        world_open(&w);
        for (int i = 0; i < 200; i++) {
            text[0] = '\0';
            uint32_t n = 1 + below(7);
            for (uint32_t k = 0; k < n; k++)
                strcat(text, scraps[below(sizeof scraps / sizeof *scraps)]);
            Slot slot = {.type = (uint8_t)below(VT_KIND + 1),
                         .cell = below(2) == 0,
                         .in_formula = below(4) == 0,
                         .words = below(2) == 0};
            if (slot.type == VT_ENUM)
                slot.type_arg = SET_STATUS;
            if (slot.type == VT_QUANTITY && below(3) == 0)
                slot.unit = w.units.percent;
            check_value(&w, text, slot);
            (void)index_read(&w.scratch, str_from(text), &index);
        }
        world_close(&w);
    }
}
END_TEST

/* Random pairs of figures through the four operations: nothing overflows, intervals hold. */
START_TEST(operations)
{
    static const char *const units[] = {
        "",         " kr",           " mill. kr", " %",           " ansatte",
        " årsverk", " kr/innbygger", " timer",    " prosentpoeng"};
    World w;
    world_open(&w);
    for (int round = 0; round < 3000; round++) {
        Quantity q[2];
        Quantity out[4];
        for (int i = 0; i < 2; i++) {
            Decimal d = decimal_int((int64_t)below(1000000000) * (below(100) == 0 ? 1000000 : 1));
            d.scale = (int32_t)below(6);
            if (below(2) == 0)
                d = decimal_neg(d);
            const char *unit = units[below(sizeof units / sizeof *units)];
            Value v = {.kind = VAL_NUMBER, .num = d, .approx = below(10) == 0};
            v.unit = unit[0] == '\0' ? 0 : world_unit(&w, unit);
            q[i] = quantity_of(&w.units, &v, below(2) == 0);
        }
        (void)quantity_add(&w.units, &q[0], &q[1], &out[0]);
        (void)quantity_sub(&w.units, &q[0], &q[1], &out[1]);
        (void)quantity_mul(&w.units, &q[0], &q[1], &out[2]);
        (void)quantity_div(&w.units, &q[0], &q[1], &out[3]);
        for (int i = 0; i < 4; i++) {
            if (out[i].kind != QTY_NUMBER)
                continue;
            ck_assert(decimal_cmp(out[i].lo, out[i].mid) <= 0);
            ck_assert(decimal_cmp(out[i].mid, out[i].hi) <= 0);
            ck_assert(!out[i].exact || decimal_cmp(out[i].lo, out[i].hi) == 0);
            Comparison c = quantity_equal(&w.units, &out[i], &out[i], false);
            ck_assert(c.verdict == VERDICT_EXACT || c.verdict == VERDICT_ROUNDED);
        }
        /* (a / b) * b comes back to a. */
        Quantity back;
        if (out[3].kind == QTY_NUMBER && q[0].unit == 0 && q[1].unit == 0 &&
            quantity_mul(&w.units, &out[3], &q[1], &back))
            ck_assert(quantity_equal(&w.units, &back, &q[0], false).verdict == VERDICT_ROUNDED);
    }
    world_close(&w);
}
END_TEST

Suite *test_values_robust_suite(void)
{
    Suite *s = suite_create("values_robust");
    TCase *t = tcase_create("all");
    tcase_set_timeout(t, 120);
    tcase_add_test(t, scrapbook);
    tcase_add_test(t, operations);
    suite_add_tcase(s, t);
    return s;
}
