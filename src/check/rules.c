/*
 * rules.c — regel: a claim about every thing of a kind.  Layer: check.
 *
 * requires: nothing.  provides: a Proof a claim of a rule that is about anything.
 *
 * A rule's `krev` is evaluated once for each thing of the kinds that `gjelder` names, in the scope
 * of that thing; antall(…) counts inside it. What a thing does not state cannot be judged. All
 * things that break a claim are one finding, at the first of them, with the rule's own words and
 * level, and where the rule stands. In a draft the level is one step milder.
 */
#include "check/levels.h"

#include "model/scope.h"

typedef struct Rule {
    Model *m;
    DeclId decl;
    const Prop *kinds; /* of gjelder */
    Level level;
} Rule;

/* Those that break one claim of a rule. */
typedef struct Breach {
    uint32_t total;
    Tally broken;
    Result left, right; /* of the first */
    bool compared;
} Breach;

/* --- reading a rule --------------------------------------------------------------------------- */

static bool read_rule(Model *m, DeclId decl, Rule *rule)
{
    *rule = (Rule){.m = m, .decl = decl};
    const Fact *level = decl_fact(m, decl, P_LEVEL);
    const Said none = {.kind = VAL_BLANK};
    rule->level = level_of(level != NULL ? &level->value : &none);
    (void)levels_rule(m, decl, &rule->level);
    PropId kinds = decl_prop(m, decl, P_APPLIES_TO, NULL);
    bool about = kinds != 0 && model_prop(m, kinds)->count > 0;
    if (!about || decl_fact(m, decl, P_REQUIRE) == NULL) {
        Diag *d = diag_at(m->sink, HP2025, model_decl(m, decl)->head);
        diag_str(d, !about ? STR("gjelder") : STR("krev"));
        return false;
    }
    rule->kinds = model_prop(m, kinds);
    return true;
}

/* --- judging ---------------------------------------------------------------------------------- */

static Verdict judge_figures(Model *m, const Quantity *x, uint8_t op, const Quantity *y)
{
    bool on_line = false;
    if (x->kind == QTY_BAD || y->kind == QTY_BAD || !quantity_agree(&m->units, x, y))
        return VERDICT_UNKNOWN;
    return op == OP_EQ ? quantity_equal(&m->units, x, y, m->exact_only).verdict
                       : quantity_compare(&m->units, x, (Op)op, y, &on_line);
}

/* One value for all, or one of several: `beløp` that is stated for one year is of that year. */
static bool for_all(const Model *m, const Result *r)
{
    FactId fact = !r->scalar ? 0 : r->items.at[0].from.fact;
    PropId prop = fact == 0 ? 0 : model_fact(m, fact)->prop;
    return r->scalar && (prop == 0 || model_prop(m, prop)->index.period.kind == PERIOD_NONE);
}

/* Does `a op b` hold for one thing, label by label? What only one side has says nothing. */
static Verdict judge(Model *m, const Result *a, uint8_t op, const Result *b)
{
    if (a->kind != RES_FIGURES || b->kind != RES_FIGURES)
        return VERDICT_UNKNOWN;
    const Result *shape = for_all(m, a) ? b : a;
    bool single = for_all(m, b);
    Labels labels = {0};
    if (shape != b && !single)
        labels = eval_labels(m, b);
    Verdict all = VERDICT_NONE;
    for (uint32_t i = 0; i < shape->items.len; i++) {
        Sym label = shape->items.at[i].label_sym;
        const ResultItem *x = shape == a ? &a->items.at[i] : &a->items.at[0];
        const ResultItem *y = shape == b ? &b->items.at[i]
                              : single ? &b->items.at[0]
                                       : eval_labelled(&labels, label);
        all = verdict_weaker(all, y == NULL ? VERDICT_UNKNOWN
                                            : judge_figures(m, &x->qty, op, &y->qty));
    }
    return all == VERDICT_NONE ? VERDICT_UNKNOWN : all;
}

static void keep_sides(Breach *breach, const Result *left, const Result *right)
{
    if (breach->broken.count == 0) {
        breach->left = *left;
        breach->right = *right;
        breach->compared = true;
    }
}

static Verdict apply(Model *m, const Fact *claim, DeclId thing, Breach *breach)
{
    Sides sides = eval_sides(m, claim);
    Verdict all = VERDICT_NONE;
    Result before = eval_expr_inside(m, claim->doc, sides.at[0].node, thing, thing);
    if (sides.count == 1) {
        bool known = before.kind == RES_FIGURES && before.truth;
        return !known                                               ? VERDICT_UNKNOWN
               : decimal_is_zero(before.items.at[0].qty.mid) ? VERDICT_VIOLATED
                                                                    : VERDICT_EXACT;
    }
    for (uint32_t i = 1; i < sides.count; i++) {
        Result next = eval_expr_inside(m, claim->doc, sides.at[i].node, thing, thing);
        Verdict v = judge(m, &before, sides.at[i].op, &next);
        all = verdict_weaker(all, v);
        if (v == VERDICT_VIOLATED) {
            keep_sides(breach, &before, &next);
            return v;
        }
        before = next;
    }
    return all;
}

/* --- the finding ------------------------------------------------------------------------------ */

/* A text of the rule in each language; in one that it is not given in, as it is written. */
static void say_in_languages(const Rule *rule, Diag *d, Str written, uint16_t nn, uint16_t en)
{
    const uint16_t keys[LANG_COUNT] = {[LANG_NN] = nn, [LANG_EN] = en};
    Text3 text = {0};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const Fact *f = lang == LANG_NB ? NULL : decl_fact(rule->m, rule->decl, keys[lang]);
        text.in[lang] = f != NULL ? fact_text(rule->m, f) : written;
    }
    diag_text3(d, text);
}

