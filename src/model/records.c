/*
 * records.c — the records of the model and simple questions to them.  Layer: model.
 */
#include "base/utf8.h"
#include "model/build.h"

DeclId build_decl(Model *m, uint16_t kind, TermId term, DocId doc, DeclId parent, Span span)
{
    Decl *d = vec_push(m->arena, &m->decls);
    *vec_push(m->arena, &m->kinds) = (uint8_t)kind;
    d->kind = kind;
    d->term = term;
    d->doc = doc;
    d->parent = parent;
    d->span = span;
    d->head = span;
    return m->decls.len - 1;
}

void build_number(Model *m, DeclId id, Str text, Span span)
{
    *vec_push(m->arena, &m->numbers) = (DeclNumber){text, span};
    model_decl(m, id)->number = m->numbers.len - 1;
}

PropId build_prop(Model *m, DeclId decl, TermId term, Index index, Span key_span)
{
    Prop *p = vec_push(m->arena, &m->props);
    PropId id = m->props.len - 1;
    p->term = term;
    p->key = vocab_term(term)->id;
    m->stated[p->key] = true;
    p->decl = decl;
    p->index = index;
    p->key_span = key_span;
    p->first = m->facts.len;
    Decl *d = model_decl(m, decl);
    if (d->last_prop != 0) {
        m->props.at[d->last_prop].next = id;
    } else {
        d->first_prop = id;
    }
    d->last_prop = id;
    return id;
}

FactId build_fact(Model *m, FactOwner owner, DocId doc, DeclId scope, Span span)
{
    Fact *f = vec_push(m->arena, &m->facts);
    f->owner = owner & 3; /* as wide as it is */
    f->doc = doc & MOST_DOCS;
    f->scope = scope;
    f->off = f->value.off = span.off;
    f->len = f->value.len = span.len;
    return m->facts.len - 1;
}

void build_expr(Model *m, FactId id, NodeRef expr)
{
    model_fact(m, id)->expr = expr;
    *vec_push(m->arena, &m->formulas) = id;
}

FactMore *build_more(Model *m, FactId id)
{
    Fact *f = model_fact(m, id);
    if (f->more == 0) {
        vec_push(m->arena, &m->fact_more)->remark = SPAN_NONE;
        f->more = m->fact_more.len - 1;
    }
    return &m->fact_more.at[f->more];
}

static bool has_number(uint8_t kind)
{
    return kind == VAL_NUMBER || kind == VAL_RANGE || kind == VAL_RATIO;
}

void build_said(Model *m, FactId id, const Value *v)
{
    Said *said = &model_fact(m, id)->value;
    *said = (Said){.kind = v->kind, .compare = v->compare, .missing = v->missing,
                   .flags = v->flags, .approx = v->approx, .unit = v->unit, .term = v->term,
                   .qual = v->qual, .off = v->span.off, .len = v->span.len};
    if (v->kind == VAL_PERIOD) { /* whose text is what is read */
        said->period = (uint8_t)v->period.kind;
        said->from = v->period.from;
        said->to = v->period.to;
    } else {
        said->text = v->text.ptr;
        said->text_len = v->text.len;
    }
    if (has_number(v->kind) || v->remark.len > 0) {
        FactMore *more = build_more(m, id);
        more->num = v->num;
        more->high = v->high;
        more->remark = v->remark;
    }
}

void build_item(Model *m, DeclId parent, ItemKind kind, uint32_t id)
{
    if (id > MOST_ITEMS)
        arena_out_of_memory(m->arena);
    Item *item = vec_push(m->arena, &m->items);
    item->kind = kind & 3; /* as wide as it is */
    item->id = id & MOST_ITEMS;
    uint32_t at = m->items.len - 1;
    Decl *d = model_decl(m, parent);
    if (d->last_item != 0) {
        m->items.at[d->last_item].next = at;
    } else {
        d->first_item = at;
    }
    d->last_item = at;
}

