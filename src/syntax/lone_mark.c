/*
 * lone_mark.c — which of the """ of a file have lost their fellow.  Layer: syntax.
 *
 * In: a text in which something is wrong. Out: the marks that stand alone; most often none or one.
 * Between two marks stands text or something else. Of all ways to pair the marks up, or to leave
 * some alone, the one that takes the fewest statements for text, and the fewest sentences for
 * statements, is right. Between a lone mark and its neighbour stands some of both: text first if it
 * opens, text last if it closes.
 */
#include "syntax/lone_mark.h"

#include "base/vec.h"
#include "source/line_kind.h"

#include <string.h>

/* What stands between two marks. */
typedef struct Gap {
    uint32_t from, to;
    uint32_t statements, texts;      /* lines */
    uint32_t opened, closed;         /* lines that are wrong if text stands first, or last */
} Gap;

typedef VEC(Gap) Gaps;

/* The line at off, and where the next begins. */
static Str next_line(Str text, uint32_t *off, uint32_t to)
{
    const char *nl = memchr(text.ptr + *off, '\n', to - *off);
    uint32_t end = nl == NULL ? to : (uint32_t)(nl - text.ptr);
    Str line = str_slice(text, *off, end);
    *off = nl == NULL ? to : end + 1;
    return line;
}

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* One pass: the best split so far leaves all wrong lines before it on one side counted. */
static void count_lines(Str text, Gap *g)
{
    for (uint32_t at = g->from; at < g->to;) {
        LineKind kind = line_kind(next_line(text, &at, g->to));
        g->statements += kind == LINE_STATEMENT;
        g->texts += kind == LINE_TEXT;
        g->opened = smaller(g->opened + (kind == LINE_TEXT), g->statements);
        g->closed = smaller(g->closed + (kind == LINE_STATEMENT), g->texts);
    }
}

static void add_gap(Arena *arena, Gaps *gaps, Str text, uint32_t from, uint32_t to)
{
    Gap *g = vec_push(arena, gaps);
    *g = (Gap){.from = from, .to = to};
    count_lines(text, g);
}

/* Do the marks at `at` stand in a comment? `known` is that of the marks that end at `from`. */
static bool in_comment(Str text, uint32_t from, uint32_t at, bool known)
{
    while (at > from && text.ptr[at - 1] != '\n')
        at--;
    if (at == from && from > 0)
        return known; /* on the same line */
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return text.ptr[at] == '#';
}

/* A text may begin or end in a quotation mark of its own, so up to five are one mark. */
static void find_gaps(Arena *arena, Str text, Gaps *gaps)
{
    uint32_t from = 0, seen = 0;
    bool comment = false;
    for (uint32_t at = 0; at < text.len;) {
        const char *found = memchr(text.ptr + at, '"', text.len - at);
        if (found == NULL)
            break;
        at = (uint32_t)(found - text.ptr);
        comment = in_comment(text, seen, at, comment);
        uint32_t end = at;
        while (end < text.len && text.ptr[end] == '"')
            end++;
        for (; end - at >= 3 && !comment; at = from) {
            add_gap(arena, gaps, text, from, at);
            from = end - at >= 6 ? at + 3 : end;
        }
        at = seen = end;
    }
    add_gap(arena, gaps, text, from, text.len);
}

/* Where the text ends that a lone mark opens: where the fewest lines behind it are text and the
 * fewest before it statements. Comments there belong to what follows. */
static uint32_t text_end(Str text, const Gap *g)
{
    uint32_t end = g->from, wrong = g->texts, least = wrong;
    for (uint32_t at = g->from; at < g->to;) {
        Str line = next_line(text, &at, g->to), said = str_trim(line);
        LineKind kind = line_kind(line);
        wrong += kind == LINE_STATEMENT;
        wrong -= kind == LINE_TEXT;
        if (wrong > least || said.len == 0 || said.ptr[0] == '#')
            continue;
        least = wrong;
        end = (uint32_t)(line.ptr - text.ptr) + line.len;
    }
    return end;
}

