/*
 * test_ide_hints.c — hints, lenses and actions, as ide.h gives them.
 */
#include "support/ide_fixture.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *test_ide_hints_suite(void);

static const char plan[] =
    "plan p \"Plan\" {\n"
    "  kommune: Kragerø; år: 2018; versjon: utkast\n"
    "  avdeling service \"Service\"; avdeling ikt \"IKT\"\n"
    "  ramme rammen \"Netto\" { 2018: 1 234 000 kr }\n"
    "  nøkkeltall to \"To\" { 2018: = antall(avdeling) }\n"
    "  fordeling delt \"Delt\" {\n"
    "    | avdeling | netto   |\n"
    "    | Service  | 234 000 |\n"
    "    | IKT      | 1 000 000 |\n"
    "  }\n"
    "  tabell sum \"Med sum\" {\n"
    "    | hva  | kr |\n"
    "    | a    | 1  |\n"
    "    | b    | 2  |\n"
    "    | Sum  | 4  |\n"
    "  }\n"
    "  krev: sum(delt.netto) = rammen.2018\n"
    "  krev: antall(avdeling) = 3\n"
    "  mål best \"Best\" {\n"
    "    tiltak \"Ett\" { status: ferdig }\n"
    "    tiltak \"To\" { status: pågår }\n"
    "    indikator \"I\" { måles i: % }\n"
    "  }\n"
    "  mål tomt \"Tomt\"\n"
    "  \"\"\"Vi har {rammen.2018} og 1 234 000 kr igjen.\"\"\"\n"
    "}\n";

static const char *soft(const char *text)
{
    static char out[1024];
    char *to = out;
    for (; *text != '\0' && to < out + sizeof out - 1; text++) {
        bool hard = strncmp(text, "\xC2\xA0", 2) == 0;
        *to++ = hard ? ' ' : *text;
        text += hard;
    }
    *to = '\0';
    return out;
}

static hplan_range whole(void)
{
    return (hplan_range){0, 0, strlen(plan)};
}

START_TEST(hints)
{
    static const struct {
        const char *behind, *text;
    } wanted[] = {
        {"2018: = antall(avdeling)", " = 2"},
        {"1 000 000 |", " Σ netto 1 234 000 kr"},
        {"| Sum  | 4  |", " ✗"},
        {"rammen.2018", " ✓"},
        {"= 3", " ✗"},
        {"{rammen.2018}", " = 1 234 000 kr"},
    };
    IdeFixture f;
    hplan_ide_hints all;
    ide_open(&f, plan);
    ck_assert_int_eq(hplan_ide_hints_in(f.s, whole(), &all), HPLAN_OK);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        size_t at = ide_find(&f, wanted[i].behind, 1) + strlen(wanted[i].behind);
        bool found = false;
        for (size_t k = 0; k < all.count; k++)
            found = found || (all.at[k].offset == at &&
                              strcmp(soft(all.at[k].text), wanted[i].text) == 0);
        ck_assert_msg(found, "%s behind %s", wanted[i].text, wanted[i].behind);
    }
    for (size_t k = 1; k < all.count; k++)
        ck_assert_uint_le(all.at[k - 1].offset, all.at[k].offset);
    hplan_range none = {0, 0, 5};
    ck_assert_int_eq(hplan_ide_hints_in(f.s, none, &all), HPLAN_OK);
    ck_assert_uint_eq(all.count, 0);
    ide_close(&f);
}
END_TEST

START_TEST(lenses)
{
    IdeFixture f;
    hplan_ide_lenses all;
    ide_open(&f, plan);
    ck_assert_int_eq(hplan_ide_lenses_of(f.s, 0, &all), HPLAN_OK);
    ck_assert_uint_eq(all.count, 2);
    ck_assert_str_eq(all.at[0].title, "2 tiltak · 1 ferdig · 1 indikator");
    ck_assert_str_eq(ide_words(&f, all.at[0].range), "mål best \"Best\"");
    ck_assert_str_eq(all.at[1].title, "ingen tiltak");
    ide_close(&f);
}
END_TEST

static const hplan_ide_action *action_at(IdeFixture *f, const char *where, const char *title)
{
    static hplan_ide_actions all;
    size_t at = ide_find(f, where, 1);
    hplan_range range = {0, at, at};
    ck_assert_int_eq(hplan_ide_actions_in(f->s, range, &all), HPLAN_OK);
    for (size_t i = 0; i < all.count; i++)
        if (strncmp(all.at[i].title, title, strlen(title)) == 0)
            return &all.at[i];
    return NULL;
}

START_TEST(actions)
{
    static const struct {
        const char *where, *title, *replaces, *text;
    } wanted[] = {
        {"| Service", "Legg til", "", "\n    | Sum | 1 234 000 kr |"},
        {"rammen.2018}", "Skriv hva", "", "1 234 000 kr = "},
        {"234 000 kr igjen", "Knytt", "1 234 000 kr", "{1 234 000 kr = rammen.2018}"},
        {"antall(avdeling) }", "Skriv hva", "", "2 "},
    };
    IdeFixture f;
    ide_open(&f, plan);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        const hplan_ide_action *a = action_at(&f, wanted[i].where, wanted[i].title);
        ck_assert_msg(a != NULL, "no %s at %s", wanted[i].title, wanted[i].where);
        ck_assert_uint_eq(a->edits.count, 1);
        ck_assert_str_eq(ide_words(&f, a->edits.at[0].range), wanted[i].replaces);
        ck_assert_str_eq(a->edits.at[0].text, wanted[i].text);
    }
    ck_assert_ptr_null(action_at(&f, "| a ", "Legg til")); /* it has one */
    ck_assert_ptr_null(action_at(&f, "kommune", ""));
    ide_close(&f);
}
END_TEST

START_TEST(answers)
{
    static const char report[] = "plan p \"P\" {\n  år: 2026\n"
                                 "  mål lesing \"Les\" { tiltak \"Kurs\" { frist: 2026 } }\n}\n"
                                 "rapport r \"R\" {\n  år: 2026\n  for: p\n}\n";
    IdeFixture f;
    ide_open(&f, report);
    const hplan_ide_action *a = action_at(&f, "rapport r", "Legg inn");
    ck_assert_ptr_nonnull(a);
    ck_assert_str_eq(a->edits.at[0].text, "  mål lesing {\n    status: \n  }\n"
                                          "  tiltak \"Kurs\" {\n    status: \n  }\n");
    ck_assert_uint_eq(a->edits.at[0].range.start, sizeof report - 1 - strlen("}\n"));
    ck_assert_ptr_null(action_at(&f, "mål lesing", "Legg inn"));
    ide_close(&f);
}
END_TEST

Suite *test_ide_hints_suite(void)
{
    Suite *suite = suite_create("ide_hints");
    TCase *tc = tcase_create("all");
    tcase_add_test(tc, hints);
    tcase_add_test(tc, lenses);
    tcase_add_test(tc, actions);
    tcase_add_test(tc, answers);
    suite_add_tcase(suite, tc);
    return suite;
}
