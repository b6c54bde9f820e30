/*
 * diff_props.c — what the properties of a thing say in both plans.  Layer: years.
 *
 * in:  a thing of the old plan and the same thing of the new one
 * out: CHANGE_VALUE for each property that says something else, CHANGE_TEXT where it is long
 *
 * Both lists are sorted by key and time and walked together. Where the plans are of two years, a
 * figure that only the new one has is held against the one before it: the step from year to year.
 */
#include "years/diff_parts.h"
#include "years/wording.h"

#include <stdlib.h>

enum { MOST_UNORDERED = 64, LONGEST_TOLD = 80 };

/* One property, stated by the thing, above the rows of its table, or by an `om` around it. */
typedef struct Property {
    uint64_t time; /* diff_time_key */
    uint32_t rank; /* the first of those that are alike holds */
    uint16_t key;
    PropId prop; /* 0: what follows */
    DeclId lent; /* the unit that the `om` is about */
} Property;

typedef VEC(Property) Properties;

/* Form, notes and what rules say are nobody's change of plan; titles and numbers are told apart. */
static bool passed_over(uint16_t key)
{
    switch (key) {
    case P_TITLE:
    case P_NAME:
    case P_NUMBER:
    case P_NOTE:
    case P_COMMENT:
    case P_SHOW:
    case P_REQUIRE:
    case P_KNOWN_FAULT:
    case P_LANGUAGE:
    case P_OF:
    case P_OF_WHICH:
    case P_SIGN:
    case P_PRECISION:
    case P_ADDITIVE: return true;
    default: return false;
    }
}

/* --- collecting ------------------------------------------------------------------------------ */

static void push(Diff *d, Properties *list, Property p)
{
    p.rank = list->len;
    *vec_push(d->arena, list) = p;
}

static void push_all(Diff *d, const Model *m, DeclId from, Properties *list)
{
    for (PropId id = model_decl(m, from)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        if (!passed_over(p->key) && p->count > 0)
            push(d, list, (Property){diff_time_key(p->key, p->index), 0, p->key, id, 0});
    }
}

/* Who is responsible, and what it concerns, where the heading says so and not the thing. */
static void push_lent(Diff *d, const DiffSide *side, DeclId thing, Properties *list)
{
    static const uint16_t keys[] = {P_RESPONSIBLE, P_CONCERNS};
    const Index never = {.version = VER_NONE};
    DeclId scope = diff_scope(side, thing);
    for (DeclId around = model_decl(side->m, thing)->parent; around != 0 && around != scope;
         around = model_decl(side->m, around)->parent) {
        const Decl *decl = model_decl(side->m, around);
        for (size_t i = 0; decl->kind == K_AGAIN && decl->same != 0 && i < 2; i++)
            push(d, list, (Property){diff_time_key(keys[i], never), 0, keys[i], 0, decl->same});
    }
}

static int by_time(const void *x, const void *y)
{
    const Property *a = x, *b = y;
    if (a->time != b->time)
        return a->time < b->time ? -1 : 1;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

static Properties properties_of(Diff *d, const DiffSide *side, DeclId thing)
{
    Properties list = {0};
    push_all(d, side->m, thing, &list);
    for (DeclId table = model_decl(side->m, thing)->parent;
         table != 0 && model_decl(side->m, table)->container;
         table = model_decl(side->m, table)->parent)
        push_all(d, side->m, table, &list);
    push_lent(d, side, thing, &list);
    if (list.len > 1)
        qsort(list.at, list.len, sizeof *list.at, by_time);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list.len; i++)
        if (kept == 0 || list.at[kept - 1].time != list.at[i].time)
            list.at[kept++] = list.at[i];
    list.len = kept;
    return list;
}

/* --- the values of one ----------------------------------------------------------------------- */

static uint32_t count_of(const DiffSide *side, const Property *p)
{
    return p->prop == 0 ? 1 : model_prop(side->m, p->prop)->count;
}

static DiffValue value_of(const DiffSide *side, const Property *p, uint32_t i)
{
    if (p->prop == 0)
        return (DiffValue){.v = {.kind = VAL_WORDS}, .ref = p->lent};
    return diff_value(side, figure_fact(model_prop(side->m, p->prop)->first + i));
}

static bool has_value(const Diff *d, const Property *old, const DiffValue *wanted)
{
    for (uint32_t i = 0; i < count_of(&d->old, old); i++) {
        DiffValue v = value_of(&d->old, old, i);
        if (diff_same_value(d, &v, wanted))
            return true;
    }
    return false;
}

/* The same values; of a list that is not too long, in whatever order. */
static bool same_property(const Diff *d, const Property *old, const Property *new)
{
    uint32_t count = count_of(&d->new, new);
    if (count_of(&d->old, old) != count)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        DiffValue a = value_of(&d->old, old, i), b = value_of(&d->new, new, i);
        if (!diff_same_value(d, &a, &b) && (count > MOST_UNORDERED || !has_value(d, old, &b)))
            return false;
    }
    return true;
}

