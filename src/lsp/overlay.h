/*
 * overlay.h — the host of a session: open texts first, then the machine's files.  Layer: lsp.
 */
#ifndef HPLAN_LSP_OVERLAY_H
#define HPLAN_LSP_OVERLAY_H

#include "lsp/documents.h"

#include "hplan/hplan.h"

/* The documents are borrowed, and looked at as they are at each call. */
hplan_host overlay_host(Documents *documents);

#endif
