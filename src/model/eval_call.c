/*
 * eval_call.c — functions: antall, sum, snitt, høyest, lavest, unik, avrund, andel.  Layer: model.
 *
 * A function is a row of `functions`: how many arguments it takes and what it does with them. To
 * add one: a row of the vocabulary (group func) and a row here.
 */
#include "model/eval_internal.h"

#include "base/utf8.h"
#include "model/build.h"
#include "model/scope.h"

typedef struct Call {
    Eval *e;
    NodeRef node;
    Span span;
    NodeRef args[4];
    uint32_t count;
} Call;

/* --- antall ------------------------------------------------------------------------------------ */

/* What is counted: things declared with one word, inside one thing, with one property so. */
typedef struct Filter {
    TermId term;       /* the word */
    bool any_word;     /* a generic word: every word of the kind */
    DeclId inside;     /* `i mål.økonomi`; 0: everywhere */
    uint16_t property; /* `der ansvar = ikt`; 0: none */
    Str value;
    Span value_span;
} Filter;

/* The first row of a kind is its general word, but for the organisation: that is `enhet`. */
bool eval_generic_word(TermId term)
{
    const Term *t = vocab_term(term);
    if (t->id == K_UNIT) {
        return str_eq(str_from(t->key), STR("unit.enhet"));
    }
    return vocab_kind_term((Kind)t->id) == term;
}

static bool is_connective(Eval *e, NodeRef n, VocabConnective id)
{
    if (n == 0 || tree_node(e->tree, n)->kind != N_WORD) {
        return false;
    }
    Str folded = utf8_fold(e->m->scratch, tree_text(e->tree, n));
    TermId t = vocab_find(VG_CONNECTIVE, folded, K_NONE);
    return t != 0 && vocab_term(t)->id == id;
}

/* The kind's word at the head of the argument, in the singular as it is declared. */
static bool read_counted(Eval *e, NodeRef word, Filter *f)
{
    Str text = tree_text(e->tree, word);
    f->term = vocab_find(VG_KIND, utf8_fold(e->m->scratch, text), K_NONE);
    if (f->term == 0) {
        Diag *d = diag_at(e->m->sink, HP2014, build_span(e->m, e->doc, word));
        diag_str(d, text);
        TermId near = vocab_nearest(e->m->scratch, VG_KIND, utf8_fold(e->m->scratch, text), K_NONE, 3);
        if (near != 0) {
            Str spelling = str_from(vocab_term(near)->spelling[LANG_NB]);
            diag_label(d, L_DID_YOU_MEAN);
            diag_str(d, spelling);
            diag_fix(d, build_span(e->m, e->doc, word), spelling, F_WRITE);
            diag_str(d, spelling);
        }
        return false;
    }
    f->any_word = eval_generic_word(f->term);
    return true;
}

static bool read_inside(Eval *e, NodeRef path, Filter *f)
{
    Str text = tree_text(e->tree, path);
    f->inside = eval_decl(e->m, e->scope, text, K_NONE);
    if (f->inside == 0) {
        NameHit hit = scope_find(e->m, e->scope, text, K_NONE);
        if (hit.kind == NAME_AMBIGUOUS) {
            scope_ambiguous(e->m, text, build_span(e->m, e->doc, path), hit);
            return false;
        }
        f->inside = hit.kind == NAME_FOUND ? hit.decl : 0;
    }
    if (f->inside == 0) {
        Diag *d = diag_at(e->m->sink, HP2008, build_span(e->m, e->doc, path));
        diag_str(d, text);
    } else {
        model_decl(e->m, f->inside)->used = true;
    }
    return f->inside != 0;
}

/* The words before `=`: antall(tiltak [i mål.økonomi] [der ansvar]). */
static bool read_words(Eval *e, NodeRef words, Filter *f)
{
    NodeRef n = tree_node(e->tree, words)->kind == N_STATED ? tree_child(e->tree, words) : words;
    bool alone = n == words;
    if (!read_counted(e, n, f)) {
        return false;
    }
    n = alone ? 0 : tree_next(e->tree, n);
    while (n != 0) {
        NodeRef operand = tree_next(e->tree, n);
        if (is_connective(e, n, CON_IN) && operand != 0) {
            if (!read_inside(e, operand, f)) {
                return false;
            }
        } else if (is_connective(e, n, CON_WHERE) && operand != 0) {
            Str key = utf8_fold(e->m->scratch, tree_text(e->tree, operand));
            TermId term = vocab_find(VG_PROP, key, vocab_term(f->term)->id);
            if (term == 0) {
                Diag *d = diag_at(e->m->sink, HP2009, build_span(e->m, e->doc, operand));
                diag_str(d, tree_text(e->tree, operand));
                return false;
            }
            f->property = vocab_term(term)->id;
        } else {
            Diag *d = diag_at(e->m->sink, HP2009, build_span(e->m, e->doc, n));
            diag_str(d, tree_text(e->tree, n));
            return false;
        }
        n = tree_next(e->tree, operand);
    }
    return true;
}

