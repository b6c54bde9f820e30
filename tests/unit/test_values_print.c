/*
 * test_values_print.c — values as they are printed, and the units and their names.
 */
#include "support/values.h"

#include <check.h>

static World w;

static void open_world(void)
{
    world_open(&w);
}

static void close_world(void)
{
    world_close(&w);
}

/* Hard spaces as "_", so that they can be seen. */
static const char *visible(const char *s)
{
    Buf b;
    buf_init(&b, &w.arena);
    for (; *s != '\0'; s++) {
        if (strncmp(s, "\u00A0", 2) == 0) {
            buf_char(&b, '_');
            s++;
        } else {
            buf_char(&b, *s);
        }
    }
    buf_char(&b, '\0');
    return b.ptr;
}

static const struct {
    uint8_t type;
    Lang lang;
    const char *text, *want;
} printed[] = {
    {VT_MONEY, LANG_NB, "38 228 737 kr", "38_228_737_kr"},
    {VT_MONEY, LANG_NB, "38228737", "38_228_737_kr"},
    {VT_MONEY, LANG_EN, "38 228 737 kr", "38_228_737_NOK"},
    {VT_MONEY, LANG_NB, "kr 500 000", "500_000_kr"},
    {VT_MONEY, LANG_NB, "200 000,-", "200_000_kr"},
    {VT_MONEY, LANG_NB, "-179 883", "−179_883_kr"},
    {VT_MONEY, LANG_NB, "– 21 850", "−21_850_kr"},
    {VT_MONEY, LANG_NB, "38,2 mill. kr", "38,2_mill._kr"},
    {VT_MONEY, LANG_NB, "38,2 mill", "38,2_mill"},
    {VT_MONEY, LANG_NB, "400 000-600 000 kr", "400_000–600_000_kr"},
    {VT_PERCENT, LANG_NB, "-0,4%", "−0,4_%"},
    {VT_PERCENT, LANG_NB, "1,50 %", "1,50_%"},
    {VT_PERCENT, LANG_NB, "20 % av rammen", "20_%_av_rammen"},
    {VT_QUANTITY, LANG_EN, "1 uke", "1_week"},
    {VT_QUANTITY, LANG_NN, "5 timer", "5_timar"},
    {VT_QUANTITY, LANG_NB, "ca 20", "ca._20"},
    {VT_QUANTITY, LANG_EN, "ca 20", "approx._20"},
    {VT_QUANTITY, LANG_NN, "om lag 20", "om_lag_20"},
    {VT_QUANTITY, LANG_NB, "<200", "<200"},
    {VT_QUANTITY, LANG_NB, "<= 90 %", "≤_90_%"},
    {VT_QUANTITY, LANG_NB, "< 200", "<200"},
    {VT_QUANTITY, LANG_NB, ">= 1,75 %", "≥_1,75_%"},
    {VT_QUANTITY, LANG_NB, "Minst 3", "minst_3"},
    {VT_QUANTITY, LANG_EN, "Minst 3", "at_least_3"},
    {VT_QUANTITY, LANG_NB, "1234", "1234"},
    {VT_QUANTITY, LANG_NB, "1 234", "1_234"},
    {VT_QUANTITY, LANG_NB, "12345", "12_345"},
    {VT_QUANTITY, LANG_NB, "1 lærling", "1_lærling"},
    {VT_QUANTITY, LANG_NB, "12 elefanter", "12_elefanter"},
    {VT_QUANTITY, LANG_EN, "27 ansatte", "27_employees"},
    {VT_QUANTITY, LANG_NB, "4405 kr per innbygger", "4405_kr_per_innbygger"},
    {VT_QUANTITY, LANG_NB, "kr 4405 per innbygger", "4405_kr_per_innbygger"},
    {VT_QUANTITY, LANG_NB, "kr 4405/innbygger", "4405_kr/innbygger"},
    {VT_QUANTITY, LANG_NB, "100,- per dag", "100_kr_per_dag"},
    {VT_QUANTITY, LANG_NB, "100,- til 200,-", "100–200_kr"},
    {VT_QUANTITY, LANG_NB, "100,- kr", "100_kr"},
    {VT_MONEY, LANG_NB, "kr 5,5 mill.", "5,5_mill._kr"},
    {VT_QUANTITY, LANG_NB, "1-6", "1–6"},
    {VT_QUANTITY, LANG_NB, "1:1", "1:1"},
    {VT_QUANTITY, LANG_NB, "kl. 07.00–23.00", "kl._07.00–23.00"},
    {VT_QUANTITY, LANG_NN, "Måles ikke", "blir_ikkje_målt"},
    {VT_QUANTITY, LANG_EN, "ikke målt", "not_measured"},
    {VT_QUANTITY, LANG_NB, "-", "-"},
    {VT_QUANTITY, LANG_NB, "..", ".."},
    {VT_QUANTITY, LANG_NB, "Minst halvparten", "Minst halvparten"},
    {VT_QUANTITY, LANG_NB, "", ""},
    {VT_YEARS, LANG_NB, "2018-21", "2018–2021"},
    {VT_PERIOD, LANG_NB, "våren 2018", "våren_2018"},
    {VT_PERIOD, LANG_NB, "31.8.2018", "31.8.2018"},
    {VT_UNIT, LANG_NB, "kr pr. innb.", "kr/innbygger"},
    {VT_BOOL, LANG_EN, "ja", "yes"},
};

