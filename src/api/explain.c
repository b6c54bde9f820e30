/*
 * explain.c — where a figure comes from: what proves it, and what uses it.  Layer: api.
 *
 *     ramme.2018: 38 228 737 kr
 *       Netto ramme for kommunalområdet, 2018
 *       plan.hplan:46: 2018: 38 228 737 kr
 *
 *     Brukt i:
 *       plan.hplan:81: fordelingen «Rammen», som gir 38 228 737 kr; stemmer nøyaktig
 *
 * In: a checked model, and a path as it might stand in a formula of the plan. Out: its story, in
 * the language of the messages. The path is read like any other text, from a source of its own,
 * so that a name nobody knows is told in the same way, too.
 */
#include "api/path.h"
#include "api/session.h"
#include "base/utf8.h"
#include "check/check.h"

enum { MOST_TERMS = 24, MOST_FIGURES = 60, MOST_LINE = 96 };

typedef struct Teller {
    Buf *out;
    hplan_session *s;
    Model *m;
    Lang lang;
    bool in_editor; /* where names of files are shown without their folders */
} Teller;

static void say(const Teller *t, ToldId id)
{
    buf_cstr(t->out, told_text(id, t->lang));
}

/* ---- figures and places --------------------------------------------------------------------- */

/* A figure as a reader sees it, worked out where it is a formula. */
static void put_figure(const Teller *t, FigRef f)
{
    Value value = figure_value(t->m, f);
    if (value.kind == VAL_FORMULA) {
        Quantity q = eval_figure(t->m, f);
        if (q.kind == QTY_NUMBER)
            buf_str(t->out, check_amount(t->m, &q));
        else
            buf_cstr(t->out, "–");
    } else if (value.kind == VAL_BLANK) {
        say(t, TOLD_BLANK);
    } else if (value.kind == VAL_BAD) {
        buf_str(t->out, span_text(t->m->sources, figure_span(t->m, f)));
    } else {
        value_print(t->out, &t->m->units, &value, t->lang);
    }
}

/* An editor opens files by their absolute names, which say nothing to who reads there. */
static Str file_name(const Teller *t, const Source *src)
{
    return t->in_editor ? path_base(src->name) : src->name;
}

static void put_place(const Teller *t, Span span)
{
    Source *src = sources_get(t->m->sources, span.file);
    if (src == NULL)
        return;
    Place place = source_place(src, span.off);
    buf_str(t->out, file_name(t, src));
    buf_printf(t->out, ":%u: ", (unsigned)place.line);
}

/* The line of a place without its indentation and the padding of a table, cut where it is long. */
static void put_line(const Teller *t, Span span)
{
    Source *src = sources_get(t->m->sources, span.file);
    if (src == NULL)
        return;
    Place place = source_place(src, span.off);
    Str line = str_trim(source_line(src, place.line));
    uint32_t at = 0;
    uint32_t shown = 0;
    while (at < line.len && shown < MOST_LINE) {
        uint32_t len;
        (void)utf8_decode(line.ptr + at, str_end(line), &len);
        bool padding = line.ptr[at] == ' ' && at > 0 && line.ptr[at - 1] == ' ';
        if (!padding)
            buf_put(t->out, line.ptr + at, len);
        at += len;
        shown += !padding;
    }
    buf_cstr(t->out, at < line.len ? "…\n" : "\n");
}

/* ---- proofs --------------------------------------------------------------------------------- */

static void put_proof_kind(const Teller *t, ProofKind kind)
{
    static const ToldId by[PROOF_KIND_COUNT] = {
        [PROOF_SUM] = TOLD_BY_SUM,           [PROOF_ROW_SUM] = TOLD_BY_ROW_SUM,
        [PROOF_NET] = TOLD_BY_NET,           [PROOF_BREAKDOWN] = TOLD_BY_BREAKDOWN,
        [PROOF_EQUATION] = TOLD_BY_EQUATION, [PROOF_CLAIM] = TOLD_BY_CLAIM,
        [PROOF_COUNT] = TOLD_BY_COUNT,       [PROOF_OF_WHICH] = TOLD_BY_OF_WHICH,
        [PROOF_CHAIN] = TOLD_BY_CHAIN,       [PROOF_REFERENCE] = TOLD_BY_REFERENCE,
        [PROOF_CODE] = TOLD_BY_CODE,
    };
    say(t, by[kind]);
}

