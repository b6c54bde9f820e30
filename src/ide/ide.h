/*
 * ide.h — answers for an editor, out of a checked model.  Layer: ide.
 *
 * In: a model, its marks (model/marks.h), the trees below it, and a place. Out: the structures of
 * hplan/ide.h, which say what each question means, in the arena of the session. Nothing here
 * changes the model; the session (src/api/ide_ask.c) chooses the model and holds the door.
 */
#ifndef HPLAN_IDE_IDE_H
#define HPLAN_IDE_IDE_H

#include "hplan/ide.h"
#include "model/model.h"

typedef struct Ide {
    Arena *arena; /* of the answers: lives as long as the session */
    const SourceSet *sources;
    Model *m;
    Lang lang;
} Ide;

/* --- small things that all need (ide.c) --------------------------------------------------- */

hplan_range ide_range(const Ide *ide, Span span); /* drawn in to the text */
/* For hplan.h: ends in NUL, and lives as long as the session. */
const char *ide_text(const Ide *ide, Str text);
const char *ide_taken(const Ide *ide, const Buf *text);
/* The document that is this file; 0: the model has none. */
DocId ide_doc(const Ide *ide, FileId file);
/* Where the name of a thing stands, else its title or number, else its head. */
Span ide_name_span(const Model *m, DeclId d);

/* --- the questions: false where there is nothing to say ------------------------------------ */

void ide_symbols_of(const Ide *ide, FileId file, hplan_ide_symbols *out);
/* Those that have all words of the query are added to *out. */
typedef VEC(hplan_ide_symbol) SymbolVec;
void ide_symbols_named(const Ide *ide, FileId file, Str query, SymbolVec *out);
void ide_folds_of(Arena *arena, const Tree *tree, hplan_ide_folds *out);

#endif
