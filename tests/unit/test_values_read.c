/*
 * test_values_read.c — figures and words as they stand in plans, read for the places they stand in.
 */
#include "support/values.h"

#include <check.h>

enum { CELL = 1, FORMULA = 2, WORDS = 4, COUNTED = 8 };

typedef struct Case {
    uint8_t type;
    int flags;
    const char *unit; /* of the slot; NULL: none */
    const char *text;
    const char *want;
} Case;

static void run(const Case *cases, size_t count)
{
    World w;
    world_open(&w);
    for (size_t i = 0; i < count; i++) {
        const Case *c = &cases[i];
        Slot slot = {.type = c->type,
                     .cell = (c->flags & CELL) != 0,
                     .in_formula = (c->flags & FORMULA) != 0,
                     .counted = (c->flags & COUNTED) != 0,
                     .words = (c->flags & WORDS) != 0};
        if (c->unit != NULL)
            slot.unit = world_unit(&w, c->unit);
        const char *got = world_describe(&w, c->text, slot);
        ck_assert_msg(strcmp(got, c->want) == 0, "type %d «%s»: %s\n  expected: %s", c->type,
                      c->text, got, c->want);
    }
    world_close(&w);
}

#define RUN(cases) run(cases, sizeof(cases) / sizeof(cases)[0])

START_TEST(amounts)
{
    static const Case cases[] = {
        {VT_MONEY, CELL, NULL, "33 532 742", "number 33532742 kr"},
        {VT_MONEY, CELL, NULL, "33\u00A0532\u00A0742", "number 33532742 kr"},
        {VT_MONEY, CELL, NULL, "33\u202F532\u2009742", "number 33532742 kr"},
        {VT_MONEY, CELL, NULL, "33\u2007532\u2003742", "number 33532742 kr"},
        {VT_MONEY, CELL, NULL, "-179 883", "number -179883 kr"},
        {VT_MONEY, CELL, NULL, "−179 883", "number -179883 kr"},
        {VT_MONEY, CELL, NULL, "– 21 850", "number -21850 kr"},
        {VT_MONEY, CELL, NULL, "- 21 850", "number -21850 kr"},
        {VT_MONEY, CELL, NULL, "—21 850", "number -21850 kr"},
        {VT_MONEY, CELL, NULL, "0", "number 0 kr"},
        {VT_MONEY, CELL, NULL, "250000", "number 250000 kr"},
        {VT_MONEY, CELL, NULL, "1 234,50", "number 1234.50 kr"},
        {VT_MONEY, 0, NULL, "38 228 737 kr", "number 38228737 kr"},
        {VT_MONEY, 0, NULL, "38 228 737 kroner", "number 38228737 kr"},
        {VT_MONEY, 0, NULL, "kr 500 000", "number 500000 kr"},
        {VT_MONEY, 0, NULL, "kr. 500 000", "number 500000 kr"},
        {VT_MONEY, 0, NULL, "Kr 500 000,-", "number 500000 kr"},
        {VT_MONEY, 0, NULL, "kr -500", "number -500 kr"},
        {VT_MONEY, 0, NULL, "– kr 500", "number -500 kr"},
        {VT_MONEY, 0, NULL, "NOK 500 000", "number 500000 kr"},
        {VT_MONEY, 0, NULL, "200 000,-", "number 200000 kr"},
        {VT_MONEY, 0, NULL, "200 000,–", "number 200000 kr"},
        {VT_QUANTITY, 0, NULL, "200 000,-", "number 200000 kr"},
        {VT_MONEY, 0, NULL, "38,2 mill. kr", "number 38.2 mill. kr"},
        {VT_MONEY, 0, NULL, "38,2 mill", "number 38.2 mill. kr"},
        {VT_MONEY, 0, NULL, "38,2 mill.", "number 38.2 mill. kr"},
        {VT_MONEY, 0, NULL, "0,4 mill.kr", "number 0.4 mill. kr"},
        {VT_MONEY, 0, NULL, "kr 38,2 mill.", "number 38.2 mill. kr"},
        {VT_MONEY, 0, NULL, "2 millioner kroner", "number 2 mill. kr"},
        {VT_MONEY, 0, NULL, "1,5 mrd. kr", "number 1.5 mrd. kr"},
        {VT_MONEY, 0, NULL, "250 tusen kr", "number 250 tusen kr"},
        {VT_MONEY, CELL, "tusen kr", "33 532", "number 33532 tusen kr"},
        {VT_MONEY, CELL, "tusen kr", "33 532 kr", "number 33532 kr"},
        {VT_MONEY, CELL, NULL, "(55 951)", "number -55951 kr"},
        {VT_MONEY, CELL, NULL, "(55 951) ", "number -55951 kr"},
        {VT_MONEY, CELL, NULL, "(kr 55 951)", "number -55951 kr"},
        {VT_COUNT, CELL, NULL, "(55)", "bad !HP3006 «(55)»"},
        {VT_MONEY, 0, NULL, "om lag 16 mill", "number ~ 16 mill. kr"},
        {VT_MONEY, 0, NULL, "400 000–600 000 kr", "range 400000..600000 kr"},
        {VT_MONEY, 0, NULL, "400 000-600 000", "range 400000..600000 kr"},
        {VT_MONEY, CELL, NULL, "400 000 – 600 000 kr", "range 400000..600000 kr"},
        {VT_MONEY, CELL, NULL, "400 000 kr – 600 000 kr", "range 400000..600000 kr"},
        {VT_MONEY, CELL, NULL, "5 mill. kr – 6 500 000 kr", "range 5000000..6500000 kr"},
        {VT_MONEY, CELL, NULL, "5 mill. kr – 6", "range 5..6 mill. kr"},
        {VT_MONEY, CELL, NULL, "500 kr til 600", "range 500..600 kr"},
        {VT_MONEY, CELL, NULL, "500 kr til 2027", "bad !HP3005 «til 2027»"},
        {VT_MONEY, CELL, NULL, "4 årsverk – 6 kr", "bad !HP3002 «årsverk»"},
        {VT_MONEY, 0, NULL, "mellom 900 000 kr og 1,5 mill. kr", "range 0.9..1.5 mill. kr"},
        {VT_MONEY, 0, NULL, "mellom 400 000 og 600 000 kr", "range 400000..600000 kr"},
        {VT_MONEY, 0, NULL, "between 400 000 and 600 000 NOK", "range 400000..600000 kr"},
        {VT_MONEY, 0, NULL, "2 til 3 mill. kr", "range 2..3 mill. kr"},
        {VT_MONEY, 0, NULL, "99999999999999999999 kr", "number 99999999999999999999 kr"},
        {VT_MONEY, 0, NULL, "999999999999999999999999999999999999999 kr",
         "bad !HP1029 «999999999999999999999999999999999999999»"},
    };
    RUN(cases);
}
END_TEST

