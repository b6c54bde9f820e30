/* test_base_arena.c — arenas, what happens when memory runs out, and vectors. */
#include "base/arena.h"
#include "base/vec.h"

#include <check.h>

Suite *test_base_arena_suite(void);

START_TEST(blocks_are_aligned_and_apart)
{
    Arena a;
    arena_init(&a, NULL);
    char *last = NULL;
    for (size_t size = 0; size < 600; size++) {
        char *block = arena_alloc(&a, size);
        ck_assert_uint_eq((uintptr_t)block % 16, 0);
        ck_assert_ptr_ne(block, last);
        memset(block, (int)size, size);
        last = block;
    }
    arena_free(&a);
    ck_assert_uint_eq(a.total, 0);
    ck_assert_ptr_nonnull(arena_alloc(&a, 5)); /* ready for use again */
    arena_free(&a);
}
END_TEST

START_TEST(a_tiny_session_is_cheap)
{
    Arena a;
    arena_init(&a, NULL);
    ck_assert_uint_eq(a.total, 0);
    arena_alloc(&a, 100);
    ck_assert_uint_eq(a.total, 4096);
    for (int i = 0; i < 100000; i++)
        arena_alloc(&a, 100);
    ck_assert_uint_lt(a.total, 100000 * 112 + 2 * 256 * 1024);
    arena_free(&a);
}
END_TEST

START_TEST(zeroed_and_copied)
{
    Arena a;
    arena_init(&a, NULL);
    memset(arena_alloc(&a, 64), 0xFF, 64);
    const unsigned char *z = arena_zalloc(&a, 40000);
    int sum = 0;
    for (int i = 0; i < 40000; i++)
        sum += z[i];
    ck_assert_int_eq(sum, 0);
    ck_assert_str_eq(arena_copy(&a, "abcd", 3), "abc");
    ck_assert_str_eq(arena_copy(&a, NULL, 0), "");
    const int *numbers = arena_array(&a, int, 10);
    ck_assert_int_eq(numbers[9], 0);
    arena_free(&a);
}
END_TEST

static void fill(unsigned char *p, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        p[i] = (unsigned char)(i * 7);
}

static void check_filled(const unsigned char *p, size_t to)
{
    size_t good = 0; /* one assertion, since each costs a write */
    while (good < to && p[good] == (unsigned char)(good * 7))
        good++;
    ck_assert_uint_eq(good, to);
}

START_TEST(grows_in_place)
{
    Arena a;
    arena_init(&a, NULL);
    unsigned char *p = arena_alloc(&a, 10);
    fill(p, 0, 10);
    ck_assert_ptr_eq(arena_grow(&a, p, 10, 16), p);
    ck_assert_ptr_eq(arena_grow(&a, p, 16, 2000), p);
    ck_assert_ptr_eq(arena_grow(&a, p, 2000, 50), p); /* smaller: left alone */
    check_filled(p, 10);
    arena_alloc(&a, 1);
    unsigned char *q = arena_grow(&a, p, 2000, 2100);
    ck_assert_ptr_ne(q, p);
    check_filled(q, 10);
    ck_assert_ptr_nonnull(arena_grow(&a, NULL, 0, 3));
    arena_free(&a);
}
END_TEST

/* Two blocks growing by turns, with small ones in between: the list of chunks stays whole. */
START_TEST(big_blocks_move)
{
    Arena a;
    arena_init(&a, NULL);
    size_t size = 1000, next;
    unsigned char *p = arena_alloc(&a, size), *q = arena_alloc(&a, size);
    fill(p, 0, size);
    fill(q, 0, size);
    for (; size < 4000000; size = next) {
        next = size * 3 / 2;
        p = arena_grow(&a, p, size, next);
        arena_alloc(&a, 500);
        q = arena_grow(&a, q, size, next);
        fill(p, size, next);
        fill(q, size, next);
    }
    check_filled(p, size);
    check_filled(q, size);
    ck_assert_uint_lt(a.total, 2 * size + 800000); /* nothing large was left behind */
    arena_free(&a);
}
END_TEST

static long chunks_survived(long budget)
{
    MemPolicy policy = {.held_count = 0};
    Arena a;
    long volatile done = 0;
    policy.budget = budget;
    arena_init(&a, &policy);
    if (setjmp(policy.on_failure) == 0) {
        char *big = NULL;
        for (size_t i = 1; i <= 10; i++) {
            big = arena_grow(&a, big, (i - 1) * 50000, i * 50000);
            done++;
        }
    }
    arena_free(&a);
    return done;
}

