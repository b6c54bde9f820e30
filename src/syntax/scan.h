/*
 * scan.h — the scanner's state and the hand scanners behind it.  Layer: syntax.
 *
 * In: the bytes [start, limit) of a source. Out: Toks, one a call of scan_next. grammar/hplan.l
 * decides on the first byte; the scanners below measure the rest. Each is given the offset of a
 * token's first byte, returns the offset behind its last, and sets tok->kind (left at T_EOF: no
 * token, go on).
 *
 * The scanner keeps the little state on which the reading of a byte depends: whether the
 * statement has come to its value, and what stood to the left. Everything that needs to look
 * further, such as nesting, is the pump's.
 */
#ifndef HPLAN_SYNTAX_SCAN_H
#define HPLAN_SYNTAX_SCAN_H

#include "base/apart.h"
#include "base/utf8.h"
#include "syntax/lone_mark.h"
#include "syntax/tree.h"

#include "hplan.tab.h"

typedef struct Tok {
    int kind;          /* T_… */
    uint32_t off, end;
    bool told;         /* a lexical error was reported in or just before it, on its line … */
    bool told_above;   /* … or behind the token before it, on a line above */
    bool first;        /* on its line */
    uint32_t line;     /* where the line begins on which it begins */
    uint32_t val;      /* T_FIGURE: FigureShape; T_MINUS: BINARY_EN_DASH…; T_TABLE: rows */
} Tok;

/* Findings of syntax in one file; what comes after is not reported. */
#define SYNTAX_MAX_FINDINGS 1000

typedef struct Scan {
    const char *text;  /* of the whole source */
    uint32_t start, limit;
    FileId file;
    DiagSink *sink;
    Arena *arena;      /* for the texts of findings */
    Tree *tree;        /* takes the comments; NULL: nobody does */
    bool inline_mode;  /* a cell or {…}: all is value, line ends are blanks */
    bool quiet;        /* nothing is reported */
    uint32_t findings;

    int prev;          /* kind of the token to the left in this statement; T_EOF: none */
    uint32_t prev_off; /* where that begins */
    bool in_value;     /* behind the colon, or behind a comparator */
    bool formula;      /* behind an '=' */
    bool figure_seen;  /* in the stated value that is being read */
    bool told;         /* to be marked on the next token */
    bool odd_told;     /* a character without meaning was reported on this line */
    bool line_told;    /* any error was */
    LoneMarks lone;    /* known from a reading before that went wrong */
    bool hush;         /* the form of this statement was complained of: no more about it */
    uint32_t line_off; /* where the line begins on which the scanner is */
    uint32_t eol_from, eol;      /* [eol_from, eol) is known to lie on one line, eol to be its end */
    uint32_t indent_off, indent; /* of the line that begins at indent_off */

    uint32_t at;       /* behind the last token: there the next is looked for */
    void *flex;        /* its state, … */
    char byte[4];      /* … what it reads: the byte it decides on, a blank, and two NULs */
    size_t used;       /* … and of the store, which takes what it allocates */
    _Alignas(16) char store[512];
} Scan;

/* ---- hplan.l ---- */
void scan_open(Scan *s);
void scan_next(Scan *s, Tok *tok);

/* ---- scan.c: the scanner's state; for hplan.l ---- */
void scan_init(Scan *s, const Source *source, FileId file, DiagSink *sink, Arena *arena);
void *scan_alloc(Scan *s, size_t size);
_Noreturn void scan_broken(const char *what); /* a bug: flex did what it never does */
const char *token_name(int kind); /* for dumps */

/* How the next bytes are read depends on what stands before them. */
static inline void scan_begin_statement(Scan *s)
{
    s->in_value = s->inline_mode;
    s->formula = s->figure_seen = s->hush = false;
    s->prev = T_EOF;
}

static inline void scan_begin_value(Scan *s)
{
    s->in_value = true;
    s->figure_seen = false;
}

/* ---- the hand scanners ---- */
uint32_t scan_word(Scan *s, uint32_t off, Tok *tok);    /* scan_word.c: words, paths, links */
uint32_t scan_figure(Scan *s, uint32_t off, Tok *tok);  /* scan_figure.c */
uint32_t scan_spoilt(Scan *s, uint32_t off, Tok *tok);  /* O,5: a figure; off: it is none */
uint32_t scan_quote(Scan *s, uint32_t off, Tok *tok);   /* scan_text.c: strings, text blocks */
uint32_t scan_table(Scan *s, uint32_t off, Tok *tok);   /* scan_table.c */
uint32_t scan_comment(Scan *s, uint32_t off, Tok *tok); /* scan_mark.c: the rest */
uint32_t scan_dash(Scan *s, uint32_t off, Tok *tok);
uint32_t scan_star(Scan *s, uint32_t off, Tok *tok);
uint32_t scan_high(Scan *s, uint32_t off, Tok *tok);    /* any byte from 0x80 on */
uint32_t scan_angle(Scan *s, uint32_t off, Tok *tok);   /* < <= > >= */
uint32_t scan_odd(Scan *s, uint32_t off, Tok *tok);     /* a character without meaning */

/* ---- shared between them ---- */
enum { BYTE_IN_WORD = 1, BYTE_BLANK = 2 }; /* of ASCII; a return is a blank here */
extern const uint8_t byte_class[256];
uint32_t line_end(Scan *s, uint32_t off);               /* of its '\n' (or "\r\n"), or limit */
uint32_t line_indent(Scan *s);                          /* columns of blanks before the line */
uint32_t columns(const char *text, uint32_t from, uint32_t to); /* of blanks; stops at others */
uint32_t skip_blanks(const Scan *s, uint32_t off, uint32_t end);
uint32_t word_end(const Scan *s, uint32_t off);
/* The dot at `end` makes a path of what stands before it, if a word, digits
 * or a string touch it. */
uint32_t scan_path_on(Scan *s, uint32_t end, Tok *tok);
uint32_t string_end(Scan *s, uint32_t off, bool *closed);        /* "…" from its opener on */
/* Does a word or another mark touch a string that ends here? Then it goes on to where string_nested
 * says, with a finding. */
bool string_touched(const Scan *s, uint32_t end);
uint32_t string_nested(Scan *s, uint32_t off, uint32_t end);
bool letter_at(const Scan *s, uint32_t off);
/* Does a string end on this line behind `off` that never began? Then that is reported. */
bool string_unopened(Scan *s, uint32_t off);
/* Is the line at `off` a footnote below a table, with the place in its mark? Says so, and gives its
 * end; 0: it is none. */
uint32_t footnote_line(Scan *s, uint32_t off);
/* The mark of a footnote, in a place that has no foot: says so, and gives its end. */
uint32_t report_footnote(Scan *s, uint32_t off, uint32_t end);
void comment_add(Scan *s, uint32_t off, uint32_t end);
/* A finding in this file, or NULL where none is to be made. An error marks the token. */
Diag *scan_report(Scan *s, MsgId code, uint32_t off, uint32_t end);
Span scan_span(const Scan *s, uint32_t off, uint32_t end);
Str scan_str(const Scan *s, uint32_t off, uint32_t end);

/* ---- prepare.c: what is looked for in the whole file before it is scanned ---- */
/* False: this is no text that could be scanned, and a finding says why. */
bool scan_prepare(Scan *s);

#endif