START_TEST(percentages_and_quotients)
{
    static const Case cases[] = {
        {VT_PERCENT, 0, NULL, "1,75 %", "number 1.75 %"},
        {VT_PERCENT, 0, NULL, "4,95%", "number 4.95 %"},
        {VT_PERCENT, 0, NULL, "4,95\u00A0%", "number 4.95 %"},
        {VT_PERCENT, 0, NULL, "100 prosent", "number 100 %"},
        {VT_PERCENT, 0, NULL, "100 PROSENT", "number 100 %"},
        {VT_PERCENT, 0, NULL, "5 pst.", "number 5 %"},
        {VT_PERCENT, 0, NULL, "-0,4 %", "number -0.4 %"},
        {VT_PERCENT, 0, NULL, "96", "number 96 %"},
        {VT_PERCENT, 0, NULL, "20 % av rammen", "number 20 % av rammen"},
        {VT_QUANTITY, 0, NULL, "5 kr/elev/år", "number 5 kr/elev/år"},
        {VT_QUANTITY, 0, NULL, "5 kr/kr/kr/kr/kr/kr", "bad !HP3005 «/kr»"},
        {VT_QUANTITY, 0, "% av brutto driftsinntekter", "1,75 %",
         "number 1.75 % av brutto driftsinntekter"},
        {VT_QUANTITY, 0, "% av brutto driftsinntekter", "1,75",
         "number 1.75 % av brutto driftsinntekter"},
        {VT_QUANTITY, 0, "% av brutto driftsinntekter", "5 % av netto driftsinntekter",
         "bad !HP3002 «% av netto driftsinntekter»"},
        {VT_QUANTITY, 0, NULL, "3 prosentpoeng", "number 3 prosentpoeng"},
        {VT_QUANTITY, 0, NULL, "4405 kr/innbygger", "number 4405 kr/innbygger"},
        {VT_QUANTITY, 0, NULL, "4 405 kr pr. innb.", "number 4405 kr/innbygger"},
        {VT_QUANTITY, 0, NULL, "4405 kr per innbygger", "number 4405 kr/innbygger"},
        {VT_QUANTITY, 0, NULL, "kr 4405 per innbygger", "number 4405 kr/innbygger"},
        {VT_QUANTITY, 0, NULL, "kr 200 per m2", "number 200 kr/m2"},
        {VT_QUANTITY, 0, NULL, "0,6 m²/innbygger", "number 0.6 m2/innbygger"},
        {VT_QUANTITY, 0, NULL, "0,95 årsverk/ansatt", "number 0.95 årsverk/ansatt"},
        {VT_QUANTITY, 0, NULL, "12 kr/busstur", "number 12 kr/busstur"},
        {VT_QUANTITY, 0, NULL, "5 timer per uke", "number 5 timer/uke"},
        {VT_QUANTITY, 0, "kr/innbygger", "4405", "number 4405 kr/innbygger"},
    };
    RUN(cases);
}
END_TEST

