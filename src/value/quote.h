/*
 * quote.h — a text in quotation marks, as a plan has to write it.  Layer: value.
 */
#ifndef HPLAN_VALUE_QUOTE_H
#define HPLAN_VALUE_QUOTE_H

#include "base/str.h"

/* In "…", or in «…» where the text has " itself; where it has » as well, its " become '. */
void quote_put(Buf *out, Str text);
Str quote_text(Arena *a, Str text);

#endif
