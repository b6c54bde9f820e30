/*
 * test_rules.c — rules, profiles of rules, and what a project says of them.
 *
 * The command is run as a user would run it, in a folder of its own, and its JSON lines are looked
 * at: a rule is told by its name.
 */
#include "support/command.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_rules_suite(void);

static const char *const profiles[] = {"god-skikk", "kommuneloven", "robek"};

enum { PROFILES = sizeof profiles / sizeof *profiles };

#define PLAN(body)             \
    "plan p \"Plan\" {\n"      \
    "  kommune: Kragerø\n"    \
    "  år: 2018\n" body "}\n"

/* The findings of plan.hplan as JSON lines. */
static Run check(const Place *p, const char *text)
{
    if (text != NULL)
        place_write(p, "plan.hplan", text);
    return run(p, "check", "--format", "json", "plan.hplan", NULL);
}

/* How many lines hold all three texts. */
static int lines_with(const char *out, const char *a, const char *b, const char *c)
{
    int count = 0;
    for (const char *at = out; *at != '\0';) {
        size_t len = strcspn(at, "\n");
        char *line = strndup(at, len);
        count += strstr(line, a) != NULL && strstr(line, b) != NULL && strstr(line, c) != NULL;
        free(line);
        at += len + (at[len] == '\n');
    }
    return count;
}

static int of_rule(const Run *r, const char *rule, const char *severity)
{
    char name[128], level[64];
    (void)snprintf(name, sizeof name, "regelen heter %s ", rule);
    (void)snprintf(level, sizeof level, "\"severity\":\"%s\"", severity);
    return lines_with(r->out, "\"HP6020\"", name, level);
}

/* One rule about one plan: how many findings there are of it. */
static void expect(const char *body, int times)
{
    char text[4096];
    Place p = place_open();
    (void)snprintf(text, sizeof text, PLAN("%s"), body);
    Run r = check(&p, text);
    ck_assert_msg(count_of(r.out, "\"HP6020\"") == times, "%s: not %d:\n%s", body, times, r.out);
    ck_assert_msg(count_of(r.out, "\"severity\":\"error\"") == 0, "%s: %s", body, r.out);
    run_free(&r);
    place_close(&p);
}

#define RULE(about, require) "regel r \"R\" { gjelder: " about "; krev: " require " }\n"

/* ---- what a rule can ask -------------------------------------------------------------------- */

START_TEST(has)
{
    expect(RULE("tiltak", "har(kostnad)") "tiltak \"A\" { kostnad 2018: 3 kr }\n", 0);
    expect(RULE("tiltak", "har(kostnad)") "tiltak \"A\"\n", 1);
    expect(RULE("plan", "har(vedtatt av)") "vedtatt av: kommunestyret 14.12.2017\n", 0);
    expect(RULE("plan", "har(vedtatt av)"), 1);
    expect(RULE("tiltak", "har(ansvar)") "avdeling a \"A\"\nom a {\n tiltak \"B\"\n}\n", 0);
    expect(RULE("tiltak", "har(kostnad) + har(innenfor ramme) >= 1")
           "tiltak \"A\" { innenfor ramme: ja }\ntiltak \"B\" { kostnad 2018: 1 kr }\n", 0);
    expect(RULE("measure", "has(cost)") "tiltak \"A\"\n", 1);
}
END_TEST

START_TEST(inside)
{
    expect(RULE("tiltak", "inni(mål)") "mål \"M\" {\n tiltak \"A\"\n}\n", 0);
    expect(RULE("tiltak", "inni(mål)") "mål m \"M\"\ntiltak \"A\" { hører til: m }\n", 0);
    expect(RULE("tiltak", "inni(mål)") "mål m \"M\"\ntiltak \"A\"\n", 1);
}
END_TEST

