/*
 * eval_call.c — functions: antall, sum, snitt, høyest, lavest, unik, avrund, andel.  Layer: model.
 *
 * A function is a row of `functions`: how many arguments it takes and what it does with them. To
 * add one: a row of the vocabulary (group func) and a row here.
 */
#include "model/eval_internal.h"

#include "base/utf8.h"
#include "model/build.h"
#include "model/marks.h"
#include "model/scope.h"

/* --- things ----------------------------------------------------------------------------------- */

static Result call_count(const Call *c)
{
    Eval *e = c->e;
    Filter f;
    if (!filter_read(e->m, e->doc, e->scope, c->args[0], &f))
        return result_bad();
    if (f.inside == 0)
        f.inside = e->inside;
    int64_t n = index_count(e->m, e->scope, &f);
    return result_scalar(e, quantity_count(n), FIGURE_NONE);
}

uint32_t eval_count_new(Model *m, DocId doc, NodeRef call, DeclId scope)
{
    const Tree *tree = m->docs.at[doc].tree;
    Filter f;
    if (tree_node(tree, call)->kind != N_CALL || filter_report(m, scope) == 0 ||
        !filter_read(m, doc, scope, tree_child(tree, call), &f) || f.added)
        return 0;
    f.added = true;
    return index_count(m, scope, &f);
}

/* --- over figures ----------------------------------------------------------------------------- */

Quantity result_sum(Eval *e, const Result *r, bool *agree, uint32_t *culprit)
{
    Quantity total = {0};
    total.kind = QTY_NONE;
    *agree = true;
    for (uint32_t i = 0; i < r->items.len; i++) {
        Quantity next;
        if (total.kind == QTY_NONE) {
            total = r->items.at[i].qty.kind == QTY_NONE ? total : r->items.at[i].qty;
            continue;
        }
        if (!quantity_add(&e->m->units, &total, &r->items.at[i].qty, &next)) {
            *agree = false;
            *culprit = i;
            return next;
        }
        total = next;
    }
    return total;
}

static Result figures_of(const Call *c)
{
    Result r = {0};
    r.kind = RES_FIGURES;
    for (uint32_t a = 0; a < c->count; a++) {
        Result one = eval_node(c->e, c->args[a]);
        if (one.kind != RES_FIGURES) {
            if (one.kind == RES_LIST)
                diag_at(c->e->m->sink, HP3010, build_span(c->e->m, c->e->doc, c->args[a]));
            return result_bad();
        }
        for (uint32_t i = 0; i < one.items.len; i++)
            *result_add(c->e, &r) = one.items.at[i];
        terms_join(c->e->m->scratch, &r.terms, &one.terms);
    }
    return r;
}

static Result with_terms(const Call *c, Quantity q, const Result *from)
{
    Result r = result_scalar(c->e, q, FIGURE_NONE);
    terms_join(c->e->m->scratch, &r.terms, &from->terms);
    return r;
}

static void sum_fault(const Call *c, const Result *r, uint32_t culprit)
{
    Diag *d = diag_at(c->e->m->sink, HP3013, c->span);
    FigRef at = r->items.at[culprit].from;
    if (!figure_is_none(at))
        diag_place(d, figure_span(c->e->m, at), L_THIS_ONE);
}

/* Cells of more than one column, with neither row nor column chosen. */
static bool is_grid(const Result *r)
{
    bool several = false;
    for (uint32_t i = 0; i < r->items.len; i++) {
        if (r->items.at[i].text.len == 0)
            return false;
        several = several || !str_eq(r->items.at[i].text, r->items.at[0].text);
    }
    return several;
}

/* The columns of a table or a group whose rows and columns are both open, in order. */
static bool add_columns(const Call *c, const Result *cells, Result *sums)
{
    Eval *e = c->e;
    for (uint32_t i = 0; i < cells->items.len; i++) {
        const ResultItem *cell = &cells->items.at[i];
        Sym column = build_sym(e->m, cell->text);
        uint32_t at = 0;
        while (at < sums->items.len && sums->items.at[at].label_sym != column)
            at++;
        if (at == sums->items.len) {
            ResultItem *sum = result_add(e, sums);
            sum->label = cell->text;
            sum->label_sym = column;
            sum->qty.kind = QTY_NONE;
        }
        Quantity next = cell->qty;
        Quantity *total = &sums->items.at[at].qty;
        if (cell->qty.kind == QTY_NONE)
            continue;
        if (total->kind != QTY_NONE && !quantity_add(&e->m->units, total, &cell->qty, &next)) {
            sum_fault(c, cells, i);
            return false;
        }
        *total = next;
    }
    return true;
}

