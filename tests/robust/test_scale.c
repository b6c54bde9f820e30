/*
 * test_scale.c — plans that are large, or made to be slow: they are checked all the same, and what
 * is wrong in them is found. Each was once quadratic or ran the stack out; at the sizes here it
 * then took many seconds, and the time limit of the test is what holds it. No time is asserted.
 */
#include "check/check.h"
#include "support/model_fixture.h"

#include <check.h>

Suite *test_scale_suite(void);

enum { MANY = 10000 };

/* A plan: what comes once, what comes for each i from 1 to n (%i is the number), what comes last. */
typedef struct Plan {
    Arena arena;
    Buf text;
    ModelFixture f;
} Plan;

static void open_plan(Plan *p)
{
    arena_init(&p->arena, NULL);
    buf_init(&p->text, &p->arena);
    buf_cstr(&p->text, "plan p \"P\" {\n  periode: 2018–2021\n");
}

/* %i is the number, %n the one after it. */
static void each(Plan *p, int count, const char *pattern)
{
    for (int i = 1; i <= count; i++)
        for (const char *c = pattern; *c != '\0'; c++)
            if (c[0] == '%' && (c[1] == 'i' || c[1] == 'n'))
                buf_int(&p->text, *++c == 'i' ? i : i + 1);
            else
                buf_char(&p->text, *c);
}

static void once(Plan *p, const char *text)
{
    each(p, 1, text);
}

static void check_plan(Plan *p)
{
    once(p, "}\n");
    Str text = buf_view(&p->text);
    model_fixture_len(&p->f, text.ptr, text.len);
    check_run(p->f.m);
}

static uint32_t shown(const Plan *p, MsgId code)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < p->f.sink.list.len; i++)
        n += p->f.sink.list.at[i]->code == code && !p->f.sink.list.at[i]->silenced;
    return n;
}

static void close_plan(Plan *p)
{
    model_fixture_end(&p->f);
    arena_free(&p->arena);
}

/* ---- figures computed from one another ------------------------------------------------------- */

START_TEST(a_chain_from_its_end)
{
    Plan p;
    open_plan(&p);
    each(&p, MANY, "  ramme r%i \"R\" { 2018: = r%n.2018 + 1 }\n");
    once(&p, "  ramme r10001 \"R\" { 2018: 5 kr }\n  krev: r1.2018 = 10005 kr\n");
    check_plan(&p);
    ck_assert_uint_eq(sink_count(&p.f.sink, SEV_ERROR), 0);
    close_plan(&p);
}
END_TEST

START_TEST(a_chain_that_branches)
{
    Plan p;
    open_plan(&p);
    each(&p, 2000, "  ramme r%i \"R\" { 2018: = høyest(r%n.2018; r%n.2018 + 1) }\n");
    once(&p, "  ramme r2001 \"R\" { 2018: 5 kr }\n");
    check_plan(&p);
    close_plan(&p);
}
END_TEST

START_TEST(one_large_circle)
{
    Plan p;
    open_plan(&p);
    each(&p, MANY, "  ramme r%i \"R\" { 2018: = r%n.2018 }\n");
    once(&p, "  ramme r10001 \"R\" { 2018: = r1.2018 }\n");
    check_plan(&p);
    ck_assert_uint_eq(fixture_count(&p.f, HP4011), 1);
    close_plan(&p);
}
END_TEST

START_TEST(many_small_circles)
{
    Plan p;
    open_plan(&p);
    each(&p, MANY, "  ramme r%i \"R\" { 2018: = r%i.2019; 2019: = r%i.2018 }\n");
    check_plan(&p);
    ck_assert_uint_eq(fixture_count(&p.f, HP4011), MANY);
    close_plan(&p);
}
END_TEST

/* ---- names ------------------------------------------------------------------------------------ */

START_TEST(chapters_of_one_title)
{
    Plan p;
    open_plan(&p);
    once(&p, "  avdeling ikt \"Samme\"\n");
    each(&p, MANY, "  kapittel \"Samme\" {\n    tiltak \"Samme\" { ansvar: \"Samme\" }\n  }\n");
    check_plan(&p);
    ck_assert_uint_eq(sink_count(&p.f.sink, SEV_ERROR), 0);
    close_plan(&p);
}
END_TEST

START_TEST(names_that_nobody_has)
{
    Plan p;
    open_plan(&p);
    once(&p, "  avdeling ikt \"IKT\"\n");
    each(&p, MANY, "  tiltak t%i \"Tiltak %i\" { ansvar: avdelinga%i }\n");
    check_plan(&p);
    ck_assert_uint_eq(shown(&p, HP2002), MANY);
    ck_assert_uint_lt(p.f.m->names_compared, 5000000);
    close_plan(&p);
}
END_TEST