START_TEST(years)
{
    expect(RULE("plan", "år(periode) >= 4") "periode: 2018–2021\n", 0);
    expect(RULE("plan", "år(periode) >= 4") "periode: 2018–2020\n", 1);
    expect(RULE("plan", "år(periode) >= 4"), 0); /* not stated: nothing is known */
    expect(RULE("tiltak", "år(frist) >= 2") "tiltak \"T\" { frist: 2018–2019 }\n", 0);
    expect(RULE("tiltak", "år(frist) >= 2") "tiltak \"T\" { frist: 2018 }\n", 1);
    expect(RULE("tiltak", "år(frist) >= 2") "tiltak \"T\"\n", 0);
    expect(RULE("tiltak", "år(frist) >= 2") "tiltak \"T\" { frist: 2018–2019 }\n", 0);
    expect(RULE("tiltak", "år(frist) >= 2") "tiltak \"T\" { frist: 2018 }\n", 1);
    expect(RULE("tiltak", "år(frist) >= 2") "tiltak \"T\"\n", 0);
    expect(RULE("ramme", "år(beløp) >= 2") "ramme \"R\" {\n 2018: 1 kr\n 2019: 1 kr\n}\n", 0);
    expect(RULE("ramme", "år(beløp) >= 2")
           "ramme \"R\" {\n 2018: 1 kr\n budsjett 2018: 1 kr\n}\n", 1);
    expect(RULE("plan", "årstall(vedtatt av) < årstall(år)")
           "vedtatt av: kommunestyret 14.12.2017\n", 0);
    expect(RULE("plan", "årstall(vedtatt av) < årstall(år)")
           "vedtatt av: kommunestyret 4.1.2018\n", 1);
    expect(RULE("plan", "årstall(vedtatt av) < årstall(år)") "vedtatt av: kommunestyret\n", 0);
}
END_TEST

START_TEST(mentions)
{
    static const char rule[] = RULE("tabell", "nevner(\"uspesifisert\") = 0");
    char text[512];
    (void)snprintf(text, sizeof text, "%stabell t \"T\" {\n %s\n %s\n}\n", rule,
                   "| Post | beløp |", "| Uspesifisert kutt | -100 |");
    expect(text, 1);
    (void)snprintf(text, sizeof text, "%stabell t \"T\" {\n %s\n %s\n}\n", rule,
                   "| Post | beløp |", "| Uspesifisert kutt | 0 |");
    expect(text, 0);
}
END_TEST

/* Label by label, and only where both sides have something. */
START_TEST(lists)
{
    static const char rule[] = RULE("investering", "beløp = finansiering");
    char text[512];
    (void)snprintf(text, sizeof text, "%s%s", rule,
                   "investering \"A\" {\n beløp 2018: 3 kr\n beløp 2019: 2 kr\n"
                   " finansiering 2018: 3 kr\n}\ninvestering \"B\"\n");
    expect(text, 0);
    (void)snprintf(text, sizeof text, "%s%s", rule,
                   "investering \"A\" {\n beløp 2018: 3 kr\n finansiering 2018: 2 kr\n}\n");
    expect(text, 1);
}
END_TEST

START_TEST(some_of_a_kind)
{
    static const char things[] = "tiltak \"A\" { status: ferdig; kostnad 2018: 1 kr }\n"
                                 "tiltak \"B\" { status: pågår }\n";
    char text[512];
    (void)snprintf(text, sizeof text, "%s%s",
                   RULE("tiltak der status = ferdig", "har(kostnad)"), things);
    expect(text, 0);
    (void)snprintf(text, sizeof text, "%s%s",
                   RULE("tiltak der status = ongoing", "har(kostnad)"), things);
    expect(text, 1);
    expect(RULE("tiltak der status = ferdig og ansvar = a", "har(frist)")
           "avdeling a \"A\"\ntiltak \"T\" { status: ferdig; ansvar: a }\n"
           "tiltak \"U\" { status: ferdig; ansvar: \"rådmannen\" }\n", 1);
    expect(RULE("mål, tiltak", "har(frist)") "mål \"M\"\ntiltak \"T\"\n", 1);
}
END_TEST

