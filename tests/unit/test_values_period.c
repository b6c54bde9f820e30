/*
 * test_values_period.c — periods, indices and the places that expect them.
 */
#include "support/values.h"

#include <check.h>

static World w;

static void open_world(void)
{
    world_open(&w);
}

static void close_world(void)
{
    world_close(&w);
}

typedef struct Case {
    const char *text, *want;
} Case;

static void run(const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *got = world_describe(&w, cases[i].text, (Slot){.type = VT_PERIOD});
        ck_assert_msg(strcmp(got, cases[i].want) == 0, "«%s»: %s\n  expected: %s", cases[i].text,
                      got, cases[i].want);
    }
}

START_TEST(years_and_parts)
{
    static const Case cases[] = {
        {"2018", "period year 2018-1-1..2018-12-31"},
        {"2018–2021", "period years 2018-1-1..2021-12-31"},
        {"2018-2021", "period years 2018-1-1..2021-12-31"},
        {"2018–21", "period years 2018-1-1..2021-12-31"},
        {"2016 – 2019", "period years 2016-1-1..2019-12-31"},
        {"2024/2025", "period part 2024-8-1..2025-7-31"},
        {"2024/25", "period part 2024-8-1..2025-7-31"},
        {"1999/2000", "period part 1999-8-1..2000-7-31"},
        {"i løpet av 2024/2025", "period part 2024-8-1..2025-7-31"},
        {"våren 2018", "period part 2018-1-1..2018-6-30"},
        {"Våren 2018", "period part 2018-1-1..2018-6-30"},
        {"spring 2018", "period part 2018-1-1..2018-6-30"},
        {"høsten 2018", "period part 2018-8-1..2018-12-31"},
        {"hausten 2018", "period part 2018-8-1..2018-12-31"},
        {"autumn 2018", "period part 2018-8-1..2018-12-31"},
        {"per høsten 2022", "period part 2022-8-1..2022-12-31"},
        {"sommeren 2018", "period part 2018-6-1..2018-8-31"},
        {"vinteren 2018", "period part 2018-1-1..2018-3-31"},
        {"1. halvår 2019", "period part 2019-1-1..2019-6-30"},
        {"2. halvår 2019", "period part 2019-7-1..2019-12-31"},
        {"1st half-year 2019", "period part 2019-1-1..2019-6-30"},
        {"2. tertial 2018", "period part 2018-5-1..2018-8-31"},
        {"3. tertial 2018", "period part 2018-9-1..2018-12-31"},
        {"4. kvartal 2020", "period part 2020-10-1..2020-12-31"},
        {"1. kvartal 2020", "period part 2020-1-1..2020-3-31"},
        {"mai 2018", "period part 2018-5-1..2018-5-31"},
        {"February 2020", "period part 2020-2-1..2020-2-29"},
        {"des. 2018", "period part 2018-12-1..2018-12-31"},
        {"sept-17", "period part 2017-9-1..2017-9-30"},
        {"januar–mars 2018", "period part 2018-1-1..2018-3-31"},
        {"januar-mars 2018", "period part 2018-1-1..2018-3-31"},
    };
    run(cases, sizeof cases / sizeof *cases);
}
END_TEST

