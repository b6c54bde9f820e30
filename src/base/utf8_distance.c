/*
 * utf8_distance.c — how alike two words are.  Layer: base.
 */
#include "base/utf8.h"

/* Puts the code points of s, which has at most s.len of them; returns how many. */
static uint32_t put_code_points(uint32_t *cps, Str s)
{
    uint32_t n = 0, len;
    for (uint32_t i = 0; i < s.len; i += len)
        cps[n++] = utf8_decode(s.ptr + i, str_end(s), &len);
    return n;
}

static uint32_t min(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* The table of distances, three rows of it: row[j] is how far x[0..i) is from y[0..j). */
static uint32_t distance(uint32_t *rows, const uint32_t *x, uint32_t x_len, const uint32_t *y,
                         uint32_t y_len, uint32_t limit)
{
    uint32_t *before = rows, *last = before + y_len + 1, *row = last + y_len + 1;
    for (uint32_t j = 0; j <= y_len; j++)
        last[j] = j;
    for (uint32_t i = 1; i <= x_len; i++) {
        uint32_t best = row[0] = i;
        for (uint32_t j = 1; j <= y_len; j++) {
            uint32_t d = last[j - 1] + (x[i - 1] != y[j - 1]);
            d = min(d, min(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                d = min(d, before[j - 2] + 1);
            row[j] = d;
            best = min(best, d);
        }
        /* A swap reaches back two rows, so both must be past the limit. */
        if (best > limit + 1)
            return limit + 1;
        uint32_t *free_row = before;
        before = last;
        last = row;
        row = free_row;
    }
    return min(last[y_len], limit + 1);
}

/* Words are short, and asked after by the thousand: they need no memory that is kept. */
uint32_t utf8_distance(Arena *scratch, Str a, Str b, uint32_t limit)
{
    enum { SHORT = 64 };
    uint32_t few[2 * SHORT + 3 * (SHORT + 1)], *x = few;
    uint32_t x_len = utf8_length(a), y_len = utf8_length(b);
    limit = min(limit, UINT32_MAX - 1);
    if ((x_len > y_len ? x_len - y_len : y_len - x_len) > limit)
        return limit + 1; /* most candidates go here */
    if (a.len > SHORT || b.len > SHORT)
        x = arena_alloc(scratch, ((size_t)a.len + 4 * (size_t)b.len + 3) * sizeof *x);
    uint32_t *y = x + a.len, *rows = y + b.len;
    x_len = put_code_points(x, a);
    y_len = put_code_points(y, b);
    for (; x_len > 0 && y_len > 0 && *x == *y; x++, y++, x_len--)
        y_len--;
    for (; x_len > 0 && y_len > 0 && x[x_len - 1] == y[y_len - 1]; x_len--)
        y_len--;
    return distance(rows, x, x_len, y, y_len, limit);
}
