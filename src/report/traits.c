/*
 * traits.c — what a thing's properties say.  Layer: report.
 *
 * in:  the properties of a declaration; those of one that a row declares are its cells
 * out: label and value of each that is printed, in the order of the source
 */
#include "report/maker.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "model/indicator.h"

static bool is_printed(const Term *term)
{
    return (term->flags & TF_SILENT) == 0 && term->id != P_TITLE && term->id != P_NUMBER &&
           term->id != P_NAME;
}

static void join_shown(Maker *mk, Shown *all, const Shown *one)
{
    runs_add(mk->arena, &all->runs, STR(", "), RUN_PLAIN, NULL);
    runs_join(mk->arena, &all->runs, &one->runs);
    all->figure = all->number = false;
    all->bare_len = 0;
    all->unit_given = true;
}

/* What a property says of a time, if it is a figure or stands for one. */
static FactId dated_figure(const Prop *p, const Shown *shown)
{
    return shown->figure && p->index.period.kind != PERIOD_NONE ? p->first : 0;
}

Shown show_prop(Maker *mk, const Prop *p)
{
    Shown s = {0};
    uint32_t count = p->count;
    FactId first = p->first;
    for (uint32_t i = 0; i < count; i++) {
        Shown one = show_fact(mk, first + i);
        if (i == 0)
            s = one;
        else
            join_shown(mk, &s, &one);
    }
    return s;
}

uint32_t trait_place(const Traits *traits, const Trait *trait)
{
    uint32_t i = 0;
    while (i < traits->len && !str_eq(traits->at[i].label, trait->label) &&
           (trait->word == 0 || traits->at[i].word != trait->word))
        i++;
    return i;
}

/* A property stated more than once (merknad, kilde) is one trait with all its values. One that is
 * `alone` nobody has stated before; it is not looked for among what may be thousands. */
static void add_trait(Maker *mk, Traits *out, Trait trait, bool alone)
{
    if (runs_empty(&trait.shown.runs))
        return;
    uint32_t at = alone ? out->len : trait_place(out, &trait);
    if (at == out->len) {
        *vec_push(mk->arena, out) = trait;
        return;
    }
    join_shown(mk, &out->at[at].shown, &trait.shown);
    out->at[at].dated = 0;
}

Str column_label(Maker *mk, const Column *c, uint16_t kind)
{
    if (c->use == COL_SUM && c->key != P_SUM)
        return text_capital(mk->arena, c->label); /* read like its addends, but no property */
    if (c->key == P_TITLE && str_eq(c->label, c->head))
        return title_head_label(mk, c->head, c->term, kind);
    if (c->term != 0 && str_eq(c->label, c->head))
        return head_label(mk, c->head, c->term, c->index, kind);
    if (c->term == 0 && c->index.period.kind != PERIOD_NONE)
        return head_label(mk, c->label, 0, c->index, kind);
    return text_capital(mk->arena, c->label);
}

/* The property of a thing that a row declares has its column for a key. */
static const Column *column_at(const Maker *mk, const Decl *d, Span key)
{
    if (d->row_table == 0)
        return NULL;
    const Table *t = model_table(mk->m, d->row_table);
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (t->head_off + t->cols.at[c].off == key.off && t->file == key.file)
            return &t->cols.at[c];
    return NULL;
}

/* A key without an index is called the same each time, as long as it is written the same. */
static Str key_label(Maker *mk, Str written, TermId term, uint16_t kind)
{
    while (mk->keys.len <= term)
        (void)vec_push(mk->m->arena, &mk->keys);
    KeyLabel *known = &mk->keys.at[term];
    if (known->kind == kind && str_eq(known->written, written))
        return known->label;
    Str label = head_label(mk, written, term, (Index){0}, kind);
    *known = (KeyLabel){written, str_dup(mk->m->arena, label), kind};
    return known->label;
}