START_TEST(a_claim_may_ask_too)
{
    Place p = place_open();
    Run r = check(&p, PLAN("krev: har(saksnummer) \"Saken er nevnt\"\n"));
    ck_assert_int_eq(lines_with(r.out, "HP4009", "Saken er nevnt", ""), 1);
    run_free(&r);
    r = check(&p, PLAN("saksnummer: 112/17\nkrev: har(saksnummer)\n"));
    ck_assert_int_eq(count_of(r.out, "\"HP"), 0);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* ---- how it is told ------------------------------------------------------------------------- */

START_TEST(one_finding_a_rule)
{
    Place p = place_open();
    Run r = check(&p, PLAN("regel x \"X\" { gjelder: tiltak; krev: har(frist); nivå: feil }\n"
                           "regel y \"Y\" { gjelder: tiltak; krev: har(kostnad) }\n"
                           "tiltak \"A\"\ntiltak \"B\"\ntiltak \"C\"\ntiltak \"D\"\ntiltak \"E\"\n"));
    ck_assert_int_eq(of_rule(&r, "x", "error"), 1);
    ck_assert_int_eq(of_rule(&r, "y", "warning"), 1); /* at the same place, and yet another */
    ck_assert_int_eq(lines_with(r.out, "gjelder 5 av 5 tiltak", "og 1 til", ""), 2);
    run_free(&r);
    r = run(&p, "check", "--lang", "en", "plan.hplan", NULL);
    ck_assert_ptr_nonnull(strstr(r.err, "The rule is not met: X."));
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(a_draft_is_milder)
{
    Place p = place_open();
    Run r = check(&p, PLAN("versjon: utkast\n"
                           "regel x \"X\" { gjelder: plan; krev: har(periode); nivå: feil }\n"
                           "regel y \"Y\" { gjelder: plan; krev: har(saksnummer) }\n"));
    ck_assert_int_eq(of_rule(&r, "x", "warning"), 1);
    ck_assert_int_eq(of_rule(&r, "y", "note"), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* ---- profiles ------------------------------------------------------------------------------- */

/* A profile is right by itself: about a bare plan it has nothing to say that is an error. */
START_TEST(a_bare_plan)
{
    char text[512];
    Place p = place_open();
    (void)snprintf(text, sizeof text, "bruk %s\n" PLAN(""), profiles[_i]);
    Run r = check(&p, text);
    ck_assert_msg(r.code == 0 && count_of(r.out, "\"HP") == 0, "%s: %s", profiles[_i], r.out);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* The examples are real plans: a profile may note something, and no more. */
START_TEST(no_false_alarms)
{
    static const char *const plans[] = {HPLAN_ROOT "/examples/elverum-2023",
                                        HPLAN_ROOT "/examples/kragero-2018",
                                        HPLAN_ROOT "/examples/nordre-follo-2017"};
    int notes = 0;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        Place p = place_open();
        place_copy_plans(&p, ".", plans[i]);
        place_write(&p, "prosjekt.hplan",
                    "prosjekt p {\n  profiler: god-skikk, kommuneloven, robek\n}\n");
        Run r = run(&p, "check", "--format", "json", ".", NULL);
        ck_assert_msg(r.code == 0 && lines_with(r.out, "\"HP6020\"", "\"warning\"", "") == 0,
                      "%s: %s", plans[i], r.out);
        notes += lines_with(r.out, "\"HP6020\"", "\"note\"", "");
        run_free(&r);
        place_close(&p);
    }
    ck_assert_int_gt(notes, 0); /* they were asked */
}
END_TEST

START_TEST(the_law)
{
    static const char late[] = "bruk kommuneloven\nbruk robek\n" PLAN(
        "plantype: handlings- og økonomiplan\nversjon: vedtatt\nperiode: 2019–2021\n"
        "vedtatt av: kommunestyret 8.2.2018\n"
        "tabell t \"Tiltak\" {\n| Post | beløp |\n| Uspesifisert innsparing | -500 |\n}\n");
    Place p = place_open();
    Run r = check(&p, late);
    ck_assert_int_eq(of_rule(&r, "økonomiplan-fire-år", "error"), 1);
    ck_assert_int_eq(of_rule(&r, "økonomiplan-første-år", "error"), 1);
    ck_assert_int_eq(of_rule(&r, "vedtatt-før-året", "error"), 1);
    ck_assert_int_eq(of_rule(&r, "robek-vedtatt-i-tide", "error"), 1);
    ck_assert_int_eq(of_rule(&r, "ingen-uspesifisert-innsparing", "error"), 1);
    ck_assert_int_eq(of_rule(&r, "finansielle-måltall", "warning"), 1);
    ck_assert_int_eq(of_rule(&r, "vedtak-har-sak", "note"), 1);
    run_free(&r);
    /* A plan of one unit for one year is bound by none of it; nor is one that was revised later. */
    r = check(&p, "bruk kommuneloven\n" PLAN("plantype: virksomhetsplan\nperiode: 2018\n"
                                             "vedtatt av: hovedutvalget 8.2.2018\n"));
    ck_assert_int_eq(count_of(r.out, "\"HP"), 0);
    run_free(&r);
    r = check(&p, "bruk kommuneloven\n" PLAN("plantype: årsbudsjett\nversjon: revidert\n"
                                             "vedtatt av: kommunestyret 8.6.2018\n"));
    ck_assert_int_eq(of_rule(&r, "vedtatt-før-året", "error"), 0);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(anywhere_and_once)
{
    Place p = place_open();
    Run r = check(&p, "bruk kommuneloven\n" PLAN("plantype: økonomiplan\nperiode: 2018–2019\n"
                                                 "bruk kommuneloven\n"));
    ck_assert_int_eq(of_rule(&r, "økonomiplan-fire-år", "error"), 1);
    run_free(&r);
    r = check(&p, "bruk kommune\nbruk god-skik\n" PLAN(""));
    ck_assert_int_eq(count_of(r.out, "\"HP"), 1);
    ck_assert_int_eq(lines_with(r.out, "HP9005", "god-skikk", ""), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* ---- the project ---------------------------------------------------------------------------- */

static const char lacking[] = PLAN("tiltak \"A\" { frist: 2018 }\n"
                                   "tiltak \"B\" { ansvar: \"rådmannen\" }\n");

static Place project(const char *body)
{
    char text[2048];
    Place p = place_open();
    (void)snprintf(text, sizeof text, "prosjekt k \"Kragerø kommune\" {\n%s}\n", body);
    place_write(&p, "prosjekt.hplan", text);
    return p;
}

START_TEST(levels)
{
    Place p = project("profiler: god-skikk\nnivå {\n HP6003: feil\n uten-ansvarlig: av\n"
                      " tiltak-koster: feil\n tiltak-under-mål: av\n}\n");
    Run r = check(&p, lacking);
    ck_assert_int_eq(r.code, 1);
    ck_assert_int_eq(lines_with(r.out, "HP6003", "\"error\"", "prosjekt.hplan, linje 4"), 1);
    ck_assert_int_eq(count_of(r.out, "\"HP6002\""), 0);
    ck_assert_int_eq(of_rule(&r, "tiltak-koster", "error"), 1);
    ck_assert_int_eq(of_rule(&r, "tiltak-under-mål", "note"), 0);
    run_free(&r);
    /* In a draft what the project calls an error does not stop the work. */
    r = check(&p, PLAN("versjon: utkast\ntiltak \"A\" { frist: 2018 }\ntiltak \"B\"\n"));
    ck_assert_int_eq(r.code, 0);
    ck_assert_int_eq(lines_with(r.out, "HP6003", "\"warning\"", ""), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(levels_that_are_not)
{
    Place p = project("nivå {\n HP6003: merknad\n HP2002: av\n uten-frister: av\n hp6003: av\n}\n");
    Run r = check(&p, PLAN(""));
    ck_assert_int_eq(lines_with(r.out, "HP9011", "HP2002", ""), 1);
    ck_assert_int_eq(lines_with(r.out, "HP9010", "uten-frist", ""), 1);
    ck_assert_int_eq(lines_with(r.out, "HP2006", "hp6003", ""), 1);
    ck_assert_int_eq(count_of(r.out, "\"code\""), 3);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(a_known_fault_stays_known)
{
    Place p = project("nivå {\n HP6002: feil\n HP6003: av\n}\n");
    Run r = check(&p, PLAN("kjent feil: HP6002 \"slik er den vedtatt\"\n"
                           "kjent feil: HP6003 \"slik er den vedtatt\"\n"
                           "tiltak \"A\"\ntiltak \"B\" { ansvar: \"rådmannen\"; frist: 2018 }\n"));
    ck_assert_msg(r.code == 0, "%s", r.out);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* One file of settings for all folders below it, told of once; its language and its own rules. */
START_TEST(a_whole_folder)
{
    Place p = project("språk: nynorsk\n"
                      "regel sak \"Planen har en sak\" { gjelder: plan; krev: har(saksnummer)\n"
                      " nynorsk: \"Planen har ei sak\" }\n");
    place_folder(&p, "a");
    place_folder(&p, "b");
    place_write(&p, "a/en.hplan", PLAN(""));
    place_write(&p, "b/to.hplan", PLAN(""));
    Run r = run(&p, "check", NULL);
    ck_assert_int_eq(count_of(r.err, "Regelen er ikkje følgd: Planen har ei sak."), 2);
    ck_assert_ptr_nonnull(strstr(r.err, "a/en.hplan:1:1"));
    ck_assert_ptr_null(strstr(r.out, "prosjekt.hplan:")); /* no plan of its own */
    run_free(&r);
    place_write(&p, "prosjekt.hplan", ""); /* only marks the folder */
    r = run(&p, "check", NULL);
    ck_assert_int_eq(r.code, 0);
    run_free(&r);
    place_write(&p, "prosjekt.hplan", "prosjekt {\n  profiler: god-skik\n}\n");
    r = run(&p, "check", "a", "b", NULL);
    ck_assert_int_eq(count_of(r.err, "HP9005"), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* What a rule says, in the language asked for, or in its own where it has no other. */
START_TEST(a_message_in_three_languages)
{
    static const struct {
        const char *lang, *title, *advice;
    } cases[] = {
        {"nb", "Tittel på bokmål.", "råd på bokmål"},
        {"nn", "Tittel på nynorsk.", "råd på nynorsk"},
        {"en", "Title in English.", "advice in English"},
    };
    Place p = place_open();
    place_write(&p, "plan.hplan",
                PLAN("regel a \"Tittel på bokmål\" {\n gjelder: plan; krev: har(saksnummer)\n"
                     " nynorsk: \"Tittel på nynorsk\"; engelsk: \"Title in English\"\n"
                     " melding: \"råd på bokmål\"; melding på nynorsk: \"råd på nynorsk\"\n"
                     " melding engelsk: \"advice in English\"\n}\n"
                     "regel b \"Bare én\" {\n gjelder: plan; krev: har(periode)\n"
                     " melding: \"bare ett råd\"\n}\n"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Run r = run(&p, "check", "--lang", cases[i].lang, "plan.hplan", NULL);
        ck_assert_msg(strstr(r.err, cases[i].title) != NULL, "%s", r.err);
        ck_assert_msg(strstr(r.err, cases[i].advice) != NULL, "%s", r.err);
        ck_assert_int_eq(count_of(r.err, "råd på") + count_of(r.err, "advice in"), 1);
        ck_assert_int_eq(count_of(r.err, "= bare ett råd"), 1);
        run_free(&r);
    }
    place_close(&p);
}
END_TEST

/* Every rule of the library says all that it says in three languages. */
START_TEST(the_library_in_three_languages)
{
    static const char *const keys[] = {"\n  nynorsk: ", "\n  engelsk: ", "\n  melding: ",
                                       "\n  melding nynorsk: ", "\n  melding engelsk: "};
    char name[64];
    Place root = {.folder = HPLAN_ROOT "/stdlib"};
    (void)snprintf(name, sizeof name, "regel-%s.hplan", profiles[_i]);
    char *text = place_read(&root, name);
    ck_assert_ptr_nonnull(text);
    int rules = count_of(text, "\nregel ");
    ck_assert_int_gt(rules, 0);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        ck_assert_msg(count_of(text, keys[i]) == rules, "%s: not each rule has%s", name, keys[i]);
    free(text);
}
END_TEST

static TCase *asking(void)
{
    TCase *t = tcase_create("asking");
    tcase_set_timeout(t, 60);
    tcase_add_test(t, has);
    tcase_add_test(t, inside);
    tcase_add_test(t, years);
    tcase_add_test(t, mentions);
    tcase_add_test(t, lists);
    tcase_add_test(t, some_of_a_kind);
    tcase_add_test(t, a_claim_may_ask_too);
    tcase_add_test(t, one_finding_a_rule);
    tcase_add_test(t, a_draft_is_milder);
    tcase_add_test(t, a_message_in_three_languages);
    tcase_add_loop_test(t, the_library_in_three_languages, 0, PROFILES);
    return t;
}

Suite *test_rules_suite(void)
{
    Suite *s = suite_create("rules");
    TCase *t = tcase_create("profiles");
    suite_add_tcase(s, asking());
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, a_bare_plan, 0, PROFILES);
    tcase_add_test(t, no_false_alarms);
    tcase_add_test(t, the_law);
    tcase_add_test(t, anywhere_and_once);
    tcase_add_test(t, levels);
    tcase_add_test(t, levels_that_are_not);
    tcase_add_test(t, a_known_fault_stays_known);
    tcase_add_test(t, a_whole_folder);
    suite_add_tcase(s, t);
    return s;
}
