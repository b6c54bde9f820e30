/*
 * ide_rename.c — a thing called anew in all roots, tried before it is told.  Layer: api.
 *
 * In: a place and a name. Out: edits in all files, in which the plans still say the same. A trial
 * must find just what the session finds, and the thing must be named as often.
 */
#include "api/ide_ask.h"
#include "api/trial.h"

/* Is what stands at the place named as often there as here? */
static bool same_references(const Trial *t, size_t references, hplan_range at)
{
    FileId file = trial_file(t, at.file);
    hplan_ranges found;
    return file != FILE_NONE &&
           hplan_ide_references(t->session, file, trial_moved(t, at.file, at.start), false,
                                &found) == HPLAN_OK &&
           found.count == references;
}

static hplan_status try_edits(hplan_session *s, const EditVec *edits, size_t references,
                              hplan_range at, bool *same)
{
    Trial t;
    hplan_status status = trial_open(&t, s, edits);
    *same = status == HPLAN_OK && trial_finds_the_same(&t) && same_references(&t, references, at);
    if (status == HPLAN_OK)
        trial_close(&t);
    return status == HPLAN_NOMEM ? HPLAN_NOMEM : HPLAN_OK;
}

/* ---- the two questions ---------------------------------------------------------------------- */

hplan_status hplan_ide_renamable(hplan_session *s, size_t file, size_t offset, hplan_range *range,
                                 const char **name, const char **why)
{
    Ide ide;
    Called called;
    *why = NULL;
    ENTER(s);
    hplan_status status = ide_ask(s, file, &ide);
    if (status != HPLAN_OK)
        return status;
    if (!ide_called(&ide, (FileId)file, offset, &called)) {
        *why = ide_nameless(&ide, (FileId)file, offset);
        return HPLAN_REFUSED;
    }
    *range = ide_range(&ide, called.at);
    *name = ide_text(&ide, called.present);
    return HPLAN_OK;
}

/* What every root has to change; `here` is the one that was asked. */
static void collect(hplan_session *s, const Ide *here, Called called, Str name, EditVec *edits)
{
    Span declared = ide_declared(here, called.thing);
    if (!ide_in_roots(s, declared.file))
        ide_rename(here, &called, name, edits);
    for (size_t root = 0; root < s->roots.len; root++) {
        if (!ide_root_has(&s->roots.at[root], declared.file))
            continue;
        Ide ide = ide_of(s, &s->roots.at[root]);
        called.thing = ide_thing_declared(&ide, declared);
        if (!thing_is_none(called.thing))
            ide_rename(&ide, &called, name, edits);
    }
    ide_sort_edits(edits);
}

hplan_status hplan_ide_rename(hplan_session *s, size_t file, size_t offset, const char *name,
                              hplan_edits *out, const char **why)
{
    Ide ide;
    Called called;
    EditVec edits = {0};
    hplan_ranges references;
    bool same = false;
    *why = NULL;
    if (!trial_is_possible(s))
        return HPLAN_MISUSE;
    hplan_status status = hplan_ide_references(s, file, offset, false, &references);
    if (status != HPLAN_OK)
        return status;
    ENTER(s);
    status = ide_ask(s, file, &ide);
    if (status != HPLAN_OK)
        return status;
    if (!ide_called(&ide, (FileId)file, offset, &called))
        return HPLAN_UNKNOWN;
    *why = ide_name_refused(&ide, &called, str_from(name));
    if (*why != NULL)
        return HPLAN_REFUSED;
    collect(s, &ide, called, str_from(name), &edits);
    *out = (hplan_edits){edits.at, edits.len};
    status = try_edits(s, &edits, references.count, ide_range(&ide, called.at), &same);
    if (status == HPLAN_OK && !same)
        *why = told_text(TOLD_NAME_CHANGES_PLAN, s->lang);
    return status == HPLAN_OK && !same ? HPLAN_REFUSED : status;
}
