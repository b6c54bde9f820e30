/*
 * code_text.h — the codes of a text such as 120/180/190, 20/21 or FGK8.  Layer: value.
 */
#ifndef HPLAN_VALUE_CODE_TEXT_H
#define HPLAN_VALUE_CODE_TEXT_H

#include "base/str.h"

/* Gives the next code of a text; parts are divided by /, commas and blanks. */
typedef struct CodeIter {
    Str text;
    uint32_t at;
} CodeIter;

bool code_next(CodeIter *it, Str *code, uint32_t *offset);
/* Does a text begin with a code? A property may name a function by its title too. */
bool code_begins(Str text);
/* Where the label behind the codes of a text begins (120 Administrasjon): its length where there is
 * none. Words between codes (120 og 130) are no label. */
uint32_t code_label_start(Str text);
/* A group of Statistics Norway's: FG2, FGK11a, FGF7. */
bool code_is_group(Str code);
/* Fewer digits than a code has: 20 means every function that begins so. */
bool code_is_prefix(Str code);

#endif
