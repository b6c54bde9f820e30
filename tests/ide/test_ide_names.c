/*
 * test_ide_names.c — definition, references and renaming, as ide.h gives them.
 */
#include "support/command.h"
#include "support/ide_fixture.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_ide_names_suite(void);

static const char plan[] =
    "plan p \"Plan\" {\n"
    "  kommune: Kragerø;  år: 2018; versjon: utkast\n"
    "  fakta {\n"
    "    avdeling ‹1›service \"Service‹2›avdelingen\"\n"
    "    avdeling ikt \"IKT-avdelingen\"\n"
    "  }\n"
    "  ramme \"Netto\" { 2018: 30 kr }\n"
    "  fordeling delt \"Delt\" {\n"
    "    av: ramme‹3›.2018\n"
    "    | avdeling          | netto |\n"
    "    | ‹4›Serviceavdelingen |    10 |\n"
    "    | IKT-avdelingen    |    20 |\n"
    "    | Sum               |    30 |\n"
    "  }\n"
    "  mål best \"Best\" {\n"
    "    tiltak \"Lærlinger\" { ansvar: serv‹5›ice; frist: 2018 }\n"
    "    tiltak \"Opplæring\" { ansvar: \"‹6›Serviceavdelingen\"; frist: 2018 }\n"
    "  }\n"
    "  om service {\n"
    "    \"\"\"[her](avdeling:‹7›service) {delt.Serviceavdelingen.netto} {1 = antall(tiltak der\n"
    "    ansvar = service)}.\"\"\"\n"
    "  }\n"
    "}\n";

START_TEST(definitions)
{
    IdeFixture f;
    hplan_range at;
    ide_open(&f, plan);
    for (int i = 1; i <= 7; i++) {
        ck_assert_int_eq(hplan_ide_definition(f.s, 0, f.places[i], &at), HPLAN_OK);
        ck_assert_str_eq(ide_words(&f, at), i == 3 ? "\"Netto\"" : "service");
    }
    ck_assert_int_eq(hplan_ide_definition(f.s, 0, ide_find(&f, "kommune", 1), &at), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_ide_definition(f.s, 9, 0, &at), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_ide_definition(f.s, 0, 999999, &at), HPLAN_UNKNOWN);
    ide_close(&f);
}
END_TEST

START_TEST(references)
{
    static const char *const wanted[] = {"service", "Serviceavdelingen", "service",
                                         "\"Serviceavdelingen\"", "service", "service",
                                         "Serviceavdelingen", "service"};
    IdeFixture f;
    hplan_ranges all;
    ide_open(&f, plan);
    for (int i = 1; i <= 7; i++) {
        if (i == 3)
            continue;
        ck_assert_int_eq(hplan_ide_references(f.s, 0, f.places[i], true, &all), HPLAN_OK);
        ck_assert_uint_eq(all.count, 8);
        for (size_t k = 0; k < all.count; k++)
            ck_assert_str_eq(ide_words(&f, all.at[k]), wanted[k]);
        ck_assert_int_eq(hplan_ide_references(f.s, 0, f.places[i], false, &all), HPLAN_OK);
        ck_assert_uint_eq(all.count, 7);
    }
    ide_close(&f);
}
END_TEST

static void rename_at(IdeFixture *f, int place, const char *to, hplan_edits *edits)
{
    const char *why;
    hplan_status status = hplan_ide_rename(f->s, 0, f->places[place], to, edits, &why);
    ck_assert_msg(status == HPLAN_OK, "%s: %s", to, why == NULL ? "?" : why);
}

START_TEST(a_name)
{
    IdeFixture f;
    hplan_edits edits;
    hplan_range at;
    const char *name, *why;
    ide_open(&f, plan);
    ck_assert_int_eq(hplan_ide_renamable(f.s, 0, f.places[5], &at, &name, &why), HPLAN_OK);
    ck_assert_str_eq(name, "service");
    ck_assert_str_eq(ide_words(&f, at), "service");
    rename_at(&f, 5, "innbyggertorg", &edits);
    ck_assert_uint_eq(edits.count, 5);
    for (size_t i = 0; i < edits.count; i++) {
        ck_assert_str_eq(ide_words(&f, edits.at[i].range), "service");
        ck_assert_str_eq(edits.at[i].text, "innbyggertorg");
    }
    ide_close(&f);
}
END_TEST

START_TEST(a_title)
{
    static const char *const texts[] = {"Inn | ut", "Inn \\| ut", "Inn | ut", "\"Inn | ut\""};
    IdeFixture f;
    hplan_edits edits;
    hplan_range at;
    const char *name, *why;
    ide_open(&f, plan);
    ck_assert_int_eq(hplan_ide_renamable(f.s, 0, f.places[4], &at, &name, &why), HPLAN_OK);
    ck_assert_str_eq(name, "Serviceavdelingen");
    rename_at(&f, 6, "Inn | ut", &edits);
    ck_assert_uint_eq(edits.count, 4);
    for (size_t i = 0; i < edits.count; i++) {
        ck_assert_str_eq(ide_words(&f, edits.at[i].range), "Serviceavdelingen");
        ck_assert_str_eq(edits.at[i].text, texts[i]);
    }
    ide_close(&f);
}
END_TEST

