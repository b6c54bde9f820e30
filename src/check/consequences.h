/*
 * consequences.h — one fault, one finding.  Layer: check, private to it.
 */
#ifndef HPLAN_CHECK_CONSEQUENCES_H
#define HPLAN_CHECK_CONSEQUENCES_H

#include "check/shared.h"

/* Silences findings that only follow from others; then again those that known_settle added. */
void consequences_settle(Model *m);

/* Of running text that was pasted into a plan one finding, with the lines (consequences_text.c). */
void consequences_text_runs(Model *m);
/* An error about a line that could not be read. */
bool consequences_unread(const Diag *d);
/* Silences all that was found on these lines, and makes the one finding of them … */
Diag *consequences_lines_told(Model *m, MsgId code, FileId file, uint32_t first, uint32_t last);
void consequences_note_lines(Diag *d, uint32_t first, uint32_t last);
/* … that says that they are text (HP1035). */
Diag *consequences_text_told(Model *m, FileId file, uint32_t first, uint32_t last);
/* Something that a file was to take in is not to be had (HP9001 …). */
bool consequences_lacks_file(const Diag *d);
/* Where that is so: may what this finding misses stand there (consequences_file.c)? */
bool consequences_may_be_in_file(const Model *m, const Diag *d);

/* Of rows that were pasted with tabs between their fields one finding (consequences_rows.c). */
void consequences_pasted_rows(Model *m);
/* The same of rows that were typed with blanks between their cells (consequences_blanks.c). */
void consequences_typed_rows(Model *m);
/* Of a column whose cells are of the wrong kind one finding (consequences_columns.c). */
void consequences_columns(Model *m);

/* Withdraws the fix of a comma before what is no property (consequences_fixes.c). */
void consequences_commas(Model *m);

/* Of a value that could not be read one finding (consequences_values.c). */
void consequences_values(Model *m);

/* Of what was worked out from rows with too few cells nothing (consequences_terms.c). */
void consequences_terms(Model *m);
/* Of a name that nobody has one finding, with all lines that it stands on (consequences_names.c). */
void consequences_names(Model *m);
/* The equations, counts and claims that do not hold, as index of their proof + 1, by where what is
 * written begins, which is where they are told. */
U32Map consequences_failing(const Model *m);

/* Where something stands, for maps by place: its line, and its first byte. */
static inline uint64_t consequences_line(FileId file, uint32_t line)
{
    return (uint64_t)file << 32 | line;
}

static inline uint64_t consequences_start(Span span)
{
    return (uint64_t)span.file << 32 | span.off;
}

/* Merges findings of two checks about one fault (consequences_pairs.c). */
void consequences_pairs(Model *m);

/* The first part of a finding of this kind, with this text; NULL: none. */
const DiagPart *consequences_part(const Diag *d, PartKind kind);
const DiagPart *consequences_text(const Diag *d, PartKind kind, MsgId text);

#endif