static Str prop_label(Maker *mk, const Decl *d, const Prop *p)
{
    const Column *c = column_at(mk, d, p->key_span);
    if (c != NULL)
        return column_label(mk, c, d->kind);
    Str written = span_text(mk->m->sources, p->key_span);
    if (p->index.period.kind == PERIOD_NONE && p->index.version == 0)
        return key_label(mk, written, p->term, d->kind);
    return head_label(mk, written, p->term, p->index, d->kind);
}

void prop_trait(Maker *mk, DeclId d, Prop p, Traits *out)
{
    const Decl *decl = model_decl(mk->m, d);
    const Column *c = column_at(mk, decl, p.key_span);
    if (!is_printed(vocab_term(p.term)) || (c != NULL && c->hidden))
        return;
    bool bare = c == NULL && p.index.period.kind == PERIOD_NONE && p.index.version == 0;
    Str label = prop_label(mk, model_decl(mk->m, d), &p);
    Shown shown = show_prop(mk, &p);
    Trait trait = {label, p.key, bare ? p.term : 0, dated_figure(&p, &shown), shown};
    add_trait(mk, out, trait, many_is_of(p.index) && vocab_term(p.term)->card != CARD_MANY);
}

static void prop_traits(Maker *mk, DeclId d, Traits *out)
{
    for (PropId id = model_decl(mk->m, d)->first_prop; id != 0;) {
        Prop p = *model_prop(mk->m, id);
        id = p.next;
        prop_trait(mk, d, p, out);
    }
}

/* `måles i` says nothing new where every figure prints that very unit. */
static void drop_said_unit(Maker *mk, DeclId d, Traits *traits)
{
    const Fact *f = decl_fact(mk->m, d, P_MEASURED_IN);
    if (f == NULL || f->value.unit == 0)
        return;
    uint32_t figures = 0;
    uint32_t same = 0;
    uint32_t at = traits->len;
    for (uint32_t i = 0; i < traits->len; i++) {
        if (traits->at[i].key == P_MEASURED_IN)
            at = i;
        if (!traits->at[i].shown.number)
            continue;
        figures++;
        same += traits->at[i].shown.unit == f->value.unit;
    }
    if (at == traits->len || figures == 0 || figures != same)
        return;
    const Unit *u = unit_get(&mk->m->units, f->value.unit);
    if (u->what != 0 && u->dim == E_DIMENSION_PERCENT)
        return; /* the figures print %, but not of what */
    if (f->value.unit == mk->m->units.count)
        return; /* they print no unit at all */
    memmove(&traits->at[at], &traits->at[at + 1], (traits->len - at - 1) * sizeof(Trait));
    traits->len--;
}

Str thing_attainment(Maker *mk, DeclId d)
{
    static const uint8_t labels[] = {
        [INDICATOR_MET] = LABEL_TARGET_MET,
        [INDICATOR_NOT_MET] = LABEL_TARGET_NOT_MET,
        [INDICATOR_REMAINING] = LABEL_TARGET_REMAINING,
        [INDICATOR_NOT_MEASURED] = LABEL_TARGET_NOT_MEASURED,
        [INDICATOR_NOT_IN_FORCE] = LABEL_TARGET_NOT_IN_FORCE,
    };
    const Decl *decl = model_decl(mk->m, d);
    if (decl->kind != K_INDICATOR || decl->container)
        return STR_NONE;
    IndicatorAnswer answer = indicator_verdict(mk->m, decl_self(mk->m, d));
    if (answer.verdict == INDICATOR_NONE || answer.verdict == INDICATOR_OPEN)
        return STR_NONE;
    bool early = answer.verdict == INDICATOR_MET && answer.later;
    Str text = maker_label(mk, early ? LABEL_TARGET_MET_EARLY : (LabelId)labels[answer.verdict]);
    if (!answer.on_line || answer.verdict != INDICATOR_NOT_MET)
        return text;
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, text);
    buf_str(&b, maker_label(mk, LABEL_TARGET_ON_THE_LINE));
    return buf_view(&b);
}

