/*
 * test_ide_tokens.c — a file in colours, as ide.h gives it.
 */
#include "support/ide_fixture.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_ide_tokens_suite(void);

static const char letters[HPLAN_CLASS_COUNT + 1] = "#KPVFRNTZUCO\"";

static const char plan[] =
    "# Om\n"
    "plan p \"Plan\" {\n"
    "  år: 2018; versjon: utkast\n"
    "  avdeling ikt \"IKT\" { årsverk: ca. 10,5 årsverk; funksjon: 120/180 }\n"
    "  ramme \"Netto\" { 2018: 30 mill. kr = 3 * 10 mill. kr }\n"
    "  fordeling delt \"Delt\" {\n"
    "    | avdeling | netto |\n"
    "    | IKT      |    30 |\n"
    "    | Sum      | = delt.IKT |\n"
    "  }\n"
    "  \"\"\"\n"
    "  To linjer {ramme.2018 : mill. kr}\n"
    "  og [her](avdeling:ikt).\n"
    "  \"\"\"\n"
    "  krev: antall(tiltak der ansvar = ikt) >= 0\n"
    "}\n";

static const char wanted[] =
    "## Om\n"
    "Kplan N!p T!\"Plan\"\n"
    "Pår Z2018 Pversjon Vutkast\n"
    "Kavdeling N!ikt T!\"IKT\" Pårsverk Vca. Z10,5 Uårsverk Pfunksjon C120 Z/ C180\n"
    "Kramme T!\"Netto\" Z2018 Z30 Umill. kr O= Z3 O* Z10 Umill. kr\n"
    "Kfordeling N!delt T!\"Delt\"\n"
    "Pavdeling Pnetto\n"
    "NIKT Z30\n"
    "RSum O= Ndelt NIKT\n"
    "\"\"\"\"\n"
    "\"To linjer O{ Kramme Z2018 O: Umill. kr O}\n"
    "\"og [her]( Kavdeling \": Nikt \").\n"
    "\"\"\"\"\n"
    "Pkrev Fantall Ktiltak Oder Pansvar O= Nikt O>= Z0\n";

START_TEST(each_word_has_its_colour)
{
    IdeFixture f;
    hplan_ide_tokens all;
    char got[4096] = "";
    size_t line = SIZE_MAX;
    ide_open(&f, plan);
    ck_assert_int_eq(hplan_ide_tokens_of(f.s, 0, &all), HPLAN_OK);
    for (size_t i = 0; i < all.count; i++) {
        const hplan_ide_token *t = &all.at[i];
        size_t here = hplan_position_of(f.s, 0, t->range.start, HPLAN_COLUMNS_UTF8).line;
        if (i > 0)
            strcat(got, here == line ? " " : "\n");
        line = here;
        snprintf(got + strlen(got), sizeof got - strlen(got), "%c%s%s", letters[t->kind],
                 t->declares ? "!" : "", ide_words(&f, t->range));
    }
    strcat(got, "\n");
    ck_assert_str_eq(got, wanted);
    ck_assert_int_eq(hplan_ide_tokens_of(f.s, 9, &all), HPLAN_UNKNOWN);
    ide_close(&f);
}
END_TEST

START_TEST(what_cannot_be_read_has_none)
{
    IdeFixture f;
    hplan_ide_tokens all;
    ide_open(&f, "plan p \"Plan\" {\n  tiltak ((( \n  ansvar: }\n \"\"\" {= + } \n");
    ck_assert_int_eq(hplan_ide_tokens_of(f.s, 0, &all), HPLAN_OK);
    ck_assert_uint_ge(all.count, 3);
    ck_assert_str_eq(ide_words(&f, all.at[0].range), "plan");
    ide_close(&f);
}
END_TEST

Suite *test_ide_tokens_suite(void)
{
    Suite *suite = suite_create("ide_tokens");
    TCase *tc = tcase_create("all");
    tcase_add_test(tc, each_word_has_its_colour);
    tcase_add_test(tc, what_cannot_be_read_has_none);
    suite_add_tcase(suite, tc);
    return suite;
}
