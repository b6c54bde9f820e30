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

static LoneMark lone_mark(const char *text)
{
    Arena arena;
    arena_init(&arena, NULL);
    LoneMark lone = lone_mark_find(&arena, str_from(text));
    arena_free(&arena);
    return lone;
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

static void lose_each(const char *path, size_t *lost)
{
    char *text = file_expect(path, NULL);
    size_t opener = 0;
    bool open = false;
    for (const char *m = strstr(text, "\"\"\""); m != NULL; m = strstr(m + MARK, "\"\"\"")) {
        size_t at = (size_t)(m - text);
        if (open) {
            char *less = without(text, opener);
            LoneMark lone = lone_mark(less);
            ck_assert_msg(lone.found && lone.off == at - MARK && lone.end == at,
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

START_TEST(none_is_lost)
{
    ck_assert(!lone_mark("").found);
    ck_assert(!lone_mark("a \"b\" \"\"").found);
    ck_assert(!lone_mark("\"\"\"\nEn tekst.\n\"\"\"\n").found);
    ck_assert(!lone_mark("\"\"\"\"\"\"").found);
    ck_assert(!lone_mark("\"\"\"Han sa \"ja\"\"\"\"").found);
    ck_assert(lone_mark("\"\"\"").found);
    ck_assert(lone_mark("\"\"\"\"\"\"\"\"\"").found);
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
    tcase_add_test(c, none_is_lost);
    tcase_add_test(c, kinds_of_lines);
    tcase_set_timeout(c, 60);
    suite_add_tcase(s, c);
    return s;
}
