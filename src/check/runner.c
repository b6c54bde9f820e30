/*
 * runner.c — runs the checks and settles how severe their findings are.  Layer: check.
 *
 * Requires: a model. Provides: every check of checks.def, in its order; then the severity of each
 * finding: of a draft the milder one, of a known fault a note, else what the project has chosen.
 *
 * A check changes nothing that another one reads but by adding Proofs, so none can keep another
 * from running.
 */
#include "check/consequences.h"
#include "check/known.h"
#include "check/levels.h"

typedef void Check(Model *m);

static Check *const checks[] = {
#define CHECK(name, after, doc) check_##name,
#include "check/checks.def"
#undef CHECK
};

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

void check_run(Model *m)
{
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        checks[i](m);
        arena_free(m->scratch); /* a check leaves nothing there that another one reads */
    }
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