START_TEST(printing)
{
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++) {
        Value v = world_read(&w, printed[i].text, (Slot){.type = printed[i].type, .cell = true});
        const char *got = visible(world_print(&w, &v, printed[i].lang));
        ck_assert_msg(strcmp(got, printed[i].want) == 0, "«%s»: %s\n  expected %s", printed[i].text,
                      got, printed[i].want);
    }
}
END_TEST

START_TEST(computed_figures)
{
    Buf b;
    Decimal amount, ratio;
    ck_assert(decimal_parse(STR("38228737"), &amount));
    ck_assert(decimal_parse(STR("-3.96"), &ratio));
    buf_init(&b, &w.arena);
    figure_print(&b, &w.units, amount, world_unit(&w, "mill. kr"), 1, LANG_NB);
    buf_char(&b, '|');
    figure_print(&b, &w.units, amount, w.units.kr, 0, LANG_NB);
    buf_char(&b, '|');
    figure_print(&b, &w.units, ratio, w.units.percent, 1, LANG_NB);
    buf_char(&b, '|');
    figure_print(&b, &w.units, ratio, 0, 2, LANG_NB);
    buf_char(&b, '|');
    figure_print(&b, &w.units, amount, world_unit(&w, "% av inntektene"), 0, LANG_NB);
    buf_char(&b, '|');
    figure_print(&b, &w.units, amount, world_unit(&w, "100 innbyggere"), 0, LANG_NB);
    buf_char(&b, '\0');
    ck_assert_str_eq(visible(b.ptr), "38,2_mill._kr|38_228_737_kr|−4,0_%|−3,96|38_228_737_%|"
                                     "382_287_×_100_innbyggere");
}
END_TEST

