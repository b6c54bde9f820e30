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

/* A plan: what comes once, what comes for each i from 1 to n (%i is
 * the number), what comes last. */
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

/* The days from the last to the first, of months that have 28 each. */
static void put_day(Buf *out, int number)
{
    int day = 12 * 28 * 130 - number;
    buf_printf(out, "%d.%d.%d", day % 28 + 1, day / 28 % 12 + 1, 1950 + day / (28 * 12));
}

/* %i is the number, %n the one after it, %d a day: the higher the number, the earlier. */
static void each(Plan *p, int count, const char *pattern)
{
    for (int i = 1; i <= count; i++)
        for (const char *c = pattern; *c != '\0'; c++)
            if (c[0] == '%' && (c[1] == 'i' || c[1] == 'n'))
                buf_int(&p->text, *++c == 'i' ? i : i + 1);
            else if (c[0] == '%' && c[1] == 'd' && c++)
                put_day(&p->text, i);
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

/* ---- what a plan is made of, and what is found in it ----------------------------------------- */

enum { MOST_PIECES = 6 };

typedef struct Case {
    const char *name;
    struct {
        int times;
        const char *text;
    } pieces[MOST_PIECES];
    MsgId code;
    uint32_t count; /* shown so many times; 0: nothing at all is wrong */
} Case;

static const Case cases[] = {
    /* Figures computed from one another. */
    {"a chain from its end",
     {{MANY, "  ramme r%i \"R\" { 2018: = r%n.2018 + 1 }\n"},
      {1, "  ramme r10001 \"R\" { 2018: 5 kr }\n  krev: r1.2018 = 10005 kr\n"}},
     .count = 0},
    {"a chain that branches",
     {{2000, "  ramme r%i \"R\" { 2018: = høyest(r%n.2018, r%n.2018 + 1) }\n"},
      {1, "  ramme r2001 \"R\" { 2018: 5 kr }\n  krev: r1.2018 = 2005 kr\n"}},
     .count = 0},
    {"one large circle",
     {{MANY, "  ramme r%i \"R\" { 2018: = r%n.2018 }\n"},
      {1, "  ramme r10001 \"R\" { 2018: = r1.2018 }\n"}},
     HP4011,
     1},
    {"many small circles",
     {{MANY, "  ramme r%i \"R\" { 2018: = r%i.2019; 2019: = r%i.2018 }\n"}},
     HP4011,
     MANY},

    /* Indicators. */
    {"results from the last to the first",
     {{1, "  indikator i \"I\" {\n    skala: 1–6\n"},
      {4 * MANY, "    resultat %d: 5\n"},
      {1, "    resultat 2.2.1940: 7\n  }\n"}},
     HP3017,
     1},
    {"targets, and a direction after all of them",
     {{1, "  indikator i \"I\" {\n"}, {4 * MANY, "    mål %d: 12\n"}, {1, "    retning: opp\n  }\n"}},
     .count = 0},

    /* Catalogues. */
    {"codes of one's own",
     {{1, "  katalog ansvarskode \"A\" {\n    | kode | tittel |\n"},
      {7 * MANY, "    | %i | Ansvar |\n"},
      {1, "  }\n  tabell t \"T\" {\n    | ansvarskode | 2018 |\n"},
      {1, "    | 70000 | 5 |\n    | 70001 | 7 |\n  }\n"}},
     HP5001,
     1},

    /* Names. */
    {"chapters of one title",
     {{1, "  avdeling ikt \"Samme\"\n"},
      {MANY, "  kapittel \"Samme\" {\n    tiltak \"Samme\" { ansvar: \"Samme\" }\n  }\n"}},
     .count = 0},
    {"the title of one thing and of many lists",
     {{1, "  mål a \"A\" {\n    tiltak \"Samme\" {\n      | navn | tittel | ansvar | frist |\n"
          "      | q | Q | x | 2018 |\n    }\n  }\n"},
      {1, "  mål b \"B\" { tiltak \"Samme\" { ansvar: \"x\"; frist: 2018 } }\n"},
      {20, "  mål c%i \"C %i\" {\n    tiltak \"Samme\" {\n      | navn | tittel | ansvar | frist |\n"
           "      | r%i | R %i | x | 2018 |\n    }\n  }\n"},
      {1, "  tiltak z \"Z\" { bygger på: \"Samme\"; ansvar: \"x\"; frist: 2018 }\n"}},
     .count = 0},
    {"paths by a kind's word",
     {{MANY, "  investering i%i \"T %i\" { 2018: %i kr }\n"},
      {1, "  \"\"\"\n"},
      {MANY, "  {%i kr = investering.i%i.2018} {1 kr = investering.i1.2018}\n"},
      {1, "  \"\"\"\n"}},
     .count = 0},
    {"rows by name",
     {{1, "  tabell t \"T\" {\n    | post | 2018 : kr |\n"},
      {MANY, "    | a%i | %i |\n"},
      {1, "  }\n  \"\"\"\n"},
      {MANY, "  {%i kr = t.a%i.2018}\n"},
      {1, "  \"\"\"\n"}},
     .count = 0},

    /* Counts and lists. */
    {"counts",
     {{1, "  avdeling ikt \"IKT\"\n  mål a \"A\" {\n"},
      {MANY, "    tiltak t%i \"T %i\" { ansvar: ikt; frist: 2020 }\n"},
      {1, "  }\n  mål b \"B\" { tiltak x \"X\" { ansvar: ikt; frist: 2020; hører til: a } }\n"
          "  \"\"\"\n"},
      {MANY, "  {10001 = antall(tiltak)} {10001 = antall(tiltak i mål.a)}"
             " {1 = antall(tiltak i mål.b)} {10001 = antall(tiltak der ansvar = ikt)}\n"},
      {1, "  \"\"\"\n"}},
     .count = 0},
    {"a rule that counts inside each",
     {{1, "  regel r \"Tiltak\" { gjelder: mål; krev: antall(tiltak) >= 1 }\n"},
      {MANY, "  mål m%i \"M %i\" { tiltak \"T\" }\n"},
      {1, "  mål uten \"Uten\"\n"}},
     HP6020,
     1},
    {"lists by label",
     {{1, "  tabell a \"A\" {\n    | post | 2018 : kr | 2019 : kr |\n"},
      {MANY, "    | a%i | %i | %i |\n"},
      {1, "  }\n"},
      {5, "  krev: a.2018 + a.2019 - a.2018 = a.2019\n"}},
     .count = 0},

    /* Tables. The head of the column says kr. */
    {"a column of what is nearly figures",
     {{1, "  tabell t \"T\" {\n    | post | 2018 : kr |\n"},
      {MANY, "    | a%i | 67 0563 |\n"},
      {1, "  }\n"}},
     HP3001,
     1},
    {"more columns than a table may have",
     {{1, "  tabell t \"T\" {\n    |"},
      {70000, "a|"},
      {1, "\n    |"},
      {70000, "1|"},
      {1, "\n  }\n"}},
     HP1024,
     1},
    {"a relation that a row far down does not follow",
     {{1, "  tabell t \"T\" {\n    | post | brukt : kr | gitt : kr | andel : % |\n"},
      {300, "    | a%i | %i0 | %i00 | 10 % |\n"},
      {1, "    | b | 500 | 1 000 | 10 % |\n  }\n"}},
     HP4034,
     1},
    /* Each is held against all of the other kind. */
    {"statements that share a post",
     {{600, "  skjema d%i \"D\" { etter: bevilgningsoversikt-drift\n    | post | 2018 |\n"
            "    | 1 Rammetilskudd | 5 |\n  }\n"},
      {600, "  skjema i%i \"I\" { etter: bevilgningsoversikt-investering\n    | post | 2018 |\n"
            "    | 1 Investeringer i varige driftsmidler | 5 |\n  }\n"}},
     HP5013,
     1200},

    /* Findings. */
    {"known faults of one thing",
     {{MANY, "  kjent feil: HP4004 \"slik\"\n"},
      {MANY, "  ramme r%i \"R\" { 2018: 1 kr = 2 kr }\n"}},
     .count = 0},
    {"known faults that are misspelled",
     {{1000, "  kjent feil: HQ4004 \"slik\"\n"},
      {MANY, "  ramme r%i \"R\" { 2018: 1 kr = 2 kr }\n"}},
     HP2024,
     1000},
    {"codes that overlap",
     {{1, "  ramme r \"R\" { 2018: 1 kr }\n  fordeling f \"F\" {\n    av: ramme.2018\n"
          "    | funksjon | netto |\n"},
      {MANY, "    | 120 Administrasjon | %i |\n"},
      {1, "  }\n"}},
     HP5002,
     MANY - 1},
    /* Once a column. */
    {"cells that cannot be read",
     {{1, "  hei hå\n  avdeling {\n    | navn | tittel | årsverk | ansatte |\n"},
      {MANY, "    | a%i | Avdeling %i | noen | flere |\n"},
      {1, "  }\n"}},
     HP3001,
     2},
    {"rows that stand twice",
     {{1, "  ramme r \"R\" { 2018: 300 kr }\n"},
      {2000, "  fordeling f%i \"F\" {\n    av: ramme.2018\n    | funksjon | netto |\n"
             "    | 120 A | 100 |\n    | 120 A | 100 |\n    | 130 B | 200 |\n"
             "    | sum | 300 |\n  }\n"}},
     HP4001,
     2000},
    /* Whether a text is in bokmål or nynorsk is not asked for each word that is not of the list. */
    {"statuses in one's own words",
     {{MANY, "  tiltak t%i \"T\" { status: overtatt av andre; ansvar: \"x\"; frist: 2018 }\n"},
      {MANY, "  tiltak s%i \"T\" { status: ferdug; ansvar: \"x\"; frist: 2018 }\n"}},
     HP3019,
     MANY},
    /* The sum that its column contradicts is known when its row is asked, in whichever table. */
    {"totals of rows and columns",
     {{3000, "  tabell t%i \"T\" {\n    | post | 2018 : kr | 2019 : kr | sum |\n"
             "    | a | 1 | 2 | 3 |\n    | b | 1 | 2 | 3 |\n    | Sum | 2 | 4 | 7 |\n  }\n"}},
     HP4001,
     3000},
    /* Each is a unit of its own, found by its worth. */
    {"amounts in scales of their own",
     {{30000, "  ramme r%i \"R\" { skala: %i kr; 2018: 2 }\n"},
      {1, "  krev: r7.2018 = 14 kr\n  krev: r29999.2018 = 59 998 kr\n"
          "  krev: r1000.2018 = 3 tusen kr\n"}},
     HP4009,
     1},
};

START_TEST(it_is_checked_all_the_same)
{
    const Case *c = &cases[_i];
    Plan p;
    open_plan(&p);
    for (int i = 0; i < MOST_PIECES; i++)
        if (c->pieces[i].text != NULL)
            each(&p, c->pieces[i].times, c->pieces[i].text);
    check_plan(&p);
    uint32_t faults = fixture_faults(&p.f);
    uint32_t got = c->count == 0 ? faults : shown(&p, c->code);
    ck_assert_msg(got == c->count, "%s: %u, not %u", c->name, got, c->count);
    close_plan(&p);
}
END_TEST

/* ---- what more there is to say --------------------------------------------------------------- */

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

/* Checks go along a plan by stretches. */
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

Suite *test_scale_suite(void)
{
    Suite *s = suite_create("scale");
    TCase *c = tcase_create("scale");
    tcase_add_loop_test(c, it_is_checked_all_the_same, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_test(c, names_that_nobody_has);
    tcase_add_test(c, goals_far_from_their_measures);
    suite_add_tcase(s, c);
    return s;
}