static bool read_filter(Call *c, Filter *f)
{
    Eval *e = c->e;
    NodeRef arg = c->args[0];
    const Node *node = tree_node(e->tree, arg);
    if (node->kind == N_BINARY && node->op == OP_EQ) {
        NodeRef left = tree_child(e->tree, arg);
        NodeRef right = tree_next(e->tree, left);
        f->value = tree_node(e->tree, right)->kind == N_STRING ? tree_string(e->tree, right)
                                                               : tree_text(e->tree, right);
        f->value_span = build_span(e->m, e->doc, right);
        return read_words(e, left, f);
    }
    return read_words(e, arg, f);
}

/* Does the property of the thing say this: the thing named, the word of an enum, the same text? */
static bool has_value(Eval *e, DeclId d, const Filter *f)
{
    Model *m = e->m;
    FigRef at;
    if (!decl_figure(m, d, f->property, NULL, &at)) {
        return false;
    }
    NameHit wanted = scope_find(m, e->scope, f->value, K_NONE);
    if (at.fact == 0) { /* lent by an `om` around it */
        for (DeclId p = d; p != 0; p = model_decl(m, p)->parent) {
            if (model_decl(m, p)->kind == K_AGAIN) {
                return wanted.kind == NAME_FOUND && model_decl(m, p)->same == wanted.decl;
            }
        }
        return false;
    }
    const Prop *prop = model_prop(m, model_fact(m, at.fact)->prop);
    for (uint32_t i = 0; i < prop->count; i++) {
        const Fact *fact = model_fact(m, prop->first + i);
        if (fact->ref != 0 && wanted.kind == NAME_FOUND && fact->ref == wanted.decl) {
            return true;
        }
        if (utf8_eq_fold(m->scratch, span_text(m->sources, fact->value.span), f->value) ||
            utf8_eq_fold(m->scratch, fact->value.text, f->value)) {
            return true;
        }
    }
    return false;
}

/* Inside a thing, or said to belong to it (`hører til`). */
static bool belongs(const Model *m, DeclId d, DeclId to)
{
    if (to == 0 || decl_inside(m, d, to)) {
        return true;
    }
    PropId p = decl_prop(m, d, P_BELONGS_TO, NULL);
    for (uint32_t i = 0; p != 0 && i < model_prop(m, p)->count; i++) {
        if (model_fact(m, model_prop(m, p)->first + i)->ref == to) {
            return true;
        }
    }
    return false;
}

static Result call_count(Call *c)
{
    Filter f = {0};
    f.inside = c->e->inside;
    if (!read_filter(c, &f)) {
        return result_bad();
    }
    Eval *e = c->e;
    uint16_t kind = vocab_term(f.term)->id;
    int64_t n = 0;
    for (DeclId d = scope_next(e->m, 0, kind, 0); d != 0; d = scope_next(e->m, 0, kind, d)) {
        bool word = f.any_word || model_decl(e->m, d)->term == f.term;
        n += word && d != f.inside && belongs(e->m, d, f.inside) &&
             (f.property == 0 || has_value(e, d, &f));
    }
    return result_scalar(e, quantity_int(n, 0), (FigRef){0, 0, 0, 0});
}

/* --- over figures -------------------------------------------------------------------------------- */

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

static Result figures_of(Call *c)
{
    Result r = {0};
    r.kind = RES_FIGURES;
    for (uint32_t a = 0; a < c->count; a++) {
        Result one = eval_node(c->e, c->args[a]);
        if (one.kind != RES_FIGURES) {
            if (one.kind == RES_LIST) {
                diag_at(c->e->m->sink, HP3010, build_span(c->e->m, c->e->doc, c->args[a]));
            }
            return result_bad();
        }
        for (uint32_t i = 0; i < one.items.len; i++) {
            *result_add(c->e, &r) = one.items.at[i];
        }
        for (uint32_t i = 0; i < one.terms.len; i++) {
            *vec_push(c->e->m->scratch, &r.terms) = one.terms.at[i];
        }
    }
    return r;
}

