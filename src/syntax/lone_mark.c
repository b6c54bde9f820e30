/*
 * lone_mark.c — which of the """ of a file has lost its fellow.  Layer: syntax.
 *
 * In: a text with an odd number of marks. Out: the one that stands alone. Up to it they pair up from
 * the first one, behind it from the last one; so there is one choice for each odd place, and for
 * each it can be asked what would then be text and what not. The choice that takes the fewest
 * statements for text, and the fewest sentences for statements, is right. Between the lone mark and
 * its neighbour stands some of both: text first if it opens, text last if it closes.
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

LoneMark lone_mark_find(Arena *arena, Str text)
{
    Gaps gaps = {0};
    find_gaps(arena, text, &gaps);
    uint32_t marks = gaps.len - 1, best = 0, least = UINT32_MAX;
    bool opens = true;
    if (marks % 2 == 0)
        return (LoneMark){0, 0, false, false};
    uint32_t behind = 0, before = 0; /* wrong lines if the first mark is the lone one */
    for (uint32_t i = 2; i <= marks; i++)
        behind += i % 2 == 0 ? gaps.at[i].statements : gaps.at[i].texts;
    for (uint32_t k = 0; k < marks; k += 2) { /* the mark between the gaps k and k + 1 */
        const Gap *left = &gaps.at[k], *right = &gaps.at[k + 1];
        uint32_t opening = left->texts + right->opened, closing = left->closed + right->texts;
        uint32_t wrong = before + behind + smaller(opening, closing);
        if (wrong < least) {
            least = wrong;
            best = k;
            opens = opening <= closing;
        }
        before += left->texts + right->statements;
        if (k + 2 < marks)
            behind -= gaps.at[k + 2].statements + gaps.at[k + 3].texts;
    }
    uint32_t off = gaps.at[best].to, end = gaps.at[best + 1].from;
    return (LoneMark){off, opens ? text_end(text, &gaps.at[best + 1]) : end, opens, true};
}
