/*
 * test_ide_complete.c — what could be written at a place, also in lines that are half written.
 */
#include "support/ide_fixture.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *test_ide_complete_suite(void);

#define HEAD                                                        \
    "plan p \"Plan\" {\n"                                           \
    "  kommune: Kragerø; år: 2018; versjon: utkast\n"               \
    "  avdeling service \"Serviceavdelingen\"; avdeling ikt \"IKT\"\n" \
    "  ramme \"Netto\" { 2018: 30 kr; 2017: 20 kr }\n"              \
    "  mål best \"Best\" { tiltak \"Ett\" { ansvar: ikt } }\n"      \
    "  fordeling delt \"Delt\" {\n"                                 \
    "    | avdeling | netto |\n"                                    \
    "    | IKT      |    30 |\n"                                    \
    "  }\n"

#define PARTS                                 \
    "  tabell post \"Post\" {\n"             \
    "    | post                 | 2018 |\n"  \
    "    | Skatt/avgift         |    1 |\n"  \
    "    | 50+                  |    2 |\n"  \
    "    | Kultur \"og\" fritid |    3 |\n"  \
    "  }\n"

typedef struct Case {
    const char *text;    /* behind HEAD; ‹1› is the cursor */
    const char *has;     /* a label that is offered */
    const char *edit;    /* what it writes; NULL: the label */
    const char *replaces;
    const char *lacks;   /* one that is not; NULL: none */
} Case;

static const Case cases[] = {
    /* statements */
    {"  til‹1›\n}\n", "tiltak", "tiltak \"${1}\" {\n\t$0\n}", "til", "ramme"},
    {"  ‹1›\n}\n", "periode", "periode: ", "", "frist"},
    {"  tiltak \"To\" { ‹1› }\n}\n", "ansvar", "ansvar: ", "", "kommune"},
    {"  tiltak \"To\" { ansvar: ikt; hører t‹1›", "hører til", "hører til: ", "hører t", "ansvar"},
    {"  tiltak \"To\" { frist: 2018; f‹1› }\n}\n", NULL, NULL, NULL, "frist"},
    {"  tiltak «To: a, #4» { ‹1› }\n}\n", "ansvar", "ansvar: ", "", "kommune"},
    /* values */
    {"  tiltak \"To\" { ansvar: ser‹1›", "service", NULL, "ser", "ikt"},
    {"  tiltak \"To\" {\n    ansvar: ‹1›\n  }\n}\n", "ikt", NULL, "", "best"},
    {"  tiltak \"To\" { ansvar: ikt, s‹1› }\n}\n", "service", NULL, "s", NULL},
    {"  tiltak \"To\" { ansvar: \"Serv‹1›", "Serviceavdelingen", "\"Serviceavdelingen\"", "\"Serv",
     "service"},
    {"  tiltak \"To\" { ansvar: «Serv‹1›", "Serviceavdelingen", "\"Serviceavdelingen\"", "«Serv",
     "service"},
    {"  tiltak \"To\" { status: ‹1› }\n}\n", "ferdig", NULL, "", "utkast"},
    {"  tiltak \"To\" { kostnad: 20 mi‹1› }\n}\n", "mill. kr", NULL, "mi", "årsverk"},
    {"  frist: ‹1›\n}\n", NULL, NULL, NULL, "service"},
    {"  fordeling to \"To\" { funksjon: 12‹1› }\n}\n", "120", NULL, "12", "393"},
    {"  om ‹1›\n}\n", "service", NULL, "", NULL},
    /* formulas */
    {"  krev: ant‹1›\n}\n", "antall", "antall(${1})", "ant", NULL},
    {"  krev: ramme.‹1›\n}\n", "2018", NULL, "", "antall"},
    {"  krev: mål.‹1› = 1\n}\n", "best", NULL, "", "service"},
    {"  krev: delt.‹1›\n}\n", "netto", NULL, "", "antall"},
    {"  krev: antall(tiltak der ‹1›) = 1\n}\n", "ansvar", NULL, "", "service"},
    {"  krev: antall(tiltak der ansvar = i‹1›) = 1\n}\n", "ikt", NULL, "i", "ansvar"},
    {"  krev: antall(tiltak der status = ‹1›", "ferdig", NULL, "", "ikt"},
    {"  \"\"\"\n  Vi har {ra‹1›\n", "ramme", NULL, "ra", NULL},
    {"  \"\"\"\n  Se [her](avdeling:‹1›\n", "service", NULL, "", "best"},
    /* what is no bare word stands in quotation marks, and in others where it has some itself */
    {PARTS "  krev: post.‹1›\n}\n", "Skatt/avgift", NULL, "", NULL},
    {PARTS "  krev: post.‹1›\n}\n", "\"50+\"", NULL, "", "50+"},
    {PARTS "  krev: post.‹1›\n}\n", "«Kultur \"og\" fritid»", NULL, "", NULL},
    {"  avdeling «Kultur \"og\" fritid»; tiltak \"To\" { ansvar: ‹1› }\n}\n",
     "Kultur \"og\" fritid", "«Kultur \"og\" fritid»", "", NULL},
    /* tables */
    {"  fordeling to \"To\" {\n    | ‹1›\n", "avdeling", NULL, "", "IKT"},
    {"  fordeling to \"To\" {\n    | avdeling | ne‹1› |\n", "netto", NULL, "ne", "frist"},
    {"  fordeling to \"To\" {\n    | avdeling | netto |\n    | Se‹1›", "Serviceavdelingen", NULL,
     "Se", "service"},
    /* nothing */
    {"  # ans‹1›\n}\n", NULL, NULL, NULL, "ansvar"},
    {"  \"\"\"\n  Vi har an‹1›\n", NULL, NULL, NULL, "ansvar"},
    {"  tiltak \"an‹1›\n", NULL, NULL, NULL, "ansvar"},
};

