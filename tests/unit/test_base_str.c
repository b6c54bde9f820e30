/* test_base_str.c — slices and the builder of text. */
#include "base/str.h"

#include <check.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

Suite *test_base_str_suite(void);

static Arena arena;

static void set_up(void)
{
    arena_init(&arena, NULL);
}

static void tear_down(void)
{
    arena_free(&arena);
}

#define ck_text(s, expected) ck_assert_str_eq(arena_copy(&arena, (s).ptr, (s).len), (expected))

START_TEST(making_slices)
{
    ck_text(str_from("hei"), "hei");
    ck_assert_uint_eq(str_from(NULL).len, 0);
    ck_text(STR("æøå"), "æøå");
    ck_assert_uint_eq(STR("æøå").len, 6);
    Str s = STR("abcdef");
    ck_text(str_slice(s, 2, 4), "cd");
    ck_text(str_slice(s, 2, 99), "cdef");
    ck_text(str_slice(s, 4, 2), "");
    ck_text(str_slice(s, 99, 100), "");
    ck_text(str_slice(STR_NONE, 0, 1), "");
    ck_assert_ptr_eq(str_end(STR_NONE), NULL);
    ck_text(str_dup(&arena, s), "abcdef");
    ck_assert_ptr_ne(str_dup(&arena, s).ptr, s.ptr);
    ck_text(str_dup(&arena, STR_NONE), "");
}
END_TEST

START_TEST(trimming)
{
    ck_text(str_trim(STR("  a b\t ")), "a b");
    ck_text(str_trim(STR("\xC2\xA0\xE2\x80\x83 å \xE2\x80\xAF\xC2\xA0")), "å");
    ck_text(str_trim(STR(" \t \xC2\xA0")), "");
    ck_text(str_trim(STR("")), "");
    ck_text(str_trim(STR_NONE), "");
    ck_text(str_trim(STR("\na\n")), "\na\n"); /* a newline is no blank */
    /* bytes of a blank at the end of something else are none */
    ck_text(str_trim(STR("a\x80\xA0")), "a\x80\xA0");
    ck_text(str_trim(STR("\xF0\x9F\x98\x80 ")), "\xF0\x9F\x98\x80");
}
END_TEST

START_TEST(comparing)
{
    ck_assert(str_eq(STR("ab"), STR("ab")));
    ck_assert(!str_eq(STR("ab"), STR("abc")));
    ck_assert(!str_eq(STR("ab"), STR("aB")));
    ck_assert(str_eq(STR_NONE, STR("")));
    /* Every length that is compared in another way, with each of its bytes another. */
    char one[] = "abcdefghijklmnopqrstuv", other[sizeof one];
    memcpy(other, one, sizeof one);
    for (uint32_t len = 0; len < sizeof one; len++) {
        ck_assert(str_eq((Str){one, len}, (Str){other, len}));
        for (uint32_t i = 0; i < len; i++) {
            other[i] = '!';
            ck_assert(!str_eq((Str){one, len}, (Str){other, len}));
            other[i] = one[i];
        }
    }
    ck_assert_int_eq(str_cmp(STR("ab"), STR("ab")), 0);
    ck_assert_int_eq(str_cmp(STR("ab"), STR("abc")), -1);
    ck_assert_int_eq(str_cmp(STR("b"), STR("abc")), 1);
    ck_assert_int_eq(str_cmp(STR("\xC3"), STR("z")), 1); /* bytes are unsigned */
    ck_assert_int_eq(str_cmp(STR_NONE, STR("")), 0);
    ck_assert(str_starts(STR("abc"), STR("ab")));
    ck_assert(str_starts(STR("abc"), STR("")));
    ck_assert(!str_starts(STR("a"), STR("ab")));
    ck_assert(str_ends(STR("abc"), STR("bc")));
    ck_assert(str_ends(STR("abc"), STR("abc")));
    ck_assert(!str_ends(STR("c"), STR("bc")));
    ck_assert(str_ends(STR_NONE, STR_NONE));
}
END_TEST

START_TEST(finding)
{
    ck_assert_int_eq(str_find(STR("abcabd"), STR("abd")), 3);
    ck_assert_int_eq(str_find(STR("aaab"), STR("ab")), 2);
    ck_assert_int_eq(str_find(STR("abc"), STR("")), 0);
    ck_assert_int_eq(str_find(STR("abc"), STR("abcd")), -1);
    ck_assert_int_eq(str_find(STR("abc"), STR("c")), 2);
    ck_assert_int_eq(str_find(STR("abc"), STR("x")), -1);
    ck_assert_int_eq(str_find(STR_NONE, STR("x")), -1);
    ck_assert_int_eq(str_find(str_slice(STR("abab"), 0, 3), STR("bab")), -1);
}
END_TEST

START_TEST(building)
{
    Buf b;
    buf_init(&b, &arena);
    ck_text(buf_view(&b), "");
    buf_cstr(&b, "abc");
    ck_assert_str_eq(b.ptr, "abc");
    buf_char(&b, '-');
    buf_str(&b, STR("æ"));
    buf_str(&b, STR_NONE);
    buf_put(&b, "xyz", 2);
    buf_repeat(&b, "=", 3);
    buf_repeat(&b, "=", 0);
    ck_assert_str_eq(b.ptr, "abc-æxy===");
    for (int i = 0; i < 100000; i++)
        buf_char(&b, (char)('a' + i % 26));
    ck_assert_uint_eq(buf_view(&b).len, 100011);
    ck_assert_uint_eq(strlen(b.ptr), b.len);
}
END_TEST

