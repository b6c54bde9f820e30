/*
 * diff.c — how a text becomes another, in the form of diff -u.  Layer: cli.
 *
 * In: two texts. Out: hunks with three lines about them. Myers' algorithm on what lies between the
 * lines that both begin and end with; it gives up beyond MOST_EDITS, and the whole of it is one
 * change then. Formatting changes lines here and there, so that is rare.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_EDITS = 1000, CONTEXT = 3 };

typedef struct Line {
    const char *at;
    size_t len; /* with its end, if it has one */
} Line;

typedef struct Side {
    Line *lines;   /* OWNED */
    bool *changed; /* OWNED: taken away, or put in */
    size_t count;
} Side;

typedef struct Diff {
    Side a, b;
    size_t from;        /* lines that both begin with */
    size_t a_to, b_to;  /* where the lines begin that both end with */
    int *trace;         /* OWNED: of each number of edits, how far each diagonal got */
} Diff;

static bool split(Side *side, Collected text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.bytes[i] == '\n' || i + 1 == text.len;
    side->lines = calloc(count + 1, sizeof *side->lines);
    side->changed = calloc(count + 1, sizeof *side->changed);
    if (side->lines == NULL || side->changed == NULL)
        return false;
    for (size_t at = 0; at < text.len;) {
        const char *nl = memchr(text.bytes + at, '\n', text.len - at);
        size_t len = nl == NULL ? text.len - at : (size_t)(nl - (text.bytes + at)) + 1;
        side->lines[side->count++] = (Line){text.bytes + at, len};
        at += len;
    }
    return true;
}

static bool same(const Diff *d, size_t i, size_t j)
{
    Line x = d->a.lines[i], y = d->b.lines[j];
    return x.len == y.len && memcmp(x.at, y.at, x.len) == 0;
}

static void trim(Diff *d)
{
    d->a_to = d->a.count;
    d->b_to = d->b.count;
    while (d->from < d->a_to && d->from < d->b_to && same(d, d->from, d->from))
        d->from++;
    while (d->a_to > d->from && d->b_to > d->from && same(d, d->a_to - 1, d->b_to - 1)) {
        d->a_to--;
        d->b_to--;
    }
}

/* ---- Myers ---------------------------------------------------------------------------------- */

/* The row of the trace for `edits` edits, to be indexed by diagonals -edits-1 … edits+1. */
static int *row_of(const Diff *d, int edits)
{
    return d->trace + (ptrdiff_t)edits * (edits + 2) + edits + 1;
}

/* Comes the path down, by a line put in, rather than from the left, by one taken away? */
static bool comes_down(const int *before, int k, int edits)
{
    return k == -edits || (k != edits && before[k - 1] < before[k + 1]);
}

/* How far diagonal k gets with so many edits. */
static int advance(const Diff *d, const int *before, int k, int edits)
{
    size_t x = 0;
    if (edits > 0)
        x = (size_t)(comes_down(before, k, edits) ? before[k + 1] : before[k - 1] + 1);
    size_t i = d->from + x, j = (size_t)((ptrdiff_t)i - k);
    while (i < d->a_to && j < d->b_to && same(d, i, j)) {
        i++;
        j++;
    }
    return (int)(i - d->from);
}

/* The number of edits; -1: too many. */
static int search(const Diff *d)
{
    int n = (int)(d->a_to - d->from), m = (int)(d->b_to - d->from);
    for (int edits = 0; edits <= MOST_EDITS; edits++) {
        int *row = row_of(d, edits);
        const int *before = edits > 0 ? row_of(d, edits - 1) : NULL;
        for (int k = -edits; k <= edits; k += 2) {
            bool outside = k < -m || k > n;
            row[k] = outside ? -1 : advance(d, before, k, edits);
            if (!outside && row[k] >= n && row[k] - k >= m)
                return edits;
        }
    }
    return -1;
}

