/*
 * diff.c — what has changed from the plan of one session to that of another.  Layer: api.
 *
 * In: two checked sessions with a root each. Out: their changes, as text or JSON. Each session's
 * model may take memory of its own while it is asked, so running out has two places to come from:
 * both lead here, and neither session is good for anything afterwards.
 */
#include "api/session.h"
#include "years/diff.h"

static DiffFile file_of(const hplan_session *s)
{
    const Root *root = &s->roots.at[0];
    return (DiffFile){sources_get(&s->sources, root->file)->name, root->findings[SEV_ERROR]};
}

static hplan_status compare(hplan_session *older, hplan_session *newer, hplan_form form,
                            hplan_write *write, void *to, size_t *changes)
{
    Buf out;
    Outlet outlet = {.take = write, .to = to};
    Model *old = roots_model(older, 0), *new = roots_model(newer, 0);
    if (old == NULL || new == NULL)
        return HPLAN_REFUSED;
    Diff *diff = diff_make(&newer->model_arena, old, new, newer->lang);
    *changes = diff->changes.len;
    buf_init_outlet(&out, &newer->model_arena, &outlet);
    if (form == HPLAN_FORM_JSON) {
        DiffFile before = file_of(older), after = file_of(newer);
        diff_json(&out, diff, &before, &after);
    } else {
        diff_text(&out, diff);
    }
    return buf_finish(&out) ? HPLAN_OK : HPLAN_NOT_WRITTEN;
}

static bool has_one_root(const hplan_session *s)
{
    return s->checked && s->roots.len == 1 && !s->roots.at[0].away;
}

static hplan_status broken(hplan_session *older, hplan_session *newer)
{
    older->broken = newer->broken = true;
    return HPLAN_NOMEM;
}

hplan_status hplan_diff_write(hplan_session *older, hplan_session *newer, hplan_form form,
                              hplan_write *write, void *to, size_t *changes)
{
    if (older->broken || newer->broken)
        return HPLAN_NOMEM;
    if (older == newer || !has_one_root(older) || !has_one_root(newer))
        return HPLAN_MISUSE;
    if (form != HPLAN_FORM_TEXT && form != HPLAN_FORM_JSON)
        return HPLAN_UNKNOWN;
    *changes = 0;
    if (setjmp(older->policy.on_failure) != 0)
        return broken(older, newer);
    if (setjmp(newer->policy.on_failure) != 0)
        return broken(older, newer);
    return compare(older, newer, form, write, to, changes);
}
