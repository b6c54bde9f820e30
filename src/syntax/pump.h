/*
 * pump.h — what lies between the scanner and the grammar.  Layer: syntax.
 *
 * In: the scanner's tokens. Out: tokens in which every statement ends in one END or with its body,
 * braces balance and nothing is nested too deep; so the grammar needs no rule for what is missing.
 */
#ifndef HPLAN_SYNTAX_PUMP_H
#define HPLAN_SYNTAX_PUMP_H

#include "syntax/scan.h"

typedef enum BraceMode {
    BRACES_TRUST,  /* the first reading: braces are taken as they come, and nothing is said */
    BRACES_INDENT, /* they did not balance: indentation is the witness of where */
    BRACES_FLAT    /* … and there is none to go by */
} BraceMode;

typedef struct Opener {
    uint32_t brace;  /* offset of the { */
    uint32_t indent; /* columns before the first line of its statement, for BRACES_INDENT */
    uint32_t line;   /* where that line begins */
} Opener;

typedef struct Given {
    int kind;
    uint32_t off, end;
} Given;

typedef struct Pump {
    Scan *scan;
    BraceMode mode;
    Tok tok;               /* the last one of the scanner … */
    bool holds;            /* … which is not given out yet … */
    Tok made;              /* … or one that stands before it and is not in the source */
    bool started;
    uint8_t broken;        /* what was passed over: 1 the end of a line, 2 a semicolon */
    bool flows;            /* a statement is being read, and the last token was a plain one of it */
    bool silent_close;     /* the last } was put in: nothing is asked of what follows it */

    /* What was given out last and before it, for the sentences of complain.c. An END has no
     * place of its own: the last one's is then that of the token before it. */
    Given last, before;

    /* The statement that is being read. */
    uint32_t statement;    /* where it begins */
    uint32_t indent, line; /* of the line on which it begins; indent: for BRACES_INDENT only */
    bool told;             /* a finding was made in it: no other about its form */
    bool valued;           /* its colon was given out; all of a cell is value */
    bool skip;             /* the rest of it is passed over */
    bool stray;            /* the last ) closed nothing */
    bool comma_broke;      /* a line ended behind a comma … */
    uint32_t comma;        /* … which is here */
    uint32_t operators, parens;

    uint32_t depth;
    bool indented;         /* some statement in a body stands to the right of column 0 */
    bool too_deep;         /* the end came while a body was passed over for its depth */
    bool ended;            /* the end has come while bodies were open */
    uint32_t missing, extra; /* braces, as this reading has it … */
    uint32_t short_of, over; /* … and as the first one had: set between the two */
    uint32_t opened;         /* a { was put in for as many of those that were too many */

    Opener open[SYNTAX_MAX_DEPTH];     /* `depth` of them */
    uint32_t paren[SYNTAX_MAX_DEPTH];  /* `parens` of them */
} Pump;

void pump_init(Pump *p, Scan *scan, BraceMode mode);

/* The next token, whichever it is. */
const Tok *pump_turn(Pump *p);

/* A token with which nothing begins or ends and nothing is counted. */
static inline bool pump_is_plain(int kind)
{
    return kind >= T_COMMA;
}

static inline void pump_note(Pump *p, const Tok *tok)
{
    p->told |= tok->told;
    p->valued |= tok->kind == T_COLON;
    p->before = p->last;
    p->last = (Given){tok->kind, tok->off, tok->end};
}

/* The next token for the grammar, until the next call. In line for most: with a plain one in a line
 * of a statement that flows there is nothing to settle. */
static inline const Tok *pump_next(Pump *p)
{
    if (p->flows) {
        scan_next(p->scan, &p->tok);
        if (!p->tok.first && pump_is_plain(p->tok.kind)) {
            pump_note(p, &p->tok);
            return &p->tok;
        }
        p->holds = true;
    }
    return pump_turn(p);
}

/* ---- repair.c ---- */
/* With indentation as the witness: what happens to the first token of a line. */
typedef enum Verdict { VERDICT_KEEP, VERDICT_DROP, VERDICT_CLOSE } Verdict;
Verdict repair_line(Pump *p, const Tok *tok);
/* Does a { stand missing between the statement and this token, the first of a line? Then it is
 * reported, and goes in. */
bool repair_opener(Pump *p, const Tok *tok);                           /* HP1008 */
void repair_missing(Pump *p, const Opener *opener, const Tok *before); /* HP1005 */
void repair_end(Pump *p); /* HP1005, of all that is open */
void repair_extra(Pump *p, const Tok *brace);                          /* HP1006 */

#endif
