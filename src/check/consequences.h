/*
 * consequences.h — one fault, one finding.  Layer: check, private to it.
 */
#ifndef HPLAN_CHECK_CONSEQUENCES_H
#define HPLAN_CHECK_CONSEQUENCES_H

#include "check/shared.h"

/* Silences findings that only follow from others; then again those that known_settle added. */
void consequences_settle(Model *m);

#endif
