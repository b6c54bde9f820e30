/*
 * test_indicator.c — results held against their targets.
 */
#include "model/indicator.h"
#include "support/model_fixture.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *test_indicator_suite(void);

/* `beside` stands in the plan next to the indicator. */
static IndicatorAnswer judge_beside(const char *beside, const char *body)
{
    char plan[2048];
    ModelFixture f;
    snprintf(plan, sizeof plan, "plan p \"P\" {\når: 2018\n%s\nindikator \"I\" {\n%s\n}\n}\n", beside,
             body);
    model_fixture_len(&f, plan, strlen(plan));
    DeclId d = f.m->first_of_kind[K_INDICATOR];
    ck_assert_uint_ne(d, 0);
    IndicatorAnswer answer = indicator_verdict(f.m, d);
    model_fixture_end(&f);
    return answer;
}

static IndicatorAnswer judge(const char *body)
{
    return judge_beside("", body);
}

static void gives(IndicatorVerdict want, const char *body)
{
    IndicatorAnswer got = judge(body);
    ck_assert_msg(got.verdict == want, "%s\ngives %d, not %d", body, (int)got.verdict, (int)want);
}

START_TEST(by_comparator)
{
    gives(INDICATOR_MET, "måles i: kr/m2; resultat 2018: 199; måltall 2018: <200");
    gives(INDICATOR_NOT_MET, "måles i: kr/m2; resultat 2018: 231; måltall 2018: <200");
    gives(INDICATOR_MET, "måles i: %; resultat 2018: 90 %; måltall 2018: minst 90 %");
    gives(INDICATOR_NOT_MET, "måles i: %; retning: ned; resultat 2018: 89; måltall 2018: >= 90");
}
END_TEST

START_TEST(by_direction)
{
    gives(INDICATOR_MET, "måles i: %; retning: opp; resultat 2018: 90; måltall 2018: 90");
    gives(INDICATOR_NOT_MET, "måles i: %; retning: opp; resultat 2018: 89; måltall 2018: 90");
    gives(INDICATOR_MET, "måles i: dager; retning: ned; resultat 2018: 9; måltall 2018: 10");
    gives(INDICATOR_MET, "skala: 1–6; best: 6; resultat 2018: 4,6; måltall 2018: 4,5");
    gives(INDICATOR_MET, "skala: 6–1; best: 6; resultat 2018: 4,6; måltall 2018: 4,5");
    gives(INDICATOR_OPEN, "måles i: %; resultat 2018: 90; måltall 2018: 90");
    gives(INDICATOR_OPEN, "måles i: %; retning: mot; resultat 2018: 90; måltall 2018: 90");
}
END_TEST

START_TEST(as_long_as)
{
    static const struct {
        const char *condition;
        IndicatorVerdict want;
    } cases[] = {
        {"fond < 5 %", INDICATOR_NOT_IN_FORCE}, /* of the year of the result */
        {"fond < 6 %", INDICATOR_NOT_MET},
        {"fond.2018 < 5 %", INDICATOR_NOT_MET}, /* says itself when */
        {"2 % < fond < 6 %", INDICATOR_NOT_MET},
        {"6 % < fond < 7 %", INDICATOR_NOT_IN_FORCE},
        {"gjeld > 1 %", INDICATOR_NOT_MET},     /* not stated for that year */
        {"fond < 5 kr", INDICATOR_NOT_MET},     /* reported elsewhere */
        {"\"renten er lav\"", INDICATOR_NOT_MET},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char body[256];
        snprintf(body, sizeof body, "måles i: %%; resultat 2017: 1; måltall 2017: >= 2; så lenge: %s",
                 cases[i].condition);
        IndicatorAnswer got = judge_beside("nøkkeltall fond \"F\" { 2017: 5,5 %; 2018: 3 % }\n"
                                           "nøkkeltall gjeld \"G\" { 2018: 0 % }",
                                           body);
        ck_assert_msg(got.verdict == cases[i].want, "%s gives %d", cases[i].condition,
                      (int)got.verdict);
    }
}
END_TEST

