/*
 * names.c — from a name to its thing, and from a thing to all places where it is named.
 * Layer: ide.
 */
#include "ide/ide.h"

#include <stdlib.h>

/* --- rows ------------------------------------------------------------------------------------ */

Span ide_row_name_span(const Ide *ide, Thing row)
{
    const Table *t = model_table(ide->m, row.table);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        Cell cell = table_cell(t, row.row, c);
        if (t->cols.at[c].use == COL_NAME && cell.kind != CELL_BLANK)
            return (Span){t->file, cell.off, cell.len};
    }
    return (Span){t->file, 0, 0};
}

static bool lies_at(Span span, size_t offset)
{
    return span.len > 0 && offset >= span.off && offset <= span.off + span.len;
}

/* A row that declares or names a thing, or is a heading, is no thing of its own. */
static bool is_own_thing(const Table *t, uint32_t row)
{
    return !t->declares && row_decl(t, row) == 0 && t->rows.at[row].role != ROLE_GROUP;
}

static Thing row_at(const Ide *ide, FileId file, size_t offset)
{
    for (TableId id = 1; id < ide->m->tables.len; id++) {
        const Table *t = model_table(ide->m, id);
        if (t->file != file)
            continue;
        for (uint32_t row = 0; row < t->rows.len; row++) {
            Thing thing = {0, id, row};
            if (is_own_thing(t, row) && (lies_at(row_label_span(ide->m, t, row), offset) ||
                                         lies_at(ide_row_name_span(ide, thing), offset)))
                return thing;
        }
    }
    return (Thing){0};
}

/* --- things ---------------------------------------------------------------------------------- */

/* What a mark declares or names. */
static Thing thing_of(const Ide *ide, const Mark *k)
{
    switch ((int)k->kind) {
    case MARK_DECLARES:
    case MARK_NAMES: return (Thing){decl_self(ide->m, k->id), 0, 0};
    case MARK_ROW: return (Thing){0, k->id, k->sub};
    case MARK_WORD: return (Thing){k->sub, 0, 0};
    default: return (Thing){0};
    }
}

bool ide_mark_is(const Ide *ide, const Mark *k, Thing thing)
{
    Thing named = thing_of(ide, k);
    return named.decl == thing.decl && named.table == thing.table && named.row == thing.row;
}

Thing ide_thing_at(const Ide *ide, FileId file, size_t offset)
{
    const Mark *k = marks_find(model_marks(ide->m), file, (uint32_t)offset);
    return k != NULL ? thing_of(ide, k) : row_at(ide, file, offset);
}

Span ide_declared(const Ide *ide, Thing thing)
{
    if (thing.decl != 0)
        return decl_said_span(ide->m, model_decl(ide->m, thing.decl));
    return row_label_span(ide->m, model_table(ide->m, thing.table), thing.row);
}

Thing ide_thing_declared(const Ide *ide, Span declared)
{
    for (DeclId d = 1; d < ide->m->decls.len; d++) {
        Span span = decl_said_span(ide->m, model_decl(ide->m, d));
        if (span.file == declared.file && span.off == declared.off &&
            model_decl(ide->m, d)->kind != K_AGAIN && !model_decl(ide->m, d)->answers)
            return (Thing){d, 0, 0};
    }
    return row_at(ide, declared.file, declared.off);
}

/* --- definition ------------------------------------------------------------------------------ */

bool ide_definition(const Ide *ide, FileId file, size_t offset, hplan_range *out)
{
    const Mark *k = marks_find(model_marks(ide->m), file, (uint32_t)offset);
    Thing thing = ide_thing_at(ide, file, offset);
    if (!thing_is_none(thing))
        *out = ide_range(ide, ide_declared(ide, thing));
    else if (k != NULL && k->kind == MARK_COLUMN)
        *out = ide_range(ide, column_span(model_table(ide->m, k->id), k->sub));
    else
        return false;
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

void ide_references(const Ide *ide, Thing thing, bool declaration, RangeVec *out)
{
    const Marks *marks = model_marks(ide->m);
    if (declaration)
        *vec_push(ide->arena, out) = ide_range(ide, ide_declared(ide, thing));
    for (uint32_t i = 0; i < marks->at.len; i++) {
        const Mark *k = &marks->at.at[i];
        if (k->kind != MARK_DECLARES && ide_mark_is(ide, k, thing))
            *vec_push(ide->arena, out) = ide_range(ide, k->span);
    }
}
