/* test_base_bytes.c — bytes eight at a time find what one at a time would. */
#include "base/bytes.h"

#include <check.h>

Suite *test_base_bytes_suite(void);

enum { LENGTH = 40 };

/* Texts in which the mark, and what differs from it in one bit, stand at any two places. */
static void each_text(void (*try)(const char *text))
{
    static const char others[] = {'|', '}', '{', '\xFC', '\0', 'x', '\n', '\x1F'};
    char text[LENGTH];
    for (size_t o = 0; o < sizeof others; o++)
        for (int a = 0; a < LENGTH; a++)
            for (int b = 0; b < LENGTH; b++) {
                memset(text, ' ', sizeof text);
                text[a] = others[o];
                text[b] = '|';
                try(text);
            }
}

static void find_all(const char *text)
{
    for (int from = 0; from <= LENGTH; from++)
        for (int end = from; end <= LENGTH; end += 3) {
            const char *found = memchr(text + from, '|', (size_t)(end - from));
            const char *want = found == NULL ? text + end : found;
            if (bytes_find(text + from, text + end, text + end, '|') != want ||
                bytes_find(text + from, text + end, text + LENGTH, '|') != want)
                ck_abort_msg("find from %d to %d in %.40s", from, end, text);
        }
}

static void skip_all(const char *text)
{
    for (int from = 0; from <= LENGTH; from++)
        for (int end = from; end <= LENGTH; end += 3) {
            const char *want = text + from;
            while (want < text + end && *want == ' ')
                want++;
            if (bytes_skip(text + from, text + end, text + end, ' ') != want ||
                bytes_skip(text + from, text + end, text + LENGTH, ' ') != want)
                ck_abort_msg("skip from %d to %d in %.40s", from, end, text);
        }
}

/* A bar or a control character, whichever comes first. */
static void find_marks(const char *text)
{
    char copy[LENGTH + 1] = {0};
    memcpy(copy, text, LENGTH);
    for (int from = 0; from <= LENGTH; from++) {
        const char *want = copy + from;
        while (*want != '|' && (unsigned char)*want >= ' ')
            want++;
        if (bytes_find_mark(copy + from, copy + LENGTH, '|') != want ||
            bytes_find_mark(copy + from, copy + LENGTH / 2, '|') != want)
            ck_abort_msg("mark from %d in %.40s", from, copy);
    }
}

START_TEST(leads)
{
    static const char text[] = "aæø\xE2\x80\x93 \xF0\x9F\x98\x80" "åbcdefghijklæøå\x80\xFF";
    for (const char *at = text; *at != '\0'; at++)
        for (const char *end = at; *end != '\0'; end++) {
            uint32_t want = 0;
            for (const char *p = at; p < end; p++)
                want += ((unsigned char)*p & 0xC0) != 0x80;
            ck_assert_uint_eq(bytes_leads(at, end, end), want);
            ck_assert_uint_eq(bytes_leads(at, end, text + sizeof text), want);
        }
}
END_TEST

START_TEST(find)
{
    each_text(find_all);
}
END_TEST

START_TEST(marks)
{
    each_text(find_marks);
}
END_TEST

START_TEST(skip)
{
    each_text(skip_all);
}
END_TEST

Suite *test_base_bytes_suite(void)
{
    Suite *s = suite_create("base_bytes");
    TCase *t = tcase_create("bytes");
    tcase_add_test(t, find);
    tcase_add_test(t, marks);
    tcase_add_test(t, skip);
    tcase_add_test(t, leads);
    suite_add_tcase(s, t);
    return s;
}
