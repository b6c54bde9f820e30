/*
 * test_format_kept.c — formatting changes how a plan looks and nothing of what it says.
 *
 * Every plan of the project is checked and published twice, the second time through a host that
 * formats each file before it is read. Findings, comments and the published data must be the same;
 * what is formatted twice must not change again; and a plan that has been spoiled is never worse
 * off for having been formatted.
 */
#include "hplan/hplan.h"
#include "support/files.h"
#include "support/heard.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

Suite *test_format_kept_suite(void);

enum { MOST_CODES = 4000, CODE_LEN = 16 };

/* ---- a host that formats what it reads ------------------------------------------------------ */

typedef struct Watch {
    bool formats;
    int read, refused;
} Watch;

static hplan_status read_formatted(void *context, const char *path, char **bytes, size_t *len)
{
    const hplan_host *files = hplan_host_files();
    Watch *watch = context;
    Heard text = {0};
    char *block = NULL;
    hplan_status status = files->read(files->context, path, &block, len);
    if (status != HPLAN_OK)
        return status;
    watch->read++;
    if (!watch->formats || heard_format(block, *len, &text) != HPLAN_OK) {
        watch->refused += watch->formats;
        free(text.bytes);
        text = (Heard){0};
        hear(&text, block, *len);
    }
    files->release(files->context, block);
    *bytes = text.bytes;
    *len = text.len;
    return HPLAN_OK;
}

static hplan_status canonical(void *context, const char *path, char **name)
{
    (void)context;
    return hplan_host_files()->canonical(hplan_host_files()->context, path, name);
}

static hplan_path_kind kind(void *context, const char *path)
{
    (void)context;
    return hplan_host_files()->kind(hplan_host_files()->context, path);
}

static hplan_status list(void *context, const char *folder, hplan_entry *entry, void *to)
{
    (void)context;
    return hplan_host_files()->list(hplan_host_files()->context, folder, entry, to);
}

static void release(void *context, char *block)
{
    (void)context;
    free(block);
}

/* ---- what is said and published ------------------------------------------------------------- */

typedef struct Outcome {
    char codes[MOST_CODES][CODE_LEN];
    size_t count;
    json_t *published; /* of each root; an empty object where it was refused */
} Outcome;

static int by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void take_codes(Outcome *o, const char *lines)
{
    for (const char *at = strstr(lines, "\"code\":\""); at != NULL;
         at = strstr(at + 1, "\"code\":\"")) {
        ck_assert_uint_lt(o->count, MOST_CODES);
        snprintf(o->codes[o->count++], CODE_LEN, "%.6s", at + 8);
    }
    qsort(o->codes, o->count, CODE_LEN, by_text);
}

/* Places, and the words of the source. */
static bool may_differ(const char *key)
{
    static const char *const keys[] = {"written", "text", "line", "column", "endLine", "endColumn",
                                       "offset", "length", "place", "places", "digest"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i], key) == 0)
            return true;
    return false;
}

static void strip(json_t *node)
{
    const char *key;
    json_t *value;
    void *next;
    size_t i;
    json_object_foreach_safe (node, next, key, value) {
        if (may_differ(key))
            json_object_del(node, key);
        else
            strip(value);
    }
    json_array_foreach (node, i, value)
        strip(value);
}

static void take_published(Outcome *o, hplan_session *s)
{
    o->published = json_array();
    for (size_t root = 0; root < hplan_root_count(s); root++) {
        Heard text = {0};
        json_t *data = NULL;
        if (hplan_report_write(s, root, "json", hear, &text) == HPLAN_OK) {
            data = json_loadb(text.bytes, text.len, 0, NULL);
            ck_assert_ptr_nonnull(data);
            strip(data);
        }
        json_array_append_new(o->published, data != NULL ? data : json_object());
        free(text.bytes);
    }
}

