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

static void count(const Mutant *mutant, bool loud)
{
    Verdict v = mutant_run(files, mutant);
    Tally *t = tally_of(mutant->kind);
    t->tried++;
    t->found += v.findings > 0;
    t->once += v.findings == 1;
    t->placed += v.findings == 1 && v.placed;
    if (!loud)
        return;
    if (v.findings == 0)
        mutant_print(files, mutant, &v, "ikke funnet");
    else if (v.findings > 1)
        mutant_print(files, mutant, &v, "flere");
    else if (!v.placed)
        mutant_print(files, mutant, &v, "annet sted");
}

static void print_tallies(void)
{
    printf("%-30s %7s %7s %7s %12s\n", "slag", "prøvd", "funnet", "ett", "rett sted");
    Tally all = {.kind = "i alt"};
    for (int i = 0; i < kinds; i++) {
        const Tally *t = &tallies[i];
        printf("%-30s %7d %7d %7d %12d\n", t->kind, t->tried, t->found, t->once, t->placed);
        all.tried += t->tried;
        all.found += t->found;
        all.once += t->once;
        all.placed += t->placed;
    }
    printf("%-30s %7d %7d %7d %12d\n", all.kind, all.tried, all.found, all.once, all.placed);
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
    for (size_t i = 0; i < m.len; i++)
        if (all || i % SAMPLE == 0)
            count(&m.at[i], all);
    if (all)
        print_tallies();
    mutants_free(&m);
}
END_TEST

Suite *test_mutation_suite(void)
{
    Suite *s = suite_create("mutation");
    TCase *t = tcase_create("kragero");
    tcase_set_timeout(t, 120);
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, the_example_is_clean);
    tcase_add_test(t, each_fault_is_found);
    suite_add_tcase(s, t);
    return s;
}