START_TEST(fte_and_footnotes)
{
    static const Case cases[] = {
        {VT_FTE, 0, NULL, "32,30 årsverk", "number 32.30 årsverk"},
        {VT_FTE, CELL, NULL, "32,34", "number 32.34 årsverk"},
        {VT_FTE, 0, NULL, "13,5 årsverk (inkl. 1 lærling)",
         "number 13.5 årsverk + (inkl. 1 lærling)"},
        {VT_FTE, CELL, NULL, "13,5 (inkl. 1 lærling)", "number 13.5 årsverk + (inkl. 1 lærling)"},
        {VT_FTE, CELL, NULL, "13,5*", "number 13.5 årsverk + *"},
        {VT_FTE, CELL, NULL, "13,5 *)", "number 13.5 årsverk + *)"},
        {VT_FTE, CELL, NULL, "13,5 ¹)", "number 13.5 årsverk + ¹)"},
        {VT_FTE, CELL, NULL, "13,5 1)", "number 13.5 årsverk + 1)"},
        {VT_FTE, CELL, NULL, "13,5 123)", "bad !HP3005 «123)»"},
        {VT_FTE, CELL, NULL, "13,5†", "number 13.5 årsverk + †"},
        {VT_FTE, CELL, NULL, "5 ½", "number 5.5 årsverk"},
        {VT_FTE, 0, NULL, "5½ årsverk", "number 5.5 årsverk"},
        {VT_FTE, CELL, NULL, "½", "number 0.5 årsverk"},
        {VT_FTE, CELL, NULL, "-2¾", "number -2.75 årsverk"},
        {VT_FTE, CELL, NULL, "1,5 ½", "bad !HP3005 «½»"},
        {VT_FTE, CELL, NULL, "13,5¹", "number 13.5 årsverk + ¹"},
        {VT_FTE, CELL, NULL, "13,5 (inkl. 1)*", "number 13.5 årsverk + (inkl. 1)*"},
        {VT_FTE, CELL, NULL, "13,5* (inkl. (1))", "number 13.5 årsverk + * (inkl. (1))"},
        {VT_QUANTITY, CELL, NULL, "100 m²", "number 100 m2"},
        {VT_QUANTITY, CELL, NULL, "100 m²¹", "number 100 m2 + ¹"},
        {VT_QUANTITY, CELL, NULL, "12³", "number 12 + ³"},
    };
    RUN(cases);
}
END_TEST

