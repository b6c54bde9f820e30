/*
 * context.h — where in the language a cursor stands.  Layer: ide, private to it.
 *
 * It is read from the text before the cursor alone, since a line that is being written seldom
 * parses; what stands around it is looked up in the model.
 */
#ifndef HPLAN_IDE_CONTEXT_H
#define HPLAN_IDE_CONTEXT_H

#include "ide/ide.h"

typedef enum Where {
    AT_NOTHING,   /* a comment, prose, a title */
    AT_STATEMENT, /* a kind or a property may begin here */
    AT_NAME,      /* the name of something that is there: om … */
    AT_VALUE,     /* of `property` */
    AT_FORMULA,
    AT_LINK,      /* [text](… in prose */
    AT_HEAD       /* of a column */
} Where;

typedef struct Context {
    Where where;
    DeclId inside;     /* the thing around it, as far as the model knows it; 0: top of the file */
    uint16_t kind;     /* of that thing; K_FILE */
    TermId property;   /* AT_VALUE; in a filter what is held against a value */
    bool cell;         /* AT_VALUE: in a table, where names go without quotes */
    bool quoted;       /* a quotation mark has been opened: `typed` begins with it */
    Span typed;        /* what is there of the word already */
    Str path;          /* before it: `mål.`, `avdeling:`, without the last sign */
    uint16_t filtered; /* in antall(tiltak der …): the kind whose property is wanted; else 0 */
} Context;

Context context_at(const Ide *ide, FileId file, uint32_t offset);

#endif
