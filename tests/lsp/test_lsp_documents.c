/* test_lsp_documents.c — texts as the client has them; file names as it writes them. */
#include "lsp/documents.h"
#include "lsp/uri.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

Suite *test_lsp_documents_suite(void);

static Documents d;
static Failure failure;

static void set_up(void)
{
    d = (Documents){0};
    failure = (Failure){0};
}

static void tear_down(void)
{
    documents_free(&d);
}

static Document *open_with(const char *uri, const char *text)
{
    json_t *params =
        json_pack("{s:{s:s, s:i, s:s}}", "textDocument", "uri", uri, "version", 1, "text", text);
    Document *doc = documents_open(&d, params, &failure);
    json_decref(params);
    return doc;
}

/* `changes` is the JSON of contentChanges. */
static Document *change(const char *changes)
{
    json_t *params =
        json_pack("{s:{s:s, s:i}, s:o}", "textDocument", "uri", "untitled:a", "version", 2,
                  "contentChanges", json_loads(changes, JSON_DECODE_ANY, NULL));
    Document *doc = documents_change(&d, params, &failure);
    json_decref(params);
    return doc;
}

#define AT(l1, c1, l2, c2, text)                                                            \
    "{\"range\":{\"start\":{\"line\":" #l1 ",\"character\":" #c1 "},\"end\":{\"line\":" #l2 \
    ",\"character\":" #c2 "}},\"text\":\"" text "\"}"

typedef struct Case {
    const char *before, *changes, *after;
} Case;

static const Case cases[] = {
    {"", "[" AT(0, 0, 0, 0, "a") "]", "a"},
    {"abc", "[" AT(0, 1, 0, 2, "") "]", "ac"},
    {"å 😀 b", "[" AT(0, 5, 0, 6, "ø") "]", "å 😀 ø"},
    {"a\nb\nc", "[" AT(0, 1, 2, 0, "") "]", "ac"},
    {"a\r\nb", "[" AT(0, 9, 1, 0, " ") "]", "a b"},
    {"a", "[" AT(7, 0, 9, 9, "\\nb") "]", "a\nb"},
    {"ab", "[" AT(0, 2, 0, 0, "x") "]", "x"}, /* the ends the wrong way round */
    {"ab", "[" AT(0, 0, 0, 1, "x") "," AT(0, 1, 0, 2, "y") "]", "xy"},
    {"ab", "[{\"text\":\"new\"}," AT(0, 3, 0, 3, "er") "]", "newer"},
    {"ab", "[]", "ab"},
    {"ab", "[" AT(0, 0, 0, 0, "x") ",{\"text\":1}," AT(0, 0, 0, 0, "y") "]", "xab"},
};

START_TEST(changes_in_order)
{
    const Case *c = &cases[_i];
    Document *doc = open_with("untitled:a", c->before);
    ck_assert_ptr_eq(change(c->changes), doc);
    ck_assert_uint_eq(doc->text.len, strlen(c->after));
    ck_assert_str_eq(doc->text.at, c->after);
    ck_assert_int_eq(doc->version, 2);
    ck_assert_ptr_eq(doc->lines.text, doc->text.at);
}
END_TEST

START_TEST(opening_twice_and_closing)
{
    Document *doc = open_with("untitled:a", "one");
    ck_assert_ptr_eq(open_with("untitled:a", "two"), doc);
    ck_assert_str_eq(doc->text.at, "two");
    Document *other = open_with("untitled:b", "");
    ck_assert_uint_eq(d.count, 2);
    documents_close(&d, doc);
    ck_assert_ptr_null(documents_find(&d, "untitled:a"));
    ck_assert_ptr_eq(documents_find(&d, "untitled:b"), other);
    ck_assert_ptr_null(change("[]"));
    ck_assert_int_eq(failure.code, ERROR_INVALID_PARAMS);
}
END_TEST

typedef struct Name {
    const char *uri, *path, *back; /* back: NULL where it is the same URI */
} Name;

static const Name names[] = {
    {"file:///tmp/a.hplan", "/tmp/a.hplan", NULL},
    {"file:///tmp/handlings%20plan%20%C3%A5.hplan", "/tmp/handlings plan å.hplan", NULL},
    {"file:///tmp/å b.hplan", "/tmp/å b.hplan", "file:///tmp/%C3%A5%20b.hplan"},
    {"FILE://localhost/tmp/x", "/tmp/x", "file:///tmp/x"},
    {"file:///a%2fb%3F%23", "/a/b?#", "file:///a/b%3F%23"},
    {"file:///a?q#f", "/a", "file:///a"},
    {"file:///100%", "/100%", "file:///100%25"},
    {"file:///a%4", "/a%4", "file:///a%254"},
    {"file:///a%zz", "/a%zz", "file:///a%25zz"},
    {"file:///a%00b", NULL, NULL},
    {"file://server/share/a", NULL, NULL},
    {"untitled:Untitled-1", NULL, NULL},
    {"", NULL, NULL},
};

START_TEST(file_names)
{
    const Name *n = &names[_i];
    char *path = uri_to_path(n->uri);
    if (n->path == NULL) {
        ck_assert_ptr_null(path);
        return;
    }
    ck_assert_str_eq(path, n->path);
    char *uri = uri_from_path(path);
    ck_assert_str_eq(uri, n->back != NULL ? n->back : n->uri);
    free(uri);
    free(path);
}
END_TEST

START_TEST(a_file_that_is_not_yet_there_has_a_path)
{
    Document *doc = open_with("file:///tmp/../tmp/no%20such%20file.hplan", "");
    ck_assert_str_eq(doc->path, "/tmp/no such file.hplan");
    ck_assert_ptr_eq(documents_of_path(&d, "/tmp/no such file.hplan"), doc);
}
END_TEST

Suite *test_lsp_documents_suite(void)
{
    Suite *s = suite_create("lsp_documents");
    TCase *t = tcase_create("texts");
    tcase_add_checked_fixture(t, set_up, tear_down);
    tcase_add_loop_test(t, changes_in_order, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_test(t, opening_twice_and_closing);
    tcase_add_loop_test(t, file_names, 0, (int)(sizeof names / sizeof *names));
    tcase_add_test(t, a_file_that_is_not_yet_there_has_a_path);
    suite_add_tcase(s, t);
    return s;
}