START_TEST(counts_and_the_rest)
{
    static const Case cases[] = {
        {VT_COUNT, 0, NULL, "27", "number 27"},
        {VT_COUNT, 0, NULL, "27 ansatte", "number 27 ansatte"},
        {VT_COUNT, 0, NULL, "to ansatte", "number 2 ansatte"},
        {VT_COUNT, 0, NULL, "Fem", "number 5"},
        {VT_COUNT, 0, NULL, "én", "number 1"},
        {VT_COUNT, 0, NULL, "three employees", "number 3 ansatte"},
        {VT_COUNT, 0, NULL, "105 684", "number 105684"},
        {VT_COUNT, 0, NULL, "ca. 50 stk.", "number ~ 50 stk."},
        {VT_COUNT, CELL, NULL, "32,30", "bad !HP3004 «32,30»"},
        {VT_COUNT, CELL, NULL, "32,30 ansatte", "bad !HP3004 «32,30 ansatte»"},
        {VT_COUNT, 0, NULL, "32,3 årsverk", "bad !HP3002 «årsverk»"},
        {VT_COUNT, 0, NULL, "12 elefanter", "number 12 elefanter?"},
        {VT_COUNT, 0, NULL, "3 felles beredskapsdager", "number 3 felles beredskapsdager?"},
        {VT_QUANTITY, 0, NULL, "12 elefanter", "number 12 elefanter?"},
        {VT_QUANTITY, 0, NULL, "8 lærlinger", "number 8 lærlinger"},
        {VT_QUANTITY, 0, NULL, "10 min", "number 10 min"},
        {VT_QUANTITY, 0, NULL, "ca. 9 måneder", "number ~ 9 måneder"},
        {VT_QUANTITY, 0, NULL, "4 år", "number 4 år"},
        {VT_QUANTITY, 0, NULL, "12 246 per mnd.", "number 12246 /måned"},
        {VT_QUANTITY, 0, NULL, "4,6", "number 4.6"},
        {VT_QUANTITY, 0, NULL, "1–6", "range 1..6"},
        {VT_QUANTITY, 0, NULL, "10-15 %", "range 10..15 %"},
        {VT_QUANTITY, 0, NULL, "1:1", "ratio 1:1"},
        {VT_QUANTITY, 0, NULL, "kl. 07.00–23.00", "clock kl. 07.00–23.00"},
        {VT_QUANTITY, 0, NULL, "07.00 – 23.00", "clock 07.00 – 23.00"},
        {VT_NUMBER, 0, NULL, "1,75", "number 1.75"},
        {VT_NUMBER, 0, NULL, "1,75 kr", "bad !HP3002 «kr»"},
        {VT_NUMBER, 0, NULL, "0815", "number 815"},
        {VT_QUANTITY, CELL, NULL, "39639", "number 39639"},
    };
    RUN(cases);
}
END_TEST

START_TEST(qualified)
{
    static const Case cases[] = {
        {VT_QUANTITY, 0, NULL, "<200", "number < 200"},
        {VT_QUANTITY, 0, NULL, "< 200", "number < 200"},
        {VT_QUANTITY, 0, NULL, ">170 kr/m2", "number > 170 kr/m2"},
        {VT_QUANTITY, 0, NULL, "<0,6", "number < 0.6"},
        {VT_QUANTITY, 0, NULL, ">= 1,75 %  \"anbefalt nivå\"",
         "number >= 1.75 % + \"anbefalt nivå\""},
        {VT_QUANTITY, 0, NULL, "≥ 90 %", "number >= 90 %"},
        {VT_QUANTITY, 0, NULL, "≤90 %", "number <= 90 %"},
        {VT_QUANTITY, 0, NULL, "<= 90 %", "number <= 90 %"},
        {VT_QUANTITY, 0, NULL, "<100 %", "number < 100 %"},
        {VT_QUANTITY, 0, NULL, "minst 3", "number >= 3"},
        {VT_QUANTITY, 0, NULL, "Minst 3", "number >= 3"},
        {VT_QUANTITY, 0, NULL, "høyst 3 dager", "number <= 3 dager"},
        {VT_QUANTITY, 0, NULL, "høgst 3 dagar", "number <= 3 dager"},
        {VT_QUANTITY, 0, NULL, "at most 3 days", "number <= 3 dager"},
        {VT_QUANTITY, 0, NULL, "over 4 år", "number > 4 år"},
        {VT_QUANTITY, 0, NULL, "under 5 %", "number < 5 %"},
        {VT_QUANTITY, 0, NULL, "meir enn 5 %", "number > 5 %"},
        {VT_QUANTITY, 0, NULL, "less than 5 %", "number < 5 %"},
        {VT_QUANTITY, 0, NULL, "ca 20", "number ~ 20"},
        {VT_QUANTITY, 0, NULL, "ca. 20", "number ~ 20"},
        {VT_QUANTITY, 0, NULL, "ca.20", "number ~ 20"},
        {VT_QUANTITY, 0, NULL, "Ca. 20 stk", "number ~ 20 stk."},
        {VT_QUANTITY, 0, NULL, "omlag 20", "number ~ 20"},
        {VT_QUANTITY, 0, NULL, "om lag 20", "number ~ 20"},
        {VT_QUANTITY, 0, NULL, "om  lag 20", "number ~ 20"},
        {VT_QUANTITY, 0, NULL, "about 20", "number ~ 20"},
        {VT_QUANTITY, 0, NULL, "i underkant av 20", "number ~ 20"},
        {VT_QUANTITY, 0, NULL, "ca. kr 500 000", "number ~ 500000 kr"},
        {VT_QUANTITY, 0, NULL, "minst ca. 20 %", "number >= ~ 20 %"},
        {VT_QUANTITY, CELL, NULL, "(ca 20)", "number ~ 20"},
        {VT_QUANTITY, 0, NULL, "Minst halvparten", "text Minst halvparten"},
        {VT_QUANTITY, 0, NULL, "Minimum en", "number >= 1"},
        {VT_QUANTITY, 0, NULL, "minst én gang i året", "text minst én gang i året"},
        {VT_QUANTITY, 0, NULL, "flere enn i fjor", "text flere enn i fjor"},
        {VT_QUANTITY, 0, NULL, "\"like god som landet\"", "text like god som landet"},
        {VT_QUANTITY, 0, NULL, "på nivå med landet (KOSTRA)", "text på nivå med landet (KOSTRA)"},
    };
    RUN(cases);
}
END_TEST

