/*
 * test_format.c — the formatter: what it makes of small texts, and of those in tests/golden/format.
 *
 * Each NAME.hplan there becomes NAME.form, byte for byte. `HPLAN_RENEW=1 make run-tests T=format`
 * writes the expected files anew: read the difference before you commit it.
 */
#include "hplan/hplan.h"
#include "support/allocations.h"
#include "support/files.h"
#include "support/heard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_format_suite(void);


static void becomes(const char *text, const char *wanted)
{
    Heard once, twice;
    ck_assert_msg(heard_format(text, strlen(text), &once) == HPLAN_OK, "refused: %s", text);
    ck_assert_str_eq(once.bytes, wanted);
    ck_assert_int_eq(heard_format(once.bytes, once.len, &twice), HPLAN_OK);
    ck_assert_str_eq(twice.bytes, wanted);
    free(once.bytes);
    free(twice.bytes);
}

static void stays(const char *text)
{
    becomes(text, text);
}

static void is_refused(const char *text)
{
    Heard out;
    ck_assert_msg(heard_format(text, strlen(text), &out) == HPLAN_REFUSED, "not refused: %s", text);
    ck_assert_uint_eq(out.len, 0);
    free(out.bytes);
}

START_TEST(nothing_is_nothing)
{
    becomes("", "");
    becomes("\n \n\t\n", "");
    becomes("# bare dette", "# bare dette\n");
    becomes("\xEF\xBB\xBF\n  a: b", "\xEF\xBB\xBF" "a: b\n");
}
END_TEST

START_TEST(words_have_one_blank)
{
    becomes("tiltak   \"T\"{ansvar:ikt}", "tiltak \"T\" { ansvar: ikt }\n");
    becomes("a :b ,c,  d", "a: b, c, d\n");
    becomes("krev:a+b *( c-d )<=3", "krev: a + b * (c-d) <= 3\n");
    becomes("krev: sum ( a )", "krev: sum (a)\n");
    becomes("a: kr\xC2\xA0-5,  <200, ca 20  %", "a: kr -5, <200, ca 20 %\n");
    becomes("a: 33\xC2\xA0" "532", "a: 33 532\n");
    stays("a: 5%, 0,4 mill.kr, 2 - 3, -4, 13,5 (inkl. 1)\n");
    stays("a: https://x.no/b;c, d\n");
}
END_TEST

/* A second blank or a tab keeps two figures apart: the formatter may not join them. */
START_TEST(figures_stay_apart)
{
    stays("a: 100  200\n");
    stays("a: 100\t200\n");
    stays("a: 100 200\n");
}
END_TEST

START_TEST(bodies_keep_their_line_while_they_fit)
{
    stays("a { b: c; d { e: f } }\n");
    becomes("a {b: c\n}", "a {\n  b: c\n}\n");
    becomes("a {}", "a {}\n");
    becomes("a {\n\n}", "a {}\n");
    becomes("a # k\n{ b: c }", "a {  # k\n  b: c\n}\n");
    becomes("a # k\n{ # l\n b: c }", "a {  # k\n  # l\n  b: c\n}\n");
    stays("a { b: c } d\n"); /* HP1007 asks for a new line */
    becomes("a { b { c: d } e }", "a {\n  b { c: d } e\n}\n");
    becomes("a { | b | }", "a {\n  | b |\n}\n");
}
END_TEST

START_TEST(comments_share_a_column)
{
    becomes("a: b # 1\nlang: c # 2\n\nd: e # 3\nf: g\nh: i # 4",
            "a: b     # 1\nlang: c  # 2\n\nd: e     # 3\nf: g\nh: i  # 4\n");
    becomes("a: b # 1\nc: \"0123456789012345678901234567890123456789012345\" # 2",
            "a: b  # 1\nc: \"0123456789012345678901234567890123456789012345\"  # 2\n");
}
END_TEST