/* `bytes`: a text without a file, else NULL. */
static void run(const char *path, const Heard *bytes, Watch *watch, Outcome *o)
{
    hplan_host host = {watch, read_formatted, canonical, kind, list, release};
    hplan_options options = {.lang = HPLAN_LANG_NB, .host = &host};
    hplan_session *s = hplan_session_open(&options);
    Heard findings = {0};
    memset(o, 0, sizeof *o);
    ck_assert_ptr_nonnull(s);
    hear(&findings, "", 0);
    hplan_status status = bytes != NULL ? hplan_bytes_add(s, path, bytes->bytes, bytes->len)
                                        : hplan_file_add(s, path);
    if (status == HPLAN_FOLDER)
        status = hplan_folder_add(s, path);
    ck_assert_msg(status == HPLAN_OK, "%s: status %d", path, status);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_int_eq(hplan_findings_write(s, HPLAN_FORM_JSON, NULL, hear, &findings), HPLAN_OK);
    take_codes(o, findings.bytes);
    take_published(o, s);
    hplan_session_close(s);
    free(findings.bytes);
}

/* A last bar is drawn, so what asked for it is gone. */
static bool is_mended(const char *code)
{
    return strcmp(code, "HP1020") == 0;
}

static void compare_codes(const char *path, const Outcome *before, const Outcome *after)
{
    size_t j = 0;
    for (size_t i = 0; i < before->count; i++) {
        bool there = j < after->count && strcmp(before->codes[i], after->codes[j]) == 0;
        ck_assert_msg(there || is_mended(before->codes[i]), "%s: formatted, it lacks %s", path,
                      before->codes[i]);
        j += there;
    }
    ck_assert_msg(j == after->count, "%s: formatted, it gets %s", path, after->codes[j]);
}

static void compare(const char *path, const Outcome *before, const Outcome *after)
{
    compare_codes(path, before, after);
    ck_assert_msg(json_equal(before->published, after->published),
                  "%s: formatted, it is published as something else", path);
    json_decref(before->published);
    json_decref(after->published);
}

static Outcome before, after; /* too large for the stack */

/* Returns how many of its files could not be formatted. */
static int check_path(const char *path)
{
    Watch plain = {.formats = false}, formatting = {.formats = true};
    run(path, NULL, &plain, &before);
    run(path, NULL, &formatting, &after);
    ck_assert_int_gt(formatting.read, 0);
    compare(path, &before, &after);
    return formatting.refused;
}

/* ---- what twice gives ------------------------------------------------------------------------ */

static void settles(const char *path, const Heard *source)
{
    Heard once, twice;
    if (heard_format(source->bytes, source->len, &once) == HPLAN_OK) {
        hplan_status status = heard_format(once.bytes, once.len, &twice);
        ck_assert_msg(status == HPLAN_OK, "%s: refused once it is formatted", path);
        ck_assert_msg(strcmp(once.bytes, twice.bytes) == 0, "%s: changes when formatted again",
                      path);
        free(twice.bytes);
    }
    free(once.bytes);
}

static void is_in_form(const char *path, const Heard *source)
{
    Heard formatted;
    ck_assert_int_eq(heard_format(source->bytes, source->len, &formatted), HPLAN_OK);
    ck_assert_msg(strcmp(source->bytes, formatted.bytes) == 0,
                  "%s is not in form: hplanc fmt --write %s", path, path);
    free(formatted.bytes);
}

static Heard plan_read(const char *path)
{
    Heard plan;
    plan.bytes = file_expect(path, &plan.len);
    return plan;
}

/* ---- the plans there are -------------------------------------------------------------------- */

/* Checks all of these plans; returns how many could not be formatted. */
static int check_plans(const char *pattern)
{
    int refused = 0;
    glob_t files = files_named(pattern);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        Heard source = plan_read(files.gl_pathv[i]);
        settles(files.gl_pathv[i], &source);
        refused += check_path(files.gl_pathv[i]) > 0;
        free(source.bytes);
    }
    globfree(&files);
    return refused;
}

START_TEST(examples)
{
    static const char *const folders[] = {"kragero-2018", "elverum-2023", "nordre-follo-2017"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char folder[512];
        snprintf(folder, sizeof folder, HPLAN_ROOT "/examples/%s", folders[i]);
        ck_assert_int_eq(check_path(folder), 0);
    }
    glob_t files = files_named(HPLAN_ROOT "/examples/*/*.hplan");
    for (size_t i = 0; i < files.gl_pathc; i++) {
        Heard source = plan_read(files.gl_pathv[i]);
        is_in_form(files.gl_pathv[i], &source);
        free(source.bytes);
    }
    globfree(&files);
}
END_TEST

