/*
 * folders.h — the folders that the client has opened as a whole.  Layer: lsp, and private to it.
 */
#ifndef HPLAN_LSP_FOLDERS_H
#define HPLAN_LSP_FOLDERS_H

#include "lsp/server.h"

/* Those that `initialize` names: several, or in the manner of older clients one. */
void folders_read(Workspace *w, const json_t *params);

#endif
