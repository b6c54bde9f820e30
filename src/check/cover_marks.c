/*
 * cover_marks.c — what the proofs say of each figure.  Layer: check.
 *
 * Requires: all Proofs. Provides: proven, supported or neither, for each figure.
 *
 * An equality that holds exactly proves a figure if it would not hold with another digit. So the
 * figure must count once: in a - a and on both sides of a = a it counts for nothing. And it must
 * count in full: of two figures under `høyest` one does not matter, nor does what is multiplied by
 * zero. Only sums and differences, and multiples of them, are taken to prove what is in them; the
 * rest supports. A computed figure hands on to those that it is computed from.
 */
#include "check/cover_marks.h"

#include "check/stated.h"

enum {
    MARK_COVER = 3,    /* Cover */
    MARK_SEEN = 4,     /* counts in the proof at hand ... */
    MARK_TWICE = 8,    /* ... more than once */
    MOST_HANDED = 4000, /* figures behind the computed ones of one proof; no more are followed */
    MOST_SCRATCH = 1 << 20 /* bytes that evaluating may leave behind before they are given back */
};

static uint32_t number_of(const CoverMarks *c, FigRef f)
{
    if (f.fact != 0)
        return f.fact < c->facts ? f.fact : 0;
    const Table *t = model_table(c->m, f.table);
    if (!t->whole && table_cell_kind(t, f.row, f.col) == CELL_FACT)
        return table_cell(t, f.row, f.col).fact;
    return c->facts + t->first_cell + f.row * t->cols.len + f.col;
}

Cover cover_of(const CoverMarks *c, FigRef figure)
{
    return (Cover)(c->marks[number_of(c, figure)] & MARK_COVER);
}

void cover_count(const CoverMarks *c, TableId table, uint16_t col, CoverCounts *counts)
{
    const Table *t = model_table(c->m, table);
    const uint8_t *marks = &c->marks[c->facts + t->first_cell];
    const CellSlot *slots = t->cells.at;
    const uint32_t rows = t->rows.len, step = t->cols.len;
    bool groups = table_has_role(t, ROLE_GROUP);
    CoverCounts now = *counts;
    size_t cell = col;
    for (uint32_t row = 0; row < rows; row++, cell += step) {
        if (slots[cell].kind == CELL_PLAIN) /* as nearly all are */
            now.of[marks[cell] & MARK_COVER] += !groups || t->rows.at[row].role != ROLE_GROUP;
        else if (stated_cell(c->m, t, row, col))
            now.of[cover_of(c, figure_cell(table, row, col))]++;
    }
    *counts = now;
}

/* --- does everything in it count? -------------------------------------------------------- */

/* Two rows of one label are taken for one where lists are compared. */
static bool labels_differ(Model *m, const Result *r)
{
    U32Map seen;
    u32map_init(&seen, m->scratch);
    for (uint32_t i = 0; r->items.len > 1 && i < r->items.len; i++)
        if ((*u32map_put(&seen, r->items.at[i].label_sym))++ != 0)
            return false;
    return r->kind == RES_FIGURES;
}

static bool is_constant(CoverMarks *c, const Fact *f, NodeRef node, bool nonzero)
{
    Result r = eval_quietly(c->m, f->doc, node, f->scope);
    return r.kind == RES_FIGURES && r.scalar && r.terms.len == 0 &&
           (!nonzero || !decimal_is_zero(r.items.at[0].qty.mid));
}

/* A hundred claims of one list ask of it once. */
static bool path_counts(CoverMarks *c, const Fact *f, NodeRef node, bool added)
{
    enum { UNKNOWN, COUNTS, DOES_NOT };
    Str text = tree_text(c->m->docs.at[f->doc].tree, node);
    uint64_t key = (uint64_t)f->scope << 32 | interner_add(&c->m->syms, text);
    uint32_t *known = u32map_put(added ? &c->added : &c->listed, key);
    if (*known == UNKNOWN) {
        Result r = eval_quietly(c->m, f->doc, node, f->scope);
        bool counts = r.kind == RES_FIGURES && (added || labels_differ(c->m, &r));
        *known = counts ? COUNTS : DOES_NOT;
    }
    return *known == COUNTS;
}

static bool counts_in_full(CoverMarks *c, const Fact *f, NodeRef node, bool added, int depth);

static bool binary_counts(CoverMarks *c, const Fact *f, NodeRef node, int depth)
{
    const Tree *t = c->m->docs.at[f->doc].tree;
    NodeRef left = tree_child(t, node);
    NodeRef right = tree_next(t, left);
    uint8_t op = tree_node(t, node)->op;
    if (op == OP_ADD || op == OP_SUB)
        return counts_in_full(c, f, left, false, depth) &&
               counts_in_full(c, f, right, false, depth);
    if (op != OP_MUL)
        return false;
    return (is_constant(c, f, left, true) && counts_in_full(c, f, right, false, depth)) ||
           (is_constant(c, f, right, true) && counts_in_full(c, f, left, false, depth));
}

