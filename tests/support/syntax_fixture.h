/*
 * syntax_fixture.h — a text, parsed, and what came of it in one short line.
 */
#ifndef HPLAN_TESTS_SYNTAX_FIXTURE_H
#define HPLAN_TESTS_SYNTAX_FIXTURE_H

#include "syntax/tree.h"

typedef struct Parsed {
    Arena arena;
    SourceSet set;
    DiagSink sink;
    FileId file;
    Tree *tree;
    char *text; /* a copy of exactly its size, so that a sanitizer sees what is read beyond it */
} Parsed;

void parsed_open(Parsed *p, const char *text, size_t len);
void parsed_close(Parsed *p);
/* Splits every text block and parses what stands in its braces, as the model does. */
void parsed_prose(Parsed *p);

/* The findings in order: "HP1005 HP1007". */
Str parsed_codes(Parsed *p);
/* Their places: "3:12 5:1". */
Str parsed_places(Parsed *p);

/*
 * The tree below `node` on one line. Statements: D declaration, P property, B body, T text,
 * | table, E error. V value with its comparator, [+ a b] binary, -(a), S(stated), (paren),
 * name(call), I inline with ':' before a format. Leaves: w[word] s[string] n[number] d[date]
 * .[dotted] /[slashed] :[ratio] r[range] o[ordinal] % p[path] u[url].
 */
Str parsed_shape(Parsed *p, NodeRef node);
Str parsed_statements(Parsed *p); /* the shapes of the file's statements */

#endif