START_TEST(missing)
{
    static const Case cases[] = {
        {VT_MONEY, CELL, NULL, "", "blank"},
        {VT_MONEY, CELL, NULL, "   ", "blank"},
        {VT_MONEY, CELL, NULL, "-", "nil"},
        {VT_MONEY, CELL, NULL, "–", "nil"},
        {VT_MONEY, CELL, NULL, "−", "nil"},
        {VT_MONEY, CELL, NULL, ".", "missing 100"},
        {VT_MONEY, CELL, NULL, "..", "missing 101"},
        {VT_MONEY, CELL, NULL, ":", "missing 102"},
        {VT_MONEY, 0, NULL, ":", "bad !HP3001 «:»"},
        {VT_QUANTITY, CELL, NULL, "Måles ikke", "missing never_measured"},
        {VT_QUANTITY, CELL, NULL, "måles ikke", "missing never_measured"},
        {VT_QUANTITY, CELL, NULL, "(Ikke målt)", "missing not_measured"},
        {VT_QUANTITY, 0, NULL, "ikke målt", "missing not_measured"},
        {VT_QUANTITY, 0, NULL, "ikkje målt", "missing not_measured"},
        {VT_QUANTITY, 0, NULL, "not measured", "missing not_measured"},
        {VT_QUANTITY, 0, NULL, "utgår", "missing dropped"},
        {VT_QUANTITY, 0, NULL, "(ikke gjennomført ennå)", "missing not_done.ikke-gjennomført-ennå"},
        {VT_QUANTITY, 0, NULL, "4,3 (ikke gjennomført ennå)",
         "number 4.3 + (ikke gjennomført ennå)"},
        {VT_MONEY, 0, NULL, "må utvikles", "missing to_develop"},
        {VT_COUNT, CELL, NULL, "uleselig \"67 0563\"", "missing illegible + \"67 0563\""},
        {VT_COUNT, CELL, NULL, "foreligger ikke*", "missing not_available.foreligger-ikke + *"},
        {VT_DATE, 0, NULL, "foreligger ikke", "missing not_available.foreligger-ikke"},
        {VT_TEXT, 0, NULL, "ikke målt", "text ikke målt"},
    };
    RUN(cases);
}
END_TEST

