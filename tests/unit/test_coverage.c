/*
 * test_coverage.c — which figures are proven, and what prose says of declared ones.
 */
#include "check/coverage.h"
#include "api/session.h"
#include "check/prose.h"
#include "model/loose.h"
#include "support/model_fixture.h"

#include <check.h>
#include <stdio.h>

Suite *test_coverage_suite(void);

static const char *const words[COVER_COUNT] = {"loose", "typed", "supported", "proven"};

typedef struct Measured {
    ModelFixture f;
    CoverCounts counts;
    CoverFigures figures;
} Measured;

static void measure(Measured *s, const char *contents)
{
    static char text[16 * 1024];
    memset(s, 0, sizeof *s);
    snprintf(text, sizeof text, "plan p \"P\" {\nkommune: Kragerø\når: 2018\n%s\n}\n", contents);
    model_fixture(&s->f, text);
    check_run(s->f.m);
    coverage_measure(s->f.m, &s->counts, &s->f.arena, &s->figures);
}

/* "38 228 737 kr: proven" for each figure, a line each; of equal ones the first is enough. */
static void expect_cover(const char *contents, const char *figure, const char *cover)
{
    Measured s;
    measure(&s, contents);
    const char *got = "none";
    for (uint32_t i = 0; i < s.figures.len; i++) {
        if (str_eq(span_text(&s.f.sources, s.figures.at[i].span), str_from(figure))) {
            got = words[s.figures.at[i].cover];
            break;
        }
    }
    ck_assert_msg(strcmp(got, cover) == 0, "%s is %s, not %s, in\n%s\n%s", figure, got, cover,
                  contents, fixture_findings(&s.f));
    model_fixture_end(&s.f);
}

static void expect_counts(const char *contents, uint32_t proven, uint32_t supported,
                          uint32_t typed, uint32_t loose)
{
    Measured s;
    measure(&s, contents);
    const uint32_t *of = s.counts.of;
    ck_assert_msg(of[COVER_PROVEN] == proven && of[COVER_SUPPORTED] == supported &&
                      of[COVER_TYPED] == typed && of[COVER_LOOSE] == loose,
                  "proven %u, supported %u, typed %u, loose %u in\n%s\n%s", of[COVER_PROVEN],
                  of[COVER_SUPPORTED], of[COVER_TYPED], of[COVER_LOOSE], contents,
                  fixture_findings(&s.f));
    ck_assert_uint_eq(s.figures.len, proven + supported + typed + loose);
    model_fixture_end(&s.f);
}

/* ---- proofs --------------------------------------------------------------------------------- */

#define FRAME "ramme \"Ramme\" { 2017: 9 kr; 2018: 10 kr }\n"
#define TABLE(a, b, sum)                                                              \
    "fordeling f \"F\" {\nav: ramme.2018\n| avdeling | netto |\n| \"A\" | " a " |\n" \
    "| \"B\" | " b " |\n| Sum | " sum " |\n}\n"

START_TEST(an_exact_sum_proves_its_figures)
{
    expect_counts(FRAME TABLE("4", "6", "10"), 4, 0, 1, 0);
    expect_cover(FRAME TABLE("4", "6", "10"), "4", "proven");
    expect_cover(FRAME TABLE("4", "6", "10"), "10 kr", "proven");
    expect_cover(FRAME TABLE("4", "6", "10"), "9 kr", "typed");
}
END_TEST

START_TEST(a_violated_one_proves_nothing)
{
    expect_cover(FRAME TABLE("4", "7", "10"), "4", "typed");
    expect_cover(FRAME TABLE("4", "7", "10"), "10 kr", "proven"); /* it is the total still */
}
END_TEST

START_TEST(a_rounded_one_supports)
{
    expect_counts("tabell t \"T\" {\n| avdeling | årsverk |\n| \"A\" | 4,5 |\n| \"B\" | 6,25 |\n"
                  "| Sum | 10,8 |\n}",
                  0, 3, 0, 0);
    expect_cover("ramme r \"R\" { 2018: 38 228 737 kr }\n\"\"\"{38,2 mill. kr = r.2018}\"\"\"",
                 "38 228 737 kr", "supported");
}
END_TEST

