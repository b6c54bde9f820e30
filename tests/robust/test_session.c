/*
 * test_session.c — the public API under strain: the n-th allocation fails, sessions side by side,
 * calls at the wrong time, a caller who takes nothing.
 */
#include "hplan/ide.h"
#include "support/allocations.h"
#include "support/heard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_session_suite(void);

#define SMALL   HPLAN_ROOT "/tests/golden/markdown/english.hplan"
#define EXAMPLE HPLAN_ROOT "/examples/kragero-2018/handlingsplan.hplan"

static bool refuse(void *to, const char *bytes, size_t len)
{
    (void)to, (void)bytes, (void)len;
    return false;
}

/* All that can be done with a plan; the first status that is not OK. */
static hplan_status everything(hplan_session *s, Heard *out)
{
    hplan_status status = hplan_file_add(s, EXAMPLE);
    if (status == HPLAN_OK)
        status = hplan_session_check(s);
    if (status == HPLAN_OK)
        status = hplan_findings_write(s, HPLAN_FORM_JSON, NULL, hear, out);
    if (status == HPLAN_OK)
        status = hplan_root_summary(s, 0, hear, out);
    if (status == HPLAN_OK)
        status = hplan_report_write(s, 0, "md", hear, out);
    if (status == HPLAN_OK)
        status = hplan_figure_explain(s, "ramme.2018", hear, out);
    return status;
}

/* What is made out of a plan for the years to come; after all else that can be asked of it. */
static hplan_status next_years(hplan_session *s, void *context)
{
    Heard out = {0};
    hplan_rolled rolled;
    (void)context;
    hplan_status status = hplan_file_add(s, SMALL);
    if (status == HPLAN_OK)
        status = hplan_session_check(s);
    if (status == HPLAN_OK)
        status = hplan_figure_explain(s, "ramme.2018", hear, &out);
    if (status == HPLAN_UNKNOWN)
        status = HPLAN_OK;
    if (status == HPLAN_OK)
        status = hplan_skeleton_write(s, 0, NULL, 0, "2. tertial", hear, &out);
    if (status == HPLAN_OK)
        status = hplan_roll(s, 0, NULL, 0, &rolled);
    if (status == HPLAN_OK)
        ck_assert_uint_eq(rolled.file_count, 1);
    free(out.bytes);
    return status;
}

static hplan_status everything_or_never(hplan_session *s, void *context)
{
    Heard out = {0};
    (void)context;
    hplan_status status = everything(s, &out);
    if (status == HPLAN_NOMEM) /* and it stays so */
        ck_assert_int_eq(hplan_session_check(s), HPLAN_NOMEM);
    free(out.bytes);
    return status;
}

START_TEST(memory_runs_out)
{
    each_allocation_fails(everything_or_never, NULL, 10);
}
END_TEST

START_TEST(memory_runs_out_between_years)
{
    each_allocation_fails(next_years, NULL, 10);
}
END_TEST

START_TEST(side_by_side)
{
    hplan_session *a = hplan_session_open(NULL);
    hplan_session *b = hplan_session_open(NULL);
    Heard first = {NULL, 0};
    Heard second = {NULL, 0};
    ck_assert_int_eq(hplan_file_add(a, EXAMPLE), HPLAN_OK);
    ck_assert_int_eq(everything(b, &second), HPLAN_OK);
    hplan_session *c = hplan_session_open(NULL);
    ck_assert_int_eq(everything(c, &first), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(a), HPLAN_OK);
    ck_assert_str_eq(first.bytes, second.bytes);
    ck_assert_uint_eq(hplan_finding_count(a, HPLAN_NOTE), hplan_finding_count(b, HPLAN_NOTE));
    hplan_session_close(b);
    hplan_session_close(a);
    hplan_session_close(c);
    free(first.bytes);
    free(second.bytes);
}
END_TEST

START_TEST(wrong_times)
{
    hplan_session *s = hplan_session_open(NULL);
    Heard out = {NULL, 0};
    ck_assert_int_eq(hplan_root_summary(s, 0, hear, &out), HPLAN_MISUSE);
    ck_assert_int_eq(hplan_report_write(s, 0, "md", hear, &out), HPLAN_MISUSE);
    ck_assert_int_eq(hplan_findings_write(s, HPLAN_FORM_TEXT, NULL, hear, &out), HPLAN_MISUSE);
    ck_assert_int_eq(hplan_file_add(s, "finnes/ikke.hplan"), HPLAN_MISSING);
    ck_assert_int_eq(hplan_file_add(s, ""), HPLAN_MISSING);
    ck_assert_int_eq(hplan_file_add(s, "/"), HPLAN_FOLDER);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_uint_eq(hplan_root_count(s), 0);
    ck_assert_ptr_null(hplan_root_name(s, 0));
    ck_assert_int_eq(hplan_root_summary(s, 0, hear, &out), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_figure_explain(s, "ramme", hear, &out), HPLAN_MISUSE);
    ck_assert_int_eq(hplan_file_add(s, EXAMPLE), HPLAN_MISUSE);
    ck_assert_uint_eq(out.len, 0);
    hplan_session_close(s);
    hplan_session_close(NULL);
}
END_TEST

