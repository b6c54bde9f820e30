/*
 * trial.h — a session as it would be with some edits made.  Layer: api, private to it.
 *
 * What edits do to a plan is not reasoned about but tried: a second session is given the same files
 * with their texts as they would be.
 */
#ifndef HPLAN_API_TRIAL_H
#define HPLAN_API_TRIAL_H

#include "api/session.h"
#include "ide/ide.h"

typedef struct TrialText {
    FileId file;
    char *text; /* ends in two NULs */
    size_t len;
} TrialText;

typedef VEC(TrialText) TrialTexts;

typedef struct Trial {
    hplan_session *of;
    const EditVec *edits; /* sorted (ide_sort_edits); NULL: of texts that are given whole */
    TrialTexts texts;
    hplan_host host;
    hplan_session *session; /* OWNED: checked */
} Trial;

/* What a crew has checked in sessions of their own cannot be tried. */
static inline bool trial_is_possible(const hplan_session *of)
{
    return of->checked && of->outcome_count == 0;
}

/* From here to trial_close nothing may be taken from the arena of `of`, lest a jump pass over it.
 * What is not HPLAN_OK needs no close. */
hplan_status trial_open(Trial *t, hplan_session *of, const EditVec *edits);
/* The same with whole texts, each in the session's own arena, of which the first is a file; that is
 * checked, with the others as it takes them in. */
hplan_status trial_open_texts(Trial *t, hplan_session *of, const TrialTexts *texts);
void trial_close(Trial *t);
/* Does the trial find what the session finds? */
bool trial_finds_the_same(const Trial *t);
/* Where a file and a place of the session lie in the trial. */
FileId trial_file(const Trial *t, size_t file);
size_t trial_moved(const Trial *t, size_t file, size_t offset);

#endif