Reader build_reader(const Model *m)
{
    /* The unit table learns units as they are met; the rest of the model is not changed. */
    // NOLINTNEXTLINE(performance-no-int-to-ptr): this is how const is dropped without a warning
    return (Reader){m->arena, m->scratch, (UnitTable *)(uintptr_t)&m->units, m->sources, m->sink};
}

Sym build_sym(Model *m, Str text)
{
    Str folded = utf8_fold(m->scratch, str_trim(text));
    return folded.len == 0 ? 0 : interner_add(&m->syms, folded);
}

/* --- facts --------------------------------------------------------------------------------- */

Span fact_span(const Model *m, const Fact *f)
{
    return (Span){m->docs.at[f->doc].file, f->off, f->len};
}

Span fact_said(const Model *m, const Fact *f)
{
    return (Span){m->docs.at[f->doc].file, f->value.off, f->value.len};
}

Str fact_text(const Model *m, const Fact *f)
{
    if (f->value.kind == VAL_PERIOD) {
        return span_text(m->sources, fact_said(m, f));
    }
    return (Str){f->value.text, f->value.text_len};
}

Value fact_value(const Model *m, const Fact *f)
{
    const Said *said = &f->value;
    const FactMore *more = fact_more(m, f);
    return (Value){.kind = said->kind, .compare = said->compare, .missing = said->missing,
                   .flags = said->flags, .approx = said->approx, .unit = said->unit,
                   .term = said->term, .qual = said->qual, .num = more->num, .high = more->high,
                   .period = fact_period(f), .span = fact_said(m, f), .text = fact_text(m, f),
                   .remark = more->remark};
}

/* --- heads --------------------------------------------------------------------------------- */

/* A name is always a piece of its document. */
Span decl_name_span(const Model *m, const Decl *d)
{
    const Doc *doc = &m->docs.at[d->doc];
    uint32_t off =
        d->name_text.len == 0 ? 0 : (uint32_t)(d->name_text.ptr - doc->tree->source->text);
    return (Span){doc->file, off, d->name_text.len};
}

Span decl_title_span(const Model *m, const Decl *d)
{
    return (Span){m->docs.at[d->doc].file, d->title_off, d->title_len};
}

Str decl_said(const Model *m, const Decl *d)
{
    Str called = decl_called(d);
    return called.len > 0 ? called : decl_number(m, d)->text;
}

Span decl_said_span(const Model *m, const Decl *d)
{
    if (d->name_text.len > 0) {
        return decl_name_span(m, d);
    }
    if (d->title.len > 0) {
        return decl_title_span(m, d);
    }
    return d->number != 0 ? decl_number(m, d)->span : d->head;
}

/* --- questions ----------------------------------------------------------------------------- */

PropId decl_prop(const Model *m, DeclId d, uint16_t key, const Index *index)
{
    if (!m->stated[key]) {
        return 0; /* of no thing */
    }
    for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *prop = model_prop(m, p);
        if (prop->key == key && (index == NULL || index_holds(prop->index, *index))) {
            return p;
        }
    }
    return 0;
}

const Fact *decl_fact(const Model *m, DeclId d, uint16_t key)
{
    PropId p = d == 0 ? 0 : decl_prop(m, d, key, NULL);
    return p == 0 || model_prop(m, p)->count == 0 ? NULL : model_fact(m, model_prop(m, p)->first);
}

/* What a thing has from those around it: who is responsible, what it concerns, its function. */
static bool inherited(uint16_t key)
{
    return key == P_RESPONSIBLE || key == P_CONCERNS || key == P_MEASURED_IN || key == P_DUE ||
           key == P_STATUS || key == P_FUNCTION;
}

