/*
 * prose.h — what loose figures in prose have to do with the declared ones.  Layer: check.
 */
#ifndef HPLAN_CHECK_PROSE_H
#define HPLAN_CHECK_PROSE_H

#include "check/check.h"

/* Adds HP8010 for each loose figure that says what a declared one does: only for those who ask
 * about coverage. Comes after check_run. */
void prose_suggest(Model *m);

#endif
