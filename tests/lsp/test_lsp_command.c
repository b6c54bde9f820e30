/* test_lsp_command.c — hplanc lsp as an editor starts it: a session
 * on standard input and output. */
#include "support/command.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_lsp_command_suite(void);

static char sent[8192];
static size_t sent_len;

static void begin(void)
{
    sent_len = 0;
}

static void say(const char *body)
{
    int n = snprintf(sent + sent_len, sizeof sent - sent_len, "Content-Length: %zu\r\n\r\n%s",
                     strlen(body), body);
    ck_assert_int_gt(n, 0);
    sent_len += (size_t)n;
    ck_assert_uint_lt(sent_len, sizeof sent);
}

#define MESSAGE  "{\"jsonrpc\":\"2.0\","
#define START    MESSAGE "\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}"
#define SHUTDOWN MESSAGE "\"id\":2,\"method\":\"shutdown\"}"
#define LEAVE    MESSAGE "\"method\":\"exit\"}"
#define OPEN(text)                                                                       \
    MESSAGE "\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":" \
            "\"untitled:a\",\"languageId\":\"hplan\",\"version\":7,\"text\":\"" text "\"}}}"
#define ASK                                \
    MESSAGE "\"id\":3,\"method\":\"hplan/" \
            "text\",\"params\":{\"textDocument\":{\"uri\":\"untitled:a\"}}}"

static Run serve_in(Place *p, const char *option)
{
    p->input = sent;
    p->input_len = sent_len;
    return run(p, "lsp", option, NULL);
}

static Run serve(const char *option)
{
    Place p = place_open();
    Run r = serve_in(&p, option);
    place_close(&p);
    return r;
}

START_TEST(a_session)
{
    begin();
    say(START);
    say(SHUTDOWN);
    say(LEAVE);
    Run r = serve(NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_str_eq(r.err, "");
    ck_assert_ptr_nonnull(strstr(r.out, "\"name\":\"hplanc\""));
    ck_assert_int_eq(count_of(r.out, "Content-Length: "), 2);
    run_free(&r);
}
END_TEST

/* Both in one piece: the first text has been replaced before anything was checked. */
START_TEST(a_burst_is_checked_once)
{
    begin();
    say(START);
    say(OPEN("plan p \\\"P\\\" {"));
    say(OPEN("plan p \\\"P\\\" { ansvarr: 1 }"));
    say(ASK);
    Run r = serve("--lang=en");
    ck_assert_int_eq(r.code, 1); /* nobody said that it should end */
    ck_assert_int_eq(count_of(r.out, "publishDiagnostics"), 1);
    ck_assert_ptr_nonnull(strstr(r.out, "HP2004"));
    ck_assert_ptr_nonnull(strstr(r.out, "\"version\":7"));
    ck_assert_ptr_nonnull(strstr(r.out, "{\"text\":\"plan p \\\"P\\\" { ansvarr: 1 }\"}"));
    run_free(&r);
}
END_TEST

START_TEST(the_log_is_asked_for)
{
    begin();
    say(START);
    say(LEAVE);
    Run r = serve("--log");
    ck_assert_int_eq(r.code, 1);
    ck_assert_ptr_nonnull(strstr(r.err, "hplanc lsp: initialize: "));
    run_free(&r);
}
END_TEST

START_TEST(what_it_is_not_given)
{
    begin();
    Run r = serve(NULL);
    ck_assert_int_eq(r.code, 1);
    ck_assert_str_eq(r.out, "");
    run_free(&r);
    r = serve("plan.hplan");
    ck_assert_int_eq(r.code, 2);
    ck_assert_ptr_nonnull(strstr(r.err, "«lsp» tar ingen filer"));
    run_free(&r);
    r = serve("--format=json");
    ck_assert_int_eq(r.code, 2);
    run_free(&r);
}
END_TEST

enum { MANY = 10000 };

/* A plan that names the department once for each of its measures. */
static void write_large_plan(const Place *p, const char *name)
{
    enum { ROOM = 64 };
    char *text = malloc((size_t)MANY * ROOM);
    size_t len = (size_t)sprintf(text, "plan p \"P\" {\n  år: 2018\n  bruk \"e.hplan\"\n");
    for (int i = 0; i < MANY; i++)
        len += (size_t)snprintf(text + len, ROOM,
                                "  tiltak \"T %d\" { ansvar: skole; frist: 2018 }\n", i);
    (void)snprintf(text + len, ROOM, "}\n");
    place_write(p, name, text);
    free(text);
}

/* With the folder of the place where the message has %s. */
static void say_of(const Place *p, const char *message)
{
    char body[1024];
    (void)snprintf(body, sizeof body, message, p->folder);
    say(body);
}

#define START_IN_FOLDER                                                                      \
    MESSAGE "\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{},\"rootUri\"" \
            ":\"file://%s\"}}"
#define OPEN_UNITS                                                                       \
    MESSAGE "\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":" \
            "\"file://%s/e.hplan\",\"text\":\"avdeling skole \\\"S\\\"\\n\"}}}"
#define WHERE_IS_IT_NAMED                                                  \
    MESSAGE "\"id\":2,\"method\":\"textDocument/references\",\"params\":{" \
            "\"textDocument\":{\"uri\":\"file://%s/e.hplan\"},"            \
            "\"position\":{\"line\":0,\"character\":10},"                  \
            "\"context\":{\"includeDeclaration\":true}}}"

/* Both plans have read the file that is asked about, so each place in it is met twice. To compare
 * every place with all before it would take a minute. */
START_TEST(a_name_in_many_places_of_two_plans)
{
    Place p = place_open();
    place_write(&p, "e.hplan", "avdeling skole \"S\"\n");
    write_large_plan(&p, "a.hplan");
    write_large_plan(&p, "b.hplan");
    begin();
    say_of(&p, START_IN_FOLDER);
    say_of(&p, OPEN_UNITS);
    say_of(&p, WHERE_IS_IT_NAMED);
    Run r = serve_in(&p, NULL);
    ck_assert_int_eq(count_of(r.out, "/a.hplan"), MANY);
    ck_assert_int_eq(count_of(r.out, "/b.hplan"), MANY);
    ck_assert_int_eq(count_of(r.out, "/e.hplan\",\"range\""), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

Suite *test_lsp_command_suite(void)
{
    Suite *s = suite_create("lsp_command");
    TCase *t = tcase_create("sessions");
    tcase_add_test(t, a_session);
    tcase_add_test(t, a_burst_is_checked_once);
    tcase_add_test(t, the_log_is_asked_for);
    tcase_add_test(t, what_it_is_not_given);
    tcase_add_test(t, a_name_in_many_places_of_two_plans);
    tcase_set_timeout(t, 30); /* also with sanitizers; in quadratic time it is a minute without */
    suite_add_tcase(s, t);
    return s;
}
