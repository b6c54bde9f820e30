/*
 * rules.c — regel: a claim about every thing of a kind.  Layer: check.
 *
 * requires: nothing.  provides: a Proof a rule.
 *
 * A rule's `krev` is evaluated once for each thing of the kind that `gjelder` names, in the scope
 * of that thing; antall(…) counts inside it. What fails is said at the thing, with the rule's own
 * words and level, and where the rule stands.
 */
#include "check/check.h"

#include "base/utf8.h"
#include "model/scope.h"

typedef struct Rule {
    Model *m;
    DeclId decl;
    uint16_t kind;  /* of the things it is about */
    TermId word;
    bool any_word;
    Severity severity;
    bool off;
} Rule;

static Severity rule_severity(const Model *m, DeclId rule, bool *off)
{
    const Fact *f = decl_fact(m, rule, P_LEVEL);
    uint16_t level = f != NULL && f->value.kind == VAL_ENUM ? vocab_term(f->value.term)->id
                                                            : (uint16_t)E_LEVEL_WARNING;
    *off = level == E_LEVEL_OFF;
    return level == E_LEVEL_ERROR ? SEV_ERROR : level == E_LEVEL_NOTE ? SEV_NOTE : SEV_WARNING;
}

static bool read_rule(Model *m, DeclId decl, Rule *rule)
{
    *rule = (Rule){.m = m, .decl = decl};
    rule->severity = rule_severity(m, decl, &rule->off);
    const Fact *f = decl_fact(m, decl, P_APPLIES_TO);
    if (f == NULL || decl_fact(m, decl, P_REQUIRE) == NULL) {
        Diag *d = diag_at(m->sink, HP2025, model_decl(m, decl)->head);
        diag_str(d, f == NULL ? STR("gjelder") : STR("krev"));
        return false;
    }
    Str word = span_text(m->sources, f->value.span);
    rule->word = vocab_find(VG_KIND, utf8_fold(m->scratch, word), K_NONE);
    if (rule->word == 0) {
        Diag *d = diag_at(m->sink, HP2014, f->value.span);
        diag_str(d, word);
        return false;
    }
    rule->kind = vocab_term(rule->word)->id;
    rule->any_word = vocab_kind_term((Kind)rule->kind) == rule->word;
    return true;
}

/* Does `a op b` hold for one thing? Without a value on either side nothing can be said. */
static Verdict judge(Model *m, const Result *a, uint8_t op, const Result *b)
{
    if (a->kind != RES_FIGURES || b->kind != RES_FIGURES || !a->scalar || !b->scalar) {
        return VERDICT_UNKNOWN;
    }
    const Quantity *x = &a->items.at[0].qty;
    const Quantity *y = &b->items.at[0].qty;
    bool on_line = false;
    if (x->kind != QTY_NUMBER || y->kind != QTY_NUMBER || !quantity_agree(&m->units, x, y)) {
        return VERDICT_UNKNOWN;
    }
    return op == OP_EQ ? quantity_equal(&m->units, x, y, m->exact_only).verdict
                       : quantity_compare(&m->units, x, (Op)op, y, &on_line);
}

static void report(const Rule *rule, DeclId thing, const Fact *claim)
{
    Model *m = rule->m;
    Diag *d = diag_at(m->sink, HP6020, model_decl(m, thing)->head);
    d->severity = rule->severity;
    diag_str(d, decl_label(m, rule->decl));
    diag_label(d, L_RULE_NOT_MET);
    diag_note(d, N_RULE_STANDS);
    Place at = source_place(sources_get(m->sources, claim->span.file), m->arena, claim->span.off);
    diag_str(d, sources_get(m->sources, claim->span.file)->name);
    diag_int(d, at.line);
    const Fact *basis = decl_fact(m, rule->decl, P_LEGAL_BASIS);
    if (basis != NULL) {
        diag_note(d, N_RULE_BASIS);
        diag_str(d, basis->value.text);
    }
}

static Verdict apply(const Rule *rule, PropId prop, DeclId thing)
{
    Model *m = rule->m;
    Fact claim = *model_fact(m, model_prop(m, prop)->first);
    Sides sides = eval_sides(m, &claim);
    Verdict all = VERDICT_EXACT;
    Result before = eval_expr_inside(m, claim.doc, sides.at[0].node, thing, thing);
    for (uint32_t i = 1; i < sides.count; i++) {
        Result next = eval_expr_inside(m, claim.doc, sides.at[i].node, thing, thing);
        Verdict v = judge(m, &before, sides.at[i].op, &next);
        if (v == VERDICT_VIOLATED) {
            report(rule, thing, &claim);
            return v;
        }
        all = v > all ? v : all;
        before = next;
    }
    return all;
}

static void check_rule(Model *m, DeclId decl)
{
    Rule rule;
    if (!read_rule(m, decl, &rule) || rule.off) {
        return;
    }
    for (PropId p = model_decl(m, decl)->first_prop; p != 0; p = model_prop(m, p)->next) {
        if (model_prop(m, p)->key != P_REQUIRE || model_prop(m, p)->count == 0) {
            continue;
        }
        Verdict worst = VERDICT_EXACT;
        for (DeclId d = scope_next(m, 0, rule.kind, 0); d != 0; d = scope_next(m, 0, rule.kind, d)) {
            if (rule.any_word || model_decl(m, d)->term == rule.word) {
                Verdict v = apply(&rule, p, d);
                worst = v > worst ? v : worst;
            }
        }
        model_prove(m, PROOF_CLAIM, worst, decl, model_prop(m, p)->key_span);
    }
}

void check_rules(Model *m)
{
    for (DeclId d = scope_next(m, 0, K_RULE, 0); d != 0; d = scope_next(m, 0, K_RULE, d)) {
        check_rule(m, d);
    }
}
