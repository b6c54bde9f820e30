/*
 * marks.c — the list of marks: adding, sorting, finding.  Layer: model.
 */
#include "model/marks.h"

#include "base/utf8.h"

#include <stdlib.h>

void marks_add(Marks *marks, Span span, MarkKind kind, uint32_t id, uint32_t sub)
{
    if (id != 0 && span.len > 0 && !span_is_none(span))
        *vec_push(marks->arena, &marks->at) = (Mark){span, (uint8_t)kind, id, sub};
}

/* --- order ----------------------------------------------------------------------------------- */

/* By place; of those that begin at one place the word of the language, then the first found. */
typedef struct Key {
    uint64_t place;  /* file, offset, whether it is no word */
    uint32_t number; /* in the order in which they were found */
} Key;

static Key key_of(const Mark *k, uint32_t number)
{
    uint64_t place = (uint64_t)k->span.file << 33 | (uint64_t)k->span.off << 1;
    return (Key){place | (k->kind != MARK_WORD), number};
}

static int by_place(const void *left, const void *right)
{
    const Key *a = left;
    const Key *b = right;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static bool overlaps(const Mark *before, const Mark *next)
{
    return before->span.file == next->span.file &&
           next->span.off < before->span.off + before->span.len;
}

/* Sorts, and keeps one of those that lie over one another. */
void marks_settle(Marks *marks, Arena *scratch)
{
    uint32_t n = marks->at.len;
    uint32_t kept = 0;
    if (n == 0)
        return;
    Key *order = arena_array(scratch, Key, n);
    Mark *sorted = arena_array(marks->arena, Mark, n);
    for (uint32_t i = 0; i < n; i++)
        order[i] = key_of(&marks->at.at[i], i);
    qsort(order, n, sizeof *order, by_place);
    for (uint32_t i = 0; i < n; i++) {
        const Mark *next = &marks->at.at[order[i].number];
        if (kept == 0 || !overlaps(&sorted[kept - 1], next))
            sorted[kept++] = *next;
    }
    marks->at.at = sorted;
    marks->at.len = marks->at.cap = kept;
}

/* --- finding --------------------------------------------------------------------------------- */

uint32_t marks_from(const Marks *marks, FileId file, uint32_t off)
{
    uint32_t low = 0;
    uint32_t high = marks->at.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        Span at = marks->at.at[middle].span;
        if (at.file < file || (at.file == file && at.off < off))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const Mark *marks_find(const Marks *marks, FileId file, uint32_t off)
{
    uint32_t i = marks_from(marks, file, off);
    if (i < marks->at.len && marks->at.at[i].span.file == file && marks->at.at[i].span.off == off)
        return &marks->at.at[i];
    if (i == 0)
        return NULL;
    const Mark *before = &marks->at.at[i - 1];
    bool touches = before->span.file == file && off <= before->span.off + before->span.len;
    return touches ? before : NULL;
}

/* --- words ----------------------------------------------------------------------------------- */

enum { MOST_WORD_BYTES = 64 }; /* more than the longest spelling, however it is blown up */

uint32_t marks_prefix(const Model *m, Span span, VocabGroup group, uint16_t inside, TermId *term)
{
    uint32_t len = 0;
    Str text = span_text(m->sources, span);
    if (text.len > MOST_WORD_BYTES) {
        text.len = MOST_WORD_BYTES;
        while (text.len > 0 && ((unsigned char)text.ptr[text.len] & 0xC0) == 0x80)
            text.len--; /* to the start of a character, if the bytes are such */
    }
    Str folded = utf8_fold(m->scratch, text);
    *term = vocab_find_prefix(group, folded, inside, &len);
    return *term == 0 ? 0 : utf8_unfolded_len(m->scratch, text, folded, len);
}

void mark_period(const Model *m, Span span)
{
    Str text = span_text(m->sources, span);
    for (uint32_t i = 0; i < text.len;) {
        TermId term = 0;
        Span rest = {span.file, span.off + i, text.len - i};
        uint32_t len = 0;
        if (utf8_may_be_letter(text.ptr[i]))
            len = marks_prefix(m, rest, VG_VERSION, K_NONE, &term);
        if (len == 0 && utf8_may_be_letter(text.ptr[i]))
            len = marks_prefix(m, rest, VG_PERIOD, K_NONE, &term);
        mark(m, (Span){span.file, span.off + i, len}, MARK_WORD, term);
        i += len > 0 ? len : 1;
        while (len == 0 && i < text.len && utf8_may_be_letter(text.ptr[i - 1]) &&
               utf8_may_be_letter(text.ptr[i]))
            i++; /* no word begins inside another */
    }
}
