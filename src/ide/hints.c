/*
 * hints.c — what is not written but known: values of formulas, verdicts, sums of columns.
 * Layer: ide.
 *
 * In: a checked model and a range. Out: short texts to be shown behind what they are about. A
 * verdict on a table stands behind its row, once, and is then the worst of the row.
 */
#include "ide/ide.h"

#include "check/check.h"
#include "model/eval.h"

#include <stdlib.h>

typedef VEC(hplan_ide_hint) HintVec;

typedef struct Hinter {
    const Ide *ide;
    hplan_range range;
    HintVec out;
    U32Map verdicts; /* by offset: Verdict + 1 */
} Hinter;

static bool within(const Hinter *h, Span span)
{
    return span.file == h->range.file && span.off >= h->range.start &&
           (size_t)span.off + span.len <= h->range.end;
}

static void add(Hinter *h, size_t offset, const char *text, const char *tooltip)
{
    *vec_push(h->ide->arena, &h->out) = (hplan_ide_hint){offset, text, tooltip};
}

/* --- values of formulas ---------------------------------------------------------------------- */

static void hint_value(Hinter *h, FactId id)
{
    Model *m = h->ide->m;
    const Fact *f = model_fact(m, id);
    size_t end = (size_t)f->off + f->len + (f->owner == FACT_INLINE ? 1 : 0);
    if (f->expr == 0 || f->equation || f->value.kind != VAL_FORMULA || !within(h, fact_span(m, f)))
        return;
    Quantity q = eval_figure(m, figure_fact(id));
    if (q.kind != QTY_NUMBER)
        return;
    Buf text;
    buf_init(&text, h->ide->arena);
    buf_cstr(&text, " = ");
    buf_str(&text, check_amount(m, &q));
    add(h, end, ide_taken(h->ide, &text), NULL);
}

/* --- verdicts -------------------------------------------------------------------------------- */

static bool is_of_table(const Proof *p)
{
    return p->kind == PROOF_SUM || p->kind == PROOF_BREAKDOWN || p->kind == PROOF_NET ||
           p->kind == PROOF_ROW_SUM;
}

static bool is_shown(const Model *m, const Proof *p)
{
    bool claim = p->kind == PROOF_CLAIM || p->kind == PROOF_EQUATION || p->kind == PROOF_COUNT;
    bool rule = p->decl != 0 && model_decl(m, p->decl)->kind == K_RULE;
    return (claim || is_of_table(p)) && !rule && p->verdict != VERDICT_NONE;
}

/* Behind what was judged; of a figure in a table, behind the row. */
static uint32_t place_of(const Hinter *h, const Proof *p)
{
    Span span = proof_span(h->ide->m, p);
    const Source *src = sources_get(h->ide->sources, span.file);
    uint32_t end = span.off + span.len;
    if (!is_of_table(p) || proof_figure(p).table == 0)
        return end;
    end = source_line_end(src, end);
    while (end > span.off && (src->text[end - 1] == ' ' || src->text[end - 1] == '\r'))
        end--;
    return end;
}

static void hint_verdicts(Hinter *h)
{
    static const char *const signs[] = {
        [VERDICT_NONE] = "",       [VERDICT_EXACT] = " ✓",    [VERDICT_ROUNDED] = " ✓",
        [VERDICT_UNLIKELY] = " ?", [VERDICT_VIOLATED] = " ✗", [VERDICT_UNKNOWN] = " –",
    };
    const Model *m = h->ide->m;
    u32map_init(&h->verdicts, h->ide->arena);
    for (uint32_t i = 0; i < m->proofs.len; i++) {
        const Proof *p = &m->proofs.at[i];
        if (!within(h, proof_span(m, p)) || !is_shown(m, p))
            continue;
        uint32_t at = place_of(h, p);
        uint32_t *seen = u32map_put(&h->verdicts, at);
        if (*seen == 0)
            add(h, at, NULL, NULL);
        *seen = *seen > p->verdict + 1u ? *seen : p->verdict + 1u;
    }
    for (uint32_t i = 0; i < h->out.len; i++) {
        const uint32_t *seen = u32map_get(&h->verdicts, h->out.at[i].offset);
        if (h->out.at[i].text != NULL || seen == NULL)
            continue;
        h->out.at[i].text = signs[*seen - 1];
        h->out.at[i].tooltip = check_verdict_word((Verdict)(*seen - 1), h->ide->lang);
    }
}

