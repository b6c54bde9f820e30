/*
 * equations.c — what is written is what its formula gives.  Layer: check.
 *
 * requires: nothing.  provides: a Proof for each side of each equation.
 *
 * `written = formula` stands in properties, cells and prose. A side that has no value (missing,
 * approximate beyond use) is a note; a side with a fault of its own says nothing here.
 */
#include "check/sides.h"

#include "base/utf8.h"
#include "check/relation.h"

/* --- fixes ------------------------------------------------------------------------------------ */

/* "tre" for a figure that was written as a word, in the language of its plan; of one the digit,
 * since en, ei or ett is the noun's to say. Empty where there is no word for it. */
static Str number_word(const Model *m, const Fact *f, Decimal n)
{
    int64_t value;
    if (!decimal_to_int64(n, &value) || value < 0 || value > 100)
        return STR_NONE;
    if (value == 1)
        return STR("1");
    Lang lang = plan_lang(m, decl_plan(m, f->scope));
    for (TermId t = 1; t < vocab_term_count; t++) {
        const Term *term = vocab_term(t);
        if (term->group == VG_NUMBER && term->type_arg == value)
            return str_from(term->spelling[lang]);
    }
    return STR_NONE;
}

static bool is_word(Str s)
{
    return s.len > 0 && (s.ptr[0] < '0' || s.ptr[0] > '9') && s.ptr[0] != '-' &&
           str_find(s, STR(" ")) < 0 && (unsigned char)s.ptr[0] != 0xe2;
}

/* Hard spaces belong in print; in a source plain ones are easier to live with. */
static Str plain_spaces(Arena *a, Str s)
{
    Buf b;
    buf_init(&b, a);
    for (uint32_t i = 0; i < s.len; i++) {
        if (i + 1 < s.len && s.ptr[i] == '\xc2' && s.ptr[i + 1] == '\xa0') {
            buf_char(&b, ' ');
            i++;
        } else {
            buf_char(&b, s.ptr[i]);
        }
    }
    return buf_view(&b);
}

/* 42 310 kr as 0,0 mill. kr: no value to propose. */
static bool lost_in_rounding(const Model *m, const Quantity *q, UnitId unit, int decimals)
{
    Decimal shown;
    return !decimal_is_zero(q->mid) &&
           decimal_div(q->mid, unit_get(&m->units, unit)->factor, ROUND_HALF_AWAY, &shown, NULL) &&
           decimal_round(shown, decimals, ROUND_HALF_AWAY, &shown) && decimal_is_zero(shown);
}

/* What ought to stand, as precisely as it was written; empty where that would say nothing. */
static Str right_value(Model *m, const Fact *f, const Value *written, const Quantity *computed)
{
    Str text = span_text(m->sources, written->span);
    if (is_word(text))
        return number_word(m, f, computed->mid);
    Buf b;
    buf_init(&b, m->arena);
    UnitId unit = sides_unit_meant(m, written, computed);
    if (lost_in_rounding(m, computed, unit, written->num.scale))
        return STR_NONE;
    figure_print(&b, &m->units, computed->mid, unit, written->num.scale, LANG_NB);
    return plain_spaces(m->arena, buf_view(&b));
}

/* «18,5 mrd. kr» where it is millions: the same number in the unit in which it holds. */
static Str rescaled_value(Model *m, Value written, const Quantity *computed)
{
    Decimal in_base;
    Buf b;
    buf_init(&b, m->arena);
    written.unit = sides_right_scale(m, written, computed);
    if (written.unit == 0 ||
        !decimal_mul(written.num, unit_get(&m->units, written.unit)->factor, &in_base))
        return STR_NONE;
    figure_print(&b, &m->units, in_base, written.unit, written.num.scale, LANG_NB);
    return plain_spaces(m->arena, buf_view(&b));
}

/* The same of all that the formula may give; empty where that is not written alike. */
static Str certain_value(Model *m, const Fact *f, const Quantity *stated, Quantity computed)
{
    Value written = fact_value(m, f);
    if (written.compare != CMP_NONE)
        return STR_NONE; /* «høyst» would be lost */
    Str rescaled = rescaled_value(m, written, &computed);
    if (rescaled.len > 0 || !sides_in_written_unit(m, stated, &computed))
        return rescaled;
    Quantity low = computed, high = computed;
    low.mid = computed.lo;
    high.mid = computed.hi;
    Str fix = right_value(m, f, &written, &low);
    return str_eq(fix, right_value(m, f, &written, &high)) ? fix : STR_NONE;
}