/* `sum` adds downwards: what is open in both ways has one sum a column. */
static Result sum_columns(const Call *c, const Result *cells)
{
    Result r = {0};
    r.kind = RES_FIGURES;
    if (!add_columns(c, cells, &r))
        return result_bad();
    terms_join(c->e->m->scratch, &r.terms, &cells->terms);
    return r;
}

static Result call_sum(const Call *c)
{
    Result r = figures_of(c);
    if (r.kind == RES_FIGURES && !addends_are_apart(c, &r))
        return result_bad();
    if (r.kind == RES_FIGURES && is_grid(&r))
        return sum_columns(c, &r);
    bool agree = true;
    uint32_t culprit = 0;
    if (r.kind != RES_FIGURES)
        return r;
    Quantity q = result_sum(c->e, &r, &agree, &culprit);
    if (!agree) {
        sum_fault(c, &r, culprit);
        return result_bad();
    }
    return with_terms(c, q, &r);
}

static uint32_t count_figures(const Result *r)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->items.len; i++)
        n += r->items.at[i].qty.kind != QTY_NONE;
    return n;
}

static Result call_average(const Call *c)
{
    Result r = figures_of(c);
    bool agree = true;
    uint32_t culprit = 0;
    if (r.kind != RES_FIGURES || count_figures(&r) == 0)
        return result_bad();
    Quantity sum = result_sum(c->e, &r, &agree, &culprit);
    Quantity n = quantity_int(count_figures(&r), 0);
    Quantity q;
    if (!agree || !quantity_div(&c->e->m->units, &sum, &n, &q)) {
        sum_fault(c, &r, culprit);
        return result_bad();
    }
    return with_terms(c, q, &r);
}

static Result extreme(const Call *c, int sign)
{
    Model *m = c->e->m;
    Result r = figures_of(c);
    Quantity unknown;
    const Quantity *best = NULL;
    for (uint32_t i = 0; r.kind == RES_FIGURES && i < r.items.len; i++) {
        const Quantity *q = &r.items.at[i].qty;
        if (q->kind == QTY_UNKNOWN || q->kind == QTY_BAD) {
            unknown = quantity_unknown(q); /* its ends are not those of the largest */
            best = q->kind == QTY_BAD ? q : &unknown;
            break;
        }
        if (q->kind != QTY_NUMBER)
            continue;
        if (best != NULL && !quantity_agree(&m->units, best, q)) {
            eval_units_differ(m, c->span, best, q);
            return result_bad();
        }
        if (best == NULL || decimal_cmp(q->mid, best->mid) * sign > 0)
            best = q;
    }
    return best == NULL ? result_bad() : with_terms(c, *best, &r);
}

static Result call_max(const Call *c)
{
    return extreme(c, 1);
}

static Result call_min(const Call *c)
{
    return extreme(c, -1);
}

static Result call_abs(const Call *c)
{
    Result r = figures_of(c);
    for (uint32_t i = 0; r.kind == RES_FIGURES && i < r.items.len; i++) {
        if (r.items.at[i].qty.kind == QTY_UNKNOWN)
            r.items.at[i].qty = quantity_unknown(&r.items.at[i].qty);
        if (decimal_sign(r.items.at[i].qty.mid) < 0) {
            r.items.at[i].qty = quantity_neg(&r.items.at[i].qty);
            r.items.at[i].from = FIGURE_NONE; /* which says something else */
        }
    }
    r.scalar = r.items.len == 1;
    return r;
}

static Result call_round(const Call *c)
{
    Result r = eval_node(c->e, c->args[0]);
    Result to = c->count > 1 ? eval_node(c->e, c->args[1])
                             : result_scalar(c->e, quantity_int(0, 0), FIGURE_NONE);
    return eval_round(c->e, c->span, r, &to);
}

static Result in_percent(const Call *c, bool (*of)(Eval *, Span, const Result *, Quantity *))
{
    Result r = figures_of(c);
    Quantity percent;
    if (r.kind != RES_FIGURES || !of(c->e, c->span, &r, &percent))
        return result_bad();
    return with_terms(c, percent, &r);
}

static Result call_share(const Call *c)
{
    return in_percent(c, eval_share);
}

static Result call_change(const Call *c)
{
    return in_percent(c, eval_change);
}

/* unik(liste): the list itself, if nothing stands in it twice. */
static Result call_unique(const Call *c)
{
    Result r = eval_node(c->e, c->args[0]);
    Model *m = c->e->m;
    U32Map seen;
    u32map_init(&seen, m->scratch);
    for (uint32_t i = 0; r.kind == RES_LIST && i < r.items.len; i++) {
        uint32_t *first = u32map_put(&seen, build_sym(m, r.items.at[i].text));
        if (*first != 0) {
            Diag *d = diag_at(m->sink, HP4022, r.items.at[i].span);
            diag_str(d, r.items.at[i].text);
            diag_place(d, r.items.at[*first - 1].span, L_FIRST_HERE);
            Result twice = result_bad();
            twice.truth = true; /* looked at, and not so */
            return twice;
        }
        *first = i + 1;
    }
    return r;
}

