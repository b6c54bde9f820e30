/*
 * test_faulty_form.c — a file with n faults gives n findings, at their places.
 *
 * Every tests/faulty/form/NAME.hplan begins with `# funn: HP1005 HP1007`, the findings in order,
 * and `# her: 3:12 5:1`, where each begins.
 */
#include "support/files.h"
#include "support/syntax_fixture.h"

#include <check.h>
#include <stdlib.h>

Suite *test_faulty_form_suite(void);

/* What stands behind `mark` on its line. */
static Str expected(const char *text, const char *mark)
{
    const char *at = strstr(text, mark);
    if (at == NULL)
        return STR_NONE;
    at += strlen(mark);
    return (Str){at, (uint32_t)strcspn(at, "\n")};
}

static void check_file(const char *path)
{
    size_t len;
    char *text = file_expect(path, &len);
    Parsed p;
    parsed_open(&p, text, len);
    parsed_prose(&p);
    Str codes = parsed_codes(&p), places = parsed_places(&p);
    Str want = expected(text, "# funn: "), where = expected(text, "# her: ");
    ck_assert_msg(str_eq(codes, want), "%s: finds %.*s, not %.*s", path, STR_ARG(codes),
                  STR_ARG(want));
    ck_assert_msg(str_eq(places, where), "%s: at %.*s, not %.*s", path, STR_ARG(places),
                  STR_ARG(where));
    parsed_close(&p);
    free(text);
}

START_TEST(corpus)
{
    glob_t files = files_named(HPLAN_ROOT "/tests/faulty/form/*.hplan");
    for (size_t i = 0; i < files.gl_pathc; i++)
        check_file(files.gl_pathv[i]);
    globfree(&files);
}
END_TEST

Suite *test_faulty_form_suite(void)
{
    Suite *suite = suite_create("faulty_form");
    TCase *c = tcase_create("corpus");
    tcase_add_test(c, corpus);
    suite_add_tcase(suite, c);
    return suite;
}
