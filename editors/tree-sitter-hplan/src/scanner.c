/*
 * scanner.c — every token of hplan, for the parser that tree-sitter makes of grammar.js.
 *
 * What the compiler's scanner and pump do between them (src/syntax/scan_*.c, pump.c): where a
 * statement begins and ends, which words are words of the language, and what a cell or a text
 * holds. scan.h says how.
 */
#include "prose.h"
#include "row.h"

#include <stdlib.h>

/* ---- statements ---- */

/* Beyond the mark: the first character that is not a blank, a newline or in a comment. */
static int32_t next_sign(Scan *s)
{
    for (;;) {
        while (!scan_eof(s) && (is_blank(scan_peek(s)) || scan_peek(s) == '\n'))
            scan_advance(s);
        if (scan_eof(s) || scan_peek(s) != '#')
            return scan_eof(s) ? 0 : scan_peek(s);
        while (!scan_line_end(s))
            scan_advance(s);
    }
}

static void begin_statement(State *state)
{
    state->inside = state->property = state->in_value = state->formula = false;
    state->later_row = false;
    state->parens = 0;
    state->context = CONTEXT_TEXT;
    state->mode = MODE_CODE;
}

/* A newline ends a statement unless a comma stands before it or a body follows. */
static bool scan_newline(Scan *s)
{
    State *state = s->state;
    bool ends = state->mode != MODE_INTERPOLATION && state->inside && !state->after_comma;
    while (scan_peek(s) == '\n' || is_blank(scan_peek(s)))
        scan_advance(s);
    scan_mark(s);
    if (!ends)
        return scan_give(s, SOFT_NEWLINE);
    int32_t next = next_sign(s);
    if (next == '{' && !state->after_body)
        return scan_give(s, SOFT_NEWLINE);
    if (next == '|' && state->after_row) {
        scan_give(s, ROW_END);
        state->inside = false;
        state->later_row = true;
        return true;
    }
    begin_statement(state);
    return scan_give(s, NEWLINE);
}

/* Beyond the mark: does the statement's head have a colon behind it? */
static bool colon_ahead(Scan *s)
{
    for (; !scan_line_end(s); scan_advance(s)) {
        switch (scan_peek(s)) {
        case ':':
            return true;
        case '{': case '}': case ';': case '#':
            return false;
        case '"':
            do
                scan_advance(s);
            while (!scan_line_end(s) && scan_peek(s) != '"');
            if (scan_line_end(s))
                return false;
            break;
        default:
            break;
        }
    }
    return false;
}

/* Where no statement has begun: a mark without length that says which kind of one it is. */
static bool scan_beginning(Scan *s)
{
    State *state = s->state;
    scan_mark(s);
    if (scan_peek(s) == '"') {
        scan_advance(s);
        if (scan_peek(s) == '"') {
            scan_advance(s);
            bool block = scan_peek(s) == '"';
            if (block)
                scan_advance(s);
            scan_mark(s);
            state->mode = block ? MODE_PROSE : MODE_CODE;
            state->inside = state->line_start = true;
            return scan_give(s, block ? TEXT_OPEN : STRAY);
        }
        while (!scan_line_end(s) && scan_peek(s) != '"')
            scan_advance(s);
    }
    state->property = colon_ahead(s);
    state->inside = state->fresh = true;
    state->context = CONTEXT_CHOICE; /* of a default property: `2018: …` */
    return scan_give(s, state->property ? BEGINS_PROPERTY : BEGINS_DECLARATION);
}

/* A statement that a brace or the file's end closes. */
static bool scan_end(Scan *s)
{
    scan_mark(s);
    begin_statement(s->state);
    return scan_give(s, END);
}

/* ---- single signs ---- */

static bool scan_comment(Scan *s)
{
    while (!scan_line_end(s)) {
        bool blank = is_blank(scan_peek(s));
        scan_advance(s);
        if (!blank)
            scan_mark(s);
    }
    return scan_give(s, COMMENT);
}

static bool scan_dash(Scan *s)
{
    State *state = s->state;
    bool binary = state->operand;
    scan_advance(s);
    scan_mark(s);
    if (!binary && state->in_value && is_digit(scan_peek(s)))
        return scan_figure(s);
    return scan_give(s, binary ? MINUS : NEGATIVE);
}

static bool scan_brace(Scan *s, bool opens)
{
    State *state = s->state;
    if (!opens && state->inside && state->mode == MODE_CODE)
        return scan_end(s);
    scan_advance(s);
    scan_mark(s);
    if (state->mode == MODE_ROW || (opens && state->mode == MODE_INTERPOLATION))
        return scan_give(s, STRAY);
    if (state->mode == MODE_INTERPOLATION) {
        state->mode = MODE_PROSE;
        return scan_give(s, RIGHT_INTERPOLATION);
    }
    begin_statement(state);
    state->inside = !opens;
    return scan_give(s, opens ? LEFT_BRACE : RIGHT_BRACE);
}

