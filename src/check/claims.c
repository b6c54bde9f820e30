/*
 * claims.c — krev: what the plan claims of itself.  Layer: check.
 *
 * requires: nothing.  provides: a Proof a claim.
 *
 * Both sides may be lists: figures are compared label by label, and the claim lists the places in
 * which it fails; names and texts are compared as sets with =.
 */
#include "check/claim_parts.h"
#include "check/shared.h"

#include "base/quote.h"
#include "base/utf8.h"

enum { MOST_SHOWN = 6 }; /* places in which one claim fails; the others are counted */

typedef struct Claim {
    Model *m;
    const Fact *fact;
    Str message;      /* what the author says it means; else the claim as written */
    Verdict verdict;  /* the weakest of all its comparisons */
    Diag *diag;       /* once it has failed */
    uint32_t failures;
    ClaimParts parts;
} Claim;

static Diag *failed(Claim *c)
{
    if (c->diag == NULL) {
        c->diag = diag_at(c->m->sink, HP4009, fact_span(c->m, c->fact));
        diag_str(c->diag, c->message);
    }
    return c->diag;
}

static void weaken(Claim *c, Verdict v)
{
    c->verdict = verdict_weaker(c->verdict, v);
}

/* A side that has no value to compare: said once a claim, and no fault. */
static void undecided(Claim *c, const Result *side)
{
    weaken(c, VERDICT_UNKNOWN);
    if (!sink_has(c->m->sink, HP4016, fact_span(c->m, c->fact))) {
        Diag *d = diag_at(c->m->sink, HP4016, fact_span(c->m, c->fact));
        diag_note(d, N_NO_FIGURE);
        diag_str(d, side->written);
    }
}

/* A limit that the claim itself states (3 mill. kr) is meant to the krone; only figures that the
 * plan states elsewhere were rounded by somebody. */
static Quantity as_limit(const Result *side, const ResultItem *item)
{
    Quantity q = item->qty;
    if (side->terms.len == 0 && q.kind == QTY_NUMBER && !q.approx) {
        q.lo = q.hi = q.mid;
        q.exact = true;
        q.half = q.square = decimal_zero;
    }
    return q;
}

/* `2` or `38 mill. kr`: nobody needs to be told that 2 is 2. */
static bool says_itself(Str written)
{
    bool figure = written.len > 0 && ascii_is_digit(written.ptr[0]);
    for (uint32_t i = 0; i < written.len; i++)
        figure = figure && strchr("(*/+-", written.ptr[i]) == NULL;
    return figure;
}

/* One comparison: the verdict, and if it fails a note with both figures. */
static void compare(Claim *c, const Result *left, const ResultItem *a, uint8_t op,
                    const Result *right, const ResultItem *b)
{
    Model *m = c->m;
    if (a->qty.kind == QTY_BAD || b->qty.kind == QTY_BAD) {
        weaken(c, VERDICT_UNKNOWN);
        return;
    }
    bool on_line = false;
    Quantity x = op == OP_EQ ? a->qty : as_limit(left, a);
    Quantity y = op == OP_EQ ? b->qty : as_limit(right, b);
    Verdict v = op == OP_EQ ? quantity_equal(&m->units, &x, &y, m->exact_only).verdict
                            : quantity_compare(&m->units, &x, (Op)op, &y, &on_line);
    bool figures = a->qty.kind == QTY_NUMBER && b->qty.kind == QTY_NUMBER;
    if (!figures && (v == VERDICT_NONE || v == VERDICT_UNKNOWN)) {
        undecided(c, a->qty.kind != QTY_NUMBER ? left : right);
        return;
    }
    weaken(c, v);
    parts_note(&c->parts, left->scalar ? b->label_sym : a->label_sym, v);
    if (v != VERDICT_VIOLATED || ++c->failures > MOST_SHOWN)
        return;
    Diag *d = failed(c);
    Str label = !left->scalar ? a->label : !right->scalar ? b->label : STR_NONE;
    if (label.len > 0) {
        diag_note(d, N_IN_ROW);
        diag_str(d, label);
        diag_str(d, check_amount(m, &a->qty));
        diag_str(d, check_amount(m, &b->qty));
    } else {
        bool stated = says_itself(right->written);
        diag_note(d, stated ? L_IS : N_LEFT_RIGHT);
        diag_str(d, left->written);
        diag_str(d, check_amount(m, &a->qty));
        if (!stated) {
            diag_str(d, right->written);
            diag_str(d, check_amount(m, &b->qty));
        }
    }
    if (on_line)
        diag_note(d, N_ON_THE_LINE);
}

/* A place that only one of two lists has. */
static void lacks_place(Claim *c, const ResultItem *only)
{
    weaken(c, VERDICT_VIOLATED);
    if (++c->failures > MOST_SHOWN)
        return;
    Diag *d = failed(c);
    diag_note(d, N_LABEL_MISSING);
    diag_str(d, only->label);
}

/* Label by label. What only the second has is seen by asking the first. */
static void compare_lists_of_figures(Claim *c, const Result *a, uint8_t op, const Result *b)
{
    Labels first = eval_labels(c->m, a), second = eval_labels(c->m, b);
    for (uint32_t i = 0; i < a->items.len; i++) {
        const ResultItem *x = &a->items.at[i];
        const ResultItem *y = eval_labelled(&second, x->label_sym);
        if (y != NULL)
            compare(c, a, x, op, b, y);
        else
            lacks_place(c, x);
    }
    for (uint32_t i = 0; i < b->items.len; i++)
        if (eval_labelled(&first, b->items.at[i].label_sym) == NULL)
            lacks_place(c, &b->items.at[i]);
}

