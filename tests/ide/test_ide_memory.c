/*
 * test_ide_memory.c — the n-th allocation fails, for all n, while an editor asks: each question
 * says so, and nothing leaks (make san).
 */
#include "support/allocations.h"
#include "support/ide_fixture.h"

#include <check.h>
#include <string.h>

Suite *test_ide_memory_suite(void);

static const char plan[] = "plan p \"Plan\" {\n"
                           "  kommune: Kragerø; år: 2018; versjon: utkast\n"
                           "  avdeling service \"Service\"\n"
                           "  ramme rammen \"Netto\" { 2018: 30 kr }\n"
                           "  fordeling delt \"Delt\" {\n"
                           "    | avdeling | netto |\n"
                           "    | Service  | 10 |\n"
                           "    | rest     | 20 |\n"
                           "  }\n"
                           "  mål best \"Best\" { tiltak \"Ett\" { ansvar: service } }\n"
                           "  \"\"\"{rammen.2018} av 30 kr\"\"\"\n"
                           "}\n";

typedef struct Answers {
    hplan_finding finding;
    hplan_ide_symbols symbols;
    hplan_ide_folds folds;
    hplan_ide_tokens tokens;
    hplan_ide_hints hints;
    hplan_ide_lenses lenses;
    hplan_ide_actions actions;
    hplan_ide_completions items;
    hplan_ide_hover hover;
    hplan_ranges ranges;
    hplan_range range;
    hplan_edits edits;
    const char *text, *why;
} Answers;

/* The worst of what the questions give: NOMEM, else OK. */
static hplan_status ask(hplan_session *s, size_t at)
{
    Answers a;
    hplan_range whole = {0, 0, strlen(plan)};
    const hplan_status all[] = {
        hplan_ide_finding(s, 0, &a.finding),
        hplan_ide_symbols_of(s, 0, &a.symbols),
        hplan_ide_symbols_named(s, "ser", &a.symbols),
        hplan_ide_folds_of(s, 0, &a.folds),
        hplan_ide_tokens_of(s, 0, &a.tokens),
        hplan_ide_hints_in(s, whole, &a.hints),
        hplan_ide_lenses_of(s, 0, &a.lenses),
        hplan_ide_actions_in(s, whole, &a.actions),
        hplan_ide_complete(s, 0, at, &a.items),
        hplan_ide_hover_at(s, 0, at, &a.hover),
        hplan_ide_definition(s, 0, at, &a.range),
        hplan_ide_references(s, 0, at, true, &a.ranges),
        hplan_ide_renamable(s, 0, at, &a.range, &a.text, &a.why),
        hplan_ide_rename(s, 0, at, "torg", &a.edits, &a.text),
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i] == HPLAN_NOMEM)
            return HPLAN_NOMEM;
        ck_assert_msg(all[i] == HPLAN_OK || (i == 0 && all[i] == HPLAN_UNKNOWN), "question %zu: %d",
                      i, (int)all[i]);
    }
    return HPLAN_OK;
}

static hplan_status everything(hplan_session *s, void *context)
{
    (void)context;
    size_t at = (size_t)(strstr(plan, "ansvar: service") - plan) + 10;
    hplan_status status = hplan_bytes_add(s, "plan.hplan", plan, strlen(plan));
    size_t line = hplan_position_of(s, 0, at, HPLAN_COLUMNS_UTF8).line;
    if (status == HPLAN_OK)
        status = hplan_session_check(s);
    ck_assert(line == 9 || status == HPLAN_NOMEM); /* it has no status of its own to say so */
    return status == HPLAN_OK ? ask(s, at) : status;
}

START_TEST(memory_runs_out)
{
    each_allocation_fails(everything, NULL, 10);
}
END_TEST

Suite *test_ide_memory_suite(void)
{
    Suite *suite = suite_create("ide_memory");
    TCase *tc = tcase_create("all");
    tcase_add_test(tc, memory_runs_out);
    suite_add_tcase(suite, tc);
    return suite;
}
