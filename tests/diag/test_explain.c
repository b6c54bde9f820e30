/*
 * test_explain.c — every code has its story in three languages, and the story is true.
 *
 * The faulty example of explain/HPnnnn.txt must give that code and no other error or warning (for
 * a note: no other finding); the mended one must give nothing at all. And every code must have a
 * plan in tests/diag that provokes it. What no small text can show is listed below.
 */
#include "diag/render.h"
#include "hplan/hplan.h"
#include "support/files.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

Suite *test_explain_suite(void);

typedef struct Exception {
    MsgId code;
    bool no_fixture; /* a file of its own would be too large; tests/cli makes one as it runs */
} Exception;

/* No text can be an example of these: bytes that are none, files too large, several files. */
static const Exception exceptions[] = {
    {HP1001, false}, {HP1023, true},  {HP1024, false}, {HP1025, true},  {HP1026, false},
    {HP1028, false}, {HP9001, false}, {HP9002, false}, {HP9003, false}, {HP9004, false},
    {HP9005, false}, {HP9006, false}, {HP9007, false}, {HP9008, false}, {HP9009, true},  {HP9012, true},
    {HP8010, true}, /* only for those who ask for --dekning; see test_coverage.c */
};

static const MsgId codes[] = {
#define DIAG(code, severity, draft, slug, nb, nn, en) code,
#define TEXT(id, nb, nn, en)
#include "diag/codes.def"
#undef DIAG
#undef TEXT
};

enum { CODES = sizeof codes / sizeof *codes, ANSWER_MAX = 64 * 1024 };

static const Exception *exception_of(MsgId code)
{
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
        if (exceptions[i].code == code)
            return &exceptions[i];
    return NULL;
}

/* ---- running an example ---- */

typedef struct Answer {
    char text[ANSWER_MAX];
    size_t len;
} Answer;

static bool put(void *to, const char *bytes, size_t len)
{
    Answer *a = to;
    if (a->len + len >= sizeof a->text)
        return false;
    memcpy(a->text + a->len, bytes, len);
    a->len += len;
    a->text[a->len] = '\0';
    return true;
}

static void ask(Str plan, hplan_form form, Answer *out)
{
    hplan_options options = {.fallback = HPLAN_LANG_NB};
    hplan_session *s = hplan_session_open(&options);
    ck_assert_ptr_nonnull(s);
    out->len = 0;
    out->text[0] = '\0';
    ck_assert_int_eq(hplan_bytes_add(s, "eksempel.hplan", plan.ptr, plan.len), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_int_eq(hplan_findings_write(s, form, NULL, put, out), HPLAN_OK);
    hplan_session_close(s);
}

typedef struct Count {
    int of_code, others;
} Count;

static Count count(const Answer *a, MsgId code)
{
    const char *name = msg_info(code)->name;
    bool notes = msg_info(code)->severity == SEV_NOTE;
    Count n = {0, 0};
    for (const char *at = a->text; *at != '\0';) {
        size_t len = strcspn(at, "\n");
        json_t *finding = json_loadb(at, len, 0, NULL);
        const char *got = json_string_value(json_object_get(finding, "code"));
        const char *severity = json_string_value(json_object_get(finding, "severity"));
        ck_assert_msg(got != NULL && severity != NULL, "%s: %.*s", name, (int)len, at);
        if (strcmp(got, name) == 0)
            n.of_code++;
        else if (notes || strcmp(severity, "note") != 0)
            n.others++;
        json_decref(finding);
        at += len + (at[len] == '\n');
    }
    return n;
}

START_TEST(examples)
{
    static Answer json, text;
    MsgId code = codes[_i];
    Str bad, good;
    bool shown = explain_examples(code, &bad, &good);
    if (!shown) {
        ck_assert_msg(exception_of(code) != NULL, "%s has no examples", msg_info(code)->name);
        return;
    }
    ask(bad, HPLAN_FORM_JSON, &json);
    ask(bad, HPLAN_FORM_TEXT, &text);
    Count n = count(&json, code);
    ck_assert_msg(n.of_code == 1 && n.others == 0, "%s, the faulty example, gives:\n%s",
                  msg_info(code)->name, text.text);
    ask(good, HPLAN_FORM_TEXT, &text);
    ck_assert_msg(text.len == 0, "%s, the mended example, gives:\n%s", msg_info(code)->name,
                  text.text);
}
END_TEST

/* ---- three languages ---- */

START_TEST(languages)
{
    static const char *const tags[] = {"nb: ", "\nnn: ", "\nen: "};
    char path[256];
    const char *name = msg_info(codes[_i])->name;
    snprintf(path, sizeof path, HPLAN_ROOT "/src/diag/explain/%s.txt", name);
    char *text = file_expect(path, NULL);
    const char *at = text;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        at = strstr(at, tags[i]);
        ck_assert_msg(at != NULL, "%s lacks «%s»", path, tags[i] + (i > 0));
    }
    const MsgInfo *info = msg_info(codes[_i]);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        ck_assert_msg(info->text[lang][0] != '\0', "%s: no headline", name);
    free(text);
}
END_TEST

/* ---- fixtures ---- */

START_TEST(fixtures)
{
    char pattern[128];
    const Exception *e = exception_of(codes[_i]);
    if (e != NULL && e->no_fixture)
        return;
    snprintf(pattern, sizeof pattern, HPLAN_ROOT "/tests/diag/%s*", msg_info(codes[_i])->name);
    glob_t files = files_named(pattern);
    globfree(&files);
}
END_TEST

Suite *test_explain_suite(void)
{
    Suite *s = suite_create("explain");
    TCase *t = tcase_create("stories");
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, languages, 0, CODES);
    tcase_add_loop_test(t, examples, 0, CODES);
    tcase_add_loop_test(t, fixtures, 0, CODES);
    suite_add_tcase(s, t);
    return s;
}
