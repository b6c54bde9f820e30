/*
 * again.c — a thing opened again says the same as before.  Layer: check.
 *
 * requires: nothing.  provides: a Proof for each figure that is said in two places.
 */
#include "check/check.h"

#include "base/utf8.h"

static bool same_value(Model *m, FactId first, FactId again)
{
    const Fact *a = model_fact(m, first);
    const Fact *b = model_fact(m, again);
    if (a->value.kind == VAL_BAD || b->value.kind == VAL_BAD) {
        return true; /* reported where it stands */
    }
    if (a->ref != 0 || b->ref != 0)
        return a->ref == b->ref;
    Value left = fact_value(m, a), right = fact_value(m, b);
    Quantity x = quantity_of(&m->units, &left, false);
    Quantity y = quantity_of(&m->units, &right, false);
    if (x.kind == QTY_BAD || y.kind == QTY_BAD) {
        return true; /* reported where it stands */
    }
    if (x.kind == QTY_NUMBER && y.kind == QTY_NUMBER && units_agree(&m->units, x.unit, y.unit)) {
        Comparison c = quantity_equal(&m->units, &x, &y, m->exact_only);
        Proof *p = model_prove(m, PROOF_EQUATION, c.verdict, b->scope, figure_fact(again));
        proof_term(m, p, figure_fact(first));
        proof_amounts(m, p, &y, &x);
        return c.verdict != VERDICT_VIOLATED;
    }
    return utf8_eq_fold(m->scratch, span_text(m->sources, fact_said(m, a)),
                        span_text(m->sources, fact_said(m, b)));
}

static Diag *report(Model *m, DeclId thing, Span here, Span before)
{
    Diag *d = diag_at(m->sink, HP4019, here);
    diag_str(d, decl_label(m, thing));
    diag_label(d, L_STATED);
    diag_str(d, span_text(m->sources, here));
    diag_place(d, before, L_BUT_IS);
    diag_str(d, span_text(m->sources, before));
    return d;
}

/* `kostnad 2026` in a report is what it came to: `kostnad regnskap 2026`. */
static void offer_accounts(Model *m, Diag *d, const Prop *said)
{
    Str key = span_text(m->sources, said->key_span);
    uint32_t time = 0;
    while (time < key.len && !ascii_is_digit(key.ptr[time]))
        time++;
    if (vocab_term(said->term)->type != VT_MONEY || said->index.version != VER_NONE ||
        said->index.period.kind != PERIOD_YEAR || time == key.len)
        return;
    Buf b;
    buf_init(&b, m->arena);
    buf_str(&b, str_slice(key, 0, time));
    buf_cstr(&b, "regnskap ");
    buf_str(&b, str_slice(key, time, key.len));
    diag_note(d, N_REPORT_SAYS_ACCOUNTS);
    diag_fix(d, said->key_span, buf_view(&b), F_WRITE);
}

/* A report says how far things have come since the plan did. */
static void check_property(Model *m, DeclId thing, const Prop *said, bool answers)
{
    PropId first = decl_prop(m, thing, said->key, &said->index);
    if (first == 0 || said->count == 0 || (answers && said->key == P_STATUS) ||
        model_prop(m, first)->first == said->first) {
        return; /* said only here */
    }
    const Fact *a = model_fact(m, model_prop(m, first)->first);
    const Fact *b = model_fact(m, said->first);
    if (same_value(m, model_prop(m, first)->first, said->first))
        return;
    Diag *d = report(m, thing, fact_span(m, b), fact_span(m, a));
    if (answers)
        offer_accounts(m, d, said);
}

/* A project's number, and where it stands: in its head, or as a property. */
typedef struct Numbered {
    Str text;
    Span at;
    bool in_head;
} Numbered;

static Numbered number_of(const Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    const Fact *said = decl->number != 0 ? NULL : decl_fact(m, d, P_NUMBER);
    if (decl->number != 0)
        return (Numbered){decl_number(m, decl)->text, decl_number(m, decl)->span, true};
    if (said == NULL)
        return (Numbered){STR_NONE, SPAN_NONE, false};
    return (Numbered){span_text(m->sources, fact_said(m, said)), fact_said(m, said), false};
}

/* `investering 15034 "Brannstasjon"` in a report, where the plan's has another number. */
static void check_number(Model *m, DeclId again)
{
    DeclId thing = model_decl(m, again)->same;
    if (model_decl(m, thing)->kind != K_INVESTMENT)
        return;
    Numbered before = number_of(m, thing), now = number_of(m, again);
    if (before.text.len == 0 || now.text.len == 0 || (!before.in_head && !now.in_head) ||
        utf8_eq_fold(m->scratch, before.text, now.text))
        return;
    report(m, thing, now.at, before.at);
}

/* What may be said of a thing in each place where it is opened: a remark on the result is another
 * than that on the target, and a silent property is about how the place itself is written. */
static bool adds_up(const Prop *p)
{
    static const uint16_t keys[] = {P_KNOWN_FAULT, P_DECIDED_BY, P_NOTE, P_SOURCE,
                                    P_LINK,        P_CASE_NO,    P_DESCRIPTION};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (p->key == keys[i])
            return true;
    return (vocab_term(p->term)->flags & TF_SILENT) != 0;
}

void check_again(Model *m)
{
    if (decl_of_kind(m, K_AGAIN, 0) == 0 && !m->answered) {
        return; /* nothing opens a thing again, and nothing answers one */
    }
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        if (decl->same != 0)
            check_number(m, d);
        for (PropId p = decl->same != 0 ? decl->first_prop : 0; p != 0;
             p = model_prop(m, p)->next) {
            if (!adds_up(model_prop(m, p)))
                check_property(m, decl->same, model_prop(m, p), decl->answers);
        }
    }
}
