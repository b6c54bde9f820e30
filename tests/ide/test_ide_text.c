/*
 * test_ide_text.c — files, places, findings piece by piece, symbols and folds, as ide.h gives them.
 */
#include "support/ide_fixture.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_ide_text_suite(void);

static const char plan[] = "# Om planen\n"
                           "# i to linjer\n"
                           "plan p \"Plan 🙂 x\" {\n"
                           "  kommune: Kragerø; år: 2018\n"
                           "  fakta { avdeling service \"Serviceavdelingen\" }\n"
                           "  ramme \"Netto\" { 2018: 30 kr }\n"
                           "  fordeling \"Delt\" {\n"
                           "    | avdeling          | netto |\n"
                           "    | Serviceavdelingen |    10 |\n"
                           "    | Sum               |    30 |\n"
                           "  }\n"
                           "  tiltak \"Lærlinger\" { ansvar: servise }\n"
                           "}\n";

START_TEST(files)
{
    IdeFixture f;
    size_t file, len;
    ide_open_file(&f, HPLAN_ROOT "/examples/kragero-2018/handlingsplan.hplan");
    ck_assert_uint_gt(hplan_file_count(f.s), 1);
    const char *path = hplan_file_path(f.s, 0);
    ck_assert_ptr_nonnull(path);
    ck_assert(path[0] == '/');
    ck_assert(hplan_file_find(f.s, path, &file));
    ck_assert_uint_eq(file, 0);
    ck_assert(!hplan_file_find(f.s, "/finnes/ikke.hplan", &file));
    ck_assert_ptr_nonnull(hplan_file_text(f.s, 1, &len));
    ck_assert_ptr_null(hplan_file_text(f.s, 4711, &len));
    ck_assert_uint_eq(len, 0);
    ide_close(&f);
    ide_open(&f, plan);
    ck_assert_ptr_null(hplan_file_path(f.s, 0));
    ck_assert_str_eq(hplan_file_name(f.s, 0), "plan.hplan");
    ide_close(&f);
}
END_TEST

static void note_root(void *found, const char *path)
{
    ck_assert_ptr_null(*(char **)found);
    *(char **)found = strdup(path);
}

/* Of a root itself, of files that it takes in, of one that nobody has read. */
START_TEST(roots_with_a_file)
{
    static const char *const names[] = {"arsmelding", "handlingsplan", "organisasjon", "ingen"};
    char path[512];
    char *folder;
    const hplan_host *host = hplan_host_files();
    ck_assert_int_eq(host->canonical(host->context, HPLAN_ROOT "/examples", &folder), HPLAN_OK);
    hplan_session *s = hplan_session_open(NULL);
    ck_assert_int_eq(hplan_folder_add(s, folder), HPLAN_OK);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *root = NULL;
        bool none = strcmp(names[i], "ingen") == 0;
        (void)snprintf(path, sizeof path, "%s/kragero-2018/%s.hplan", folder, names[i]);
        ck_assert_int_eq(hplan_roots_with(s, path, note_root, &root), HPLAN_OK);
        ck_assert_int_eq(root == NULL, none);
        ck_assert(none || strstr(root, "/kragero-2018/arsmelding.hplan") != NULL);
        free(root);
    }
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK); /* as if nobody had asked */
    ck_assert_uint_eq(hplan_finding_count(s, HPLAN_ERROR), 0);
    ck_assert_int_eq(hplan_roots_with(s, path, note_root, NULL), HPLAN_MISUSE);
    hplan_session_close(s);
    host->release(host->context, folder);
}
END_TEST

START_TEST(there_and_back)
{
    IdeFixture f;
    ide_open(&f, plan);
    for (int unit = HPLAN_COLUMNS_UTF8; unit <= HPLAN_COLUMNS_UTF16; unit++)
        for (size_t i = 0; i <= strlen(plan); i++) {
            hplan_position at = hplan_position_of(f.s, 0, i, (hplan_columns)unit);
            size_t back = hplan_offset_at(f.s, 0, at, (hplan_columns)unit);
            bool middle = ((unsigned char)plan[i] & 0xC0) == 0x80;
            ck_assert_msg(middle ? back < i : back == i, "%zu gives %zu", i, back);
        }
    /* 🙂 is two units of UTF-16 and four bytes; the x behind it stands at: */
    size_t x = ide_find(&f, " x\"", 1) + 1;
    ck_assert_uint_eq(hplan_position_of(f.s, 0, x, HPLAN_COLUMNS_UTF16).column, 16);
    ck_assert_uint_eq(hplan_position_of(f.s, 0, x, HPLAN_COLUMNS_UTF8).column, 18);
    ck_assert_uint_eq(hplan_offset_at(f.s, 0, (hplan_position){2, 9999}, HPLAN_COLUMNS_UTF16),
                      ide_find(&f, "\n", 3));
    ck_assert_uint_eq(hplan_offset_at(f.s, 0, (hplan_position){SIZE_MAX, 0}, HPLAN_COLUMNS_UTF8),
                      strlen(plan));
    ck_assert_uint_eq(hplan_offset_at(f.s, 9, (hplan_position){0, 0}, HPLAN_COLUMNS_UTF8), 0);
    ide_close(&f);
}
END_TEST