/* What a side comes to, where that is one figure and not just what is written: har(…) is not. */
static void say_figure(const Rule *rule, Diag *d, const Result *side)
{
    enum { SHORT = 60 };
    Model *m = rule->m;
    bool figure = side->kind == RES_FIGURES && side->scalar && !side->truth &&
                  side->items.at[0].qty.kind == QTY_NUMBER;
    bool telling = str_find(side->written, STR("(")) > 0 && side->written.len < SHORT &&
                   str_find(side->written, STR("har(")) < 0 &&
                   str_find(side->written, STR("inni(")) < 0;
    if (!figure || !telling)
        return;
    diag_note(d, N_RULE_FIGURE);
    diag_str(d, side->written);
    diag_str(d, check_amount(m, &side->items.at[0].qty));
}

static void say_source(const Rule *rule, Diag *d, const Fact *claim)
{
    Model *m = rule->m;
    const Fact *advice = decl_fact(m, rule->decl, P_MESSAGE);
    if (advice != NULL) {
        diag_note(d, N_RULE_ADVICE);
        say_in_languages(rule, d, fact_text(m, advice), P_MESSAGE_NN, P_MESSAGE_EN);
    }
    const Fact *basis = decl_fact(m, rule->decl, P_LEGAL_BASIS);
    if (basis != NULL) {
        diag_note(d, N_RULE_BASIS);
        diag_str(d, fact_text(m, basis));
    }
    Str name = model_decl(m, rule->decl)->name_text;
    diag_note(d, name.len > 0 ? N_RULE_NAMED : N_RULE_STANDS);
    diag_str(d, sources_get(m->sources, fact_span(m, claim).file)->name);
    diag_int(d, check_line(m, fact_span(m, claim)));
    if (name.len > 0)
        diag_str(d, name);
    if (!span_is_none(rule->level.span))
        levels_note(m, d, rule->level.span);
}

static Severity severity_for(const Rule *rule, DeclId thing)
{
    DeclId plan = decl_plan(rule->m, thing);
    bool draft = plan != 0 && plan_is_draft(rule->m, plan);
    Severity level = rule->level.severity;
    return !draft || level == SEV_NOTE ? level : level == SEV_ERROR ? SEV_WARNING : SEV_NOTE;
}

static void report(const Rule *rule, const Fact *claim, const Breach *breach)
{
    Model *m = rule->m;
    DeclId first = breach->broken.first[0];
    Diag *d = diag_at(m->sink, HP6020, model_decl(m, first)->head);
    d->severity = severity_for(rule, first);
    say_in_languages(rule, d, decl_label(m, rule->decl), P_NYNORSK, P_ENGLISH);
    if (breach->total == 1) {
        diag_label(d, L_RULE_NOT_MET);
    } else {
        diag_label(d, L_RULE_NOT_MET_BY);
        diag_int(d, breach->broken.count);
        diag_int(d, breach->total);
        diag_text3(d, decl_word(m, first));
    }
    tally_places(m, d, &breach->broken);
    if (breach->compared && breach->broken.count == 1) {
        say_figure(rule, d, &breach->left);
        say_figure(rule, d, &breach->right);
    }
    say_source(rule, d, claim);
}

/* --- all things ------------------------------------------------------------------------------- */

static void apply_to_kind(const Rule *rule, const Fact *claim, const Filter *f, Breach *breach,
                          Verdict *worst)
{
    Model *m = rule->m;
    for (DeclId d = scope_next(m, 0, f->kind, 0); d != 0; d = scope_next(m, 0, f->kind, d)) {
        if (model_decl(m, d)->same != 0 || !filter_takes(m, d, f, d))
            continue;
        Verdict v = apply(m, claim, d, breach);
        *worst = verdict_weaker(*worst, v);
        breach->total++;
        if (v == VERDICT_VIOLATED)
            tally_add(&breach->broken, d);
    }
}

/* A word that nobody knows is told before there is anything that the rule is about. */
static void check_words(Model *m, const Fact *claim, DeclId rule, uint16_t kind)
{
    Sides sides = eval_sides(m, claim);
    for (uint32_t i = 0; i < sides.count; i++)
        eval_rule_words(m, claim->doc, sides.at[i].node, rule, kind);
}

static void check_claim(const Rule *rule, PropId require)
{
    Model *m = rule->m;
    Fact claim = *model_fact(m, model_prop(m, require)->first); /* evaluating may move facts */
    Breach breach = {0};
    Verdict worst = VERDICT_NONE;
    for (uint32_t i = 0; i < rule->kinds->count; i++) {
        const Fact *kind = model_fact(m, rule->kinds->first + i);
        Filter f;
        if (filter_read(m, kind->doc, rule->decl, kind->expr, &f)) {
            check_words(m, &claim, rule->decl, f.kind);
            apply_to_kind(rule, &claim, &f, &breach, &worst);
        }
    }
    if (breach.broken.count > 0)
        report(rule, &claim, &breach);
    if (worst != VERDICT_NONE)
        model_prove_at(m, PROOF_CLAIM, worst, rule->decl, model_prop(m, require)->key_span);
}

void check_rules(Model *m)
{
    for (DeclId d = scope_next(m, 0, K_RULE, 0); d != 0; d = scope_next(m, 0, K_RULE, d)) {
        Rule rule;
        if (!read_rule(m, d, &rule) || rule.level.off)
            continue;
        for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next)
            if (model_prop(m, p)->key == P_REQUIRE && model_prop(m, p)->count > 0)
                check_claim(&rule, p);
    }
}
