/*
 * control.c — the last section: how the figures were checked.  Layer: report.
 *
 * in:  the Proofs that the checks have left in the model
 * out: what is known not to hold, first; a table, folded, with a row for each figure that was held
 *      against others; and a line that counts what was looked up (references, codes). Nothing
 *      where nothing was checked.
 */
#include "report/maker.h"

#include "base/quote.h"

enum { MAX_TERMS = 6 }; /* named in a row; the rest are counted */

static LabelId verdict_label(uint8_t verdict)
{
    static const uint8_t labels[] = {
        [VERDICT_NONE] = LABEL_VERDICT_NONE,         [VERDICT_EXACT] = LABEL_VERDICT_EXACT,
        [VERDICT_ROUNDED] = LABEL_VERDICT_ROUNDED,   [VERDICT_UNLIKELY] = LABEL_VERDICT_UNLIKELY,
        [VERDICT_VIOLATED] = LABEL_VERDICT_VIOLATED, [VERDICT_UNKNOWN] = LABEL_VERDICT_UNKNOWN,
    };
    return (LabelId)labels[verdict];
}

bool proof_is_ours(const Maker *mk, const Proof *p)
{
    return p->decl != 0 && decl_plan(mk->m, p->decl) == mk->top;
}

/* What is only looked up is counted, not listed. */
static bool is_row(const Maker *mk, const Proof *p)
{
    return p->kind != PROOF_REFERENCE && p->kind != PROOF_CODE && proof_is_ours(mk, p);
}

static LabelId proof_label(uint8_t kind)
{
    static const uint8_t labels[PROOF_KIND_COUNT] = {
        [PROOF_SUM] = LABEL_PROOF_SUM,
        [PROOF_ROW_SUM] = LABEL_PROOF_ROW_SUM,
        [PROOF_NET] = LABEL_PROOF_NET,
        [PROOF_BREAKDOWN] = LABEL_PROOF_BREAKDOWN,
        [PROOF_EQUATION] = LABEL_PROOF_EQUATION,
        [PROOF_CLAIM] = LABEL_PROOF_CLAIM,
        [PROOF_COUNT] = LABEL_PROOF_COUNT,
        [PROOF_OF_WHICH] = LABEL_PROOF_OF_WHICH,
        [PROOF_CHAIN] = LABEL_PROOF_CHAIN,
        [PROOF_REFERENCE] = LABEL_REFERENCES,
        [PROOF_CODE] = LABEL_CODES,
    };
    return (LabelId)labels[kind];
}

/* Where a figure stands in a table; false: in none. */
static bool cell_of(const Model *m, FigRef f, TableId *table, uint32_t *row, uint16_t *col)
{
    FigRef cell = figure_place(m, f);
    *table = cell.table;
    *row = cell.row;
    *col = cell.col;
    return *table != 0;
}

/* The two sides of the first `=` in an equation as it is written. */
static Str left_side(Str equation, Str *right)
{
    int64_t at = str_find(equation, STR("="));
    *right = at < 0 ? STR_NONE : str_trim(str_slice(equation, (uint32_t)at + 1, equation.len));
    return str_trim(str_slice(equation, 0, at < 0 ? equation.len : (uint32_t)at));
}

/* The thing that a reader finds `d` under: itself, or what has a title around it; 0: none has. */
static DeclId titled_around(const Model *m, DeclId d)
{
    while (d != 0 && model_decl(m, d)->title.len == 0 && model_decl(m, d)->same == 0)
        d = model_decl(m, d)->parent;
    return d;
}

/* "Rammen 2018: Sum, netto", unless the row says already what is summed. A table without a title is
 * that of the thing or the chapter it stands in; of the whole plan nothing needs to be said. */
static Str cell_label(Maker *mk, TableId table, uint32_t row, FigRef f)
{
    Str label = figure_label(mk->m, mk->arena, f);
    const Table *t = model_table(mk->m, table);
    DeclId d = titled_around(mk->m, t->decl);
    Str title = d == 0 || d == mk->top ? STR_NONE : thing_title(mk, d);
    if (t->declares || title.len == 0 || str_find(row_label(t, &t->rows.at[row]), title) >= 0)
        return label;
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, title);
    buf_cstr(&b, ": ");
    buf_str(&b, label);
    return buf_view(&b);
}

/* "HMS og sykefravær: «tre»": a figure in prose is found by what it stands under. */
static Str inline_label(Maker *mk, const Fact *f)
{
    Str right;
    Str said = left_side(str_trim(span_text(mk->m->sources, fact_span(mk->m, f))), &right);
    DeclId d = titled_around(mk->m, f->scope);
    Buf b;
    buf_init(&b, mk->arena);
    if (d != 0)
        buf_str(&b, thing_title(mk, d));
    buf_printf(&b, d != 0 ? ": \xC2\xAB%.*s\xC2\xBB" : "\xC2\xAB%.*s\xC2\xBB", STR_ARG(said));
    return buf_view(&b);
}

