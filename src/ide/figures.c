/*
 * figures.c — the figure at a place.  Layer: ide.
 */
#include "ide/ide.h"

static bool holds(Span span, FileId file, size_t offset)
{
    return span.file == file && span.len > 0 && offset >= span.off &&
           offset <= (size_t)span.off + span.len;
}

/* Is there a figure in it: stated, computed, or to be computed? */
static bool is_figure(const Fact *f)
{
    return f->value.kind == VAL_NUMBER || f->value.kind == VAL_RANGE ||
           f->value.kind == VAL_FORMULA || (f->equation && f->value.kind != VAL_BAD);
}

static bool in_cell(const Ide *ide, FileId file, size_t offset, FigRef *out)
{
    const Model *m = ide->m;
    for (TableId id = 1; id < m->tables.len; id++) {
        const Table *t = model_table(m, id);
        if (t->file != file || t->cols.len == 0)
            continue;
        for (uint32_t i = 0; i < t->cells.len; i++) {
            uint32_t row = i / t->cols.len, col = i % t->cols.len;
            Cell c = table_cell(t, row, col);
            if (c.kind != CELL_PLAIN || !holds((Span){file, c.off, c.len}, file, offset))
                continue;
            *out = figure_cell(id, row, (uint16_t)col);
            return true;
        }
    }
    return false;
}

bool ide_figure_at(const Ide *ide, FileId file, size_t offset, FigRef *out)
{
    const Model *m = ide->m;
    FactId best = 0;
    for (FactId id = 1; id < m->facts.len; id++) {
        const Fact *f = model_fact(m, id);
        bool smaller = best == 0 || f->len < model_fact(m, best)->len;
        if (holds(fact_span(m, f), file, offset) && is_figure(f) && smaller)
            best = id;
    }
    *out = figure_fact(best);
    return best != 0 || in_cell(ide, file, offset, out);
}
