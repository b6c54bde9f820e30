/*
 * test_golden_stages.c — each stage that a plan passes, held to what it was.
 *
 * For every plan tests/golden/stages/NAME.hplan and every stage of --dump there is a file
 * NAME.STAGE with what the stage gives. HPLAN_RENEW=1 writes them anew; read the difference.
 */
#include "support/files.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER HPLAN_ROOT "/tests/golden/stages"

static const char *const plans[] = {"liten"};
static const char *const stages[] = {"tokens", "tree", "model", "checks", "report", "marks"};

static char *run(const char *plan, const char *stage)
{
    char command[512];
    snprintf(command, sizeof command,
             "'%s' check --lang nb --dump=%s '" FOLDER "/%s.hplan' 2>/dev/null", HPLANC, stage,
             plan);
    FILE *f = popen(command, "r");
    ck_assert_ptr_nonnull(f);
    char *text = stream_read(f, NULL);
    pclose(f);
    return text;
}

START_TEST(each_stage_is_as_it_was)
{
    const char *plan = plans[(size_t)_i / (sizeof stages / sizeof *stages)];
    const char *stage = stages[(size_t)_i % (sizeof stages / sizeof *stages)];
    char path[512];
    snprintf(path, sizeof path, "%s/%s.%s", FOLDER, plan, stage);
    char *got = run(plan, stage);
    ck_assert_msg(strlen(got) > 20, "%s.%s says nothing", plan, stage);
    file_is_golden(path, got);
    free(got);
}
END_TEST

Suite *test_golden_stages_suite(void);

Suite *test_golden_stages_suite(void)
{
    Suite *s = suite_create("golden_stages");
    TCase *tc = tcase_create("stages");
    int count = (int)((sizeof plans / sizeof *plans) * (sizeof stages / sizeof *stages));
    tcase_add_loop_test(tc, each_stage_is_as_it_was, 0, count);
    suite_add_tcase(s, tc);
    return s;
}
