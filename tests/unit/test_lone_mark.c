/*
 * test_lone_mark.c — a """ that is lost: which one, and how much of the file it costs.
 *
 * Each mark of each example is taken away in turn. Its fellow must be found; without a closer the
 * text must be the only thing that is told, where it begins.
 */
#include "source/line_kind.h"
#include "support/files.h"
#include "support/syntax_fixture.h"
#include "syntax/lone_mark.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

Suite *test_lone_mark_suite(void);

enum { MARK = 3 };

/* The text without the mark at `at`. */
static char *without(const char *text, size_t at)
{
    size_t len = strlen(text);
    char *less = malloc(len + 1);
    memcpy(less, text, at);
    memcpy(less + at, text + at + MARK, len - at - MARK + 1);
    return less;
}

/* How many stand alone, and the first of them. */
static uint32_t lone_marks(const char *text, LoneMark *first)
{
    Arena arena;
    arena_init(&arena, NULL);
    LoneMarks lone = lone_marks_find(&arena, str_from(text));
    uint32_t count = lone.len;
    if (count > 0)
        *first = lone.at[0];
    arena_free(&arena);
    return count;
}

/* What is told of the text without the closer at `closer` of the one that `opener` opens. */
static void only_the_text_is_told(const char *path, const char *text, size_t opener, size_t closer)
{
    char *less = without(text, closer);
    Parsed p;
    parsed_open(&p, less, strlen(less));
    bool one = p.sink.list.len == 1;
    bool right = one && p.sink.list.at[0]->code == HP1004 && p.sink.list.at[0]->span.off == opener;
    ck_assert_msg(right, "%s without the mark at %zu: %.*s at %.*s", path, closer,
                  STR_ARG(parsed_codes(&p)), STR_ARG(parsed_places(&p)));
    parsed_close(&p);
    free(less);
}

/* What is told of the text without the closers of two texts that follow one another. */
static bool only_both_are_told(const char *text, const size_t *marks)
{
    char *less = without(text, marks[3]), *both = without(less, marks[1]);
    Parsed p;
    parsed_open(&p, both, strlen(both));
    bool right = p.sink.list.len == 2 && p.sink.list.at[0]->code == HP1004 &&
                 p.sink.list.at[0]->span.off == marks[0] &&
                 p.sink.list.at[1]->code == HP1004 &&
                 p.sink.list.at[1]->span.off == marks[2] - MARK;
    parsed_close(&p);
    free(both);
    free(less);
    return right;
}

static void lose_two(const char *path, size_t *told, size_t *lost)
{
    char *text = file_expect(path, NULL);
    size_t marks[4], count = 0;
    for (const char *m = strstr(text, "\"\"\""); m != NULL; m = strstr(m + MARK, "\"\"\"")) {
        marks[count++] = (size_t)(m - text);
        if (count < 4)
            continue;
        *told += only_both_are_told(text, marks);
        *lost += 1;
        marks[0] = marks[2];
        marks[1] = marks[3];
        count = 2;
    }
    free(text);
}

static void lose_each(const char *path, size_t *lost)
{
    char *text = file_expect(path, NULL);
    size_t opener = 0;
    bool open = false;
    for (const char *m = strstr(text, "\"\"\""); m != NULL; m = strstr(m + MARK, "\"\"\"")) {
        size_t at = (size_t)(m - text);
        if (open) {
            char *less = without(text, opener);
            LoneMark lone = {0};
            uint32_t count = lone_marks(less, &lone);
            ck_assert_msg(count == 1 && lone.off == at - MARK && lone.end == at,
                          "%s without the mark at %zu: %u to %u", path, opener, lone.off, lone.end);
            free(less);
            only_the_text_is_told(path, text, opener, at);
            *lost += 2;
        }
        opener = at;
        open = !open;
    }
    free(text);
}

START_TEST(every_mark_of_the_examples)
{
    glob_t files = files_named(HPLAN_ROOT "/examples/*/*.hplan");
    size_t lost = 0;
    for (size_t i = 0; i < files.gl_pathc; i++)
        lose_each(files.gl_pathv[i], &lost);
    globfree(&files);
    ck_assert_uint_gt(lost, 300);
}
END_TEST

