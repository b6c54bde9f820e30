/*
 * findings.h — a finding as the protocol's Diagnostic.  Layer: lsp.
 */
#ifndef HPLAN_LSP_FINDINGS_H
#define HPLAN_LSP_FINDINGS_H

#include "lsp/places.h"

/* The file that a finding is shown in; false: in none that a client could open. */
bool finding_file(const Group *g, const hplan_finding *finding, size_t *file);
json_t *finding_json(const Server *s, Group *g, const hplan_finding *finding, size_t file);

#endif
