/*
 * roll_keep.h — what has to stay as it was in next year's plan.  Layer: api, private to it.
 */
#ifndef HPLAN_API_ROLL_KEEP_H
#define HPLAN_API_ROLL_KEEP_H

#include "api/trial.h"
#include "years/roll.h"

typedef VEC(FileId) RollFiles;

/* The new plan in the old one's place, checked. The files are the plan's, which is the first; what it
 * takes goes to `arena`, opened inside that of `s`. What is not HPLAN_OK needs no trial_close. */
hplan_status roll_try(hplan_session *s, Model *m, const RollFiles *files, const RollWish *wish,
                      Arena *arena, Trial *trial);
/* Fills in wish->keep. */
hplan_status roll_keep(hplan_session *s, Model *m, const RollFiles *files, RollWish *wish);

#endif