static void put_results(Buf *out, const char *head, int count)
{
    buf_cstr(out, head);
    for (int i = 0; i < count; i++)
        buf_printf(out, "resultat %d.%d.%d: 4 %%\n", i % 28 + 1, i / 28 % 12 + 1, 2000 + i / 336);
    buf_cstr(out, "}\n");
}

/* The condition has as many figures as there are results: it is asked once a year. */
START_TEST(as_long_as_of_many_days)
{
    enum { DAYS = 18 * 336 };
    Arena arena;
    Buf plan;
    ModelFixture f;
    IndicatorAims aims = {0};
    arena_init(&arena, NULL);
    buf_init(&plan, &arena);
    buf_cstr(&plan, "plan p \"P\" {\når: 2018\n");
    put_results(&plan, "indikator i \"I\" { måles i: %; måltall 2018: > 3 %; så lenge: j > 5 %\n",
                DAYS);
    put_results(&plan, "indikator j \"J\" { måles i: %; resultat 2017: 4 %\n", DAYS);
    buf_cstr(&plan, "}\n");
    model_fixture_len(&f, plan.ptr, plan.len);
    DeclId d = f.m->first_of_kind[K_INDICATOR];
    uint32_t in_force = 0, not_in_force = 0;
    indicator_aims(f.m, d, &aims);
    for (PropId p = model_decl(f.m, d)->first_prop; p != 0; p = model_prop(f.m, p)->next) {
        IndicatorVerdict verdict = indicator_judge(f.m, &aims, p).verdict;
        in_force += verdict == INDICATOR_MET;
        not_in_force += verdict == INDICATOR_NOT_IN_FORCE;
    }
    ck_assert_uint_eq(not_in_force, 336); /* those of 2017 */
    ck_assert_uint_eq(in_force, DAYS - 336);
    model_fixture_end(&f);
    arena_free(&arena);
}
END_TEST

START_TEST(on_the_line)
{
    const char *body = "måles i: m2/innbygger; resultat 2018: 0,6; måltall 2018: <0,6";
    gives(INDICATOR_NOT_MET, body);
    ck_assert(judge(body).on_line);
    ck_assert(!judge("måles i: kr/m2; resultat 2018: 231; måltall 2018: <200").on_line);
}
END_TEST

START_TEST(by_range)
{
    gives(INDICATOR_MET, "måles i: %; resultat 2018: 12; måltall 2018: 10–15");
    gives(INDICATOR_MET, "måles i: %; retning: ned; resultat 2018: 12; måltall 2018: 15–10");
    gives(INDICATOR_OPEN, "måles i: %; resultat 2018: 16; måltall 2018: 10–15");
    gives(INDICATOR_MET, "måles i: %; retning: opp; resultat 2018: 16; måltall 2018: 10–15");
    gives(INDICATOR_NOT_MET, "måles i: %; retning: ned; resultat 2018: 16; måltall 2018: 10–15");
}
END_TEST

/* `<5` people, `over 80 %`, `5–7 %`: what the result cannot be decides, where it does. */
START_TEST(a_result_of_which_a_limit_is_known)
{
    gives(INDICATOR_MET, "måles i: stk; retning: ned; resultat 2018: <5; måltall 2018: 4");
    gives(INDICATOR_MET, "måles i: %; resultat 2018: <5 %; måltall 2018: <5 %");
    gives(INDICATOR_OPEN, "måles i: %; retning: ned; resultat 2018: <5 %; måltall 2018: 4 %");
    gives(INDICATOR_NOT_MET, "måles i: stk; retning: opp; resultat 2018: <5; måltall 2018: 5");
    gives(INDICATOR_OPEN, "måles i: stk; retning: opp; resultat 2018: <5; måltall 2018: 4");
    gives(INDICATOR_MET, "måles i: %; resultat 2018: over 80 %; måltall 2018: > 80 %");
    gives(INDICATOR_OPEN, "måles i: %; resultat 2018: minst 80 %; måltall 2018: > 80 %");
    gives(INDICATOR_NOT_MET, "måles i: %; retning: opp; resultat 2018: 5–7 %; måltall 2018: 8 %");
    gives(INDICATOR_MET, "måles i: %; resultat 2018: 11–13 %; måltall 2018: 10–15 %");
    gives(INDICATOR_OPEN, "måles i: %; resultat 2018: 11–17 %; måltall 2018: 10–15 %");
}
END_TEST