static void put_proof(const Teller *t, const Proof *p)
{
    buf_cstr(t->out, "  ");
    put_place(t, proof_span(t->m, p));
    put_proof_kind(t, (ProofKind)p->kind);
    Str label = p->decl == 0 ? STR_NONE : decl_label(t->m, p->decl);
    if (label.len > 0)
        buf_printf(t->out, t->lang == LANG_EN ? " “%.*s”" : " «%.*s»", STR_ARG(label));
    ProofAmounts told = proof_told(t->m, p);
    if (told.computed.kind == QTY_NUMBER && p->kind != PROOF_CLAIM) {
        say(t, TOLD_WHICH_GIVES);
        Quantity shown =
            amount_quantity(p->kind == PROOF_BREAKDOWN ? &told.stated : &told.computed);
        buf_str(t->out, check_amount(t->m, &shown));
    }
    buf_cstr(t->out, "; ");
    buf_cstr(t->out, check_verdict_word((Verdict)p->verdict, t->lang));
    buf_char(t->out, '\n');
}

static void put_terms(const Teller *t, const Proof *p)
{
    FigRef f;
    TermIter it = {0, 0};
    for (uint32_t i = 0; i < MOST_TERMS && proof_next(p, &it, &f); i++) {
        Span span = figure_span(t->m, f);
        Source *src = sources_get(t->m->sources, span.file);
        buf_cstr(t->out, "      ");
        put_figure(t, f);
        buf_cstr(t->out, "  ");
        buf_str(t->out, figure_label(t->m, t->m->scratch, f));
        if (src == NULL) {
            buf_char(t->out, '\n');
            continue;
        }
        Place place = source_place(src, span.off);
        buf_printf(t->out, " (%s %u)\n", told_text(TOLD_LINE, t->lang), (unsigned)place.line);
    }
    if (proof_count(p) > MOST_TERMS)
        buf_printf(t->out, "      %s %u\n", told_text(TOLD_MORE_TERMS, t->lang),
                   (unsigned)proof_count(p));
}

static bool has_term(const Proof *p, FigRef f)
{
    FigRef term;
    for (TermIter it = {0, 0}; proof_next(p, &it, &term);)
        if (figure_eq(term, f))
            return true;
    return false;
}

/* That a breakdown comes to the amount it divides speaks for the amount, too. */
static bool proves(const Proof *p, FigRef f)
{
    return figure_eq(proof_figure(p), f) || (p->kind == PROOF_BREAKDOWN && has_term(p, f));
}

static void put_proven(const Teller *t, FigRef f)
{
    bool any = false;
    for (uint32_t i = 0; i < t->m->proofs.len; i++) {
        const Proof *p = &t->m->proofs.at[i];
        if (!proves(p, f))
            continue;
        if (!any)
            say(t, TOLD_PROVEN_BY);
        any = true;
        put_proof(t, p);
        if (figure_eq(proof_figure(p), f))
            put_terms(t, p);
    }
}

/* ---- what uses it --------------------------------------------------------------------------- */

/* Live figures in prose and computed ones: they take a figure without proving anything of it. */
static bool computes_from(const Teller *t, FactId id, FigRef f)
{
    Fact fact = *model_fact(t->m, id); /* evaluating may make facts and move them */
    if (fact.expr == 0 || fact.equation || fact.owner == FACT_CLAIM)
        return false;
    if (fact.owner == FACT_PROP && model_prop(t->m, fact.prop)->key == P_OF)
        return false; /* a breakdown says by its proof what it divides */
    Result r = eval_expr(t->m, fact.doc, fact.expr, fact.scope);
    FigRef term;
    for (TermIter it = {0, 0}; terms_next(&r.terms, &it, &term);)
        if (figure_eq(term, f))
            return true;
    return false;
}

static void put_use_head(const Teller *t, bool *any)
{
    if (!*any)
        say(t, TOLD_USED_IN);
    *any = true;
}

static bool put_uses(const Teller *t, FigRef f)
{
    bool any = false;
    for (uint32_t i = 0; i < t->m->proofs.len; i++) {
        const Proof *p = &t->m->proofs.at[i];
        if (!has_term(p, f) || proves(p, f))
            continue;
        put_use_head(t, &any);
        put_proof(t, p);
    }
    uint32_t facts = t->m->facts.len;
    for (FactId id = 1; id < facts; id++) {
        if (!computes_from(t, id, f))
            continue;
        put_use_head(t, &any);
        buf_cstr(t->out, "  ");
        put_place(t, fact_span(t->m, model_fact(t->m, id)));
        put_line(t, fact_span(t->m, model_fact(t->m, id)));
    }
    return any;
}

