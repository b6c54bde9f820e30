/*
 * test_diag_fixtures.c — every plan of tests/diag gives the findings it names, and no others.
 *
 *     # forvent: HP4001 8:15          somewhere in the file: at this line and column
 *     # forvent: HP4001               at the end of a line: somewhere on that line
 *     # forvent: HP4001 8:15 note     and of this severity
 *
 *     # valg: --dekning               hplanc is asked to do this as well
 *
 * A plan without such a mark must be silent. The binary is run as a user would run it, and its
 * JSON lines are read back.
 */
#include "support/files.h"

#include <check.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_diag_fixtures_suite(void);

enum { MOST_FINDINGS = 200, LINE_MAX_LEN = 64 * 1024 };

typedef struct Finding {
    char code[8];
    int line, column; /* column 0: anywhere on the line */
    char severity[16];
    bool met;
} Finding;

typedef struct Findings {
    Finding at[MOST_FINDINGS];
    int count;
    char options[64]; /* for the command */
} Findings;

static char report[64 * 1024];
static size_t report_len;

static void complain(const char *file, const char *what, const Finding *f)
{
    int n = snprintf(report + report_len, sizeof report - report_len, "\n  %s: %s %s %d:%d %s",
                     file, what, f->code, f->line, f->column, f->severity);
    if (n > 0 && report_len + (size_t)n < sizeof report)
        report_len += (size_t)n;
}

static Finding *add(Findings *list)
{
    ck_assert_int_lt(list->count, MOST_FINDINGS);
    Finding *f = &list->at[list->count++];
    memset(f, 0, sizeof *f);
    return f;
}

static void read_marks(const char *path, Findings *out)
{
    static const char mark[] = "# forvent: ";
    static char line[LINE_MAX_LEN];
    FILE *in = fopen(path, "r");
    ck_assert_ptr_nonnull(in);
    for (int number = 1; fgets(line, sizeof line, in) != NULL; number++) {
        (void)sscanf(line, "# valg: %63s", out->options);
        const char *at = strstr(line, mark);
        if (at == NULL)
            continue;
        Finding *f = add(out);
        at += strlen(mark);
        int fields = sscanf(at, "%7s %d:%d %15s", f->code, &f->line, &f->column, f->severity);
        if (fields < 3) {
            f->line = number;
            f->column = 0;
            f->severity[0] = '\0';
            (void)sscanf(at, "%7s %15s", f->code, f->severity);
        }
    }
    fclose(in);
}

static void read_finding(const char *line, Findings *out)
{
    json_error_t error;
    json_t *object = json_loads(line, 0, &error);
    ck_assert_msg(object != NULL, "%s: %s", error.text, line);
    const char *code = json_string_value(json_object_get(object, "code"));
    if (code == NULL) { /* a line of coverage */
        json_decref(object);
        return;
    }
    Finding *f = add(out);
    snprintf(f->code, sizeof f->code, "%s", code);
    snprintf(f->severity, sizeof f->severity, "%s",
             json_string_value(json_object_get(object, "severity")));
    f->line = (int)json_integer_value(json_object_get(object, "line"));
    f->column = (int)json_integer_value(json_object_get(object, "column"));
    json_decref(object);
}

static void run(const char *path, const char *options, Findings *out)
{
    static char line[LINE_MAX_LEN];
    char command[2048];
    snprintf(command, sizeof command, "%s check --format json %s '%s'", HPLANC, options, path);
    FILE *in = popen(command, "r");
    ck_assert_ptr_nonnull(in);
    while (fgets(line, sizeof line, in) != NULL)
        if (line[0] == '{')
            read_finding(line, out);
    int status = pclose(in);
    ck_assert_msg(status != -1 && status / 256 < 2, "%s: status %d", command, status);
}

static bool fits(const Finding *wanted, const Finding *got)
{
    return strcmp(wanted->code, got->code) == 0 && wanted->line == got->line &&
           (wanted->column == 0 || wanted->column == got->column) &&
           (wanted->severity[0] == '\0' || strcmp(wanted->severity, got->severity) == 0);
}

static void check_file(const char *path)
{
    static Findings wanted, got;
    wanted.count = got.count = 0;
    wanted.options[0] = '\0';
    read_marks(path, &wanted);
    run(path, wanted.options, &got);
    for (int i = 0; i < wanted.count; i++)
        for (int k = 0; k < got.count && !wanted.at[i].met; k++)
            if (!got.at[k].met && fits(&wanted.at[i], &got.at[k]))
                wanted.at[i].met = got.at[k].met = true;
    for (int i = 0; i < wanted.count; i++)
        if (!wanted.at[i].met)
            complain(path, "lacks", &wanted.at[i]);
    for (int i = 0; i < got.count; i++)
        if (!got.at[i].met)
            complain(path, "has also", &got.at[i]);
}

START_TEST(every_fixture)
{
    glob_t files = files_named(HPLAN_ROOT "/tests/diag/*.hplan");
    report_len = 0;
    for (size_t i = 0; i < files.gl_pathc; i++)
        check_file(files.gl_pathv[i]);
    ck_assert_msg(report_len == 0, "of %zu plans:%s", files.gl_pathc, report);
    globfree(&files);
}
END_TEST

Suite *test_diag_fixtures_suite(void)
{
    Suite *s = suite_create("diag_fixtures");
    TCase *t = tcase_create("plans");
    tcase_set_timeout(t, 120);
    tcase_add_test(t, every_fixture);
    suite_add_tcase(s, t);
    return s;
}