static void compare_figures(Claim *c, const Result *a, uint8_t op, const Result *b)
{
    if (!a->scalar && !b->scalar) {
        compare_lists_of_figures(c, a, op, b);
        return;
    }
    const Result *shape = a->scalar ? b : a;
    for (uint32_t i = 0; i < shape->items.len; i++)
        compare(c, a, &a->items.at[a->scalar ? 0 : i], op, b, &b->items.at[b->scalar ? 0 : i]);
}

/* What one list of names lacks of the other. */
static Str only_in(Model *m, const Result *a, const Result *b)
{
    Buf out;
    buf_init(&out, m->arena);
    U32Map there;
    u32map_init(&there, m->scratch);
    for (uint32_t i = 0; i < b->items.len; i++)
        *u32map_put(&there, interner_add(&m->syms, utf8_fold(m->scratch, b->items.at[i].text))) = 1;
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->items.len; i++) {
        Sym sym = interner_add(&m->syms, utf8_fold(m->scratch, a->items.at[i].text));
        if (u32map_get(&there, sym) == NULL) {
            buf_cstr(&out, n++ > 0 ? ", " : "");
            buf_str(&out, a->items.at[i].text);
        }
    }
    return buf_view(&out);
}

static void compare_lists(Claim *c, const Result *a, const Result *b)
{
    Str left = only_in(c->m, a, b);
    Str right = only_in(c->m, b, a);
    weaken(c, left.len + right.len == 0 ? VERDICT_EXACT : VERDICT_VIOLATED);
    if (left.len + right.len == 0)
        return;
    Diag *d = diag_at(c->m->sink, HP4018, fact_span(c->m, c->fact));
    if (left.len > 0) {
        diag_note(d, N_ONLY_LEFT);
        diag_str(d, left);
    }
    if (right.len > 0) {
        diag_note(d, N_ONLY_RIGHT);
        diag_str(d, right);
    }
}

static void mixed(Claim *c, const Result *r)
{
    diag_at(c->m->sink, HP3010, r->span);
    weaken(c, VERDICT_UNKNOWN);
}

static void check_pair(Claim *c, const Result *a, uint8_t op, const Result *b)
{
    if (a->kind == RES_BAD || b->kind == RES_BAD) {
        weaken(c, VERDICT_UNKNOWN);
    } else if (a->kind == RES_LIST && b->kind == RES_LIST && op == OP_EQ) {
        compare_lists(c, a, b);
    } else if (a->kind == RES_LIST || b->kind == RES_LIST) {
        mixed(c, a->kind == RES_LIST ? a : b);
    } else if (a->items.len > 0 && b->items.len > 0 &&
               !quantity_agree(&c->m->units, &a->items.at[0].qty, &b->items.at[0].qty)) {
        eval_units_differ(c->m, fact_span(c->m, c->fact), &a->items.at[0].qty, &b->items.at[0].qty);
        weaken(c, VERDICT_UNKNOWN);
    } else {
        compare_figures(c, a, op, b);
    }
}

/* One side alone: har(frist) is true or not. */
static void check_truth(Claim *c, const Result *r)
{
    if (r->kind == RES_BAD) { /* unik(...) has said itself what stands twice */
        weaken(c, r->truth ? VERDICT_VIOLATED : VERDICT_UNKNOWN);
        return;
    }
    bool broken = r->truth && decimal_is_zero(r->items.at[0].qty.mid);
    weaken(c, broken ? VERDICT_VIOLATED : VERDICT_EXACT);
    if (broken)
        (void)failed(c);
}

static void prove_claim(const Claim *c, FactId id, const Result *sides, uint32_t count)
{
    Model *m = c->m;
    Proof *p = model_prove(m, PROOF_CLAIM, c->verdict, c->fact->scope, figure_fact(id));
    for (uint32_t i = 0; i < count; i++) {
        // cppcheck-suppress uninitvar ; as many sides as are counted have been read
        proof_terms(m, p, &sides[i].terms);
        if (c->verdict == VERDICT_VIOLATED && c->parts.held)
            parts_keep(&c->parts, m, &sides[i]);
    }
}

static void check_claim(Model *m, FactId id)
{
    Fact copy = *model_fact(m, id); /* evaluating may make facts and move them */
    Sides sides = eval_sides(m, &copy);
    Result *values = arena_array(m->scratch, Result, sides.count);
    Claim c = {.m = m, .fact = &copy, .message = span_text(m->sources, fact_span(m, &copy))};
    parts_init(&c.parts, m);
    if (sides.message.len > 2)
        c.message = quote_content(span_text(m->sources, sides.message));
    for (uint32_t i = 0; i < sides.count; i++)
        values[i] = eval_expr(m, copy.doc, sides.at[i].node, copy.scope);
    if (sides.count == 1)
        check_truth(&c, &values[0]);
    for (uint32_t i = 1; i < sides.count; i++)
        check_pair(&c, &values[i - 1], sides.at[i].op, &values[i]);
    if (c.diag != NULL)
        tally_rest(c.diag, c.failures, MOST_SHOWN);
    prove_claim(&c, id, values, sides.count);
}

void check_claims(Model *m)
{
    for (uint32_t i = 0; i < m->formulas.len; i++) {
        FactId id = m->formulas.at[i];
        const Fact *f = model_fact(m, id);
        if (f->owner == FACT_CLAIM && f->prop != 0 && model_prop(m, f->prop)->key == P_REQUIRE &&
            model_decl(m, f->scope)->kind != K_RULE) {
            check_claim(m, id);
            arena_free(m->scratch); /* a claim over a long list has filled it */
        }
    }
}