bool decl_figure(const Model *m, DeclId d, uint16_t key, const Index *index, FigRef *out)
{
    bool first = true;
    for (; d != 0; d = model_decl(m, d)->parent, first = false) {
        const Decl *decl = model_decl(m, d);
        /* Beyond its own table's heading, only goals and `om` around a thing lend it anything. */
        if (!first && !decl->container && !(inherited(key) && decl->kind != K_PLAN)) {
            continue;
        }
        if (!first && decl->kind == K_AGAIN && decl->same != 0 &&
            (key == P_RESPONSIBLE || key == P_CONCERNS)) {
            *out = FIGURE_NONE;
            return true; /* the unit that the heading names */
        }
        PropId p = decl_prop(m, d, key, index);
        if (p != 0 && model_prop(m, p)->count > 0) {
            *out = figure_fact(model_prop(m, p)->first);
            return true;
        }
    }
    return false;
}

DeclId decl_of_kind(const Model *m, uint16_t kind, DeclId after)
{
    const uint8_t *from = m->kinds.at + after + 1;
    const uint8_t *next = memchr(from, kind, m->kinds.len - after - 1);
    return next == NULL ? 0 : (DeclId)(next - m->kinds.at);
}

DeclId decl_self(const Model *m, DeclId d)
{
    return d != 0 && model_decl(m, d)->same != 0 ? model_decl(m, d)->same : d;
}

DeclId decl_plan(const Model *m, DeclId d)
{
    DeclId top = 0;
    for (; d != 0; d = model_decl(m, d)->parent) {
        uint16_t kind = model_decl(m, d)->kind;
        if (kind == K_PLAN || kind == K_REPORT || kind == K_BASELINE) {
            return d;
        }
        top = d;
    }
    return top == 0 ? 0 : m->docs.at[model_decl(m, top)->doc].plan;
}

Period plan_period(const Model *m, DeclId plan)
{
    const Fact *f = plan == 0 ? NULL : decl_fact(m, plan, P_PERIOD);
    if (f != NULL && f->value.kind == VAL_PERIOD) {
        return fact_period(f);
    }
    return PERIOD_UNSTATED;
}

int decl_year(const Model *m, DeclId d)
{
    DeclId plan = decl_plan(m, d);
    const Fact *f = plan == 0 ? NULL : decl_fact(m, plan, P_YEAR);
    if (f != NULL && f->value.kind == VAL_PERIOD) {
        return period_first_year(fact_period(f));
    }
    Period p = plan_period(m, plan);
    return p.kind == PERIOD_NONE ? 0 : period_first_year(p);
}

bool plan_is_draft(const Model *m, DeclId plan)
{
    const Fact *f = plan == 0 ? NULL : decl_fact(m, plan, P_VERSION);
    return f != NULL && f->value.kind == VAL_ENUM && vocab_term(f->value.term)->id == E_VERSION_DRAFT;
}

uint16_t plan_language(const Model *m, DeclId plan)
{
    const Fact *f = plan == 0 ? NULL : decl_fact(m, plan, P_LANGUAGE);
    for (DeclId d = m->first_of_kind[K_PROJECT]; f == NULL && plan != 0 && d != 0;
         d = model_decl(m, d)->next_of_kind) {
        f = decl_fact(m, d, P_LANGUAGE);
    }
    return f == NULL || f->value.kind != VAL_ENUM ? (uint16_t)E_NONE
                                                  : vocab_term(f->value.term)->id;
}

Lang plan_lang(const Model *m, DeclId plan)
{
    uint16_t id = plan_language(m, plan);
    return id == E_LANGUAGE_NN ? LANG_NN : id == E_LANGUAGE_EN ? LANG_EN : LANG_NB;
}

Str decl_label(const Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, decl_self(m, d));
    if (decl->title.len > 0) {
        return decl->title;
    }
    if (decl->name_text.len > 0) {
        return decl->name_text;
    }
    return decl_number(m, decl)->text;
}

Text3 term_word(TermId term)
{
    Text3 word = {0};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        word.in[lang] = str_from(vocab_term(term)->spelling[lang]);
    }
    return word;
}

Text3 decl_word(const Model *m, DeclId d)
{
    return term_word(model_decl(m, decl_self(m, d))->term);
}

