/*
 * levels.h — how grave findings and rules are in this project.  Layer: check, private to it.
 */
#ifndef HPLAN_CHECK_LEVELS_H
#define HPLAN_CHECK_LEVELS_H

#include "check/shared.h"

typedef struct Level {
    Severity severity;
    bool off;
    Span span; /* where the project says so; none: it does not, and this is the rule's own */
} Level;

/* The level that the word of a value of `nivå` means. */
Level level_of(const Said *v);
/* What the project says of a rule by its name; false: nothing. */
bool levels_rule(const Model *m, DeclId rule, Level *out);
/* Adds where the project has said so. */
void levels_note(const Model *m, Diag *d, Span span);

/* Gives findings the severity that the project states for their code, and says which codes and
 * names there are not. A draft, by file, softens an error all the same. */
void levels_settle(Model *m, const bool *draft, uint32_t files);

#endif