START_TEST(a_count_proves_what_is_written)
{
    expect_counts("fakta { avdeling a \"A\"; avdeling b \"B\" }\n\"\"\"{to = antall(avdeling)}\"\"\"",
                  1, 0, 0, 0);
}
END_TEST

#define THREE "ramme a \"A\" { 2018: 3 kr }\nramme b \"B\" { 2018: 4 kr }\n" \
              "ramme c \"C\" { 2018: 7 kr }\n"

START_TEST(an_equality_of_sums_proves_its_terms)
{
    expect_counts(THREE "krev: a.2018 + b.2018 = c.2018", 3, 0, 0, 0);
    expect_counts(THREE "krev: c.2018 - (a.2018 + b.2018) = 0 kr", 3, 0, 0, 0);
    expect_counts(THREE "krev: 2 * a.2018 + 1 kr = c.2018", 2, 0, 1, 0);
    expect_cover(THREE "krev: a.2018 + b.2018 = c.2018 \"A og B er C\"", "4 kr", "proven");
}
END_TEST

#define YEARS                                                                            \
    "tabell t \"T\" {\n| hva | 2016 : kr | 2017 : kr | 2018 : kr |\n| alt | 100 | 111 | 130 |\n" \
    "| a | 61 | 62 | 63 |\n| b | 39 | 49 | 60 |\n}\n"

/* A claim about every column that fails in one of them holds in the others. */
START_TEST(a_claim_supports_where_it_holds)
{
    expect_counts(YEARS "krev: t.alt = t.a + t.b", 0, 6, 3, 0);
    expect_cover(YEARS "krev: t.alt = t.a + t.b", "49", "supported");
    expect_cover(YEARS "krev: t.alt = t.a + t.b", "60", "typed");
    expect_counts(YEARS "krev: t.\"2016\" <= t.\"2017\"", 0, 6, 3, 0);
    expect_counts(YEARS "krev: t.\"2017\" <= 62 kr", 0, 2, 7, 0);
    expect_counts(YEARS "krev: t.a = t.b", 0, 0, 9, 0);
    expect_counts(YEARS "krev: t.a <= t.b + 10 kr = t.alt", 0, 0, 9, 0);
    expect_counts("indikator x \"X\" { måles i: %; måltall 2018: 5 %; måltall 2019: 6 % }\n"
                  "krev: x.måltall <= 5 %",
                  0, 1, 1, 0);
}
END_TEST

START_TEST(what_cancels_out_is_not_proven)
{
    expect_counts(THREE "krev: c.2018 = c.2018", 0, 0, 3, 0);
    expect_cover(THREE "krev: a.2018 - a.2018 + c.2018 = 7 kr", "3 kr", "typed");
    expect_cover(THREE "krev: a.2018 - a.2018 + c.2018 = 7 kr", "7 kr", "proven");
}
END_TEST

START_TEST(what_does_not_count_in_full_is_not_proven)
{
    expect_cover(THREE "krev: høyest(a.2018, b.2018) = 4 kr", "3 kr", "supported");
    expect_cover(THREE "krev: 0 * a.2018 + c.2018 = 7 kr", "3 kr", "supported");
    expect_cover(THREE "krev: a.2018 < c.2018", "3 kr", "supported");
    expect_cover(THREE "krev: a.2018 <= b.2018 = 4 kr", "4 kr", "supported");
}
END_TEST

START_TEST(a_computed_figure_hands_on)
{
    expect_counts(THREE "ramme d \"D\" { 2018: = a.2018 + b.2018 }\nkrev: d.2018 = c.2018", 3, 0, 0,
                  0);
    /* a comes twice: once by way of d */
    expect_cover(THREE "ramme d \"D\" { 2018: = 0 kr - a.2018 }\nkrev: d.2018 + a.2018 + c.2018 = 7 kr",
                 "3 kr", "typed");
}
END_TEST

START_TEST(what_is_said_again_is_an_equation)
{
    expect_counts("avdeling a \"A\" { ansatte: 12 }\nkapittel 1 \"K\" { om a { ansatte: 12 } }", 2,
                  0, 0, 0);
}
END_TEST