START_TEST(findings)
{
    IdeFixture f;
    hplan_finding one;
    ide_open(&f, plan);
    ck_assert_int_eq(hplan_ide_finding(f.s, 0, &one), HPLAN_OK);
    ck_assert_str_eq(one.code, "HP4001");
    ck_assert_str_eq(one.slug, "sum-avvik");
    ck_assert_int_eq(one.severity, HPLAN_ERROR);
    ck_assert(one.placed && !one.known);
    ck_assert_str_eq(ide_words(&f, one.range), "30");
    ck_assert_ptr_nonnull(one.label);
    ck_assert_uint_ge(one.note_count, 1);
    ck_assert_ptr_nonnull(strstr(one.notes[0], "10"));
    hplan_status status = HPLAN_OK;
    for (size_t n = 0; (status = hplan_ide_finding(f.s, n, &one)) == HPLAN_OK; n++)
        if (strcmp(one.code, "HP2002") == 0)
            break;
    ck_assert_int_eq(status, HPLAN_OK);
    ck_assert_str_eq(one.fix, "skriv service");
    ck_assert_uint_eq(one.edits.count, 1);
    ck_assert_str_eq(ide_words(&f, one.edits.at[0].range), "servise");
    ck_assert_str_eq(one.edits.at[0].text, "service");
    ck_assert_int_eq(hplan_ide_finding(f.s, 4711, &one), HPLAN_UNKNOWN);
    ide_close(&f);
}
END_TEST

START_TEST(outline)
{
    static const struct {
        const char *name, *detail, *head;
        unsigned depth;
        hplan_ide_symbol_kind kind;
    } wanted[] = {
        {"Plan 🙂 x", "plan p", "p", 0, HPLAN_SYMBOL_DOCUMENT},
        {"fakta", "fakta", "fakta", 1, HPLAN_SYMBOL_THING},
        {"Serviceavdelingen", "avdeling service", "service", 2, HPLAN_SYMBOL_UNIT},
        {"Netto", "ramme", "\"Netto\"", 1, HPLAN_SYMBOL_FIGURE},
        {"Delt", "fordeling", "\"Delt\"", 1, HPLAN_SYMBOL_TABLE},
        {"Lærlinger", "tiltak", "\"Lærlinger\"", 1, HPLAN_SYMBOL_THING},
    };
    IdeFixture f;
    hplan_ide_symbols all;
    ide_open(&f, plan);
    ck_assert_int_eq(hplan_ide_symbols_of(f.s, 0, &all), HPLAN_OK);
    ck_assert_uint_eq(all.count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < all.count; i++) {
        ck_assert_str_eq(all.at[i].name, wanted[i].name);
        ck_assert_str_eq(all.at[i].detail, wanted[i].detail);
        ck_assert_str_eq(ide_words(&f, all.at[i].head), wanted[i].head);
        ck_assert_uint_eq(all.at[i].depth, wanted[i].depth);
        ck_assert_int_eq(all.at[i].kind, wanted[i].kind);
    }
    ck_assert_int_eq(hplan_ide_symbols_of(f.s, 9, &all), HPLAN_UNKNOWN);
    ide_close(&f);
}
END_TEST

START_TEST(by_name)
{
    IdeFixture f;
    hplan_ide_symbols all;
    ide_open_file(&f, HPLAN_ROOT "/examples/kragero-2018/handlingsplan.hplan");
    ck_assert_int_eq(hplan_ide_symbols_named(f.s, "avdeling SERVICE", &all), HPLAN_OK);
    bool found = false;
    for (size_t i = 0; i < all.count; i++)
        found = found || strcmp(all.at[i].detail, "avdeling service") == 0;
    ck_assert(found);
    ck_assert_int_eq(hplan_ide_symbols_named(f.s, "finnes ikke her", &all), HPLAN_OK);
    ck_assert_uint_eq(all.count, 0);
    ide_close(&f);
}
END_TEST

START_TEST(folding)
{
    static const char *const wanted[] = {"# Om planen\n# i to linjer", "{\n  kommune:",
                                         "{\n    | avdeling", "| avdeling"};
    IdeFixture f;
    hplan_ide_folds all;
    ide_open(&f, plan);
    ck_assert_int_eq(hplan_ide_folds_of(f.s, 0, &all), HPLAN_OK);
    ck_assert_uint_eq(all.count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < all.count; i++) {
        ck_assert_ptr_eq(strstr(ide_words(&f, all.at[i].range), wanted[i]),
                         ide_words(&f, all.at[i].range));
        ck_assert(all.at[i].comment == (i == 0));
    }
    ide_close(&f);
}
END_TEST

START_TEST(before_the_check)
{
    hplan_session *s = hplan_session_open(NULL);
    hplan_finding one;
    hplan_ide_symbols symbols;
    hplan_ide_folds folds;
    ck_assert_int_eq(hplan_ide_finding(s, 0, &one), HPLAN_MISUSE);
    ck_assert_int_eq(hplan_ide_symbols_of(s, 0, &symbols), HPLAN_MISUSE);
    ck_assert_int_eq(hplan_ide_symbols_named(s, "", &symbols), HPLAN_MISUSE);
    ck_assert_int_eq(hplan_ide_folds_of(s, 0, &folds), HPLAN_MISUSE);
    hplan_session_close(s);
}
END_TEST

Suite *test_ide_text_suite(void)
{
    Suite *suite = suite_create("ide_text");
    TCase *tc = tcase_create("all");
    tcase_add_test(tc, files);
    tcase_add_test(tc, roots_with_a_file);
    tcase_add_test(tc, there_and_back);
    tcase_add_test(tc, findings);
    tcase_add_test(tc, outline);
    tcase_add_test(tc, by_name);
    tcase_add_test(tc, folding);
    tcase_add_test(tc, before_the_check);
    suite_add_tcase(suite, tc);
    return suite;
}
