/*
 * test_ide_hover.c — what an editor shows of the word under the pointer.
 */
#include "support/ide_fixture.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *test_ide_hover_suite(void);

static const char plan[] =
    "plan p \"Plan\" {\n"
    "  ‹1›kommune: ‹2›Kragerø;  år: 2018; versjon: utkast\n"
    "  fakta {\n"
    "    avdeling service \"Service*avdelingen*\" { leder: Kari }\n"
    "  }\n"
    "  ramme \"Netto\" { 2018: ‹3›30 ‹4›mill. kr }\n"
    "  fordeling delt \"Delt\" {\n"
    "    av: ‹5›ramme.2018\n"
    "    | funksjon | netto |\n"
    "    | ‹6›120 Administrasjon | ‹7›30 000 000 |\n"
    "    | Sum      | 30 000 000 |\n"
    "  }\n"
    "  tiltak \"Lærlinger\" { ‹8›ansvar: ‹9›service; frist: 2018 }\n"
    "}\n";

static const struct {
    int place;
    const char *range, *text[4];
} wanted[] = {
    {1, "kommune", {"**kommune**", "municipality", "engelsk"}},
    {2, "Kragerø", {"0815 **Kragerø**"}},
    {3, "30 mill. kr", {"30 mill. kr", "Netto, 2018", "fordelingen «Delt»", "innenfor avrunding"}},
    {4, "mill. kr", {"**mill. kr**", "1 = 1000000 kr"}},
    {5, "ramme", {"**ramme**", "**Netto** — ramme", "2018: 30 mill. kr"}},
    {6, "120", {"120 **Administrasjon**"}},
    {7, "30 000 000", {"30 000 000", "netto"}},
    {8, "ansvar", {"**ansvar**", "responsible"}},
    {9, "service", {"**Service\\*avdelingen\\*** — avdeling `service`", "- leder: Kari", "ett sted"}},
};

/* Without the hard blanks of amounts. */
static const char *soft(const char *text)
{
    static char out[8192];
    char *to = out;
    for (; *text != '\0' && to < out + sizeof out - 1; text++) {
        bool hard = strncmp(text, "\xC2\xA0", 2) == 0;
        *to++ = hard ? ' ' : *text;
        text += hard;
    }
    *to = '\0';
    return out;
}

START_TEST(each_says_what_it_is)
{
    IdeFixture f;
    hplan_ide_hover hover;
    ide_open(&f, plan);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        ck_assert_int_eq(hplan_ide_hover_at(f.s, 0, f.places[wanted[i].place], &hover), HPLAN_OK);
        ck_assert_str_eq(ide_words(&f, hover.range), wanted[i].range);
        const char *text = soft(hover.markdown);
        for (int k = 0; k < 4 && wanted[i].text[k] != NULL; k++)
            ck_assert_msg(strstr(text, wanted[i].text[k]) != NULL, "%s lacks %s", text,
                          wanted[i].text[k]);
    }
    ide_close(&f);
}
END_TEST

START_TEST(nothing_to_say)
{
    IdeFixture f;
    hplan_ide_hover hover;
    ide_open(&f, plan);
    ck_assert_int_eq(hplan_ide_hover_at(f.s, 0, ide_find(&f, "{\n", 1), &hover), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_ide_hover_at(f.s, 0, 99999, &hover), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_ide_hover_at(f.s, 99, 0, &hover), HPLAN_UNKNOWN);
    ide_close(&f);
}
END_TEST

Suite *test_ide_hover_suite(void)
{
    Suite *suite = suite_create("ide_hover");
    TCase *tc = tcase_create("all");
    tcase_add_test(tc, each_says_what_it_is);
    tcase_add_test(tc, nothing_to_say);
    suite_add_tcase(suite, tc);
    return suite;
}
