/* test_lsp_lines.c — places in a text, in both encodings, past whatever people write. */
#include "lsp/lines.h"

#include <check.h>
#include <string.h>

Suite *test_lsp_lines_suite(void);

static Lines l;

static void tear_down(void)
{
    lines_free(&l);
}

static void build(const char *text)
{
    lines_build(&l, text, strlen(text));
}

typedef struct Case {
    const char *text;
    size_t offset, line, utf16, utf8;
} Case;

/* In the text the place is behind what is named here. */
static const Case cases[] = {
    {"", 0, 0, 0, 0},
    {"abc", 3, 0, 3, 3},
    {"æøå!", 6, 0, 3, 6},           /* letters of two bytes */
    {"–x", 3, 0, 1, 3},             /* a dash of three */
    {"😀x", 4, 0, 2, 4},             /* two units of UTF-16 */
    {"a😀😀b", 9, 0, 5, 9},           /* and again */
    {"e\xCC\x81x", 3, 0, 2, 3},     /* a combining accent is a unit of its own */
    {"👩‍👧x", 11, 0, 5, 11}, /* joined: a family is three characters */
    {"én\nto\n", 4, 1, 0, 0},       /* behind the end of a line */
    {"én\r\nto", 6, 1, 1, 1},       /* \r\n is one end */
    {"a\rb", 2, 1, 0, 0},           /* \r alone is one too */
    {"a\r\rb", 3, 2, 0, 0},         /* two of them */
    {"a\n", 2, 1, 0, 0},            /* the empty last line */
    {"x\n😀å\ny", 9, 2, 0, 0},       /* behind a line of wide ones */
};

START_TEST(there_and_back)
{
    const Case *c = &cases[_i];
    build(c->text);
    Position p = lines_position(&l, c->offset, ENCODING_UTF16);
    ck_assert_uint_eq(p.line, c->line);
    ck_assert_uint_eq(p.column, c->utf16);
    ck_assert_uint_eq(lines_offset(&l, p, ENCODING_UTF16), c->offset);
    p = lines_position(&l, c->offset, ENCODING_UTF8);
    ck_assert_uint_eq(p.column, c->utf8);
    ck_assert_uint_eq(lines_offset(&l, p, ENCODING_UTF8), c->offset);
}
END_TEST

START_TEST(every_character_of_a_text)
{
    static const char text[] = "plan «å»\r\n| 😀 | 1–2 |\n\n\tq\xCC\x88 ∑\rslutt";
    build(text);
    for (size_t at = 0; at <= strlen(text); at++) {
        bool inside = ((unsigned char)text[at] & 0xC0) == 0x80 ||
                      (at > 0 && text[at - 1] == '\r' && text[at] == '\n');
        Position p = lines_position(&l, at, ENCODING_UTF16);
        if (!inside)
            ck_assert_uint_eq(lines_offset(&l, p, ENCODING_UTF16), at);
    }
    ck_assert_uint_eq(l.count, 5);
}
END_TEST

START_TEST(beyond_ends)
{
    build("æb\r\nc");
    ck_assert_uint_eq(lines_offset(&l, (Position){0, 99}, ENCODING_UTF16), 3);
    ck_assert_uint_eq(lines_offset(&l, (Position){1, 99}, ENCODING_UTF8), 6);
    ck_assert_uint_eq(lines_offset(&l, (Position){7, 0}, ENCODING_UTF16), 6);
    ck_assert_uint_eq(lines_offset(&l, (Position){(size_t)-1, (size_t)-1}, ENCODING_UTF16), 6);
    ck_assert_uint_eq(lines_position(&l, 99, ENCODING_UTF16).column, 1);
}
END_TEST

START_TEST(in_the_middle_of_a_character)
{
    build("a😀b");
    ck_assert_uint_eq(lines_offset(&l, (Position){0, 2}, ENCODING_UTF16), 1);
    ck_assert_uint_eq(lines_offset(&l, (Position){0, 3}, ENCODING_UTF16), 5);
    for (size_t column = 2; column < 5; column++)
        ck_assert_uint_eq(lines_offset(&l, (Position){0, column}, ENCODING_UTF8), 1);
}
END_TEST

/* Asked for in any order: what is remembered of the last one must not show. */
START_TEST(the_order_does_not_matter)
{
    build("😀😀😀 abc\nøøø 😀");
    static const size_t order[] = {12, 4, 8, 12, 17, 0, 20, 18, 24, 4, 17};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        Position warm = lines_position(&l, order[i], ENCODING_UTF16);
        Lines fresh = {0};
        lines_build(&fresh, l.text, l.len);
        Position cold = lines_position(&fresh, order[i], ENCODING_UTF16);
        lines_free(&fresh);
        ck_assert_uint_eq(warm.line, cold.line);
        ck_assert_uint_eq(warm.column, cold.column);
        (void)lines_position(&l, order[i], i % 2 == 0 ? ENCODING_UTF8 : ENCODING_UTF16);
    }
}
END_TEST

Suite *test_lsp_lines_suite(void)
{
    Suite *s = suite_create("lsp_lines");
    TCase *t = tcase_create("places");
    tcase_add_checked_fixture(t, NULL, tear_down);
    tcase_add_loop_test(t, there_and_back, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_test(t, every_character_of_a_text);
    tcase_add_test(t, beyond_ends);
    tcase_add_test(t, in_the_middle_of_a_character);
    tcase_add_test(t, the_order_does_not_matter);
    suite_add_tcase(s, t);
    return s;
}
