/* test_base_decimal.c — exact decimals at their edges.
 *
 * What is usual is held against Python's decimal by tests/robust/decimal_oracle.py.
 */
#include "base/decimal.h"

#include <check.h>

Suite *test_base_decimal_suite(void);

#define NINES38 "99999999999999999999999999999999999999"
#define ZEROS37 "0000000000000000000000000000000000000"

static Arena arena;

static void set_up(void)
{
    arena_init(&arena, NULL);
}

static void tear_down(void)
{
    arena_free(&arena);
}

static Decimal dec(const char *text)
{
    Decimal d = decimal_zero;
    ck_assert_msg(decimal_parse(str_from(text), &d), "%s", text);
    return d;
}

static const char *plain(Decimal d)
{
    Buf b;
    buf_init(&b, &arena);
    decimal_put_plain(&b, d);
    return b.ptr;
}

typedef bool Operation(Decimal a, Decimal b, Decimal *out);

/* "-" where it does not fit. */
static const char *result(Operation *f, const char *a, const char *b)
{
    Decimal out = decimal_one;
    bool fits = f(dec(a), dec(b), &out);
    if (!fits)
        ck_assert_int_eq(decimal_cmp(out, decimal_one), 0); /* left alone */
    return fits ? plain(out) : "-";
}