START_TEST(dates_and_spans)
{
    static const Case cases[] = {
        {"31.8.2018", "period date 2018-8-31..2018-8-31"},
        {"2017-12-14", "period date 2017-12-14..2017-12-14"},
        {"per 31.8.2018", "period date 2018-8-31..2018-8-31"},
        {"pr. 1. oktober 2017", "period date 2017-10-1..2017-10-1"},
        {"31. desember 2018", "period date 2018-12-31..2018-12-31"},
        {"1.1.2018–30.6.2018", "period part 2018-1-1..2018-6-30"},
        {"1.1.–30.6.2018", "period part 2018-1-1..2018-6-30"},
        {"innen 2025", "period year 2025-1-1..2025-12-31"},
        {"innan utgangen av 2025", "period year 2025-1-1..2025-12-31"},
        {"by the end of 2025", "period year 2025-1-1..2025-12-31"},
        {"utgangen av 2025", "period date 2025-12-31..2025-12-31"},
        {"ved utgangen av april 2018", "period date 2018-4-30..2018-4-30"},
        {"the end of 2025", "period date 2025-12-31..2025-12-31"},
        {"tidlig i 2018", "period part 2018-1-1..2018-4-30"},
        {"fra 2018", "period open 2018-1-1..0-0-0"},
        {"til 2020", "period open 0-0-0..2020-12-31"},
        {"uke 12 2018", "period part 2018-3-19..2018-3-25"},
        {"veke 1 2018", "period part 2018-1-1..2018-1-7"},
        {"week 1 2019", "period part 2018-12-31..2019-1-6"},
        {"uke 53 2020", "period part 2020-12-28..2021-1-3"},
        {"innen uke 9 2020", "period part 2020-2-24..2020-3-1"},
        {"skoleåret 2018/2019", "period part 2018-8-1..2019-7-31"},
        {"skuleåret 2018/19", "period part 2018-8-1..2019-7-31"},
        {"siste 12 mnd", "period last 12"},
        {"siste 12 mnd.", "period last 12"},
        {"Siste 12 måneder", "period last 12"},
        {"last 12 months", "period last 12"},
        {"siste kvartal", "period last 3"},
        {"siste 5 år", "period last 60"},
        {"årlig", "period yearly 0-0-0..0-0-0"},
        {"kvart år", "period yearly 0-0-0..0-0-0"},
        {"fortløpende", "period open 0-0-0..0-0-0"},
        {"i 2018", "period year 2018-1-1..2018-12-31"},
        {"høsten 2018 (etter ferien)", "period part 2018-8-1..2018-12-31 + (etter ferien)"},
    };
    run(cases, sizeof cases / sizeof *cases);
}
END_TEST

START_TEST(no_periods)
{
    static const char *const cases[] = {
        "våren",
        "mai",
        "uke 12",
        "uke 54 2018",
        "uke 53 2018",
        "uke 0 2018",
        "skoleåret 2018",
        "snart",
        "2018 2019",
        "4. tertial 2018",
        "5. kvartal 2018",
        "2021–2018",
        "1234",
        "20018",
        "31. februar 2018",
        "30.2.2018",
        "12. halvår 2018",
        "siste",
        "siste 12",
        "per",
        "fra",
        "2024/2027",
        "2018x",
        "siste 30 år",
        "0. halvår 2018",
        "13.13.2018",
    };
    Period p;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(!period_read(&w.scratch, str_from(cases[i]), &p), "%s", cases[i]);
}
END_TEST