START_TEST(rows_of_one_label_are_taken_for_one)
{
    const char *two = "tabell s \"S\" {\n| post | beløp 2018 |\n| \"A\" | 5 kr |\n| \"A\" | 5 kr |\n}\n"
                      "tabell t \"T\" {\n| post | beløp 2018 |\n| \"A\" | 5 kr |\n}\n"
                      "krev: s.2018 = t.2018";
    Measured s;
    measure(&s, two);
    ck_assert_uint_eq(s.counts.of[COVER_PROVEN], 0);
    model_fixture_end(&s.f);
}
END_TEST

/* ---- what is a figure ----------------------------------------------------------------------- */

START_TEST(figures_are_quantities)
{
    expect_counts("periode: 2018–2021\nvedtatt av: kommunestyret 14.12.2017\n"
                  "investering 15031 \"I\" { beløp 2018: 3 kr }",
                  0, 0, 1, 0);
    expect_counts("tabell t \"T\" {\n| Nr | Tiltak | Ferdig | Pris |\n"
                  "| 1 | \"A\" | 2019 | 5 kr |\n| 2 | \"B\" | 2020 | 6 kr |\n}",
                  0, 0, 2, 0);
    expect_counts("\"\"\"I {2018} er det {8 lærlinger} og {ca 20} til.\"\"\"", 0, 0, 2, 0);
    expect_counts("indikator i \"I\" { måles i: 1–6; resultat 2017: ikke målt; måltall 2018: 4,5 }",
                  0, 0, 1, 0);
}
END_TEST

/* ---- loose figures -------------------------------------------------------------------------- */

/* What is found in a text, parted by bars. */
static void expect_loose(const char *prose, const char *want)
{
    static char contents[4096];
    Measured s;
    snprintf(contents, sizeof contents, "\"\"\"\n%s\n\"\"\"", prose);
    measure(&s, contents);
    const LooseFigures *loose = loose_figures(s.f.m);
    Buf got;
    buf_init(&got, &s.f.arena);
    for (uint32_t i = 0; i < loose->all.len; i++) {
        buf_cstr(&got, i == 0 ? "" : " | ");
        buf_str(&got, loose->all.at[i].written);
    }
    ck_assert_msg(str_eq(buf_view(&got), str_from(want)), "%s\ngives  %.*s\nwanted %s", prose,
                  STR_ARG(buf_view(&got)), want);
    model_fixture_end(&s.f);
}

START_TEST(loose_figures_have_a_unit_or_groups)
{
    expect_loose("Vi har 38,2 mill. kr, 5 %, 12,5 årsverk og 10 380 innbyggere.",
                 "38,2 mill. kr | 5 % | 12,5 årsverk | 10 380 innbyggere");
    expect_loose("Av 1 250 000 gikk kr 500 000 til drift.", "1 250 000 | kr 500 000");
    expect_loose("Fra 400 000–600 000 kr, og **38** *mill. kr*.", "400 000–600 000 kr | 38 mill. kr");
    expect_loose("Tallet er 38,2\nmill. kr. Så 5 %.", "38,2 mill. kr | 5 %");
    expect_loose("- 12 500 kr\n- 7 saker\n\nDet var −179 883 kr.", "12 500 kr | 7 saker | 179 883 kr");
    expect_loose("Det koster 2000 kr.", "2000 kr");
}
END_TEST

START_TEST(what_names_something_is_no_figure)
{
    expect_loose("I 2018, den 14.12.2017 og 1. halvår 2019, i kapittel 3.1 og 3, § 5 og side 13–43.",
                 "");
    expect_loose("I perioden 2018–2021 og skoleåret 2024/2025, kl. 12 og 24/7.", "");
    expect_loose("KOSTRA 120/180/190, 10-faktor, covid-19, A4 og 5G.", "");
    expect_loose("Org.nr. 964 963 193, tlf. 35 98 62 00, nr. 123 456, 3770 Kragerø.", "");
    expect_loose("[Planen for 5 mill. kr](https://x.no/5%20kr) og «Fra 5 % til 3 %».", "");
    expect_loose("“Fra 5 % til 3 %”, „Fra 5 % til 3 %” og ”Fra 5 % til 3 %”.", "");
    expect_loose("»Fra 5 % til 3 %« og \"Fra 5 % til 3 %\".", "");
    expect_loose("`5 kr`, https://x.no/5%, <a href=\"5 kr\">.\n\n```\n5 kr\n```\n\nOg 6 kr.", "6 kr");
    expect_loose("I 2018 elever, og i 2019 5 elever.", "5 elever");
    expect_loose("", "");
}
END_TEST

