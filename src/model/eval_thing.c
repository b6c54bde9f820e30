/*
 * eval_thing.c — har(frist), inni(mål), år(periode), årstall(vedtatt av), nevner("…").
 * Layer: model.
 *
 * in:  the argument of the function; the thing that a rule is applied to, else the one around the
 *      expression that may have such a property
 * out: a scalar; of what is not stated an unknown one, about which nothing can be said
 */
#include "model/eval_internal.h"

#include "base/utf8.h"
#include "model/build.h"
#include "model/marks.h"
#include "model/scope.h"

static Result whole_number(Eval *e, int64_t n)
{
    return result_scalar(e, quantity_int(n, 0), FIGURE_NONE);
}

static Result unknown(Eval *e)
{
    Quantity q = {0};
    q.kind = QTY_UNKNOWN;
    return result_scalar(e, q, FIGURE_NONE);
}

static Result truth(Eval *e, bool is)
{
    Result r = whole_number(e, is);
    r.truth = true;
    return r;
}

/* The thing that a rule is applied to, else the one around the expression; 0: there is none. */
static DeclId thing_asked(const Eval *e)
{
    return e->inside != 0 ? e->inside : e->scope;
}

/* --- the property meant ----------------------------------------------------------------------- */

typedef struct Meant {
    DeclId thing;
    const Term *property;
} Meant;

/* The thing and the property that the words of an argument name; a finding where there is none. */
static bool read_property(Eval *e, NodeRef arg, Meant *out)
{
    Model *m = e->m;
    Span span = build_span(m, e->doc, arg);
    Str folded = utf8_fold(m->scratch, span_text(m->sources, span));
    TermId asked = e->about == K_NONE ? 0 : vocab_find(VG_PROP, folded, e->about);
    if (asked != 0) {
        *out = (Meant){decl_self(m, e->inside), vocab_term(asked)};
        mark(m, span, MARK_WORD, asked);
        return true;
    }
    DeclId thing = e->about != K_NONE ? 0 : e->scope;
    while (thing != 0) {
        DeclId self = decl_self(m, thing);
        TermId term = vocab_find(VG_PROP, folded, model_decl(m, self)->kind);
        if (term != 0) {
            *out = (Meant){self, vocab_term(term)};
            mark(m, span, MARK_WORD, term);
            return true;
        }
        thing = model_decl(m, thing)->parent;
    }
    eval_unknown_property(m, span, folded, e->about);
    return false;
}

static const Fact *stated(const Model *m, const Meant *meant)
{
    FigRef at;
    if (!decl_figure(m, meant->thing, meant->property->id, NULL, &at) || at.fact == 0)
        return NULL;
    return model_fact(m, at.fact);
}

/* --- har, inni -------------------------------------------------------------------------------- */

static bool has(const Model *m, const Meant *meant)
{
    const Decl *d = model_decl(m, meant->thing);
    FigRef at;
    switch (meant->property->id) {
    case P_TITLE: return d->title.len > 0;
    case P_NAME: return d->name_text.len > 0;
    case P_NUMBER: return d->number != 0;
    default: break;
    }
    if (!decl_figure(m, meant->thing, meant->property->id, NULL, &at))
        return false;
    return at.fact == 0 || model_fact(m, at.fact)->value.kind != VAL_BLANK;
}

Result thing_has(const Call *c)
{
    Eval *e = c->e;
    Meant meant;
    return read_property(e, c->args[0], &meant) ? truth(e, has(e->m, &meant)) : result_bad();
}

/* Does the thing say that it belongs to something of the kind? */
static bool belongs_to_kind(Model *m, DeclId thing, const Filter *f)
{
    PropId p = decl_prop(m, thing, P_BELONGS_TO, NULL);
    for (uint32_t i = 0; p != 0 && i < model_prop(m, p)->count; i++) {
        DeclId ref = model_fact(m, model_prop(m, p)->first + i)->ref;
        if (ref != 0 && filter_takes(m, thing, f, ref))
            return true;
    }
    return false;
}

Result thing_inside(const Call *c)
{
    Eval *e = c->e;
    Model *m = e->m;
    Filter f;
    DeclId thing = thing_asked(e);
    if (!filter_read(m, e->doc, e->scope, c->args[0], &f))
        return result_bad();
    bool is = thing != 0 && belongs_to_kind(m, thing, &f);
    for (DeclId d = thing; d != 0 && !is; d = model_decl(m, d)->parent) {
        DeclId self = decl_self(m, d);
        is = d != thing && !model_decl(m, self)->container && filter_takes(m, thing, &f, self);
    }
    return truth(e, is);
}