static bool call_counts(CoverMarks *c, const Fact *f, NodeRef node, int depth)
{
    const Tree *t = c->m->docs.at[f->doc].tree;
    const Node *n = tree_node(t, node);
    Str name = str_slice(tree_text(t, node), 0, n->aux);
    TermId term = vocab_find(VG_FUNC, name, K_NONE);
    bool sum = term != 0 && vocab_term(term)->id == FN_SUM;
    if (!sum || n->child == 0 || tree_next(t, n->child) != 0)
        return is_constant(c, f, node, false);
    return counts_in_full(c, f, n->child, true, depth);
}

/* added: the labels do not matter, since all is added up. */
static bool counts_in_full(CoverMarks *c, const Fact *f, NodeRef node, bool added, int depth)
{
    const Tree *t = c->m->docs.at[f->doc].tree;
    const Node *n = tree_node(t, node);
    if (node == 0 || depth >= SYNTAX_MAX_DEPTH + SYNTAX_MAX_OPERATORS)
        return false;
    switch ((int)n->kind) {
    case N_WORD:
    case N_PATH: return path_counts(c, f, node, added);
    case N_PAREN:
    case N_NEG: return counts_in_full(c, f, n->child, added, depth + 1);
    case N_BINARY: return binary_counts(c, f, node, depth + 1);
    case N_CALL: return call_counts(c, f, node, depth + 1);
    case N_STATED: /* a claim's message may stand behind its last side */
        return is_constant(c, f, node, false) || counts_in_full(c, f, n->child, false, depth + 1);
    default: return is_constant(c, f, node, false);
    }
}

/* All sides of an equation or claim, which must have no comparison but =. */
static bool sides_count(CoverMarks *c, const Fact *f)
{
    Sides sides = eval_sides(c->m, f);
    for (uint32_t i = 0; i < sides.count; i++) {
        bool stated = i == 0 && f->equation;
        if (i > 0 && sides.at[i].op != OP_EQ)
            return false;
        if (!stated && !counts_in_full(c, f, sides.at[i].node, false, 0))
            return false;
    }
    return sides.count > 1;
}

/* --- a proof ----------------------------------------------------------------------------- */

typedef struct Handed {
    VEC(uint32_t) figures; /* of the proof, and behind the computed ones among them: by number */
    uint32_t proper;     /* so many stand in the proof itself */
    bool full;           /* each counts in full */
} Handed;

/* The figures behind a computed one. False: they do not count in full. */
static bool hand_on(CoverMarks *c, FactId id, Handed *out)
{
    Fact f = *model_fact(c->m, id);
    if (f.expr == 0 || f.value.kind != VAL_FORMULA || f.owner == FACT_CLAIM)
        return true;
    Result r = eval_quietly(c->m, f.doc, f.expr, f.scope);
    FigRef term;
    for (TermIter it = {0, 0}; r.kind == RES_FIGURES && terms_next(&r.terms, &it, &term);) {
        if (out->figures.len - out->proper >= MOST_HANDED)
            return false;
        *vec_push(c->m->scratch, &out->figures) = number_of(c, term);
    }
    return counts_in_full(c, &f, f.expr, false, 0);
}

static void figures_of(CoverMarks *c, const Proof *p, Handed *out)
{
    FigRef f;
    out->full = true;
    out->figures.len = 0;
    if (!figure_is_none(proof_figure(p)))
        *vec_push(c->m->scratch, &out->figures) = number_of(c, p->figure);
    for (TermIter it = {0, 0}; proof_next(p, &it, &f);)
        *vec_push(c->m->scratch, &out->figures) = number_of(c, f);
    out->proper = out->figures.len;
    for (uint32_t i = 0; i < out->figures.len; i++) {
        uint32_t number = out->figures.at[i];
        if (number < c->facts)
            out->full &= hand_on(c, number, out);
    }
}

static void raise(uint8_t *mark, Cover cover)
{
    if ((Cover)(*mark & MARK_COVER) < cover)
        *mark = (uint8_t)((*mark & ~MARK_COVER) | (int)cover);
}

/* A sum of figures, where each of them counts. */
static bool adds_up(const Proof *p)
{
    return p->kind == PROOF_SUM || p->kind == PROOF_ROW_SUM || p->kind == PROOF_NET ||
           p->kind == PROOF_BREAKDOWN || p->kind == PROOF_OF_WHICH || p->kind == PROOF_CHAIN;
}

/* Does an equality between these hold for each of them only as it stands? */
static bool proves_terms(CoverMarks *c, const Proof *p)
{
    if (adds_up(p))
        return true;
    if ((p->kind != PROOF_EQUATION && p->kind != PROOF_CLAIM) || proof_figure(p).fact == 0)
        return false;
    Fact f = *model_fact(c->m, p->figure.fact);
    bool said_again = f.expr == 0;
    return said_again || sides_count(c, &f);
}

static bool is_in_run(const TermRun *run, FigRef cell)
{
    FigRef first = run->first;
    uint32_t from = run->across ? first.col : first.row;
    uint32_t at = run->across ? cell.col : cell.row;
    bool in_line = run->across ? cell.row == first.row : cell.col == first.col;
    return in_line && at >= from && at - from < run->count;
}

