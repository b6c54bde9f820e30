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
#include "model/marks.h"

typedef struct Ide {
    Arena *arena; /* of the answers: lives as long as the session */
    const SourceSet *sources;
    Model *m;
    Lang lang;
} Ide;

/* --- small things that all need (ide.c) --------------------------------------------------- */

/* Drawn in to the text; file SIZE_MAX where there is none. */
hplan_range ide_range_of(const SourceSet *sources, Span span);
static inline hplan_range ide_range(const Ide *ide, Span span)
{
    return ide_range_of(ide->sources, span);
}

typedef enum IdeText {
#define TEXT(id, nb, nn, en) IDE_##id,
#include "ide/texts.def"
#undef TEXT
    IDE_TEXT_COUNT
} IdeText;
const char *ide_said(const Ide *ide, IdeText text);

/* For hplan.h: ends in NUL, and lives as long as the session. */
const char *ide_text(const Ide *ide, Str text);
const char *ide_taken(const Ide *ide, const Buf *text);
/* The document that is this file; 0: the model has none. */
DocId ide_doc(const Ide *ide, FileId file);
/* The year of the plan to which a file belongs; 0: unknown. */
int ide_year(const Ide *ide, FileId file);

/* The innermost figure, stated or computed, at a place. */
bool ide_figure_at(const Ide *ide, FileId file, size_t offset, FigRef *out);

/* What can be named: a declared thing, or a row of a table that
 * declares none. All zero: neither. */
typedef struct Thing {
    DeclId decl;
    TableId table; /* decl 0: */
    uint32_t row;
} Thing;
static inline bool thing_is_none(Thing t) { return t.decl == 0 && t.table == 0; }
/* The thing that is declared or named at a place. */
Thing ide_thing_at(const Ide *ide, FileId file, size_t offset);
/* Where it is declared: its name, else its title or number; of a row its label. */
Span ide_declared(const Ide *ide, Thing thing);
/* The same thing in the model of another root: the one declared in the same place. */
Thing ide_thing_declared(const Ide *ide, Span declared);
/* Does a mark declare or name it? */
bool ide_mark_is(const Ide *ide, const Mark *k, Thing thing);
/* The cell of a row in the column `navn`; len 0: it has none. */
Span ide_row_name_span(const Ide *ide, Thing row);

typedef VEC(hplan_range) RangeVec;
typedef VEC(hplan_edit) EditVec;
void ide_sort_ranges(RangeVec *ranges); /* by file and place, each once */
void ide_sort_edits(EditVec *edits);

/* --- the questions ------------------------------------------------------------------------- */

void ide_hints_in(const Ide *ide, hplan_range range, hplan_ide_hints *out);
void ide_lenses_of(const Ide *ide, FileId file, hplan_ide_lenses *out);
/* suggested: what prose_suggest says of the model. */
void ide_actions_in(const Ide *ide, hplan_range range, const DiagSink *suggested,
                    hplan_ide_actions *out);
/* What the rows of a column come to, where the table states no sum and the column can be added. */
bool ide_column_sum(Model *m, TableId table, uint32_t col, Quantity *sum);
void ide_complete(const Ide *ide, FileId file, size_t offset, hplan_ide_completions *out);
bool ide_hover_at(const Ide *ide, FileId file, size_t offset, hplan_ide_hover *out);
bool ide_definition(const Ide *ide, FileId file, size_t offset, hplan_range *out);
/* Adds every place where the thing is named. */
void ide_references(const Ide *ide, Thing thing, bool declaration, RangeVec *out);

/* What of a thing is called anew; of a row its name or, as its title, its label. */
typedef enum CalledPart { CALLED_NAME, CALLED_TITLE, CALLED_NUMBER } CalledPart;

typedef struct Called {
    Thing thing;
    CalledPart part;
    Span at;     /* where the cursor is, without quotes or the dot of an ordinal */
    Str present;
} Called;
bool ide_called(const Ide *ide, FileId file, size_t offset, Called *out);
/* Where nothing can be called anew: why not. (rename_refused.c) */
const char *ide_nameless(const Ide *ide, FileId file, size_t offset);
/* Adds the edits by which the thing is called `name`. */
void ide_rename(const Ide *ide, const Called *called, Str name, EditVec *out);
/* A word as the scanner has it: what may stand in a path without quotes. */
bool ide_is_word(const Ide *ide, Str name);
/* Is it a name (a title, a number) at all, and free? NULL, or why not. (rename_refused.c) */
const char *ide_name_refused(const Ide *ide, const Called *called, Str name);

/* Adds the edits by which the keywords of a file stand in another language, and the places of those
 * that would not come back the same from there and so have to stay. */
void ide_keywords(const Ide *ide, FileId file, Lang lang, EditVec *out, RangeVec *left);

void ide_symbols_of(const Ide *ide, FileId file, hplan_ide_symbols *out);
/* Those that have all words of the query are added to *out. */
typedef VEC(hplan_ide_symbol) SymbolVec;
void ide_symbols_named(const Ide *ide, FileId file, Str query, SymbolVec *out);
void ide_tokens_of(const Ide *ide, const Tree *tree, hplan_ide_tokens *out);
void ide_folds_of(Arena *arena, const Tree *tree, hplan_ide_folds *out);

#endif