START_TEST(parsing)
{
    static const char *const good[] = {"0",
                                       "1",
                                       "-1",
                                       "1.50",
                                       "007",
                                       "-0.0",
                                       "0.001",
                                       NINES38,
                                       "-" NINES38,
                                       "0." NINES38,
                                       "000000000000000000000000"
                                       "0000000000000000000000001"};
    static const char *const printed[] = {"0",     "1",     "-1",        "1.50",       "7", "0.0",
                                          "0.001", NINES38, "-" NINES38, "0." NINES38, "1"};
    static const char *const bad[] = {"",
                                      "-",
                                      ".",
                                      ".5",
                                      "5.",
                                      "5,",
                                      "-.5",
                                      "1.2.3",
                                      "1,2.3",
                                      "+1",
                                      "1 000",
                                      "1e3",
                                      "--1",
                                      "1-",
                                      "a",
                                      NINES38 "0",
                                      "1" ZEROS37 "0",
                                      "0." ZEROS37 "01",
                                      "\302\2401"};
    Decimal d;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        ck_assert_str_eq(plain(dec(good[i])), printed[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!decimal_parse(str_from(bad[i]), &d), "%s", bad[i]);
    ck_assert(!decimal_parse(STR_NONE, &d));
    ck_assert_str_eq(plain(dec("1,50")), "1.50");
    ck_assert_int_eq(dec("1,50").scale, 2);
}
END_TEST

START_TEST(making)
{
    ck_assert_str_eq(plain(decimal_int(INT64_MIN)), "-9223372036854775808");
    ck_assert_str_eq(plain(decimal_int(INT64_MAX)), "9223372036854775807");
    ck_assert_str_eq(plain(decimal_int(-1)), "-1");
    ck_assert_str_eq(plain(decimal_pow10(0)), "1");
    ck_assert_str_eq(plain(decimal_pow10(37)), "1" ZEROS37);
    ck_assert_str_eq(plain(decimal_pow10(-2)), "0.01");
    ck_assert_str_eq(plain(decimal_pow10(-38)), "0." ZEROS37 "1");
    ck_assert_str_eq(plain(decimal_one), "1");
    ck_assert_str_eq(plain(decimal_zero), "0");
}
END_TEST

START_TEST(sums)
{
    ck_assert_str_eq(result(decimal_add, "1.5", "2.25"), "3.75");
    ck_assert_str_eq(result(decimal_add, "1.50", "-1.5"), "0.00");
    ck_assert_str_eq(result(decimal_sub, "1", "1.01"), "-0.01");
    ck_assert_str_eq(result(decimal_add, "9223372036854775807", "9223372036854775807"),
                     "18446744073709551614");
    ck_assert_str_eq(result(decimal_add, NINES38, "1"), "-");
    ck_assert_str_eq(result(decimal_sub, "-" NINES38, "1"), "-");
    ck_assert_str_eq(result(decimal_sub, NINES38, NINES38), "0");
    ck_assert_str_eq(result(decimal_add, NINES38, "0.1"), "-");
    /* trailing zeros give way */
    ck_assert_str_eq(result(decimal_add, NINES38, "0.00"), NINES38);
    ck_assert_str_eq(result(decimal_sub, NINES38, "1.00"),
                     "99999999999999999999999999999999999998");
    ck_assert_str_eq(result(decimal_add, "9999999999999999999999999999999999999.9", "0.1"),
                     "10000000000000000000000000000000000000");
    /* an addend may pass the limit if the sum comes back below it */
    ck_assert_str_eq(result(decimal_sub, "15000000000000000000000000000000000000",
                            "9999999999999999999999999999999999999.9"),
                     "5000000000000000000000000000000000000.1");
    ck_assert_str_eq(result(decimal_add, "0." ZEROS37 "1", "1"), "-");
}
END_TEST

START_TEST(products)
{
    ck_assert_str_eq(result(decimal_mul, "1.50", "-2.0"), "-3.000");
    ck_assert_str_eq(result(decimal_mul, "-9223372036854775808", "-9223372036854775808"),
                     "85070591730234615865843651857942052864");
    ck_assert_str_eq(result(decimal_mul, "10000000000000000000", "1000000000000000000"),
                     "1" ZEROS37);
    ck_assert_str_eq(result(decimal_mul, "10000000000000000000", "10000000000000000000"), "-");
    ck_assert_str_eq(result(decimal_mul, NINES38, NINES38), "-");
    ck_assert_str_eq(result(decimal_mul, NINES38, "1.0"), NINES38);
    ck_assert_str_eq(result(decimal_mul, NINES38, "0." NINES38), "-");
    ck_assert_str_eq(result(decimal_mul, "0." ZEROS37 "1", "0.1"), "-");
    ck_assert_str_eq(result(decimal_mul, "0." ZEROS37 "5", "0.2"), "0." ZEROS37 "1");
    ck_assert_str_eq(result(decimal_mul, "0." ZEROS37 "1", "0"), "0." ZEROS37 "0");
    ck_assert_str_eq(result(decimal_mul, "0." ZEROS37 "1", "0.0"), "0");
}
END_TEST

static const char *quotient(const char *a, const char *b, Rounding r, bool is_exact)
{
    Decimal out = decimal_one;
    bool exact = !is_exact;
    if (!decimal_div(dec(a), dec(b), r, &out, &exact))
        return "-";
    ck_assert_int_eq(exact, is_exact);
    return plain(out);
}

START_TEST(quotients)
{
    ck_assert_str_eq(quotient("10", "4", ROUND_ZERO, true), "2.5");
    ck_assert_str_eq(quotient("10.00", "5", ROUND_ZERO, true), "2");
    ck_assert_str_eq(quotient("0.00", "-7", ROUND_UP, true), "0");
    ck_assert_str_eq(quotient("1", "3", ROUND_ZERO, false), "0.3333333333333333333333333333333333");
    ck_assert_str_eq(quotient("1", "3", ROUND_UP, false), "0.3333333333333333333333333333333334");
    ck_assert_str_eq(quotient("-1", "3", ROUND_UP, false), "-0.3333333333333333333333333333333333");
    ck_assert_str_eq(quotient("-1", "3", ROUND_DOWN, false),
                     "-0.3333333333333333333333333333333334");
    ck_assert_str_eq(quotient("2", "-3", ROUND_HALF_AWAY, false),
                     "-0.6666666666666666666666666666666667");
    ck_assert_str_eq(quotient("200", "3", ROUND_HALF_AWAY, false),
                     "66.66666666666666666666666666666667");
    /* a long whole part stays whole */
    ck_assert_str_eq(quotient(NINES38, "1", ROUND_ZERO, true), NINES38);
    ck_assert_str_eq(quotient(NINES38, "2", ROUND_HALF_AWAY, false), "5" ZEROS37);
    ck_assert_str_eq(quotient(NINES38, NINES38, ROUND_ZERO, true), "1");
    ck_assert_str_eq(quotient("1", NINES38, ROUND_DOWN, false), "0." ZEROS37 "1");
    ck_assert_str_eq(quotient("1", "3" ZEROS37, ROUND_HALF_AWAY, false), "0." ZEROS37 "3");
    ck_assert_str_eq(quotient("0." ZEROS37 "1", NINES38, ROUND_UP, false), "0." ZEROS37 "1");
    ck_assert_str_eq(quotient("0." ZEROS37 "1", NINES38, ROUND_DOWN, false), "0");
    ck_assert_str_eq(quotient("1" ZEROS37, "0.1", ROUND_ZERO, true), "-");
    ck_assert_str_eq(quotient("1", "0." ZEROS37 "1", ROUND_ZERO, true), "-");
    Decimal out = decimal_one;
    ck_assert(!decimal_div(decimal_one, decimal_zero, ROUND_ZERO, &out, NULL));
    ck_assert(!decimal_div(decimal_zero, dec("0.00"), ROUND_ZERO, &out, NULL));
    ck_assert(decimal_div(decimal_zero, decimal_one, ROUND_ZERO, &out, NULL));
}
END_TEST

static const char *rounded(const char *a, int scale, Rounding r)
{
    Decimal out = decimal_one;
    return decimal_round(dec(a), scale, r, &out) ? plain(out) : "-";
}

START_TEST(rounding)
{
    static const char *const numbers[] = {"2.5", "-2.5", "2.4", "-2.4", "2.6", "0.5", "-0.5"};
    static const char *const expected[][7] = {
        [ROUND_HALF_AWAY] = {"3", "-3", "2", "-2", "3", "1", "-1"},
        [ROUND_DOWN] = {"2", "-3", "2", "-3", "2", "0", "-1"},
        [ROUND_UP] = {"3", "-2", "3", "-2", "3", "1", "0"},
        [ROUND_ZERO] = {"2", "-2", "2", "-2", "2", "0", "0"},
    };
    for (int r = ROUND_HALF_AWAY; r <= ROUND_ZERO; r++) {
        for (int i = 0; i < 7; i++)
            ck_assert_str_eq(rounded(numbers[i], 0, (Rounding)r), expected[r][i]);
    }
    ck_assert_str_eq(rounded("1.5", 3, ROUND_ZERO), "1.500");
    ck_assert_str_eq(rounded(NINES38, 1, ROUND_ZERO), "-");
    ck_assert_str_eq(rounded("1", 39, ROUND_ZERO), "-");
    ck_assert_str_eq(rounded("0", 38, ROUND_ZERO), "0." ZEROS37 "0");
    ck_assert_str_eq(rounded("1850", -2, ROUND_HALF_AWAY), "1900");
    ck_assert_str_eq(rounded("-1850.5", -2, ROUND_UP), "-1800");
    ck_assert_str_eq(rounded("49", -2, ROUND_HALF_AWAY), "0");
    ck_assert_str_eq(rounded(NINES38, -1, ROUND_HALF_AWAY), "-");
    ck_assert_str_eq(rounded(NINES38, -1, ROUND_ZERO), "99999999999999999999999999999999999990");
    ck_assert_str_eq(rounded(NINES38, -38, ROUND_ZERO), "0");
    ck_assert_str_eq(rounded(NINES38, -39, ROUND_HALF_AWAY), "0");
    ck_assert_str_eq(rounded(NINES38, -39, ROUND_UP), "-");
    ck_assert_str_eq(rounded("1", -37, ROUND_UP), "1" ZEROS37);
    ck_assert_str_eq(rounded("0." NINES38, -1, ROUND_UP), "10");
    ck_assert_str_eq(rounded("0." NINES38, -1, ROUND_HALF_AWAY), "0");
    ck_assert_str_eq(rounded("-0." NINES38, -1, ROUND_DOWN), "-10");
    ck_assert_str_eq(rounded("0." NINES38, 0, ROUND_HALF_AWAY), "1");
    ck_assert_str_eq(rounded("1", -2000000000, ROUND_HALF_AWAY), "0");
    ck_assert_str_eq(rounded("0", -2000000000, ROUND_UP), "0");
}
END_TEST

/* Each is smaller than the next. */
static const char *const ascending[] = {
    "-" NINES38,
    "-9223372036854775809",
    "-9223372036854775808",
    "-2",
    "-1.5",
    "-1." ZEROS37,
    "-0." NINES38,
    "-0." ZEROS37 "1",
    "0",
    "0." ZEROS37 "1",
    "0.5",
    "0." NINES38,
    "1",
    "1.01",
    "18446744073709551616",
    "18446744073709551616.1",
    "1" ZEROS37,
    NINES38,
};

START_TEST(comparing)
{
    int n = (int)(sizeof ascending / sizeof *ascending);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            int order = (i > j) - (i < j);
            ck_assert_int_eq(decimal_cmp(dec(ascending[i]), dec(ascending[j])), order);
        }
    }
    ck_assert_int_eq(decimal_cmp(dec("1.500"), dec("1.5")), 0);
    ck_assert_int_eq(decimal_cmp(dec("0.000"), dec("-0")), 0);
    ck_assert_int_eq(decimal_cmp(dec("1"), dec("1." ZEROS37)), 0);
}
END_TEST