START_TEST(paths_by_a_kinds_word)
{
    Plan p;
    open_plan(&p);
    each(&p, MANY, "  investering i%i \"T %i\" { 2018: %i kr }\n");
    once(&p, "  \"\"\"\n");
    each(&p, MANY, "  {%i kr = investering.i%i.2018} {1 kr = investering.i1.2018}\n");
    once(&p, "  \"\"\"\n");
    check_plan(&p);
    ck_assert_uint_eq(fixture_faults(&p.f), 0);
    close_plan(&p);
}
END_TEST

START_TEST(rows_by_name)
{
    Plan p;
    open_plan(&p);
    once(&p, "  tabell t \"T\" {\n    | post | 2018 : kr |\n");
    each(&p, MANY, "    | a%i | %i |\n");
    once(&p, "  }\n  \"\"\"\n");
    each(&p, MANY, "  {%i kr = t.a%i.2018}\n");
    once(&p, "  \"\"\"\n");
    check_plan(&p);
    ck_assert_uint_eq(fixture_faults(&p.f), 0);
    close_plan(&p);
}
END_TEST

/* ---- counts and lists ------------------------------------------------------------------------- */

START_TEST(counts)
{
    Plan p;
    open_plan(&p);
    once(&p, "  avdeling ikt \"IKT\"\n  mål a \"A\" {\n");
    each(&p, MANY, "    tiltak t%i \"T %i\" { ansvar: ikt; frist: 2020 }\n");
    once(&p, "  }\n  mål b \"B\" { tiltak x \"X\" { ansvar: ikt; frist: 2020; hører til: a } }\n  "
             "\"\"\"\n");
    each(&p, MANY,
         "  {10001 = antall(tiltak)} {10001 = antall(tiltak i mål.a)}"
         " {1 = antall(tiltak i mål.b)} {10001 = antall(tiltak der ansvar = ikt)}\n");
    once(&p, "  \"\"\"\n");
    check_plan(&p);
    ck_assert_msg(fixture_faults(&p.f) == 0, "%u", fixture_faults(&p.f));
    close_plan(&p);
}
END_TEST

START_TEST(a_rule_that_counts_inside_each)
{
    Plan p;
    open_plan(&p);
    once(&p, "  regel r \"Tiltak\" { gjelder: mål; krev: antall(tiltak) >= 1 }\n");
    each(&p, MANY, "  mål m%i \"M %i\" { tiltak \"T\" }\n");
    once(&p, "  mål uten \"Uten\"\n");
    check_plan(&p);
    ck_assert_uint_eq(shown(&p, HP6020), 1);
    close_plan(&p);
}
END_TEST

START_TEST(lists_by_label)
{
    Plan p;
    open_plan(&p);
    once(&p, "  tabell a \"A\" {\n    | post | 2018 : kr | 2019 : kr |\n");
    each(&p, MANY, "    | a%i | %i | %i |\n");
    once(&p, "  }\n");
    each(&p, 5, "  krev: a.2018 + a.2019 - a.2018 = a.2019\n");
    check_plan(&p);
    ck_assert_uint_eq(fixture_faults(&p.f), 0);
    close_plan(&p);
}
END_TEST

/* ---- tables ----------------------------------------------------------------------------------- */

START_TEST(a_column_of_what_is_nearly_figures)
{
    Plan p;
    open_plan(&p);
    once(&p, "  tabell t \"T\" {\n    | post | 2018 : kr |\n");
    each(&p, MANY, "    | a%i | 67 0563 |\n");
    once(&p, "  }\n");
    check_plan(&p);
    ck_assert_uint_eq(fixture_faults(&p.f), MANY); /* the head says kr */
    close_plan(&p);
}
END_TEST

START_TEST(more_columns_than_a_figure_can_name)
{
    Plan p;
    open_plan(&p);
    once(&p, "  tabell t \"T\" {\n    |");
    each(&p, 70000, "a|");
    once(&p, "\n    |");
    each(&p, 70000, "1|");
    once(&p, "\n  }\n");
    check_plan(&p);
    close_plan(&p);
}
END_TEST

/* ---- findings --------------------------------------------------------------------------------- */

START_TEST(known_faults_of_one_thing)
{
    Plan p;
    open_plan(&p);
    each(&p, MANY, "  kjent feil: HP4004 \"slik\"\n");
    each(&p, MANY, "  ramme r%i \"R\" { 2018: 1 kr = 2 kr }\n");
    check_plan(&p);
    ck_assert_uint_eq(fixture_count(&p.f, HP4004), MANY);
    ck_assert_uint_eq(shown(&p, HP6012), 0);
    ck_assert_uint_eq(sink_count(&p.f.sink, SEV_ERROR), 0);
    close_plan(&p);
}
END_TEST

START_TEST(known_faults_misspelled)
{
    Plan p;
    open_plan(&p);
    each(&p, 1000, "  kjent feil: HQ4004 \"slik\"\n");
    each(&p, MANY, "  ramme r%i \"R\" { 2018: 1 kr = 2 kr }\n");
    check_plan(&p);
    ck_assert_uint_eq(shown(&p, HP2024), 1000);
    ck_assert_uint_eq(sink_count(&p.f.sink, SEV_ERROR), MANY);
    close_plan(&p);
}
END_TEST

