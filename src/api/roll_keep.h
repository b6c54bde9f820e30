/*
 * roll_keep.h — what has to stay as it was in next year's plan.  Layer: api, private to it.
 */
#ifndef HPLAN_API_ROLL_KEEP_H
#define HPLAN_API_ROLL_KEEP_H

#include "api/session.h"
#include "years/roll.h"

typedef VEC(FileId) RollFiles;

/* Fills in wish->keep. Files: of the plan, which is the first. */
hplan_status roll_keep(hplan_session *s, Model *m, const RollFiles *files, RollWish *wish);

#endif
