/*
 * test_folders.c — a folder or a file that cannot be read stops nobody: it is told of, the rest is
 * checked.
 */
#include "hplan/hplan.h"
#include "support/command.h"

#include <check.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

Suite *test_folders_suite(void);

#define PLAN(name) "plan " name " \"P\" {\n  kommune: Kragerø\n  år: 2026\n}\n"

static hplan_status denied_list(void *context, const char *folder, hplan_entry *entry, void *to)
{
    size_t len = strlen(folder);
    if (len >= 6 && strcmp(folder + len - 6, "stengt") == 0)
        return HPLAN_DENIED;
    return hplan_host_files()->list(context, folder, entry, to);
}

static Place with_folders(void)
{
    Place p = place_open();
    place_folder(&p, ".git");
    place_folder(&p, "a");
    place_folder(&p, "stengt");
    place_folder(&p, "z");
    place_write(&p, "a/a.hplan", PLAN("a"));
    place_write(&p, "stengt/s.hplan", PLAN("s"));
    place_write(&p, "z/z.hplan", PLAN("z"));
    return p;
}

START_TEST(the_rest_is_checked)
{
    Place p = with_folders();
    hplan_host host = *hplan_host_files();
    hplan_options options = {.host = &host};
    hplan_status why = HPLAN_OK;
    host.list = denied_list;
    hplan_session *s = hplan_session_open(&options);
    ck_assert_int_eq(hplan_folder_add(s, p.folder), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_uint_eq(hplan_root_count(s), 2);
    const char *folder = hplan_folder_unread(s, 0, &why);
    ck_assert_ptr_nonnull(folder);
    ck_assert_str_eq(folder + strlen(folder) - 7, "/stengt");
    ck_assert_int_eq(why, HPLAN_DENIED);
    ck_assert_ptr_null(hplan_folder_unread(s, 1, &why));
    hplan_session_close(s);
    place_close(&p);
}
END_TEST

/* Of the one that is named itself nothing can be checked. */
START_TEST(the_named_one_is_refused)
{
    Place p = with_folders();
    hplan_host host = *hplan_host_files();
    hplan_options options = {.host = &host};
    hplan_status why = HPLAN_OK;
    char path[512];
    host.list = denied_list;
    (void)snprintf(path, sizeof path, "%s/stengt", p.folder);
    hplan_session *s = hplan_session_open(&options);
    ck_assert_int_eq(hplan_folder_add(s, path), HPLAN_DENIED);
    ck_assert_ptr_null(hplan_folder_unread(s, 0, &why));
    hplan_session_close(s);
    place_close(&p);
}
END_TEST

START_TEST(the_command_says_which)
{
    Place p = with_folders();
    char path[512];
    (void)snprintf(path, sizeof path, "%s/stengt", p.folder);
    p.bound_by_modes = true;
    ck_assert_int_eq(chmod(path, 0), 0);
    Run r = run(&p, "check", ".", NULL);
    ck_assert_int_eq(chmod(path, 0700), 0);
    ck_assert_int_eq(r.code, 2);
    ck_assert_int_eq(count_of(r.err, "\n"), 1);
    expect_part(r.err, "«stengt»");
    expect_part(r.out, "a/a.hplan");
    expect_part(r.out, "z/z.hplan");
    run_free(&r);
    place_close(&p);
}
END_TEST

/* No message could show it on one line, and no plan can take it in. */
START_TEST(a_name_with_a_line_break)
{
    Place p = place_open();
    place_write(&p, "a\nb.hplan", PLAN("a"));
    place_write(&p, "c.hplan", PLAN("c"));
    Run r = run(&p, "check", NULL);
    ck_assert_int_eq(r.code, 1);
    expect_part(r.err, "feil HP9002: «a b.hplan» kan ikke leses.\n"
                       "      = filnavnet har et linjeskift i seg; gi filen et annet navn\n");
    expect_part(r.out, "c.hplan: i orden.");
    run_free(&r);
    place_close(&p);
}
END_TEST

Suite *test_folders_suite(void)
{
    Suite *s = suite_create("folders");
    TCase *tc = tcase_create("folders");
    tcase_add_test(tc, the_rest_is_checked);
    tcase_add_test(tc, the_named_one_is_refused);
    tcase_add_test(tc, the_command_says_which);
    tcase_add_test(tc, a_name_with_a_line_break);
    suite_add_tcase(s, tc);
    return s;
}
