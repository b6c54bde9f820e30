/*
 * changes.h — edits of several files as the protocol's WorkspaceEdit.  Layer: lsp.
 */
#ifndef HPLAN_LSP_CHANGES_H
#define HPLAN_LSP_CHANGES_H

#include "lsp/places.h"

/* By URI, the set of a file's edits; begin with json_object(). What would change a file of the
 * library is left out. */
void changes_add(const Server *s, Group *g, const hplan_edits *edits, json_t *changes);
/* In the form that the client can take. Takes the changes. */
json_t *changes_edit(const Server *s, json_t *changes);

#endif
