/*
 * test_ide_everywhere.c — every question of ide.h at every byte of many plans, good and faulty:
 * nothing crashes, and no answer lies outside the text. Of the examples every seventh byte will do,
 * unless HPLAN_EVERY is set (make ide-every).
 */
#include "hplan/ide.h"
#include "support/files.h"

#include <check.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

Suite *test_ide_everywhere_suite(void);

enum { AT_ONCE = 3000 };

static hplan_session *open_plan(const char *path)
{
    hplan_session *s = hplan_session_open(NULL);
    ck_assert_ptr_nonnull(s);
    if (hplan_file_add(s, path) != HPLAN_OK) { /* not to be read at all */
        hplan_session_close(s);
        return NULL;
    }
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    return s;
}

static const char *path_now;
static size_t offset_now;

static void lies_inside(hplan_session *s, hplan_range r)
{
    size_t len;
    const char *text = hplan_file_text(s, r.file, &len);
    ck_assert_msg(text != NULL && r.start <= r.end && r.end <= len, "%s:%zu: %zu %zu–%zu",
                  path_now, offset_now, r.file, r.start, r.end);
}

static void edits_lie_inside(hplan_session *s, hplan_edits edits)
{
    for (size_t i = 0; i < edits.count; i++) {
        lies_inside(s, edits.at[i].range);
        ck_assert_ptr_nonnull(edits.at[i].text);
        if (i > 0 && edits.at[i].range.file == edits.at[i - 1].range.file)
            ck_assert_uint_ge(edits.at[i].range.start, edits.at[i - 1].range.end);
    }
}

/* --- a file as a whole ----------------------------------------------------------------------- */

static void ask_findings(hplan_session *s)
{
    hplan_finding one;
    for (size_t n = 0; hplan_ide_finding(s, n, &one) == HPLAN_OK; n++) {
        ck_assert_ptr_nonnull(one.message);
        if (one.placed)
            lies_inside(s, one.range);
        for (size_t i = 0; i < one.place_count; i++)
            lies_inside(s, one.places[i].range);
        edits_lie_inside(s, one.edits);
    }
}

static void ask_tokens(hplan_session *s, size_t file)
{
    hplan_ide_tokens tokens;
    size_t len;
    const char *text = hplan_file_text(s, file, &len);
    ck_assert_int_eq(hplan_ide_tokens_of(s, file, &tokens), HPLAN_OK);
    for (size_t i = 0; i < tokens.count; i++) {
        hplan_range r = tokens.at[i].range;
        lies_inside(s, r);
        ck_assert_uint_lt(r.start, r.end);
        ck_assert_int_lt(tokens.at[i].kind, HPLAN_CLASS_COUNT);
        ck_assert_ptr_null(memchr(text + r.start, '\n', r.end - r.start));
        if (i > 0)
            ck_assert_uint_ge(r.start, tokens.at[i - 1].range.end);
    }
}

static void ask_outline(hplan_session *s, size_t file)
{
    hplan_ide_symbols symbols;
    hplan_ide_folds folds;
    ck_assert_int_eq(hplan_ide_symbols_of(s, file, &symbols), HPLAN_OK);
    for (size_t i = 0; i < symbols.count; i++) {
        lies_inside(s, symbols.at[i].range);
        ck_assert(symbols.at[i].head.start >= symbols.at[i].range.start &&
                  symbols.at[i].head.end <= symbols.at[i].range.end);
        ck_assert_uint_le(symbols.at[i].depth, i == 0 ? 0 : symbols.at[i - 1].depth + 1);
    }
    ck_assert_int_eq(hplan_ide_folds_of(s, file, &folds), HPLAN_OK);
    for (size_t i = 0; i < folds.count; i++)
        lies_inside(s, folds.at[i].range);
}

static void ask_hints(hplan_session *s, size_t file)
{
    hplan_ide_hints hints;
    hplan_ide_lenses lenses;
    size_t len;
    (void)hplan_file_text(s, file, &len);
    ck_assert_int_eq(hplan_ide_hints_in(s, (hplan_range){file, 0, len}, &hints), HPLAN_OK);
    for (size_t i = 0; i < hints.count; i++) {
        ck_assert_uint_le(hints.at[i].offset, len);
        ck_assert_ptr_nonnull(hints.at[i].text);
    }
    ck_assert_int_eq(hplan_ide_lenses_of(s, file, &lenses), HPLAN_OK);
    for (size_t i = 0; i < lenses.count; i++)
        lies_inside(s, lenses.at[i].range);
}

