/*
 * scan.h — the state of the scanner and how it takes characters.
 *
 * The scanner is a function of its state and the text: it never asks the parser what would fit.
 * So it gives the same tokens behind a fault as elsewhere, and the parser finds its way back at
 * the next statement. tree-sitter moves forward only; what has been looked at beyond the last
 * scan_mark is read again with the next token.
 */
#ifndef HPLAN_SCAN_H
#define HPLAN_SCAN_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <tree_sitter/parser.h>

/* In the order of `externals` in grammar.js. */
enum TokenType {
    NEWLINE, SOFT_NEWLINE, END, ROW_END, BEGINS_PROPERTY, BEGINS_DECLARATION,
    SEMICOLON, LEFT_BRACE, RIGHT_BRACE, COLON, COMMA, LEFT_PAREN, RIGHT_PAREN,
    EQUALS, COMPARISON, PLUS, MINUS, NEGATIVE, STAR, SLASH, BAR,
    COMMENT, KIND, KEY, NAME, PATH, FUNCTION, CONSTANT, QUALIFIER, CONNECTIVE,
    NUMBER, ORDINAL, UNIT, CODE, ROLE, WORD, STRING, URL,
    TEXT_OPEN, TEXT_CLOSE, LEFT_INTERPOLATION, RIGHT_INTERPOLATION,
    PROSE, HEADING, STRONG, LINK, STRAY
};

typedef enum Mode { MODE_CODE, MODE_ROW, MODE_PROSE, MODE_INTERPOLATION } Mode;

/* How the words of a value are read; the same as CONTEXTS in tools/editors/words.py. */
typedef enum Context { CONTEXT_TEXT, CONTEXT_CHOICE, CONTEXT_NAMES, CONTEXT_CODES } Context;

typedef struct State {
    uint8_t mode;
    uint8_t context;
    uint8_t inside;       /* a statement has begun and not ended */
    uint8_t fresh;        /* nothing of the statement, or of the cell, has been read yet */
    uint8_t property;     /* the statement has a colon behind its head */
    uint8_t in_value;
    uint8_t formula;      /* behind an `=` */
    uint8_t operand;      /* the last token may stand to the left of an operator */
    uint8_t after_figure; /* so a word is a unit */
    uint8_t after_comma;  /* so a newline ends nothing */
    uint8_t after_body;   /* so a brace on the next line is no body of this statement */
    uint8_t after_row;    /* a table may go on, on the next line */
    uint8_t later_row;    /* not the first row of its table, which is the header */
    uint8_t cell;         /* 0 in the first cell of a row, 1 in all others */
    uint8_t figures;      /* nothing but figures in this cell so far: an `=` begins a formula */
    uint8_t line_start;   /* in prose: only blanks to the left */
    uint8_t parens;       /* open ones, as far as they can be counted */
} State;

typedef struct Scan {
    TSLexer *lexer;
    State *state;
    bool spent; /* moved beyond the mark: nothing more can be looked at for this token */
} Scan;

/* ---- characters ---- */

static inline int32_t scan_peek(const Scan *s)
{
    return s->lexer->lookahead;
}

static inline bool scan_eof(const Scan *s)
{
    return s->lexer->eof(s->lexer);
}

static inline void scan_advance(Scan *s)
{
    s->lexer->advance(s->lexer, false);
}

/* Everything so far belongs to the token. */
static inline void scan_mark(Scan *s)
{
    s->lexer->mark_end(s->lexer);
}

static inline bool scan_line_end(const Scan *s)
{
    return scan_peek(s) == '\n' || scan_eof(s);
}

static inline bool is_blank(int32_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A)
           || c == 0x202F;
}

/* What a word processor leaves behind: soft hyphen, zero-width and bidirectional marks. */
static inline bool is_guest(int32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
           || c == 0x2060 || c == 0xFEFF;
}

static inline bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_dash(int32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static inline bool is_opening_quote(int32_t c)
{
    return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F);
}

/* Letters and marks: all beyond Latin-1's signs but punctuation, symbols and emoji. */
static inline bool is_letter(int32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (c < 0xC0)
        return c == 0xAA || c == 0xB5 || c == 0xBA;
    return c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F)
           && !(c >= 0xE000 && c <= 0xF8FF) && c != 0xFEFF && c != 0xFFFD && c < 0x1F000;
}

static inline void scan_skip_blanks(Scan *s)
{
    while (!scan_eof(s) && (is_blank(scan_peek(s)) || is_guest(scan_peek(s))))
        s->lexer->advance(s->lexer, true);
}

/* Blanks that have been looked at, beyond the mark. */
static inline void scan_pass_blanks(Scan *s)
{
    while (!scan_eof(s) && is_blank(scan_peek(s)))
        scan_advance(s);
}

/* ---- giving a token ---- */

static inline bool is_operand(enum TokenType type)
{
    return (type >= NAME && type <= PATH) || (type >= CONSTANT && type <= URL)
           || type == RIGHT_PAREN || type == RIGHT_BRACE;
}

static inline bool scan_give(Scan *s, enum TokenType type)
{
    State *state = s->state;
    s->lexer->result_symbol = type;
    if (type == COMMENT || type == SOFT_NEWLINE)
        return true;
    state->operand = is_operand(type);
    state->after_figure = type == NUMBER;
    state->after_comma = type == COMMA;
    state->after_body = type == RIGHT_BRACE;
    state->after_row = false;
    return true;
}

/* The character at which the scanner stands, and no more, is the token. */
static inline bool scan_give_one(Scan *s, enum TokenType type)
{
    scan_advance(s);
    scan_mark(s);
    return scan_give(s, type);
}

#endif
