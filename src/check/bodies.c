/*
 * bodies.c — a lower body changes no amount that a higher one has fixed.  Layer: check.
 *
 * requires: the findings of `again`.  provides: HP6022; who decided, in HP4019 where that is so too.
 *
 * Who decided is free text; the words for bodies, the highest first, stand in the vocabulary. Of
 * text without one, and of what was done by delegation, nothing is said. What was adopted is said
 * where a thing is declared, or around it; who changes it must be said where the thing is opened
 * again, since a report that is adopted by a committee may well quote the council.
 */
#include "check/shared.h"

#include "base/utf8.h"

enum { LONGEST_WORD = 32, LONGEST_TEXT = 400 };

/* Who decided something, and where that is said; BODY_NONE: nobody can tell. */
typedef struct Decided {
    unsigned body; /* VocabBody: the lower, the higher up */
    Span said;
} Decided;

/* The longest word for a body with which the text begins; 0: none. */
static TermId word_at(Str text, uint32_t *len)
{
    for (*len = text.len < LONGEST_WORD ? text.len : LONGEST_WORD; *len > 0; --*len) {
        TermId term = vocab_find(VG_BODY, str_slice(text, 0, *len), K_NONE);
        if (term != 0)
            return term;
    }
    return 0;
}

/* The highest body that the text names, unless it speaks of delegation. */
static unsigned body_in(Str text)
{
    unsigned found = BODY_NONE;
    uint32_t len = 0;
    for (uint32_t at = 0; at < text.len && at < LONGEST_TEXT; at += len == 0 ? 1 : len) {
        TermId term = word_at(str_slice(text, at, text.len), &len);
        unsigned body = term == 0 ? BODY_NONE : vocab_term(term)->id;
        if (body == BODY_DELEGATED)
            return BODY_NONE;
        if (body != BODY_NONE && (found == BODY_NONE || body < found))
            found = body;
    }
    return found;
}

/* What is said of a thing where it is opened again is said of it, but not there. */
static bool is_said_in(const Model *m, const Prop *p, DeclId d)
{
    return p->count > 0 && model_fact(m, p->first)->scope == d;
}

static Decided decided_here(const Model *m, DeclId d)
{
    Decided by = {BODY_NONE, SPAN_NONE};
    Buf all;
    buf_init(&all, m->scratch);
    for (PropId id = model_decl(m, d)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        if (p->key != P_DECIDED_BY || !is_said_in(m, p, d))
            continue;
        for (uint32_t i = 0; i < p->count; i++) {
            buf_str(&all, fact_text(m, model_fact(m, p->first + i)));
            buf_cstr(&all, ", ");
        }
        by.said = fact_said(m, model_fact(m, p->first));
    }
    by.body = body_in(utf8_fold(m->scratch, buf_view(&all)));
    return by;
}

/* Said of the nearest of the thing and those around it; not of the whole document, unless asked. */
static Decided decided(const Model *m, DeclId d, bool of_document)
{
    for (; d != 0; d = model_decl(m, d)->parent) {
        uint16_t kind = model_decl(m, d)->kind;
        if (!of_document && (kind == K_PLAN || kind == K_REPORT || kind == K_BASELINE))
            break;
        Decided by = decided_here(m, d);
        if (!span_is_none(by.said))
            return by;
    }
    return (Decided){BODY_NONE, SPAN_NONE};
}

/* An amount that is set by a decision, and not what came of it or is proposed. */
static bool is_set(const Prop *p)
{
    uint16_t version = p->index.version;
    return p->count > 0 && vocab_term(p->term)->type == VT_MONEY &&
           version != VER_ACCOUNTS && version != VER_FORECAST && version != VER_PROPOSAL;
}

/* Does `set` speak of what `said` changes, and was it said with the thing itself? */
static bool is_for_same(const Model *m, const Prop *set, const Prop *said, DeclId thing)
{
    return set->key == said->key && is_set(set) && is_said_in(m, set, thing) &&
           (set->index.version == VER_TOTAL) == (said->index.version == VER_TOTAL) &&
           period_covers(set->index.period, said->index.period);
}

/* The amount that the thing was given for the time that `said` is of, where none of those agrees
 * with it; 0: it was given none, or just this. */
static FactId changed(Model *m, DeclId thing, const Prop *said)
{
    FactId fixed = 0;
    Quantity now = figure_quantity(m, figure_fact(said->first));
    for (PropId p = model_decl(m, thing)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *set = model_prop(m, p);
        if (!is_for_same(m, set, said, thing))
            continue;
        Quantity then = figure_quantity(m, figure_fact(set->first));
        if (now.kind != QTY_NUMBER || then.kind != QTY_NUMBER ||
            !units_agree(&m->units, now.unit, then.unit) ||
            quantity_equal(&m->units, &then, &now, m->exact_only).verdict != VERDICT_VIOLATED)
            return 0;
        fixed = set->first;
    }
    return fixed;
}

/* Where the same amount is stated anew, that it differs has been told: then only by whom. */
static void report(Model *m, const Prop *said, FactId fixed, Decided by, Decided above)
{
    Span at = fact_span(m, model_fact(m, said->first));
    Span set = fact_span(m, model_fact(m, fixed));
    Diag *d = sink_find(m->sink, HP4019, at);
    if (d == NULL) {
        d = diag_at(m->sink, HP6022, at);
        diag_label(d, L_STATED);
        diag_str(d, span_text(m->sources, at));
        diag_place(d, set, L_ADOPTED_AMOUNT);
        diag_str(d, span_text(m->sources, set));
    }
    diag_place(d, above.said, L_ADOPTED_BY);
    diag_place(d, by.said, L_CHANGED_BY);
    diag_note(d, N_SAY_AUTHORITY);
}

/* A thing that is opened again, by `om` or in a report. */
static void check_thing(Model *m, DeclId again)
{
    DeclId thing = model_decl(m, again)->same;
    Decided by = decided(m, again, false);
    Decided above = by.body == BODY_NONE ? by : decided(m, thing, true);
    if (above.body == BODY_NONE || above.body >= by.body)
        return;
    for (PropId p = model_decl(m, again)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *said = model_prop(m, p);
        FactId fixed = is_set(said) ? changed(m, thing, said) : 0;
        if (fixed != 0)
            report(m, model_prop(m, p), fixed, by, above);
    }
}

void check_bodies(Model *m)
{
    if (!m->stated[P_DECIDED_BY] || (decl_of_kind(m, K_AGAIN, 0) == 0 && !m->answered))
        return;
    for (DeclId d = 1; d < m->decls.len; d++)
        if (model_decl(m, d)->same != 0)
            check_thing(m, d);
    arena_free(m->scratch);
}
