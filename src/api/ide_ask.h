/*
 * ide_ask.h — what the files of the api that answer an editor share.  Layer: api, private to it.
 */
#ifndef HPLAN_API_IDE_ASK_H
#define HPLAN_API_IDE_ASK_H

#include "api/session.h"
#include "ide/ide.h"

bool ide_root_has(const Root *root, size_t file);
bool ide_in_roots(const hplan_session *s, size_t file);
Ide ide_of(hplan_session *s, const Root *root);
/* What a question about a file begins with: the model that tells of it. */
hplan_status ide_ask(hplan_session *s, size_t file, Ide *out);

#endif