static void mark(Diff *d, int edits)
{
    int x = (int)(d->a_to - d->from), y = (int)(d->b_to - d->from);
    for (; edits > 0; edits--) {
        const int *before = row_of(d, edits - 1);
        int k = x - y;
        if (comes_down(before, k, edits)) {
            x = before[k + 1];
            y = x - (k + 1);
            d->b.changed[d->from + (size_t)y] = true;
        } else {
            x = before[k - 1];
            y = x - (k - 1);
            d->a.changed[d->from + (size_t)x] = true;
        }
    }
}

static void mark_all(Diff *d)
{
    for (size_t i = d->from; i < d->a_to; i++)
        d->a.changed[i] = true;
    for (size_t j = d->from; j < d->b_to; j++)
        d->b.changed[j] = true;
}

/* ---- hunks ---------------------------------------------------------------------------------- */

static void put_line(Stream *to, char sign, Line line)
{
    (void)stream_write(to, &sign, 1);
    (void)stream_write(to, line.at, line.len);
    if (line.at[line.len - 1] != '\n')
        stream_text(to, "\n\\ No newline at end of file\n");
}

typedef struct Hunk {
    size_t i, j, i_to, j_to;
} Hunk;

/* From the change at (i, j) on, with all changes that are near. */
static Hunk hunk_at(const Diff *d, size_t i, size_t j)
{
    size_t before = i < CONTEXT ? i : CONTEXT;
    Hunk h = {i - before, j - before, i, j};
    for (size_t calm = 0; calm <= 2 * CONTEXT && (i < d->a.count || j < d->b.count);) {
        if (i < d->a.count && d->a.changed[i]) {
            i++;
            calm = 0;
        } else if (j < d->b.count && d->b.changed[j]) {
            j++;
            calm = 0;
        } else {
            i++;
            j++;
            calm++;
        }
        if (calm <= CONTEXT) {
            h.i_to = i;
            h.j_to = j;
        }
    }
    return h;
}

static void put_hunk(Stream *to, const Diff *d, Hunk h)
{
    char head[128];
    (void)snprintf(head, sizeof head, "@@ -%zu,%zu +%zu,%zu @@\n", h.i + (h.i < h.i_to),
                   h.i_to - h.i, h.j + (h.j < h.j_to), h.j_to - h.j);
    stream_text(to, head);
    while (h.i < h.i_to || h.j < h.j_to) {
        if (h.i < h.i_to && d->a.changed[h.i]) {
            put_line(to, '-', d->a.lines[h.i++]);
        } else if (h.j < h.j_to && d->b.changed[h.j]) {
            put_line(to, '+', d->b.lines[h.j++]);
        } else {
            put_line(to, ' ', d->a.lines[h.i++]);
            h.j++;
        }
    }
}

static void put_hunks(Stream *to, const Diff *d)
{
    size_t i = 0, j = 0;
    while (i < d->a.count || j < d->b.count) {
        bool changed = (i < d->a.count && d->a.changed[i]) || (j < d->b.count && d->b.changed[j]);
        if (!changed) {
            i++;
            j++;
            continue;
        }
        Hunk h = hunk_at(d, i, j);
        put_hunk(to, d, h);
        i = h.i_to;
        j = h.j_to;
    }
}

static void put_names(Stream *to, const char *name)
{
    stream_text(to, "--- ");
    stream_text(to, name);
    stream_text(to, "\n+++ ");
    stream_text(to, name);
    stream_text(to, "\n");
}

bool diff_put(Stream *to, const char *name, Collected old, Collected new)
{
    Diff d = {.from = 0};
    bool room = split(&d.a, old) && split(&d.b, new);
    if (room) {
        trim(&d);
        d.trace = calloc((size_t)(MOST_EDITS + 2) * (MOST_EDITS + 3), sizeof *d.trace);
        room = d.trace != NULL;
    }
    if (room) {
        int edits = search(&d);
        if (edits < 0)
            mark_all(&d);
        else
            mark(&d, edits);
        put_names(to, name);
        put_hunks(to, &d);
    }
    free(d.trace);
    free(d.a.lines);
    free(d.a.changed);
    free(d.b.lines);
    free(d.b.changed);
    return room;
}