static Result with_terms(Call *c, Quantity q, const Result *from)
{
    Result r = result_scalar(c->e, q, (FigRef){0, 0, 0, 0});
    for (uint32_t i = 0; i < from->terms.len; i++) {
        *vec_push(c->e->m->scratch, &r.terms) = from->terms.at[i];
    }
    return r;
}

static void sum_fault(Call *c, const Result *r, uint32_t culprit)
{
    Diag *d = diag_at(c->e->m->sink, HP3013, c->span);
    FigRef at = r->items.at[culprit].from;
    if (at.fact != 0 || at.table != 0) {
        diag_place(d, figure_span(c->e->m, at), L_THIS_ONE);
    }
}

/* Cells of more than one column, with neither row nor column chosen. */
static bool is_grid(const Result *r)
{
    bool several = false;
    for (uint32_t i = 0; i < r->items.len; i++) {
        if (r->items.at[i].text.len == 0) {
            return false;
        }
        several = several || !str_eq(r->items.at[i].text, r->items.at[0].text);
    }
    return several;
}

/* The columns of a table or a group whose rows and columns are both open, in order. */
static bool add_columns(Call *c, const Result *cells, Result *sums)
{
    Eval *e = c->e;
    for (uint32_t i = 0; i < cells->items.len; i++) {
        const ResultItem *cell = &cells->items.at[i];
        Sym column = build_sym(e->m, cell->text);
        uint32_t at = 0;
        while (at < sums->items.len && sums->items.at[at].label_sym != column) {
            at++;
        }
        if (at == sums->items.len) {
            ResultItem *sum = result_add(e, sums);
            sum->label = cell->text;
            sum->label_sym = column;
            sum->qty.kind = QTY_NONE;
        }
        Quantity next = cell->qty;
        Quantity *total = &sums->items.at[at].qty;
        if (cell->qty.kind == QTY_NONE) {
            continue;
        }
        if (total->kind != QTY_NONE && !quantity_add(&e->m->units, total, &cell->qty, &next)) {
            sum_fault(c, cells, i);
            return false;
        }
        *total = next;
    }
    return true;
}

/* `sum` adds downwards: what is open in both ways has one sum a column. */
static Result sum_columns(Call *c, const Result *cells)
{
    Result r = {0};
    r.kind = RES_FIGURES;
    if (!add_columns(c, cells, &r)) {
        return result_bad();
    }
    for (uint32_t i = 0; i < cells->terms.len; i++) {
        *vec_push(c->e->m->scratch, &r.terms) = cells->terms.at[i];
    }
    return r;
}

static Result call_sum(Call *c)
{
    Result r = figures_of(c);
    if (r.kind == RES_FIGURES && is_grid(&r)) {
        return sum_columns(c, &r);
    }
    bool agree = true;
    uint32_t culprit = 0;
    if (r.kind != RES_FIGURES) {
        return r;
    }
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
    for (uint32_t i = 0; i < r->items.len; i++) {
        n += r->items.at[i].qty.kind != QTY_NONE;
    }
    return n;
}

static Result call_average(Call *c)
{
    Result r = figures_of(c);
    bool agree = true;
    uint32_t culprit = 0;
    if (r.kind != RES_FIGURES || count_figures(&r) == 0) {
        return result_bad();
    }
    Quantity sum = result_sum(c->e, &r, &agree, &culprit);
    Quantity n = quantity_int(count_figures(&r), 0);
    Quantity q;
    if (!agree || !quantity_div(&c->e->m->units, &sum, &n, &q)) {
        sum_fault(c, &r, culprit);
        return result_bad();
    }
    return with_terms(c, q, &r);
}

static Result extreme(Call *c, int sign)
{
    Result r = figures_of(c);
    const Quantity *best = NULL;
    for (uint32_t i = 0; r.kind == RES_FIGURES && i < r.items.len; i++) {
        const Quantity *q = &r.items.at[i].qty;
        if (q->kind == QTY_UNKNOWN || q->kind == QTY_BAD) {
            best = q;
            break;
        }
        if (q->kind == QTY_NUMBER && (best == NULL || decimal_cmp(q->mid, best->mid) * sign > 0)) {
            best = q;
        }
    }
    return best == NULL ? result_bad() : with_terms(c, *best, &r);
}

static Result call_max(Call *c)
{
    return extreme(c, 1);
}