/* --- sums of columns ------------------------------------------------------------------------- */

static bool has_total(const Table *t)
{
    for (uint32_t r = 0; r < t->rows.len; r++)
        if (t->rows.at[r].role == ROLE_SUM || t->rows.at[r].role == ROLE_CLOSING)
            return true;
    return false;
}

static bool add_cell(Model *m, TableId id, uint32_t row, uint32_t col, Quantity *sum)
{
    const Table *t = model_table(m, id);
    Cell cell = table_cell(t, row, col);
    const Row *r = &t->rows.at[row];
    if (!row_is_addend(r) || (cell.kind != CELL_PLAIN && cell.kind != CELL_FACT))
        return true;
    FigRef f = cell.kind == CELL_FACT ? figure_fact(cell.fact)
                                      : figure_cell(id, row, (uint16_t)col);
    Quantity q = eval_figure(m, f);
    Quantity next = q;
    if (q.kind == QTY_NONE)
        return true;
    if (r->role == ROLE_MINUS)
        q = quantity_neg(&q);
    if (sum->kind != QTY_NONE && !quantity_add(&m->units, sum, &q, &next))
        return false;
    *sum = sum->kind == QTY_NONE ? q : next;
    return sum->kind == QTY_NUMBER;
}

bool ide_column_sum(Model *m, TableId id, uint32_t col, Quantity *sum)
{
    uint32_t rows = model_table(m, id)->rows.len;
    *sum = (Quantity){.kind = QTY_NONE};
    if (has_total(model_table(m, id)) || rows < 2 || model_table(m, id)->declares ||
        !table_summed(model_table(m, id), col))
        return false;
    for (uint32_t r = 0; r < rows; r++)
        if (!add_cell(m, id, r, col, sum))
            return false;
    return sum->kind == QTY_NUMBER;
}

/* Behind the last row of a table that states no sum. */
static void hint_sums(Hinter *h, TableId id)
{
    Model *m = h->ide->m;
    const Table *t = model_table(m, id);
    Buf text;
    Quantity sum;
    if (t->rows.len == 0 || t->file != h->range.file)
        return;
    Span last = row_span(m, t, t->rows.len - 1);
    if (!within(h, last))
        return;
    buf_init(&text, h->ide->arena);
    for (uint32_t c = 0; c < model_table(m, id)->cols.len; c++) {
        if (!ide_column_sum(m, id, c, &sum))
            continue;
        buf_cstr(&text, text.len == 0 ? " Σ " : ", ");
        buf_str(&text, model_table(m, id)->cols.at[c].label);
        buf_char(&text, ' ');
        buf_str(&text, check_amount(m, &sum));
    }
    if (text.len > 0)
        add(h, (size_t)last.off + last.len, ide_taken(h->ide, &text), NULL);
}

/* --- all ------------------------------------------------------------------------------------- */

static int by_offset(const void *left, const void *right)
{
    const hplan_ide_hint *a = left;
    const hplan_ide_hint *b = right;
    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    return strcmp(a->text, b->text);
}

void ide_hints_in(const Ide *ide, hplan_range range, hplan_ide_hints *out)
{
    Hinter h = {.ide = ide, .range = range};
    DiagSink unheard;
    DiagSink *usual = ide->m->sink;
    sink_init(&unheard, ide->arena, ide->sources);
    ide->m->sink = &unheard; /* what is wrong with a figure was said by the check */
    hint_verdicts(&h);
    uint32_t facts = ide->m->facts.len;
    for (FactId f = 1; f < facts; f++)
        hint_value(&h, f);
    for (TableId t = 1; t < ide->m->tables.len; t++)
        hint_sums(&h, t);
    ide->m->sink = usual;
    if (h.out.len > 0)
        qsort(h.out.at, h.out.len, sizeof *h.out.at, by_offset);
    *out = (hplan_ide_hints){h.out.at, h.out.len};
}