START_TEST(signs_and_shapes)
{
    ck_assert_int_eq(decimal_sign(dec("-0.1")), -1);
    ck_assert_int_eq(decimal_sign(dec("0.00")), 0);
    ck_assert_int_eq(decimal_sign(dec(NINES38)), 1);
    ck_assert_str_eq(plain(decimal_neg(dec(NINES38))), "-" NINES38);
    ck_assert_str_eq(plain(decimal_neg(dec("0.0"))), "0.0");
    ck_assert_str_eq(plain(decimal_abs(dec("-1.20"))), "1.20");
    ck_assert_str_eq(plain(decimal_abs(dec("1.20"))), "1.20");
    ck_assert_str_eq(plain(decimal_normalize(dec("-1.200"))), "-1.2");
    ck_assert_str_eq(plain(decimal_normalize(dec("100.00"))), "100");
    ck_assert_str_eq(plain(decimal_normalize(dec("0.00"))), "0");
    ck_assert_str_eq(plain(decimal_normalize(dec("1." ZEROS37))), "1");
    ck_assert(decimal_is_zero(dec("0.00")) && !decimal_is_zero(dec("0.01")));
}
END_TEST

START_TEST(to_whole_numbers)
{
    int64_t n = 5;
    ck_assert(decimal_to_int64(dec("-9223372036854775808.00"), &n));
    ck_assert_int_eq(n, INT64_MIN);
    ck_assert(decimal_to_int64(dec("9223372036854775807"), &n));
    ck_assert_int_eq(n, INT64_MAX);
    ck_assert(!decimal_to_int64(dec("9223372036854775808"), &n));
    ck_assert(!decimal_to_int64(dec("-9223372036854775809"), &n));
    ck_assert(!decimal_to_int64(dec("1.5"), &n));
    ck_assert(!decimal_to_int64(dec("0." ZEROS37 "1"), &n));
    ck_assert(!decimal_to_int64(dec(NINES38), &n));
    ck_assert_int_eq(n, INT64_MAX); /* left alone */
}
END_TEST

