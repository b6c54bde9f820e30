/*
 * eval_unknown.c — what to say of a path that leads nowhere.  Layer: model.
 *
 * in:  what a path has led to, and the part that it does not have
 * out: HP2008 and HP2010, with the nearest that would fit, else with what there is
 */
#include "base/quote.h"
#include "base/utf8.h"
#include "model/eval_select.h"
#include "model/scope.h"

enum { MOST_LISTED = 8, MOST_ROWS = 2000 };

/* What might have been meant. */
typedef struct Offer {
    Model *m;
    Str folded;     /* what is written */
    Str best;       /* the nearest yet */
    uint32_t far;   /* of which it is so far away; 0: it is what is meant */
    Buf list;
    uint32_t listed;
} Offer;

/* `rame.2018`: a kind's word is a name too. */
static Str near_word(Model *m, Str name)
{
    Str folded = utf8_fold(m->scratch, name);
    TermId kind =
        utf8_length(folded) < 4 ? 0 : vocab_nearest(m->scratch, VG_KIND, folded, K_NONE, 1);
    bool any = kind != 0 && scope_next(m, 0, vocab_term(kind)->id, 0) != 0;
    return any ? str_from(vocab_term(kind)->spelling[LANG_NB]) : STR_NONE;
}

Str eval_near_name(Model *m, Str name)
{
    DeclId near = scope_nearest(m, name, K_NONE);
    return near != 0 ? model_decl(m, near)->name_text : near_word(m, name);
}

void eval_unknown_name(Model *m, Str name, Span span)
{
    Diag *d = diag_at(m->sink, HP2008, span);
    diag_str(d, name);
    Str near = eval_near_name(m, name);
    DeclId titled = near.len > 0 ? 0 : scope_nearest(m, name, K_NONE);
    if (near.len > 0) {
        diag_suggest(d, span, near);
    } else if (titled != 0) {
        diag_label(d, L_DID_YOU_MEAN);
        diag_str(d, model_decl(m, titled)->title);
    }
}

void eval_unknown_property(Model *m, Span span, Str folded, uint16_t kind)
{
    Diag *d = diag_at(m->sink, HP2009, span);
    diag_str(d, span_text(m->sources, span));
    TermId near = kind == K_NONE ? 0 : vocab_nearest(m->scratch, VG_PROP, folded, kind, 2);
    if (near != 0)
        diag_suggest(d, span, vocab_nearest_spelling(m->scratch, near, folded));
}

static bool is_bare(Str text)
{
    uint32_t len;
    for (uint32_t i = 0; i < text.len; i += len) {
        uint32_t cp = utf8_decode(text.ptr + i, text.ptr + text.len, &len);
        bool slash = cp == '/' && i + 1 < text.len && utf8_may_be_letter(text.ptr[i + 1]);
        if (!utf8_is_letter(cp) && (cp < '0' || cp > '9') && cp != '-' && cp != '_' && !slash)
            return false;
    }
    return text.len > 0;
}

Str eval_as_part(Arena *a, Str text)
{
    return is_bare(text) ? text : quote_text(a, text);
}

static void offer(Offer *o, Str text, bool list)
{
    if (text.len == 0)
        return;
    Arena *scratch = o->m->scratch;
    uint32_t far = utf8_distance(scratch, o->folded, utf8_fold(scratch, text), o->far);
    if (far < o->far) {
        o->far = far;
        o->best = text;
    }
    if (list && o->listed < MOST_LISTED) {
        buf_cstr(&o->list, o->listed++ > 0 ? ", " : "");
        buf_str(&o->list, text);
    }
}

/* `drift.total`: whatever its row is called, a path says `sum`. */
static void offer_sum(Offer *o, const Table *t)
{
    TermId role = vocab_find(VG_ROLE, o->folded, K_NONE);
    if (role != 0 && vocab_term(role)->id == ROLE_SUM && table_has_role(t, ROLE_SUM)) {
        o->far = 0;
        o->best = STR("sum");
    }
}

/* What is still to choose from in a table: a column where none is chosen, and a row, below the
 * heading where one is. */
static void offer_table(Offer *o, TableId id, const Selection *chosen)
{
    const Table *t = model_table(o->m, id);
    if (chosen->rows == 0)
        offer_sum(o, t);
    for (uint32_t c = 0; chosen->col == OPEN && c < t->cols.len; c++)
        if (t->cols.at[c].use == COL_VALUE)
            offer(o, t->cols.at[c].head, true);
    for (uint32_t r = 0; chosen->rows == 0 && r < t->rows.len && r < MOST_ROWS; r++)
        if (chosen->group == OPEN || t->rows.at[r].group == chosen->group + 1)
            offer(o, row_label(t, &t->rows.at[r]), true);
}

static void offer_thing(Offer *o, DeclId thing)
{
    const Decl *d = model_decl(o->m, thing);
    for (PropId id = d->first_prop; id != 0; id = model_prop(o->m, id)->next) {
        const Prop *p = model_prop(o->m, id);
        offer(o, span_text(o->m->sources, p->key_span), true);
        offer(o, vocab_nearest_spelling(o->m->scratch, p->term, o->folded), false);
    }
    if (d->table != 0)
        offer_table(o, d->table, &(Selection){.col = OPEN, .group = OPEN});
}

/* A part that may have to stand in quotes where it is written. */
static void suggest_part(Model *m, Diag *d, Span span, Str text)
{
    diag_label(d, L_DID_YOU_MEAN);
    diag_str(d, text);
    diag_fix(d, span, eval_as_part(m->arena, text), F_WRITE);
}

/* `tiltak.heltd`: a thing of the kind. */
static bool suggest_thing(Model *m, Diag *d, const Selection *s, Str part, Span span)
{
    DeclId near = s->one_of_kind == 0 ? 0 : scope_nearest(m, part, vocab_term(s->one_of_kind)->id);
    if (near == 0)
        return false;
    const Decl *decl = model_decl(m, near);
    Str name = decl_called(decl);
    suggest_part(m, d, span, name);
    return true;
}

void eval_unknown_part(Model *m, const Selection *s, Str before, Str part, Span span)
{
    Diag *d = diag_at(m->sink, HP2010, span);
    diag_str(d, before);
    diag_str(d, part);
    if (s->one_of_kind != 0 && s->decls.len == 0) {
        diag_note(d, N_NONE_OF_KIND);
        diag_text3(d, term_word(s->one_of_kind));
        return;
    }
    if (suggest_thing(m, d, s, part, span))
        return;
    Offer o = {.m = m, .folded = utf8_fold(m->scratch, part)};
    o.far = scope_near_limit(o.folded) + 1;
    buf_init(&o.list, m->arena);
    for (uint32_t i = 0; s->kind == SEL_FIGURES && i < s->figures.len; i++)
        offer(&o, s->figures.at[i].label, true);
    if (s->kind == SEL_DECLS && s->decls.len == 1)
        offer_thing(&o, s->decls.at[0]);
    else if (s->kind == SEL_TABLE)
        offer_table(&o, s->table, s);
    Index index;
    /* A year is no misspelled one. */
    if (o.best.len > 0 && (o.far == 0 || !index_read(m->scratch, part, &index))) {
        suggest_part(m, d, span, o.best);
    } else if (o.listed > 0) {
        diag_note(d, N_IT_HAS);
        diag_str(d, buf_view(&o.list));
    }
}
