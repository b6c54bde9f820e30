/*
 * consequences.h — one fault, one finding.  Layer: check, private to it.
 */
#ifndef HPLAN_CHECK_CONSEQUENCES_H
#define HPLAN_CHECK_CONSEQUENCES_H

#include "check/shared.h"

/* Silences findings that only follow from others; then again those that known_settle added. */
void consequences_settle(Model *m);

/* Merges findings of two checks about one fault (consequences_pairs.c). */
/* Of running text that was pasted into a plan the first finding, with the lines (consequences_text.c). */
void consequences_text_runs(Model *m);
void consequences_pairs(Model *m);

/* The first part of a finding of this kind, with this text; NULL: none. */
const DiagPart *consequences_part(const Diag *d, PartKind kind);
const DiagPart *consequences_text(const Diag *d, PartKind kind, MsgId text);

#endif