/* How many of a unit, and what they are called. */
START_TEST(one_and_several)
{
    static const struct {
        const char *unit, *amount;
        int decimals;
        Lang lang;
        const char *want;
    } cases[] = {
        {"dager", "1", 0, LANG_NB, "1_dag"},
        {"dager", "2", 0, LANG_NB, "2_dager"},
        {"dager", "-1", 0, LANG_NN, "−1_dag"},
        {"dager", "1.0", 1, LANG_NB, "1,0_dager"},
        {"uke", "5", 0, LANG_NB, "5_uker"},
        {"uke", "1", 0, LANG_NN, "1_veke"},
        {"uke", "1", 0, LANG_EN, "1_week"},
        {"timer", "1", 0, LANG_NB, "1_time"},
        {"sekund", "1", 0, LANG_NB, "1_sekund"}, /* and not «sek» */
        {"innbyggere", "1", 0, LANG_NB, "1_innbygger"},
        {"årsverk", "1", 0, LANG_NB, "1_årsverk"},
        {"mill. kr", "1", 0, LANG_NB, "1_mill._kr"},
        {"kr per innbygger", "1", 0, LANG_NB, "1_kr/innbygger"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buf b;
        Decimal amount, in_base;
        UnitId unit = world_unit(&w, cases[i].unit);
        ck_assert(decimal_parse(str_from(cases[i].amount), &amount));
        ck_assert(decimal_mul(amount, unit_get(&w.units, unit)->factor, &in_base));
        buf_init(&b, &w.arena);
        figure_print(&b, &w.units, in_base, unit, cases[i].decimals, cases[i].lang);
        buf_char(&b, '\0');
        ck_assert_str_eq(visible(b.ptr), cases[i].want);
    }
}
END_TEST

START_TEST(agreeing_units)
{
    static const struct {
        const char *a, *b;
        bool agree;
    } cases[] = {
        {"kr", "mill. kr", true},
        {"kr", "%", false},
        {"%", "prosentpoeng", false},
        {"%", "% av rammen", true},
        {"% av rammen", "% AV RAMMEN", true},
        {"% av rammen", "% av inntektene", false},
        {"ansatte", "lærlinger", true},
        {"ansatte", "elefanter", true},
        {"ansatte", "årsverk", false},
        {"kr/innbygger", "kr/innb.", true},
        {"kr/innbygger", "kr/elev", false},
        {"kr/innbygger", "mill. kr/innbygger", true},
        {"kr/innbygger", "kr per 1000 innbyggere", true},
        {"kr/innbygger", "kr", false},
        {"m2/innbygger", "kr/innbygger", false},
        {"kr/busstur", "kr/busstur", true},
        {"kr/m2/år", "kr/m2", false},
        {"timer", "måneder", false},
        {"dager", "timer", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        UnitId a = world_unit(&w, cases[i].a);
        UnitId b = world_unit(&w, cases[i].b);
        ck_assert_msg(units_agree(&w.units, a, b) == cases[i].agree, "%s / %s", cases[i].a,
                      cases[i].b);
        ck_assert(units_agree(&w.units, b, a) == cases[i].agree);
    }
    ck_assert(units_agree(&w.units, 0, w.units.kr));
    ck_assert(world_unit(&w, "kr/innbygger") == world_unit(&w, "KR pr. innb."));
}
END_TEST

START_TEST(unit_prefixes)
{
    static const struct {
        const char *text;
        uint32_t len;
    } cases[] = {
        {"mill. kr i 2018", 8},
        {"mill.kr", 7},
        {"% av rammen", 11},
        {"kr/innbygger.", 12},
        {"kr per innbygger", 16},
        {"kr (brutto)", 2},
        {"krigen", 0},
        {"elefanter", 0},
        {"m2", 2},
        {"m²", 3},
        {"%-poeng", 7},
        {"% (anslag)", 1},
        {"kr per oktober", 2},
        {"kr per 31.8.2018", 2},
        {"årsverk, fordelt", 8},
        {"tonn CO2-ekvivalenter", 21},
        {"% av rammen (netto)", 11},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t len;
        (void)units_prefix(&w.units, &w.scratch, str_from(cases[i].text), &len);
        ck_assert_msg(len == cases[i].len, "%s: %u", cases[i].text, len);
    }
}
END_TEST

START_TEST(unit_table)
{
    Unit spann = {.label = STR("spann"), .dim = E_DIMENSION_VOLUME, .factor = decimal_one};
    Str taken = STR("kroner");
    ck_assert(units_add(&w.units, spann, NULL, 0));
    ck_assert(!units_add(&w.units, spann, &taken, 1));
    ck_assert(w.units.kr != 0 && w.units.percent != 0 && w.units.point != 0 && w.units.fte != 0);
    ck_assert(w.units.year == world_unit(&w, "år"));
    ck_assert(decimal_cmp(unit_get(&w.units, world_unit(&w, "mill. kr"))->factor,
                          decimal_int(1000000)) == 0);
    ck_assert_int_eq(unit_get(&w.units, 65000)->dim, 0);
}
END_TEST

START_TEST(dimension_names)
{
    static const struct {
        const char *unit;
        Lang lang;
        const char *want;
    } cases[] = {
        {"kr", LANG_NB, "penger"},
        {"mill. kr", LANG_NN, "pengar"},
        {"kr", LANG_EN, "money"},
        {"årsverk", LANG_NB, "årsverk"},
        {"ansatte", LANG_NB, "antall ansatte"},
        {"ansatte", LANG_EN, "count of employees"},
        {"elefanter", LANG_NB, "antall elefanter"},
        {"kr/innbygger", LANG_NB, "penger per innbygger"},
        {"% av brutto driftsinntekter", LANG_NB, "prosent av brutto driftsinntekter"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str got =
            unit_dimension_name(&w.units, &w.arena, world_unit(&w, cases[i].unit), cases[i].lang);
        ck_assert_msg(str_eq(got, str_from(cases[i].want)), "%s: %.*s", cases[i].unit,
                      STR_ARG(got));
    }
}
END_TEST

START_TEST(messages)
{
    static const struct {
        uint8_t type;
        Lang lang;
        const char *text, *want;
    } cases[] = {
        {VT_MONEY, LANG_NB, "kommunestyret", "Her ventes et beløp."},
        {VT_DATE, LANG_NN, "snart", "Her skal det stå ein dato."},
        {VT_PERIOD, LANG_EN, "snart", "A time or a period is expected here."},
        {VT_MONEY, LANG_NB, "12 årsverk", "Enheten passer ikke her."},
        {VT_FTE, LANG_NB, "3 årverk", "Jeg kjenner ingen måleenhet som heter «årverk»."},
        {VT_COUNT, LANG_NB, "32,30", "Et antall har ikke desimaler."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t before = w.sink.list.len;
        (void)world_read(&w, cases[i].text, (Slot){.type = cases[i].type, .cell = true});
        ck_assert_msg(w.sink.list.len == before + 1, "%s", cases[i].text);
        Buf b;
        buf_init(&b, &w.arena);
        diag_part_text(&b, &w.sink.list.at[before]->parts.at[0], cases[i].lang);
        ck_assert_msg(str_eq(buf_view(&b), str_from(cases[i].want)), "%s: %.*s", cases[i].text,
                      STR_ARG(buf_view(&b)));
    }
}
END_TEST

/* Every text of the family is in all three languages. */
START_TEST(languages)
{
    for (MsgId id = HP3001; id <= N_ONE_OF_THESE; id++)
        for (int lang = 0; lang < LANG_COUNT; lang++)
            ck_assert_msg(msg_info(id)->text[lang][0] != '\0', "%s", msg_info(id)->name);
}
END_TEST

Suite *test_values_print_suite(void)
{
    Suite *s = suite_create("values_print");
    TCase *t = tcase_create("all");
    tcase_add_checked_fixture(t, open_world, close_world);
    tcase_add_test(t, printing);
    tcase_add_test(t, computed_figures);
    tcase_add_test(t, one_and_several);
    tcase_add_test(t, agreeing_units);
    tcase_add_test(t, unit_prefixes);
    tcase_add_test(t, unit_table);
    tcase_add_test(t, dimension_names);
    tcase_add_test(t, messages);
    tcase_add_test(t, languages);
    suite_add_tcase(s, t);
    return s;
}
