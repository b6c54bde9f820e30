/*
 * runner.c — runs the checks and settles how severe their findings are.  Layer: check.
 *
 * Requires: a model. Provides: every check of checks.def, in its order, those that look at one
 * thing at a time side by side; then the severity of each finding: of a draft the milder one, of a
 * known fault a note, else what the project has chosen.
 *
 * A check changes nothing that another one reads but by adding Proofs, so none can keep another
 * from running.
 */
#include "check/consequences.h"
#include "check/known.h"
#include "check/levels.h"

/* A thousand tables, with their rows, cells and declarations, or a thousand declarations, with
 * their properties and facts, are some 500 kB. */
enum { STRETCH = 1000 };

typedef enum LooksAt { MODEL, DECLS, TABLES } LooksAt;

typedef struct Check {
    LooksAt of;
    union {
        void (*whole)(Model *m);                     /* MODEL */
        void (*stretch)(Model *m, const Stretch *s); /* the others */
    };
} Check;

static const Check checks[] = {
#define CHECK_MODEL(name) {MODEL, {.whole = check_##name}},
#define CHECK_DECLS(name) {DECLS, {.stretch = check_##name}},
#define CHECK_TABLES(name) {TABLES, {.stretch = check_##name}},
#define CHECK(name, of, after, doc) CHECK_##of(name)
#include "check/checks.def"
#undef CHECK
};

enum { CHECKS = sizeof checks / sizeof *checks };

/* Which files are of a draft. */
static bool *drafts(Model *m, uint32_t files)
{
    bool *draft = arena_array(m->arena, bool, files);
    for (DocId d = 1; d < m->docs.len; d++)
        if (m->docs.at[d].plan != 0 && m->docs.at[d].file < files)
            draft[m->docs.at[d].file] |= plan_is_draft(m, m->docs.at[d].plan);
    return draft;
}

/* A finding whose check gave it a severity of its own keeps it. */
static void settle_drafts(Model *m, const bool *draft, uint32_t files)
{
    for (uint32_t i = 0; i < m->sink->list.len; i++) {
        Diag *d = m->sink->list.at[i];
        const MsgInfo *info = msg_info(d->code);
        if (!span_is_none(d->span) && d->span.file < files && draft[d->span.file] &&
            d->severity == info->severity)
            d->severity = info->draft;
    }
}

/* Runs the checks first … end - 1 side by side, along all that they look at. */
static void run_along(Model *m, size_t first, size_t end)
{
    uint32_t count = checks[first].of == TABLES ? m->tables.len : m->decls.len;
    void *kept[CHECKS] = {NULL};
    Arena arena;
    arena_open_inner(&arena, m->scratch);
    for (Stretch s = {.to = 1, .arena = &arena}; !s.last;) {
        s.from = s.to;
        s.last = count - s.from <= STRETCH;
        s.to = s.last ? count : s.from + STRETCH;
        for (size_t i = first; i < end; i++) {
            s.kept = &kept[i];
            checks[i].stretch(m, &s);
            arena_free(m->scratch);
        }
    }
    arena_close_inner(&arena, m->scratch);
}

/* No check leaves anything in m->scratch that another one reads. */
static void run_all(Model *m)
{
    for (size_t i = 0, end; i < CHECKS; i = end) {
        for (end = i + 1; end < CHECKS && checks[end].of == checks[i].of;)
            end++;
        if (checks[i].of != MODEL) {
            run_along(m, i, end);
            continue;
        }
        for (size_t k = i; k < end; k++) {
            checks[k].whole(m);
            arena_free(m->scratch);
        }
    }
}

void check_run(Model *m)
{
    run_all(m);
    uint32_t files = m->sources->count;
    const bool *draft = drafts(m, files);
    settle_drafts(m, draft, files);
    consequences_settle(m);
    uint32_t before = m->sink->list.len;
    known_settle(m);
    if (m->sink->list.len > before) {
        settle_drafts(m, draft, files);
        consequences_settle(m);
    }
    levels_settle(m, draft, files);
}