/* Is what is proven of a run of cells a claim, or another cell of their table? */
static bool is_of_others(const CoverMarks *c, const Proof *p, const TermRun *run)
{
    if (p->kind == PROOF_CLAIM)
        return model_fact(c->m, proof_figure(p).fact)->owner == FACT_CLAIM;
    const Table *t = model_table(c->m, run->first.table);
    return adds_up(p) && !p->placed && p->figure.fact == 0 &&
           p->figure.table == run->first.table && !is_in_run(run, p->figure) &&
           (t->whole || table_cell_kind(t, p->figure.row, p->figure.col) != CELL_FACT);
}

/* The one run of figures of which a proof is made, where they are plain cells and none of them is
 * the figure proven: then nothing counts twice and nothing is computed. */
static const TermRun *plain_run(const CoverMarks *c, const Proof *p)
{
    const TermRun *run = &p->terms;
    bool one = run->count > 0 && (p->rest == NULL || p->rest->runs.len == 0);
    if (!one || run->first.fact != 0 || !is_of_others(c, p, run))
        return NULL;
    const Table *t = model_table(c->m, run->first.table);
    if (t->whole)
        return run; /* none of its cells is a fact */
    const CellSlot *cell = table_slot(t, run->first.row, run->first.col);
    bool plain = true;
    for (uint32_t i = 0; plain && i < run->count; i++, cell += run->across ? 1 : t->cols.len)
        plain = cell->kind != CELL_FACT;
    return plain ? run : NULL;
}

/* A hundred claims of one column raise it once. */
static bool is_raised(CoverMarks *c, const Proof *p, const TermRun *run, Cover cover)
{
    if (p->kind != PROOF_CLAIM)
        return false;
    uint64_t key = (uint64_t)number_of(c, run->first) << 32 | run->count << 1 | run->across;
    uint32_t *raised = u32map_put(&c->raised, key);
    if (*raised >= (uint32_t)cover)
        return true;
    *raised = cover;
    return false;
}

static void apply_run(CoverMarks *c, const Proof *p, const TermRun *run)
{
    bool exact = p->verdict == VERDICT_EXACT && proves_terms(c, p);
    Cover cover = exact ? COVER_PROVEN : COVER_SUPPORTED;
    uint32_t number = number_of(c, run->first);
    uint32_t step = run->across ? 1 : model_table(c->m, run->first.table)->cols.len;
    raise(&c->marks[number_of(c, p->figure)], cover);
    if (is_raised(c, p, run, cover))
        return;
    uint8_t *mark = c->marks + number;
    for (uint32_t i = 0; i < run->count; i++, mark += step)
        raise(mark, cover);
}

/* `all` is filled anew: the room for its figures is used again. */
static void apply(CoverMarks *c, const Proof *p, Handed *all)
{
    bool exact = p->verdict == VERDICT_EXACT;
    const TermRun *run = plain_run(c, p);
    if (run != NULL) {
        apply_run(c, p, run);
        return;
    }
    figures_of(c, p, all);
    bool terms = exact && all->full && proves_terms(c, p);
    for (uint32_t i = 0; i < all->figures.len; i++) {
        uint8_t *mark = &c->marks[all->figures.at[i]];
        *mark |= (uint8_t)((*mark & MARK_SEEN) != 0 ? MARK_TWICE : MARK_SEEN);
    }
    for (uint32_t i = 0; i < all->figures.len; i++) {
        uint32_t number = all->figures.at[i];
        bool stated = i == 0 && !figure_is_none(proof_figure(p)) && p->kind != PROOF_CLAIM;
        bool once = (c->marks[number] & MARK_TWICE) == 0;
        if (once)
            raise(&c->marks[number], exact && (stated || terms) ? COVER_PROVEN : COVER_SUPPORTED);
        else if (!terms)
            raise(&c->marks[number], COVER_SUPPORTED);
    }
    for (uint32_t i = 0; i < all->figures.len; i++)
        c->marks[all->figures.at[i]] &= MARK_COVER;
}

CoverMarks cover_marks(Model *m)
{
    CoverMarks c = {.m = m, .facts = m->facts.len};
    u32map_init(&c.added, m->arena);
    u32map_init(&c.listed, m->arena);
    u32map_init(&c.raised, m->arena);
    size_t count = (size_t)c.facts + m->cells + 1;
    c.marks = arena_alloc(m->arena, count);
    memset(c.marks, COVER_TYPED, count);
    Handed all = {0};
    for (uint32_t i = 0; i < m->proofs.len; i++) {
        const Proof *p = &m->proofs.at[i];
        if (verdict_holds((Verdict)p->verdict))
            apply(&c, p, &all);
        if (m->scratch->total > MOST_SCRATCH) {
            arena_free(m->scratch); /* what evaluating for one proof took is of no use to the next */
            all = (Handed){0};
        }
    }
    for (uint32_t i = 0; i < m->held.len; i++)
        raise(&c.marks[number_of(&c, m->held.at[i])], COVER_SUPPORTED);
    return c;
}
