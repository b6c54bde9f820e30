/*
 * footnote.h — the marks of footnotes behind figures, labels and heads.  Layer: value.
 */
#ifndef HPLAN_VALUE_FOOTNOTE_H
#define HPLAN_VALUE_FOOTNOTE_H

#include "base/str.h"

/* The text without the marks it ends in: `1 234*`, `1 234 ¹)`, `1 234 1)`, `Netto †`. A raised
 * figure behind a letter is part of the word (m²) unless it is the first, which no unit has. */
Str footnote_stripped(Str s);

#endif
