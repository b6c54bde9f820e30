/*
 * ide.h — what an editor asks of a checked session.  Layer: public.
 *
 * The same engine as the command line's, so that the two never disagree. An editor opens a session
 * for each state of its texts, with a host that gives the open texts instead of the files, checks,
 * asks, and closes it; there is no state to keep in step. A plan of 10 000 lines takes some
 * milliseconds.
 *
 *     hplan_ide_hover hover;
 *     if (hplan_ide_hover_at(s, file, offset, &hover) == HPLAN_OK)
 *         show(hover.range, hover.markdown);
 *
 * Offsets are bytes in the text of a file. Lines and columns count from 0, as in the language
 * server protocol, and columns in the unit that the caller names. Every call needs a session that
 * has been checked (else HPLAN_MISUSE), where it does not say otherwise, and gives HPLAN_UNKNOWN
 * where there is nothing to say; HPLAN_NOMEM as everywhere. Lists and texts belong to the session
 * and live until it is closed; texts are UTF-8 and end in NUL, in the session's language. Lists are
 * in order of the source.
 *
 * Of roots that a crew has checked in sessions of their own (hplan_options) there are the findings,
 * with the names of their files and their places, and nothing else.
 *
 * This header may change from version to version, faster than hplan.h.
 */
#ifndef HPLAN_IDE_H
#define HPLAN_IDE_H

#include "hplan/hplan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- files and places ----------------------------------------------------------------------- */

typedef struct hplan_range {
    size_t file;
    size_t start, end; /* end is the first byte behind */
} hplan_range;

typedef struct hplan_position {
    size_t line, column; /* from 0 */
} hplan_position;

typedef enum hplan_columns { HPLAN_COLUMNS_UTF8, HPLAN_COLUMNS_UTF16 } hplan_columns;

/* The files that the session has read: plans, parts, settings and the library's own. */
size_t hplan_file_count(const hplan_session *s);
/* The absolute name of the file on the machine; NULL where it has none: the library's, bytes. */
const char *hplan_file_path(const hplan_session *s, size_t file);
const char *hplan_file_name(const hplan_session *s, size_t file); /* as messages call it */
/* NULL: no such file, or one that a crew has read. len: NULL where nobody asks. */
const char *hplan_file_text(const hplan_session *s, size_t file, size_t *len);
/* The file with this absolute name; false: the session has not read it. */
bool hplan_file_find(const hplan_session *s, const char *path, size_t *file);
/* Hands over the absolute name of each root that the file with this absolute name is part of. For
 * a session without a crew that has not been checked (else HPLAN_MISUSE): files are read, and
 * nothing is checked. The check may follow. */
hplan_status hplan_roots_with(hplan_session *s, const char *path, hplan_entry *root, void *to);

/* Beyond the end of a line is its end, beyond the last line the end of the text; never the middle
 * of a character. Zero where there is no such file. */
size_t hplan_offset_at(hplan_session *s, size_t file, hplan_position at, hplan_columns unit);
hplan_position hplan_position_of(hplan_session *s, size_t file, size_t offset, hplan_columns unit);

/* ---- findings, piece by piece --------------------------------------------------------------- */

typedef struct hplan_remark {
    hplan_range range;
    const char *text;
} hplan_remark;

typedef struct hplan_edit {
    hplan_range range; /* what goes */
    const char *text;  /* what comes in its place */
} hplan_edit;

typedef struct hplan_edits {
    const hplan_edit *at; /* in order of the source, none over another */
    size_t count;
} hplan_edits;

typedef struct hplan_finding {
    const char *code, *slug;
    hplan_severity severity;
    bool known;  /* named by `kjent feil` in the plan */
    bool placed; /* false: of one file as a whole, or of none: range.file is then SIZE_MAX */
    hplan_range range;
    const char *message;      /* what is wrong: one line */
    const char *label;        /* what stands at the place, NULL: nothing */
    const char *const *notes; /* why, and how to mend it: a line each */
    size_t note_count;
    const hplan_remark *places; /* other places that matter */
    size_t place_count;
    const char *fix; /* what a machine can do about it, as an order; NULL: nothing */
    hplan_edits edits;
} hplan_finding;

