/*
 * test_model_kept.c — what the model keeps beside its things is what could be worked out of them.
 *
 * For each plan in tests/diag, correct or not, by itself.
 */
#include "support/files.h"
#include "support/model_fixture.h"

#include "model/scope.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLANS HPLAN_ROOT "/tests/diag"

Suite *test_model_kept_suite(void);

static void check_kinds(const Model *m)
{
    ck_assert_uint_eq(m->kinds.len, m->decls.len);
    for (DeclId d = 0; d < m->decls.len; d++)
        ck_assert_uint_eq(m->kinds.at[d], model_decl(m, d)->kind);
}

static void check_stated(const Model *m)
{
    bool stated[VOCAB_PROP_COUNT] = {false};
    for (PropId p = 1; p < m->props.len; p++)
        stated[model_prop(m, p)->key] = true;
    ck_assert_mem_eq(stated, m->stated, sizeof stated);
}

/* All that have an expression, in order; one that turned out to need none may be among them. */
static uint32_t check_formulas(const Model *m)
{
    uint32_t at = 0;
    for (FactId id = 1; id < m->facts.len; id++) {
        bool listed = at < m->formulas.len && m->formulas.at[at] == id;
        ck_assert(listed || model_fact(m, id)->expr == 0);
        at += listed;
    }
    ck_assert_uint_eq(at, m->formulas.len);
    return at;
}

static uint32_t check_references(const Model *m)
{
    uint32_t count = 0;
    for (FactId id = 1; id < m->facts.len; id++)
        count += model_fact(m, id)->ref != 0;
    for (uint32_t i = 0; i < m->links.len; i++)
        count += m->links.at[i].decl != 0;
    ck_assert_uint_eq(m->references, count);
    return count;
}

static bool are_namesakes(const Model *m, DeclId a, DeclId b)
{
    const Decl *x = model_decl(m, a), *y = model_decl(m, b);
    return x->entered && y->entered && x->name != 0 && x->name == y->name && x->kind == y->kind &&
           scope_of(m, a) == scope_of(m, b);
}

static bool check_namesakes(const Model *m)
{
    for (DeclId a = 1; a < m->decls.len; a++)
        for (DeclId b = a + 1; b < m->decls.len; b++)
            if (are_namesakes(m, a, b)) {
                ck_assert(m->namesakes);
                return true;
            }
    return false;
}

static void check_cells(const Model *m)
{
    uint32_t cells = 0;
    for (TableId id = 1; id < m->tables.len; id++) {
        const Table *t = model_table(m, id);
        uint16_t roles = 0;
        ck_assert_uint_eq(t->first_cell, cells);
        ck_assert_uint_eq(t->cells.len, t->rows.len * t->cols.len);
        cells += t->cells.len;
        for (uint32_t r = 0; r < t->rows.len; r++)
            roles |= (uint16_t)(1u << t->rows.at[r].role);
        ck_assert_uint_eq(roles & ~1u & ~(unsigned)t->roles, 0);
    }
    ck_assert_uint_eq(m->cells, cells);
}

typedef struct Seen {
    uint32_t plans, formulas, references, namesakes;
} Seen;

static void check_plan(const char *path, Seen *seen)
{
    ModelFixture f;
    size_t len;
    char *text = file_expect(path, &len);
    model_fixture_len(&f, text, len);
    check_kinds(f.m);
    check_stated(f.m);
    check_cells(f.m);
    seen->plans++;
    seen->formulas += check_formulas(f.m);
    seen->references += check_references(f.m);
    seen->namesakes += check_namesakes(f.m);
    model_fixture_end(&f);
    free(text);
}

START_TEST(what_is_kept)
{
    Seen seen = {0};
    DIR *dir = opendir(PLANS);
    ck_assert_ptr_nonnull(dir);
    for (const struct dirent *e; (e = readdir(dir)) != NULL;) {
        char path[512];
        snprintf(path, sizeof path, PLANS "/%s", e->d_name);
        size_t len = strlen(path);
        if (len > 6 && strcmp(path + len - 6, ".hplan") == 0)
            check_plan(path, &seen);
    }
    closedir(dir);
    ck_assert_uint_gt(seen.plans, 100);
    ck_assert_uint_gt(seen.formulas, 100);
    ck_assert_uint_gt(seen.references, 20);
    ck_assert_uint_gt(seen.namesakes, 0);
}
END_TEST

Suite *test_model_kept_suite(void)
{
    Suite *s = suite_create("model_kept");
    TCase *t = tcase_create("all");
    tcase_set_timeout(t, 60);
    tcase_add_test(t, what_is_kept);
    suite_add_tcase(s, t);
    return s;
}