/* ---- the reading that is the least wrong ---------------------------------------------------- */

/* What a gap may be read as. A lone mark opens a text that ends somewhere in the gap behind it, or
 * closes one that begins somewhere in the gap before it. */
typedef enum Reading { OUTSIDE, INSIDE, OPENED, CLOSED, READINGS } Reading;

/* So many wrong lines a reading must spare for each mark that it takes for a lone one. */
enum { LONE = 1, NEVER = UINT32_MAX / 2 };

/* The wrong lines up to a gap if it is read so, and what the gap before it then is. */
typedef struct Choice {
    uint32_t wrong[READINGS];
    uint8_t before[READINGS];
} Choice;

/* Does a text go on behind the gap? Then the mark behind it ends that. */
static bool ends_inside(Reading r)
{
    return r == INSIDE || r == CLOSED;
}

/* May `next` follow `before`? A text is opened where none is, and closed where one is. */
static bool may_follow(Reading before, Reading next)
{
    return ends_inside(before) == (next == OUTSIDE || next == CLOSED);
}

static uint32_t wrong_lines(const Gap *g, Reading r)
{
    switch (r) {
    case OUTSIDE: return g->texts;
    case INSIDE: return g->statements;
    case OPENED: return g->opened + LONE;
    case CLOSED: return g->closed + LONE;
    case READINGS: break;
    }
    return NEVER;
}

/* Of two that are as good, the one whose lone mark comes first. */
static Choice choose(const Choice *before, const Gap *g)
{
    static const uint8_t order[READINGS] = {OPENED, CLOSED, OUTSIDE, INSIDE};
    Choice c = {0};
    for (Reading r = 0; r < READINGS; r++) {
        uint32_t least = NEVER;
        c.before[r] = OUTSIDE;
        for (size_t i = 0; i < READINGS; i++) {
            Reading b = order[i];
            if (!may_follow(b, r) || before->wrong[b] >= least)
                continue;
            least = before->wrong[b];
            c.before[r] = (uint8_t)b;
        }
        c.wrong[r] = least + wrong_lines(g, r);
    }
    return c;
}

/* From the last gap to the first. */
static void collect(Arena *arena, Str text, const Gaps *gaps, const Choice *choices, Reading last,
                    LoneMarks *out)
{
    Reading r = last;
    for (uint32_t k = gaps->len; k-- > 0; r = choices[k].before[r]) {
        const Gap *g = &gaps->at[k];
        if (r == OPENED)
            *vec_push(arena, out) = (LoneMark){gaps->at[k - 1].to, text_end(text, g), true};
        else if (r == CLOSED)
            *vec_push(arena, out) = (LoneMark){g->to, gaps->at[k + 1].from, false};
    }
    for (uint32_t i = 0; i < out->len / 2; i++) {
        LoneMark swap = out->at[i];
        out->at[i] = out->at[out->len - 1 - i];
        out->at[out->len - 1 - i] = swap;
    }
}

LoneMarks lone_marks_find(Arena *arena, Str text)
{
    Gaps gaps = {0};
    LoneMarks out = {0};
    find_gaps(arena, text, &gaps);
    Choice *choices = arena_array(arena, Choice, gaps.len);
    choices[0] = (Choice){.wrong = {gaps.at[0].texts, NEVER, NEVER, gaps.at[0].closed + LONE}};
    for (uint32_t k = 1; k < gaps.len; k++)
        choices[k] = choose(&choices[k - 1], &gaps.at[k]);
    const uint32_t *wrong = choices[gaps.len - 1].wrong; /* no text goes on behind the end */
    collect(arena, text, &gaps, choices, wrong[OPENED] <= wrong[OUTSIDE] ? OPENED : OUTSIDE, &out);
    return out;
}

const LoneMark *lone_mark_at(const LoneMarks *marks, uint32_t off)
{
    uint32_t from = 0, to = marks->len;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (marks->at[middle].off < off)
            from = middle + 1;
        else
            to = middle;
    }
    return from < marks->len && marks->at[from].off == off ? &marks->at[from] : NULL;
}