/* --- the finding ------------------------------------------------------------------------------ */

static bool is_rounded(const Quantity *q)
{
    return q->kind == QTY_NUMBER && !q->exact && decimal_cmp(q->lo, q->hi) != 0;
}

static void label_stated(Model *m, Diag *d, Span at, const Quantity *stated)
{
    if (!is_rounded(stated)) {
        diag_label(d, L_STATED);
        diag_str(d, check_stated(m, at, stated));
        return;
    }
    Quantity low = *stated;
    Quantity high = *stated;
    low.mid = stated->lo;
    high.mid = stated->hi;
    diag_label(d, L_MAY_RANGE);
    diag_str(d, check_amount(m, stated));
    diag_str(d, check_amount(m, &low));
    diag_str(d, check_amount(m, &high));
}

static Decimal difference(const Quantity *a, const Quantity *b)
{
    Decimal d = decimal_zero;
    (void)decimal_sub(a->mid, b->mid, &d);
    return decimal_abs(d);
}

/* What is written, and one side that it is held against. */
typedef struct Held {
    const Fact *fact;
    NodeRef node;       /* the side: */
    const Result *side;
    Quantity stated, computed;
    bool by_size; /* `computed` has not the sign that stands there */
} Held;

/* `{15 = antall(tiltak)}` in a report, of a plan with 14 to which one was added. */
static void note_new(Model *m, Diag *d, const Held *h)
{
    uint32_t added = eval_count_new(m, h->fact->doc, h->node, h->fact->scope);
    Decimal all;
    if (added == 0 || !decimal_add(h->computed.mid, decimal_int(added), &all) ||
        decimal_cmp(all, h->stated.mid) != 0)
        return;
    diag_note(d, N_WITH_NEW);
    diag_str(d, check_amount(m, &h->stated));
}

/* `{42,3 mill. kr = ramme.2027}` where the frame is 42 310: it is
 * in thousands without saying so. */
static bool note_scale(const Model *m, Diag *d, const Held *h)
{
    UnitId unit = h->computed.unit;
    bool says_scale = unit != 0 && unit_unscaled(&m->units, m->scratch, unit) != 0;
    const char *scale = says_scale ? NULL : check_scale_missing(m, &h->computed, &h->stated);
    if (scale == NULL)
        return false;
    diag_note(d, N_SCALE_OF);
    diag_str(d, h->side->written);
    diag_str(d, str_from(scale));
    return true;
}

/* `går ned med {250 000 kr = netto.endring}`, where the change is −250: whether the words or the
 * figure are wrong, only the author knows. */
static bool note_other_sign(Model *m, Diag *d, const Held *h)
{
    if (h->fact->owner != FACT_INLINE || decimal_sign(h->stated.mid) <= 0 ||
        !relation_is_opposite(m, &h->stated, &h->computed))
        return false;
    diag_note(d, N_OTHER_SIGN);
    diag_str(d, eval_negated(m, h->fact->doc, h->node));
    return true;
}

