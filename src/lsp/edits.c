/*
 * edits.c — how one text becomes another that differs in form, line by line.  Layer: lsp.
 *
 * The formatter moves blanks, and seldom lines. So a line of the one text is paired with the
 * nearest line of the other that says the same but for blanks; what lies between two pairs is
 * replaced as a whole. Whatever is paired, the edits lead from the one text to the other.
 */
#include "lsp/edits.h"
#include "lsp/memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { AHEAD = 32 }; /* how many lines away a pair is looked for */

static void add(Edits *e, Edit edit)
{
    GROW(e->at, e->count, e->cap);
    e->at[e->count++] = edit;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool says_nothing(const Lines *l, size_t line)
{
    size_t at = lines_start(l, line), end = lines_start(l, line + 1);
    while (at < end && is_blank(l->text[at]))
        at++;
    return at == end;
}

/* Whether two lines say the same but for blanks. */
static bool alike(const Lines *a, size_t i, const Lines *b, size_t j)
{
    size_t p = lines_start(a, i), p_end = lines_start(a, i + 1);
    size_t q = lines_start(b, j), q_end = lines_start(b, j + 1);
    for (;; p++, q++) {
        while (p < p_end && is_blank(a->text[p]))
            p++;
        while (q < q_end && is_blank(b->text[q]))
            q++;
        if (p == p_end || q == q_end)
            return p == p_end && q == q_end;
        if (a->text[p] != b->text[q])
            return false;
    }
}

/* What differs between two stretches, cut at whole characters. */
static void add_difference(Edits *e, const Lines *old, const Lines *fresh, Edit whole)
{
    const char *a = old->text, *b = fresh->text;
    while (whole.start < whole.end && whole.from < whole.to && a[whole.start] == b[whole.from]) {
        whole.start++;
        whole.from++;
    }
    while (whole.end > whole.start && whole.to > whole.from &&
           a[whole.end - 1] == b[whole.to - 1]) {
        whole.end--;
        whole.to--;
    }
    if (whole.start == whole.end && whole.from == whole.to)
        return;
    while (lines_in_character(old, whole.start) || lines_in_character(fresh, whole.from)) {
        whole.start--;
        whole.from--;
    }
    while (lines_in_character(old, whole.end) || lines_in_character(fresh, whole.to)) {
        whole.end++;
        whole.to++;
    }
    add(e, whole);
}

/* How far ahead the next pair is: the fewest lines in all. Empty lines are everywhere, and so no
 * sign of where one is. */
static void next_pair(const Lines *old, size_t i, const Lines *fresh, size_t j, size_t *skip_old,
                      size_t *skip_new)
{
    for (size_t sum = 1; sum <= AHEAD; sum++)
        for (size_t a = 0; a <= sum; a++)
            if (i + a < old->count && j + sum - a < fresh->count && !says_nothing(old, i + a) &&
                alike(old, i + a, fresh, j + sum - a)) {
                *skip_old = a;
                *skip_new = sum - a;
                return;
            }
    *skip_old = i < old->count ? 1 : 0;
    *skip_new = j < fresh->count ? 1 : 0;
}

Edits edits_between(const Lines *old, const Lines *fresh)
{
    Edits e = {0};
    for (size_t i = 0, j = 0; i < old->count || j < fresh->count;) {
        size_t a = 1, b = 1;
        if (i >= old->count || j >= fresh->count || !alike(old, i, fresh, j))
            next_pair(old, i, fresh, j, &a, &b);
        add_difference(&e, old, fresh,
                       (Edit){lines_start(old, i), lines_start(old, i + a), lines_start(fresh, j),
                              lines_start(fresh, j + b)});
        i += a;
        j += b;
    }
    return e;
}

void edits_free(Edits *e)
{
    free(e->at);
    *e = (Edits){0};
}