START_TEST(codes_that_overlap)
{
    Plan p;
    open_plan(&p);
    once(&p, "  ramme r \"R\" { 2018: 1 kr }\n  fordeling f \"F\" {\n    av: ramme.2018\n"
             "    | funksjon | netto |\n");
    each(&p, MANY, "    | 120 Administrasjon | %i |\n");
    once(&p, "  }\n");
    check_plan(&p);
    ck_assert_uint_eq(shown(&p, HP5002), MANY - 1);
    close_plan(&p);
}
END_TEST

START_TEST(cells_that_cannot_be_read)
{
    Plan p;
    open_plan(&p);
    once(&p, "  hei hå\n  avdeling {\n    | navn | tittel | årsverk | ansatte |\n");
    each(&p, MANY, "    | a%i | Avdeling %i | noen | flere |\n");
    once(&p, "  }\n");
    check_plan(&p);
    ck_assert_uint_eq(shown(&p, HP3001), MANY); /* the first of each row */
    close_plan(&p);
}
END_TEST

START_TEST(rows_that_stand_twice)
{
    Plan p;
    open_plan(&p);
    once(&p, "  ramme r \"R\" { 2018: 300 kr }\n");
    each(&p, 2000,
         "  fordeling f%i \"F\" {\n    av: ramme.2018\n    | funksjon | netto |\n"
         "    | 120 A | 100 |\n    | 120 A | 100 |\n    | 130 B | 200 |\n"
         "    | sum | 300 |\n  }\n");
    check_plan(&p);
    ck_assert_uint_eq(shown(&p, HP4001), 2000);
    ck_assert_uint_eq(shown(&p, HP5002), 0);
    close_plan(&p);
}
END_TEST

/* Whether a text is in bokmål or nynorsk is not asked for each word that is not of the list. */
START_TEST(statuses_in_ones_own_words)
{
    Plan p;
    open_plan(&p);
    each(&p, MANY, "  tiltak t%i \"T\" { status: overtatt av andre; ansvar: \"x\"; frist: 2018 }\n");
    each(&p, MANY, "  tiltak s%i \"T\" { status: ferdug; ansvar: \"x\"; frist: 2018 }\n");
    check_plan(&p);
    ck_assert_uint_eq(shown(&p, HP3019), MANY);
    close_plan(&p);
}
END_TEST

/* ---- checks go along a plan by stretches ------------------------------------------------------ */

START_TEST(goals_far_from_their_measures)
{
    Plan p;
    open_plan(&p);
    each(&p, 3000, "  mål m%i \"M\"\n");
    each(&p, 2998, "  tiltak t%i \"T\" { hører til: m%n }\n");
    check_plan(&p);
    const char *findings = fixture_findings(&p.f);
    ck_assert_uint_eq(shown(&p, HP6001), 1);
    ck_assert_msg(strstr(findings, "2 av 3000 mål") != NULL, "%s", findings);
    ck_assert_msg(strstr(findings, "2998 av 2998 tiltak") != NULL, "%s", findings);
    close_plan(&p);
}
END_TEST

/* The sum that its column contradicts is known when its row is asked, in whichever table. */
START_TEST(totals_of_rows_and_columns)
{
    Plan p;
    open_plan(&p);
    each(&p, 3000,
         "  tabell t%i \"T\" {\n    | post | 2018 : kr | 2019 : kr | sum |\n"
         "    | a | 1 | 2 | 3 |\n    | b | 1 | 2 | 3 |\n    | Sum | 2 | 4 | 7 |\n  }\n");
    check_plan(&p);
    ck_assert_uint_eq(shown(&p, HP4001), 3000);
    ck_assert_uint_eq(shown(&p, HP4023), 0);
    close_plan(&p);
}
END_TEST

Suite *test_scale_suite(void)
{
    const TTest *const tests[] = {
        a_chain_from_its_end,
        a_chain_that_branches,
        one_large_circle,
        many_small_circles,
        chapters_of_one_title,
        names_that_nobody_has,
        paths_by_a_kinds_word,
        rows_by_name,
        counts,
        lists_by_label,
        a_rule_that_counts_inside_each,
        known_faults_of_one_thing,
        known_faults_misspelled,
        codes_that_overlap,
        cells_that_cannot_be_read,
        rows_that_stand_twice,
        statuses_in_ones_own_words,
        a_column_of_what_is_nearly_figures,
        more_columns_than_a_figure_can_name,
        goals_far_from_their_measures,
        totals_of_rows_and_columns,
    };
    Suite *s = suite_create("scale");
    TCase *c = tcase_create("scale");
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        tcase_add_test(c, tests[i]);
    suite_add_tcase(s, c);
    return s;
}