static void report(Model *m, const Held *h, Verdict verdict)
{
    const Fact *f = h->fact;
    const Result *side = h->side;
    bool figures = h->stated.kind == QTY_NUMBER && h->computed.kind == QTY_NUMBER;
    Span at = f->value.len > 0 ? fact_said(m, f) : fact_span(m, f);
    Diag *d = diag_at(m->sink, verdict == VERDICT_UNLIKELY ? HP4005 : HP4004, at);
    diag_str(d, side->written);
    label_stated(m, d, at, &h->stated);
    bool one = terms_count(&side->terms) == 1 && side->items.len == 1 &&
               (side->items.at[0].from.fact != 0 || side->items.at[0].from.table != 0);
    if (one) {
        Span other = figure_span(m, side->items.at[0].from);
        Quantity there = h->by_size ? quantity_neg(&h->computed) : h->computed;
        diag_place(d, other, L_BUT_IS);
        diag_str(d, check_stated(m, other, &there));
    } else {
        diag_note(d, figures ? N_FORMULA_GIVES : N_GIVES);
        diag_str(d, side->written);
        diag_str(d, check_amount(m, &h->computed));
        if (figures)
            diag_str(d, check_difference(m, difference(&h->stated, &h->computed), &h->computed));
    }
    if (!figures) {
        return; /* there is no one figure to propose */
    }
    if (check_is_count(side->written))
        note_new(m, d, h);
    if (note_scale(m, d, h) || note_other_sign(m, d, h))
        return;
    if (one)
        check_note_other_year(m, d, side->items.at[0].from, &h->stated);
    Str fix = certain_value(m, f, &h->stated, h->computed);
    if (fix.len > 0)
        diag_fix(d, at, fix, F_WRITE);
}

/* `{fm = antall(avdeling)}`: what is written is no figure, and so would never be held against the
 * formula. */
static void not_a_figure(Model *m, const Fact *f, const Result *side)
{
    if (sink_has(m->sink, HP3014, fact_said(m, f)))
        return;
    Diag *d = diag_at(m->sink, HP3014, fact_said(m, f));
    diag_label(d, L_CANNOT_READ_AS);
    diag_str(d, span_text(m->sources, fact_said(m, f)));
    if (side->kind != RES_FIGURES || !side->scalar || side->items.at[0].qty.kind != QTY_NUMBER)
        return;
    const Quantity *computed = &side->items.at[0].qty;
    diag_note(d, N_GIVES);
    diag_str(d, side->written);
    diag_str(d, check_amount(m, computed));
    Str fix = is_word(span_text(m->sources, fact_said(m, f))) ? number_word(m, f, computed->mid)
                                                         : STR_NONE;
    if (fix.len > 0)
        diag_fix(d, fact_said(m, f), fix, F_WRITE);
}

/* --- the check -------------------------------------------------------------------------------- */

/* The right number in the wrong unit: `2 kr = antall(avdeling)`, where there are two. */
static void units_differ(Model *m, const Fact *f, const Quantity *stated, const Quantity *computed)
{
    Diag *d = eval_units_differ(m, fact_span(m, f), stated, computed);
    Decimal said, meant;
    Decimal one = unit_get(&m->units, stated->unit)->factor;
    Decimal other = unit_get(&m->units, computed->unit)->factor;
    if (!decimal_mul(stated->mid, other, &said) || !decimal_mul(computed->mid, one, &meant) ||
        decimal_cmp(said, meant) != 0)
        return;
    Str fix = check_amount(m, computed);
    diag_fix(d, fact_said(m, f), fix, F_WRITE);
}

/* «ramme.2026» where there are two frames: which is meant? */
static void several(Model *m, const Result *r)
{
    enum { MOST_SHOWN = 3 };
    Diag *d = diag_at(m->sink, HP3012, r->span);
    if (r->kind != RES_FIGURES)
        return;
    for (uint32_t i = 0; i < r->items.len && i < MOST_SHOWN; i++) {
        FigRef from = r->items.at[i].from;
        if (figure_is_none(from))
            continue;
        diag_place(d, figure_span(m, from), L_ONE_OF_THEM);
        diag_str(d, figure_label(m, m->arena, from));
    }
    diag_note(d, N_SAY_WHICH_FIGURE);
}

/* `{18 dager = vent.måltall}` where the target is «høyst 18 dager»: a target is not something that
 * was measured and may lie anywhere below, it is that limit. So limit is held against limit, and a
 * plain number too; one that points the other way, or is open at its end, stays undecided. */
static void read_target_limit(const Model *m, const Fact *f, const Result *side, Quantity *stated,
                              Quantity *computed)
{
    FigRef from = side->items.at[0].from;
    PropId prop = from.fact == 0 ? 0 : model_fact(m, from.fact)->prop;
    if (!quantity_bounded(computed) || prop == 0 || model_prop(m, prop)->key != P_TARGET)
        return;
    Value target = figure_value(m, from);
    Value written = fact_value(m, f);
    bool alike = written.compare == CMP_NONE || written.compare == target.compare;
    if (written.kind != VAL_NUMBER || target.kind != VAL_NUMBER || target.compare == CMP_NONE ||
        written.approx || target.approx || !alike)
        return;
    written.compare = target.compare = CMP_NONE;
    *stated = quantity_of(&m->units, &written, false);
    *computed = quantity_of(&m->units, &target, false);
}

