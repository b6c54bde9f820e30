/*
 * edits.h — how one text becomes another that differs in form, line by line.  Layer: lsp.
 */
#ifndef HPLAN_LSP_EDITS_H
#define HPLAN_LSP_EDITS_H

#include "lsp/lines.h"

/* Bytes of the old text that go, and bytes of the new one that come instead. */
typedef struct Edit {
    size_t start, end;
    size_t from, to;
} Edit;

typedef struct Edits {
    Edit *at; /* OWNED: in order, none over another */
    size_t count, cap;
} Edits;

/* Small ones: within a line only what differs, so that a cursor elsewhere in it stays put. */
Edits edits_between(const Lines *old, const Lines *fresh);
void edits_free(Edits *e);

#endif