START_TEST(right_plans)
{
    ck_assert_int_eq(check_plans(HPLAN_ROOT "/tests/accept/*.hplan"), 0);
    ck_assert_int_eq(check_plans(HPLAN_ROOT "/tests/golden/markdown/*.hplan"), 0);
    ck_assert_int_eq(check_plans(HPLAN_ROOT "/stdlib/*.hplan"), 0);
}
END_TEST

START_TEST(faulty_plans)
{
    ck_assert_int_le(check_plans(HPLAN_ROOT "/tests/diag/*.hplan"), 20);
    check_plans(HPLAN_ROOT "/tests/faulty/form/*.hplan");
    ck_assert_int_eq(check_plans(HPLAN_ROOT "/tests/faulty/plans/*.hplan"), 0);
}
END_TEST

/* ---- the examples of the manual ------------------------------------------------------------- */

static void check_block(const char *page, const char *bytes, size_t len)
{
    Watch plain = {.formats = false};
    Heard source = {0}, formatted;
    hear(&source, bytes, len);
    settles(page, &source);
    if (heard_format(source.bytes, source.len, &formatted) == HPLAN_OK) {
        run("plan.hplan", &source, &plain, &before);
        run("plan.hplan", &formatted, &plain, &after);
        compare(page, &before, &after);
    }
    free(source.bytes);
    free(formatted.bytes);
}

static int check_page(const char *page)
{
    char *text = file_expect(page, NULL);
    int blocks = 0;
    for (char *at = strstr(text, "```hplan"); at != NULL; at = strstr(at, "```hplan")) {
        char *from = strchr(at, '\n');
        char *to = from == NULL ? NULL : strstr(from, "\n```");
        if (to == NULL)
            break;
        check_block(page, from + 1, (size_t)(to - from));
        blocks++;
        at = to + 4;
    }
    free(text);
    return blocks;
}

START_TEST(manual)
{
    int blocks = check_page(HPLAN_ROOT "/README.md");
    glob_t files = files_named(HPLAN_ROOT "/docs/*.md");
    for (size_t i = 0; i < files.gl_pathc; i++)
        blocks += check_page(files.gl_pathv[i]);
    globfree(&files);
    ck_assert_int_gt(blocks, 20);
}
END_TEST

/* ---- spoiled plans -------------------------------------------------------------------------- */

static unsigned next_random(unsigned *state, unsigned below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

/* One piece of ink put somewhere, in place of nothing or of a byte. */
static Heard spoil(const Heard *source, unsigned *state)
{
    static const char *const ink[] = {"{", "}", "\"", "\"\"\"", "|", "#", "\n", ";", ":", ",", "\t",
                                      "\xC2\xA0", "–", "(", ")", "=", "<", "\xE2\x80\x8B", "§",
                                      "\r\n", "1", "| a |", "|---|", "\n\n\n", "\\", "/", "} {"};
    const char *put = ink[next_random(state, sizeof ink / sizeof *ink)];
    size_t at = next_random(state, (unsigned)source->len), gone = next_random(state, 3);
    Heard out = {0};
    hear(&out, source->bytes, at);
    hear(&out, put, strlen(put));
    if (at + gone < source->len)
        hear(&out, source->bytes + at + gone, source->len - at - gone);
    return out;
}

START_TEST(spoiled_plans_settle)
{
    unsigned state = 1;
    glob_t files = files_named(HPLAN_ROOT "/tests/accept/*.hplan");
    for (size_t i = 0; i < files.gl_pathc; i++) {
        Heard source = plan_read(files.gl_pathv[i]);
        for (int n = 0; n < 100; n++) {
            Heard spoiled = spoil(&source, &state);
            settles(files.gl_pathv[i], &spoiled);
            free(spoiled.bytes);
        }
        free(source.bytes);
    }
    globfree(&files);
}
END_TEST

Suite *test_format_kept_suite(void)
{
    Suite *s = suite_create("format_kept");
    TCase *t = tcase_create("format_kept");
    tcase_set_timeout(t, 120);
    tcase_add_test(t, examples);
    tcase_add_test(t, right_plans);
    tcase_add_test(t, faulty_plans);
    tcase_add_test(t, manual);
    tcase_add_test(t, spoiled_plans_settle);
    suite_add_tcase(s, t);
    return s;
}