START_TEST(faults)
{
    static const Case cases[] = {
        {VT_QUANTITY, CELL, NULL, "4.6", "bad !HP1012 «4.6» → 4,6"},
        {VT_QUANTITY, 0, NULL, "4.6", "bad !HP1012 «4.6» → 4,6"},
        {VT_QUANTITY, 0, NULL, "4.6 %", "bad !HP1012 «4.6» → 4,6"},
        {VT_QUANTITY, 0, NULL, "3.1", "bad !HP1012 «3.1» → 3,1"},
        {VT_MONEY, 0, NULL, "87.863", "bad !HP1012 «87.863»"},
        {VT_QUANTITY, 0, NULL, "0.863", "bad !HP1012 «0.863» → 0,863"},
        {VT_QUANTITY, 0, NULL, "2.0.1", "bad !HP3001 «2.0.1»"},
        {VT_MONEY, CELL, NULL, "1.234.567", "number 1234567 kr !HP1011 «1.234.567» → 1 234 567"},
        {VT_MONEY, 0, NULL, "1.234.567", "number 1234567 kr"},
        {VT_MONEY, CELL, NULL, "1.234,50", "number 1234.50 kr !HP1011 «1.234,50» → 1 234,50"},
        {VT_COUNT, CELL, NULL, "67 0563", "bad !HP1010 «67 0563»"},
        {VT_COUNT, 0, NULL, "67 0563", "bad"},
        {VT_MONEY, CELL, NULL, "12345 678", "bad !HP1010 «12345 678»"},
        {VT_MONEY, 0, NULL, "ca 12345 678 kr", "bad !HP1010 «12345 678»"},
        {VT_MONEY, 0, NULL, "12345 678 901 mill. kr", "bad !HP1010 «12345 678 901»"},
        {VT_MONEY, 0, NULL, "2018 100", "bad !HP3005 «100»"},
        {VT_MONEY, 0, NULL, "12345 6789", "bad !HP3005 «6789»"},
        {VT_MONEY, 0, NULL, "12345 678 90", "bad !HP3005 «678 90»"},
        {VT_QUANTITY, CELL, NULL, "1,2,3", "bad !HP1010 «1,2,3»"},
        {VT_MONEY, CELL, NULL, "250'", "bad !HP1013 «250'» → 250 tusen kr"},
        {VT_MONEY, CELL, NULL, "400–600 000 kr", "bad !HP1014 «400–600 000»"},
        {VT_MONEY, 0, NULL, "400–600 000 kr", "bad"},
        {VT_DATE, CELL, NULL, "31.2.2018", "bad !HP1027 «31.2.2018»"},
        {VT_DATE, 0, NULL, "31.2.2018", "bad"},
        {VT_MONEY, 0, NULL, "14.12.2017", "bad !HP3001 «14.12.2017»"},
        {VT_MONEY, 0, NULL, "kommunestyret", "bad !HP3001 «kommunestyret»"},
        {VT_MONEY, 0, NULL, "12,5 årsverk", "bad !HP3002 «årsverk»"},
        {VT_MONEY, 0, NULL, "12 elefanter", "bad !HP3002 «elefanter»"},
        {VT_MONEY, 0, NULL, "4 %", "bad !HP3002 «%»"},
        {VT_PERCENT, 0, NULL, "38,2 mill", "bad !HP3002 «mill»"},
        {VT_FTE, 0, NULL, "27 ansatte", "bad !HP3002 «ansatte»"},
        {VT_QUANTITY, 0, "%", "4 kr", "bad !HP3002 «kr»"},
        {VT_QUANTITY, 0, "%", "3 prosentpoeng", "bad !HP3002 «prosentpoeng»"},
        {VT_QUANTITY, 0, "kr/innbygger", "4405 kr/m2", "bad !HP3002 «kr/m2»"},
        {VT_MONEY, 0, NULL, "38,2 mil. kr", "bad !HP3003 «mil. kr» → mill. kr"},
        {VT_MONEY, 0, NULL, "38,2 mil kr", "bad !HP3003 «mil kr» → mill kr"},
        {VT_FTE, 0, NULL, "3 årverk", "bad !HP3003 «årverk» → årsverk"},
        {VT_QUANTITY, 0, NULL, "12 prosnet", "bad !HP3003 «prosnet» → prosent"},
        {VT_QUANTITY, 0, NULL, "12 kurver", "number 12 kurver?"},
        {VT_MONEY, 0, NULL, "38,2 mill. kr i 2018", "bad !HP3005 «i 2018»"},
        {VT_COUNT, CELL, NULL, "2018 100", "bad !HP3005 «100»"},
        {VT_QUANTITY, 0, NULL, "24/7", "bad !HP3001 «24/7»"},
        {VT_MONEY, 0, NULL, "\"fem\"", "bad !HP3001 «\"fem\"»"},
        {VT_MONEY, 0, NULL, "fem", "bad !HP3001 «fem»"},
        {VT_QUANTITY, 0, NULL, "fem", "text fem"},
    };
    RUN(cases);
}
END_TEST

