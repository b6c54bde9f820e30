/*
 * test_cli_fmt.c — hplanc fmt as a user runs it: what is printed, what is written, exit codes.
 */
#include "support/command.h"

#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

Suite *test_cli_fmt_suite(void);

#define LOOSE "plan p \"P\" {\n    år:2018\n}\n"
#define TIDY  "plan p \"P\" {\n  år: 2018\n}\n"
#define TORN  "plan p \"P\" {\n    år:2018\n"

static void file_is(const Place *p, const char *name, const char *wanted)
{
    char *text = place_read(p, name);
    ck_assert_ptr_nonnull(text);
    ck_assert_str_eq(text, wanted);
    free(text);
}

START_TEST(it_prints)
{
    Place p = place_open();
    place_write(&p, "a.hplan", LOOSE);
    Run r = run(&p, "fmt", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_str_eq(r.out, TIDY);
    ck_assert_str_eq(r.err, "");
    file_is(&p, "a.hplan", LOOSE);
    run_free(&r);
    p.input = LOOSE;
    r = run(&p, "formater", "-", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_str_eq(r.out, TIDY);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(a_folder_is_its_plans)
{
    Place p = place_open();
    place_folder(&p, "sub");
    place_folder(&p, "sub/.git");
    place_folder(&p, "tom");
    place_write(&p, "b.hplan", LOOSE);
    place_write(&p, "sub/a.hplan", LOOSE);
    place_write(&p, "sub/les.txt", LOOSE);
    place_write(&p, "sub/.git/c.hplan", LOOSE);
    Run r = run(&p, "fmt", "--check", ".", NULL);
    ck_assert_int_eq(r.code, 1);
    const char *first = strstr(r.out, "--- b.hplan\n");
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_nonnull(strstr(first, "--- sub/a.hplan\n"));
    ck_assert_ptr_null(strstr(r.out, "c.hplan"));
    run_free(&r);
    r = run(&p, "fmt", "--write", "--keywords", "en", "sub/", "tom", "b.hplan", NULL);
    ck_assert_int_eq(r.code, 2);
    ck_assert_str_eq(r.err, "hplanc: det er ingen .hplan-filer i «tom»\n");
    file_is(&p, "b.hplan", "plan p \"P\" {\n  year: 2018\n}\n");
    file_is(&p, "sub/a.hplan", "plan p \"P\" {\n  year: 2018\n}\n");
    file_is(&p, "sub/les.txt", LOOSE);
    file_is(&p, "sub/.git/c.hplan", LOOSE);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(it_writes)
{
    Place p = place_open();
    char path[300];
    struct stat before, after;
    place_write(&p, "a.hplan", LOOSE);
    place_write(&p, "b.hplan", TIDY);
    snprintf(path, sizeof path, "%s/b.hplan", p.folder);
    ck_assert_int_eq(stat(path, &before), 0);
    Run r = run(&p, "fmt", "--write", "a.hplan", "b.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_str_eq(r.out, "");
    file_is(&p, "a.hplan", TIDY);
    file_is(&p, "b.hplan", TIDY);
    ck_assert_int_eq(stat(path, &after), 0);
    ck_assert(before.st_ino == after.st_ino); /* in form already: not touched */
    ck_assert_int_eq(place_count(&p, "."), 2);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(it_checks)
{
    Place p = place_open();
    place_write(&p, "a.hplan", LOOSE);
    place_write(&p, "b.hplan", TIDY);
    Run r = run(&p, "fmt", "--check", "a.hplan", "b.hplan", NULL);
    ck_assert_int_eq(r.code, 1);
    ck_assert_str_eq(r.out, "--- a.hplan\n+++ a.hplan\n@@ -1,3 +1,3 @@\n plan p \"P\" {\n"
                            "-    år:2018\n+  år: 2018\n }\n");
    file_is(&p, "a.hplan", LOOSE);
    run_free(&r);
    r = run(&p, "fmt", "--check", "b.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_str_eq(r.out, "");
    run_free(&r);
    place_close(&p);
}
END_TEST

typedef struct Loose {
    int lines;
    bool all; /* out of form, or every fifteenth */
    bool ends_in_newline;
    int hunks;
} Loose;

static char *text_of(const Loose *loose) /* free it */
{
    char *text = calloc((size_t)loose->lines + 1, 40);
    size_t len = 0;
    ck_assert_ptr_nonnull(text);
    for (int i = 0; i < loose->lines; i++) {
        const char *form = loose->all || i % 15 == 3 ? "a   :   %d\n" : "a: %d\n";
        len += (size_t)sprintf(text + len, form, i);
    }
    if (!loose->ends_in_newline)
        text[len - 1] = '\0';
    return text;
}

/* Far apart, changes are hunks of their own; so many that none is looked for any more, they are
 * one. Another program must understand both. */
START_TEST(differences_can_be_applied)
{
    static const Loose cases[] = {
        {40, false, true, 3},
        {5000, true, true, 1},
        {40, false, false, 3},
        {46, false, false, 4},
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
        Place p = place_open();
        char command[700];
        char *text = text_of(&cases[n]);
        place_write(&p, "a.hplan", text);
        Run r = run(&p, "fmt", "--check", "a.hplan", NULL);
        ck_assert_int_eq(r.code, 1);
        ck_assert_int_eq(count_of(r.out, "\n@@ "), cases[n].hunks);
        place_write(&p, "d.patch", r.out);
        run_free(&r);
        r = run(&p, "fmt", "a.hplan", NULL);
        snprintf(command, sizeof command, "cd '%s' && git apply -p0 d.patch", p.folder);
        ck_assert_int_eq(system(command), 0);
        file_is(&p, "a.hplan", r.out);
        run_free(&r);
        free(text);
        place_close(&p);
    }
}
END_TEST

START_TEST(what_cannot_be_formatted_stays)
{
    Place p = place_open();
    place_write(&p, "a.hplan", TORN);
    Run r = run(&p, "fmt", "--write", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 1);
    ck_assert_ptr_nonnull(strstr(r.err, "a.hplan"));
    file_is(&p, "a.hplan", TORN);
    run_free(&r);
    r = run(&p, "fmt", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 1);
    ck_assert_str_eq(r.out, TORN);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(wrong_calls)
{
    Place p = place_open();
    place_write(&p, "a.hplan", LOOSE);
    Run r = run(&p, "fmt", NULL);
    ck_assert_int_eq(r.code, 2);
    run_free(&r);
    r = run(&p, "fmt", "--check", "--write", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 2);
    run_free(&r);
    r = run(&p, "fmt", "--write", "borte.hplan", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 2);
    file_is(&p, "a.hplan", TIDY); /* the others are done all the same */
    run_free(&r);
    place_close(&p);
}
END_TEST

Suite *test_cli_fmt_suite(void)
{
    Suite *s = suite_create("cli_fmt");
    TCase *t = tcase_create("cli_fmt");
    tcase_add_test(t, it_prints);
    tcase_add_test(t, a_folder_is_its_plans);
    tcase_add_test(t, it_writes);
    tcase_add_test(t, it_checks);
    tcase_add_test(t, differences_can_be_applied);
    tcase_add_test(t, what_cannot_be_formatted_stays);
    tcase_add_test(t, wrong_calls);
    suite_add_tcase(s, t);
    return s;
}