/* What the author says that a claim means stands last, in quotes; else the claim as written. A
 * quoted part of a path is no message. */
static Str claim_message(Str written)
{
    uint32_t from = quote_last(written);
    bool alone = from == 0 || (from < written.len && written.ptr[from - 1] == ' ');
    return alone ? quote_content(str_slice(written, from, written.len)) : written;
}

static Str what_is_proven(Maker *mk, const Proof *p)
{
    Str written = span_text(mk->m->sources, proof_span(mk->m, p));
    if (p->kind == PROOF_CLAIM)
        return claim_message(written);
    if (figure_is_none(proof_figure(p)))
        return written;
    TableId table;
    uint32_t row;
    uint16_t col;
    if (cell_of(mk->m, p->figure, &table, &row, &col))
        return cell_label(mk, table, row, p->figure);
    const Fact *f = model_fact(mk->m, p->figure.fact);
    if (f->owner == FACT_INLINE)
        return inline_label(mk, f);
    return figure_label(mk->m, mk->arena, p->figure);
}

/* A term in the column of what is proven is its row alone, one in its row the column alone. */
static Str term_label(Maker *mk, const Proof *p, FigRef term)
{
    TableId ta = 0, tb = 0;
    uint32_t ra, rb;
    uint16_t ca, cb;
    if (!figure_is_none(proof_figure(p)) && cell_of(mk->m, p->figure, &ta, &ra, &ca) &&
        cell_of(mk->m, term, &tb, &rb, &cb) && ta == tb) {
        const Table *t = model_table(mk->m, ta);
        if (ca == cb)
            return row_label(t, &t->rows.at[rb]);
        if (ra == rb)
            return t->cols.at[cb].label;
    }
    return figure_label(mk->m, mk->arena, term);
}

/* What was counted: the right side of "5 = antall(avdeling)". */
static Str counted(Maker *mk, const Proof *p)
{
    Str right = STR_NONE;
    if (p->kind == PROOF_COUNT && proof_figure(p).fact != 0)
        left_side(span_text(mk->m->sources, fact_span(mk->m, model_fact(mk->m, p->figure.fact))),
                  &right);
    return right;
}

static void put_more(Maker *mk, Buf *b, uint32_t count)
{
    Str more = maker_label(mk, LABEL_MORE_TERMS);
    int64_t at = str_find(more, STR("%u"));
    buf_char(b, ' ');
    buf_str(b, str_slice(more, 0, (uint32_t)at));
    buf_int(b, count);
    buf_str(b, str_slice(more, (uint32_t)at + 2, more.len));
}

/* A row that a sum takes away, and not one that it adds. */
static bool is_subtracted(const Model *m, const Proof *p, FigRef f)
{
    return p->kind == PROOF_SUM && f.fact == 0 && f.table != 0 &&
           model_table(m, f.table)->rows.at[f.row].role == ROLE_MINUS;
}

static Str terms_text(Maker *mk, const Proof *p)
{
    Buf *b = maker_scratch(mk);
    buf_str(b, maker_label(mk, proof_label(p->kind)));
    Str right = counted(mk, p);
    buf_cstr(b, right.len > 0 ? ": " : "");
    buf_str(b, right);
    FigRef f;
    TermIter it = {0, 0};
    for (uint32_t i = 0; i < MAX_TERMS && proof_next(p, &it, &f); i++) {
        buf_cstr(b, i == 0 && right.len == 0 ? ": " : "; ");
        if (is_subtracted(mk->m, p, f))
            buf_str(b, maker_label(mk, LABEL_ROW_MINUS));
        buf_str(b, term_label(mk, p, f));
    }
    if (proof_count(p) > MAX_TERMS)
        put_more(mk, b, proof_count(p) - MAX_TERMS);
    return str_dup(mk->arena, buf_view(b));
}

static Str amount_text(Maker *mk, const Amount *a)
{
    Quantity q = amount_quantity(a);
    return q.kind == QTY_NUMBER ? show_quantity(mk, &q) : STR_NONE;
}

/* That a sum holds as far as figures are rounded is worth saying only where it is off: to whoever
 * adds 1,2 and 0,3 to 1,5 it simply holds. */
static uint8_t told_verdict(const Proof *p, const ProofAmounts *told)
{
    bool equal = p->as_stated || decimal_cmp(told->stated.mid, told->computed.mid) == 0;
    return p->verdict == VERDICT_ROUNDED && equal ? (uint8_t)VERDICT_EXACT : p->verdict;
}

static void add_proof(Maker *mk, const Proof *p, Grid *grid)
{
    GridRow *row = grid_row(mk->arena, grid, GRID_PLAIN);
    uint8_t verdict = p->verdict;
    grid_text(mk, &row->cells[0], what_is_proven(mk, p));
    if (p->kind != PROOF_CLAIM) {
        ProofAmounts told = proof_told(mk->m, p);
        verdict = told_verdict(p, &told);
        grid_text(mk, &row->cells[1], amount_text(mk, &told.stated));
        if (p->as_stated)
            row->cells[2] = row->cells[1];
        else
            grid_text(mk, &row->cells[2], amount_text(mk, &told.computed));
    }
    grid_text(mk, &row->cells[3], terms_text(mk, p));
    grid_text(mk, &row->cells[4], maker_label(mk, verdict_label(verdict)));
}

