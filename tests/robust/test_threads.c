/*
 * test_threads.c — sessions in several threads at once, which share nothing: each says what it says
 * alone. Under `make tsan` every access to common memory is watched as well.
 */
#define _XOPEN_SOURCE 700 /* realpath */

#include "hplan/hplan.h"
#include "hplan/ide.h"

#include <check.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

Suite *test_threads_suite(void);

enum { THREADS = 4, ROUNDS = 3, MOST_WORDS = 200 };

typedef struct Said {
    const char *plan;
    bool asks_first;
    char *bytes;
    size_t len;
    bool failed;
} Said;

static bool keep(void *to, const char *bytes, size_t len)
{
    Said *said = to;
    char *larger = realloc(said->bytes, said->len + len);
    if (larger == NULL)
        return false;
    memcpy(larger + said->len, bytes, len);
    said->bytes = larger;
    said->len += len;
    return true;
}

/* What a command does with a checked session. */
static bool publish(hplan_session *s, Said *said)
{
    return hplan_findings_write(s, HPLAN_FORM_JSON, NULL, keep, said) == HPLAN_OK &&
           hplan_findings_write(s, HPLAN_FORM_TEXT, NULL, keep, said) == HPLAN_OK &&
           hplan_coverage_write(s, HPLAN_FORM_TEXT, NULL, keep, said) == HPLAN_OK &&
           hplan_report_write(s, 0, "md", keep, said) == HPLAN_OK &&
           hplan_report_write(s, 0, "html", keep, said) == HPLAN_OK &&
           hplan_report_write(s, 0, "json", keep, said) == HPLAN_OK &&
           hplan_code_explain(s, "HP4001", keep, said) == HPLAN_OK;
}

/* What an editor asks of one, at a word, and the file in its one form. */
static bool ask(hplan_session *s, Said *said)
{
    size_t file = 0, len;
    char *path = realpath(said->plan, NULL);
    bool there = path != NULL && hplan_file_find(s, path, &file);
    free(path);
    if (!there)
        return false;
    const char *text = hplan_file_text(s, file, &len);
    hplan_range range = {.file = file, .start = 0, .end = len};
    hplan_ide_tokens tokens;
    hplan_ide_hints hints;
    hplan_ide_completions items;
    hplan_ide_symbols symbols;
    if (hplan_ide_tokens_of(s, file, &tokens) != HPLAN_OK ||
        hplan_ide_hints_in(s, range, &hints) != HPLAN_OK ||
        hplan_ide_complete(s, file, len, &items) != HPLAN_OK ||
        hplan_ide_symbols_of(s, file, &symbols) != HPLAN_OK)
        return false;
    for (size_t i = 0; i < hints.count; i++)
        if (!keep(said, hints.at[i].text, strlen(hints.at[i].text)))
            return false;
    for (size_t i = 0; i < items.count; i++)
        if (!keep(said, items.at[i].label, strlen(items.at[i].label)))
            return false;
    for (size_t i = 0; i < tokens.count && i < MOST_WORDS; i++) {
        hplan_ide_hover hover;
        if (hplan_ide_hover_at(s, file, tokens.at[i].range.start, &hover) == HPLAN_OK &&
            !keep(said, hover.markdown, strlen(hover.markdown)))
            return false;
    }
    return hplan_format(s, text, len, keep, said) == HPLAN_OK;
}

/* Everything that a session does. No assertion: those belong to the main thread. */
static void *work(void *context)
{
    Said *said = context;
    hplan_options options = {.lang = HPLAN_LANG_NB, .coverage = true};
    hplan_session *s = hplan_session_open(&options);
    said->failed = s == NULL || hplan_file_add(s, said->plan) != HPLAN_OK ||
                   hplan_session_check(s) != HPLAN_OK || (said->asks_first && !ask(s, said)) ||
                   !publish(s, said) || (!said->asks_first && !ask(s, said));
    hplan_session_close(s);
    return NULL;
}

START_TEST(each_says_what_it_says_alone)
{
    static const char *const plans[] = {HPLAN_ROOT "/examples/kragero-2018/handlingsplan.hplan",
                                        HPLAN_ROOT "/examples/elverum-2023/plan.hplan"};
    Said alone[2] = {{.plan = plans[0]}, {.plan = plans[1], .asks_first = true}};
    for (int i = 0; i < 2; i++) {
        work(&alone[i]);
        ck_assert(!alone[i].failed && alone[i].len > 0);
    }
    for (int round = 0; round < ROUNDS; round++) {
        pthread_t threads[THREADS];
        Said said[THREADS] = {{0}};
        for (int i = 0; i < THREADS; i++) {
            said[i].plan = plans[i % 2];
            said[i].asks_first = i % 2 == 1;
            ck_assert_int_eq(pthread_create(&threads[i], NULL, work, &said[i]), 0);
        }
        for (int i = 0; i < THREADS; i++)
            ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
        for (int i = 0; i < THREADS; i++) {
            ck_assert(!said[i].failed);
            ck_assert_uint_eq(said[i].len, alone[i % 2].len);
            ck_assert_mem_eq(said[i].bytes, alone[i % 2].bytes, said[i].len);
            free(said[i].bytes);
        }
    }
    free(alone[0].bytes);
    free(alone[1].bytes);
}
END_TEST

Suite *test_threads_suite(void)
{
    Suite *s = suite_create("threads");
    TCase *c = tcase_create("threads");
    tcase_set_timeout(c, 120);
    tcase_add_test(c, each_says_what_it_says_alone);
    suite_add_tcase(s, c);
    return s;
}
