/*
 * excerpt.c — the lines that are kept of a text when it goes.  Layer: source.
 *
 * In: a text and the places in it that somebody will tell of. Out: the lines in which they lie, in
 * order and each once, in an arena that outlives the text.
 */
#include "source/excerpt.h"

#include <assert.h>
#include <stdlib.h>

static int by_offset(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static KeptLine line_at(Source *src, uint32_t off)
{
    uint32_t number = source_line_of(src, off);
    uint32_t start = source_line_start(src, number);
    uint32_t end = source_line_start(src, number + 1); /* behind the last one: the text's end */
    return (KeptLine){number, start, {src->text + start, end - start}};
}

const Excerpt *excerpt_take(Arena *a, Source *src, Offsets *offsets)
{
    assert(offsets->len > 0);
    Excerpt *e = arena_new(a, Excerpt);
    VEC(KeptLine) lines = {0};
    qsort(offsets->at, offsets->len, sizeof *offsets->at, by_offset);
    for (uint32_t i = 0; i < offsets->len; i++) {
        KeptLine line = line_at(src, offsets->at[i]);
        if (lines.len > 0 && lines.at[lines.len - 1].number == line.number)
            continue;
        line.text = str_dup(a, line.text);
        *vec_push(a, &lines) = line;
    }
    e->lines = lines.at;
    e->count = lines.len;
    return e;
}

static bool has_all(const Excerpt *e, const Excerpt *other)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < e->count && at < other->count; i++)
        at += e->lines[i].number == other->lines[at].number;
    return at == other->count;
}

const Excerpt *excerpt_join(Arena *a, const Excerpt *x, const Excerpt *y)
{
    if (has_all(x, y)) /* a file that many take in says the same each time */
        return x;
    Excerpt *e = arena_new(a, Excerpt);
    e->lines = arena_array(a, KeptLine, x->count + y->count);
    for (uint32_t i = 0, k = 0; i < x->count || k < y->count; e->count++) {
        bool first = k == y->count || (i < x->count && x->lines[i].number <= y->lines[k].number);
        KeptLine line = first ? x->lines[i] : y->lines[k];
        e->lines[e->count] = line;
        i += i < x->count && x->lines[i].number == line.number;
        k += k < y->count && y->lines[k].number == line.number;
    }
    return e;
}

/* The last line whose start is not behind `start` and whose number is not above `number`. */
static const KeptLine *last_within(const Excerpt *e, uint32_t start, uint32_t number)
{
    uint32_t low = 0, high = e->count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (e->lines[middle].start <= start && e->lines[middle].number <= number)
            low = middle;
        else
            high = middle;
    }
    return &e->lines[low];
}

const KeptLine *excerpt_line_at(const Excerpt *e, uint32_t off)
{
    return last_within(e, off, UINT32_MAX);
}

const KeptLine *excerpt_line(const Excerpt *e, uint32_t number)
{
    return last_within(e, UINT32_MAX, number);
}
