/*
 * test_mutation.c — one fault at a time in the Kragerø example, and what the checker says.
 *
 * Each digit, sign, row, name, word and mark of the example is spoilt, one by one. The checker must
 * find it (an error or a warning), once, and name the line. What it cannot find stands in
 * `excuses`, with the reason.
 *
 *     make run-tests T=mutation      one variant of each fault, every third of them
 *     make mutation                  all of them, with a table and every exception
 */
#include "support/mutant.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_mutation_suite(void);

#define EXAMPLE HPLAN_ROOT "/examples/kragero-2018/"

enum { MOST_KINDS = 64, SAMPLE = 3 };

typedef enum Outcome {
    CAUGHT = 0,
    MISSED = 1,   /* no finding */
    SEVERAL = 2,  /* more than one */
    ELSEWHERE = 4 /* one, which does not name the place */
} Outcome;

/* What is not found, or not once, or not there, and why it is so. */
typedef struct Excuse {
    const char *kind;
    int outcomes;
    const char *line; /* the line holds this; "": any */
    const char *why;
} Excuse;

static const Excuse excuses[] = {
    {"fri tekst", MISSED, "", "navn på råd og utvalg er tekst: ingenting å holde dem opp mot"},
    {"henvisning", MISSED, "kilde:", "en kilde kan være et dokument som ikke er deklarert"},
    {"verdi", MISSED, "mot:", "hva det sammenlignes med, er tekst"},
    {"enhet", MISSED, "måles i:", "grunnlaget for en prosent, og det som telles, er fritt"},
    {"enhet", MISSED, "resultat siste", "et tall uten enhet får den som måles i: sier"},
    {"enhet", MISSED, "15022", "0,4 kr er et beløp, om enn lite"},
    {"enhet", MISSED, "| Ansatte", "et nøkkeltall uten enhet er et tall"},
    {"levende tall", MISSED, "{8 lærlinger}", "det som telles, er fritt"},
    {"levende tall", MISSED, "{3 beredskapsdager}", "det som telles, er fritt"},
    {"egenskap", MISSED, "siste 12 mnd", "md er også måneder"},
    {"kolonne", MISSED, "| rolle", "role er det engelske ordet for rolle"},
    {"kolon", MISSED, "kommune:", "«kommune Kragerø» deklarerer en enhet: det er en svakhet"},
    {"kolon i rad", MISSED, "| sum:", "«Sum …» er en sumrad også uten kolon"},
    {"kolon i tekst", MISSED, "{ramme.2018", "utskriften får enheten etter seg: det er en svakhet"},
    {"hermetegn foran", MISSED, "\"Netto ramme\"", "overskriften blir tekst: det er en svakhet"},
    {"hermetegn bak", MISSED, "\"Netto ramme\"", "overskriften blir tekst: det er en svakhet"},
    {"rad slettet", MISSED, "| sum:", "fordelingen blir likevel holdt opp mot rammen"},
    {"rad slettet (ikke summert)", MISSED, "", "ingenting viser til raden"},
    {"rad to ganger (ikke summert)", SEVERAL, "", "det sies for seg at antallet ikke stemmer"},
    {"overskriftsrad to ganger", MISSED | SEVERAL, "", "overskriften blir lest som en rad"},
    {"KOSTRA-kode", MISSED, "| 20/21", "20/29 er også gyldige grupper"},
    {"KOSTRA-kode", MISSED, "| 383", "38 er gruppen 383 hører til"},
    {"radens rolle", SEVERAL | ELSEWHERE, "", "raden blir en vanlig rad, og fordelingen dobbelt"},
    {"rammen", SEVERAL, "av: ramme", "tittelen og beløpet er begge for et annet år"},
    {"utledet tall", MISSED, "{4 % =", "et tall uten enhet får den som formelen har"},
    {"utledet tall", SEVERAL | ELSEWHERE, "siste 12", "det sies der påstandene om tallet står"},
    {"utledet tall", SEVERAL, "måltall 2018", "måltallet er nevnt to steder"},
    {"254 i 2024", SEVERAL, "", "et annet år rammer flere koder og dokumenter"},
    {"år og dato", SEVERAL, "år: 2018", "et annet år rammer flere koder og dokumenter"},
    {"år og dato", MISSED, "år: 2018", "tittel og periode tillater 2017"},
    {"år og dato", SEVERAL | ELSEWHERE, "periode:", "det sies der fristen står som er utenfor"},
    {"år og dato", MISSED, "måltall 2020", "2018–2019 og 2019 overlapper: det er en svakhet"},
    {"år og dato", MISSED, "vedtatt av", "hvem som vedtok og når, er tekst"},
    {"hermetegn foran", SEVERAL, "hplan\"", "filen mangler da også, og det leses ikke lenger"},
    {"\"\"\" foran", SEVERAL, "", "teksten står igjen uten noe som sier hva den er"},
    {"\"\"\" bak", SEVERAL, "", "teksten tar med seg det som følger"},
    {"ett av \"\"\" bak", SEVERAL, "", "teksten tar med seg det som følger"},
};

