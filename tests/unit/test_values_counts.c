/*
 * test_values_counts.c — what `antall(…)` gives, and what that may stand beside.
 */
#include "support/values.h"

#include <check.h>

Suite *test_values_counts_suite(void);

static World w;

static void open_world(void)
{
    world_open(&w);
}

static void close_world(void)
{
    world_close(&w);
}

START_TEST(counts_of_things)
{
    Quantity two = quantity_count(2);
    static const char *const beside[] = {"2 ansatte", "2 dager", "2", "2 kr", "2 %", "2 årsverk"};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        Quantity q = world_quantity(&w, beside[i]);
        ck_assert_msg(quantity_agree(&w.units, &two, &q) == (i < 3), "%s", beside[i]);
    }
}
END_TEST

/* What a count gives with another factor, and whether that may stand beside a price or things. */
START_TEST(products_of_counts)
{
    Quantity two = quantity_count(2), half, share;
    Quantity four = quantity_count(4);
    Quantity percent = world_quantity(&w, "50 %"), price = world_quantity(&w, "3");
    Quantity kr = world_quantity(&w, "2 kr"), things = world_quantity(&w, "2 tiltak");
    Quantity q;
    ck_assert(quantity_mul(&w.units, &two, &four, &q));
    ck_assert(!quantity_agree(&w.units, &q, &kr) && quantity_agree(&w.units, &q, &things));
    ck_assert(quantity_mul(&w.units, &percent, &four, &half));
    ck_assert(!quantity_agree(&w.units, &half, &kr) && quantity_agree(&w.units, &half, &things));
    ck_assert(quantity_equal(&w.units, &half, &things, false).verdict != VERDICT_VIOLATED);
    ck_assert(quantity_mul(&w.units, &two, &price, &q) && quantity_agree(&w.units, &q, &kr));
    ck_assert(quantity_div(&w.units, &two, &four, &share));
    ck_assert(!quantity_agree(&w.units, &share, &kr) && quantity_agree(&w.units, &share, &percent));
    ck_assert(quantity_mul(&w.units, &share, &share, &q));
    percent = world_quantity(&w, "25 %");
    ck_assert(quantity_equal(&w.units, &q, &percent, false).verdict != VERDICT_VIOLATED);
    ck_assert(quantity_mul(&w.units, &share, &four, &q));
    ck_assert(quantity_equal(&w.units, &q, &things, false).verdict != VERDICT_VIOLATED);
}
END_TEST

Suite *test_values_counts_suite(void)
{
    Suite *s = suite_create("values_counts");
    TCase *t = tcase_create("all");
    tcase_add_checked_fixture(t, open_world, close_world);
    tcase_add_test(t, counts_of_things);
    tcase_add_test(t, products_of_counts);
    suite_add_tcase(s, t);
    return s;
}
