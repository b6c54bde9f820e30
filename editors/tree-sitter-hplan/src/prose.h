/*
 * prose.h — text blocks: runs of prose, the marks of Markdown that have a colour, and {…}.
 */
#ifndef HPLAN_PROSE_H
#define HPLAN_PROSE_H

#include "scan.h"

/* Behind an opening brace, beyond the mark: is it closed before another opens or the paragraph
 * ends? A brace in a string closes nothing. */
static inline bool brace_closes(Scan *s)
{
    bool blank_line = false;
    for (; !scan_eof(s); scan_advance(s)) {
        int32_t c = scan_peek(s);
        if (c == '}')
            return true;
        if (c == '{' || (c == '\n' && blank_line))
            return false;
        if (c == '"') {
            do
                scan_advance(s);
            while (!scan_line_end(s) && scan_peek(s) != '"');
            if (scan_line_end(s))
                return false;
        }
        blank_line = c == '\n' || (blank_line && is_blank(c));
    }
    return false;
}

static inline bool prose_brace(Scan *s)
{
    scan_advance(s);
    scan_mark(s);
    if (!brace_closes(s))
        return scan_give(s, STRAY);
    scan_give(s, LEFT_INTERPOLATION);
    s->state->mode = MODE_INTERPOLATION;
    s->state->formula = s->state->in_value = false;
    s->state->context = CONTEXT_NAMES;
    return true;
}

/* Up to `close` on this line; false where a brace or the line's end comes first. */
static inline bool prose_until(Scan *s, int32_t close)
{
    while (!scan_line_end(s) && scan_peek(s) != '{') {
        int32_t c = scan_peek(s);
        scan_advance(s);
        if (c == close)
            return true;
    }
    return false;
}

/* [text](target), or the bracket alone. */
static inline bool prose_link(Scan *s)
{
    scan_advance(s);
    scan_mark(s);
    if (!prose_until(s, ']') || scan_peek(s) != '(' || !prose_until(s, ')'))
        return scan_give(s, PROSE);
    scan_mark(s);
    return scan_give(s, LINK);
}

/* **bold**, or the stars alone. */
static inline bool prose_star(Scan *s)
{
    scan_advance(s);
    scan_mark(s);
    if (scan_peek(s) != '*')
        return scan_give(s, PROSE);
    scan_advance(s);
    scan_mark(s);
    if (is_blank(scan_peek(s)))
        return scan_give(s, PROSE);
    while (prose_until(s, '*')) {
        if (scan_peek(s) == '*') {
            scan_advance(s);
            scan_mark(s);
            return scan_give(s, STRONG);
        }
    }
    return scan_give(s, PROSE);
}

/* One to six marks and a blank, to the line's end or a brace. */
static inline bool prose_heading(Scan *s)
{
    unsigned level = 0;
    for (; scan_peek(s) == '#'; level++)
        scan_advance(s);
    scan_mark(s);
    if (level > 6 || !is_blank(scan_peek(s)))
        return scan_give(s, PROSE);
    for (; !scan_line_end(s) && scan_peek(s) != '{' && scan_peek(s) != '"'; scan_advance(s)) {
        if (!is_blank(scan_peek(s)))
            scan_mark(s);
    }
    if (!is_blank(scan_peek(s)))
        scan_mark(s);
    return scan_give(s, HEADING);
}

/* Text up to the next thing that is something else, without the blanks before that. */
static inline bool prose_run(Scan *s)
{
    while (!scan_line_end(s)) {
        int32_t c = scan_peek(s);
        if (c == '{' || c == '}' || c == '*' || c == '[' || c == '"')
            break;
        scan_advance(s);
        if (c == '\\' && !scan_line_end(s))
            scan_advance(s);
        if (!is_blank(c))
            scan_mark(s);
    }
    return scan_give(s, PROSE);
}

/* Three marks end the block; the text may itself end in one or two. */
static inline bool prose_quote(Scan *s)
{
    unsigned marks = 0;
    for (; scan_peek(s) == '"' && marks < 5; marks++) {
        scan_advance(s);
        scan_mark(s);
    }
    if (marks < 3)
        return scan_give(s, PROSE);
    s->state->mode = MODE_CODE;
    s->state->inside = true;
    return scan_give(s, TEXT_CLOSE);
}

static inline bool scan_prose(Scan *s)
{
    State *state = s->state;
    for (;; s->lexer->advance(s->lexer, true)) {
        if (scan_eof(s))
            return false;
        if (scan_peek(s) == '\n')
            state->line_start = true;
        else if (!is_blank(scan_peek(s)) && !is_guest(scan_peek(s)))
            break;
    }
    bool line_start = state->line_start;
    state->line_start = false;
    switch (scan_peek(s)) {
    case '"':
        return prose_quote(s);
    case '{':
        return prose_brace(s);
    case '}':
        return scan_give_one(s, STRAY);
    case '[':
        return prose_link(s);
    case '*':
        return prose_star(s);
    case '#':
        return line_start ? prose_heading(s) : prose_run(s);
    default:
        return prose_run(s);
    }
}

#endif