static Result call_list(const Call *c)
{
    Result r = {0};
    r.kind = RES_LIST;
    for (uint32_t a = 0; a < c->count; a++) {
        Result one = eval_node(c->e, c->args[a]);
        if (one.kind != RES_LIST)
            return result_bad();
        for (uint32_t i = 0; i < one.items.len; i++)
            *result_add(c->e, &r) = one.items.at[i];
    }
    return r;
}

/* --- the table of functions ------------------------------------------------------------------- */

typedef struct Function {
    VocabFunc id;
    uint32_t least, most; /* arguments */
    Result (*call)(const Call *c);
} Function;

static const Function functions[] = {
    {FN_COUNT, 1, 1, call_count},
    {FN_SUM, 1, MOST_ARGUMENTS, call_sum},
    {FN_AVERAGE, 1, MOST_ARGUMENTS, call_average},
    {FN_MAX, 1, MOST_ARGUMENTS, call_max},
    {FN_MIN, 1, MOST_ARGUMENTS, call_min},
    {FN_ABS, 1, 1, call_abs},
    {FN_UNIQUE, 1, 1, call_unique},
    {FN_LIST, 1, MOST_ARGUMENTS, call_list},
    {FN_ROUND, 1, 2, call_round},
    {FN_SHARE, 2, 2, call_share},
    {FN_CHANGE, 1, 2, call_change},
    {FN_HAS, 1, 1, thing_has},
    {FN_INSIDE, 1, 1, thing_inside},
    {FN_YEARS, 1, 1, thing_years},
    {FN_YEAR, 1, 1, thing_year},
    {FN_MENTIONS, 1, MOST_ARGUMENTS, thing_mentions},
};

static const Function *find_function(uint16_t id)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (functions[i].id == id)
            return &functions[i];
    return NULL;
}

/* All of them, as the language of the finding calls them: nothing was near. */
static void note_functions(Model *m, Diag *d)
{
    Text3 all = {0};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        Buf names;
        buf_init(&names, m->arena);
        for (TermId t = 1; t < vocab_term_count; t++) {
            if (vocab_term(t)->group == VG_FUNC) {
                buf_cstr(&names, names.len > 0 ? ", " : "");
                buf_cstr(&names, vocab_term(t)->spelling[lang]);
            }
        }
        all.in[lang] = buf_view(&names);
    }
    diag_note(d, N_FUNCTIONS_ARE);
    diag_text3(d, all);
}

static const Function *named_function(Eval *e, Str name, Span span)
{
    Str folded = utf8_fold(e->m->scratch, name);
    TermId term = vocab_find(VG_FUNC, folded, K_NONE);
    const Function *f = term == 0 ? NULL : find_function(vocab_term(term)->id);
    if (f != NULL) {
        mark(e->m, span, MARK_WORD, term);
        return f;
    }
    Diag *d = diag_at(e->m->sink, HP2018, span);
    diag_str(d, name);
    TermId near = vocab_nearest(e->m->scratch, VG_FUNC, folded, K_NONE, 2);
    if (near != 0 && find_function(vocab_term(near)->id) != NULL) {
        Str spelling = str_from(vocab_term(near)->spelling[LANG_NB]);
        diag_suggest(d, span, spelling);
    } else {
        note_functions(e->m, d);
    }
    return NULL;
}

static Result wrong_count(const Call *c, Str name, const Function *f)
{
    Model *m = c->e->m;
    Diag *d = diag_at(m->sink, HP2023, c->span);
    Buf wanted;
    buf_init(&wanted, m->arena);
    buf_printf(&wanted, "%u", f->least);
    if (f->most > f->least)
        buf_printf(&wanted, "–%u", f->most);
    diag_str(d, name);
    diag_str(d, buf_view(&wanted));
    diag_int(d, c->count);
    return result_bad();
}

Result eval_call(Eval *e, NodeRef node)
{
    Call c = {0};
    c.e = e;
    c.span = build_span(e->m, e->doc, node);
    const Node *n = tree_node(e->tree, node);
    Span name_span = {c.span.file, c.span.off, n->aux};
    Str name = span_text(e->m->sources, name_span);
    const Function *f = named_function(e, name, name_span);
    if (f == NULL)
        return result_bad();
    for (NodeRef a = n->child; a != 0; a = tree_next(e->tree, a)) {
        if (c.count < MOST_ARGUMENTS)
            c.args[c.count] = a;
        c.count++;
    }
    if (c.count < f->least || c.count > f->most)
        return wrong_count(&c, name, f);
    // cppcheck-suppress returnDanglingLifetime ; a result is a value, and holds nothing of the call
    return f->call(&c);
}