/* ---- near and the same ---------------------------------------------------------------------- */

static void expect_near(const char *contents, uint32_t findings)
{
    Measured s;
    measure(&s, contents);
    ck_assert_msg(fixture_count(&s.f, HP8011) == findings, "%s\n%s", contents,
                  fixture_findings(&s.f));
    model_fixture_end(&s.f);
}

#define BIG   "ramme \"Ramme\" { 2018: 38 228 737 kr }\n"
#define SAY(s) "\"\"\"" s "\"\"\""

START_TEST(nearly_the_same_is_a_warning)
{
    expect_near(BIG SAY("Vi har 38 228 773 kr."), 1);
    expect_near(BIG SAY("Vi har 38 229 737 kroner."), 1);
    expect_near(BIG SAY("Vi har kr 38 228 737."), 0);
    expect_near(BIG SAY("Vi har 38 228 73 kr."), 0);
    expect_near(BIG SAY("Vi har 38 229 773 kr."), 0);     /* two digits */
    expect_near(BIG SAY("Vi har 38 228 773 saker."), 0);  /* another unit */
    expect_near(BIG SAY("Vi har 38,3 mill. kr."), 0);     /* three digits */
    expect_near(BIG SAY("Vi har ca 38 228 773 kr."), 0);
    expect_near(BIG SAY("I 2017 var det 38 228 773 kr."), 0);
    expect_near(BIG SAY("I 2018 er det 38 228 773 kr."), 1);
    expect_near(BIG SAY("Fra 38 228 773 kr til {ramme.2018}."), 0);
    expect_near(BIG SAY("Vi har 38 228 773 kr per innbygger."), 0);
    expect_near(BIG "kapittel 1 \"K\" { kjent feil: HP8011 \"trykt slik\"\n" SAY("38 228 773 kr") "}",
                1);
}
END_TEST

START_TEST(several_like_it_are_not_told)
{
    expect_near("ramme a \"A\" { 2018: 38 228 737 kr }\nramme b \"B\" { 2018: 38 228 777 kr }\n" SAY(
                    "Vi har 38 228 773 kr."),
                0);
    /* the same amount twice is one */
    expect_near("ramme a \"A\" { 2018: 38 228 737 kr }\nramme b \"B\" { 2018: 38 228 737 kr }\n" SAY(
                    "Vi har 38 228 773 kr."),
                1);
    /* said right of another one, in another unit */
    expect_near("ramme a \"A\" { 2018: 1 234 000 kr }\nramme b \"B\" { 2018: 1 235 tusen kr }\n" SAY(
                    "Vi har 1 234 tusen kr."),
                0);
}
END_TEST

START_TEST(short_figures_may_meet_by_chance)
{
    Measured s;
    Buf b;
    Arena arena;
    arena_init(&arena, NULL);
    buf_init(&b, &arena);
    for (int i = 0; i < 40; i++)
        buf_printf(&b, "ramme r%d \"R\" { 2018: %d kr }\n", i, 1117 + 171 * i);
    buf_cstr(&b, SAY("Vi har 1118 kr."));
    measure(&s, b.ptr);
    ck_assert_uint_eq(fixture_count(&s.f, HP8011), 0);
    model_fixture_end(&s.f);
    arena_free(&arena);
    expect_near("ramme r \"R\" { 2018: 1117 kr }\n" SAY("Vi har 1118 kr."), 1);
}
END_TEST

/* The replacement that HP8010 offers; "" where it offers none, NULL where it is silent. */
static void expect_fix(const char *contents, const char *fix)
{
    Measured s;
    measure(&s, contents);
    prose_suggest(s.f.m);
    const char *got = NULL;
    for (uint32_t i = 0; i < s.f.sink.list.len; i++) {
        const Diag *d = s.f.sink.list.at[i];
        const DiagPart *last = &d->parts.at[d->parts.len - 1];
        if (d->code == HP8010)
            got = last->kind != PART_FIX
                      ? ""
                      : arena_copy(&s.f.arena, last->replacement.ptr, last->replacement.len);
    }
    bool as_wanted = fix == NULL ? got == NULL : got != NULL && strcmp(fix, got) == 0;
    ck_assert_msg(as_wanted, "%s\ngives %s, not %s", contents, got == NULL ? "nothing" : got,
                  fix == NULL ? "nothing" : fix);
    model_fixture_end(&s.f);
}

