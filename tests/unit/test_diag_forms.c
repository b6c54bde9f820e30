/*
 * test_diag_forms.c — findings for machines (JSON lines, SARIF, GitHub), and explanations.
 */
#include "unit/diag_fixture.h"

#include <jansson.h>

Suite *test_diag_forms_suite(void);

/* ---- for machines --------------------------------------------------------------------------- */

static void make_two(Fixture *f)
{
    open_text(f, plan_text);
    Diag *d = diag_at(&f->sink, HP4001, at(f, "日本"));
    diag_label(d, L_FIRST_HERE);
    diag_note(d, L_DID_YOU_MEAN);
    diag_str(d, STR("100 %\n, \"a\": \\"));
    diag_place(d, (Span){1, 2, 2}, L_FIRST_HERE);
    diag_fix(d, at(f, "日本"), STR("Norge"), F_WRITE);
    diag_fix(d, (Span){1, 0, 1}, STR("Norge"), F_WRITE);
    d = diag_at(&f->sink, HP4001, SPAN_NONE);
    d->severity = SEV_NOTE;
    d->known = true;
    f->opt.lang = LANG_EN;
}

static const char *string_of(json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    ck_assert_msg(text != NULL, "no text %s", key);
    return text;
}

static json_int_t int_of(json_t *object, const char *key)
{
    json_t *number = json_object_get(object, key);
    ck_assert_msg(json_is_integer(number), "no number %s", key);
    return json_integer_value(number);
}

static json_t *parse(const char *bytes, size_t len)
{
    json_error_t error;
    json_t *value = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(value != NULL, "%s: %.*s", error.text, (int)len, bytes);
    return value;
}

static void check_first_line(json_t *j)
{
    ck_assert_str_eq(string_of(j, "code"), "HP4001");
    ck_assert_str_eq(string_of(j, "slug"), msg_info(HP4001)->slug);
    ck_assert_str_eq(string_of(j, "severity"), "error");
    ck_assert_str_eq(string_of(j, "file"), "plan.hplan");
    ck_assert_str_eq(string_of(j, "message"), msg_info(HP4001)->text[LANG_EN]);
    ck_assert_str_eq(string_of(j, "label"), "first here");
    ck_assert(json_is_false(json_object_get(j, "known")));
    ck_assert_int_eq(int_of(j, "line"), 3);
    ck_assert_int_eq(int_of(j, "column"), 7);
    ck_assert_int_eq(int_of(j, "endLine"), 3);
    ck_assert_int_eq(int_of(j, "endColumn"), 9);
    ck_assert_int_eq(int_of(j, "offset"), strstr(plan_text, "日本") - plan_text);
    ck_assert_int_eq(int_of(j, "length"), 6);
    ck_assert_str_eq(json_string_value(json_array_get(json_object_get(j, "notes"), 0)),
                     "did you mean “100 % , \"a\": \\”?");
    json_t *place = json_array_get(json_object_get(j, "places"), 0);
    ck_assert_str_eq(string_of(place, "file"), "rå/b c.hplan");
    ck_assert_str_eq(string_of(place, "message"), "first here");
    ck_assert_int_eq(int_of(place, "line"), 2);
    json_t *fix = json_object_get(j, "fix");
    ck_assert_str_eq(string_of(fix, "message"), "write Norge");
    json_t *edits = json_object_get(fix, "edits");
    ck_assert_uint_eq(json_array_size(edits), 2);
    ck_assert_str_eq(string_of(json_array_get(edits, 1), "replacement"), "Norge");
    ck_assert_int_eq(int_of(json_array_get(edits, 1), "offset"), 0);
}

