/*
 * value.h — what a word is in a value, in the head of a statement, and in an index.
 *
 * The rules are those at the head of tools/editors/words.py, by which all grammars go.
 */
#ifndef HPLAN_VALUE_H
#define HPLAN_VALUE_H

#include "figure.h"
#include "word.h"

/* hp4001 */
static inline bool is_finding(const Buffer *b)
{
    if (b->len != 6 || b->text[0] != 'h' || b->text[1] != 'p')
        return false;
    for (unsigned i = 2; i < 6; i++)
        if (!is_digit(b->text[i]))
            return false;
    return true;
}

/* Does a figure follow? Where too much was looked at already the answer is yes. */
static inline bool figure_follows(Scan *s)
{
    if (s->spent)
        return true;
    scan_pass_blanks(s);
    return is_digit(scan_peek(s)) || is_dash(scan_peek(s)) || scan_peek(s) == '(';
}

/* kr 300 000: the unit stands before its figure. */
static inline bool is_currency(const Buffer *b)
{
    return strcmp(b->text, "kr") == 0 || strcmp(b->text, "kr.") == 0 || strcmp(b->text, "nok") == 0;
}

static inline bool reads_names(const State *state)
{
    return state->formula || state->context == CONTEXT_NAMES || state->mode == MODE_INTERPOLATION;
}

static inline enum TokenType value_word(Scan *s, Buffer *b)
{
    const State *state = s->state;
    bool choice = state->context == CONTEXT_CHOICE && !reads_names(state);
    bool counted = state->mode == MODE_INTERPOLATION && !state->formula;
    uint32_t wanted = G_QUALIFIER | (state->after_figure ? G_UNIT : 0) | (choice ? G_CHOICE : 0)
                      | (counted ? G_NUMBER : 0) | (reads_names(state) ? G_CONNECTIVE : 0);
    bool unit = state->after_figure;
    if (!unit && is_currency(b) && figure_follows(s))
        return UNIT;
    uint32_t groups = phrase_scan(s, b, wanted);
    if (groups & G_UNIT)
        return UNIT;
    if ((groups & G_QUALIFIER) && figure_follows(s))
        return QUALIFIER;
    if ((groups & G_CHOICE) && (!unit || figure_follows(s))) /* 12 årsverk, but 3 til 5 */
        return CONSTANT;
    if (groups & G_NUMBER)
        return NUMBER;
    if (groups & G_CONNECTIVE)
        return CONNECTIVE;
    if (unit)
        return UNIT;
    return reads_names(state) ? NAME : WORD;
}

/* The first word of a statement whose head has a colon: a property, which says how its value is
 * read; or a word of an index, and the key has been left out. */
static inline enum TokenType key_word(Scan *s, Buffer *b)
{
    State *state = s->state;
    uint32_t contexts = G_CHOICES | G_NAMES | G_CODES;
    uint32_t groups = phrase_scan(s, b, G_PROPERTY | G_INDEX | contexts);
    state->context = groups & G_CHOICES || !(groups & G_PROPERTY) ? CONTEXT_CHOICE
                     : groups & G_NAMES                          ? CONTEXT_NAMES
                     : groups & G_CODES                          ? CONTEXT_CODES
                                                                 : CONTEXT_TEXT;
    if (groups & G_PROPERTY)
        return KEY;
    return groups & G_INDEX ? CONSTANT : WORD;
}

/* The first word of a declaration is its kind; `nytt tiltak` has a word before it. */
static inline enum TokenType kind_word(Scan *s, Buffer *b)
{
    uint32_t groups = phrase_scan(s, b, G_KIND | G_CONNECTIVE);
    s->state->fresh = !(groups & G_KIND) && (groups & G_CONNECTIVE);
    return groups & G_KIND ? KIND : groups & G_CONNECTIVE ? CONNECTIVE : WORD;
}

static inline enum TokenType head_word(Scan *s, Buffer *b)
{
    State *state = s->state;
    if (!state->fresh && !state->property)
        return NAME;
    if (state->fresh) {
        state->fresh = false;
        return state->property ? key_word(s, b) : kind_word(s, b);
    }
    return phrase_scan(s, b, G_INDEX) ? CONSTANT : WORD;
}

/* At a letter. */
static inline bool scan_word(Scan *s)
{
    Buffer b = {.len = 0};
    enum TokenType type = word_scan(s, &b);
    bool head = s->state->mode == MODE_CODE && !s->state->in_value;
    if (type == WORD && !s->spent && scan_peek(s) == ':' && is_link_start(&b) && !head)
        type = link_scan(s) ? URL : WORD;
    else if (type == WORD && is_finding(&b))
        type = CODE;
    else if (type == WORD)
        type = head ? head_word(s, &b) : value_word(s, &b);
    s->state->fresh = s->state->fresh && type == CONNECTIVE;
    return scan_give(s, type);
}

/* At a digit. */
static inline bool scan_figure(Scan *s)
{
    State *state = s->state;
    enum TokenType type = figure_scan(s);
    if (type == WORD) {
        Buffer rest = {.len = 0};
        word_take(s, &rest);
    } else if (type == NUMBER && state->context == CONTEXT_CODES && state->in_value
               && !state->formula) {
        type = CODE;
    }
    state->fresh = false;
    return scan_give(s, type);
}

/* ---- strings ---- */

static inline bool closes_string(int32_t opener, int32_t c)
{
    if (opener == '"')
        return c == '"' || c == 0x201C || c == 0x201D;
    if (opener == 0xAB || opener == 0xBB)
        return c == (opener == 0xAB ? 0xBB : 0xAB);
    return c == 0x201C || c == 0x201D || c == '"';
}

/* "Rammen i 2027".kulturskolen: behind a string the parts of a path that touch it. */
static inline bool scan_path_on(Scan *s)
{
    Buffer b = {.len = 0};
    bool goes_on = false;
    while (!s->spent && scan_peek(s) == '.') {
        scan_advance(s);
        if (!word_part(s, &b))
            break;
        goes_on = true;
    }
    return goes_on;
}

/* At its opening mark. Unclosed before the line's end (in a cell, before the bar) it is no string,
 * and the mark alone is the token. */
static inline bool scan_string(Scan *s, enum TokenType unclosed)
{
    int32_t opener = scan_peek(s);
    enum TokenType type = unclosed;
    scan_advance(s);
    scan_mark(s);
    while (!scan_line_end(s) && !(s->state->mode == MODE_ROW && scan_peek(s) == '|')) {
        bool closes = closes_string(opener, scan_peek(s));
        scan_advance(s);
        if (closes) {
            scan_mark(s);
            type = STRING;
            break;
        }
    }
    s->state->fresh = false;
    bool valued = s->state->in_value || s->state->formula || s->state->mode == MODE_INTERPOLATION;
    if (type == STRING && valued && scan_path_on(s))
        type = PATH;
    return scan_give(s, type);
}

#endif