START_TEST(numbers)
{
    static const int64_t n[] = {0, 7, -7, 10, 1234567890123, INT64_MAX, INT64_MIN};
    Buf b;
    buf_init(&b, &arena);
    for (size_t i = 0; i < sizeof n / sizeof *n; i++) {
        buf_int(&b, n[i]);
        buf_char(&b, ' ');
    }
    ck_assert_str_eq(b.ptr, "0 7 -7 10 1234567890123 9223372036854775807 -9223372036854775808 ");
}
END_TEST

static void check_digits(uint64_t n)
{
    char put[DIGITS_ROOM + 1], before[DIGITS_ROOM + 1], want[DIGITS_ROOM + 1];
    (void)snprintf(want, sizeof want, "%" PRIu64, n);
    *digits_put(put, n) = '\0';
    before[DIGITS_ROOM] = '\0';
    ck_assert_str_eq(put, want);
    ck_assert_str_eq(digits_before(before + DIGITS_ROOM, n), want);
}

/* About each power of ten and of two, where the digits or the ways to write them change. */
START_TEST(digits_of_every_length)
{
    for (uint64_t power = 1; power < UINT64_MAX / 10; power *= 10)
        for (uint64_t digit = 1; digit < 10; digit++)
            for (uint64_t more = 0; more < 3; more++)
                check_digits(power * digit + more - 1);
    for (int bits = 0; bits < 64; bits++)
        for (uint64_t more = 0; more < 3; more++)
            check_digits((UINT64_C(1) << bits) + more - 1);
    check_digits(UINT64_MAX);
}
END_TEST

START_TEST(formatted)
{
    Buf b;
    buf_init(&b, &arena);
    buf_printf(&b, "%s", "");
    ck_assert_str_eq(b.ptr, "");
    for (int width = 0; width < 300; width++) { /* over and under the room there is */
        size_t before = b.len;
        buf_printf(&b, "%*d|", width, 7);
        ck_assert_uint_eq(b.len - before, (size_t)(width == 0 ? 2 : width + 1));
        ck_assert_uint_eq(strlen(b.ptr), b.len);
    }
    buf_printf(&b, "%.*s", STR_ARG(str_slice(STR("abc"), 1, 3)));
    ck_assert(str_ends(buf_view(&b), STR("7|bc")));
}
END_TEST

START_TEST(a_text_too_long_fails)
{
    MemPolicy policy = {.held_count = 0};
    Arena a;
    bool volatile failed = false;
    policy.budget = -1;
    arena_init(&a, &policy);
    if (setjmp(policy.on_failure) == 0) {
        Buf b;
        buf_init(&b, &a);
        buf_char(&b, 'x');
        buf_grow(&b, UINT32_MAX);
    } else {
        failed = true;
    }
    ck_assert(failed);
    arena_free(&a);
}
END_TEST

typedef struct Taker {
    Buf got;
    int left; /* how often it takes something yet */
} Taker;

static bool take(void *to, const char *bytes, size_t len)
{
    Taker *t = to;
    if (t->left-- == 0)
        return false;
    buf_put(&t->got, bytes, len);
    return true;
}

static bool write_much(Taker *t, Buf *b, Outlet *outlet)
{
    buf_init(&t->got, &arena);
    *outlet = (Outlet){.take = take, .to = t};
    buf_init_outlet(b, &arena, outlet);
    for (int i = 0; i < 30000; i++)
        buf_printf(b, "%05d ", i);
    buf_fill(b, '-', 100000); /* longer than what it holds */
    return buf_finish(b);
}

START_TEST(emptied_into_an_outlet)
{
    Taker t = {.left = 1000};
    Outlet outlet;
    Buf b;
    ck_assert(write_much(&t, &b, &outlet));
    ck_assert_uint_eq(t.got.len, 30000 * 6 + 100000);
    for (int i = 0; i < 30000; i++)
        ck_assert_int_eq(atoi(t.got.ptr + i * 6), i);
    ck_assert_uint_lt(b.cap, 300000);
    ck_assert_int_lt(t.left, 998); /* it came in pieces */
}
END_TEST

START_TEST(an_outlet_that_takes_no_more)
{
    Taker t = {.left = 1};
    Outlet outlet;
    Buf b;
    ck_assert(!write_much(&t, &b, &outlet));
    ck_assert_int_eq(t.left, -1); /* it was asked once more, and then never again */
    ck_assert_uint_lt(t.got.len, 100000);
}
END_TEST

Suite *test_base_str_suite(void)
{
    Suite *s = suite_create("base_str");
    TCase *t = tcase_create("str");
    tcase_add_checked_fixture(t, set_up, tear_down);
    tcase_add_test(t, making_slices);
    tcase_add_test(t, trimming);
    tcase_add_test(t, comparing);
    tcase_add_test(t, finding);
    tcase_add_test(t, building);
    tcase_add_test(t, numbers);
    tcase_add_test(t, digits_of_every_length);
    tcase_add_test(t, formatted);
    tcase_add_test(t, a_text_too_long_fails);
    tcase_add_test(t, emptied_into_an_outlet);
    tcase_add_test(t, an_outlet_that_takes_no_more);
    suite_add_tcase(s, t);
    return s;
}
