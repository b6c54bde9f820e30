/*
 * parse.h — one run of the parser, as the grammar's actions see it.  Layer: syntax.
 */
#ifndef HPLAN_SYNTAX_PARSE_H
#define HPLAN_SYNTAX_PARSE_H

#include "syntax/pump.h"

typedef struct Parse {
    Tree *tree;
    NodeRef root; /* OUT: of this run; 0: it gave up */
    const char *initials; /* of the first words of leads */
    Scan scan;
    Pump pump;
    LoneMarks lone; /* of the """ of the file, once they are asked for */
} Parse;

/* For grammar/hplan.y. */
void parse_exhausted(Parse *p);

/* complain.c: a sentence for the token last given, for which the grammar has no use. */
void parse_complain(Parse *p);

#endif
