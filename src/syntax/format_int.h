/*
 * format_int.h — what the parts of the formatter share.  Layer: syntax, and private to it.
 *
 * format.c walks the statements, format_line.c writes their words, format_table.c their tables,
 * format_out.c keeps the lines that come of it, and format_same.c compares them with the source.
 */
#ifndef HPLAN_SYNTAX_FORMAT_INT_H
#define HPLAN_SYNTAX_FORMAT_INT_H

#include "syntax/scan.h"
#include "syntax/tree.h"

enum { FORMAT_WIDTH = 120 }; /* columns of a body on one line, and of a cell at most */

typedef struct FormatToken {
    uint32_t off, end;
    int kind; /* T_… */
} FormatToken;

/* A comment behind something else on its line; where it begins is settled at the end. */
typedef struct Tail {
    size_t at;      /* in the output: where the line ends without it */
    uint32_t line;  /* the number of the line, blank ones not counted */
    uint32_t width; /* of what stands before it */
    Str comment;
} Tail;

typedef struct Format {
    Arena *arena;
    const Tree *tree;
    const char *text; /* of the source */
    Scan scan;               /* reads the words of one statement after the other */
    VEC(FormatToken) tokens; /* of the statement at hand */
    uint32_t comment;        /* the next of them */
    bool wide;               /* a line may be as long as it gets */
    bool in_line;            /* within a body that is being put on one line */

    Buf out;
    bool started;
    size_t line;    /* in the output: where the current line begins */
    uint32_t lines; /* so far, blank ones not counted */
    VEC(Tail) tails;
} Format;

/* ---- format_out.c ---- */
void out_line(Format *f, uint32_t depth, bool blank_before);
void out_raw(Format *f, uint32_t off, uint32_t end); /* bytes of the source, with their lines */
void out_text(Format *f, Str text);                  /* … of which none ends a line */
void out_pad(Format *f, uint32_t columns);
void out_tail(Format *f, Str comment, uint32_t depth);
uint32_t out_width(const Format *f); /* of the current line */
/* Everything, with tails; each line ends as `crlf` says. */
void out_finish(Format *f, Buf *to, bool crlf);

/* ---- format_line.c ---- */
/* The words of a statement's head and values, from the one at off to the last before end.
 * Returns where the last one ends in the source. */
uint32_t line_put(Format *f, uint32_t off, uint32_t end, uint32_t depth);
void block_put(Format *f, NodeRef text, uint32_t depth);
/* Is there nothing between the two but blanks, line ends, semicolons and comments? */
bool gap_is_plain(const Format *f, uint32_t from, uint32_t to);

/* ---- format.c ---- */
typedef struct Gap {
    uint32_t breaks; /* line ends behind the last piece of it */
    bool glued;      /* nothing ends a statement: what follows stands on the same line, */
    bool apart;      /* behind a blank */
} Gap;

/* What stands between two tokens: comments, and what the scanner could make nothing of. */
Gap gap_put(Format *f, uint32_t from, uint32_t to, uint32_t depth, bool *first);
void comments_skip(Format *f, uint32_t to);
Str comment_text(const Format *f, uint32_t off, uint32_t end); /* without blanks behind it */

/* ---- format_table.c ---- */
void table_put(Format *f, NodeRef table, uint32_t depth);

/* ---- format_same.c ---- */
/* Do the two say the same, comments included? */
bool format_same(Arena *arena, const Tree *a, const Tree *b);

#endif
