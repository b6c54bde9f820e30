/* test_base_map.c — symbols and maps from numbers. */
#include "base/map.h"

#include <check.h>
#include <stdio.h>

Suite *test_base_map_suite(void);

static Arena arena;

/* For long loops: check's own assertions write a mark each time. */
#define REQUIRE(condition)                                \
    do {                                                  \
        if (!(condition))                                 \
            ck_abort_msg("%s: %s", __func__, #condition); \
    } while (0)

static void set_up(void)
{
    arena_init(&arena, NULL);
}

static void tear_down(void)
{
    arena_free(&arena);
}

START_TEST(symbols_count_from_one_in_order)
{
    Interner in;
    interner_init(&in, &arena);
    ck_assert_uint_eq(interner_find(&in, STR("a")), 0);
    ck_assert_uint_eq(interner_add(&in, STR("b")), 1);
    ck_assert_uint_eq(interner_add(&in, STR("a")), 2);
    ck_assert_uint_eq(interner_add(&in, STR("b")), 1);
    ck_assert_uint_eq(interner_add(&in, STR("B")), 3);
    ck_assert_uint_eq(interner_add(&in, STR("")), 4);
    ck_assert_uint_eq(interner_add(&in, STR_NONE), 4);
    ck_assert_uint_eq(interner_find(&in, STR("a")), 2);
    ck_assert_uint_eq(interner_find(&in, STR("c")), 0);
    ck_assert(str_eq(interner_text(&in, 2), STR("a")));
    ck_assert_ptr_null(interner_text(&in, 0).ptr);
    ck_assert_ptr_null(interner_text(&in, 99).ptr);
}
END_TEST

START_TEST(texts_are_copied)
{
    Interner in;
    interner_init(&in, &arena);
    char text[] = "helse";
    Sym s = interner_add(&in, str_from(text));
    text[0] = 'x';
    ck_assert(str_eq(interner_text(&in, s), STR("helse")));
    ck_assert_uint_eq(interner_find(&in, str_from(text)), 0);
}
END_TEST

START_TEST(many_symbols)
{
    enum { MANY = 100000 };
    Interner in;
    char text[16];
    interner_init(&in, &arena);
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < MANY; i++) {
            snprintf(text, sizeof text, "mål.%u", i);
            REQUIRE(interner_add(&in, str_from(text)) == i + 1);
        }
    }
    for (uint32_t i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "mål.%u", i);
        REQUIRE(interner_find(&in, str_from(text)) == i + 1);
        REQUIRE(str_eq(interner_text(&in, i + 1), str_from(text)));
    }
    ck_assert_uint_eq(in.count, MANY);
    ck_assert_uint_le((uint64_t)in.count * 4, (uint64_t)in.slot_count * 3);
}
END_TEST

/* One byte changed, at any place of any length, changes the hash; hashes of names that count
 * upwards do not crowd. */
START_TEST(hashes_spread)
{
    char text[40];
    memset(text, 'a', sizeof text);
    for (size_t len = 1; len <= sizeof text; len++) {
        uint32_t hash = hash_bytes(text, len);
        ck_assert_uint_ne(hash, hash_bytes(text, len - 1));
        for (size_t at = 0; at < len; at++) {
            text[at] = 'b';
            ck_assert_uint_ne(hash, hash_bytes(text, len));
            text[at] = 'a';
        }
    }
    static uint8_t seen[1 << 16];
    uint32_t taken = 0;
    for (uint32_t i = 0; i < 1 << 16; i++) {
        int len = snprintf(text, sizeof text, "tiltak %u", i);
        uint32_t slot = hash_bytes(text, (size_t)len) >> 16;
        taken += seen[slot] == 0;
        seen[slot] = 1;
    }
    /* chance would take 63,2 % of the slots */
    ck_assert_uint_gt(taken, 65536 * 62 / 100);
    ck_assert_uint_eq(hash_bytes(NULL, 0), hash_bytes("", 0));
}
END_TEST

START_TEST(numbers_to_numbers)
{
    U32Map m;
    u32map_init(&m, &arena);
    ck_assert_ptr_null(u32map_get(&m, 0));
    ck_assert_uint_eq(*u32map_put(&m, 0), 0);
    *u32map_put(&m, 0) = 7;
    ck_assert_uint_eq(*u32map_get(&m, 0), 7);
    for (uint64_t i = 1; i < 50000; i++)
        *u32map_put(&m, i << 32 | i) = (uint32_t)i;
    *u32map_put(&m, UINT64_MAX - 1) = 9;
    ck_assert_uint_eq(m.count, 50001);
    for (uint64_t i = 1; i < 50000; i++) {
        REQUIRE(*u32map_get(&m, i << 32 | i) == i);
        REQUIRE(u32map_get(&m, i) == NULL);
    }
    ck_assert_uint_eq(*u32map_get(&m, 0), 7);
    ck_assert_uint_eq(*u32map_get(&m, UINT64_MAX - 1), 9);
    u32map_clear(&m);
    ck_assert_ptr_null(u32map_get(&m, 0));
    ck_assert_uint_eq(*u32map_put(&m, UINT64_MAX - 1), 0);
}
END_TEST

Suite *test_base_map_suite(void)
{
    Suite *s = suite_create("base_map");
    TCase *t = tcase_create("map");
    tcase_add_checked_fixture(t, set_up, tear_down);
    tcase_set_timeout(t, 60);
    tcase_add_test(t, symbols_count_from_one_in_order);
    tcase_add_test(t, texts_are_copied);
    tcase_add_test(t, many_symbols);
    tcase_add_test(t, hashes_spread);
    tcase_add_test(t, numbers_to_numbers);
    suite_add_tcase(s, t);
    return s;
}
