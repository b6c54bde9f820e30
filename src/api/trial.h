/*
 * trial.h — a session as it would be with some edits made.  Layer: api, private to it.
 *
 * Whether edits leave a plan's meaning alone is not reasoned about but tried: a second session is
 * given the same files with their texts as they would be.
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

typedef struct Trial {
    hplan_session *of;
    const EditVec *edits; /* sorted (ide_sort_edits) */
    VEC(TrialText) texts;
    hplan_host host;
    hplan_session *session; /* OWNED: checked */
} Trial;

/* From here to trial_close nothing may be taken from the arena of `of`, lest a jump pass over it.
 * What is not HPLAN_OK needs no close. */
hplan_status trial_open(Trial *t, hplan_session *of, const EditVec *edits);
void trial_close(Trial *t);
/* Does the trial find what the session finds? */
bool trial_finds_the_same(const Trial *t);
/* Where a file and a place of the session lie in the trial. */
FileId trial_file(const Trial *t, size_t file);
size_t trial_moved(const Trial *t, size_t file, size_t offset);

#endif