/* What a sign is: STRAY where it has no meaning. */
static enum TokenType sign_type(const State *state, int32_t c)
{
    bool code = state->mode == MODE_CODE;
    switch (c) {
    case ';':
        return code ? SEMICOLON : STRAY;
    case ':':
        return COLON;
    case ',':
        return COMMA;
    case '(':
        return LEFT_PAREN;
    case ')':
        return RIGHT_PAREN;
    case '+':
        return PLUS;
    case '*':
        return STAR;
    case '/':
        return SLASH;
    case '%':
        return UNIT;
    case '=':
        return EQUALS;
    case 0x2264: case 0x2265:
        return COMPARISON;
    default:
        return STRAY;
    }
}

static bool scan_sign(Scan *s)
{
    State *state = s->state;
    enum TokenType type = sign_type(state, scan_peek(s));
    if (type == SEMICOLON)
        begin_statement(state);
    state->in_value = state->in_value || type == COLON || type == EQUALS;
    if (type == LEFT_PAREN && state->parens < UINT8_MAX)
        state->parens++;
    else if (type == RIGHT_PAREN && state->parens > 0)
        state->parens--;
    state->formula = state->formula || type == EQUALS;
    if (type == COMMA && state->mode == MODE_CODE && state->parens == 0)
        state->formula = false;
    /* The footnote mark of a cell with a formula. */
    if (type == STAR && state->mode == MODE_ROW) {
        scan_advance(s);
        scan_mark(s);
        return scan_give(s, cell_ends(s) ? WORD : STAR);
    }
    return scan_give_one(s, type);
}

/* ---- all of it ---- */

/* In a statement, in {…}, and behind the `=` of a cell. */
static bool scan_code(Scan *s)
{
    int32_t c = scan_peek(s);
    if (is_digit(c))
        return scan_figure(s);
    if (c >= 0xBC && c <= 0xBE) /* ¼ ½ ¾ */
        return scan_give_one(s, NUMBER);
    if (is_letter(c))
        return scan_word(s);
    if (is_dash(c))
        return scan_dash(s);
    if (is_opening_quote(c))
        return scan_string(s, STRAY);
    if (c == '{' || c == '}')
        return scan_brace(s, c == '{');
    if (c == '<' || c == '>')
        return scan_angle(s);
    return scan_sign(s);
}

static bool scan_row(Scan *s)
{
    if (scan_line_end(s)) { /* the last bar is missing */
        s->state->mode = MODE_CODE;
        s->state->after_row = true;
        return scan_newline(s);
    }
    if (scan_peek(s) == '|')
        return scan_bar(s);
    if (s->state->formula)
        return scan_code(s);
    if (!s->state->later_row)
        return head_cell(s);
    return s->state->cell == 0 ? first_cell(s) : other_cell(s);
}

static bool scan_any(Scan *s)
{
    State *state = s->state;
    if (state->mode == MODE_PROSE)
        return scan_prose(s);
    scan_skip_blanks(s);
    if (state->mode == MODE_ROW && !scan_eof(s))
        return scan_row(s);
    if (scan_eof(s))
        return state->inside && scan_end(s);
    int32_t c = scan_peek(s);
    if (c == '\n')
        return scan_newline(s);
    if (c == '#' && state->mode == MODE_CODE)
        return scan_comment(s);
    if (state->inside || state->mode == MODE_INTERPOLATION)
        return scan_code(s);
    if (c == '|')
        return scan_bar(s);
    return c == '}' || c == '{' || c == ';' ? scan_code(s) : scan_beginning(s);
}

/* ---- what tree-sitter calls ---- */

void *tree_sitter_hplan_external_scanner_create(void);
void tree_sitter_hplan_external_scanner_destroy(void *payload);
unsigned tree_sitter_hplan_external_scanner_serialize(void *payload, char *buffer);
void tree_sitter_hplan_external_scanner_deserialize(void *payload, const char *buffer, unsigned n);
bool tree_sitter_hplan_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid);

void *tree_sitter_hplan_external_scanner_create(void)
{
    return calloc(1, sizeof(State));
}

void tree_sitter_hplan_external_scanner_destroy(void *payload)
{
    free(payload);
}

unsigned tree_sitter_hplan_external_scanner_serialize(void *payload, char *buffer)
{
    memcpy(buffer, payload, sizeof(State));
    return sizeof(State);
}

void tree_sitter_hplan_external_scanner_deserialize(void *payload, const char *buffer, unsigned n)
{
    memset(payload, 0, sizeof(State));
    if (n == sizeof(State))
        memcpy(payload, buffer, n);
}

bool tree_sitter_hplan_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid)
{
    (void)valid; /* scan.h says why */
    Scan s = {.lexer = lexer, .state = payload, .spent = false};
    return payload != NULL && scan_any(&s);
}