START_TEST(places)
{
    static const struct {
        uint8_t type;
        const char *text, *want;
    } cases[] = {
        {VT_DATE, "31.12.2018", "period date 2018-12-31..2018-12-31"},
        {VT_DATE, "høsten 2018", "period part 2018-8-1..2018-12-31"},
        {VT_DATE, "2018", "period year 2018-1-1..2018-12-31"},
        {VT_DATE, "2018–2021", "bad !HP3001 «2018–2021»"},
        {VT_YEAR, "2018", "period year 2018-1-1..2018-12-31"},
        {VT_YEAR, "2018–2021", "bad !HP3001 «2018–2021»"},
        {VT_YEAR, "18", "bad !HP3001 «18»"},
        {VT_YEARS, "2018", "period year 2018-1-1..2018-12-31"},
        {VT_YEARS, "2018–2021", "period years 2018-1-1..2021-12-31"},
        {VT_YEARS, "siste 12 mnd", "bad !HP3001 «siste 12 mnd»"},
        {VT_PERIOD, "snarest", "bad !HP3001 «snarest»"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = world_describe(&w, cases[i].text, (Slot){.type = cases[i].type});
        ck_assert_msg(strcmp(got, cases[i].want) == 0, "«%s»: %s", cases[i].text, got);
    }
}
END_TEST

START_TEST(indices)
{
    static const struct {
        const char *text;
        int version, from, to;
    } cases[] = {
        {"2018", VER_NONE, 2018, 2018},
        {"budsjett 2019", VER_BUDGET, 2019, 2019},
        {"Budsjett 2019", VER_BUDGET, 2019, 2019},
        {"revidert 2021", VER_REVISED, 2021, 2021},
        {"rev. budsjett 2021", VER_REVISED, 2021, 2021},
        {"regnskap 2020", VER_ACCOUNTS, 2020, 2020},
        {"rekneskap 2020", VER_ACCOUNTS, 2020, 2020},
        {"accounts 2020", VER_ACCOUNTS, 2020, 2020},
        {"2020 regnskap", VER_ACCOUNTS, 2020, 2020},
        {"samlet 2018–2021", VER_TOTAL, 2018, 2021},
        {"samlet", VER_TOTAL, 0, 0},
        {"våren 2018", VER_NONE, 2018, 2018},
    };
    static const char *const none[] = {"budsjett", "Ramme", "", "2018 kr", "budsjett i fjor"};
    Index index;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_msg(index_read(&w.scratch, str_from(cases[i].text), &index), "%s", cases[i].text);
        ck_assert_msg(index.version == cases[i].version &&
                          period_first_year(index.period) == cases[i].from &&
                          period_last_year(index.period) == cases[i].to,
                      "%s", cases[i].text);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        ck_assert_msg(!index_read(&w.scratch, str_from(none[i]), &index), "%s", none[i]);
}
END_TEST

static Period period_of(const char *text)
{
    Period p;
    ck_assert_msg(period_read(&w.scratch, str_from(text), &p), "%s", text);
    return p;
}

START_TEST(covering)
{
    static const struct {
        const char *outer, *inner;
        bool covers;
    } cases[] = {
        {"2018–2021", "2019", true},
        {"2018", "2018–2021", false},
        {"2018", "våren 2018", true},
        {"2018", "31.12.2018", true},
        {"2018", "2024/2025", false},
        {"2018", "2018", true},
        {"fra 2018", "2025", true},
        {"fra 2018", "2017", false},
        {"til 2020", "fra 2018", false},
        {"fra 2018", "til 2020", false},
        {"fra 2018", "fra 2019", true},
        {"fra 2018", "fra 2017", false},
        {"til 2020", "til 2019", true},
        {"til 2020", "til 2021", false},
        {"fortløpende", "2018", true},
        {"siste 12 mnd", "siste 12 mnd", true},
        {"siste 12 mnd", "2018", false},
        {"2018", "fortløpende", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(period_covers(period_of(cases[i].outer), period_of(cases[i].inner)) ==
                          cases[i].covers,
                      "%s / %s", cases[i].outer, cases[i].inner);
    ck_assert(!period_eq(period_of("2018"), period_of("1.1.2018–31.12.2018")));
    ck_assert(period_first_year(period_of("siste 12 mnd")) == 0);
    ck_assert(period_last_year(period_of("2024/2025")) == 2025);
}
END_TEST

START_TEST(meant)
{
    static const Case cases[] = {
        {"31.12.26", "31.12.2026"},
        {" 01.02.09 ", "01.02.2009"},
        {"31/12/26", "31.12.2026"},
        {"31/12-2026", "31.12.2026"},
        {"31 . 12 . 26", "31.12.2026"},
        {"1.1.26–31.12.26", "1.1.2026–31.12.2026"},
        {"innen 31.12.26", "innen 31.12.2026"},
        {"høsten 26", "høsten 2026"},
        {"31. desember '26", "31. desember 2026"},
        {"31.12.2026", ""}, /* as it should be */
        {"32.12.26", ""},
        {"31.12", ""},
        {"31.12.026", ""},
        {"1.2.3.26", ""},
        {"26", ""},
        {"snarest 26", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str got = period_meant(&w.scratch, str_from(cases[i].text));
        ck_assert_msg(str_eq(got, str_from(cases[i].want)), "«%s»: «%.*s»", cases[i].text,
                      STR_ARG(got));
    }
}
END_TEST

Suite *test_values_period_suite(void)
{
    Suite *s = suite_create("values_period");
    TCase *t = tcase_create("all");
    tcase_add_checked_fixture(t, open_world, close_world);
    tcase_add_test(t, years_and_parts);
    tcase_add_test(t, dates_and_spans);
    tcase_add_test(t, no_periods);
    tcase_add_test(t, places);
    tcase_add_test(t, indices);
    tcase_add_test(t, covering);
    tcase_add_test(t, meant);
    suite_add_tcase(s, t);
    return s;
}