static void check_side(Model *m, FactId id, NodeRef side)
{
    Fact *f = model_fact(m, id);
    Quantity stated = figure_quantity(m, figure_fact(id));
    Result r = eval_expr(m, f->doc, side, f->scope);
    f = model_fact(m, id);
    if (r.kind == RES_BAD)
        return;
    if (f->value.kind == VAL_WORDS || f->value.kind == VAL_TEXT) {
        not_a_figure(m, f, &r);
        return;
    }
    if (stated.kind == QTY_BAD)
        return;
    if (r.kind != RES_FIGURES || !r.scalar) {
        several(m, &r);
        return;
    }
    Quantity computed = r.items.at[0].qty;
    bool by_size = sides_tell_size(m, f, side, &stated, &computed);
    f = model_fact(m, id);
    if (by_size)
        computed = quantity_neg(&computed);
    read_target_limit(m, f, &r, &stated, &computed);
    sides_read(m, &stated, &computed);
    Proof *p = model_prove(m, check_is_count(r.written) ? PROOF_COUNT : PROOF_EQUATION,
                           VERDICT_UNKNOWN, f->scope, figure_fact(id));
    proof_amounts(m, p, &stated, &computed);
    proof_terms(m, p, &r.terms);
    Comparison c = quantity_equal(&m->units, &stated, &computed, m->exact_only);
    bool figures = stated.kind == QTY_NUMBER && computed.kind == QTY_NUMBER;
    if (!figures && (c.verdict == VERDICT_NONE || c.verdict == VERDICT_UNKNOWN)) {
        Diag *d = diag_at(m->sink, HP4016, fact_span(m, f));
        diag_note(d, N_NO_FIGURE);
        diag_str(d, stated.kind != QTY_NUMBER ? span_text(m->sources, fact_said(m, f)) : r.written);
        return;
    }
    if (!quantity_agree(&m->units, &stated, &computed)) {
        p->verdict = VERDICT_NONE;
        units_differ(m, f, &stated, &computed);
        return;
    }
    p->verdict = (uint8_t)c.verdict;
    if (c.verdict == VERDICT_VIOLATED || c.verdict == VERDICT_UNLIKELY)
        report(m, &(Held){f, side, &r, stated, computed, by_size}, c.verdict);
    else
        check_points(m, f, &stated, &computed, &r.terms);
}

/* A formula without a written side is only computed: its faults come out here. */
static void check_formula(Model *m, FactId id)
{
    (void)eval_figure(m, figure_fact(id));
}

/* `{ramme.2018 : årsverk}`: a figure can be shown in another unit of its own kind only. */
static void check_form(Model *m, FactId id)
{
    Value form;
    if (!fact_format(m, model_fact(m, id), &form) || form.unit == 0)
        return;
    Quantity figure = eval_figure(m, figure_fact(id));
    Quantity as = quantity_int(1, form.unit);
    if (quantity_agree(&m->units, &figure, &as))
        return;
    Diag *d = diag_at(m->sink, HP3002, form.span);
    diag_label(d, L_IS_BUT_EXPECTED);
    eval_say_dimension(m, d, &as);
    eval_say_dimension(m, d, &figure);
}

void check_equations(Model *m)
{
    for (uint32_t i = 0; i < m->formulas.len; i++) {
        FactId id = m->formulas.at[i];
        const Fact *f = model_fact(m, id);
        if (f->expr == 0 || f->owner == FACT_CLAIM || f->value.kind == VAL_BAD)
            continue;
        if (f->equation) {
            Sides sides = eval_sides(m, f);
            for (uint32_t k = 1; k < sides.count; k++)
                check_side(m, id, sides.at[k].node);
        } else if (f->value.kind == VAL_FORMULA) {
            check_formula(m, id);
        }
        check_form(m, id);
        arena_free(m->scratch);
    }
}