START_TEST(what_cannot_be)
{
    static const struct {
        int place;
        const char *to;
    } refused[] = {
        {1, "to ord"}, {1, ""},   {1, "a.b"}, {1, "ikt"}, {1, "2018"}, {1, "IKT"},
        {2, ""},       {2, "a\"b"}, {2, "a\nb"}, {2, "IKT-avdelingen"}, {2, "Sum"},
    };
    IdeFixture f;
    hplan_edits edits;
    const char *why;
    ide_open(&f, plan);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        hplan_status status = hplan_ide_rename(f.s, 0, f.places[refused[i].place], refused[i].to,
                                               &edits, &why);
        ck_assert_msg(status == HPLAN_REFUSED, "%s: %d", refused[i].to, (int)status);
        ck_assert_ptr_nonnull(why);
        ck_assert_uint_gt(strlen(why), 20);
    }
    ck_assert_int_eq(hplan_ide_rename(f.s, 0, f.places[3], "x", &edits, &why), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_ide_rename(f.s, 0, 0, "x", &edits, &why), HPLAN_UNKNOWN);
    ide_close(&f);
}
END_TEST

START_TEST(across_files)
{
    IdeFixture f;
    hplan_range at;
    hplan_edits edits;
    hplan_ranges all;
    const char *why;
    ide_open_file(&f, HPLAN_ROOT "/examples/kragero-2018/handlingsplan.hplan");
    size_t om = ide_find(&f, "om service", 1) + 3;
    ck_assert_int_eq(hplan_ide_definition(f.s, 0, om, &at), HPLAN_OK);
    ck_assert_uint_ne(at.file, 0);
    ck_assert_int_eq(hplan_ide_references(f.s, 0, om, true, &all), HPLAN_OK);
    ck_assert_uint_ge(all.count, 4);
    ck_assert_int_eq(hplan_ide_rename(f.s, at.file, at.start, "innbyggertorg", &edits, &why),
                     HPLAN_OK);
    ck_assert_uint_eq(edits.at[0].range.file, 0);
    ck_assert_uint_eq(edits.at[edits.count - 1].range.file, at.file);
    ck_assert_int_eq(hplan_ide_definition(f.s, 0, ide_find(&f, "organisasjon.hplan", 1), &at),
                     HPLAN_OK);
    ck_assert_ptr_nonnull(strstr(hplan_file_name(f.s, at.file), "organisasjon.hplan"));
    ide_close(&f);
}
END_TEST

static size_t file_named(hplan_session *s, const char *name)
{
    size_t i = 0;
    while (i < hplan_file_count(s) && strstr(hplan_file_name(s, i), name) == NULL)
        i++;
    ck_assert_uint_lt(i, hplan_file_count(s));
    return i;
}

/* Two plans take in one file, and a part names a plan that does not take it in. */
START_TEST(across_plans)
{
    Place p = place_open();
    hplan_session *s = hplan_session_open(NULL);
    hplan_edits edits;
    hplan_range at;
    const char *why;
    place_write(&p, "org.hplan", "avdeling ikt \"IKT\"\n");
    place_write(&p, "a.hplan", "plan a \"A\" {\n  bruk \"org.hplan\"\n  tiltak \"T\" { ansvar: ikt }\n}\n");
    place_write(&p, "b.hplan", "plan b \"B\" {\n  bruk \"org.hplan\"\n  om ikt { tiltak \"U\" }\n}\n");
    place_write(&p, "alene.hplan", "del av \"a.hplan\"\navdeling hr \"HR\"\n");
    ck_assert_int_eq(hplan_folder_add(s, p.folder), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    size_t b = file_named(s, "b.hplan");
    size_t om = strlen("plan b \"B\" {\n  bruk \"org.hplan\"\n  om ");
    ck_assert_int_eq(hplan_ide_rename(s, b, om, "data", &edits, &why), HPLAN_OK);
    ck_assert_uint_eq(edits.count, 3);
    size_t alone = file_named(s, "alene.hplan");
    ck_assert_int_eq(hplan_ide_definition(s, alone, strlen("del av \"a"), &at), HPLAN_OK);
    ck_assert_uint_eq(at.file, file_named(s, "a.hplan"));
    ck_assert_int_eq(hplan_ide_rename(s, alone, strlen("del av \"a.hplan\"\navdeling "), "lønn",
                                      &edits, &why), HPLAN_OK);
    ck_assert_uint_eq(edits.count, 1);
    hplan_session_close(s);
    place_close(&p);
}
END_TEST

Suite *test_ide_names_suite(void)
{
    Suite *suite = suite_create("ide_names");
    TCase *tc = tcase_create("all");
    tcase_add_test(tc, definitions);
    tcase_add_test(tc, references);
    tcase_add_test(tc, a_name);
    tcase_add_test(tc, a_title);
    tcase_add_test(tc, what_cannot_be);
    tcase_add_test(tc, across_files);
    tcase_add_test(tc, across_plans);
    suite_add_tcase(suite, tc);
    return suite;
}
