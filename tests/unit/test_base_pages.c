/* test_base_pages.c — large blocks of memory: what is in them stays there,
 * also when none is left. */
#include "base/pages.h"
#include "base/sanitized.h"

#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

Suite *test_base_pages_suite(void);

enum { STEP = 4096 };

static char mark_of(size_t at)
{
    return (char)(at / STEP * 7 + 1);
}

/* A byte a page, and the last one. */
static void mark(char *block, size_t from, size_t to)
{
    for (size_t at = from; at < to; at += STEP)
        block[at] = mark_of(at);
    block[to - 1] = mark_of(to - 1);
}

static void check_marks(const char *block, size_t to)
{
    size_t at = 0; /* one assertion, since each costs a write */
    while (at < to && block[at] == mark_of(at))
        at += STEP;
    ck_assert_uint_ge(at, to);
    ck_assert_int_eq(block[to - 1], mark_of(to - 1));
}

START_TEST(what_is_in_a_block_stays_as_it_grows)
{
    size_t size = PAGES_LARGE / 4;
    char *block = pages_take(size), *other = pages_take(size);
    mark(block, 0, size);
    for (size_t larger; size < (size_t)PAGES_LARGE * 9; size = larger) {
        larger = (size * 3 / 2 + STEP) / STEP * STEP;
        block = pages_grow(block, size, larger);
        other = pages_grow(other, size, larger);
        check_marks(block, size);
        ck_assert_uint_eq((uintptr_t)block % 16, 0);
        mark(block, size, larger);
        memset(other, 0x55, larger);
    }
    check_marks(block, size);
    pages_free(block, size);
    pages_free(other, size);
}
END_TEST

START_TEST(at_the_edge_of_large)
{
    for (int by = -1; by <= 1; by++) {
        size_t size = (size_t)(PAGES_LARGE + by);
        char *block = pages_take(size);
        memset(block, 1, size);
        block = pages_grow(block, size, size + 1);
        ck_assert_int_eq(block[size - 1], 1);
        block[size] = 1;
        pages_free(block, size + 1);
    }
}
END_TEST

START_TEST(one_for_free)
{
    char *block = pages_malloc(PAGES_LARGE * 3 + 5);
    memset(block, 1, PAGES_LARGE * 3 + 5);
    block = realloc(block, PAGES_LARGE * 5);
    ck_assert_int_eq(block[PAGES_LARGE * 3 + 4], 1);
    free(block);
    free(pages_malloc(10));
}
END_TEST

/* Sanitizers take terabytes of addresses, so they cannot be given less. */
#ifndef SANITIZED
START_TEST(where_there_is_no_more_the_old_block_stays)
{
    size_t size = (size_t)PAGES_LARGE * 2, far = (size_t)1 << 40;
    const struct rlimit limit = {(rlim_t)1 << 30, (rlim_t)1 << 30};
    char *block = pages_take(size);
    mark(block, 0, size);
    ck_assert_int_eq(setrlimit(RLIMIT_AS, &limit), 0);
    ck_assert_ptr_null(pages_take(far));
    ck_assert_ptr_null(pages_take(SIZE_MAX));
    ck_assert_ptr_null(pages_malloc(far));
    ck_assert_ptr_null(pages_grow(block, size, far));
    ck_assert_ptr_null(pages_grow(block, size, SIZE_MAX));
    check_marks(block, size);
    char *small = pages_take(10);
    ck_assert_ptr_null(pages_grow(small, 10, far));
    pages_free(small, 10);
    pages_free(block, size);
}
END_TEST
#endif

Suite *test_base_pages_suite(void)
{
    Suite *s = suite_create("base_pages");
    TCase *tc = tcase_create("pages");
    tcase_add_test(tc, what_is_in_a_block_stays_as_it_grows);
    tcase_add_test(tc, at_the_edge_of_large);
    tcase_add_test(tc, one_for_free);
#ifndef SANITIZED
    tcase_add_test(tc, where_there_is_no_more_the_old_block_stays);
#endif
    suite_add_tcase(s, tc);
    return s;
}
