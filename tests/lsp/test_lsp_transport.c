/* test_lsp_transport.c — frames: whole, in pieces, and what is none. */
#include "lsp/transport.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *test_lsp_transport_suite(void);

static Reader r;

static void set_up(void)
{
    r = (Reader){0};
}

static void tear_down(void)
{
    reader_free(&r);
}

static void feed(const char *text)
{
    reader_feed(&r, text, strlen(text));
}

static void expect(const char *body)
{
    const char *got = NULL;
    size_t len = 0;
    ck_assert_int_eq(reader_next(&r, &got, &len), READ_MESSAGE);
    ck_assert_uint_eq(len, strlen(body));
    ck_assert_mem_eq(got, body, len);
}

static void expect_state(ReadState state)
{
    const char *got;
    size_t len;
    ck_assert_int_eq(reader_next(&r, &got, &len), state);
}

START_TEST(whole_messages)
{
    feed("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\nContent-Type: x\r\n\r\n[1]");
    expect("{}");
    expect("[1]");
    expect_state(READ_MORE);
}
END_TEST

START_TEST(the_header_is_read_with_lenience)
{
    feed("content-length:\t2  \n\n{}\r\n\r\nCONTENT-LENGTH:0\r\n\r\n");
    expect("{}");
    expect("");
    expect_state(READ_MORE);
}
END_TEST

START_TEST(byte_by_byte)
{
    const char *text = "Content-Length: 5\r\n\r\n{\"a\"}Content-Length: 1\r\n\r\n0";
    size_t found = 0, len;
    const char *body;
    for (const char *p = text; *p != '\0'; p++) {
        reader_feed(&r, p, 1);
        found += reader_next(&r, &body, &len) == READ_MESSAGE;
    }
    ck_assert_uint_eq(found, 2);
}
END_TEST

/* Each of these is no frame; what follows is one, and is found. */
static const char *const rubbish[] = {
    "hello\n",
    "Content-Length: -1\r\n",
    "Content-Length: \r\n\r\n",
    "Content-Length: 12x\r\n",
    "Content-Length: 99999999999999999999999999\r\n\r\n",
    "{\"jsonrpc\":\"2.0\"}\r\n\r\n",
    "\xff\xfe\x01 and no end ",
};

START_TEST(rubbish_is_reported_once_and_passed_over)
{
    feed(rubbish[_i]);
    feed("more of it\n");
    feed("Content-Length: 2\r\n\r\n{}");
    expect_state(READ_RUBBISH);
    expect("{}");
    feed("again\n");
    expect_state(READ_RUBBISH);
    expect_state(READ_MORE);
}
END_TEST

START_TEST(rubbish_without_an_end)
{
    char block[1000];
    memset(block, 'x', sizeof block);
    for (int i = 0; i < 3; i++)
        reader_feed(&r, block, sizeof block);
    expect_state(READ_MORE);
    for (int i = 0; i < 3; i++)
        reader_feed(&r, block, sizeof block);
    expect_state(READ_RUBBISH);
    for (int i = 0; i < 10000; i++) {
        reader_feed(&r, block, sizeof block);
        expect_state(READ_MORE);
    }
    ck_assert_uint_lt(r.in.cap, 100000); /* it is not kept */
    feed("Content-Length: 2\r\n\r\n{}");
    expect("{}");
}
END_TEST

START_TEST(too_large_a_body_is_skipped)
{
    char header[64], block[4096];
    size_t length = MESSAGE_MAX + 1;
    (void)snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", length);
    memset(block, '\n', sizeof block);
    feed(header);
    expect_state(READ_TOO_LARGE);
    for (size_t left = length; left > 0;) {
        size_t n = left < sizeof block ? left : sizeof block;
        reader_feed(&r, block, n);
        left -= n;
        expect_state(READ_MORE);
    }
    ck_assert_uint_lt(r.in.cap, 100000);
    feed("Content-Length: 2\r\n\r\n{}");
    expect("{}");
}
END_TEST

START_TEST(the_room_of_a_large_body_is_given_back)
{
    char header[64];
    static char block[3 << 20];
    memset(block, ' ', sizeof block);
    (void)snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", sizeof block);
    feed(header);
    reader_feed(&r, block, sizeof block);
    const char *body;
    size_t len;
    ck_assert_int_eq(reader_next(&r, &body, &len), READ_MESSAGE);
    ck_assert_uint_eq(len, sizeof block);
    feed("Content-Length: 2\r\n\r\n{}");
    expect("{}");
    ck_assert_uint_lt(r.in.cap, 100000);
}
END_TEST

