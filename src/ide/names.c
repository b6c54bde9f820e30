/*
 * names.c — from a name to its thing, and from a thing to all places where it is named.
 * Layer: ide.
 */
#include "ide/ide.h"

#include <stdlib.h>

DeclId ide_thing_at(const Ide *ide, FileId file, size_t offset, Span *at)
{
    const Mark *k = marks_find(model_marks(ide->m), file, (uint32_t)offset);
    if (k == NULL)
        return 0;
    *at = k->span;
    if (k->kind == MARK_DECLARES || k->kind == MARK_NAMES)
        return decl_self(ide->m, k->id);
    return k->kind == MARK_WORD ? k->sub : 0;
}

DeclId ide_thing_declared(const Ide *ide, Span declared)
{
    for (DeclId d = 1; d < ide->m->decls.len; d++) {
        Span span = ide_name_span(ide->m, d);
        if (span.file == declared.file && span.off == declared.off &&
            model_decl(ide->m, d)->kind != K_AGAIN && !model_decl(ide->m, d)->answers)
            return d;
    }
    return 0;
}

/* --- definition ------------------------------------------------------------------------------ */

bool ide_definition(const Ide *ide, FileId file, size_t offset, hplan_range *out)
{
    Span span = SPAN_NONE;
    const Mark *k = marks_find(model_marks(ide->m), file, (uint32_t)offset);
    DeclId thing = ide_thing_at(ide, file, offset, &span);
    if (k == NULL)
        return false;
    if (thing != 0)
        span = ide_name_span(ide->m, thing);
    else if (k->kind == MARK_ROW)
        span = row_label_span(ide->m, model_table(ide->m, k->id), k->sub);
    else if (k->kind == MARK_COLUMN)
        span = column_span(model_table(ide->m, k->id), k->sub);
    else
        return false;
    *out = ide_range(ide, span);
    return out->file != SIZE_MAX;
}

/* --- references ------------------------------------------------------------------------------ */

static int compare(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *left, const void *right)
{
    const hplan_range *a = left;
    const hplan_range *b = right;
    int order = compare(a->file, b->file);
    if (order == 0)
        order = compare(a->start, b->start);
    return order != 0 ? order : compare(a->end, b->end);
}

void ide_sort_ranges(RangeVec *ranges)
{
    uint32_t kept = 0;
    if (ranges->len > 0)
        qsort(ranges->at, ranges->len, sizeof *ranges->at, by_place);
    for (uint32_t i = 0; i < ranges->len; i++)
        if (kept == 0 || by_place(&ranges->at[kept - 1], &ranges->at[i]) != 0)
            ranges->at[kept++] = ranges->at[i];
    ranges->len = kept;
}

/* A range is the first thing in an edit, so that one order serves both. */
void ide_sort_edits(EditVec *edits)
{
    uint32_t kept = 0;
    if (edits->len > 0)
        qsort(edits->at, edits->len, sizeof *edits->at, by_place);
    for (uint32_t i = 0; i < edits->len; i++)
        if (kept == 0 || by_place(&edits->at[kept - 1], &edits->at[i]) != 0)
            edits->at[kept++] = edits->at[i];
    edits->len = kept;
}

/* The thing that a mark names; 0: none. */
static DeclId named(const Model *m, const Mark *k)
{
    bool names = k->kind == MARK_NAMES || k->kind == MARK_DECLARES;
    return names ? decl_self(m, k->id) : k->kind == MARK_WORD ? k->sub : 0;
}

void ide_references(const Ide *ide, DeclId thing, bool declaration, RangeVec *out)
{
    const Marks *marks = model_marks(ide->m);
    if (declaration)
        *vec_push(ide->arena, out) = ide_range(ide, ide_name_span(ide->m, thing));
    for (uint32_t i = 0; i < marks->at.len; i++) {
        const Mark *k = &marks->at.at[i];
        if (k->kind != MARK_DECLARES && named(ide->m, k) == thing)
            *vec_push(ide->arena, out) = ide_range(ide, k->span);
    }
}