static void add_count(Maker *mk, Fields *fields, ProofKind kind)
{
    int64_t n = 0;
    for (uint32_t i = 0; i < mk->m->proofs.len; i++)
        n += mk->m->proofs.at[i].kind == kind && proof_is_ours(mk, &mk->m->proofs.at[i]);
    if (n == 0)
        return;
    Buf b;
    buf_init(&b, mk->arena);
    buf_int(&b, n);
    Field *f = field_add(mk->arena, fields, maker_label(mk, proof_label((uint8_t)kind)));
    runs_add(mk->arena, &f->value, buf_view(&b), RUN_PLAIN, NULL);
}

/* The longest table of most plans, and the one that fewest read all of. */
static Block *add_fold(Maker *mk, uint32_t rows, Block *into)
{
    Block *fold = block_add(mk->arena, into, BLOCK_FOLD);
    Buf b;
    buf_init(&b, mk->arena);
    buf_printf(&b, "%.*s (%u)", STR_ARG(maker_label(mk, LABEL_CONTROL_FOLD)), (unsigned)rows);
    runs_add(mk->arena, &fold->text, buf_view(&b), RUN_PLAIN, NULL);
    return fold;
}

static void make_proof_table(Maker *mk, Block *into)
{
    static const LabelId heads[] = {LABEL_CONTROL_FIGURE, LABEL_CONTROL_STATED,
                                    LABEL_CONTROL_AGAINST, LABEL_CONTROL_TERMS,
                                    LABEL_CONTROL_VERDICT};
    uint32_t count = 0;
    for (uint32_t i = 0; i < mk->m->proofs.len; i++)
        count += is_row(mk, &mk->m->proofs.at[i]);
    if (count == 0)
        return;
    Grid *grid = arena_new(mk->arena, Grid);
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        grid_column(mk->arena, grid, maker_label(mk, heads[i]), false);
    grid_room(mk->arena, grid, count);
    for (uint32_t i = 0; i < mk->m->proofs.len; i++) {
        Proof p = mk->m->proofs.at[i];
        if (is_row(mk, &p))
            add_proof(mk, &p, grid);
    }
    Block *fold = add_fold(mk, count, into);
    Block *line = block_add(mk->arena, fold, BLOCK_LINE);
    runs_add(mk->arena, &line->text, maker_label(mk, LABEL_CONTROL_INTRO), RUN_PLAIN, NULL);
    grid_add(mk, grid, STR_NONE, fold);
}

/* What is named by `kjent feil`, all of it: the reader of a table may miss the end, but whoever
 * reads how the figures were checked shall see what does not hold. */
static void make_fault_list(Maker *mk, Block *into)
{
    const Model *m = mk->m;
    Block *list = NULL;
    for (FactId id = 1; id < m->facts.len; id++) {
        const Fact *f = model_fact(m, id);
        if (f->owner != FACT_PROP || f->prop == 0 || model_prop(m, f->prop)->key != P_KNOWN_FAULT ||
            decl_plan(m, f->scope) != mk->top)
            continue;
        if (list == NULL) {
            Block *title = block_add(mk->arena, into, BLOCK_LINE);
            runs_add(mk->arena, &title->text, maker_label(mk, LABEL_KNOWN_FAULTS), RUN_PLAIN, NULL);
            list = block_add(mk->arena, into, BLOCK_LIST);
        }
        Block *item = block_add(mk->arena, list, BLOCK_ITEM);
        Str text = span_text(m->sources, fact_span(m, f));
        Buf b;
        buf_init(&b, mk->arena);
        buf_printf(&b, "%.*s (%.*s)", STR_ARG(quote_content(text)), text.len < 6 ? 0 : 6, text.ptr);
        runs_add(mk->arena, &item->text, buf_view(&b), RUN_PLAIN, NULL);
    }
}

void make_control(Maker *mk, Block *into)
{
    bool any = false;
    for (uint32_t i = 0; i < mk->m->proofs.len && !any; i++)
        any = proof_is_ours(mk, &mk->m->proofs.at[i]);
    if (!any)
        return;
    Block *heading = make_heading(mk, into, 2, STR_NONE, maker_label(mk, LABEL_CONTROL), 0);
    heading->chapter = true;
    make_fault_list(mk, into);
    make_proof_table(mk, into);
    Fields counts = {0};
    add_count(mk, &counts, PROOF_REFERENCE);
    add_count(mk, &counts, PROOF_CODE);
    if (counts.len > 0)
        block_add(mk->arena, into, BLOCK_FIELDS)->fields = counts;
}