START_TEST(the_same_is_a_candidate)
{
    expect_fix(BIG SAY("Vi har 38 228 737 kr."), "{38 228 737 kr = ramme.2018}");
    expect_fix("ramme r \"R\" { 2018: 38,2 mill. kr }\n" SAY("Vi har 38,2 mill. kr."),
               "{38,2 mill. kr = r.2018}");
    expect_fix("avdeling a \"A\" { ansatte: 12 }\n" SAY("A har 12 ansatte."),
               "{12 ansatte = a.ansatte}");
    expect_fix(BIG SAY("Vi har 38 228 736 kr."), NULL);
    /* A sign stands before the figure, and is no part of what would be replaced. */
    expect_fix("ramme r \"R\" { 2018: -38 228 kr }\n" SAY("Det ble -38 228 kr."), "");
    expect_fix("ramme r \"R\" { 2018: -38 228 kr }\n" SAY("Det ble −38 228 kr."), "");
    /* What would be written must hold. */
    expect_fix("ramme r \"R\" { 2018: -38 228 kr }\n" SAY("Vi brukte 38 228 kr for mye."), "");
    expect_fix("tabell t \"T\" {\n| post | beløp |\n| \"A\" | 1 250 kr |\n}\n" SAY("Til A: 1 250 kr."),
               "");
    expect_cover(BIG SAY("Vi har {38 228 737 kr = ramme.2018}."), "38 228 737 kr", "proven");
    expect_cover("avdeling a \"A\" { ansatte: 12 }\n" SAY("A har {12 ansatte = a.ansatte}."),
                 "12 ansatte", "proven");
}
END_TEST

/* ---- shares --------------------------------------------------------------------------------- */

START_TEST(a_share_is_all_only_if_it_is_all)
{
    ck_assert_uint_eq(coverage_percent(0, 0), 0);
    ck_assert_uint_eq(coverage_percent(0, 7), 0);
    ck_assert_uint_eq(coverage_percent(7, 7), 100);
    ck_assert_uint_eq(coverage_percent(2, 3), 67);
    ck_assert_uint_eq(coverage_percent(999, 1000), 99);
    ck_assert_uint_eq(coverage_percent(1, 1000), 1);
    ck_assert_uint_eq(coverage_percent(UINT32_MAX / 2, UINT32_MAX), 50);
}
END_TEST

Suite *test_coverage_suite(void)
{
    Suite *s = suite_create("coverage");
    TCase *t = tcase_create("proofs");
    tcase_add_test(t, an_exact_sum_proves_its_figures);
    tcase_add_test(t, a_violated_one_proves_nothing);
    tcase_add_test(t, a_rounded_one_supports);
    tcase_add_test(t, a_count_proves_what_is_written);
    tcase_add_test(t, an_equality_of_sums_proves_its_terms);
    tcase_add_test(t, a_claim_supports_where_it_holds);
    tcase_add_test(t, what_cancels_out_is_not_proven);
    tcase_add_test(t, what_does_not_count_in_full_is_not_proven);
    tcase_add_test(t, a_computed_figure_hands_on);
    tcase_add_test(t, what_is_said_again_is_an_equation);
    tcase_add_test(t, rows_of_one_label_are_taken_for_one);
    tcase_add_test(t, figures_are_quantities);
    suite_add_tcase(s, t);
    t = tcase_create("prose");
    tcase_add_test(t, loose_figures_have_a_unit_or_groups);
    tcase_add_test(t, what_names_something_is_no_figure);
    tcase_add_test(t, nearly_the_same_is_a_warning);
    tcase_add_test(t, several_like_it_are_not_told);
    tcase_add_test(t, short_figures_may_meet_by_chance);
    tcase_add_test(t, the_same_is_a_candidate);
    tcase_add_test(t, a_share_is_all_only_if_it_is_all);
    suite_add_tcase(s, t);
    return s;
}