START_TEST(what_there_is_none_of)
{
    hplan_session *s = hplan_session_open(NULL);
    Heard out = {NULL, 0};
    ck_assert_int_eq(hplan_file_add(s, EXAMPLE), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_int_eq(hplan_findings_write(s, (hplan_form)4, NULL, hear, &out), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_stage_dump(s, (hplan_stage)6, hear, &out), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_coverage_write(s, HPLAN_FORM_TEXT, NULL, hear, &out), HPLAN_MISUSE);
    ck_assert_int_eq(hplan_report_write(s, 1, "md", hear, &out), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_report_write(s, 0, NULL, hear, &out), HPLAN_UNKNOWN);
    ck_assert_uint_eq(out.len, 0);
    ck_assert_ptr_null(hplan_file_text(s, hplan_file_count(s), NULL));
    ck_assert_ptr_nonnull(hplan_file_text(s, 0, NULL));
    hplan_session_close(s);
}
END_TEST

START_TEST(a_caller_who_takes_nothing)
{
    hplan_session *s = hplan_session_open(NULL);
    ck_assert_int_eq(hplan_file_add(s, EXAMPLE), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_int_eq(hplan_report_write(s, 0, "md", refuse, NULL), HPLAN_NOT_WRITTEN);
    ck_assert_int_eq(hplan_report_write(s, 0, "rtf", refuse, NULL), HPLAN_UNKNOWN);
    ck_assert_int_eq(hplan_root_summary(s, 0, refuse, NULL), HPLAN_NOT_WRITTEN);
    hplan_session_close(s);
}
END_TEST

/* What cannot be computed is met again when it is to be printed, after the check. */
START_TEST(a_draft_with_faults_is_published)
{
    static const char draft[] = "plan p \"P\" {\n  år: 2018\n  versjon: utkast\n"
                                "  ramme \"R\" {\n    2017: 4 kr\n"
                                "    2018: = ramme.2017 * 102 kr\n  }\n}\n";
    hplan_session *s = hplan_session_open(NULL);
    Heard out = {NULL, 0};
    ck_assert_int_eq(hplan_bytes_add(s, "p.hplan", draft, strlen(draft)), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    size_t found = hplan_finding_count(s, HPLAN_ERROR);
    ck_assert_uint_gt(found, 0);
    ck_assert_int_eq(hplan_report_write(s, 0, "md", hear, &out), HPLAN_OK);
    ck_assert_int_eq(hplan_report_write(s, 0, "json", hear, &out), HPLAN_OK);
    ck_assert_uint_eq(hplan_finding_count(s, HPLAN_ERROR), found);
    hplan_session_close(s);
    free(out.bytes);
}
END_TEST

/* ---- a host of one's own -------------------------------------------------------------------- */

static const char plan[] = "plan p \"P\" {\n  år: 2018\n  fakta { bruk \"del.hplan\" }\n}\n";
static const char part[] = "del av \"plan.hplan\"\navdeling ikt \"IKT\"\n";

static const char *memory_text(const char *path)
{
    if (strcmp(path, "/minne/plan.hplan") == 0)
        return plan;
    return strcmp(path, "/minne/del.hplan") == 0 ? part : NULL;
}

static hplan_status memory_read(void *context, const char *path, char **bytes, size_t *len)
{
    const char *text = memory_text(path);
    if (text == NULL)
        return HPLAN_MISSING;
    *len = strlen(text);
    *bytes = calloc(1, *len + 2);
    ck_assert_ptr_nonnull(*bytes);
    memcpy(*bytes, text, *len);
    ++*(int *)context;
    return HPLAN_OK;
}

static hplan_status memory_canonical(void *context, const char *path, char **name)
{
    char full[256];
    (void)snprintf(full, sizeof full, "%s%s", path[0] == '/' ? "" : "/minne/", path);
    if (memory_text(full) == NULL)
        return HPLAN_MISSING;
    *name = malloc(strlen(full) + 1);
    ck_assert_ptr_nonnull(*name);
    strcpy(*name, full);
    ++*(int *)context;
    return HPLAN_OK;
}

static hplan_path_kind memory_kind(void *context, const char *path)
{
    (void)context;
    return memory_text(path) != NULL ? HPLAN_PATH_FILE : HPLAN_PATH_MISSING;
}

static hplan_status memory_list(void *context, const char *folder, hplan_entry *entry, void *to)
{
    (void)context, (void)folder;
    entry(to, "plan.hplan");
    entry(to, "del.hplan");
    return HPLAN_OK;
}

static void memory_release(void *context, char *block)
{
    free(block);
    --*(int *)context;
}

START_TEST(a_host_of_ones_own)
{
    int lent = 0;
    const hplan_host host = {&lent,       memory_read, memory_canonical,
                             memory_kind, memory_list, memory_release};
    hplan_options options = {.lang = HPLAN_LANG_EN, .host = &host};
    hplan_session *s = hplan_session_open(&options);
    ck_assert_int_eq(hplan_file_add(s, "del.hplan"), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_uint_eq(hplan_finding_count(s, HPLAN_ERROR), 0);
    ck_assert_uint_eq(hplan_root_count(s), 1);
    ck_assert_str_eq(hplan_root_name(s, 0), "plan.hplan");
    ck_assert_int_eq(hplan_session_lang(s), HPLAN_LANG_EN);
    hplan_session_close(s);
    ck_assert_int_eq(lent, 0); /* all blocks came back */
}
END_TEST

Suite *test_session_suite(void)
{
    Suite *s = suite_create("session");
    TCase *c = tcase_create("session");
    tcase_set_timeout(c, 120);
    tcase_add_test(c, memory_runs_out);
    tcase_add_test(c, memory_runs_out_between_years);
    tcase_add_test(c, side_by_side);
    tcase_add_test(c, wrong_times);
    tcase_add_test(c, what_there_is_none_of);
    tcase_add_test(c, a_caller_who_takes_nothing);
    tcase_add_test(c, a_draft_with_faults_is_published);
    tcase_add_test(c, a_host_of_ones_own);
    suite_add_tcase(s, c);
    return s;
}