START_TEST(letters_struck_for_digits)
{
    static const Case cases[] = {
        {VT_MONEY, CELL, NULL, "1O 000", "number 10000 kr !HP1037 «1O 000» → 10 000"},
        {VT_MONEY, CELL, NULL, "l0 OOO", "number 10000 kr !HP1037 «l0 OOO» → 10 000"},
        {VT_MONEY, 0, NULL, "– l 200 000 kr",
         "number -1200000 kr !HP1037 «l 200 000» → 1 200 000"},
        {VT_MONEY, 0, NULL, "1O 000", "number 10000 kr"}, /* the scanner has told */
        {VT_QUANTITY, CELL, NULL, "12,O %", "number 12.0 % !HP1037 «12,O» → 12,0"},
        {VT_DATE, CELL, NULL, "31.12.2O27",
         "period date 2027-12-31..2027-12-31 !HP1037 «31.12.2O27» → 31.12.2027"},
        {VT_QUANTITY, CELL, NULL, "10l", "number 10 liter"},
        {VT_QUANTITY, CELL, NULL, "I 100 dager", "text I 100 dager"},
        {VT_QUANTITY, CELL, NULL, "O2", "text O2"},
    };
    RUN(cases);
}
END_TEST

START_TEST(in_formulas)
{
    static const Case cases[] = {
        {VT_QUANTITY, FORMULA, NULL, "tre", "number 3"},
        {VT_QUANTITY, FORMULA, NULL, "Fem", "number 5"},
        {VT_QUANTITY, FORMULA, NULL, "fem årsverk", "number 5 årsverk"},
        {VT_QUANTITY, FORMULA, NULL, "three", "number 3"},
        {VT_QUANTITY, FORMULA, NULL, "27 ansatte", "number 27 ansatte"},
        {VT_QUANTITY, FORMULA, NULL, "ramme", "words ramme"},
        {VT_QUANTITY, FORMULA, NULL, "to streker", "words to streker"},
        {VT_QUANTITY, FORMULA | COUNTED, NULL, "to", "number 2"},
        {VT_QUANTITY, FORMULA | COUNTED, NULL, "to tiltak", "number 2 tiltak?"},
        {VT_QUANTITY, FORMULA | COUNTED, NULL, "to nye avdelinger", "number 2 nye avdelinger?"},
        {VT_QUANTITY, FORMULA | COUNTED, NULL, "ca. to tiltak", "number ~ 2 tiltak?"},
        {VT_QUANTITY, FORMULA | COUNTED, NULL, "fem årsverk", "number 5 årsverk"},
        {VT_QUANTITY, FORMULA | COUNTED, NULL, "tomt hus", "words tomt hus"},
        {VT_QUANTITY, FORMULA, NULL, "ca 20", "number ~ 20"},
        {VT_QUANTITY, FORMULA, NULL, "100 %", "number 100 %"},
        {VT_QUANTITY, FORMULA, NULL, "1,5", "number 1.5"},
    };
    RUN(cases);
}
END_TEST

START_TEST(words)
{
    static const Case cases[] = {
        {VT_TEXT, 0, NULL, "\"Sunn økonomi\"", "text Sunn økonomi"},
        {VT_TEXT, 0, NULL, "«Sunn økonomi»", "text Sunn økonomi"},
        {VT_TEXT, 0, NULL, "“Sunn økonomi”", "text Sunn økonomi"},
        {VT_TEXT, 0, NULL, "kommunestyret 14.12.2017", "text kommunestyret 14.12.2017"},
        {VT_TEXT, CELL, NULL, "a \\| b", "text a | b"},
        {VT_TEXT, 0, NULL, "= ikke formel", "text = ikke formel"},
        {VT_REF, 0, NULL, "personal", "words personal"},
        {VT_REF, 0, NULL, "\"Personalavdelingen\"", "text Personalavdelingen"},
        {VT_REF, 0, NULL, "kurs \"i juni\"", "words kurs + \"i juni\""},
        {VT_REF, 0, NULL, "kurs\"i juni\"", "words kurs + \"i juni\""},
        {VT_REF, 0, NULL, "mål.\"Flere lærlinger\"", "words mål.\"Flere lærlinger\""},
        {VT_REF, 0, NULL, "mål.\"Flere lærlinger\" \"i juni\"",
         "words mål.\"Flere lærlinger\" + \"i juni\""},
        {VT_CODE, 0, NULL, "120/180/190 Administrasjon", "words 120/180/190 Administrasjon"},
        {VT_PATH, 0, NULL, "ramme.2018", "words ramme.2018"},
        {VT_MONEY, 0, NULL, "= ramme.2018", "formula ramme.2018"},
        {VT_BOOL, 0, NULL, "ja", "enum bool.yes "},
        {VT_BOOL, 0, NULL, "No", "enum bool.no "},
        {VT_UNIT, 0, NULL, "%", "unit %"},
        {VT_UNIT, 0, NULL, "kr per innbygger", "unit kr/innbygger"},
        {VT_UNIT, 0, NULL, "% av brutto driftsinntekter", "unit % av brutto driftsinntekter"},
        {VT_UNIT, 0, NULL, "elefanter", "unit elefanter?"},
        {VT_UNIT, 0, NULL, "1000 kr", "unit tusen kr"},
        {VT_UNIT, 0, NULL, "kr per 1 000 innbyggere", "unit kr/1000 innbyggere"},
        {VT_UNIT, 0, NULL, "årverk", "bad !HP3003 «årverk» → årsverk"},
        {VT_UNIT, 0, NULL, "1–6", "bad !HP3001 «1–6»"},
    };
    RUN(cases);
}
END_TEST

