/*
 * test_records.c — a plan told as records, and what JSON makes of them.
 */
#include "base/str.h"
#include "hplan/hplan.h"

#include <check.h>
#include <jansson.h>

Suite *test_records_suite(void);

static bool gather(void *to, const char *bytes, size_t len)
{
    buf_put(to, bytes, len);
    return true;
}

/* The JSON of a plan with these contents, which has no faults. */
static Str json_of(Arena *own, const char *contents)
{
    Buf text, out;
    buf_init(&text, own);
    buf_init(&out, own);
    buf_printf(&text, "plan p \"P\" {\n%s}\n", contents);
    hplan_session *s = hplan_session_open(NULL);
    ck_assert_int_eq(hplan_bytes_add(s, "t.hplan", text.ptr, text.len), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    hplan_status status = hplan_report_write(s, 0, "json", gather, &out);
    if (status != HPLAN_OK)
        hplan_findings_write(s, HPLAN_FORM_TEXT, NULL, gather, &out);
    ck_assert_msg(status == HPLAN_OK, "%s\n%s", text.ptr, out.ptr);
    hplan_session_close(s);
    return buf_view(&out);
}

static void check_holds(const char *contents, const char *want)
{
    Arena own;
    arena_init(&own, NULL);
    Str json = json_of(&own, contents);
    ck_assert_msg(strstr(json.ptr, want) != NULL, "no\n%s\nin\n%s", want, json.ptr);
    arena_free(&own);
}

START_TEST(a_line_for_each_record)
{
    check_holds("mål m \"M\" { }\n",
                "{\"format\":\"hplan-json\",\"version\":2,\"generator\":\"hplanc\","
                "\"language\":\"nb\",\"documents\":[\n"
                " {\"file\":\"t.hplan\",\"files\":[\"t.hplan\"],\"kind\":\"plan\",\"title\":\"P\","
                "\"declarations\":[\n"
                "  {\"type\":\"declaration\",\"id\":\"plan-p\",\"kind\":\"plan\",\"word\":\"plan\","
                "\"name\":\"p\",\"title\":\"P\",\"printed\":true,\"place\":[1,1,0,29],"
                "\"properties\":[],\"contents\":[\n"
                "   {\"type\":\"declaration\",\"id\":\"goal-m\",\"kind\":\"goal\",\"word\":\"mål\","
                "\"name\":\"m\",\"title\":\"M\",\"printed\":true,\"place\":[2,1,13,14],"
                "\"properties\":[],\"contents\":[]}\n"
                "  ]}\n"
                " ],\"checks\":[],\"summary\":{\"by_kind\":{\"sum\":0,");
}
END_TEST

START_TEST(cells_of_text_are_strings)
{
    check_holds("tabell t {\n| post | 2018 : kr |\n| a \\| \"b\" | 1,50 |\n| c | |\n}\n",
                "\"cells\":[\"a \\\\| \\\"b\\\"\",{\"kind\":\"number\",\"text\":\"1,50\","
                "\"decimal\":\"1.50\",\"unit\":\"kr\",");
    check_holds("tabell t {\n| post | 2018 : kr |\n| a | 1 |\n| c | |\n}\n",
                "\"cells\":[\"c\",null]}");
}
END_TEST

START_TEST(terms_are_runs)
{
    check_holds("tabell t {\n| post | 2018 : kr |\n| a | 1 |\n| b | 2 |\n| c | 3 |\n| sum | 6 |\n}\n",
                "\"terms\":[{\"count\":3,"
                "\"from\":{\"label\":\"a, 2018\",\"text\":\"1\",\"place\":[4,7,51,1]},"
                "\"to\":{\"label\":\"c, 2018\",\"text\":\"3\",\"place\":[6,7,71,1]}}]");
    check_holds("tabell t {\n| post | 2018 : kr |\n| a | 1 |\n| delsum | 1 |\n| c | 3 |\n| sum | 4 |\n}\n",
                "\"terms\":[{\"count\":1,\"from\":{\"label\":\"a, 2018\"");
}
END_TEST

START_TEST(links_of_texts)
{
    check_holds("mål m \"M\"\n\"\"\"Se [målet](mål:m).\"\"\"\n",
                "\"text\":\"Se [målet](mål:m).\",\"place\":[3,1,24,26],\"figures\":[],"
                "\"links\":[{\"target\":\"mål:m\",\"ref\":\"goal-m\"}]}");
}
END_TEST

/* Many sums over one long column: each is short, however long the column. */
START_TEST(long_sums_are_short)
{
    enum { ROWS = 400, SUMS = 50 };
    size_t len[2];
    for (int sums = 0; sums < 2; sums++) {
        Arena own;
        Buf plan;
        arena_init(&own, NULL);
        buf_init(&plan, &own);
        buf_cstr(&plan, "tabell t {\n| post | 2018 : kr |\n");
        for (int r = 0; r < ROWS; r++)
            buf_printf(&plan, "| post %d | 1 |\n", r);
        buf_cstr(&plan, "}\n");
        for (int i = 0; i < SUMS * sums; i++)
            buf_cstr(&plan, "krev: sum(t.2018) = 400 kr\n");
        len[sums] = json_of(&own, plan.ptr).len;
        arena_free(&own);
    }
    ck_assert_uint_gt(len[1], len[0]);
    ck_assert_uint_lt(len[1] - len[0], SUMS * 1500);
}
END_TEST

/* ---- the keys ------------------------------------------------------------------------------- */

static const char *const keys[] = {
#define KEY(name) #name,
#include "report/keys.def"
#undef KEY
};

static void collect_keys(json_t *found, json_t *schema)
{
    const char *name;
    json_t *value;
    if (json_is_array(schema)) {
        size_t i;
        json_array_foreach(schema, i, value)
            collect_keys(found, value);
    }
    json_object_foreach(schema, name, value) {
        if (strcmp(name, "properties") == 0 && !json_is_string(json_object_get(value, "type")))
            json_object_update(found, value);
        collect_keys(found, value);
    }
}

START_TEST(keys_are_those_of_the_schema)
{
    json_t *schema = json_load_file(HPLAN_ROOT "/grammar/hplan.schema.json", 0, NULL);
    json_t *found = json_object();
    ck_assert_ptr_nonnull(schema);
    collect_keys(found, schema);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        ck_assert_msg(json_object_get(found, keys[i]) != NULL, "%s is not in the schema", keys[i]);
    ck_assert_uint_eq(json_object_size(found), sizeof keys / sizeof *keys);
    json_decref(found);
    json_decref(schema);
}
END_TEST

Suite *test_records_suite(void)
{
    Suite *s = suite_create("records");
    TCase *c = tcase_create("records");
    tcase_add_test(c, a_line_for_each_record);
    tcase_add_test(c, cells_of_text_are_strings);
    tcase_add_test(c, terms_are_runs);
    tcase_add_test(c, links_of_texts);
    tcase_add_test(c, long_sums_are_short);
    tcase_add_test(c, keys_are_those_of_the_schema);
    suite_add_tcase(s, c);
    return s;
}
