/*
 * figures.c — figures, places and proofs as the checks see them.  Layer: check.
 *
 * Requires: a built model. Provides: shared.h's answers; changes nothing.
 */
#include "check/shared.h"

Quantity check_quantity(Model *m, FigRef f)
{
    return eval_figure(m, f);
}

FigRef check_cell(const Table *t, TableId id, uint32_t row, uint32_t col)
{
    if (table_cell_kind(t, row, col) == CELL_FACT)
        return figure_fact(table_cell(t, row, col).fact);
    return figure_cell(id, row, (uint16_t)col);
}

bool check_is_claim(const Quantity *total)
{
    return total->kind == QTY_NUMBER || quantity_bounded(total);
}

bool check_is_blank(const Table *t, uint32_t row, uint32_t col)
{
    return table_cell_kind(t, row, col) == CELL_BLANK;
}

int check_sign(const Row *row)
{
    return row->role == ROLE_MINUS ? -1 : 1;
}

ColumnStep check_column_step(const Model *m, TableId table, uint32_t col, UnitId like)
{
    const Table *t = model_table(m, table);
    ColumnStep step = {0, 0};
    bool first = true;
    if (t->whole)
        return step;
    for (uint32_t r = 0; r < t->rows.len; r++) {
        if (!row_is_addend(&t->rows.at[r]) || check_is_blank(t, r, col))
            continue;
        Cell c = table_cell(t, r, col);
        UnitId unit = c.unit;
        int32_t scale = c.scale;
        if (c.kind != CELL_PLAIN) {
            Value v = figure_value(m, check_cell(t, table, r, col));
            if (v.kind != VAL_NUMBER)
                continue;
            unit = v.unit;
            scale = v.num.scale;
        }
        if (!units_agree(&m->units, unit, like))
            continue;
        if (first)
            step.unit = unit;
        first = false;
        if (unit == step.unit && scale > step.scale)
            step.scale = scale;
    }
    return step;
}

Quantity check_addend(Model *m, FigRef f, ColumnStep step)
{
    Quantity q = check_quantity(m, f);
    Value v = figure_value(m, f);
    Decimal worth;
    if (v.kind == VAL_NUMBER && v.unit == step.unit && v.num.scale < step.scale &&
        !figure_precision(m, f, &worth) &&
        decimal_mul(decimal_pow10(-step.scale), unit_get(&m->units, v.unit)->factor, &worth))
        quantity_restep(&q, worth);
    return q;
}

bool check_is_count(Str formula)
{
    int64_t paren = str_find(formula, STR("("));
    TermId t = paren <= 0 ? 0 : vocab_find(VG_FUNC, str_slice(formula, 0, (uint32_t)paren), K_NONE);
    return t != 0 && vocab_term(t)->id == FN_COUNT;
}

bool check_at_most(Decimal a, int64_t percent, Decimal b)
{
    Decimal left, right;
    return decimal_mul(decimal_abs(a), decimal_int(100), &left) &&
           decimal_mul(decimal_abs(b), decimal_int(percent), &right) &&
           decimal_cmp(left, right) <= 0;
}

/* --- places and proofs ------------------------------------------------------------------- */

uint32_t check_line(const Model *m, Span span)
{
    Source *src = span_is_none(span) ? NULL : sources_get(m->sources, span.file);
    return src == NULL ? 0 : source_line_of(src, span.off);
}

uint32_t check_row_line(const Model *m, const Table *t, uint32_t row)
{
    return check_line(m, (Span){t->file, t->rows.at[row].off, 0});
}

bool check_inside(Span inner, Span outer)
{
    return inner.file == outer.file && inner.off >= outer.off &&
           inner.off - outer.off + (uint64_t)inner.len <= outer.len;
}

/* Where a figure stands is as good a key as the figure, whichever way it is referred to. */
static uint64_t place_key(const Model *m, FigRef f)
{
    Span span = figure_span(m, f);
    return (uint64_t)span.file << 32 | span.off;
}

ProofIndex check_proofs(Arena *arena, ProofKind kind)
{
    ProofIndex index = {.kind = (uint8_t)kind};
    u32map_init(&index.by_place, arena);
    return index;
}

ProofIndex *check_proofs_kept(const Stretch *s, ProofKind kind)
{
    if (*s->kept == NULL) {
        ProofIndex *index = arena_new(s->arena, ProofIndex);
        *index = check_proofs(s->arena, kind);
        *s->kept = index;
    }
    return *s->kept;
}

Verdict check_verdict(const Model *m, ProofIndex *index, FigRef figure)
{
    for (; index->known < m->proofs.len; index->known++)
        if (m->proofs.at[index->known].kind == index->kind)
            *u32map_put(&index->by_place, place_key(m, proof_figure(&m->proofs.at[index->known]))) =
                index->known;
    const uint32_t *at = u32map_get(&index->by_place, place_key(m, figure));
    return at == NULL ? VERDICT_NONE : (Verdict)m->proofs.at[*at].verdict;
}

/* The failing sum before the one at `from` that is the table's; NULL: there is none. Sums are proven
 * table by table, and not long ago. */
static const Proof *failing_before(const Model *m, const Table *t, ProofKind kind, uint32_t from)
{
    for (uint32_t i = from; i-- > 0;) {
        const Proof *p = &m->proofs.at[i];
        if (p->kind == PROOF_SUM && p->decl < t->decl)
            break;
        if (p->kind == kind && p->decl == t->decl && p->verdict == VERDICT_VIOLATED)
            return p;
    }
    return NULL;
}

bool check_total_fails(const Model *m, const Table *t)
{
    return failing_before(m, t, PROOF_SUM, m->proofs.len) != NULL;
}

const Proof *check_failing_sum(const Model *m, const Table *t, uint32_t col)
{
    const Proof *p = failing_before(m, t, PROOF_SUM, m->proofs.len);
    while (p != NULL && figure_place(m, proof_figure(p)).col != col)
        p = failing_before(m, t, PROOF_SUM, (uint32_t)(p - m->proofs.at));
    return p;
}

const Proof *check_failing_row_sum(const Model *m, const Table *t, uint32_t row)
{
    const Proof *p = failing_before(m, t, PROOF_ROW_SUM, m->proofs.len);
    while (p != NULL && figure_place(m, proof_figure(p)).row != row)
        p = failing_before(m, t, PROOF_ROW_SUM, (uint32_t)(p - m->proofs.at));
    return p;
}
