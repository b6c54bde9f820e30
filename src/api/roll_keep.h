/*
 * roll_keep.h — what has to stay as it was in next year's plan.  Layer: api, private to it.
 */
#ifndef HPLAN_API_ROLL_KEEP_H
#define HPLAN_API_ROLL_KEEP_H

#include "api/trial.h"
#include "years/roll.h"

typedef VEC(FileId) RollFiles;

/* Checks the new plan in place of the old one. `files` are the plan's, the plan itself first;
 * memory comes from `arena`, opened inside that of `s`. If not HPLAN_OK, there is nothing to
 * close. */
hplan_status roll_try(hplan_session *s, Model *m, const RollFiles *files, const RollWish *wish,
                      Arena *arena, Trial *trial);
/* Fills in wish->keep. */
hplan_status roll_keep(hplan_session *s, Model *m, const RollFiles *files, RollWish *wish);

#endif
