/*
 * allocations.h — the n-th allocation of a session fails, for n = 1, 2 … until none does.
 */
#ifndef HPLAN_TESTS_ALLOCATIONS_H
#define HPLAN_TESTS_ALLOCATIONS_H

#include "hplan/hplan.h"

/* What is done with each session; HPLAN_NOMEM: it got no further. */
typedef hplan_status SessionUse(hplan_session *s, void *context);

/* Fails the test unless each says HPLAN_NOMEM until one says HPLAN_OK, after more than `least`. */
void each_allocation_fails(SessionUse *use, void *context, long least);

#endif