static const char *norwegian(const char *a, const char *sep, bool group4)
{
    Buf b;
    buf_init(&b, &arena);
    decimal_put_norwegian(&b, dec(a), sep, group4);
    return b.ptr;
}

START_TEST(norwegian_figures)
{
    ck_assert_str_eq(norwegian("-12345.60", "\xC2\xA0", false), "−12\xC2\xA0"
                                                                "345,60");
    ck_assert_str_eq(norwegian("1234", " ", false), "1234");
    ck_assert_str_eq(norwegian("1234", " ", true), "1 234");
    ck_assert_str_eq(norwegian("123", " ", true), "123");
    ck_assert_str_eq(norwegian("123456", " ", false), "123 456");
    ck_assert_str_eq(norwegian("1234567", " ", false), "1 234 567");
    ck_assert_str_eq(norwegian("1234567", NULL, true), "1234567");
    ck_assert_str_eq(norwegian("0.12345", " ", true), "0,12345");
    ck_assert_str_eq(norwegian("0", " ", true), "0");
    ck_assert_str_eq(norwegian("-0.0", " ", true), "0,0");
    ck_assert_str_eq(norwegian(NINES38, "", true), NINES38);
    ck_assert_str_eq(norwegian("18446744073709551616", " ", true), "18 446 744 073 709 551 616");
    ck_assert_str_eq(norwegian("0." NINES38, " ", true), "0," NINES38);
}
END_TEST

Suite *test_base_decimal_suite(void)
{
    Suite *s = suite_create("base_decimal");
    TCase *t = tcase_create("decimal");
    tcase_add_checked_fixture(t, set_up, tear_down);
    tcase_add_test(t, parsing);
    tcase_add_test(t, making);
    tcase_add_test(t, sums);
    tcase_add_test(t, products);
    tcase_add_test(t, quotients);
    tcase_add_test(t, rounding);
    tcase_add_test(t, comparing);
    tcase_add_test(t, signs_and_shapes);
    tcase_add_test(t, to_whole_numbers);
    tcase_add_test(t, norwegian_figures);
    suite_add_tcase(s, t);
    return s;
}