static void put_story(const Teller *t, FigRef f)
{
    size_t before;
    buf_cstr(t->out, "  ");
    buf_str(t->out, figure_label(t->m, t->m->scratch, f));
    buf_cstr(t->out, "\n  ");
    put_place(t, figure_span(t->m, f));
    put_line(t, figure_span(t->m, f));
    before = t->out->len;
    put_proven(t, f);
    bool used = put_uses(t, f);
    if (!used && t->out->len == before && figure_value(t->m, f).kind != VAL_BLANK)
        say(t, TOLD_ONLY_STATED);
}

/* ---- the path ------------------------------------------------------------------------------- */

static void put_item(const Teller *t, const ResultItem *item)
{
    buf_cstr(t->out, "  ");
    if (item->label.len > 0) {
        buf_str(t->out, item->label);
        buf_cstr(t->out, ": ");
    }
    if (!figure_is_none(item->from))
        put_figure(t, item->from);
    else if (item->text.len > 0)
        buf_str(t->out, item->text);
    else
        buf_str(t->out, check_amount(t->m, &item->qty));
    Span span = item->span;
    if (!figure_is_none(item->from))
        span = figure_span(t->m, item->from);
    Source *src = span.len == 0 ? NULL : sources_get(t->m->sources, span.file);
    if (src != NULL) {
        Place place = source_place(src, span.off);
        buf_printf(t->out, " (%.*s:%u)", STR_ARG(file_name(t, src)), (unsigned)place.line);
    }
    buf_char(t->out, '\n');
}

static void put_result(const Teller *t, Str path, const Result *r)
{
    buf_str(t->out, path);
    if (r->kind == RES_FIGURES && r->items.len == 1) {
        const ResultItem *item = &r->items.at[0];
        buf_cstr(t->out, ": ");
        if (!figure_is_none(item->from))
            put_figure(t, item->from);
        else
            buf_str(t->out, check_amount(t->m, &item->qty));
        buf_char(t->out, '\n');
        if (!figure_is_none(item->from))
            put_story(t, item->from);
        return;
    }
    say(t, r->kind == RES_FIGURES ? TOLD_SEVERAL_FIGURES : TOLD_IS_THIS);
    for (uint32_t i = 0; i < r->items.len && i < MOST_FIGURES; i++)
        put_item(t, &r->items.at[i]);
    if (r->items.len > MOST_FIGURES) {
        say(t, TOLD_MORE_FIGURES);
        buf_printf(t->out, "%u\n", (unsigned)r->items.len);
    }
}

/* The path as an expression of a document of its own, seen from inside the plan. */
static Result evaluate(const Teller *t, Str path)
{
    Result bad = {.kind = RES_BAD};
    FileId id;
    DiagSink unheard;
    /* A scanner runs to the two NULs behind a text. */
    char *text = arena_zalloc(&t->s->arena, (size_t)path.len + 2);
    memcpy(text, path.ptr, path.len);
    sink_init(&unheard, &t->s->arena, &t->s->sources);
    (void)load_new(t->s, str_from(told_text(TOLD_PATH, t->lang)), STR(""), (Str){text, path.len},
                   &id);
    Tree *tree = tree_parse(&t->s->arena, &t->s->sources, id, &unheard);
    NodeRef node = tree_parse_inline(tree, 0, path.len, t->m->sink);
    if (node == 0 || tree_child(tree, node) == 0)
        return bad;
    DeclId plan = t->m->docs.at[DOC_ROOT].plan;
    *vec_push(t->m->arena, &t->m->docs) =
        (Doc){.file = id, .tree = tree, .parent = DOC_ROOT, .plan = plan};
    return eval_expr(t->m, t->m->docs.len - 1, tree_child(tree, node), plan);
}

bool explain_figure(Buf *out, hplan_session *s, Model *m, Str path)
{
    Teller t = {out, s, m, s->lang, false};
    DiagSink said;
    DiagSink *usual = m->sink;
    sink_init(&said, &s->arena, &s->sources);
    m->sink = &said;
    Result r = evaluate(&t, path);
    bool found = r.kind != RES_BAD && r.items.len > 0;
    if (found) {
        put_result(&t, path, &r);
    } else if (said.list.len > 0) {
        RenderOptions look = {.lang = s->lang};
        sink_sort(&said);
        render_terminal(out, &said, &look);
    } else {
        buf_str(out, path);
        say(&t, TOLD_NO_FIGURES_HERE);
    }
    m->sink = usual;
    return found;
}

void explain_story(Buf *out, hplan_session *s, Model *m, FigRef figure)
{
    Teller t = {out, s, m, s->lang, true};
    DiagSink unheard;
    DiagSink *usual = m->sink;
    sink_init(&unheard, &s->arena, &s->sources);
    m->sink = &unheard;
    put_figure(&t, figure);
    buf_char(out, '\n');
    put_story(&t, figure);
    m->sink = usual;
}