START_TEST(json_lines)
{
    Fixture f;
    make_two(&f);
    Str out = rendered(&f, render_json);
    const char *end = memchr(out.ptr, '\n', out.len);
    ck_assert_ptr_nonnull(end);
    json_t *first = parse(out.ptr, (size_t)(end - out.ptr));
    check_first_line(first);
    json_decref(first);

    json_t *second = parse(end + 1, out.len - (size_t)(end + 1 - out.ptr) - 1);
    ck_assert(json_is_true(json_object_get(second, "known")));
    ck_assert(json_is_null(json_object_get(second, "file")));
    ck_assert(json_is_null(json_object_get(second, "line")));
    ck_assert(json_is_null(json_object_get(second, "label")));
    ck_assert(json_is_null(json_object_get(second, "fix")));
    ck_assert_uint_eq(json_array_size(json_object_get(second, "places")), 0);
    ck_assert_str_eq(string_of(second, "severity"), "note");
    json_decref(second);
    arena_free(&f.arena);
}
END_TEST

static json_t *path(json_t *value, const char *keys) /* "runs.0.tool" */
{
    char key[64];
    while (*keys != '\0') {
        size_t len = strcspn(keys, ".");
        ck_assert_uint_lt(len, sizeof key);
        memcpy(key, keys, len);
        key[len] = '\0';
        value = json_is_array(value) ? json_array_get(value, (size_t)(key[0] - '0'))
                                     : json_object_get(value, key);
        ck_assert_msg(value != NULL, "nothing at %s", keys);
        keys += len + (keys[len] == '.');
    }
    return value;
}

static void check_sarif_first(json_t *result)
{
    ck_assert_str_eq(string_of(result, "ruleId"), "HP4001");
    ck_assert_int_eq(int_of(result, "ruleIndex"), 0);
    ck_assert_str_eq(string_of(result, "level"), "error");
    string_of(path(result, "message"), "text");
    json_t *place = path(result, "locations.0.physicalLocation");
    ck_assert_str_eq(string_of(path(place, "artifactLocation"), "uri"), "plan.hplan");
    ck_assert_int_eq(int_of(path(place, "region"), "startLine"), 3);
    ck_assert_int_eq(int_of(path(place, "region"), "startColumn"), 7);
    ck_assert_int_eq(int_of(path(place, "region"), "endColumn"), 9);
    json_t *related = path(result, "relatedLocations.0");
    ck_assert_str_eq(string_of(path(related, "message"), "text"), "first here");
    ck_assert_str_eq(string_of(path(related, "physicalLocation.artifactLocation"), "uri"),
                     "r%C3%A5/b%20c.hplan");
    json_t *changes = path(result, "fixes.0.artifactChanges");
    ck_assert_uint_eq(json_array_size(changes), 2);
    json_t *edit = path(changes, "1.replacements.0");
    ck_assert_int_eq(int_of(path(edit, "deletedRegion"), "startColumn"), 1);
    ck_assert_str_eq(string_of(path(edit, "insertedContent"), "text"), "Norge");
}

START_TEST(sarif)
{
    Fixture f;
    make_two(&f);
    Str out = rendered(&f, render_sarif);
    json_t *log = parse(out.ptr, out.len);
    ck_assert_str_eq(string_of(log, "version"), "2.1.0");
    json_t *run = path(log, "runs.0");
    ck_assert_str_eq(string_of(run, "columnKind"), "unicodeCodePoints");
    ck_assert_str_eq(string_of(run, "language"), "en");
    ck_assert_str_eq(string_of(path(run, "tool.driver"), "name"), "hplanc");
    json_t *rules = path(run, "tool.driver.rules");
    ck_assert_uint_eq(json_array_size(rules), 1);
    ck_assert_str_eq(string_of(json_array_get(rules, 0), "id"), "HP4001");
    const char *help = string_of(path(json_array_get(rules, 0), "help"), "text");
    ck_assert_ptr_nonnull(strstr(help, "\nA row called “Sum” says that"));
    json_t *results = path(run, "results");
    ck_assert_uint_eq(json_array_size(results), 2);
    check_sarif_first(json_array_get(results, 0));
    json_t *second = json_array_get(results, 1);
    ck_assert_str_eq(string_of(second, "level"), "note");
    ck_assert_uint_eq(json_array_size(path(second, "locations")), 0);
    ck_assert_str_eq(string_of(path(second, "suppressions.0"), "kind"), "inSource");
    json_decref(log);
    arena_free(&f.arena);
}
END_TEST