/* --- år, årstall ------------------------------------------------------------------------------ */

enum { FIRST_YEAR = 1800, YEAR_SPAN = 500 };

/* Of a property that is stated for periods: how many years there are among them. */
static int64_t indexed_years(const Model *m, const Meant *meant)
{
    bool seen[YEAR_SPAN] = {false};
    int64_t count = 0;
    for (PropId p = model_decl(m, meant->thing)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *prop = model_prop(m, p);
        bool years = prop->index.period.kind == PERIOD_YEAR ||
                     prop->index.period.kind == PERIOD_YEARS;
        if (prop->key != meant->property->id || prop->count == 0 || !years ||
            prop->index.version == VER_TOTAL)
            continue;
        int last = period_last_year(prop->index.period) - FIRST_YEAR;
        for (int y = period_first_year(prop->index.period) - FIRST_YEAR; y <= last; y++) {
            if (y >= 0 && y < YEAR_SPAN && !seen[y]) {
                seen[y] = true;
                count++;
            }
        }
    }
    return count;
}

Result thing_years(const Call *c)
{
    Eval *e = c->e;
    Meant meant;
    if (!read_property(e, c->args[0], &meant))
        return result_bad();
    if ((meant.property->flags & TF_INDEXED) != 0) {
        int64_t years = indexed_years(e->m, &meant);
        return years > 0 ? whole_number(e, years) : unknown(e);
    }
    const Fact *f = stated(e->m, &meant);
    if (f == NULL || f->value.kind != VAL_PERIOD ||
        (fact_period(f).kind != PERIOD_YEAR && fact_period(f).kind != PERIOD_YEARS))
        return unknown(e);
    return whole_number(e, period_last_year(fact_period(f)) -
                               (int64_t)period_first_year(fact_period(f)) + 1);
}

/* "kommunestyret 14.12.2017": the year of the date with which a text ends; 0: none. */
static int year_at_end(Arena *scratch, Str text)
{
    Period p;
    return period_at_end(scratch, text, &p) && p.kind == PERIOD_DATE ? p.to.year : 0;
}

static int year_of(const Model *m, const Fact *f)
{
    uint8_t kind = f == NULL ? (uint8_t)VAL_BLANK : f->value.kind;
    if (kind == VAL_PERIOD)
        return period_first_year(fact_period(f));
    bool words = kind == VAL_TEXT || kind == VAL_WORDS;
    return words ? year_at_end(m->scratch, str_trim(fact_text(m, f))) : 0;
}

Result thing_year(const Call *c)
{
    Eval *e = c->e;
    Meant meant;
    if (!read_property(e, c->args[0], &meant))
        return result_bad();
    int year = year_of(e->m, stated(e->m, &meant));
    return year > 0 ? whole_number(e, year) : unknown(e);
}

/* --- nevner ----------------------------------------------------------------------------------- */

static bool contains(Model *m, Str text, const Str *words, uint32_t count)
{
    Str folded = utf8_fold(m->scratch, text);
    for (uint32_t i = 0; i < count; i++)
        if (words[i].len > 0 && str_find(folded, words[i]) >= 0)
            return true;
    return false;
}

/* A row whose figures are all blank or nothing claims nothing. */
static bool has_amount(const Table *t, uint32_t row)
{
    for (uint32_t c = 0; c < t->cols.len; c++) {
        Cell cell = table_cell(t, row, c);
        if ((cell.kind == CELL_PLAIN && cell.coef != 0) || cell.kind == CELL_FACT)
            return true;
    }
    return false;
}

Result thing_mentions(const Call *c)
{
    Eval *e = c->e;
    Model *m = e->m;
    Str words[MOST_ARGUMENTS] = {{NULL, 0}};
    DeclId thing = thing_asked(e);
    int64_t found = 0;
    for (uint32_t i = 0; i < c->count; i++)
        if (tree_node(e->tree, c->args[i])->kind == N_STRING)
            words[i] = utf8_fold(m->scratch, tree_string(e->tree, c->args[i]));
    if (thing == 0)
        return unknown(e);
    const Decl *d = model_decl(m, thing);
    found += contains(m, d->title, words, c->count);
    const Table *t = d->table != 0 ? model_table(m, d->table) : NULL;
    for (uint32_t r = 0; t != NULL && !t->declares && r < t->rows.len; r++)
        found += has_amount(t, r) && contains(m, row_label(t, &t->rows.at[r]), words, c->count);
    return whole_number(e, found);
}