/* From 0, in the order in which they are shown; HPLAN_UNKNOWN behind the last. */
hplan_status hplan_ide_finding(hplan_session *s, size_t n, hplan_finding *out);

/* ---- at a place ----------------------------------------------------------------------------- */

/* What stands at a place: a name and the thing it means, a figure and where it comes from, a code
 * with its title and years, a word of the language and what it is for. */
typedef struct hplan_ide_hover {
    hplan_range range;
    const char *markdown;
} hplan_ide_hover;

hplan_status hplan_ide_hover_at(hplan_session *s, size_t file, size_t offset, hplan_ide_hover *out);

typedef struct hplan_ranges {
    const hplan_range *at;
    size_t count;
} hplan_ranges;

/* Of the thing that is named here the name in its declaration, else its title; of a row its label;
 * of a file (`bruk`, `del av`) its beginning. */
hplan_status hplan_ide_definition(hplan_session *s, size_t file, size_t offset, hplan_range *out);
/* Every place in all files where that thing is named, with or without its declaration. */
hplan_status hplan_ide_references(hplan_session *s, size_t file, size_t offset, bool declaration,
                                  hplan_ranges *out);

/* What could be renamed here (the name, title or number of a thing, or the label of a row): its
 * range and what it says now. HPLAN_REFUSED where there is nothing of the kind; *why says why. */
hplan_status hplan_ide_renamable(hplan_session *s, size_t file, size_t offset, hplan_range *range,
                                 const char **name, const char **why);
/* The edits that give it another name, in all files.
 *
 * HPLAN_REFUSED: the name is none, or the plan would say something else with it; *why says which.
 * HPLAN_MISUSE: a crew has checked some of the roots. */
hplan_status hplan_ide_rename(hplan_session *s, size_t file, size_t offset, const char *name,
                              hplan_edits *out, const char **why);

typedef enum hplan_ide_item {
    HPLAN_ITEM_KEYWORD,
    HPLAN_ITEM_PROPERTY,
    HPLAN_ITEM_VALUE, /* a word that a property or a row may have */
    HPLAN_ITEM_NAME,  /* of a declared thing */
    HPLAN_ITEM_CODE,  /* of a catalogue, valid in the plan's year */
    HPLAN_ITEM_UNIT,
    HPLAN_ITEM_FUNCTION
} hplan_ide_item;

typedef struct hplan_ide_completion {
    hplan_ide_item kind;
    const char *label;  /* what is chosen from */
    const char *detail; /* in a few words, beside it; NULL: nothing */
    const char *doc;    /* a line or two; NULL: nothing */
    hplan_edit edit;    /* its text may hold $0 … only if `snippet` says so */
    bool snippet;       /* as in the language server protocol: ${1:name} $0 */
    bool preferred;     /* belongs here more than the others */
} hplan_ide_completion;

typedef struct hplan_ide_completions {
    const hplan_ide_completion *at; /* the preferred first, then by kind, then by label */
    size_t count;
} hplan_ide_completions;

hplan_status hplan_ide_complete(hplan_session *s, size_t file, size_t offset,
                                hplan_ide_completions *out);

/* What could be done at a place beside the fixes of findings: the typed figure in prose becomes
 * {…}, a row `sum` is added to a table, … */
typedef struct hplan_ide_action {
    const char *title;
    hplan_edits edits;
} hplan_ide_action;

typedef struct hplan_ide_actions {
    const hplan_ide_action *at;
    size_t count;
} hplan_ide_actions;

hplan_status hplan_ide_actions_in(hplan_session *s, hplan_range range, hplan_ide_actions *out);

/* ---- a file as a whole ---------------------------------------------------------------------- */

typedef enum hplan_ide_symbol_kind {
    HPLAN_SYMBOL_DOCUMENT, /* plan, rapport, grunnlag */
    HPLAN_SYMBOL_CHAPTER,
    HPLAN_SYMBOL_UNIT, /* of the organisation */
    HPLAN_SYMBOL_GOAL,
    HPLAN_SYMBOL_TABLE,
    HPLAN_SYMBOL_FIGURE, /* an indicator, a key figure, a frame */
    HPLAN_SYMBOL_RULE,
    HPLAN_SYMBOL_THING /* any other */
} hplan_ide_symbol_kind;