START_TEST(two_of_the_examples)
{
    glob_t files = files_named(HPLAN_ROOT "/examples/*/*.hplan");
    size_t told = 0, lost = 0;
    for (size_t i = 0; i < files.gl_pathc; i++)
        lose_two(files.gl_pathv[i], &told, &lost);
    globfree(&files);
    ck_assert_uint_gt(lost, 100);
    ck_assert_msg(told == lost, "%zu of %zu", told, lost);
}
END_TEST

/* Where nothing but properties stands between them, in one body. */
START_TEST(two_of_one_body)
{
    static const char text[] = "plan p \"P\" {\n  mål a \"A\" {\n    \"\"\"\n    Første tekst her.\n"
                               "    \"\"\"\n    ansvar: \"x\"\n    status: pågår\n    \"\"\"\n"
                               "    Midt i.\n    \"\"\"\n    frist: 2027\n  }\n}\n";
    size_t marks[4], count = 0;
    for (const char *m = strstr(text, "\"\"\""); m != NULL; m = strstr(m + MARK, "\"\"\""))
        marks[count++] = (size_t)(m - text);
    ck_assert_uint_eq(count, 4);
    ck_assert(only_both_are_told(text, marks));
}
END_TEST

START_TEST(none_is_lost)
{
    LoneMark first = {0};
    ck_assert_uint_eq(lone_marks("", &first), 0);
    ck_assert_uint_eq(lone_marks("a \"b\" \"\"", &first), 0);
    ck_assert_uint_eq(lone_marks("\"\"\"\nEn tekst.\n\"\"\"\n", &first), 0);
    ck_assert_uint_eq(lone_marks("\"\"\"\"\"\"", &first), 0);
    ck_assert_uint_eq(lone_marks("\"\"\"Han sa \"ja\"\"\"\"", &first), 0);
    ck_assert_uint_eq(lone_marks("\"\"\"", &first), 1);
    ck_assert_uint_eq(lone_marks("\"\"\"\"\"\"\"\"\"", &first), 1);
}
END_TEST

START_TEST(kinds_of_lines)
{
    static const struct {
        const char *line;
        LineKind kind;
    } rows[] = {
        {"", LINE_BLANK},
        {"  # en merknad til oss selv", LINE_BLANK},
        {"kort", LINE_BLANK},
        {"  }", LINE_STATEMENT},
        {"| a | b |", LINE_STATEMENT},
        {"kapittel 2 \"Mål\" {", LINE_STATEMENT},
        {"tiltak kurs \"Kurs for alle\"", LINE_STATEMENT},
        {"om ikt { årsverk: 12,5 }", LINE_STATEMENT},
        {"vedtatt av: kommunestyret 14.12.2017", LINE_STATEMENT},
        {"2018: 38 228 737 kr", LINE_STATEMENT},
        {"Rammen er på 38 mill. kr", LINE_TEXT},
        {"Kommunen har {ramme.2018} å drive for", LINE_TEXT},
        {"Kilde: tall fra kommunen selv", LINE_TEXT},
        {"- et punkt", LINE_TEXT},
        {"• et til", LINE_TEXT},
        {"2. et punkt", LINE_TEXT},
        {"og sa at dette var \"helt greit\"", LINE_TEXT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(line_kind(str_from(rows[i].line)) == rows[i].kind, "%s", rows[i].line);
}
END_TEST

Suite *test_lone_mark_suite(void)
{
    Suite *s = suite_create("lone_mark");
    TCase *c = tcase_create("marks");
    tcase_add_test(c, every_mark_of_the_examples);
    tcase_add_test(c, two_of_the_examples);
    tcase_add_test(c, two_of_one_body);
    tcase_add_test(c, none_is_lost);
    tcase_add_test(c, kinds_of_lines);
    tcase_set_timeout(c, 60);
    suite_add_tcase(s, c);
    return s;
}