static Result call_min(Call *c)
{
    return extreme(c, -1);
}

static Result call_abs(Call *c)
{
    Result r = figures_of(c);
    for (uint32_t i = 0; r.kind == RES_FIGURES && i < r.items.len; i++) {
        if (decimal_sign(r.items.at[i].qty.mid) < 0) {
            r.items.at[i].qty = quantity_neg(&r.items.at[i].qty);
        }
    }
    r.scalar = r.items.len == 1;
    return r;
}

static Result call_round(Call *c)
{
    Result r = eval_node(c->e, c->args[0]);
    Result to = c->count > 1 ? eval_node(c->e, c->args[1])
                             : result_scalar(c->e, quantity_int(0, 0), (FigRef){0, 0, 0, 0});
    return eval_round(c->e, c->span, r, &to);
}

static Result call_share(Call *c)
{
    Result r = figures_of(c);
    Quantity percent;
    if (r.kind != RES_FIGURES || !eval_share(c->e, c->span, &r, &percent)) {
        return result_bad();
    }
    return with_terms(c, percent, &r);
}

/* unik(liste): the list itself, if nothing stands in it twice. */
static Result call_unique(Call *c)
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
            return result_bad();
        }
        *first = i + 1;
    }
    return r;
}

static Result call_list(Call *c)
{
    Result r = {0};
    r.kind = RES_LIST;
    for (uint32_t a = 0; a < c->count; a++) {
        Result one = eval_node(c->e, c->args[a]);
        if (one.kind != RES_LIST) {
            return result_bad();
        }
        for (uint32_t i = 0; i < one.items.len; i++) {
            *result_add(c->e, &r) = one.items.at[i];
        }
    }
    return r;
}

/* --- the table of functions ---------------------------------------------------------------------- */

typedef struct Function {
    VocabFunc id;
    uint32_t least, most; /* arguments */
    Result (*call)(Call *c);
} Function;

static const Function functions[] = {
    {FN_COUNT, 1, 1, call_count},     {FN_SUM, 1, 4, call_sum}, {FN_AVERAGE, 1, 4, call_average},
    {FN_MAX, 1, 4, call_max},         {FN_MIN, 1, 4, call_min}, {FN_ABS, 1, 1, call_abs},
    {FN_UNIQUE, 1, 1, call_unique},   {FN_LIST, 1, 4, call_list},
    {FN_ROUND, 1, 2, call_round},     {FN_SHARE, 2, 2, call_share},
};

static const Function *find_function(uint16_t id)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (functions[i].id == id) {
            return &functions[i];
        }
    }
    return NULL;
}

static const Function *named_function(Eval *e, Str name, Span span)
{
    Str folded = utf8_fold(e->m->scratch, name);
    TermId term = vocab_find(VG_FUNC, folded, K_NONE);
    const Function *f = term == 0 ? NULL : find_function(vocab_term(term)->id);
    if (f != NULL) {
        return f;
    }
    Diag *d = diag_at(e->m->sink, HP2018, span);
    diag_str(d, name);
    TermId near = vocab_nearest(e->m->scratch, VG_FUNC, folded, K_NONE, 2);
    if (near != 0 && find_function(vocab_term(near)->id) != NULL) {
        Str spelling = str_from(vocab_term(near)->spelling[LANG_NB]);
        diag_label(d, L_DID_YOU_MEAN);
        diag_str(d, spelling);
        diag_fix(d, span, spelling, F_WRITE);
        diag_str(d, spelling);
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
    if (f->most > f->least) {
        buf_printf(&wanted, "–%u", f->most);
    }
    diag_str(d, name);
    diag_str(d, buf_view(&wanted));
    diag_int(d, c->count);
    return result_bad();
}

Result eval_call(Eval *e, NodeRef node)
{
    Call c = {0};
    c.e = e;
    c.node = node;
    c.span = build_span(e->m, e->doc, node);
    const Node *n = tree_node(e->tree, node);
    Span name_span = {c.span.file, c.span.off, n->aux};
    Str name = span_text(e->m->sources, name_span);
    const Function *f = named_function(e, name, name_span);
    if (f == NULL) {
        return result_bad();
    }
    for (NodeRef a = n->child; a != 0; a = tree_next(e->tree, a)) {
        if (c.count < 4) {
            c.args[c.count] = a;
        }
        c.count++;
    }
    if (c.count < f->least || c.count > f->most) {
        return wrong_count(&c, name, f);
    }
    return f->call(&c);
}