START_TEST(the_nth_chunk_fails)
{
    for (long n = 0; n < 10; n++)
        ck_assert_int_eq(chunks_survived(n), n);
    ck_assert_int_eq(chunks_survived(10), 10);
    ck_assert_int_eq(chunks_survived(-1), 10);
}
END_TEST

static void count_down(void *what)
{
    --*(int *)what;
}

START_TEST(what_is_held_is_released)
{
    MemPolicy policy = {.held_count = 0};
    Arena a;
    int held[3] = {1, 1, 1};
    policy.budget = 0;
    arena_init(&a, &policy);
    for (int i = 0; i < 3; i++)
        arena_hold(&a, count_down, &held[i]);
    arena_unhold(&a);
    if (setjmp(policy.on_failure) == 0)
        arena_alloc(&a, 1);
    ck_assert_int_eq(held[0] + held[1], 0);
    ck_assert_int_eq(held[2], 1); /* its owner had it back */
    ck_assert_int_eq(policy.held_count, 0);
    arena_free(&a);
}
END_TEST

START_TEST(sizes_beyond_reason_fail)
{
    static const size_t sizes[] = {SIZE_MAX, SIZE_MAX - 1, SIZE_MAX - 40, SIZE_MAX / 2};
    MemPolicy policy = {.held_count = 0};
    Arena a;
    int volatile failures = 0;
    policy.budget = -1;
    arena_init(&a, &policy);
    for (size_t volatile i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (setjmp(policy.on_failure) == 0)
            arena_alloc(&a, sizes[i]);
        else
            failures++;
    }
    ck_assert_int_eq(failures, 4);
    if (setjmp(policy.on_failure) == 0)
        arena_copy(&a, "", SIZE_MAX);
    else
        failures++;
    if (setjmp(policy.on_failure) == 0)
        arena_grow(&a, arena_alloc(&a, 40000), 40000, SIZE_MAX);
    else
        failures++;
    ck_assert_int_eq(failures, 6);
    arena_free(&a);
}
END_TEST

typedef struct Pair {
    int64_t x;
    char c;
} Pair;

typedef VEC(Pair) PairVec;

START_TEST(vector_grows)
{
    Arena a;
    arena_init(&a, NULL);
    PairVec v = {0};
    for (int i = 0; i < 50000; i++) {
        Pair *p = vec_push(&a, &v);
        if (p->x != 0 || p->c != 0)
            ck_abort_msg("not zeroed at %d", i);
        *p = (Pair){i, (char)(i % 100)};
    }
    ck_assert_uint_eq(v.len, 50000);
    for (uint32_t i = 0; i < v.len; i++) {
        if (v.at[i].x != i || v.at[i].c != (char)(i % 100))
            ck_abort_msg("lost at %u", i);
    }
    arena_free(&a);
}
END_TEST

START_TEST(a_full_vector_fails)
{
    MemPolicy policy = {.held_count = 0};
    Arena a;
    bool volatile failed = false;
    policy.budget = -1;
    arena_init(&a, &policy);
    uint32_t volatile cap = UINT32_C(1) << 31;
    if (setjmp(policy.on_failure) == 0) {
        uint32_t now = cap;
        vec_reserve_one(&a, NULL, now, &now, 1);
    } else {
        failed = true;
    }
    ck_assert(failed);
    arena_free(&a);
}
END_TEST

Suite *test_base_arena_suite(void)
{
    Suite *s = suite_create("base_arena");
    TCase *t = tcase_create("arena");
    tcase_add_test(t, blocks_are_aligned_and_apart);
    tcase_add_test(t, a_tiny_session_is_cheap);
    tcase_add_test(t, zeroed_and_copied);
    tcase_add_test(t, grows_in_place);
    tcase_add_test(t, big_blocks_move);
    tcase_add_test(t, the_nth_chunk_fails);
    tcase_add_test(t, what_is_held_is_released);
    tcase_add_test(t, sizes_beyond_reason_fail);
    suite_add_tcase(s, t);
    t = tcase_create("vec");
    tcase_add_test(t, vector_grows);
    tcase_add_test(t, a_full_vector_fails);
    suite_add_tcase(s, t);
    return s;
}