Value figure_value(const Model *m, FigRef f)
{
    if (f.fact != 0) {
        return fact_value(m, model_fact(m, f.fact));
    }
    return cell_value(m, model_table(m, f.table), f.row, f.col);
}

FigRef figure_place(const Model *m, FigRef f)
{
    return f.fact == 0 ? f : fact_more(m, model_fact(m, f.fact))->cell;
}

/* --- how exact a figure is ------------------------------------------------------------------- */

/* `nøyaktighet:` of the group in which a cell stands, else of its table. */
static const Fact *cell_precision(const Model *m, TableId table, uint32_t row)
{
    const Table *t = model_table(m, table);
    const Fact *said = NULL;
    uint32_t group = row < t->rows.len ? t->rows.at[row].group : 0;
    if (group != 0 && t->rows.at[group - 1].decl != 0) {
        said = decl_fact(m, t->rows.at[group - 1].decl, P_PRECISION);
    }
    return said != NULL ? said : decl_fact(m, t->decl, P_PRECISION);
}

static const Fact *said_precision(const Model *m, FigRef f)
{
    FigRef cell = figure_place(m, f);
    const Fact *fact = model_fact(m, f.fact);
    if (cell.table != 0 && fact->prop == 0) {
        return cell_precision(m, cell.table, cell.row);
    }
    if (fact->prop == 0 || model_prop(m, fact->prop)->key != P_VALUE) {
        return NULL;
    }
    FigRef at;
    bool found = decl_figure(m, model_prop(m, fact->prop)->decl, P_PRECISION, NULL, &at);
    return found && at.fact != 0 ? model_fact(m, at.fact) : NULL;
}

bool figure_precision(const Model *m, FigRef f, Decimal *step)
{
    const Fact *said = said_precision(m, f);
    if (said == NULL || said->value.kind != VAL_NUMBER ||
        decimal_sign(fact_more(m, said)->num) < 0) {
        return false;
    }
    UnitId own = figure_value(m, f).unit;
    UnitId unit = said->value.unit != 0 ? said->value.unit : own;
    return units_agree(&m->units, unit, own) &&
           decimal_mul(fact_more(m, said)->num, unit_get(&m->units, unit)->factor, step);
}

Quantity figure_quantity(const Model *m, FigRef f)
{
    Value v = figure_value(m, f);
    Quantity q = quantity_of(&m->units, &v, false);
    Decimal step;
    if (q.kind == QTY_NUMBER && v.kind == VAL_NUMBER && figure_precision(m, f, &step)) {
        quantity_restep(&q, step);
    }
    return q;
}

Span figure_span(const Model *m, FigRef f)
{
    if (f.fact != 0) {
        return fact_span(m, model_fact(m, f.fact));
    }
    const Table *t = model_table(m, f.table);
    Cell c = table_cell(t, f.row, f.col);
    return (Span){t->file, c.off, c.len};
}

/* "Netto ramme, 2018" · "Serviceavdelingen, Netto ramme" */
Str figure_label(const Model *m, Arena *arena, FigRef f)
{
    Buf b;
    buf_init(&b, arena);
    const Fact *fact = f.fact != 0 ? model_fact(m, f.fact) : NULL;
    FigRef cell = figure_place(m, f);
    if (cell.table != 0) {
        const Table *t = model_table(m, cell.table);
        buf_str(&b, row_label(t, &t->rows.at[cell.row]));
        buf_cstr(&b, ", ");
        buf_str(&b, t->cols.at[cell.col].label);
    } else if (fact != NULL && fact->prop != 0) {
        const Prop *p = model_prop(m, fact->prop);
        buf_str(&b, decl_label(m, p->decl));
        buf_cstr(&b, ", ");
        buf_str(&b, span_text(m->sources, p->key_span));
    } else if (fact != NULL) {
        buf_str(&b, span_text(m->sources, fact_span(m, fact)));
    }
    return buf_view(&b);
}
