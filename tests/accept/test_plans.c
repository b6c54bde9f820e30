/*
 * test_plans.c — plans as planners write and paste them, right ones and wrong ones.
 *
 * Those of tests/accept are right, and are passed over without an error and without a warning: a
 * planner who has been warned in vain twice stops looking. Those of tests/faulty/plans have one
 * fault or two each, and begin with `# funn: HP1011`, the errors and warnings in order, and with
 * `# her: 8:15`, where each begins.
 */
#include "hplan/hplan.h"
#include "support/files.h"
#include "support/heard.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_plans_suite(void);

enum { MOST_TEXT = 2000 };

typedef struct Findings {
    char codes[MOST_TEXT], places[MOST_TEXT], said[MOST_TEXT];
} Findings;

static void append(char *to, const char *text)
{
    size_t used = strlen(to);
    snprintf(to + used, MOST_TEXT - used, "%s%s", used > 0 ? " " : "", text);
}

static void put_finding(Findings *f, const char *line)
{
    json_error_t error;
    json_t *object = json_loads(line, 0, &error);
    ck_assert_msg(object != NULL, "%s: %s", error.text, line);
    char place[64];
    snprintf(place, sizeof place, "%d:%d", (int)json_integer_value(json_object_get(object, "line")),
             (int)json_integer_value(json_object_get(object, "column")));
    if (strcmp(json_string_value(json_object_get(object, "severity")), "note") != 0) {
        append(f->codes, json_string_value(json_object_get(object, "code")));
        append(f->places, place);
        append(f->said, json_string_value(json_object_get(object, "message")));
    }
    json_decref(object);
}

static void check_plan(const char *path, Findings *f)
{
    Heard heard = {0};
    hplan_options options = {.lang = HPLAN_LANG_NB};
    hplan_session *s = hplan_session_open(&options);
    memset(f, 0, sizeof *f);
    ck_assert_ptr_nonnull(s);
    ck_assert_int_eq(hplan_file_add(s, path), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_int_eq(hplan_findings_write(s, HPLAN_FORM_JSON, NULL, hear, &heard), HPLAN_OK);
    hplan_session_close(s);
    for (char *line = heard.len == 0 ? NULL : strtok(heard.bytes, "\n"); line != NULL;
         line = strtok(NULL, "\n"))
        put_finding(f, line);
    free(heard.bytes);
}

/* What stands behind `mark` at the beginning of a line of the file. */
static void read_mark(const char *path, const char *mark, char out[MOST_TEXT])
{
    char line[MOST_TEXT];
    FILE *in = fopen(path, "r");
    ck_assert_msg(in != NULL, "%s", path);
    out[0] = '\0';
    while (fgets(line, sizeof line, in) != NULL)
        if (strncmp(line, mark, strlen(mark)) == 0)
            snprintf(out, MOST_TEXT, "%.*s", (int)strcspn(line + strlen(mark), "\n"),
                     line + strlen(mark));
    fclose(in);
}

START_TEST(right_ones_are_left_in_peace)
{
    glob_t files = files_named(HPLAN_ROOT "/tests/accept/*.hplan");
    for (size_t i = 0; i < files.gl_pathc; i++) {
        Findings f;
        check_plan(files.gl_pathv[i], &f);
        ck_assert_msg(f.codes[0] == '\0', "%s: %s at %s: %s", files.gl_pathv[i], f.codes, f.places,
                      f.said);
    }
    globfree(&files);
}
END_TEST

START_TEST(wrong_ones_get_what_they_ask_for)
{
    glob_t files = files_named(HPLAN_ROOT "/tests/faulty/plans/*.hplan");
    for (size_t i = 0; i < files.gl_pathc; i++) {
        const char *path = files.gl_pathv[i];
        char codes[MOST_TEXT], places[MOST_TEXT];
        Findings f;
        read_mark(path, "# funn: ", codes);
        read_mark(path, "# her: ", places);
        check_plan(path, &f);
        ck_assert_msg(codes[0] != '\0', "%s names no finding", path);
        ck_assert_msg(strcmp(f.codes, codes) == 0, "%s: finds %s, not %s: %s", path, f.codes, codes,
                      f.said);
        ck_assert_msg(strcmp(f.places, places) == 0, "%s: at %s, not %s: %s", path, f.places,
                      places, f.said);
    }
    globfree(&files);
}
END_TEST

Suite *test_plans_suite(void)
{
    Suite *s = suite_create("plans");
    TCase *t = tcase_create("plans");
    tcase_add_test(t, right_ones_are_left_in_peace);
    tcase_add_test(t, wrong_ones_get_what_they_ask_for);
    suite_add_tcase(s, t);
    return s;
}