typedef struct hplan_ide_symbol {
    hplan_ide_symbol_kind kind;
    const char *name;   /* its title, else its name or number */
    const char *detail; /* the word it is declared with, and its name: "avdeling service" */
    hplan_range range;  /* the whole declaration */
    hplan_range head;   /* what is marked when one goes there: its name or title */
    unsigned depth;     /* 0: top; children follow their parent */
} hplan_ide_symbol;

typedef struct hplan_ide_symbols {
    const hplan_ide_symbol *at;
    size_t count;
} hplan_ide_symbols;

hplan_status hplan_ide_symbols_of(hplan_session *s, size_t file, hplan_ide_symbols *out);
/* Of all files but the library's, those with every part of `query` in name or detail. */
hplan_status hplan_ide_symbols_named(hplan_session *s, const char *query, hplan_ide_symbols *out);

typedef struct hplan_ide_fold {
    hplan_range range;
    bool comment;
} hplan_ide_fold;

typedef struct hplan_ide_folds {
    const hplan_ide_fold *at;
    size_t count;
} hplan_ide_folds;

/* Bodies, tables, text blocks and runs of comments that take more than one line. */
hplan_status hplan_ide_folds_of(hplan_session *s, size_t file, hplan_ide_folds *out);

typedef enum hplan_ide_class {
    HPLAN_CLASS_COMMENT,
    HPLAN_CLASS_KIND,     /* the word that declares: avdeling, tiltak */
    HPLAN_CLASS_PROPERTY, /* ansvar, frist */
    HPLAN_CLASS_VALUE,    /* a word with a meaning of its own: utkast, pågår */
    HPLAN_CLASS_FUNCTION, /* sum, antall */
    HPLAN_CLASS_ROLE,     /* of a row: sum, herav */
    HPLAN_CLASS_NAME,
    HPLAN_CLASS_TITLE, /* in quotes */
    HPLAN_CLASS_FIGURE,
    HPLAN_CLASS_UNIT,
    HPLAN_CLASS_CODE, /* of a catalogue */
    HPLAN_CLASS_OPERATOR,
    HPLAN_CLASS_PROSE,
    HPLAN_CLASS_COUNT
} hplan_ide_class;

typedef struct hplan_ide_token {
    hplan_range range; /* on one line, none over another */
    hplan_ide_class kind;
    bool declares; /* the name in its declaration */
} hplan_ide_token;

typedef struct hplan_ide_tokens {
    const hplan_ide_token *at;
    size_t count;
} hplan_ide_tokens;

hplan_status hplan_ide_tokens_of(hplan_session *s, size_t file, hplan_ide_tokens *out);

/* What is not written but known: the value behind a formula, the sum of a column that has no row
 * `sum`, and whether a claim holds. */
typedef struct hplan_ide_hint {
    size_t offset;
    const char *text;    /* " = 38 228 737 kr", " ✓" */
    const char *tooltip; /* NULL: none */
} hplan_ide_hint;

typedef struct hplan_ide_hints {
    const hplan_ide_hint *at;
    size_t count;
} hplan_ide_hints;

hplan_status hplan_ide_hints_in(hplan_session *s, hplan_range range, hplan_ide_hints *out);

/* A line above a declaration: of a goal its measures and how many of them are done. */
typedef struct hplan_ide_lens {
    hplan_range range;
    const char *title;
} hplan_ide_lens;

typedef struct hplan_ide_lenses {
    const hplan_ide_lens *at;
    size_t count;
} hplan_ide_lenses;

hplan_status hplan_ide_lenses_of(hplan_session *s, size_t file, hplan_ide_lenses *out);

/* ---- the words of the language -------------------------------------------------------------- */

/* The edits that put the keywords of some files in another language. Names, titles, prose and what
 * is printed as it is written stay. So do words that would mean something else in that language, or
 * would not be the same once they came back; *left says where those stand.
 *
 * HPLAN_REFUSED: one of the files has errors of form.
 * HPLAN_MISUSE: a crew has checked some of the roots, or lang is AUTO. */
hplan_status hplan_ide_keywords(hplan_session *s, const size_t *files, size_t count,
                                hplan_lang lang, hplan_edits *out, hplan_ranges *left);

#ifdef __cplusplus
}
#endif

#endif