/* --- at a place ------------------------------------------------------------------------------ */

static void ask_names(hplan_session *s, size_t file, size_t at)
{
    hplan_range range;
    hplan_ranges all;
    const char *name, *why;
    if (hplan_ide_definition(s, file, at, &range) == HPLAN_OK)
        lies_inside(s, range);
    if (hplan_ide_references(s, file, at, true, &all) == HPLAN_OK)
        for (size_t i = 0; i < all.count; i++)
            lies_inside(s, all.at[i]);
    if (hplan_ide_renamable(s, file, at, &range, &name, &why) == HPLAN_OK) {
        lies_inside(s, range);
        ck_assert(range.file == file && name[0] != '\0');
    }
}

static void ask_here(hplan_session *s, size_t file, size_t at)
{
    hplan_ide_hover hover;
    hplan_ide_completions items;
    hplan_ide_actions actions;
    offset_now = at;
    if (hplan_ide_hover_at(s, file, at, &hover) == HPLAN_OK) {
        lies_inside(s, hover.range);
        ck_assert(hover.range.start <= at && at <= hover.range.end && hover.markdown[0] != '\0');
    }
    ask_names(s, file, at);
    if (hplan_ide_complete(s, file, at, &items) == HPLAN_OK)
        for (size_t i = 0; i < items.count; i++) {
            lies_inside(s, items.at[i].edit.range);
            ck_assert_msg(items.at[i].edit.range.start <= at && items.at[i].edit.range.end == at,
                          "%s:%zu: %s", path_now, at, items.at[i].label);
        }
    if (hplan_ide_actions_in(s, (hplan_range){file, at, at}, &actions) == HPLAN_OK)
        for (size_t i = 0; i < actions.count; i++)
            edits_lie_inside(s, actions.at[i].edits);
}

/* --- all ------------------------------------------------------------------------------------- */

/* Answers live as long as their session, so a long file is asked of several. */
static void ask_everywhere(const char *path, size_t stride)
{
    hplan_session *s = open_plan(path);
    size_t len = 0, file = 0, asked = 0;
    if (s == NULL)
        return;
    path_now = path;
    ck_assert_ptr_nonnull(hplan_file_text(s, file, &len));
    ask_findings(s);
    ask_tokens(s, file);
    ask_outline(s, file);
    ask_hints(s, file);
    for (size_t at = 0; at <= len; at += stride) {
        if (++asked % AT_ONCE == 0) {
            hplan_session_close(s);
            s = open_plan(path);
        }
        ask_here(s, file, at);
    }
    ask_here(s, file, len);
    hplan_session_close(s);
}

static const struct {
    const char *plans;
    bool all; /* all bytes of them */
} asked_of[] = {
    {HPLAN_ROOT "/tests/diag/*.hplan", true},
    {HPLAN_ROOT "/tests/faulty/plans/*.hplan", true},
    {HPLAN_ROOT "/examples/kragero-2018/*.hplan", false},
    {HPLAN_ROOT "/examples/elverum-2023/*.hplan", false},
    {HPLAN_ROOT "/examples/nordre-follo-2017/*.hplan", false},
};

START_TEST(every_question)
{
    glob_t files = files_named(asked_of[_i].plans);
    bool all = asked_of[_i].all || getenv("HPLAN_EVERY") != NULL;
    for (size_t i = 0; i < files.gl_pathc; i++)
        ask_everywhere(files.gl_pathv[i], all ? 1 : 7);
    globfree(&files);
}
END_TEST

Suite *test_ide_everywhere_suite(void)
{
    Suite *suite = suite_create("ide_everywhere");
    TCase *tc = tcase_create("all");
    tcase_set_timeout(tc, 600);
    tcase_add_loop_test(tc, every_question, 0, (int)(sizeof asked_of / sizeof *asked_of));
    suite_add_tcase(suite, tc);
    return suite;
}
