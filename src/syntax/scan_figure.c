/*
 * scan_figure.c — figures as tokens.  Layer: syntax.
 *
 * In: a digit, or a letter that was struck for one. Out: a figure, an ordinal, or a word that
 * begins with a number (4-årsperiode). A faulty figure is a figure all the same, so that nothing
 * else is said about its line.
 */
#include "syntax/scan.h"

#include "syntax/figure_report.h"

static bool is_kr(const Scan *s, uint32_t off, uint32_t end)
{
    return end - off == 2 && (s->text[off] | 0x20) == 'k' && (s->text[off + 1] | 0x20) == 'r';
}

/* At most one finding a figure. The fix of 250' writes `kr`, so a `kr` beside it goes with it. */
static void report(Scan *s, uint32_t off, Figure f)
{
    uint32_t end = off + f.len;
    s->told = s->line_told = true;
    if (s->quiet || s->hush || s->findings >= SYNTAX_MAX_FINDINGS)
        return;
    s->findings++;
    if (f.fault == FIGF_APOSTROPHE && f.shape != FIG_RANGE) {
        uint32_t next = skip_blanks(s, end, s->limit);
        uint32_t next_end = next < s->limit ? word_end(s, next) : next;
        if (s->prev == T_WORD && is_kr(s, s->prev_off, s->at))
            off = s->prev_off;
        if (is_kr(s, next, next_end))
            end = next_end;
    }
    figure_report(s->sink, s->arena, scan_span(s, off, end), scan_str(s, off, end), f);
}

/* ---- tokens ---- */

static bool letter_after_hyphen(const Scan *s, uint32_t off)
{
    return off + 1 < s->limit && s->text[off] == '-' && !ascii_is_digit(s->text[off + 1]) &&
           word_end(s, off + 1) > off + 1 && s->text[off + 1] != '-';
}

/* What no figure goes on with, whatever follows it. */
static bool ends_figure(char c)
{
    return c == '\n' || c == ';' || c == '}' || c == ')';
}

static uint32_t take(Scan *s, uint32_t off, Figure f, Tok *tok)
{
    tok->kind = T_FIGURE;
    tok->val = (uint32_t)f.shape;
    s->figure_seen = true;
    if (f.fault != FIGF_NONE)
        report(s, off, f);
    return off + f.len;
}

uint32_t scan_figure(Scan *s, uint32_t off, Tok *tok)
{
    uint32_t end = off;
    while (end < s->limit && ascii_is_digit(s->text[end]))
        end++;
    if (end < s->limit && ends_figure(s->text[end])) {
        tok->kind = T_FIGURE;
        tok->val = FIG_NUMBER;
        s->figure_seen = true;
        return end;
    }
    if (end < s->limit && s->text[end] == '.' &&
        (end + 1 == s->limit || !ascii_is_digit(s->text[end + 1]))) {
        tok->kind = T_ORDINAL;
        return end + 1;
    }
    if (letter_after_hyphen(s, end)) { /* 17-åring */
        tok->kind = T_WORD;
        return word_end(s, end);
    }
    return take(s, off, figure_scan(s->text + off, s->text + s->limit, s->in_value), tok);
}

uint32_t scan_spoilt(Scan *s, uint32_t off, Tok *tok)
{
    Figure f = figure_scan(s->text + off, s->text + s->limit, s->in_value);
    return f.len == 0 ? off : take(s, off, f, tok);
}