void thing_traits(Maker *mk, DeclId d, Traits *out)
{
    if (!answer_traits(mk, d, out))
        prop_traits(mk, d, out);
    drop_said_unit(mk, decl_self(mk->m, d), out);
    Str attainment = thing_attainment(mk, d);
    Shown shown = {0};
    runs_add(mk->arena, &shown.runs, attainment, RUN_PLAIN, NULL);
    if (attainment.len > 0)
        add_trait(mk, out, (Trait){maker_label(mk, LABEL_ATTAINMENT), P_NONE, 0, 0, shown}, false);
}

Traits *maker_traits(Maker *mk, DeclId d)
{
    mk->traits.len = 0;
    thing_traits(mk, d, &mk->traits);
    return &mk->traits;
}

bool thing_has_traits(Maker *mk, DeclId d)
{
    const Decl *decl = model_decl(mk->m, d);
    for (PropId p = decl->first_prop; p != 0; p = model_prop(mk->m, p)->next)
        if (is_printed(vocab_term(model_prop(mk->m, p)->term)))
            return true;
    return false;
}

/* "Årsverk: 12,5" needs no "årsverk" behind it. */
static bool label_is_unit(Maker *mk, const Trait *t)
{
    if (!t->shown.figure || t->shown.unit_given || t->shown.unit == 0)
        return false;
    const Unit *u = unit_get(&mk->m->units, t->shown.unit);
    return utf8_eq_fold(mk->m->scratch, t->label, text3_in(&u->names, mk->lang)) ||
           utf8_eq_fold(mk->m->scratch, t->label, u->label);
}

bool trait_is_attainment(const Trait *t)
{
    return t->key == P_NONE;
}

bool status_says(Maker *mk, DeclId d, Str attainment)
{
    PropId id = decl_prop(mk->m, d, P_STATUS, NULL);
    if (id == 0)
        return false;
    Prop p = *model_prop(mk->m, id);
    Shown status = show_prop(mk, &p);
    return str_eq(runs_plain(mk->arena, &status.runs), attainment);
}

void traits_fields(Maker *mk, DeclId d, Traits *traits, Fields *out)
{
    vec_room(mk->arena, out, traits->len);
    for (uint32_t i = 0; i < traits->len; i++) {
        Trait *t = &traits->at[i];
        if (trait_is_attainment(t) && status_says(mk, d, t->shown.runs.at[0].text))
            continue;
        Field *f = field_add(mk->arena, out, t->label);
        if (label_is_unit(mk, t))
            shown_bare(&t->shown);
        f->value = t->shown.runs;
    }
}

static void put_fault(Maker *mk, const Fact *f, Block *into)
{
    Str text = quote_content(span_text(mk->m->sources, fact_span(mk->m, f)));
    Buf head;
    buf_init(&head, mk->arena);
    buf_str(&head, maker_label(mk, LABEL_KNOWN_FAULT));
    buf_char(&head, ':');
    Block *note = block_add(mk->arena, into, BLOCK_NOTE);
    runs_add(mk->arena, &note->text, buf_view(&head), RUN_STRONG, NULL);
    runs_add(mk->arena, &note->text, STR(" "), RUN_PLAIN, NULL);
    runs_add(mk->arena, &note->text, text, RUN_PLAIN, NULL);
}

/* A fault in the figures is told where they stand; that a measure lacks a date is for the list at
 * the end, and no note above the measures. */
static bool told_in_place(const Model *m, const Fact *f)
{
    Str text = span_text(m->sources, fact_span(m, f));
    return text.len > 2 && text.ptr[2] >= '3' && text.ptr[2] <= '5';
}

void thing_faults(Maker *mk, DeclId d, Block *into)
{
    for (PropId id = model_decl(mk->m, d)->first_prop; id != 0; id = model_prop(mk->m, id)->next) {
        const Prop *p = model_prop(mk->m, id);
        for (uint32_t i = 0; p->key == P_KNOWN_FAULT && i < p->count; i++) {
            const Fact *f = model_fact(mk->m, p->first + i);
            if (told_in_place(mk->m, f))
                put_fault(mk, f, into);
        }
    }
}
