/*
 * test_cli_ndjson.c — a line a figure: each is JSON, tells all that is needed, and can be added up.
 */
#include "support/command.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const examples[] = {
    "examples/kragero-2018/handlingsplan.hplan",
    "examples/elverum-2023/plan.hplan",
    "examples/nordre-follo-2017/grunnlag.hplan",
};

/* The lines of a plan as an array; free with json_decref. */
static json_t *lines_of(const Place *p, const char *plan)
{
    Run r = run(p, "build", plan, "--to", "ndjson", "-o", "-", NULL);
    json_t *lines = json_array();
    ck_assert_msg(r.code == 0, "%s: %s", plan, r.err);
    for (char *at = r.out; *at != '\0';) {
        char *end = strchr(at, '\n');
        json_error_t error;
        ck_assert_ptr_nonnull(end);
        *end = '\0';
        json_t *line = json_loads(at, JSON_REJECT_DUPLICATES, &error);
        ck_assert_msg(json_is_object(line), "%s: %s", error.text, at);
        json_array_append_new(lines, line);
        at = end + 1;
    }
    run_free(&r);
    return lines;
}

static const char *text_of(const json_t *line, const char *key)
{
    const char *text = json_string_value(json_object_get(line, key));
    return text == NULL ? "" : text;
}

START_TEST(every_line_stands_alone)
{
    static const char *const always[] = {"document", "document_kind", "kind", "id", "value", "text"};
    Place p = place_open();
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        char path[512];
        char root[256];
        ck_assert_ptr_nonnull(getcwd(root, sizeof root)); /* the tests run at the top */
        (void)snprintf(path, sizeof path, "%s/%s", root, examples[i]);
        json_t *lines = lines_of(&p, path);
        size_t n;
        json_t *line;
        ck_assert_uint_gt(json_array_size(lines), 30);
        json_array_foreach(lines, n, line) {
            for (size_t k = 0; k < sizeof always / sizeof *always; k++)
                ck_assert_msg(text_of(line, always[k])[0] != '\0', "%s: line %zu has no %s",
                              examples[i], n + 1, always[k]);
            ck_assert_int_gt(json_integer_value(json_object_get(line, "line")), 0);
            if (strcmp(text_of(line, "value"), "number") == 0)
                ck_assert_str_ne(text_of(line, "base"), "");
        }
        json_decref(lines);
    }
    place_close(&p);
}
END_TEST

/* No figure is told twice: a thing's property that stands in a table is one figure. */
START_TEST(each_place_once)
{
    Place p = place_open();
    place_write(&p, "plan.hplan",
                "plan p \"P\" {\n  kommune: Kragerø\n  år: 2018\n"
                "  ramme \"Ramme\" { 2018: 1,5 mill. kr }\n"
                "  nøkkeltall {\n    | navn | tittel | 2018 |\n    | a | Elever | 12 |\n  }\n"
                "  tabell t \"Utgifter\" {\n    måles i: 1000 kr\n"
                "    | post | 2018 |\n    | lønn | 1000 |\n    | varer | ikke målt |\n"
                "    | sum | 1000 |\n  }\n}\n");
    json_t *lines = lines_of(&p, "plan.hplan");
    static const char *const expected[][3] = {
        {"frame", "1500000.0", "kr"}, {"keyfigure", "12", ""},  {"table", "1000000", "kr"},
        {"table", "", ""},            {"table", "1000000", "kr"},
    };
    ck_assert_uint_eq(json_array_size(lines), sizeof expected / sizeof *expected);
    for (size_t i = 0; i < json_array_size(lines); i++) {
        const json_t *line = json_array_get(lines, i);
        ck_assert_str_eq(text_of(line, "municipality"), "Kragerø");
        ck_assert_str_eq(text_of(line, "year"), "2018");
        ck_assert_str_eq(text_of(line, "kind"), expected[i][0]);
        ck_assert_str_eq(text_of(line, "base"), expected[i][1]);
        ck_assert_str_eq(text_of(line, "base_unit"), expected[i][2]);
    }
    ck_assert_str_eq(text_of(json_array_get(lines, 3), "row"), "varer");
    ck_assert_str_eq(text_of(json_array_get(lines, 3), "head"), "2018");
    ck_assert_str_eq(text_of(json_array_get(lines, 4), "role"), "sum");
    json_decref(lines);
    place_close(&p);
}
END_TEST

/* What stands beside the plan in its file is the plan's as well. A range has no one worth, so no
 * unit of such. */
START_TEST(beside_the_plan)
{
    Place p = place_open();
    place_write(&p, "plan.hplan",
                "nøkkeltall a \"Elever\" { 2018: 12 }\n"
                "plan p \"P\" {\n  kommune: Kragerø\n  år: 2018\n"
                "  nøkkeltall b \"Lån\" { 2018: 2-3 mill. kr }\n}\n");
    json_t *lines = lines_of(&p, "plan.hplan");
    ck_assert_uint_eq(json_array_size(lines), 2);
    for (size_t i = 0; i < json_array_size(lines); i++) {
        ck_assert_str_eq(text_of(json_array_get(lines, i), "municipality"), "Kragerø");
        ck_assert_str_eq(text_of(json_array_get(lines, i), "year"), "2018");
    }
    ck_assert_str_eq(text_of(json_array_get(lines, 1), "high"), "3");
    ck_assert_str_eq(text_of(json_array_get(lines, 1), "unit"), "mill. kr");
    ck_assert_ptr_null(json_object_get(json_array_get(lines, 1), "base_unit"));
    json_decref(lines);
    place_close(&p);
}
END_TEST

/* The codes of a row, as they are written. */
START_TEST(rows_tell_their_codes)
{
    Place p = place_open();
    place_write(&p, "plan.hplan",
                "plan p \"P\" {\n  tabell t \"Utgifter\" {\n    | funksjon | post | 2018 : kr |\n"
                "    | 201/211 | Barnehager | 1000 |\n    | | Annet | 2000 |\n  }\n}\n");
    json_t *lines = lines_of(&p, "plan.hplan");
    ck_assert_uint_eq(json_array_size(lines), 2);
    ck_assert_str_eq(text_of(json_array_get(lines, 0), "codes"), "201/211");
    ck_assert_ptr_null(json_object_get(json_array_get(lines, 1), "codes"));
    json_decref(lines);
    place_close(&p);
}
END_TEST

Suite *test_cli_ndjson_suite(void)
{
    Suite *s = suite_create("cli_ndjson");
    TCase *c = tcase_create("ndjson");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, every_line_stands_alone);
    tcase_add_test(c, each_place_once);
    tcase_add_test(c, beside_the_plan);
    tcase_add_test(c, rows_tell_their_codes);
    suite_add_tcase(s, c);
    return s;
}
