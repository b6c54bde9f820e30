/*
 * test_ide_numbers.c — numbers and rows are called anew wherever they are named, and
 * what is no name is said so.
 */
#include "support/command.h"
#include "support/ide_fixture.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_ide_numbers_suite(void);

static const char plan[] =
    "plan p \"P\" {\n  kommune: Kragerø; år: 2018\n  kapittel ‹5›2. \"Mål\" {\n"
    "  mål ‹1›3 \"Lesing\" {\n    tiltak 1 \"Kurs\"\n    tiltak ‹2›2 \"Bok\" { merknad: \"x\" }\n  }\n"
    "  mål 4 \"Regning\"\n  }\n"
    "  tabell t \"T\" {\n    | navn | post | 2018 |\n    | skole‹4› | Grunn‹3›skole | 10 ‹6›kr |\n"
    "    | barn | Barnehage | 5 kr |\n    | | ‹8›Sum | 15 kr |\n  }\n"
    "  \"\"\"\n  Det er {ett = antall(tiltak i mål.3 der merknad = \"x\")}, og "
    "{10 kr = t.skole.2018} og\n  {10 kr = t.\"Grunnskole\".‹7›2018}. Tekst.‹9›\n  \"\"\"\n}\n";

/* Each place says the old one, and is to say `to`. */
static void renames(IdeFixture *f, int place, const char *to, const char *old, size_t count)
{
    hplan_edits edits;
    hplan_range at;
    const char *name, *why;
    ck_assert_int_eq(hplan_ide_renamable(f->s, 0, f->places[place], &at, &name, &why), HPLAN_OK);
    ck_assert_str_eq(name, old);
    ck_assert_str_eq(ide_words(f, at), old);
    hplan_status status = hplan_ide_rename(f->s, 0, f->places[place], to, &edits, &why);
    ck_assert_msg(status == HPLAN_OK, "%s: %s", to, why == NULL ? "?" : why);
    ck_assert_uint_eq(edits.count, count);
    for (size_t i = 0; i < count; i++)
        ck_assert_str_eq(ide_words(f, edits.at[i].range), old);
}

START_TEST(a_number)
{
    IdeFixture f;
    ide_open(&f, plan);
    renames(&f, 1, "5", "3", 2);
    renames(&f, 2, "7", "2", 1);
    renames(&f, 5, "1", "2", 1); /* the dot of the ordinal stays */
    ide_close(&f);
}
END_TEST

START_TEST(a_row)
{
    IdeFixture f;
    hplan_edits edits;
    const char *why;
    ide_open(&f, plan);
    renames(&f, 3, "Skolen", "Grunnskole", 2);
    renames(&f, 4, "grunn", "skole", 2);
    ck_assert_int_eq(hplan_ide_rename(f.s, 0, f.places[3], "Inn | ut", &edits, &why), HPLAN_OK);
    ck_assert_str_eq(edits.at[0].text, "Inn \\| ut");
    ck_assert_str_eq(edits.at[1].text, "Inn | ut");
    ide_close(&f);
}
END_TEST

START_TEST(what_cannot_be_called_so)
{
    static const struct {
        int place;
        const char *to, *why;
    } refused[] = {
        {1, "4", "Det heter allerede noe annet: mål «Regning»"},
        {1, "fire", "Et nummer er sifre"},
        {1, "3.", "Et nummer er sifre"},
        {1, ".3", "Et nummer er sifre"},
        {1, "3..1", "Et nummer er sifre"},
        {1, "", "Et nummer er sifre"},
        {3, "Barnehage", "Det heter allerede noe annet: raden «Barnehage»"},
        {3, "", "En tittel kan ikke"},
        {3, "Sum", "Det heter allerede noe annet"},
        {3, "Herav grunnskole", "Med det navnet ville planen si noe annet"},
        {4, "barn", "Det heter allerede noe annet"},
        {4, "to ord", "Et navn er ett ord"},
    };
    IdeFixture f;
    hplan_edits edits;
    const char *why;
    ide_open(&f, plan);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        hplan_status status = hplan_ide_rename(f.s, 0, f.places[refused[i].place], refused[i].to,
                                               &edits, &why);
        ck_assert_msg(status == HPLAN_REFUSED, "%s: %d", refused[i].to, (int)status);
        expect_part(why, refused[i].why);
    }
    ide_close(&f);
}
END_TEST

static void has_no_name(const IdeFixture *f, size_t at, const char *because)
{
    hplan_range range;
    const char *name, *why;
    ck_assert_int_eq(hplan_ide_renamable(f->s, 0, at, &range, &name, &why), HPLAN_REFUSED);
    expect_part(why, because);
}

START_TEST(what_has_no_name_says_so)
{
    IdeFixture f;
    ide_open(&f, plan);
    has_no_name(&f, 1, "et ord i språket");
    has_no_name(&f, f.places[6], "En måleenhet");
    has_no_name(&f, f.places[7], "En kolonne");
    has_no_name(&f, f.places[8], "et ord i språket");
    has_no_name(&f, f.places[9], "ikke noe navn");
    has_no_name(&f, ide_find(&f, "Kragerø", 1), "En kode");
    ide_close(&f);
}
END_TEST

/* The report names the plan's things by their numbers. */
START_TEST(across_plan_and_report)
{
    Place p = place_open();
    hplan_session *s = hplan_session_open(NULL);
    hplan_edits edits;
    const char *why;
    char path[320];
    static const char report[] = "bruk \"p.hplan\"\nrapport r \"R\" {\n  for: p\n  versjon: utkast\n  mål 3 { status: nådd }\n}\n";
    place_write(&p, "p.hplan", "plan p \"P\" {\n  kommune: Kragerø; år: 2018\n  mål 3 \"M\"\n}\n");
    place_write(&p, "r.hplan", report);
    snprintf(path, sizeof path, "%s/r.hplan", p.folder);
    ck_assert_int_eq(hplan_file_add(s, path), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    size_t at = (size_t)(strstr(report, "mål 3") - report) + strlen("mål ");
    ck_assert_int_eq(hplan_ide_rename(s, 0, at, "8", &edits, &why), HPLAN_OK);
    ck_assert_uint_eq(edits.count, 2);
    ck_assert_uint_ne(edits.at[0].range.file, edits.at[1].range.file);
    hplan_session_close(s);
    place_close(&p);
}
END_TEST

Suite *test_ide_numbers_suite(void)
{
    Suite *suite = suite_create("ide_numbers");
    TCase *tc = tcase_create("numbers");
    tcase_add_test(tc, a_number);
    tcase_add_test(tc, a_row);
    tcase_add_test(tc, what_cannot_be_called_so);
    tcase_add_test(tc, what_has_no_name_says_so);
    tcase_add_test(tc, across_plan_and_report);
    suite_add_tcase(suite, tc);
    return suite;
}