START_TEST(lists)
{
    World w;
    world_open(&w);
    Slot status = {.type = VT_ENUM, .type_arg = SET_STATUS, .words = true};
    Slot strict = {.type = VT_ENUM, .type_arg = SET_DIRECTION};
    ck_assert_str_eq(world_describe(&w, "ned", strict), "enum direction.down.ned ");
    ck_assert_str_eq(world_describe(&w, "nedd", strict), "bad !HP3007 «nedd»");
    ck_assert_str_eq(world_describe(&w, "helt avklart", status), "text helt avklart");
    ck_assert_str_eq(world_describe(&w, "\"helt avklart\"", status), "text helt avklart");
    ck_assert_str_eq(world_describe(&w, "utsatt til 2019", status),
                     "enum status.postponed utsatt til 2019");
    world_close(&w);
}
END_TEST

START_TEST(anything)
{
    static const Case cases[] = {
        {VT_NONE, CELL, NULL, "33 532 742", "number 33532742"},
        {VT_NONE, CELL, NULL, "38,2 mill", "number 38.2 mill. kr"},
        {VT_NONE, CELL, NULL, "Visma", "text Visma"},
        {VT_NONE, CELL, NULL, "Visma (lønn)", "text Visma (lønn)"},
        {VT_NONE, CELL, NULL, "31.12.2018", "period date 2018-12-31..2018-12-31"},
        {VT_NONE, CELL, NULL, "våren 2018", "period part 2018-1-1..2018-6-30"},
        {VT_NONE, CELL, NULL, "måles ikke", "missing never_measured"},
        {VT_NONE, CELL, NULL, "4-årsperiode", "text 4-årsperiode"},
        {VT_NONE, CELL, NULL, "67 0563", "text 67 0563"},
        {VT_NONE, CELL, NULL, "120/180/190 Administrasjon", "text 120/180/190 Administrasjon"},
        {VT_NONE, CELL, NULL, "2018", "number 2018"},
    };
    RUN(cases);
}
END_TEST

/* A quiet reader says nothing and reads alike. */
START_TEST(quiet)
{
    World w;
    world_open(&w);
    w.reader.sink = NULL;
    ck_assert_str_eq(world_describe(&w, "4.6", (Slot){.type = VT_MONEY}), "bad");
    ck_assert_str_eq(world_describe(&w, "67 0563", (Slot){.type = VT_COUNT, .cell = true}), "bad");
    ck_assert_str_eq(world_describe(&w, "1 mil. kr", (Slot){.type = VT_MONEY}), "bad");
    world_close(&w);
}
END_TEST

Suite *test_values_read_suite(void)
{
    Suite *s = suite_create("values_read");
    TCase *t = tcase_create("all");
    tcase_add_test(t, amounts);
    tcase_add_test(t, percentages_and_quotients);
    tcase_add_test(t, fte_and_footnotes);
    tcase_add_test(t, counts_and_the_rest);
    tcase_add_test(t, qualified);
    tcase_add_test(t, missing);
    tcase_add_test(t, faults);
    tcase_add_test(t, letters_struck_for_digits);
    tcase_add_test(t, in_formulas);
    tcase_add_test(t, words);
    tcase_add_test(t, lists);
    tcase_add_test(t, anything);
    tcase_add_test(t, quiet);
    suite_add_tcase(s, t);
    return s;
}
