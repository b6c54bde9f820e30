/*
 * row.h — rows of a table: heads, the first cell with its role or code, cells, formulas in them.
 */
#ifndef HPLAN_ROW_H
#define HPLAN_ROW_H

#include "value.h"

/* Looks along the line, beyond the mark: is there another bar, or, if not, nothing but what may
 * stand behind a row? */
static inline bool row_goes_on(Scan *s)
{
    bool closers = true, comment = false;
    scan_pass_blanks(s);
    comment = scan_peek(s) == '#';
    for (int32_t last = 0; !scan_line_end(s); last = scan_peek(s), scan_advance(s)) {
        int32_t c = scan_peek(s);
        if (c == '|' && last != '\\')
            return true;
        closers = closers && (c == '}' || c == ';' || c == '#' || is_blank(c));
        if (c == '#' && closers)
            comment = true;
    }
    return !closers && !comment;
}

/* At a bar: what stands behind it is another cell, or the row is at its end. */
static inline bool scan_bar(Scan *s)
{
    State *state = s->state;
    bool opens = state->mode != MODE_ROW;
    scan_advance(s);
    scan_mark(s);
    bool more = row_goes_on(s);
    scan_give(s, BAR);
    state->cell = !opens;
    state->mode = more ? MODE_ROW : MODE_CODE;
    state->after_row = !more;
    state->fresh = state->figures = true;
    state->formula = false;
    state->inside = true;
    state->context = CONTEXT_TEXT;
    return true;
}

static inline bool cell_ends(Scan *s)
{
    if (s->spent)
        return false;
    scan_pass_blanks(s);
    return scan_peek(s) == '|' || scan_line_end(s);
}

/* What is left of the cell, without the blanks behind it. */
static inline bool cell_rest(Scan *s)
{
    for (int32_t last = 0; !scan_line_end(s) && (scan_peek(s) != '|' || last == '\\');) {
        last = scan_peek(s);
        scan_advance(s);
        if (!is_blank(last))
            scan_mark(s);
    }
    s->state->fresh = false;
    return scan_give(s, WORD);
}

/* One character, or an escaped bar. */
static inline bool cell_sign(Scan *s)
{
    bool escape = scan_peek(s) == '\\';
    scan_advance(s);
    if (escape && scan_peek(s) == '|')
        scan_advance(s);
    scan_mark(s);
    return scan_give(s, WORD);
}

/* A role counts before a colon; some also alone, and some of those only as the whole cell. */
static inline bool is_role(Scan *s, uint32_t groups)
{
    if (s->spent)
        return groups & G_BARE_ROLE;
    scan_pass_blanks(s);
    return ((groups & G_ROLE) && scan_peek(s) == ':') || (groups & G_BARE_ROLE)
           || ((groups & G_LONE_ROLE) && cell_ends(s));
}

static inline bool first_cell(Scan *s)
{
    State *state = s->state;
    int32_t c = scan_peek(s);
    if (c == ':' && state->operand && state->figures)
        return state->figures = false, scan_give_one(s, COLON);
    if (!state->fresh)
        return cell_rest(s);
    state->figures = false;
    if (c == '"')
        return scan_string(s, WORD);
    if (is_digit(c)) {
        enum TokenType type = figure_scan(s);
        state->fresh = false;
        return type == WORD ? cell_rest(s) : scan_give(s, type == NUMBER ? CODE : ORDINAL);
    }
    if (is_letter(c)) {
        Buffer b = {.len = 0};
        uint32_t roles = G_ROLE | G_BARE_ROLE | G_LONE_ROLE;
        uint32_t groups = word_scan(s, &b) == WORD ? phrase_scan(s, &b, roles) : 0;
        state->fresh = false;
        state->figures = groups != 0 && is_role(s, groups);
        return scan_give(s, state->figures ? ROLE : WORD);
    }
    return cell_rest(s);
}

static inline bool head_cell(Scan *s)
{
    int32_t c = scan_peek(s);
    if (is_opening_quote(c))
        return scan_string(s, WORD);
    if (is_digit(c))
        return scan_give(s, figure_scan(s));
    if (!is_letter(c))
        return cell_sign(s);
    Buffer b = {.len = 0};
    word_scan(s, &b);
    return scan_give(s, KEY);
}

/* The signs of official statistics for what is not there; they count as a whole cell only. */
static inline bool cell_missing_sign(Scan *s)
{
    int32_t c = scan_peek(s);
    scan_advance(s);
    if (c == '.' && scan_peek(s) == '.')
        scan_advance(s);
    scan_mark(s);
    s->state->fresh = false;
    return scan_give(s, cell_ends(s) ? CONSTANT : WORD);
}

static inline bool cell_word(Scan *s)
{
    State *state = s->state;
    bool fresh = state->fresh;
    Buffer b = {.len = 0};
    enum TokenType type = word_scan(s, &b);
    state->fresh = state->figures = false;
    if (type == WORD && !s->spent && scan_peek(s) == ':' && is_link_start(&b))
        return scan_give(s, link_scan(s) ? URL : WORD);
    if (type == WORD && is_finding(&b))
        return scan_give(s, CODE);
    if (type != WORD)
        return scan_give(s, type == PATH ? PATH : WORD);
    bool unit = state->after_figure;
    if (fresh && is_currency(&b) && figure_follows(s)) {
        state->figures = true;
        return scan_give(s, UNIT);
    }
    uint32_t groups = phrase_scan(s, &b, G_QUALIFIER | (fresh ? G_CELL : 0) | (unit ? G_UNIT : 0));
    if ((groups & G_CELL) && fresh && cell_ends(s))
        return scan_give(s, CONSTANT);
    state->figures = unit || (groups & G_QUALIFIER);
    if (unit)
        return scan_give(s, UNIT);
    return scan_give(s, (groups & G_QUALIFIER) && figure_follows(s) ? QUALIFIER : WORD);
}

/* A dash before a figure, where the cell begins, is its sign; alone it says that there is none. */
static inline bool cell_dash(Scan *s)
{
    bool fresh = s->state->fresh;
    scan_advance(s);
    scan_mark(s);
    if (fresh && is_digit(scan_peek(s)))
        return scan_figure(s);
    return scan_give(s, fresh && cell_ends(s) ? CONSTANT : WORD);
}

static inline bool scan_angle(Scan *s)
{
    scan_advance(s);
    if (scan_peek(s) == '=')
        scan_advance(s);
    scan_mark(s);
    return scan_give(s, COMPARISON);
}

/* In a cell that is neither the first nor a head, before any `=`. */
static inline bool other_cell(Scan *s)
{
    State *state = s->state;
    int32_t c = scan_peek(s);
    if (is_letter(c))
        return cell_word(s);
    if (is_digit(c))
        return scan_figure(s);
    if (is_dash(c))
        return cell_dash(s);
    if (c == '=' && state->figures) {
        state->formula = true;
        return scan_give_one(s, EQUALS);
    }
    if (is_opening_quote(c)) {
        state->figures = false;
        return scan_string(s, WORD);
    }
    if (c == '<' || c == '>')
        return scan_angle(s);
    if (c == 0x2264 || c == 0x2265)
        return scan_give_one(s, COMPARISON);
    if (c == '%')
        return scan_give_one(s, UNIT);
    if (state->fresh && (c == '.' || c == ':' || c == 0x2026))
        return cell_missing_sign(s);
    state->fresh = false;
    return cell_sign(s);
}

#endif
