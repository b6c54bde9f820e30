/*
 * figure.h — measures what begins with a digit: dates, ranges, codes, ratios, grouped numbers.
 *
 * Wider than the compiler's figure.c: a figure that it has a fix for (1.234.567, 250') is a figure
 * here as well, since an editor need not say what is wrong with it.
 */
#ifndef HPLAN_FIGURE_H
#define HPLAN_FIGURE_H

#include "scan.h"

/* Moves over digits; how many there were. */
static inline unsigned figure_digits(Scan *s)
{
    unsigned n = 0;
    for (; is_digit(scan_peek(s)); n++)
        scan_advance(s);
    return n;
}

/* Blanks with just three digits behind each; false where something else was looked at. */
static inline bool figure_groups(Scan *s)
{
    while (is_blank(scan_peek(s)) && scan_peek(s) != '\t') {
        scan_advance(s);
        if (figure_digits(s) != 3) {
            s->spent = true;
            return false;
        }
        scan_mark(s);
    }
    return true;
}

static inline bool is_apostrophe(int32_t c)
{
    return c == '\'' || c == 0x2019;
}

/* What stands between two runs of digits and holds them together. */
static inline bool figure_joins(const Scan *s, int32_t c)
{
    return c == '.' || c == ',' || c == '/' || is_dash(c)
           || (c == ':' && (s->state->in_value || s->state->mode != MODE_CODE));
}

/* Behind a run of digits. Takes what joins the next run to it and answers true, or says what the
 * token is and answers false. */
static inline bool figure_goes_on(Scan *s, bool first, enum TokenType *type)
{
    int32_t c = scan_peek(s);
    *type = NUMBER;
    if (!figure_joins(s, c) && !is_apostrophe(c))
        return false;
    scan_advance(s);
    if (is_digit(scan_peek(s)))
        return true;
    if (first && c == '.') {
        scan_mark(s);
        *type = ORDINAL;
    } else if (first && c == '-' && is_letter(scan_peek(s))) {
        *type = WORD; /* 17-åring */
    } else if (c == ',' && is_dash(scan_peek(s))) { /* 200 000,- */
        scan_advance(s);
        scan_mark(s);
    } else if (is_apostrophe(c)) {
        scan_mark(s);
    } else {
        s->spent = true;
    }
    return false;
}

/* At a digit. A WORD is left to be read on. */
static inline enum TokenType figure_scan(Scan *s)
{
    enum TokenType type;
    bool side = true; /* here begins a figure, or what stands behind the dash of a range */
    for (bool first = true;; first = false) {
        bool zero = scan_peek(s) == '0';
        bool groups = figure_digits(s) <= 3 && !zero && side;
        scan_mark(s);
        if (groups && !figure_groups(s))
            return NUMBER;
        int32_t joint = scan_peek(s);
        if (!figure_goes_on(s, first, &type))
            return type;
        side = is_dash(joint) || joint == ':';
    }
}

#endif
