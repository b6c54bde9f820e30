/*
 * delimited.h — a table out of a spreadsheet, given in the place of a plan.  Layer: syntax.
 */
#ifndef HPLAN_SYNTAX_DELIMITED_H
#define HPLAN_SYNTAX_DELIMITED_H

#include "base/str.h"

/* Are the first lines all parted into as many fields, and is there nothing that a plan has? */
bool is_delimited(Str text);

#endif
