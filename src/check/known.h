/*
 * known.h — faults that are printed so and must stay.  Layer: check, private to it.
 */
#ifndef HPLAN_CHECK_KNOWN_H
#define HPLAN_CHECK_KNOWN_H

#include "check/shared.h"

/* Turns each finding that a `kjent feil` names into a note; a name without a finding is HP6012. */
void known_settle(Model *m);

#endif
