/* test_lsp_command.c — hplanc lsp as an editor starts it: a session
 * on standard input and output. */
#include "support/command.h"

#include <check.h>
#include <stdio.h>
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

static Run serve(const char *option)
{
    Place p = place_open();
    p.input = sent;
    p.input_len = sent_len;
    Run r = run(&p, "lsp", option, NULL);
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

Suite *test_lsp_command_suite(void)
{
    Suite *s = suite_create("lsp_command");
    TCase *t = tcase_create("sessions");
    tcase_add_test(t, a_session);
    tcase_add_test(t, a_burst_is_checked_once);
    tcase_add_test(t, the_log_is_asked_for);
    tcase_add_test(t, what_it_is_not_given);
    suite_add_tcase(s, t);
    return s;
}