START_TEST(sarif_empty)
{
    Fixture f;
    open_text(&f, plan_text);
    Str out = rendered(&f, render_sarif);
    json_t *log = parse(out.ptr, out.len);
    ck_assert_uint_eq(json_array_size(path(log, "runs.0.results")), 0);
    json_decref(log);
    arena_free(&f.arena);
}
END_TEST

START_TEST(github)
{
    Fixture f;
    make_two(&f);
    Source *second = sources_get(&f.sources, 1);
    second->name = STR("a,b:c%\n.hplan");
    diag_at(&f.sink, HP4001, (Span){1, 0, 3})->severity = SEV_WARNING;
    sink_sort(&f.sink);
    expect(&f, render_github,
           "::error file=plan.hplan,line=3,endLine=3,col=7,endColumn=9,title=HP4001::@%0A"
           "first here%0Adid you mean “100 %25 , \"a\": \\”?%0Afix: write Norge%0A"
           "a,b:c%25 .hplan:2: first here\n"
           "::warning file=a%2Cb%3Ac%25%0A.hplan,line=1,endLine=2,title=HP4001::@\n"
           "::notice title=HP4001::@ (known fault)\n");
}
END_TEST

/* ---- explanations --------------------------------------------------------------------------- */

START_TEST(explanation)
{
    Arena arena;
    arena_init(&arena, NULL);
    Buf out;
    buf_init(&out, &arena);
    ck_assert(!render_explanation(&out, F_WRITE, LANG_NB));
    ck_assert(!render_explanation(&out, MSG_COUNT, LANG_NB));
    ck_assert_uint_eq(out.len, 0);
    ck_assert(render_explanation(&out, HP4001, LANG_NN));
    ck_assert(str_starts(buf_view(&out), STR("HP4001 ")));
    ck_assert_ptr_nonnull(strstr(out.ptr, msg_info(HP4001)->text[LANG_NN]));
    ck_assert_ptr_nonnull(strstr(out.ptr, "\nEi rad som heiter «Sum» seier"));
    ck_assert_ptr_null(strstr(out.ptr, "En rad som heter"));
    ck_assert_ptr_null(strstr(out.ptr, "--- "));
    ck_assert_ptr_nonnull(strstr(out.ptr, "\nSlik gir det feil:\n\n    plan "));
    ck_assert_ptr_nonnull(strstr(out.ptr, "\nSlik er det rett:\n\n    plan "));
    arena_free(&arena);
}
END_TEST

START_TEST(examples)
{
    Str bad;
    Str good;
    ck_assert(!explain_examples(F_WRITE, &bad, &good));
    ck_assert(explain_examples(HP4001, &bad, &good));
    ck_assert(str_starts(bad, STR("plan ")) && str_ends(bad, STR("}\n")));
    ck_assert(str_starts(good, STR("plan ")) && str_ends(good, STR("}\n")));
    ck_assert(!str_eq(bad, good));
}
END_TEST

Suite *test_diag_forms_suite(void)
{
    Suite *suite = suite_create("diag_forms");
    TCase *tc = tcase_create("machines");
    tcase_add_test(tc, json_lines);
    tcase_add_test(tc, sarif);
    tcase_add_test(tc, sarif_empty);
    tcase_add_test(tc, github);
    suite_add_tcase(suite, tc);
    tc = tcase_create("explain");
    tcase_add_test(tc, explanation);
    tcase_add_test(tc, examples);
    suite_add_tcase(suite, tc);
    return suite;
}
