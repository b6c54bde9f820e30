/* test_base_json.c — the JSON writer. */
#include "base/json.h"

#include <check.h>
#include <stdio.h>

Suite *test_base_json_suite(void);

static Arena arena;
static Buf buf;
static JsonOut json;

static void set_up(void)
{
    arena_init(&arena, NULL);
    buf_init(&buf, &arena);
    json_out_init(&json, &buf, 0);
}

static void tear_down(void)
{
    arena_free(&arena);
}

static void write_document(void)
{
    json_out_open(&json, '{');
    json_out_key(&json, "navn");
    json_out_cstr(&json, "Kragerø");
    json_out_key(&json, "tom");
    json_out_open(&json, '{');
    json_out_close(&json, '}');
    json_out_key(&json, "rader");
    json_out_open(&json, '[');
    json_out_int(&json, -5);
    json_out_bool(&json, true);
    json_out_bool(&json, false);
    json_out_null(&json);
    json_out_open(&json, '[');
    json_out_close(&json, ']');
    json_out_open(&json, '{');
    json_out_key(&json, "a");
    json_out_int(&json, 1);
    json_out_close(&json, '}');
    json_out_close(&json, ']');
    json_out_key(&json, "slutt");
    json_out_int(&json, 0);
    json_out_close(&json, '}');
}

START_TEST(on_one_line)
{
    write_document();
    ck_assert_str_eq(buf.ptr, "{\"navn\":\"Kragerø\",\"tom\":{},\"rader\":[-5,true,false,null,"
                              "[],{\"a\":1}],\"slutt\":0}");
}
END_TEST

/* Wherever it stands in a text, whatever is beside it. */
START_TEST(every_byte_at_every_place)
{
    for (int c = 0; c < 0x80; c++)
        for (uint32_t at = 0; at < 20; at++) {
            char text[20];
            char want[40] = "";
            memset(text, at % 2 == 0 ? 'x' : '\x7f', sizeof text);
            text[at] = (char)c;
            for (uint32_t i = 0; i < sizeof text; i++)
                (void)snprintf(want + strlen(want), 9,
                               text[i] == '"' || text[i] == '\\' ? "\\%c"
                               : text[i] >= 0x20 ? "%c"
                               : text[i] == '\b' ? "\\b"
                               : text[i] == '\t' ? "\\t"
                               : text[i] == '\n' ? "\\n"
                               : text[i] == '\f' ? "\\f"
                               : text[i] == '\r' ? "\\r" : "\\u%04x", text[i]);
            buf.len = 0;
            json_put_string(&buf, (Str){text, sizeof text});
            ck_assert_uint_eq(buf.len, strlen(want) + 2);
            ck_assert(memcmp(buf.ptr + 1, want, buf.len - 2) == 0);
        }
}
END_TEST

START_TEST(indented)
{
    json_out_init(&json, &buf, 2);
    write_document();
    ck_assert_str_eq(buf.ptr, "{\n"
                              "  \"navn\": \"Kragerø\",\n"
                              "  \"tom\": {},\n"
                              "  \"rader\": [\n"
                              "    -5,\n"
                              "    true,\n"
                              "    false,\n"
                              "    null,\n"
                              "    [],\n"
                              "    {\n"
                              "      \"a\": 1\n"
                              "    }\n"
                              "  ],\n"
                              "  \"slutt\": 0\n"
                              "}");
}
END_TEST

START_TEST(escapes)
{
    json_out_str(&json, STR("a\"b\\c\b\t\n\f\r\x01\x1F\0/\x7F…"));
    ck_assert_str_eq(buf.ptr, "\"a\\\"b\\\\c\\b\\t\\n\\f\\r\\u0001\\u001f\\u0000/\x7F…\"");
}
END_TEST

START_TEST(bytes_that_are_no_text)
{
    json_out_str(&json, STR("a\xE6"
                        "b\xC3"));
    ck_assert_str_eq(buf.ptr, "\"a\xEF\xBF\xBD"
                              "b\xEF\xBF\xBD\"");
}
END_TEST

START_TEST(empty_texts)
{
    json_out_open(&json, '[');
    json_out_str(&json, STR_NONE);
    json_out_cstr(&json, NULL);
    json_out_cstr(&json, "");
    json_out_close(&json, ']');
    ck_assert_str_eq(buf.ptr, "[\"\",\"\",\"\"]");
}
END_TEST

Suite *test_base_json_suite(void)
{
    Suite *s = suite_create("base_json");
    TCase *t = tcase_create("json");
    tcase_add_checked_fixture(t, set_up, tear_down);
    tcase_add_test(t, every_byte_at_every_place);
    tcase_add_test(t, on_one_line);
    tcase_add_test(t, indented);
    tcase_add_test(t, escapes);
    tcase_add_test(t, bytes_that_are_no_text);
    tcase_add_test(t, empty_texts);
    suite_add_tcase(s, t);
    return s;
}