typedef struct Tally {
    const char *kind;
    int tried, found, once, placed, excused;
} Tally;

static PlanText files[MUTANT_FILES];
static Tally tallies[MOST_KINDS];
static int kinds;

static Tally *tally_of(const char *kind)
{
    for (int i = 0; i < kinds; i++)
        if (strcmp(tallies[i].kind, kind) == 0)
            return &tallies[i];
    ck_assert_int_lt(kinds, MOST_KINDS);
    tallies[kinds] = (Tally){.kind = kind};
    return &tallies[kinds++];
}

static void setup(void)
{
    files[0] = plan_text_read(EXAMPLE "handlingsplan.hplan", "handlingsplan.hplan");
    files[1] = plan_text_read(EXAMPLE "organisasjon.hplan", "organisasjon.hplan");
    kinds = 0;
}

static void teardown(void)
{
    plan_text_free(&files[0]);
    plan_text_free(&files[1]);
}

static Outcome outcome_of(const Verdict *v)
{
    if (v->findings == 0)
        return MISSED;
    if (v->findings > 1)
        return SEVERAL;
    return v->placed ? CAUGHT : ELSEWHERE;
}

static bool line_has(const Mutant *mutant, const char *text)
{
    const Edit *e = &mutant->edits[0];
    const PlanText *t = &files[e->file];
    size_t from = plan_line_start(t, e->at), len = plan_line_end(t, e->at) - from;
    char line[2048];
    snprintf(line, sizeof line, "%.*s", (int)len, t->bytes + from);
    return strstr(line, text) != NULL;
}

static const Excuse *excuse_for(const Mutant *mutant, Outcome outcome)
{
    for (size_t i = 0; i < sizeof excuses / sizeof *excuses; i++)
        if (strcmp(excuses[i].kind, mutant->kind) == 0 && (excuses[i].outcomes & (int)outcome) &&
            line_has(mutant, excuses[i].line))
            return &excuses[i];
    return NULL;
}

static const char *head_of(Outcome outcome)
{
    switch (outcome) {
    case MISSED: return "ikke funnet";
    case SEVERAL: return "flere";
    case ELSEWHERE: return "et annet sted";
    case CAUGHT: break;
    }
    return "funnet";
}

/* False where it is neither caught nor excused. */
static bool count(const Mutant *mutant, bool loud)
{
    Verdict v = mutant_run(files, mutant);
    Tally *t = tally_of(mutant->kind);
    Outcome outcome = outcome_of(&v);
    const Excuse *excuse = outcome == CAUGHT ? NULL : excuse_for(mutant, outcome);
    t->tried++;
    t->found += v.findings > 0;
    t->once += v.findings == 1;
    t->placed += outcome == CAUGHT;
    t->excused += excuse != NULL;
    if (outcome == CAUGHT || (excuse != NULL && !loud))
        return true;
    mutant_print(files, mutant, &v, head_of(outcome));
    printf("      %s\n", excuse == NULL ? "UTEN GRUNN" : excuse->why);
    return excuse != NULL;
}

/* Columns by letters: printf counts bytes. */
static void print_tally(const Tally *t)
{
    int wide = 30;
    for (const char *c = t->kind; *c != '\0'; c++)
        wide += ((unsigned char)*c & 0xc0) == 0x80;
    printf("%-*s %7d %7d %7d %10d %9d\n", wide, t->kind, t->tried, t->found, t->once, t->placed,
           t->excused);
}

static void print_tallies(void)
{
    printf("%-30s %7s %7s %7s %12s %9s\n", "slag", "prøvd", "funnet", "ett", "rett sted",
           "unnskyldt");
    Tally all = {.kind = "i alt"};
    for (int i = 0; i < kinds; i++) {
        const Tally *t = &tallies[i];
        print_tally(t);
        all.tried += t->tried;
        all.found += t->found;
        all.once += t->once;
        all.placed += t->placed;
        all.excused += t->excused;
    }
    print_tally(&all);
}

START_TEST(the_example_is_clean)
{
    Verdict v = mutant_run(files, NULL);
    ck_assert_msg(v.findings == 0, "%s", v.said);
}
END_TEST

START_TEST(each_fault_is_found)
{
    bool all = getenv("HPLAN_MUTATION") != NULL;
    Mutants m = {.files = files, .all = all};
    mutants_of_figures(&m);
    mutants_of_rows(&m);
    mutants_of_words(&m);
    mutants_of_marks(&m);
    int bare = 0;
    for (size_t i = 0; i < m.len; i++)
        if (all || i % SAMPLE == 0)
            bare += !count(&m.at[i], all);
    if (all)
        print_tallies();
    mutants_free(&m);
    fflush(stdout); /* a test that fails ends without */
    ck_assert_msg(bare == 0, "%d faults are neither found once at their place nor excused", bare);
}
END_TEST

Suite *test_mutation_suite(void)
{
    Suite *s = suite_create("mutation");
    TCase *t = tcase_create("kragero");
    tcase_set_timeout(t, 300);
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, the_example_is_clean);
    tcase_add_test(t, each_fault_is_found);
    suite_add_tcase(s, t);
    return s;
}