START_TEST(digits_are_grouped_in_amounts_only)
{
    becomes("|a|b|\n|x|12345|\n|y|1 000|", "| a |      b |\n| x | 12 345 |\n| y |  1 000 |\n");
    becomes("|a|b|\n|x|-1234567,50|", "| a |             b |\n| x | -1 234 567,50 |\n");
    becomes("|a|b|\n|x|15022|\n|y|15031|", "| a |     b |\n| x | 15022 |\n| y | 15031 |\n");
    becomes("|a|b|\n|x|2018|\n|y|1 000|", "| a |     b |\n| x |  2018 |\n| y | 1 000 |\n");
    becomes("|a|b|\n|x|012345|\n|y|1 000|\n|z|2 000|",
            "| a |      b |\n| x | 012345 |\n| y |  1 000 |\n| z |  2 000 |\n");
}
END_TEST

START_TEST(faults_are_left_alone)
{
    becomes("a:b\n  x  y,  z\nc:d", "a: b\nx  y,  z\nc: d\n");
    becomes("a  \xC2\xA7  b: c", "a  \xC2\xA7  b: c\n");
    becomes("a: b  \xE2\x80\x8B\n\xE2\x80\x8B" "c:d", "a: b \xE2\x80\x8B\n\xE2\x80\x8B" "c: d\n");
    stays("a { \"\"\"x\"\"\"L.\"\"\" }\nb\n"); /* what opens no text swallows nothing */
    is_refused("a {\n  b: c\n");
    is_refused("a: b }\n");
    is_refused("a \"b\nc: d\n");
    is_refused("\"\"\"\naldri slutt\n");
    is_refused("a   \"b \"c\" d\"\n");
    is_refused("a: \xFF\n");
}
END_TEST

static hplan_status format_it(hplan_session *s, void *context)
{
    const Heard *text = context;
    Heard out = {0};
    hplan_status status = hplan_format(s, text->bytes, text->len, hear, &out);
    free(out.bytes);
    return status;
}

START_TEST(memory_runs_out)
{
    static const char part[] = "a{b:c} # d\n\n|e|f|\n|g|1 000|\n";
    Heard text = {0};
    for (int i = 0; i < 1000; i++)
        hear(&text, part, strlen(part));
    each_allocation_fails(format_it, &text, 5);
    free(text.bytes);
}
END_TEST

/* ---- golden --------------------------------------------------------------------------------- */

static void check_golden(const char *plan)
{
    char path[512];
    Heard got, twice;
    size_t len;
    char *source = file_expect(plan, &len);
    ck_assert_msg(heard_format(source, len, &got) == HPLAN_OK, "%s is refused", plan);
    snprintf(path, sizeof path, "%.*s.form", (int)(strlen(plan) - strlen(".hplan")), plan);
    file_is_golden(path, got.bytes);
    ck_assert_int_eq(heard_format(got.bytes, got.len, &twice), HPLAN_OK);
    ck_assert_str_eq(twice.bytes, got.bytes);
    free(source);
    free(got.bytes);
    free(twice.bytes);
}

START_TEST(golden)
{
    glob_t files = files_named(HPLAN_ROOT "/tests/golden/format/*.hplan");
    for (size_t i = 0; i < files.gl_pathc; i++)
        check_golden(files.gl_pathv[i]);
    globfree(&files);
}
END_TEST

Suite *test_format_suite(void)
{
    Suite *s = suite_create("format");
    TCase *t = tcase_create("format");
    tcase_add_test(t, nothing_is_nothing);
    tcase_add_test(t, words_have_one_blank);
    tcase_add_test(t, figures_stay_apart);
    tcase_add_test(t, bodies_keep_their_line_while_they_fit);
    tcase_add_test(t, comments_share_a_column);
    tcase_add_test(t, digits_are_grouped_in_amounts_only);
    tcase_add_test(t, faults_are_left_alone);
    tcase_add_test(t, memory_runs_out);
    tcase_add_test(t, golden);
    suite_add_tcase(s, t);
    return s;
}