static Str told(const Diff *d, const DiffSide *side, const Property *p)
{
    Buf out;
    buf_init(&out, d->arena);
    for (uint32_t i = 0; i < count_of(side, p); i++) {
        DiffValue v = value_of(side, p, i);
        buf_cstr(&out, i > 0 ? ", " : "");
        buf_str(&out, diff_told(d, side, &v));
    }
    return buf_view(&out);
}

/* --- changes --------------------------------------------------------------------------------- */

static TermId term_of(const DiffSide *side, const Property *p)
{
    return p->prop != 0 ? model_prop(side->m, p->prop)->term : prop_term(p->key);
}

static Str when(const Diff *d, const DiffSide *side, const Property *p)
{
    return p->prop == 0 ? STR_NONE : diff_when(d, side, model_prop(side->m, p->prop));
}

static void put_key(Diff *d, Change *c, const DiffSide *side, const Property *p)
{
    c->term = term_of(side, p);
    c->when = when(d, side, p);
}

/* A property that only one of the plans states. */
static void put_alone(Diff *d, Change where, const DiffSide *side, const Property *p)
{
    Str value = told(d, side, p);
    Change *c =
        diff_add(d, value.len > LONGEST_TOLD ? CHANGE_TEXT : CHANGE_VALUE, where.old, where.new);
    put_key(d, c, side, p);
    if (c->kind == CHANGE_VALUE)
        *(side == &d->new ? &c->is : &c->was) = value;
}

static const Step *step_of(Diff *d, const Property *old, const Property *new)
{
    if (count_of(&d->old, old) != 1 || count_of(&d->new, new) != 1)
        return NULL;
    DiffValue a = value_of(&d->old, old, 0), b = value_of(&d->new, new, 0);
    return diff_step(d, &a, &b);
}

static void put_both(Diff *d, Change where, const Property *old, const Property *new)
{
    Str was = told(d, &d->old, old), is = told(d, &d->new, new);
    bool prose = was.len > LONGEST_TOLD || is.len > LONGEST_TOLD;
    Change *c = diff_add(d, prose ? CHANGE_TEXT : CHANGE_VALUE, where.old, where.new);
    put_key(d, c, &d->new, new);
    if (prose)
        return;
    c->was = was;
    c->is = is;
    if (old->time != new->time)
        c->when_was = when(d, &d->old, old);
    c->step = step_of(d, old, new);
}

/* What lies behind the new plan's time is not missed. */
static void only_old(Diff *d, Change where, const Property *p)
{
    if (p->prop == 0 || !diff_is_past(d, model_prop(d->old.m, p->prop)->index))
        put_alone(d, where, &d->old, p);
}

/* The same property of the same version, and years said alike: only what years they are differs. */
static bool same_but_time(const Diff *d, const Property *old, const Property *new, PeriodKind kind)
{
    return diff_of_two_years(d) && new->prop != 0 && diff_same_but_days(old->time, new->time) &&
           model_prop(d->new.m, new->prop)->index.period.kind == kind;
}

static void compare(Diff *d, Change where, const Property *old, const Property *new)
{
    if (!same_property(d, old, new))
        put_both(d, where, old, new);
}

/* What the old plan says of 2018–2021 and the new one of 2019–2022. */
static bool follow(const Diff *d, const Properties *a, const Properties *b, uint32_t i, uint32_t j)
{
    return same_but_time(d, &a->at[i], &b->at[j], PERIOD_YEARS) &&
           (i + 1 == a->len || a->at[i + 1].time != b->at[j].time);
}

void diff_properties(Diff *d, DeclId old, DeclId new)
{
    const Change where = {.old = old, .new = new};
    Properties a = properties_of(d, &d->old, old), b = properties_of(d, &d->new, new);
    for (uint32_t i = 0, j = 0; i < a.len || j < b.len;) {
        bool both = i < a.len && j < b.len;
        if (both && (a.at[i].time == b.at[j].time || follow(d, &a, &b, i, j)))
            compare(d, where, &a.at[i++], &b.at[j++]);
        else if (j == b.len || (both && a.at[i].time < b.at[j].time))
            only_old(d, where, &a.at[i++]);
        else if (i > 0 && same_but_time(d, &a.at[i - 1], &b.at[j], PERIOD_YEAR))
            compare(d, where, &a.at[i - 1], &b.at[j++]); /* the year before */
        else
            put_alone(d, where, &d->new, &b.at[j++]);
    }
}

Str diff_summary(Diff *d, DeclId thing)
{
    Properties list = properties_of(d, &d->new, thing);
    Buf out;
    buf_init(&out, d->arena);
    for (uint32_t i = 0; i < list.len; i++) {
        const Property *p = &list.at[i];
        Str value = told(d, &d->new, p);
        Str time = when(d, &d->new, p);
        if (value.len == 0 || value.len > LONGEST_TOLD)
            continue;
        buf_cstr(&out, out.len > 0 ? "; " : "");
        buf_str(&out, word_of(term_of(&d->new, p), d->lang));
        buf_cstr(&out, time.len > 0 ? " " : "");
        buf_str(&out, time);
        buf_cstr(&out, ": ");
        buf_str(&out, value);
    }
    return buf_view(&out);
}