/* Headers, bodies and rubbish in any order. */
static size_t jumble(char *text, size_t room, unsigned seed)
{
    static const char *const pieces[] = {
        "Content-Length: 2\r\n\r\n{}",
        "Content-Length: 5\n\nabc\r\n",
        "\r\n",
        "\n",
        "x",
        "Content-Length: 0\r\n\r\n",
        "content-type: x\r\n",
        "Content-Length: 9z\r\n",
        "\r",
        "Content-Le",
        "Content-Length: 3\r\nContent-Length: 1\r\n\r\n7",
        "Content-Length:",
    };
    size_t len = 0;
    for (;;) {
        seed = seed * 1103515245u + 12345u;
        const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
        if (len + strlen(piece) >= room)
            return len;
        memcpy(text + len, piece, strlen(piece));
        len += strlen(piece);
    }
}

/* What comes of it, one after the other: bodies, and a letter for what is no message. */
static void collect(const char *text, size_t len, size_t step, Bytes *out)
{
    Reader reader = {0};
    for (size_t at = 0; at < len; at += step) {
        const char *body;
        size_t body_len;
        ReadState state;
        reader_feed(&reader, text + at, len - at < step ? len - at : step);
        while ((state = reader_next(&reader, &body, &body_len)) != READ_MORE) {
            bytes_add(out, state == READ_MESSAGE ? "M" : "R", 1);
            if (state == READ_MESSAGE)
                bytes_add(out, body, body_len);
        }
    }
    reader_free(&reader);
}

START_TEST(it_does_not_matter_where_it_is_cut)
{
    char text[600];
    size_t len = jumble(text, sizeof text, (unsigned)_i * 31u + 7u);
    Bytes whole = {0};
    collect(text, len, len, &whole);
    for (size_t step = 1; step < 40; step++) {
        Bytes pieces = {0};
        collect(text, len, step, &pieces);
        ck_assert_uint_eq(pieces.len, whole.len);
        ck_assert_mem_eq(pieces.at, whole.at, whole.len);
        bytes_free(&pieces);
    }
    ck_assert_uint_gt(whole.len, 0);
    bytes_free(&whole);
}
END_TEST

/* What is too long for a header is so however much has come of it. */
START_TEST(nor_does_it_in_a_line_that_is_too_long)
{
    char text[2 * HEADER_MAX];
    int half = (int)HEADER_MAX - 1000;
    int n = snprintf(text, sizeof text, "%0*dContent-Length: 7 %0*dContent-Length: 2\r\n\r\n{}",
                     half, 0, half, 0);
    Bytes whole = {0};
    collect(text, (size_t)n, (size_t)n, &whole);
    ck_assert_str_eq(whole.at, "RM{}");
    for (size_t step = 1; step < HEADER_MAX; step = step * 3 + 1) {
        Bytes pieces = {0};
        collect(text, (size_t)n, step, &pieces);
        ck_assert_str_eq(pieces.at, whole.at);
        bytes_free(&pieces);
    }
    bytes_free(&whole);
}
END_TEST

Suite *test_lsp_transport_suite(void)
{
    Suite *s = suite_create("lsp_transport");
    TCase *t = tcase_create("frames");
    tcase_add_checked_fixture(t, set_up, tear_down);
    tcase_add_test(t, whole_messages);
    tcase_add_test(t, the_header_is_read_with_lenience);
    tcase_add_test(t, byte_by_byte);
    tcase_add_loop_test(t, rubbish_is_reported_once_and_passed_over, 0,
                        (int)(sizeof rubbish / sizeof *rubbish));
    tcase_add_loop_test(t, it_does_not_matter_where_it_is_cut, 0, 200);
    tcase_add_test(t, nor_does_it_in_a_line_that_is_too_long);
    tcase_add_test(t, rubbish_without_an_end);
    tcase_add_test(t, too_large_a_body_is_skipped);
    tcase_add_test(t, the_room_of_a_large_body_is_given_back);
    suite_add_tcase(s, t);
    return s;
}