START_TEST(a_later_target_is_no_fault)
{
    gives(INDICATOR_REMAINING, "måles i: %; retning: opp; resultat 2017: 89; måltall 2018: 90");
    gives(INDICATOR_REMAINING,
          "måles i: %; retning: ned; resultat siste 12 mnd: 4,95; måltall 2018: 4");
    gives(INDICATOR_REMAINING,
          "måles i: %; retning: opp; resultat 2016: 80; måltall 2018: 90; måltall 2017: 85");
    gives(INDICATOR_MET,
          "måles i: %; retning: opp; resultat 2016: 86; måltall 2018: 90; måltall 2017: 85");
    gives(INDICATOR_REMAINING, "måles i: %; retning: opp; resultat 2017: 89; måltall: 90");
    gives(INDICATOR_NONE, "måles i: %; retning: opp; resultat 2018: 89; måltall 2017: 90");
}
END_TEST

/* Half a year of what adds up says nothing yet of a limit for the whole; a rate does. */
START_TEST(part_of_a_year)
{
    gives(INDICATOR_REMAINING,
          "måles i: besøk; retning: opp; resultat 1. halvår 2018: 40; måltall 2018: 90");
    gives(INDICATOR_OPEN,
          "måles i: klager; retning: ned; resultat 1. halvår 2018: 4; måltall 2018: 9");
    gives(INDICATOR_MET, "måles i: %; retning: ned; resultat 1. halvår 2018: 4; måltall 2018: 9");
    gives(INDICATOR_NOT_MET,
          "måles i: klager; retning: ned; resultat per 31.12.2018: 14; måltall 2018: 9");
}
END_TEST

START_TEST(what_cannot_be_judged)
{
    gives(INDICATOR_NOT_MEASURED, "retning: opp; resultat 2018: ikke målt; måltall 2018: 80 %");
    gives(INDICATOR_NONE, "retning: opp; resultat 2017: ikke målt; måltall 2018: 80 %");
    gives(INDICATOR_NONE, "retning: opp; resultat 2018: 70 %; måltall 2018: \"som før\"");
    gives(INDICATOR_NONE, "retning: opp; resultat 2018: 70 %; måltall 2018: måles ikke");
    gives(INDICATOR_OPEN, "retning: opp; resultat 2018: ca 70 %; måltall 2018: 80 %");
    gives(INDICATOR_OPEN, "retning: opp; resultat 2018: 70 %; måltall 2018: ca 80 %");
    gives(INDICATOR_NONE, "retning: opp; resultat budsjett 2018: 70 %; måltall 2018: 80 %");
    gives(INDICATOR_NONE, "måltall 2018: 80 %");
    gives(INDICATOR_NONE, "retning: opp; resultat 2018: 70 %");
}
END_TEST

START_TEST(the_last_result_counts)
{
    gives(INDICATOR_NOT_MET, "retning: opp; resultat 2018: 70 %; resultat 2017: 90 %;"
                             "måltall 2017: 80 %; måltall 2018: 80 %");
    gives(INDICATOR_NONE, "retning: opp; resultat 2019: 70 %; resultat 2018: 90 %;"
                          "måltall 2018: 80 %");
    gives(INDICATOR_NOT_MET, "retning: opp; resultat 2019: 70 %; måltall 2018–2021: 80 %");
}
END_TEST

Suite *test_indicator_suite(void)
{
    Suite *s = suite_create("indicator");
    TCase *c = tcase_create("verdicts");
    tcase_add_test(c, by_comparator);
    tcase_add_test(c, by_direction);
    tcase_add_test(c, as_long_as);
    tcase_add_test(c, as_long_as_of_many_days);
    tcase_add_test(c, on_the_line);
    tcase_add_test(c, by_range);
    tcase_add_test(c, a_result_of_which_a_limit_is_known);
    tcase_add_test(c, a_later_target_is_no_fault);
    tcase_add_test(c, part_of_a_year);
    tcase_add_test(c, what_cannot_be_judged);
    tcase_add_test(c, the_last_result_counts);
    suite_add_tcase(s, c);
    return s;
}