static const hplan_ide_completion *offered(const hplan_ide_completions *all, const char *label)
{
    for (size_t i = 0; label != NULL && i < all->count; i++)
        if (strcmp(all->at[i].label, label) == 0)
            return &all->at[i];
    return NULL;
}

START_TEST(what_fits)
{
    const Case *c = &cases[_i];
    IdeFixture f;
    char text[2048];
    hplan_ide_completions all = {NULL, 0};
    snprintf(text, sizeof text, "%s%s", HEAD, c->text);
    ide_open(&f, text);
    hplan_status status = hplan_ide_complete(f.s, 0, f.places[1], &all);
    ck_assert(status == HPLAN_OK || status == HPLAN_UNKNOWN);
    const hplan_ide_completion *item = offered(&all, c->has);
    ck_assert_msg(c->has == NULL || item != NULL, "no %s in %s", c->has, c->text);
    if (item != NULL) {
        ck_assert_str_eq(item->edit.text, c->edit == NULL ? c->has : c->edit);
        ck_assert_str_eq(ide_words(&f, item->edit.range), c->replaces);
        ck_assert(item->edit.range.end == f.places[1]);
    }
    ck_assert_msg(offered(&all, c->lacks) == NULL, "%s in %s", c->lacks, c->text);
    ide_close(&f);
}
END_TEST

START_TEST(preferred_first)
{
    IdeFixture f;
    hplan_ide_completions all;
    ide_open(&f, HEAD "  tiltak \"To\" { ansvar: ‹1› }\n}\n");
    ck_assert_int_eq(hplan_ide_complete(f.s, 0, f.places[1], &all), HPLAN_OK);
    ck_assert_uint_eq(all.count, 2);
    ck_assert(all.at[0].preferred);
    ck_assert_str_eq(all.at[0].label, "ikt");
    ck_assert_str_eq(all.at[0].detail, "avdeling «IKT»");
    ck_assert_int_eq(hplan_ide_complete(f.s, 9, 0, &all), HPLAN_UNKNOWN);
    ide_close(&f);
}
END_TEST

START_TEST(in_the_language_of_the_plan)
{
    IdeFixture f;
    hplan_ide_completions all;
    ide_open(&f, "plan p \"Plan\" {\n  language: en\n  mea‹1›\n}\n");
    ck_assert_int_eq(hplan_ide_complete(f.s, 0, f.places[1], &all), HPLAN_OK);
    ck_assert_ptr_nonnull(offered(&all, "measure"));
    ck_assert_ptr_null(offered(&all, "tiltak"));
    ide_close(&f);
}
END_TEST

Suite *test_ide_complete_suite(void)
{
    Suite *suite = suite_create("ide_complete");
    TCase *tc = tcase_create("all");
    tcase_add_loop_test(tc, what_fits, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_test(tc, preferred_first);
    tcase_add_test(tc, in_the_language_of_the_plan);
    suite_add_tcase(suite, tc);
    return suite;
}
