/*
 * test_cli_import.c — hplanc import csv, as a user runs it.
 */
#include "support/command.h"

#include <check.h>
#include <string.h>

Suite *test_cli_import_suite(void);

static void check_run(Run r, int code, const char *out, const char *err)
{
    ck_assert_msg(r.code == code, "%d\n%s\n%s", r.code, r.out, r.err);
    ck_assert_str_eq(r.out, out);
    ck_assert_msg(strstr(r.err, err) != NULL && (err[0] != '\0' || r.err_len == 0), "%s", r.err);
    run_free(&r);
}

START_TEST(a_sheet)
{
    Place p = place_open();
    place_folder(&p, "ark");
    place_write(&p, "ark/budsjett.2018.csv", "Post;Beløp\nLønn;(5)\nAnnet;uvisst\n");
    check_run(run(&p, "importer", "csv", "ark/budsjett.2018.csv", NULL), 0,
              "tabell \"budsjett.2018\" {\n  | Post  | \"Beløp\" |\n  | Lønn  | -5      |\n"
              "  | Annet | uvisst  |\n}\n",
              "ark/budsjett.2018.csv:3:2: «uvisst» kan ikke leses som tall");
    p.input = "Post;2018\nA;1\n";
    check_run(run(&p, "import", "--lang", "en", "csv", "-", NULL), 0,
              "table {\n  | Post | 2018 |\n  | A    |    1 |\n}\n", "");
    place_close(&p);
}
END_TEST

START_TEST(no_sheet)
{
    Place p = place_open();
    place_write(&p, "tom.csv", "");
    place_write(&p, "lang.csv", "A;B\n1;2;3\n");
    check_run(run(&p, "import", "csv", "tom.csv", NULL), 2, "", "det står ingenting i «tom.csv»");
    check_run(run(&p, "import", "csv", "lang.csv", NULL), 2, "",
              "«lang.csv», linje 2: her er flere celler");
    check_run(run(&p, "import", "csv", "ingen.csv", NULL), 2, "", "finner ikke «ingen.csv»");
    check_run(run(&p, "import", "xlsx", "tom.csv", NULL), 2, "", "bare csv");
    check_run(run(&p, "import", "tom.csv", NULL), 2, "", "csv og en fil");
    place_close(&p);
}
END_TEST

/* Twenty are told one by one, and then how many more there are. */
START_TEST(many_that_are_no_figures)
{
    char sheet[1024] = "Post;Beløp\nA;1\n";
    Place p = place_open();
    for (int i = 0; i < 25; i++)
        strcat(sheet, "B;x\n");
    place_write(&p, "a.csv", sheet);
    Run r = run(&p, "import", "csv", "a.csv", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_int_eq(count_of(r.err, "«x» kan ikke"), 20);
    ck_assert_ptr_nonnull(strstr(r.err, "5 celler til"));
    run_free(&r);
    place_close(&p);
}
END_TEST

Suite *test_cli_import_suite(void)
{
    Suite *s = suite_create("cli_import");
    TCase *t = tcase_create("import");
    tcase_add_test(t, a_sheet);
    tcase_add_test(t, no_sheet);
    tcase_add_test(t, many_that_are_no_figures);
    suite_add_tcase(s, t);
    return s;
}
