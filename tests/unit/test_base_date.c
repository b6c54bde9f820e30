/* test_base_date.c — civil dates. */
#include "base/date.h"

#include <check.h>

Suite *test_base_date_suite(void);

START_TEST(valid_dates)
{
    ck_assert(date_valid(2018, 12, 31));
    ck_assert(date_valid(1000, 1, 1) && date_valid(2999, 12, 31));
    ck_assert(!date_valid(999, 12, 31) && !date_valid(3000, 1, 1));
    ck_assert(date_valid(2000, 2, 29) && date_valid(2016, 2, 29));
    ck_assert(!date_valid(1900, 2, 29) && !date_valid(2018, 2, 29));
    ck_assert(!date_valid(2018, 0, 1) && !date_valid(2018, 13, 1) && !date_valid(2018, -1, 1));
    ck_assert(!date_valid(2018, 1, 0) && !date_valid(2018, 1, 32) && !date_valid(2018, 4, 31));
    ck_assert_int_eq(date_days_in_month(2018, 14), 0);
}
END_TEST

START_TEST(known_days)
{
    ck_assert_int_eq(date_to_days((Date){1970, 1, 1}), 0);
    ck_assert_int_eq(date_to_days((Date){1969, 12, 31}), -1);
    ck_assert_int_eq(date_to_days((Date){2000, 3, 1}), 11017);
    ck_assert_int_eq(date_to_days((Date){2018, 12, 31}), 17896);
    ck_assert_int_eq(date_to_days((Date){1000, 1, 1}), -354285);
}
END_TEST

START_TEST(each_day_follows_the_last)
{
    int32_t days = date_to_days((Date){1000, 1, 1});
    Date last = {999, 12, 31};
    for (int year = 1000; year <= 2999; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= date_days_in_month(year, month); day++) {
                Date d = {(int16_t)year, (uint8_t)month, (uint8_t)day};
                /* one plain condition: check's assertions write a mark each time */
                if (!date_valid(year, month, day) || date_to_days(d) != days ||
                    date_cmp(last, d) != -1 || date_cmp(d, last) != 1 || date_cmp(d, d) != 0)
                    ck_abort_msg("%d-%d-%d", year, month, day);
                last = d;
                days++;
            }
        }
    }
}
END_TEST

Suite *test_base_date_suite(void)
{
    Suite *s = suite_create("base_date");
    TCase *t = tcase_create("date");
    tcase_set_timeout(t, 60);
    tcase_add_test(t, valid_dates);
    tcase_add_test(t, known_days);
    tcase_add_test(t, each_day_follows_the_last);
    suite_add_tcase(s, t);
    return s;
}
